//! The desk's list and the public board, narrowed to one category.

use crate::house::{FURONGLI, Told, Town, at, thursday, town};
use lianxin_base::DAY;
use lianxin_council::collect::{NewDispatch, dispatch};
use lianxin_council::rules::{Category, Pace};

/// A worker finds that it is about something else, and hands it on.
fn is_about(town: &Town, no: &str, category: Category, to: &str) {
    let new = NewDispatch {
        no: no.to_owned(),
        seen: None,
        title: "看过了".into(),
        category,
        pace: Pace::General,
        executor: Some(town.map.org(to)),
    };
    town.act("吴敏", move |tx, terms, author| dispatch(tx, terms, author, &new));
}

fn tab(n: u64) -> String {
    format!("<em class=\"num\">{n}</em>")
}

#[tokio::test]
async fn the_desk_shows_and_counts_one_category() {
    let town = town().await;
    let light = town.report("路灯不亮", &FURONGLI);
    let there = town.report("积水", &Told { area: "和平里", ..FURONGLI });
    let water = town.report("水管漏水", &FURONGLI);
    is_about(&town, &water, Category::Water, "红星物业");
    is_about(&town, &there, Category::Water, "红星物业");
    let (area, org) = (town.map.area("和平里"), town.map.org("红星物业"));
    for (query, shown, n) in [
        ("?category=water".to_owned(), [false, true, true], 2),
        ("?category=light".to_owned(), [true, false, false], 1),
        (format!("?category=water&area={area}"), [false, true, false], 1),
        (format!("?category=light&holder={org}"), [false, false, false], 0),
        ("?category=water&stage=collect".to_owned(), [false, false, false], 2),
        ("?category=lift".to_owned(), [false, false, false], 0),
        ("?category=sparrow".to_owned(), [false, false, false], 0),
        ("?category=water&q=%E7%9C%8B%E8%BF%87".to_owned(), [false, true, true], 2),
        ("?category=light&q=%E7%9C%8B%E8%BF%87".to_owned(), [false, false, false], 0),
    ] {
        let page = town.get("吴敏", &format!("/desk{query}")).await;
        let found = [&light, &there, &water].map(|no| page.text.contains(&format!("href=\"{}", at(no))));
        assert_eq!((page.status, found), (200, shown), "{query}");
        assert!(page.says(&tab(n)) && page.says("在办 3 件"), "{query}: {}", page.text);
        assert_eq!(page.says("没有符合的事"), shown == [false; 3], "{query}");
    }
    // The board's feed is of the category the board is of.
    let board = town.get("", "/board?category=water").await;
    assert!(board.says("href=\"/board/feed?category=water\""), "{}", board.text);
    let feed = town.get("", "/board/feed?category=water").await;
    let told = [&light, &there, &water].map(|no| feed.says(no));
    assert!(told == [false, true, true] && feed.says("水电暖"), "{}", feed.text);
    assert_eq!(town.get("", "/board/feed?category=sparrow").await.status, 404);
    // What a seat reaches as an organisation is narrowed likewise, and what is late counts for itself.
    let company = town.get("马建军", "/desk?category=water").await;
    assert!(company.says(&at(&water)) && company.says(&at(&there)) && !company.says(&at(&light)), "{}", company.text);
    town.db.clock().set(thursday().plus(5 * DAY));
    let late = town.get("吴敏", "/desk?category=light&late=1").await;
    assert!(late.says("1 件超期") && late.says(&tab(1)) && !late.says(&at(&water)), "{}", late.text);
    let others = town.get("吴敏", "/desk?category=water&late=1").await;
    assert!(others.says("1 件超期") && others.says(&tab(0)) && others.says("没有符合的事"), "{}", others.text);
    // The choice goes along: to the tabs, into the matter, onto paper; the empty list names it.
    assert!(late.says("/desk?stage=solve&#38;category=light&#38;late=1"), "{}", late.text);
    let paper = town.get("吴敏", "/desk/day?category=water").await;
    assert!(paper.says(&water) && !paper.says(&light), "{}", paper.text);
    assert!(town.get("吴敏", "/desk?category=lift").await.says("「电梯」里没有符合的事"));
    assert!(town.english("吴敏", "/desk?category=lift").await.says("Nothing about “Lift” fits here"));
}

#[tokio::test]
async fn the_board_shows_and_counts_one_category_and_tells_nothing_of_what_is_kept() {
    let town = town().await;
    let closed = town.at_step("closed", "红星物业");
    let light = town.report("路灯不亮", &FURONGLI);
    let there = town.report("积水", &Told { area: "和平里", ..FURONGLI });
    is_about(&town, &there, Category::Water, "红星物业");
    let kept = town.report("邻居家的水", &FURONGLI);
    let keep = [("title", "家里的水"), ("words", "漏水"), ("show", "no")];
    assert_eq!(town.send("吴敏", &kept, "publication", &keep).await.status, 303);
    is_about(&town, &kept, Category::Water, "红星物业");
    let here = "area=%E8%8A%99%E8%93%89%E9%87%8C";
    for (query, shown, all) in [
        (String::new(), [true, true, true, true], 4),
        ("category=light".to_owned(), [true, true, false, false], 2),
        ("category=light&which=open".to_owned(), [false, true, false, false], 2),
        ("category=light&which=done".to_owned(), [true, false, false, false], 2),
        ("category=water".to_owned(), [false, false, true, false], 1),
        (format!("category=water&{here}"), [false, false, false, false], 0),
        (format!("category=light&{here}"), [true, true, false, false], 2),
        ("category=other".to_owned(), [false, false, false, true], 1),
        ("category=sparrow".to_owned(), [true, true, true, true], 4),
        (format!("category=other&q={kept}"), [false, false, false, true], 1),
        (format!("category=water&q={kept}"), [false, false, false, false], 1),
    ] {
        let page = town.get("", &format!("/board?{query}")).await;
        let found = [&closed, &light, &there, &kept].map(|no| page.text.contains(&format!("class=\"num\">{no} ")));
        assert_eq!((page.status, found), (200, shown), "{query}: {}", page.text);
        assert!(page.says(&tab(all)), "{query}: {}", page.text);
    }
    let open = town.get("", "/board?category=light&which=open").await;
    assert!(open.says("/board?which=done&#38;category=light"), "the tabs keep it: {}", open.text);
    let none = town.get("", &format!("/board?category=water&{here}")).await;
    assert!(none.says("这里还没有「水电暖」的事") && none.says("/report"), "{}", none.text);
    let words = town.get("", "/board?category=lift&q=%E7%94%B5%E6%A2%AF").await;
    assert!(words.says("「电梯」里没找到"), "{}", words.text);
    // Older ones are turned to within the category.
    for n in 0..25 {
        town.report(&format!("第 {n} 盏灯不亮"), &FURONGLI);
    }
    let first = town.get("", "/board?category=light").await;
    let rows = |text: &str| -> Vec<String> {
        let all = text.split("board-row\" href=\"").skip(1);
        all.filter_map(|row| Some(row.split('"').next()?.to_owned())).collect()
    };
    let next = first.text.split("href=\"").filter_map(|h| h.split('"').next()).find(|h| h.contains("after="));
    let next = next.expect("there are more").replace("&#38;", "&");
    let second = town.get("", &next).await;
    let shown = [rows(&first.text), rows(&second.text)];
    assert!(next.contains("category=light") && shown.each_ref().map(Vec::len) == [20, 7], "{next}: {shown:?}");
    let each: std::collections::BTreeSet<_> = shown.iter().flatten().collect();
    assert_eq!(each.len(), 27, "each once");
    assert!(second.says(&tab(27)), "{}", second.text);
}

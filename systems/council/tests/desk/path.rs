//! What is stuck, the weekly bulletin, the map and the estimate, as seats see them.

use crate::house::{FURONGLI, Town, at, town};
use lianxin_base::{DAY, HOUR};
use lianxin_council::about::Whom;

/// The first address on a page that holds this.
fn link(text: &str, part: &str) -> String {
    let found = text.split("href=\"").skip(1).filter_map(|l| l.split('"').next()).find(|l| l.contains(part));
    found.unwrap_or_else(|| panic!("no link with {part}: {text}")).replace("&#38;", "&")
}

/// Six matters that the company has not done in time, an hour after they were handed on.
async fn late() -> Town {
    let mut town = town().await;
    for _ in 0..6 {
        town.at_step("work", "红星物业");
    }
    town.later(town.now().plus(21 * DAY), &["吴敏", "马建军"]);
    town
}

#[tokio::test]
async fn who_is_stuck_stands_with_who_presses_and_opens_what_it_is() {
    let empty = town().await;
    let page = empty.get("吴敏", "/path").await;
    assert!(page.status == 200 && page.says("手上没有事"), "{}", page.text);
    let town = late().await;
    let page = town.get("吴敏", "/path").await;
    assert_eq!((page.status, page.red()), (200, 0), "{}", page.text);
    for words in ["<b>红星物业</b>", "6 件", "21 天", "芙蓉社区居委会", "过了时限", "/path/week?", "/path/map?"]
    {
        assert!(page.says(words), "{words}: {}", page.text);
    }
    let held = town.get("吴敏", &link(&page.text, "column=late")).await;
    assert!(held.status == 200 && held.says("红星物业卡住的事") && held.says("6 件"), "{}", held.text);
    assert_eq!(held.text.matches("楼道灯不亮").count(), 6, "each by its title: {}", held.text);
    // As it was before any of them was late.
    let then = town.now().plus(-21 * DAY).day();
    let page = town.get("吴敏", &format!("/path?on={then}")).await;
    assert!(page.says("没有卡住的") && page.says("6 件") && page.says("0 天"), "{}", page.text);
    let before = town.get("吴敏", &format!("/path?on={}", then.plus(-1))).await;
    assert!(before.says("手上没有事"), "{}", before.text);
    assert!(town.english("吴敏", "/path").await.says("Who presses"));
}

#[tokio::test]
async fn what_is_held_has_the_title_its_seat_may_read_and_no_words_of_a_complaint() {
    let mut town = town().await;
    let no = town.complaint("保安对老人嚷嚷", Whom::Company);
    let plain = town.report("路灯不亮", &FURONGLI);
    town.later(town.now().plus(21 * DAY), &["吴敏", "马建军", "刘志强"]);
    let community = town.map.org("芙蓉社区居委会");
    let url = format!("/path/held?org={community}");
    let page = town.get("吴敏", &url).await;
    assert!(
        page.says("保安对老人嚷嚷") && page.says("路灯不亮") && page.says(&no) && page.says(&plain),
        "{}",
        page.text
    );
    for who in ["马建军", "刘志强"] {
        let page = town.get(who, &url).await;
        assert!(!page.says("嚷嚷") && !page.says("路灯不亮"), "{who}: {}", page.text);
    }
}

#[tokio::test]
async fn a_pause_or_a_price_makes_nothing_younger() {
    let mut town = town().await;
    let no = town.at_step("work", "红星物业");
    town.later(town.now().plus(3 * DAY), &["吴敏", "马建军"]);
    let wait = [("reason", "parts"), ("note", "等灯泡"), ("deadline", "2026-06-26")];
    assert_eq!(town.send("马建军", &no, "pause", &wait).await.status, 303);
    let page = town.get("吴敏", "/path").await;
    assert!(page.says("3 天"), "{}", page.text);
    town.later(town.now().plus(2 * DAY), &["吴敏", "马建军"]);
    assert_eq!(town.send("马建军", &no, "resumption", &[]).await.status, 303);
    let page = town.get("吴敏", "/path").await;
    assert!(page.says("5 天") && !page.says("0 天"), "{}", page.text);
}

#[tokio::test]
async fn a_figure_of_five_moves_of_fewer_matters_opens_and_lists_none() {
    let town = town().await;
    let no = town.at_step("closed", "红星物业");
    let rows = town.get("吴敏", "/path/rows?from=work&by=completion&to=feedback").await;
    assert!(rows.status == 200 && rows.says("不到 5 件") && !rows.says(&no), "{}", rows.text);
    assert!(town.english("吴敏", "/path/rows?from=work&by=completion&to=feedback").await.says("not listed one by one"));
}

#[tokio::test]
async fn a_seat_sees_its_own_and_strangers_nothing() {
    let town = late().await;
    let page = town.get("马建军", "/path").await;
    assert!(page.says("<b>红星物业</b>") && !page.says("<b>芙蓉社区居委会</b>"), "{}", page.text);
    let community = town.map.org("芙蓉社区居委会");
    for (who, path, status) in [
        ("马建军", format!("/path/held?org={community}"), 404),
        ("马建军", format!("/path/jobs?org={community}"), 404),
        ("吴敏", "/path/held?org=x".to_owned(), 404),
        ("吴敏", format!("/path/jobs?org={community}&column=nonsense"), 404),
        ("吴敏", "/path/rows?from=look&by=nonsense&to=x".to_owned(), 404),
        ("吴敏", "/path?on=2999-01-01&area=x".to_owned(), 200),
        ("吴敏", "/path/map?months=77&on=x".to_owned(), 200),
        ("吴敏", "/path/week?span=-1".to_owned(), 200),
    ] {
        assert_eq!(town.get(who, &path).await.status, status, "{who} {path}");
    }
    for path in [
        "/path",
        "/path/held",
        "/path/week",
        "/path/week/print",
        "/path/jobs",
        "/path/map",
        "/path/rows",
        "/path/whatif",
    ] {
        assert_eq!(town.get("", path).await.status, 303, "{path}");
    }
}

#[tokio::test]
async fn the_bulletin_adds_up_and_says_nothing_of_fewer_than_five() {
    let town = town().await;
    for step in ["work", "work", "feedback", "closed"] {
        town.at_step(step, "红星物业");
    }
    let page = town.get("吴敏", "/path/week").await;
    assert!(page.says("不到 5 件") && !page.says("/path/jobs"), "{}", page.text);
    for step in ["closed", "closed", "closed", "closed"] {
        town.at_step(step, "红星物业");
    }
    let page = town.get("吴敏", "/path/week").await;
    for words in
        ["data-th=\"应办\"", ">8</a>", "data-th=\"按期\"", ">6</a>", "data-th=\"在办\"", ">2</a>", "100%（5 件里）"]
    {
        assert!(page.says(words), "{words}: {}", page.text);
    }
    let jobs = town.get("吴敏", &link(&page.text, "column=open")).await;
    assert!(jobs.status == 200 && jobs.says("2 件") && jobs.says("在办"), "{}", jobs.text);
    assert_eq!(page.red(), 0);
    assert!(town.english("吴敏", "/path/week").await.says("Residents say solved"));
    // The same on A4, and nobody's sheet but a seat's.
    let at = link(&page.text, "/path/week/print");
    let sheet = town.get("吴敏", &at).await;
    assert!(sheet.status == 200 && sheet.says("data-print"), "{}", sheet.text);
    for words in ["周通报", "红星物业", "应办", "<td class=\"num\">8</td>", "100%（5 件里）", "不排名次"]
    {
        assert!(sheet.says(words), "{words}: {}", sheet.text);
    }
    assert!(!sheet.says("/path/jobs"), "{}", sheet.text);
    assert!(!town.get("刘志强", &at).await.says("红星物业"), "a seat sees its own");
    assert_eq!(town.get("", &at).await.status, 303);
}

#[tokio::test]
async fn the_map_has_steps_moves_walks_and_their_matters() {
    let town = town().await;
    let none = town.get("吴敏", "/path/map").await;
    assert!(none.says("画不成图"), "{}", none.text);
    for _ in 0..5 {
        town.at_step("closed", "红星物业");
        town.db.clock().set(town.now().plus(HOUR));
    }
    town.at_step("work", "红星物业");
    let page = town.get("吴敏", "/path/map").await;
    assert_eq!((page.status, page.red()), (200, 0));
    for words in
        ["来了 6 件，办结 5 件", "<svg class=\"chart\"", "居民说办好了", "量了 5 次", "→ 办结", "没有折返到 5 次"]
    {
        assert!(page.says(words), "{words}: {}", page.text);
    }
    let rows = town.get("吴敏", &link(&page.text, "by=completion")).await;
    assert!(rows.status == 200 && rows.says("5 件事"), "{}", rows.text);
    // Every figure opens: the walks, what moved to another organisation, the months and their sum.
    let company = town.get("马建军", "/path/map").await;
    assert_eq!(company.status, 200);
    for (part, words, n) in [
        ("walk=look", "看 → 办 → 请居民看 → 办结", 5),
        ("to=feedback&#38;what=handed", "换了单位", 5),
        ("month=2026-06&#38;what=begun", "2026-06：新来", 6),
        ("month=2026-06&#38;what=ended", "2026-06：办结", 5),
        ("month=2026-06&#38;what=handed", "2026-06：换了单位", 6),
        ("months=6&#38;what=ended", "近 6 个月：办结", 5),
    ] {
        let at = link(&page.text, part);
        let rows = town.get("吴敏", &at).await;
        assert!(rows.status == 200 && rows.says(words) && rows.says(&format!("{n} 件事")), "{at}: {}", rows.text);
        assert!(town.english("吴敏", &at).await.says("is listed once"), "{at}");
        assert_eq!(town.get("", &at).await.status, 303, "{at}");
    }
    assert!(!page.says("what=back"), "what is nought opens nothing");
    for at in ["walk=look", "walk=look%3Ework", "what=nonsense", "what=begun&month=2024-06", "what=begun&month=x", ""] {
        assert_eq!(town.get("吴敏", &format!("/path/rows?{at}")).await.status, 404, "{at}");
    }
    let yesterday = town.get("吴敏", &format!("/path/map?on={}", town.now().day().plus(-1))).await;
    assert!(yesterday.says("画不成图"), "{}", yesterday.text);
    let english = town.english("吴敏", "/path/map").await;
    assert!(english.says("The ways most taken"), "{} {}", english.status, english.text);
}

#[tokio::test]
async fn what_came_back_and_what_began_anew_is_among_the_rows() {
    let town = town().await;
    for n in 0..6 {
        let no = town.at_step("feedback", "红星物业");
        let good = n > 4;
        let new = lianxin_council::feedback::NewFeedback { no, good, words: "还是不亮".into(), how: None };
        town.act("周国栋", move |tx, terms, author| lianxin_council::feedback::feedback(tx, terms, author, &new));
    }
    let page = town.get("吴敏", "/path/map").await;
    let back = town.get("吴敏", &link(&page.text, "month=2026-06&#38;what=back")).await;
    assert!(back.status == 200 && back.says("2026-06：折返") && back.says("5 件事"), "{}", back.text);
    // One has ended: its figure is not told, and an address that asks all the same is told no more.
    let few = town.get("吴敏", "/path/rows?what=ended").await;
    assert!(few.status == 200 && few.says("不到 5 件") && !few.says("/desk/FR"), "{}", few.text);
    assert!(few.says("算进这个数的事不到 5 件"), "{}", few.text);
}

#[tokio::test]
async fn what_was_taken_up_again_still_stands_behind_the_figures_of_its_first_way() {
    let mut town = town().await;
    let all: Vec<String> = (0..5).map(|_| town.at_step("feedback", "红星物业")).collect();
    for _ in 0..2 {
        crate::meeting::pass(&town, town.now().plus(10 * DAY));
    }
    town.later(town.now().plus(HOUR), &["吴敏"]);
    assert_eq!(town.matter(&all[0]).outcome.as_deref(), Some("lapsed"));
    let at = "/path/rows?what=ended";
    assert!(town.get("吴敏", at).await.says("5 件事"));
    assert_eq!(town.send("吴敏", &all[0], "raise", &[("how", "visit"), ("note", "又不亮了")]).await.status, 303);
    for at in [at, "/path/rows?walk=look%3Ework%3Efeedback%3Eclosed", "/path/rows?from=feedback"] {
        let rows = town.get("吴敏", at).await;
        assert!(rows.status == 200 && rows.says("5 件事") && rows.says(&all[0]), "{at}: {}", rows.text);
    }
}

#[tokio::test]
async fn an_estimate_says_what_it_assumes_and_what_is_wrong_with_a_question() {
    let town = town().await;
    let page = town.get("吴敏", "/path/whatif").await;
    assert_eq!((page.status, page.red()), (200, 1), "{}", page.text);
    assert!(page.says("这是估算") && !page.says("算出来"), "{}", page.text);
    let none = town.get("吴敏", "/path/whatif?what=skip").await;
    assert!(none.says("0 件办结的事照样走一遍"), "{}", none.text);
    let talked = |_| town.at_step("deliberate", "红星物业");
    let nos: Vec<String> = (0..5).map(talked).collect();
    assert_eq!(nos.len(), 5);
    for (query, status, words) in [
        ("what=limit&step=work&days=0", 422, "写一个时间"),
        ("what=limit&step=work&days=很多", 422, "写一个时间"),
        ("what=limit&step=waiting&days=3", 422, "这一步不能这样改"),
        ("what=straight", 422, "选一家"),
        ("what=straight&to=x", 422, "选一家"),
        ("what=under&yuan=-5", 422, "整数"),
        ("what=nonsense", 422, "选一种改法"),
        ("what=skip&about=nonsense", 422, "没有这一类事"),
        ("what=skip&kind=nonsense", 422, "没有这种时限"),
        ("what=limit&step=work&days=3&months=12", 200, "算出来"),
    ] {
        let page = town.get("吴敏", &format!("/path/whatif?{query}")).await;
        assert_eq!(page.status, status, "{query}: {}", page.text);
        assert!(page.says(words), "{query} {words}: {}", page.text);
    }
    assert!(town.english("吴敏", "/path/whatif").await.says("This is an estimate"));
}

#[tokio::test]
async fn a_shorter_time_is_counted_and_taken_to_the_council() {
    let town = town().await;
    for _ in 0..5 {
        town.at_step("closed", "红星物业");
    }
    let page = town.get("吴敏", "/path/whatif?what=limit&step=feedback&days=1").await;
    assert!(page.says("没有一件会变"), "{}", page.text);
    let no = town.at_step("closed", "红星物业");
    let seen = town.get("吴敏", &at(&no).replace("/desk/", "/m/")).await;
    assert!(seen.says("这里同类 5 件里最短的") || seen.says("这里同类 6 件里最短的"), "{}", seen.text);
}

/// Six matters that took the company four days each, one of them over a holiday.
async fn slow() -> (Town, String) {
    let mut town = town().await;
    for _ in 0..6 {
        let no = town.at_step("work", "红星物业");
        town.db.clock().set(town.now().plus(4 * DAY));
        let new = lianxin_council::collect::NewNote { no: no.clone(), seen: None, words: "换好了".into() };
        town.act("马建军", move |tx, terms, author| {
            lianxin_council::solve::completion(tx, terms, author, &new, None, &[])
        });
        let new = lianxin_council::feedback::NewFeedback { no, good: true, words: String::new(), how: None };
        town.act("周国栋", move |tx, terms, author| lianxin_council::feedback::feedback(tx, terms, author, &new));
    }
    let now = town.now();
    town.later(now, &["吴敏", "马建军", "李秀英"]);
    let area = town.matter(&town.at_step("look", "红星物业")).area.to_string();
    (town, area)
}

#[tokio::test]
async fn a_rule_is_proposed_with_its_estimate_and_talked_over_for_everybody_to_read() {
    let (town, area) = slow().await;
    let asked = format!("/path/whatif?what=limit&step=work&days=1&months=12&area={area}");
    let page = town.get("吴敏", &asked).await;
    assert!(page.says("5 件会走得不一样") && page.says("提出来，交给大家商量"), "{}", page.text);
    assert_eq!(page.red(), 1);
    let token = town.token("吴敏").await;
    let limit = [("what", "limit"), ("step", "work"), ("days", "1"), ("months", "12"), ("token", token.as_str())];
    let came = town.post("吴敏", "/path/whatif", &limit).await;
    assert!(came.status == 422 && came.says("选一个小区"), "{}", came.text);
    let here = [&limit[..], &[("area", area.as_str())]].concat();
    assert_eq!(town.post("马建军", "/path/whatif", &here).await.status, 404, "who does not look at matters");
    let came = town.post("吴敏", "/path/whatif", &here).await;
    assert_eq!(came.status, 303, "{}", came.text);
    let desk = came.header("location").to_owned();
    let again = town.post("吴敏", "/path/whatif", &here).await;
    assert_eq!(again.header("location"), desk, "sent twice it is one");
    let public = town.get("", &desk.replace("/desk/", "/m/")).await;
    for words in ["建议商量改一条规矩", "估算和实际", "还没有议定", "其中 5 件会变"] {
        assert!(public.says(words), "{words}: {}", public.text);
    }
    let matter = town.get("李秀英", &desk).await;
    assert!(matter.has_form(&format!("{desk}/decision")), "it is being talked over: {}", matter.text);
}

use crate::house::{FURONGLI, Told, at, thursday, town};
use lianxin_base::{DAY, HOUR};
use lianxin_council::rules::See;

#[tokio::test]
async fn what_is_due_first_stands_on_top_and_what_is_late_is_said() {
    let town = town().await;
    let old = town.report("地下室返味", &FURONGLI);
    town.db.clock().set(thursday().plus(5 * DAY));
    let work = town.at_step("work", "红星物业");
    let new = town.report("路灯不亮", &Told { area: "和平里", ..FURONGLI });
    let page = town.get("吴敏", "/desk").await;
    assert_eq!(page.status, 200, "{}", page.text);
    let places: Vec<_> = [&old, &new, &work].map(|no| page.text.find(no.as_str()).expect("listed")).to_vec();
    assert!(places.is_sorted(), "overdue, then today, then next week");
    assert!(page.says("在办 3 件") && page.says("1 件超期"), "{}", page.text);
    assert!(page.says("超了") && page.says("红星物业") && page.says("6 月 30 日（周二）前"), "{}", page.text);
    assert_eq!(page.red(), 0);
    assert!(page.says("<em class=\"num\">3</em>"), "counted on the rail and the tab");
}

#[tokio::test]
async fn filters_narrow_the_list_and_its_counts() {
    let town = town().await;
    let (here, there) =
        (town.at_step("work", "红星物业"), town.report("路灯不亮", &Told { area: "和平里", ..FURONGLI }));
    let org = town.map.org("红星物业");
    let area = town.map.area("和平里");
    for (query, has_here, has_there) in [
        ("", true, true),
        ("?stage=solve", true, false),
        ("?stage=collect", false, true),
        ("?stage=nonsense", false, false),
        (format!("?area={area}").as_str(), false, true),
        (format!("?holder={org}").as_str(), true, false),
        ("?late=1", false, false),
        ("?q=%E6%A5%BC%E9%81%93%E7%81%AF", true, false),
        ("?page=77", true, true),
        ("?page=x&area=x", false, false),
    ] {
        let page = town.get("吴敏", &format!("/desk{query}")).await;
        assert_eq!(page.status, 200, "{query}");
        assert_eq!((page.says(&here), page.says(&there)), (has_here, has_there), "{query}");
        assert_eq!(page.says("没有符合的事"), !has_here && !has_there, "{query}");
        let fragment = town.fragment("吴敏", &format!("/desk{query}"), "desk").await;
        assert!(fragment.text.starts_with("<div id=\"desk\"") && !fragment.says("<html"), "{query}");
        assert_eq!(fragment.says(&here), has_here, "{query}");
    }
}

#[tokio::test]
async fn a_number_leads_to_its_matter() {
    let town = town().await;
    let no = town.report("路灯不亮", &FURONGLI);
    let closed = town.at_step("closed", "红星物业");
    let full_width = no.replace('-', "－");
    let typed = |text: &str| text.bytes().map(|b| format!("%{b:02X}")).collect::<String>();
    for (q, leads) in
        [(no.as_str(), &no), (full_width.as_str(), &no), ("0001", &no), ("１", &no), (closed.as_str(), &closed)]
    {
        let came = town.get("吴敏", &format!("/desk?q={}", typed(q))).await;
        assert_eq!((came.status, came.header("location")), (303, at(leads).as_str()), "{q}");
    }
    assert_eq!(town.get("吴敏", "/desk?q=0077").await.status, 200);
    let other = town.report("路灯不亮", &Told { area: "和平里", ..FURONGLI });
    assert_eq!(town.get("吴敏", "/desk?q=1").await.status, 200, "two end in 0001: the list shows both");
    let elsewhere = town.get("何芳", &format!("/desk?q={}", typed(&other))).await;
    assert_eq!(elsewhere.status, 200, "a department is not led to what it never had");
    assert!(!elsewhere.says(&at(&other)));
}

#[tokio::test]
async fn fifty_stand_on_a_page_and_the_filters_stay_when_one_turns_it() {
    let town = town().await;
    for n in 0..51 {
        town.report(&format!("第 {n} 盏灯不亮"), &FURONGLI);
    }
    let page = town.get("吴敏", "/desk?stage=collect").await;
    assert_eq!(page.text.matches("<td class=\"what\">").count(), 50);
    assert!(page.says("href=\"/desk?stage=collect&#38;page=2\""), "{}", page.text);
    let next = town.get("吴敏", "/desk?stage=collect&page=2").await;
    assert_eq!(next.text.matches("<td class=\"what\">").count(), 1);
    assert!(
        next.says("?stage=collect&#38;page=2\" >") || next.says("?stage=collect&#38;page=2\">"),
        "rows keep the list"
    );
}

#[tokio::test]
async fn each_seat_sees_what_is_before_it_and_nothing_else() {
    let town = town().await;
    let (ours, theirs) = (town.at_step("work", "红星物业"), town.at_step("work", "演示区城管大队"));
    let far = town.report("院里积水", &Told { by: None, area: "御府苑", see: See::Parties });
    let loose = town.report("下水堵了", &Told { area: "铁东 12 号院", ..FURONGLI });
    for (who, sees) in [
        ("吴敏", [true, true, false, true]),
        ("周国栋", [true, true, false, true]),
        ("高远", [true, true, false, true]),
        ("马建军", [true, true, false, false]),
        ("刘志强", [true, true, false, false]),
        ("何芳", [false, true, false, false]),
    ] {
        let list = town.get(who, "/desk").await;
        for (no, may) in [&ours, &theirs, &far, &loose].into_iter().zip(sees) {
            assert_eq!(list.says(&at(no)), may, "{who} on the list: {no}");
            let element = town.matter(no).element();
            let (page, fragment) = (town.get(who, &at(no)).await, town.fragment(who, &at(no), &element).await);
            let want = if may { 200 } else { 404 };
            assert_eq!((page.status, fragment.status), (want, want), "{who} opens {no}");
        }
    }
    assert_eq!(town.get("nobody", "/desk").await.status, 303, "strangers are asked to sign in");
    assert_eq!(town.get("吴敏", "/desk/nothing").await.status, 404);
}

#[tokio::test]
async fn an_empty_desk_says_so() {
    let town = town().await;
    let page = town.get("何芳", "/desk").await;
    assert!(page.says("手上没有在办的事") && page.says("没有超期的") && !page.says("<table"), "{}", page.text);
    assert!(!page.says("/desk/new"), "a department registers for nobody");
    assert!(town.get("吴敏", "/desk").await.says("/desk/new"));
    let english = town.english("何芳", "/desk").await;
    assert!(english.says("Nothing is open here") && english.says("0 open matters, "), "{}", english.text);
}

#[tokio::test]
async fn on_the_last_day_the_hour_is_said() {
    let town = town().await;
    let no = town.report("路灯不亮", &FURONGLI);
    town.db.clock().set(thursday().plus(HOUR));
    let page = town.get("吴敏", "/desk").await;
    assert!(page.says(&no) && page.says("今天 ") && page.says("到期"), "{}", page.text);
}

#[tokio::test]
async fn the_list_a_slip_and_a_blank_slip_go_on_paper() {
    let town = town().await;
    let no = town.at_step("work", "红星物业");
    let other = town.at_step("look", "");
    let page = town.get("马建军", "/desk").await;
    assert!(page.says("href=\"/desk/day\""), "{}", page.text);
    let day = town.get("马建军", "/desk/day").await;
    assert!(day.status == 200 && day.says(&no), "{}", day.text);
    assert!(day.says("6 月 18 日（周四）手上的事") && day.says("共 2 件") && day.says("data-print"), "{}", day.text);
    let all = town.get("吴敏", "/desk/day").await;
    assert!(all.says(&no) && all.says(&other) && all.says("共 2 件"), "{}", all.text);
    let looks = town.get("吴敏", "/desk/day?stage=collect").await;
    assert!(!looks.says(&no) && looks.says(&other), "with the list's filters: {}", looks.text);

    let pane = town.get("马建军", &at(&no)).await;
    assert!(pane.says(&format!("href=\"{}/slip\"", at(&no))), "{}", pane.text);
    let slip = town.get("马建军", &format!("{}/slip", at(&no))).await;
    for words in ["派工单", &no, "张玉兰", "3 楼到 5 楼的灯都不亮", "居民签字", "class=\"a5\""] {
        assert!(slip.says(words), "{words}: {}", slip.text);
    }
    assert_eq!(town.get("马建军", &format!("{}/slip", at(&other))).await.status, 404, "not theirs");
    let blank = town.get("吴敏", "/desk/blank").await;
    for words in ["登记单", "□ 12345 转来", "□ 打电话", "补录"] {
        assert!(blank.says(words), "{words}: {}", blank.text);
    }
    let register = town.get("吴敏", "/desk/register").await;
    assert!(
        register.says("登记簿") && register.says("芙蓉社区居委会") && register.says("补录的编号"),
        "{}",
        register.text
    );
    assert_eq!(register.text.matches("<td class=\"num\">").count(), 8);
    assert_eq!(town.get("马建军", "/desk/register").await.status, 404, "only who registers for others");
    assert_eq!(town.get("马建军", "/desk/blank").await.status, 404, "only who registers for others");
}

#[tokio::test]
async fn pages_are_in_one_order_and_what_is_counted_is_true_of_all_of_them() {
    let town = town().await;
    for n in 0..60 {
        town.report(&format!("第 {n} 盏灯不亮"), &FURONGLI);
    }
    for n in 0..45 {
        town.report(&format!("第 {n} 处积水"), &Told { area: "和平里", ..FURONGLI });
    }
    let (work, org) = (town.at_step("work", "红星物业"), town.map.org("红星物业"));
    let rows = |text: &str| -> Vec<String> {
        let cells = text.split("<td class=\"what\">").skip(1);
        cells.filter_map(|c| Some(c.split("href=\"").nth(1)?.split(['?', '"']).next()?.to_owned())).collect()
    };
    let mut all = Vec::new();
    for n in 1..=3 {
        let page = town.get("吴敏", &format!("/desk?page={n}")).await;
        assert!(page.says("在办 106 件"), "{}", page.text);
        all.extend(rows(&page.text));
    }
    assert_eq!(all.last(), Some(&at(&work)), "due last");
    let each: std::collections::BTreeSet<_> = all.iter().collect();
    assert_eq!((all.len(), each.len()), (106, 106), "each once on the three pages");
    let area = town.map.area("和平里");
    let page = town.get("吴敏", &format!("/desk?area={area}")).await;
    assert!(rows(&page.text).len() == 45 && page.says("<em class=\"num\">45</em>"), "{}", page.text);
    assert_eq!(rows(&town.get("吴敏", &format!("/desk?holder={org}&area={area}")).await.text), [""; 0]);
    assert_eq!(rows(&town.get("吴敏", &format!("/desk?holder={org}")).await.text), [at(&work)]);
    // What is late is counted and shown without what is due later.
    town.db.clock().set(thursday().plus(3 * DAY + 12 * HOUR));
    let late = town.get("吴敏", "/desk?late=1&page=3").await;
    assert!(late.says("105 件超期") && rows(&late.text).len() == 5, "{}", late.text);
    assert!(late.says("<em class=\"num\">105</em>") && !late.says(&work), "{}", late.text);
}

//! Ways in trouble: brought over without hops, told by a clock set back, loops, a thousand hops, an organisation that is gone.

use crate::house::{FURONGLI, Town, at, town};
use lianxin_base::{DAY, Lang};
use lianxin_council::collect::NewNote;
use lianxin_council::feedback::{NewFeedback, feedback};
use lianxin_council::ledger::{IMPORT, SCHEMA};
use lianxin_council::solve::completion;
use lianxin_journal::{By, Head};
use lianxin_paper::{Asked, Table, read};
use lianxin_register::Contract;

/// A matter's page as everybody sees it.
fn public(no: &str) -> String {
    lianxin_council::pages::url(no)
}

/// The company says that it is done, the reporter's side that it is not.
fn again(town: &Town, no: &str) {
    let new = NewNote { no: no.to_owned(), seen: None, words: "换好了".into() };
    town.act("马建军", move |tx, terms, author| completion(tx, terms, author, &new, None, &[]));
    let new = NewFeedback { no: no.to_owned(), good: false, words: "还是不亮".into(), how: None };
    town.act("周国栋", move |tx, terms, author| feedback(tx, terms, author, &new));
}

#[tokio::test]
async fn what_an_older_ledger_brought_without_a_step_is_told_and_counted() {
    let town = town().await;
    let csv = (1..=6).fold(String::from("编号,受理日期,来源,小区楼栋,事项,承办单位\n"), |csv, n| {
        csv + &format!("{n},2026-06-1{n},电话,芙蓉里,想加个凉亭,\n")
    });
    let (db, area) = (town.db.clone(), town.map.area("芙蓉里"));
    let enter = move || {
        let lines = Table::of(read(csv.as_bytes()).expect("read"), &SCHEMA).expect("a header").lines;
        let asked = Asked { area, by: By::Office, lang: Lang::Zh };
        db.act_wait(area, move |tx| (IMPORT.enter)(tx, &asked, &lines)).expect("entered")
    };
    let entered = std::thread::scope(|s| s.spawn(enter).join()).expect("ran");
    assert_eq!(entered.faults, vec![]);
    let page = town.get("吴敏", &at("芙蓉里-2026-0001")).await;
    assert_eq!(page.status, 200, "{}", page.text);
    let page = town.get("", &public("芙蓉里-2026-0001")).await;
    assert!(page.status == 200 && page.says("才刚收到，还没有往下走"), "{}", page.text);
    assert!(town.english("", &public("芙蓉里-2026-0001")).await.says("nothing to compare"));
    let map = town.get("吴敏", "/path/map").await;
    assert!(map.says("来了 6 件，办结 0 件") && map.says("以前的台账带来的事只计次数，不计时间"), "{}", map.text);
    assert!(town.get("吴敏", "/path/rows?what=begun").await.says("6 件事"));
    assert!(town.get("吴敏", "/path").await.says("芙蓉社区居委会"), "it is in somebody's hand");
    assert_eq!(town.get("吴敏", "/path/week").await.status, 200);
}

#[tokio::test]
async fn a_clock_that_was_set_back_makes_no_time_of_a_way_negative() {
    let mut town = town().await;
    let no = town.at_step("work", "红星物业");
    let back = town.now().plus(-2 * DAY);
    town.db.clock().set(back);
    again(&town, &no);
    town.later(back, &["吴敏"]);
    for at in [public(&no), at(&no), "/path".into(), "/path/map".into(), "/path/week".into()] {
        let page = town.get("吴敏", &at).await;
        assert_eq!(page.status, 200, "{at}: {}", page.text);
        let negative = page.text.split('>').find(|s| s.trim_start().starts_with('-') && s.contains(['天', '时', '分']));
        assert_eq!(negative, None, "{at}");
    }
    let seen = town.get("", &public(&no)).await;
    assert!(seen.says("其中 1 次是没办好，又办一遍"), "its steps keep their order: {}", seen.text);
    assert_eq!(crate::photos::findings(&town), []);
}

#[tokio::test]
async fn a_matter_that_goes_in_circles_says_how_often_and_where() {
    let town = town().await;
    let no = town.at_step("work", "红星物业");
    (0..5).for_each(|_| again(&town, &no));
    let page = town.get("", &public(&no)).await;
    assert!(page.says("其中 5 次是没办好，又办一遍。"), "{}", page.text);
    assert!(town.english("", &public(&no)).await.says("5 times it was not solved and was done again"));
    // Six others beside it, so that there is a map.
    (0..6).for_each(|_| drop(town.at_step("work", "红星物业")));
    let map = town.get("吴敏", "/path/map").await;
    let back = map.text.split("在哪儿折返").nth(2).unwrap_or_default();
    assert!(back.contains("居民说没办好") && back.contains("没办好，又办一遍"), "{}", map.text);
    let rows = town.get("吴敏", "/path/rows?what=back").await;
    assert!(rows.says("不到 5 件") && !rows.says(&no), "five times, but one matter: {}", rows.text);
}

#[tokio::test]
async fn a_matter_of_a_thousand_hops_has_a_page_that_says_what_it_leaves_out() {
    let town = town().await;
    let no = town.at_step("work", "红星物业");
    (0..500).for_each(|_| again(&town, &no));
    let page = town.get("", &public(&no)).await;
    let from = page.text.find("段，这里").map_or(0, |at| at.saturating_sub(60));
    let told = page.text.get(from..).unwrap_or_default();
    assert!(page.status == 200 && page.says("一共 1002 段，这里只列前 60 段；图和合计算的是全部。"), "{told}");
    assert!(page.says("图上只画前") && page.says("其中 500 次是没办好"), "{told}");
    assert!(town.english("", &public(&no)).await.says("1002 stays in all; the first 60 are listed"));
    assert!(page.body.len() < 400_000, "{}", page.body.len());
    for at in [at(&no), "/path".into(), "/path/week".into(), "/path/map".into(), "/path/whatif?what=skip".into()] {
        assert_eq!(town.get("吴敏", &at).await.status, 200, "{at}");
    }
}

#[tokio::test]
async fn an_organisation_that_is_gone_keeps_its_name_and_is_asked_for_nothing_more() {
    let mut town = town().await;
    (0..5).for_each(|_| drop(town.at_step("closed", "红星物业")));
    let no = town.at_step("work", "红星物业");
    let (area, org, last) = (town.map.area("芙蓉里"), town.map.org("红星物业"), town.now().day());
    town.act("周国栋", move |tx, _, author| {
        let was = lianxin_register::find::contracts_of_area(tx, area)?.into_iter().find(|c| c.org == org);
        let was = was.expect("its contract");
        let ends = Contract { contract: was.id, org, area, since: was.since, until: Some(last) };
        let head = Head { id: author.act, area, by: author.by, no: None, token: None };
        lianxin_register::contract(tx, head, ends)
    });
    town.later(town.now().plus(2 * DAY), &["吴敏"]);
    let page = town.get("", &public(&no)).await;
    assert!(page.status == 200 && page.says("红星物业"), "{}", page.text);
    assert!(town.get("吴敏", "/path").await.says("<b>红星物业</b>"), "what it has in hand is still its");
    let area = area.to_string();
    let form = town.get("吴敏", &format!("/path/whatif?area={area}")).await;
    assert!(form.status == 200 && !form.says(&org.to_string()), "it is not offered: {}", form.text);
    let at = format!("/path/whatif?what=straight&to={org}&area={area}");
    let asked = town.get("吴敏", &at).await;
    assert!(asked.status == 422 && asked.says("选一家现在还管这里的单位。"), "{}", asked.text);
    assert!(town.english("吴敏", &at).await.status == 422);
    let new = town.report("门口的灯又不亮了", &FURONGLI);
    let look = [("title", "灯"), ("category", "light"), ("pace", "general"), ("executor", &org.to_string())];
    let came = town.send("吴敏", &new, "dispatch", &look).await;
    assert_eq!(came.status, 422, "nothing new is handed to it: {}", came.text);
}

//! Two compounds become one while a vote is open: it goes on, and is found under the one that goes on.

use crate::house::{Town, YARD, apart, closes, day, town};
use lianxin_base::ActId;
use lianxin_journal::{By, Head};
use lianxin_register::{self as register, AreaMerge};

const NEXT: &str = "芙蓉里";

fn merged(town: &Town) {
    let (area, successor) = (town.map.area(YARD), town.map.area(NEXT));
    let now = town.db.clock().now();
    let id = ActId::new(town.db.chance(), now);
    let until = now.day().plus(-1);
    let run = move |tx: &mut lianxin_store::Tx<'_>| {
        let head = Head { id, area, by: By::Office, no: None, token: None };
        register::area_merge(tx, head, AreaMerge { area, successor, until }).map(|_| ())
    };
    apart(|| town.db.act_wait(area, run)).expect("merged");
}

#[tokio::test]
async fn a_vote_of_a_compound_that_was_merged_goes_on_and_is_found_under_the_new_one() {
    let mut town = town().await;
    let url = town.open().await;
    assert_eq!(town.send("佟玉珍", &format!("{url}/cast"), &[("m1", "yes"), ("m2", "yes")]).await.status, 303);
    town.pass(day("2026-07-05").at(10, 0));
    merged(&town);
    let list = town.get("", &format!("/votes?area={NEXT}")).await;
    assert!(list.says(&url), "{}", list.text);
    let home = town.get("佟玉珍", "/votes").await;
    assert!(home.says(&url), "their list is the new compound's: {}", home.text);
    assert!(town.get("吴敏", &format!("/ownership?area={NEXT}")).await.says("佟玉珍"));
    let desk = town.get("吴敏", &format!("{url}/desk")).await;
    assert_eq!(desk.status, 200, "{}", desk.text);
    assert_eq!(town.send("佟玉珍", &format!("{url}/cast"), &[("m1", "no"), ("m2", "no")]).await.status, 303);
    town.pass(closes());
    let came = town.send("吴敏", &format!("{url}/count"), &[]).await;
    assert_eq!(came.status, 303, "{}", came.text);
    assert!(town.get("", &format!("/votes?area={NEXT}")).await.says(&url));
    crate::counting::verified(&town);
}

#[tokio::test]
async fn a_vote_that_had_not_opened_does_not_open_for_other_owners() {
    let mut town = town().await;
    let url = town.called().await;
    merged(&town);
    town.pass(crate::house::opens());
    assert_eq!(town.vote(&url).state, lianxin_property::assembly::State::Called);
    let came = town.send("吴敏", &format!("{url}/open"), &[]).await;
    assert!([409, 422].contains(&came.status), "{} {}", came.status, came.text);
    let off = town.send("吴敏", &format!("{url}/off"), &[("reason", "两个小区合成一个了，重新召集")]).await;
    assert_eq!(off.status, 303, "{}", off.text);
    crate::counting::verified(&town);
}

//! Two compounds become one while a vote is open: it goes on, and is found under the one that goes on. Before it opens it goes on only
//! where it asks the same owners.

use crate::house::{Town, YARD, apart, calling, closes, day, town};
use lianxin_base::ActId;
use lianxin_journal::{By, Head};
use lianxin_property::assembly::State;
use lianxin_register::{self as register, AreaMerge};

const NEXT: &str = "芙蓉里";

fn merged(town: &Town, old: &str, new: &str) {
    let (area, successor) = (town.map.area(old), town.map.area(new));
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
    merged(&town, YARD, NEXT);
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
async fn a_vote_that_had_not_opened_does_not_open_for_other_owners_and_its_convener_hears_why() {
    let mut town = town().await;
    let url = town.called().await;
    assert!(!town.get("吴敏", &format!("{url}/desk")).await.says("合并"));
    merged(&town, YARD, NEXT);
    let desk = town.get("吴敏", &format!("{url}/desk")).await;
    assert!(desk.says("要问的业主和通知过的不一样，这次不能开始"), "{}", desk.text);
    town.pass(crate::house::opens());
    assert_eq!(town.vote(&url).state, State::Called);
    let told = town.number("SELECT count(*) FROM outbox_message WHERE kind = 'property.opening_stuck'");
    assert!(told > 0, "whoever convened hears of it");
    let came = town.send("吴敏", &format!("{url}/open"), &[]).await;
    assert!(came.status == 422 && came.says("照合并后的小区重新召集"), "{} {}", came.status, came.text);
    let off = town.send("吴敏", &format!("{url}/off"), &[("reason", "两个小区合成一个了，重新召集")]).await;
    assert_eq!(off.status, 303, "{}", off.text);
    crate::counting::verified(&town);
}

#[tokio::test]
async fn a_vote_of_a_compound_that_another_joined_does_not_open_either() {
    let mut town = town().await;
    let url = town.called().await;
    town.pass(day("2026-06-25").at(10, 0));
    merged(&town, NEXT, YARD);
    assert!(town.get("吴敏", &format!("{url}/desk")).await.says("照合并后的小区重新召集"));
    town.pass(crate::house::opens());
    assert_eq!(town.vote(&url).state, State::Called, "owners who were never told would be asked");
    // Called anew, it opens for all of them, if their roll is settled: here it is not.
    let again = town.called_on("2026-07-24", "2026-08-03").await;
    let desk = town.get("吴敏", &format!("{again}/desk")).await;
    assert!(!desk.says("照合并后的小区重新召集") && desk.says("套房没理清"), "{}", desk.text);
    crate::counting::verified(&town);
}

#[tokio::test]
async fn a_vote_of_one_building_asks_the_same_owners_and_goes_on() {
    let mut town = town().await;
    let area = town.map.area(YARD).to_string();
    let mut pairs = calling(&area);
    pairs.extend([("scope", "building"), ("house", "东排")]);
    let came = town.send("吴敏", "/votes", &pairs).await;
    assert_eq!(came.status, 303, "{}", came.text);
    let url = came.header("location").split("/desk").next().unwrap_or_default().to_owned();
    merged(&town, YARD, NEXT);
    let desk = town.get("吴敏", &format!("{url}/desk")).await;
    assert!(!desk.says("合并") && desk.says("名册理得清"), "{}", desk.text);
    town.pass(crate::house::opens());
    assert_eq!(town.vote(&url).state, State::Open);
    assert_eq!(town.number("SELECT units FROM property_roll"), 8, "the eight houses of the row");
    let no = town.number_of(&url, "东排", "1 号").to_string();
    for who in ["吴敏", "周国栋"] {
        let marks = [("no", no.as_str()), ("m1", "yes"), ("m2", "no")];
        assert_eq!(town.send(who, &format!("{url}/papers"), &marks).await.status, 303, "{who}");
    }
    town.pass(closes());
    assert_eq!(town.send("吴敏", &format!("{url}/count"), &[]).await.status, 303);
    crate::counting::verified(&town);
}

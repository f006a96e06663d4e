//! Who is told: owners when it is called, opens and is counted, three days before the close who has not voted; the convener
//! when a count or a filing waits.

use crate::house::{Town, closes, day, opens, town};

fn told(town: &Town, kind: &'static str) -> i64 {
    town.read(move |r| {
        let sql = "SELECT count(*) FROM outbox_message WHERE kind = $1";
        r.row(sql, lianxin_store::params![kind], |row| row.int(0)).expect("read").unwrap_or(0)
    })
}

fn is_told(town: &Town, kind: &'static str, who: &'static str) -> bool {
    let person = town.map.person(who);
    town.read(move |r| {
        let sql = "SELECT count(*) FROM outbox_message WHERE kind = $1 AND person = $2";
        r.row(sql, lianxin_store::params![kind, person], |row| row.int(0)).expect("read").unwrap_or(0) > 0
    })
}

#[tokio::test]
async fn owners_are_told_and_who_has_voted_is_not_reminded() {
    let mut town = town().await;
    let url = town.called().await;
    assert!(is_told(&town, "property.called", "佟玉珍") && is_told(&town, "property.called", "康福"));
    assert!(!is_told(&town, "property.called", "魏红"), "a tenant is no owner");
    for (house, door, name) in [("东排", "3 号", "佟玉珍"), ("西排", "5 号", "康福")] {
        town.verified(house, door, name).await;
    }
    town.pass(opens());
    assert!(is_told(&town, "property.opened", "佟玉珍"));
    assert_eq!(town.send("佟玉珍", &format!("{url}/cast"), &[("m1", "yes"), ("m2", "yes")]).await.status, 303);
    town.pass(day("2026-07-10").at(9, 0));
    assert!(!is_told(&town, "property.last_days", "佟玉珍") && is_told(&town, "property.last_days", "康福"));
    let once = told(&town, "property.last_days");
    town.pass(closes());
    assert_eq!((told(&town, "property.last_days"), told(&town, "property.count_waits")), (once, 1));
    town.pass(day("2026-07-15").at(9, 0));
    assert_eq!(told(&town, "property.count_waits"), 2, "two days later the convener is reminded");
    town.pass(day("2026-07-16").at(9, 0));
    assert_eq!(told(&town, "property.count_waits"), 2, "once");
    assert_eq!(town.send("吴敏", &format!("{url}/count"), &[]).await.status, 303);
    assert!(is_told(&town, "property.result", "佟玉珍") && is_told(&town, "property.result", "康福"));
}

#[tokio::test]
async fn a_machine_that_was_off_until_the_close_reminds_nobody() {
    let mut town = town().await;
    town.open().await;
    town.pass(closes());
    assert_eq!((told(&town, "property.last_days"), told(&town, "property.count_waits")), (0, 1));
}

#[tokio::test]
async fn a_vote_that_is_called_off_is_said_to_its_owners_and_reminds_nobody() {
    let mut town = town().await;
    let early = town.called().await;
    assert_eq!(town.send("吴敏", &format!("{early}/off"), &[("reason", "改天再开")]).await.status, 303);
    assert!(is_told(&town, "property.called_off", "佟玉珍") && is_told(&town, "property.called_off", "康福"));
    assert!(!is_told(&town, "property.called_off", "魏红"), "a tenant is no owner");
    let once = told(&town, "property.called_off");
    let url = town.open().await;
    assert_eq!(town.send("吴敏", &format!("{url}/off"), &[("reason", "停电")]).await.status, 303);
    assert!(told(&town, "property.called_off") > once, "also once it is open");
    let desk = town.get("吴敏", &format!("{url}/desk")).await;
    assert!(!desk.says("/notice\""), "nobody hangs out the notice of a vote that is off: {}", desk.text);
    town.pass(day("2026-07-20").at(9, 0));
    assert_eq!((told(&town, "property.last_days"), told(&town, "property.count_waits")), (0, 0));
}

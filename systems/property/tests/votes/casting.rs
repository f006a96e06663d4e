//! 投票 on the phone: once per owner, changed until the close, sealed, late by the rule.

use crate::house::{Town, YARD, apart, closes, opens, owned, town};

const YES_NO: &[(&str, &str)] = &[("m1", "yes"), ("m2", "no")];

fn ballots(town: &Town) -> i64 {
    town.number("SELECT count(*) FROM property_ballot")
}

fn marks(town: &Town) -> String {
    town.read(|r| r.row("SELECT marks FROM property_ballot", &[], |row| row.text(0)).expect("read").expect("one"))
}

#[tokio::test]
async fn an_owner_votes_changes_it_and_nobody_sees_what() {
    let mut town = town().await;
    let url = town.open().await;
    let cast = format!("{url}/cast");
    let form = town.get("佟玉珍", &cast).await;
    assert!(form.status == 200 && form.red() == 1 && form.says("谁也看不到您投了什么"), "{}", form.text);
    assert!(town.english("佟玉珍", &cast).await.says("nobody sees what you chose"));
    let came = town.send("佟玉珍", &cast, YES_NO).await;
    assert_eq!((came.status, came.header("location")), (303, format!("{url}?said=cast").as_str()), "{}", came.text);
    assert_eq!((ballots(&town), marks(&town).as_str()), (1, "yes,no"));
    let came = town.send("佟玉珍", &cast, &[("m1", "abstain"), ("m2", "no")]).await;
    assert_eq!(came.status, 303);
    assert_eq!((ballots(&town), marks(&town).as_str()), (1, "abstain,no"), "one count");
    let page = town.get("佟玉珍", &url).await;
    assert!(page.says("投过了") && page.says("留底号") && page.says("改一改"), "{}", page.text);
    let form = town.get("佟玉珍", &cast).await;
    assert!(!form.says("checked"), "not even to the voter");
    let desk = town.get("吴敏", &format!("{url}/desk")).await;
    assert!(desk.says("还差 12 人") && desk.says("1 / 8 人") && !desk.says("弃权"), "{}", desk.text);
    // Of the public record only the time is left of it.
    let told = town.number("SELECT count(*) FROM journal_act WHERE kind = 'property.ballot' AND body LIKE '%abstain%'");
    assert_eq!(told, 0);
}

#[tokio::test]
async fn who_is_not_a_verified_owner_is_refused_politely() {
    let mut town = town().await;
    let url = town.open().await;
    let cast = format!("{url}/cast");
    for who in ["魏红", "张玉兰", "马建军"] {
        let page = town.get(who, &cast).await;
        assert!(page.status == 403 && page.says("请带房本到社区核一下"), "{who}: {} {}", page.status, page.text);
        let no = town.number_of(&url, "东排", "3 号").to_string();
        let sent = town.send(who, &cast, &[("no", &no), ("m1", "yes"), ("m2", "yes")]).await;
        assert_eq!(sent.status, 403, "{who}");
    }
    let own = town.number_of(&url, "西排", "5 号").to_string();
    let came = town.send("佟玉珍", &cast, &[("no", &own), ("m1", "yes"), ("m2", "yes")]).await;
    assert_eq!(came.status, 303, "another's number is not theirs: it is their own that is cast");
    let mine = town.mine(&url, "佟玉珍");
    let no = town.read(|r| r.row("SELECT no FROM property_ballot", &[], |row| row.int(0)).expect("read").expect("one"));
    assert_eq!((ballots(&town), vec![no]), (1, mine));
}

#[tokio::test]
async fn before_it_opens_a_verified_owner_hears_when_to_come_back() {
    let town = town().await;
    let url = town.called().await;
    town.verified("东排", "3 号", "佟玉珍").await;
    let page = town.get("佟玉珍", &format!("{url}/cast")).await;
    assert!(page.status == 409 && page.says("还没开始投"), "{} {}", page.status, page.text);
    assert_eq!(town.send("佟玉珍", &format!("{url}/cast"), YES_NO).await.status, 409);
    assert_eq!(ballots(&town), 0);
}

#[tokio::test]
async fn a_choice_left_out_is_said_and_the_others_are_kept() {
    let mut town = town().await;
    let url = town.open().await;
    for pairs in [&[("m1", "yes")][..], &[("m1", "yes"), ("m2", "maybe")], &[("m1", "yes"), ("m2", "invalid")]] {
        let came = town.send("佟玉珍", &format!("{url}/cast"), pairs).await;
        assert!(came.status == 422 && came.says("每件事都要选一个"), "{}", came.text);
        assert!(came.says("value=\"yes\" id=\"f-m1\" checked") && came.red() == 1, "{}", came.text);
    }
    assert_eq!(ballots(&town), 0);
}

#[tokio::test]
async fn the_closing_second_is_late_whether_the_timer_ran_or_not() {
    let mut town = town().await;
    let url = town.open().await;
    let cast = format!("{url}/cast");
    town.db.clock().set(closes().plus(-1_000_000));
    assert_eq!(town.send("佟玉珍", &cast, YES_NO).await.status, 303, "a second before");
    town.db.clock().set(closes());
    let page = town.get("康福", &cast).await;
    assert!(page.status == 409 && page.says("投票已经截止"), "{} {}", page.status, page.text);
    let came = town.send("康福", &cast, YES_NO).await;
    assert!(came.status == 422 && came.says("投票已经截止"), "{} {}", came.status, came.text);
    assert_eq!(ballots(&town), 1);
    town.pass(closes().plus(1));
    let after = town.send("康福", &cast, YES_NO).await;
    assert!(after.status == 409 && after.says("投票已经截止"), "{} {}", after.status, after.text);
    assert_eq!(ballots(&town), 1);
}

#[tokio::test]
async fn two_phones_at_once_are_one_vote_and_a_form_sent_twice_is_one_act() {
    let mut town = town().await;
    let url = town.open().await;
    let cast = format!("{url}/cast");
    let tokens = [town.token("佟玉珍").await, town.token("佟玉珍").await];
    let form = |token: &str, mark: &str| {
        let pairs = [("token", token), ("m1", mark), ("m2", "no")].map(|(n, v)| (n.to_owned(), v.to_owned()));
        pairs.to_vec()
    };
    let (one, two) = (form(&tokens[0], "yes"), form(&tokens[1], "no"));
    let send = async |pairs: &[(String, String)]| {
        let pairs: Vec<(&str, &str)> = pairs.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        town.post("佟玉珍", &cast, &pairs).await.status
    };
    let (a, b, c) = tokio::join!(send(&one), send(&two), send(&one));
    assert_eq!((a, b, c), (303, 303, 303));
    assert_eq!(ballots(&town), 1);
    assert_eq!(town.number("SELECT count(*) FROM journal_act WHERE kind = 'property.ballot'"), 2);
}

#[tokio::test]
async fn what_the_register_says_later_does_not_change_the_vote() {
    let mut town = town().await;
    let url = town.open().await;
    let before = town.get("", &url).await;
    // A neighbour owns another unit under a set of their own: in the register now, on no roll.
    let unit = new_unit(&town);
    apart(|| owned(&town.db, &town.map, unit, Some(town.map.person("魏红"))));
    let after = town.get("", &url).await;
    assert!(before.says("20 套房") && after.says("20 套房"));
    assert_eq!(town.verified("东排", "9 号", "魏红").await.status, 303, "an owner now");
    let came = town.get("魏红", &format!("{url}/cast")).await;
    assert_eq!(came.status, 403, "but not on this roll");
    let desk = town.get("吴敏", &format!("{url}/desk")).await;
    assert!(desk.says("一共 19 人"), "{}", desk.text);
    assert!(town.db.clock().now() >= opens());
}

fn new_unit(town: &Town) -> lianxin_base::UnitId {
    use lianxin_base::{ActId, Area, UnitId};
    use lianxin_journal::{By, Head};
    use lianxin_register::{self as register, AreaSource, Door, Unit, UnitKind, Units};
    let (area, now) = (town.map.area(YARD), town.db.clock().now());
    let (unit, building) = (UnitId::new(town.db.chance(), now), town.map.building(YARD, "东排"));
    let head = Head { id: ActId::new(town.db.chance(), now), area, by: By::Office, no: None, token: None };
    let run = move |tx: &mut lianxin_store::Tx<'_>| {
        let (floor_area, area_source) = (Some(Area(54_20)), Some(AreaSource::Register));
        let new = Unit { unit, kind: UnitKind::Dwelling, label: "9 号".into(), floor_area, area_source };
        register::units(tx, head.clone(), Units { building, doors: vec![Door::of(new)] })
    };
    apart(|| town.db.act_wait(area, run)).expect("a unit");
    unit
}

#[tokio::test]
async fn where_it_is_paper_only_the_phone_says_so() {
    let mut town = town().await;
    let area = town.map.area(YARD).to_string();
    for online in ["paper_only", "only_official_system"] {
        let pairs: Vec<_> = crate::house::calling(&area)
            .into_iter()
            .map(|(n, v)| if n == "online" { (n, online) } else { (n, v) })
            .collect();
        let came = town.send("吴敏", "/votes", &pairs).await;
        assert_eq!(came.status, 303, "{}", came.text);
    }
    town.verified("东排", "3 号", "佟玉珍").await;
    town.pass(opens());
    let urls: Vec<(String, String)> = town.read(|r| {
        let rows = r.rows("SELECT id, online FROM property_vote", &[], |row| Ok((row.text(0)?, row.text(1)?)));
        rows.expect("read")
    });
    for (id, online) in urls {
        let page = town.get("佟玉珍", &format!("/votes/{id}")).await;
        assert!(page.red() == 0 && page.says("您还没投"), "{online}: {}", page.text);
        let came = town.get("佟玉珍", &format!("/votes/{id}/cast")).await;
        let says = if online == "paper_only" { "这次只用纸票" } else { "主管部门的电子投票系统" };
        assert!(came.status == 409 && came.says(says), "{online}: {}", came.text);
    }
}

#[tokio::test]
async fn an_open_vote_is_found_where_people_come_in() {
    use lianxin_base::Lang;
    use lianxin_property::assembly::{open_now, strip};
    let mut town = town().await;
    let url = town.called().await;
    let seen = |town: &Town| {
        let (home, now) = (town.map.area(YARD), town.db.clock().now());
        town.read(move |r| {
            let strip = strip(r, home, Lang::Zh, now).expect("read").map(|html| html.0).unwrap_or_default();
            let open: Vec<String> = open_now(r, Lang::Zh, now, 3).expect("read").into_iter().map(|v| v.url).collect();
            (strip, open)
        })
    };
    let (strip_before, open) = seen(&town);
    assert!(strip_before.contains("开始投") && strip_before.contains(&url) && open.is_empty());
    town.pass(opens());
    let (strip_open, open) = seen(&town);
    assert!(strip_open.contains("截止") && open == [url], "{strip_open}");
    town.db.clock().set(closes());
    assert_eq!(seen(&town), (String::new(), vec![]), "at the closing second, whether the timer ran or not");
}

//! 问谁、哪些房子算、没投的怎么算: a building asks itself only, parking counts by a rule, the silent follow by another; both tallies.

use crate::counting::verified;
use crate::house::{Came, Town, YARD, apart, calling, closes, opens, owned, town};
use lianxin_base::{ActId, UnitId};
use lianxin_journal::{By, Head};
use lianxin_property::assembly::State;
use lianxin_register::{self as register, AreaSource, Door, Unit, UnitKind, Units};

/// A call with other answers.
fn with<'a>(area: &'a str, other: &[(&'static str, &'a str)]) -> Vec<(&'static str, &'a str)> {
    let usual = calling(area).into_iter().filter(|(name, _)| other.iter().all(|(n, _)| n != name));
    usual.chain(other.iter().copied()).filter(|(_, value)| *value != "-").collect()
}

async fn call(town: &Town, other: &[(&'static str, &str)]) -> Came {
    let area = town.map.area(YARD).to_string();
    town.send("吴敏", "/votes", &with(&area, other)).await
}

async fn called(town: &Town, other: &[(&'static str, &str)]) -> String {
    let came = call(town, other).await;
    assert_eq!(came.status, 303, "{}", came.text);
    came.header("location").split("/desk").next().unwrap_or_default().to_owned()
}

/// Two workers enter the same paper.
async fn paper(town: &Town, url: &str, (row, door): (&'static str, &'static str), marks: [&str; 2]) {
    let no = town.number_of(url, row, door).to_string();
    for who in ["吴敏", "周国栋"] {
        let came = town.send(who, &format!("{url}/papers"), &[("no", &no), ("m1", marks[0]), ("m2", marks[1])]).await;
        assert_eq!(came.status, 303, "{row} {door}: {}", came.text);
    }
}

#[tokio::test]
async fn a_vote_of_one_building_takes_that_building_only_from_the_call_to_the_file() {
    let mut town = town().await;
    let url = called(&town, &[("scope", "building"), ("house", "东排")]).await;
    let told = "SELECT count(*) FROM outbox_message WHERE kind = 'property.called'";
    assert_eq!(town.number(told), 8, "nobody of the other row");
    assert_eq!(town.verified("东排", "3 号", "佟玉珍").await.status, 303);
    assert_eq!(town.verified("西排", "5 号", "康福").await.status, 303);
    let draft = town.get("吴敏", &format!("{url}/roll")).await;
    assert!(draft.says("铁东 12 号院 东排") && draft.text.matches("<tr>").count() == 9, "{}", draft.text);
    town.pass(opens());
    let page = town.get("", &url).await;
    assert!(page.says("只问东排的业主") && page.says("8 套房，8 人，433.60 平方米"), "{}", page.text);
    assert_eq!((town.mine(&url, "佟玉珍").len(), town.mine(&url, "康福").len()), (1, 0));
    let other = town.send("康福", &format!("{url}/cast"), &[("m1", "yes"), ("m2", "yes")]).await;
    assert!([403, 422].contains(&other.status) && other.says("要业主本人"), "{}", other.text);
    for printed in ["roll", "ballots", "tally", "delivery/print"] {
        let came = town.get("吴敏", &format!("{url}/{printed}")).await;
        assert!(came.says("东排") && !came.says("西排"), "{printed}: {}", came.text);
    }
    assert!(town.get("", &format!("{url}/notice")).await.says("铁东 12 号院 东排 业主大会会议通知"));
    assert_eq!(town.send("佟玉珍", &format!("{url}/cast"), &[("m1", "yes"), ("m2", "yes")]).await.status, 303);
    for door in ["1 号", "2 号", "4 号", "5 号"] {
        paper(&town, &url, ("东排", door), ["yes", "yes"]).await;
    }
    let desk = town.get("吴敏", &format!("{url}/desk")).await;
    assert!(desk.says("还差 1 人") && desk.says("5 / 8 人") && !desk.says("西排"), "{}", desk.text);
    paper(&town, &url, ("东排", "6 号"), ["yes", "no"]).await;
    town.pass(closes());
    assert_eq!(town.send("吴敏", &format!("{url}/count"), &[]).await.status, 303);
    let page = town.get("", &url).await;
    // 6 of 8 are enough of one building, and would be far from enough of 19.
    assert!(page.says("3×6") && page.says("2×8") && page.says("通过了"), "{}", page.text);
    let file = town.send("吴敏", &format!("{url}/file"), &[("purpose", "check")]).await;
    let input = lianxin_ballot::Input::read_json(&file.text).expect("a file");
    assert!(matches!(input.scope, lianxin_ballot::Scope::Buildings(ref all) if all.len() == 1));
    let outcome = lianxin_ballot::count(&input).expect("counted again");
    assert_eq!((outcome.electorate.all.persons, input.roll.units.len()), (8, 8));
    assert!(!file.says("东排"), "doors and names are not in it");
    verified(&town);
}

#[tokio::test]
async fn a_scope_that_is_not_there_or_may_not_decide_is_refused_with_a_sentence() {
    let town = town().await;
    for (other, at, says) in [
        (&[("scope", "building"), ("house", "9 号楼")][..], "9 号楼", "没有登记这一栋"),
        (&[("scope", "building"), ("house", "")], "修排水沟", "没有登记这一栋"),
        // Of another compound.
        (&[("scope", "building"), ("house", "3 号楼")], "3 号楼", "没有登记这一栋"),
        (&[("scope", "entrance"), ("house", "东排"), ("entrance", "2 单元")], "2 单元", "没有登记这一栋"),
        (&[("scope", "building"), ("house", "东排"), ("kind1", "manager")], "东排", "不能只问一栋"),
        (&[("counted", "parking")], "修排水沟", "再写依据"),
        (&[("counted_by", "第十二条")], "第十二条", "再写依据"),
        (&[("follow", "yes")], "修排水沟", "再写议事规则是怎么写的"),
        (&[("follow_by", "第九条")], "第九条", "再写议事规则是怎么写的"),
        (&[("follow", "yes"), ("follow_by", "第九条"), ("kind1", "rebuild")], "第九条", "不能跟着多数算"),
    ] {
        let came = call(&town, other).await;
        assert!(came.status == 422 && came.says(says) && came.says(at) && came.red() == 1, "{other:?}: {}", came.text);
    }
    assert_eq!(town.number("SELECT count(*) FROM property_vote"), 0);
    // The building is there, and nobody has a vote in it.
    garage(&town, "车库").await;
    let came = call(&town, &[("scope", "building"), ("house", "车库")]).await;
    assert!(came.status == 422 && came.says("没有能投票的房子"), "{}", came.text);
}

/// A building of two parking spaces: one of an owner of a house, one of somebody who owns nothing else.
async fn garage(town: &Town, name: &'static str) -> [UnitId; 2] {
    let (area, now) = (town.map.area(YARD), town.db.clock().now());
    let chance = town.db.chance();
    let (building, units) =
        (lianxin_base::BuildingId::new(chance, now), [UnitId::new(chance, now), UnitId::new(chance, now)]);
    let ids = [ActId::new(chance, now), ActId::new(chance, now)];
    let run = move |tx: &mut lianxin_store::Tx<'_>| {
        let head = |id| Head { id, area, by: By::Office, no: None, token: None };
        let house = register::Building { building, area, grid: None, name: name.into(), sort: 90, units: Vec::new() };
        register::building(tx, head(ids[0]), house)?;
        let space = |(n, unit): (usize, &UnitId)| {
            Door::of(Unit {
                unit: *unit,
                kind: UnitKind::Parking,
                label: format!("B{}", n + 1),
                floor_area: Some(lianxin_base::Area(12_50)),
                area_source: Some(AreaSource::Register),
            })
        };
        let doors = units.iter().enumerate().map(space).collect();
        register::units(tx, head(ids[1]), Units { building, doors }).map(|_| ())
    };
    apart(|| {
        town.db.act_wait(area, run).expect("registered");
        owned(&town.db, &town.map, units[0], Some(town.map.person("佟玉珍")));
        owned(&town.db, &town.map, units[1], None);
    });
    units
}

#[tokio::test]
async fn parking_spaces_count_where_a_rule_says_so_and_the_rule_stands_on_the_page() {
    let mut town = town().await;
    garage(&town, "车库").await;
    let usual = called(&town, &[]).await;
    let counted = called(&town, &[("counted", "parking"), ("counted_by", "议事规则第十二条")]).await;
    town.pass(opens());
    let page = town.get("", &counted).await;
    // One more person, who owns a space only; 25.00 m² more.
    assert!(
        page.says("22 套房，20 人，1,039.20 平方米") && page.says("车位算，储藏室不算，依据：议事规则第十二条"),
        "{}",
        page.text
    );
    assert!(town.get("", &usual).await.says("20 套房，19 人，1,014.20 平方米"));
    let notice = town.get("", &format!("{counted}/notice")).await;
    assert!(notice.says("议事规则第十二条"), "{}", notice.text);
    let leaf = "SELECT count(*) FROM journal_act WHERE kind = 'property.vote' AND body LIKE '%第十二条%'";
    assert_eq!(town.number(leaf), 0, "what was typed is in no leaf");
    verified(&town);
}

/// The papers of these houses are signed for.
async fn signed(town: &Town, url: &str, doors: &[(&'static str, &'static str)]) {
    let day = opens().day().to_string();
    let (one, two) = (town.map.seat("吴敏").to_string(), town.map.seat("周国栋").to_string());
    for (row, door) in doors {
        let no = town.number_of(url, row, door).to_string();
        let pairs =
            [("no", no.as_str()), ("way", "hand"), ("day", &day), ("seat1", &one), ("seat2", &two), ("signed", "1")];
        let came = town.send("吴敏", &format!("{url}/delivery"), &pairs).await;
        assert_eq!(came.status, 303, "{row} {door}: {}", came.text);
    }
}

#[tokio::test]
async fn the_silent_follow_the_majority_only_by_a_rule_on_the_paper_and_with_a_signature() {
    let mut town = town().await;
    let url = called(&town, &[("follow", "yes"), ("follow_by", "议事规则第九条")]).await;
    town.pass(opens());
    for printed in ["", "/notice", "/paper"] {
        let came = town.get("", &format!("{url}{printed}")).await;
        assert!(came.says("第 1 件事跟着交了票的多数算（依据：议事规则第九条）"), "{printed}: {}", came.text);
    }
    let ballots = town.get("吴敏", &format!("{url}/ballots")).await;
    assert_eq!(ballots.text.matches("请一定把票交回来").count(), 19);
    assert!(town.get("吴敏", &format!("{url}/tally")).await.says("两本账都印在这里"));
    for door in ["1 号", "2 号", "3 号", "4 号", "5 号"] {
        paper(&town, &url, ("东排", door), ["yes", "yes"]).await;
    }
    let silent = ["1 号", "2 号", "3 号", "4 号", "6 号", "7 号"].map(|door| ("西排", door));
    signed(&town, &url, &silent).await;
    // Left at the door is not signed for, and who voted follows nobody.
    signed(&town, &url, &[("东排", "1 号"), ("东排", "6 号"), ("东排", "7 号")]).await;
    town.pass(closes());
    assert_eq!(town.vote(&url).state, State::Closed);
    assert_eq!(town.send("吴敏", &format!("{url}/count"), &[]).await.status, 303);
    let page = town.get("", &url).await;
    // Five of 19 came: not enough. With the eight who signed it is 13, 704.60 m² of 1,014.20: enough, and all say yes.
    for words in
        ["3×5", "3×13", "2×13", "8 人，433.60 平方米", "算上跟着多数的", "只算交了票的：没通过", "两本账的结果不一样"]
    {
        assert!(page.says(words), "{words}: {}", page.text);
    }
    assert_eq!(page.text.matches("通过了，对全体业主都有效").count(), 1, "never in matter 2: {}", page.text);
    for printed in ["result", "tally"] {
        let came = town.get("吴敏", &format!("{url}/{printed}")).await;
        assert!(came.says("3×13") && came.says("算上跟着多数的"), "{printed}: {}", came.text);
    }
    let file = town.send("吴敏", &format!("{url}/file"), &[("purpose", "check")]).await;
    let outcome = lianxin_ballot::count(&lianxin_ballot::Input::read_json(&file.text).expect("a file")).expect("again");
    assert!(outcome.matters[0].passed && outcome.matters[0].differ && !outcome.matters[1].passed);
    assert!(!file.says("第九条"), "the file names the record, not the words");
    verified(&town);
}

#[tokio::test]
async fn where_nobody_signed_nobody_follows_and_the_page_says_so() {
    let mut town = town().await;
    let url = called(&town, &[("follow", "yes"), ("follow_by", "议事规则第九条")]).await;
    town.pass(opens());
    paper(&town, &url, ("东排", "1 号"), ["yes", "yes"]).await;
    town.pass(closes());
    assert_eq!(town.send("吴敏", &format!("{url}/count"), &[]).await.status, 303);
    let page = town.get("", &url).await;
    assert!(page.says("没有一张有签收") && page.says("没有通过"), "{}", page.text);
    verified(&town);
}

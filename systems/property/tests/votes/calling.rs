//! 召集: the notice the law wants, what is wrong at its question, the roll before and at the opening, calling off.

use crate::house::{YARD, apart, calling, closes, day, id, opens, owned, town};
use lianxin_property::assembly::State;
use lianxin_property::roll::store as rolls;

#[tokio::test]
async fn a_vote_is_called_with_fifteen_days_notice_and_everybody_can_read_it() {
    let town = town().await;
    let form = town.get("吴敏", "/votes/new").await;
    assert!(form.red() == 1 && form.says("2026 年 7 月 3 日") && form.says("物业管理条例 14"), "{}", form.text);
    let url = town.called().await;
    let page = town.get("", &url).await;
    for words in [
        "修排水沟",
        "重修门前的排水沟",
        "四分之三以上",
        "民法典 278 (8)",
        "cn.owners.civil-code-278",
        "还没开始",
        "7 月 3 日 9:00",
    ] {
        assert!(page.says(words), "{words}: {}", page.text);
    }
    assert!(page.red() == 0 && town.english("", &url).await.says("Voting begins"));
    assert!(town.get("", "/votes").await.says(&url));
    let vote = town.vote(&url);
    assert_eq!((vote.state, vote.rules_sha256.len()), (State::Called, 64));
    let journal =
        town.number("SELECT count(*) FROM journal_act WHERE kind = 'property.vote' AND body LIKE '%修排水沟%'");
    assert_eq!(journal, 0, "what was typed is in no leaf");
}

#[tokio::test]
async fn what_is_wrong_with_a_call_is_said_and_nothing_typed_is_lost() {
    let town = town().await;
    let area = town.map.area(YARD).to_string();
    let elsewhere = town.map.area("御府苑").to_string();
    for (name, value, says) in [
        ("opens", "2026-07-02", "要提前 15 天告诉全体业主（物业管理条例 14），最早 2026 年 7 月 3 日"),
        ("opens", "2028-07-03", "截止要在开始之后"),
        ("closes", "2027-01-10", "最多投半年"),
        ("closes_time", "晚上", "写成 9:00 这样的时间"),
        ("kind2", "", "每件事都要选好类别"),
        ("words2", "", "每件事都要选好类别"),
        ("kind1", "committee", "这一类不能在这里投"),
        ("online", "pigeon", "没有"),
    ] {
        let pairs: Vec<_> =
            calling(&area).into_iter().map(|(n, v)| if n == name { (n, value) } else { (n, v) }).collect();
        let came = town.send("吴敏", "/votes", &pairs).await;
        assert_eq!(came.status, 422, "{name} {value}: {}", came.text);
        assert!(came.says(says) || name == "online", "{name} {value}: {}", came.text);
        assert!(came.says("重修门前的排水沟") && came.says("value=\"修排水沟\"") && came.red() == 1, "{name}");
    }
    let pairs: Vec<_> =
        calling(&area).into_iter().map(|(n, v)| if n == "area" { (n, elsewhere.as_str()) } else { (n, v) }).collect();
    assert!([403, 404, 422].contains(&town.send("吴敏", "/votes", &pairs).await.status), "not looked after");
    assert_eq!(town.number("SELECT count(*) FROM property_vote"), 0);
    for (who, status) in [("马建军", 404), ("佟玉珍", 404)] {
        let came = town.get(who, "/votes/new").await;
        assert!(came.status == status || came.status == 403, "{who}: {}", came.status);
    }
}

#[tokio::test]
async fn a_window_over_spring_festival_is_asked_about() {
    let town = town().await;
    let area = town.map.area(YARD).to_string();
    let mut pairs: Vec<_> = calling(&area)
        .into_iter()
        .map(|(n, v)| match n {
            "opens" => (n, "2027-01-28"),
            "closes" => (n, "2027-02-20"),
            _ => (n, v),
        })
        .collect();
    let came = town.send("吴敏", "/votes", &pairs).await;
    assert!(came.status == 422 && came.says("春节前后") && came.says("name=\"sure\""), "{}", came.text);
    pairs.push(("sure", "yes"));
    let came = town.send("吴敏", "/votes", &pairs).await;
    assert_eq!(came.status, 303, "{}", came.text);
    assert!(town.get("吴敏", came.header("location")).await.says("春节前后"), "and the desk says it");
}

#[tokio::test]
async fn what_is_not_settled_keeps_a_vote_from_opening_until_it_is() {
    let mut town = town().await;
    let url = town.called().await;
    let unit = town.map.unit(YARD, "东排", "1 号");
    // The flat is sold, and nobody has said to whom.
    sold(&town, unit);
    let desk = town.get("吴敏", &format!("{url}/desk")).await;
    assert!(desk.says("有 1 套房没理清") && desk.says("东排 1 号") && desk.says("没登记业主是谁"), "{}", desk.text);
    town.pass(opens());
    assert_eq!(town.vote(&url).state, State::Called, "no roll, no vote");
    assert!(town.get("", &url).await.says("名册还没理清"));
    let came = town.send("吴敏", &format!("{url}/open"), &[]).await;
    assert!(came.status == 422 && came.says("名册还没理清"), "{}", came.text);
    apart(|| owned(&town.db, &town.map, unit, None));
    let desk = town.get("吴敏", &format!("{url}/desk")).await;
    assert!(desk.red() == 1 && desk.says("名册理清了，开始表决"), "{}", desk.text);
    let came = town.send("吴敏", &format!("{url}/open"), &[]).await;
    assert_eq!(came.status, 303, "{}", came.text);
    assert_eq!(town.vote(&url).state, State::Open);
    let again = town.send("吴敏", &format!("{url}/open"), &[]).await;
    assert!(again.status == 422 && again.says("已经开始投了"));
}

#[tokio::test]
async fn an_owner_who_may_be_registered_twice_is_asked_about_before_the_opening() {
    let mut town = town().await;
    let url = town.called().await;
    // Every unit here has an owner of its own, and most of the invented ones are called the same.
    let desk = town.get("吴敏", &format!("{url}/desk")).await;
    for words in ["看看是不是同一个业主", "名字一样，电话没有两个", "东排 1 号、", "不影响开始"]
    {
        assert!(desk.says(words), "{words}: {}", desk.text);
    }
    assert!(!desk.says("顾建平"), "no names: {}", desk.text);
    let english = town.english("吴敏", &format!("{url}/desk")).await;
    assert!(english.says("may be registered twice"), "{}", english.text);
    town.pass(opens());
    assert_eq!(town.vote(&url).state, State::Open, "it keeps nothing from opening");
    assert!(!town.get("吴敏", &format!("{url}/desk")).await.says("是不是同一个业主"), "the roll is frozen");
}

#[tokio::test]
async fn owners_demand_an_extraordinary_meeting_and_everybody_reads_how_many_did() {
    let town = town().await;
    let area = town.map.area(YARD).to_string();
    let form = town.get("吴敏", "/votes/new").await;
    assert!(form.says("业主提议的临时会议") && form.says("物业管理条例 13") && form.red() == 1, "{}", form.text);
    let demand = |owners: &'static str, on: &'static str| {
        let mut pairs = calling(&area);
        pairs.extend([("demand", "yes"), ("demand_owners", owners), ("demand_day", on)]);
        pairs
    };
    // Nineteen owners: four are a fifth.
    for (owners, on, says) in [
        ("", "2026-06-10", "写明有几位业主签名提议"),
        ("几位", "2026-06-10", "写明有几位业主签名提议"),
        ("0", "2026-06-10", "写明有几位业主签名提议"),
        ("-4", "2026-06-10", "写明有几位业主签名提议"),
        ("20", "2026-06-10", "不能比全体业主还多"),
        ("3", "2026-06-10", "不够全体业主的五分之一"),
        ("4", "2026-06-19", "提议交来的日子不对"),
        ("4", "2025-06-17", "提议交来的日子不对"),
        ("4", "", "这一项要填"),
    ] {
        let came = town.send("吴敏", "/votes", &demand(owners, on)).await;
        assert!(came.status == 422 && came.says(says), "{owners} {on}: {} {}", came.status, came.text);
        assert!(came.says("重修门前的排水沟") && came.says("value=\"修排水沟\""), "what was typed is kept");
    }
    assert_eq!(town.number("SELECT count(*) FROM property_vote"), 0);
    let came = town.send("吴敏", "/votes", &demand("４", "2026-06-10")).await;
    assert_eq!(came.status, 303, "{}", came.text);
    let url = came.header("location").split("/desk").next().unwrap_or_default().to_owned();
    for page in [url.clone(), format!("{url}/notice")] {
        let page = town.get("", &page).await;
        let says = "2026 年 6 月 10 日 有 4 位业主提议，全体业主 19 位（物业管理条例 13）";
        assert!(page.says("临时会议") && page.says(says), "{}", page.text);
    }
    assert!(town.english("", &url).await.says("by 4 of 19 owners"));
    assert!(!town.get("", &town.called().await).await.says("临时会议"));
    crate::counting::verified(&town);
}

/// The owner-set of a unit ends today.
pub(crate) fn sold(town: &crate::house::Town, unit: lianxin_base::UnitId) {
    use lianxin_journal::{By, Head};
    use lianxin_register::{self as register, OwnerSet, find};
    let (area, now) = (town.map.area(YARD), town.db.clock().now());
    let head =
        Head { id: lianxin_base::ActId::new(town.db.chance(), now), area, by: By::Office, no: None, token: None };
    let run = move |tx: &mut lianxin_store::Tx<'_>| {
        let set = find::owner_sets_of_unit(tx, unit)?.pop().expect("owned");
        let owners = find::owners(tx, set.id)?;
        let since = now.day().plus(-10);
        let act = OwnerSet { owner_set: set.id, units: vec![unit], owners, since, until: Some(now.day().plus(-1)) };
        register::owner_set(tx, head.clone(), act)
    };
    apart(|| town.db.act_wait(area, run)).expect("sold");
}

#[tokio::test]
async fn the_roll_is_frozen_at_the_opening_and_hangs_without_names() {
    let mut town = town().await;
    let url = town.open().await;
    let vote = id(&url);
    let roll = town.read(move |r| rolls::roll(r, vote).expect("read").expect("frozen"));
    // 16 houses and 4 shops; the company's two shops are one person.
    assert_eq!((roll.units, roll.persons, roll.size), (20, 19, 16 * 54_20 + 4 * 36_75));
    let page = town.get("", &url).await;
    assert!(page.says(&roll.list_sha256) && page.says("19 人，1,014.20 平方米"), "{}", page.text);
    assert!(!page.says("东排 3 号"), "everybody else sees totals only");
    let own = town.get("佟玉珍", &url).await;
    assert!(own.says("东排 3 号，54.20 平方米（不动产登记簿）") && own.says("8 套，433.60 平方米"), "{}", own.text);
    assert!(own.red() == 1 && !own.says("西排 5 号"));
    let printed = town.get("吴敏", &format!("{url}/roll")).await;
    assert!(printed.says("西排") && printed.says("5 号") && !printed.says("康福"), "{}", printed.text);
    assert_eq!(printed.text.matches("<tr>").count(), 21);
    for who in ["马建军", "佟玉珍", "刘志强"] {
        let came = town.get(who, &format!("{url}/roll")).await;
        assert!([403, 404].contains(&came.status), "{who}: {}", came.status);
    }
    let leaf = "SELECT count(*) FROM journal_act WHERE kind = 'property.opening' AND body LIKE '%list_sha256%'";
    assert_eq!(town.number(leaf), 1);
}

#[tokio::test]
async fn a_vote_is_called_off_with_the_reason_and_the_clock_leaves_it_alone() {
    let mut town = town().await;
    let url = town.called().await;
    let came = town.send("吴敏", &format!("{url}/off"), &[("reason", "")]).await;
    assert!(came.status == 422 && came.says("写一句为什么不开了"), "{}", came.text);
    let came = town.send("吴敏", &format!("{url}/off"), &[("reason", "报价还没谈好")]).await;
    assert_eq!(came.status, 303, "{}", came.text);
    assert!(town.get("", &url).await.says("这次不开了：报价还没谈好"));
    town.pass(closes());
    assert_eq!(town.vote(&url).state, State::Off);
    let came = town.send("吴敏", &format!("{url}/off"), &[("reason", "再来")]).await;
    assert!(came.status == 422 && came.says("已经不开了"));
}

#[tokio::test]
async fn a_machine_that_was_off_all_the_while_says_that_nothing_was_held() {
    let mut town = town().await;
    let url = town.called().await;
    town.pass(day("2026-08-01").at(9, 0));
    assert_eq!(town.vote(&url).state, State::Missed);
    assert!(town.get("", &url).await.says("没有开成"));
}

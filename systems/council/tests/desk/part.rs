//! One matter, several who do it.

use crate::house::{Came, Town, at, town};
use lianxin_base::OrgId;
use lianxin_council::join::{Who, join};
use lianxin_council::rules::Publicity;
use lianxin_outbox::How;
use std::collections::BTreeSet;

/// A part given to the city's office by the company; its address.
async fn split(town: &Town, no: &str) -> String {
    let city = town.map.org("演示区城管大队").to_string();
    let part = [("executor", city.as_str()), ("note", "把门口的违章棚子先挪开"), ("deadline", "2026-06-24")];
    let came = town.send("马建军", no, "part", &part).await;
    assert_eq!(
        (came.status, came.header("location")),
        (303, format!("{}?said=part", at(no)).as_str()),
        "{}",
        came.text
    );
    let page = town.get("马建军", &at(no)).await;
    let id = page.text.split("href=\"/parts/").nth(1).and_then(|rest| rest.split('"').next()).expect("a part");
    format!("/parts/{id}")
}

async fn tap(town: &Town, who: &str, part: &str, to: &str, note: &str) -> Came {
    let token = town.token(who).await;
    town.post(who, part, &[("token", &token), ("to", to), ("note", note)]).await
}

#[tokio::test]
async fn a_part_is_given_taken_done_and_the_whole_waits_for_it() {
    let town = town().await;
    let no = town.at_step("work", "红星物业");
    let part = split(&town, &no).await;
    let desk = town.get("吴敏", &at(&no)).await;
    for words in ["分头办", "还没接", "把门口的违章棚子先挪开", "分一份给演示区城管大队"] {
        assert!(desk.says(words), "{words}: {}", desk.text);
    }
    let anyone = town.get("", &lianxin_council::pages::url(&no)).await;
    assert!(anyone.says("演示区城管大队") && !anyone.says("违章棚子"), "who, but not in which words: {}", anyone.text);
    assert_eq!(town.matter(&no).publication, Publicity::Waiting);

    let list = town.get("何芳", "/jobs").await;
    assert!(list.says("别家分来的") && list.says(&part) && list.says("楼道灯不亮"), "{}", list.text);
    let page = town.get("何芳", &part).await;
    assert!(
        page.says("违章棚子") && page.red() == 1 && page.says("接了") && !page.says("撤了</button>"),
        "{}",
        page.text
    );
    assert_eq!(tap(&town, "何芳", &part, "accepted", "").await.status, 303);
    let early = town.send("马建军", &no, "completion", &[("note", "换好了")]).await;
    assert!(early.status == 409 && early.says("分出去的活还有 1 份没完") && early.says("换好了"), "{}", early.text);
    town.db.clock().set("2026-06-18".parse::<lianxin_base::Day>().expect("a day").at(12, 0));
    assert_eq!(tap(&town, "何芳", &part, "done", "").await.status, 303, "nothing need be written");
    let desk = town.get("马建军", &at(&no)).await;
    assert!(desk.says("这一份干完了") && desk.says("演示区城管大队那一份干完了"), "{}", desk.text);
    assert_eq!(town.send("马建军", &no, "completion", &[("note", "换好了")]).await.status, 303);
    let way = town.get("吴敏", &at(&no)).await;
    assert!(way.says("<td>分头办</td><td>演示区城管大队</td><td class=\"nw num r\">2 小时</td>"), "{}", way.text);
    assert_eq!(crate::photos::findings(&town), []);
}

#[tokio::test]
async fn a_part_comes_back_or_is_called_off_with_a_reason() {
    let town = town().await;
    let no = town.at_step("work", "红星物业");
    let part = split(&town, &no).await;
    for (who, to, note, status, says) in [
        ("何芳", "returned", "", 422, "请写一句说明"),
        ("何芳", "off", "不用了", 403, "撤了由分活的单位说"),
        ("马建军", "done", "我替他们干完了", 403, "由办这一份的单位说"),
        ("马建军", "off", "", 422, "请写一句说明"),
        ("何芳", "given", "再来", 422, ""),
        ("何芳", "returned", "棚子归执法队", 303, ""),
        ("何芳", "done", "干完了", 409, "已经接过"),
    ] {
        let came = tap(&town, who, &part, to, note).await;
        assert!(came.status == status && came.says(says), "{who} {to}: {} {}", came.status, came.text);
        assert!(status == 303 || note.is_empty() || came.says(note), "what was typed stays: {}", came.text);
    }
    let second = split(&town, &no).await;
    let page = town.get("马建军", &part).await;
    assert!(
        page.says("退回了：棚子归执法队") && !page.says("<button class=\"btn btn-wide\" name=\"to\""),
        "{}",
        page.text
    );
    let newest = town.get("马建军", &at(&no)).await.text;
    let last =
        newest.split("href=\"/parts/").last().and_then(|rest| rest.split('"').next()).expect("a part").to_owned();
    assert_ne!(format!("/parts/{last}"), part);
    assert!(!second.is_empty());
    assert_eq!(
        tap(&town, "吴敏", &format!("/parts/{last}"), "off", "自己挪开了").await.status,
        303,
        "the desk calls it off"
    );
    let page = town.get("何芳", &format!("/parts/{last}")).await;
    assert!(page.says("撤了：自己挪开了"), "who was to do it reads why: {}", page.text);
    assert_eq!(town.send("马建军", &no, "completion", &[("note", "换好了")]).await.status, 303);
    let told = "SELECT kind, COUNT(*) FROM outbox_message WHERE kind LIKE 'council.part%' GROUP BY kind ORDER BY kind";
    let told =
        town.db.read(move |r| Ok(r.rows(told, &[], |row| Ok((row.text(0)?, row.int(1)?)))?)).await.expect("read");
    let want = [("council.part_given", 2), ("council.part_off", 1), ("council.part_returned", 1)];
    assert_eq!(told, want.map(|(kind, n)| (kind.to_owned(), n)));
}

#[tokio::test]
async fn parts_are_given_by_who_has_it_to_others_in_time() {
    let town = town().await;
    let (no, look) = (town.at_step("work", "红星物业"), town.at_step("look", ""));
    let org = |name| town.map.org(name).to_string();
    let (own, city, stranger) = (org("红星物业"), org("演示区城管大队"), org("红都社区物业公司"));
    for (executor, note, day, field) in [
        ("", "挪棚子", "2026-06-24", "executor"),
        (own.as_str(), "挪棚子", "2026-06-24", "executor"),
        (stranger.as_str(), "挪棚子", "2026-06-24", "executor"),
        (city.as_str(), "", "2026-06-24", "note"),
        (city.as_str(), "挪棚子", "2026-06-17", "deadline"),
        (city.as_str(), "挪棚子", "", "deadline"),
    ] {
        let pairs = [("executor", executor), ("note", note), ("deadline", day)];
        let came = town.send("马建军", &no, "part", &pairs).await;
        assert!(came.status == 422 && came.says(&format!("id=\"e-{field}\"")), "{pairs:?}: {}", came.text);
    }
    let part = split(&town, &no).await;
    assert_eq!(town.get("刘志强", &part).await.status, 404, "not theirs");
    assert_eq!(town.get("", &part).await.status, 303, "nobody is signed in");
    assert_eq!(town.get("何芳", "/parts/1").await.status, 404);
    let token = town.token("吴敏").await;
    let pairs = [
        ("token", token.as_str()),
        ("hops", "0"),
        ("executor", city.as_str()),
        ("note", "x"),
        ("deadline", "2026-06-24"),
    ];
    let came = town.post("吴敏", &format!("{}/part", at(&look)), &pairs).await;
    assert!(came.status == 409 && came.says("现在没在办"), "{}", came.text);
}

#[tokio::test]
async fn whoever_gave_a_part_hears_that_it_came_back() {
    let town = town().await;
    let no = town.at_step("work", "红星物业");
    let city = town.map.org("演示区城管大队").to_string();
    let given = [("executor", city.as_str()), ("note", "把门口的违章棚子先挪开"), ("deadline", "2026-06-24")];
    assert_eq!(town.send("吴敏", &no, "part", &given).await.status, 303);
    let page = town.get("吴敏", &at(&no)).await;
    let id = page.text.split("href=\"/parts/").nth(1).and_then(|rest| rest.split('"').next()).expect("a part");
    assert_eq!(tap(&town, "何芳", &format!("/parts/{id}"), "returned", "棚子归执法队").await.status, 303);
    let told = "SELECT org FROM outbox_message WHERE kind = 'council.part_returned'";
    let told = town.db.read(move |r| Ok(r.rows(told, &[], |row| row.id::<OrgId>(0))?)).await.expect("read");
    let want: BTreeSet<OrgId> = ["红星物业", "芙蓉社区居委会"].map(|name| town.map.org(name)).into();
    assert_eq!(
        (told.len(), told.into_iter().collect::<BTreeSet<_>>()),
        (2, want),
        "who has the whole, and who gave it"
    );
    assert_eq!(crate::photos::findings(&town), []);
}

#[tokio::test]
async fn a_matter_of_two_hundred_households_ends_with_its_parts() {
    let town = town().await;
    let no = town.at_step("work", "红星物业");
    let part = split(&town, &no).await;
    for n in 0..195 {
        let (no, name) = (no.clone(), format!("住户{n}"));
        let who = Who::Stranger { name, phone: None, tell: How::Call };
        town.act("吴敏", move |tx, _, author| join(tx, author, &no, &who));
    }
    assert_eq!(town.send("马建军", &no, "return", &[("note", "这是市政的路")]).await.status, 303);
    let came = town.send("吴敏", &no, "decline", &[("note", "请拨 12345 转市政，已经一起转过去了")]).await;
    assert_eq!(came.status, 303, "{}", came.text);
    let page = town.get("何芳", &part).await;
    assert!(page.says("撤了") && page.says("整件事不再办了"), "{}", page.text);
    assert_eq!(crate::photos::findings(&town), []);
}

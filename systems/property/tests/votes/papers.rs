//! 录纸票: two people, differences settled, and the signed paper before the phone.

use crate::house::{Came, Town, town};

async fn entered(town: &Town, who: &str, url: &str, no: i64, marks: [&str; 2]) -> Came {
    let no = no.to_string();
    town.send(who, &format!("{url}/papers"), &[("no", &no), ("m1", marks[0]), ("m2", marks[1])]).await
}

fn counting(town: &Town) -> Vec<(String, String, i64)> {
    town.read(|r| {
        let sql = "SELECT channel, marks, superseded FROM property_ballot ORDER BY no";
        r.rows(sql, &[], |row| Ok((row.text(0)?, row.text(1)?, row.int(2)?))).expect("read")
    })
}

#[tokio::test]
async fn a_paper_counts_when_two_people_entered_the_same() {
    let mut town = town().await;
    let url = town.open().await;
    let no = town.number_of(&url, "东排", "1 号");
    let page = town.get("吴敏", &format!("{url}/papers")).await;
    assert!(page.status == 200 && page.red() == 1, "{}", page.text);
    assert_eq!(entered(&town, "吴敏", &url, no, ["yes", "blank"]).await.status, 303);
    assert!(counting(&town).is_empty(), "once is not enough");
    let again = entered(&town, "吴敏", &url, no, ["yes", "blank"]).await;
    assert!(again.status == 422 && again.says("第二遍要换一个人录"), "{} {}", again.status, again.text);
    let page = town.get("周国栋", &format!("{url}/papers")).await;
    assert!(page.says("等另一个人") && !page.says("checked"), "{}", page.text);
    assert_eq!(entered(&town, "周国栋", &url, no, ["yes", "blank"]).await.status, 303);
    assert_eq!(counting(&town), [("paper".into(), "yes,blank".into(), 0)]);
    let third = entered(&town, "周国栋", &url, no, ["no", "no"]).await;
    assert!(third.status == 422 && third.says("已经录好两遍了"), "{}", third.text);
    let missing = entered(&town, "吴敏", &url, 99, ["yes", "no"]).await;
    assert!(missing.status == 422 && missing.says("名册上没有这个号"));
    let half = entered(&town, "吴敏", &url, no, ["yes", ""]).await;
    assert!(half.status == 422 && half.says("每件事都要选一个") && half.says("checked"), "{}", half.text);
    for who in ["马建军", "佟玉珍", "刘志强"] {
        let came = entered(&town, who, &url, no, ["yes", "no"]).await;
        assert!([403, 404].contains(&came.status), "{who}: {}", came.status);
    }
}

#[tokio::test]
async fn what_two_people_read_differently_is_settled_with_the_paper_at_hand() {
    let mut town = town().await;
    let url = town.open().await;
    let no = town.number_of(&url, "东排", "1 号");
    let settle = |no: i64| {
        let no = no.to_string();
        move |marks: [&'static str; 2]| {
            [("no".to_owned(), no.clone()), ("m1".into(), marks[0].into()), ("m2".into(), marks[1].into())]
        }
    };
    let send = async |who: &str, no: i64, marks: [&'static str; 2]| {
        let pairs = settle(no)(marks);
        let pairs: Vec<(&str, &str)> = pairs.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        town.send(who, &format!("{url}/papers/settle"), &pairs).await
    };
    let early = send("丁雪", no, ["yes", "no"]).await;
    assert!(early.status == 422 && early.says("没有要定的纸票"), "{}", early.text);
    entered(&town, "吴敏", &url, no, ["yes", "no"]).await;
    entered(&town, "周国栋", &url, no, ["yes", "invalid"]).await;
    assert!(counting(&town).is_empty());
    let page = town.get("吴敏", &format!("{url}/papers")).await;
    assert!(page.says("第 2 项两遍不一样") && !page.says("checked"), "{}", page.text);
    // Neither of the two decides alone.
    for who in ["吴敏", "周国栋"] {
        let alone = send(who, no, ["yes", "invalid"]).await;
        assert!(alone.status == 422 && alone.says("不能一个人定"), "{who}: {}", alone.text);
    }
    assert!(counting(&town).is_empty());
    let form = town.get("丁雪", &format!("{url}/papers?no={no}")).await;
    assert!(form.says("拿出这张纸票") && form.says("/papers/settle") && form.red() == 1, "{}", form.text);
    let third = entered(&town, "丁雪", &url, no, ["yes", "no"]).await;
    assert!(third.status == 422 && third.says("对着纸票定下来"), "{}", third.text);
    assert_eq!(send("丁雪", no, ["yes", "invalid"]).await.status, 303);
    assert_eq!(counting(&town), [("paper".into(), "yes,invalid".into(), 0)]);
    crate::counting::verified(&town);
}

#[tokio::test]
async fn where_there_is_no_third_both_read_the_paper_once_more_and_it_counts_when_they_agree() {
    let mut town = town().await;
    let url = town.open().await;
    let no = town.number_of(&url, "东排", "1 号");
    entered(&town, "吴敏", &url, no, ["yes", "no"]).await;
    entered(&town, "周国栋", &url, no, ["yes", "invalid"]).await;
    let form = town.get("吴敏", &format!("{url}/papers?no={no}")).await;
    assert!(form.says("看着它把您那一遍重录") && !form.says("/papers/settle") && form.red() == 1, "{}", form.text);
    assert_eq!(entered(&town, "吴敏", &url, no, ["no", "no"]).await.status, 303);
    assert!(counting(&town).is_empty(), "they still differ");
    assert_eq!(entered(&town, "周国栋", &url, no, ["no", "no"]).await.status, 303);
    assert_eq!(counting(&town), [("paper".into(), "no,no".into(), 0)]);
    town.pass(crate::house::closes());
    assert_eq!(town.send("吴敏", &format!("{url}/count"), &[]).await.status, 303);
    crate::counting::verified(&town);
}

#[tokio::test]
async fn a_number_both_mistook_is_set_aside_and_what_its_owner_cast_counts_again() {
    let mut town = town().await;
    let url = town.open().await;
    let void = format!("{url}/papers/void");
    let cast = [("m1", "yes"), ("m2", "abstain")];
    assert_eq!(town.send("佟玉珍", &format!("{url}/cast"), &cast).await.status, 303);
    let no = town.mine(&url, "佟玉珍")[0];
    for who in ["吴敏", "周国栋"] {
        assert_eq!(entered(&town, who, &url, no, ["no", "no"]).await.status, 303);
    }
    assert_eq!(counting(&town), [("paper".into(), "no,no".into(), 1)]);
    let wrong = no.to_string();
    let page = town.get("吴敏", &format!("{url}/papers")).await;
    assert!(page.says("录好两遍以后才发现录错号的") && page.red() == 1, "{}", page.text);
    assert_eq!(town.send("吴敏", &void, &[("wrong", &wrong)]).await.status, 303);
    assert_eq!(counting(&town), [("paper".into(), "no,no".into(), 1)], "nobody makes a paper vanish alone");
    let again = town.send("吴敏", &void, &[("wrong", &wrong)]).await;
    assert!(again.status == 422 && again.says("等另一位录的同事也找过纸票"), "{}", again.text);
    assert!(town.get("周国栋", &format!("{url}/papers")).await.says("等另一位也找过"));
    assert_eq!(town.send("周国栋", &void, &[("no", &wrong)]).await.status, 303);
    assert_eq!(counting(&town), [("phone".into(), "yes,abstain".into(), 0)], "the phone vote stands again");
    assert!(town.get("佟玉珍", &url).await.says("您 7 月 3 日"), "and its owner may change it");
    // The right paper is entered, and a third finds it wrong once more.
    for who in ["吴敏", "周国栋"] {
        assert_eq!(entered(&town, who, &url, no, ["no", "yes"]).await.status, 303);
    }
    assert_eq!(town.send("丁雪", &void, &[("wrong", &wrong)]).await.status, 303);
    assert_eq!(counting(&town), [("phone".into(), "yes,abstain".into(), 0)]);
    town.pass(crate::house::closes());
    assert_eq!(town.send("吴敏", &format!("{url}/count"), &[]).await.status, 303);
    let late = town.send("丁雪", &void, &[("wrong", &wrong)]).await;
    assert!(late.status == 422 && late.says("已经计过票了"), "{}", late.text);
    crate::counting::verified(&town);
}

#[tokio::test]
async fn a_paper_entered_under_a_wrong_number_is_set_aside_by_somebody_else_and_the_count_goes_on() {
    let mut town = town().await;
    let url = town.open().await;
    let no = town.number_of(&url, "东排", "1 号");
    let void = format!("{url}/papers/void");
    let typed = no.to_string();
    let pairs = [("no", typed.as_str())];
    let none = town.send("周国栋", &void, &pairs).await;
    assert!(none.status == 422 && none.says("没有等第二遍的纸票"), "{}", none.text);
    assert_eq!(entered(&town, "吴敏", &url, no, ["yes", "yes"]).await.status, 303);
    town.pass(crate::house::closes());
    assert_eq!(town.send("吴敏", &format!("{url}/count"), &[]).await.status, 422, "half a paper");
    let own = town.send("吴敏", &void, &pairs).await;
    assert!(own.status == 422 && own.says("请另一位同事找过纸票再作废"), "{}", own.text);
    assert!([403, 404].contains(&town.send("刘志强", &void, &pairs).await.status));
    let bad = town.send("周国栋", &void, &[("no", "一号")]).await;
    assert!(bad.status == 422 && bad.says("名册上没有这个号"), "{}", bad.text);
    assert_eq!(town.send("周国栋", &void, &pairs).await.status, 303);
    let page = town.get("周国栋", &format!("{url}/papers")).await;
    assert!(page.says(&format!("录错号作废过的：{no}")) && page.red() == 1, "{}", page.text);
    // The right paper turns up after all and is entered from the beginning.
    assert_eq!(entered(&town, "周国栋", &url, no, ["no", "no"]).await.status, 303);
    assert_eq!(entered(&town, "吴敏", &url, no, ["no", "no"]).await.status, 303);
    assert_eq!(counting(&town), [("paper".into(), "no,no".into(), 0)]);
    assert_eq!(town.send("吴敏", &format!("{url}/count"), &[]).await.status, 303);
    crate::counting::verified(&town);
}

#[tokio::test]
async fn a_signed_paper_stands_in_place_of_a_phone_vote_whichever_came_first() {
    let mut town = town().await;
    let url = town.open().await;
    let cast = format!("{url}/cast");
    assert_eq!(town.send("佟玉珍", &cast, &[("m1", "yes"), ("m2", "yes")]).await.status, 303);
    let no = town.mine(&url, "佟玉珍")[0];
    for who in ["吴敏", "周国栋"] {
        assert_eq!(entered(&town, who, &url, no, ["no", "no"]).await.status, 303, "{who}");
    }
    assert_eq!(counting(&town), [("paper".into(), "no,no".into(), 1)], "one count, the signed one");
    let came = town.send("佟玉珍", &cast, &[("m1", "yes"), ("m2", "yes")]).await;
    assert!(came.status == 422 && came.says("以签了名的纸票为准"), "{} {}", came.status, came.text);
    let page = town.get("佟玉珍", &url).await;
    assert!(page.says("以纸票为准") && page.red() == 0, "{}", page.text);
    assert_eq!(counting(&town).len(), 1);
}

#[tokio::test]
async fn anybody_prints_the_paper_and_an_owner_gets_it_with_their_door() {
    let mut town = town().await;
    let url = town.open().await;
    let paper = format!("{url}/paper");
    let page = town.get("", &paper).await;
    assert!(
        page.status == 200 && page.says("业主签名") && page.says("重修门前的排水沟") && page.red() == 0,
        "{}",
        page.text
    );
    assert!(!page.says("东排"), "{}", page.text);
    let own = town.get("佟玉珍", &paper).await;
    let no = town.mine(&url, "佟玉珍")[0];
    assert!(own.says("东排 3 号") && own.says("54.20") && own.says(&format!("<b>{no}</b>")), "{}", own.text);
    assert!(town.english("", &paper).await.says("Signature of the owner"));
    assert!(town.get("", &url).await.says(&paper));
}

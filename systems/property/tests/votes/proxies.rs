//! 委托: seen by a worker, three owners a person, what it says on each matter; the owner's own vote overrides it.

use crate::house::{Came, Town, town};

async fn given(town: &Town, url: &str, no: i64, name: &str) -> Came {
    let no = no.to_string();
    let says = [("no", no.as_str()), ("name", name), ("m1", "yes"), ("m2", "abstain")];
    let came = town.send("周国栋", &format!("{url}/proxies"), &says).await;
    if came.status == 303 && name != "等着的人" {
        let newest = newest(town);
        let read = [("proxy", newest.as_str()), ("m1", "yes"), ("m2", "abstain")];
        let same = town.send("周国栋", &format!("{url}/proxies/confirm"), &read).await;
        assert!(same.status == 422 && same.says("请另一位同事看过委托书再点"), "{}", same.text);
        assert_eq!(town.send("吴敏", &format!("{url}/proxies/confirm"), &read).await.status, 303);
    }
    came
}

fn newest(town: &Town) -> String {
    let sql = "SELECT act FROM property_proxy WHERE ended_at IS NULL ORDER BY confirmed_at IS NULL DESC, at DESC, act DESC LIMIT 1";
    town.read(move |r| r.row(sql, &[], |row| row.text(0)).expect("read").expect("one"))
}

#[tokio::test]
async fn an_authority_counts_once_a_second_worker_has_seen_it_and_the_count_waits_for_that() {
    let mut town = town().await;
    let url = town.open().await;
    let no = town.number_of(&url, "东排", "1 号");
    assert_eq!(given(&town, &url, no, "等着的人").await.status, 303);
    assert_eq!(counting(&town), [], "seen by one only");
    let page = town.get("吴敏", &format!("{url}/proxies")).await;
    assert!(page.says("还要另一位同事看过") && page.red() == 1, "{}", page.text);
    town.pass(crate::house::closes());
    let early = town.send("吴敏", &format!("{url}/count"), &[]).await;
    assert!(early.status == 422 && early.says("只有一个人看过"), "{}", early.text);
    let confirm = format!("{url}/proxies/confirm");
    assert!(town.get("吴敏", &format!("{url}/proxies")).await.status == 200, "until the count");
    let act = newest(&town);
    let form = town.get("吴敏", &format!("{url}/proxies?see={act}")).await;
    assert!(form.says("看不到第一位录的") && form.red() == 1 && !form.says("checked"), "{}", form.text);
    let half = town.send("吴敏", &confirm, &[("proxy", &act), ("m1", "yes")]).await;
    assert!(half.status == 422 && half.says("看不到第一位录的"), "{}", half.text);
    let otherwise = town.send("吴敏", &confirm, &[("proxy", &act), ("m1", "no"), ("m2", "abstain")]).await;
    assert!(otherwise.status == 422 && otherwise.says("和第一位录的不一样"), "{}", otherwise.text);
    assert_eq!(counting(&town), [], "nobody's word alone");
    let read = [("proxy", act.as_str()), ("m1", "yes"), ("m2", "abstain")];
    assert_eq!(town.send("吴敏", &confirm, &read).await.status, 303);
    assert_eq!(counting(&town), [("proxy".into(), "yes,abstain".into(), 0)]);
    let again = town.send("吴敏", &confirm, &read).await;
    assert!(again.status == 422 && again.says("已经有两个人看过了"), "{}", again.text);
    assert_eq!(town.send("吴敏", &format!("{url}/count"), &[]).await.status, 303);
    crate::counting::verified(&town);
}

#[tokio::test]
async fn an_authority_that_was_misread_is_taken_back_and_entered_again_after_the_close() {
    let mut town = town().await;
    let url = town.open().await;
    let no = town.number_of(&url, "东排", "1 号");
    assert_eq!(given(&town, &url, no, "等着的人").await.status, 303);
    town.pass(crate::house::closes());
    let act = newest(&town);
    let end = format!("{url}/proxies/end");
    let alone = town.send("周国栋", &end, &[("proxy", &act)]).await;
    assert!(alone.status == 422 && alone.says("请另一位同事看过委托书再点"), "{}", alone.text);
    let other = town.number_of(&url, "东排", "2 号");
    let late = given(&town, &url, other, "来晚的人").await;
    assert!(late.status == 422 && late.says("已经截止"), "{}", late.text);
    assert_eq!(town.send("吴敏", &end, &[("proxy", &act)]).await.status, 303);
    let says = [("no", no.to_string()), ("name", "等着的人".into()), ("m1", "no".into()), ("m2", "no".into())];
    let says: Vec<(&str, &str)> = says.iter().map(|(n, v): &(&str, String)| (*n, v.as_str())).collect();
    assert_eq!(town.send("吴敏", &format!("{url}/proxies"), &says).await.status, 303);
    let act = newest(&town);
    let read = [("proxy", act.as_str()), ("m1", "no"), ("m2", "no")];
    assert_eq!(town.send("周国栋", &format!("{url}/proxies/confirm"), &read).await.status, 303);
    assert_eq!(counting(&town), [("proxy".into(), "no,no".into(), 0)]);
    assert_eq!(town.send("吴敏", &format!("{url}/count"), &[]).await.status, 303);
    crate::counting::verified(&town);
}

fn counting(town: &Town) -> Vec<(String, String, i64)> {
    town.read(|r| {
        let sql = "SELECT channel, marks, superseded FROM property_ballot ORDER BY no";
        r.rows(sql, &[], |row| Ok((row.text(0)?, row.text(1)?, row.int(2)?))).expect("read")
    })
}

#[tokio::test]
async fn a_written_authority_counts_until_the_owner_votes_and_both_are_in_the_file() {
    let mut town = town().await;
    let url = town.open().await;
    let page = town.get("周国栋", &format!("{url}/proxies")).await;
    assert!(page.status == 200 && page.red() == 1 && page.says("一个人最多替 3 户（274号 26）"), "{}", page.text);
    assert!(page.says("还没有人交委托书"));
    let no = town.mine(&url, "佟玉珍")[0];
    assert_eq!(given(&town, &url, no, "康福").await.status, 303);
    assert_eq!(counting(&town), [("proxy".into(), "yes,abstain".into(), 0)]);
    assert!(town.get("佟玉珍", &url).await.says("您的委托书录好了"));
    let other = town.number_of(&url, "东排", "1 号");
    let mine = given(&town, &url, other, "周国栋").await;
    assert!(mine.status == 422 && mine.says("请别的同事看过委托书来录"), "{} {}", mine.status, mine.text);
    let twice = given(&town, &url, no, "魏红").await;
    assert!(twice.status == 422 && twice.says("已经有委托了") && twice.says("魏红"), "{}", twice.text);
    let cast = town.send("佟玉珍", &format!("{url}/cast"), &[("m1", "no"), ("m2", "no")]).await;
    assert_eq!(cast.status, 303, "{}", cast.text);
    assert_eq!(counting(&town), [("phone".into(), "no,no".into(), 2)], "her own vote, the authority set aside");
}

#[tokio::test]
async fn after_the_close_an_owner_is_not_told_that_they_voted_themselves() {
    let mut town = town().await;
    let url = town.open().await;
    let no = town.mine(&url, "佟玉珍")[0];
    assert_eq!(given(&town, &url, no, "康福").await.status, 303);
    town.pass(crate::house::closes());
    let page = town.get("佟玉珍", &url).await;
    assert!(page.says("按您的委托书算") && !page.says("投过了"), "{}", page.text);
}

#[tokio::test]
async fn an_authority_that_comes_after_the_owners_vote_does_not_touch_it_and_is_taken_back() {
    let mut town = town().await;
    let url = town.open().await;
    let no = town.mine(&url, "佟玉珍")[0];
    town.send("佟玉珍", &format!("{url}/cast"), &[("m1", "no"), ("m2", "no")]).await;
    assert_eq!(given(&town, &url, no, "康福").await.status, 303);
    assert_eq!(counting(&town), [("phone".into(), "no,no".into(), 2)]);
    let other = town.number_of(&url, "东排", "1 号");
    assert_eq!(given(&town, &url, other, "康福").await.status, 303);
    let acts =
        town.read(|r| r.rows("SELECT act FROM property_proxy ORDER BY at, act", &[], |row| row.text(0)).expect("read"));
    for act in &acts {
        let came = town.send("周国栋", &format!("{url}/proxies/end"), &[("proxy", act)]).await;
        assert_eq!(came.status, 303, "{}", came.text);
    }
    assert_eq!(counting(&town), [("phone".into(), "no,no".into(), 0)], "what was cast by authority is gone");
    let again = town.send("周国栋", &format!("{url}/proxies/end"), &[("proxy", &acts[0])]).await;
    assert!(again.status == 422 && again.says("已经收回了"), "{}", again.text);
}

#[tokio::test]
async fn a_proxy_for_too_many_is_refused_with_the_article_and_the_company_is_no_proxy() {
    let mut town = town().await;
    let url = town.called().await;
    town.company("高远");
    town.pass(crate::house::opens());
    for door in ["1 号", "2 号", "4 号"] {
        let no = town.number_of(&url, "东排", door);
        assert_eq!(given(&town, &url, no, "外地的侄子").await.status, 303, "{door}");
    }
    let fourth = town.number_of(&url, "东排", "5 号");
    let came = given(&town, &url, fourth, "外地的侄子").await;
    assert!(came.status == 422 && came.says("一个人最多替 3 户（274号 26）"), "{}", came.text);
    let nobody = given(&town, &url, fourth, "").await;
    assert!(nobody.status == 422, "{}", nobody.text);
    for staff in ["高远", "马建军"] {
        let company = given(&town, &url, fourth, staff).await;
        assert!(company.status == 422 && company.says("物业公司的人不能替业主投"), "{staff}: {}", company.text);
    }
    let holders = town.number("SELECT count(DISTINCT holder) FROM property_proxy");
    assert_eq!(holders, 1);
    let form = town.get("", &format!("{url}/proxy")).await;
    for words in ["铁东 12 号院 业主表决委托书", "我委托：", "受托人签名", "重修门前的排水沟", "274号 26"]
    {
        assert!(form.says(words), "{words}: {}", form.text);
    }
}

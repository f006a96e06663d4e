//! 回避: who is voted on keeps away, nobody enters their own paper, and who runs the machine is no secret.

use crate::house::{YARD, calling, closes, opens, town};

#[tokio::test]
async fn whoever_works_for_the_company_that_is_voted_on_keeps_away() {
    let mut town = town().await;
    town.company("周国栋");
    let area = town.map.area(YARD).to_string();
    let about: Vec<_> = calling(&area)
        .into_iter()
        .map(|(n, v)| match n {
            "kind1" => (n, "manager"),
            "words1" => (n, "续聘红星物业三年"),
            _ => (n, v),
        })
        .collect();
    let came = town.send("吴敏", "/votes", &about).await;
    let url = came.header("location").split("/desk").next().unwrap_or_default().to_owned();
    let desk = town.get("吴敏", &format!("{url}/desk")).await;
    assert!(desk.says("这台服务器由它管") && desk.says("红星物业"), "{}", desk.text);
    town.pass(opens());
    for page in ["delivery", "delivery/print", "papers", "proxies", "papers-file"] {
        let came = town.get("周国栋", &format!("{url}/{page}")).await;
        assert!(came.status == 403 && came.says("都要回避"), "{page}: {} {}", came.status, came.text);
        assert_eq!(town.get("吴敏", &format!("{url}/{page}")).await.status, 200, "{page}");
    }
    let no = town.number_of(&url, "东排", "1 号").to_string();
    let pick = town.get("吴敏", &format!("{url}/delivery")).await;
    assert!(!pick.says(&town.map.seat("周国栋").to_string()), "not offered as a deliverer");
    let enter = town.send("周国栋", &format!("{url}/papers"), &[("no", &no), ("m1", "yes"), ("m2", "yes")]).await;
    assert_eq!(enter.status, 403, "{}", enter.text);
    let off = town.send("周国栋", &format!("{url}/off"), &[("reason", "大家不想投")]).await;
    assert!(off.status == 403 && off.says("都要回避"), "{} {}", off.status, off.text);
    assert_eq!(town.vote(&url).state, lianxin_property::assembly::State::Open);
    town.pass(closes());
    let count = town.send("周国栋", &format!("{url}/count"), &[]).await;
    assert!(count.status == 403 && count.says("都要回避"), "{} {}", count.status, count.text);
    assert_eq!(town.send("吴敏", &format!("{url}/count"), &[]).await.status, 303);
    let file = town.send("周国栋", &format!("{url}/file"), &[("purpose", "check")]).await;
    assert_eq!(file.status, 403, "{}", file.text);
}

#[tokio::test]
async fn nobody_enters_the_paper_of_their_own_house() {
    let mut town = town().await;
    let url = town.open().await;
    let no = town.number_of(&url, "西排", "8 号").to_string();
    let marks = [("no", no.as_str()), ("m1", "yes"), ("m2", "yes")];
    let own = town.send("吴敏", &format!("{url}/papers"), &marks).await;
    assert!(own.status == 422 && own.says("这是您自己家的票"), "{} {}", own.status, own.text);
    let proxy = town
        .send("吴敏", &format!("{url}/proxies"), &[("no", &no), ("name", "康福"), ("m1", "yes"), ("m2", "yes")])
        .await;
    assert!(proxy.status == 422 && proxy.says("这是您自己家的票"), "{}", proxy.text);
    assert_eq!(town.send("周国栋", &format!("{url}/papers"), &marks).await.status, 303);
    // Without a company on the paper a second seat is nobody's business.
    assert!(!town.get("吴敏", &format!("{url}/desk")).await.says("这台服务器由它管"));
}

//! 送达登记: two people, a way, a day, a signature or a note; a paper issued again; who signs for theirs may vote.

use crate::house::{Came, Town, closes, opens, town};

pub(crate) async fn delivered(town: &Town, who: &str, url: &str, no: &str, more: &[(&str, &str)]) -> Came {
    let seats = ["吴敏", "周国栋"].map(|who| town.map.seat(who).to_string());
    let base = [("no", no), ("way", "hand"), ("day", "2026-07-03"), ("seat1", &seats[0]), ("seat2", &seats[1])];
    let mut all: Vec<(&str, &str)> = base.into_iter().filter(|(n, _)| more.iter().all(|(m, _)| m != n)).collect();
    all.extend(more.iter().filter(|(n, v)| *n != "seat2" || !v.is_empty()));
    town.send(who, &format!("{url}/delivery"), &all).await
}

#[tokio::test]
async fn each_paper_is_delivered_by_two_and_the_convener_sees_how_many_were_reached() {
    let mut town = town().await;
    let url = town.called().await;
    let early = town.get("吴敏", &format!("{url}/delivery")).await;
    assert!(early.status == 409 && early.says("还没开始投"), "{} {}", early.status, early.text);
    town.pass(opens());
    let page = town.get("吴敏", &format!("{url}/delivery")).await;
    assert!(
        page.status == 200 && page.red() == 1 && page.says("送到了 0 人") && page.says("还没送到的"),
        "{}",
        page.text
    );
    let no = town.number_of(&url, "东排", "1 号").to_string();
    let one = town.map.seat("吴敏").to_string();
    for (more, says) in [
        (vec![("signed", "1"), ("seat2", one.as_str())], "要两位不同的人"),
        (vec![], "备注里写一句怎么送的"),
        (vec![("way", "door"), ("signed", "1")], "没有签收"),
        (vec![("day", "2026-07-04"), ("signed", "1")], "日期要在开始投票以后"),
        (vec![("no", "999"), ("signed", "1")], "名册上没有这个号"),
        (vec![("way", "pigeon")], "没有"),
        (vec![("way", "door"), ("note", "贴了门"), ("voter", "佟玉珍")], "当面签收的"),
    ] {
        let came = delivered(&town, "吴敏", &url, &no, &more).await;
        assert!(came.status == 422 && came.says(says), "{says}: {} {}", came.status, came.text);
    }
    let came = delivered(&town, "吴敏", &url, &no, &[("signed", "1")]).await;
    assert_eq!(came.status, 303, "{}", came.text);
    let two = town.number_of(&url, "东排", "2 号").to_string();
    let note = [("way", "door"), ("note", "贴在 2 号门上，18:20 发了短信")];
    assert_eq!(delivered(&town, "吴敏", &url, &two, &note).await.status, 303);
    let page = town.get("周国栋", &format!("{url}/delivery")).await;
    assert!(page.says("送到了 2 人") && page.says("其中签收有凭据的 1 人"), "{}", page.text);
    // Somebody rings up afterwards: the signature is there all the same.
    let rang = [("way", "phone"), ("note", "打电话提醒了一次")];
    assert_eq!(delivered(&town, "吴敏", &url, &no, &rang).await.status, 303);
    let page = town.get("周国栋", &format!("{url}/delivery")).await;
    assert!(page.says("送到了 2 人") && page.says("其中签收有凭据的 1 人"), "{}", page.text);
    let sheet = town.get("吴敏", &format!("{url}/delivery/print")).await;
    for words in [
        "东排 送达登记表",
        "临街商铺 送达登记表",
        "送达人（二人）",
        "贴在 2 号门上，18:20 发了短信",
        "吴敏、周国栋",
        "有凭据",
    ] {
        assert!(sheet.says(words), "{words}: {}", sheet.text);
    }
    assert!(!sheet.says("佟玉珍"), "no owner's name: {}", sheet.text);
    town.gone("周国栋");
    let later = town.get("吴敏", &format!("{url}/delivery/print")).await;
    assert!(later.says("吴敏、周国栋"), "who delivered stands there when they are gone: {}", later.text);
    assert!(town.english("吴敏", &format!("{url}/delivery")).await.says("Reached"));
    let company = town.get("马建军", &format!("{url}/delivery")).await;
    assert!([403, 404].contains(&company.status), "{}", company.status);
}

#[tokio::test]
async fn the_sheets_are_printed_after_the_close_for_the_filing() {
    let mut town = town().await;
    let url = town.open().await;
    town.pass(closes());
    let (desk, print) = (format!("{url}/desk"), format!("{url}/delivery/print"));
    let page = town.get("吴敏", &desk).await;
    assert!(page.says(&format!("href=\"{print}\"")), "{}", page.text);
    let sheet = town.get("吴敏", &print).await;
    assert!(sheet.status == 200 && sheet.says(&format!("href=\"{desk}\"")), "{} {}", sheet.status, sheet.text);
}

#[tokio::test]
async fn a_lost_paper_is_issued_again_and_the_old_one_no_longer_counts() {
    let mut town = town().await;
    let url = town.open().await;
    let no = town.number_of(&url, "东排", "1 号").to_string();
    let papers = format!("{url}/papers");
    let enter = async |who: &str, no: &str| town.send(who, &papers, &[("no", no), ("m1", "yes"), ("m2", "no")]).await;
    assert_eq!(enter("吴敏", &no).await.status, 303);
    let again = format!("{url}/reissue");
    let came = town.send("周国栋", &again, &[("old", &no), ("why", "lost")]).await;
    assert_eq!(came.status, 303, "{}", came.text);
    let second = format!("{no}-2");
    let page = town.get("周国栋", came.header("location")).await;
    assert!(page.says(&format!("新的一张是 {second} 号")), "{}", page.text);
    let old = enter("周国栋", &no).await;
    assert!(old.status == 422 && old.says("算数的是最后发的那张"), "{} {}", old.status, old.text);
    assert_eq!(enter("周国栋", &second).await.status, 303, "what was entered of the old one is void");
    assert_eq!(town.number("SELECT count(*) FROM property_ballot"), 0, "so this is the first of two");
    assert_eq!(enter("吴敏", &second).await.status, 303);
    assert_eq!(town.number("SELECT count(*) FROM property_ballot"), 1);
    let done = town.send("吴敏", &again, &[("old", &second), ("why", "lost")]).await;
    assert!(done.status == 422 && done.says("已经录好两遍了"), "{}", done.text);
    assert!(done.says("href=\"#f-old\"") && done.says(&format!("value=\"{second}\"")), "at its number: {}", done.text);
    let wrong = town.send("吴敏", &again, &[("old", "三"), ("why", "spoilt")]).await;
    assert!(wrong.status == 422 && wrong.says("名册上没有这个号"), "{}", wrong.text);
    assert!(wrong.says("value=\"三\"") && wrong.says("value=\"spoilt\" selected"), "nothing is lost: {}", wrong.text);
}

#[tokio::test]
async fn an_owner_who_signs_for_the_paper_may_vote_on_the_phone_and_a_tenant_not() {
    let mut town = town().await;
    let url = town.called().await;
    town.pass(opens());
    assert!(town.mine(&url, "佟玉珍").is_empty());
    let no = town.number_of(&url, "东排", "3 号").to_string();
    let tenant = delivered(&town, "吴敏", &url, &no, &[("signed", "1"), ("voter", "魏红")]).await;
    assert!(tenant.status == 422 && tenant.says("租户、家属不能替业主投票"), "{}", tenant.text);
    let own = town.number_of(&url, "西排", "8 号").to_string();
    let mine = delivered(&town, "吴敏", &url, &own, &[("signed", "1"), ("voter", "吴敏")]).await;
    assert!(mine.status == 422 && mine.says("这是您自己家的票"), "{} {}", mine.status, mine.text);
    let came = delivered(&town, "吴敏", &url, &no, &[("signed", "1"), ("voter", "佟玉珍")]).await;
    assert_eq!(came.status, 303, "{}", came.text);
    assert_eq!(town.mine(&url, "佟玉珍").len(), 1);
    let cast = town.send("佟玉珍", &format!("{url}/cast"), &[("m1", "yes"), ("m2", "yes")]).await;
    assert_eq!(cast.status, 303, "{}", cast.text);
    let list = town.get("吴敏", "/ownership?area=铁东12号院").await;
    assert!(list.says("表决票当面签收"), "{}", list.text);
    assert!(!town.get("吴敏", "/ownership/new").await.says("表决票当面签收"), "the counter sees papers");
}

//! 拍照寄回的表决票: sent by an owner who is away, read by two, put back with the reason; seen by nobody else.

use crate::counting::verified;
use crate::house::{Came, Town, jpeg, town};

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

fn newest(town: &Town) -> String {
    let sql = "SELECT act FROM property_away WHERE ended = 0";
    town.read(move |r| r.row(sql, &[], |row| row.text(0)).expect("read").expect("one came"))
}

#[tokio::test]
async fn a_photo_of_the_signed_paper_counts_once_two_people_read_the_same() {
    let mut town = town().await;
    let url = town.open().await;
    let (signed, photos) = (format!("{url}/signed"), format!("{url}/photos"));
    assert_eq!(town.send("佟玉珍", &format!("{url}/cast"), &[("m1", "yes"), ("m2", "yes")]).await.status, 303);
    let page = town.get("佟玉珍", &signed).await;
    assert!(page.says("274号 22") && page.says("只有录票的两位") && page.red() == 1, "{}", page.text);
    assert!(town.english("佟玉珍", &signed).await.says("No. 274, art. 22"));
    assert!(town.get("佟玉珍", &url).await.says(&signed));
    let none = town.send_photos("佟玉珍", &signed, &[], &[]).await;
    assert!(none.status == 422 && none.says("还没有照片"), "{} {}", none.status, none.text);
    let bad = town.send_photos("佟玉珍", &signed, &[], &[b"no picture"]).await;
    assert!(bad.status == 422 && bad.red() == 1, "{} {}", bad.status, bad.text);
    let came = town.send_photos("佟玉珍", &signed, &[], &[&jpeg()]).await;
    assert_eq!(came.status, 303, "{}", came.text);
    assert!(town.get("佟玉珍", &signed).await.says("还没有人录"));
    // Nobody sees it but who enters papers.
    let act = newest(&town);
    let picture = format!("{url}/signed/{act}/large");
    let shown = town.get("吴敏", &picture).await;
    assert_eq!((shown.status, shown.header("content-type")), (200, "image/jpeg"));
    for who in ["", "佟玉珍", "康福", "马建军", "刘志强"] {
        assert_ne!(town.get(who, &picture).await.status, 200, "{who}");
        assert_ne!(town.get(who, &photos).await.status, 200, "{who}");
    }
    let no = town.mine(&url, "佟玉珍")[0];
    let list = town.get("吴敏", &photos).await;
    assert!(list.says(&format!("{no} 号")) && list.says("还没录") && list.red() == 1, "{}", list.text);
    assert!(town.get("吴敏", &format!("{url}/papers?no={no}")).await.says(&picture));
    town.pass(crate::house::closes());
    let waits = town.send("吴敏", &format!("{url}/count"), &[]).await;
    assert!(waits.status == 422 || waits.status == 409, "a photo nobody has read: {}", waits.text);
    for who in ["吴敏", "周国栋"] {
        assert_eq!(entered(&town, who, &url, no, ["no", "abstain"]).await.status, 303, "{who}");
    }
    assert_eq!(counting(&town), [("photo".into(), "no,abstain".into(), 1)], "the signature before the phone");
    assert!(town.get("吴敏", &photos).await.says("录好了"));
    assert_eq!(town.send("吴敏", &format!("{url}/count"), &[]).await.status, 303);
    let own = town.get("佟玉珍", &url).await;
    assert!(own.says("您拍来的票录好了"), "{}", own.text);
    verified(&town);
}

#[tokio::test]
async fn a_photo_nobody_can_read_is_put_back_and_its_owner_hears_why() {
    let mut town = town().await;
    let url = town.open().await;
    let (signed, photos) = (format!("{url}/signed"), format!("{url}/photos"));
    let no = town.mine(&url, "佟玉珍")[0];
    assert_eq!(town.send_photos("佟玉珍", &signed, &[], &[&jpeg()]).await.status, 303);
    town.pass(crate::house::day("2026-07-03").at(9, 30));
    assert_eq!(town.send_photos("佟玉珍", &signed, &[], &[&jpeg()]).await.status, 303, "a newer one");
    assert_eq!(town.number("SELECT count(*) FROM property_away WHERE ended = 0"), 1);
    let act = newest(&town);
    let back = format!("{photos}/back");
    let without = town.send("吴敏", &back, &[("signed", &act), ("why", "")]).await;
    assert_eq!(without.status, 422, "{}", without.text);
    assert_eq!(town.send("吴敏", &back, &[("signed", &act), ("why", "unclear")]).await.status, 303);
    let told = "SELECT count(*) FROM outbox_message WHERE kind = 'property.photo_back'";
    assert_eq!(town.number(told), 1);
    let page = town.get("佟玉珍", &signed).await;
    assert!(page.says("照片看不清") && page.red() == 1, "{}", page.text);
    let again = town.send("周国栋", &back, &[("signed", &act), ("why", "unclear")]).await;
    assert!(again.says("已经换过或者退回了"), "{} {}", again.status, again.text);
    // One that came another way, taken in at the desk; not for the flat of whoever takes it in.
    let own = town.number_of(&url, "西排", "8 号").to_string();
    let mine = town.send_photos("吴敏", &photos, &[("no", &own)], &[&jpeg()]).await;
    assert!(mine.says("这是您自己家的票"), "{} {}", mine.status, mine.text);
    let typed = no.to_string();
    let bad = town.send_photos("吴敏", &photos, &[("no", "999")], &[&jpeg()]).await;
    assert!(bad.status == 422 && bad.says("名册上没有这个号") && bad.says("name=\"kept\""), "{}", bad.text);
    assert_eq!(town.send_photos("吴敏", &photos, &[("no", &typed)], &[&jpeg()]).await.status, 303);
    let act = newest(&town);
    assert_eq!(entered(&town, "吴敏", &url, no, ["yes", "yes"]).await.status, 303);
    let read = town.send_photos("佟玉珍", &signed, &[], &[&jpeg()]).await;
    assert!(read.says("已经在录您上一张了"), "{} {}", read.status, read.text);
    let late = town.send("周国栋", &back, &[("signed", &act), ("why", "original")]).await;
    assert!(late.says("先在「录纸票」里作废"), "{} {}", late.status, late.text);
    let pairs = [("no", typed.as_str())];
    assert_eq!(town.send("周国栋", &format!("{url}/papers/void"), &pairs).await.status, 303);
    assert_eq!(town.send("周国栋", &back, &[("signed", &act), ("why", "original")]).await.status, 303);
    assert_eq!(town.number(told), 1, "that the original came is no news");
    for who in ["吴敏", "周国栋"] {
        assert_eq!(entered(&town, who, &url, no, ["yes", "no"]).await.status, 303, "{who}");
    }
    assert_eq!(counting(&town), [("paper".into(), "yes,no".into(), 0)], "the original, not the photo");
    town.pass(crate::house::closes());
    let over = town.get("佟玉珍", &signed).await;
    assert!(over.status != 200 && over.says("截止"), "{} {}", over.status, over.text);
    verified(&town);
}

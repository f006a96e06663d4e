//! 票箱封存记录: sealed, opened after the close before two people, and no count while one is sealed still.

use crate::house::{Came, Town, closes, jpeg, town};

async fn noted(town: &Town, url: &str, other: &[(&str, &str)], files: &[&[u8]]) -> Came {
    let usual = [
        ("number", "1"),
        ("what", "sealed"),
        ("day", "2026-07-03"),
        ("time", "8:50"),
        ("place", "院口传达室"),
        ("people", "吴敏，社区\n袁秀兰，业主"),
    ];
    let all = usual.map(|(name, value)| other.iter().find(|(n, _)| *n == name).copied().unwrap_or((name, value)));
    town.send_photos("吴敏", &format!("{url}/box"), &all, files).await
}

#[tokio::test]
async fn a_box_is_sealed_and_opened_before_two_people_and_the_count_waits_for_it() {
    let mut town = town().await;
    let url = town.open().await;
    let page = format!("{url}/box");
    let empty = town.get("吴敏", &page).await;
    assert!(empty.says("还没有记过封箱") && empty.red() == 1, "{}", empty.text);
    assert!(town.get("吴敏", &format!("{url}/desk")).await.says(&page));
    for (other, says) in [
        (("number", "0"), "写 1 到 50"),
        (("number", "一"), "写 1 到 50"),
        (("what", "opened"), "没有封着"),
        (("what", ""), "选一项"),
        (("time", "25:00"), "写成 9:00 这样的时间"),
        (("day", "2026-07-04"), "这个时间不对"),
        (("day", "2026-06-01"), "这个时间不对"),
        (("people", "吴敏，社区"), "至少两个人"),
        (("people", ""), "这一项要填"),
        (("place", ""), "这一项要填"),
    ] {
        let came = noted(&town, &url, &[other], &[]).await;
        assert!(came.status == 422 && came.says(says), "{other:?}: {} {}", came.status, came.text);
        assert!(came.says("院口传达室") || other.0 == "place", "{other:?}: what was typed is kept");
    }
    let came = noted(&town, &url, &[], &[&jpeg()]).await;
    assert_eq!(came.status, 303, "{}", came.text);
    let twice = noted(&town, &url, &[("time", "9:00")], &[]).await;
    assert!(twice.status == 422 && twice.says("已经封着"), "{}", twice.text);
    let early = noted(&town, &url, &[("what", "opened"), ("time", "9:00")], &[]).await;
    assert!(early.status == 422 && early.says("截止以前不开箱"), "{}", early.text);
    let list = town.get("吴敏", &page).await;
    assert!(list.says("1 号箱 7 月 3 日 8:50 封上") && list.says("袁秀兰，业主"), "{}", list.text);
    let picture = list.text.split("href=\"").filter_map(|s| s.split('"').next()).find(|s| s.ends_with("/photo"));
    let picture = picture.expect("a photo").to_owned();
    assert_eq!(town.get("吴敏", &picture).await.header("content-type"), "image/jpeg");
    let open = town.get("", &url).await;
    assert!(open.says("1 号箱 7 月 3 日 8:50 封上") && !open.says("袁秀兰"), "{}", open.text);
    for who in ["", "佟玉珍", "马建军", "刘志强"] {
        assert_ne!(town.get(who, &picture).await.status, 200, "{who}");
        assert_ne!(town.get(who, &page).await.status, 200, "{who}");
    }
    let leaves = "SELECT count(*) FROM journal_act WHERE body LIKE '%袁秀兰，业主%' OR body LIKE '%传达室%'";
    assert_eq!(town.number(leaves), 0, "what was typed is in no leaf");
    town.pass(closes().day().at(18, 30));
    let waits = town.send("吴敏", &format!("{url}/count"), &[]).await;
    assert!(waits.says("有票箱还封着"), "{} {}", waits.status, waits.text);
    let opened = [("what", "opened"), ("day", "2026-07-13"), ("time", "18:10")];
    assert_eq!(noted(&town, &url, &opened, &[]).await.status, 303);
    let paper = town.get("吴敏", &format!("{page}/print")).await;
    for words in ["票箱封存记录", "1 号箱 7 月 13 日 18:10 当众打开", "袁秀兰，业主", "唱票人", "监票人", "本人签名"]
    {
        assert!(paper.says(words), "{words}: {}", paper.text);
    }
    assert!(town.english("吴敏", &format!("{page}/print")).await.says("Box 1 opened in public"));
    assert!(town.get("吴敏", &format!("{url}/tally")).await.says("1 号箱 7 月 13 日 18:10 当众打开"));
    assert_eq!(town.send("吴敏", &format!("{url}/count"), &[]).await.status, 303);
    let after = noted(&town, &url, &[("day", "2026-07-13"), ("time", "18:20")], &[]).await;
    assert!(after.says("已经计过票了") && town.get("吴敏", &page).await.red() == 0, "{}", after.text);
    crate::counting::verified(&town);
}

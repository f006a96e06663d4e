//! 计票表签字: who called, counted and watched, after the close, with a photo; the result says while it is missing.

use crate::counting::verified;
use crate::house::{Came, Town, closes, jpeg, town};

async fn noted(town: &Town, who: &str, url: &str, other: (&str, &str), files: &[&[u8]]) -> Came {
    let usual = [
        ("same", "yes"),
        ("day", "2026-07-13"),
        ("calls", "白音，社区"),
        ("counts", "乌兰，社区"),
        ("watches", "袁秀兰，业主\n康福，业主"),
        ("words", ""),
    ];
    let all = usual.map(|(name, value)| if name == other.0 { other } else { (name, value) });
    town.send_photos(who, &format!("{url}/signing"), &all, files).await
}

#[tokio::test]
async fn the_result_of_a_vote_with_papers_says_until_its_count_sheet_is_signed() {
    let mut town = town().await;
    let url = town.open().await;
    let page = format!("{url}/signing");
    let no = town.number_of(&url, "东排", "1 号").to_string();
    for who in ["吴敏", "周国栋"] {
        let marks = [("no", no.as_str()), ("m1", "yes"), ("m2", "no")];
        assert_eq!(town.send(who, &format!("{url}/papers"), &marks).await.status, 303);
    }
    let early = noted(&town, "吴敏", &url, ("", ""), &[&jpeg()]).await;
    assert!(early.says("截止以后才唱票"), "{} {}", early.status, early.text);
    assert!(!town.get("吴敏", &format!("{url}/desk")).await.says(&page));
    town.pass(closes().day().at(18, 30));
    assert!(town.get("吴敏", &format!("{url}/desk")).await.says(&page));
    assert_eq!(town.send("吴敏", &format!("{url}/count"), &[]).await.status, 303, "nothing is refused for want of it");
    for who in ["", "佟玉珍"] {
        assert!(town.get(who, &url).await.says("计票表的签字还没有记上"), "{who}");
        assert!(town.get(who, &format!("{url}/result")).await.says("计票表的签字还没有记上"), "{who}");
    }
    let form = town.get("吴敏", &page).await;
    assert!(form.red() == 1 && form.says(&format!("{url}/tally")), "{}", form.text);
    assert!(town.english("吴敏", &page).await.says("Signatures of the count sheet"));
    for (other, says) in [
        (("same", ""), "选一项"),
        (("same", "no"), "哪里不一样"),
        (("day", "2026-07-14"), "这一天不对"),
        (("day", "2026-07-12"), "这一天不对"),
        (("calls", ""), "这一项要填"),
        (("watches", "白音，业主"), "有人写了两遍"),
    ] {
        let came = noted(&town, "吴敏", &url, other, &[&jpeg()]).await;
        assert!(came.status == 422 && came.says(says), "{other:?}: {} {}", came.status, came.text);
        assert!(came.says("乌兰，社区") && came.says("name=\"kept\""), "{other:?}: what was typed is kept");
    }
    let bare = noted(&town, "吴敏", &url, ("", ""), &[]).await;
    assert!(bare.status == 422 && bare.says("还没有照片"), "{}", bare.text);
    // Nothing was filled in: each question is named, the photo too.
    let empty =
        town.send_photos("吴敏", &page, &[("day", ""), ("calls", ""), ("counts", ""), ("watches", "")], &[]).await;
    for says in
        ["哪天签的：", "唱票的人：这一项要填", "监票的人：这一项要填", "手工数的和程序数的一样吗：", "还没有照片"]
    {
        assert!(empty.status == 422 && empty.says(says), "{says}: {}", empty.text);
    }
    // What differs is said to everybody, and what it is at the desk only.
    let differs = [("same", "no"), ("words", "第 1 项少一张，正在找")];
    let all = [("day", "2026-07-13"), ("calls", "白音"), ("counts", "乌兰"), ("watches", "袁秀兰")];
    let came = town.send_photos("吴敏", &page, &[&all[..], &differs].concat(), &[&jpeg()]).await;
    assert_eq!(came.status, 303, "{}", came.text);
    let open = town.get("", &url).await;
    assert!(open.says("手工数的和程序数的不一样") && !open.says("少一张"), "{}", open.text);
    assert!(town.get("吴敏", &page).await.says("第 1 项少一张"));
    // Noted again it stands, and the one before stays in the record.
    assert_eq!(noted(&town, "周国栋", &url, ("", ""), &[&jpeg()]).await.status, 303);
    let open = town.get("", &url).await;
    assert!(open.says("唱票 1 人、计票 1 人、监票 2 人") && !open.says("袁秀兰"), "{}", open.text);
    assert!(!open.says("不一样") && town.get("", &format!("{url}/result")).await.says("监票 2 人"), "{}", open.text);
    assert_eq!(town.number("SELECT count(*) FROM property_signing"), 2);
    let desk = town.get("吴敏", &page).await;
    assert!(desk.says("袁秀兰，业主；康福，业主"), "{}", desk.text);
    let photo = format!("{page}/photo");
    assert_eq!(town.get("吴敏", &photo).await.header("content-type"), "image/jpeg");
    for who in ["", "佟玉珍", "马建军", "刘志强"] {
        assert_ne!(town.get(who, &photo).await.status, 200, "{who}");
        assert_ne!(town.get(who, &page).await.status, 200, "{who}");
    }
    let leaves = "SELECT count(*) FROM journal_act WHERE body LIKE '%袁秀兰%' OR body LIKE '%少一张%'";
    assert_eq!(town.number(leaves), 0, "what was typed is in no leaf");
    verified(&town);
}

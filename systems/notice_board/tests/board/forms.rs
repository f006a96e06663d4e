use crate::house::{jpeg, town, town_with};
use std::io::{Cursor, Read as _};

#[tokio::test]
async fn the_text_for_the_group_has_days_and_link_and_nothing_that_was_typed_below_the_title() {
    let town = town().await;
    let id = town.posted().await;
    let page = town.get("", &format!("/notice/{id}/print?paper=text")).await;
    assert!(page.says("<textarea") && page.says("readonly"), "it is copied without a script");
    let text = page.text.split("<textarea").nth(1).and_then(|s| s.split("</textarea>").next()).unwrap_or_default();
    for words in
        ["【芙蓉里】召开业主大会的通知", "2026 年 7 月 3 日", "物业管理条例 14", "http://127.0.0.1:8600/notice/"]
    {
        assert!(text.contains(words), "{words}: {text}");
    }
    assert!(!text.contains("修排水沟") && !text.contains("业委会值班"), "{text}");
}

#[tokio::test]
async fn the_document_opens_and_the_sheet_has_room_for_the_stamp_and_a_second_title() {
    let town = town().await;
    let id = town.posted().await;
    let unzipped = |body: Vec<u8>| {
        let mut zip = zip::ZipArchive::new(Cursor::new(body)).expect("a zip");
        let second = zip.by_name("word/media/second.jpeg").is_ok();
        let mut text = String::new();
        zip.by_name("word/document.xml").expect("a document").read_to_string(&mut text).expect("text");
        (second, text)
    };
    let came = town.get("", &format!("/notice/{id}/print?paper=docx")).await;
    assert!(came.header("content-type").contains("wordprocessingml"), "{}", came.header("content-type"));
    let (second, text) = unzipped(came.body);
    assert!(text.contains("召开业主大会的通知") && text.contains("议题：修排水沟。") && text.contains("盖章处"));
    assert!(!second);
    let sheet = town.get("", &format!("/notice/{id}/print")).await;
    assert!(
        sheet.says("class=\"stamp\"") && sheet.says("class=\"qr\"") && !sheet.says("hung-second"),
        "{}",
        sheet.text
    );
    let area = town.map.area("芙蓉社区").to_string();
    let none = town.send("吴敏", "/posting/title", &[("area", &area)], &[]).await;
    assert!(none.status == 422 && none.says("请附上照片"), "{}", none.text);
    let came = town.send("吴敏", "/posting/title", &[("area", &area)], &[&jpeg()]).await;
    assert_eq!(came.status, 303, "{}", came.text);
    // The compound lies in the community, and takes its title.
    assert!(town.get("", &format!("/notice/{id}/print")).await.says("hung-second"));
    assert_eq!(town.get("", "/notice-board/%E8%8A%99%E8%93%89%E9%87%8C/title").await.status, 200);
    assert!(unzipped(town.get("", &format!("/notice/{id}/print?paper=docx")).await.body).0, "the document carries it");
    assert_eq!(town.get("", "/notice-board/%E5%BE%A1%E5%BA%9C%E8%8B%91/title").await.status, 404);
}

#[tokio::test]
async fn the_screen_goes_round_by_itself_and_stops_at_a_click() {
    let town = town().await;
    town.posted().await;
    let at = "/notice-board/%E8%8A%99%E8%93%89%E9%87%8C/screen";
    let first = town.get("", at).await;
    assert!(first.says("召开业主大会的通知") && first.says("第 1 张，共 2 张"), "{}", first.text);
    assert!(first.header("refresh").starts_with("25; url=") && first.header("refresh").ends_with("n=1"));
    let stop = town.get("", &format!("{at}?n=1&stop=1")).await;
    assert!(stop.header("refresh").is_empty() && stop.says("接着放") && stop.says("芙蓉里议事会纪要"), "{}", stop.text);
    assert!(!stop.says("<audio") && !stop.says("<video"));
    let round = town.get("", &format!("{at}?n=999")).await;
    assert_eq!(round.status, 200);
    assert_eq!(town.get("", "/notice-board/nowhere/screen").await.status, 404);
}

#[tokio::test]
async fn the_screen_shows_what_is_in_force_however_many_came_after_it() {
    let mut town = town().await;
    town.posted().await;
    let area = town.map.area("芙蓉里").to_string();
    for n in 0..13 {
        let title = format!("短通知 {n:02}");
        let pairs = [
            ("area", area.as_str()),
            ("sheet", "notice"),
            ("ground", "general"),
            ("section", "affairs"),
            ("from", "2026-06-18"),
            ("to", "2026-06-18"),
            ("title", &title),
            ("words", "今天停水。"),
        ];
        let came = town.send("吴敏", "/posting", &pairs, &[]).await;
        assert_eq!(came.status, 303, "{}", came.text);
    }
    town.pass(lianxin_base::Day::ymd(2026, 6, 19).expect("a day").at(10, 0));
    let screen = town.get("", "/notice-board/%E8%8A%99%E8%93%89%E9%87%8C/screen").await;
    assert!(screen.says("召开业主大会的通知") && screen.says("共 2 张"), "{}", screen.text);
}

/// What stands in for the press: it answers with what it was given.
fn echo(folder: &std::path::Path) -> std::path::PathBuf {
    stand_in(folder, "echo \"$2\"\ncat")
}

/// What stands in for the press and does this.
fn stand_in(folder: &std::path::Path, does: &str) -> std::path::PathBuf {
    let program = folder.join("press");
    std::fs::write(&program, format!("#!/bin/sh\n{does}\n")).expect("written");
    let mode = std::os::unix::fs::PermissionsExt::from_mode(0o700);
    std::fs::set_permissions(&program, mode).expect("made to run");
    program
}

#[tokio::test]
async fn the_press_is_given_the_notice_and_nothing_that_is_not_on_it() {
    let town = town_with(|folder| Some(echo(folder))).await;
    let id = town.posted().await;
    let page = town.get("", &format!("/notice/{id}")).await;
    assert!(
        page.says(&format!("/notice/{id}/print?paper=png")) && page.says(&format!("/notice/{id}/print?paper=pdf")),
        "{}",
        page.text
    );
    for (form, at, kind) in [("pdf", "print?paper=pdf", "application/pdf"), ("png", "print?paper=png", "image/png")] {
        let came = town.get("", &format!("/notice/{id}/{at}")).await;
        assert_eq!((came.status, came.header("content-type")), (200, kind), "{}", came.text);
        let (name, job) = came.text.split_once('\n').expect("two lines");
        assert_eq!(name, form);
        for words in ["召开业主大会的通知", "议题：修排水沟。", "盖章处", &format!("/notice/{id}\"")]
        {
            assert!(job.contains(words), "{words}: {job}");
        }
    }
    let sheet = format!("/notice/{id}/print");
    assert!(town.get("", &sheet).await.says(&format!("{sheet}?paper=pdf")), "any sheet is a PDF too");
    let came = town.get("", &format!("{sheet}?paper=pdf")).await;
    assert_eq!((came.status, came.header("content-type")), (200, "application/pdf"), "{}", came.text);
    assert!(came.says("议题：修排水沟。") && came.says("盖章处") && !came.says("<header"), "{}", came.text);
    for (at, status) in [(format!("/notice/{id}?paper=pdf"), 200), ("/notice/nowhere/print?paper=pdf".into(), 404)] {
        let came = town.get("", &at).await;
        assert!(came.status == status && came.header("content-type").starts_with("text/html"), "{at}: {}", came.status);
    }
}

#[tokio::test]
async fn without_a_press_the_page_says_so_and_its_addresses_too() {
    let town = town().await;
    let id = town.posted().await;
    let page = town.get("", &format!("/notice/{id}")).await;
    assert!(page.says("lianxin-press") && !page.says("paper=pdf"), "{}", page.text);
    for at in ["print?paper=pdf", "print?paper=png"] {
        let came = town.get("", &format!("/notice/{id}/{at}")).await;
        assert!(came.status == 422 && came.says("先用打印的那一页"), "{} {}", came.status, came.text);
    }
    let gone = town_with(|folder| Some(folder.join("nowhere"))).await;
    let id = gone.posted().await;
    assert!(gone.get("", &format!("/notice/{id}/print?paper=pdf")).await.says("没有装"));
}

#[tokio::test]
async fn each_end_of_the_press_is_a_sentence_and_the_other_forms_remain() {
    for (does, zh, en) in [
        ("kill -9 $$", "印到一半停下了", "stopped half way"),
        ("kill -ABRT $$", "印到一半停下了", "stopped half way"), // memory it asked for and did not get
        ("cat > /dev/null; printf fonts; exit 3", "没有找到中文字体", "No Chinese fonts"),
        ("cat > /dev/null; printf 'glyph 𬸘'; exit 3", "“𬸘”这个字", "the character “𬸘”"),
        ("exit 1", "没有印成", "The paper was not set"),
    ] {
        let town = town_with(|folder| Some(stand_in(folder, does))).await;
        let id = town.posted().await;
        for at in [format!("/notice/{id}/print?paper=pdf"), format!("/notice/{id}/print?paper=png")] {
            let came = town.get("", &at).await;
            assert!(came.status == 422 && came.says(zh), "{does} {at}: {} {}", came.status, came.text);
            let came = town.english("", &at).await;
            assert!(came.status == 422 && came.says(en), "{does} {at}: {} {}", came.status, came.text);
        }
        for form in ["", "/print?paper=text", "/print?paper=docx", "/print"] {
            assert_eq!(town.get("", &format!("/notice/{id}{form}")).await.status, 200, "{does} {form}");
        }
    }
}

#[tokio::test]
async fn strangers_never_stand_before_the_office_at_the_press() {
    let town = town_with(|folder| Some(stand_in(folder, "sleep 1; echo \"$2\"; cat"))).await;
    let id = town.posted().await;
    let at = format!("/notice/{id}/print?paper=png");
    let ask = |who: &'static str| town.get(who, &at);
    let (one, two, three, own) = tokio::join!(ask(""), ask(""), ask(""), ask("吴敏"));
    let said = [one.status, two.status, three.status];
    assert_eq!((said.iter().filter(|s| **s == 200).count(), own.status), (2, 200), "{said:?}");
    let busy = [one, two, three].into_iter().find(|came| came.status == 503).expect("one is told to come back");
    assert!(busy.says("请过一两分钟再来"), "{}", busy.text);
}

//! The press as the server starts it: papers in, PDF and pictures out, and what it refuses.

use lianxin_child::Failure;
use lianxin_child::press::{PDF, PNG, Press};
use serde_json::{Value, json};
use std::process::Command;

/// Rare characters of people's names: 㛃 䶮 and one beyond the first plane.
const RARE: &str = "㛃䶮𬸘";
const FONTS: &str = "/usr/share/fonts/opentype/noto";

fn press(fonts: &str) -> Press {
    Press::of(env!("CARGO_BIN_EXE_lianxin-press").into(), vec![fonts.into()])
}

fn paper(title: &str) -> Value {
    json!({
        "lang": "zh-CN", "place": "芙蓉里", "title": title, "signed": "芙蓉里居民委员会", "day": "2026 年 6 月 15 日",
        "facts": [["公示期", "6 月 15 日到 6 月 21 日"], ["依据", "《民法典》第二百七十八条"]],
        "blocks": [
            {"heading": "一、修什么"},
            {"text": format!("3 号楼的上水管，由{RARE}师傅来修。*这不是* #markup $x$ <b>")},
            {"item": "先关水"},
            {"table": {"head": ["项目", "金额"], "rows": [["水管", "1200.00 元"], ["人工", "800.00 元"]]}},
        ],
        "link": "https://lianxin.example/notices/1",
        "group": ["only in the group"],
        "frame": {"seal": "（盖章处）", "scan": "扫码看原文"},
    })
}

#[expect(clippy::disallowed_methods, reason = "a test has no server whose threads it could hold up")]
fn set(press: &Press, form: lianxin_child::Kind, papers: &[Value]) -> Result<Vec<u8>, Failure> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    runtime.block_on(press.set(form, papers))
}

/// The words of a PDF without white space, and how many pages it has.
fn read(pdf: &[u8]) -> (String, usize) {
    let file = std::env::temp_dir().join(format!("lianxin-press-{}-{}.pdf", std::process::id(), pdf.len()));
    std::fs::write(&file, pdf).expect("written");
    let out = Command::new("pdftotext").arg(&file).arg("-").output().expect("pdftotext runs");
    std::fs::remove_file(&file).expect("removed");
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    let text = String::from_utf8(out.stdout).expect("text");
    let pages = text.matches('\u{c}').count();
    (text.chars().filter(|c| !c.is_whitespace()).collect(), pages)
}

#[test]
fn a_paper_as_pdf_holds_its_words_and_nothing_of_them_is_markup() {
    let pdf = set(&press(FONTS), PDF, &[paper("修水管的公示")]).expect("set");
    assert!(pdf.starts_with(b"%PDF-"));
    let of = |what: &[u8]| pdf.windows(what.len()).any(|w| w == what);
    assert!(of(b"pdfaid:part"), "an archive's PDF says so");
    let (text, pages) = read(&pdf);
    assert_eq!(pages, 1);
    for words in [
        "芙蓉里",
        "修水管的公示",
        RARE,
        "*这不是*#markup$x$<b>",
        "先关水",
        "1200.00元",
        "（盖章处）",
        "扫码看原文",
        "《民法典》第二百七十八条",
    ] {
        assert!(text.contains(words), "{words}: {text}");
    }
    assert!(!text.contains("onlyinthegroup"));
    let again = set(&press(FONTS), PDF, &[paper("修水管的公示")]).expect("set");
    assert!(again == pdf, "the same paper is the same file, so that its hash can be kept");
}

#[test]
fn a_picture_is_long_and_wide_enough_for_a_telephone() {
    let png = set(&press(FONTS), PNG, &[paper("修水管的公示")]).expect("set");
    assert!(png.starts_with(b"\x89PNG\r\n\x1a\n"));
    let side = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().expect("four bytes"));
    assert_eq!(side(16), 1080);
    assert!(side(20) > 1000, "{}", side(20));
}

#[test]
fn many_papers_are_one_file_each_on_its_page() {
    let papers: Vec<Value> = (1..=30).map(|n| paper(&format!("第{n}户的票"))).collect();
    let (text, pages) = read(&set(&press(FONTS), PDF, &papers).expect("set"));
    assert_eq!(pages, 30);
    assert!((1..=30).all(|n| text.contains(&format!("第{n}户的票"))));
}

#[test]
fn what_cannot_be_set_is_named() {
    let mut odd = paper("公示");
    odd["title"] = "\u{10fffd}".into();
    for form in [PDF, PNG] {
        assert_eq!(
            set(&press(FONTS), form, std::slice::from_ref(&odd)),
            Err(Failure::Refused("glyph \u{10fffd}".into()))
        );
        assert_eq!(set(&press("/nowhere"), form, &[paper("公示")]), Err(Failure::Refused("fonts".into())));
    }
    let nothing = json!({"title": 3});
    assert!(matches!(set(&press(FONTS), PDF, &[nothing]), Err(Failure::Refused(word)) if word.starts_with("paper")));
    let absent = Press::of("/nowhere/lianxin-press".into(), Vec::new());
    assert!(matches!(set(&absent, PDF, &[paper("公示")]), Err(Failure::NotStarted(_))));
    let long = paper(&"长".repeat(PDF.limits.input));
    assert_eq!(set(&press(FONTS), PDF, &[long]), Err(Failure::TooLarge));
}

/// What ends the press from outside ends only the press.
#[test]
fn a_press_that_is_killed_or_slow_is_an_answer() {
    let kill = std::env::temp_dir().join(format!("lianxin-press-kill-{}", std::process::id()));
    std::fs::write(&kill, "#!/bin/sh\nkill -9 $$\n").expect("written");
    let mode = std::os::unix::fs::PermissionsExt::from_mode(0o700);
    std::fs::set_permissions(&kill, mode).expect("made to run");
    let end = set(&Press::of(kill.clone(), Vec::new()), PDF, &[paper("公示")]);
    std::fs::remove_file(&kill).expect("removed");
    assert_eq!(end, Err(Failure::TooLarge), "killed is what the kernel does when memory is out");
}

//! What is typed for the notice board, for [`crate::canary`].

use lianxin_stories::{Browser, World};

/// Every word that is typed.
pub(crate) const WORDS: [&str; 8] =
    ["珈蓝公一号", "珈蓝公二号", "珈蓝公三号", "珈蓝公四号", "珈蓝公五号", "珈蓝公六号", "珈蓝公七号", "珈蓝公八号"];

/// A notice is posted and taken down, with everything that can be said about photos.
pub(crate) fn notice(world: &World, worker: &mut Browser<'_>) {
    worker.open("/posting/new?ground=general");
    let (area, day) = (worker.choice("/posting", "area", "芙蓉里"), world.now().day().to_string());
    let said = [
        ("area", area.as_str()),
        ("ground", "general"),
        ("section", "events"),
        ("from", day.as_str()),
        ("title", "珈蓝公一号"),
        ("words", "珈蓝公二号"),
        ("contact", "珈蓝公三号"),
        ("alt", "珈蓝公四号"),
        ("caption", "珈蓝公五号"),
        ("credit", "珈蓝公六号"),
        ("consent", "珈蓝公七号"),
    ];
    worker.send("/posting", &said);
    assert!(worker.page.says("珈蓝公一号") && worker.page.says("珈蓝公三号"), "{}", worker.page.text());
    let page = worker.page.url.split('?').next().unwrap_or_default().to_owned();
    worker.send(&format!("{page}/down"), &[("reason", "珈蓝公八号")]);
    assert!(worker.page.says("珈蓝公八号"), "{}", worker.page.text());
}

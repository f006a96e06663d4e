//! `stories/snapshots/notices.md`: every message the program sends, as it reads in both languages.

use lianxin_base::Lang;
use lianxin_outbox::Notices;
use std::fmt::Write as _;

/// Every notice of every system.
///
/// # Panics
/// Two systems claim one kind, which the app would not open with either.
pub fn all() -> Notices {
    lianxin_app::wiring::notices().expect("no kind stands twice")
}

/// The printed list.
pub fn table() -> String {
    let mut out = String::from(
        "# 发给人的消息 What people are told\n\n\
         由程序打印，不手改：`cargo run -p lianxin-stories --bin matrix -- --write`。测试比对它。\n\
         Printed by the program, not edited by hand; a test compares it.\n\n\
         | kind | 叫什么 name | | 标题 title | 正文 body | 去说 spoken |\n| --- | --- | --- | --- | --- | --- |\n",
    );
    let all = all();
    for (kind, lang, (title, body)) in all.previews() {
        let name = all.find(kind).map(|n| (n.name)(lang, kind)).unwrap_or_default();
        let notice = all.find(kind).filter(|n| n.urgency.is_spoken());
        let spoken = notice.and_then(|n| (n.voice)(lang, &(n.preview)())).unwrap_or_default();
        let lang = if lang == Lang::Zh { "zh" } else { "en" };
        writeln!(out, "| {kind} | {name} | {lang} | {title} | {body} | {spoken} |").ok();
    }
    out
}

//! `docs/refusals.md`: everything the program can refuse, with its sentence in both languages.

use lianxin_base::{Lang, Refuse};
use lianxin_store::Fault;
use lianxin_web::{BadField, FORM_LIMIT, Trouble};
use std::fmt::Write as _;

/// One thing that can be refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// The steady name for programs.
    pub code: &'static str,
    /// The HTTP status.
    pub status: u16,
    /// The form's field it stands beside.
    pub field: &'static str,
    /// The sentence in Chinese.
    pub zh: String,
    /// The sentence in English.
    pub en: String,
}

/// Every refusal of every room, in the order of the rooms.
pub fn all() -> Vec<Said> {
    let mut all: Vec<Said> = Vec::new();
    all.extend(lianxin_register::Refusal::ALL.iter().map(|r| said(r)));
    all.extend(lianxin_gate::Refusal::ALL.iter().map(|r| said(r)));
    all.extend(lianxin_work::Refusal::ALL.iter().map(|r| said(r)));
    all.extend(BadField::ALL.iter().map(|r| said(r)));
    all.extend(lianxin_photo::Refusal::ALL.iter().map(|r| said(r)));
    all.extend(troubles().iter().map(trouble));
    for system in lianxin_app::wiring::systems().unwrap_or_default() {
        all.extend(system.refusals.iter().map(|r| said(r.as_ref())));
    }
    all
}

fn said(r: &dyn Refuse) -> Said {
    let field = r.field().unwrap_or_default();
    Said { code: r.code(), status: r.status(), field, zh: r.say(Lang::Zh), en: r.say(Lang::En) }
}

fn trouble(t: &Trouble) -> Said {
    Said { code: t.code(), status: t.status().as_u16(), field: "", zh: t.say(Lang::Zh), en: t.say(Lang::En) }
}

/// What can go wrong at the front door, whatever was asked.
fn troubles() -> Vec<Trouble> {
    let broken = |fault: fn(String) -> Fault| Trouble::Broken(fault(String::new()));
    vec![
        Trouble::NotFound,
        Trouble::Method,
        Trouble::SignIn,
        Trouble::Foreign,
        Trouble::Stale,
        Trouble::Unreadable,
        Trouble::Format,
        Trouble::TooLarge(FORM_LIMIT),
        Trouble::Crowded,
        Trouble::Slow,
        broken(Fault::Busy),
        broken(Fault::Away),
        broken(Fault::Full),
        broken(Fault::Bug),
    ]
}

/// The printed list.
pub fn table() -> String {
    let mut out = String::from(
        "# 不行的时候怎么说 What is said when something cannot be done\n\n\
         由程序打印，不手改：`cargo run -p lianxin-stories --bin matrix -- --write`。测试比对它。\n\
         Printed by the program, not edited by hand; a test compares it.\n\n\
         | code | status | field | 中文 | English |\n| --- | --- | --- | --- | --- |\n",
    );
    for s in all() {
        let cell = |text: &str| text.replace('|', "\\|").replace('\n', " ");
        writeln!(out, "| {} | {} | {} | {} | {} |", s.code, s.status, s.field, cell(&s.zh), cell(&s.en)).ok();
    }
    out
}

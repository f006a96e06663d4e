//! `GET /privacy`: what is collected and why, how long it stays, what one may ask; `?version=2`: the words of a version of
//! before, as somebody may have agreed to them.

use super::retention::{Data, months};
use crate::around::{Around, Caller, call};
use crate::asked::{Query, asked};
use crate::texts::{L10nLanguage, t};
use askama::Template;
use axum::response::Response;
use lianxin_gate::{RULES_FIRST, RULES_VERSION, rules_since};
use lianxin_store::{Fault, Read};
use lianxin_web::components::{Notice, NoticeKind, Row, Rows};
use lianxin_web::icons::Icon;
use lianxin_web::shell::Kind;
use lianxin_web::{Trouble, Visit};

#[derive(Template)]
#[template(path = "privacy.html")]
struct View<'a> {
    t: &'static L10nLanguage,
    notice: Option<Notice<'a>>,
    parts: Vec<(String, String)>,
    links: Rows<'a>,
    version: String,
    /// The other versions there were.
    others: Rows<'a>,
}

/// The page. After an erasure it says so; of an older version it says that it is none in force.
pub(super) async fn page(visit: Visit, query: Query) -> Result<Response, Trouble> {
    let caller = Caller::of(&visit);
    let look = move |r: &mut Read<'_>| Ok((Around::of(r, &caller)?, call(r, &caller)?, Months::of(r)?));
    let (around, call, months) = visit.read(look).await?;
    let t = t(visit.lang);
    let mut links = Vec::new();
    if visit.person().is_some() {
        links.push(Row::to("/me/data", t.msg_data_title()).icon(Icon::FileText).line([t.msg_data_row()]));
    }
    if let Some(call) = call {
        let line = std::iter::once(call.who.clone()).chain(call.lines(visit.lang));
        links.push(Row::to(format!("tel:{}", call.number), t.msg_privacy_ask()).icon(Icon::Phone).line(line));
    }
    let version = match asked(&query, "version") {
        "" => RULES_VERSION,
        typed => typed.parse().ok().filter(|n| (RULES_FIRST..=RULES_VERSION).contains(n)).ok_or(Trouble::NotFound)?,
    };
    let notice = match (version, asked(&query, "erased")) {
        (RULES_VERSION, "1") => Some(Notice::new(NoticeKind::Ok, t.msg_erase_done())),
        (RULES_VERSION, "2") => Some(Notice::new(NoticeKind::Ok, t.msg_left_done())),
        (RULES_VERSION, _) => None,
        _ => Some(Notice::new(NoticeKind::Warn, t.msg_privacy_older())),
    };
    let view = View {
        t,
        notice,
        parts: parts(t, months, version),
        links: Rows { items: links },
        version: version_line(t, version),
        others: others(t, version),
    };
    let title = t.msg_privacy_title();
    Ok(around.round(visit.page(&title, Kind::Phone)).view(&view))
}

/// `第 3 版，2026-11-26`.
pub(super) fn version_line(t: &'static L10nLanguage, version: i64) -> String {
    let since = rules_since(version).map_or_else(String::new, |day| day.to_string());
    t.msg_privacy_version(version.to_string(), since)
}

/// The versions besides the one that is shown, the newest first.
fn others(t: &'static L10nLanguage, shown: i64) -> Rows<'static> {
    let others = (RULES_FIRST..=RULES_VERSION).rev().filter(|version| *version != shown);
    let row = |version| Row::to(format!("/privacy?version={version}"), version_line(t, version)).icon(Icon::FileText);
    Rows { items: others.map(row).collect() }
}

/// How long names and words are kept, in months.
#[derive(Clone, Copy)]
pub(super) struct Months {
    contact: i64,
    words: i64,
    resident: i64,
    message: i64,
    look_up: i64,
}

impl Months {
    pub(super) fn of(r: &mut Read<'_>) -> Result<Self, Fault> {
        Ok(Self {
            contact: months(r, Data::Contact)?,
            words: months(r, Data::Words)?,
            resident: months(r, Data::Resident)?,
            message: months(r, Data::Message)?,
            look_up: months(r, Data::LookUp)?,
        })
    }
}

/// The rules in the words of a version: each thing that is kept, why, for how long. What a version changed stands here,
/// the months are those settled today.
pub(super) fn parts(t: &'static L10nLanguage, keeps: Months, version: i64) -> Vec<(String, String)> {
    let home = if version == 2 { t.msg_privacy_home_why_2() } else { t.msg_privacy_home_why(keeps.resident) };
    let mut all = vec![
        (t.msg_privacy_words(), t.msg_privacy_words_why(keeps.words)),
        (t.msg_privacy_contact(), t.msg_privacy_contact_why(keeps.contact)),
        (t.msg_privacy_home(), home),
    ];
    if version > 2 {
        all.push((t.msg_privacy_log(), t.msg_privacy_log_why(keeps.message, keeps.look_up)));
    }
    all.extend([
        (t.msg_privacy_phone(), t.msg_privacy_phone_why()),
        (t.msg_privacy_never(), t.msg_privacy_never_why()),
        (t.msg_privacy_rights(), t.msg_privacy_rights_why()),
        (t.msg_privacy_child(), t.msg_privacy_child_why()),
    ]);
    all
}

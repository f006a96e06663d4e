//! `GET /privacy`: what is collected and why, how long it stays, what one may ask.

use super::retention::{Data, months};
use crate::around::{Around, Caller, call};
use crate::asked::{Query, asked};
use crate::say;
use crate::texts::{L10nLanguage, t};
use askama::Template;
use axum::response::Response;
use lianxin_gate::{RULES_VERSION, rules_since};
use lianxin_store::{Fault, Read};
use lianxin_web::components::{Notice, NoticeKind, Row, Rows};
use lianxin_web::icons::Icon;
use lianxin_web::shell::Kind;
use lianxin_web::{Trouble, Visit};

#[derive(Template)]
#[template(path = "privacy.html")]
struct View<'a> {
    t: &'static L10nLanguage,
    erased: Option<Notice<'a>>,
    parts: Vec<(String, String)>,
    links: Rows<'a>,
    version: String,
    since: String,
}

/// The page. After an erasure it says so.
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
        let line = [call.who.clone(), say::phone(&call.number)];
        links.push(Row::to(format!("tel:{}", call.number), t.msg_privacy_ask()).icon(Icon::Phone).line(line));
    }
    let erased = match asked(&query, "erased") {
        "1" => Some(t.msg_erase_done()),
        "2" => Some(t.msg_left_done()),
        _ => None,
    };
    let erased = erased.map(|text| Notice::new(NoticeKind::Ok, text));
    let view = View {
        t,
        erased,
        parts: parts(t, months),
        links: Rows { items: links },
        version: RULES_VERSION.to_string(),
        since: rules_since().to_string(),
    };
    let title = t.msg_privacy_title();
    Ok(around.round(visit.page(&title, Kind::Phone)).view(&view))
}

/// How long names and words are kept, in months.
#[derive(Clone, Copy)]
pub(super) struct Months {
    contact: i64,
    words: i64,
}

impl Months {
    pub(super) fn of(r: &mut Read<'_>) -> Result<Self, Fault> {
        Ok(Self { contact: months(r, Data::Contact)?, words: months(r, Data::Words)? })
    }
}

/// The rules: each thing that is kept, why, for how long.
pub(super) fn parts(t: &'static L10nLanguage, keeps: Months) -> Vec<(String, String)> {
    vec![
        (t.msg_privacy_words(), t.msg_privacy_words_why(keeps.words)),
        (t.msg_privacy_contact(), t.msg_privacy_contact_why(keeps.contact)),
        (t.msg_privacy_home(), t.msg_privacy_home_why()),
        (t.msg_privacy_phone(), t.msg_privacy_phone_why()),
        (t.msg_privacy_never(), t.msg_privacy_never_why()),
        (t.msg_privacy_rights(), t.msg_privacy_rights_why()),
        (t.msg_privacy_child(), t.msg_privacy_child_why()),
    ]
}

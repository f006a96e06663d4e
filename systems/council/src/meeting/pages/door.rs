//! The door: a number on the screen that changes every minute, and the page on which somebody signs in with it.

use super::super::rules::{SLOT, door, slot};
use super::super::store::Meeting;
use super::super::{Refusal, attend};
use super::said::{span, title};
use super::{inside, none, on, own, under, url};
use crate::course::Author;
use crate::pages::author;
use crate::texts::{L10nLanguage, t};
use askama::Template;
use axum::extract::{Path, Query};
use axum::http::HeaderValue;
use axum::http::header::REFRESH;
use axum::response::Response;
use lianxin_base::ActId;
use lianxin_gate::{Keys, Limit};
use lianxin_paper::qr_svg;
use lianxin_web::components::{Back, ErrorSummary, Field, FieldKind, Html, Notice, NoticeKind, Submit};
use lianxin_web::shell::{Kind, Tab};
use lianxin_web::{Fields, Trouble, Visit};
use serde::Deserialize;

/// The number of a minute: computed from the machine's key, so that it is stored nowhere and nobody can tell the next one.
fn code(keys: &Keys, meeting: ActId, slot: i64) -> String {
    let echo = keys.echo(&[b"meeting", meeting.to_string().as_bytes(), &slot.to_be_bytes()]);
    let n = echo.bytes().fold(0_u64, |n, b| n.wrapping_mul(131).wrapping_add(u64::from(b)));
    format!("{:06}", n % 1_000_000)
}

/// Whether it stands on the screen, or stood there just before.
fn fresh(visit: &Visit, meeting: ActId, given: &str) -> bool {
    let now = slot(visit.now());
    [now, now - 1].iter().any(|slot| code(visit.house.keys(), meeting, *slot) == given)
}

/// What the address says.
#[derive(Deserialize, Default)]
pub(super) struct Asked {
    #[serde(default)]
    code: String,
}

#[derive(Template)]
#[template(path = "meeting_screen.html")]
struct Screen {
    t: &'static L10nLanguage,
    back: Back<'static>,
    title: String,
    span: String,
    open: bool,
    qr: Html,
    number: String,
    says: String,
}

/// `GET /meetings/{meeting}/screen`: for the wall. It comes anew by itself, without a script.
pub(super) async fn screen(visit: Visit, Path(meeting): Path<String>) -> Result<Response, Trouble> {
    let m = own(&visit, &meeting).await?;
    let (lang, t, now) = (visit.lang, t(visit.lang), visit.now());
    let number = code(visit.house.keys(), m.id, slot(now));
    let origin = &visit.house.settings().origin;
    let open = door(m.state, now, m.starts, m.ends);
    let qr = qr_svg(&origin.url(&format!("{}?code={number}", under(m.id, "here")))).unwrap_or_default();
    let view = Screen {
        t,
        back: Back::new(under(m.id, "desk"), t.msg_meeting_run()),
        title: title(lang, &m, now),
        span: span(lang, &m, now),
        open: open.is_ok(),
        qr: Html(qr),
        number,
        says: open.err().map_or_else(String::new, |no| lianxin_base::Refuse::say(&no, lang)),
    };
    let name = view.title.clone();
    let mut page = visit.page(&name, Kind::Plain).view(&view);
    let left = (SLOT - now.micros().rem_euclid(SLOT)) / lianxin_base::SECOND + 1;
    if let Ok(seconds) = HeaderValue::try_from(left.to_string()) {
        page.headers_mut().insert(REFRESH, seconds);
    }
    Ok(page)
}

#[derive(Template)]
#[template(path = "meeting_here.html")]
struct View {
    t: &'static L10nLanguage,
    back: Back<'static>,
    title: String,
    span: String,
    summary: Option<ErrorSummary<'static>>,
    shut: Option<Notice<'static>>,
    action: String,
    csrf: String,
    code: Field<'static>,
    submit: Submit<'static>,
}

/// `GET /meetings/{meeting}/here`
pub(super) async fn form(
    visit: Visit,
    Path(meeting): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Trouble> {
    let (m, _) = inside(&visit, &meeting).await?;
    Ok(show(&visit, &m, &Fields::empty(visit.lang).with("code", &asked.code)))
}

fn show(visit: &Visit, m: &Meeting, fields: &Fields) -> Response {
    let (lang, t, now) = (visit.lang, t(visit.lang), visit.now());
    let shut = door(m.state, now, m.starts, m.ends).err();
    let view = View {
        t,
        back: Back::new(url(m.id), t.msg_meeting_back()),
        title: title(lang, m, now),
        span: span(lang, m, now),
        summary: (!fields.good()).then(|| fields.summary()),
        shut: shut.map(|no| Notice::new(NoticeKind::Warn, lianxin_base::Refuse::say(&no, lang))),
        action: under(m.id, "here"),
        csrf: visit.token().to_owned(),
        code: Field::new(lang, "code", t.msg_meeting_code())
            .kind(FieldKind::Number)
            .hint(t.msg_meeting_code_hint())
            .value(fields.raw("code").to_owned())
            .error(fields.fault("code"))
            .required()
            .max(6),
        submit: Submit::new(t.msg_meeting_come_go()),
    };
    let name = view.title.clone();
    let page = visit.page(&name, Kind::Phone).tab(Tab::Board);
    if fields.good() { page } else { page.wrong() }.view(&view)
}

/// `POST /meetings/{meeting}/here`
pub(super) async fn send(visit: Visit, Path(meeting): Path<String>, mut fields: Fields) -> Result<Response, Trouble> {
    let (m, who) = inside(&visit, &meeting).await?;
    let given = fields.line("code", 6);
    if fields.good() {
        // Counted by person, not by address, which a hall full of people shares; a right one after too many is no good.
        visit.take_for(Limit::PIN, &format!("{} {}", m.id, who.person))?;
        if !fresh(&visit, m.id, &given) {
            fields.refuse(&Refusal::OldCode);
        }
    }
    if !fields.good() {
        return Ok(show(&visit, &m, &fields));
    }
    let (by, id) = (author(&visit, visit.act_id(), None), m.id);
    let done = visit
        .act_once(m.area, fields.token(), move |tx, token| attend(tx, &Author { token, ..by.clone() }, id, &who))
        .await;
    match done {
        Ok(_) => Ok(on(&visit, &url(m.id), "here")),
        Err(Trouble::Refused(why)) if why.code() == lianxin_base::Refuse::code(&Refusal::Already) => {
            Ok(on(&visit, &url(m.id), "here"))
        }
        Err(trouble) => {
            fields.absorb(none(trouble))?;
            Ok(show(&visit, &m, &fields))
        }
    }
}

//! `/posting/due`: what must hang when, board by board; for those who post.

use super::keep;
use super::rules::{Duty, duties};
use super::store::{self, Kept};
use crate::caps;
use crate::notice::pages::{author, boards, encode, on};
use crate::notice::store as posted;
use crate::refusal::Refusal;
use crate::say::{self, plain_day};
use crate::texts::{L10nLanguage, t};
use crate::words::{Author, Body};
use askama::Template;
use axum::extract::Query;
use axum::response::Response;
use lianxin_base::{AreaId, Day, Lang};
use lianxin_gate::Gate;
use lianxin_register::AreaKind;
use lianxin_register::find::AreaRow;
use lianxin_web::components::{
    Back, Choice, ErrorSummary, Field, FieldKind, Notice as Note, NoticeKind, Submit, Tag, Tone,
};
use lianxin_web::shell::Kind;
use lianxin_web::{Fields, Route, Trouble, Visit};
use serde::Deserialize;

/// The routes of calendars.
pub(crate) fn routes() -> Vec<Route> {
    vec![
        Route::get("/posting/due", Gate::Can(caps::KEEP), page),
        Route::post("/posting/due", Gate::Can(caps::KEEP), send),
    ]
}

/// What the address says.
#[derive(Deserialize, Default)]
struct Asked {
    #[serde(default)]
    said: String,
}

/// A board, its calendar, and when each ground was last posted on.
type Seen = (AreaRow, Option<Kept>, Vec<(String, Day)>);

struct Line {
    name: String,
    article: String,
    every: String,
    last: String,
    by: String,
    tag: Option<Tag<'static>>,
    post: String,
}

struct Board {
    name: String,
    body: String,
    lines: Vec<Line>,
}

#[derive(Template)]
#[template(path = "posting_due.html")]
struct View {
    t: &'static L10nLanguage,
    back: Back<'static>,
    said: Option<Note<'static>>,
    summary: Option<ErrorSummary<'static>>,
    boards: Vec<Board>,
    none: bool,
    action: &'static str,
    csrf: String,
    fields: Vec<Field<'static>>,
    submit: Submit<'static>,
}

/// `GET /posting/due`
async fn page(visit: Visit, Query(asked): Query<Asked>) -> Result<Response, Trouble> {
    show(&visit, &asked.said, &Fields::empty(visit.lang)).await
}

fn line(lang: Lang, area: AreaId, d: &Duty, on: Day) -> Line {
    let (t, article) = (t(lang), say::article(lang, d.ground));
    Line {
        name: say::ground(lang, d.ground),
        article: if d.ground.customary_months() { t.msg_due_custom(article) } else { article },
        every: t.msg_due_every(d.months),
        last: d.last.map_or_else(|| t.msg_due_never(), |day| plain_day(lang, day)),
        by: plain_day(lang, d.by),
        tag: d.late(on).then(|| Tag::new(Tone::Late, t.msg_due_late(days(d.by, on)))),
        post: format!("/posting/new?area={area}&ground={}", encode(&d.ground.id)),
    }
}

fn days(by: Day, on: Day) -> u32 {
    u32::try_from(on.number() - by.number()).unwrap_or(0)
}

async fn show(visit: &Visit, said: &str, fields: &Fields) -> Result<Response, Trouble> {
    let (own, today) = (visit.clone(), visit.now().day());
    let found = visit.read(move |r| {
        let mut all: Vec<Seen> = Vec::new();
        for area in boards(r, &own)? {
            let (kept, last) = (store::of(r, area.id)?, posted::posted(r, area.id, today)?);
            all.push((area, kept, last));
        }
        Ok(all)
    });
    let found = found.await?;
    let (lang, t) = (visit.lang, t(visit.lang));
    let board = |(area, kept, last): &Seen| {
        let kept = (*kept)?;
        let compound = area.kind == AreaKind::Compound;
        let all = duties((kept.body, kept.busy, kept.since), compound, last, today);
        let lines = all.iter().map(|d| line(lang, area.id, d, today)).collect();
        Some(Board { name: area.name.clone(), body: say::body(lang, kept.body), lines })
    };
    let all: Vec<Board> = found.iter().filter_map(board).collect();
    let places = found.iter().map(|(a, ..)| Choice::new(a.id.to_string(), a.name.clone())).collect();
    let bodies = Body::ALL.iter().map(|b| Choice::new(b.name(), say::body(lang, *b))).collect();
    let busy = vec![Choice::new("no", t.msg_due_quarterly()), Choice::new("yes", t.msg_due_monthly())];
    let field = |name: &'static str, label: String, items: Vec<Choice<'static>>| {
        Field::new(lang, name, label)
            .kind(FieldKind::Select(items))
            .value(fields.raw(name).to_owned())
            .error(fields.fault(name))
            .required()
    };
    let view = View {
        t,
        back: Back::new("/posting", t.msg_posting()),
        said: (said == "kept").then(|| Note::new(NoticeKind::Ok, t.msg_said_kept())),
        summary: (!fields.good()).then(|| fields.summary()),
        none: all.is_empty(),
        boards: all,
        action: "/posting/due",
        csrf: visit.token().to_owned(),
        fields: vec![
            field("area", t.msg_area(), places),
            field("body", t.msg_due_body(), bodies),
            field("busy", t.msg_due_busy(), busy),
        ],
        submit: Submit::new(t.msg_due_go()),
    };
    let title = t.msg_due_title();
    let page = visit.page(&title, Kind::Desk);
    Ok(if fields.good() { page } else { page.wrong() }.view(&view))
}

/// `POST /posting/due`
async fn send(visit: Visit, mut fields: Fields) -> Result<Response, Trouble> {
    let area: Option<AreaId> = fields.id("area");
    let body: Option<Body> = fields.raw("body").parse().ok();
    if body.is_none() {
        fields.refuse(&Refusal::BadBody);
    }
    let busy = fields.raw("busy") == "yes";
    let (Some(area), Some(body), true) = (area, body, fields.good()) else { return show(&visit, "", &fields).await };
    let who = author(&visit);
    let done = visit.act_once(area, fields.token(), move |tx, token| {
        keep(tx, &Author { token, ..who.clone() }, area, (body, busy))
    });
    match done.await {
        Ok(_) => Ok(on(&visit, "/posting/due", "kept")),
        Err(trouble) => {
            fields.absorb(trouble)?;
            show(&visit, "", &fields).await
        }
    }
}

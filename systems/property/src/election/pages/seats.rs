//! `/votes/{vote}/seats`: those who were elected take their seats.

use super::super::rules::term_end;
use super::super::store::candidates;
use super::super::{owns, seat};
use super::changes::{Changes, changes};
use super::vacancy::{Sitting, sitting};
use super::{election, facts};
use crate::assembly::pages::{author, on, own, under};
use crate::assembly::{Vote, store as votes};
use crate::conflict;
use crate::count::store as counts;
use crate::handover::pages::links;
use crate::refusal::Refusal;
use crate::say::plain_day;
use crate::texts::{L10nLanguage, t};
use crate::words::Author;
use askama::Template;
use axum::extract::{Path, Query};
use axum::response::Response;
use lianxin_web::components::{Back, ErrorSummary, Facts, Field, FieldKind, Link, Notice, NoticeKind, Submit};
use lianxin_web::shell::Kind;
use lianxin_web::{Fields, Trouble, Visit};
use serde::Deserialize;

/// What the address says.
#[derive(Deserialize, Default)]
pub(super) struct Asked {
    #[serde(default)]
    said: String,
}

#[derive(Template)]
#[template(path = "seating.html")]
struct View {
    t: &'static L10nLanguage,
    back: Back<'static>,
    title: String,
    said: Option<Notice<'static>>,
    summary: Option<ErrorSummary<'static>>,
    facts: Facts<'static>,
    elected: Vec<String>,
    csrf: String,
    action: String,
    form: Option<(Field<'static>, Submit<'static>)>,
    sitting: Sitting,
    /// The first meeting, the hand-over.
    after: Vec<Link<'static>>,
    changes: Changes,
}

/// `GET /votes/{vote}/seats`
pub(super) async fn form(
    visit: Visit,
    Path(vote): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Trouble> {
    let v = own(&visit, &vote).await?;
    let fields = Fields::empty(visit.lang).with("since", &visit.now().day().to_string());
    show(&visit, &v, &asked.said, &fields).await
}

pub(super) async fn show(visit: &Visit, v: &Vote, said: &str, fields: &Fields) -> Result<Response, Trouble> {
    let e = election(visit, v).await?;
    let (at, by, today) = (v.clone(), visit.by(), visit.now().day());
    let found = visit.read(move |r| {
        conflict::clear(r, &at, by, today)?;
        counts::of(r, at.id)?.ok_or(Refusal::NotCounted)?;
        let won = votes::matters(r, at.id)?.into_iter().filter(|m| m.passed == Some(true));
        let won: Vec<i64> = won.map(|m| m.n).collect();
        let mut all = Vec::new();
        for c in candidates(r, at.id)?.into_iter().filter(|c| c.n.is_some_and(|n| won.contains(&n))) {
            let owner = c.person.map(|person| owns(r, &at, person, today)).transpose()?.unwrap_or(false);
            all.push((c.name, owner));
        }
        Ok(all)
    });
    let sitting = sitting(visit, v, &e, fields).await?;
    let changes = changes(visit, v, &e, fields).await?;
    let (elected, seated) = (found.await?, e.term.is_some());
    let (lang, t) = (visit.lang, t(visit.lang));
    let name = |(name, owner): &(String, bool)| match (name.is_empty(), seated || *owner) {
        (true, _) => t.msg_nameless(),
        (false, true) => name.clone(),
        (false, false) => t.msg_sold_since(name.clone()),
    };
    let view = View {
        t,
        back: Back::new(under(v.id, "desk"), t.msg_desk()),
        title: v.title.clone(),
        said: match said {
            "seated" => Some(t.msg_said_seated()),
            "vacant" => Some(t.msg_said_vacant()),
            "moved" => Some(t.msg_said_moved_up()),
            "declined" => Some(t.msg_said_not_up()),
            "filed" => Some(t.msg_said_change_filed()),
            _ => None,
        }
        .map(|text| Notice::new(NoticeKind::Ok, text)),
        sitting,
        after: links(lang, v, &e),
        changes,
        summary: (!fields.good()).then(|| fields.summary()),
        facts: facts(lang, v, &e),
        elected: elected.iter().map(name).collect(),
        csrf: visit.token().to_owned(),
        action: under(v.id, "seats"),
        form: e.term.is_none().then(|| {
            let end = plain_day(lang, term_end(today, e.shape.months));
            let field = Field::new(lang, "since", t.msg_seat_since())
                .kind(FieldKind::Date)
                .hint(t.msg_seat_since_hint(end))
                .value(fields.raw("since").to_owned())
                .error(fields.fault("since"))
                .required();
            (field, Submit::new(t.msg_seat_go()))
        }),
    };
    let title = t.msg_seating();
    let page = visit.page(&title, Kind::Desk);
    Ok(if fields.good() { page } else { page.wrong() }.view(&view))
}

/// `POST /votes/{vote}/seats`
pub(super) async fn send(visit: Visit, Path(vote): Path<String>, mut fields: Fields) -> Result<Response, Trouble> {
    let v = own(&visit, &vote).await?;
    election(&visit, &v).await?;
    let Some(since) = fields.day("since") else { return show(&visit, &v, "", &fields).await };
    let (who, id) = (author(&visit), v.id);
    let done =
        visit.act_once(v.area, fields.token(), move |tx, token| seat(tx, &Author { token, ..who.clone() }, id, since));
    match done.await {
        Ok(_) => Ok(on(&visit, &under(id, "seats"), "seated")),
        Err(trouble) => {
            fields.absorb(trouble)?;
            show(&visit, &v, "", &fields).await
        }
    }
}

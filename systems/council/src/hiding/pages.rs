//! `/desk/{no}/hide`: a worker chooses the line and says why; what is hidden already can be shown again.

use super::{Refusal, hide, is_spoken};
use crate::caps;
use crate::course::Author;
use crate::pages::matter::entry_name;
use crate::pages::{author, desk_url};
use crate::rules::{EntryKind, WORDS_MAX};
use crate::store::{Entry, Matter, by_no, entries};
use crate::texts::{L10nLanguage, t};
use crate::view::{Eye, Seen};
use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use lianxin_base::{ActId, Lang};
use lianxin_gate::Gate;
use lianxin_web::components::{Back, Choice, Choices, Empty, ErrorSummary, Field, FieldKind, Link, Look};
use lianxin_web::icons::Icon;
use lianxin_web::shell::Kind;
use lianxin_web::{Fields, Route, Trouble, Visit};

/// So many lines are offered, the newest first.
const OFFERED: usize = 40;

/// The routes of hiding.
pub(crate) fn routes() -> Vec<Route> {
    vec![
        Route::get("/desk/{no}/hide", Gate::Can(caps::LOOK), form),
        Route::post("/desk/{no}/hide", Gate::Can(caps::LOOK), send),
    ]
}

/// The way there from the desk, where something was said.
pub(crate) fn link(visit: &Visit, seen: &Seen) -> Option<Link<'static>> {
    let may = seen.eye == Eye::Party && seen.m.in_scope(&visit.scope_for(caps::LOOK));
    let any = may && seen.entries.iter().any(|e| is_spoken(&e.kind));
    any.then(|| Link::new(format!("{}/hide", desk_url(&seen.m.no)), t(visit.lang).msg_hide_go_there()))
}

#[derive(Template)]
#[template(path = "hide.html")]
struct View {
    t: &'static L10nLanguage,
    back: Back<'static>,
    summary: Option<ErrorSummary<'static>>,
    empty: Option<Empty<'static>>,
    action: String,
    csrf: String,
    entry: Choices<'static>,
    note: Field<'static>,
}

/// The matter with what was said of it, the newest first; none of what is not there for this seat, or is about it.
async fn found(visit: &Visit, no: &str) -> Result<(Matter, Vec<Entry>), Trouble> {
    let (scope, no) = (visit.scope_for(caps::LOOK), no.to_owned());
    let orgs: Vec<_> = visit.seats().iter().map(|seat| seat.org).collect();
    let found = visit.read(move |r| {
        let Some(m) = by_no(r, &scope, &no)?.filter(|m| !orgs.iter().any(|org| m.veils(*org))) else {
            return Ok(None);
        };
        let all = entries(r, m.id)?.into_iter().rev().filter(|e| is_spoken(&e.kind)).take(OFFERED).collect();
        Ok(Some((m, all)))
    });
    found.await?.ok_or(Trouble::NotFound)
}

/// `GET /desk/{no}/hide`
async fn form(visit: Visit, Path(no): Path<String>) -> Result<Response, Trouble> {
    show(&visit, &no, &Fields::empty(visit.lang)).await
}

fn line(lang: Lang, e: &Entry) -> Choice<'static> {
    let t = t(lang);
    let kind = e.kind.parse::<EntryKind>().map(|kind| entry_name(lang, kind)).unwrap_or_default();
    let who = e.org_name.clone().unwrap_or_else(|| t.msg_by_resident());
    let words = e.words.clone().unwrap_or_default();
    let choice = Choice::new(e.act.to_string(), t.msg_said(kind, words));
    match &e.hidden {
        Some(why) => choice.note(t.msg_hide_is_hidden(who, why.as_str())),
        None => choice.note(who),
    }
}

async fn show(visit: &Visit, no: &str, fields: &Fields) -> Result<Response, Trouble> {
    let (m, all) = found(visit, no).await?;
    let (lang, t) = (visit.lang, t(visit.lang));
    let lines = Choices::new(lang, Look::Options, "entry", t.msg_hide_which())
        .chosen(fields.raw("entry").to_owned())
        .error(fields.fault("entry"))
        .required();
    let view = View {
        t,
        back: Back::new(desk_url(&m.no), t.msg_join_back()),
        summary: (!fields.good()).then(|| fields.summary()),
        empty: all.is_empty().then(|| Empty {
            icon: Icon::MessageCircle,
            text: t.msg_hide_nothing().into(),
            action: None,
        }),
        action: format!("{}/hide", desk_url(&m.no)),
        csrf: visit.token().to_owned(),
        entry: all.iter().fold(lines, |lines, e| lines.item(line(lang, e))),
        note: Field::new(lang, "note", t.msg_hide_why())
            .kind(FieldKind::Area)
            .hint(t.msg_hide_why_hint())
            .value(fields.raw("note").to_owned())
            .error(fields.fault("note"))
            .max(WORDS_MAX as u32),
    };
    let title = t.msg_hide_title();
    let page = visit.page(&title, Kind::Desk);
    Ok(if fields.good() { page.view(&view) } else { page.wrong().view(&view) })
}

/// `POST /desk/{no}/hide`
async fn send(visit: Visit, Path(no): Path<String>, mut fields: Fields) -> Result<Response, Trouble> {
    let (m, _) = found(&visit, &no).await?;
    let entry: Option<ActId> = fields.raw("entry").parse().ok();
    if entry.is_none() {
        fields.refuse(&Refusal::NoLine);
    }
    let hides = fields.choice("do", &["hide", "show"]) == Some("hide");
    let words = fields.opt_text("note", WORDS_MAX).unwrap_or_default();
    let (Some(entry), true) = (entry, fields.good()) else { return show(&visit, &no, &fields).await };
    let (who, asked) = (author(&visit, visit.act_id(), None), no.clone());
    let done = visit
        .act_once(m.area, fields.token(), move |tx, token| {
            hide(tx, &Author { token, ..who.clone() }, &asked, (entry, hides, &words))
        })
        .await;
    match done {
        Ok(_) => Ok(visit.to(&desk_url(&no))),
        Err(trouble) => {
            fields.absorb(trouble)?;
            show(&visit, &no, &fields).await
        }
    }
}

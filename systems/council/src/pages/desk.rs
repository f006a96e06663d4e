//! 事项办理: what lies before a seat, what is due first on top, and one matter beside it with what can be done next.

mod bulk;
mod chat;
mod counter;
mod forms;
mod group;
pub(super) mod list;
pub(crate) mod masks;
mod pane;
pub(crate) mod paper;
mod workbook;

pub(crate) use bulk::rules::REFUSALS;
pub(crate) use forms::{Form, TALK, acts_for};

use super::{desk_url, encode, sight};
use crate::caps;
use crate::course::parties;
use crate::responsible::responsible;
use crate::rules::Publicity;
use crate::store;
use crate::texts::{L10nLanguage, t};
use crate::view::{Eye, Seen, Sight, see};
use askama::Template;
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::Response;
use lianxin_base::{Lang, Moment, OrgId};
use lianxin_gate::Gate;
use lianxin_journal::text;
use lianxin_outbox::{Quiet, quiet};
use lianxin_register::find::OrgRow;
use lianxin_store::{Fault, Read};
use lianxin_web::components::{Filters, Html, Link, Notice, NoticeKind, Tabs};
use lianxin_web::icons::Icon;
use lianxin_web::photos::PHOTOS;
use lianxin_web::shell::Kind;
use lianxin_web::{Fields, Route, Trouble, Visit};
use serde::Deserialize;
use std::collections::BTreeMap;

/// The desk's pages.
pub fn routes() -> Vec<Route> {
    vec![
        Route::get("/desk", Gate::Can(caps::DESK), whole),
        Route::get("/desk/{no}", Gate::Can(caps::DESK), one),
        Route::get("/desk/bulk", Gate::Can(caps::LOOK), bulk::form),
        Route::post("/desk/bulk", Gate::Can(caps::LOOK), bulk::send),
        Route::get("/desk/day", Gate::Can(caps::DESK), paper::day),
        Route::get("/desk/workbook", Gate::Can(caps::DESK), workbook::take),
        Route::get("/desk/{no}/slip", Gate::Can(caps::DESK), paper::slip),
        Route::get("/desk/blank", Gate::Can(caps::BEHALF), paper::blank),
        Route::get("/desk/register", Gate::Can(caps::BEHALF), paper::register),
        Route::get("/desk/chat", Gate::Can(caps::BEHALF), chat::form),
        Route::post("/desk/chat", Gate::Can(caps::BEHALF), chat::send),
        Route::get("/desk/new", Gate::Can(caps::BEHALF), counter::form),
        Route::post("/desk/new", Gate::Can(caps::BEHALF), counter::send).files(PHOTOS),
    ]
}

/// What the address of the desk may say.
#[derive(Deserialize, Clone, Default)]
#[serde(default)]
pub(crate) struct Asked {
    stage: String,
    area: String,
    holder: String,
    category: String,
    late: String,
    q: String,
    page: String,
    /// The form that is wanted instead of the usual one.
    #[serde(rename = "do")]
    form: String,
    /// The reply whose words the form begins with.
    reply: String,
    /// The form that was just sent.
    said: String,
    /// The hops the open page was drawn with.
    seen: String,
}

impl Asked {
    /// The list's own part of an address, as a form carries it along.
    pub(crate) fn of_list(query: &str) -> Self {
        let uri = format!("/desk?{query}").parse().ok();
        uri.and_then(|uri| Query::try_from_uri(&uri).ok()).map_or_else(Self::default, |Query(asked)| asked)
    }

    /// The list's part: filters and page, without what is about one matter.
    pub(crate) fn list(&self) -> String {
        self.list_at(&self.stage, &self.page)
    }

    fn list_at(&self, stage: &str, page: &str) -> String {
        let parts = [("stage", stage), ("page", page), ("area", &self.area), ("holder", &self.holder)];
        let parts =
            parts.into_iter().chain([("category", self.category.as_str()), ("late", &self.late), ("q", &self.q)]);
        let said = parts.filter(|(_, value)| !value.is_empty());
        said.map(|(name, value)| format!("{name}={}", encode(value))).collect::<Vec<_>>().join("&")
    }
}

/// An address with its query.
pub(crate) fn with(path: &str, parts: &[&str]) -> String {
    let query: Vec<&str> = parts.iter().copied().filter(|p| !p.is_empty()).collect();
    if query.is_empty() { path.to_owned() } else { format!("{path}?{}", query.join("&")) }
}

/// A form that came back: what was typed, and why it was not taken.
pub(crate) struct Sent<'a> {
    pub(crate) form: Form,
    pub(crate) fields: &'a Fields,
    pub(crate) status: StatusCode,
}

impl Sent<'_> {
    /// Whether it came back for its answers, not because of how the matter stands.
    fn answers(&self) -> bool {
        self.status == StatusCode::UNPROCESSABLE_ENTITY
    }
}

/// One matter as the pane shows it.
struct Opened {
    seen: Seen,
    /// Who may be asked to do something there.
    parties: Vec<OrgRow>,
    /// Who does what here, by category.
    responsible: BTreeMap<&'static str, OrgId>,
    /// Title and words as everybody reads them.
    published: Option<(String, String)>,
    /// The whole as everybody sees it, where its words are public.
    public: Option<Seen>,
    /// When nobody is disturbed.
    quiet: Quiet,
    /// Who lives with the same.
    joined: crate::join::pages::Stand,
    /// The council that talks or talked it over, ready to be shown.
    council: Option<Html>,
    /// What it is one with.
    together: crate::merge::pages::Together,
    /// What is kept ready for its forms.
    replies: Vec<crate::replies::store::Line>,
    /// Who may be asked something.
    asked: Vec<OrgRow>,
}

fn open(r: &mut Read<'_>, sight: &Sight, no: &str, how: &(Lang, Moment)) -> Result<Option<Opened>, Fault> {
    let Some(m) = store::by_no(r, &sight.scope, no)? else { return Ok(None) };
    let (lang, now) = how;
    let published = match m.published {
        Some(act) => text(r, act, "title")?.zip(text(r, act, "words")?),
        None => None,
    };
    let (parties, responsible) = (parties(r, m.area, now.day())?, responsible(r, m.area)?);
    let eye = sight.eye(&m);
    let shown = m.publication == Publicity::Shown;
    let public = shown.then(|| see(r, m.clone(), Eye::Public, *lang, *now)).transpose()?;
    let joined = crate::join::pages::stand(r, &m, None)?;
    let council = crate::meeting::pages::block(r, &m, *lang, *now)?;
    let (together, quiet) = (crate::merge::pages::together(r, &m)?, quiet(r)?);
    let replies = crate::replies::in_use(r, m.area)?;
    let asked = crate::question::parties(r, &m, now.day())?;
    Ok(Some(Opened {
        seen: see(r, m, eye, *lang, *now)?,
        parties,
        responsible,
        published,
        public,
        quiet,
        joined,
        council,
        together,
        replies,
        asked,
    }))
}

#[derive(Template)]
#[template(path = "desk.html")]
struct View {
    t: &'static L10nLanguage,
    notice: Option<Notice<'static>>,
    open: String,
    late: String,
    any_late: bool,
    paper: String,
    sheet: String,
    new: Option<Link<'static>>,
    tabs: Tabs<'static>,
    /// Questions that wait for an answer of this seat's.
    asked: Option<Html>,
    filters: Filters<'static>,
    table: Html,
    pane: Option<Html>,
}

/// What a visitor sees of the desk, whichever page of it this is.
fn desk_sight(visit: &Visit) -> Sight {
    Sight { scope: visit.scope_for(caps::DESK), ..sight(visit) }
}

/// `GET /desk`
async fn whole(visit: Visit, Query(asked): Query<Asked>) -> Result<Response, Trouble> {
    if visit.fragment().is_none() && !asked.q.is_empty() {
        let (sight, q) = (desk_sight(&visit), asked.q.clone());
        if let Some(no) = visit.read(move |r| Ok(list::number(r, &sight, &q)?)).await? {
            return Ok(visit.to(&desk_url(&no)));
        }
    }
    show(&visit, None, &asked, None).await
}

/// `GET /desk/{no}`
async fn one(visit: Visit, Path(no): Path<String>, Query(asked): Query<Asked>) -> Result<Response, Trouble> {
    show(&visit, Some(no), &asked, None).await
}

/// The list, and a matter beside it; or the one element that moved.
pub(crate) async fn show(
    visit: &Visit,
    no: Option<String>,
    asked: &Asked,
    sent: Option<&Sent<'_>>,
) -> Result<Response, Trouble> {
    let (sight, how) = (desk_sight(visit), (visit.lang, visit.now()));
    let (query, wanted) = (asked.clone(), no.clone());
    let org = acts_for(visit, caps::DESK);
    let (found, opened, waiting) = visit
        .read(move |r| {
            let found = list::look(r, &sight, &query, how.1)?;
            let opened = wanted.as_deref().map(|no| open(r, &sight, no, &how)).transpose()?;
            Ok((found, opened.flatten(), crate::question::pages::lines(r, &sight, org)?))
        })
        .await?;
    if no.is_some() && opened.is_none() {
        return Err(Trouble::NotFound);
    }
    let table = list::table(visit, asked, &found, no.as_deref());
    if let Some(element) = visit.fragment() {
        let page = visit.page("", Kind::Desk);
        return match &opened {
            _ if element == list::ELEMENT => Ok(page.fragment(&table)),
            Some(o) if element == o.seen.m.element() => Ok(page.fragment(&pane::facts(visit, asked, &o.seen))),
            _ => Err(Trouble::NotFound),
        };
    }
    let t = t(visit.lang);
    let title = opened.as_ref().map_or_else(|| t.msg_desk_title(), |o| o.seen.title.clone());
    let counts = [("/desk", found.open)];
    let page = visit.page(&title, Kind::Desk).counts(&counts).live();
    let page = sent.map(|s| s.status).into_iter().fold(page, lianxin_web::Page::status);
    let asked_us = crate::question::pages::strip(visit.lang, waiting, visit.now());
    let pane = opened.map(|o| Html::of(&pane::pane(visit, asked, &o, sent)));
    Ok(page.view(&View { asked: asked_us, ..view(visit, asked, &found, &table, pane) }))
}

fn view(visit: &Visit, asked: &Asked, found: &list::Found, table: &list::Table, pane: Option<Html>) -> View {
    let t = t(visit.lang);
    let gone = pane.is_none() && asked.said == Form::Return.name();
    let new = visit.can(caps::BEHALF).then(|| Link::new("/desk/new", t.msg_desk_new()).icon(Icon::Plus));
    View {
        t,
        notice: gone.then(|| Notice::new(NoticeKind::Ok, t.msg_desk_said_gone())),
        open: t.msg_desk_open(found.open),
        late: if found.late == 0 { t.msg_desk_none_late() } else { t.msg_desk_late(found.late) },
        any_late: found.late > 0,
        paper: with("/desk/day", &[&asked.list()]),
        sheet: with("/desk/workbook", &[&asked.list()]),
        new,
        tabs: list::tabs(visit, asked, found),
        asked: None,
        filters: list::filters(visit, asked, found),
        table: Html::of(table),
        pane,
    }
}

//! Where the desk makes many reports one, and takes a mistake apart.

use super::rules::MOST;
use super::{apart, merge, store};
use crate::caps;
use crate::course::{Author, terms};
use crate::lists::{Line, desk, desk_one};
use crate::pages::{author, desk_url, sight, url};
use crate::say::when;
use crate::search::alike_for_seats;
use crate::store::{Matter, by_no};
use crate::texts::{L10nLanguage, t};
use crate::view::{Sight, desk_title, readable_text};
use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use lianxin_base::{HOUR, Moment, WayId};
use lianxin_gate::{Gate, Scope};
use lianxin_store::{Fault, Read};
use lianxin_web::components::{Back, Choice, Choices, Empty, ErrorSummary, Look, Submit};
use lianxin_web::icons::Icon;
use lianxin_web::shell::Kind;
use lianxin_web::{Fields, Route, Trouble, Visit};
use std::collections::BTreeSet;

/// What came in within this time of the one that leads, in much the same words, is ticked already.
const NEAR: i64 = 48 * HOUR;

/// The routes of making one.
pub(crate) fn routes() -> Vec<Route> {
    vec![
        Route::get("/desk/{no}/same", Gate::Can(caps::LOOK), form),
        Route::post("/desk/{no}/same", Gate::Can(caps::LOOK), send),
        Route::post("/desk/{no}/apart", Gate::Can(caps::LOOK), take_apart),
    ]
}

#[derive(Template)]
#[template(path = "merge_form.html")]
struct View {
    t: &'static L10nLanguage,
    back: Back<'static>,
    title: String,
    lead: String,
    summary: Option<ErrorSummary<'static>>,
    empty: Option<Empty<'static>>,
    action: String,
    csrf: String,
    parts: Choices<'static>,
    submit: Submit<'static>,
}

/// What may be part of it: the likest first, then what else is open there, each with whether it is ticked already.
struct Offered {
    lead: Matter,
    title: String,
    lines: Vec<(Line, bool)>,
}

fn offered(r: &mut Read<'_>, sight: &Sight, no: &str, lang: lianxin_base::Lang) -> Result<Option<Offered>, Fault> {
    let Some(lead) = by_no(r, &sight.scope, no)? else { return Ok(None) };
    let eye = sight.eye(&lead);
    let said = readable_text(r, &lead, eye)?;
    let near = |at: Moment| (at.micros() - lead.reported_at.micros()).abs() <= NEAR;
    let mut ids = BTreeSet::from([lead.id]);
    let mut lines = Vec::new();
    for m in alike_for_seats(r, lead.area, &said, MOST)? {
        if m.step != "feedback" && m.in_scope(&sight.scope) && ids.insert(m.id) {
            lines.extend(desk_one(r, sight, m.id)?.map(|l| (l, near(m.reported_at))));
        }
    }
    let here = Sight { scope: Scope::Areas(vec![lead.area]), ..sight.clone() };
    let mut others = desk(r, &here, 200)?;
    others.retain(|l| l.stage != "feedback" && ids.insert(l.id));
    others.sort_by_key(|l| std::cmp::Reverse(l.reported_at));
    lines.extend(others.into_iter().map(|l| (l, false)));
    lines.truncate(MOST);
    let title = desk_one(r, sight, lead.id)?.map(|l| desk_title(lang, &l)).unwrap_or_default();
    Ok(Some(Offered { lead, title, lines }))
}

/// `GET /desk/{no}/same`
async fn form(visit: Visit, Path(no): Path<String>) -> Result<Response, Trouble> {
    show(&visit, no, &Fields::empty(visit.lang)).await
}

async fn show(visit: &Visit, no: String, fields: &Fields) -> Result<Response, Trouble> {
    let (lang, now, t) = (visit.lang, visit.now(), t(visit.lang));
    let sight = Sight { scope: visit.scope(), ..sight(visit) };
    let found = visit.read(move |r| Ok(offered(r, &sight, &no, lang)?)).await?.ok_or(Trouble::NotFound)?;
    let sent: BTreeSet<&str> = fields.all("no").collect();
    let mut parts = Choices::new(lang, Look::Checks, "no", t.msg_merge_which())
        .hint(t.msg_merge_which_hint())
        .error(fields.fault("no"))
        .required();
    for (line, ticked) in &found.lines {
        let note = format!("{} {}", line.no, when(lang, line.reported_at, now));
        parts = parts.item(Choice::new(line.no.clone(), desk_title(lang, line)).note(note));
        if if fields.good() { *ticked } else { sent.contains(line.no.as_str()) } {
            parts = parts.chosen(line.no.clone());
        }
    }
    let view = View {
        t,
        back: Back::new(desk_url(&found.lead.no), t.msg_join_back()),
        title: t.msg_merge_title(),
        lead: t.msg_merge_lead(&found.title, &found.lead.no),
        summary: (!fields.good()).then(|| fields.summary()),
        empty: found.lines.is_empty().then(|| Empty {
            icon: Icon::ClipboardCheck,
            text: t.msg_merge_empty().into(),
            action: None,
        }),
        action: format!("{}/same", desk_url(&found.lead.no)),
        csrf: visit.token().to_owned(),
        parts,
        submit: Submit::new(t.msg_merge_go()),
    };
    let title = view.title.clone();
    let page = visit.page(&title, Kind::Desk);
    Ok(if fields.good() { page.view(&view) } else { page.wrong().view(&view) })
}

/// `POST /desk/{no}/same`
async fn send(visit: Visit, Path(no): Path<String>, mut fields: Fields) -> Result<Response, Trouble> {
    let (scope, asked) = (visit.scope(), no.clone());
    let m = visit.read(move |r| Ok(by_no(r, &scope, &asked)?)).await?.ok_or(Trouble::NotFound)?;
    let mut parts: Vec<String> = fields.all("no").take(MOST + 1).map(ToOwned::to_owned).collect();
    parts.sort();
    parts.dedup();
    let (area, lead, who) = (m.area, m.no, author(&visit, visit.act_id(), None));
    let done = visit
        .act_once(area, fields.token(), move |tx, token| {
            let terms = terms(tx, area)?;
            merge(tx, &terms, &Author { token, ..who.clone() }, &lead, &parts)
        })
        .await;
    match done {
        Ok(_) => Ok(visit.to(&desk_url(&no))),
        Err(trouble) => {
            fields.absorb(trouble)?;
            show(&visit, no, &fields).await
        }
    }
}

/// `POST /desk/{no}/apart`
async fn take_apart(visit: Visit, Path(no): Path<String>, fields: Fields) -> Result<Response, Trouble> {
    let (scope, asked) = (visit.scope(), no.clone());
    let m = visit.read(move |r| Ok(by_no(r, &scope, &asked)?)).await?.ok_or(Trouble::NotFound)?;
    let (area, no, who) = (m.area, m.no, author(&visit, visit.act_id(), None));
    let (here, way) = (desk_url(&no), WayId::new(visit.chance(), visit.now()));
    let done = visit
        .act_once(area, fields.token(), move |tx, token| {
            let terms = terms(tx, area)?;
            apart(tx, &terms, &Author { token, ..who.clone() }, &no, way)
        })
        .await;
    match done {
        // It was taken apart by somebody else meanwhile: there it stands.
        Err(Trouble::Refused(why)) if why.status() == 409 => Ok(visit.to(&here)),
        other => other.map(|_| visit.to(&here)),
    }
}

/// What a page says of a matter that is one with others.
#[derive(Clone, Debug, Default)]
pub(crate) struct Together {
    /// The number of the one it is part of.
    into: Option<String>,
    /// How many are part of it.
    parts: Vec<String>,
}

pub(crate) fn together(r: &mut Read<'_>, m: &Matter) -> Result<Together, Fault> {
    Ok(Together { into: store::of(r, m.id)?.map(|x| x.no), parts: store::parts(r, m.id)? })
}

/// A number with the address it leads to.
struct Other {
    no: String,
    url: String,
}

#[derive(Template)]
#[template(path = "merge_block.html")]
pub(crate) struct Block {
    t: &'static L10nLanguage,
    into: Option<Other>,
    /// How many are part of it, in words.
    count: String,
    parts: Vec<Other>,
    /// Where others are added.
    same: Option<String>,
    /// Where it is taken apart.
    apart: Option<String>,
    csrf: String,
}

/// On a matter's page: what it is one with; nothing if it stands alone.
pub(crate) fn block(visit: &Visit, with: &Together) -> Option<Block> {
    let other = |no: &String| Other { no: no.clone(), url: url(no) };
    (with.into.is_some() || !with.parts.is_empty()).then(|| Block {
        t: t(visit.lang),
        into: with.into.as_ref().map(other),
        count: count(visit, with),
        parts: Vec::new(),
        same: None,
        apart: None,
        csrf: String::new(),
    })
}

fn count(visit: &Visit, with: &Together) -> String {
    if with.parts.is_empty() { String::new() } else { t(visit.lang).msg_merge_count(with.parts.len()) }
}

/// The same on the desk, with what can be done about it.
pub(crate) fn desk_block(visit: &Visit, m: &Matter, with: &Together) -> Option<Block> {
    let other = |no: &String| Other { no: no.clone(), url: desk_url(no) };
    let looks = m.in_scope(&visit.scope_for(caps::LOOK));
    let here = desk_url(&m.no);
    let block = Block {
        t: t(visit.lang),
        into: with.into.as_ref().map(other),
        count: count(visit, with),
        parts: with.parts.iter().map(other).collect(),
        same: (looks && m.ended_at.is_none()).then(|| format!("{here}/same")),
        apart: (looks && with.into.is_some()).then(|| format!("{here}/apart")),
        csrf: visit.token().to_owned(),
    };
    (block.into.is_some() || !block.parts.is_empty() || block.same.is_some()).then_some(block)
}

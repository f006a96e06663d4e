//! 办事留底 The public record: its list, one entry of it, and the day's checkpoint to keep.

mod entry;
mod narrow;
pub(crate) mod today;

pub(crate) use entry::{facts, page as entry};
pub(crate) use today::page as today;

use crate::around::{Around, Caller};
use crate::asked::{Query, asked, word};
use crate::say;
use crate::texts::{L10nLanguage, t};
use askama::Template;
use axum::response::Response;
use lianxin_base::{AreaId, Lang, OrgId};
use lianxin_journal::log::{Published, published};
use lianxin_journal::{Entry, LOOKED};
use lianxin_register::find;
use lianxin_store::{Fault, Read};
use lianxin_web::components::{Filters, Meta, Pager};
use lianxin_web::shell::Kind;
use lianxin_web::{Trouble, Visit};
use narrow::Narrow;
use std::collections::BTreeMap;

/// So many entries on a page.
const PAGE: i64 = 50;

/// One entry as a line.
struct Line {
    url: String,
    kind: String,
    /// Place in the record and time.
    when: Meta<'static>,
    /// Its number, and its page.
    no: Option<(String, String)>,
    /// Where, which organisation, the beginning of the 留底号.
    rest: Meta<'static>,
}

#[derive(Template)]
#[template(path = "journal.html")]
struct View<'a> {
    t: &'static L10nLanguage,
    filters: Filters<'a>,
    lines: Vec<Line>,
    pager: Option<Pager<'a>>,
    more: Option<narrow::More>,
    /// The newest checkpoint, and what its signature is verified with.
    signed: Option<Published>,
}

/// `GET /journal`: the public record, newest first, all of it or what one narrows it to.
pub(crate) async fn page(visit: Visit, query: Query) -> Result<Response, Trouble> {
    let (caller, narrow) = (Caller::of(&visit), Narrow::asked(&query));
    let upto: i64 = asked(&query, "upto").parse().unwrap_or(i64::MAX);
    let (around, seen, signed) =
        visit.read(move |r| Ok((Around::of(r, &caller)?, look(r, &caller, narrow, upto)?, published(r)?))).await?;
    let (lang, t) = (visit.lang, t(visit.lang));
    let title = t.msg_journal_title();
    let filters = narrow.filters(lang, visit.now(), seen.areas);
    let (pager, more) = match seen.rest {
        Rest::All { first, total } => (Some(pager(lang, first, seen.lines.len() as u64, total)), None),
        Rest::Narrowed { from, to } => (None, Some(narrow.more(lang, from, to))),
    };
    let view = View { t, filters, lines: seen.lines, pager, more, signed };
    Ok(around.round(visit.page(&title, Kind::Phone)).view(&view))
}

/// What is shown, and what there is besides.
struct Seen {
    lines: Vec<Line>,
    rest: Rest,
    areas: Vec<(AreaId, String)>,
}

enum Rest {
    /// Of the whole record: the newest place shown, and how many there are.
    All { first: i64, total: i64 },
    /// Of what it was narrowed to: between which places it was looked.
    Narrowed { from: i64, to: i64 },
}

fn look(r: &mut Read<'_>, caller: &Caller, narrow: Narrow, upto: i64) -> Result<Seen, Fault> {
    let total = lianxin_journal::length(r)?;
    let first = upto.clamp(total.min(1), total);
    let (entries, rest) = if narrow.is_all() {
        (lianxin_journal::entries(r, first, PAGE)?, Rest::All { first, total })
    } else {
        let to = narrow.first(r, first)?;
        let found = narrow.entries(r, to, PAGE as usize)?;
        // A full page ends with what it shows; else everything there was to look through was looked through.
        let last = found.last().filter(|_| found.len() as i64 == PAGE).map(|e| e.seq);
        let from = last.unwrap_or((to - LOOKED + 1).max(1));
        (found, Rest::Narrowed { from, to })
    };
    let mut names = Names::default();
    let lines = entries.into_iter().map(|entry| line(r, &mut names, caller, entry)).collect::<Result<_, _>>()?;
    Ok(Seen { lines, rest, areas: narrow::areas(r)? })
}

fn line(r: &mut Read<'_>, names: &mut Names, caller: &Caller, entry: Entry) -> Result<Line, Fault> {
    let (lang, sealed) = (caller.lang, entry.kind == "sealed");
    let place = t(lang).msg_journal_place(entry.seq);
    let hash = t(lang).msg_journal_hash(say::short(&entry.hash));
    // Of a sealed kind only act, hash and time are told.
    let (area, org) = if sealed { Default::default() } else { (names.area(r, entry.area)?, names.org(r, entry.org)?) };
    Ok(Line {
        url: format!("/journal/{}", entry.act),
        kind: say::kind(lang, &entry.kind),
        when: Meta::of([place, say::when(lang, entry.at, caller.now)]),
        no: entry.no.map(numbered),
        rest: Meta::of([area, org, hash]),
    })
}

/// A number and the page of what it belongs to.
fn numbered(no: String) -> (String, String) {
    (format!("/m/{}", word(&no)), no)
}

fn pager(lang: Lang, first: i64, shown: u64, total: i64) -> Pager<'static> {
    let count = |n: i64| u64::try_from(n).unwrap_or(0);
    let from = count(total - first + 1);
    let newer = first + PAGE;
    let prev = if newer >= total { "/journal".to_owned() } else { format!("/journal?upto={newer}") };
    Pager {
        lang,
        from,
        to: from + shown.saturating_sub(1),
        total: count(total),
        prev: (first < total).then(|| prev.into()),
        next: (first > PAGE).then(|| format!("/journal?upto={}", first - PAGE).into()),
    }
}

/// Names of areas and organisations, each looked up once.
#[derive(Default)]
struct Names {
    areas: BTreeMap<AreaId, String>,
    orgs: BTreeMap<OrgId, String>,
}

impl Names {
    fn area(&mut self, r: &mut Read<'_>, id: AreaId) -> Result<String, Fault> {
        if let Some(name) = self.areas.get(&id) {
            return Ok(name.clone());
        }
        let name = find::area_name(r, id)?.unwrap_or_default();
        self.areas.insert(id, name.clone());
        Ok(name)
    }

    fn org(&mut self, r: &mut Read<'_>, id: Option<OrgId>) -> Result<String, Fault> {
        let Some(id) = id else { return Ok(String::new()) };
        if let Some(name) = self.orgs.get(&id) {
            return Ok(name.clone());
        }
        let name = find::org_name(r, id)?.unwrap_or_default();
        self.orgs.insert(id, name.clone());
        Ok(name)
    }
}

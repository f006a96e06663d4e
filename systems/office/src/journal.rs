use crate::around::{Around, Caller};
use crate::asked::{Query, asked, word};
use crate::caps::ORGS;
use crate::say;
use crate::store::{self, Recorded};
use crate::texts::{L10nLanguage, t};
use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use lianxin_base::{ActId, AreaId, Lang, Moment, OrgId};
use lianxin_journal::Entry;
use lianxin_journal::log::{Published, place, published};
use lianxin_register::find;
use lianxin_store::{Fault, Read};
use lianxin_web::components::{Back, Facts, Meta, Notice, NoticeKind, Pager, Text};
use lianxin_web::icons::Icon;
use lianxin_web::shell::Kind;
use lianxin_web::{Trouble, Visit};
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
    lines: Vec<Line>,
    pager: Pager<'a>,
    /// The newest checkpoint, and what its signature is verified with.
    signed: Option<Published>,
}

#[derive(Template)]
#[template(path = "entry.html")]
struct EntryView<'a> {
    t: &'static L10nLanguage,
    back: Back<'a>,
    kind: String,
    facts: Facts<'a>,
    no: Option<(String, String)>,
    hidden: Option<Notice<'a>>,
    leaf: String,
    hash: String,
    /// The receipt as a file.
    receipt: String,
}

/// `GET /journal`: the public record, newest first.
pub(crate) async fn page(visit: Visit, query: Query) -> Result<Response, Trouble> {
    let caller = Caller::of(&visit);
    let upto: i64 = asked(&query, "upto").parse().unwrap_or(i64::MAX);
    let (around, lines, first, total, signed) = visit.read(move |r| Ok(look(r, &caller, upto)?)).await?;
    let t = t(visit.lang);
    let title = t.msg_journal_title();
    let shown = lines.len() as u64;
    let view = View { t, lines, pager: pager(visit.lang, first, shown, total), signed };
    Ok(around.round(visit.page(&title, Kind::Phone)).view(&view))
}

type Looked = (Around, Vec<Line>, i64, i64, Option<Published>);

fn look(r: &mut Read<'_>, caller: &Caller, upto: i64) -> Result<Looked, Fault> {
    let total = lianxin_journal::length(r)?;
    let first = upto.clamp(total.min(1), total);
    let mut names = Names::default();
    let mut lines = Vec::new();
    for entry in lianxin_journal::entries(r, first, PAGE)? {
        lines.push(line(r, &mut names, caller, entry)?);
    }
    Ok((Around::of(r, caller)?, lines, first, total, published(r)?))
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

/// `GET /journal/{act}`: one entry, whole.
pub(crate) async fn entry(visit: Visit, act: Path<String>) -> Result<Response, Trouble> {
    let act: ActId = act.0.parse().map_err(|_| Trouble::NotFound)?;
    let (caller, staff) = (Caller::of(&visit), visit.scope_for(ORGS));
    let lang = visit.lang;
    let found = visit
        .read(move |r| {
            let Some(leaf) = store::leaf(r, act)? else { return Ok(None) };
            let mut facts = facts(r, lang, &leaf)?;
            if !leaf.hidden && staff.covers(leaf.area) {
                facts.items.extend(handled(r, lang, &leaf, caller.now)?);
            }
            Ok(Some((Around::of(r, &caller)?, leaf, facts)))
        })
        .await?;
    let (around, leaf, facts) = found.ok_or(Trouble::NotFound)?;
    let t = t(lang);
    let kind = say::kind(lang, if leaf.hidden { "sealed" } else { &leaf.kind });
    let title = t.msg_entry_title(leaf.seq);
    let view = EntryView {
        t,
        back: Back::new("/journal", t.msg_journal_title()),
        kind,
        facts,
        no: leaf.no.clone().filter(|_| !leaf.hidden).map(numbered),
        hidden: leaf.hidden.then(|| Notice::new(NoticeKind::Info, t.msg_entry_hidden())),
        leaf: if leaf.hidden { String::new() } else { spread(&leaf.body) },
        hash: say::hash(&leaf.hash),
        receipt: format!("/api/v1/receipts/{act}"),
    };
    Ok(around.round(visit.page(&title, Kind::Phone)).view(&view))
}

/// What is told of an entry besides its kind and 留底号.
pub(crate) fn facts(r: &mut Read<'_>, lang: Lang, leaf: &Recorded) -> Result<Facts<'static>, Fault> {
    let t = t(lang);
    let fact = |name: String, value: String| -> Fact { (name.into(), value.into()) };
    let mut items = vec![fact(t.msg_fact_at(), say::exact(leaf.at))];
    if !leaf.hidden {
        let mut names = Names::default();
        items.insert(0, fact(t.msg_fact_place(), leaf.seq.to_string()));
        items.push(fact(t.msg_fact_area(), names.area(r, leaf.area)?));
        items.push(fact(t.msg_fact_org(), names.org(r, leaf.org)?));
    }
    items.push(fact(t.msg_fact_act(), leaf.act.to_string()));
    items.push(fact(t.msg_fact_log(), signed(r, lang, leaf)?));
    items.retain(|(_, value)| !value.is_empty());
    Ok(Facts { items })
}

/// What is told, and its value.
type Fact = (Text<'static>, Text<'static>);

/// Who acted for an organisation, for those who look at its seats: a name stays with what it did after its seat ended.
fn handled(r: &mut Read<'_>, lang: Lang, leaf: &Recorded, now: Moment) -> Result<Option<Fact>, Fault> {
    let t = t(lang);
    if leaf.org.is_none() {
        return Ok(None);
    }
    let Some((seat, person)) = lianxin_journal::author(r, leaf.act)? else { return Ok(None) };
    let name = match person {
        Some(person) => find::person_name(r, person)?.unwrap_or_else(|| t.msg_fact_forgotten()),
        None => t.msg_fact_nobody(),
    };
    let seat = find::seat(r, seat)?;
    let title = seat.as_ref().map(|s| s.title.clone()).unwrap_or_default();
    let said = match seat.and_then(|s| s.until) {
        Some(until) => t.msg_fact_held_until(&name, &title, say::date(lang, until, now)),
        None => t.msg_fact_held(&name, &title),
    };
    Ok(Some((t.msg_fact_handled().into(), said.into())))
}

/// Whether the entry is in the signed log yet.
fn signed(r: &mut Read<'_>, lang: Lang, leaf: &Recorded) -> Result<String, Fault> {
    let t = t(lang);
    Ok(match place(r, leaf.act, None)? {
        Some(p) => t.msg_log_in(count(p.index).saturating_add(1), count(p.size)),
        None => t.msg_log_waiting(),
    })
}

fn count(n: u64) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

/// The leaf with a line for each field. What is hashed is the same without blanks between (RFC 8785).
fn spread(body: &str) -> String {
    let value = serde_json::from_str::<serde_json::Value>(body);
    value.and_then(|v| serde_json::to_string_pretty(&v)).unwrap_or_else(|_| body.to_owned())
}

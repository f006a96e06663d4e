//! One entry of the record, whole, with what shows that it is there.

use super::{Names, numbered};
use crate::around::{Around, Caller};
use crate::caps::ORGS;
use crate::say;
use crate::store::{self, Recorded};
use crate::texts::{L10nLanguage, t};
use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use lianxin_base::{ActId, Lang, Moment};
use lianxin_journal::log::place;
use lianxin_paper::qr_svg;
use lianxin_register::find;
use lianxin_store::{Fault, Read};
use lianxin_web::components::{Back, Facts, Html, Notice, NoticeKind, Text};
use lianxin_web::icons::Icon;
use lianxin_web::shell::Kind;
use lianxin_web::{Trouble, Visit};

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
    /// Leads a phone to the check of this entry.
    qr: Html,
    /// The receipt as a file.
    receipt: String,
}

/// `GET /journal/{act}`: one entry, whole.
pub(crate) async fn page(visit: Visit, act: Path<String>) -> Result<Response, Trouble> {
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
    let (title, hash) = (t.msg_entry_title(leaf.seq), say::hash(&leaf.hash));
    let view = EntryView {
        t,
        back: Back::new("/journal", t.msg_journal_title()),
        kind,
        facts,
        no: leaf.no.clone().filter(|_| !leaf.hidden).map(numbered),
        hidden: leaf.hidden.then(|| Notice::new(NoticeKind::Info, t.msg_entry_hidden())),
        leaf: if leaf.hidden { String::new() } else { spread(&leaf.body) },
        qr: Html(qr_svg(&visit.house.settings().origin.url(&format!("/verify?no={hash}"))).unwrap_or_default()),
        hash,
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

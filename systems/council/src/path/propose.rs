//! 改规矩的建议 A proposal: a changed rule and its estimate become a matter that is talked over, for everybody to read, so that
//! a council can put it on its agenda. Once it is decided, what was estimated stands beside what came of it.

use super::guess::cases;
use crate::collect::{NewDispatch, NewReport, dispatch, report};
use crate::course::{self, Author, Terms, flow, said};
use crate::figures::rules::LEAST;
use crate::origin::Origin;
use crate::rules::{Category, Pace, Refusal, See, Source, TITLE_MAX, WORDS_MAX};
use crate::say::span;
use crate::store::{self, Matter};
use crate::texts::t;
use askama::Template;
use lianxin_base::{ActId, AreaId, Lang, MatterId, Moment, WayId};
use lianxin_journal::{Act, By, Leaf, Receipt, Recorded, record};
use lianxin_path::Watch;
use lianxin_path::whatif::{Outcome, what_if};
use lianxin_store::{Fault, Read, Row, Stop, Tx, params};
use lianxin_web::components::Html;

const ADD: &str = "INSERT INTO council_proposal(matter, area, act, about, kind, months, cases, changed, handed, \
                   handed_saved, working, working_saved, at) VALUES($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)";
const OF: &str = "SELECT about, kind, cases, changed, handed, handed_saved, working, working_saved FROM council_proposal \
                  WHERE matter = $1";

/// Every statement of this file, by name.
pub const SQL: &[(&str, &str)] = &[("proposal_add", ADD), ("proposal_of", OF)];

/// What is proposed.
#[derive(Clone, Debug)]
pub struct NewProposal {
    /// The matter to be.
    pub matter: MatterId,
    /// Its way.
    pub way: WayId,
    /// The place whose council talks it over.
    pub area: AreaId,
    /// What it is called.
    pub title: String,
    /// The change and its estimate in words.
    pub words: String,
    /// Only for this category.
    pub about: Option<String>,
    /// Only for this clock.
    pub kind: Option<String>,
    /// So many months were looked at.
    pub months: i64,
    /// What the estimate says.
    pub outcome: Outcome,
}

/// The act: it publishes its own words, which nobody but the machine wrote.
struct Proposal {
    matter: MatterId,
    new: NewProposal,
}

impl Act for Proposal {
    const KIND: &'static str = "council.proposal";

    fn leaf(&self, leaf: &mut Leaf) {
        let (new, (handovers, working)) = (&self.new, self.new.outcome.total());
        course::leaf(leaf, self.matter, None);
        leaf.opt_text("about", new.about.as_ref());
        leaf.opt_text("kind", new.kind.as_ref());
        leaf.int("months", new.months);
        leaf.int("cases", count(new.outcome.cases));
        leaf.int("changed", count(new.outcome.saved.len()));
        leaf.int("handed", new.outcome.before.0);
        leaf.int("handed_saved", handovers);
        leaf.int("working", new.outcome.before.1);
        leaf.int("working_saved", working);
        leaf.seal("title", None, &new.title);
        leaf.seal("words", None, &new.words);
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let m = course::of(rec, tx)?;
        store::published(tx, m.id, "shown", Some(rec.id()))?;
        crate::search::reworded(tx, m.id)?;
        let (about, kind) = (rec.opt_text("about")?, rec.opt_text("kind")?);
        let numbers = ["months", "cases", "changed", "handed", "handed_saved", "working", "working_saved"];
        let n: Vec<i64> = numbers.iter().map(|name| rec.int(name)).collect::<Result<_, _>>()?;
        let at = rec.at();
        tx.exec(ADD, params![m.id, m.area, rec.id(), about, kind, n[0], n[1], n[2], n[3], n[4], n[5], n[6], at])?;
        tx.moved(m.element());
        Ok(())
    }
}

/// The kind of the act.
pub(crate) fn kind() -> lianxin_journal::Kind {
    lianxin_journal::Kind::of::<Proposal>()
}

fn count(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

/// Brings a changed rule in, hands it to be talked over and lets everybody read it: three acts, all or none.
///
/// # Errors
/// The rules', or the database's trouble.
pub fn propose(tx: &mut Tx<'_>, terms: &Terms, author: &Author, new: &NewProposal) -> Result<Receipt, Stop> {
    if !matches!(author.by, By::Seat { .. }) || !author.scope.covers(new.area) {
        return Err(Refusal::UnknownPlace.into());
    }
    said(&new.title, "title", TITLE_MAX, Refusal::NoTitle)?;
    said(&new.words, "words", WORDS_MAX, Refusal::NoTitle)?;
    let first = NewReport {
        matter: new.matter,
        way: new.way,
        area: new.area,
        place: None,
        building: None,
        category: Some(Category::Other),
        words: new.words.clone(),
        phone: None,
        name: None,
        reporter: None,
        behalf: false,
        see: See::Neighbours,
        source: Source::Patrol,
        tell: None,
        photos: Vec::new(),
        origin: Origin::default(),
    };
    let receipt = report(tx, terms, author, &first)?;
    let no = receipt.no.clone().ok_or_else(|| Fault::bug("a report without a number"))?;
    let next = |tx: &Tx<'_>| Author { act: ActId::new(tx.chance(), tx.now()), token: None, ..author.clone() };
    let (second, title) = (next(tx), new.title.clone());
    let (category, pace) = (Category::Other, Pace::Complex);
    dispatch(tx, terms, &second, &NewDispatch { no: no.clone(), seen: None, title, category, pace, executor: None })?;
    let third = next(tx);
    let m = course::load(tx, &third, &no)?;
    record(tx, m.head(&third), &Proposal { matter: m.id, new: new.clone() })?;
    Ok(receipt)
}

/// An estimate that was proposed.
struct Estimate {
    about: Option<String>,
    kind: Option<String>,
    cases: i64,
    changed: i64,
    handed: i64,
    handed_saved: i64,
    working: i64,
    working_saved: i64,
}

fn estimate(row: &Row<'_>) -> Result<Estimate, Fault> {
    Ok(Estimate {
        about: row.opt_text(0)?,
        kind: row.opt_text(1)?,
        cases: row.int(2)?,
        changed: row.int(3)?,
        handed: row.int(4)?,
        handed_saved: row.int(5)?,
        working: row.int(6)?,
        working_saved: row.int(7)?,
    })
}

#[derive(Template)]
#[template(path = "path_proposal.html")]
struct Block {
    title: String,
    lines: Vec<String>,
}

/// What is said of a proposal on its page; nothing of any other matter.
///
/// # Errors
/// The database's trouble.
pub(crate) fn block(r: &mut Read<'_>, m: &Matter, lang: Lang, now: Moment) -> Result<Option<Html>, Fault> {
    let lines = lines(r, m, lang, now)?;
    Ok((!lines.is_empty()).then(|| Html::of(&Block { title: t(lang).msg_path_said_title(), lines })))
}

/// What was, what was estimated, and what came of it; nothing of a matter that is no proposal.
///
/// # Errors
/// The database's trouble.
pub fn lines(r: &mut Read<'_>, m: &Matter, lang: Lang, now: Moment) -> Result<Vec<String>, Fault> {
    let Some(e) = r.row(OF, params![m.id], estimate)? else { return Ok(Vec::new()) };
    let t = t(lang);
    let each = |sum: i64, n: i64| sum / n.max(1);
    let tenths = |sum: i64, n: i64| format!("{}.{}", sum * 10 / n.max(1) / 10, sum * 10 / n.max(1) % 10);
    let mut lines = vec![
        t.msg_path_said_before(e.cases, tenths(e.handed, e.cases), span(lang, each(e.working, e.cases))),
        t.msg_path_said_promised(
            e.changed,
            tenths(e.handed - e.handed_saved, e.cases),
            span(lang, each(e.working - e.working_saved, e.cases)),
        ),
    ];
    lines.push(match adopted(r, m)? {
        None => t.msg_path_said_waits(),
        Some(since) => match real(r, m, &e, (since, now))? {
            Some((n, handed, working)) => t.msg_path_said_real(n, tenths(handed, n), span(lang, each(working, n))),
            None => t.msg_path_said_few(LEAST),
        },
    });
    Ok(lines)
}

/// Since when it has been decided.
fn adopted(r: &mut Read<'_>, m: &Matter) -> Result<Option<Moment>, Fault> {
    let hops = lianxin_path::hops(r, m.way)?.map(|(_, hops)| hops).unwrap_or_default();
    Ok(hops.iter().rev().find(|hop| hop.mv == "decision").map(|hop| hop.at))
}

/// What came of it: matters of the same sort that began since it was decided and have ended; from five on.
fn real(
    r: &mut Read<'_>,
    m: &Matter,
    e: &Estimate,
    (since, now): (Moment, Moment),
) -> Result<Option<(i64, i64, i64)>, Fault> {
    let terms = course::terms(r, m.area)?;
    let watch = Watch { flow: flow(), cal: &terms.calendar, hours: &terms.hours, now };
    let mut all = cases(r, m.area, &watch, (since, now.plus(1)))?;
    let began = |stays: &[lianxin_path::Stretch]| stays.first().is_some_and(|s| s.from >= since);
    all.retain(|case| {
        began(&case.stays)
            && e.about.as_ref().is_none_or(|about| *about == case.about)
            && e.kind.as_ref().is_none_or(|kind| *kind == case.kind)
    });
    let (handed, working) = what_if(&all, &[], &watch).before;
    Ok((all.len() >= LEAST).then(|| (count(all.len()), handed, working)))
}

//! What every hop of a matter causes, whatever caused it: its way, its timers, who is told, the tallies.

use crate::pause;
use crate::quote;
use crate::rules::{Actor, Move, Pace, Refusal, may};
use crate::store::{self, Matter, NewEntry};
use lianxin_base::{ActId, AreaId, Day, MatterId, Moment, OrgId};
pub use lianxin_gate::Author;
use lianxin_journal::{By, Leaf, Recorded};
use lianxin_path::{Facts, Flow, Hop, Watch};
use lianxin_register::OrgKind;
use lianxin_register::find::{OrgRow, party};
pub use lianxin_register::find::{Terms, terms};
use lianxin_store::{Fault, Read, Stop, Tx};
use std::sync::LazyLock;

/// The flow of a matter as it is shipped.
pub const FLOW: &str = include_str!("../flows/matter.toml");

static SHIPPED: LazyLock<Flow> = LazyLock::new(|| Flow::read(FLOW).expect("the shipped flow is checked by a test"));

/// The flow in force.
pub fn flow() -> &'static Flow {
    &SHIPPED
}

/// By when a step is due that begins now.
pub(crate) fn due(terms: &Terms, step: &str, pace: Pace, now: Moment) -> Option<Moment> {
    flow().due(step, pace.name(), &terms.calendar, &terms.hours, now)
}

/// Whom the rules of a way take an author for.
pub(crate) const fn actor(author: &Author) -> Actor {
    match author.by {
        By::Seat { org, .. } => Actor::Org(org),
        By::Clock => Actor::Clock,
        _ => Actor::Reporter,
    }
}

/// The matter a form is about, if the author sees it.
pub(crate) fn load(r: &mut Read<'_>, author: &Author, no: &str) -> Result<Matter, Stop> {
    Ok(store::by_no(r, &author.scope, no)?.ok_or(Refusal::NoMatter)?)
}

/// Who is responsible for an area before anybody has looked: the residents' committee, else the party
/// organisation, else the street. A place without any of them is a fault of the set-up, said as such.
pub fn community(r: &mut Read<'_>, area: AreaId, now: Moment) -> Result<OrgId, Stop> {
    let found = community_here(r, area, now)?;
    Ok(found.ok_or_else(|| Fault::bug("no residents' committee is responsible for this area"))?)
}

/// The same, where there may be none yet.
pub(crate) fn community_here(r: &mut Read<'_>, area: AreaId, now: Moment) -> Result<Option<OrgId>, Fault> {
    for kind in [OrgKind::ResidentsCommittee, OrgKind::Party, OrgKind::Street] {
        if let Some(org) = party(r, area, kind, now.day())? {
            return Ok(Some(org));
        }
    }
    Ok(None)
}

/// Who answers for a matter where it lies with no executor: the community, or who stands in its place where the complaint is
/// about the community itself.
pub(crate) fn keeper(r: &mut Read<'_>, m: &Matter, now: Moment) -> Result<OrgId, Stop> {
    m.kept_by.map_or_else(|| community(r, m.area, now), Ok)
}

/// A move somebody wants to make.
pub(crate) struct Wish {
    pub(crate) mv: Move,
    /// The hops the form was drawn with.
    pub(crate) seen: Option<i64>,
    /// Who is to do it, where the move names somebody.
    pub(crate) executor: Option<OrgId>,
    /// The clock from here on, where the move sets one.
    pub(crate) pace: Option<Pace>,
}

impl Wish {
    pub(crate) const fn of(mv: Move, seen: Option<i64>) -> Self {
        Self { mv, seen, executor: None, pace: None }
    }
}

/// Checks a wish against the rules and the flow, and gives the hop it would be, with its due time.
pub(crate) fn hop(
    r: &mut Read<'_>,
    terms: &Terms,
    m: &Matter,
    author: &Author,
    wish: &Wish,
    now: Moment,
) -> Result<Hop, Stop> {
    let facts = if wish.mv == Move::Dispatch { talked() } else { Facts::new() };
    let leads = m.ended_at.is_none() && flow().find_move(&m.step, wish.mv.name(), &facts).is_ok();
    may(&m.standing(), wish.mv, actor(author), wish.seen, leads)?;
    crate::about::may(m, wish.mv, actor(author), wish.executor)?;
    let community = keeper(r, m, now)?;
    let executor = wish.executor.or(m.executor).unwrap_or(community);
    let party = |name: &str| Some(if name == "executor" { executor } else { community });
    let (mut hop, _) = flow()
        .hop(m.way, &m.step, wish.mv.name(), &facts, &party)
        .map_err(|no| Fault::bug(format!("the flow allowed a move and then did not: {no:?}")))?;
    let pace = wish.pace.unwrap_or(m.pace);
    hop.kind = wish.pace.map(|p| p.name().to_owned());
    hop.due = if hop.ends { None } else { due(terms, &hop.to, pace, now) };
    let watch = Watch { flow: flow(), cal: &terms.calendar, hours: &terms.hours, now };
    let way = lianxin_path::way(r, m.way)?;
    hop.took = way.and_then(|way| watch.took(&way, &hop, now));
    Ok(hop)
}

/// The fact that a matter needs to be talked over.
pub fn talked() -> Facts {
    Facts::from(["talk_needed".to_owned()])
}

/// The public fields every act of a course has.
pub(crate) fn leaf(leaf: &mut Leaf, matter: MatterId, hop: Option<&Hop>) {
    leaf.text("matter", matter);
    if let Some(hop) = hop {
        hop.leaf(leaf);
    }
}

/// Applies the hop of a recorded act; gives the matter as it stood before.
pub(crate) fn take(rec: &Recorded, tx: &mut Tx<'_>) -> Result<Matter, Fault> {
    let m = of(rec, tx)?;
    let stage = stage_of(&m.stage, m.ended_at.is_some());
    lianxin_path::take(rec, tx)?;
    if m.step == pause::STEP {
        pause::store::end(tx, m.id)?;
    }
    if m.step == quote::STEP {
        quote::close(rec, tx, &m)?;
    }
    if m.late_at.is_some() {
        crate::climb::clear(rec, tx, &m)?;
    }
    let after = of(rec, tx)?;
    if after.ended_at.is_some() {
        crate::part::end(rec, tx, &after)?;
        crate::question::end(rec, tx, &after)?;
    }
    store::tally(tx, m.area, stage, -1)?;
    store::tally(tx, m.area, stage_of(&after.stage, after.ended_at.is_some()), 1)?;
    store::moved(tx, m.id, when(rec)?)?;
    timers(rec, tx, &after)?;
    tell(rec, tx, &m, &after)?;
    tx.moved(m.element());
    tx.moved("desk");
    Ok(m)
}

/// The stage a matter is counted under.
pub(crate) fn stage_of(stage: &str, ended: bool) -> &str {
    if ended { "closed" } else { stage }
}

/// The matter a recorded act is about.
pub(crate) fn of(rec: &Recorded, tx: &mut Tx<'_>) -> Result<Matter, Fault> {
    let id: MatterId = rec.id_of("matter")?;
    store::by_id(tx, id)?.ok_or_else(|| Fault::Damaged(format!("{} names a matter that is not there", rec.id())))
}

/// The matter a timer of ours is about.
pub(crate) fn timed(r: &mut Read<'_>, due: &lianxin_work::Due) -> Result<Matter, Stop> {
    let nothing = || Fault::Damaged(format!("timer {} is about no matter", due.id));
    let id = due.subject.parse().map_err(|_| nothing())?;
    Ok(store::by_id(r, id)?.ok_or_else(nothing)?)
}

/// What the clock will do if nobody does anything: remind at the due time, or ask the resident again.
pub(crate) const LATE: &str = "council.late";
pub(crate) const ASK: &str = "council.ask";

pub(crate) fn timers(rec: &Recorded, tx: &mut Tx<'_>, m: &Matter) -> Result<(), Fault> {
    let subject = m.id.to_string();
    let (runs, rests) = match m.step.as_str() {
        "feedback" => (ASK, [LATE, pause::RESUME]),
        pause::STEP | quote::STEP => (pause::RESUME, [LATE, ASK]),
        _ => (LATE, [ASK, pause::RESUME]),
    };
    if m.hops > 0 {
        for kind in rests {
            lianxin_work::clear(tx, kind, &subject, rec)?; // of a matter just begun none runs
        }
    }
    if m.ended_at.is_some() {
        lianxin_work::clear(tx, crate::origin::OUTER, &subject, rec)?;
    }
    match (m.ended_at, m.due_at) {
        // What the old ledger had overdue is shown as overdue at once; nobody is reminded of each.
        (None, Some(due)) if due <= rec.at() && brought(rec)? => {
            lianxin_work::clear(tx, runs, &subject, rec)?;
            store::late(tx, m.id, due)
        }
        (None, Some(due)) => lianxin_work::set(tx, runs, &subject, due, rec), // ends the open one of its kind itself
        _ => lianxin_work::clear(tx, runs, &subject, rec),
    }
}

/// Who hears of a hop: the new holder, if it changed hands, and who brought it in.
fn tell(rec: &Recorded, tx: &mut Tx<'_>, before: &Matter, after: &Matter) -> Result<(), Fault> {
    if before.holder != after.holder && after.ended_at.is_none() {
        tell_holder(rec, tx, after, "council.held")?;
    }
    let kind = match after.step.as_str() {
        "feedback" => "council.please_look",
        pause::STEP => pause::PAUSED,
        quote::STEP => quote::notices::QUOTED,
        _ if rec.opt_text("move")? == Some(Move::Extension.name()) => EXTENDED,
        crate::merge::STEP => crate::merge::notices::MERGED,
        _ if after.ended_at.is_some() => "council.closed",
        _ => "council.moved",
    };
    // What it costs one home is no news for those who joined.
    if !brought(rec)? && after.step != quote::STEP {
        crate::join::tell(rec, tx, after, kind)?;
    }
    to_reporter(rec, tx, after, kind)
}

/// Tells who brought a matter in: in their inbox, or through a worker if they said how. Not of what an older ledger
/// brought over: they were told then.
pub(crate) fn to_reporter(rec: &Recorded, tx: &mut Tx<'_>, m: &Matter, kind: &'static str) -> Result<(), Fault> {
    match m.reporter {
        _ if brought(rec)? => Ok(()),
        Some(person) => to_person(rec, tx, m, 2, person, kind),
        None if m.told => to_source(rec, tx, m, (2, m.act), kind),
        None => Ok(()),
    }
}

/// Tells somebody of a matter. Whoever rings them up is of the area the message lies in: a complaint about the community
/// lies with who stands in its place.
pub(crate) fn to_person(
    rec: &Recorded,
    tx: &mut Tx<'_>,
    m: &Matter,
    n: u32,
    person: lianxin_base::PersonId,
    kind: &'static str,
) -> Result<(), Fault> {
    let area = told_from(rec, tx, m)?;
    lianxin_outbox::to_person_in(tx, rec, (n, area), person, kind, m.id)
}

/// The same of somebody who is not in the register.
pub(crate) fn to_source(
    rec: &Recorded,
    tx: &mut Tx<'_>,
    m: &Matter,
    (n, source): (u32, ActId),
    kind: &'static str,
) -> Result<(), Fault> {
    let area = told_from(rec, tx, m)?;
    lianxin_outbox::to_source_in(tx, rec, (n, area), source, kind, m.id)
}

pub(crate) fn told_from(rec: &Recorded, tx: &mut Tx<'_>, m: &Matter) -> Result<AreaId, Fault> {
    let keeper = m.kept_by.map(|org| lianxin_register::find::org(tx, org)).transpose()?.flatten();
    Ok(keeper.map_or(rec.area(), |org| org.area))
}

/// Tells the holder of a matter. What was brought over from an older ledger is no news: whoever holds any of it hears
/// of it once a day, not once a matter.
pub(crate) fn tell_holder(rec: &Recorded, tx: &mut Tx<'_>, m: &Matter, kind: &'static str) -> Result<(), Fault> {
    if !brought(rec)? {
        return lianxin_outbox::to_org(tx, rec, 1, m.holder, kind, m.id);
    }
    if lianxin_outbox::told(tx, m.holder, BROUGHT, rec.at().day().start())? {
        return Ok(());
    }
    lianxin_outbox::to_org(tx, rec, 1, m.holder, BROUGHT, m.id)
}

/// A later day than was said, with its reason.
pub(crate) const EXTENDED: &str = "council.extended";

/// The one quiet notice about matters that were brought over.
pub(crate) const BROUGHT: &str = "council.brought";

/// Whether an act tells of something past: of a matter that is brought over from the ledger kept before.
fn brought(rec: &Recorded) -> Result<bool, Fault> {
    Ok(rec.opt_moment("hop_at")?.or(rec.opt_moment("began")?).is_some())
}

/// When what an act tells happened: an event entered later keeps its own time.
pub(crate) fn when(rec: &Recorded) -> Result<Moment, Fault> {
    let told = rec.opt_moment("hop_at")?.or(rec.opt_moment("began")?);
    Ok(told.map_or(rec.at(), |at| at.min(rec.at())))
}

/// Writes a line of the matter's course; its words stand in the act's text `words`.
pub(crate) fn note(rec: &Recorded, tx: &mut Tx<'_>, m: &Matter, kind: &str, detail: Option<&str>) -> Result<(), Fault> {
    note_by(rec, tx, m, (kind, rec.org()), detail)
}

/// The same, said in the name of an organisation that did not record it itself: a council's, by the clock.
pub(crate) fn note_by(
    rec: &Recorded,
    tx: &mut Tx<'_>,
    m: &Matter,
    (kind, org): (&str, Option<OrgId>),
    detail: Option<&str>,
) -> Result<(), Fault> {
    let line = NewEntry {
        act: rec.id(),
        matter: m.id,
        area: m.area,
        kind,
        org,
        person: rec.subject("words"),
        detail,
        at: when(rec)?,
    };
    store::entry(tx, &line)
}

/// A text that must be there and not too long.
pub(crate) fn said(words: &str, field: &'static str, max: usize, empty: Refusal) -> Result<(), Refusal> {
    match words.chars().count() {
        0 => Err(empty),
        n if n > max => Err(Refusal::TooLong { field, max }),
        _ => Ok(()),
    }
}

/// The organisations that may be asked to do something in an area: those of the area and of all above it, and the
/// company under contract; nearest first.
pub fn parties(r: &mut Read<'_>, area: AreaId, on: Day) -> Result<Vec<OrgRow>, Fault> {
    let mut all = Vec::new();
    for contract in lianxin_register::find::contracts_of_area(r, area)? {
        if contract.since <= on && contract.until.is_none_or(|last| on <= last) {
            all.extend(lianxin_register::find::org(r, contract.org)?);
        }
    }
    all.extend(lianxin_register::find::orgs(r, area)?);
    for above in lianxin_register::find::ancestors(r, area)? {
        all.extend(lianxin_register::find::orgs(r, above.id)?.into_iter().filter(|o| o.kind != OrgKind::Company));
    }
    let mut seen = std::collections::BTreeSet::new();
    all.retain(|o| seen.insert(o.id));
    Ok(all)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn over_the_spring_festival_danger_is_seen_to_and_the_rest_waits() {
        let terms = Terms::default();
        let at = |day: &str, hour| day.parse::<Day>().expect("a day").at(hour, 0);
        // The office is shut from 15 to 23 February 2026; Saturday the 14th is worked.
        let eve = at("2026-02-14", 16);
        for (step, pace, want) in [
            ("look", Pace::Urgent, eve.plus(30 * lianxin_base::MINUTE)),
            ("work", Pace::Urgent, eve.plus(2 * lianxin_base::HOUR)),
            ("work", Pace::Utility, eve.plus(24 * lianxin_base::HOUR)),
        ] {
            assert_eq!(due(&terms, step, pace, eve), Some(want), "{step} {pace:?}");
        }
        for (step, pace, want) in [
            ("look", Pace::General, "2026-02-24"),
            ("work", Pace::General, "2026-02-28"),
            ("feedback", Pace::Urgent, "2026-02-26"),
        ] {
            let due = due(&terms, step, pace, eve).expect("a term");
            assert_eq!(due.day().to_string(), want, "{step} {pace:?}");
        }
        let within = due(&terms, "look", Pace::General, at("2026-02-18", 10)).expect("a term");
        assert_eq!(within.day().to_string(), "2026-02-24", "what comes in meanwhile begins when they are back");
    }
}

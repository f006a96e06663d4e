//! 就任: those who were elected take their seats with a term, those before them end; three months before the last day whoever
//! convened and the committee hear that a renewal is due.

use super::rules::{may_seat, renews, term_end};
use super::{Kind, MEMBER, change, election_of, owns, store, vacancy};
use crate::assembly::{Vote, ours, store as votes};
use crate::clock::{HAND_OVER_LATE, MEETING_LATE, TERM_ENDS, morning_after};
use crate::conflict;
use crate::count::store as counts;
use crate::filing::day_of;
use crate::handover::rules::{hands, meets};
use crate::handover::{subject, tell};
use crate::notices;
use crate::refusal::Refusal;
use crate::words::Author;
use lianxin_base::{ActId, Day, Moment, OrgId, PersonId, SeatId};
use lianxin_journal::{Act, Leaf, Receipt, Recorded, record};
use lianxin_register::{self as register, OrgKind, find};
use lianxin_store::{Fault, Read, Stop, Tx};
use lianxin_work::Due;
use serde_json::json;
use std::collections::BTreeSet;

/// 新一届就任.
struct Seated {
    vote: ActId,
    committee: OrgId,
    since: Day,
    until: Day,
    seats: Vec<SeatId>,
    /// When the renewal is due; a by-election changes nothing of that.
    renews: Option<Moment>,
    /// Seats that stood empty and do not any more.
    fills: Vec<ActId>,
    /// The last days of the first meeting and of the hand-over, moved to working days.
    meets: Option<Day>,
    hands: Option<Day>,
    /// Of a by-election: the last day on which the change is filed.
    change: Option<Day>,
}

impl Act for Seated {
    const KIND: &'static str = "property.committee_seated";

    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("vote", self.vote);
        leaf.text("committee", self.committee);
        leaf.text("since", self.since);
        leaf.text("until", self.until);
        leaf.opt_int("renews", self.renews.map(Moment::micros));
        leaf.list("seats", self.seats.iter().map(|s| json!(s.to_string())).collect());
        if !self.fills.is_empty() {
            leaf.list("fills", self.fills.iter().map(|v| json!(v.to_string())).collect());
        }
        leaf.opt_text("meets", self.meets);
        leaf.opt_text("hands", self.hands);
        leaf.opt_text("change", self.change);
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let vote: ActId = rec.id_of("vote")?;
        let (org, since) = (rec.id_of("committee")?, day_of(rec, "since")?);
        let day = |key| if rec.has(key) { day_of(rec, key).map(Some) } else { Ok(None) };
        let (meets, hands) = (day("meets")?, day("hands")?);
        store::seated(tx, (vote, org), (since, day_of(rec, "until")?), (meets, hands))?;
        for (kind, last) in [(MEETING_LATE, meets), (HAND_OVER_LATE, hands)] {
            if let Some(last) = last {
                lianxin_work::set(tx, kind, vote, morning_after(last, rec.at()), rec)?;
            }
        }
        change::note(tx, rec, (vote, org), since)?;
        if rec.has("renews") {
            lianxin_work::set(tx, TERM_ENDS, vote, rec.moment("renews")?, rec)?;
        }
        if rec.has("fills") {
            for v in rec.list("fills")?.iter().filter_map(|v| v.as_str()).filter_map(|v| v.parse().ok()) {
                vacancy::fill(tx, v, rec.id())?;
            }
        }
        tx.moved(format!("v-{vote}"));
        Ok(())
    }
}

/// 任期快到了.
struct TermEnds {
    vote: ActId,
    timer: String,
}

impl Act for TermEnds {
    const KIND: &'static str = "property.term_ends";

    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("vote", self.vote);
        leaf.text("timer", &self.timer);
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        lianxin_work::done(tx, rec.text("timer")?, rec)?;
        tell(tx, rec, rec.id_of("vote")?, notices::TERM_ENDS)
    }
}

pub(super) fn kinds() -> Vec<lianxin_journal::Kind> {
    vec![lianxin_journal::Kind::of::<Seated>(), lianxin_journal::Kind::of::<TermEnds>()]
}

/// A term has three months left.
pub(crate) fn term_ends(tx: &mut Tx<'_>, author: &Author, due: &Due) -> Result<(), Stop> {
    Ok(record(tx, author.head(due.area), &TermEnds { vote: subject(due)?, timer: due.id.clone() }).map(|_| ())?)
}

/// Who was elected, in the order of the paper; somebody who was erased meanwhile takes no seat.
pub(crate) fn elected(r: &mut Read<'_>, vote: ActId) -> Result<Vec<PersonId>, Fault> {
    let won: BTreeSet<i64> =
        votes::matters(r, vote)?.into_iter().filter(|m| m.passed == Some(true)).map(|m| m.n).collect();
    let all = store::candidates(r, vote)?.into_iter().filter(|c| c.n.is_some_and(|n| won.contains(&n)));
    Ok(all.filter_map(|c| c.person).collect())
}

/// Those of them who own something in the compound on a day: who sold is no member any more.
fn owning(r: &mut Read<'_>, v: &Vote, all: Vec<PersonId>, on: Day) -> Result<Vec<PersonId>, Fault> {
    let mut left = Vec::new();
    for person in all {
        if owns(r, v, person, on)? {
            left.push(person);
        }
    }
    Ok(left)
}

/// Those who were elected sit from a day on: their seats begin, the ones before end, the committee is registered where there was
/// none.
///
/// # Errors
/// The rules', or the database's trouble.
pub fn seat(tx: &mut Tx<'_>, author: &Author, id: ActId, since: Day) -> Result<Receipt, Stop> {
    let v = ours(tx, author, id)?;
    let (now, today) = (tx.now(), tx.now().day());
    conflict::author_clear(tx, &v, author, today)?;
    let e = election_of(tx, id)?;
    let counted = counts::of(tx, id)?.ok_or(Refusal::NotCounted)?.at.day();
    let won = elected(tx, id)?;
    let members = owning(tx, &v, won, since)?;
    let by = e.kind == Kind::By;
    let least = v.set()?.committee.as_ref().filter(|_| !by).map_or(1, |rule| rule.least as usize);
    may_seat((v.state, e.term.is_some()), (counted, since), (members.len(), least))?;
    let running = match e.org.filter(|_| by) {
        Some(org) => vacancy::members(tx, org, since)?.into_iter().filter_map(|s| s.until).max(),
        None => None,
    };
    let until = running.unwrap_or_else(|| term_end(since, e.shape.months));
    if until < since {
        return Err(Refusal::SeatDay.into());
    }
    let again = |tx: &Tx<'_>| Author { act: ActId::new(tx.chance(), now), token: None, ..author.clone() }.head(v.area);
    let committee = match find::org_by_kind(tx, v.area, OrgKind::OwnersCommittee)? {
        Some(org) => org,
        None => {
            let org = OrgId::new(tx.chance(), now);
            let (kind, name) = (OrgKind::OwnersCommittee, format!("{}业主委员会", v.area_name));
            let head = again(tx);
            let act = register::Organisation { org, area: v.area, kind, name, short: None, phone: None };
            register::organisation(tx, head, act)?;
            org
        }
    };
    let empty = vacancy::open(tx, committee)?.into_iter().map(|v| v.act);
    let fills: Vec<ActId> = if by { empty.take(members.len()).collect() } else { empty.collect() };
    let before = if by { Vec::new() } else { vacancy::members(tx, committee, since)? };
    for old in before {
        let end = register::SeatEnd { seat: old.id, until: since.plus(-1).max(old.since) };
        let head = again(tx);
        register::seat_end(tx, head, end)?;
    }
    let mut seats = Vec::new();
    for person in members {
        let seat = SeatId::new(tx.chance(), now);
        let (area, role, title) = (v.area, MEMBER.to_owned(), "业委会委员".to_owned());
        let act =
            register::Seat { seat, org: committee, area, person: Some(person), role, title, since, until: Some(until) };
        let head = again(tx);
        register::seat(tx, head, act)?;
        seats.push(seat);
    }
    let renews = (!by).then(|| renews(until));
    let set = v.set()?;
    let (meets, hands) = (meets(&set, e.kind, counted), hands(&set, e.kind, since));
    let change = if by { change::due_by(tx, &v, since)? } else { None };
    let act = Seated { vote: id, committee, since, until, seats, renews, fills, meets, hands, change };
    Ok(record(tx, author.head(v.area), &act)?)
}

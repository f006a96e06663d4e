//! 缺额、递补: a member's seat ends before the term; the first alternate of the count who still owns something here and agrees moves
//! up, and where there is none the seats that stand empty are elected anew. No law names alternates: they are what was
//! adopted when the election was called (274号 31-34 leaves them to the rules of procedure).

use super::{MEMBER, change, election_of, owns, store};
use crate::assembly::{Vote, ours};
use crate::conflict;
use crate::count::file;
use crate::filing::day_of;
use crate::refusal::Refusal;
use crate::words::Author;
use lianxin_ballot::{self as law, Place};
use lianxin_base::{ActId, Day, OrgId, SeatId, vocabulary};
use lianxin_journal::{Act, Leaf, Receipt, Recorded, record};
use lianxin_register::find::{self, SeatRow};
use lianxin_register::{self as register};
use lianxin_store::{Fault, Read, Stop, Tx, params};
use store::Candidate;

vocabulary! {
    /// Why a seat stands empty.
    Why {
        /// 本人辞职
        Resigned = "resigned",
        /// 不再是本小区业主
        NotOwner = "not_owner",
        /// 业主大会罢免
        Dismissed = "dismissed",
        /// 别的原因，不能再履职
        Other = "other",
    }
}

const ADD: &str =
    "INSERT INTO property_vacancy(act, vote, org, area, seat, why, day) VALUES($1, $2, $3, $4, $5, $6, $7)";
const OPEN: &str = "SELECT act, why, day FROM property_vacancy WHERE org = $1 AND filled IS NULL ORDER BY day, act";
const LEFT: &str = "SELECT seat FROM property_vacancy WHERE org = $1 ORDER BY seat";
const FILL: &str = "UPDATE property_vacancy SET filled = $2 WHERE act = $1";
const DECLINED: &str = "UPDATE property_candidate SET declined = 1 WHERE act = $1";

/// Every statement of this file, by name.
pub(crate) const SQL: &[(&str, &str)] = &[
    ("vacancy_add", ADD),
    ("vacancy_open", OPEN),
    ("vacancy_left", LEFT),
    ("vacancy_fill", FILL),
    ("candidate_declined", DECLINED),
];

/// A seat that stands empty.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Empty {
    pub(crate) act: ActId,
    pub(crate) why: Why,
    /// The last day of whoever had it.
    pub(crate) day: Day,
}

/// The seats of a committee that stand empty, the longest first.
pub(crate) fn open(r: &mut Read<'_>, org: OrgId) -> Result<Vec<Empty>, Fault> {
    r.rows(OPEN, params![org], |row| Ok(Empty { act: row.id(0)?, why: row.word(1)?, day: row.day(2)? }))
}

/// From an apply: it stands empty no more.
pub(super) fn fill(tx: &mut Tx<'_>, vacancy: ActId, by: ActId) -> Result<(), Fault> {
    tx.exec(FILL, params![vacancy, by]).map(|_| ())
}

/// Who sits in a committee on a day, without whose seat was noted as empty: on its last day it is both.
pub(crate) fn members(r: &mut Read<'_>, org: OrgId, on: Day) -> Result<Vec<SeatRow>, Fault> {
    let left: Vec<SeatId> = r.rows(LEFT, params![org], |row| row.id(0))?;
    let all = find::seats_of_org(r, org, on)?;
    Ok(all.into_iter().filter(|s| s.role == MEMBER && s.closed_at.is_none() && !left.contains(&s.id)).collect())
}

/// 委员的位子空出来了.
struct Vacant {
    vote: ActId,
    org: OrgId,
    seat: SeatId,
    why: Why,
    day: Day,
}

impl Act for Vacant {
    const KIND: &'static str = "property.seat_vacant";

    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("vote", self.vote);
        leaf.text("committee", self.org);
        leaf.text("seat", self.seat);
        leaf.text("why", self.why);
        leaf.text("day", self.day);
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let (vote, org): (ActId, OrgId) = (rec.id_of("vote")?, rec.id_of("committee")?);
        let values = params![rec.id(), vote, org, rec.area(), rec.text("seat")?, rec.text("why")?, day_of(rec, "day")?];
        tx.exec(ADD, values)?;
        tx.moved(format!("v-{vote}"));
        Ok(())
    }
}

/// 候补递补了，或者不愿意.
struct Alternate {
    vote: ActId,
    candidate: ActId,
    /// The seat that stood empty and the new one; none where they do not want to.
    moves: Option<(ActId, SeatId)>,
    /// The committee, where somebody moved up, since when, and the last day on which that is filed.
    change: Option<(OrgId, Day, Day)>,
}

impl Act for Alternate {
    const KIND: &'static str = "property.alternate";

    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("vote", self.vote);
        leaf.text("candidate", self.candidate);
        leaf.opt_text("vacancy", self.moves.map(|(vacancy, _)| vacancy));
        leaf.opt_text("seat", self.moves.map(|(_, seat)| seat));
        leaf.opt_text("committee", self.change.map(|(org, ..)| org));
        leaf.opt_text("since", self.change.map(|(_, since, _)| since));
        leaf.opt_text("change", self.change.map(|(.., due)| due));
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        match rec.opt_id_of::<ActId>("vacancy")? {
            Some(vacancy) => fill(tx, vacancy, rec.id())?,
            None => tx.exec(DECLINED, params![rec.id_of::<ActId>("candidate")?]).map(|_| ())?,
        }
        let vote: ActId = rec.id_of("vote")?;
        if let Some(org) = rec.opt_id_of("committee")? {
            change::note(tx, rec, (vote, org), day_of(rec, "since")?)?;
        }
        tx.moved(format!("v-{vote}"));
        Ok(())
    }
}

/// The acts of this file.
pub(super) fn kinds() -> [lianxin_journal::Kind; 2] {
    [lianxin_journal::Kind::of::<Vacant>(), lianxin_journal::Kind::of::<Alternate>()]
}

/// May a seat be noted as empty since a day?
pub(crate) fn may_end((term, today): (Option<(Day, Day)>, Day), seat: Option<Day>, day: Day) -> Result<(), Refusal> {
    if term.is_none_or(|(_, until)| until < today) {
        return Err(Refusal::NotSeated);
    }
    match seat {
        None => Err(Refusal::VacancySeat),
        Some(since) if day < since || day > today => Err(Refusal::VacancyDay),
        Some(_) => Ok(()),
    }
}

/// An alternate, as the count left them.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Next {
    pub(crate) declined: bool,
    /// They own something here today.
    pub(crate) owner: bool,
    /// They sit already.
    pub(crate) seated: bool,
}

/// Whose turn it is: the first in the order of the count who can.
pub(crate) fn turn(all: &[Next]) -> Option<usize> {
    all.iter().position(|n| n.owner && !n.declined && !n.seated)
}

/// The alternate whose turn it is: nobody where there is none, or where the rules it was counted by have changed since.
pub(crate) fn next(r: &mut Read<'_>, v: &Vote, org: OrgId, on: Day) -> Result<Option<Candidate>, Fault> {
    let (input, _) = file(r, v)?;
    let Ok(outcome) = law::count(&input) else { return Ok(None) };
    let order = outcome.elections.iter().flat_map(|e| &e.candidates).filter(|c| c.place == Place::Alternate);
    let order: Vec<i64> = order.filter_map(|c| c.candidate.as_str().parse().ok()).collect();
    let (all, sitting) = (store::candidates(r, v.id)?, members(r, org, on)?);
    let mut alternates: Vec<Candidate> =
        order.iter().filter_map(|n| all.iter().find(|c| c.n == Some(*n)).cloned()).collect();
    let mut known = Vec::new();
    for c in &alternates {
        let owner = c.person.map(|person| owns(r, v, person, on)).transpose()?.unwrap_or(false);
        let seated = sitting.iter().any(|s| s.person.is_some() && s.person == c.person);
        known.push(Next { declined: c.declined, owner, seated });
    }
    Ok(turn(&known).map(|at| alternates.swap_remove(at)))
}

fn again(tx: &Tx<'_>, author: &Author) -> Author {
    Author { act: ActId::new(tx.chance(), tx.now()), token: None, ..author.clone() }
}

/// Notes that a member's seat stands empty: it ends in the register on its last day.
///
/// # Errors
/// The rules', or the database's trouble.
pub(crate) fn vacate(
    tx: &mut Tx<'_>,
    author: &Author,
    id: ActId,
    (seat, why, day): (SeatId, Why, Day),
) -> Result<Receipt, Stop> {
    let v = ours(tx, author, id)?;
    let today = tx.now().day();
    conflict::author_clear(tx, &v, author, today)?;
    let e = election_of(tx, id)?;
    let sitting = match e.org {
        Some(org) => members(tx, org, today)?,
        None => Vec::new(),
    };
    let found = sitting.iter().find(|s| s.id == seat);
    may_end((e.term, today), found.map(|s| s.since), day)?;
    let org = e.org.ok_or(Refusal::NotSeated)?;
    let head = again(tx, author).head(v.area);
    register::seat_end(tx, head, register::SeatEnd { seat, until: day })?;
    Ok(record(tx, author.head(v.area), &Vacant { vote: id, org, seat, why, day })?)
}

/// The alternate whose turn it is takes the seat that stood empty longest, or does not want to.
///
/// # Errors
/// The rules', or the database's trouble.
pub(crate) fn alternate(
    tx: &mut Tx<'_>,
    author: &Author,
    id: ActId,
    (candidate, agrees): (ActId, bool),
) -> Result<Receipt, Stop> {
    let v = ours(tx, author, id)?;
    let (now, today) = (tx.now(), tx.now().day());
    conflict::author_clear(tx, &v, author, today)?;
    let e = election_of(tx, id)?;
    let (org, (_, until)) = e.org.zip(e.term).filter(|(_, (_, until))| *until >= today).ok_or(Refusal::NotSeated)?;
    let empty = open(tx, org)?.first().copied().ok_or(Refusal::NoVacancy)?;
    let next = next(tx, &v, org, today)?.filter(|c| c.act == candidate).ok_or(Refusal::NotNext)?;
    let (mut moves, mut change) = (None, None);
    if agrees {
        let seat = SeatId::new(tx.chance(), now);
        let (role, title) = (MEMBER.to_owned(), "业委会委员".to_owned());
        let (area, person) = (v.area, next.person);
        let head = again(tx, author).head(v.area);
        let new = register::Seat { seat, org, area, person, role, title, since: today, until: Some(until) };
        register::seat(tx, head, new)?;
        moves = Some((empty.act, seat));
        change = change::due(&v, today).map(|due| (org, today, due));
    }
    Ok(record(tx, author.head(v.area), &Alternate { vote: id, candidate, moves, change })?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seat_ends_within_its_term_and_not_before_it_began() {
        let day = |text: &str| text.parse::<Day>().expect("a day");
        let (since, until, today) = (day("2026-07-24"), day("2029-07-24"), day("2027-03-01"));
        let term = Some((since, until));
        for (what, term, seat, on, may) in [
            ("today", term, Some(since), today, Ok(())),
            ("on its first day", term, Some(since), since, Ok(())),
            ("before that", term, Some(since), since.plus(-1), Err(Refusal::VacancyDay)),
            ("tomorrow", term, Some(since), today.plus(1), Err(Refusal::VacancyDay)),
            ("nobody's seat", term, None, today, Err(Refusal::VacancySeat)),
            ("nobody sits yet", None, Some(since), today, Err(Refusal::NotSeated)),
            ("the term is over", Some((since, today.plus(-1))), Some(since), today, Err(Refusal::NotSeated)),
        ] {
            assert_eq!(may_end((term, today), seat, on), may, "{what}");
        }
    }

    #[test]
    fn the_first_who_can_moves_up() {
        let can = Next { declined: false, owner: true, seated: false };
        for (what, all, whose) in [
            ("the first", vec![can, can], Some(0)),
            ("who sold is passed over", vec![Next { owner: false, ..can }, can], Some(1)),
            ("who does not want to", vec![Next { declined: true, ..can }, can], Some(1)),
            ("who sits already", vec![Next { seated: true, ..can }], None),
            ("nobody", vec![], None),
        ] {
            assert_eq!(turn(&all), whose, "{what}");
        }
    }
}

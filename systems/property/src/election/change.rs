//! 成员变动备案: an alternate moved up, or somebody was elected for the rest of the term. The authority hears of it within thirty days
//! (274号 31-34); whoever convened and the committee are reminded a week before and on the last day. A by-election is filed with its
//! count, which is the same paper.

use super::{election_of, store};
use crate::assembly::{Vote, ours};
use crate::clock::{CHANGE_DUE, CHANGE_SOON};
use crate::filing::{day_of, rules::RECEIPT_MAX, store as filings};
use crate::handover::rules::last_day;
use crate::handover::tell;
use crate::notices;
use crate::refusal::Refusal;
use crate::words::Author;
use lianxin_ballot::PeriodKind;
use lianxin_base::{ActId, Day, Moment, OrgId};
use lianxin_journal::{Act, Leaf, Receipt, Recorded, record};
use lianxin_store::{Fault, Read, Stop, Tx, params};
use lianxin_work::Due;

/// So many days before the last one the first reminder comes.
const SOON: i32 = 7;

const ADD: &str = "INSERT INTO property_change(act, vote, area, org, day, due) VALUES($1, $2, $3, $4, $5, $6)";
const OF: &str = "SELECT c.act, c.day, c.due, c.filed_day, r.value FROM property_change c \
                  LEFT JOIN journal_text r ON r.act = c.filed AND r.field = 'receipt' \
                  WHERE c.vote = $1 ORDER BY c.day, c.act";
const VOTE_OF: &str = "SELECT vote FROM property_change WHERE act = $1";
const FILE: &str = "UPDATE property_change SET filed = $2, filed_day = $3 WHERE act = $1";

/// Every statement of this file, by name.
pub(crate) const SQL: &[(&str, &str)] =
    &[("change_add", ADD), ("change_of", OF), ("change_vote", VOTE_OF), ("change_file", FILE)];

/// A change of members.
#[derive(Clone, Debug)]
pub(crate) struct Change {
    pub(crate) act: ActId,
    pub(crate) day: Day,
    /// The last day on which it is filed.
    pub(crate) due: Day,
    /// When it was, and under which receipt.
    pub(crate) filed: Option<(Day, String)>,
}

/// The changes of a committee since its election, as they came.
pub(crate) fn of(r: &mut Read<'_>, vote: ActId) -> Result<Vec<Change>, Fault> {
    r.rows(OF, params![vote], |row| {
        let receipt = row.opt_text(4)?.unwrap_or_default();
        Ok(Change {
            act: row.id(0)?,
            day: row.day(1)?,
            due: row.day(2)?,
            filed: row.opt_day(3)?.map(|day| (day, receipt)),
        })
    })
}

/// The last day on which a change of a day is filed; nothing where no rule says so.
pub(super) fn due(v: &Vote, day: Day) -> Option<Day> {
    last_day(v.set().ok()?.as_ref(), PeriodKind::ChangeReported, day).map(|(last, _)| last.moved)
}

/// The same of those whom a by-election seats; nothing where its count is filed, which is the same paper.
pub(super) fn due_by(r: &mut Read<'_>, v: &Vote, since: Day) -> Result<Option<Day>, Fault> {
    let filed = filings::of(r, v.id)?.is_some_and(|f| f.filed.is_some());
    Ok(if filed { None } else { due(v, since) })
}

/// When somebody is reminded: a week before, where that lies ahead, and on the day itself.
fn reminds(due: Day, noted: Moment) -> [Option<Moment>; 2] {
    [due.plus(-SOON), due].map(|day| Some(day.at(9, 0)).filter(|at| *at > noted))
}

/// From the apply of a change: it waits for its filing, where the act names its last day.
pub(super) fn note(tx: &mut Tx<'_>, rec: &Recorded, (vote, org): (ActId, OrgId), day: Day) -> Result<(), Fault> {
    if !rec.has("change") {
        return Ok(());
    }
    let due = day_of(rec, "change")?;
    tx.exec(ADD, params![rec.id(), vote, rec.area(), org, day, due])?;
    for (kind, at) in [CHANGE_SOON, CHANGE_DUE].into_iter().zip(reminds(due, rec.at())) {
        if let Some(at) = at {
            lianxin_work::set(tx, kind, rec.id(), at, rec)?;
        }
    }
    Ok(())
}

/// From an apply: a change is filed, and nobody is reminded of it any more.
fn close(tx: &mut Tx<'_>, rec: &Recorded, act: ActId, day: Day) -> Result<(), Fault> {
    tx.exec(FILE, params![act, rec.id(), day])?;
    for kind in [CHANGE_SOON, CHANGE_DUE] {
        lianxin_work::clear(tx, kind, act, rec)?;
    }
    Ok(())
}

/// From the apply of a vote's filing: what changed by this vote so far is filed with it.
pub(crate) fn filed_with(tx: &mut Tx<'_>, rec: &Recorded, vote: ActId, day: Day) -> Result<(), Fault> {
    if store::of(tx, vote)?.is_none_or(|e| e.kind != super::Kind::By) {
        return Ok(());
    }
    for c in of(tx, vote)?.into_iter().filter(|c| c.filed.is_none()) {
        close(tx, rec, c.act, day)?;
    }
    Ok(())
}

/// 成员变动备案了.
struct Filed {
    vote: ActId,
    change: ActId,
    day: Day,
    receipt: String,
}

impl Act for Filed {
    const KIND: &'static str = "property.change_filed";

    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("vote", self.vote);
        leaf.text("change", self.change);
        leaf.text("day", self.day);
        leaf.seal("receipt", None, &self.receipt);
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        close(tx, rec, rec.id_of("change")?, day_of(rec, "day")?)?;
        tx.moved(format!("v-{}", rec.id_of::<ActId>("vote")?));
        Ok(())
    }
}

/// 成员变动该备案了.
struct Waits {
    change: ActId,
    timer: String,
}

impl Act for Waits {
    const KIND: &'static str = "property.change_waits";

    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("change", self.change);
        leaf.text("timer", &self.timer);
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        lianxin_work::done(tx, rec.text("timer")?, rec)?;
        let change: ActId = rec.id_of("change")?;
        match tx.row(VOTE_OF, params![change], |row| row.id(0))? {
            Some(vote) => tell(tx, rec, vote, notices::CHANGE_WAITS),
            None => Ok(()),
        }
    }
}

/// The acts of this file.
pub(super) fn kinds() -> [lianxin_journal::Kind; 2] {
    [lianxin_journal::Kind::of::<Filed>(), lianxin_journal::Kind::of::<Waits>()]
}

/// A week is left, or it is the last day.
pub(crate) fn change_waits(tx: &mut Tx<'_>, author: &Author, due: &Due) -> Result<(), Stop> {
    let act = Waits { change: crate::handover::subject(due)?, timer: due.id.clone() };
    Ok(record(tx, author.head(due.area), &act).map(|_| ())?)
}

/// May a change be noted as filed? On a day between it and today, with the number of its receipt.
fn may_file(c: Option<&Change>, (day, today): (Day, Day), receipt: &str) -> Result<(), Refusal> {
    let c = c.ok_or(Refusal::NoChange)?;
    if c.filed.is_some() {
        return Err(Refusal::ChangeFiled);
    }
    if day < c.day || day > today {
        return Err(Refusal::ChangeDay);
    }
    if receipt.is_empty() || receipt.chars().count() > RECEIPT_MAX { Err(Refusal::NoReceipt) } else { Ok(()) }
}

/// Notes that a change of members went to the authority.
///
/// # Errors
/// The rules', or the database's trouble.
pub fn file_change(
    tx: &mut Tx<'_>,
    author: &Author,
    id: ActId,
    (change, day, receipt): (ActId, Day, &str),
) -> Result<Receipt, Stop> {
    let v = ours(tx, author, id)?;
    election_of(tx, id)?;
    let all = of(tx, id)?;
    may_file(all.iter().find(|c| c.act == change), (day, tx.now().day()), receipt)?;
    Ok(record(tx, author.head(v.area), &Filed { vote: id, change, day, receipt: receipt.to_owned() })?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().expect("a day")
    }

    #[test]
    fn a_change_is_filed_once_between_its_day_and_today() {
        let act = "00000000-0000-7000-8000-000000000001".parse().expect("an id");
        let open = Change { act, day: day("2026-07-01"), due: day("2026-07-31"), filed: None };
        let filed = Change { filed: Some((day("2026-07-02"), "变 3".into())), ..open.clone() };
        let today = day("2026-08-10");
        for (what, c, on, receipt, may) in [
            ("in time", Some(&open), "2026-07-20", "变 3", Ok(())),
            ("late, but it went", Some(&open), "2026-08-10", "变 3", Ok(())),
            ("before it", Some(&open), "2026-06-30", "变 3", Err(Refusal::ChangeDay)),
            ("tomorrow", Some(&open), "2026-08-11", "变 3", Err(Refusal::ChangeDay)),
            ("no receipt", Some(&open), "2026-07-20", "", Err(Refusal::NoReceipt)),
            ("twice", Some(&filed), "2026-07-20", "变 4", Err(Refusal::ChangeFiled)),
            ("none", None, "2026-07-20", "变 3", Err(Refusal::NoChange)),
        ] {
            assert_eq!(may_file(c, (day(on), today), receipt), may, "{what}");
        }
    }

    #[test]
    fn somebody_is_reminded_a_week_before_and_on_the_day() {
        let due = day("2026-07-31");
        let at = |on: &str| Some(day(on).at(9, 0));
        assert_eq!(reminds(due, day("2026-07-01").at(10, 0)), [at("2026-07-24"), at("2026-07-31")]);
        assert_eq!(reminds(due, day("2026-07-25").at(10, 0)), [None, at("2026-07-31")]);
        assert_eq!(reminds(due, day("2026-08-25").at(10, 0)), [None, None]);
    }
}

//! 首次会议、换届交接: what comes after a committee was elected. It meets within days and chooses who chairs it; the committee
//! before, or who prepared a first one, hands over files, seal, accounts and money, and what is missing is named where everybody reads it. Whoever convened and
//! the committee hear when a last day is over.

pub(crate) mod pages;
mod print;
pub(crate) mod rules;
pub mod store;

pub(crate) use print::specimen;
pub use rules::{Item, Stands, Thing};

use crate::assembly::{Vote, ours, store as votes};
use crate::clock::{HAND_OVER_LATE, MEETING_LATE};
use crate::count::store as counts;
use crate::election::store::Election;
use crate::election::{Kind as ElectionKind, election_of, vacancy};
use crate::notices;
use crate::refusal::Refusal;
use crate::words::Author;
use lianxin_ballot::PeriodKind;
use lianxin_base::{ActId, Day, SeatId};
use lianxin_journal::{Act, Leaf, Receipt, Recorded, record};
use lianxin_register::find;
use lianxin_store::{Fault, Read, Stop, Tx};
use lianxin_work::Due;
use rules::{Handing, Meeting, may_hand_over, may_meet};
use serde_json::json;

/// 业委会首次会议开了.
struct Met {
    vote: ActId,
    new: NewMeeting,
    members: i64,
}

impl Act for Met {
    const KIND: &'static str = "property.first_meeting";

    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("vote", self.vote);
        leaf.text("day", self.new.day);
        leaf.text("chair", self.new.chair);
        leaf.text("vice", self.new.vice);
        leaf.list("came", self.new.came.iter().map(|seat| json!(seat.to_string())).collect());
        leaf.int("members", self.members);
        leaf.opt_seal("late", None, Some(self.new.late.as_str()).filter(|late| !late.is_empty()));
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let vote: ActId = rec.id_of("vote")?;
        store::hold(tx, rec, vote)?;
        lianxin_work::clear(tx, MEETING_LATE, vote, rec)?;
        tx.moved(format!("v-{vote}"));
        Ok(())
    }
}

/// 上一届移交.
struct HandedOver {
    vote: ActId,
    new: NewHandOver,
    /// Nothing is missing any more.
    whole: bool,
}

impl Act for HandedOver {
    const KIND: &'static str = "property.hand_over";

    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("vote", self.vote);
        leaf.text("day", self.new.day);
        leaf.int("whole", self.whole);
        for item in &self.new.items {
            leaf.text(item.thing.name(), item.stands);
            leaf.opt_int("sum", item.sum.map(|sum| sum.0));
            let words = Some(item.words.as_str()).filter(|words| !words.is_empty());
            leaf.opt_seal(&format!("{}_words", item.thing), None, words);
        }
        leaf.seal("from", None, &self.new.from);
        leaf.seal("to", None, &self.new.to);
        let given = |text: &'static str, value: &str, leaf: &mut Leaf| {
            leaf.opt_seal(text, None, Some(value).filter(|value| !value.is_empty()));
        };
        given("witness", &self.new.witness, leaf);
        given("late", &self.new.late, leaf);
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let vote: ActId = rec.id_of("vote")?;
        store::hand(tx, rec, vote)?;
        if rec.int("whole")? != 0 {
            lianxin_work::clear(tx, HAND_OVER_LATE, vote, rec)?;
        }
        tx.moved(format!("v-{vote}"));
        Ok(())
    }
}

/// From an apply: whoever convened an election and the committee hear of it.
pub(crate) fn tell(tx: &mut Tx<'_>, rec: &Recorded, vote: ActId, kind: &'static str) -> Result<(), Fault> {
    let Some(v) = votes::one(tx, vote)? else { return Ok(()) };
    lianxin_outbox::to_org(tx, rec, 1, v.org, kind, vote)?;
    let committee = crate::election::store::of(tx, vote)?.and_then(|e| e.org);
    match committee.filter(|org| *org != v.org) {
        Some(committee) => lianxin_outbox::to_org(tx, rec, 2, committee, kind, vote),
        None => Ok(()),
    }
}

/// 首次会议过了期限还没记.
struct MeetingLate {
    vote: ActId,
    timer: String,
}

impl Act for MeetingLate {
    const KIND: &'static str = "property.first_meeting_late";

    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("vote", self.vote);
        leaf.text("timer", &self.timer);
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        lianxin_work::done(tx, rec.text("timer")?, rec)?;
        tell(tx, rec, rec.id_of("vote")?, notices::MEETING_LATE)
    }
}

/// 交接过了期限还没交齐.
struct HandOverLate {
    vote: ActId,
    timer: String,
}

impl Act for HandOverLate {
    const KIND: &'static str = "property.hand_over_late";

    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("vote", self.vote);
        leaf.text("timer", &self.timer);
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        lianxin_work::done(tx, rec.text("timer")?, rec)?;
        tell(tx, rec, rec.id_of("vote")?, notices::HAND_OVER_LATE)
    }
}

/// The acts of this room.
pub(crate) fn kinds() -> Vec<lianxin_journal::Kind> {
    use lianxin_journal::Kind;
    vec![Kind::of::<Met>(), Kind::of::<HandedOver>(), Kind::of::<MeetingLate>(), Kind::of::<HandOverLate>()]
}

/// The election a timer is about.
pub(crate) fn subject(due: &Due) -> Result<ActId, Stop> {
    Ok(due.subject.parse().map_err(|_| Fault::Damaged(format!("a timer of no vote: {}", due.id)))?)
}

/// The last day of the first meeting is over.
pub(crate) fn meeting_late(tx: &mut Tx<'_>, author: &Author, due: &Due) -> Result<(), Stop> {
    let act = MeetingLate { vote: subject(due)?, timer: due.id.clone() };
    Ok(record(tx, author.head(due.area), &act).map(|_| ())?)
}

/// The last day of the hand-over is over, and something is missing.
pub(crate) fn hand_over_late(tx: &mut Tx<'_>, author: &Author, due: &Due) -> Result<(), Stop> {
    let act = HandOverLate { vote: subject(due)?, timer: due.id.clone() };
    Ok(record(tx, author.head(due.area), &act).map(|_| ())?)
}

/// A last day as the seating had it, with the article of the vote's rules.
fn due(v: &Vote, last: Option<Day>, kind: PeriodKind) -> Option<(Day, String)> {
    let article = v.set().ok().and_then(|set| set.period(kind).map(|period| period.article.clone()));
    last.map(|last| (last, article.unwrap_or_default()))
}

/// By when the first meeting is, with the article.
pub(crate) fn meeting_due(v: &Vote, e: &Election) -> Option<(Day, String)> {
    due(v, e.meets, PeriodKind::CommitteeFirstMeeting)
}

/// By when the committee before has handed over, with the article.
pub(crate) fn hand_over_due(v: &Vote, e: &Election) -> Option<(Day, String)> {
    due(v, e.hands, PeriodKind::HandOver)
}

/// Who sat when the committee met.
pub(crate) fn members(r: &mut Read<'_>, e: &Election, on: Day) -> Result<Vec<find::SeatRow>, Fault> {
    match e.org.zip(e.term) {
        Some((org, (since, _))) => vacancy::members(r, org, on.max(since)),
        None => Ok(Vec::new()),
    }
}

/// A first meeting.
#[derive(Clone, Debug)]
pub struct NewMeeting {
    /// When.
    pub day: Day,
    /// Who chairs the committee, and who stands in.
    pub chair: SeatId,
    /// Vice-chair.
    pub vice: SeatId,
    /// Who was there.
    pub came: Vec<SeatId>,
    /// Why it was late, where it was.
    pub late: String,
}

/// Notes the first meeting of a committee.
///
/// # Errors
/// The rules', or the database's trouble.
pub fn meet(tx: &mut Tx<'_>, author: &Author, id: ActId, new: &NewMeeting) -> Result<Receipt, Stop> {
    let v = ours(tx, author, id)?;
    let e = election_of(tx, id)?;
    let counted = counts::of(tx, id)?.ok_or(Refusal::NotCounted)?.at.day();
    let members: Vec<SeatId> = members(tx, &e, new.day)?.iter().map(|seat| seat.id).collect();
    may_meet(&Meeting {
        seated: e.term.is_some() && e.kind != ElectionKind::By,
        held: store::meeting(tx, id)?.is_some(),
        day: new.day,
        counted,
        today: tx.now().day(),
        due: meeting_due(&v, &e).as_ref(),
        members: &members,
        came: &new.came,
        chair: new.chair,
        vice: new.vice,
        late: &new.late,
    })?;
    let members = i64::try_from(members.len()).unwrap_or(i64::MAX);
    Ok(record(tx, author.head(v.area), &Met { vote: id, new: new.clone(), members })?)
}

/// What was handed over on a day.
#[derive(Clone, Debug)]
pub struct NewHandOver {
    /// When.
    pub day: Day,
    /// By whom.
    pub from: String,
    /// To whom.
    pub to: String,
    /// Before whom, where somebody watched.
    pub witness: String,
    /// Everything that waited, in the order of [`Thing`].
    pub items: Vec<Item>,
    /// Why it was late, where it was.
    pub late: String,
}

/// Notes what the committee before handed over, and what is missing.
///
/// # Errors
/// The rules', or the database's trouble.
pub fn hand_over(tx: &mut Tx<'_>, author: &Author, id: ActId, new: &NewHandOver) -> Result<Receipt, Stop> {
    let v = ours(tx, author, id)?;
    let e = election_of(tx, id)?;
    let counted = counts::of(tx, id)?.ok_or(Refusal::NotCounted)?.at.day();
    let open = store::open(&store::lines(tx, id)?);
    may_hand_over(&Handing {
        seated: e.term.is_some(),
        kind: e.kind,
        day: new.day,
        counted,
        today: tx.now().day(),
        due: hand_over_due(&v, &e).as_ref(),
        open: &open,
        items: &new.items,
        from: &new.from,
        to: &new.to,
        late: &new.late,
    })?;
    let whole = new.items.iter().all(|item| item.stands.settled());
    Ok(record(tx, author.head(v.area), &HandedOver { vote: id, new: new.clone(), whole })?)
}

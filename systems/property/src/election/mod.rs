//! 业委会选举和换届: a vote in which members are chosen from a list. Owners stand until a day, somebody who does not stand looks
//! whether they may, the list hangs out fifteen days, and each name is a line of the paper. Who is elected takes the seat with a
//! term; three months before its end the renewal is asked for.

pub(crate) mod change;
mod checking;
pub(crate) mod pages;
pub(crate) mod rules;
mod seats;
pub mod store;
pub(crate) mod vacancy;

pub(crate) use change::change_waits;
pub use change::file_change;
pub use rules::{How, Kind, Shape, Stands, Tie};
pub use seats::seat;
pub(crate) use seats::{elected, term_ends};

use crate::assembly::{self, NewVote, Vote, ours, store as votes};
use crate::conflict;
use crate::filing::day_of;
use crate::notices;
use crate::refusal::Refusal;
use crate::ruleset::in_force;
use crate::texts::t;
use crate::words::Author;
use checking::{Checking, may_check};
use lianxin_base::{ActId, Day, Lang, OrgId, PersonId};
use lianxin_journal::{Act, By, Leaf, Receipt, Recorded, record};
use lianxin_register::{OrgKind, Owner, find};
use lianxin_store::{Fault, Read, Stop, Tx};
use rules::{Calling, Standing, may_call, may_post, may_stand};
use serde_json::json;
use store::Election;

/// What role those who sit in a committee have in the register.
const MEMBER: &str = "committee_member";

/// 选举业主委员会: what is elected in a vote.
struct Called {
    vote: ActId,
    kind: Kind,
    committee: Option<OrgId>,
    shape: Shape,
    until: Day,
}

impl Act for Called {
    const KIND: &'static str = "property.election";

    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("vote", self.vote);
        leaf.text("kind", self.kind);
        leaf.opt_text("committee", self.committee);
        leaf.int("seats", self.shape.seats);
        leaf.int("alternates", self.shape.alternates);
        leaf.text("tie", self.shape.tie);
        leaf.int("months", self.shape.months);
        leaf.opt_int("whole", self.shape.whole);
        leaf.text("until", self.until);
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        store::add(tx, rec, rec.id_of("vote")?, day_of(rec, "until")?)
    }
}

/// 报名当候选人.
struct Candidate {
    vote: ActId,
    how: How,
    person: PersonId,
    name: String,
}

impl Act for Candidate {
    const KIND: &'static str = "property.candidate";

    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("vote", self.vote);
        leaf.text("how", self.how);
        leaf.seal("candidate", Some(self.person), &self.person.to_string());
        leaf.seal("name", Some(self.person), &self.name);
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let vote: ActId = rec.id_of("vote")?;
        store::stand(tx, rec, vote)?;
        tx.moved(format!("v-{vote}"));
        Ok(())
    }
}

/// 候选人查过了.
struct Checked {
    vote: ActId,
    candidate: ActId,
    stands: Stands,
    /// By themselves.
    own: bool,
}

impl Act for Checked {
    const KIND: &'static str = "property.candidate_checked";

    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("vote", self.vote);
        leaf.text("candidate", self.candidate);
        leaf.text("stands", self.stands);
        leaf.int("own", self.own);
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let (vote, candidate): (ActId, ActId) = (rec.id_of("vote")?, rec.id_of("candidate")?);
        store::check(tx, candidate, rec.text("stands")?)?;
        // Who goes by their own word knows it; whom somebody else takes off hears of it. Acts of before did not say whose word.
        let quiet = match rec.opt_int("own")? {
            Some(own) => own != 0,
            None => rec.text("stands")? == Stands::Withdrawn.name(),
        };
        let person = store::one(tx, candidate)?.and_then(|c| c.person);
        if let Some(person) = person.filter(|_| !quiet) {
            lianxin_outbox::to_person(tx, rec, 1, person, notices::CANDIDATE, candidate)?;
        }
        tx.moved(format!("v-{vote}"));
        Ok(())
    }
}

/// 候选人名单公示.
struct Posted {
    vote: ActId,
    /// The place of the first on the paper.
    first: i64,
    candidates: Vec<ActId>,
}

impl Act for Posted {
    const KIND: &'static str = "property.candidates_posted";

    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("vote", self.vote);
        leaf.int("first", self.first);
        leaf.list("candidates", self.candidates.iter().map(|c| json!(c.to_string())).collect());
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let vote: ActId = rec.id_of("vote")?;
        let bad = || Fault::Damaged(format!("{} names no candidate", rec.id()));
        let acts = rec.list("candidates")?.iter().map(|c| c.as_str().and_then(|c| c.parse().ok()).ok_or_else(bad));
        let acts: Vec<ActId> = acts.collect::<Result<_, _>>()?;
        store::post(tx, rec, vote, &(rec.int("first")?..).zip(acts).collect::<Vec<_>>())?;
        tx.moved(format!("v-{vote}"));
        tx.moved("votes");
        Ok(())
    }
}

/// The acts of this room.
pub(crate) fn kinds() -> Vec<lianxin_journal::Kind> {
    use lianxin_journal::Kind;
    let mut all = vec![Kind::of::<Called>(), Kind::of::<Candidate>(), Kind::of::<Checked>(), Kind::of::<Posted>()];
    all.extend(seats::kinds());
    all.extend(vacancy::kinds());
    all.extend(change::kinds());
    all
}

/// An election that is called.
#[derive(Clone, Debug)]
pub struct NewElection {
    /// The vote it is; other matters may stand on the same paper.
    pub vote: NewVote,
    /// First or renewal.
    pub kind: Kind,
    /// Seats, alternates, order, term.
    pub shape: Shape,
    /// The last day to stand.
    pub until: Day,
}

/// Calls an election. `more` is the id of what is recorded of the election itself.
///
/// # Errors
/// The rules', or the database's trouble.
pub fn call(tx: &mut Tx<'_>, author: &Author, new: &NewElection, more: ActId) -> Result<Receipt, Stop> {
    let (today, area) = (tx.now().day(), new.vote.area);
    let committee = find::org_by_kind(tx, area, OrgKind::OwnersCommittee)?;
    let (members, vacant) = match committee {
        Some(org) => (vacancy::members(tx, org, today)?, vacancy::open(tx, org)?.len()),
        None => (Vec::new(), 0),
    };
    let whole = i64::try_from(members.len() + vacant).ok().filter(|_| new.kind == Kind::By);
    let shape = Shape { whole, ..new.shape };
    let calling = Calling {
        kind: new.kind,
        shape,
        committee: committee.is_some(),
        seated: members.iter().any(|s| s.person.is_some()),
        vacant: i64::try_from(vacant).unwrap_or(0),
        online: new.vote.online,
        today,
        until: new.until,
        opens: new.vote.opens.day(),
    };
    let rules = in_force(tx, area, new.vote.opens.day())?;
    may_call(&rules.set, &calling)?;
    let receipt = assembly::call_bare(tx, author, &new.vote)?;
    let act = Called { vote: receipt.act, kind: new.kind, committee, shape, until: new.until };
    record(tx, Author { act: more, token: None, ..author.clone() }.head(area), &act)?;
    Ok(receipt)
}

/// A vote that is an election.
pub(crate) fn election_of(r: &mut Read<'_>, id: ActId) -> Result<Election, Stop> {
    Ok(store::of(r, id)?.ok_or(Refusal::NoElection)?)
}

/// Whether somebody owns something in a compound on a day.
pub(crate) fn owns(r: &mut Read<'_>, v: &Vote, person: PersonId, on: Day) -> Result<bool, Fault> {
    Ok(find::owner_sets_of(r, Owner::Person(person))?.iter().any(|set| set.area == v.area && set.holds(on)))
}

/// Somebody stands: by themselves on the phone, or at the counter, where they are or have said so.
///
/// # Errors
/// The rules', or the database's trouble.
pub fn stand(
    tx: &mut Tx<'_>,
    author: &Author,
    id: ActId,
    (how, person, agrees): (How, PersonId, bool),
) -> Result<Receipt, Stop> {
    let v = match author.by {
        By::Person(me) if me == person => votes::one(tx, id)?.ok_or(Refusal::NoVote)?,
        By::Seat { .. } => ours(tx, author, id)?,
        _ => return Err(Refusal::NotHere.into()),
    };
    let (e, today) = (election_of(tx, id)?, tx.now().day());
    let all = store::candidates(tx, id)?;
    let live = || all.iter().filter(|c| c.stands.live());
    let mut of_company = false;
    for org in conflict::under_contract(tx, &v, today)? {
        of_company |= find::seats_of_org(tx, org, today)?.iter().any(|seat| seat.person == Some(person));
    }
    may_stand(Standing {
        state: v.state,
        posted: e.posted.is_some(),
        today,
        until: e.until,
        agrees,
        owner: owns(tx, &v, person, today)?,
        child: find::is_child(tx, person)?,
        of_company,
        there: live().any(|c| c.person == Some(person)),
        many: live().count(),
    })?;
    let name = find::person_name(tx, person)?.ok_or(Refusal::CandidateNotOwner)?;
    Ok(record(tx, author.head(v.area), &Candidate { vote: id, how, person, name })?)
}

/// Whoever convenes, and does not stand, has looked whether somebody may; they themselves may go, and come back.
///
/// # Errors
/// The rules', or the database's trouble.
pub fn check(
    tx: &mut Tx<'_>,
    author: &Author,
    id: ActId,
    (candidate, stands): (ActId, Stands),
) -> Result<Receipt, Stop> {
    let c = store::one(tx, candidate)?.filter(|c| c.vote == id).ok_or(Refusal::NoCandidate)?;
    let own = matches!(author.by, By::Person(me) if c.person == Some(me));
    let today = tx.now().day();
    let v = match stands {
        Stands::Withdrawn | Stands::Named if own => votes::one(tx, id)?.ok_or(Refusal::NoVote)?,
        _ => {
            let v = ours(tx, author, id)?;
            conflict::author_clear(tx, &v, author, today)?;
            v
        }
    };
    let posted = election_of(tx, id)?.posted.is_some();
    let live: Vec<_> = store::candidates(tx, id)?.into_iter().filter(|o| o.stands.live()).collect();
    may_check(Checking {
        state: v.state,
        posted,
        stands: c.stands,
        to: stands,
        own,
        owner: c.person.map(|person| owns(tx, &v, person, today)).transpose()?.unwrap_or(false),
        there: c.person.is_some() && live.iter().any(|o| o.act != c.act && o.person == c.person),
        many: live.len(),
    })?;
    Ok(record(tx, author.head(v.area), &Checked { vote: id, candidate, stands, own })?)
}

/// Posts the list: everybody on it is a line of the paper from now on.
///
/// # Errors
/// The rules', or the database's trouble.
pub fn post(tx: &mut Tx<'_>, author: &Author, id: ActId) -> Result<Receipt, Stop> {
    let v = ours(tx, author, id)?;
    let today = tx.now().day();
    conflict::author_clear(tx, &v, author, today)?;
    let e = election_of(tx, id)?;
    let all = store::candidates(tx, id)?;
    let waiting = all.iter().filter(|c| c.stands == Stands::Named).count();
    may_post((v.state, e.posted.is_some()), (today, e.until, v.opens.day()), waiting)?;
    let listed: Vec<ActId> = all.iter().filter(|c| c.stands == Stands::Listed).map(|c| c.act).collect();
    rules::fits(v.set()?.as_ref(), &e.shape, listed.len())?;
    let matters = i64::try_from(votes::matters(tx, id)?.len()).unwrap_or(i64::MAX);
    Ok(record(tx, author.head(v.area), &Posted { vote: id, first: matters + 1, candidates: listed })?)
}

/// Whether a vote is an election whose list does not hang out.
pub(crate) fn unposted(r: &mut Read<'_>, vote: ActId) -> Result<bool, Fault> {
    Ok(store::of(r, vote)?.is_some_and(|e| e.posted.is_none()))
}

/// What a paper with names on it says of them.
pub(crate) fn most(r: &mut Read<'_>, vote: ActId, lang: Lang) -> Result<Option<String>, Fault> {
    Ok(store::of(r, vote)?.map(|e| t(lang).msg_choose_most(e.shape.seats)))
}

/// The places of the paper that are names, and how many of them may be chosen.
pub(crate) fn places(r: &mut Read<'_>, vote: ActId) -> Result<Option<(Vec<i64>, i64)>, Fault> {
    let Some(e) = store::of(r, vote)? else { return Ok(None) };
    let all = store::candidates(r, vote)?.into_iter().filter_map(|c| c.n).collect();
    Ok(Some((all, e.shape.seats)))
}

/// From an erasure's apply: the seat and the result stay, and nobody knows any more who stood.
pub(crate) fn forget(tx: &mut Tx<'_>, act: ActId) -> Result<(), Fault> {
    if let Some(person) = store::one(tx, act)?.and_then(|c| c.person) {
        lianxin_outbox::forget_about(tx, person, act)?;
    }
    store::forget(tx, act)
}

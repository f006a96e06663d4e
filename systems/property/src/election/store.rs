//! The statements of elections.

use super::rules::{CANDIDATE, How, Kind, Shape, Stands, Tie};
use lianxin_base::{ActId, Day, Moment, OrgId, PersonId};
use lianxin_journal::Recorded;
use lianxin_store::{Fault, Read, Row, Tx, params};

const ADD: &str = "INSERT INTO property_election(vote, area, kind, org, seats, alternates, tie, months, stand_until, whole) \
                   VALUES($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
const OF: &str = "SELECT kind, org, seats, alternates, tie, months, stand_until, posted_at, since, until, whole, meets, hands \
                  FROM property_election WHERE vote = $1";
const POSTED: &str = "UPDATE property_election SET posted_at = $2 WHERE vote = $1";
const SEATED: &str =
    "UPDATE property_election SET org = $2, since = $3, until = $4, meets = $5, hands = $6 WHERE vote = $1";
const STAND: &str = "INSERT INTO property_candidate(act, vote, area, person, how, at, stands) \
                     VALUES($1, $2, $3, $4, $5, $6, 'named')";
const CHECK: &str = "UPDATE property_candidate SET stands = $2 WHERE act = $1";
const PLACE: &str = "UPDATE property_candidate SET n = $2 WHERE act = $1";
const MATTER: &str = "INSERT INTO property_vote_matter(vote, n, area, kind) VALUES($1, $2, $3, $4)";
const FORGET: &str = "UPDATE property_candidate SET person = NULL WHERE act = $1";

macro_rules! columns {
    ($where:literal) => {
        concat!(
            "SELECT c.act, c.vote, c.person, c.how, c.at, c.stands, c.n, w.value, c.declined FROM property_candidate c \
             LEFT JOIN journal_text w ON w.act = c.act AND w.field = 'name' ",
            $where
        )
    };
}
const ONE: &str = columns!("WHERE c.act = $1");
const OF_VOTE: &str = columns!("WHERE c.vote = $1 ORDER BY c.at, c.act");

/// Every statement of this file, by name.
pub const SQL: &[(&str, &str)] = &[
    ("election_add", ADD),
    ("election_of", OF),
    ("election_posted", POSTED),
    ("election_seated", SEATED),
    ("candidate_stand", STAND),
    ("candidate_check", CHECK),
    ("candidate_place", PLACE),
    ("candidate_matter", MATTER),
    ("candidate_forget", FORGET),
    ("candidate_one", ONE),
    ("candidate_of_vote", OF_VOTE),
];

/// An election as it stands.
#[derive(Clone, Debug)]
pub(crate) struct Election {
    pub(crate) kind: Kind,
    /// The committee, where there is one.
    pub(crate) org: Option<OrgId>,
    pub(crate) shape: Shape,
    /// The last day to stand.
    pub(crate) until: Day,
    pub(crate) posted: Option<Moment>,
    /// From when until when those who were elected sit.
    pub(crate) term: Option<(Day, Day)>,
    /// The last days of their first meeting and of the hand-over to them.
    pub(crate) meets: Option<Day>,
    pub(crate) hands: Option<Day>,
}

/// The election a vote is, if it is one.
pub(crate) fn of(r: &mut Read<'_>, vote: ActId) -> Result<Option<Election>, Fault> {
    r.row(OF, params![vote], |row| {
        let tie: Tie = row.word(4)?;
        Ok(Election {
            kind: row.word(0)?,
            org: row.opt_id(1)?,
            shape: Shape {
                seats: row.int(2)?,
                alternates: row.int(3)?,
                tie,
                months: row.int(5)?,
                whole: row.opt_int(10)?,
            },
            until: row.day(6)?,
            posted: row.opt_moment(7)?,
            term: row.opt_day(8)?.zip(row.opt_day(9)?),
            meets: row.opt_day(11)?,
            hands: row.opt_day(12)?,
        })
    })
}

/// Somebody who stands.
#[derive(Clone, Debug)]
pub(crate) struct Candidate {
    pub(crate) act: ActId,
    pub(crate) vote: ActId,
    /// Nobody once they are erased.
    pub(crate) person: Option<PersonId>,
    pub(crate) how: How,
    pub(crate) at: Moment,
    pub(crate) stands: Stands,
    /// Their place on the paper.
    pub(crate) n: Option<i64>,
    pub(crate) name: String,
    /// An alternate who did not want to move up.
    pub(crate) declined: bool,
}

fn candidate(row: &Row<'_>) -> Result<Candidate, Fault> {
    Ok(Candidate {
        act: row.id(0)?,
        vote: row.id(1)?,
        person: row.opt_id(2)?,
        how: row.word(3)?,
        at: row.moment(4)?,
        stands: row.word(5)?,
        n: row.opt_int(6)?,
        name: row.opt_text(7)?.unwrap_or_default(),
        declined: row.flag(8)?,
    })
}

/// One.
pub(crate) fn one(r: &mut Read<'_>, act: ActId) -> Result<Option<Candidate>, Fault> {
    r.row(ONE, params![act], candidate)
}

/// Everybody who stands or stood, as they came.
pub(crate) fn candidates(r: &mut Read<'_>, vote: ActId) -> Result<Vec<Candidate>, Fault> {
    r.rows(OF_VOTE, params![vote], candidate)
}

pub(super) fn add(tx: &mut Tx<'_>, rec: &Recorded, vote: ActId, until: Day) -> Result<(), Fault> {
    let org: Option<OrgId> = rec.opt_id_of("committee")?;
    let (seats, alternates, months) = (rec.int("seats")?, rec.int("alternates")?, rec.int("months")?);
    let (kind, tie, whole) = (rec.text("kind")?, rec.text("tie")?, rec.opt_int("whole")?);
    let values = params![vote, rec.area(), kind, org, seats, alternates, tie, months, until, whole];
    tx.exec(ADD, values).map(|_| ())
}

pub(super) fn stand(tx: &mut Tx<'_>, rec: &Recorded, vote: ActId) -> Result<(), Fault> {
    let values = params![rec.id(), vote, rec.area(), rec.subject("candidate"), rec.text("how")?, rec.at()];
    tx.exec(STAND, values).map(|_| ())
}

pub(super) fn check(tx: &mut Tx<'_>, act: ActId, stands: &str) -> Result<(), Fault> {
    tx.exec(CHECK, params![act, stands]).map(|_| ())
}

/// From the apply of the posting: everybody on the list becomes a line of the paper.
pub(super) fn post(tx: &mut Tx<'_>, rec: &Recorded, vote: ActId, all: &[(i64, ActId)]) -> Result<(), Fault> {
    tx.exec(POSTED, params![vote, rec.at()])?;
    for (n, act) in all {
        tx.exec(PLACE, params![*act, *n])?;
        tx.exec(MATTER, params![vote, *n, rec.area(), CANDIDATE])?;
    }
    Ok(())
}

pub(super) fn seated(
    tx: &mut Tx<'_>,
    (vote, org): (ActId, OrgId),
    (since, until): (Day, Day),
    (meets, hands): (Option<Day>, Option<Day>),
) -> Result<(), Fault> {
    tx.exec(SEATED, params![vote, org, since, until, meets, hands]).map(|_| ())
}

pub(crate) fn forget(tx: &mut Tx<'_>, act: ActId) -> Result<(), Fault> {
    tx.exec(FORGET, params![act]).map(|_| ())
}

//! 春晓园 has just renewed its committee after three years: elected on paper, seated, met within the week; the count sheet is signed, and
//! the committee before handed over, but for the accounts, which are to come. Invented, and so is everybody in it.

use super::cast::Plan;
use super::{boxes, places::SPRING};
use crate::assembly::{Asked, NewVote, Online};
use crate::ballot::{Mark, Sheet, enter};
use crate::count::count;
use crate::election::{How, Kind, NewElection, Shape, Stands, Tie, call, check, post, seat, stand, store as elections};
use crate::handover::{Item, NewHandOver, NewMeeting, Stands as Given, Thing, hand_over, meet};
use crate::roll::store as rolls;
use crate::told::owners_of;
use crate::words::Author;
use lianxin_base::{ActId, AreaId, Day, Fen, OrgId, PersonId, SeatId};
use lianxin_journal::{By, Head};
use lianxin_register::{self as register, OrgKind, Organisation, Seat, find};
use lianxin_store::{Db, Fault, Files, Stop};

/// Members, and how many stand.
const MEMBERS: usize = 5;
const STAND: usize = 6;
/// So many papers come back.
const PAPERS: usize = 18;
/// Members of the committee before; three of them stand again.
const SAT: usize = 5;
/// So many days they have sat by the time it is called.
const TERM: i32 = 1_000;

/// A step of it, and how many days before today it is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Doing {
    /// The committee before is in the register.
    Before,
    Called,
    Stood,
    Posted,
    Papers,
    Counted,
    Signed,
    Met,
    Handed,
}

pub(super) const DOING: [(i32, Doing); 9] = [
    (170, Doing::Before),
    (45, Doing::Called),
    (41, Doing::Stood),
    (33, Doing::Posted),
    (12, Doing::Papers),
    (6, Doing::Counted),
    (5, Doing::Signed),
    (3, Doing::Met),
    (2, Doing::Handed),
];
/// The last day to stand.
const UNTIL: i32 = 35;
const OPENS: i32 = 15;
const CLOSES: i32 = 7;

/// Where its owners' invented names begin: past those of the other compounds.
pub(super) const OWNERS: Plan =
    Plan { area: SPRING.name, first: 180, title: "", matters: &[], papers: &[], marks: &[], ..super::taken::VOTE };

/// Who does it, and where.
pub(super) struct At<'a> {
    pub(super) db: &'a Db,
    pub(super) files: &'a Files,
    pub(super) area: AreaId,
    /// Two of the community: who convenes, and who enters papers beside them.
    pub(super) desks: [&'a dyn Fn() -> Author; 2],
}

/// Does a step; gives the vote back.
pub(super) fn step(at: &At<'_>, today: Day, vote: Option<ActId>, doing: Doing) -> Result<Option<ActId>, Stop> {
    let id = || vote.ok_or_else(|| Fault::bug("a committee is renewed that was not called"));
    match doing {
        Doing::Before => before(at)?,
        Doing::Called => return called(at, today).map(Some),
        Doing::Stood => stood(at, id()?)?,
        Doing::Posted => posted(at, id()?)?,
        Doing::Papers => papers(at, id()?)?,
        Doing::Counted => counted(at, id()?)?,
        Doing::Signed => signed(at, id()?)?,
        Doing::Met => met(at, id()?)?,
        Doing::Handed => handed(at, id()?)?,
    }
    Ok(vote)
}

fn ids(db: &Db, n: usize) -> Vec<ActId> {
    (0..n).map(|_| ActId::new(db.chance(), db.clock().now())).collect()
}

/// Owners of the compound, as the register lists them, past the first.
fn owners(at: &At<'_>, past: usize, n: usize) -> Result<Vec<PersonId>, Stop> {
    let (area, today) = (at.area, at.db.clock().now().day());
    at.db.read_wait(move |r| Ok(owners_of(r, area, today)?.into_iter().skip(past).take(n).collect()))
}

/// Five owners have sat for nearly three years.
fn before(at: &At<'_>) -> Result<(), Stop> {
    let (db, area, now) = (at.db, at.area, at.db.clock().now());
    let members = owners(at, 0, SAT)?;
    let org = OrgId::new(db.chance(), now);
    let seats: Vec<SeatId> = members.iter().map(|_| SeatId::new(db.chance(), now)).collect();
    let (ids, since) = (ids(db, SAT + 1), now.day().plus(-TERM));
    db.act_wait(area, move |tx| {
        let head = |n: usize| Head { id: ids[n], area, by: By::Office, no: None, token: None };
        let (kind, name) = (OrgKind::OwnersCommittee, format!("{}业主委员会", SPRING.name));
        register::organisation(tx, head(0), Organisation { org, area, kind, name, short: None, phone: None })?;
        for (n, (seat, person)) in seats.iter().zip(&members).enumerate() {
            let title = if n == 0 { "业委会主任" } else { "业委会委员" }.to_owned();
            let (role, seat, person) = ("committee_member".to_owned(), *seat, Some(*person));
            let new = Seat { seat, org, area, person, role, title, since, until: None };
            register::seat(tx, head(n + 1), new)?;
        }
        Ok(())
    })
}

fn called(at: &At<'_>, today: Day) -> Result<ActId, Stop> {
    let vote = NewVote {
        area: at.area,
        title: "选新一届业委会，五位委员".into(),
        matters: Vec::new(),
        opens: today.plus(-OPENS).at(9, 0),
        closes: today.plus(-CLOSES).at(18, 0),
        online: Online::PaperOnly,
        asked: Asked::default(),
    };
    let shape = Shape { seats: 5, alternates: 1, tie: Tie::SharesLot, months: 36, whole: None };
    let new = NewElection { vote, kind: Kind::Renewal, shape, until: today.plus(-UNTIL) };
    let (who, more) = ((at.desks[0])(), ids(at.db, 1)[0]);
    Ok(at.db.act_wait(at.area, move |tx| call(tx, &who, &new, more))?.act)
}

fn stood(at: &At<'_>, id: ActId) -> Result<(), Stop> {
    let (who, ids, all) = ((at.desks[0])(), ids(at.db, STAND), owners(at, 2, STAND)?);
    at.db.act_wait(at.area, move |tx| {
        for (person, act) in all.iter().zip(&ids) {
            stand(tx, &Author { act: *act, ..who.clone() }, id, (How::Office, *person, true))?;
        }
        Ok(())
    })
}

fn posted(at: &At<'_>, id: ActId) -> Result<(), Stop> {
    let (who, ids) = ((at.desks[0])(), ids(at.db, STAND + 1));
    at.db.act_wait(at.area, move |tx| {
        let all = elections::candidates(tx, id)?;
        for (c, act) in all.iter().zip(&ids) {
            check(tx, &Author { act: *act, ..who.clone() }, id, (c.act, Stands::Listed))?;
        }
        post(tx, &Author { act: ids[STAND], ..who.clone() }, id).map(|_| ())
    })
}

/// Each paper chooses five of the six; who stands last is left out most.
fn papers(at: &At<'_>, id: ActId) -> Result<(), Stop> {
    let numbers: Vec<i64> = at.db.read_wait(move |r| {
        let lines = rolls::lines(r, id)?.into_iter().filter(|l| l.nth == 1);
        Ok(lines.take(PAPERS).map(|l| l.no).collect())
    })?;
    let desks = [(at.desks[0])(), (at.desks[1])()];
    let ids = ids(at.db, numbers.len() * desks.len());
    at.db.act_wait(at.area, move |tx| {
        for (n, no) in numbers.iter().enumerate() {
            let out = if n % 3 == 0 { n % STAND } else { STAND - 1 };
            let marks: Vec<Mark> = (0..STAND).map(|c| if c == out { Mark::No } else { Mark::Yes }).collect();
            for (d, desk) in desks.iter().enumerate() {
                let author = Author { act: ids[n * desks.len() + d], ..desk.clone() };
                enter(tx, &author, Sheet { vote: id, no: *no, copy: None }, &marks)?;
            }
        }
        Ok(())
    })
}

/// Counted, and those who were elected sit from that day on.
fn counted(at: &At<'_>, id: ActId) -> Result<(), Stop> {
    let (who, more, seats) = ((at.desks[0])(), ids(at.db, STAND), ids(at.db, 1)[0]);
    let today = at.db.clock().now().day();
    at.db.act_wait(at.area, move |tx| {
        count(tx, &who, id, &more)?;
        seat(tx, &Author { act: seats, ..who.clone() }, id, today).map(|_| ())
    })
}

/// Two of the community called and counted, two owners who do not stand watched.
fn signed(at: &At<'_>, id: ActId) -> Result<(), Stop> {
    let watchers = owners(at, 2 + STAND, 2)?;
    let names: Vec<String> = at.db.read_wait(move |r| {
        let named = watchers.iter().map(|person| find::person_name(r, *person)).collect::<Result<Vec<_>, _>>()?;
        Ok(named.into_iter().flatten().map(|name| format!("{name}，业主")).collect())
    })?;
    boxes::sheet_signed(at.db, at.files, &(at.desks[0])(), (id, at.area), &names.join("\n"))
}

fn met(at: &At<'_>, id: ActId) -> Result<(), Stop> {
    let (who, area, today) = ((at.desks[0])(), at.area, at.db.clock().now().day());
    at.db.act_wait(area, move |tx| {
        let org = find::org_by_kind(tx, area, OrgKind::OwnersCommittee)?.ok_or_else(|| Fault::bug("no committee"))?;
        let all: Vec<SeatId> = find::seats_of_org(tx, org, today)?.iter().map(|seat| seat.id).collect();
        let [chair, vice, ..] = all[..] else { return Err(Fault::bug("nobody was elected").into()) };
        let came = all.iter().copied().take(MEMBERS - 1).collect();
        meet(tx, &who, id, &NewMeeting { day: today, chair, vice, came, late: String::new() }).map(|_| ())
    })
}

fn item(thing: Thing, stands: Given, words: &str, sum: Option<Fen>) -> Item {
    Item { thing, stands, words: words.into(), sum }
}

fn handed(at: &At<'_>, id: ActId) -> Result<(), Stop> {
    let items = vec![
        item(Thing::Files, Given::Handed, "会议记录 2 本、业主名册 1 份、物业合同 1 份、承接查验单 1 套", None),
        item(Thing::Seal, Given::Handed, "业主大会章、业委会章各 1 枚", None),
        item(Thing::Accounts, Given::Missing, "收支账 1 本在代账的会计那里，说好这几天取回来", None),
        item(Thing::Money, Given::Handed, "存折 1 本，和账面对过", Some(Fen(328_640))),
        item(Thing::Other, Given::Handed, "门岗钥匙 2 把", None),
    ];
    let (who, day) = ((at.desks[0])(), at.db.clock().now().day());
    let [from, to, witness] = ["上一届业委会", "新一届业委会", "芙蓉社区"].map(String::from);
    let new = NewHandOver { day, from, to, witness, items, late: String::new() };
    at.db.act_wait(at.area, move |tx| hand_over(tx, &who, id, &new).map(|_| ()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_goes_in_order_and_everything_is_in_time() {
        assert!(DOING.windows(2).all(|w| w[0].0 > w[1].0 && w[0].1 < w[1].1), "in the order of time");
        let before = |doing: Doing| DOING.iter().find(|(_, d)| *d == doing).map_or(0, |(days, _)| *days);
        assert!(before(Doing::Called) - OPENS >= 15 && before(Doing::Posted) - OPENS >= 15);
        assert!(before(Doing::Stood) >= UNTIL && before(Doing::Posted) < UNTIL && before(Doing::Counted) < CLOSES);
        assert!(before(Doing::Counted) - before(Doing::Met) <= 7, "seven days to the first meeting");
        assert!(before(Doing::Counted) < 10, "the ten days of the hand-over are not over");
    }
}

//! 芙蓉里 renews its committee: called, owners stood, the list hangs out, and it opens in a few days. Everybody is invented.

use crate::assembly::{NewVote, Online};
use crate::election::{How, Kind, NewElection, Shape, Stands, Tie, call, check, post, stand};
use crate::words::Author;
use lianxin_base::{ActId, Day, PersonId};
use lianxin_seeds::Map;
use lianxin_store::{Db, Stop};

/// The compound.
pub(super) const AREA: &str = "芙蓉里";
/// Who convenes: of the committee somebody might stand.
const BY: &str = "周国栋";
/// Who stands, and how they came to it.
const STAND: &[(&str, How)] = &[
    ("田守义", How::Own),
    ("孙立", How::Owners),
    ("郑文", How::Own),
    ("白露", How::Owners),
    ("赵桂兰", How::Office),
    ("董秀珍", How::Own),
];

/// A step of it, and how many days before today it is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Doing {
    Called,
    Stood,
    Posted,
}

pub(super) const DOING: [(i32, Doing); 3] = [(22, Doing::Called), (19, Doing::Stood), (11, Doing::Posted)];
/// The last day to stand; a negative number lies ahead.
const UNTIL: i32 = 12;
const OPENS: i32 = -6;
const CLOSES: i32 = -20;

fn author(map: &Map, db: &Db) -> Author {
    let (by, scope) = map.author(BY);
    Author { act: ActId::new(db.chance(), db.clock().now()), by, token: None, scope }
}

/// Does a step; gives the vote back.
pub(super) fn step(map: &Map, db: &Db, today: Day, vote: Option<ActId>, doing: Doing) -> Result<Option<ActId>, Stop> {
    match (doing, vote) {
        (Doing::Called, _) => called(map, db, today).map(Some),
        (Doing::Stood, Some(id)) => stood(map, db, id).map(|()| vote),
        (Doing::Posted, Some(id)) => posted(map, db, id).map(|()| vote),
        (_, None) => Ok(None),
    }
}

fn called(map: &Map, db: &Db, today: Day) -> Result<ActId, Stop> {
    let vote = NewVote {
        area: map.area(AREA),
        title: "业委会换届，选五位委员".into(),
        matters: Vec::new(),
        opens: today.plus(-OPENS).at(9, 0),
        closes: today.plus(-CLOSES).at(18, 0),
        online: Online::Allowed,
        asked: crate::assembly::Asked::default(),
    };
    let shape = Shape { seats: 5, alternates: 1, tie: Tie::SharesLot, months: 60, whole: None };
    let new = NewElection { vote, kind: Kind::Renewal, shape, until: today.plus(-UNTIL) };
    let (who, more) = (author(map, db), ActId::new(db.chance(), db.clock().now()));
    Ok(db.act_wait(new.vote.area, move |tx| call(tx, &who, &new, more))?.act)
}

fn stood(map: &Map, db: &Db, id: ActId) -> Result<(), Stop> {
    let who = author(map, db);
    let all: Vec<(PersonId, How, ActId)> =
        STAND.iter().map(|(name, how)| (map.person(name), *how, ActId::new(db.chance(), db.clock().now()))).collect();
    db.act_wait(map.area(AREA), move |tx| {
        for (person, how, act) in &all {
            stand(tx, &Author { act: *act, ..who.clone() }, id, (*how, *person, true))?;
        }
        Ok(())
    })
}

fn posted(map: &Map, db: &Db, id: ActId) -> Result<(), Stop> {
    let (who, now) = (author(map, db), db.clock().now());
    let ids: Vec<ActId> = (0..=STAND.len()).map(|_| ActId::new(db.chance(), now)).collect();
    db.act_wait(map.area(AREA), move |tx| {
        let all = crate::election::store::candidates(tx, id)?;
        for (c, act) in all.iter().zip(&ids) {
            check(tx, &Author { act: *act, ..who.clone() }, id, (c.act, Stands::Listed))?;
        }
        let last = ids.last().copied().unwrap_or(who.act);
        post(tx, &Author { act: last, ..who.clone() }, id).map(|_| ())
    })
}

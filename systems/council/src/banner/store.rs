//! The statements of banners.

use super::rules::What;
use lianxin_base::{ActId, AreaId, BuildingId, EntranceId, HouseholdId, Moment, OrgId, PersonId};
use lianxin_store::{Fault, Read, Row, Tx, params};

macro_rules! columns {
    ($where:literal) => {
        concat!(
            "SELECT b.id, b.area, a.name, b.building, x.name, o.name, b.kind, b.until_at, b.said, t.value, b.n, \
             b.began_at, b.ended_at, e.name, b.org FROM council_banner b JOIN register_area a ON a.id = b.area \
             JOIN register_org o ON o.id = b.org LEFT JOIN register_building x ON x.id = b.building \
             LEFT JOIN register_entrance e ON e.id = b.entrance \
             LEFT JOIN journal_text t ON t.act = b.said AND t.field = 'words' ",
            $where
        )
    };
}

const ONE: &str = columns!("WHERE b.id = $1");
const NOW: &str = columns!("WHERE b.ended_at IS NULL ORDER BY b.began_at DESC, b.id DESC LIMIT $1");
const NOW_IN: &str = columns!("WHERE b.area = $1 AND b.ended_at IS NULL ORDER BY b.began_at DESC, b.id DESC LIMIT $2");
const NEWEST: &str = columns!("ORDER BY b.began_at DESC, b.id DESC LIMIT $1");
const ADD: &str = "INSERT INTO council_banner(id, area, building, entrance, org, kind, until_at, said, n, began_at) \
                   VALUES($1, $2, $3, $8, $4, $5, $6, $1, 0, $7)";
const NEWS: &str = "UPDATE council_banner SET until_at = $2, said = $3, ended_at = $4 WHERE id = $1";
const TAP: &str =
    "INSERT INTO council_banner_tap(act, banner, area, person, household, at) VALUES($1, $2, $3, $4, $5, $6)";
const COUNT: &str = "UPDATE council_banner SET n = n + $2 WHERE id = $1";
const TAPS: &str = "SELECT person, household FROM council_banner_tap WHERE banner = $1 ORDER BY at, act";
const PERSONS: &str = "SELECT person, banner FROM council_banner_tap WHERE act = $1 AND person IS NOT NULL";
const FORGET_PERSON: &str = "UPDATE council_banner_tap SET person = NULL WHERE act = $1";
const FORGET_HOUSEHOLD: &str = "UPDATE council_banner_tap SET household = NULL WHERE act = $1";

/// Every statement of this file, by name.
pub const SQL: &[(&str, &str)] = &[
    ("banner_one", ONE),
    ("banner_now", NOW),
    ("banner_now_in", NOW_IN),
    ("banner_newest", NEWEST),
    ("banner_add", ADD),
    ("banner_news", NEWS),
    ("banner_tap", TAP),
    ("banner_count", COUNT),
    ("banner_taps", TAPS),
    ("banner_persons", PERSONS),
    ("banner_forget_person", FORGET_PERSON),
    ("banner_forget_household", FORGET_HOUSEHOLD),
];

/// A banner as it stands.
#[derive(Clone, Debug)]
pub struct Banner {
    /// The act that opened it.
    pub id: ActId,
    /// Where.
    pub area: AreaId,
    /// The area's name.
    pub area_name: String,
    /// The building, if it is one.
    pub building: Option<BuildingId>,
    /// Its name.
    pub building_name: Option<String>,
    /// Its entrance, if it is one.
    pub entrance_name: Option<String>,
    /// Who hung it.
    pub org: OrgId,
    /// Who says so.
    pub org_name: String,
    /// What happens.
    pub what: What,
    /// When it is expected to be over.
    pub until: Option<Moment>,
    /// What was said last.
    pub words: Option<String>,
    /// How many households it has reached.
    pub n: i64,
    /// When it was opened.
    pub began_at: Moment,
    /// When it was over.
    pub ended_at: Option<Moment>,
}

fn banner(row: &Row<'_>) -> Result<Banner, Fault> {
    Ok(Banner {
        id: row.id(0)?,
        area: row.id(1)?,
        area_name: row.text(2)?,
        building: row.opt_id(3)?,
        building_name: row.opt_text(4)?,
        entrance_name: row.opt_text(13)?,
        org: row.id(14)?,
        org_name: row.text(5)?,
        what: row.word(6)?,
        until: row.opt_moment(7)?,
        words: row.opt_text(9)?,
        n: row.int(10)?,
        began_at: row.moment(11)?,
        ended_at: row.opt_moment(12)?,
    })
}

/// A banner.
pub fn one(r: &mut Read<'_>, id: ActId) -> Result<Option<Banner>, Fault> {
    r.row(ONE, params![id], banner)
}

/// What is happening now, in an area or anywhere, the newest first.
pub fn now(r: &mut Read<'_>, area: Option<AreaId>, n: i64) -> Result<Vec<Banner>, Fault> {
    match area {
        Some(area) => r.rows(NOW_IN, params![area, n], banner),
        None => r.rows(NOW, params![n], banner),
    }
}

/// The newest, over or not.
pub(crate) fn newest(r: &mut Read<'_>, n: i64) -> Result<Vec<Banner>, Fault> {
    r.rows(NEWEST, params![n], banner)
}

/// A new row.
pub(crate) struct NewRow {
    pub(crate) id: ActId,
    pub(crate) area: AreaId,
    pub(crate) building: Option<BuildingId>,
    pub(crate) entrance: Option<EntranceId>,
    pub(crate) org: OrgId,
    pub(crate) what: What,
    pub(crate) until: Option<Moment>,
    pub(crate) at: Moment,
}

pub(crate) fn add(tx: &mut Tx<'_>, b: &NewRow) -> Result<(), Fault> {
    tx.exec(ADD, params![b.id, b.area, b.building, b.org, b.what.name(), b.until, b.at, b.entrance]).map(|_| ())
}

pub(crate) fn news(
    tx: &mut Tx<'_>,
    id: ActId,
    until: Option<Moment>,
    said: ActId,
    ended: Option<Moment>,
) -> Result<(), Fault> {
    tx.exec(NEWS, params![id, until, said, ended]).map(|_| ())
}

pub(crate) fn tap(
    tx: &mut Tx<'_>,
    (act, banner, area): (ActId, ActId, AreaId),
    person: Option<PersonId>,
    household: Option<HouseholdId>,
    (counts, at): (bool, Moment),
) -> Result<(), Fault> {
    tx.exec(TAP, params![act, banner, area, person, household, at])?;
    tx.exec(COUNT, params![banner, i64::from(counts)]).map(|_| ())
}

/// Who tapped, and their household, as far as it is still known.
pub(crate) type Tap = (Option<PersonId>, Option<HouseholdId>);

/// Everybody who tapped.
pub(crate) fn taps(r: &mut Read<'_>, banner: ActId) -> Result<Vec<Tap>, Fault> {
    r.rows(TAPS, params![banner], |row| Ok((row.opt_id(0)?, row.opt_id(1)?)))
}

pub(crate) fn persons(r: &mut Read<'_>, act: ActId) -> Result<Vec<(PersonId, ActId)>, Fault> {
    r.rows(PERSONS, params![act], |row| Ok((row.id(0)?, row.id(1)?)))
}
pub(crate) fn forget_person(tx: &mut Tx<'_>, act: ActId) -> Result<(), Fault> {
    tx.exec(FORGET_PERSON, params![act]).map(|_| ())
}
pub(crate) fn forget_household(tx: &mut Tx<'_>, act: ActId) -> Result<(), Fault> {
    tx.exec(FORGET_HOUSEHOLD, params![act]).map(|_| ())
}

//! The lists: the public board, and the desk's own by what is due first.

use crate::left::Measure;
use crate::rules::{Category, Pace, Publicity};
use crate::view::{Eye, Sight};
use lianxin_base::{AreaId, MatterId, Moment, OrgId, WayId};
use lianxin_store::{Fault, Read, Row, params};

/// A line for everybody: what is not public is not even read.
macro_rules! line {
    ($tail:literal) => {
        line!("NULL, NULL, NULL", "", $tail)
    };
    ($own:literal, $join:literal, $tail:literal) => {
        concat!(
            "SELECT m.id, m.no, m.area, a.name, m.category, m.publication, p.value, w.stage, w.holder, o.name, w.due_at, \
             m.outcome, m.reported_at, m.moved_at, ",
            $own,
            ", j.n, m.about, m.about_too, m.way, w.step, m.clock FROM council_matter m JOIN path_way w ON w.id = m.way JOIN register_area a ON a.id = m.area \
             JOIN register_org o ON o.id = w.holder \
             LEFT JOIN council_joined j ON j.matter = m.id \
             LEFT JOIN journal_text p ON p.act = m.published AND p.field = 'title' ",
            $join,
            $tail
        )
    };
}

/// The desk reads the title a worker gave, and the reporter's own words, or the place, until there is one.
macro_rules! desk_line {
    ($tail:literal) => {
        line!(
            "t.value, b.value, m.place",
            "LEFT JOIN journal_text t ON t.act = m.titled AND t.field = 'title' \
             LEFT JOIN journal_text b ON b.act = m.act AND b.field = 'words' ",
            $tail
        )
    };
}

pub mod about;
pub mod due;

const NEW_ALL: &str = line!("WHERE (m.reported_at, m.id) < ($1, $2) ORDER BY m.reported_at DESC, m.id DESC LIMIT $3");
const NEW_OPEN: &str = line!(
    "WHERE m.outcome IS NULL AND (m.reported_at, m.id) < ($1, $2) ORDER BY m.reported_at DESC, m.id DESC LIMIT $3"
);
const NEW_DONE: &str = line!(
    "WHERE m.outcome IS NOT NULL AND (m.reported_at, m.id) < ($1, $2) ORDER BY m.reported_at DESC, m.id DESC LIMIT $3"
);
const AREA_ALL: &str =
    line!("WHERE m.area = $4 AND (m.reported_at, m.id) < ($1, $2) ORDER BY m.reported_at DESC, m.id DESC LIMIT $3");
const AREA_OPEN: &str = line!(
    "WHERE m.area = $4 AND m.outcome IS NULL AND (m.reported_at, m.id) < ($1, $2) \
     ORDER BY m.reported_at DESC, m.id DESC LIMIT $3"
);
const AREA_DONE: &str = line!(
    "WHERE m.area = $4 AND m.outcome IS NOT NULL AND (m.reported_at, m.id) < ($1, $2) \
     ORDER BY m.reported_at DESC, m.id DESC LIMIT $3"
);
const IN_HAND: &str = desk_line!(
    "WHERE w.holder = $2 AND w.ended_at IS NULL AND w.stage = 'solve' \
     ORDER BY COALESCE(w.due_at, 9223372036854775807), w.id LIMIT $1"
);
const ONE: &str = line!("WHERE m.id = $1");
const DESK_ONE: &str = desk_line!("WHERE m.id = $1");
const TALLY_ALL: &str = "SELECT stage, CAST(sum(n) AS BIGINT) FROM council_tally GROUP BY stage";

/// Every statement of this file, by name.
pub const SQL: &[(&str, &str)] = &[
    ("new_all", NEW_ALL),
    ("new_open", NEW_OPEN),
    ("new_done", NEW_DONE),
    ("area_all", AREA_ALL),
    ("area_open", AREA_OPEN),
    ("area_done", AREA_DONE),
    due::SQL[0],
    due::SQL[1],
    due::SQL[2],
    due::SQL[3],
    due::SQL[4],
    due::SQL[5],
    due::SQL[6],
    due::SQL[7],
    due::SQL[8],
    about::SQL[0],
    about::SQL[1],
    about::SQL[2],
    about::SQL[3],
    ("in_hand", IN_HAND),
    ("tally_all", TALLY_ALL),
    ("one", ONE),
    ("desk_one", DESK_ONE),
];

/// One line of a list.
#[derive(Clone, Debug)]
pub struct Line {
    /// The matter.
    pub id: MatterId,
    /// Its number.
    pub no: String,
    /// Its compound.
    pub area: AreaId,
    /// The compound's name.
    pub area_name: String,
    /// What it is about; the board says 其他 for what is kept.
    pub category: Category,
    /// Whether everybody may read its words.
    pub publicity: Publicity,
    /// The title everybody may read.
    pub public_title: Option<String>,
    /// The title a worker gave it: on the desk.
    pub title: Option<String>,
    /// The reporter's own words: on the desk, for who may read them.
    pub words: Option<String>,
    /// Where it is: on the desk, for who may read it.
    pub place: Option<String>,
    /// The stage of its step.
    pub stage: String,
    /// Who holds it.
    pub holder: OrgId,
    /// Their name.
    pub holder_name: String,
    /// By when the step is due.
    pub due_at: Option<Moment>,
    /// How it ended.
    pub outcome: Option<String>,
    /// When it came in.
    pub reported_at: Moment,
    /// When it last moved.
    pub moved_at: Moment,
    /// How many households joined it.
    pub joined: i64,
    /// Whom a complaint is about.
    pub about: [Option<OrgId>; 2],
    /// Its way.
    pub way: WayId,
    /// Its step.
    pub step: String,
    /// Its pace.
    pub pace: Pace,
}

impl Line {
    /// By when it is due, and what its clock counts.
    pub fn due(&self) -> (Measure, Option<Moment>) {
        (Measure::of(&self.step, self.pace), self.due_at)
    }
}

fn line(row: &Row<'_>) -> Result<Line, Fault> {
    Ok(Line {
        id: row.id(0)?,
        no: row.text(1)?,
        area: row.id(2)?,
        area_name: row.text(3)?,
        category: row.word(4)?,
        publicity: row.word(5)?,
        public_title: row.opt_text(6)?,
        stage: row.text(7)?,
        holder: row.id(8)?,
        holder_name: row.text(9)?,
        due_at: row.opt_moment(10)?,
        outcome: row.opt_text(11)?,
        reported_at: row.moment(12)?,
        moved_at: row.moment(13)?,
        title: row.opt_text(14)?,
        words: row.opt_text(15)?,
        place: row.opt_text(16)?,
        joined: row.opt_int(17)?.unwrap_or(0),
        about: [row.opt_id(18)?, row.opt_id(19)?],
        way: row.id(20)?,
        step: row.text(21)?,
        pace: row.word(22)?,
    })
}

/// Which matters a board shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Which {
    /// All.
    #[default]
    All,
    /// Not yet closed.
    Open,
    /// Closed.
    Done,
}

/// Where a page of the board begins: after this matter, newest first.
pub type After = (Moment, MatterId);

/// `n` matters for everybody, newest first. Only public fields of a [`Line`] may be shown.
pub fn board(
    r: &mut Read<'_>,
    area: Option<AreaId>,
    which: Which,
    after: Option<After>,
    n: i64,
) -> Result<Vec<Line>, Fault> {
    let (at, id) = after.map_or((i64::MAX, "~".to_owned()), |(at, id)| (at.micros(), id.to_string()));
    let sql = match (area, which) {
        (None, Which::All) => NEW_ALL,
        (None, Which::Open) => NEW_OPEN,
        (None, Which::Done) => NEW_DONE,
        (Some(_), Which::All) => AREA_ALL,
        (Some(_), Which::Open) => AREA_OPEN,
        (Some(_), Which::Done) => AREA_DONE,
    };
    match area {
        None => r.rows(sql, params![at, id, n], line),
        Some(area) => r.rows(sql, params![at, id, n, area], line),
    }
}

/// What lies before somebody at the desk, what is due first on top; at most `n`. Of what is not theirs to read the
/// reporter's words are left out.
pub fn desk(r: &mut Read<'_>, sight: &Sight, n: usize) -> Result<Vec<Line>, Fault> {
    due::lines(r, sight, &due::Narrow::default(), 0, n)
}

fn without_words(sight: &Sight, lines: &mut [Line]) {
    for l in lines.iter_mut().filter(|l| sight.eye_at(l.area, l.holder, None, l.about) != Eye::Party) {
        l.words = None;
        l.place = None;
    }
}

/// What one organisation works at, what is due first on top.
pub fn held(r: &mut Read<'_>, org: OrgId, n: i64) -> Result<Vec<Line>, Fault> {
    r.rows(IN_HAND, params![n, org], line)
}

/// The line of one matter for everybody.
pub fn one(r: &mut Read<'_>, id: MatterId) -> Result<Option<Line>, Fault> {
    r.row(ONE, params![id], line)
}

/// The line of one matter on the desk. Of what is not theirs to read the reporter's words are left out.
pub fn desk_one(r: &mut Read<'_>, sight: &Sight, id: MatterId) -> Result<Option<Line>, Fault> {
    let mut found = r.row(DESK_ONE, params![id], line)?;
    without_words(sight, found.as_mut_slice());
    Ok(found)
}

/// How many stand at each stage in these areas; all areas when none are named.
pub fn tallies(r: &mut Read<'_>, areas: Option<&[AreaId]>) -> Result<Vec<(String, i64)>, Fault> {
    let Some(areas) = areas else {
        return r.rows(TALLY_ALL, &[], |row| Ok((row.text(0)?, row.int(1)?)));
    };
    let mut sums = std::collections::BTreeMap::new();
    for area in areas {
        for (stage, n) in crate::store::tallies(r, *area)? {
            *sums.entry(stage).or_insert(0) += n;
        }
    }
    Ok(sums.into_iter().collect())
}

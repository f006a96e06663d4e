//! The statements of a matter.

pub mod photos;

use crate::left::Measure;
use crate::rules::{Category, Pace, Publicity, See, Standing};
use lianxin_base::{ActId, AreaId, BuildingId, MatterId, Moment, OrgId, PersonId, WayId};
use lianxin_gate::{Author, Scope, Thing};
use lianxin_journal::Head;
use lianxin_store::{Fault, Read, Row, Tx, params};

macro_rules! matter_columns {
    () => {
        "m.id, m.area, m.no, m.act, m.way, m.category, m.clock, m.source, m.place, m.building, m.see, m.behalf, \
         m.verified, m.reporter, m.phone_tail, m.publication, m.published, m.titled, m.decided, m.executor, m.outcome, \
         m.late_at, m.reopened, m.asked, m.reported_at, m.moved_at, w.step, w.stage, w.holder, w.hops, w.due_at, \
         w.entered_at, w.ended_at, m.told, m.about, m.about_too, m.kept_by"
    };
}

const BY_NO: &str =
    concat!("SELECT ", matter_columns!(), " FROM council_matter m JOIN path_way w ON w.id = m.way WHERE m.no = $1");
const BY_ID: &str =
    concat!("SELECT ", matter_columns!(), " FROM council_matter m JOIN path_way w ON w.id = m.way WHERE m.id = $1");
const BY_ACT: &str =
    concat!("SELECT ", matter_columns!(), " FROM council_matter m JOIN path_way w ON w.id = m.way WHERE m.act = $1");
const MINE: &str = concat!(
    "SELECT ",
    matter_columns!(),
    " FROM council_matter m JOIN path_way w ON w.id = m.way WHERE m.reporter = $1 ORDER BY m.reported_at DESC, m.id DESC LIMIT $2"
);
const OF_AREA: &str = concat!(
    "SELECT ",
    matter_columns!(),
    " FROM council_matter m JOIN path_way w ON w.id = m.way WHERE m.area = $1 AND (m.reported_at, m.id) > ($2, $3) \
     ORDER BY m.reported_at, m.id LIMIT $4"
);
const LAST_NO: &str = "SELECT last FROM council_series WHERE area = $1 AND year = $2";
const ADD: &str = "INSERT INTO council_matter(id, area, no, act, way, category, clock, source, place, building, see, behalf, \
                   verified, reporter, phone_tail, publication, reopened, asked, reported_at, moved_at, told) \
                   VALUES($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, 'waiting', 0, 0, $16, $16, $17)";
const COUNT_NO: &str = "INSERT INTO council_series(area, year, last) VALUES($1, $2, $3) \
                        ON CONFLICT(area, year) DO UPDATE SET last = $3";
const TALLY: &str = "INSERT INTO council_tally(area, stage, n) VALUES($1, $2, $3) \
                     ON CONFLICT(area, stage) DO UPDATE SET n = council_tally.n + $3";
const MOVED: &str = "UPDATE council_matter SET moved_at = $2, late_at = NULL WHERE id = $1";
const LOOKED: &str = "UPDATE council_matter SET category = $2, clock = $3, titled = $4, executor = $5 WHERE id = $1";
const EXECUTOR: &str = "UPDATE council_matter SET executor = $2 WHERE id = $1";
const DECIDED: &str = "UPDATE council_matter SET decided = $2, executor = $3 WHERE id = $1";
const REOPENED: &str = "UPDATE council_matter SET reopened = reopened + 1, asked = 0 WHERE id = $1";
const ASKED: &str = "UPDATE council_matter SET asked = asked + 1 WHERE id = $1";
const OUTCOME: &str = "UPDATE council_matter SET outcome = $2 WHERE id = $1";
const LATE: &str = "UPDATE council_matter SET late_at = $2 WHERE id = $1";
const PUBLISHED: &str = "UPDATE council_matter SET publication = $2, published = $3 WHERE id = $1";
const ENTRY: &str = "INSERT INTO council_entry(act, matter, area, kind, org, person, detail, at) VALUES($1, $2, $3, $4, $5, $6, $7, $8)";
const ENTRIES: &str = "SELECT e.act, e.kind, e.org, o.name, e.person, e.detail, e.at, t.value, h.act, x.value FROM council_entry e \
                       LEFT JOIN register_org o ON o.id = e.org \
                       LEFT JOIN journal_text t ON t.act = e.act AND t.field = 'words' \
                       LEFT JOIN council_hidden h ON h.entry = e.act \
                       LEFT JOIN journal_text x ON x.act = h.act AND x.field = 'words' \
                       WHERE e.matter = $1 ORDER BY e.at, e.act";
const REPORTER: &str = "SELECT id, reporter FROM council_matter WHERE act = $1 AND reporter IS NOT NULL";
pub(crate) const FORGET_REPORTER: &str = "UPDATE council_matter SET reporter = NULL WHERE act = $1";
pub(crate) const FORGET_PLACE: &str = "UPDATE council_matter SET place = NULL WHERE act = $1";
pub(crate) const FORGET_BUILDING: &str = "UPDATE council_matter SET building = NULL WHERE act = $1";
pub(crate) const FORGET_PHONE: &str = "UPDATE council_matter SET phone_tail = NULL WHERE act = $1";
pub(crate) const FORGET_SPEAKER: &str = "UPDATE council_entry SET person = NULL WHERE act = $1";
const CONTACTS_BEFORE: &str = "SELECT t.act, t.field FROM path_way w JOIN council_matter m ON m.way = w.id \
                               JOIN journal_text t ON t.act = m.act AND t.field IN ('name', 'phone', 'tell') \
                               WHERE w.ended_at < $1 ORDER BY w.ended_at, t.act, t.field LIMIT $2";
const WORDS_BEFORE: &str = "SELECT t.act, t.field FROM path_way w JOIN council_matter m ON m.way = w.id \
                            JOIN journal_text t ON t.act = m.act \
                            AND t.field IN ('words', 'place', 'building', 'photo_files', 'by', 'outer_no', 'agreed') \
                            WHERE w.ended_at < $1 AND m.source <> 'told' \
                            UNION ALL SELECT t.act, t.field FROM path_way w JOIN council_matter m ON m.way = w.id \
                            JOIN journal_text t ON t.act = m.published AND t.field IN ('words', 'photo_files') \
                            WHERE w.ended_at < $1 AND m.source <> 'told' ORDER BY 1, 2 LIMIT $2";
const TALLIES: &str = "SELECT stage, n FROM council_tally WHERE area = $1";

/// Every statement of this file, by name.
pub const SQL: &[(&str, &str)] = &[
    ("by_no", BY_NO),
    ("by_id", BY_ID),
    ("by_act", BY_ACT),
    ("mine", MINE),
    ("of_area", OF_AREA),
    ("last_no", LAST_NO),
    ("add", ADD),
    ("count_no", COUNT_NO),
    ("tally", TALLY),
    ("moved", MOVED),
    ("looked", LOOKED),
    ("executor", EXECUTOR),
    ("decided", DECIDED),
    ("reopened", REOPENED),
    ("asked", ASKED),
    ("outcome", OUTCOME),
    ("late", LATE),
    ("published", PUBLISHED),
    ("entry", ENTRY),
    ("entries", ENTRIES),
    ("tallies", TALLIES),
    ("reporter", REPORTER),
    ("forget_reporter", FORGET_REPORTER),
    ("forget_place", FORGET_PLACE),
    ("forget_building", FORGET_BUILDING),
    ("forget_phone", FORGET_PHONE),
    ("forget_speaker", FORGET_SPEAKER),
    ("contacts_before", CONTACTS_BEFORE),
    ("words_before", WORDS_BEFORE),
];

/// A matter 事项 with its place in the flow. What people wrote is not here: see [`lianxin_journal::text`].
#[derive(Clone, Debug)]
pub struct Matter {
    /// Its id.
    pub id: MatterId,
    /// The compound (or the community, where there is none).
    pub area: AreaId,
    /// Its number.
    pub no: String,
    /// The report.
    pub act: ActId,
    /// Its way.
    pub way: WayId,
    /// What it is about.
    pub category: Category,
    /// Which clock runs.
    pub pace: Pace,
    /// How it came in.
    pub source: String,
    /// Where, as people say it; none if nobody said.
    pub place: Option<String>,
    /// The building, if known.
    pub building: Option<BuildingId>,
    /// Who the reporter lets see the words.
    pub see: String,
    /// Whether a worker entered it for somebody.
    pub behalf: bool,
    /// Whether the reporter's identity is known; without it words stay with the parties.
    pub verified: bool,
    /// Who brought it in.
    pub reporter: Option<PersonId>,
    /// The last four digits of the phone given.
    pub phone_tail: Option<String>,
    /// `waiting`, `shown`, `kept`.
    pub publication: Publicity,
    /// The act that published it.
    pub published: Option<ActId>,
    /// The act that carries the title a worker gave.
    pub titled: Option<ActId>,
    /// The act that decided it.
    pub decided: Option<ActId>,
    /// Who does it.
    pub executor: Option<OrgId>,
    /// How it ended.
    pub outcome: Option<String>,
    /// When it became overdue at this step.
    pub late_at: Option<Moment>,
    /// How often the residents said: not solved.
    pub reopened: i64,
    /// How often it was asked whether it is solved.
    pub asked: i64,
    /// When it was brought in.
    pub reported_at: Moment,
    /// When it last moved.
    pub moved_at: Moment,
    /// The step it stands at.
    pub step: String,
    /// The stage of that step.
    pub stage: String,
    /// Who holds it.
    pub holder: OrgId,
    /// How many hops it made.
    pub hops: i64,
    /// By when this step is due.
    pub due_at: Option<Moment>,
    /// When this step began.
    pub entered_at: Moment,
    /// When it was closed.
    pub ended_at: Option<Moment>,
    /// Whether its reporter, not in the register, said how they want to be told.
    pub told: bool,
    /// The organisation a complaint is about.
    pub about: Option<OrgId>,
    /// Another in the same house, which is kept from it likewise.
    pub about_too: Option<OrgId>,
    /// Who stands in the community's place, where it is about the community itself.
    pub kept_by: Option<OrgId>,
}

impl Matter {
    /// By when its step is due, and what its clock counts.
    pub fn due(&self) -> (Measure, Option<Moment>) {
        (Measure::of(&self.step, self.pace), self.due_at)
    }

    /// The head of an act about it.
    pub(crate) fn head(&self, author: &Author) -> Head {
        Head { no: Some(self.no.clone()), ..author.head(self.area) }
    }
    /// Whether it is a complaint about this organisation: it is not to know who wrote it.
    pub fn veils(&self, org: OrgId) -> bool {
        self.about == Some(org) || self.about_too == Some(org)
    }
    /// What the rules need of it.
    pub fn standing(&self) -> Standing {
        Standing { holder: self.holder, executor: self.executor, hops: self.hops }
    }
    /// Whether the parties talk or talked it over, and the reporter did not keep the words to those who handle it.
    pub fn is_talked_over(&self) -> bool {
        self.see == See::Neighbours.name() && (self.stage == "deliberate" || self.decided.is_some())
    }
    /// The page element that changes when it moves.
    pub fn element(&self) -> String {
        format!("m-{}", self.id)
    }
    /// Whether a scope reaches it. Whoever holds it or does it counts as a holder.
    pub fn in_scope(&self, scope: &Scope) -> bool {
        let holders: Vec<OrgId> = [Some(self.holder), self.executor].into_iter().flatten().collect();
        let people: Vec<PersonId> = self.reporter.into_iter().collect();
        scope.sees(&Thing { area: self.area, holders: &holders, people: &people })
    }
}

fn word<T: std::str::FromStr>(row: &Row<'_>, i: usize) -> Result<T, Fault> {
    row.text(i)?.parse().map_err(|_| Fault::Damaged(format!("column {i} holds an unknown word")))
}

pub(crate) fn matter(row: &Row<'_>) -> Result<Matter, Fault> {
    Ok(Matter {
        id: row.id(0)?,
        area: row.id(1)?,
        no: row.text(2)?,
        act: row.id(3)?,
        way: row.id(4)?,
        category: word(row, 5)?,
        pace: word(row, 6)?,
        source: row.text(7)?,
        place: row.opt_text(8)?,
        building: row.opt_id(9)?,
        see: row.text(10)?,
        behalf: row.flag(11)?,
        verified: row.flag(12)?,
        reporter: row.opt_id(13)?,
        phone_tail: row.opt_text(14)?,
        publication: word(row, 15)?,
        published: row.opt_id(16)?,
        titled: row.opt_id(17)?,
        decided: row.opt_id(18)?,
        executor: row.opt_id(19)?,
        outcome: row.opt_text(20)?,
        late_at: row.opt_moment(21)?,
        reopened: row.int(22)?,
        asked: row.int(23)?,
        reported_at: row.moment(24)?,
        moved_at: row.moment(25)?,
        step: row.text(26)?,
        stage: row.text(27)?,
        holder: row.id(28)?,
        hops: row.int(29)?,
        due_at: row.opt_moment(30)?,
        entered_at: row.moment(31)?,
        ended_at: row.opt_moment(32)?,
        told: row.flag(33)?,
        about: row.opt_id(34)?,
        about_too: row.opt_id(35)?,
        kept_by: row.opt_id(36)?,
    })
}

/// A matter by its number, if the scope reaches it.
pub fn by_no(r: &mut Read<'_>, scope: &Scope, no: &str) -> Result<Option<Matter>, Fault> {
    Ok(r.row(BY_NO, params![no], matter)?.filter(|m| m.in_scope(scope)))
}

/// A matter by its number for a public page: only what is public may be shown of it.
pub fn public_by_no(r: &mut Read<'_>, no: &str) -> Result<Option<Matter>, Fault> {
    r.row(BY_NO, params![no], matter)
}

/// A matter by its id, for timers and applies.
pub fn by_id(r: &mut Read<'_>, id: MatterId) -> Result<Option<Matter>, Fault> {
    r.row(BY_ID, params![id], matter)
}

/// The matter a report began; the caller has checked the secret link.
pub fn by_report(r: &mut Read<'_>, act: ActId) -> Result<Option<Matter>, Fault> {
    r.row(BY_ACT, params![act], matter)
}

/// What a person brought in, newest first.
pub fn mine(r: &mut Read<'_>, person: PersonId, n: i64) -> Result<Vec<Matter>, Fault> {
    r.rows(MINE, params![person, n], matter)
}

/// The matters of an area after one, the oldest first; the first ones after nothing.
pub(crate) fn of_area(r: &mut Read<'_>, area: AreaId, after: Option<&Matter>, n: i64) -> Result<Vec<Matter>, Fault> {
    let (at, id) = after.map_or((Moment::from_micros(i64::MIN), String::new()), |m| (m.reported_at, m.id.to_string()));
    r.rows(OF_AREA, params![area, at, id, n], matter)
}

/// The matter a report began and who brought it in, if that is known.
pub(crate) fn reporter(r: &mut Read<'_>, act: ActId) -> Result<Option<(MatterId, PersonId)>, Fault> {
    r.row(REPORTER, params![act], |row| Ok((row.id(0)?, row.id(1)?)))
}

/// One of the statements that take out what an erased text gave.
pub(crate) fn forget(tx: &mut Tx<'_>, sql: &'static str, act: ActId) -> Result<(), Fault> {
    tx.exec(sql, params![act]).map(|_| ())
}

/// Act and field of names and phones whose matters were closed before a moment, oldest first.
pub(crate) fn contacts_before(r: &mut Read<'_>, closed: Moment, n: i64) -> Result<Vec<(ActId, String)>, Fault> {
    r.rows(CONTACTS_BEFORE, params![closed, n], |row| Ok((row.id(0)?, row.text(1)?)))
}

/// The texts of reports that were closed before a moment, and of what was published from them.
pub(crate) fn words_before(r: &mut Read<'_>, closed: Moment, n: i64) -> Result<Vec<(ActId, String)>, Fault> {
    r.rows(WORDS_BEFORE, params![closed, n], |row| Ok((row.id(0)?, row.text(1)?)))
}

/// The next number of an area's series in a year.
pub(crate) fn next_no(r: &mut Read<'_>, area: AreaId, year: i32) -> Result<i64, Fault> {
    Ok(r.row(LAST_NO, params![area, year], |row| row.int(0))?.unwrap_or(0) + 1)
}

/// How many stand at each stage of an area.
pub fn tallies(r: &mut Read<'_>, area: AreaId) -> Result<Vec<(String, i64)>, Fault> {
    r.rows(TALLIES, params![area], |row| Ok((row.text(0)?, row.int(1)?)))
}

/// One line of a matter's course that somebody said or noted.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The act.
    pub act: ActId,
    /// What it is: an [`crate::rules::EntryKind`] or a [`crate::rules::Move`].
    pub kind: String,
    /// The organisation that said it.
    pub org: Option<OrgId>,
    /// Its name.
    pub org_name: Option<String>,
    /// The person who said it, if one is known; never shown in public.
    pub person: Option<PersonId>,
    /// A day, a name of an organisation: what the kind needs besides words.
    pub detail: Option<String>,
    /// When.
    pub at: Moment,
    /// The words; none if there were none or they were erased.
    pub words: Option<String>,
    /// Why it is hidden, if a worker hid it.
    pub hidden: Option<String>,
}

/// What was said and noted of a matter, oldest first.
pub fn entries(r: &mut Read<'_>, id: MatterId) -> Result<Vec<Entry>, Fault> {
    r.rows(ENTRIES, params![id], |row| {
        Ok(Entry {
            act: row.id(0)?,
            kind: row.text(1)?,
            org: row.opt_id(2)?,
            org_name: row.opt_text(3)?,
            person: row.opt_id(4)?,
            detail: row.opt_text(5)?,
            at: row.moment(6)?,
            words: row.opt_text(7)?,
            hidden: row.opt_text(8)?.map(|_| row.opt_text(9)).transpose()?.map(Option::unwrap_or_default),
        })
    })
}

/// A new row of `council_matter`.
pub(crate) struct NewRow<'a> {
    pub(crate) id: MatterId,
    pub(crate) area: AreaId,
    pub(crate) no: &'a str,
    pub(crate) act: ActId,
    pub(crate) way: WayId,
    pub(crate) category: &'a str,
    pub(crate) pace: &'a str,
    pub(crate) source: &'a str,
    pub(crate) place: Option<&'a str>,
    pub(crate) building: Option<BuildingId>,
    pub(crate) see: &'a str,
    pub(crate) behalf: bool,
    pub(crate) verified: bool,
    pub(crate) reporter: Option<PersonId>,
    pub(crate) phone_tail: Option<&'a str>,
    pub(crate) told: bool,
    pub(crate) at: Moment,
}

pub(crate) fn add(tx: &mut Tx<'_>, m: &NewRow<'_>) -> Result<(), Fault> {
    tx.exec(
        ADD,
        params![
            m.id,
            m.area,
            m.no,
            m.act,
            m.way,
            m.category,
            m.pace,
            m.source,
            m.place,
            m.building,
            m.see,
            m.behalf,
            m.verified,
            m.reporter,
            m.phone_tail,
            m.at,
            m.told
        ],
    )
    .map(|_| ())
}

pub(crate) fn count_no(tx: &mut Tx<'_>, area: AreaId, year: i64, n: i64) -> Result<(), Fault> {
    tx.exec(COUNT_NO, params![area, year, n]).map(|_| ())
}
pub(crate) fn tally(tx: &mut Tx<'_>, area: AreaId, stage: &str, n: i64) -> Result<(), Fault> {
    tx.exec(TALLY, params![area, stage, n]).map(|_| ())
}
pub(crate) fn moved(tx: &mut Tx<'_>, id: MatterId, at: Moment) -> Result<(), Fault> {
    tx.exec(MOVED, params![id, at]).map(|_| ())
}
pub(crate) fn looked(
    tx: &mut Tx<'_>,
    id: MatterId,
    category: &str,
    pace: &str,
    titled: ActId,
    executor: Option<OrgId>,
) -> Result<(), Fault> {
    tx.exec(LOOKED, params![id, category, pace, titled, executor]).map(|_| ())
}
pub(crate) fn executor(tx: &mut Tx<'_>, id: MatterId, org: Option<OrgId>) -> Result<(), Fault> {
    tx.exec(EXECUTOR, params![id, org]).map(|_| ())
}
pub(crate) fn decided(tx: &mut Tx<'_>, id: MatterId, act: ActId, executor: OrgId) -> Result<(), Fault> {
    tx.exec(DECIDED, params![id, act, executor]).map(|_| ())
}
pub(crate) fn reopened(tx: &mut Tx<'_>, id: MatterId) -> Result<(), Fault> {
    tx.exec(REOPENED, params![id]).map(|_| ())
}
pub(crate) fn asked(tx: &mut Tx<'_>, id: MatterId) -> Result<(), Fault> {
    tx.exec(ASKED, params![id]).map(|_| ())
}
pub(crate) fn outcome(tx: &mut Tx<'_>, id: MatterId, outcome: &str) -> Result<(), Fault> {
    tx.exec(OUTCOME, params![id, outcome]).map(|_| ())
}
pub(crate) fn late(tx: &mut Tx<'_>, id: MatterId, at: Moment) -> Result<(), Fault> {
    tx.exec(LATE, params![id, at]).map(|_| ())
}
pub(crate) fn published(tx: &mut Tx<'_>, id: MatterId, how: &str, act: Option<ActId>) -> Result<(), Fault> {
    tx.exec(PUBLISHED, params![id, how, act]).map(|_| ())
}

/// A line of a matter's course.
pub(crate) struct NewEntry<'a> {
    pub(crate) act: ActId,
    pub(crate) matter: MatterId,
    pub(crate) area: AreaId,
    pub(crate) kind: &'a str,
    pub(crate) org: Option<OrgId>,
    pub(crate) person: Option<PersonId>,
    pub(crate) detail: Option<&'a str>,
    pub(crate) at: Moment,
}

pub(crate) fn entry(tx: &mut Tx<'_>, e: &NewEntry<'_>) -> Result<(), Fault> {
    tx.exec(ENTRY, params![e.act, e.matter, e.area, e.kind, e.org, e.person, e.detail, e.at]).map(|_| ())
}

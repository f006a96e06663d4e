//! The statements of councils.

mod changes;

pub use changes::{Change, FILES, SQL as CHANGES, changes};
pub(super) use changes::{add_change, add_sheet, agenda, changed, forget_sheet};
pub(crate) use changes::{change_of, sheets, sheets_before};

use super::rules::{How, Landed, Outcome, State};
use lianxin_base::{ActId, AreaId, Day, Fen, MatterId, Moment, OrgId, PersonId};
use lianxin_store::{Fault, Read, Row, Tx, params};

macro_rules! columns {
    ($where:literal) => {
        concat!(
            "SELECT m.id, m.area, a.name, m.org, o.name, m.starts_at, m.ends_at, m.days, m.state, m.minutes, m.until_at, \
             m.ended_at, p.value, w.value, y.value, m.write_by FROM council_meeting m JOIN register_area a ON a.id = m.area \
             JOIN register_org o ON o.id = m.org LEFT JOIN journal_text p ON p.act = coalesce(m.said, m.id) AND p.field = 'place' \
             LEFT JOIN journal_text w ON w.act = coalesce(m.said, m.id) AND w.field = 'words' \
             LEFT JOIN journal_text y ON y.act = m.why AND y.field = 'words' ",
            $where
        )
    };
}

const ONE: &str = columns!("WHERE m.id = $1");
const ALL: &str = columns!(
    "WHERE m.starts_at < $1 OR (m.starts_at = $1 AND m.id < $2) ORDER BY m.starts_at DESC, m.id DESC LIMIT $3"
);
const ALL_IN: &str = columns!(
    "WHERE m.area = $4 AND (m.starts_at < $1 OR (m.starts_at = $1 AND m.id < $2)) \
     ORDER BY m.starts_at DESC, m.id DESC LIMIT $3"
);
const COMING: &str =
    columns!("WHERE m.area = $1 AND m.state = 'called' AND m.ends_at >= $2 ORDER BY m.starts_at, m.id LIMIT 1");
const OF_MATTER: &str = columns!(
    "JOIN council_meeting_matter x ON x.meeting = m.id WHERE x.matter = $1 AND m.state <> 'off' \
     ORDER BY m.starts_at DESC, m.id DESC LIMIT 1"
);
const OF_OBJECTION: &str = columns!("JOIN council_minutes_objection b ON b.meeting = m.id WHERE b.act = $1");
const ADD: &str = "INSERT INTO council_meeting(id, area, org, starts_at, ends_at, days, state, write_by) \
                   VALUES($1, $2, $3, $4, $5, $6, 'called', $7)";
const ADD_MATTER: &str = "INSERT INTO council_meeting_matter(meeting, n, area, matter) VALUES($1, $2, $3, $4)";
const ADD_INVITED: &str = "INSERT INTO council_meeting_invited(meeting, n, area, org) VALUES($1, $2, $3, $4)";
const OFF: &str = "UPDATE council_meeting SET state = 'off', ended_at = $2, why = $3 WHERE id = $1";
const POSTED: &str = "UPDATE council_meeting SET state = 'posted', minutes = $2, until_at = $3 WHERE id = $1";
const FINAL: &str = "UPDATE council_meeting SET state = 'final', ended_at = $2 WHERE id = $1";
const DECIDED: &str = "UPDATE council_meeting_matter SET kind = $3, executor = $4, by_day = $5, money = $6 \
                       WHERE meeting = $1 AND n = $2";
const LANDED: &str = "UPDATE council_meeting_matter SET landed = $3 WHERE meeting = $1 AND matter = $2";
const MATTERS: &str = "SELECT x.n, x.matter, x.kind, x.executor, o.name, x.by_day, x.money, x.landed \
                       FROM council_meeting_matter x LEFT JOIN register_org o ON o.id = x.executor \
                       WHERE x.meeting = $1 ORDER BY x.n";
const INVITED: &str = "SELECT i.org, o.name FROM council_meeting_invited i JOIN register_org o ON o.id = i.org \
                       WHERE i.meeting = $1 ORDER BY i.n";
const COME: &str = "INSERT INTO council_attendance(act, meeting, area, how, org, person, at) \
                    VALUES($1, $2, $3, $4, $5, $6, $7)";
const CAME: &str = "SELECT count(*) FROM council_attendance WHERE meeting = $1 AND struck IS NULL";
const STRIKE: &str = "UPDATE council_attendance SET struck = $2 WHERE act = $1";
const PRESENT: &str = "SELECT c.act, c.how, c.org, o.name, c.person, c.struck, c.at, t.value, s.value \
                       FROM council_attendance c LEFT JOIN register_org o ON o.id = c.org \
                       LEFT JOIN journal_text t ON t.act = c.act AND t.field = 'name' \
                       LEFT JOIN journal_text s ON s.act = c.struck AND s.field = 'words' \
                       WHERE c.meeting = $1 ORDER BY c.at, c.act";
const OBJECT: &str = "INSERT INTO council_minutes_objection(act, meeting, area, minutes, org, person, at) \
                      VALUES($1, $2, $3, $4, $5, $6, $7)";
const ANSWER: &str = "UPDATE council_minutes_objection SET answer = $2 WHERE act = $1";
const OBJECTIONS: &str = "SELECT b.act, b.minutes, b.org, o.name, b.person, b.answer, b.at, t.value, w.value \
                          FROM council_minutes_objection b LEFT JOIN register_org o ON o.id = b.org \
                          LEFT JOIN journal_text t ON t.act = b.act AND t.field = 'words' \
                          LEFT JOIN journal_text w ON w.act = b.answer AND w.field = 'words' \
                          WHERE b.meeting = $1 ORDER BY b.at, b.act";
const TALKED: &str = "SELECT m.id, coalesce(j.n, 0) FROM council_matter m JOIN path_way w ON w.id = m.way \
                      LEFT JOIN council_joined j ON j.matter = m.id \
                      WHERE m.area = $1 AND m.outcome IS NULL AND m.publication = 'shown' \
                      AND w.stage = 'deliberate' AND NOT EXISTS(\
                      SELECT 1 FROM council_meeting_matter x JOIN council_meeting g ON g.id = x.meeting \
                      WHERE x.matter = m.id AND g.state IN ('called', 'posted')) \
                      ORDER BY 2 DESC, m.reported_at, m.id LIMIT $2";
const WHOSE: &str = "SELECT person, act FROM council_minutes_objection WHERE act = $1 AND person IS NOT NULL";
const FORGET_CAME: &str = "UPDATE council_attendance SET person = NULL WHERE act = $1";
const FORGET_OBJECTED: &str = "UPDATE council_minutes_objection SET person = NULL WHERE act = $1";
// A council nobody ended was over when it was to be over.
const NAMES_BEFORE: &str = "SELECT t.act, t.field FROM council_meeting m JOIN council_attendance c ON c.meeting = m.id \
                            JOIN journal_text t ON t.act = c.act AND t.field IN ('name', 'attendee') \
                            WHERE coalesce(m.ended_at, m.ends_at) < $1 ORDER BY t.act, t.field LIMIT $2";
const WORDS_BEFORE: &str = "SELECT t.act, t.field FROM council_meeting m \
                            JOIN council_minutes_objection b ON b.meeting = m.id \
                            JOIN journal_text t ON t.act = b.act AND t.field = 'words' \
                            WHERE coalesce(m.ended_at, m.ends_at) < $1 UNION ALL \
                            SELECT t.act, t.field FROM council_meeting m \
                            JOIN council_attendance c ON c.meeting = m.id \
                            JOIN journal_text t ON t.act = c.struck AND t.field = 'words' \
                            WHERE coalesce(m.ended_at, m.ends_at) < $1 ORDER BY 1, 2 LIMIT $2";

/// Every statement of this file, by name.
pub const SQL: &[(&str, &str)] = &[
    ("meeting_one", ONE),
    ("meeting_all", ALL),
    ("meeting_all_in", ALL_IN),
    ("meeting_coming", COMING),
    ("meeting_of_matter", OF_MATTER),
    ("meeting_of_objection", OF_OBJECTION),
    ("meeting_add", ADD),
    ("meeting_add_matter", ADD_MATTER),
    ("meeting_add_invited", ADD_INVITED),
    ("meeting_off", OFF),
    ("meeting_posted", POSTED),
    ("meeting_final", FINAL),
    ("meeting_decided", DECIDED),
    ("meeting_landed", LANDED),
    ("meeting_matters", MATTERS),
    ("meeting_invited", INVITED),
    ("meeting_come", COME),
    ("meeting_came", CAME),
    ("meeting_strike", STRIKE),
    ("meeting_present", PRESENT),
    ("meeting_object", OBJECT),
    ("meeting_answer", ANSWER),
    ("meeting_objections", OBJECTIONS),
    ("meeting_talked", TALKED),
    ("meeting_whose", WHOSE),
    ("meeting_forget_came", FORGET_CAME),
    ("meeting_forget_objected", FORGET_OBJECTED),
    ("meeting_names_before", NAMES_BEFORE),
    ("meeting_words_before", WORDS_BEFORE),
];

/// A council as it stands.
#[derive(Clone, Debug)]
pub struct Meeting {
    /// The act that called it.
    pub id: ActId,
    /// The compound.
    pub area: AreaId,
    /// Its name.
    pub area_name: String,
    /// Who called it.
    pub org: OrgId,
    /// Their name.
    pub org_name: String,
    /// When it begins.
    pub starts: Moment,
    /// When it is to end.
    pub ends: Moment,
    /// For how many working days its minutes hang out.
    pub days: i64,
    /// Where it stands.
    pub state: State,
    /// The newest minutes.
    pub minutes: Option<ActId>,
    /// Until when one may object to them.
    pub until: Option<Moment>,
    /// When it was called off, or its minutes were final.
    pub ended_at: Option<Moment>,
    /// Where it is held.
    pub place: Option<String>,
    /// What is talked over besides the matters.
    pub words: Option<String>,
    /// Why it was called off.
    pub why: Option<String>,
    /// By when its minutes are written.
    pub write_by: Option<Moment>,
}

impl Meeting {
    /// The page element that changes when somebody comes, and when it moves.
    pub fn element(&self) -> String {
        format!("g-{}", self.id)
    }
}

fn meeting(row: &Row<'_>) -> Result<Meeting, Fault> {
    Ok(Meeting {
        id: row.id(0)?,
        area: row.id(1)?,
        area_name: row.text(2)?,
        org: row.id(3)?,
        org_name: row.text(4)?,
        starts: row.moment(5)?,
        ends: row.moment(6)?,
        days: row.int(7)?,
        state: row.word(8)?,
        minutes: row.opt_id(9)?,
        until: row.opt_moment(10)?,
        ended_at: row.opt_moment(11)?,
        place: row.opt_text(12)?,
        words: row.opt_text(13)?,
        why: row.opt_text(14)?,
        write_by: row.opt_moment(15)?,
    })
}

/// A council.
pub fn one(r: &mut Read<'_>, id: ActId) -> Result<Option<Meeting>, Fault> {
    r.row(ONE, params![id], meeting)
}

/// The newest councils, of a compound or of all; earlier than `after`.
pub fn all(r: &mut Read<'_>, area: Option<AreaId>, after: Option<&Meeting>, n: i64) -> Result<Vec<Meeting>, Fault> {
    let (at, id) = after.map_or((i64::MAX, String::new()), |m| (m.starts.micros(), m.id.to_string()));
    match area {
        Some(area) => r.rows(ALL_IN, params![at, id, n, area], meeting),
        None => r.rows(ALL, params![at, id, n], meeting),
    }
}

/// How many are on the list of a council, those who were struck left out.
pub fn came(r: &mut Read<'_>, meeting: ActId) -> Result<i64, Fault> {
    Ok(r.row(CAME, params![meeting], |row| row.int(0))?.unwrap_or(0))
}

/// The next council of a compound.
pub fn coming(r: &mut Read<'_>, area: AreaId, now: Moment) -> Result<Option<Meeting>, Fault> {
    r.row(COMING, params![area, now], meeting)
}

/// The last council that had a matter on its agenda.
pub fn of_matter(r: &mut Read<'_>, matter: MatterId) -> Result<Option<Meeting>, Fault> {
    r.row(OF_MATTER, params![matter], meeting)
}

/// The council whose minutes an objection is about.
pub fn of_objection(r: &mut Read<'_>, objection: ActId) -> Result<Option<Meeting>, Fault> {
    r.row(OF_OBJECTION, params![objection], meeting)
}

/// A matter of an agenda, and what the minutes say of it.
#[derive(Clone, Debug)]
pub struct Item {
    /// Its place on the agenda.
    pub n: i64,
    /// The matter.
    pub matter: MatterId,
    /// What was said of it.
    pub outcome: Option<Outcome>,
    /// Who does it.
    pub executor: Option<OrgId>,
    /// Their name.
    pub executor_name: Option<String>,
    /// By the end of which day.
    pub by: Option<Day>,
    /// What it may cost at most.
    pub limit: Option<Fen>,
    /// What came of it.
    pub landed: Option<Landed>,
}

/// The agenda.
pub fn items(r: &mut Read<'_>, meeting: ActId) -> Result<Vec<Item>, Fault> {
    let known = |at: Option<String>| at.map(|word| word.parse().map_err(|()| unknown())).transpose();
    r.rows(MATTERS, params![meeting], |row| {
        Ok(Item {
            n: row.int(0)?,
            matter: row.id(1)?,
            outcome: known(row.opt_text(2)?)?,
            executor: row.opt_id(3)?,
            executor_name: row.opt_text(4)?,
            by: row.opt_day(5)?,
            limit: row.opt_int(6)?.map(Fen),
            landed: row.opt_text(7)?.map(|word| word.parse().map_err(|()| unknown())).transpose()?,
        })
    })
}

fn unknown() -> Fault {
    Fault::Damaged("an agenda holds an unknown word".into())
}

/// Who is invited, with their names.
pub fn invited(r: &mut Read<'_>, meeting: ActId) -> Result<Vec<(OrgId, String)>, Fault> {
    r.rows(INVITED, params![meeting], |row| Ok((row.id(0)?, row.text(1)?)))
}

/// Somebody on the list of those who came.
#[derive(Clone, Debug)]
pub struct Present {
    /// Their line.
    pub act: ActId,
    /// How they came onto the list.
    pub how: How,
    /// For which organisation; `None`: as a resident.
    pub org: Option<OrgId>,
    /// Its name.
    pub org_name: Option<String>,
    /// Who, if the register knows them and they were not erased.
    pub person: Option<PersonId>,
    /// The act that struck them.
    pub struck: Option<ActId>,
    /// When.
    pub at: Moment,
    /// The name on the sheet, of somebody in no register.
    pub name: Option<String>,
    /// Why they were struck.
    pub why: Option<String>,
}

/// The list, in the order they came.
pub fn present(r: &mut Read<'_>, meeting: ActId) -> Result<Vec<Present>, Fault> {
    r.rows(PRESENT, params![meeting], |row| {
        Ok(Present {
            act: row.id(0)?,
            how: row.word(1)?,
            org: row.opt_id(2)?,
            org_name: row.opt_text(3)?,
            person: row.opt_id(4)?,
            struck: row.opt_id(5)?,
            at: row.moment(6)?,
            name: row.opt_text(7)?,
            why: row.opt_text(8)?,
        })
    })
}

/// What somebody has against the minutes.
#[derive(Clone, Debug)]
pub struct Objected {
    /// Its act.
    pub act: ActId,
    /// Against which minutes.
    pub minutes: ActId,
    /// Whose, if an organisation's.
    pub org: Option<OrgId>,
    /// Its name.
    pub org_name: Option<String>,
    /// Whose, if a resident's.
    pub person: Option<PersonId>,
    /// The act that answered.
    pub answer: Option<ActId>,
    /// When.
    pub at: Moment,
    /// What it says.
    pub words: Option<String>,
    /// What was answered.
    pub answered: Option<String>,
}

/// All objections, in the order they came.
pub fn objections(r: &mut Read<'_>, meeting: ActId) -> Result<Vec<Objected>, Fault> {
    r.rows(OBJECTIONS, params![meeting], |row| {
        Ok(Objected {
            act: row.id(0)?,
            minutes: row.id(1)?,
            org: row.opt_id(2)?,
            org_name: row.opt_text(3)?,
            person: row.opt_id(4)?,
            answer: row.opt_id(5)?,
            at: row.moment(6)?,
            words: row.opt_text(7)?,
            answered: row.opt_text(8)?,
        })
    })
}

/// What is being talked over in a compound for everybody to read, and on no agenda, those most households live with first.
pub fn talked(r: &mut Read<'_>, area: AreaId, n: i64) -> Result<Vec<(MatterId, i64)>, Fault> {
    r.rows(TALKED, params![area, n], |row| Ok((row.id(0)?, row.int(1)?)))
}

/// Whose objection this act is.
pub(super) fn whose(r: &mut Read<'_>, act: ActId) -> Result<Option<PersonId>, Fault> {
    r.row(WHOSE, params![act], |row| row.id(0))
}

/// Act and field of what was objected, and why lines were struck, at councils that were over before a moment.
pub(crate) fn words_before(r: &mut Read<'_>, ended: Moment, n: i64) -> Result<Vec<(ActId, String)>, Fault> {
    r.rows(WORDS_BEFORE, params![ended, n], |row| Ok((row.id(0)?, row.text(1)?)))
}

/// Act and field of who came to councils that were over before a moment.
pub(crate) fn names_before(r: &mut Read<'_>, ended: Moment, n: i64) -> Result<Vec<(ActId, String)>, Fault> {
    r.rows(NAMES_BEFORE, params![ended, n], |row| Ok((row.id(0)?, row.text(1)?)))
}

/// A new council.
pub(super) struct NewRow {
    pub(super) id: ActId,
    pub(super) area: AreaId,
    pub(super) org: OrgId,
    pub(super) starts: Moment,
    pub(super) ends: Moment,
    pub(super) days: i64,
    pub(super) write_by: Option<Moment>,
}

pub(super) fn add(tx: &mut Tx<'_>, m: &NewRow, matters: &[MatterId], invited: &[OrgId]) -> Result<(), Fault> {
    tx.exec(ADD, params![m.id, m.area, m.org, m.starts, m.ends, m.days, m.write_by])?;
    for (n, matter) in (1_i64..).zip(matters) {
        tx.exec(ADD_MATTER, params![m.id, n, m.area, *matter])?;
    }
    for (n, org) in (1_i64..).zip(invited) {
        tx.exec(ADD_INVITED, params![m.id, n, m.area, *org])?;
    }
    Ok(())
}
pub(super) fn off(tx: &mut Tx<'_>, id: ActId, at: Moment, why: ActId) -> Result<(), Fault> {
    tx.exec(OFF, params![id, at, why]).map(|_| ())
}
pub(super) fn posted(tx: &mut Tx<'_>, id: ActId, minutes: ActId, until: Moment) -> Result<(), Fault> {
    tx.exec(POSTED, params![id, minutes, until]).map(|_| ())
}
pub(super) fn ended(tx: &mut Tx<'_>, id: ActId, at: Moment) -> Result<(), Fault> {
    tx.exec(FINAL, params![id, at]).map(|_| ())
}
pub(super) fn decided(
    tx: &mut Tx<'_>,
    id: ActId,
    n: i64,
    (outcome, executor): (&str, Option<OrgId>),
    (by, limit): (Option<Day>, Option<i64>),
) -> Result<(), Fault> {
    tx.exec(DECIDED, params![id, n, outcome, executor, by, limit]).map(|_| ())
}
pub(crate) fn landed(tx: &mut Tx<'_>, id: ActId, matter: MatterId, how: &str) -> Result<(), Fault> {
    tx.exec(LANDED, params![id, matter, how]).map(|_| ())
}
pub(super) fn come(
    tx: &mut Tx<'_>,
    (act, meeting, area): (ActId, ActId, AreaId),
    (how, at): (&str, Moment),
    (org, person): (Option<OrgId>, Option<PersonId>),
) -> Result<(), Fault> {
    tx.exec(COME, params![act, meeting, area, how, org, person, at]).map(|_| ())
}
pub(super) fn strike(tx: &mut Tx<'_>, act: ActId, by: ActId) -> Result<(), Fault> {
    tx.exec(STRIKE, params![act, by]).map(|_| ())
}
pub(super) fn object(
    tx: &mut Tx<'_>,
    (act, meeting, area): (ActId, ActId, AreaId),
    minutes: ActId,
    (org, person): (Option<OrgId>, Option<PersonId>),
    at: Moment,
) -> Result<(), Fault> {
    tx.exec(OBJECT, params![act, meeting, area, minutes, org, person, at]).map(|_| ())
}
pub(super) fn answer(tx: &mut Tx<'_>, objection: ActId, by: ActId) -> Result<(), Fault> {
    tx.exec(ANSWER, params![objection, by]).map(|_| ())
}
pub(super) fn forget_came(tx: &mut Tx<'_>, act: ActId) -> Result<(), Fault> {
    tx.exec(FORGET_CAME, params![act]).map(|_| ())
}
pub(super) fn forget_objected(tx: &mut Tx<'_>, act: ActId) -> Result<(), Fault> {
    tx.exec(FORGET_OBJECTED, params![act]).map(|_| ())
}

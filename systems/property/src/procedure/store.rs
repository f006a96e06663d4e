//! The statements of procedures. Each has a table of its own for itself and one for its steps, with the same columns before those
//! that only it has.

use super::Procedure;
use lianxin_base::{ActId, AreaId, Day, Moment, OrgId};
use lianxin_journal::Recorded;
use lianxin_store::{Fault, Read, Row, Tx, params};

/// The statements that all have.
pub(crate) struct Statements {
    pub(crate) one: &'static str,
    pub(crate) all: &'static str,
    pub(crate) open_in: &'static str,
    pub(crate) end: &'static str,
    pub(crate) undo: &'static str,
    pub(crate) goes_on: &'static str,
    pub(crate) off: &'static str,
    pub(crate) steps: &'static str,
}

/// The first column that only this procedure has, of it and of a step.
pub(crate) const OWN: usize = 10;
/// The same of a step.
pub(crate) const STEP_OWN: usize = 4;

/// Makes `STATEMENTS` and the list `SQL`: of table and column `$id`, the columns that only this procedure has, joins of sealed
/// texts of its steps, and statements it has besides.
macro_rules! statements {
    ($id:literal, $own:literal, $step:literal, $joins:literal, [$(($name:literal, $besides:ident)),*]) => {
        pub(crate) const STATEMENTS: crate::procedure::store::Statements = crate::procedure::store::Statements {
            one: crate::procedure::store::select!($id, $own, "WHERE k.id = $1"),
            all: crate::procedure::store::select!($id, $own, "ORDER BY k.begun_at DESC, k.id DESC LIMIT $1"),
            open_in: concat!("SELECT id FROM property_", $id, " WHERE area = $1 AND ended_at IS NULL"),
            end: concat!("UPDATE property_", $id, " SET ended_at = $2 WHERE id = $1"),
            undo: concat!("DELETE FROM property_", $id, "_step WHERE ", $id, " = $1 AND step = $2"),
            goes_on: concat!("UPDATE property_", $id, " SET ended_at = NULL WHERE id = $1"),
            off: concat!("UPDATE property_", $id, " SET ended_at = $2, off = $3 WHERE id = $1"),
            steps: concat!(
                "SELECT s.step, s.day, s.vote, w.value", $step, " FROM property_", $id, "_step s \
                 LEFT JOIN journal_text w ON w.act = s.act AND w.field = 'words' ", $joins, " WHERE s.", $id, " = $1"
            ),
        };

        /// Every statement of this file, by name.
        pub const SQL: &[(&str, &str)] = &[
            (concat!($id, "_one"), STATEMENTS.one),
            (concat!($id, "_list"), STATEMENTS.all),
            (concat!($id, "_open_in"), STATEMENTS.open_in),
            (concat!($id, "_end"), STATEMENTS.end),
            (concat!($id, "_undo"), STATEMENTS.undo),
            (concat!($id, "_goes_on"), STATEMENTS.goes_on),
            (concat!($id, "_off"), STATEMENTS.off),
            (concat!($id, "_steps"), STATEMENTS.steps),
            $(($name, $besides),)*
        ];
    };
}

macro_rules! select {
    ($id:literal, $own:literal, $where:literal) => {
        concat!(
            "SELECT k.id, k.area, a.name, k.org, o.name, k.begun_at, k.ended_at, w.value, k.off, f.value",
            $own,
            " FROM property_",
            $id,
            " k JOIN register_area a ON a.id = k.area JOIN register_org o ON o.id = k.org \
             LEFT JOIN journal_text w ON w.act = k.id AND w.field = 'words' \
             LEFT JOIN journal_text f ON f.act = k.off AND f.field = 'words' ",
            $where
        )
    };
}

pub(crate) use {select, statements};

/// A procedure in a compound as it stands.
#[derive(Clone, Debug)]
pub(crate) struct Case<P: Procedure> {
    pub(crate) id: ActId,
    pub(crate) area: AreaId,
    pub(crate) area_name: String,
    pub(crate) org: OrgId,
    pub(crate) org_name: String,
    pub(crate) begun: Moment,
    pub(crate) ended: Option<Moment>,
    /// What shows its beginning.
    pub(crate) words: String,
    /// It was given up, and why.
    pub(crate) off: bool,
    pub(crate) why: String,
    /// What it began with.
    pub(crate) own: P::Begun,
}

fn case<P: Procedure>(row: &Row<'_>) -> Result<Case<P>, Fault> {
    Ok(Case {
        id: row.id(0)?,
        area: row.id(1)?,
        area_name: row.text(2)?,
        org: row.id(3)?,
        org_name: row.text(4)?,
        begun: row.moment(5)?,
        ended: row.opt_moment(6)?,
        words: row.opt_text(7)?.unwrap_or_default(),
        off: row.opt_text(8)?.is_some(),
        why: row.opt_text(9)?.unwrap_or_default(),
        own: P::begun(row)?,
    })
}

/// One.
pub(crate) fn one<P: Procedure>(r: &mut Read<'_>, id: ActId) -> Result<Option<Case<P>>, Fault> {
    r.row(P::SQL.one, params![id], case)
}

/// The newest ones.
pub(crate) fn all<P: Procedure>(r: &mut Read<'_>, n: i64) -> Result<Vec<Case<P>>, Fault> {
    r.rows(P::SQL.all, params![n], case)
}

/// Whether one goes on in a compound.
pub(crate) fn open_in<P: Procedure>(r: &mut Read<'_>, area: AreaId) -> Result<bool, Fault> {
    Ok(r.row(P::SQL.open_in, params![area], |row| row.id::<ActId>(0))?.is_some())
}

/// A step that is done.
#[derive(Clone, Debug)]
pub(crate) struct StepDone<P: Procedure> {
    pub(crate) step: P::Step,
    pub(crate) day: Day,
    pub(crate) vote: Option<ActId>,
    pub(crate) words: String,
    pub(crate) more: P::More,
}

/// The steps that are done, in order.
pub(crate) fn steps<P: Procedure>(r: &mut Read<'_>, id: ActId) -> Result<Vec<StepDone<P>>, Fault> {
    let mut all = r.rows(P::SQL.steps, params![id], |row| {
        Ok(StepDone::<P> {
            step: row.word(0)?,
            day: row.day(1)?,
            vote: row.opt_id(2)?,
            words: row.opt_text(3)?.unwrap_or_default(),
            more: P::more(row)?,
        })
    })?;
    all.sort_by_key(|s| s.step);
    Ok(all)
}

/// What the rules want of them.
pub(crate) fn days<P: Procedure>(steps: &[StepDone<P>]) -> Vec<(P::Step, Day)> {
    steps.iter().map(|s| (s.step, s.day)).collect()
}

/// From an apply: a step is not done any more, and the whole goes on.
pub(super) fn undo<P: Procedure>(tx: &mut Tx<'_>, id: ActId, step: &str) -> Result<(), Fault> {
    tx.exec(P::SQL.undo, params![id, step])?;
    tx.exec(P::SQL.goes_on, params![id]).map(|_| ())
}

pub(super) fn off<P: Procedure>(tx: &mut Tx<'_>, id: ActId, rec: &Recorded) -> Result<(), Fault> {
    tx.exec(P::SQL.off, params![id, rec.at(), rec.id()]).map(|_| ())
}

pub(super) fn end<P: Procedure>(tx: &mut Tx<'_>, id: ActId, at: Moment) -> Result<(), Fault> {
    tx.exec(P::SQL.end, params![id, at]).map(|_| ())
}

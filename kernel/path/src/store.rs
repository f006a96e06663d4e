use crate::hop::{Begin, Hop};
use crate::sums;
use crate::walk::{First, Taken, Way};
use lianxin_base::{AreaId, Moment, OrgId, WayId};
use lianxin_journal::Recorded;
use lianxin_store::{Fault, Migrations, Read, Row, Tx, params};

/// The room's schema.
pub const fn migrations() -> Migrations {
    Migrations {
        prefix: "path",
        files: &[
            ("0001", include_str!("../migrations/0001.sql")),
            ("0002", include_str!("../migrations/0002.sql")),
            ("0003", include_str!("../migrations/0003.sql")),
            ("0004", include_str!("../migrations/0004.sql")),
        ],
    }
}

const ADD_WAY: &str = "INSERT INTO path_way(id, area, flow, flow_version, kind, step, stage, holder, began_at, \
    entered_at, due_at, ended_at, hops) VALUES($1, $2, $3, $4, $5, $6, $7, $8, $9, $9, $10, NULL, 0)";
const ADD_HOP: &str = "INSERT INTO path_hop(way, n, area, move, from_step, to_step, stage, holder, at, act, due_at, \
    took) VALUES($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";
const STANDS: &str =
    "SELECT step, entered_at, hops, area, flow, holder FROM path_way WHERE id = $1 AND ended_at IS NULL";
const MOVE_WAY: &str = "UPDATE path_way SET step = $2, stage = $3, holder = $4, entered_at = $5, due_at = $6, \
    ended_at = $7, hops = $8, kind = COALESCE($9, kind) WHERE id = $1";
const WAY: &str = "SELECT id, area, flow, flow_version, kind, began_at, ended_at, step, stage, holder, due_at \
    FROM path_way WHERE id = $1";
const HOPS: &str = "SELECT move, from_step, to_step, stage, holder, at, act, due_at FROM path_hop \
    WHERE way = $1 ORDER BY n";
const STAYS: &str = "SELECT h.to_step, h.at, x.at, x.move FROM (SELECT id FROM path_way WHERE area = $1 AND flow = $2 \
    AND kind = $3 AND ended_at IS NOT NULL ORDER BY ended_at DESC LIMIT $4) w \
    JOIN path_hop h ON h.way = w.id JOIN path_hop x ON x.way = h.way AND x.n = h.n + 1 \
    WHERE x.to_step <> h.to_step AND (h.from_step IS NULL OR h.from_step <> h.to_step)";

/// Every statement of this room, for the test that prepares them all.
pub const SQL: &[(&str, &str)] = &[
    ("ADD_WAY", ADD_WAY),
    ("ADD_HOP", ADD_HOP),
    ("STANDS", STANDS),
    ("MOVE_WAY", MOVE_WAY),
    ("WAY", WAY),
    ("HOPS", HOPS),
    ("STAYS", STAYS),
    crate::past::SQL[0],
    crate::past::SQL[1],
    SUMS[0],
    SUMS[1],
    SUMS[2],
    SUMS[3],
    SUMS[4],
    SUMS[5],
    SUMS[6],
    SUMS[7],
];
const SUMS: &[(&str, &str)] = sums::SQL;

/// Begins a way; called by the `apply` of the act whose leaf carries the [`Begin`].
pub fn begin(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
    let b = Begin::read(rec)?;
    let at = b.at.map_or(rec.at(), |at| at.min(rec.at()));
    let (area, due) = (rec.area(), b.due);
    let way = params![b.way, area, &b.flow, b.version, &b.kind, &b.step, &b.stage, b.holder, at, due];
    tx.exec(ADD_WAY, way)?;
    let (nothing, none): (Option<&str>, Option<i64>) = (None, None);
    tx.exec(ADD_HOP, params![b.way, 0, area, nothing, nothing, &b.step, &b.stage, b.holder, at, rec.id(), due, none])?;
    sums::begun(tx, area, &b.flow, &b.step, at)
}

/// Takes a hop; called by the `apply` of the act whose leaf carries the [`Hop`]. That the way stands where the hop
/// leaves from is decided before the act is recorded; a way that stands elsewhere is a bug here.
pub fn take(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
    let h = Hop::read(rec)?;
    let stands = tx.row(STANDS, params![h.way], |row| {
        let counted = (row.id::<AreaId>(3)?, row.text(4)?, row.id::<OrgId>(5)?);
        Ok((row.text(0)?, row.moment(1)?, row.int(2)?, counted))
    })?;
    let Some((_, entered, n, (area, flow, before))) = stands.filter(|(step, ..)| *step == h.from) else {
        return Err(Fault::bug(format!("way {} does not stand in {}", h.way, h.from)));
    };
    // An event entered later keeps its own time, but time on a way never runs backwards.
    let at = h.at.unwrap_or(rec.at()).min(rec.at()).max(entered);
    let (due, ended) = (h.due, h.ends.then_some(at));
    tx.exec(MOVE_WAY, params![h.way, &h.to, &h.stage, h.holder, at, due, ended, n + 1, h.kind.as_ref()])?;
    let hop = params![h.way, n + 1, area, &h.mv, &h.from, &h.to, &h.stage, h.holder, at, rec.id(), due, h.took];
    tx.exec(ADD_HOP, hop)?;
    sums::taken(tx, (area, &flow), &h, before, at)
}

/// A way with its hops.
pub fn way(r: &mut Read<'_>, id: WayId) -> Result<Option<Way>, Fault> {
    let Some((first, taken)) = hops(r, id)? else { return Ok(None) };
    r.row(WAY, params![id], |row| {
        Ok(Way {
            id: row.id(0)?,
            area: row.id(1)?,
            flow: row.text(2)?,
            version: u32::try_from(row.int(3)?).map_err(|_| Fault::Damaged(format!("way {id} has an odd version")))?,
            kind: row.text(4)?,
            began: row.moment(5)?,
            ended: row.opt_moment(6)?,
            step: row.text(7)?,
            stage: row.text(8)?,
            holder: row.id(9)?,
            due: row.opt_moment(10)?,
            first: first.clone(),
            hops: taken.clone(),
        })
    })
}

/// What a way has been through; `None` if there is no such way.
pub fn hops(r: &mut Read<'_>, id: WayId) -> Result<Option<(First, Vec<Taken>)>, Fault> {
    let mut first = None;
    let mut taken = Vec::new();
    let mut before: Option<OrgId> = None;
    r.each(HOPS, params![id], |row| {
        let holder = row.id(4)?;
        match before.replace(holder) {
            None => first = Some(begun(row, holder)?),
            Some(before) => taken.push(hopped(row, before, holder)?),
        }
        Ok(())
    })?;
    Ok(first.map(|first| (first, taken)))
}

pub(crate) fn begun(row: &Row<'_>, holder: OrgId) -> Result<First, Fault> {
    Ok(First { step: row.text(2)?, stage: row.text(3)?, holder, due: row.opt_moment(7)?, act: row.id(6)? })
}
pub(crate) fn hopped(row: &Row<'_>, before: OrgId, after: OrgId) -> Result<Taken, Fault> {
    Ok(Taken {
        mv: row.text(0)?,
        from: row.text(1)?,
        to: row.text(2)?,
        stage: row.text(3)?,
        holder_before: before,
        holder_after: after,
        at: row.moment(5)?,
        act: row.id(6)?,
        due: row.opt_moment(7)?,
    })
}

/// A stay in a step from its beginning until a move led out of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stay {
    /// The step.
    pub step: String,
    /// Entered.
    pub from: Moment,
    /// Left.
    pub to: Moment,
    /// By this move.
    pub mv: String,
}

/// The stays of the ways of this area, flow and kind that ended last, at most `ways` of them. Stays with a transfer or a
/// longer term inside are left out: they say nothing about how fast it can go.
pub fn stays(r: &mut Read<'_>, area: AreaId, flow: &str, kind: &str, ways: u32) -> Result<Vec<Stay>, Fault> {
    r.rows(STAYS, params![area, flow, kind, ways], |row| {
        Ok(Stay { step: row.text(0)?, from: row.moment(1)?, to: row.moment(2)?, mv: row.text(3)? })
    })
}

//! The statements of plans.

use super::Plan;
use crate::store::Matter;
use lianxin_base::{ActId, Fen, MatterId, OrgId};
use lianxin_store::{Fault, Read, Row as Cells, Tx, params};

const ADD: &str = "INSERT INTO council_plan(entry, matter, area, cost, doer) VALUES($1, $2, $3, $4, $5)";
const ALL: &str = "SELECT p.entry, p.cost, p.doer, o.name FROM council_plan p LEFT JOIN register_org o ON o.id = p.doer \
                   WHERE p.matter = $1 ORDER BY p.entry";

/// Every statement of this file, by name.
pub const SQL: &[(&str, &str)] = &[("plan_add", ADD), ("plan_all", ALL)];

/// What a proposal would take, with the name of who would do it.
#[derive(Clone, Debug)]
pub struct Row {
    /// The proposal.
    pub entry: ActId,
    /// What it would cost.
    pub cost: Option<Fen>,
    /// Who would do it.
    pub doer: Option<OrgId>,
    /// Their name.
    pub doer_name: Option<String>,
}

pub(super) fn add(tx: &mut Tx<'_>, entry: ActId, m: &Matter, plan: Plan) -> Result<(), Fault> {
    tx.exec(ADD, params![entry, m.id, m.area, plan.cost.map(|fen| fen.0), plan.doer]).map(|_| ())
}

fn row(row: &Cells<'_>) -> Result<Row, Fault> {
    let cost = row.opt_int(1)?.map(Fen);
    Ok(Row { entry: row.id(0)?, cost, doer: row.opt_id(2)?, doer_name: row.opt_text(3)? })
}

/// What the proposals of a matter would take.
///
/// # Errors
/// The database's trouble.
pub fn all(r: &mut Read<'_>, matter: MatterId) -> Result<Vec<Row>, Fault> {
    r.rows(ALL, params![matter], row)
}

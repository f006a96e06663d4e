//! The statements that only first assemblies have.

use crate::procedure::store::statements;
use lianxin_base::{ActId, Day, OrgId};
use lianxin_journal::Recorded;
use lianxin_store::{Fault, Tx, params};

const ADD: &str = "INSERT INTO property_first(id, area, org, applied, applicant, signers, size, delivered, begun_at) \
                   VALUES($1, $2, $3, $4, $5, $6, $7, $8, $9)";
const ADD_STEP: &str = "INSERT INTO property_first_step(first, step, area, act, day, vote, body, n, whole) \
                        VALUES($1, $2, $3, $4, $5, $6, $7, $8, $9)";

statements!(
    "first",
    ", k.applied, k.applicant, k.signers, k.size, k.delivered",
    ", s.body, s.n, s.whole, l.value, h.value, p.value, o.value",
    "LEFT JOIN journal_text l ON l.act = s.act AND l.field = 'late' \
     LEFT JOIN journal_text h ON h.act = s.act AND h.field = 'head' \
     LEFT JOIN journal_text p ON p.act = s.act AND p.field = 'owners' \
     LEFT JOIN journal_text o ON o.act = s.act AND o.field = 'others'",
    [("first_add", ADD), ("first_add_step", ADD_STEP)]
);

pub(super) fn add(tx: &mut Tx<'_>, rec: &Recorded, (org, applied): (OrgId, Day)) -> Result<(), Fault> {
    let (signers, size, delivered) = (rec.int("signers")?, rec.int("size")?, rec.int("delivered")?);
    let values =
        params![rec.id(), rec.area(), org, applied, rec.text("applicant")?, signers, size, delivered, rec.at()];
    tx.exec(ADD, values).map(|_| ())
}

pub(super) fn add_step(tx: &mut Tx<'_>, rec: &Recorded, id: ActId, day: Day) -> Result<(), Fault> {
    let vote: Option<ActId> = rec.opt_id_of("vote")?;
    let (body, n, whole) = (rec.opt_text("body")?, rec.opt_int("n")?, rec.opt_int("whole")?);
    tx.exec(ADD_STEP, params![id, rec.text("step")?, rec.area(), rec.id(), day, vote, body, n, whole]).map(|_| ())
}

//! 上面要求的日子快到了: whoever has it, and the community, hear of it a day before.

use crate::course::{self, Author, keeper, note};
use lianxin_base::MatterId;
use lianxin_journal::{Act, Leaf, Recorded, record};
use lianxin_store::{Fault, Stop, Tx};

/// The notice, and the line in the matter's course.
pub const NEARING: &str = "council.nearing";

/// Tomorrow somebody outside wants an answer.
pub struct Nearing {
    matter: MatterId,
    timer: String,
    community: lianxin_base::OrgId,
}

impl Act for Nearing {
    const KIND: &'static str = NEARING;

    fn leaf(&self, leaf: &mut Leaf) {
        course::leaf(leaf, self.matter, None);
        leaf.text("timer", &self.timer);
        leaf.text("community", self.community);
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let m = course::of(rec, tx)?;
        lianxin_work::done(tx, rec.text("timer")?, rec)?;
        let (subject, community) = (m.id.to_string(), rec.id_of("community")?);
        lianxin_outbox::to_org(tx, rec, 1, m.holder, NEARING, &subject)?;
        if community != m.holder {
            lianxin_outbox::to_org(tx, rec, 2, community, NEARING, &subject)?;
        }
        tx.moved(m.element());
        note(rec, tx, &m, "nearing", None)
    }
}

/// The day before has come, and the matter is still open: closing it ends the timer.
pub(crate) fn nearing(tx: &mut Tx<'_>, author: &Author, due: &lianxin_work::Due) -> Result<(), Stop> {
    let m = course::timed(tx, due)?;
    let now = tx.now();
    let community = keeper(tx, &m, now)?;
    record(tx, m.head(author), &Nearing { matter: m.id, timer: due.id.clone(), community })?;
    Ok(())
}

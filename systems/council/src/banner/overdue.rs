//! 预计的时间过了: whoever hung a banner is reminded to take it down or to say a later hour.

use super::{notices, store};
use crate::course::Author;
use lianxin_base::ActId;
use lianxin_journal::{Act, Leaf, Recorded, record};
use lianxin_store::{Fault, Stop, Tx};
use lianxin_work::Due;

/// The hour that was expected.
pub(crate) const DUE: &str = "council.banner_hour";

/// 预计的时间过了.
pub(crate) struct BannerDue {
    banner: ActId,
    timer: String,
}

impl Act for BannerDue {
    const KIND: &'static str = "council.banner_due";

    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("banner", self.banner);
        leaf.text("timer", &self.timer);
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let id: ActId = rec.id_of("banner")?;
        lianxin_work::done(tx, rec.text("timer")?, rec)?;
        match store::one(tx, id)? {
            Some(b) => lianxin_outbox::to_org(tx, rec, 1, b.org, notices::DUE, id),
            None => Ok(()),
        }
    }
}

/// The hour is over, and it is still on: what ends it clears the timer.
pub(crate) fn remind(tx: &mut Tx<'_>, author: &Author, due: &Due) -> Result<(), Stop> {
    let nothing = || Fault::Damaged(format!("timer {} is about no banner", due.id));
    let id: ActId = due.subject.parse().map_err(|_| nothing())?;
    let b = store::one(tx, id)?.ok_or_else(nothing)?;
    let head = author.head(b.area);
    record(tx, head, &BannerDue { banner: id, timer: due.id.clone() })?;
    Ok(())
}

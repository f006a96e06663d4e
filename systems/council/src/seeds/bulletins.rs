//! The bulletin of the demonstration: laid before the organisations it names, answered by one, hung.

use super::play::Play;
use crate::bulletin::{answer, hang, lay};
use lianxin_store::Stop;

/// What is done with it.
#[derive(Clone, Copy)]
pub(super) enum Doing {
    Lay,
    Answer,
    Hang,
}

/// So many working days before today, at which hour, what.
pub(super) const PLAN: &[(u32, u8, Doing)] = &[(6, 10, Doing::Lay), (5, 11, Doing::Answer), (1, 10, Doing::Hang)];
/// The days of the bulletin.
const SPAN: i32 = 30;
const SAID: &str = "超期的是等厂家发配件，配件到了，这周能装上。";

impl Play<'_> {
    pub(super) fn bulletin(&mut self, doing: Doing) -> Result<(), Stop> {
        let area = self.map.area("芙蓉社区");
        let who = if matches!(doing, Doing::Answer) { "马建军" } else { "吴敏" };
        let (author, to, laid) = (self.author(self.map.author(who)), self.now().day().plus(-1), self.laid);
        let done = self.db.act_wait(area, move |tx| match (doing, laid) {
            (Doing::Answer, Some(id)) => answer(tx, &author, id, SAID),
            (Doing::Hang, Some(id)) => hang(tx, &author, id),
            _ => lay(tx, &author, area, (to.plus(1 - SPAN), to)),
        })?;
        self.laid = self.laid.or(Some(done.act));
        Ok(())
    }
}

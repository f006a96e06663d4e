//! What happens by itself: a vote opens and closes at the announced times. The rules say what the times mean, not the timers.

use crate::words::Author;
use crate::{count, roll};
use lianxin_base::ActId;
use lianxin_gate::Scope;
use lianxin_journal::By;
use lianxin_store::{Db, Stop, Tx};
use lianxin_work::{Due, TimerKind, is_open};

/// The announced opening.
pub(crate) const OPENS: &str = "property.opens";
/// The announced close.
pub(crate) const CLOSES: &str = "property.closes";

/// The timers of this system.
pub fn timers() -> Vec<TimerKind> {
    vec![TimerKind { kind: OPENS, run: opens }, TimerKind { kind: CLOSES, run: closes }]
}

fn opens(db: &Db, due: Due) -> Result<(), Stop> {
    run(db, due, roll::due)
}

fn closes(db: &Db, due: Due) -> Result<(), Stop> {
    run(db, due, count::due)
}

type Act = fn(&mut Tx<'_>, &Author, &Due) -> Result<(), Stop>;

fn run(db: &Db, due: Due, act: Act) -> Result<(), Stop> {
    let id = ActId::new(db.chance(), due.now);
    let author = Author { act: id, by: By::Clock, token: Some(due.token()), scope: Scope::Everything };
    db.act_wait(due.area, move |tx| if is_open(tx, &due.id)? { act(tx, &author, &due) } else { Ok(()) })
}

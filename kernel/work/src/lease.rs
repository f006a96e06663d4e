//! One process at a time: a lease that is renewed while work goes on and runs out by itself when its holder dies.

use crate::sql;
use lianxin_base::{Chance, Moment, SECOND};
use lianxin_store::{Db, Stop, Tx, params};

/// How long a lease lasts.
const LASTS: i64 = 15 * SECOND;
/// Renewed when less than this is left.
const RENEW: i64 = 10 * SECOND;

/// A lease on a name. Work is idempotent anyway; the lease keeps two processes from doing it side by side.
pub(crate) struct Lease {
    db: Db,
    name: String,
    holder: String,
    until: Moment,
}

impl Lease {
    /// Not held yet.
    pub(crate) fn new(db: &Db, name: impl Into<String>) -> Self {
        // The office's chance may be seeded alike in two processes, and a holder is in no record.
        let holder: String = Chance::system().bytes::<16>().iter().map(|b| format!("{b:02x}")).collect();
        Self { db: db.clone(), name: name.into(), holder, until: Moment::default() }
    }

    /// Takes or renews it; `false` while another holds it. Writes only when little of it is left.
    pub(crate) fn hold(&mut self) -> Result<bool, Stop> {
        if self.db.clock().now().plus(RENEW) < self.until {
            return Ok(true);
        }
        let (name, holder) = (self.name.clone(), self.holder.clone());
        let until = self.db.keep_wait(move |tx| lead(tx, &name, &holder))?;
        self.until = until.unwrap_or_default();
        Ok(until.is_some())
    }

    /// Gives it back at once instead of letting it run out.
    pub(crate) fn leave(&mut self) {
        if self.until == Moment::default() {
            return;
        }
        let (name, holder) = (self.name.clone(), self.holder.clone());
        self.db.keep_wait(move |tx| Ok(tx.exec(sql::LEAVE, params![&name, &holder])?)).ok(); // else it runs out
        self.until = Moment::default();
    }
}

impl Drop for Lease {
    fn drop(&mut self) {
        self.leave();
    }
}

fn lead(tx: &mut Tx<'_>, name: &str, holder: &str) -> Result<Option<Moment>, Stop> {
    let now = tx.now();
    let until = now.plus(LASTS);
    let taken = tx.exec(sql::LEAD, params![name, holder, until, now])?;
    Ok((taken > 0).then_some(until))
}

#[cfg(test)]
mod tests {
    use super::*;
    use lianxin_store::Log;
    use lianxin_store::testing::{open, places};

    #[test]
    fn one_holds_it_and_another_only_after_fifteen_seconds_of_silence() {
        let (places, _folder) = places();
        for place in places {
            let db = open(place, vec![crate::migrations()], crate::kept(), Log::NONE).expect("opens");
            let begun = db.clock().now();
            let at = |seconds: i64| db.clock().set(begun.plus(seconds * SECOND));
            let (mut a, mut b) = (Lease::new(&db, "timers"), Lease::new(&db, "timers"));
            let mut other = Lease::new(&db, "job/1");
            assert!(a.hold().expect("runs") && !b.hold().expect("runs") && other.hold().expect("runs"));
            at(6);
            assert!(a.hold().expect("renewed"));
            at(20);
            assert!(!b.hold().expect("runs"), "renewed at six, good until twenty-one");
            at(21);
            assert!(b.hold().expect("taken over"));
            assert!(!a.hold().expect("runs"), "lost");
            a.leave();
            assert!(!a.hold().expect("runs"), "what is another's is not given back");
            b.leave();
            assert!(a.hold().expect("free at once"));
        }
    }
}

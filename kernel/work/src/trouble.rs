//! What could not be done, and when it is tried again.

use lianxin_base::{DAY, HOUR, Moment, SECOND};
use lianxin_store::{Fault, Stop};
use std::collections::BTreeMap;
use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// A timer or job that could not be run; it is tried again later and holds up no other.
#[derive(Debug)]
pub struct Trouble {
    /// `timer` or `job`.
    pub what: &'static str,
    /// The timer or job; empty when the round itself could not be done.
    pub id: String,
    /// Why.
    pub why: Stop,
}

impl fmt::Display for Trouble {
    /// For the log: never holds what people typed.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}: {}", self.what, self.id, reason(&self.why))
    }
}

/// The code of a refusal, or what broke.
pub(crate) fn reason(stop: &Stop) -> String {
    match stop {
        Stop::Refused(r) => r.code().to_owned(),
        Stop::Failed(f) => f.to_string(),
    }
}

/// Told of every trouble.
pub(crate) type Report = Box<dyn Fn(&Trouble) + Send + Sync>;

/// Runs what a system gave us; a panic in it is a fault of that one thing.
pub(crate) fn guarded<T>(f: impl FnOnce() -> Result<T, Stop>) -> Result<T, Stop> {
    catch_unwind(AssertUnwindSafe(f)).unwrap_or_else(|_| Err(Fault::bug("it panicked").into()))
}

/// First wait after a failure; doubled with each further one.
const FIRST: i64 = 30 * SECOND;
/// The longest wait.
const LONGEST: i64 = HOUR;

/// What failed lately and is not to be tried yet.
#[derive(Default)]
pub(crate) struct Waits(BTreeMap<String, (i64, Moment)>);

impl Waits {
    pub(crate) fn failed(&mut self, id: &str, now: Moment) {
        let wait = self.0.get(id).map_or(FIRST, |(last, _)| (last * 2).min(LONGEST));
        self.0.insert(id.to_owned(), (wait, now.plus(wait)));
    }
    pub(crate) fn went_well(&mut self, id: &str) {
        self.0.remove(id);
    }
    pub(crate) fn waits(&self, id: &str, now: Moment) -> bool {
        self.0.get(id).is_some_and(|(_, until)| *until > now)
    }
    /// Forgets what has not failed for a day: it was cleared meanwhile.
    pub(crate) fn tidy(&mut self, now: Moment) {
        self.0.retain(|_, (_, until)| until.plus(DAY) > now);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_fails_waits_twice_as_long_each_time_up_to_an_hour() {
        let mut waits = Waits::default();
        let mut now = Moment::from_micros(0);
        for seconds in [30, 60, 120, 240, 480, 960, 1920, 3600, 3600] {
            waits.failed("x", now);
            assert!(waits.waits("x", now.plus(seconds * SECOND - 1)), "{seconds}");
            assert!(!waits.waits("x", now.plus(seconds * SECOND)), "{seconds}");
            now = now.plus(seconds * SECOND);
        }
        assert!(!waits.waits("y", now));
        waits.tidy(now.plus(2 * DAY));
        assert!(waits.0.is_empty());
    }

    #[test]
    fn a_panic_is_a_fault_of_the_one_that_panicked() {
        let got = guarded::<()>(|| panic!("on purpose"));
        assert!(matches!(got, Err(Stop::Failed(Fault::Bug(_)))));
    }
}

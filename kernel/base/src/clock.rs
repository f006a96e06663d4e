use crate::Moment;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

/// The only way to ask what time it is. Real in an office, set by hand in tests and while seeds are planted.
#[derive(Clone, Debug)]
pub struct Clock(Source);

#[derive(Clone, Debug)]
enum Source {
    System,
    Hand(Arc<AtomicI64>),
}

impl Clock {
    /// The machine's clock.
    pub const fn system() -> Self {
        Self(Source::System)
    }

    /// A clock that stands still at `at` until [`Clock::set`] moves it.
    pub fn by_hand(at: Moment) -> Self {
        Self(Source::Hand(Arc::new(AtomicI64::new(at.micros()))))
    }

    /// What time it is, in UTC microseconds.
    #[expect(clippy::disallowed_methods, reason = "the one place that reads the machine's clock")]
    pub fn now(&self) -> Moment {
        match &self.0 {
            Source::System => {
                let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
                Moment::from_micros(i64::try_from(since.as_micros()).unwrap_or(i64::MAX))
            }
            Source::Hand(at) => Moment::from_micros(at.load(Ordering::SeqCst)),
        }
    }

    /// Moves a clock set by hand; the machine's clock is left alone.
    pub fn set(&self, to: Moment) {
        if let Source::Hand(at) = &self.0 {
            at.store(to.micros(), Ordering::SeqCst);
        }
    }
}

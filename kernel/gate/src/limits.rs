use lianxin_base::{HOUR, MINUTE, Moment, SECOND};
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

/// How often something may be tried within a time, per key (an account, a link, a source address).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Limit {
    /// Its name, part of the key.
    pub name: &'static str,
    /// So many times …
    pub times: u32,
    /// … within so many microseconds.
    pub within: i64,
}

impl Limit {
    /// Wrong passwords for one name, whether or not anybody has it.
    pub const LOGIN: Self = Self { name: "login", times: 5, within: 15 * MINUTE };
    /// Sign-ins from one address.
    pub const LOGIN_SOURCE: Self = Self { name: "login.source", times: 30, within: 15 * MINUTE };
    /// Entry slips tried from one address.
    pub const SLIP: Self = Self { name: "slip", times: 20, within: HOUR };
    /// Own codes set by one account: each refusal that says a code is taken is a guess at a neighbour's.
    pub const CODE_SET: Self = Self { name: "code.set", times: 10, within: 24 * HOUR };
    /// Codes, PINs and pairings tried from one address, so that nobody makes this machine hash all day.
    pub const CODE_SOURCE: Self = Self { name: "code.source", times: 60, within: HOUR };
    /// Family members invited by one account.
    pub const INVITE: Self = Self { name: "invite", times: 10, within: 24 * HOUR };
    /// People looked up at a counter by one seat.
    pub const LOOK_UP: Self = Self { name: "look_up", times: 300, within: HOUR };
    /// Digits of a phone or receipt tried on one link from one address.
    pub const PIN: Self = Self { name: "pin", times: 5, within: 24 * HOUR };
    /// The same from wherever: a link that went round the group is no place to guess.
    pub const PIN_LINK: Self = Self { name: "pin.link", times: 20, within: 24 * HOUR };
    /// Things filed from one address without an account.
    pub const FILE: Self = Self { name: "file", times: 30, within: HOUR };
    /// Photos sent by one account or address.
    pub const PHOTO: Self = Self { name: "photo", times: 120, within: HOUR };
    /// Forms sent by one account or address.
    pub const FORM: Self = Self { name: "form", times: 120, within: MINUTE };
}

/// Too often: try again after so many seconds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Wait {
    /// For Retry-After; at least 1.
    pub seconds: u32,
}

impl Wait {
    /// In whole minutes, rounded up, for a sentence.
    pub const fn minutes(self) -> u32 {
        self.seconds.div_ceil(60)
    }
}

/// So many keys are remembered at most; then the oldest windows go first.
const MOST: usize = 50_000;

/// Who tried how often, in memory: a restart forgets it, and that is no harm.
#[derive(Debug, Default)]
pub struct Limits {
    windows: Mutex<HashMap<(&'static str, String), Window>>,
}

#[derive(Clone, Copy, Debug)]
struct Window {
    since: Moment,
    within: i64,
    used: u32,
}

impl Window {
    const fn over(self, now: Moment) -> bool {
        // A clock set back would otherwise keep a window shut for as long as it was set back.
        let age = now.since(self.since);
        age >= self.within || age < 0
    }
}

impl Limits {
    /// Nobody tried anything yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Counts one try of `key`.
    ///
    /// # Errors
    /// The window is used up.
    pub fn take(&self, limit: Limit, key: &str, now: Moment) -> Result<(), Wait> {
        let mut windows = self.windows.lock().unwrap_or_else(PoisonError::into_inner);
        if windows.len() >= MOST {
            thin(&mut windows, now);
        }
        let fresh = Window { since: now, within: limit.within, used: 0 };
        let window = windows.entry((limit.name, key.to_owned())).or_insert(fresh);
        if window.over(now) {
            *window = fresh;
        }
        if window.used >= limit.times {
            let left = window.since.plus(limit.within).since(now);
            return Err(Wait { seconds: u32::try_from((left + SECOND - 1) / SECOND).unwrap_or(u32::MAX).max(1) });
        }
        window.used += 1;
        Ok(())
    }

    /// Forgets the tries of `key`: it turned out well.
    pub fn forget(&self, limit: Limit, key: &str) {
        let mut windows = self.windows.lock().unwrap_or_else(PoisonError::into_inner);
        windows.remove(&(limit.name, key.to_owned()));
    }
}

/// Drops what is over; if that frees too little, also the older half of what is not.
fn thin(windows: &mut HashMap<(&'static str, String), Window>, now: Moment) {
    windows.retain(|_, w| !w.over(now));
    if windows.len() > MOST / 2 {
        let mut ages: Vec<Moment> = windows.values().map(|w| w.since).collect();
        let middle = ages.len() / 2;
        let (_, median, _) = ages.select_nth_unstable(middle);
        let median = *median;
        windows.retain(|_, w| w.since > median);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const THREE: Limit = Limit { name: "test", times: 3, within: MINUTE };

    #[test]
    fn three_tries_a_minute_then_wait_then_three_again() {
        let limits = Limits::new();
        let start = Moment::from_micros(HOUR);
        for (after, key, answer) in [
            (0, "a", Ok(())),
            (1, "a", Ok(())),
            (2, "a", Ok(())),
            (2, "b", Ok(())),
            (20, "a", Err(Wait { seconds: 40 })),
            (59, "a", Err(Wait { seconds: 1 })),
            (60, "a", Ok(())),
        ] {
            assert_eq!(limits.take(THREE, key, start.plus(after * SECOND)), answer, "{key} after {after} s");
        }
        for _ in 0..3 {
            limits.take(THREE, "c", start).expect("free");
        }
        limits.forget(THREE, "c");
        assert_eq!(limits.take(THREE, "c", start), Ok(()), "a good try clears the bad ones");
    }

    #[test]
    fn a_clock_set_back_locks_nobody_out() {
        let limits = Limits::new();
        let start = Moment::from_micros(100 * HOUR);
        for _ in 0..3 {
            limits.take(THREE, "a", start).expect("free");
        }
        assert_eq!(limits.take(THREE, "a", start.plus(-50 * HOUR)), Ok(()));
    }

    #[test]
    fn a_flood_of_addresses_does_not_fill_the_memory() {
        let limits = Limits::new();
        for n in 0..(2 * MOST as i64) {
            limits.take(THREE, &n.to_string(), Moment::from_micros(n)).expect("each is new");
        }
        assert!(limits.windows.lock().expect("free").len() <= MOST);
    }
}

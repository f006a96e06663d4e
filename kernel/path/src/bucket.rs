//! How long stays took, in buckets: to the minute under a quarter of an hour, above that to an eighth of the time.
//! Buckets add up over areas and months, so that a median needs no list of stays.

use lianxin_base::MINUTE;
use std::collections::BTreeMap;

/// So many stays in each bucket.
pub type Buckets = BTreeMap<i64, i64>;

/// Minutes that have a bucket of their own.
const FINE: i64 = 16;

/// The bucket of a working time.
pub const fn bucket(micros: i64) -> i64 {
    let minutes = if micros < 0 { 0 } else { micros / MINUTE };
    if minutes < FINE {
        return minutes;
    }
    let power = minutes.ilog2() as i64;
    FINE + (power - 4) * 8 + ((minutes >> (power - 3)) & 7)
}

/// From when and before when the times of a bucket lie, in µs.
pub const fn bounds(bucket: i64) -> (i64, i64) {
    if bucket < FINE {
        return (bucket * MINUTE, (bucket + 1) * MINUTE);
    }
    let (power, eighth) = ((bucket - FINE) / 8 + 4, (bucket - FINE) % 8);
    let step = 1 << (power - 3);
    ((8 + eighth) * step * MINUTE, (9 + eighth) * step * MINUTE)
}

/// The middle of the bucket in which the median lies (the lower of two); nothing of fewer stays than `least`.
pub fn median(buckets: &Buckets, least: i64) -> Option<i64> {
    let n: i64 = buckets.values().sum();
    if n < least.max(1) {
        return None;
    }
    let mut before = 0;
    let (bucket, _) = buckets.iter().find(|(_, many)| {
        before += **many;
        before * 2 >= n
    })?;
    let (from, to) = bounds(*bucket);
    Some(if *bucket < FINE { from } else { from + (to - from) / 2 })
}

#[cfg(test)]
mod tests {
    use super::*;
    use lianxin_base::HOUR;

    #[test]
    fn buckets_follow_each_other_and_hold_their_times() {
        let mut last = 0;
        for minutes in 0..200_000 {
            let b = bucket(minutes * MINUTE + 59);
            assert!(b == last || b == last + 1, "{minutes}");
            let (from, to) = bounds(b);
            assert!((from..to).contains(&(minutes * MINUTE)), "{minutes} in {from}..{to}");
            assert!(b < FINE || (to - from) * 8 <= from, "{b}: no wider than an eighth");
            last = b;
        }
        assert_eq!((bucket(-5), bucket(0), bucket(15 * MINUTE), bucket(16 * MINUTE)), (0, 0, 15, 16));
    }

    #[test]
    fn the_median_is_within_its_bucket() {
        let of = |times: &[i64]| {
            let mut all = Buckets::new();
            times.iter().for_each(|t| *all.entry(bucket(*t)).or_default() += 1);
            all
        };
        for (times, least, median_is) in [
            (&[][..], 1, None),
            (&[5 * MINUTE; 4], 5, None),
            (&[5 * MINUTE; 5], 5, Some(5 * MINUTE)),
            (&[MINUTE, 2 * MINUTE, 3 * MINUTE, 4 * MINUTE], 1, Some(2 * MINUTE)),
            (&[MINUTE, 8 * HOUR, 8 * HOUR, 80 * HOUR, 90 * HOUR], 5, Some(496 * MINUTE)),
        ] {
            assert_eq!(median(&of(times), least), median_is, "{times:?}");
        }
    }
}

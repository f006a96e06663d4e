//! The codes of an authenticator: six digits that follow from a secret and the time (RFC 6238, RFC 4226).

use hmac::{Hmac, Mac as _};
use lianxin_base::{Moment, SECOND};
use sha1::Sha1;

/// A code is good for so many seconds.
const STEP: i64 = 30;
/// So many steps early or late pass: clocks of phones differ, and typing takes time (RFC 6238 §5.2).
const DRIFT: i64 = 1;
/// Base32 (RFC 4648 §6), as authenticators read a secret.
const BASE32: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/// The step a moment lies in.
fn step(at: Moment) -> i64 {
    at.micros().div_euclid(STEP * SECOND)
}

/// The six digits of a step.
fn digits(secret: &[u8], step: i64) -> String {
    let mut mac = Hmac::<Sha1>::new_from_slice(secret).expect("HMAC takes a key of any length");
    mac.update(&step.to_be_bytes());
    let tag = mac.finalize().into_bytes();
    let at = usize::from(tag[19] & 0x0f);
    let word = u32::from_be_bytes([tag[at], tag[at + 1], tag[at + 2], tag[at + 3]]) & 0x7fff_ffff;
    format!("{:06}", word % 1_000_000)
}

/// The step a typed code belongs to: now or a neighbour, and later than the last one used, so that a code that was
/// looked at over a shoulder opens nothing.
pub(crate) fn fits(secret: &[u8], typed: &str, at: Moment, last: i64) -> Option<i64> {
    let now = step(at);
    let same = |a: &str, b: &str| a.len() == b.len() && a.bytes().zip(b.bytes()).fold(0, |d, (a, b)| d | (a ^ b)) == 0;
    (now - DRIFT..=now + DRIFT).filter(|s| same(&digits(secret, *s), typed)).find(|s| *s > last)
}

/// The secret as letters and digits, for typing where no camera helps.
pub(crate) fn base32(bytes: &[u8]) -> String {
    let bit = |n: usize| bytes.get(n / 8).map_or(0, |b| b >> (7 - n % 8) & 1);
    let letters = (bytes.len() * 8).div_ceil(5);
    let five = |i: usize| (0..5).fold(0u8, |word, n| word << 1 | bit(i * 5 + n));
    (0..letters).map(|i| char::from(BASE32[usize::from(five(i))])).collect()
}

/// The code of a moment, for tests of other rooms that play the authenticator.
pub fn code_at(secret: &[u8; 20], at: Moment) -> String {
    digits(secret, step(at))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECRET: &[u8; 20] = b"12345678901234567890";

    #[test]
    fn the_standards_own_examples_come_out() {
        // RFC 4226 appendix D: counters 0 to 9.
        let hotp = ["755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583", "399871", "520489"];
        for (counter, code) in hotp.iter().enumerate() {
            assert_eq!(digits(SECRET, counter as i64), *code, "{counter}");
        }
        // RFC 6238 appendix B, SHA-1, the last six of its eight digits.
        for (seconds, code) in [
            (59, "287082"),
            (1_111_111_109, "081804"),
            (1_111_111_111, "050471"),
            (1_234_567_890, "005924"),
            (2_000_000_000, "279037"),
            (20_000_000_000, "353130"),
        ] {
            assert_eq!(code_at(SECRET, Moment::from_micros(seconds * SECOND)), code, "{seconds}");
        }
    }

    #[test]
    fn a_code_passes_once_and_only_near_its_time() {
        let at = Moment::from_micros(1_111_111_109 * SECOND);
        let now = step(at);
        for (shift, last, passes) in
            [(0, 0, true), (-1, 0, true), (1, 0, true), (-2, 0, false), (2, 0, false), (0, now, false), (1, now, true)]
        {
            let code = digits(SECRET, now + shift);
            assert_eq!(fits(SECRET, &code, at, last), passes.then_some(now + shift), "{shift} after {last}");
        }
        for bad in ["", "12345", "1234567", "abcdef", "灯坏了"] {
            assert_eq!(fits(SECRET, bad, at, 0), None, "{bad}");
        }
    }

    #[test]
    fn a_secret_is_written_as_authenticators_read_it() {
        // RFC 4648 §10, without padding.
        for (bytes, text) in [("", ""), ("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foobar", "MZXW6YTBOI")] {
            assert_eq!(base32(bytes.as_bytes()), text);
        }
        assert_eq!(base32(SECRET), "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    }
}

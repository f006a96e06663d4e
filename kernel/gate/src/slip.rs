use lianxin_base::{Chance, half_width};
use std::fmt;

/// 31 letters and digits without 0 O 1 I L, so that a code read aloud or off a worn card arrives.
const ALPHABET: &[u8; 31] = b"23456789ABCDEFGHJKMNPQRSTUVWXYZ";
const LENGTH: usize = 10;
/// The largest multiple of 31 in a byte: what lies above is drawn again, so that no letter is likelier.
const FAIR: u8 = 248;

/// How long an entry slip 入户卡 is good, in days.
pub const SLIP_DAYS: i32 = 60;

/// The code on an entry slip: ten characters, 49 bits, printed once and never stored.
#[derive(Clone, PartialEq, Eq)]
pub struct SlipCode(String);

impl SlipCode {
    /// A new code.
    pub fn make(chance: &Chance) -> Self {
        Self::drawn(|_| chance.bytes::<16>().to_vec())
    }

    /// Ten fair letters out of as many bytes as it takes; `more` is asked for the first, second, … handful.
    pub(crate) fn drawn(more: impl Fn(u32) -> Vec<u8>) -> Self {
        let mut code = String::with_capacity(LENGTH);
        for n in 0.. {
            let fair = more(n).into_iter().filter(|b| *b < FAIR);
            code.extend(fair.take(LENGTH - code.len()).map(|b| char::from(ALPHABET[usize::from(b) % ALPHABET.len()])));
            if code.len() == LENGTH {
                break;
            }
        }
        Self(code)
    }

    /// Reads a code as people type it: small letters, full-width letters, spaces and dashes pass.
    pub fn read(typed: &str) -> Option<Self> {
        let mut code = String::with_capacity(LENGTH);
        for c in typed.chars().map(half_width).filter(|c| !c.is_whitespace() && !matches!(c, '-' | '–' | '—' | '·'))
        {
            let c = c.to_ascii_uppercase();
            if code.len() == LENGTH || !c.is_ascii() || !ALPHABET.contains(&(c as u8)) {
                return None;
            }
            code.push(c);
        }
        (code.len() == LENGTH).then_some(Self(code))
    }

    /// The ten characters without a gap, as they are hashed and put into a link.
    pub fn plain(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for SlipCode {
    /// `7KQM2-XRBHD`, as it is printed.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (a, b) = self.0.split_at(LENGTH / 2);
        write!(f, "{a}-{b}")
    }
}

impl fmt::Debug for SlipCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SlipCode(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_code_is_read_however_it_is_typed() {
        for (typed, read) in [
            ("7KQM2-XRBHD", Some("7KQM2XRBHD")),
            ("7kqm2xrbhd", Some("7KQM2XRBHD")),
            (" 7KQ M2 — XRB hd ", Some("7KQM2XRBHD")),
            ("７ＫＱＭ２－ＸＲＢＨＤ", Some("7KQM2XRBHD")),
            ("7KQM2-XRBH", None),
            ("7KQM2-XRBHDA", None),
            ("7KQM0-XRBHD", None),
            ("7KQM2-XRBH灯", None),
            ("", None),
        ] {
            assert_eq!(SlipCode::read(typed).as_ref().map(SlipCode::plain), read, "{typed}");
        }
    }

    #[test]
    fn every_letter_comes_up_about_equally_often() {
        let chance = Chance::seeded(3);
        let mut seen = [0u32; 256];
        for _ in 0..3100 {
            for b in SlipCode::make(&chance).plain().bytes() {
                seen[usize::from(b)] += 1;
            }
        }
        for letter in ALPHABET {
            let n = seen[usize::from(*letter)];
            assert!((850..1150).contains(&n), "{} came {n} times", char::from(*letter));
        }
        assert_eq!(seen.iter().sum::<u32>(), 31_000, "and no other character");
    }

    proptest! {
        #[test]
        fn what_is_printed_reads_back(seed: u64) {
            let code = SlipCode::make(&Chance::seeded(seed));
            prop_assert_eq!(SlipCode::read(&code.to_string()), Some(code));
        }
        #[test]
        fn nothing_typed_panics(typed: String) {
            SlipCode::read(&typed);
        }
    }
}

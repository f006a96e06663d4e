//! Fractions of the law and the inequality by which one is met. Integers only.

use crate::refusal::BadShare;
use lianxin_base::Fen;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// The largest denominator: keeps both sides of every inequality below 2^53, exact in every reader of JSON.
pub const DENOMINATOR_MAX: u32 = 100;

/// A fraction and whether it is to be reached or passed: `>= 2/3`, `> 1/2`. Civil Code 1259: what the law calls 以上
/// includes the number, 过半数 (more than half) does not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(try_from = "String")]
pub struct Share {
    num: u32,
    den: u32,
    strict: bool,
}

impl Share {
    /// `num/den`, to be passed if `strict`, else reached. Refused unless `0 < num ≤ den ≤ 100`, and where it could
    /// never be met (more than the whole).
    pub fn new(num: u32, den: u32, strict: bool) -> Result<Self, BadShare> {
        let possible = num > 0 && den <= DENOMINATOR_MAX && (num < den || num == den && !strict);
        possible.then_some(Self { num, den, strict }).ok_or(BadShare)
    }
    /// The numerator.
    pub const fn num(self) -> u32 {
        self.num
    }
    /// The denominator.
    pub const fn den(self) -> u32 {
        self.den
    }
    /// Whether it has to be passed, not only reached.
    pub const fn strict(self) -> bool {
        self.strict
    }
    /// Whether `part` of `whole` meets it, with the arithmetic: `den × part` against `num × whole`.
    pub fn test(self, measure: Measure, part: u64, whole: u64) -> Inequality {
        let (left, right) = (u128::from(self.den) * u128::from(part), u128::from(self.num) * u128::from(whole));
        let holds = if self.strict { left > right } else { left >= right };
        let Self { num, den, strict } = self;
        let text = written(self, measure, part, whole, holds);
        Inequality { measure, den, part, num, whole, strict, left: narrow(left), right: narrow(right), holds, text }
    }
    /// The least part of `whole` that meets it; saturates.
    pub fn least(self, whole: u64) -> u64 {
        let (num, den, whole) = (u128::from(self.num), u128::from(self.den), u128::from(whole));
        narrow(if self.strict { num * whole / den + 1 } else { (num * whole).div_ceil(den) })
    }
    /// Whether whatever meets this also meets `other`, both of the same whole.
    pub fn implies(self, other: Self) -> bool {
        let (mine, theirs) = (u64::from(self.num) * u64::from(other.den), u64::from(other.num) * u64::from(self.den));
        mine > theirs || mine == theirs && (self.strict || !other.strict)
    }
}

fn narrow(n: u128) -> u64 {
    u64::try_from(n).unwrap_or(u64::MAX)
}

impl fmt::Display for Share {
    /// `>= 2/3`, `> 1/2`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}/{}", if self.strict { ">" } else { ">=" }, self.num, self.den)
    }
}

impl FromStr for Share {
    type Err = BadShare;
    fn from_str(text: &str) -> Result<Self, BadShare> {
        let (strict, rest) = match text.strip_prefix(">=") {
            Some(rest) => (false, rest),
            None => (true, text.strip_prefix('>').ok_or(BadShare)?),
        };
        let (num, den) = rest.trim_start_matches(' ').split_once('/').ok_or(BadShare)?;
        let number = |digits: &str| {
            let plain = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
            plain.then(|| digits.parse().ok()).flatten().ok_or(BadShare)
        };
        Self::new(number(num)?, number(den)?, strict)
    }
}

impl TryFrom<String> for Share {
    type Error = BadShare;
    fn try_from(text: String) -> Result<Self, BadShare> {
        text.parse()
    }
}

/// What is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    /// Area of exclusive parts in 0.01 m².
    Area,
    /// Persons.
    Persons,
}

/// `den × part` against `num × whole`, whether it holds or not. Displayed it is what is true:
/// `3×20,000.00 ≥ 2×30,000.00`, `2×10,000.00 ≤ 20,000.00`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Inequality {
    /// What is measured; areas in 0.01 m².
    pub measure: Measure,
    /// The factor on the left.
    pub den: u32,
    /// What was reached.
    pub part: u64,
    /// The factor on the right.
    pub num: u32,
    /// What it is a part of.
    pub whole: u64,
    /// `true`: the left must be greater; `false`: at least as great.
    pub strict: bool,
    /// `den × part`.
    pub left: u64,
    /// `num × whole`.
    pub right: u64,
    /// Whether it holds.
    pub holds: bool,
    /// What is true, as it is displayed; areas in m².
    pub text: String,
}

impl fmt::Display for Inequality {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

fn written(share: Share, measure: Measure, part: u64, whole: u64, holds: bool) -> String {
    let sign = match (holds, share.strict) {
        (true, true) => '>',
        (true, false) => '≥',
        (false, true) => '≤',
        (false, false) => '<',
    };
    format!("{} {sign} {}", side(measure, share.den, part), side(measure, share.num, whole))
}

fn side(measure: Measure, factor: u32, n: u64) -> String {
    let grouped = match measure {
        Measure::Area => square_metres(n),
        Measure::Persons => n.to_string(),
    };
    if factor == 1 { grouped } else { format!("{factor}×{grouped}") }
}

/// `30,000.00`: money and area are grouped alike.
fn square_metres(n: u64) -> String {
    Fen(i64::try_from(n).unwrap_or(i64::MAX)).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn share(text: &str) -> Share {
        text.parse().expect(text)
    }

    #[test]
    fn fractions_lie_between_nothing_and_the_whole() {
        for (text, good) in [
            (">= 2/3", true),
            (">1/2", true),
            (">= 1/1", true),
            ("> 1/1", false), // more than everybody
            (">= 0/3", false),
            (">= 3/2", false),
            (">= 1/0", false),
            (">= 1/101", false),
            (">= +1/2", false),
            ("2/3", false),
            (">= 0.67", false),
            (">= 99999999999/99999999999", false),
            ("", false),
        ] {
            assert_eq!(text.parse::<Share>().is_ok(), good, "{text}");
        }
        assert_eq!(share(">=  2/3").to_string(), ">= 2/3");
    }

    #[test]
    fn the_least_that_meets_a_fraction_meets_it_and_one_less_does_not() {
        for (text, whole, least) in [
            (">= 2/3", 257, 172), // the example of 300 units
            ("> 1/2", 172, 87),
            (">= 3/4", 172, 129),
            (">= 2/3", 3_000_000, 2_000_000),
            ("> 1/2", 2, 2),
            (">= 1/1", 7, 7),
            ("> 1/2", 0, 1),
        ] {
            let share = share(text);
            assert_eq!(share.least(whole), least, "{text} of {whole}");
            assert!(share.test(Measure::Persons, least, whole).holds);
            assert!(!share.test(Measure::Persons, least - 1, whole).holds);
        }
    }

    #[test]
    fn an_inequality_is_written_as_it_is() {
        for (text, measure, part, whole, written) in [
            (">= 2/3", Measure::Area, 2_000_000, 3_000_000, "3×20,000.00 ≥ 2×30,000.00"),
            (">= 2/3", Measure::Area, 1_999_999, 3_000_000, "3×19,999.99 < 2×30,000.00"),
            ("> 1/2", Measure::Area, 1_000_000, 2_000_000, "2×10,000.00 ≤ 20,000.00"),
            ("> 1/2", Measure::Persons, 87, 172, "2×87 > 172"),
        ] {
            assert_eq!(share(text).test(measure, part, whole).to_string(), written);
        }
        let most = share(">= 99/100").test(Measure::Area, u64::MAX, u64::MAX);
        assert!(most.holds && most.left == u64::MAX, "nothing overflows");
    }

    #[test]
    fn which_fraction_asks_for_more() {
        for (more, less, implied) in [
            (">= 3/4", ">= 2/3", true),
            (">= 2/3", ">= 3/4", false),
            ("> 1/2", ">= 1/2", true),
            (">= 1/2", "> 1/2", false),
            (">= 2/4", ">= 1/2", true),
        ] {
            assert_eq!(share(more).implies(share(less)), implied, "{more} against {less}");
        }
    }
}

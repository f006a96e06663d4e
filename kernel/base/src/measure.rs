use crate::half_width;
use std::fmt;

/// Money in fen (0.01 yuan). Never a float.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct Fen(pub i64);

/// Floor area in 0.01 m² (GB/T 17986.1 gives two decimals). Never a float.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct Area(pub i64);

impl Fen {
    /// The sum, or `None` when it does not fit.
    pub const fn plus(self, other: Self) -> Option<Self> {
        match self.0.checked_add(other.0) {
            Some(n) => Some(Self(n)),
            None => None,
        }
    }
    /// Reads yuan as people write them: `1,980`, `1980.5`, `１９８０.００`.
    pub fn parse(text: &str) -> Option<Self> {
        hundredths(text).map(Self)
    }
}

impl Area {
    /// The sum, or `None` when it does not fit.
    pub const fn plus(self, other: Self) -> Option<Self> {
        match self.0.checked_add(other.0) {
            Some(n) => Some(Self(n)),
            None => None,
        }
    }
    /// Reads square metres as people write them; more than two decimals is refused, not rounded.
    pub fn parse(text: &str) -> Option<Self> {
        hundredths(text).map(Self)
    }
}

impl fmt::Display for Fen {
    /// `1,980.00`, `-0.05`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let n = self.0.unsigned_abs();
        let whole = (n / 100).to_string();
        if self.0 < 0 {
            f.write_str("-")?;
        }
        for (i, c) in whole.chars().enumerate() {
            if i > 0 && (whole.len() - i).is_multiple_of(3) {
                f.write_str(",")?;
            }
            write!(f, "{c}")?;
        }
        write!(f, ".{:02}", n % 100)
    }
}

impl fmt::Display for Area {
    /// `87.65`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let n = self.0.unsigned_abs();
        write!(f, "{}{}.{:02}", if self.0 < 0 { "-" } else { "" }, n / 100, n % 100)
    }
}

/// A decimal text with at most two decimals as a number of hundredths; full-width digits and thousands commas pass.
fn hundredths(text: &str) -> Option<i64> {
    let plain: String = text.trim().chars().filter(|c| *c != ',' && *c != '，').map(half_width).collect();
    let (sign, digits) = plain.strip_prefix('-').map_or((1, plain.as_str()), |rest| (-1, rest));
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    if whole.is_empty() || part.len() > 2 || !whole.bytes().chain(part.bytes()).all(|b| b.is_ascii_digit()) {
        return None;
    }
    let cents: i64 = if part.is_empty() { 0 } else { format!("{part:0<2}").parse().ok()? };
    whole.parse::<i64>().ok()?.checked_mul(100)?.checked_add(cents)?.checked_mul(sign)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn money_and_area_are_read_exactly_or_not_at_all() {
        for (text, fen) in [
            ("1,980", Some(198_000)),
            ("0.05", Some(5)),
            ("１２．５", Some(1250)),
            ("-3.20", Some(-320)),
            ("1.005", None),
            ("", None),
            (".5", None),
            ("1e3", None),
            ("99999999999999999999", None),
        ] {
            assert_eq!(Fen::parse(text), fen.map(Fen), "{text}");
        }
        assert_eq!(Fen(-5).to_string(), "-0.05");
        assert_eq!(Fen(27_500_000).to_string(), "275,000.00");
        assert_eq!(Area(8765).to_string(), "87.65");
        assert_eq!(Fen(i64::MAX).plus(Fen(1)), None);
        assert_eq!(Area(1).plus(Area(2)), Some(Area(3)));
    }

    proptest! {
        #[test]
        fn what_is_printed_reads_back(n in -9_000_000_000_000_000i64..9_000_000_000_000_000) {
            prop_assert_eq!(Fen::parse(&Fen(n).to_string()), Some(Fen(n)));
            prop_assert_eq!(Area::parse(&Area(n).to_string()), Some(Area(n)));
        }
    }
}

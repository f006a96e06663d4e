//! The one door to a sheet's numbers. Its format knows only floating point; inside this door they are decimal text.

use crate::Cell;

/// A number as a sheet has it, in decimals, at most six places. Sixteen digits and more are not held by it exactly.
pub(crate) fn cell(n: f64) -> Cell {
    if !n.is_finite() {
        return Cell::Empty;
    }
    if n.abs() >= 1e15 {
        return Cell::Lost;
    }
    let text = format!("{n:.6}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    Cell::Number(if text == "-0" { "0" } else { text }.to_owned())
}

/// A decimal text as a sheet takes it.
pub(crate) fn value(text: &str) -> Option<f64> {
    text.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_its_digits_and_says_when_the_file_lost_some() {
        for (n, want) in [
            (13_947_901_234.0, Cell::Number("13947901234".into())),
            (7.0, Cell::Number("7".into())),
            (89.35, Cell::Number("89.35".into())),
            (89.350_000_000_000_01, Cell::Number("89.35".into())),
            (-0.0, Cell::Number("0".into())),
            (1200.0, Cell::Number("1200".into())),
            (1.504_301_990_010_112e17, Cell::Lost),
            (f64::NAN, Cell::Empty),
        ] {
            assert_eq!(cell(n), want, "{n}");
        }
        assert_eq!(value("89.35"), Some(89.35));
        assert_eq!(value("八"), None);
    }
}

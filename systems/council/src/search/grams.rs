//! What is looked for and what is found are cut into pairs of neighbouring characters: a Chinese word of two characters
//! is one of them, and no list of words is needed.

use lianxin_base::half_width;
use std::collections::BTreeSet;

/// A longer search than this is cut.
pub const TYPED_MAX: usize = 60;
/// So many pairs of a search narrow it down; what is found is compared with all of the words anyway.
pub(crate) const PAIRS_MAX: usize = 6;
/// No character has a number from here on: three digits take its place.
const ABOVE: u32 = 0x11_0000;
/// How many digits a pair has where many are written one after the other.
const DIGITS: usize = 19;

/// Under whom a pair is written down.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Reach {
    /// What everybody may read, wherever it is.
    Public,
    /// All there is of this area; whether whoever asks may read it is looked at when it is found.
    Area(i64),
}

impl Reach {
    /// The lower bits of a pair: the area's number.
    const fn bits(self) -> i64 {
        match self {
            Self::Public => 0,
            Self::Area(area) => area,
        }
    }
}

/// A text as it is compared: half width, small letters, without what only parts or decorates.
pub(crate) fn plain(text: &str) -> String {
    text.chars().map(half_width).flat_map(char::to_lowercase).filter(|c| c.is_alphanumeric()).collect()
}

/// The words of a search that are long enough to look for, as they are compared.
pub(crate) fn words(typed: &str) -> Vec<String> {
    let typed: String = typed.chars().take(TYPED_MAX).collect();
    let all = typed.split(|c: char| c.is_whitespace() || "，。、；,;".contains(c)).map(plain);
    all.filter(|word| word.chars().nth(1).is_some()).collect()
}

/// The pairs of a text, each once.
pub(crate) fn pairs(plain: &str) -> BTreeSet<(char, char)> {
    plain.chars().zip(plain.chars().skip(1)).collect()
}

/// What a text is looked up by: its pairs, and of digits three in a row, too; there are so few pairs of digits that a
/// number would be looked for among all others.
pub(crate) fn grams(plain: &str) -> BTreeSet<i64> {
    let all: Vec<char> = plain.chars().collect();
    let three = |three: &[char]| match three {
        [a, b, c] => Some((ABOVE + a.to_digit(10)? * 10 + b.to_digit(10)?, c.to_digit(10)?)),
        _ => None,
    };
    let pairs = pairs(plain).into_iter().map(gram);
    pairs.chain(all.windows(3).filter_map(three).map(|(a, b)| packed(a, b))).collect()
}

/// A pair as a number: two characters of 21 bits.
pub(crate) fn gram((a, b): (char, char)) -> i64 {
    packed(u32::from(a), u32::from(b))
}

fn packed(a: u32, b: u32) -> i64 {
    (i64::from(a) << 21) | i64::from(b)
}

/// Such a number together with who finds by it.
pub(crate) fn number(gram: i64, reach: Reach) -> i64 {
    (gram << 21) | (reach.bits() & 0x1F_FFFF)
}

/// These numbers, one after the other, as the store writes them in one statement.
pub(crate) fn written(grams: &BTreeSet<i64>, reach: Reach) -> String {
    grams.iter().map(|gram| format!("{:0DIGITS$}", number(*gram, reach))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_of_two_characters_is_one_pair_and_signs_part_nothing() {
        for (typed, want) in [
            ("楼道 灯", vec!["楼道"]),
            ("３号楼，电梯", vec!["3号楼", "电梯"]),
            ("灯", vec![]),
            ("  ", vec![]),
            ("WiFi 不通", vec!["wifi", "不通"]),
            ("%_'\"", vec![]),
        ] {
            assert_eq!(words(typed), want, "{typed:?}");
        }
        assert_eq!(pairs("楼道灯").into_iter().collect::<Vec<_>>(), [('楼', '道'), ('道', '灯')]);
        assert_eq!(pairs("灯"), BTreeSet::new());
        assert_eq!(plain("3 号楼，2 单元：灯！"), "3号楼2单元灯");
    }

    #[test]
    fn each_pair_has_its_own_number_for_each_reader() {
        let reaches = [Reach::Public, Reach::Area(1), Reach::Area(2), Reach::Area(3), Reach::Area(0x1F_FFFF)];
        let mut all: Vec<i64> = [('楼', '道'), ('道', '楼'), ('\u{10FFFF}', '\u{10FFFF}'), ('a', 'b')]
            .into_iter()
            .flat_map(|pair| reaches.map(|reach| number(gram(pair), reach)))
            .collect();
        assert!(all.iter().all(|n| *n > 0));
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), 20);
        let text = written(&grams("楼道灯"), Reach::Public);
        assert_eq!(text.len(), 2 * DIGITS);
        assert_eq!(text[..DIGITS].parse(), Ok(number(gram(('楼', '道')), Reach::Public)));
    }
    #[test]
    fn a_number_is_looked_up_by_three_digits_in_a_row() {
        for (text, more) in [("灯坏了", 0), ("3号楼", 0), ("12号", 0), ("123号", 1), ("0001", 2), ("a123b4567", 3)]
        {
            assert_eq!(grams(text).len(), pairs(text).len() + more, "{text}");
        }
        let three = |text: &str| grams(text).into_iter().max().expect("three digits");
        assert!(three("123") != three("124") && three("123") != three("321") && three("999") < (1 << 42));
        assert!(three("000") > gram(('\u{10FFFF}', '\u{10FFFF}')), "none is a pair");
    }
}

//! One cell, and the ways people write what is meant.

use lianxin_base::Day;
use serde::{Deserialize, Serialize};

/// What stands in a cell. Numbers stay text: they are never calculated with.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub enum Cell {
    /// Nothing.
    #[default]
    #[serde(rename = "-")]
    Empty,
    /// Words.
    #[serde(rename = "t")]
    Text(String),
    /// A number as a plain decimal, at most six places.
    #[serde(rename = "n")]
    Number(String),
    /// A date, by its number ([`Day::number`]).
    #[serde(rename = "d")]
    Day(i32),
    /// A number so long that the file itself has lost digits.
    #[serde(rename = "l")]
    Lost,
    /// A formula whose value was never saved.
    #[serde(rename = "f")]
    Bare,
    /// A resident identity number stood here; it is kept nowhere.
    #[serde(rename = "i")]
    Id,
}

/// A sheet counts days so that this one, the first after a leap day that never was, has this number.
const SERIAL: ((i32, u8, u8), i32) = ((1900, 3, 1), 61);

impl Cell {
    /// Words, tidied; empty ones are nothing.
    pub(crate) fn text(raw: &str) -> Self {
        let text = tidy(raw);
        if text.is_empty() { Self::Empty } else { Self::Text(text) }
    }

    /// A date.
    pub(crate) fn date(year: u16, month: u8, day: u8) -> Self {
        Day::ymd(i32::from(year), month, day).map_or(Self::Empty, |d| Self::Day(d.number()))
    }

    /// Whether nothing stands here.
    pub const fn is_empty(&self) -> bool {
        matches!(self, Self::Empty)
    }

    /// What one reads in it; empty for what cannot be read.
    pub fn say(&self) -> String {
        match self {
            Self::Text(text) | Self::Number(text) => text.clone(),
            Self::Day(n) => Day::from_number(*n).to_string(),
            Self::Empty | Self::Lost | Self::Bare | Self::Id => String::new(),
        }
    }
}

/// Without blanks at the ends (full-width ones too), and without what programs put round a code: `="0012"`, a
/// back-quote or an apostrophe before it.
pub fn tidy(raw: &str) -> String {
    let plain = |c: char| c.is_whitespace() || matches!(c, '\u{FEFF}' | '\u{200B}');
    let text = raw.trim_matches(plain);
    let inner = text.strip_prefix("=\"").and_then(|t| t.strip_suffix('"'));
    let text = inner.unwrap_or(text);
    let text = text.strip_prefix(['`', '\'']).unwrap_or(text).trim_matches(plain);
    text.split(['\r', '\n'])
        .map(|part| part.trim_matches(plain))
        .filter(|p| !p.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// Full-width letters, digits and signs as half-width ones; other characters stay as they are.
pub fn half(text: &str) -> String {
    let one = |c: char| match c {
        '！'..='～' => char::from_u32(c as u32 - '！' as u32 + '!' as u32).unwrap_or(c),
        '\u{3000}' => ' ',
        '–' | '—' | '―' | '‐' | '‑' => '-',
        other => other,
    };
    text.chars().map(one).collect()
}

/// A date as people write it: `2026.3.3`, `2026-03-03`, `2026年3月3日`, `20260303`, or the bare serial of a sheet.
pub fn day(text: &str) -> Option<Day> {
    let plain = half(text.trim());
    let plain = plain.split([' ', 'T']).next().unwrap_or("");
    if plain.bytes().all(|b| b.is_ascii_digit()) {
        return match plain.len() {
            8 => ymd(&plain[..4], &plain[4..6], &plain[6..]),
            5 => {
                let ((y, m, d), first) = SERIAL;
                let serial: i32 = plain.parse().ok().filter(|n| (20_000..80_000).contains(n))?;
                Some(Day::ymd(y, m, d)?.plus(serial - first))
            }
            _ => None,
        };
    }
    let mut parts = plain.split(['.', '-', '/', '年', '月', '日']).filter(|p| !p.is_empty());
    let found = ymd(parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() { None } else { found }
}

fn ymd(y: &str, m: &str, d: &str) -> Option<Day> {
    let year: i32 = y.parse().ok().filter(|y| (1900..2200).contains(y))?;
    Day::ymd(year, m.parse().ok()?, d.parse().ok()?)
}

/// What people write where there is no name: nobody.
pub fn nobody(name: &str) -> bool {
    const WORDS: [&str; 16] = [
        "无",
        "暂无",
        "没有",
        "未知",
        "不详",
        "不明",
        "待定",
        "待查",
        "空",
        "空置",
        "空房",
        "未售",
        "未入住",
        "某某",
        "业主",
        "-",
    ];
    let plain = half(name.trim());
    plain.is_empty()
        || WORDS.contains(&plain.as_str())
        || plain.chars().all(|c| matches!(c, '/' | '-' | '.' | '*' | '?'))
}

/// What people write where there is no telephone: `18999999999`, `13800000000`, `无`, `0`.
pub fn unknown_phone(text: &str) -> bool {
    let digits: Vec<char> = half(text).chars().filter(char::is_ascii_digit).collect();
    if digits.len() < 3 {
        return true; // no telephone has so few; a word says there is none
    }
    let rest = &digits[digits.len().min(3)..];
    let same = |part: &[char]| part.windows(2).all(|w| w[0] == w[1]);
    same(&digits) || (digits.len() == 11 && same(rest)) || (digits.len() == 11 && same(&digits[2..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_tidied_without_losing_anything_that_is_meant() {
        for (raw, want) in [
            (" 王 小明\u{3000}", "王 小明"),
            ("=\"0012\"", "0012"),
            ("`6222021234", "6222021234"),
            ("'0475-8123456", "0475-8123456"),
            ("阿拉坦·巴图", "阿拉坦·巴图"),
            ("㛃䶮𬸘", "㛃䶮𬸘"),
            ("第一行\r\n 第二行", "第一行 第二行"),
            ("\u{FEFF}楼号", "楼号"),
            ("=SUM(A1)", "=SUM(A1)"),
            ("", ""),
            ("\u{3000}\u{A0}", ""),
        ] {
            assert_eq!(tidy(raw), want, "{raw:?}");
        }
    }

    #[test]
    fn a_date_is_read_however_it_is_written() {
        for text in [
            "2026-03-03",
            "2026.3.3",
            "2026/3/3",
            "2026年3月3日",
            "２０２６．３．３",
            "20260303",
            "46084",
            "2026-03-03 10:30",
            " 2026-3-03T00:00:00 ",
        ] {
            assert_eq!(day(text).map(|d| d.to_string()).as_deref(), Some("2026-03-03"), "{text}");
        }
        for text in
            ["", "3.3", "2026年3月", "2026-13-01", "2026-02-30", "今天", "123", "99999", "1-2-3-4", "12026-01-01"]
        {
            assert_eq!(day(text), None, "{text}");
        }
    }

    #[test]
    fn what_stands_for_nothing_is_known() {
        for text in
            ["18999999999", "13800000000", "11111111111", "00000000000", "无", "0", "-", "", "１８９９９９９９９９９"]
        {
            assert!(unknown_phone(text), "{text}");
        }
        for text in ["13947901234", "0475-8123456", "18912345678", "8123456"] {
            assert!(!unknown_phone(text), "{text}");
        }
        for text in ["无", "", "/", "--", "未知", "空置", "＊＊"] {
            assert!(nobody(text), "{text}");
        }
        for text in ["吴", "张玉兰", "空明"] {
            assert!(!nobody(text), "{text}");
        }
    }
}

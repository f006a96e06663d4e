use crate::texts::t;
use lianxin_base::{Lang, Refuse};

/// What is wrong with one answer of a form.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum BadField {
    /// Nothing was answered where an answer is needed.
    Empty,
    /// More characters than the question takes.
    TooLong {
        /// So many it takes.
        most: usize,
        /// So many there are.
        now: usize,
    },
    /// A character that is not seen and not written by people: a control, or one that turns the line around.
    Control,
    /// None of the answers offered.
    Choice,
    /// No calendar day.
    Day,
    /// A file larger than the question takes.
    FileTooLarge {
        /// So many megabytes it takes.
        most: usize,
    },
    /// More files than the question takes.
    FilesTooMany {
        /// So many it takes.
        most: usize,
    },
}

impl BadField {
    /// One of each, for `docs/refusals.md`.
    pub const ALL: &[Self] = &[
        Self::Empty,
        Self::TooLong { most: 20, now: 21 },
        Self::Control,
        Self::Choice,
        Self::Day,
        Self::FileTooLarge { most: 12 },
        Self::FilesTooMany { most: 6 },
    ];
}

impl Refuse for BadField {
    fn code(&self) -> &'static str {
        match self {
            Self::Empty => "form.empty",
            Self::TooLong { .. } => "form.too_long",
            Self::Control => "form.control",
            Self::Choice => "form.choice",
            Self::Day => "form.day",
            Self::FileTooLarge { .. } => "form.file_too_large",
            Self::FilesTooMany { .. } => "form.files_too_many",
        }
    }

    fn say(&self, lang: Lang) -> String {
        let t = t(lang);
        match *self {
            Self::Empty => t.msg_bad_empty(),
            Self::TooLong { most, now } => t.msg_bad_too_long(most, now),
            Self::Control => t.msg_bad_control(),
            Self::Choice => t.msg_bad_choice(),
            Self::Day => t.msg_bad_day(),
            Self::FileTooLarge { most } => t.msg_bad_file_too_large(most),
            Self::FilesTooMany { most } => t.msg_bad_files_too_many(most),
        }
    }
}

/// Whether an answer may have several lines.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Lines {
    One,
    Many,
}

/// An answer as it is kept: line ends are LF, nothing hangs over at the ends, nothing invisible steers the text.
/// Emoji, rare characters (also those of the private area that older registers use) stay as they are.
pub(crate) fn clean(raw: &str, lines: Lines, most: usize) -> Result<String, BadField> {
    let mut text = String::with_capacity(raw.len());
    let mut chars = raw.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\r' => {
                chars.next_if_eq(&'\n');
                text.push('\n');
            }
            '\u{FEFF}' => {} // the byte order mark that some programs copy along
            '\n' | '\t' => text.push(c),
            c if steers(c) => return Err(BadField::Control),
            c => text.push(c),
        }
    }
    let text = match lines {
        Lines::One => text.split(['\n', '\t']).map(str::trim).filter(|p| !p.is_empty()).collect::<Vec<_>>().join(" "),
        Lines::Many => text.trim().to_owned(),
    };
    let now = text.chars().count();
    if now > most { Err(BadField::TooLong { most, now }) } else { Ok(text) }
}

/// Controls, and the marks that turn reading direction around (they can make a line read as another).
fn steers(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{2028}' | '\u{2029}' | '\u{FFF9}'..='\u{FFFB}')
        || (c as u32) & 0xFFFE == 0xFFFE
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_people_type_is_kept_and_what_steers_is_refused() {
        for (raw, lines, kept) in [
            ("  三单元声控灯坏了\r\n请修一下 \r\n", Lines::Many, Ok("三单元声控灯坏了\n请修一下")),
            ("㛃 䶮 𬸘 \u{E000}", Lines::One, Ok("㛃 䶮 𬸘 \u{E000}")),
            ("👨‍👩‍👧 👍🏽", Lines::One, Ok("👨‍👩‍👧 👍🏽")),
            ("<script>alert(1)</script>", Lines::One, Ok("<script>alert(1)</script>")),
            ("\u{FEFF}复制来的", Lines::One, Ok("复制来的")),
            ("两\n行", Lines::One, Ok("两 行")),
            ("　全角空格　", Lines::One, Ok("全角空格")),
            ("", Lines::One, Ok("")),
            ("坏\0了", Lines::Many, Err(BadField::Control)),
            ("坏\u{1b}[31m了", Lines::Many, Err(BadField::Control)),
            ("倒\u{202E}着读", Lines::Many, Err(BadField::Control)),
            ("\u{FFFF}", Lines::Many, Err(BadField::Control)),
        ] {
            assert_eq!(clean(raw, lines, 100), kept.map(str::to_owned), "{raw:?}");
        }
    }

    #[test]
    fn length_is_counted_in_characters_and_the_sentence_names_both_figures() {
        assert!(clean(&"𬸘".repeat(20), Lines::One, 20).is_ok());
        let long = clean(&"灯".repeat(21), Lines::One, 20).expect_err("too long");
        assert_eq!(long, BadField::TooLong { most: 20, now: 21 });
        for lang in Lang::ALL {
            let said = long.say(lang);
            assert!(said.contains("20") && said.contains("21"), "{said}");
        }
    }

    proptest! {
        #[test]
        fn cleaning_twice_changes_nothing_more(raw in any::<String>()) {
            for lines in [Lines::One, Lines::Many] {
                if let Ok(once) = clean(&raw, lines, usize::MAX) {
                    prop_assert_eq!(clean(&once, lines, usize::MAX), Ok(once.clone()));
                    prop_assert!(!once.contains(|c: char| c.is_control() && c != '\n' && c != '\t'));
                }
            }
        }
    }
}

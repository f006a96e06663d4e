use crate::texts::t;
use lianxin_base::{Lang, Refuse};
use serde::{Deserialize, Serialize};

/// Why a file is not read, in order of precedence.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Refusal {
    /// Larger than [`crate::FILE`].
    Large,
    /// No sheet at all: a picture, a letter.
    NoSheet,
    /// A web page that was given the name of a sheet.
    WebPage,
    /// It asks for a password.
    Locked,
    /// It would unpack to more than any honest workbook.
    Bomb,
    /// It is cut off or damaged.
    Broken,
    /// More rows or words than [`crate::ROWS`] hold.
    Long,
    /// More columns than [`crate::COLUMNS`].
    Wide,
    /// Nothing stands in it.
    Nothing,
    /// No header in the first ten rows: the columns that are missing.
    NoHeader(String),
    /// A header, and nothing under it.
    NoRows,
    /// Too many are being read just now.
    Busy,
}

impl Refusal {
    /// One of each, for `docs/refusals.md`.
    pub fn all() -> Vec<Self> {
        use Refusal::{Bomb, Broken, Busy, Large, Locked, Long, NoHeader, NoRows, NoSheet, Nothing, WebPage, Wide};
        let missing = NoHeader("楼号、房号".into());
        vec![Large, NoSheet, WebPage, Locked, Bomb, Broken, Long, Wide, Nothing, missing, NoRows, Busy]
    }
}

impl Refuse for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Large => "paper.large",
            Self::NoSheet => "paper.no_sheet",
            Self::WebPage => "paper.web_page",
            Self::Locked => "paper.locked",
            Self::Bomb => "paper.bomb",
            Self::Broken => "paper.broken",
            Self::Long => "paper.long",
            Self::Wide => "paper.wide",
            Self::Nothing => "paper.nothing",
            Self::NoHeader(_) => "paper.no_header",
            Self::NoRows => "paper.no_rows",
            Self::Busy => "paper.busy",
        }
    }

    fn say(&self, lang: Lang) -> String {
        let t = t(lang);
        match self {
            Self::Large => t.msg_file_large(crate::FILE / 1024 / 1024),
            Self::NoSheet => t.msg_file_no_sheet(),
            Self::WebPage => t.msg_file_web_page(),
            Self::Locked => t.msg_file_locked(),
            Self::Bomb => t.msg_file_bomb(),
            Self::Broken => t.msg_file_broken(),
            Self::Long => t.msg_file_long(crate::ROWS),
            Self::Wide => t.msg_file_wide(crate::COLUMNS),
            Self::Nothing => t.msg_file_nothing(),
            Self::NoHeader(missing) => t.msg_file_no_header(missing),
            Self::NoRows => t.msg_file_no_rows(),
            Self::Busy => t.msg_file_busy(),
        }
    }

    fn field(&self) -> Option<&'static str> {
        Some("file")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Wrong;

    #[test]
    fn every_refusal_has_its_own_code_and_a_sentence_in_both_languages() {
        let all = Refusal::all();
        let mut codes: Vec<_> = all.iter().map(Refuse::code).chain(Wrong::ALL.iter().map(Refuse::code)).collect();
        let many = codes.len();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), many);
        let sentences = all.iter().map(|r| r as &dyn Refuse).chain(Wrong::ALL.iter().map(|w| w as &dyn Refuse));
        for refusal in sentences {
            assert!(refusal.say(Lang::Zh).ends_with('。'), "{refusal:?}");
            assert!(refusal.say(Lang::En).ends_with('.'), "{refusal:?}");
        }
    }
}

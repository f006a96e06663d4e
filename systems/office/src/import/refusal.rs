use crate::texts::t;
use lianxin_base::{Lang, Refuse};

/// Why an import or an export does not go on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Refusal {
    /// The staged workbook is gone: it was entered, given up, or a day has passed.
    Gone,
    /// Tried, or with a fault in it: what was entered is taken back.
    TakenBack,
    /// No file was chosen.
    NoFile,
    /// A list of people leaves only with what it is for.
    NoPurpose,
    /// No such area.
    NoArea,
}

impl Refusal {
    /// One of each, for `docs/refusals.md`.
    pub const ALL: &[Self] = &[Self::Gone, Self::TakenBack, Self::NoFile, Self::NoPurpose, Self::NoArea];
}

impl Refuse for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Gone => "office.import_gone",
            Self::TakenBack => "office.import_taken_back",
            Self::NoFile => "office.import_no_file",
            Self::NoPurpose => "office.export_no_purpose",
            Self::NoArea => "office.no_area",
        }
    }

    fn say(&self, lang: Lang) -> String {
        let t = t(lang);
        match self {
            Self::Gone => t.msg_import_gone(),
            Self::TakenBack => t.msg_import_taken_back(),
            Self::NoFile => t.msg_import_no_file(),
            Self::NoPurpose => t.msg_export_no_purpose(),
            Self::NoArea => t.msg_import_area_unknown(),
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::NoFile => Some("file"),
            Self::NoPurpose => Some("purpose"),
            Self::NoArea => Some("area"),
            Self::Gone | Self::TakenBack => None,
        }
    }
}

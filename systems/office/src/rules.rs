//! What may be done here and what not, without a database: which seats an organisation has, and the hand-over of one.

use crate::texts::t;
use lianxin_base::{Lang, Refuse};
use lianxin_gate::Role;
use lianxin_register::OrgKind;

/// Most lines somebody writes on a hand-over list; the open matters come besides.
pub(crate) const ITEMS_MAX: usize = 80;
/// Longest line.
pub(crate) const LINE_MAX: usize = 80;

/// The seats an organisation of a kind may have. Nobody is made administrator of the machine on a page.
pub(crate) const fn roles_of(kind: OrgKind) -> &'static [Role] {
    match kind {
        OrgKind::Party => &[Role::Secretary, Role::Worker, Role::Liaison],
        OrgKind::ResidentsCommittee | OrgKind::Community => {
            &[Role::Worker, Role::GridWorker, Role::BuildingHead, Role::Liaison, Role::Secretary]
        }
        OrgKind::OwnersCommittee => &[Role::CommitteeMember],
        OrgKind::Company => &[Role::CompanyManager, Role::CompanyDesk, Role::CompanyStaff, Role::Liaison],
        OrgKind::PmOffice | OrgKind::Department => &[Role::Department],
        OrgKind::Street | OrgKind::Union => &[Role::Coordinator],
    }
}

macro_rules! item_kinds {
    ($($(#[$doc:meta])* $name:ident $text:literal $label:ident,)*) => {
        /// What a line of a hand-over list is about.
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        pub(crate) enum ItemKind { $($(#[$doc])* $name,)* }
        impl ItemKind {
            /// All of them, in the order of the sheet.
            pub(crate) const ALL: &[Self] = &[$(Self::$name),*];
            /// Its name in the record.
            pub(crate) const fn name(self) -> &'static str { match self { $(Self::$name => $text,)* } }
            /// In words.
            pub(crate) fn say(self, lang: Lang) -> String { match self { $(Self::$name => t(lang).$label(),)* } }
        }
        impl std::str::FromStr for ItemKind {
            type Err = NoItemKind;
            fn from_str(text: &str) -> Result<Self, NoItemKind> {
                match text { $($text => Ok(Self::$name),)* _ => Err(NoItemKind) }
            }
        }
    };
}

item_kinds! {
    /// A matter that is not closed.
    Matter "matter" msg_item_matter,
    /// Something promised to somebody, with its day.
    Promise "promise" msg_item_promise,
    /// A meeting that is called.
    Meeting "meeting" msg_item_meeting,
    /// Keys.
    Keys "keys" msg_item_keys,
    /// Books, lists, files.
    Books "books" msg_item_books,
    /// Anything else.
    Other "other" msg_item_other,
}

/// No such kind of line.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct NoItemKind;

/// Why something of a hand-over is not done, in order of precedence.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Refusal {
    /// No such hand-over, or not for this visitor.
    NoHandover,
    /// The seat is being handed over already.
    Twice,
    /// It has been accepted: nothing changes any more.
    Done,
    /// Only who takes over says what is there.
    NotYours,
    /// The one who takes over has no seat in this organisation, or is the one who leaves.
    Successor,
    /// Nobody has been named who takes over.
    NoSuccessor,
    /// A line without words.
    NoWords,
    /// A line that is too long.
    LongWords,
    /// More lines than a sheet holds.
    Many,
    /// No such line.
    NoItem,
    /// Something is missing, and nothing says what.
    NoNote,
    /// So many lines have not been looked at.
    Unchecked(usize),
}

impl Refusal {
    /// One of each, for `docs/refusals.md`.
    pub const ALL: &[Self] = &[
        Self::NoHandover,
        Self::Twice,
        Self::Done,
        Self::NotYours,
        Self::Successor,
        Self::NoSuccessor,
        Self::NoWords,
        Self::LongWords,
        Self::Many,
        Self::NoItem,
        Self::NoNote,
        Self::Unchecked(3),
    ];
}

impl Refuse for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::NoHandover => "office.no_handover",
            Self::Twice => "office.handover_twice",
            Self::Done => "office.handover_done",
            Self::NotYours => "office.handover_not_yours",
            Self::Successor => "office.handover_successor",
            Self::NoSuccessor => "office.handover_no_successor",
            Self::NoWords => "office.handover_no_words",
            Self::LongWords => "office.handover_long",
            Self::Many => "office.handover_many",
            Self::NoItem => "office.handover_no_item",
            Self::NoNote => "office.handover_no_note",
            Self::Unchecked(_) => "office.handover_unchecked",
        }
    }
    fn say(&self, lang: Lang) -> String {
        let t = t(lang);
        match self {
            Self::NoHandover => t.msg_no_handover(),
            Self::Twice => t.msg_handover_twice(),
            Self::Done => t.msg_handover_done(),
            Self::NotYours => t.msg_handover_not_yours(),
            Self::Successor => t.msg_handover_bad_successor(),
            Self::NoSuccessor => t.msg_handover_no_successor(),
            Self::NoWords => t.msg_handover_no_words(),
            Self::LongWords => t.msg_handover_long(LINE_MAX as u64),
            Self::Many => t.msg_handover_many(ITEMS_MAX as u64),
            Self::NoItem => t.msg_handover_no_item(),
            Self::NoNote => t.msg_handover_no_note(),
            Self::Unchecked(n) => t.msg_handover_unchecked(*n as u64),
        }
    }
    fn status(&self) -> u16 {
        match self {
            Self::NoHandover => 404,
            Self::NotYours => 403,
            Self::Twice | Self::Done => 409,
            _ => 422,
        }
    }
    fn field(&self) -> Option<&'static str> {
        match self {
            Self::Successor | Self::NoSuccessor => Some("successor"),
            Self::NoWords | Self::LongWords | Self::Many => Some("words"),
            Self::NoNote => Some("note"),
            _ => None,
        }
    }
}

/// How a hand-over stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Standing {
    /// Who is to take it is named.
    pub(crate) successor: bool,
    /// It has been accepted.
    pub(crate) accepted: bool,
    /// So many lines have not been looked at.
    pub(crate) unchecked: usize,
    /// The visitor sits in the seat that takes it over.
    pub(crate) theirs: bool,
}

/// Whether a line may be looked at by this visitor.
pub(crate) fn may_check(s: &Standing) -> Result<(), Refusal> {
    if s.accepted {
        return Err(Refusal::Done);
    }
    if !s.successor {
        return Err(Refusal::NoSuccessor);
    }
    if s.theirs { Ok(()) } else { Err(Refusal::NotYours) }
}

/// Whether the whole may be accepted by this visitor.
pub(crate) fn may_accept(s: &Standing) -> Result<(), Refusal> {
    may_check(s)?;
    if s.unchecked > 0 { Err(Refusal::Unchecked(s.unchecked)) } else { Ok(()) }
}

/// What stands in a field of the opening form: one line each, blank ones left out.
pub(crate) fn lines(text: &str) -> Result<Vec<String>, Refusal> {
    let all: Vec<String> = text.lines().map(str::trim).filter(|l| !l.is_empty()).map(str::to_owned).collect();
    if all.iter().any(|l| l.chars().count() > LINE_MAX) {
        return Err(Refusal::LongWords);
    }
    if all.len() > ITEMS_MAX { Err(Refusal::Many) } else { Ok(all) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_refusal_has_its_own_code_and_a_sentence_in_both_languages() {
        let mut codes: Vec<_> = Refusal::ALL.iter().map(Refuse::code).collect();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), Refusal::ALL.len());
        for refusal in Refusal::ALL {
            assert!(refusal.code().starts_with("office."), "{refusal:?}");
            assert!(refusal.say(Lang::Zh).ends_with('。'), "{refusal:?}");
            assert!(refusal.say(Lang::En).ends_with('.'), "{refusal:?}");
        }
    }

    #[test]
    fn only_who_takes_over_looks_and_accepts_and_only_once_all_is_looked_at() {
        let open = Standing { successor: true, accepted: false, unchecked: 2, theirs: true };
        for (words, s, check, accept) in [
            ("all is there but two lines", open, Ok(()), Err(Refusal::Unchecked(2))),
            ("all is looked at", Standing { unchecked: 0, ..open }, Ok(()), Ok(())),
            ("by a colleague", Standing { theirs: false, ..open }, Err(Refusal::NotYours), Err(Refusal::NotYours)),
            (
                "before anybody is named",
                Standing { successor: false, theirs: false, ..open },
                Err(Refusal::NoSuccessor),
                Err(Refusal::NoSuccessor),
            ),
            ("a second time", Standing { accepted: true, ..open }, Err(Refusal::Done), Err(Refusal::Done)),
        ] {
            assert_eq!((may_check(&s), may_accept(&s)), (check, accept), "{words}");
        }
    }

    #[test]
    fn a_field_of_lines() {
        let long = "长".repeat(LINE_MAX + 1);
        let many = "x\n".repeat(ITEMS_MAX + 1);
        for (text, read) in [
            (" 大门钥匙 3 把 \n\n仓库钥匙", Ok(vec!["大门钥匙 3 把".to_owned(), "仓库钥匙".to_owned()])),
            ("", Ok(vec![])),
            (long.as_str(), Err(Refusal::LongWords)),
            (many.as_str(), Err(Refusal::Many)),
        ] {
            assert_eq!(lines(text), read, "{text}");
        }
    }

    #[test]
    fn no_organisation_makes_an_administrator_and_each_has_a_seat_to_give() {
        for kind in OrgKind::ALL {
            let roles = roles_of(*kind);
            assert!(!roles.is_empty() && !roles.contains(&Role::Admin), "{kind}");
        }
        for kind in ItemKind::ALL {
            assert_eq!(kind.name().parse(), Ok(*kind));
            assert!(Lang::ALL.iter().all(|lang| !kind.say(*lang).is_empty()));
        }
        assert_eq!("?".parse::<ItemKind>(), Err(NoItemKind));
    }
}

//! Who gives a part of the work to whom, and how a part goes on; pure.

use crate::texts::t;
use lianxin_base::vocabulary;
use lianxin_base::{Lang, OrgId, Refuse};

/// So many parts of one matter are open at most.
const MOST: usize = 12;

vocabulary! {
    /// How a part stands.
    State {
        /// It was given and nobody has taken it yet.
        Given = "given",
        /// 接了
        Accepted = "accepted",
        /// 不归我们管，退回
        Returned = "returned",
        /// 干完了
        Done = "done",
        /// 撤了
        Off = "off",
    }
}

impl State {
    /// Whether the matter waits for it.
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Given | Self::Accepted)
    }
    /// The kind of its line in the matter's course.
    pub(super) const fn entry(self) -> &'static str {
        match self {
            Self::Given => "part",
            Self::Accepted => "part_accepted",
            Self::Returned => "part_returned",
            Self::Done => "part_done",
            Self::Off => "part_off",
        }
    }
}

/// Why something about a part was refused.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Refusal {
    /// No such part, or not for you.
    NoPart,
    /// Only who has the matter in hand, or the community, splits it.
    NotGiver,
    /// It is not being worked at.
    NotWorking,
    /// Whoever has the whole has each part of it.
    Own,
    /// Too many parts are open.
    TooMany,
    /// Only who was given it goes on with it, only who gave it calls it off.
    NotTheirs,
    /// It is over already.
    Over,
    /// Parts are open still.
    StillOpen(usize),
}

/// One of each, for the printed list and the test that every sentence exists in both languages.
pub const REFUSALS: &[Refusal] = &[
    Refusal::NoPart,
    Refusal::NotGiver,
    Refusal::NotWorking,
    Refusal::Own,
    Refusal::TooMany,
    Refusal::NotTheirs,
    Refusal::Over,
    Refusal::StillOpen(2),
];

impl Refuse for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::NoPart => "council.no_part",
            Self::NotGiver => "council.part_not_giver",
            Self::NotWorking => "council.part_not_working",
            Self::Own => "council.part_own",
            Self::TooMany => "council.parts_too_many",
            Self::NotTheirs => "council.part_not_theirs",
            Self::Over => "council.part_over",
            Self::StillOpen(_) => "council.parts_open",
        }
    }

    fn say(&self, lang: Lang) -> String {
        let t = t(lang);
        match self {
            Self::NoPart => t.msg_part_none(),
            Self::NotGiver => t.msg_part_not_giver(),
            Self::NotWorking => t.msg_part_not_working(),
            Self::Own => t.msg_part_own(),
            Self::TooMany => t.msg_part_too_many(MOST.to_string()),
            Self::NotTheirs => t.msg_part_not_theirs(),
            Self::Over => t.msg_part_over(),
            Self::StillOpen(n) => t.msg_part_still_open(n.to_string()),
        }
    }

    fn status(&self) -> u16 {
        match self {
            Self::NoPart => 404,
            Self::NotGiver | Self::NotTheirs => 403,
            Self::Own => 422,
            _ => 409,
        }
    }

    fn field(&self) -> Option<&'static str> {
        (*self == Self::Own).then_some("executor")
    }
}

/// Who wants to give a part to whom.
pub(super) struct Giving {
    pub(super) by: OrgId,
    pub(super) holder: OrgId,
    pub(super) desk: OrgId,
    pub(super) org: OrgId,
    /// How many parts are open already.
    pub(super) open: usize,
    /// Whether the matter is being worked at.
    pub(super) works: bool,
}

/// Whether a part may be given.
pub(super) fn may_give(g: &Giving) -> Result<(), Refusal> {
    if !g.works {
        return Err(Refusal::NotWorking);
    }
    if g.by != g.holder && g.by != g.desk {
        return Err(Refusal::NotGiver);
    }
    if g.org == g.holder {
        return Err(Refusal::Own);
    }
    if g.open >= MOST {
        return Err(Refusal::TooMany);
    }
    Ok(())
}

/// How somebody stands to a part.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Side {
    /// It was given to them.
    pub(crate) does: bool,
    /// They gave it, or have the whole.
    pub(crate) gave: bool,
}

/// Whether a part may go on like this.
pub(crate) fn may_step(side: &Side, from: State, to: State) -> Result<(), Refusal> {
    let theirs = match to {
        State::Accepted | State::Returned | State::Done => side.does,
        State::Off => side.gave,
        State::Given => false,
    };
    match from {
        _ if !side.does && !side.gave => Err(Refusal::NoPart),
        _ if !theirs => Err(Refusal::NotTheirs),
        State::Given => Ok(()),
        State::Accepted if to != State::Accepted => Ok(()),
        _ => Err(Refusal::Over),
    }
}

/// A matter is done when every part of it is done, sent back or called off.
pub(crate) fn may_finish(open: usize) -> Result<(), Refusal> {
    if open == 0 { Ok(()) } else { Err(Refusal::StillOpen(open)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn org(n: u8) -> OrgId {
        OrgId::from_bytes([n; 16])
    }

    #[test]
    fn who_has_it_or_the_community_gives_a_part_to_another() {
        let good = || Giving { by: org(1), holder: org(1), desk: org(2), org: org(3), open: 0, works: true };
        for (what, g, want) in [
            ("the executor", good(), Ok(())),
            ("the community", Giving { by: org(2), ..good() }, Ok(())),
            ("to the community", Giving { org: org(2), ..good() }, Ok(())),
            ("somebody else", Giving { by: org(4), ..good() }, Err(Refusal::NotGiver)),
            ("to oneself", Giving { org: org(1), ..good() }, Err(Refusal::Own)),
            ("the twelfth", Giving { open: 11, ..good() }, Ok(())),
            ("the thirteenth", Giving { open: 12, ..good() }, Err(Refusal::TooMany)),
            ("not being worked at", Giving { works: false, by: org(4), ..good() }, Err(Refusal::NotWorking)),
        ] {
            assert_eq!(may_give(&g), want, "{what}");
        }
    }

    #[test]
    fn who_was_given_a_part_goes_on_with_it_and_who_gave_it_calls_it_off() {
        use State::{Accepted, Done, Given, Off, Returned};
        let (does, gave, both, none) = (
            Side { does: true, gave: false },
            Side { does: false, gave: true },
            Side { does: true, gave: true },
            Side { does: false, gave: false },
        );
        for (what, side, from, to, want) in [
            ("taken", does, Given, Accepted, Ok(())),
            ("taken twice", does, Accepted, Accepted, Err(Refusal::Over)),
            ("done without a word before", does, Given, Done, Ok(())),
            ("done", does, Accepted, Done, Ok(())),
            ("sent back", does, Accepted, Returned, Ok(())),
            ("done twice", does, Done, Done, Err(Refusal::Over)),
            ("after it was called off", does, Off, Done, Err(Refusal::Over)),
            ("called off by who gave it", gave, Accepted, Off, Ok(())),
            ("called off by who does it", does, Accepted, Off, Err(Refusal::NotTheirs)),
            ("done by who gave it", gave, Accepted, Done, Err(Refusal::NotTheirs)),
            ("called off after it was done", gave, Done, Off, Err(Refusal::Over)),
            ("the community that does a part itself", both, Accepted, Off, Ok(())),
            ("given anew", both, Accepted, Given, Err(Refusal::NotTheirs)),
            ("a stranger", none, Given, Done, Err(Refusal::NoPart)),
        ] {
            assert_eq!(may_step(&side, from, to), want, "{what}");
        }
        assert_eq!((may_finish(0), may_finish(2)), (Ok(()), Err(Refusal::StillOpen(2))));
    }

    #[test]
    fn every_refusal_has_a_sentence_in_both_languages() {
        for r in REFUSALS {
            assert!(r.say(Lang::Zh).ends_with('。') && r.say(Lang::En).ends_with('.'), "{}", r.code());
        }
    }
}

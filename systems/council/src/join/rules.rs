//! Who may join, and what is refused.

use crate::texts::t;
use lianxin_base::{ActId, HouseholdId, Lang, Refuse};

/// Why somebody was not added to a matter, in order of precedence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It is over.
    Over,
    /// They brought it in themselves.
    Yours,
    /// They do not live there.
    NotHere,
    /// They have joined already.
    Already,
    /// They have not joined.
    NotJoined,
    /// Nobody has said yet that it is done.
    NotDone,
    /// A worker has not said whom to add.
    NoName,
    /// Several people of that name live there.
    WhichOne,
    /// A worker has not said whose word it is.
    NoOne,
}

/// One of each, for the printed list.
pub const REFUSALS: &[Refusal] = &[
    Refusal::Over,
    Refusal::Yours,
    Refusal::NotHere,
    Refusal::Already,
    Refusal::NotJoined,
    Refusal::NotDone,
    Refusal::NoName,
    Refusal::WhichOne,
    Refusal::NoOne,
];

impl Refuse for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Over => "council.join_over",
            Self::Yours => "council.join_yours",
            Self::NotHere => "council.join_not_here",
            Self::Already => "council.join_already",
            Self::NotJoined => "council.join_not_joined",
            Self::NotDone => "council.join_not_done",
            Self::NoName => "council.join_no_name",
            Self::WhichOne => "council.join_which_one",
            Self::NoOne => "council.join_no_one",
        }
    }

    fn say(&self, lang: Lang) -> String {
        let t = t(lang);
        match self {
            Self::Over => t.msg_join_over(),
            Self::Yours => t.msg_join_yours(),
            Self::NotHere => t.msg_join_not_here(),
            Self::Already => t.msg_join_already(),
            Self::NotJoined => t.msg_join_not_joined(),
            Self::NotDone => t.msg_join_not_done(),
            Self::NoName => t.msg_join_no_name(),
            Self::WhichOne => t.msg_join_which_one(),
            Self::NoOne => t.msg_join_no_one(),
        }
    }

    fn status(&self) -> u16 {
        match self {
            Self::NoName | Self::WhichOne | Self::NoOne => 422,
            Self::NotHere => 403,
            _ => 409,
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::NoName | Self::WhichOne => Some("name"),
            Self::NoOne => Some("join"),
            _ => None,
        }
    }
}

/// What the rules need to know of somebody who wants to join.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Asking {
    /// The matter is closed.
    pub(crate) over: bool,
    /// They brought it in.
    pub(crate) reporter: bool,
    /// They live where it is.
    pub(crate) here: bool,
    /// They are in already.
    pub(crate) joined: bool,
}

/// May they join?
pub(crate) const fn may(asking: Asking) -> Result<(), Refusal> {
    match asking {
        Asking { over: true, .. } => Err(Refusal::Over),
        Asking { reporter: true, .. } => Err(Refusal::Yours),
        Asking { here: false, .. } => Err(Refusal::NotHere),
        Asking { joined: true, .. } => Err(Refusal::Already),
        _ => Ok(()),
    }
}

/// Somebody who is in, as the counting sees them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct In {
    /// Their joining.
    pub(crate) act: ActId,
    /// Their household, if it is known and was not erased.
    pub(crate) household: Option<HouseholdId>,
    /// Whether it was counted for them.
    pub(crate) counts: bool,
}

/// Whether one more of this household is one more household. Who has none is counted alone.
pub(crate) fn counts(household: Option<HouseholdId>, reporters: &[HouseholdId], all: &[In]) -> bool {
    household.is_none_or(|own| !reporters.contains(&own) && all.iter().all(|x| x.household != Some(own)))
}

/// What leaves with somebody: whether a household less is counted, and for whom of theirs it is counted from now on.
pub(crate) fn leaves(leaving: In, all: &[In]) -> (bool, Option<ActId>) {
    if !leaving.counts {
        return (false, None);
    }
    let own = leaving.household;
    let heir = all.iter().find(|x| own.is_some() && x.household == own && x.act != leaving.act);
    (heir.is_none(), heir.map(|x| x.act))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn home(n: u8) -> Option<HouseholdId> {
        Some(HouseholdId::from_bytes([n; 16]))
    }
    fn one(act: u8, household: Option<HouseholdId>, counts: bool) -> In {
        In { act: ActId::from_bytes([act; 16]), household, counts }
    }

    #[test]
    fn five_in_a_flat_are_one_household_and_who_has_none_is_counted_alone() {
        let all = [one(1, home(1), true), one(2, home(1), false), one(3, None, true)];
        let reporters = [HouseholdId::from_bytes([9; 16])];
        for (what, household, want) in [
            ("a third of the same flat", home(1), false),
            ("another flat", home(2), true),
            ("of the reporter's own flat", home(9), false),
            ("nobody knows where they live", None, true),
        ] {
            assert_eq!(counts(household, &reporters, &all), want, "{what}");
        }
    }

    #[test]
    fn a_household_is_counted_until_its_last_one_leaves() {
        let (first, second, alone) = (one(1, home(1), true), one(2, home(1), false), one(3, None, true));
        let (erased, another) = (one(4, None, true), one(5, home(2), true));
        for (what, leaving, all, want) in [
            ("the one it is counted for", first, vec![first, second], (false, Some(second.act))),
            ("another of the flat", second, vec![first, second], (false, None)),
            ("the last", first, vec![first, another], (true, None)),
            ("who has no household", alone, vec![alone, erased], (true, None)),
        ] {
            assert_eq!(leaves(leaving, &all), want, "{what}");
        }
    }

    #[test]
    fn who_may_join() {
        let fine = Asking { here: true, ..Asking::default() };
        for (what, asking, want) in [
            ("a neighbour", fine, Ok(())),
            ("it is over", Asking { over: true, ..fine }, Err(Refusal::Over)),
            ("their own", Asking { reporter: true, ..fine }, Err(Refusal::Yours)),
            ("from elsewhere", Asking { here: false, ..fine }, Err(Refusal::NotHere)),
            ("twice", Asking { joined: true, ..fine }, Err(Refusal::Already)),
        ] {
            assert_eq!(may(asking), want, "{what}");
        }
    }

    #[test]
    fn every_refusal_has_its_own_code_and_a_sentence_in_both_languages() {
        let mut codes: Vec<_> = REFUSALS.iter().map(Refuse::code).collect();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), REFUSALS.len());
        for r in REFUSALS {
            assert!(r.say(Lang::Zh).ends_with('。') && r.say(Lang::En).ends_with('.'), "{}", r.code());
        }
    }
}

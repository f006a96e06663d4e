//! What may be made one, and what is refused.

use crate::texts::t;
use lianxin_base::{AreaId, Lang, MatterId, Refuse};

/// So many are made one at once.
pub(crate) const MOST: usize = 60;

/// Why matters were not made one, or not taken apart, in order of precedence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Nothing was ticked.
    Nothing,
    /// More than fit.
    TooMany,
    /// The one that leads is closed.
    LeadOver,
    /// One of them has gone too far, or is closed.
    TooFar,
    /// One of them lies elsewhere.
    Elsewhere,
    /// Others have joined one of them.
    HasJoiners,
    /// It was not made part of another.
    NotMerged,
}

/// One of each, for the printed list.
pub const REFUSALS: &[Refusal] = &[
    Refusal::Nothing,
    Refusal::TooMany,
    Refusal::LeadOver,
    Refusal::TooFar,
    Refusal::Elsewhere,
    Refusal::HasJoiners,
    Refusal::NotMerged,
];

impl Refuse for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Nothing => "council.merge_nothing",
            Self::TooMany => "council.merge_too_many",
            Self::LeadOver => "council.merge_lead_over",
            Self::TooFar => "council.merge_too_far",
            Self::Elsewhere => "council.merge_elsewhere",
            Self::HasJoiners => "council.merge_has_joiners",
            Self::NotMerged => "council.merge_not_merged",
        }
    }

    fn say(&self, lang: Lang) -> String {
        let t = t(lang);
        match self {
            Self::Nothing => t.msg_merge_nothing(),
            Self::TooMany => t.msg_merge_too_many(MOST.to_string()),
            Self::LeadOver => t.msg_merge_lead_over(),
            Self::TooFar => t.msg_merge_too_far(),
            Self::Elsewhere => t.msg_merge_elsewhere(),
            Self::HasJoiners => t.msg_merge_has_joiners(),
            Self::NotMerged => t.msg_merge_not_merged(),
        }
    }

    fn status(&self) -> u16 {
        match self {
            Self::Nothing | Self::TooMany => 422,
            _ => 409,
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::NotMerged => None,
            _ => Some("no"),
        }
    }
}

/// A matter as these rules see it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct One {
    pub(crate) id: MatterId,
    pub(crate) area: AreaId,
    /// It is closed.
    pub(crate) ended: bool,
    /// The flow leads from its step to being part of another.
    pub(crate) leads: bool,
    /// How many households joined it, and how many matters are part of it.
    pub(crate) others: i64,
}

/// May `part` become part of `lead`?
pub(crate) fn may(lead: &One, part: &One) -> Result<(), Refusal> {
    match () {
        () if lead.ended => Err(Refusal::LeadOver),
        () if part.ended || !part.leads || part.id == lead.id => Err(Refusal::TooFar),
        () if part.area != lead.area => Err(Refusal::Elsewhere),
        () if part.others > 0 => Err(Refusal::HasJoiners),
        () => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_may_be_made_one() {
        let one = |n: u8| One {
            id: MatterId::from_bytes([n; 16]),
            area: AreaId::from_bytes([1; 16]),
            ended: false,
            leads: true,
            others: 0,
        };
        let lead = One { others: 12, ..one(1) };
        for (what, lead, part, want) in [
            ("two of one compound", lead, one(2), Ok(())),
            ("the lead is over", One { ended: true, ..lead }, one(2), Err(Refusal::LeadOver)),
            ("the part is over", lead, One { ended: true, ..one(2) }, Err(Refusal::TooFar)),
            ("the residents are asked already", lead, One { leads: false, ..one(2) }, Err(Refusal::TooFar)),
            ("itself", lead, one(1), Err(Refusal::TooFar)),
            ("elsewhere", lead, One { area: AreaId::from_bytes([2; 16]), ..one(2) }, Err(Refusal::Elsewhere)),
            ("others joined it", lead, One { others: 1, ..one(2) }, Err(Refusal::HasJoiners)),
        ] {
            assert_eq!(may(&lead, &part), want, "{what}");
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

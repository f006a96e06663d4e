//! What a proposal may say of cost and executor; pure.

use super::Plan;
use crate::rules::EntryKind;
use crate::texts::t;
use lianxin_base::{Fen, Lang, Refuse};

/// Ten million yuan: what costs more is no matter of a compound.
pub(super) const COST_MAX: Fen = Fen(1_000_000_000);

/// Why it was refused.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Refusal {
    /// Only a proposal costs something and is done by somebody.
    NoProposal,
    /// No sum.
    BadCost,
    /// A sum that cannot be meant.
    OverCost,
    /// Whoever would do it cannot be asked here.
    NotHere,
    /// The proposal that is to be taken over cannot be read any more.
    Gone,
}

/// One of each, for the printed list and the test that every sentence exists in both languages.
pub const REFUSALS: &[Refusal] =
    &[Refusal::NoProposal, Refusal::BadCost, Refusal::OverCost, Refusal::NotHere, Refusal::Gone];

impl Refuse for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::NoProposal => "council.plan_no_proposal",
            Self::BadCost => "council.plan_bad_cost",
            Self::OverCost => "council.plan_over_cost",
            Self::NotHere => "council.plan_not_here",
            Self::Gone => "council.plan_gone",
        }
    }

    fn say(&self, lang: Lang) -> String {
        let t = t(lang);
        match self {
            Self::NoProposal => t.msg_plan_no_proposal(),
            Self::BadCost => t.msg_plan_bad_cost(),
            Self::OverCost => t.msg_plan_over_cost(COST_MAX.to_string()),
            Self::NotHere => t.msg_plan_not_here(),
            Self::Gone => t.msg_plan_gone(),
        }
    }

    fn status(&self) -> u16 {
        if *self == Self::Gone { 409 } else { 422 }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::NoProposal => Some("kind"),
            Self::BadCost | Self::OverCost => Some("cost"),
            Self::NotHere => Some("doer"),
            Self::Gone => None,
        }
    }
}

/// `here`: whoever would do it may be asked to do something in the area.
pub(super) fn may_say(kind: EntryKind, plan: Plan, here: bool) -> Result<(), Refusal> {
    match plan {
        _ if plan == Plan::default() => Ok(()),
        _ if kind != EntryKind::Propose => Err(Refusal::NoProposal),
        Plan { cost: Some(fen), .. } if fen.0 < 0 => Err(Refusal::BadCost),
        Plan { cost: Some(fen), .. } if fen > COST_MAX => Err(Refusal::OverCost),
        _ if !here => Err(Refusal::NotHere),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use lianxin_base::OrgId;

    #[test]
    fn only_a_proposal_says_what_it_costs_and_who_of_here_would_do_it() {
        let org = || Some(OrgId::from_bytes([1; 16]));
        let (ask, propose) = (EntryKind::Ask, EntryKind::Propose);
        for (what, kind, cost, doer, here, want) in [
            ("a plain proposal", propose, None, None, true, Ok(())),
            ("a plain question", ask, None, None, true, Ok(())),
            ("both", propose, Some(860_000), org(), true, Ok(())),
            ("for nothing", propose, Some(0), None, true, Ok(())),
            ("the most", propose, Some(COST_MAX.0), None, true, Ok(())),
            ("a fen more", propose, Some(COST_MAX.0 + 1), None, true, Err(Refusal::OverCost)),
            ("less than nothing", propose, Some(-1), None, true, Err(Refusal::BadCost)),
            ("the smallest there is", propose, Some(i64::MIN), None, true, Err(Refusal::BadCost)),
            ("somebody of elsewhere", propose, None, org(), false, Err(Refusal::NotHere)),
            ("a question that costs", ask, Some(1), None, true, Err(Refusal::NoProposal)),
            ("a worry somebody does", EntryKind::Worry, None, org(), true, Err(Refusal::NoProposal)),
            ("agreement for a bad sum", EntryKind::Support, Some(-1), None, true, Err(Refusal::NoProposal)),
        ] {
            assert_eq!(may_say(kind, Plan { cost: cost.map(Fen), doer }, here), want, "{what}");
        }
        for r in REFUSALS {
            assert!(r.say(Lang::Zh).ends_with('。') && r.say(Lang::En).ends_with('.'), "{}", r.code());
        }
    }
}

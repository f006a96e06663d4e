//! What a complaint about a party allows whom, pure.

use crate::rules::{Actor, Move};
use crate::store::Matter;
use crate::texts::t;
use lianxin_base::{Lang, OrgId, Refuse, vocabulary};

vocabulary! {
    /// Whom an opinion is about, as people say it; one of its workers is the organisation.
    Whom {
        /// 物业公司，或者它的人
        Company = "company",
        /// 业委会
        Owners = "owners",
        /// 社区，或者社区的人
        Community = "community",
    }
}

/// Why it is not done like this.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Refusal {
    /// It is about the very organisation that would decide it.
    AboutYou,
    /// It would lie with that organisation alone.
    Alone,
    /// About the community, and nobody above it is known here.
    NobodyAbove,
    /// No such organisation here.
    NobodyThere,
    /// It has gone on: only while it is looked at it goes up.
    GoneOn,
    /// A complaint and something else are not one thing.
    NotOne,
}

/// One of each, for the printed list and the test that every sentence exists in both languages.
pub const REFUSALS: &[Refusal] =
    &[Refusal::AboutYou, Refusal::Alone, Refusal::NobodyAbove, Refusal::NobodyThere, Refusal::GoneOn, Refusal::NotOne];

impl Refuse for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::AboutYou => "council.about_you",
            Self::Alone => "council.about_alone",
            Self::NobodyAbove => "council.about_nobody_above",
            Self::NobodyThere => "council.about_nobody_there",
            Self::GoneOn => "council.about_gone_on",
            Self::NotOne => "council.about_not_one",
        }
    }

    fn say(&self, lang: Lang) -> String {
        let t = t(lang);
        match self {
            Self::AboutYou => t.msg_about_you(),
            Self::Alone => t.msg_about_alone(),
            Self::NobodyAbove => t.msg_about_nobody_above(),
            Self::NobodyThere => t.msg_about_nobody_there(),
            Self::GoneOn => t.msg_about_gone_on(),
            Self::NotOne => t.msg_about_not_one(),
        }
    }

    fn status(&self) -> u16 {
        match self {
            Self::AboutYou => 403,
            Self::GoneOn | Self::NotOne => 409,
            _ => 422,
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::Alone => Some("executor"),
            Self::NobodyAbove | Self::NobodyThere => Some("about"),
            _ => None,
        }
    }
}

/// Whether somebody of the organisation it is about would decide something of it.
pub(crate) fn not_theirs(m: &Matter, actor: Actor) -> Result<(), Refusal> {
    allowed(false, |org| m.veils(org), None, actor, None)
}

/// Whether a move may be made of it: not by whom it is about, but for the work a council gave them in the open; and nobody
/// hands it to them alone.
pub(crate) fn may(m: &Matter, mv: Move, actor: Actor, executor: Option<OrgId>) -> Result<(), Refusal> {
    // A price is agreed with who asked for the work: they are not to know them.
    let work = mv.is_work() && mv != Move::Quote;
    allowed(work, |org| m.veils(org), Some(mv), actor, executor)
}

fn allowed(
    work: bool,
    veils: impl Fn(OrgId) -> bool,
    mv: Option<Move>,
    actor: Actor,
    executor: Option<OrgId>,
) -> Result<(), Refusal> {
    if matches!(actor, Actor::Org(org) if !work && veils(org)) {
        return Err(Refusal::AboutYou);
    }
    match mv {
        Some(Move::Direct | Move::Transfer) if executor.is_some_and(&veils) => Err(Refusal::Alone),
        _ => Ok(()),
    }
}

/// Whether two matters may be one: both are about the same, or none is a complaint.
pub(crate) fn may_join(lead: &Matter, m: &Matter) -> Result<(), Refusal> {
    if lead.about == m.about && lead.kept_by == m.kept_by { Ok(()) } else { Err(Refusal::NotOne) }
}

/// Whether the desk may say this of it now. `was` and `above`: who stands in the community's place before and after.
pub(super) fn may_say(
    was: Option<OrgId>,
    above: Option<OrgId>,
    (open, looked_at): (bool, bool),
) -> Result<(), Refusal> {
    // What went up stays there, and what has gone on goes up no more.
    let up = was != above;
    if !open || (up && (was.is_some() || !looked_at)) { Err(Refusal::GoneOn) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn org(n: u8) -> OrgId {
        OrgId::from_bytes([n; 16])
    }

    #[test]
    fn whom_it_is_about_decides_nothing_of_it_and_has_it_never_alone() {
        let (company, community) = (org(1), org(2));
        let veils = |o: OrgId| o == company;
        for (what, mv, actor, executor, want) in [
            ("handed to it", Move::Direct, Actor::Org(community), Some(company), Err(Refusal::Alone)),
            ("handed on to it", Move::Transfer, Actor::Org(community), Some(company), Err(Refusal::Alone)),
            ("handed to another", Move::Direct, Actor::Org(community), Some(org(3)), Ok(())),
            ("talked over", Move::Dispatch, Actor::Org(community), None, Ok(())),
            ("decided that it does it", Move::Decision, Actor::Org(community), Some(company), Ok(())),
            ("it decides itself", Move::Decision, Actor::Org(company), Some(org(3)), Err(Refusal::AboutYou)),
            ("it declines", Move::Decline, Actor::Org(company), None, Err(Refusal::AboutYou)),
            ("it makes it part of another", Move::Merge, Actor::Org(company), None, Err(Refusal::AboutYou)),
            ("it answers for the resident", Move::Confirmation, Actor::Org(company), None, Err(Refusal::AboutYou)),
            ("it says done what was given to it", Move::Completion, Actor::Org(company), None, Ok(())),
            ("it sends it back", Move::Return, Actor::Org(company), None, Ok(())),
            ("the resident answers", Move::Objection, Actor::Reporter, None, Ok(())),
            ("the clock", Move::Lapse, Actor::Clock, None, Ok(())),
        ] {
            assert_eq!(allowed(mv.is_work(), veils, Some(mv), actor, executor), want, "{what}");
        }
    }

    #[test]
    fn it_goes_up_while_it_is_looked_at_and_stays_there() {
        let street = Some(org(9));
        for (what, was, above, at, want) in [
            ("about the company, any time", None, None, (true, false), Ok(())),
            ("about the community, looked at", None, street, (true, true), Ok(())),
            ("about the community, gone on", None, street, (true, false), Err(Refusal::GoneOn)),
            ("said again above", street, street, (true, true), Ok(())),
            ("taken back from above", street, None, (true, true), Err(Refusal::GoneOn)),
            ("it is over", None, None, (false, false), Err(Refusal::GoneOn)),
        ] {
            assert_eq!(may_say(was, above, at), want, "{what}");
        }
        for r in REFUSALS {
            assert!(r.say(Lang::Zh).ends_with('。') && r.say(Lang::En).ends_with('.'), "{}", r.code());
        }
    }
}

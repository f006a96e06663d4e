//! When what was kept aside is taken up again, and by whom; pure.

use crate::rules::Actor;
use crate::texts::t;
use lianxin_base::{DAY, Lang, Moment, OrgId, Refuse};

/// After so long it is reported anew: nobody knows any more how it looked.
const YEAR: i64 = 366 * DAY;

/// Why it is not taken up again.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Refusal {
    /// It was not kept aside: it goes on, or ended in another way.
    NotAside,
    /// Kept aside too long ago.
    LongAgo,
    /// Who did it does not speak for the residents.
    Executor,
}

/// One of each, for the printed list and the test that every sentence exists in both languages.
pub const REFUSALS: &[Refusal] = &[Refusal::NotAside, Refusal::LongAgo, Refusal::Executor];

impl Refuse for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::NotAside => "council.raise_not_aside",
            Self::LongAgo => "council.raise_long_ago",
            Self::Executor => "council.raise_executor",
        }
    }

    fn say(&self, lang: Lang) -> String {
        let t = t(lang);
        match self {
            Self::NotAside => t.msg_raise_not_aside(),
            Self::LongAgo => t.msg_raise_long_ago(),
            Self::Executor => t.msg_raise_executor(),
        }
    }

    fn status(&self) -> u16 {
        if *self == Self::Executor { 403 } else { 409 }
    }
}

/// Whether it may be taken up again: it was kept aside because nobody answered, within a year, and not by who did it.
pub(crate) fn may_raise(
    outcome: Option<&str>,
    ended: Option<Moment>,
    now: Moment,
    (actor, executor): (Actor, Option<OrgId>),
) -> Result<(), Refusal> {
    let Some(ended) = ended.filter(|_| outcome == Some("lapsed")) else { return Err(Refusal::NotAside) };
    if now.micros() - ended.micros() > YEAR {
        return Err(Refusal::LongAgo);
    }
    match actor {
        Actor::Org(org) if Some(org) == executor => Err(Refusal::Executor),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use lianxin_base::Day;

    #[test]
    fn what_was_kept_aside_is_taken_up_within_a_year() {
        let (company, community) = (OrgId::from_bytes([1; 16]), OrgId::from_bytes([2; 16]));
        let now = Day::from_number(20_000).at(10, 0);
        let ago = |micros: i64| Some(now.plus(-micros));
        for (what, outcome, ended, actor, want) in [
            ("yesterday, the reporter", Some("lapsed"), ago(DAY), Actor::Reporter, Ok(())),
            ("the community for them", Some("lapsed"), ago(DAY), Actor::Org(community), Ok(())),
            ("who did it", Some("lapsed"), ago(DAY), Actor::Org(company), Err(Refusal::Executor)),
            ("a year to the moment", Some("lapsed"), ago(YEAR), Actor::Reporter, Ok(())),
            ("a moment more", Some("lapsed"), ago(YEAR + 1), Actor::Reporter, Err(Refusal::LongAgo)),
            ("solved", Some("solved"), ago(DAY), Actor::Reporter, Err(Refusal::NotAside)),
            ("declined", Some("declined"), ago(DAY), Actor::Reporter, Err(Refusal::NotAside)),
            ("it goes on", None, None, Actor::Reporter, Err(Refusal::NotAside)),
        ] {
            assert_eq!(may_raise(outcome, ended, now, (actor, Some(company))), want, "{what}");
        }
        for r in REFUSALS {
            assert!(r.say(Lang::Zh).ends_with('。') && r.say(Lang::En).ends_with('.'), "{}", r.code());
        }
    }
}

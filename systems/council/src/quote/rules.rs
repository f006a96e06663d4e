//! When a price may be named, who may say yes to it, and what may be charged in the end; pure.

use crate::rules::{Actor, Move, Pace, Source};
use crate::texts::t;
use lianxin_base::vocabulary;
use lianxin_base::{Fen, Lang, Moment, OrgId, PersonId, Refuse};

/// A million yuan: nothing that is mended here costs more.
pub(crate) const PRICE_MAX: Fen = Fen(100_000_000);
/// So many working days somebody has to think a price over.
pub(super) const ANSWER_DAYS: u32 = 3;
/// And so many for a later price, or for one named when the matter was late already: the clock of the work stands no longer.
pub(super) const AGAIN_DAYS: u32 = 1;

vocabulary! {
    /// What a price covers.
    Covers {
        /// 工钱和料钱都在内
        Both = "both",
        /// 只是工钱，料您自己买
        Labour = "labour",
        /// 只是料钱，不收工钱
        Parts = "parts",
    }
}

vocabulary! {
    /// What became of a price.
    State {
        /// It waits for an answer.
        Open = "open",
        /// 同意了
        Agreed = "agreed",
        /// 没同意
        Refused = "refused",
        /// A new price took its place.
        Replaced = "replaced",
        /// Taken back, or nobody answered, or the matter went elsewhere.
        Over = "over",
    }
}

/// Why a price or its answer was refused.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Refusal {
    /// No sum, or one that cannot be meant.
    BadPrice,
    /// Nobody said what it covers.
    NoCovers,
    /// Somebody is in danger: the price is talked about afterwards.
    DangerFirst,
    /// Nobody reported it, so nobody could say yes.
    NobodyToAsk,
    /// Who asks the price cannot say yes to it.
    OwnPrice,
    /// More than what was agreed.
    OverPrice(Fen),
    /// A price was named, and nobody said yes to it.
    NoYes,
}

/// One of each, for the printed list and the test that every sentence exists in both languages.
pub const REFUSALS: &[Refusal] = &[
    Refusal::BadPrice,
    Refusal::NoCovers,
    Refusal::DangerFirst,
    Refusal::NobodyToAsk,
    Refusal::OwnPrice,
    Refusal::OverPrice(Fen(18_000)),
    Refusal::NoYes,
];

impl Refuse for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::BadPrice => "council.bad_price",
            Self::NoCovers => "council.no_covers",
            Self::DangerFirst => "council.danger_first",
            Self::NobodyToAsk => "council.nobody_to_ask",
            Self::OwnPrice => "council.own_price",
            Self::OverPrice(_) => "council.over_price",
            Self::NoYes => "council.no_yes",
        }
    }

    fn say(&self, lang: Lang) -> String {
        let t = t(lang);
        match self {
            Self::BadPrice => t.msg_quote_bad_price(),
            Self::NoCovers => t.msg_quote_no_covers(),
            Self::DangerFirst => t.msg_quote_danger_first(),
            Self::NobodyToAsk => t.msg_quote_nobody_to_ask(),
            Self::OwnPrice => t.msg_quote_own_price(),
            Self::OverPrice(agreed) => t.msg_quote_over_price(agreed.to_string()),
            Self::NoYes => t.msg_quote_no_yes(),
        }
    }

    fn status(&self) -> u16 {
        match self {
            Self::DangerFirst | Self::NobodyToAsk => 409,
            Self::OwnPrice => 403,
            _ => 422,
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::BadPrice | Self::OverPrice(_) | Self::NoYes => Some("price"),
            Self::NoCovers => Some("covers"),
            _ => None,
        }
    }
}

/// Whether there is somebody who could say yes: somebody brought it in, in whatever way.
pub(crate) fn askable(source: &str, reporter: Option<PersonId>) -> bool {
    let nobody = [Source::Patrol, Source::Told, Source::Ledger].iter().any(|s| s.name() == source);
    reporter.is_some() || !nobody
}

/// Whether a price may be named: never while somebody is in danger, only where somebody can answer, and a sum there is.
pub(crate) fn may_ask(pace: Pace, askable: bool, price: Fen) -> Result<(), Refusal> {
    if pace == Pace::Urgent {
        return Err(Refusal::DangerFirst);
    }
    if !askable {
        return Err(Refusal::NobodyToAsk);
    }
    if price.0 <= 0 || price > PRICE_MAX {
        return Err(Refusal::BadPrice);
    }
    Ok(())
}

/// How many working days somebody has to think it over. `before`: another price was named in this round; `late`: the day
/// of the work was over.
pub(super) const fn answer_days(before: bool, late: bool) -> u32 {
    if before || late { AGAIN_DAYS } else { ANSWER_DAYS }
}

/// What became of a price, for what may be charged now: one agreed before the matter was taken up again binds nobody.
pub(super) fn now_state(state: State, named: Moment, began: Moment) -> State {
    if state == State::Agreed && named < began { State::Over } else { state }
}

/// Who asks a price cannot say yes to it for somebody.
pub(super) fn may_answer(actor: Actor, executor: Option<OrgId>) -> Result<(), Refusal> {
    match actor {
        Actor::Org(org) if Some(org) == executor => Err(Refusal::OwnPrice),
        _ => Ok(()),
    }
}

/// What may be charged: as much as the price agreed last, and nothing where a price was named and none agreed. Where no
/// price was named nobody at home pays. An agreed price that was erased binds nobody any more.
pub(crate) fn may_charge(own: &[(State, Option<Fen>)], cost: Option<Fen>) -> Result<(), Refusal> {
    let Some(cost) = cost.filter(|cost| cost.0 != 0) else { return Ok(()) };
    if cost.0 < 0 || cost > PRICE_MAX {
        return Err(Refusal::BadPrice);
    }
    let agreed = own.iter().rev().find(|(state, _)| *state == State::Agreed);
    match agreed {
        Some((_, Some(price))) if cost > *price => Err(Refusal::OverPrice(*price)),
        Some(_) => Ok(()),
        None if own.is_empty() => Ok(()),
        None => Err(Refusal::NoYes),
    }
}

/// What becomes of an open price when the matter moves on by this move.
pub(super) fn left(mv: &str) -> State {
    match mv.parse() {
        Ok(Move::Consent) => State::Agreed,
        Ok(Move::Dissent) => State::Refused,
        Ok(Move::Quote) => State::Replaced,
        _ => State::Over,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_later_price_gives_no_more_days_and_an_old_yes_no_right() {
        for (before, late, want) in [(false, false, 3), (true, false, 1), (false, true, 1), (true, true, 1)] {
            assert_eq!(answer_days(before, late), want, "{before} {late}");
        }
        let at = |n| Moment::from_micros(n);
        for (state, named, want) in [
            (State::Agreed, 99, State::Over),
            (State::Agreed, 100, State::Agreed),
            (State::Refused, 99, State::Refused),
            (State::Open, 120, State::Open),
        ] {
            assert_eq!(now_state(state, at(named), at(100)), want, "{state:?} {named}");
        }
    }

    #[test]
    fn a_price_is_named_where_somebody_can_say_yes_and_nobody_is_in_danger() {
        let fair = Fen(18_000);
        for (what, pace, askable, price, want) in [
            ("180 yuan", Pace::General, true, fair, Ok(())),
            ("one fen", Pace::Utility, true, Fen(1), Ok(())),
            ("a million", Pace::Complex, true, PRICE_MAX, Ok(())),
            ("a fen more", Pace::Complex, true, Fen(PRICE_MAX.0 + 1), Err(Refusal::BadPrice)),
            ("nothing", Pace::General, true, Fen(0), Err(Refusal::BadPrice)),
            ("less than nothing", Pace::General, true, Fen(-1), Err(Refusal::BadPrice)),
            ("a burst pipe", Pace::Urgent, true, fair, Err(Refusal::DangerFirst)),
            ("seen on patrol", Pace::General, false, fair, Err(Refusal::NobodyToAsk)),
            ("on patrol, and danger: danger first", Pace::Urgent, false, fair, Err(Refusal::DangerFirst)),
        ] {
            assert_eq!(may_ask(pace, askable, price), want, "{what}");
        }
        let somebody = Some(PersonId::from_bytes([1; 16]));
        for (source, reporter, want) in [
            ("resident", somebody, true),
            ("resident", None, true),
            ("phone", None, true),
            ("patrol", None, false),
            ("patrol", somebody, true),
            ("told", None, false),
            ("ledger", None, false),
        ] {
            assert_eq!(askable(source, reporter), want, "{source} {reporter:?}");
        }
    }

    #[test]
    fn only_the_owner_and_who_is_not_of_the_executor_says_yes() {
        let (company, community) = (OrgId::from_bytes([1; 16]), OrgId::from_bytes([2; 16]));
        for (what, actor, want) in [
            ("the owner", Actor::Reporter, Ok(())),
            ("the community for them", Actor::Org(community), Ok(())),
            ("the company itself", Actor::Org(company), Err(Refusal::OwnPrice)),
        ] {
            assert_eq!(may_answer(actor, Some(company)), want, "{what}");
        }
    }

    #[test]
    fn no_more_is_charged_than_was_agreed() {
        use State::{Agreed, Open, Over, Refused, Replaced};
        let (a, b) = (Some(Fen(18_000)), Some(Fen(26_000)));
        for (what, own, cost, want) in [
            ("no price was named", vec![], Some(Fen(99_000)), Ok(())),
            ("nothing is charged", vec![(Refused, a)], None, Ok(())),
            ("nothing, in figures", vec![(Refused, a)], Some(Fen(0)), Ok(())),
            ("as agreed", vec![(Agreed, a)], a, Ok(())),
            ("less", vec![(Agreed, a)], Some(Fen(17_999)), Ok(())),
            ("a fen more", vec![(Agreed, a)], Some(Fen(18_001)), Err(Refusal::OverPrice(Fen(18_000)))),
            ("a no", vec![(Refused, a)], Some(Fen(1)), Err(Refusal::NoYes)),
            ("nobody answered", vec![(Over, a)], Some(Fen(1)), Err(Refusal::NoYes)),
            ("still open", vec![(Open, a)], Some(Fen(1)), Err(Refusal::NoYes)),
            ("a new price, agreed", vec![(Replaced, a), (Agreed, b)], b, Ok(())),
            ("agreed, then more asked and refused", vec![(Agreed, a), (Refused, b)], a, Ok(())),
            ("and that more is not charged", vec![(Agreed, a), (Refused, b)], b, Err(Refusal::OverPrice(Fen(18_000)))),
            ("agreed twice: the later", vec![(Agreed, a), (Agreed, b)], b, Ok(())),
            ("agreed and erased since", vec![(Agreed, None)], b, Ok(())),
            ("below nothing", vec![], Some(Fen(-1)), Err(Refusal::BadPrice)),
            ("beyond belief", vec![], Some(Fen(PRICE_MAX.0 + 1)), Err(Refusal::BadPrice)),
        ] {
            assert_eq!(may_charge(&own, cost), want, "{what}");
        }
    }

    #[test]
    fn what_becomes_of_a_price_follows_from_how_the_matter_moves_on() {
        for (mv, want) in [
            (Move::Consent, State::Agreed),
            (Move::Dissent, State::Refused),
            (Move::Quote, State::Replaced),
            (Move::Resumption, State::Over),
            (Move::Return, State::Over),
            (Move::Merge, State::Over),
        ] {
            assert_eq!(left(mv.name()), want, "{mv}");
        }
    }

    #[test]
    fn every_refusal_has_a_sentence_in_both_languages() {
        for r in REFUSALS {
            assert!(r.say(Lang::Zh).ends_with('。') && r.say(Lang::En).ends_with('.'), "{}", r.code());
        }
    }
}

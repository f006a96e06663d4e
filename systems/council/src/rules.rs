//! The rules of a matter, pure: what may happen next, who may do it, what is refused and why.

mod refusal;
mod words;

pub use refusal::{REFUSALS, Refusal};
pub use words::{Besides, dangerous, enough, sensitive};

use lianxin_base::vocabulary;
use lianxin_base::{Moment, OrgId};
use lianxin_calendar::Calendar;

/// Longest report, entry or note, in characters.
pub const WORDS_MAX: usize = 500;
/// Longest title a worker gives.
pub const TITLE_MAX: usize = 40;
/// Without a place, fewer characters than this do not tell where it is.
pub const WORDS_WITHOUT_PLACE: usize = 5;
/// A matter without an answer is asked this often, then kept aside.
pub const ASKED_MAX: i64 = 2;

vocabulary! {
    /// What can happen to a matter. Each is an act of its own; the flow's TOML arranges them.
    Move {
        /// 反映 by a resident, or by somebody for them.
        Report = "report",
        /// 交给大家商量.
        Dispatch = "dispatch",
        /// 直接交办: repairs that need no deliberation.
        Direct = "direct",
        /// 这事不在这儿办.
        Decline = "decline",
        /// 议定.
        Decision = "decision",
        /// 改交别家.
        Transfer = "transfer",
        /// 不归我们管: a wrong dispatch comes back.
        Return = "return",
        /// 要多等几天: more time, once, for a reason.
        Extension = "extension",
        /// 先停一停: the clock stands still while it waits for something.
        Pause = "pause",
        /// 接着办.
        Resumption = "resumption",
        /// 报价: what a repair inside a home would cost its owner.
        Quote = "quote",
        /// 我同意 to a price.
        Consent = "consent",
        /// 我不同意 to a price.
        Dissent = "dissent",
        /// 干完了，请居民看.
        Completion = "completion",
        /// 办好了.
        Confirmation = "confirmation",
        /// 没办好，接着办.
        Objection = "objection",
        /// 问过两回没回话，先收着.
        Lapse = "lapse",
        /// 是同一件事: part of another matter from here on.
        Merge = "merge",
        /// 是对社区的意见: handed up, to be looked at by who stands above.
        Upward = "upward",
    }
}

vocabulary! {
    /// Whether everybody may read the words.
    Publicity {
        /// 待看: nobody has looked yet.
        Waiting = "waiting",
        /// A worker let everybody read them.
        Shown = "shown",
        /// They stay with the parties.
        Kept = "kept",
    }
}

vocabulary! {
    /// What it is about. Optional for residents: `Other` until somebody has looked.
    Category {
        /// 楼道照明
        Light = "light",
        /// 电梯
        Lift = "lift",
        /// 水电暖
        Water = "water",
        /// 房屋维修
        Repair = "repair",
        /// 环境卫生
        Clean = "clean",
        /// 停车充电
        Park = "park",
        /// 消防安全
        Safety = "safety",
        /// 公共空间
        Space = "space",
        /// 其他
        Other = "other",
    }
}

vocabulary! {
    /// Which clock runs. Urgent and utility run in natural hours, on holidays too.
    Pace {
        /// Danger to life or property.
        Urgent = "urgent",
        /// Water, power, gas, heat.
        Utility = "utility",
        /// Everything else.
        General = "general",
        /// What needs several parties or money.
        Complex = "complex",
    }
}

vocabulary! {
    /// What is wanted, as whoever brings it in says it.
    Need {
        /// 东西坏了（报修）
        Repair = "repair",
        /// 有意见
        Opinion = "opinion",
        /// 想打听
        Question = "question",
        /// 说不清，帮我选
        Unsure = "unsure",
    }
}

vocabulary! {
    /// How it came in.
    Source {
        /// By phone page, with or without account.
        Resident = "resident",
        /// At the counter, entered by a worker.
        Counter = "counter",
        /// By telephone.
        Phone = "phone",
        /// In the council corner 议事角.
        Corner = "corner",
        /// 12345, with its number and its deadline.
        Hotline = "hotline",
        /// Seen on patrol: nobody reported it.
        Patrol = "patrol",
        /// At the property company's desk.
        Property = "property",
        /// Written in a chat group.
        Chat = "chat",
        /// Assigned by a superior.
        Superior = "superior",
        /// By a program.
        Api = "api",
        /// Entered later from what was published about it; its times are times of entry.
        Told = "told",
        /// Brought over from the ledger that was kept before, with its dates.
        Ledger = "ledger",
    }
}

vocabulary! {
    /// Who the reporter lets see the words.
    See {
        /// The neighbours, once a worker has read and masked them.
        Neighbours = "neighbours",
        /// Only those who handle it.
        Parties = "parties",
    }
}

vocabulary! {
    /// What an entry in a matter's course is.
    EntryKind {
        /// 赞成
        Support = "support",
        /// 担心
        Worry = "worry",
        /// 想问
        Ask = "ask",
        /// 提议
        Propose = "propose",
    }
}

impl Source {
    /// What a worker who writes it down chooses from.
    pub const AT_DESK: [Self; 8] = [
        Self::Counter,
        Self::Phone,
        Self::Corner,
        Self::Hotline,
        Self::Patrol,
        Self::Property,
        Self::Chat,
        Self::Superior,
    ];

    /// Whether somebody outside has a number and a deadline of their own for it.
    pub const fn is_outside(self) -> bool {
        matches!(self, Self::Hotline | Self::Superior)
    }
}

impl Category {
    /// The clock a category begins with; a worker may change it when dispatching.
    pub const fn pace(self) -> Pace {
        match self {
            Self::Water | Self::Lift => Pace::Utility,
            _ => Pace::General,
        }
    }
}

impl Move {
    /// Whether only who does the work makes it.
    const fn is_holders(self) -> bool {
        matches!(self, Self::Completion | Self::Return | Self::Extension | Self::Pause | Self::Resumption | Self::Quote)
    }
    /// Whether it is part of the work of whom it was given to.
    pub(crate) const fn is_work(self) -> bool {
        self.is_holders()
    }
    /// Whether it leaves the stay of the work as it is.
    pub fn is_within(name: &str) -> bool {
        let within = [Self::Pause, Self::Resumption, Self::Quote, Self::Consent, Self::Dissent];
        within.iter().any(|mv| mv.name() == name)
    }
}

/// Where a matter stands, as far as the rules care.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Who holds it.
    pub holder: OrgId,
    /// The executor, once there is one.
    pub executor: Option<OrgId>,
    /// How many hops it has made: what the form saw.
    pub hops: i64,
}

/// Who wants to move it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Actor {
    /// A seat of an organisation.
    Org(OrgId),
    /// Who brought it in, or somebody with its link and proof.
    Reporter,
    /// A timer.
    Clock,
}

/// May `actor` make this move now? `seen` is the number of hops the form was drawn with, if a form asked;
/// `leads` whether the flow leads on by this move from the step it stands at.
pub fn may(at: &Standing, mv: Move, actor: Actor, seen: Option<i64>, leads: bool) -> Result<(), Refusal> {
    if seen.is_some_and(|n| n != at.hops) {
        return Err(Refusal::MovedMeanwhile);
    }
    if !leads {
        return Err(Refusal::WrongStep);
    }
    match (mv, actor) {
        (Move::Confirmation | Move::Objection, Actor::Org(org)) if Some(org) == at.executor => {
            Err(Refusal::ExecutorCannotConfirm)
        }
        (_, Actor::Org(org)) if mv.is_holders() && org != at.holder => Err(Refusal::NotHolder),
        (_, Actor::Reporter) if mv.is_holders() => Err(Refusal::NotHolder),
        _ => Ok(()),
    }
}

/// A deadline for the executor: today at the earliest, half a year at the latest.
pub fn deadline_in_reach(now: Moment, due: Moment) -> Result<(), Refusal> {
    let days = i64::from(due.day().number()) - i64::from(now.day().number());
    match days {
        ..0 => Err(Refusal::DeadlinePast),
        0..=183 => Ok(()),
        _ => Err(Refusal::DeadlineFar),
    }
}

/// So many working days after it was handed on a wrong dispatch may come back; later it is theirs.
pub const RETURN_DAYS: u32 = 2;

/// A wrong dispatch comes back within two working days. `began`: when it was handed on.
pub fn may_return(began: Option<Moment>, now: Moment, cal: &Calendar) -> Result<(), Refusal> {
    match began {
        Some(began) if cal.working_days_between(began.day(), now.day()) > RETURN_DAYS => Err(Refusal::ReturnTooLate),
        _ => Ok(()),
    }
}

/// More time: once a stay, before the term is over, to a later day. `last` is the move the matter made last, pauses left
/// out: any other than an extension began a stay of its own.
pub fn may_extend(last: Option<&str>, now: Moment, due: Option<Moment>, new: Moment) -> Result<(), Refusal> {
    if last == Some(Move::Extension.name()) {
        return Err(Refusal::ExtendedBefore);
    }
    match due {
        Some(due) if due < now => Err(Refusal::TermOver),
        Some(due) if new <= due => Err(Refusal::NotLater),
        _ => deadline_in_reach(now, new),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use lianxin_base::Day;

    fn org(n: u8) -> OrgId {
        OrgId::from_bytes([n; 16])
    }

    #[test]
    fn who_may_move_what() {
        let at = Standing { holder: org(1), executor: Some(org(1)), hops: 3 };
        let (community, company) = (Actor::Org(org(2)), Actor::Org(org(1)));
        let (m, fresh, old) = (Move::Completion, Some(3), Some(2));
        for (what, mv, actor, seen, leads, want) in [
            ("the executor says done", m, company, fresh, true, Ok(())),
            ("another says done for it", m, community, fresh, true, Err(Refusal::NotHolder)),
            ("the form is old", m, company, old, true, Err(Refusal::MovedMeanwhile)),
            ("old form and wrong step: the older reason", m, company, old, false, Err(Refusal::MovedMeanwhile)),
            ("not yet there", m, company, fresh, false, Err(Refusal::WrongStep)),
            (
                "the executor confirms itself",
                Move::Confirmation,
                company,
                fresh,
                true,
                Err(Refusal::ExecutorCannotConfirm),
            ),
            ("the community enters the answer", Move::Confirmation, community, None, true, Ok(())),
            ("the resident answers", Move::Objection, Actor::Reporter, None, true, Ok(())),
            ("another asks for more time", Move::Extension, community, fresh, true, Err(Refusal::NotHolder)),
            ("the executor asks for more time", Move::Extension, company, fresh, true, Ok(())),
            ("another stops the clock", Move::Pause, community, fresh, true, Err(Refusal::NotHolder)),
            ("the clock goes on by itself", Move::Resumption, Actor::Clock, None, true, Ok(())),
            ("the resident lets it go on", Move::Resumption, Actor::Reporter, None, true, Err(Refusal::NotHolder)),
            ("the resident cannot close work", m, Actor::Reporter, None, true, Err(Refusal::NotHolder)),
            ("the clock keeps it aside", Move::Lapse, Actor::Clock, None, true, Ok(())),
        ] {
            assert_eq!(may(&at, mv, actor, seen, leads), want, "{what}");
        }
    }

    #[test]
    fn more_time_is_asked_for_once_in_time_and_for_later() {
        let (now, due) = (Day::from_number(20_000).at(16, 0), Day::from_number(20_003).at(17, 30));
        let day = |n| Day::from_number(n).at(17, 30);
        for (what, last, now, due, new, want) in [
            ("two days more", Some("direct"), now, Some(due), day(20_005), Ok(())),
            ("the same day", Some("direct"), now, Some(due), day(20_003), Err(Refusal::NotLater)),
            ("an earlier day", Some("decision"), now, Some(due), day(20_001), Err(Refusal::NotLater)),
            ("a second time", Some("extension"), now, Some(due), day(20_005), Err(Refusal::ExtendedBefore)),
            ("again after it was reopened", Some("objection"), now, Some(due), day(20_005), Ok(())),
            ("the last moment", Some("direct"), due, Some(due), day(20_005), Ok(())),
            ("a second after", Some("direct"), due.plus(1), Some(due), day(20_005), Err(Refusal::TermOver)),
            ("half a year", Some("direct"), now, Some(due), day(20_183), Ok(())),
            ("more than half a year", Some("direct"), now, Some(due), day(20_184), Err(Refusal::DeadlineFar)),
            ("no term, a past day", Some("direct"), now, None, day(19_999), Err(Refusal::DeadlinePast)),
        ] {
            assert_eq!(may_extend(last, now, due, new), want, "{what}");
        }
    }

    #[test]
    fn a_wrong_dispatch_comes_back_within_two_working_days() {
        let cal = Calendar::official();
        let at = |day: &str, hour| day.parse::<Day>().expect("a day").at(hour, 0);
        // 19 June 2026 is a holiday, 20 and 21 a weekend.
        for (what, began, now, want) in [
            ("at once", at("2026-06-17", 16), at("2026-06-17", 16), Ok(())),
            ("the evening of the second day, over a holiday", at("2026-06-17", 16), at("2026-06-22", 23), Ok(())),
            ("the third day", at("2026-06-17", 16), at("2026-06-23", 0), Err(Refusal::ReturnTooLate)),
            ("handed on on a Saturday", at("2026-06-13", 9), at("2026-06-16", 23), Ok(())),
        ] {
            assert_eq!(may_return(Some(began), now, &cal), want, "{what}");
        }
        assert_eq!(may_return(None, at("2026-06-17", 16), &cal), Ok(()));
    }

    #[test]
    fn a_deadline_is_today_at_the_earliest_and_half_a_year_at_the_latest() {
        let now = Day::from_number(20_000).at(16, 0);
        for (days, want) in
            [(-1, Err(Refusal::DeadlinePast)), (0, Ok(())), (183, Ok(())), (184, Err(Refusal::DeadlineFar))]
        {
            assert_eq!(deadline_in_reach(now, Day::from_number(20_000 + days).at(17, 30)), want, "{days}");
        }
    }
}

//! Who may stand for the owners' committee, how many seats it has, when the list is posted, from when and until when a
//! committee sits; pure. 民法典 278 (3); 274号 arts. 8 to 15 and 31 to 34; 物业管理条例 14 and 16.

use crate::assembly::{Online, State};
use crate::refusal::Refusal;
use lianxin_ballot::{self as law, CandidateKey, ElectionKey, MatterKind, Rank, RuleSet};
use lianxin_base::{Day, Moment, vocabulary};
use lianxin_calendar::{Calendar, Term};
use lianxin_store::{Fault, Stop};

/// The category of a vote under which somebody stands on the paper.
pub(crate) const CANDIDATE: &str = "candidate";
/// The category of Civil Code 278 that measures them.
pub(crate) const COMMITTEE: &str = "committee";
/// More do not go on one paper.
pub(crate) const CANDIDATES_MAX: usize = 30;
/// Longest name.
pub(crate) const NAME_MAX: usize = 40;
/// The list hangs out so long before the first paper is cast.
const POSTED_DAYS: i32 = 15;
/// Nobody takes a seat later than this after the count.
const SEATED_DAYS: i32 = 60;
/// A renewal begins so many months before the end of a term.
const RENEW_MONTHS: u32 = 3;

vocabulary! {
    /// Which committee is elected.
    Kind {
        /// 首次业主大会选第一届
        First = "first",
        /// 换届
        Renewal = "renewal",
        /// 补选空出来的位子
        By = "by",
    }
}

vocabulary! {
    /// In which order those with enough votes take the seats, and what decides between equals.
    Tie {
        /// 面积占比加人数占比，再比面积，再当众抽签
        SharesLot = "shares_lot",
        /// 人数，再比面积，再当众抽签
        PersonsLot = "persons_lot",
        /// 面积占比加人数占比，再比面积；还一样就另选
        Shares = "shares",
    }
}

vocabulary! {
    /// How somebody came to stand.
    How {
        /// 自己报名
        Own = "own",
        /// 业主推荐
        Owners = "owners",
        /// 居委会、街道推荐
        Office = "office",
    }
}

vocabulary! {
    /// How it stands with somebody who stands. There is no word for fees that are owed: they take neither the vote nor this away.
    Stands {
        /// 报了名，还没查
        Named = "named",
        /// 列入名单
        Listed = "listed",
        /// 不是本小区业主
        NotOwner = "not_owner",
        /// 和要管的事有利害关系
        Conflict = "conflict",
        /// 不具有完全民事行为能力
        Capacity = "capacity",
        /// 本人不选了
        Withdrawn = "withdrawn",
    }
}

impl Stands {
    /// What whoever checks may find.
    pub(crate) const FOUND: [Self; 4] = [Self::Listed, Self::NotOwner, Self::Conflict, Self::Capacity];

    /// Still in: named, or on the list.
    pub(crate) const fn live(self) -> bool {
        matches!(self, Self::Named | Self::Listed)
    }
}

impl Tie {
    /// The order as the count knows it.
    pub(crate) fn order(self) -> Vec<Rank> {
        match self {
            Self::SharesLot => vec![Rank::Shares, Rank::Area, Rank::Lot],
            Self::PersonsLot => vec![Rank::Persons, Rank::Area, Rank::Lot],
            Self::Shares => vec![Rank::Shares, Rank::Area],
        }
    }
}

/// Seats, alternates, order and term, as they are called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shape {
    /// Seats to fill.
    pub seats: i64,
    /// Alternates at most.
    pub alternates: i64,
    /// What decides between equals.
    pub tie: Tie,
    /// The term in months.
    pub months: i64,
    /// Members of the whole committee, where only the seats that stand empty are elected; they end with the term of the others.
    pub whole: Option<i64>,
}

/// The election as it is counted. The lot is drawn with the hash of the frozen roll: nobody can choose it once papers are in.
pub(crate) fn counted(
    shape: &Shape,
    candidates: Vec<CandidateKey>,
    seed: Option<String>,
) -> Result<law::Election, Fault> {
    let bad = |e: law::BadKey| Fault::bug(e.to_string());
    Ok(law::Election {
        election: ElectionKey::new(COMMITTEE).map_err(bad)?,
        kind: MatterKind::new(COMMITTEE).map_err(bad)?,
        seats: u32::try_from(shape.seats).unwrap_or(0),
        committee_seats: shape.whole.and_then(|n| u32::try_from(n).ok()),
        candidates,
        alternates: u32::try_from(shape.alternates).unwrap_or(u32::MAX),
        rank: Some(shape.tie.order()),
        lot_seed: seed,
    })
}

/// Whether seats, alternates and so many names are as the rules want them.
pub(crate) fn fits(set: &RuleSet, shape: &Shape, many: usize) -> Result<(), Stop> {
    let election = counted(shape, names(many)?, None)?;
    election.check(set, u64::MAX).map_err(|why| match why {
        law::Refusal::Seats { .. } | law::Refusal::EvenSeats(_) => Refusal::BadSeats.into(),
        law::Refusal::TooManyAlternates(_) => Refusal::ManyAlternates.into(),
        law::Refusal::TooFewCandidates { .. } => Refusal::FewCandidates.into(),
        other => Fault::bug(other.code()).into(),
    })
}

/// So many names for a check before there are any.
fn names(n: usize) -> Result<Vec<CandidateKey>, Fault> {
    (1..=n).map(|n| CandidateKey::new(&n.to_string()).map_err(|e| Fault::bug(e.to_string()))).collect()
}

/// An election that is about to be called.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Calling {
    pub(crate) kind: Kind,
    pub(crate) shape: Shape,
    /// A committee is registered here.
    pub(crate) committee: bool,
    /// Somebody sits in it today.
    pub(crate) seated: bool,
    /// So many of its seats stand empty.
    pub(crate) vacant: i64,
    pub(crate) online: Online,
    pub(crate) today: Day,
    pub(crate) until: Day,
    pub(crate) opens: Day,
}

/// May it be called so? The window of the vote itself is the assembly's business.
pub(crate) fn may_call(set: &RuleSet, c: &Calling) -> Result<(), Stop> {
    match c.kind {
        Kind::First if c.seated => return Err(Refusal::HasCommittee.into()),
        Kind::First if c.online != Online::PaperOnly => return Err(Refusal::FirstOnPaper.into()),
        Kind::Renewal | Kind::By if !c.committee => return Err(Refusal::NoCommittee.into()),
        Kind::By if c.shape.seats < 1 || c.shape.seats > c.vacant => return Err(Refusal::ByVacant.into()),
        _ => {}
    }
    let most = set.committee.as_ref().map_or(60, |rule| i64::from(rule.term_months));
    if c.shape.months < 1 || c.shape.months > most {
        return Err(Refusal::TermLong.into());
    }
    let enough = usize::try_from(c.shape.seats).unwrap_or(0).min(CANDIDATES_MAX) * 2;
    fits(set, &c.shape, enough)?;
    if c.until <= c.today || c.opens < c.until.plus(POSTED_DAYS + 1) {
        return Err(Refusal::StandLate.into());
    }
    Ok(())
}

/// Somebody who wants to stand.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Standing {
    pub(crate) state: State,
    pub(crate) posted: bool,
    pub(crate) today: Day,
    pub(crate) until: Day,
    /// They said themselves that they want to.
    pub(crate) agrees: bool,
    /// They own something here today.
    pub(crate) owner: bool,
    pub(crate) child: bool,
    pub(crate) of_company: bool,
    /// They stand already.
    pub(crate) there: bool,
    /// So many stand.
    pub(crate) many: usize,
}

pub(super) fn before_posting(state: State, posted: bool) -> Result<(), Refusal> {
    match state {
        State::Off => Err(Refusal::IsOff),
        State::Called if posted => Err(Refusal::ListPosted),
        State::Called => Ok(()),
        State::Open | State::Closed | State::Counted | State::Missed => Err(Refusal::ListPosted),
    }
}

/// May they stand? An owner may, a cadre only as one; whoever works for the company does not.
pub(crate) fn may_stand(s: Standing) -> Result<(), Refusal> {
    before_posting(s.state, s.posted)?;
    if s.today > s.until {
        return Err(Refusal::StandOver);
    }
    if !s.owner {
        return Err(Refusal::CandidateNotOwner);
    }
    if s.child {
        return Err(Refusal::CandidateChild);
    }
    if s.of_company {
        return Err(Refusal::CandidateOfCompany);
    }
    if s.there {
        return Err(Refusal::CandidateTwice);
    }
    if s.many >= CANDIDATES_MAX {
        return Err(Refusal::ManyCandidates);
    }
    if s.agrees { Ok(()) } else { Err(Refusal::NotAgreed) }
}

/// May the list be posted today?
pub(crate) fn may_post(
    (state, posted): (State, bool),
    (today, until, opens): (Day, Day, Day),
    waiting: usize,
) -> Result<(), Refusal> {
    before_posting(state, posted)?;
    if today <= until {
        return Err(Refusal::StandOpen);
    }
    if opens < today.plus(POSTED_DAYS) {
        return Err(Refusal::PostLate);
    }
    if waiting > 0 { Err(Refusal::CandidatesWait) } else { Ok(()) }
}

/// The last day on which the list may be posted.
pub(crate) fn post_until(opens: Day) -> Day {
    opens.plus(-POSTED_DAYS)
}

/// May they sit from this day on?
pub(crate) fn may_seat(
    (state, seated): (State, bool),
    (counted, since): (Day, Day),
    (filled, least): (usize, usize),
) -> Result<(), Refusal> {
    if state != State::Counted {
        return Err(Refusal::NotCounted);
    }
    if seated {
        return Err(Refusal::Seated);
    }
    if filled < least {
        return Err(Refusal::TooFewElected);
    }
    if since < counted || since > counted.plus(SEATED_DAYS) { Err(Refusal::SeatDay) } else { Ok(()) }
}

/// The last day of a term: they sit from its first day on, so it is the day before the one of the same number, on which the next
/// term begins; in a month without that number it is the month's last (民法典 202). So no term is longer than its months.
pub(crate) fn term_end(since: Day, months: i64) -> Day {
    let term = Term::Months { n: u32::try_from(months).unwrap_or(0) };
    let same = term.last_day(&Calendar::official(), since).map_or(since, |last| last.counted);
    let (_, _, number) = since.parts();
    let (_, _, found) = same.parts();
    if found == number { same.plus(-1).max(since) } else { same }
}

/// The morning on which a renewal is due to begin: three months before the last day.
pub(crate) fn renews(until: Day) -> Moment {
    let (year, month, day) = until.parts();
    let back = i32::from(month) - RENEW_MONTHS as i32;
    let (year, month) = if back < 1 { (year - 1, back + 12) } else { (year, back) };
    let month = u8::try_from(month).unwrap_or(1);
    let found = (1..=day).rev().find_map(|d| Day::ymd(year, month, d));
    found.unwrap_or(until).at(9, 0)
}

/// How many yes go on one paper at most; more choose nobody.
pub(crate) fn not_too_many(yes: usize, seats: i64) -> Result<(), Refusal> {
    if i64::try_from(yes).is_ok_and(|yes| yes <= seats) { Ok(()) } else { Err(Refusal::TooManyChosen) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assembly::rules::rules_on;

    fn day(text: &str) -> Day {
        text.parse().expect("a day")
    }

    fn shape(seats: i64, alternates: i64, months: i64) -> Shape {
        Shape { seats, alternates, tie: Tie::SharesLot, months, whole: None }
    }

    fn calling() -> Calling {
        Calling {
            kind: Kind::Renewal,
            shape: shape(5, 2, 60),
            committee: true,
            seated: true,
            vacant: 0,
            online: Online::Allowed,
            today: day("2026-06-01"),
            until: day("2026-06-10"),
            opens: day("2026-06-26"),
        }
    }

    #[test]
    fn how_a_committee_is_elected() {
        let by = |seats, vacant| Calling {
            kind: Kind::By,
            shape: Shape { whole: Some(7), ..shape(seats, 0, 60) },
            vacant,
            ..calling()
        };
        let first = |online| Calling { kind: Kind::First, committee: false, seated: false, online, ..calling() };
        for (what, c, may) in [
            ("a renewal", calling(), Ok(())),
            ("seven", Calling { shape: shape(7, 0, 36), ..calling() }, Ok(())),
            ("eleven", Calling { shape: shape(11, 11, 1), ..calling() }, Ok(())),
            ("three", Calling { shape: shape(3, 0, 60), ..calling() }, Err("property.bad_seats")),
            ("thirteen", Calling { shape: shape(13, 0, 60), ..calling() }, Err("property.bad_seats")),
            ("six", Calling { shape: shape(6, 0, 60), ..calling() }, Err("property.bad_seats")),
            ("none", Calling { shape: shape(0, 0, 60), ..calling() }, Err("property.bad_seats")),
            ("too many alternates", Calling { shape: shape(5, 6, 60), ..calling() }, Err("property.many_alternates")),
            ("too long a term", Calling { shape: shape(5, 2, 61), ..calling() }, Err("property.term_long")),
            ("no term", Calling { shape: shape(5, 2, 0), ..calling() }, Err("property.term_long")),
            ("no committee to renew", Calling { committee: false, ..calling() }, Err("property.no_committee")),
            ("two of seven", by(2, 2), Ok(())),
            ("one of two that stand empty", by(1, 2), Ok(())),
            ("three of two", by(3, 2), Err("property.by_vacant")),
            ("none", by(0, 2), Err("property.by_vacant")),
            ("no seat stands empty", by(1, 0), Err("property.by_vacant")),
            ("no committee", Calling { committee: false, ..by(1, 1) }, Err("property.no_committee")),
            ("the first on paper", first(Online::PaperOnly), Ok(())),
            ("the first on the phone", first(Online::Allowed), Err("property.first_on_paper")),
            ("the first elsewhere", first(Online::OnlyOfficialSystem), Err("property.first_on_paper")),
            ("a second first", Calling { seated: true, ..first(Online::PaperOnly) }, Err("property.has_committee")),
            (
                "fifteen days short by one",
                Calling { opens: day("2026-06-25"), ..calling() },
                Err("property.stand_late"),
            ),
            ("no day to stand", Calling { until: day("2026-06-01"), ..calling() }, Err("property.stand_late")),
        ] {
            let set = rules_on(c.opens).expect("rules");
            assert_eq!(may_call(set, &c).map_err(|stop| stop.code()), may, "{what}");
        }
    }

    fn standing() -> Standing {
        Standing {
            state: State::Called,
            posted: false,
            today: day("2026-06-10"),
            until: day("2026-06-10"),
            agrees: true,
            owner: true,
            child: false,
            of_company: false,
            there: false,
            many: 29,
        }
    }

    #[test]
    fn who_may_stand() {
        for (what, s, may) in [
            ("an owner on the last day", standing(), Ok(())),
            ("a day late", Standing { today: day("2026-06-11"), ..standing() }, Err(Refusal::StandOver)),
            (
                "a tenant, a cadre from elsewhere",
                Standing { owner: false, ..standing() },
                Err(Refusal::CandidateNotOwner),
            ),
            ("a child", Standing { child: true, ..standing() }, Err(Refusal::CandidateChild)),
            ("of the company", Standing { of_company: true, ..standing() }, Err(Refusal::CandidateOfCompany)),
            ("twice", Standing { there: true, ..standing() }, Err(Refusal::CandidateTwice)),
            ("the thirty-first", Standing { many: 30, ..standing() }, Err(Refusal::ManyCandidates)),
            ("not asked", Standing { agrees: false, ..standing() }, Err(Refusal::NotAgreed)),
            ("once it is posted", Standing { posted: true, ..standing() }, Err(Refusal::ListPosted)),
            ("while it is open", Standing { state: State::Open, ..standing() }, Err(Refusal::ListPosted)),
            ("called off", Standing { state: State::Off, ..standing() }, Err(Refusal::IsOff)),
        ] {
            assert_eq!(may_stand(s), may, "{what}");
        }
    }

    #[test]
    fn a_list_hangs_out_fifteen_days() {
        let (until, opens) = (day("2026-06-10"), day("2026-06-26"));
        for (what, today, waiting, may) in [
            ("while one may stand", "2026-06-10", 0, Err(Refusal::StandOpen)),
            ("the day after", "2026-06-11", 0, Ok(())),
            ("a day too late", "2026-06-12", 0, Err(Refusal::PostLate)),
            ("somebody is not checked", "2026-06-11", 1, Err(Refusal::CandidatesWait)),
        ] {
            assert_eq!(may_post((State::Called, false), (day(today), until, opens), waiting), may, "{what}");
        }
        assert_eq!(may_post((State::Called, true), (day("2026-06-11"), until, opens), 0), Err(Refusal::ListPosted));
        assert_eq!(post_until(opens), day("2026-06-11"));
    }

    #[test]
    fn a_committee_sits_from_a_day_after_the_count_and_its_renewal_is_known() {
        let counted = day("2026-07-10");
        for (what, state, seated, since, filled, may) in [
            ("on the day", State::Counted, false, "2026-07-10", 5, Ok(())),
            ("the day before", State::Counted, false, "2026-07-09", 5, Err(Refusal::SeatDay)),
            ("far off", State::Counted, false, "2026-09-09", 5, Err(Refusal::SeatDay)),
            ("four of five", State::Counted, false, "2026-07-10", 4, Err(Refusal::TooFewElected)),
            ("twice", State::Counted, true, "2026-07-10", 5, Err(Refusal::Seated)),
            ("before the count", State::Closed, false, "2026-07-10", 5, Err(Refusal::NotCounted)),
        ] {
            assert_eq!(may_seat((state, seated), (counted, day(since)), (filled, 5)), may, "{what}");
        }
        for (since, months, until, renew) in [
            ("2026-07-10", 60, "2031-07-09", "2031-04-09"),
            ("2026-08-31", 6, "2027-02-28", "2026-11-28"),
            ("2026-02-28", 3, "2026-05-27", "2026-02-27"),
            ("2026-05-31", 12, "2027-05-30", "2027-02-28"),
            ("2026-03-01", 60, "2031-02-28", "2030-11-28"),
            ("2027-03-01", 12, "2028-02-29", "2027-11-29"),
            ("2028-02-29", 12, "2029-02-28", "2028-11-28"),
            ("2028-02-29", 48, "2032-02-28", "2031-11-28"),
            ("2026-01-01", 36, "2028-12-31", "2028-09-30"),
            ("2026-07-10", 1, "2026-08-09", "2026-05-09"),
        ] {
            let end = term_end(day(since), months);
            assert_eq!((end, renews(end)), (day(until), day(renew).at(9, 0)), "{since} + {months}");
        }
    }

    #[test]
    fn a_term_ends_the_day_before_the_next_begins() {
        for (since, months) in [("2026-07-10", 60), ("2028-02-29", 12), ("2028-02-29", 60), ("2026-08-31", 6)] {
            let next = term_end(day(since), months).plus(1);
            assert!(next > day(since) && term_end(next, months) > next, "{since} + {months}");
            let longest = Term::Months { n: u32::try_from(months).expect("months") };
            let latest = longest.last_day(&Calendar::official(), day(since)).expect("a day").counted;
            assert!(next <= latest.plus(1), "{since} + {months}: not longer than its months");
        }
    }

    #[test]
    fn more_names_than_seats_choose_nobody() {
        assert_eq!((not_too_many(5, 5), not_too_many(6, 5)), (Ok(()), Err(Refusal::TooManyChosen)));
    }
}

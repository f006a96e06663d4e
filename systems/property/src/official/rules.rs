//! When the tally of an official system may be taken in, by whom, and when it counts; pure. Beijing (2024) art. 35 and others want what
//! is cast on the web cast in the authority's own system. No law says how its tally is joined with papers: as with every paper here
//! two people take it in, and where an owner handed in a signed paper too, the paper counts (274号 22).

use crate::assembly::Online;
use crate::refusal_votes::Refusal;
use lianxin_base::{Day, Moment, PersonId, SeatId, vocabulary};

/// Longest name of a system and longest reference number.
pub(crate) const LINE_MAX: usize = 60;
/// Longest list of totals that is looked at.
pub(crate) const TOTALS_MAX: usize = 4_000;

vocabulary! {
    /// What the official system gave.
    What {
        /// 一户一行的清单
        Lines = "lines",
        /// 只有总数
        Totals = "totals",
        /// 没有人在那里投
        Nobody = "nobody",
    }
}

/// A tally that somebody brings.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Bringing<'a> {
    pub(crate) online: Online,
    pub(crate) opens: Moment,
    pub(crate) closes: Moment,
    pub(crate) now: Moment,
    pub(crate) day: Day,
    pub(crate) what: What,
    pub(crate) source: &'a str,
    pub(crate) reference: &'a str,
    pub(crate) photo: bool,
    /// A number of theirs is in it.
    pub(crate) own: bool,
}

/// Is this a vote whose official tally may be worked on? Whoever asks has been told before if it is off, counted or not held.
pub(crate) fn open_for_tallies(online: Online, now: Moment, closes: Moment) -> Result<(), Refusal> {
    match online {
        Online::Allowed | Online::PaperOnly => Err(Refusal::OfficialNot),
        // An earlier one would show what was cast while others still vote.
        Online::OnlyOfficialSystem if now < closes => Err(Refusal::OfficialEarly),
        Online::OnlyOfficialSystem => Ok(()),
    }
}

/// May it be brought? Where no list of owners shows what it says, a photo of what the authority signed does.
pub(crate) fn may_bring(b: &Bringing<'_>) -> Result<(), Refusal> {
    open_for_tallies(b.online, b.now, b.closes)?;
    if b.source.is_empty() {
        return Err(Refusal::OfficialSource);
    }
    if b.reference.is_empty() {
        return Err(Refusal::OfficialReference);
    }
    if b.day > b.now.day() || b.day < b.opens.day() {
        return Err(Refusal::OfficialDay);
    }
    if b.what != What::Lines && !b.photo {
        return Err(Refusal::OfficialPhoto);
    }
    if b.own { Err(Refusal::OfficialOwn) } else { Ok(()) }
}

/// A tally as one person took it in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Taken {
    pub(crate) what: What,
    pub(crate) seat: SeatId,
    pub(crate) person: Option<PersonId>,
    /// Of what was read, its reference number and day.
    pub(crate) digest: String,
    /// They say that it is the wrong one.
    pub(crate) asked: bool,
}

impl Taken {
    pub(crate) fn is_of(&self, (seat, person): (SeatId, Option<PersonId>)) -> bool {
        self.seat == seat || (self.person.is_some() && self.person == person)
    }
}

/// May this person take it in, and does it count by that? Two different people take in the same; where they differ each of them
/// may do it once more.
pub(crate) fn may_take(before: &[Taken], new: &Taken) -> Result<bool, Refusal> {
    let me = (new.seat, new.person);
    match before {
        [] => Ok(false),
        [one] if one.is_of(me) => Err(Refusal::OfficialSame),
        [one] => Ok(one.digest == new.digest),
        [a, b] if a.digest == b.digest => Err(Refusal::OfficialDone),
        [a, b] if a.is_of(me) => Ok(b.digest == new.digest),
        [a, b] if b.is_of(me) => Ok(a.digest == new.digest),
        _ => Err(Refusal::OfficialDiffers),
    }
}

/// May it be set aside, now or once the other of the two says so as well? Nobody makes a tally vanish alone.
pub(crate) fn may_void(before: &[Taken], who: (SeatId, Option<PersonId>)) -> Result<bool, Refusal> {
    let (own, others): (Vec<&Taken>, Vec<&Taken>) = before.iter().partition(|t| t.is_of(who));
    match (&own[..], &others[..]) {
        ([], []) => Err(Refusal::OfficialNone),
        ([], _) => Ok(true),
        (_, []) => Err(Refusal::OfficialVoidSelf),
        (_, others) if others.iter().all(|t| t.asked) => Ok(true),
        (own, _) if own.iter().all(|t| t.asked) => Err(Refusal::OfficialVoidAsked),
        _ => Ok(false),
    }
}

/// May the vote be counted? What was cast in the official system is part of it: without its tally votes would be lost, and totals alone
/// do not say who of them handed in a paper as well, so that one household could count twice.
pub(crate) fn may_count(online: Online, taken: &[Taken]) -> Result<(), Refusal> {
    match (online, taken) {
        (Online::Allowed | Online::PaperOnly, _) => Ok(()),
        (_, []) => Err(Refusal::OfficialWaits),
        (_, [a, b]) if a.digest == b.digest && a.what == What::Totals => Err(Refusal::OfficialUncountable),
        (_, [a, b]) if a.digest == b.digest => Ok(()),
        _ => Err(Refusal::OfficialOpen),
    }
}

/// Persons and 0.01 m² who said yes, no and abstained.
pub(crate) type Total = [(i64, i64); 3];

/// Totals as they are typed, a line a matter: persons and m² of yes, of no, of abstentions. None of it may be more than the roll has.
pub(crate) fn totals(text: &str, matters: usize, (persons, size): (i64, i64)) -> Result<Vec<Total>, Refusal> {
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    if lines.len() != matters {
        return Err(Refusal::OfficialTotals);
    }
    let one = |line: &&str| -> Option<Total> {
        let plain = lianxin_paper::half(line);
        let words: Vec<&str> = plain.split_whitespace().collect();
        let [yp, ys, np, ns, ap, as_] = words.as_slice() else { return None };
        let pair = |n: &str, m2: &str| Some((n.parse::<i64>().ok()?, lianxin_base::Area::parse(m2)?.0));
        Some([pair(yp, ys)?, pair(np, ns)?, pair(ap, as_)?])
    };
    let all: Vec<Total> = lines.iter().map(one).collect::<Option<_>>().ok_or(Refusal::OfficialTotals)?;
    let negative = |t: &Total| t.iter().any(|(p, s)| *p < 0 || *s < 0);
    let sum = |t: &Total, pick: fn(&(i64, i64)) -> i64| t.iter().map(pick).fold(0i64, i64::saturating_add);
    if all.iter().any(negative) {
        return Err(Refusal::OfficialTotals);
    }
    let more = |t: &Total| sum(t, |x| x.0) > persons || sum(t, |x| x.1) > size;
    if all.iter().any(more) { Err(Refusal::OfficialMore) } else { Ok(all) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tally_is_brought_after_the_close_with_its_source_number_and_day() {
        let day = |text: &str| text.parse::<Day>().expect("a day");
        let usual = Bringing {
            online: Online::OnlyOfficialSystem,
            opens: day("2026-07-03").at(9, 0),
            closes: day("2026-07-13").at(18, 0),
            now: day("2026-07-14").at(10, 0),
            day: day("2026-07-14"),
            what: What::Lines,
            source: "市住建局电子投票系统",
            reference: "投 2026-071",
            photo: false,
            own: false,
        };
        for (what, b, may) in [
            ("the list", usual, Ok(())),
            ("in the closing second", Bringing { now: usual.closes, day: day("2026-07-13"), ..usual }, Ok(())),
            ("a second before", Bringing { now: usual.closes.plus(-1), ..usual }, Err(Refusal::OfficialEarly)),
            ("where phones are allowed", Bringing { online: Online::Allowed, ..usual }, Err(Refusal::OfficialNot)),
            ("on paper only", Bringing { online: Online::PaperOnly, ..usual }, Err(Refusal::OfficialNot)),
            ("of tomorrow", Bringing { day: day("2026-07-15"), ..usual }, Err(Refusal::OfficialDay)),
            ("of before the opening", Bringing { day: day("2026-07-02"), ..usual }, Err(Refusal::OfficialDay)),
            ("of nobody", Bringing { source: "", ..usual }, Err(Refusal::OfficialSource)),
            ("without a number", Bringing { reference: "", ..usual }, Err(Refusal::OfficialReference)),
            ("totals, unshown", Bringing { what: What::Totals, ..usual }, Err(Refusal::OfficialPhoto)),
            ("totals, shown", Bringing { what: What::Totals, photo: true, ..usual }, Ok(())),
            ("that nobody voted, unshown", Bringing { what: What::Nobody, ..usual }, Err(Refusal::OfficialPhoto)),
            ("with their own flat", Bringing { own: true, ..usual }, Err(Refusal::OfficialOwn)),
        ] {
            assert_eq!(may_bring(&b), may, "{what}");
        }
    }

    fn taken(who: u8, digest: &str) -> Taken {
        let (seat, person) = (SeatId::from_bytes([who; 16]), Some(PersonId::from_bytes([who; 16])));
        Taken { what: What::Lines, seat, person, digest: digest.into(), asked: false }
    }

    #[test]
    fn two_people_take_in_the_same_and_nobody_sets_it_aside_alone() {
        let (a, b, other, c) = (taken(1, "x"), taken(2, "x"), taken(2, "y"), taken(3, "x"));
        let deputy = Taken { person: c.person, ..a.clone() };
        for (what, before, new, may) in [
            ("the first", vec![], &a, Ok(false)),
            ("the same again", vec![a.clone()], &a, Err(Refusal::OfficialSame)),
            ("a deputy in the seat", vec![a.clone()], &deputy, Err(Refusal::OfficialSame)),
            ("the second", vec![a.clone()], &b, Ok(true)),
            ("the second, another list", vec![a.clone()], &other, Ok(false)),
            ("one of the two anew", vec![a.clone(), other.clone()], &b, Ok(true)),
            ("a third", vec![a.clone(), other.clone()], &c, Err(Refusal::OfficialDiffers)),
            ("when it counts", vec![a.clone(), b.clone()], &c, Err(Refusal::OfficialDone)),
        ] {
            assert_eq!(may_take(&before, new), may, "{what}");
        }
        let of = |t: &Taken| (t.seat, t.person);
        let asked = |t: &Taken| Taken { asked: true, ..t.clone() };
        for (what, before, who, may) in [
            ("nothing", vec![], of(&a), Err(Refusal::OfficialNone)),
            ("once, by who did it", vec![a.clone()], of(&a), Err(Refusal::OfficialVoidSelf)),
            ("once, by another", vec![a.clone()], of(&b), Ok(true)),
            ("twice, by a third", vec![a.clone(), b.clone()], of(&c), Ok(true)),
            ("twice, by one of them", vec![a.clone(), b.clone()], of(&a), Ok(false)),
            ("twice, by the same again", vec![asked(&a), b.clone()], of(&a), Err(Refusal::OfficialVoidAsked)),
            ("twice, by the other too", vec![asked(&a), b.clone()], of(&b), Ok(true)),
        ] {
            assert_eq!(may_void(&before, who), may, "{what}");
        }
    }

    #[test]
    fn the_count_waits_for_the_official_tally_and_is_not_made_from_totals() {
        let (a, b, other) = (taken(1, "x"), taken(2, "x"), taken(2, "y"));
        let of = |what, all: &[&Taken]| all.iter().map(|t| Taken { what, ..(*t).clone() }).collect::<Vec<_>>();
        let official = Online::OnlyOfficialSystem;
        for (what, online, taken, may) in [
            ("elsewhere", Online::Allowed, vec![], Ok(())),
            ("none came", official, vec![], Err(Refusal::OfficialWaits)),
            ("once", official, of(What::Lines, &[&a]), Err(Refusal::OfficialOpen)),
            ("in two ways", official, of(What::Lines, &[&a, &other]), Err(Refusal::OfficialOpen)),
            ("the list", official, of(What::Lines, &[&a, &b]), Ok(())),
            ("nobody voted there", official, of(What::Nobody, &[&a, &b]), Ok(())),
            ("totals", official, of(What::Totals, &[&a, &b]), Err(Refusal::OfficialUncountable)),
        ] {
            assert_eq!(may_count(online, &taken), may, "{what}");
        }
    }

    #[test]
    fn totals_are_six_numbers_a_matter_within_the_roll() {
        let all = (20, 200_000);
        let good = "12 1,200.50 3 300 1 ９０.０５\n\n0 0 20 2000.00 0 0";
        let is = vec![[(12, 120_050), (3, 30_000), (1, 9_005)], [(0, 0), (20, 200_000), (0, 0)]];
        assert_eq!(totals(good, 2, all), Ok(is));
        for (what, text, no) in [
            ("a line too few", "12 1200.50 3 300 1 90.05", Refusal::OfficialTotals),
            ("five numbers", "12 1200.50 3 300 1\n0 0 0 0 0 0", Refusal::OfficialTotals),
            ("three decimals", "12 1200.505 3 300 1 90\n0 0 0 0 0 0", Refusal::OfficialTotals),
            ("less than nothing", "-1 0 0 0 0 0\n0 0 0 0 0 0", Refusal::OfficialTotals),
            ("one too many", "12 1200 8 300 1 90\n0 0 0 0 0 0", Refusal::OfficialMore),
            ("0.01 m² too much", "1 2000.01 0 0 0 0\n0 0 0 0 0 0", Refusal::OfficialMore),
        ] {
            assert_eq!(totals(text, 2, all), Err(no), "{what}");
        }
    }
}

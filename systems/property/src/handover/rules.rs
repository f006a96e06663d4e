//! What comes after a committee was elected: by when its first meeting is and who is chosen there, what the committee before
//! hands over and by when; pure. 274号 31-34: seven days, chair and vice-chair; ten days for files, seals and money. Before a first
//! committee there is a preparatory group or an interim management committee, which hands over what it has; no text read so far says
//! within how many days.

use crate::election::Kind;
use crate::refusal::{LateWhy, Refusal};
use lianxin_ballot::{PeriodKind, RuleSet};
use lianxin_base::{Day, Fen, SeatId, vocabulary};
use lianxin_calendar::{Calendar, LastDay};
use lianxin_store::Stop;

/// Longest text about one thing, or why something was late.
pub(crate) const WORDS_MAX: usize = 200;
/// Longest name of who handed over or took over.
pub(crate) const WHO_MAX: usize = 40;

vocabulary! {
    /// What a committee hands over.
    Thing {
        /// 档案资料
        Files = "files",
        /// 印章
        Seal = "seal",
        /// 账册、凭证
        Accounts = "accounts",
        /// 钱款
        Money = "money",
        /// 别的财物
        Other = "other",
    }
}

vocabulary! {
    /// How it stands with a thing.
    Stands {
        /// 交了
        Handed = "handed",
        /// 没交
        Missing = "missing",
        /// 没有这一样
        Nothing = "nothing",
    }
}

impl Stands {
    /// Nobody waits for it any more.
    pub(crate) const fn settled(self) -> bool {
        !matches!(self, Self::Missing)
    }
}

/// A last day from a day on, with its article, as the rules of the vote have it.
pub(crate) fn last_day(set: &RuleSet, kind: PeriodKind, from: Day) -> Option<(LastDay, String)> {
    let period = set.period(kind)?;
    Some((period.last_day(&Calendar::official(), from), period.article.clone()))
}

/// The last day of the first meeting: from the election on, which is the count. A by-election has none.
pub(crate) fn meets(set: &RuleSet, kind: Kind, counted: Day) -> Option<Day> {
    let found = last_day(set, PeriodKind::CommitteeFirstMeeting, counted).filter(|_| kind != Kind::By);
    found.map(|(last, _)| last.moved)
}

/// Whether somebody before hands over to those elected: the committee, or before a first one who prepared it.
pub(crate) const fn has_before(kind: Kind) -> bool {
    match kind {
        Kind::First | Kind::Renewal => true,
        Kind::By => false,
    }
}

/// The last day of the hand-over: from the last day of the committee before on. Who prepared a first one has none.
pub(crate) fn hands(set: &RuleSet, kind: Kind, since: Day) -> Option<Day> {
    let found = last_day(set, PeriodKind::HandOver, since.plus(-1)).filter(|_| kind == Kind::Renewal);
    found.map(|(last, _)| last.moved)
}

/// When a day and its article are over, and why is not said.
fn in_time(day: Day, due: Option<&(Day, String)>, late: &str) -> Result<(), Stop> {
    match due {
        Some((last, article)) if day > *last && late.is_empty() => {
            Err(LateWhy { last: *last, article: article.clone() }.into())
        }
        _ => Ok(()),
    }
}

/// Somebody notes the first meeting of a committee.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Meeting<'a> {
    pub(crate) seated: bool,
    pub(crate) held: bool,
    pub(crate) day: Day,
    /// The day they were elected.
    pub(crate) counted: Day,
    pub(crate) today: Day,
    pub(crate) due: Option<&'a (Day, String)>,
    pub(crate) members: &'a [SeatId],
    pub(crate) came: &'a [SeatId],
    pub(crate) chair: SeatId,
    pub(crate) vice: SeatId,
    pub(crate) late: &'a str,
}

/// May it be? More than half of all members were there, as a decision of theirs needs, and two different ones were chosen. What was
/// late was held all the same: it is noted with the reason.
pub(crate) fn may_meet(m: &Meeting<'_>) -> Result<(), Stop> {
    if !m.seated {
        return Err(Refusal::NotSeated.into());
    }
    if m.held {
        return Err(Refusal::MeetingHeld.into());
    }
    if m.day < m.counted || m.day > m.today {
        return Err(Refusal::MeetingDay.into());
    }
    if !m.came.iter().all(|seat| m.members.contains(seat)) || m.came.len() * 2 <= m.members.len() {
        return Err(Refusal::MeetingFew.into());
    }
    if !m.members.contains(&m.chair) {
        return Err(Refusal::MeetingChair.into());
    }
    if !m.members.contains(&m.vice) || m.vice == m.chair {
        return Err(Refusal::MeetingVice.into());
    }
    in_time(m.day, m.due, m.late)
}

/// One thing of a hand-over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// What.
    pub thing: Thing,
    /// How it stands with it.
    pub stands: Stands,
    /// What exactly, or what is missing and why.
    pub words: String,
    /// Of money: how much.
    pub sum: Option<Fen>,
}

/// Somebody notes what was handed over.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Handing<'a> {
    pub(crate) seated: bool,
    pub(crate) kind: Kind,
    pub(crate) day: Day,
    pub(crate) counted: Day,
    pub(crate) today: Day,
    pub(crate) due: Option<&'a (Day, String)>,
    /// What nobody handed over so far.
    pub(crate) open: &'a [Thing],
    pub(crate) items: &'a [Item],
    pub(crate) from: &'a str,
    pub(crate) to: &'a str,
    pub(crate) late: &'a str,
}

/// May it be? Whatever waits is named, each with what it is; what is missing, too.
pub(crate) fn may_hand_over(h: &Handing<'_>) -> Result<(), Stop> {
    if !h.seated {
        return Err(Refusal::NotSeated.into());
    }
    if !has_before(h.kind) {
        return Err(Refusal::HandOverNone.into());
    }
    if h.open.is_empty() {
        return Err(Refusal::HandedOver.into());
    }
    if h.day < h.counted || h.day > h.today {
        return Err(Refusal::HandOverDay.into());
    }
    if h.from.is_empty() || h.to.is_empty() || h.from == h.to {
        return Err(Refusal::HandOverWho.into());
    }
    let things: Vec<Thing> = h.items.iter().map(|item| item.thing).collect();
    if things != h.open {
        return Err(Refusal::HandOverThings.into());
    }
    for item in h.items {
        if item.words.is_empty() && item.stands != Stands::Nothing {
            return Err(Refusal::HandOverWords.into());
        }
        let counts = item.thing == Thing::Money && item.stands == Stands::Handed;
        if counts != item.sum.is_some() || item.sum.is_some_and(|sum| sum.0 < 0) {
            return Err(Refusal::HandOverSum.into());
        }
    }
    in_time(h.day, h.due, h.late)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().expect("a day")
    }

    fn code(may: Result<(), Stop>) -> &'static str {
        match may {
            Ok(()) => "",
            Err(Stop::Refused(why)) => why.code(),
            Err(Stop::Failed(_)) => "fault",
        }
    }

    fn seat(n: u8) -> SeatId {
        format!("00000000-0000-7000-8000-0000000000{n:02}").parse().expect("a seat")
    }

    #[test]
    fn the_first_meeting_and_the_hand_over_have_their_last_days() {
        let set = crate::assembly::rules::rules_on(day("2026-06-15")).expect("shipped");
        let counted = day("2026-06-15");
        assert_eq!(meets(set, Kind::Renewal, counted), Some(day("2026-06-22")));
        assert_eq!(meets(set, Kind::By, counted), None);
        // Ten days after the last day of those before, 17 June, is 27 June, a Saturday.
        assert_eq!(hands(set, Kind::Renewal, day("2026-06-18")), Some(day("2026-06-29")));
        assert_eq!((hands(set, Kind::First, counted), hands(set, Kind::By, counted)), (None, None));
    }

    #[test]
    fn more_than_half_come_and_choose_two_of_themselves() {
        let members = [1, 2, 3, 4, 5].map(seat);
        let due = (day("2026-06-22"), "274号 31-34".to_owned());
        let usual = Meeting {
            seated: true,
            held: false,
            day: day("2026-06-20"),
            counted: day("2026-06-15"),
            today: day("2026-06-30"),
            due: Some(&due),
            members: &members,
            came: &members[..3],
            chair: seat(1),
            vice: seat(5),
            late: "",
        };
        let stranger = [seat(1), seat(2), seat(9)];
        for (what, m, says) in [
            ("as usual", usual, ""),
            ("nobody sits", Meeting { seated: false, ..usual }, "property.not_seated"),
            ("held before", Meeting { held: true, ..usual }, "property.meeting_held"),
            ("before the count", Meeting { day: day("2026-06-14"), ..usual }, "property.meeting_day"),
            ("to come", Meeting { day: day("2026-07-01"), ..usual }, "property.meeting_day"),
            ("two of five", Meeting { came: &members[..2], ..usual }, "property.meeting_few"),
            (
                "two of four is half",
                Meeting { members: &members[..4], came: &members[..2], ..usual },
                "property.meeting_few",
            ),
            ("a stranger", Meeting { came: &stranger, ..usual }, "property.meeting_few"),
            ("no member leads", Meeting { chair: seat(9), ..usual }, "property.meeting_chair"),
            ("one is both", Meeting { vice: seat(1), ..usual }, "property.meeting_vice"),
            ("on the last day", Meeting { day: day("2026-06-22"), ..usual }, ""),
            ("a day late", Meeting { day: day("2026-06-23"), ..usual }, "property.late_why"),
            ("a day late, and why", Meeting { day: day("2026-06-23"), late: "有人住院", ..usual }, ""),
        ] {
            assert_eq!(code(may_meet(&m)), says, "{what}");
        }
    }

    #[test]
    fn each_thing_is_handed_over_or_named_as_missing() {
        let item = |thing, stands, words: &str, sum| Item { thing, stands, words: words.into(), sum };
        let whole = [
            item(Thing::Files, Stands::Handed, "会议记录 6 本", None),
            item(Thing::Seal, Stands::Missing, "原主任说在街道", None),
            item(Thing::Money, Stands::Handed, "存折一本", Some(Fen(0))),
            item(Thing::Other, Stands::Nothing, "", None),
        ];
        let open = [Thing::Files, Thing::Seal, Thing::Money, Thing::Other];
        let due = (day("2026-06-29"), "274号".to_owned());
        let usual = Handing {
            seated: true,
            kind: Kind::Renewal,
            day: day("2026-06-20"),
            counted: day("2026-06-15"),
            today: day("2026-07-30"),
            due: Some(&due),
            open: &open,
            items: &whole,
            from: "上一届主任",
            to: "新主任",
            late: "",
        };
        let changed = |n: usize, with: Item| {
            let mut items = whole.to_vec();
            items[n] = with;
            items
        };
        let silent = changed(1, item(Thing::Seal, Stands::Missing, "", None));
        let no_sum = changed(2, item(Thing::Money, Stands::Handed, "存折", None));
        let paid = changed(0, item(Thing::Files, Stands::Handed, "记录", Some(Fen(1))));
        for (what, h, says) in [
            ("as usual", usual, ""),
            ("nobody sits", Handing { seated: false, ..usual }, "property.not_seated"),
            ("who prepared the first", Handing { kind: Kind::First, due: None, ..usual }, ""),
            ("a by-election", Handing { kind: Kind::By, ..usual }, "property.hand_over_none"),
            ("all is there", Handing { open: &[], items: &[], ..usual }, "property.handed_over"),
            ("before the count", Handing { day: day("2026-06-14"), ..usual }, "property.hand_over_day"),
            ("to come", Handing { day: day("2026-07-31"), ..usual }, "property.hand_over_day"),
            ("nobody gave it", Handing { from: "", ..usual }, "property.hand_over_who"),
            ("to oneself", Handing { to: "上一届主任", ..usual }, "property.hand_over_who"),
            ("one thing left out", Handing { items: &whole[1..], ..usual }, "property.hand_over_things"),
            ("missing and not said what", Handing { items: &silent, ..usual }, "property.hand_over_words"),
            ("money without a sum", Handing { items: &no_sum, ..usual }, "property.hand_over_sum"),
            ("files with a sum", Handing { items: &paid, ..usual }, "property.hand_over_sum"),
            ("a day late", Handing { day: day("2026-06-30"), ..usual }, "property.late_why"),
            ("a day late, and why", Handing { day: day("2026-06-30"), late: "账没对完", ..usual }, ""),
        ] {
            assert_eq!(code(may_hand_over(&h)), says, "{what}");
        }
    }
}

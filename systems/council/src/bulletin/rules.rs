//! Which lines a bulletin has, from which day it may hang, and what is refused. Pure.

use crate::figures::rules::LEAST;
use crate::path::rules::Week;
use crate::say::date;
use crate::texts::t;
use lianxin_base::{Day, Lang, OrgId, Refuse};
use lianxin_calendar::Calendar;
use std::collections::BTreeMap;

/// So many working days a named organisation has to answer.
pub const ANSWER_DAYS: u32 = 3;
/// Longest answer, in characters.
pub const WORDS_MAX: usize = 200;

/// The last day to answer of what is laid before them on a day; it may hang from the next day on.
pub(crate) fn last_day(calendar: &Calendar, laid: Day) -> Day {
    calendar.add_working_days(laid, ANSWER_DAYS)
}

/// What one organisation is told of in a bulletin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Told {
    /// Whose line it is.
    pub org: OrgId,
    /// 按期、超期、在办、退回; 应办 is their sum.
    pub columns: [i64; 4],
    /// So many times residents said solved.
    pub solved: i64,
    /// Of so many answers.
    pub answers: i64,
}

impl Told {
    /// 应办.
    pub fn all(&self) -> i64 {
        self.columns.iter().sum()
    }

    /// The share of the residents who said solved, with how many answered; nothing of fewer than five.
    pub fn share(&self) -> Option<(i64, i64)> {
        (self.answers >= LEAST as i64).then(|| ((self.solved * 200 + self.answers) / (self.answers * 2), self.answers))
    }

    /// As it stands in the sealed field of the act.
    fn line(&self) -> String {
        let [a, b, c, d] = self.columns;
        format!("{} {a} {b} {c} {d} {} {}", self.org, self.solved, self.answers)
    }

    fn read(line: &str) -> Option<Self> {
        let mut parts = line.split(' ');
        let org = parts.next()?.parse().ok()?;
        let n: Vec<i64> = parts.map(str::parse).collect::<Result<_, _>>().ok()?;
        let [a, b, c, d, solved, answers] = *n.as_slice() else { return None };
        Some(Self { org, columns: [a, b, c, d], solved, answers })
    }
}

/// The lines of a bulletin: of an organisation with fewer than five jobs there is none, of fewer than five answers no share.
pub(crate) fn lines(weeks: &BTreeMap<OrgId, Week>) -> Vec<Told> {
    let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    let enough = weeks.iter().filter(|(_, week)| week.all() >= LEAST);
    enough
        .map(|(org, week)| {
            let told = week.answers.of >= LEAST;
            let (solved, answers) = if told { (count(week.answers.good), count(week.answers.of)) } else { (0, 0) };
            Told { org: *org, columns: week.columns.map(count), solved, answers }
        })
        .collect()
}

/// Lines as one text.
pub(crate) fn written(lines: &[Told]) -> String {
    lines.iter().map(Told::line).collect::<Vec<_>>().join("\n")
}

/// And back; `None` for what is no such text.
pub(crate) fn read(text: &str) -> Option<Vec<Told>> {
    text.lines().map(Told::read).collect()
}

/// Why a bulletin is not laid, answered or hung, in order of precedence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// No such bulletin for them.
    None,
    /// Another organisation laid it before those it names.
    NotOurs,
    /// It names somebody else.
    NotNamed,
    /// Nobody had five.
    Nothing,
    /// The same time of the same place was laid before them already.
    Already,
    /// It may hang from this day on.
    Early(Day),
    /// It hangs already.
    Hung,
    /// The days to answer are over.
    Late,
    /// No words.
    NoWords,
    /// Too many.
    TooLong,
}

/// One of each, for the printed list.
pub const REFUSALS: &[Refusal] = &[
    Refusal::None,
    Refusal::NotOurs,
    Refusal::NotNamed,
    Refusal::Nothing,
    Refusal::Already,
    Refusal::Early(Day::from_number(20_629)),
    Refusal::Hung,
    Refusal::Late,
    Refusal::NoWords,
    Refusal::TooLong,
];

impl Refuse for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::None => "council.bulletin_none",
            Self::NotOurs => "council.bulletin_not_ours",
            Self::NotNamed => "council.bulletin_not_named",
            Self::Nothing => "council.bulletin_nothing",
            Self::Already => "council.bulletin_already",
            Self::Early(_) => "council.bulletin_early",
            Self::Hung => "council.bulletin_hung",
            Self::Late => "council.bulletin_late",
            Self::NoWords => "council.bulletin_no_words",
            Self::TooLong => "council.bulletin_too_long",
        }
    }

    fn say(&self, lang: Lang) -> String {
        let t = t(lang);
        match self {
            Self::None => t.msg_bulletin_none(),
            Self::NotOurs => t.msg_bulletin_not_ours(),
            Self::NotNamed => t.msg_bulletin_not_named(),
            Self::Nothing => t.msg_bulletin_nothing(LEAST),
            Self::Already => t.msg_bulletin_already(),
            Self::Early(day) => t.msg_bulletin_early(date(lang, *day, day.start())),
            Self::Hung => t.msg_bulletin_hung_already(),
            Self::Late => t.msg_bulletin_late(),
            Self::NoWords => t.msg_bulletin_no_words(),
            Self::TooLong => t.msg_bulletin_too_long(WORDS_MAX),
        }
    }

    fn status(&self) -> u16 {
        match self {
            Self::None => 404,
            Self::NotOurs | Self::NotNamed => 403,
            Self::NoWords | Self::TooLong => 422,
            _ => 409,
        }
    }

    fn field(&self) -> Option<&'static str> {
        matches!(self, Self::NoWords | Self::TooLong).then_some("words")
    }
}

/// An answer is there and not too long.
pub(crate) fn said(words: &str) -> Result<(), Refusal> {
    match words.trim().chars().count() {
        0 => Err(Refusal::NoWords),
        n if n > WORDS_MAX => Err(Refusal::TooLong),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::rules::Share;

    #[test]
    fn three_working_days_are_counted_over_feasts_and_weekends() {
        let calendar = Calendar::official();
        for (laid, last) in [
            ("2026-06-15", "2026-06-18"),
            // 端午 is the Friday after.
            ("2026-06-17", "2026-06-23"),
            ("2026-06-18", "2026-06-24"),
            // The third day would be the first of October.
            ("2026-09-28", "2026-10-08"),
            // Laid on a Sunday.
            ("2026-06-14", "2026-06-17"),
        ] {
            let day = |text: &str| text.parse::<Day>().expect("a day");
            assert_eq!(last_day(&calendar, day(laid)), day(last), "{laid}");
        }
    }

    #[test]
    fn nothing_of_fewer_than_five_becomes_a_line_or_a_share() {
        let org = |n: u8| OrgId::from_bytes([n; 16]);
        let week = |columns, good, of| Week { columns, answers: Share { of, good } };
        let weeks = BTreeMap::from([
            (org(1), week([1, 1, 1, 1], 9, 9)),
            (org(2), week([1, 2, 1, 1], 3, 4)),
            (org(3), week([5, 0, 0, 0], 5, 6)),
        ]);
        let lines = lines(&weeks);
        let two = Told { org: org(2), columns: [1, 2, 1, 1], solved: 0, answers: 0 };
        let three = Told { org: org(3), columns: [5, 0, 0, 0], solved: 5, answers: 6 };
        assert_eq!(lines, [two, three]);
        assert_eq!((two.all(), two.share(), three.share()), (5, None, Some((83, 6))));
        assert_eq!(read(&written(&lines)), Some(lines));
        for text in ["x", "x 1 2", "\n", "00000000-0000-0000-0000-000000000000 1 1 1 1 1"] {
            assert_eq!(read(text), None, "{text:?}");
        }
        assert_eq!(read(""), Some(vec![]));
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
        for (words, want) in [
            (" ", Err(Refusal::NoWords)),
            ("有两件在等厂家", Ok(())),
            ("长".repeat(201).as_str(), Err(Refusal::TooLong)),
        ] {
            assert_eq!(said(words), want);
        }
    }
}

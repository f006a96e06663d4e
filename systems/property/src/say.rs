//! Days, areas, states and marks in words.

use crate::assembly::{Online, State, Vote};
use crate::ballot::Mark;
use crate::texts::t;
use lianxin_base::{Area, Day, Lang, Moment, month_name};
use lianxin_web::components::{Tag, Tone};

/// `2026 年 6 月 18 日`.
pub(crate) fn plain_day(lang: Lang, day: Day) -> String {
    let (year, month, d) = day.parts();
    t(lang).msg_date_year(year.to_string(), month_name(lang, month), d.to_string())
}

/// `6 月 18 日`, with the year if it is another one.
pub(crate) fn date(lang: Lang, day: Day, now: Moment) -> String {
    let (year, month, d) = day.parts();
    if year == now.day().year() {
        t(lang).msg_date(month_name(lang, month), d.to_string())
    } else {
        plain_day(lang, day)
    }
}

/// `6 月 18 日 17:45`.
pub(crate) fn when(lang: Lang, at: Moment, now: Moment) -> String {
    let (hour, minute) = at.hour_minute();
    t(lang).msg_when(date(lang, at.day(), now), format!("{hour}:{minute:02}"))
}

/// `2026 年 6 月 18 日 17:45`: on paper, which is read for years.
pub(crate) fn when_dated(lang: Lang, at: Moment) -> String {
    let (hour, minute) = at.hour_minute();
    t(lang).msg_when(plain_day(lang, at.day()), format!("{hour}:{minute:02}"))
}

/// `20,000.00`: 0.01 m² as people read it.
pub(crate) fn area(size: u64) -> String {
    let text = Area(i64::try_from(size).unwrap_or(i64::MAX)).to_string();
    let (whole, part) = text.split_once('.').unwrap_or((&text, "00"));
    let mut out = String::with_capacity(text.len() + 4);
    for (i, c) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(c);
    }
    format!("{out}.{part}")
}

/// `187 人，20,000.00 平方米`.
pub(crate) fn weight(lang: Lang, persons: u64, size: u64) -> String {
    t(lang).msg_weight(persons, area(size))
}

/// A choice in words.
pub(crate) fn mark(lang: Lang, mark: Mark) -> String {
    let t = t(lang);
    match mark {
        Mark::Yes => t.msg_mark_yes(),
        Mark::No => t.msg_mark_no(),
        Mark::Abstain => t.msg_mark_abstain(),
        Mark::Invalid => t.msg_mark_invalid(),
        Mark::Blank => t.msg_mark_blank(),
    }
}

/// Whether one may vote on the phone, in words.
pub(crate) fn online(lang: Lang, online: Online) -> String {
    let t = t(lang);
    match online {
        Online::Allowed => t.msg_online_allowed(),
        Online::OnlyOfficialSystem => t.msg_online_official(),
        Online::PaperOnly => t.msg_online_paper(),
    }
}

/// A category of Civil Code 278 in words.
pub(crate) fn kind(lang: Lang, kind: &str) -> String {
    let t = t(lang);
    match kind {
        "candidate" => t.msg_kind_candidate(),
        "rules-of-procedure" => t.msg_kind_rules(),
        "covenant" => t.msg_kind_covenant(),
        "manager" => t.msg_kind_manager(),
        "fund-use" => t.msg_kind_fund_use(),
        "fund-raise" => t.msg_kind_fund_raise(),
        "rebuild" => t.msg_kind_rebuild(),
        "common-use" => t.msg_kind_common_use(),
        "committee" => t.msg_kind_candidate(),
        "home-to-business" => t.msg_kind_home(),
        "other" => t.msg_kind_other(),
        // A category of the region's own has only its name.
        known => known.to_owned(),
    }
}

/// How a vote stands, in the few words of a tag.
pub(crate) fn tag(lang: Lang, v: &Vote, now: Moment) -> Tag<'static> {
    let t = t(lang);
    match v.state {
        State::Off => Tag::new(Tone::Plain, t.msg_tag_off()),
        State::Missed => Tag::new(Tone::Plain, t.msg_tag_missed()),
        State::Called => Tag::new(Tone::Plain, t.msg_tag_called()),
        State::Open if now < v.closes => Tag::new(Tone::Due, t.msg_tag_open(date(lang, v.closes.day(), now))),
        State::Open | State::Closed => Tag::new(Tone::Plain, t.msg_tag_closed()),
        State::Counted => Tag::new(Tone::Ok, t.msg_tag_counted()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn areas_are_grouped_and_keep_both_decimals() {
        for (size, text) in
            [(0, "0.00"), (5, "0.05"), (78_36, "78.36"), (2_000_000, "20,000.00"), (123_456_789, "1,234,567.89")]
        {
            assert_eq!(area(size), text);
        }
    }
}

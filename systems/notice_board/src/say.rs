//! Days, sections and states in words.

use crate::ground::Ground;
use crate::texts::t;
use crate::words::{Body, Section, Sheet, Standing};
use lianxin_base::{Day, Lang, Moment, month_name};
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

/// A section of the board.
pub(crate) fn section(lang: Lang, section: Section) -> String {
    let t = t(lang);
    match section {
        Section::Party => t.msg_section_party(),
        Section::Affairs => t.msg_section_affairs(),
        Section::Finance => t.msg_section_finance(),
        Section::Property => t.msg_section_property(),
        Section::Events => t.msg_section_events(),
        Section::Honour => t.msg_section_honour(),
    }
}

/// What kind of sheet.
pub(crate) fn sheet(lang: Lang, sheet: Sheet) -> String {
    let t = t(lang);
    match sheet {
        Sheet::Notice => t.msg_sheet_notice(),
        Sheet::News => t.msg_sheet_news(),
        Sheet::Week => t.msg_sheet_week(),
    }
}

/// Whose affairs.
pub(crate) fn body(lang: Lang, body: Body) -> String {
    let t = t(lang);
    match body {
        Body::Residents => t.msg_body_residents(),
        Body::Village => t.msg_body_village(),
    }
}

/// Where it stands.
pub(crate) fn standing(lang: Lang, standing: Standing) -> String {
    let t = t(lang);
    match standing {
        Standing::Coming => t.msg_standing_coming(),
        Standing::Hanging => t.msg_standing_hanging(),
        Standing::Over => t.msg_standing_over(),
        Standing::Corrected => t.msg_standing_corrected(),
        Standing::Down => t.msg_standing_down(),
    }
}

/// The same as a mark beside it.
pub(crate) fn tag(lang: Lang, at: Standing) -> Tag<'static> {
    let tone = match at {
        Standing::Hanging => Tone::Ok,
        Standing::Corrected => Tone::Late,
        Standing::Coming => Tone::Due,
        Standing::Over | Standing::Down => Tone::Plain,
    };
    Tag::new(tone, standing(lang, at))
}

/// The article, and that it wants checking where it was not read in the statute itself.
pub(crate) fn article(lang: Lang, ground: &Ground) -> String {
    match (ground.article.as_str(), ground.checked()) {
        ("", _) => t(lang).msg_ground_none(),
        (article, true) => article.to_owned(),
        (article, false) => t(lang).msg_ground_check(article),
    }
}

/// By what a ground's days are so many: its article, or custom, with the article that asks for it at all.
pub(crate) fn days_by(lang: Lang, ground: &Ground) -> String {
    let article = article(lang, ground);
    if ground.customary_days() { t(lang).msg_ground_custom(article) } else { article }
}

/// A telephone number as people read it out: `0475-8100001`, `138 1234 0000`.
pub(crate) fn phone(digits: &str) -> String {
    let area = if digits.starts_with("01") || digits.starts_with("02") { 3 } else { 4 };
    match (digits.bytes().all(|b| b.is_ascii_digit()), digits.len()) {
        (true, 11) if digits.starts_with('1') => format!("{} {} {}", &digits[..3], &digits[3..7], &digits[7..]),
        (true, n) if n > area && digits.starts_with('0') => format!("{}-{}", &digits[..area], &digits[area..]),
        _ => digits.to_owned(),
    }
}

/// The name of a ground.
pub(crate) fn ground(lang: Lang, ground: &Ground) -> String {
    match lang {
        Lang::Zh => ground.zh.clone(),
        Lang::En => ground.en.clone(),
    }
}

/// 五化协同 第 1 篇.
pub(crate) fn part(lang: Lang, at: &crate::series::Part) -> String {
    let t = t(lang);
    if at.name.is_empty() { t.msg_series_part_bare(at.part) } else { t.msg_series_part(at.name.clone(), at.part) }
}

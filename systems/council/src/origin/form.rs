//! What a form asks about how a matter came in, and how the desk says it.

use super::{AGREED, Origin, rules::OUTER_NO_MAX, store::Came};
use crate::rules::{Need, Refusal, Source, dangerous, sensitive};
use crate::say::{by_day, when};
use crate::texts::{L10nLanguage, t};
use lianxin_base::{Day, Lang, Moment};
use lianxin_web::Fields;
use lianxin_web::components::{Choice, Choices, Field, FieldKind, Look};
use lianxin_web::icons::Icon;

/// That somebody was told to ring first, and goes on.
pub(crate) const DANGER_SEEN: &str = "danger_seen";

/// 东西坏了 · 有意见 · 想打听 · 说不清.
pub(crate) fn needs(lang: Lang, fields: &Fields) -> Choices<'static> {
    let t = t(lang);
    [
        (Need::Repair, Icon::Tool, t.msg_need_repair()),
        (Need::Opinion, Icon::MessageCircle, t.msg_need_opinion()),
        (Need::Question, Icon::HelpCircle, t.msg_need_question()),
        (Need::Unsure, Icon::Dots, t.msg_need_unsure()),
    ]
    .into_iter()
    .fold(choices(lang, fields, "need", t.msg_need()), |all, (need, icon, label)| {
        all.item(Choice::new(need.name(), label).icon(icon))
    })
}

fn choices(lang: Lang, fields: &Fields, name: &'static str, label: String) -> Choices<'static> {
    Choices::new(lang, Look::Chips, name, label).chosen(fields.raw(name).to_owned()).error(fields.fault(name))
}

/// What was chosen of them.
pub(crate) fn need(fields: &mut Fields) -> Option<Need> {
    let offered: Vec<&'static str> = Need::ALL.iter().map(|need| need.name()).collect();
    fields.opt_choice("need", &offered).and_then(|need| need.parse().ok())
}

/// What is asked back before something is taken: danger rings first, and what is sensitive is kept only with the
/// agreement of whom it is said of. `standing`: they have agreed to that for good.
pub(crate) fn ask_back(fields: &mut Fields, words: &str, standing: bool) -> bool {
    if dangerous(words) && !fields.has(DANGER_SEEN) {
        fields.refuse(&Refusal::Danger);
    }
    let agreed = fields.has(AGREED);
    if sensitive(words) && !standing && !agreed {
        fields.refuse(&Refusal::Sensitive);
    }
    agreed
}

/// Whether the form shows the numbers to ring, and goes on the next time.
pub(crate) fn asks_danger(fields: &Fields) -> bool {
    fields.has(DANGER_SEEN) || fields.faults().iter().any(|fault| fault.code == "council.danger")
}

/// The tick, where it was asked for.
pub(crate) fn agreement(lang: Lang, fields: &Fields, label: String) -> Option<Choices<'static>> {
    let (asked, t) = (fields.fault(AGREED), t(lang));
    (asked.is_some() || fields.has(AGREED)).then(|| {
        Choices::new(lang, Look::Checks, AGREED, label)
            .required()
            .error(asked)
            .chosen(fields.raw(AGREED).to_owned())
            .item(Choice::new("yes", t.msg_agreed_yes()).note(t.msg_agreed_note()))
    })
}

/// Where it came from, as a worker chooses it.
pub(crate) fn sources(lang: Lang, fields: &Fields) -> Choices<'static> {
    let all = choices(lang, fields, "source", t(lang).msg_source());
    let all = if fields.has("source") { all } else { all.chosen(Source::Counter.name().to_owned()) };
    Source::AT_DESK.iter().fold(all, |all, s| all.item(Choice::new(s.name(), source_name(lang, *s))))
}

/// The source that was chosen; the counter where none was.
pub(crate) fn source(fields: &mut Fields) -> Source {
    let chosen = fields.opt_choice("source", &Source::AT_DESK.map(Source::name));
    chosen.and_then(|source| source.parse().ok()).unwrap_or(Source::Counter)
}

/// The number and the day of somebody outside; when it was said, if it stood on paper first.
pub(crate) fn questions(lang: Lang, fields: &Fields) -> (Vec<Field<'static>>, Vec<Field<'static>>) {
    let t = t(lang);
    let field = |name: &'static str, label: String| {
        Field::new(lang, name, label).value(fields.raw(name).to_owned()).error(fields.fault(name))
    };
    let outer = vec![
        field("outer_no", t.msg_outer_no()).max(OUTER_NO_MAX as u32).autocomplete("off"),
        field("outer_due", t.msg_outer_due()).kind(FieldKind::Date).hint(t.msg_outer_due_hint()),
    ];
    let paper = vec![
        field("happened", t.msg_happened()).kind(FieldKind::Date).hint(t.msg_happened_hint()),
        field("happened_time", t.msg_happened_time()).example("9:30").max(5).autocomplete("off"),
    ];
    (outer, paper)
}

/// What was answered to them.
pub(crate) fn read(lang: Lang, fields: &mut Fields, now: Moment) -> Origin {
    let outer_no = fields.opt_line("outer_no", OUTER_NO_MAX);
    let outer_due = fields.opt_day("outer_due").map(last_minute);
    let time = fields.opt_line("happened_time", 5);
    let happened = fields.opt_day("happened").map(|day| match time.as_deref() {
        None if day == now.day() => now,
        None => day.at(9, 0),
        Some(typed) => clock(typed).map_or_else(
            || {
                fields.note("happened_time", "council.happened_time", t(lang).msg_no_time());
                now
            },
            |(hour, minute)| day.at(hour, minute),
        ),
    });
    Origin { happened, outer_no, outer_due, ..Origin::default() }
}

fn last_minute(day: Day) -> Moment {
    day.at(23, 59)
}

/// `9:30`, `9：30`, `0930`, `9点30`.
pub(crate) fn clock(typed: &str) -> Option<(u8, u8)> {
    let plain: String = typed.chars().map(lianxin_base::half_width).collect();
    let digits: Vec<&str> = plain.split([':', '点', '时']).map(str::trim).collect();
    let (hour, minute) = match digits[..] {
        [both] if both.len() == 4 && both.is_ascii() => both.split_at(2),
        [hour, ""] => (hour, "0"),
        [hour, minute] => (hour, minute),
        _ => return None,
    };
    let (hour, minute) = (hour.parse().ok()?, minute.parse().ok()?);
    (hour < 24 && minute < 60).then_some((hour, minute))
}

/// A source in words.
pub(crate) fn source_name(lang: Lang, source: Source) -> String {
    let t = t(lang);
    match source {
        Source::Resident => t.msg_source_resident(),
        Source::Counter => t.msg_source_counter(),
        Source::Phone => t.msg_source_phone(),
        Source::Corner => t.msg_source_corner(),
        Source::Hotline => t.msg_source_hotline(),
        Source::Patrol => t.msg_source_patrol(),
        Source::Property => t.msg_source_property(),
        Source::Chat => t.msg_source_chat(),
        Source::Superior => t.msg_source_superior(),
        Source::Api => t.msg_source_api(),
        Source::Told => t.msg_source_told(),
        Source::Ledger => t.msg_source_ledger(),
    }
}

fn need_name(t: &'static L10nLanguage, need: Need) -> String {
    match need {
        Need::Repair => t.msg_need_repair(),
        Need::Opinion => t.msg_need_opinion(),
        Need::Question => t.msg_need_question(),
        Need::Unsure => t.msg_need_unsure(),
    }
}

/// How it came in, for those who handle it.
pub(crate) fn said(lang: Lang, source: &str, came: &Came, outer_no: Option<&str>, now: Moment) -> Vec<String> {
    let t = t(lang);
    let mut all: Vec<String> = source.parse().map(|source| source_name(lang, source)).into_iter().collect();
    all.extend(outer_no.map(|no| t.msg_outer_said_no(no)));
    all.extend(came.outer_due.map(|due| t.msg_outer_said_due(by_day(lang, due, now))));
    all.extend(came.need.filter(|need| *need != Need::Unsure).map(|need| need_name(t, need)));
    all.extend(came.happened.map(|at| t.msg_happened_said(when(lang, at, now))));
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_read_as_people_write_it() {
        for (typed, want) in [
            ("9:30", Some((9, 30))),
            ("09：05", Some((9, 5))),
            ("0930", Some((9, 30))),
            ("9点30", Some((9, 30))),
            ("15点", Some((15, 0))),
            ("23:59", Some((23, 59))),
            ("24:00", None),
            ("9:60", None),
            ("930", None),
            ("上午", None),
            ("", None),
        ] {
            assert_eq!(clock(typed), want, "{typed}");
        }
    }
}

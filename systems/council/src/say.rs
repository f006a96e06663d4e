//! Days, spans and the parts of a page in words: dates first, because residents want to know which day.

use crate::course::Terms;
use crate::poll::{ASKED, CLOSED, OFF};
use crate::question::ANSWER;
use crate::rules::Pace;
use crate::store::Entry;
use crate::texts::t;
use crate::view::{Eye, Seen, stage_name};
use lianxin_base::{Day, Fen, HOUR, Lang, MINUTE, Moment, month_name};
use lianxin_path as path;
use lianxin_register::said_phone;
use lianxin_web::components::{Bridge, Entry as LogEntry, Holder, Log, Meta, MiniBridge, Pier, State, Tag, Tone};

/// `6 月 18 日 17:45`, with the year if it is another one.
pub fn when(lang: Lang, at: Moment, now: Moment) -> String {
    let (hour, minute) = at.hour_minute();
    t(lang).msg_when(date(lang, at.day(), now), format!("{hour}:{minute:02}"))
}

/// `6 月 18 日`, with the year if it is another one.
pub fn date(lang: Lang, day: Day, now: Moment) -> String {
    let (year, month, d) = day.parts();
    let t = t(lang);
    if year == now.day().year() {
        t.msg_date(month_name(lang, month), d.to_string())
    } else {
        t.msg_date_year(year.to_string(), month_name(lang, month), d.to_string())
    }
}

/// `8 月 12 日（周三）前`.
pub fn by_day(lang: Lang, due: Moment, now: Moment) -> String {
    t(lang).msg_by_day(date(lang, due.day(), now), weekday(lang, due.day()))
}

/// `周三`.
pub fn weekday(lang: Lang, day: Day) -> String {
    const ZH: [&str; 7] = ["周一", "周二", "周三", "周四", "周五", "周六", "周日"];
    const EN: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    let names = if lang == Lang::Zh { ZH } else { EN };
    names[usize::from(day.weekday().clamp(1, 7)) - 1].to_owned()
}

/// A span of working time: `1 小时 20 分`; a working day is told by its hours.
pub fn span(lang: Lang, micros: i64) -> String {
    let t = t(lang);
    let minutes = (micros.max(0) + MINUTE / 2) / MINUTE;
    match (minutes / 60, minutes % 60) {
        (0, m) => t.msg_minutes(m),
        (h, 0) => t.msg_hours(h),
        (h, m) => t.msg_hours_minutes(h, m),
    }
}

/// The bridge of a matter: four piers with how long each took.
pub fn bridge(lang: Lang, seen: &Seen) -> Bridge<'static> {
    let late = seen.way.overdue(seen.now);
    let mut piers = seen.stages.iter().map(|s| {
        let mut pier = pier(lang, &seen.terms, s, seen.now);
        if seen.is_told() {
            pier.span = "".into(); // its times are times of entry
        }
        pier
    });
    let mut next = || piers.next().unwrap_or_else(|| Pier::new("", State::Todo, ""));
    Bridge { lang, piers: [next(), next(), next(), next()], late }
}

fn pier(lang: Lang, terms: &Terms, s: &path::Stage, now: Moment) -> Pier<'static> {
    let t = t(lang);
    let days = |from: Moment, to: Moment| terms.calendar.working_days_between(from.day(), to.day());
    let (state, span) = match (s.state, s.entered) {
        (path::State::Done, Some(from)) => {
            let n = s.left.map_or(0, |to| days(from, to));
            (State::Done, if n == 0 { t.msg_same_day() } else { t.msg_days(n) })
        }
        (path::State::Done, None) => (State::Done, String::new()),
        (path::State::Now, from) => (State::Now, t.msg_nth_day(from.map_or(0, |f| days(f, now)) + 1)),
        (path::State::Todo, _) => (State::Todo, t.msg_not_begun()),
        (path::State::Skipped, _) => (State::Skipped, t.msg_not_needed()),
    };
    Pier::new(stage_name(lang, &s.stage), state, span)
}

/// The small bridge of a table row.
pub fn mini(lang: Lang, stage: &str, ended: bool, late: bool) -> MiniBridge<'static> {
    const ORDER: [&str; 4] = ["collect", "deliberate", "solve", "feedback"];
    let here = ORDER.iter().position(|s| *s == stage).unwrap_or(0);
    let state = |i: usize| match i.cmp(&here) {
        _ if ended => State::Done,
        std::cmp::Ordering::Less => State::Done,
        std::cmp::Ordering::Equal => State::Now,
        std::cmp::Ordering::Greater => State::Todo,
    };
    let stage = stage_name(lang, if ended { "closed" } else { stage });
    MiniBridge { states: [state(0), state(1), state(2), state(3)], late, stage: stage.into() }
}

/// Who holds it now, what for, and the duty phone.
pub fn holder(lang: Lang, seen: &Seen) -> Holder<'static> {
    let t = t(lang);
    // A short name like 居委会 is a Chinese word; what a house is called is its name in any language.
    let short = seen.holder.short.clone().filter(|_| lang == Lang::Zh);
    let name = short.unwrap_or_else(|| seen.holder.name.clone());
    let title = match seen.m.step.as_str() {
        _ if seen.m.ended_at.is_some() => outcome(lang, seen.m.outcome.as_deref()),
        "look" => t.msg_holds_look(&name),
        "deliberate" => t.msg_holds_deliberate(&name),
        "work" => t.msg_holds_work(&name),
        crate::pause::STEP => match waits_for(lang, seen) {
            Some(what) => t.msg_holds_waiting(&name, what),
            None => t.msg_holds_work(&name),
        },
        crate::quote::STEP => t.msg_holds_quoted(&name),
        _ => t.msg_holds_feedback(),
    };
    let line = match (seen.m.ended_at, seen.m.due_at) {
        _ if seen.is_told() => String::new(),
        (Some(at), _) => when(lang, at, seen.now),
        (None, Some(due)) if seen.m.step == crate::pause::STEP => t.msg_goes_on(date(lang, due.day(), seen.now)),
        (None, Some(due)) => by_day(lang, due, seen.now),
        (None, None) => String::new(),
    };
    let answers = seen.holder.answers(&seen.terms, seen.now).filter(|_| seen.m.ended_at.is_none());
    let now = answers.as_ref().filter(|a| a.beside.is_some()).map(|a| t.msg_answers_now(said_phone(&a.number)));
    let holder = Holder::new(lang, title, Meta::of([line].into_iter().chain(now)));
    let Some(answers) = answers else { return holder };
    let (other, holder) = (answers.say_beside(lang), holder.phone(answers.number, name));
    match answers.beside.zip(other) {
        Some((number, says)) => holder.beside(number, says),
        None => holder,
    }
}

/// What a matter waits for, as its course says.
fn waits_for(lang: Lang, seen: &Seen) -> Option<String> {
    let last = seen.entries.iter().rev().find(|e| e.kind == "pause")?;
    Some(paused(lang, last.detail.as_deref(), seen.now, matches!(seen.eye, Eye::Party | Eye::Reporter))?.0)
}

/// A pause's detail: what for, and on which day it goes on.
fn paused(lang: Lang, detail: Option<&str>, now: Moment, whole: bool) -> Option<(String, String)> {
    let (reason, day) = detail?.split_once(' ')?;
    let reason = crate::pause::reason_name(lang, reason.parse().ok()?, whole);
    Some((reason, date(lang, day.parse().ok()?, now)))
}

/// How it ended.
pub fn outcome(lang: Lang, outcome: Option<&str>) -> String {
    let t = t(lang);
    match outcome {
        Some("solved") => t.msg_outcome_solved(),
        Some("declined") => t.msg_outcome_declined(),
        Some("merged") => t.msg_outcome_merged(),
        _ => t.msg_outcome_lapsed(),
    }
}

/// How it ended, in the few words of a tag.
pub fn ended_tag(lang: Lang, outcome: Option<&str>) -> Tag<'static> {
    let t = t(lang);
    match outcome {
        Some("solved") => Tag::new(Tone::Ok, t.msg_ended_solved()),
        Some("declined") => Tag::new(Tone::Plain, t.msg_ended_declined()),
        Some("merged") => Tag::new(Tone::Plain, t.msg_ended_merged()),
        _ => Tag::new(Tone::Plain, t.msg_ended_lapsed()),
    }
}

/// A stay in the table of the way: its stage, and what it waited for while no time was counted.
pub fn stay_name(lang: Lang, s: &path::Stretch) -> String {
    let t = t(lang);
    match s.step.as_str() {
        crate::quote::STEP => t.msg_way_quoted(),
        crate::pause::STEP => t.msg_way_paused(),
        _ => stage_name(lang, &s.stage),
    }
}

/// Its course 经过, newest first.
pub fn log(lang: Lang, seen: &Seen) -> Log<'static> {
    let last = seen.entries.len();
    let open = seen.m.ended_at.is_none();
    let shown = |(i, e): (usize, &Entry)| {
        let at = if seen.is_told() { String::new() } else { when(lang, e.at, seen.now) };
        let meta = Meta::of([who(lang, e), at, awaited(lang, seen, e)]);
        LogEntry { text: line(lang, seen, e).into(), meta, now: open && i + 1 == last }
    };
    // An answer stands under its question; under none where this eye does not read the question.
    let question = |e: &Entry| Some(e).filter(|e| e.kind == ANSWER)?.detail.clone();
    let under = |e: &Entry| question(e).is_some_and(|q| seen.entries.iter().any(|e| e.act.to_string() == q));
    let answer = |e: &Entry| {
        let act = e.act.to_string();
        seen.entries.iter().enumerate().find(move |(_, other)| question(other).as_deref() == Some(&*act))
    };
    let lines = seen.entries.iter().enumerate().rev().filter(|(_, e)| !under(e));
    let lines = lines.flat_map(|(i, e)| std::iter::once((i, e)).chain(answer(e)));
    Log { lang, items: lines.map(shown).collect() }
}

/// Whose answer an open question waits for, and until when.
fn awaited(lang: Lang, seen: &Seen, e: &Entry) -> String {
    let question = seen.questions.iter().find(|q| q.entry == e.act && q.waits() && seen.m.ended_at.is_none());
    question.map_or_else(String::new, |q| t(lang).msg_question_open(&q.org_name, date(lang, q.due_at.day(), seen.now)))
}

fn who(lang: Lang, e: &Entry) -> String {
    let t = t(lang);
    match (&e.org_name, e.kind.as_str()) {
        (Some(name), _) => name.clone(),
        (None, "late" | "reminder" | "lapse" | "nearing" | "climb" | "resumption" | CLOSED) => t.msg_by_clock(),
        (None, _) => t.msg_by_resident(),
    }
}

fn line(lang: Lang, seen: &Seen, e: &Entry) -> String {
    let t = t(lang);
    let to = || e.detail.as_deref().and_then(|d| d.parse().ok()).map_or("", |org| seen.name_of(org)).to_owned();
    let day = || {
        let day = e.detail.as_deref().and_then(|d| d.parse().ok());
        day.map_or_else(String::new, |day| date(lang, day, seen.now))
    };
    let what = match e.kind.as_str() {
        "report" => t.msg_course_report(),
        "dispatch" => t.msg_course_dispatch(),
        "direct" => t.msg_course_direct(to()),
        "decline" => t.msg_course_decline(),
        "decision" => decided(lang, e.detail.as_deref(), seen.now),
        "upshot" => upshot(lang, e.detail.as_deref()),
        "extension" => t.msg_course_extension(day()),
        "pause" => {
            let whole = matches!(seen.eye, Eye::Party | Eye::Reporter);
            let (what, day) = paused(lang, e.detail.as_deref(), seen.now, whole).unwrap_or_default();
            t.msg_course_pause(day, what)
        }
        "resumption" => t.msg_course_resumption(),
        "transfer" => t.msg_course_transfer(to()),
        "return" => t.msg_course_return(),
        "raise" => t.msg_course_raise(),
        "upward" => t.msg_course_upward(),
        "arrival" => t.msg_course_arrival(),
        "part" => t.msg_course_part(to()),
        "part_accepted" => t.msg_course_part_accepted(to()),
        "part_returned" => t.msg_course_part_returned(to()),
        "part_done" => t.msg_course_part_done(to()),
        "part_off" => t.msg_course_part_off(to()),
        "quote" => t.msg_course_quote(),
        "consent" => t.msg_course_consent(),
        "dissent" => t.msg_course_dissent(),
        "completion" => match e.detail.as_deref().and_then(|fen| fen.parse().ok()) {
            Some(fen) => t.msg_course_completion_cost(Fen(fen).to_string()),
            None => t.msg_course_completion(),
        },
        "confirmation" => t.msg_course_confirmation(),
        "objection" => t.msg_course_objection(),
        "lapse" => t.msg_course_lapse(),
        "late" => t.msg_course_late(),
        "reminder" => t.msg_course_reminder(),
        "nearing" => t.msg_course_nearing(),
        "climb" => t.msg_course_climb(to()),
        "merge" => t.msg_course_merge(e.detail.clone().unwrap_or_default()),
        "apart" => t.msg_course_apart(),
        "seconding" => t.msg_course_seconding(),
        "support" => t.msg_entry_support(),
        "worry" => t.msg_entry_worry(),
        "ask" => match seen.questions.iter().find(|q| q.entry == e.act) {
            Some(q) => t.msg_question_asks(&q.org_name),
            None => t.msg_entry_ask(),
        },
        ANSWER => t.msg_question_answers(),
        ASKED => t.msg_course_poll(),
        CLOSED => match e.detail.as_deref().and_then(|n| n.parse::<i64>().ok()) {
            Some(homes) => t.msg_course_poll_closed(homes),
            None => t.msg_course_poll_few(),
        },
        OFF => t.msg_course_poll_off(),
        _ => crate::plan::pages::line(lang, &seen.plans, e),
    };
    let what = match &e.words {
        Some(words) if !words.is_empty() => t.msg_said(what, words),
        _ => what,
    };
    match &e.hidden {
        Some(why) => t.msg_hide_line(what, why),
        None => what,
    }
}

/// `议定了，6 月 26 日前办完，花钱不超过 1,200.00 元`.
fn decided(lang: Lang, detail: Option<&str>, now: Moment) -> String {
    let t = t(lang);
    let (day, limit) =
        detail.map_or(("", None), |d| d.split_once(' ').map_or((d, None), |(day, fen)| (day, Some(fen))));
    let day = day.parse().map_or_else(|_| String::new(), |day| date(lang, day, now));
    match limit.and_then(|fen| fen.parse().ok()) {
        Some(fen) => t.msg_course_decision_limit(day, Fen(fen).to_string()),
        None => t.msg_course_decision(day),
    }
}

/// What a council said of a matter it did not hand on.
fn upshot(lang: Lang, landed: Option<&str>) -> String {
    landed
        .and_then(|word| word.parse().ok())
        .map_or_else(String::new, |landed| crate::meeting::pages::landed(lang, landed))
}

/// The way it took beside the shortest, in one sentence; told when it is over.
pub fn compared(lang: Lang, seen: &Seen) -> Option<String> {
    let t = t(lang);
    let d = seen.difference()?;
    let (handovers, working) = (d.handovers.max(0), d.working.max(0));
    if handovers == 0 && working < HOUR {
        return Some(t.msg_shortest_taken());
    }
    Some(if handovers == 0 { t.msg_slower(span(lang, working)) } else { t.msg_longer(handovers, span(lang, working)) })
}

/// The shortest way in words: who would have held it, and the least working time.
pub fn shortest(lang: Lang, seen: &Seen, s: &path::Shortest) -> String {
    let mut names: Vec<&str> = Vec::new();
    for (_, org) in s.steps.iter().take(s.steps.len().saturating_sub(1)) {
        let name = seen.name_of(*org);
        if !name.is_empty() && names.last() != Some(&name) {
            names.push(name);
        }
    }
    t(lang).msg_shortest(names.join(" → "), s.handovers, span(lang, s.micros))
}

/// A clock in words.
pub(crate) fn pace_name(lang: Lang, pace: Pace) -> String {
    let t = t(lang);
    match pace {
        Pace::Urgent => t.msg_pace_urgent(),
        Pace::Utility => t.msg_pace_utility(),
        Pace::General => t.msg_pace_general(),
        Pace::Complex => t.msg_pace_complex(),
    }
}

//! The way of one matter beside the shortest, drawn and told: part of its page.

use super::draw::{Dot, MOST, Mark, lane};
use crate::say::{compared, shortest, span, stay_name};
use crate::texts::{L10nLanguage, t};
use crate::view::Seen;
use askama::Template;
use lianxin_base::{Lang, OrgId};
use lianxin_path::{Achieved, Shortest, Stretch};
use lianxin_web::components::Html;

/// More stays than this are not listed; the drawing and the sums have all.
const LISTED: usize = 60;

struct Drawn {
    head: String,
    says: String,
    drawn: Html,
}

struct Stay {
    step: String,
    mark: String,
    holder: String,
    time: String,
}

#[derive(Template)]
#[template(path = "path_way.html")]
struct Block {
    t: &'static L10nLanguage,
    lanes: Vec<Drawn>,
    /// Why there is nothing to compare it with.
    alone: Option<String>,
    stays: Vec<Stay>,
    /// Each organisation's working time and what it waited, where one had it more than once.
    sums: Vec<(String, String, String)>,
    hints: Vec<String>,
}

/// Working time of what was no pause, and of the pauses.
pub(super) fn times(stretches: &[Stretch]) -> (i64, i64) {
    let of = |paused: bool| stretches.iter().filter(|s| s.paused == paused).map(|s| s.working).sum();
    (of(false), of(true))
}

/// Each organisation with its working time and what it waited, in the order they had it.
pub fn by_holder(stretches: &[Stretch]) -> Vec<(OrgId, i64, i64)> {
    let mut all: Vec<(OrgId, i64, i64)> = Vec::new();
    for s in stretches {
        let at = all.iter().position(|(org, ..)| *org == s.holder).unwrap_or_else(|| {
            all.push((s.holder, 0, 0));
            all.len() - 1
        });
        let (_, worked, waited) = &mut all[at];
        *if s.paused { waited } else { worked } += s.working;
    }
    all
}

/// The section of a matter's page.
pub fn block(lang: Lang, seen: &Seen) -> Html {
    let t = t(lang);
    let parts = crate::part::pages::stays(lang, seen).into_iter();
    let parts = parts.map(|(step, holder, time)| Stay { step, mark: String::new(), holder, time });
    let stays = seen.stretches.iter().take(LISTED).map(|s| Stay {
        step: stay_name(lang, s),
        mark: mark(t, s),
        holder: seen.name_of(s.holder).to_owned(),
        time: span(lang, s.working),
    });
    let each = by_holder(&seen.stretches);
    let again = seen.stretches.len() > each.len();
    let sums = each.into_iter().filter(|_| again);
    let sums = sums.map(|(org, worked, waited)| {
        (seen.name_of(org).to_owned(), span(lang, worked), if waited > 0 { span(lang, waited) } else { String::new() })
    });
    Html::of(&Block {
        t,
        lanes: lanes(lang, seen),
        alone: seen.way.hops.is_empty().then(|| t.msg_path_not_moved()),
        stays: stays.chain(parts).collect(),
        sums: sums.collect(),
        hints: hints(lang, seen),
    })
}

fn mark(t: &L10nLanguage, s: &Stretch) -> String {
    match (s.rework, s.bounced) {
        (true, _) => t.msg_path_rework(),
        (_, true) => t.msg_path_bounced(),
        _ => String::new(),
    }
}

fn hints(lang: Lang, seen: &Seen) -> Vec<String> {
    let t = t(lang);
    let (_, waited) = times(&seen.stretches);
    let count = |what: fn(&Stretch) -> bool| seen.stretches.iter().filter(|s| what(s)).count();
    let (rework, bounced) = (count(|s| s.rework), count(|s| s.bounced && !s.rework));
    let cut = seen.stretches.len() > LISTED;
    [
        cut.then(|| t.msg_path_listed(seen.stretches.len(), LISTED)),
        (seen.stretches.len() > MOST).then(|| t.msg_path_drawn(MOST)),
        seen.shortest.as_ref().map(|s| shortest(lang, seen, s)),
        compared(lang, seen),
        (rework > 0).then(|| t.msg_path_reworked(rework)),
        (bounced > 0).then(|| t.msg_path_sent_back(bounced)),
        (waited > 0).then(|| t.msg_path_apart(span(lang, waited))),
        seen.achieved.map(|a| t.msg_path_achieved(a.n, a.handovers, span(lang, a.working))),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn lanes(lang: Lang, seen: &Seen) -> Vec<Drawn> {
    let t = t(lang);
    let (took, _) = times(&seen.stretches);
    let least = seen.shortest.as_ref().map_or(0, |s| s.micros);
    let best = seen.achieved.map_or(0, |a| a.working);
    let whole = took.max(least).max(best);
    let names = seen.stretches.iter().take(MOST).map(|s| seen.name_of(s.holder));
    let head = if seen.m.ended_at.is_some() { t.msg_path_this() } else { t.msg_path_this_far() };
    let own = Drawn {
        says: t.msg_path_lane(changes(&seen.stretches), span(lang, took)),
        drawn: lane(label(&head, names), &dots(&seen.stretches), whole),
        head,
    };
    let could = seen.shortest.as_ref().map(|s| {
        let head = t.msg_path_shortest();
        let steps = &s.steps[..s.steps.len().saturating_sub(1)];
        Drawn {
            says: t.msg_path_lane(s.handovers, span(lang, s.micros)),
            drawn: lane(label(&head, steps.iter().map(|(_, org)| seen.name_of(*org))), &shortest_dots(s), whole),
            head,
        }
    });
    let was = seen.achieved.map(|a| achieved(t, lang, a, whole));
    std::iter::once(own).chain(could).chain(was).collect()
}

fn achieved(t: &L10nLanguage, lang: Lang, a: Achieved, whole: i64) -> Drawn {
    let head = t.msg_path_best(a.n);
    let dot = |n: i64| Dot { mark: Mark::Done, handed: n > 0, micros: if n == 0 { a.working } else { 0 } };
    let dots: Vec<Dot> = (0..=a.handovers.clamp(0, MOST as i64)).map(dot).collect();
    let says = t.msg_path_lane(a.handovers, span(lang, a.working));
    Drawn { drawn: lane(head.clone(), &dots, whole), says, head }
}

/// How often it has changed hands.
pub(super) fn changes(stretches: &[Stretch]) -> i64 {
    stretches.windows(2).filter(|w| w[0].holder != w[1].holder).count() as i64
}

/// `这件事：居委会 → 物业`, for who cannot see the drawing.
fn label<'s>(head: &str, names: impl Iterator<Item = &'s str>) -> String {
    let mut all: Vec<&str> = names.filter(|name| !name.is_empty()).collect();
    all.dedup();
    format!("{head}: {}", all.join(" → "))
}

fn dots(stretches: &[Stretch]) -> Vec<Dot> {
    let mut before = None;
    let dot = |s: &Stretch| {
        let mark = match s {
            s if s.open => Mark::Now,
            s if s.paused => Mark::Wait,
            s if s.rework || s.bounced => Mark::Again,
            _ => Mark::Done,
        };
        let handed = before.replace(s.holder).is_some_and(|before| before != s.holder);
        Dot { mark, handed, micros: if s.paused { 0 } else { s.working } }
    };
    stretches.iter().map(dot).collect()
}

/// The shortest way knows its whole time only, which is drawn as one bar.
fn shortest_dots(s: &Shortest) -> Vec<Dot> {
    let mut before = None;
    let steps = s.steps[..s.steps.len().saturating_sub(1)].iter().enumerate();
    let dot = |(n, (_, org)): (usize, &(String, OrgId))| {
        let handed = before.replace(*org).is_some_and(|before| before != *org);
        Dot { mark: Mark::Done, handed, micros: if n == 0 { s.micros } else { 0 } }
    };
    steps.map(dot).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use lianxin_base::{HOUR, Moment};

    fn stay(org: u8, hours: i64, paused: bool) -> Stretch {
        let at = Moment::from_micros(0);
        Stretch {
            step: "work".into(),
            stage: "solve".into(),
            holder: OrgId::from_bytes([org; 16]),
            from: at,
            to: at,
            open: false,
            due: None,
            working: hours * HOUR,
            natural: hours * HOUR,
            paused,
            rework: false,
            bounced: false,
        }
    }

    #[test]
    fn each_organisation_has_its_time_and_its_waiting_apart() {
        let all = [stay(1, 1, false), stay(2, 4, false), stay(2, 30, true), stay(2, 2, false), stay(1, 1, false)];
        let each = by_holder(&all);
        let org = |n| OrgId::from_bytes([n; 16]);
        assert_eq!(each, [(org(1), 2 * HOUR, 0), (org(2), 6 * HOUR, 30 * HOUR)]);
        assert_eq!((times(&all), changes(&all)), ((8 * HOUR, 30 * HOUR), 2));
        assert_eq!(each.iter().map(|(_, a, b)| a + b).sum::<i64>(), all.iter().map(|s| s.working).sum::<i64>());
        assert_eq!((by_holder(&[]), times(&[]), changes(&[])), (vec![], (0, 0), 0));
    }
}

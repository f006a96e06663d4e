//! `lianxin path explain NO`: the way of one matter in lines or as JSON. Organisations, steps and times; no words, no people.

use super::way::{by_holder, changes, times};
use crate::say::{compared, shortest, span, stay_name};
use crate::texts::t;
use crate::view::Seen;
use lianxin_base::{Lang, Moment};
use lianxin_path::Stretch;
use serde_json::{Value, json};

/// The way as it is told on the page.
pub fn lines(lang: Lang, seen: &Seen) -> Vec<String> {
    let t = t(lang);
    if seen.is_told() {
        return vec![seen.m.no.clone(), t.msg_told_notice()];
    }
    let mut all = vec![format!("{}  {}", seen.m.no, seen.area)];
    for s in &seen.stretches {
        let marks = [(s.rework, t.msg_path_rework()), (s.bounced, t.msg_path_bounced())];
        let marks: String = marks.into_iter().filter(|(is, _)| *is).map(|(_, mark)| format!("  {mark}")).collect();
        let (step, holder) = (stay_name(lang, s), seen.name_of(s.holder));
        all.push(format!("  {}  {step}  {holder}  {}{marks}", s.from.rfc3339(), span(lang, s.working)));
    }
    let (worked, waited) = times(&seen.stretches);
    all.push(t.msg_path_lane(changes(&seen.stretches), span(lang, worked)));
    all.extend((waited > 0).then(|| t.msg_path_apart(span(lang, waited))));
    all.extend(seen.shortest.as_ref().map(|s| shortest(lang, seen, s)));
    all.extend(seen.achieved.map(|a| t.msg_path_achieved(a.n, a.handovers, span(lang, a.working))));
    all.extend(compared(lang, seen));
    all
}

fn stay(seen: &Seen, s: &Stretch) -> Value {
    json!({
        "step": s.step, "stage": s.stage, "holder": seen.name_of(s.holder), "holder_id": s.holder.to_string(),
        "from": s.from.rfc3339(), "to": s.to.rfc3339(), "open": s.open, "due": s.due.map(Moment::rfc3339),
        "working_us": s.working, "natural_us": s.natural, "paused": s.paused, "rework": s.rework, "bounced": s.bounced,
    })
}

/// The same for programs; times in µs add up to the open time.
pub fn json(seen: &Seen) -> Value {
    let (worked, waited) = times(&seen.stretches);
    let told = seen.is_told();
    let holder = |(org, worked, waited): (lianxin_base::OrgId, i64, i64)| json!({ "holder": seen.name_of(org), "holder_id": org.to_string(), "working_us": worked, "paused_us": waited });
    let shortest = seen.shortest.as_ref().filter(|_| !told).map(|s| {
        let steps: Vec<Value> =
            s.steps.iter().map(|(step, org)| json!({ "step": step, "holder": seen.name_of(*org) })).collect();
        json!({ "handovers": s.handovers, "working_us": s.micros, "steps": steps, "moves": s.moves })
    });
    json!({
        "no": seen.m.no, "area": seen.area, "flow": seen.way.flow, "version": seen.way.version, "kind": seen.way.kind,
        "as_of": seen.now.rfc3339(), "measured": !told,
        "began": seen.way.began.rfc3339(), "ended": seen.way.ended.map(Moment::rfc3339),
        "stays": seen.stretches.iter().filter(|_| !told).map(|s| stay(seen, s)).collect::<Vec<_>>(),
        "holders": by_holder(&seen.stretches).into_iter().filter(|_| !told).map(holder).collect::<Vec<_>>(),
        "handovers": changes(&seen.stretches), "working_us": worked, "paused_us": waited,
        "shortest": shortest,
        "achieved": seen.achieved.filter(|_| !told)
            .map(|a| json!({ "n": a.n, "handovers": a.handovers, "working_us": a.working })),
        "difference": seen.difference().filter(|_| !told).map(|d| {
            json!({ "handovers": d.handovers, "working_us": d.working, "paused_us": d.paused })
        }),
    })
}

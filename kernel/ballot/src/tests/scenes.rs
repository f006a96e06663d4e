//! Small votes for tests.

use crate::*;
use serde_json::{Value, json};

/// A vote of owners: `(owner, area in m²)` each with one dwelling, and matters of the given kinds named `m0`, `m1`, ….
pub(crate) fn owners(units: &[(&str, &str)], kinds: &[&str]) -> Value {
    let unit = |(i, (owner, area)): (usize, &(&str, &str))| json!({"unit": format!("u{i}"), "building": "1", "use": "dwelling", "register": area, "owner": owner});
    let matter = |(i, kind): (usize, &&str)| json!({"matter": format!("m{i}"), "kind": kind});
    json!({
        "form": 1,
        "body": "owners",
        "opened": "2026-06-01",
        "roll": {"units": units.iter().enumerate().map(unit).collect::<Vec<_>>()},
        "matters": kinds.iter().enumerate().map(matter).collect::<Vec<_>>(),
        "papers": [],
    })
}

/// A paper with one mark on the first matter.
pub(crate) fn paper(owner: &str, mark: &str) -> Value {
    json!({"owner": owner, "channel": "paper", "marks": {"m0": mark}})
}

pub(crate) fn input(vote: &Value) -> Input {
    Input::read_json(&vote.to_string()).expect("the documented form")
}

pub(crate) fn counted(vote: &Value) -> Outcome {
    count(&input(vote)).expect("counts")
}

/// The code of the refusal, or `counted`.
pub(crate) fn code(vote: &Value) -> &'static str {
    match Input::read_json(&vote.to_string()).and_then(|input| count(&input)) {
        Ok(_) => "counted",
        Err(refusal) => refusal.code(),
    }
}

//! `claims`: what the newspaper page says, beside what the stories saw.

use crate::Stop;
use crate::count::Tally;
use crate::run::{MOST, cargo, root, stream_aside};
use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

/// One claim of `mission/claims.toml`: its keys and texts.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Claim(BTreeMap<String, String>);

impl Claim {
    fn get(&self, key: &str) -> &str {
        self.0.get(key).map_or("", String::as_str)
    }
}

const KEYS: [&str; 10] =
    ["id", "system", "fact_zh", "fact_en", "expected", "paragraph", "state", "story", "observe", "reason"];

/// Reads the used subset of TOML: `[[claim]]`, `key = "text"` without escapes, comments, empty lines.
pub(crate) fn parse(text: &str) -> Result<Vec<Claim>, String> {
    let mut claims: Vec<Claim> = Vec::new();
    for (number, line) in text.lines().enumerate() {
        let line = line.trim();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        if line == "[[claim]]" {
            claims.push(Claim::default());
            continue;
        }
        let wrong = |why: &str| format!("line {}: {why}", number + 1);
        let (key, value) = line.split_once(" = ").ok_or_else(|| wrong("expected key = \"text\""))?;
        let value = value.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
        let value =
            value.filter(|value| !value.contains(['"', '\\'])).ok_or_else(|| wrong("expected a plain \"text\""))?;
        if !KEYS.contains(&key) {
            return Err(wrong(&format!("unknown key {key}")));
        }
        let claim = claims.last_mut().ok_or_else(|| wrong("a key before the first [[claim]]"))?;
        if claim.0.insert(key.to_owned(), value.to_owned()).is_some() {
            return Err(wrong(&format!("{key} stands twice")));
        }
    }
    Ok(claims)
}

/// What is wrong with the list itself.
pub(crate) fn faults(claims: &[Claim]) -> Vec<String> {
    let mut seen = BTreeSet::new();
    let mut faults = Vec::new();
    for claim in claims {
        let id = claim.get("id");
        let mut fault = |why: &str| faults.push(format!("claim {id}: {why}"));
        if !seen.insert(id) {
            fault("the id stands twice");
        }
        if id.split_once('.').is_none_or(|(system, number)| {
            system != claim.get("system") || number.len() != 2 || number.parse::<u8>().is_err()
        }) {
            fault("the id is its system, a dot and two digits");
        }
        let number = claim.get("system").strip_prefix('S').and_then(|number| number.parse::<u8>().ok());
        if number.is_none_or(|number| number > 11) {
            fault("the system is S0 to S11");
        }
        if ["fact_zh", "fact_en", "paragraph"].iter().any(|key| claim.get(key).is_empty()) {
            fault("fact_zh, fact_en and paragraph are needed");
        }
        let has = |key: &str| !claim.get(key).is_empty();
        match claim.get("state") {
            "observed" if !has("story") || !has("observe") => fault("observed needs a story and what it observes"),
            "absent" if !has("reason") => fault("absent needs a reason"),
            "observed" | "absent" | "not-yet" => {}
            _ => fault("state is observed, not-yet or absent"),
        }
    }
    faults
}

/// What the stories printed: `CLAIM S1.04 observed` or `CLAIM S1.04 fails`.
#[derive(Debug, Default)]
struct Seen {
    observed: BTreeSet<String>,
    fails: BTreeSet<String>,
}

impl Seen {
    /// A test's own name may stand before it on the line: `test stair_room ... CLAIM S1.14 observed`.
    fn line(&mut self, line: &str) {
        let Some((_, rest)) = line.split_once("CLAIM ") else { return };
        let mut words = rest.split_whitespace();
        match (words.next(), words.next()) {
            (Some(id), Some("observed")) => self.observed.insert(id.to_owned()),
            (Some(id), Some("fails")) => self.fails.insert(id.to_owned()),
            _ => false,
        };
    }

    /// `observed` only when a story said so and none said otherwise.
    fn state<'a>(&self, claim: &'a Claim) -> &'a str {
        let id = claim.get("id");
        if self.fails.contains(id) {
            return "fails";
        }
        match (claim.get("state"), self.observed.contains(id)) {
            ("absent", true) => "fails", // a story claims what the list says is not modelled
            (_, true) => "observed",
            ("observed", false) => "fails",
            (written, false) => written,
        }
    }
}

/// The list as it stands in the checkout.
pub(crate) fn read() -> Result<Vec<Claim>, String> {
    let path = root().join("mission/claims.toml");
    let text = std::fs::read_to_string(&path).map_err(|error| format!("mission/claims.toml: {error}"))?;
    parse(&text).map_err(|why| format!("mission/claims.toml: {why}"))
}

/// Runs the stories and prints a line a claim.
pub(crate) fn command() -> Result<(), Stop> {
    counted(&mut Tally::default())
}

/// The same, and counts the stories.
pub(crate) fn counted(tally: &mut Tally) -> Result<(), Stop> {
    let claims = read().map_err(Stop::Failed)?;
    let mut seen = Seen::default();
    let stories_passed = stream_aside(&mut stories(&claims), |line| {
        seen.line(line);
        tally.add(Tally::of_line(line));
    })?;
    let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
    for claim in &claims {
        let state = seen.state(claim);
        *counts.entry(state).or_default() += 1;
        println!("{} {} {state}", claim.get("system"), claim.get("id"));
    }
    let unknown = unknown(&seen, &claims);
    let summary: Vec<String> = counts.iter().map(|(state, count)| format!("{count} {state}")).collect();
    eprintln!("{} claims: {}", claims.len(), summary.join(", "));
    if !unknown.is_empty() {
        return Err(Stop::Failed(format!("stories speak of claims that are not listed: {}", unknown.join(" "))));
    }
    match counts.get("fails") {
        None if stories_passed => Ok(()),
        None => Err(Stop::Failed("a story did not pass".into())),
        Some(count) => Err(Stop::Failed(format!("{count} claims fail"))),
    }
}

/// The programs in which a claim has its story, by name out of the whole workspace: of their package alone cargo would build
/// every library anew. What asserts no claim has run with all other tests.
fn stories(claims: &[Claim]) -> Command {
    let mut command = cargo(&["test", "--quiet", "--no-fail-fast"]);
    command.args(MOST);
    let of = |claim: &Claim| Some(claim.get("story").strip_prefix("stories/tests/")?.split('/').next()?.to_owned());
    for program in claims.iter().filter_map(of).collect::<BTreeSet<String>>() {
        command.arg("--test").arg(program);
    }
    command.args(["--", "--nocapture"]);
    command
}

fn unknown<'a>(seen: &'a Seen, claims: &[Claim]) -> Vec<&'a str> {
    let listed: BTreeSet<&str> = claims.iter().map(|claim| claim.get("id")).collect();
    seen.observed.union(&seen.fails).map(String::as_str).filter(|id| !listed.contains(id)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const ONE: &str = "# a note\n[[claim]]\nid = \"S1.04\"\nsystem = \"S1\"\nfact_zh = \"四步\"\nfact_en = \"four\"\nparagraph = \"p27\"\n";

    fn claim(state: &str) -> Claim {
        parse(&format!("{ONE}state = \"{state}\"\n")).unwrap().remove(0)
    }

    #[test]
    fn the_list_is_read() {
        let claims = parse(&format!("{ONE}state = \"not-yet\"\n\n{ONE}")).unwrap();
        assert_eq!((claims.len(), claims[0].get("fact_zh"), claims[1].get("state")), (2, "四步", ""));
    }

    #[test]
    fn what_the_reader_does_not_know_is_refused_with_its_line() {
        for (text, line) in [
            ("id = \"S1.01\"", "line 1"),
            ("[[claim]]\nid = 4", "line 2"),
            ("[[claim]]\n\nid = \"a\\\"b\"", "line 3"),
            ("[[claim]]\ncolour = \"red\"", "line 2"),
            ("[[claim]]\nid = \"S1.01\"\nid = \"S1.01\"", "line 3"),
        ] {
            assert!(parse(text).unwrap_err().starts_with(line), "{text}");
        }
    }

    #[test]
    fn a_list_with_faults_names_them() {
        let twice = parse(&format!("{ONE}state = \"not-yet\"\n{ONE}state = \"not-yet\"\n")).unwrap();
        assert_eq!(faults(&twice), ["claim S1.04: the id stands twice"]);
        assert_eq!(faults(&[claim("absent")]), ["claim S1.04: absent needs a reason"]);
        assert_eq!(faults(&[claim("observed")]), ["claim S1.04: observed needs a story and what it observes"]);
        assert_eq!(faults(&[claim("done")]), ["claim S1.04: state is observed, not-yet or absent"]);
        let elsewhere = parse(&ONE.replace("system = \"S1\"", "system = \"S12\"")).unwrap();
        assert_eq!(faults(&elsewhere).len(), 3);
    }

    #[test]
    fn the_list_in_the_checkout_is_sound() {
        let claims = read().unwrap();
        assert_eq!(faults(&claims), Vec::<String>::new());
        assert!(claims.len() >= 120, "every sentence of the page is a claim");
    }

    #[test]
    fn a_state_is_what_a_story_saw() {
        let mut seen = Seen::default();
        for (printed, written, state) in [
            (None, "observed", "fails"),
            (None, "not-yet", "not-yet"),
            (None, "absent", "absent"),
            (Some("CLAIM S1.04 maybe"), "observed", "fails"),
            (Some("test way ... CLAIM S1.04 observed"), "observed", "observed"),
            (Some("CLAIM S1.04 observed"), "not-yet", "observed"),
            (Some("CLAIM S1.04 observed"), "absent", "fails"),
            (Some("CLAIM S1.04 fails"), "observed", "fails"),
            (Some("CLAIM S1.04 observed"), "observed", "fails"), // once failed stays failed
        ] {
            printed.into_iter().for_each(|line| seen.line(line));
            assert_eq!(seen.state(&claim(written)), state, "{printed:?} {written}");
        }
        seen.line("CLAIM S9.99 observed");
        assert_eq!(unknown(&seen, &[claim("observed")]), ["S9.99"]);
    }
}

//! A flow is read, checked by line, changed by an area, and says where a move leads.

use crate::help::*;
use lianxin_calendar::{Calendar, OfficeHours};
use lianxin_path::{Flow, FlowFault, Limit, NoWay, Override, Wrong};

fn check(text: &str) -> Vec<FlowFault> {
    match Flow::read(text) {
        Ok(flow) => flow.check(MOVES, CAPABILITIES, NEEDS),
        Err(fault) => vec![fault],
    }
}

#[test]
fn the_sample_has_no_fault() {
    assert_eq!(check(MATTER), vec![]);
}

/// Changes the sample in one place; the first fault must stand in the line that then contains `at`.
fn faulty(change: &str, to: &str, at: &str, what: Wrong) {
    assert!(MATTER.contains(change), "the sample contains {change}");
    let text = MATTER.replacen(change, to, 1);
    let found = check(&text);
    let first = found.first().unwrap_or_else(|| panic!("{to:?} is found"));
    assert_eq!(first.what, what, "{to:?}: {found:?}");
    let line = text.lines().nth(first.line as usize - 1).unwrap_or_default();
    assert!(line.contains(at), "{to:?}: line {} is {line:?}, not {at:?}", first.line);
}

#[test]
fn every_unknown_word_is_named_with_its_line() {
    let s = str::to_owned;
    for (change, to, at, what) in [
        ("from = [\"look\"]", "from = [\"lok\"]", "lok", Wrong::UnknownStep(s("lok"))),
        ("to = \"closed\"", "to = \"shut\"", "shut", Wrong::UnknownStep(s("shut"))),
        ("name = \"return\"", "name = \"throw\"", "throw", Wrong::UnknownMove(s("throw"))),
        ("capability = \"report\"", "capability = \"reprot\"", "reprot", Wrong::UnknownCapability(s("reprot"))),
        ("needs = [\"executor\"]", "needs = [\"crane\"]", "crane", Wrong::UnknownNeed(s("crane"))),
        ("stage = \"solve\"", "stage = \"sovle\"", "sovle", Wrong::UnknownStage(s("sovle"))),
        ("fact = \"discuss\"", "fact = \"talk\"", "talk", Wrong::UnknownFact(s("talk"))),
        ("clock = \"work\"", "clock = \"wrok\"", "wrok", Wrong::UnknownClock(s("wrok"))),
        ("step = \"deliberate\"", "step = \"talk\"", "talk", Wrong::UnknownStep(s("talk"))),
        (
            "utility = { natural_minutes = 120 }",
            "utilty = { working_days = 1 }\nutility = { working_days = 1 }",
            "utilty",
            Wrong::UnknownKind(s("utilty")),
        ),
    ] {
        faulty(change, to, at, what);
    }
}

#[test]
fn every_fault_of_the_graph_is_named_with_its_line() {
    let s = str::to_owned;
    for (change, to, at, what) in [
        ("name = \"vote\"", "name = \"look\"", "look", Wrong::Twice(s("look"))),
        ("[{ fact = \"vote_needed\", is = true }]", "[]", "decision", Wrong::Twice(s("decision"))),
        ("facts = [\"discuss\",", "facts = [\"discuss\", \"discuss\",", "facts", Wrong::Twice(s("discuss"))),
        (
            "from = [\"feedback\"]\nto = \"closed\"\ncapability = \"report\"",
            "from = [\"feedback\"]\nto = \"closed\"",
            "confirmation",
            Wrong::NoCapability(s("confirmation")),
        ),
        ("from = [\"waiting\"]", "from = []", "resume", Wrong::FromNowhere(s("resume"))),
        ("from = [\"waiting\"]", "from = [\"work\"]", "resume", Wrong::NotBack(s("resume"))),
        ("to = \"waiting\"", "to = \"work\"", "waiting", Wrong::Unreachable(s("waiting"))),
        (
            "from = [\"waiting\"]\nto = \"work\"",
            "from = [\"feedback\"]\nto = \"work\"",
            "waiting",
            Wrong::DeadEnd(s("waiting")),
        ),
        (
            "from = [\"work\"]\nto = \"look\"",
            "from = [\"closed\"]\nto = \"look\"",
            "closed",
            Wrong::LeavesClosed(s("closed")),
        ),
        ("party = \"executor\"\nclock = \"work\"", "party = \"executor\"", "work", Wrong::NoClock(s("work"))),
        ("paused = true", "paused = true\nclock = \"work\"", "clock = \"work\"", Wrong::IdleClock(s("waiting"))),
        (
            "general = { working_minutes = 240 }\n",
            "",
            "clock.look",
            Wrong::NoLimit { clock: s("look"), kind: s("general") },
        ),
        ("{ natural_minutes = 30 }", "{ natural_minutes = 0 }", "urgent", Wrong::ZeroLimit(s("urgent"))),
        ("back = \"rework\"", "", "objection", Wrong::BackUnsaid(s("objection"))),
        ("{ step = \"deliberate\", reason", "{ reason", "no_committee", Wrong::FallsNowhere(s("vote"))),
        ("{ step = \"deliberate\", reason", "{ step = \"vote\", reason", "vote", Wrong::FallsNowhere(s("vote"))),
        ("facts = [", "facts = [\"a\", \"b\", \"c\", \"d\", \"e\", \"f\", \"g\",", "facts", Wrong::TooManyFacts),
    ] {
        faulty(change, to, at, what);
    }
}

#[test]
fn a_way_must_be_able_to_end_whatever_the_facts_are() {
    let text =
        MATTER.replacen("from = [\"vote\", \"deliberate\"]\nto = \"work\"", "from = [\"vote\"]\nto = \"vote\"", 1);
    let found = check(&text);
    let stuck = |step: &str| Wrong::NeverCloses { step: step.into(), facts: vec!["vote_needed".into()] };
    assert_eq!(found.iter().map(|f| f.what.clone()).collect::<Vec<_>>(), [stuck("deliberate"), stuck("vote")]);
    assert_eq!(
        found[0].to_string(),
        "line 15: from step deliberate no closed step can be reached when vote_needed holds"
    );
}

#[test]
fn stages_keep_their_order_and_none_is_empty() {
    let text = MATTER.replacen("name = \"look\"\nstage = \"collect\"", "name = \"look\"\nstage = \"solve\"", 1);
    let what: Vec<_> = check(&text).into_iter().map(|f| (f.line, f.what)).collect();
    let order = |line, step: &str| (line, Wrong::StageOrder(step.into()));
    assert_eq!(what, [(3, Wrong::EmptyStage("collect".into())), order(15, "deliberate"), order(23, "vote")]);
}

#[test]
fn what_is_no_flow_is_refused_with_its_line() {
    for (text, line) in [
        ("", 1),
        ("flow = 1", 1),
        ("flow = \"x\"\nversion = -1", 2),
        ("flow = \"x\"\nversion = 1\nstages = [\"a\"]\nkinds = []\nstatges = 3", 5),
        (
            "flow = \"x\"\nversion = 1\nstages = []\nkinds = []\n[[move]]\nname = \"a\"\nfrom = []\nto = \"b\"\nback = \"up\"",
            9,
        ),
        ("flow = \"x\"\nversion = 1\nstages = []\nkinds = []\n[clock.a]\nb = { weeks = 1 }", 6),
        ("[[[", 1),
        ("\u{0}\u{feff}㛃", 1),
    ] {
        let fault = Flow::read(text).expect_err(text);
        assert!(matches!(fault.what, Wrong::Unreadable(_)), "{text}: {fault}");
        assert_eq!(fault.line, line, "{text}: {fault}");
    }
    let empty = Flow::read("flow = \"x\"\nversion = 1\nstages = []\nkinds = []").expect("reads");
    assert_eq!(empty.check(&[], &[], &[]), [FlowFault { line: 1, what: Wrong::NoStep }]);
}

#[test]
fn a_move_is_found_by_step_and_facts() {
    let flow = matter();
    for (from, name, holds, to) in [
        ("look", "dispatch", &[][..], Ok("deliberate")),
        ("look", "direct_dispatch", &[], Ok("work")),
        ("look", "direct_dispatch", &["discuss"], Err(NoWay::Fact("discuss".into()))),
        ("deliberate", "decision", &[], Ok("work")),
        ("deliberate", "decision", &["vote_needed"], Ok("vote")),
        ("closed", "objection", &[], Err(NoWay::NotFromHere)),
        ("look", "fly", &[], Err(NoWay::NotFromHere)),
    ] {
        let found = flow.find_move(from, name, &facts(holds)).map(|m| &*m.to);
        assert_eq!(found, to, "{name} from {from} when {holds:?}");
    }
}

#[test]
fn a_step_whose_party_does_not_exist_falls_with_a_reason() {
    let flow = matter();
    for (absent, name, holds, to, holder, reasons) in [
        ("", "dispatch", &[][..], "deliberate", 2, vec![]),
        ("council", "dispatch", &[], "deliberate", 1, vec!["no_council"]),
        ("committee", "decision", &["vote_needed"], "deliberate", 2, vec!["no_committee"]),
        ("council committee", "decision", &["vote_needed"], "deliberate", 1, vec!["no_committee", "no_council"]),
    ] {
        let from = if name == "dispatch" { "look" } else { "deliberate" };
        let party = |p: &str| if absent.split(' ').any(|a| a == p) { None } else { everyone(p) };
        let (hop, fell) = flow.hop(way_id(1), from, name, &facts(holds), &party).expect("somebody holds it");
        assert_eq!((hop.to.as_str(), hop.holder), (to, org(holder)), "without {absent}");
        assert_eq!(fell.into_iter().map(|f| f.reason).collect::<Vec<_>>(), reasons, "without {absent}");
    }
    let nobody = flow.hop(way_id(1), "look", "direct_dispatch", &facts(&[]), &|_| None);
    assert_eq!(nobody, Err(NoWay::Nobody { step: "work".into(), party: "executor".into() }));
    let (begin, _) = flow.begin(way_id(1), "general", &everyone).expect("the community holds it");
    assert_eq!((begin.step.as_str(), begin.stage.as_str(), begin.holder), ("look", "collect", org(1)));
}

#[test]
fn clocks_run_by_kind_and_a_paused_or_closed_step_has_none() {
    let (flow, cal, hours) = (matter(), Calendar::official(), OfficeHours::default());
    let day = |text: &str| text.parse::<lianxin_base::Day>().expect("a day");
    let eve = day("2026-09-30"); // of a week of holidays
    for (step, kind, due) in [
        ("work", "urgent", Some(eve.at(18, 0))),
        ("work", "general", Some(day("2026-10-13").at(17, 30))),
        ("look", "general", Some(day("2026-10-08").at(11, 0))),
        ("waiting", "general", None),
        ("closed", "urgent", None),
        ("work", "unheard", None),
    ] {
        assert_eq!(flow.due(step, kind, &cal, &hours, eve.at(16, 0)), due, "{step} {kind}");
    }
}

#[test]
fn an_area_drops_steps_and_sets_limits_seats_and_needs_but_invents_nothing() {
    let flow = matter();
    let text = "version = 2\ndrop = [\"vote\"]\n[seat]\nlook = \"grid\"\n[needs]\ncompletion = [\"note\", \"photo\"]\n\
                [clock.work]\ngeneral = { working_days = 3 }";
    let here = flow.with_override(&Override::read(text).expect("reads"), NEEDS).expect("fits");
    assert_eq!((here.version, here.steps.len(), &*here.steps[0].party), (2, 7, "grid"));
    assert!(here.step("vote").is_none() && here.moves.iter().all(|m| m.to != "vote" && !m.leads_from("vote")));
    assert_eq!(here.limit("work", "general"), Some(Limit::WorkingDays(3)));
    assert_eq!(here.limit("work", "urgent"), Some(Limit::NaturalMinutes(120)));
    let needs = &here.find_move("work", "completion", &facts(&[])).expect("is there").needs;
    assert_eq!(needs.iter().map(|n| &**n).collect::<Vec<_>>(), ["note", "photo"]);
    assert_eq!(flow, matter(), "the flow itself is as it was");
    assert_eq!(here.check(MOVES, CAPABILITIES, NEEDS), []);
}

#[test]
fn a_change_that_breaks_the_flow_is_refused() {
    let flow = matter();
    let one = |text: &str| Override::read(&format!("version = 2\n{text}")).expect(text);
    for (change, what) in [
        (Override::default(), Wrong::OldVersion(1)),
        (one("drop = [\"look\"]"), Wrong::DropsStart("look".into())),
        (one("drop = [\"lok\"]"), Wrong::UnknownStep("lok".into())),
        (one("drop = [\"feedback\"]"), Wrong::Unreachable("closed".into())),
        (one("drop = [\"deliberate\"]"), Wrong::UnknownStep("deliberate".into())),
        (one("drop = [\"closed\", \"declined\"]"), Wrong::NoEnd),
        (one("seat = { lok = \"grid\" }"), Wrong::UnknownStep("lok".into())),
        (one("needs = { fly = [] }"), Wrong::UnknownMove("fly".into())),
        (one("needs = { completion = [\"crane\"] }"), Wrong::UnknownNeed("crane".into())),
        (one("[clock.fly]\ngeneral = { working_days = 3 }"), Wrong::UnknownClock("fly".into())),
        (one("").limit("work", "odd", Limit::WorkingDays(1)), Wrong::UnknownKind("odd".into())),
        (one("").limit("work", "urgent", Limit::NaturalMinutes(0)), Wrong::ZeroLimit("urgent".into())),
    ] {
        let found = flow.with_override(&change, NEEDS).expect_err("is refused");
        assert!(found.iter().any(|f| f.what == what), "{change:?}: {found:?}");
    }
    assert!(Override::read("version = 2\n[[move]]\nname = \"fly\"").is_err(), "a change has no room for a new move");
}

//! Whole votes, as tables.

use super::scenes::{code, counted, owners, paper};
use crate::*;
use serde_json::{Value, json};

#[test]
fn three_hundred_units_are_257_persons() {
    // 40 unsold or undelivered, one buyer with 5, 255 with one each
    let mut vote = owners(&[], &["covenant"]);
    let unit = |i: u32| {
        let mut unit = json!({"unit": format!("u{i:03}"), "use": "dwelling", "register": "100.00"});
        match i {
            0..20 => unit["state"] = "unsold".into(),
            20..40 => {
                unit["state"] = "undelivered".into();
                unit["owner"] = format!("buyer{i}").into();
            }
            40..45 => unit["owner"] = "five".into(),
            _ => unit["owner"] = format!("o{i}").into(),
        }
        unit
    };
    vote["roll"] = json!({"developer": "dev", "units": (0..300).map(unit).collect::<Vec<_>>()});
    let found = counted(&vote).electorate;
    assert_eq!(found.all, Weight { area: 3_000_000, persons: 257 });
    assert_eq!((found.units, found.dwellings), (300, 300));
    assert_eq!(found.developer, Portion { units: 40, area: 400_000 });
    assert_eq!(found.sources.register, Portion { units: 300, area: 3_000_000 });
    // a buyer to whom nothing was handed over yet has no vote of his own
    vote["papers"] = json!([paper("buyer20", "yes")]);
    assert_eq!(counted(&vote).papers.not_counted[0].reason, Reason::NotOnRoll);
}

#[test]
fn the_arithmetic_stands_beside_the_result() {
    let mut vote = owners(&[("a", "15000"), ("b", "5000"), ("c", "10000")], &["rebuild"]);
    vote["papers"] = json!([paper("a", "yes"), paper("b", "abstain")]);
    let found = counted(&vote);
    let m = &found.matters[0];
    assert!(!m.passed && m.returned.quorum.holds);
    let area = |tested: &Tested| tested.area.as_ref().map(ToString::to_string);
    assert_eq!(area(&m.returned.quorum).as_deref(), Some("3×20,000.00 ≥ 2×30,000.00"));
    assert_eq!(m.returned.quorum.persons.to_string(), "3×2 ≥ 2×3");
    assert_eq!(area(&m.returned.majority).as_deref(), Some("4×15,000.00 ≥ 3×20,000.00"));
    assert_eq!(m.returned.majority.persons.to_string(), "4×1 < 3×2");
    let json = serde_json::to_value(&found).expect("JSON");
    assert_eq!(json["matters"][0]["returned"]["quorum"]["area"]["left"], 6_000_000);
    assert_eq!(json["matters"][0]["returned"]["tally"]["yes"], json!({"area": "15000.00", "persons": 1}));
    assert_eq!(json["rules"]["sha256"], built_in()[1].sha256.as_str());
}

#[test]
fn abstained_unclear_and_blank_take_part_and_are_no_yes_but_void_papers_do_not() {
    let units = [("a", "100"), ("b", "100"), ("c", "100")];
    for (third, participants, passed) in [
        (json!({"owner": "c", "channel": "paper", "marks": {"m0": "abstain"}}), 3, false),
        (json!({"owner": "c", "channel": "paper", "marks": {"m0": "invalid"}}), 3, false),
        (json!({"owner": "c", "channel": "paper", "marks": {}}), 3, false),
        (json!({"owner": "c", "channel": "paper", "marks": {"m0": "yes"}}), 3, true),
        (json!({"owner": "c", "channel": "paper", "void": "unsigned", "marks": {"m0": "yes"}}), 2, false),
    ] {
        let mut vote = owners(&units, &["covenant"]);
        vote["papers"] = json!([paper("a", "yes"), paper("b", "no"), third]);
        let m = &counted(&vote).matters[0];
        assert_eq!((m.returned.participants.persons, m.passed), (participants, passed), "{third}");
    }
}

/// Five owners with 100 m² each; two say yes.
fn silent(kind: &str, marks: [&str; 2], proven: &[&str]) -> Value {
    let units = ["a", "b", "c", "d", "e"].map(|owner| (owner, "100"));
    let mut vote = owners(&units, &[kind]);
    vote["papers"] = json!([paper("a", marks[0]), paper("b", marks[1])]);
    let delivery = |owner: &&str| json!({"owner": owner, "way": "hand", "proven": true});
    vote["delivered"] = proven.iter().map(delivery).collect();
    vote["follow"] = json!({"rules_of_procedure": "2025-3", "paper_says_so": true});
    vote
}

#[test]
fn the_unreturned_follow_only_under_three_conditions() {
    use FollowState::{Never, NoProvenDelivery, NotAdopted, On, PaperDoesNotSay};
    let on = silent("covenant", ["yes", "yes"], &["c", "d"]);
    let with = |change: &dyn Fn(&mut Value)| {
        let mut vote = on.clone();
        change(&mut vote);
        vote
    };
    // (vote, state, passed, the two tallies differ, followers)
    for (vote, state, passed, differ, followers) in [
        (on.clone(), On, true, true, Some(2)), // 2 of 5 returned: no quorum; 4 of 5 with followers
        (with(&|v| v["follow"] = Value::Null), NotAdopted, false, true, Some(2)),
        (with(&|v| v["follow"]["rules_of_procedure"] = " ".into()), NotAdopted, false, true, Some(2)),
        (with(&|v| v["follow"]["paper_says_so"] = false.into()), PaperDoesNotSay, false, true, Some(2)),
        (with(&|v| v["delivered"] = json!([])), NoProvenDelivery, false, false, Some(0)),
        (with(&|v| v["delivered"][0]["proven"] = false.into()), On, false, false, Some(1)), // 3 of 5
        (silent("covenant", ["yes", "yes"], &["a", "b", "x"]), NoProvenDelivery, false, false, Some(0)),
        (silent("covenant", ["yes", "no"], &["c", "d", "e"]), On, false, false, Some(3)), // yes does not lead
        (silent("covenant", ["no", "abstain"], &["c", "d", "e"]), On, false, false, Some(3)),
        (silent("covenant", ["yes", "abstain"], &["c", "d", "e"]), On, true, true, Some(3)),
        (silent("fund-raise", ["yes", "yes"], &["c", "d", "e"]), Never, false, false, None),
        (silent("rebuild", ["yes", "yes"], &["c", "d", "e"]), Never, false, false, None),
        (silent("common-use", ["yes", "yes"], &["c", "d", "e"]), Never, false, false, None),
    ] {
        let m = &counted(&vote).matters[0];
        let found = m.follow.as_ref().map(|f| f.followers.persons);
        assert_eq!((m.follow_state, m.passed, m.differ, found), (state, passed, differ, followers), "{vote}");
        assert_eq!(m.decided_by == Decider::Follow, state == On);
    }
}

#[test]
fn followers_are_yes_only_where_yes_leads_by_area_and_by_number() {
    for (yes, no, as_yes) in [
        (&[("a", "200"), ("b", "100")][..], &[("c", "100")][..], true),
        (&[("a", "500")], &[("b", "100"), ("c", "100")], false), // more area, fewer persons
        (&[("a", "100"), ("b", "100")], &[("c", "500")], false), // more persons, less area
        (&[("a", "100"), ("b", "100")], &[("c", "200")], false), // as much area
        (&[("a", "500")], &[("b", "100")], false),               // as many persons
    ] {
        let mut vote = owners(&[yes, no, &[("s", "300")]].concat(), &["covenant"]);
        let papers = yes.iter().map(|(o, _)| paper(o, "yes")).chain(no.iter().map(|(o, _)| paper(o, "no")));
        vote["papers"] = papers.collect();
        vote["delivered"] = json!([{"owner": "s", "way": "post", "proven": true}]);
        vote["follow"] = json!({"rules_of_procedure": "1", "paper_says_so": true});
        let follow = counted(&vote).matters[0].follow.clone().expect("an ordinary matter");
        let (before, silent) = (yes.len() as u64, u64::from(as_yes));
        assert_eq!((follow.as_yes, follow.yes.persons), (as_yes, before + silent), "{yes:?} against {no:?}");
        assert_eq!(follow.participants.persons, (yes.len() + no.len() + 1) as u64);
    }
}

#[test]
fn which_units_count_is_for_the_rules_of_procedure() {
    let uses = ["dwelling", "shop", "office", "parking", "storage", "stall"];
    for (flags, counted_units) in [
        (json!({}), "dwelling shop office"),
        (json!({"count_parking": true}), "dwelling shop office parking"),
        (json!({"count_storage": true}), "dwelling shop office storage"),
        (json!({"count_stalls": true}), "dwelling shop office stall"),
    ] {
        let mut roll = flags.clone();
        let unit = |u: &str| json!({"unit": u, "use": u, "survey": "10", "owner": u});
        roll["units"] = uses.map(unit).into();
        let roll: Roll = serde_json::from_value(roll).expect("a roll");
        let found = Electorate::of(&roll, &Scope::Compound, Body::Owners).expect("good");
        let mut want: Vec<&str> = counted_units.split(' ').collect();
        want.sort_unstable();
        assert_eq!(found.voters.iter().map(OwnerKey::as_str).collect::<Vec<_>>(), want, "{flags}");
    }
    let unit = |counts: bool| json!({"unit": "1", "use": "parking", "survey": "10", "owner": "a", "counts": counts});
    let roll = json!({"count_parking": true, "units": [unit(false)]});
    let roll: Roll = serde_json::from_value(roll).expect("a roll");
    assert_eq!(Electorate::of(&roll, &Scope::Compound, Body::Owners), Err(Refusal::EmptyRoll), "unit by unit");
}

#[test]
fn a_vote_of_one_entrance_has_its_own_totals() {
    let mut vote = owners(&[("a", "100"), ("b", "100"), ("c", "100"), ("a", "50")], &["fund-use"]);
    for (i, entrance) in ["1", "1", "2", "2"].into_iter().enumerate() {
        vote["roll"]["units"][i]["entrance"] = entrance.into();
    }
    for (scope, area, persons) in [
        (json!("compound"), 35_000, 3),
        (json!({"buildings": ["1"]}), 35_000, 3),
        (json!({"entrances": [{"building": "1", "entrance": "2"}]}), 15_000, 2),
        (json!({"units": ["u0", "u3"]}), 15_000, 1),
    ] {
        vote["scope"] = scope;
        assert_eq!(counted(&vote).electorate.all, Weight { area, persons }, "{}", vote["scope"]);
    }
}

#[test]
fn papers_that_do_not_count_are_listed_with_the_reason() {
    let mut vote = owners(&[("a", "100"), ("b", "100")], &["covenant"]);
    vote["roll"]["units"][1]["building"] = "2".into();
    vote["roll"]["units"]
        .as_array_mut()
        .expect("units")
        .push(json!({"unit": "p", "building": "1", "use": "parking", "owner": "p"}));
    let parking = json!({"unit": "a", "building": "1", "use": "parking", "owner": "b"}); // b's reason stays the scope
    vote["roll"]["units"].as_array_mut().expect("units").push(parking);
    vote["scope"] = json!({"buildings": ["1"]});
    vote["papers"] = json!([
        paper("x", "yes"),
        paper("p", "yes"),
        paper("b", "yes"),
        {"owner": "a", "channel": "phone", "void": "superseded"},
        {"owner": "a", "channel": "paper", "void": "late"},
        paper("a", "yes"),
    ]);
    let found = counted(&vote);
    let listed: Vec<_> = found.papers.not_counted.iter().map(|n| (n.owner.as_str(), n.reason)).collect();
    assert_eq!(
        listed,
        [
            ("a", Reason::Late),
            ("a", Reason::Superseded),
            ("b", Reason::OutOfScope),
            ("p", Reason::NoVotingUnit),
            ("x", Reason::NotOnRoll),
        ]
    );
    assert_eq!((found.electorate.all.persons, found.matters[0].passed), (1, true));
}

#[test]
fn several_matters_on_one_paper_are_counted_each_by_its_own_rule() {
    let units = [("a", "100"), ("b", "100"), ("c", "100"), ("d", "100")];
    let mut vote = owners(&units, &["fund-use", "fund-raise"]);
    let both = |owner: &str, one: &str, two: &str| json!({"owner": owner, "channel": "paper", "marks": {"m0": one, "m1": two}});
    vote["papers"] = json!([both("a", "yes", "yes"), both("b", "yes", "yes"), both("c", "no", "no")]);
    let passed: Vec<bool> = counted(&vote).matters.iter().map(|m| m.passed).collect();
    assert_eq!(passed, [true, false], "two of three: more than half, less than three quarters");
}

#[test]
fn residents_and_owners_are_never_on_one_roll() {
    let mut vote = json!({
        "form": 1, "body": "residents", "opened": "2025-06-01",
        "roll": {"voters": ["r1", "r2", "r3"]},
        "matters": [{"matter": "m0", "kind": "resolution"}],
        "papers": [paper("r1", "yes"), paper("r2", "yes")],
    });
    let found = counted(&vote);
    assert!(found.matters[0].passed && found.matters[0].returned.quorum.area.is_none());
    assert_eq!(found.matters[0].follow_state, FollowState::Never);
    vote["scope"] = json!({"buildings": ["1"]});
    assert_eq!(code(&vote), "ballot.scope_of_voters");
    vote["scope"] = "compound".into();
    vote["roll"]["units"] = json!([{"unit": "u", "use": "dwelling", "register": "1", "owner": "a"}]);
    assert_eq!(code(&vote), "ballot.roll_of_other_body");
    vote["body"] = "owners".into();
    assert_eq!(code(&vote), "ballot.unknown_kind");
}

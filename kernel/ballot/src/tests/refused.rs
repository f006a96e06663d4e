//! Every refusal of a whole vote, at least once.

use super::scenes::{code, input, owners, paper};
use crate::*;
use serde_json::{Value, json};

fn vote() -> Value {
    let mut vote = owners(&[("a", "100"), ("b", "100")], &["covenant"]);
    vote["papers"] = json!([paper("a", "yes")]);
    vote
}

#[test]
fn what_a_vote_is_refused_for() {
    let sell = json!({"unit": "u9", "use": "shop", "contract": "20", "state": "unsold"});
    let cases: Vec<(&str, Value, &str)> = vec![
        ("/form", json!(2), "ballot.form"),
        ("/opened", json!("2000-01-01"), "ballot.not_in_force"),
        ("/opened", json!("yesterday"), "ballot.not_json"),
        ("/matters", json!([]), "ballot.nothing_to_decide"),
        ("/matters/0/kind", json!("parking"), "ballot.unknown_kind"),
        ("/matters/0/more", json!(1), "ballot.not_json"),
        ("/matters/1", json!({"matter": "m0", "kind": "other"}), "ballot.matter_twice"),
        ("/roll/voters", json!(["r"]), "ballot.roll_of_other_body"),
        ("/roll/units/1/unit", json!("u0"), "ballot.unit_twice"),
        ("/roll/units/1/owner", json!(null), "ballot.unit_owner"),
        ("/roll/units/1/owner", json!(""), "ballot.not_json"),
        ("/roll/units/2", sell, "ballot.no_developer"),
        ("/roll/units/1/register", json!(null), "ballot.no_area"),
        ("/roll/units/1/register", json!("80.125"), "ballot.bad_area"),
        ("/roll/units/1/register", json!(80.12), "ballot.not_json"),
        ("/roll/units", json!([]), "ballot.empty_roll"),
        ("/scope", json!({"buildings": ["9"]}), "ballot.unknown_place"),
        ("/scope", json!({"entrances": [{"building": "1", "entrance": "2"}]}), "ballot.unknown_place"),
        ("/scope", json!({"units": ["u7"]}), "ballot.unknown_place"),
        ("/scope", json!({"units": []}), "ballot.empty_roll"),
        ("/roll_sha256", json!("00"), "ballot.roll_changed"),
        ("/papers/1", paper("a", "no"), "ballot.paper_twice"),
        ("/papers/0/marks/m9", json!("yes"), "ballot.unknown_matter"),
        ("/papers/0/marks/m0", json!("maybe"), "ballot.not_json"),
        ("/papers/0/elections", json!({"e": ["c"]}), "ballot.unknown_election"),
        ("/delivered", json!([{"owner": "a", "way": "hand", "proven": 1}]), "ballot.not_json"),
        ("/papers/0/marks/m0", json!("no"), "counted"),
        ("/scope", json!({"units": ["u0"]}), "counted"),
    ];
    for (place, value, want) in cases {
        let mut vote = vote();
        put(&mut vote, place, value);
        assert_eq!(code(&vote), want, "{place}: {vote}");
    }
}

/// Sets what stands at a JSON pointer, or adds it.
fn put(vote: &mut Value, place: &str, value: Value) {
    let (parent, name) = place.rsplit_once('/').expect("a pointer");
    match vote.pointer_mut(parent).expect(place) {
        Value::Array(all) => {
            let at: usize = name.parse().expect(place);
            if at < all.len() {
                all[at] = value;
            } else {
                all.push(value);
            }
        }
        object => object[name] = value,
    }
}

#[test]
fn a_mark_twice_in_one_object_is_refused() {
    let text = vote().to_string().replace(r#"{"m0":"yes"}"#, r#"{"m0":"yes","m0":"no"}"#);
    assert_eq!(Input::read_json(&text).map_err(|r| r.code()), Err("ballot.not_json"));
}

#[test]
fn a_text_as_deep_as_it_is_long_is_refused() {
    for text in ["[".repeat(200_000), r#"{"scope":"#.repeat(50_000), r#"{"form":1,"papers":[[[["#.to_owned()] {
        assert_eq!(Input::read_json(&text).map_err(|r| r.code()), Err("ballot.not_json"));
    }
}

#[test]
fn a_choice_of_somebody_who_is_no_candidate_is_refused() {
    let mut vote = vote();
    let candidates: Vec<String> = (0..5).map(|i| format!("c{i}")).collect();
    let election = json!({"election": "e", "kind": "committee", "seats": 5, "candidates": candidates});
    vote["elections"] = json!([election]);
    vote["papers"][0]["elections"] = json!({"e": ["c0", "x"]});
    assert_eq!(code(&vote), "ballot.unknown_candidate");
    vote["elections"] = json!([election, election]);
    assert_eq!(code(&vote), "ballot.election_twice");
    vote["elections"] = json!([election]);
    vote["body"] = "committee".into();
    assert_eq!(code(&vote), "ballot.unknown_kind");
}

#[test]
fn a_committee_elects_nobody_from_its_midst_by_these_rules() {
    let mut vote = json!({
        "form": 1, "body": "committee", "opened": "2026-06-01",
        "roll": {"voters": ["a", "b", "c"]},
        "elections": [{"election": "e", "kind": "resolution", "seats": 1, "candidates": ["a", "b"]}],
    });
    assert_eq!(code(&vote), "ballot.no_committee_rule");
    vote["elections"][0]["rank"] = json!(["persons"]); // adopted: the chair
    assert_eq!(code(&vote), "counted");
    vote["roll"]["voters"] = json!(["a", "a"]);
    assert_eq!(code(&vote), "ballot.voter_twice");
    vote["roll"]["voters"] = json!([]);
    assert_eq!(code(&vote), "ballot.empty_roll");
}

#[test]
fn more_than_is_counted_at_once_is_refused() {
    let good = input(&vote());
    type Grow = fn(&mut Input);
    let grown: [(Grow, TooMany); 4] = [
        (|i| i.roll.units = vec![i.roll.units[0].clone(); UNITS_MAX + 1], TooMany::Units),
        (|i| i.matters = vec![i.matters[0].clone(); MATTERS_MAX + 1], TooMany::Matters),
        (|i| i.papers = vec![i.papers[0].clone(); PAPERS_MAX + 1], TooMany::Papers),
        (
            |i| {
                let one = Delivery { owner: i.papers[0].owner.clone(), way: Way::Hand, proven: true };
                i.delivered = vec![one; PAPERS_MAX + 1];
            },
            TooMany::Deliveries,
        ),
    ];
    for (grow, what) in grown {
        let mut vote = good.clone();
        grow(&mut vote);
        assert_eq!(count(&vote), Err(Refusal::TooMany(what)));
    }
}

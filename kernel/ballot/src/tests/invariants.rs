//! What must hold for any vote.

use super::scenes::{input, owners};
use crate::*;
use proptest::prelude::*;
use serde_json::{Value, json};

const KINDS: [&str; 3] = ["covenant", "rebuild", "fund-use"];
const MARKS: [&str; 5] = ["yes", "no", "abstain", "invalid", "blank"];

/// Areas of up to forty owners, per owner a paper or none with a mark for each of three matters, and proven deliveries.
type Drawn = (Vec<u32>, Vec<Option<[usize; 3]>>, Vec<bool>, bool);

fn votes() -> impl Strategy<Value = Drawn> {
    (1usize..40).prop_flat_map(|n| {
        let marks = proptest::option::weighted(0.8, proptest::array::uniform3(0usize..MARKS.len()));
        (
            prop::collection::vec(1u32..50_000, n),
            prop::collection::vec(marks, n),
            prop::collection::vec(any::<bool>(), n),
            any::<bool>(),
        )
    })
}

fn vote((areas, papers, proven, follow): &Drawn) -> Value {
    let names: Vec<(String, String)> =
        areas.iter().enumerate().map(|(i, a)| (format!("o{}", i / 2), format!("{}.{:02}", a / 100, a % 100))).collect();
    let units: Vec<(&str, &str)> = names.iter().map(|(o, a)| (o.as_str(), a.as_str())).collect();
    let mut vote = owners(&units, &KINDS);
    let paper = |(i, marks): (usize, &Option<[usize; 3]>)| {
        let marks = (*marks)?;
        let marks = json!({"m0": MARKS[marks[0]], "m1": MARKS[marks[1]], "m2": MARKS[marks[2]]});
        (i % 2 == 0).then(|| json!({"owner": format!("o{}", i / 2), "channel": "paper", "marks": marks}))
    };
    vote["papers"] = papers.iter().enumerate().filter_map(paper).collect();
    let delivery = |(i, proven): (usize, &bool)| json!({"owner": format!("o{i}"), "way": "hand", "proven": proven});
    vote["delivered"] = proven.iter().enumerate().map(delivery).collect();
    if *follow {
        vote["follow"] = json!({"rules_of_procedure": "1", "paper_says_so": true});
    }
    vote
}

/// An election of five among eight, by persons and lot, with up to three alternates.
fn elections() -> impl Strategy<Value = Value> {
    let lists = prop::collection::vec(prop::collection::vec(1usize..9, 0..7), 1..30);
    lists.prop_map(|lists| {
        let names: Vec<String> = (0..lists.len()).map(|i| format!("o{i}")).collect();
        let units: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), "80.50")).collect();
        let mut vote = owners(&units, &[]);
        let candidates: Vec<String> = (1..9).map(|i| format!("c{i}")).collect();
        let election = json!({"election": "e", "kind": "committee", "seats": 5, "candidates": candidates,
            "alternates": 3, "rank": ["persons", "lot"], "lot_seed": "7"});
        vote["elections"] = json!([election]);
        let paper = |(owner, list): (&String, &Vec<usize>)| {
            let chosen: Vec<String> = list.iter().map(|i| format!("c{i}")).collect();
            json!({"owner": owner, "channel": "paper", "elections": {"e": chosen}})
        };
        vote["papers"] = names.iter().zip(&lists).map(paper).collect();
        vote
    })
}

fn outcome(drawn: &Drawn) -> Outcome {
    count(&input(&vote(drawn))).expect("a good vote")
}

fn within(part: Weight, whole: Weight) -> bool {
    part.area <= whole.area && part.persons <= whole.persons
}

proptest! {
    #[test]
    fn the_order_of_papers_units_and_deliveries_never_matters(drawn in votes(), turn in any::<prop::sample::Index>()) {
        let one = input(&vote(&drawn));
        let mut other = one.clone();
        let by = turn.index(one.roll.units.len());
        other.roll.units.rotate_left(by);
        let by = by.min(other.papers.len());
        other.papers.rotate_left(by);
        other.papers.reverse();
        other.delivered.reverse();
        prop_assert_eq!(one.roll.sha256(), other.roll.sha256());
        let (one, other) = (count(&one).expect("good"), count(&other).expect("good"));
        prop_assert_eq!(one.sha256(), other.sha256());
    }

    #[test]
    fn totals_are_the_sums_and_no_area_exceeds_the_roll(drawn in votes()) {
        let found = outcome(&drawn);
        let all = found.electorate.all;
        prop_assert_eq!(all.area, drawn.0.iter().map(|a| u64::from(*a)).sum::<u64>());
        prop_assert_eq!(all.persons, drawn.0.len().div_ceil(2) as u64);
        prop_assert_eq!(found.papers.returned.plus(found.papers.silent), all);
        prop_assert_eq!(found.papers.by_channel.values().sum::<u64>(), found.papers.returned.persons);
        for m in &found.matters {
            prop_assert_eq!(m.returned.participants, found.papers.returned);
            prop_assert_eq!(m.returned.participants, m.returned.tally.participants());
            prop_assert_eq!(m.returned.passed, m.returned.quorum.holds && m.returned.majority.holds);
            if let Some(side) = &m.follow {
                prop_assert!(within(side.followers, found.papers.silent) && within(side.participants, all));
                prop_assert!(within(side.yes, side.participants));
                prop_assert_eq!(side.participants, m.returned.participants.plus(side.followers));
            }
        }
    }

    #[test]
    fn a_further_yes_never_turns_passed_into_failed(drawn in votes(), who in any::<prop::sample::Index>()) {
        let mut further = drawn.clone();
        let who = who.index(drawn.1.len());
        if let Some(marks) = &mut further.1[who] {
            *marks = [0; 3];
        }
        for (before, after) in outcome(&drawn).matters.iter().zip(&outcome(&further).matters) {
            prop_assert!(!before.passed || after.passed);
            prop_assert!(!before.returned.passed || after.returned.passed);
        }
    }

    #[test]
    fn items_6_to_8_never_follow_and_without_the_conditions_the_returned_decide(drawn in votes()) {
        for m in outcome(&drawn).matters {
            prop_assert_eq!(m.follow.is_none(), m.item == Some(7));
            prop_assert!(drawn.3 || m.decided_by == Decider::Returned);
            prop_assert!(m.decided_by == Decider::Follow || m.passed == m.returned.passed);
            prop_assert_eq!(m.differ, m.follow.is_some_and(|f| f.passed != m.returned.passed));
        }
    }

    #[test]
    fn elections_fill_no_more_than_the_seats_and_only_with_a_majority(drawn in elections()) {
        let one = input(&drawn);
        let mut other = one.clone();
        other.papers.reverse();
        other.elections[0].candidates.reverse();
        let found = count(&one).expect("good");
        prop_assert_eq!(found.sha256(), count(&other).expect("good").sha256());
        let e = &found.elections[0];
        let placed = |place| e.candidates.iter().filter(move |c| c.place == place);
        prop_assert_eq!(placed(Place::Elected).count(), e.filled as usize);
        prop_assert!(e.filled <= e.seats && placed(Place::Alternate).count() <= 3);
        prop_assert_eq!(placed(Place::Undecided).count(), 0, "a lot was adopted and has a seed");
        for c in &e.candidates {
            prop_assert!(within(c.yes, e.participants));
            prop_assert!(c.place == Place::NotElected || c.majority.holds && e.quorum.holds);
        }
        let least = placed(Place::Elected).map(|c| c.yes.persons).min();
        prop_assert!(least.is_none_or(|least| placed(Place::Alternate).all(|c| c.yes.persons <= least)));
    }

    #[test]
    fn a_fraction_is_met_by_its_least_part_and_by_nothing_less(
        num in 1u32..=100, den in 1u32..=100, strict in any::<bool>(), whole in 1u64..30_000_000_000_000
    ) {
        let Ok(share) = Share::new(num, den, strict) else { return Ok(()) };
        let least = share.least(whole);
        prop_assert!(least <= whole + 1);
        prop_assert!(share.test(Measure::Area, least, whole).holds);
        prop_assert!(!share.test(Measure::Area, least - 1, whole).holds);
        prop_assert_eq!(share.to_string().parse::<Share>(), Ok(share));
    }

    #[test]
    fn whatever_stands_in_a_field_is_counted_or_refused(
        drawn in votes(), place in any::<prop::sample::Index>(), value in anything()
    ) {
        let mut vote = vote(&drawn);
        let mut all = Vec::new();
        pointers(&vote, "", &mut all);
        if let Some(field) = vote.pointer_mut(&all[place.index(all.len())]) {
            *field = value;
        }
        let _ = Input::read_json(&vote.to_string()).and_then(|input| count(&input));
    }

    #[test]
    fn no_text_is_taken_badly(text in any::<String>(), value in anything()) {
        prop_assert!(Input::read_json(&text).is_err());
        let _ = Input::read_json(&value.to_string());
        let _ = RuleSet::read(&text);
        let _ = text.parse::<Share>();
    }

    #[test]
    fn a_vote_is_written_as_it_is_read(drawn in votes()) {
        let one = input(&vote(&drawn));
        let text = serde_json::to_string(&one).expect("JSON");
        prop_assert_eq!(Input::read_json(&text), Ok(one));
    }
}

/// The place of every value in it.
fn pointers(value: &Value, at: &str, all: &mut Vec<String>) {
    all.push(at.to_owned());
    match value {
        Value::Array(items) => {
            for (i, item) in items.iter().enumerate() {
                pointers(item, &format!("{at}/{i}"), all);
            }
        }
        Value::Object(fields) => {
            for (name, field) in fields {
                pointers(field, &format!("{at}/{name}"), all);
            }
        }
        _ => {}
    }
}

fn anything() -> impl Strategy<Value = Value> {
    let word = prop::sample::select(vec!["o0", "m0", "yes", "u0", "1", "owners", "units", "9999999999999999999", "-1"]);
    let one = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<String>().prop_map(Value::from),
        word.clone().prop_map(Value::from),
    ];
    one.prop_recursive(3, 30, 5, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            prop::collection::btree_map(word.clone().prop_map(str::to_owned), inner, 0..5)
                .prop_map(|fields| Value::Object(fields.into_iter().collect())),
        ]
    })
}

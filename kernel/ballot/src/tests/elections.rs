//! Elections, as tables.

use super::scenes::{code, counted, owners};
use crate::*;
use serde_json::{Value, json};

/// Nine owners, `a` to `i`, with 100 m² each, and one election of `seats` among `candidates` (`c1`, `c2`, …).
fn election(seats: u32, candidates: usize) -> Value {
    let names: Vec<char> = ('a'..='i').collect();
    let names: Vec<String> = names.into_iter().map(String::from).collect();
    let units: Vec<(&str, &str)> = names.iter().map(|n| (n.as_str(), "100")).collect();
    let mut vote = owners(&units, &[]);
    let candidates: Vec<String> = (1..=candidates).map(|i| format!("c{i}")).collect();
    vote["elections"] =
        json!([{"election": "e", "kind": "committee", "seats": seats, "candidates": candidates, "alternates": 2}]);
    vote
}

fn chosen(owner: char, candidates: &[usize]) -> Value {
    let names: Vec<String> = candidates.iter().map(|i| format!("c{i}")).collect();
    json!({"owner": owner, "channel": "paper", "elections": {"e": names}})
}

fn places(vote: &Value) -> Vec<(String, Place)> {
    let found = counted(vote);
    let mut all: Vec<_> = found.elections[0].candidates.iter().map(|c| (c.candidate.to_string(), c.place)).collect();
    all.sort_by(|a, b| a.0.cmp(&b.0));
    all
}

fn are(vote: &Value, want: &[Place]) {
    let found: Vec<Place> = places(vote).into_iter().map(|(_, place)| place).collect();
    assert_eq!(found, want, "{vote}");
}

use Place::{Alternate as Alt, Elected as El, NotElected as No, Undecided as Un};

#[test]
fn each_member_needs_more_than_half_of_those_who_took_part() {
    let mut vote = election(5, 6);
    let all: Vec<Value> =
        ('a'..='f').map(|o| chosen(o, if o < 'd' { &[1, 2, 3, 4, 5] } else { &[1, 2, 3, 4] })).collect();
    vote["papers"] = all.into();
    let found = counted(&vote).elections.remove(0);
    assert_eq!((found.seats, found.filled, found.quorum.holds), (5, 4, true));
    are(&vote, &[El, El, El, El, No, No]); // three of six is not more than half: a seat stays empty
    vote["papers"].as_array_mut().expect("papers").pop(); // five of nine: no quorum
    are(&vote, &[No; 6]);
}

/// Seven papers: c1 to c4 on all; c5 and c6 on four each, of four and five papers' owners; c7 on none.
fn tied(rank: Value, seed: Option<&str>) -> Value {
    let mut vote = election(5, 7);
    let papers: Vec<Value> =
        ('a'..='g').map(|o| chosen(o, if o < 'e' { &[1, 2, 3, 4, 5] } else { &[1, 2, 3, 4, 6] })).collect();
    vote["papers"] = papers.into();
    vote["papers"][3] = chosen('d', &[2, 3, 4, 5, 6]);
    vote["elections"][0]["rank"] = rank;
    vote["elections"][0]["lot_seed"] = seed.into();
    vote
}

#[test]
fn ties_are_broken_as_adopted_and_otherwise_stay_undecided() {
    are(&tied(json!(["shares", "area"]), None), &[El, El, El, El, Un, Un, No]);
    are(&tied(Value::Null, None), &[Un, Un, Un, Un, Un, Un, No]); // nothing adopted: no order among six who qualify
    are(&tied(json!(["shares", "area", "lot"]), None), &[El, El, El, El, Un, Un, No]); // a lot without a seed
    let by_area = {
        let mut vote = tied(json!(["persons", "area"]), None);
        vote["roll"]["units"][6]["register"] = "100.01".into(); // g's flat: c6 has 0.01 m² more
        vote
    };
    are(&by_area, &[El, El, El, El, Alt, El, No]);
}

#[test]
fn as_many_as_seats_need_no_order() {
    let mut vote = election(5, 6); // no order adopted, and c1 chosen by nobody
    vote["papers"] = ('a'..='f').map(|o| chosen(o, &[2, 3, 4, 5, 6])).collect();
    are(&vote, &[No, El, El, El, El, El]);
}

#[test]
fn shares_weigh_area_and_persons_alike() {
    // four are sure; c6 has more persons, c7 more area: 6/9 + 600/1100 against 5/9 + 700/1100
    let mut vote = election(5, 7);
    vote["roll"]["units"][8]["register"] = "300".into(); // i's
    let six = |o| chosen(o, &[1, 2, 3, 4, 6]);
    let seven = |o| chosen(o, &[1, 2, 3, 4, 7]);
    let both = |o| chosen(o, &[1, 2, 3, 6, 7]);
    vote["papers"] = json!([
        six('a'),
        six('b'),
        chosen('c', &[1, 2, 4, 6, 7]),
        both('d'),
        both('e'),
        six('f'),
        seven('g'),
        seven('i')
    ]);
    for (rank, c6, c7) in [("shares", El, Alt), ("persons", El, Alt), ("area", Alt, El)] {
        vote["elections"][0]["rank"] = json!([rank]);
        let found = places(&vote);
        assert_eq!((found[5].1, found[6].1), (c6, c7), "{rank}: {found:?}");
    }
}

#[test]
fn a_lot_is_drawn_from_the_seed_alone() {
    let mut winners = std::collections::BTreeSet::new();
    for seed in ["2026-06-20 1", "2026-06-20 2", "2026-06-20 3", "2026-06-20 4", "2026-06-20 5", "2026-06-20 6"] {
        let vote = tied(json!(["shares", "area", "lot"]), Some(seed));
        let mut turned = vote.clone();
        turned["papers"].as_array_mut().expect("papers").reverse();
        turned["elections"][0]["candidates"].as_array_mut().expect("candidates").reverse();
        let (one, other) = (counted(&vote), counted(&turned));
        assert_eq!(one.sha256(), other.sha256(), "neither papers nor list decide");
        let drawn: Vec<_> = one.elections[0].candidates.iter().filter(|c| c.by_lot).collect();
        assert_eq!(drawn.iter().map(|c| c.place).collect::<Vec<_>>(), [El, Alt]);
        winners.insert(drawn[0].candidate.clone());
    }
    assert_eq!(winners.len(), 2, "either may win");
}

#[test]
fn those_who_qualify_beyond_the_seats_are_alternates_up_to_their_number() {
    let mut vote = election(5, 8);
    // 9 papers; c1…c8 chosen by 9, 9, 8, 7, 6 + 5, 5, 5 (five names a paper at most)
    let lists: [&[usize]; 9] = [
        &[1, 2, 3, 4, 5],
        &[1, 2, 3, 4, 5],
        &[1, 2, 3, 4, 5],
        &[1, 2, 3, 6, 7],
        &[1, 2, 3, 6, 7],
        &[1, 2, 6, 7, 8],
        &[1, 4, 6, 7, 8],
        &[4, 5, 6, 7, 8],
        &[4, 5, 1, 2, 8],
    ];
    vote["papers"] = ('a'..='i').zip(lists).map(|(o, list)| chosen(o, list)).collect::<Vec<_>>().into();
    vote["elections"][0]["rank"] = json!(["persons"]);
    // 1: 8, 2: 7, 3: 5, 4: 6 (more than half of nine is five), 5: 5, 6: 5, 7: 5, 8: 4
    are(&vote, &[El, El, Un, El, Un, Un, Un, No]); // four with five papers each for two seats
    vote["elections"][0]["rank"] = json!(["persons", "lot"]);
    vote["elections"][0]["lot_seed"] = "s".into();
    let found = counted(&vote).elections.remove(0);
    let count = |place| found.candidates.iter().filter(|c| c.place == place).count();
    assert_eq!((count(El), count(Alt), count(No), count(Un)), (5, 2, 1, 0));
}

#[test]
fn a_paper_with_more_names_than_seats_takes_part_and_chooses_nobody() {
    let mut vote = election(5, 6);
    vote["papers"] = ('a'..='f').map(|o| chosen(o, &[1, 2, 3, 4, 5])).collect::<Vec<_>>().into();
    vote["papers"][0] = chosen('a', &[1, 2, 3, 4, 5, 6]);
    vote["papers"][1] = chosen('b', &[1, 1, 1, 1, 1, 1, 2]); // a name marked twice is marked once
    vote["papers"][2] = json!({"owner": "c", "channel": "paper"}); // blank
    let found = counted(&vote).elections.remove(0);
    assert_eq!(found.too_many_chosen, Weight { area: 10_000, persons: 1 });
    assert_eq!(found.participants.persons, 6);
    assert_eq!(found.candidates[0].yes.persons, 4);
    are(&vote, &[El, El, No, No, No, No]);
}

#[test]
fn sizes_and_lists_that_are_refused() {
    let with = |seats, candidates, change: &dyn Fn(&mut Value)| {
        let mut vote = election(seats, candidates);
        change(&mut vote["elections"][0]);
        code(&vote)
    };
    let as_is = |_: &mut Value| {};
    for (seats, candidates, want) in [
        (4, 9, "ballot.seats"),
        (3, 9, "ballot.seats"),
        (0, 9, "ballot.seats"),
        (5, 5, "counted"),
        (6, 9, "ballot.even_seats"),
        (11, 11, "counted"),
        (12, 20, "ballot.seats"),
        (13, 20, "ballot.seats"),
        (5, 4, "ballot.too_few_candidates"),
        (5, 201, "ballot.too_many"),
    ] {
        assert_eq!(with(seats, candidates, &as_is), want, "{seats} seats, {candidates} candidates");
    }
    assert_eq!(with(5, 6, &|e| e["candidates"][5] = "c1".into()), "ballot.candidate_twice");
    assert_eq!(with(5, 6, &|e| e["alternates"] = 6.into()), "ballot.too_many_alternates");
    assert_eq!(with(5, 6, &|e| e["rank"] = json!(["lot", "area"])), "ballot.rank");
    assert_eq!(with(2, 3, &|e| e["committee_seats"] = 7.into()), "counted");
    assert_eq!(with(8, 9, &|e| e["committee_seats"] = 7.into()), "ballot.seats");
}

#[test]
fn what_a_region_adds() {
    let text = include_str!("rules/hangzhou.toml");
    let kept = json!({"id": "example.hangzhou", "toml": text});
    for (seats, candidates, want) in [
        (3, 4, "counted"), // fewer than 100 households
        (5, 6, "counted"),
        (5, 5, "ballot.too_few_candidates"), // a fifth more than seats
        (7, 8, "ballot.too_few_candidates"), // 1.4 is 2
        (7, 9, "counted"),
    ] {
        let mut vote = election(seats, candidates);
        vote["rules"] = kept.clone();
        assert_eq!(code(&vote), want, "{seats} seats, {candidates} candidates");
    }
    for (households, want) in [(99, "counted"), (100, "ballot.seats")] {
        let names: Vec<String> = (0..households).map(|i| format!("o{i}")).collect();
        let units: Vec<(&str, &str)> = names.iter().map(|n| (n.as_str(), "100")).collect();
        let mut vote = election(3, 4);
        vote["rules"] = kept.clone();
        vote["roll"] = owners(&units, &[])["roll"].clone();
        assert_eq!(code(&vote), want, "{households} households");
    }
}

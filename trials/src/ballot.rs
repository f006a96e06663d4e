//! Counting a large vote, beside a plain loop over the same roll and papers.

use crate::bench::Asked;
use crate::drive::median;
use crate::report::{Line, Sheet};
use crate::trouble::{Done, no};
use lianxin_ballot::{Input, Mark, Outcome, count};
use serde_json::{Value, json};
use std::collections::HashMap;
use std::hint::black_box;
use std::time::Instant;

const OWNERS: u64 = 200_000;
/// Papers of each owner: those that another stands in the place of, and the one that counts.
const PAPERS: u64 = 5;
const WHAT: &str = "1,000,000 papers of 200,000 owner-sets, one thread: a loop over the same roll and papers that finds \
                    each owner in a hash table and adds person and area to what was marked; asked: 0.5, under 1 s";

pub(crate) fn run(asked: &Asked, sheet: &Sheet) -> Done<()> {
    let input = Input::read_json(&made().to_string()).or_else(|why| no(why.code()))?;
    let (mut ours, mut limit) = (Vec::new(), Vec::new());
    for _ in 0..asked.rounds {
        let begun = Instant::now();
        let outcome = count(&input).or_else(|why| no(why.code()))?;
        ours.push(u64::try_from(begun.elapsed().as_micros())?);
        let begun = Instant::now();
        let sums = looped(black_box(&input))?;
        limit.push(u64::try_from(begun.elapsed().as_micros())?);
        if told(&outcome) != sums {
            return no(format!("the count says {:?}, the loop {sums:?}", told(&outcome)));
        }
    }
    let n = ours.len() as u64;
    let (ours, limit) = (median(ours.into_iter()), median(limit.into_iter()));
    sheet.add(&Line { name: "ballot".into(), unit: "µs", ours, limit, what: WHAT.into(), n, ..Line::default() });
    Ok(())
}

/// The vote, as a file has it.
fn made() -> Value {
    let units: Vec<Value> = (0..OWNERS)
        .map(|n| json!({"unit": format!("u{n}"), "use": "dwelling", "register": format!("{}.{:02}", 50 + n % 90, n % 100), "owner": format!("o{n}")}))
        .collect();
    let mark = |n: u64| ["yes", "yes", "yes", "no", "abstain"][usize::try_from(n % 5).unwrap_or(0)];
    let papers: Vec<Value> = (0..OWNERS * PAPERS)
        .map(|n| {
            let (owner, nth) = (n / PAPERS, n % PAPERS);
            let marks = json!({"1": mark(owner.wrapping_mul(2_654_435_761) >> 7)});
            let mut paper = json!({"owner": format!("o{owner}"), "channel": "phone", "marks": marks});
            if nth + 1 < PAPERS {
                paper["void"] = "superseded".into();
            }
            paper
        })
        .collect();
    json!({"form": 1, "body": "owners", "opened": "2026-06-16", "roll": {"units": units},
           "matters": [{"matter": "1", "kind": "other"}], "papers": papers})
}

/// Persons and 0.01 m² for and against.
type Sums = [(u64, u64); 2];

fn told(outcome: &Outcome) -> Sums {
    let tally = outcome.matters.first().map(|m| m.returned.tally).unwrap_or_default();
    [tally.yes, tally.no].map(|weight| (weight.persons, weight.area))
}

/// What a count cannot do without: each paper's owner is found, and what was marked is added up.
fn looped(input: &Input) -> Done<Sums> {
    let mut sizes: HashMap<&str, u64> = HashMap::with_capacity(input.roll.units.len());
    for unit in &input.roll.units {
        let (Some(owner), Some(size)) = (&unit.owner, &unit.register) else {
            return no("a unit without owner or area");
        };
        let (whole, part) = size.split_once('.').unwrap_or((size, "0"));
        *sizes.entry(owner.as_str()).or_default() += whole.parse::<u64>()? * 100 + part.parse::<u64>()?;
    }
    let mut sums = Sums::default();
    for paper in &input.papers {
        let Some(size) = sizes.get(paper.owner.as_str()) else { return no("a paper of nobody") };
        if paper.void.is_some() {
            continue;
        }
        for (_, mark) in paper.marks.iter() {
            let sum = match mark {
                Mark::Yes => &mut sums[0],
                Mark::No => &mut sums[1],
                _ => continue,
            };
            sum.0 += 1;
            sum.1 += size;
        }
    }
    Ok(sums)
}

//! The documented examples: each vote in `samples/` leads to the outcome beside it.

use crate::*;
use serde_json::Value;

#[test]
fn the_examples_lead_to_what_stands_beside_them() {
    for (vote, want) in [
        (include_str!("../../samples/ordinary.json"), include_str!("../../samples/ordinary.outcome.json")),
        (include_str!("../../samples/follow.json"), include_str!("../../samples/follow.outcome.json")),
        (include_str!("../../samples/election.json"), include_str!("../../samples/election.outcome.json")),
    ] {
        let found = Input::read_json(vote).and_then(|input| count(&input)).expect("a good example");
        let want: Value = serde_json::from_str(want).expect("JSON");
        assert_eq!(serde_json::to_value(&found).expect("JSON"), want);
    }
}

//! What comes out: a line a figure, for programs or for people.

use crate::drive::{Both, Turn, median, part};
use serde_json::{Number, Value, json};

/// One figure of a bench beside its limit.
#[derive(Default)]
pub(crate) struct Line {
    pub(crate) name: String,
    pub(crate) unit: &'static str,
    pub(crate) ours: u64,
    pub(crate) limit: u64,
    pub(crate) what: String,
    pub(crate) cpu_ours: Option<u64>,
    pub(crate) cpu_limit: Option<u64>,
    /// How many operations, or runs, of ours it rests on.
    pub(crate) n: u64,
}

impl Line {
    /// Rates of both sides with processor time an operation.
    pub(crate) fn rate(name: &str, both: &Both, what: &str) -> Self {
        let rate = |turns: &[Turn]| median(turns.iter().map(Turn::rate));
        let cpu = |turns: &[Turn]| Some(median(turns.iter().map(Turn::cpu_each))).filter(|us| *us > 0);
        Self {
            name: name.into(),
            unit: "operations/s",
            ours: rate(&both.ours),
            limit: rate(&both.limit),
            what: what.into(),
            cpu_ours: cpu(&both.ours),
            cpu_limit: cpu(&both.limit),
            n: both.ours.iter().map(|t| t.count).sum(),
        }
    }

    /// So many thousandths of the answers came within this time.
    pub(crate) fn latency(name: &str, both: &Both, thousandths: usize, what: &str) -> Self {
        let of = |turns: &[Turn]| part(turns.iter().flat_map(|t| t.latencies.iter().copied()), thousandths);
        let n = both.ours.iter().map(|t| t.count).sum();
        let (ours, limit) = (of(&both.ours), of(&both.limit));
        Self { name: name.into(), unit: "µs", ours, limit, what: what.into(), n, ..Self::default() }
    }

    /// The share of the limit's speed that is reached, in thousandths: of rates ours through the limit's, of times and
    /// sizes the limit's through ours, so that larger is better whatever the unit.
    fn ratio(&self) -> String {
        let (above, below) = if self.unit.ends_with("/s") { (self.ours, self.limit) } else { (self.limit, self.ours) };
        let thousandths = above * 1000 / below.max(1);
        format!("{}.{:03}", thousandths / 1000, thousandths % 1000)
    }

    fn json(&self) -> Value {
        json!({
            "name": self.name, "unit": self.unit, "ours": self.ours, "limit": self.limit,
            "ratio": self.ratio().parse::<Number>().map_or(Value::Null, Value::Number),
            "what_the_limit_is": self.what,
            "cpu_us_ours": self.cpu_ours, "cpu_us_limit": self.cpu_limit, "n": self.n,
        })
    }

    fn row(&self) -> String {
        let cpu = |us: Option<u64>| us.map_or_else(|| "-".to_owned(), |us| us.to_string());
        format!(
            "{:<26} {:>9} {:>9} {:>7}  {:<12} {:>7} {:>7} {:>8}  {}",
            self.name,
            self.ours,
            self.limit,
            self.ratio(),
            self.unit,
            cpu(self.cpu_ours),
            cpu(self.cpu_limit),
            self.n,
            self.what
        )
    }
}

/// Prints lines as they are found.
pub(crate) struct Sheet {
    json: bool,
}

impl Sheet {
    pub(crate) fn new(json: bool) -> Self {
        if !json {
            println!(
                "{:<26} {:>9} {:>9} {:>7}  {:<12} {:>7} {:>7} {:>8}  the limit is",
                "name", "ours", "limit", "ratio", "unit", "cpu µs", "limit", "n"
            );
        }
        Self { json }
    }

    pub(crate) fn add(&self, line: &Line) {
        if self.json {
            println!("{}", line.json());
        } else {
            println!("{}", line.row());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_says_what_was_promised() {
        let line = |unit, ours, limit| Line {
            name: "x.y".into(),
            unit,
            ours,
            limit,
            n: 5,
            cpu_ours: Some(7),
            ..Line::default()
        };
        let said = line("operations/s", 1234, 2000).json();
        for key in ["name", "unit", "ours", "limit", "ratio", "what_the_limit_is", "cpu_us_ours", "cpu_us_limit", "n"] {
            assert!(said.get(key).is_some(), "{key}");
        }
        assert_eq!(said["ratio"].to_string(), "0.617");
        assert_eq!(said["cpu_us_limit"], Value::Null);
        for (unit, ours, limit, ratio) in
            [("µs", 2000, 1234, "0.617"), ("KiB", 16_384, 65_536, "4.000"), ("ms", 0, 5, "5.000")]
        {
            assert_eq!(line(unit, ours, limit).ratio(), ratio, "{unit}");
        }
    }
}

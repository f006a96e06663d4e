//! Counting tests from what their runners print.

/// How many tests passed and failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    pub(crate) passed: u64,
    pub(crate) failed: u64,
}

impl Tally {
    pub(crate) fn add(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }

    /// What this line adds: cargo's `test result: …` or the `# pass N`, `# fail N` of node's TAP.
    pub(crate) fn of_line(line: &str) -> Self {
        let line = line.trim();
        if let Some(rest) = line.strip_prefix("test result:") {
            return Self { passed: before(rest, "passed"), failed: before(rest, "failed") };
        }
        let after = |word: &str| line.strip_prefix(word).and_then(|n| n.trim().parse().ok()).unwrap_or(0);
        Self { passed: after("# pass "), failed: after("# fail ") }
    }
}

/// The number that stands before `word`: `ok. 3 passed; 0 failed` gives 3 for `passed`.
fn before(text: &str, word: &str) -> u64 {
    let words: Vec<&str> = text.split([' ', ';', '.']).filter(|word| !word.is_empty()).collect();
    let at = words.iter().position(|found| *found == word);
    at.and_then(|at| words.get(at.checked_sub(1)?)?.parse().ok()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_the_runners() {
        for (line, passed, failed) in [
            ("test result: ok. 12 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.10s", 12, 0),
            ("test result: FAILED. 3 passed; 2 failed; 0 ignored; 0 measured; 4 filtered out; finished in 1s", 3, 2),
            ("# pass 7", 7, 0),
            ("# fail 1", 0, 1),
            ("# tests 8", 0, 0),
            ("# pass on", 0, 0),
            ("test kernel::passed ... ok", 0, 0),
            ("running 12 tests", 0, 0),
            ("", 0, 0),
        ] {
            assert_eq!(Tally::of_line(line), Tally { passed, failed }, "{line}");
        }
    }
}

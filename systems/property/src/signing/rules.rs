//! When a signed count sheet may be noted; pure. No text read so far wants one by law (274号 25 leaves the count to the rules of
//! procedure), so nothing is refused for want of it: the result says that it is missing. Who signs it are different people, and
//! nobody watches themselves.

use crate::assembly::State;
use crate::refusal_votes::Refusal;
use lianxin_base::{Day, Moment};

/// Longest list of names, and longest note.
pub(crate) const NAMES_MAX: usize = 200;
pub(crate) const WORDS_MAX: usize = 300;

/// A signed sheet is noted.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Noting<'a> {
    pub(crate) state: State,
    pub(crate) closes: Moment,
    pub(crate) now: Moment,
    pub(crate) day: Day,
    /// 唱票、计票、监票, one a line each.
    pub(crate) names: [&'a str; 3],
    /// What they counted is what the program counted.
    pub(crate) same: bool,
    pub(crate) words: &'a str,
    pub(crate) photo: bool,
    /// The names of those who stand in it.
    pub(crate) candidates: &'a [String],
}

/// The names of a list.
pub(crate) fn names(text: &str) -> Vec<&str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).collect()
}

/// The name alone: what follows a comma says where they belong.
fn name(line: &str) -> &str {
    line.split(['，', ',', '、', ' ', '（', '(']).next().unwrap_or_default().trim()
}

/// May it be noted?
pub(crate) fn may_note(n: &Noting<'_>) -> Result<(), Refusal> {
    let over = matches!(n.state, State::Counted | State::Closed) || (n.state == State::Open && n.now >= n.closes);
    if !over {
        return Err(Refusal::SigningEarly);
    }
    if n.day > n.now.day() || n.day < n.closes.day() {
        return Err(Refusal::SigningDay);
    }
    let [calls, counts, watches] = n.names.map(names);
    if calls.is_empty() || counts.is_empty() || watches.is_empty() {
        return Err(Refusal::SigningNames);
    }
    let mut all: Vec<&str> = calls.iter().chain(&counts).chain(&watches).map(|line| name(line)).collect();
    if all.iter().any(|signer| n.candidates.iter().any(|candidate| candidate == signer)) {
        return Err(Refusal::SigningCandidate);
    }
    let many = all.len();
    all.sort_unstable();
    all.dedup();
    if all.len() < many {
        return Err(Refusal::SigningTwice);
    }
    if !n.same && n.words.is_empty() {
        return Err(Refusal::SigningWords);
    }
    if n.photo { Ok(()) } else { Err(Refusal::SigningPhoto) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_different_people_sign_after_the_close_and_a_difference_is_explained() {
        let day = |text: &str| text.parse::<Day>().expect("a day");
        let stands = ["刘志强".to_owned()];
        let usual = Noting {
            state: State::Closed,
            closes: day("2026-07-13").at(18, 0),
            now: day("2026-07-14").at(9, 0),
            day: day("2026-07-13"),
            names: ["袁秀兰，业主", "白音，社区", "康福\n佟玉珍"],
            same: true,
            words: "",
            photo: true,
            candidates: &stands,
        };
        let early = usual.closes.plus(-1);
        for (what, n, may) in [
            ("signed", usual, Ok(())),
            ("counted already", Noting { state: State::Counted, ..usual }, Ok(())),
            ("the timer has not run", Noting { state: State::Open, ..usual }, Ok(())),
            ("a second before", Noting { state: State::Open, now: early, ..usual }, Err(Refusal::SigningEarly)),
            ("not held", Noting { state: State::Missed, ..usual }, Err(Refusal::SigningEarly)),
            ("called off", Noting { state: State::Off, ..usual }, Err(Refusal::SigningEarly)),
            ("to come", Noting { day: day("2026-07-15"), ..usual }, Err(Refusal::SigningDay)),
            ("before the close", Noting { day: day("2026-07-12"), ..usual }, Err(Refusal::SigningDay)),
            ("nobody watched", Noting { names: ["甲", "乙", " \n"], ..usual }, Err(Refusal::SigningNames)),
            ("watched themselves", Noting { names: ["甲", "乙", "乙，业主"], ..usual }, Err(Refusal::SigningTwice)),
            ("who stands", Noting { names: ["甲", "乙", "刘志强，业主"], ..usual }, Err(Refusal::SigningCandidate)),
            ("unlike, unsaid", Noting { same: false, ..usual }, Err(Refusal::SigningWords)),
            ("unlike, said", Noting { same: false, words: "少一张", ..usual }, Ok(())),
            ("no photo", Noting { photo: false, ..usual }, Err(Refusal::SigningPhoto)),
        ] {
            assert_eq!(may_note(&n), may, "{what}");
        }
    }
}

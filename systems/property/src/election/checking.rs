//! What may be written down of somebody who stands, and how a wrong finding is put right; pure.

use super::rules::{CANDIDATES_MAX, Stands, before_posting};
use crate::assembly::State;
use crate::refusal::Refusal;

/// What is written down of somebody who stands.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Checking {
    pub(crate) state: State,
    pub(crate) posted: bool,
    pub(crate) stands: Stands,
    pub(crate) to: Stands,
    /// By themselves.
    pub(crate) own: bool,
    /// They own something here today.
    pub(crate) owner: bool,
    /// They stand once more, by another entry.
    pub(crate) there: bool,
    /// So many stand.
    pub(crate) many: usize,
}

/// May it be written down how it stands with somebody? They go until the list hangs out. Until then a finding that was wrong
/// is put right, and who was taken off and never said so comes back by their own word. Nobody is no owner whom the register
/// calls one.
pub(crate) fn may_check(c: Checking) -> Result<(), Refusal> {
    use Stands::{Capacity, Conflict, Listed, Named, NotOwner, Withdrawn};
    before_posting(c.state, c.posted)?;
    match (c.stands, c.to) {
        (Withdrawn, Named) if c.own => {}
        (_, Named) => return Err(Refusal::CandidateChecked),
        (Named, _) | (Listed, Withdrawn) | (NotOwner | Conflict | Capacity, Listed) => {}
        _ => return Err(Refusal::CandidateChecked),
    }
    if c.to == NotOwner && c.owner {
        return Err(Refusal::CandidateOwns);
    }
    if c.to.live() && !c.owner {
        return Err(Refusal::CandidateNotOwner);
    }
    let back = c.to.live() && !c.stands.live();
    if back && c.there {
        return Err(Refusal::CandidateTwice);
    }
    if back && c.many >= CANDIDATES_MAX { Err(Refusal::ManyCandidates) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn somebody_is_checked_put_right_and_may_go_until_the_list_hangs_out() {
        use Stands::{Capacity, Conflict, Listed, Named, NotOwner, Withdrawn};
        let base = Checking {
            state: State::Called,
            posted: false,
            stands: Named,
            to: Listed,
            own: false,
            owner: true,
            there: false,
            many: 29,
        };
        let checked = Err(Refusal::CandidateChecked);
        for (what, c, may) in [
            ("onto the list", base, Ok(())),
            ("who sold meanwhile", Checking { owner: false, ..base }, Err(Refusal::CandidateNotOwner)),
            ("no owner", Checking { to: NotOwner, owner: false, ..base }, Ok(())),
            ("an owner called none", Checking { to: NotOwner, ..base }, Err(Refusal::CandidateOwns)),
            ("a conflict", Checking { to: Conflict, ..base }, Ok(())),
            ("goes", Checking { to: Withdrawn, ..base }, Ok(())),
            ("goes from the list", Checking { stands: Listed, to: Withdrawn, ..base }, Ok(())),
            ("off the list", Checking { stands: Listed, to: Conflict, ..base }, checked),
            ("a mistake put right", Checking { stands: Conflict, ..base }, Ok(())),
            ("another", Checking { stands: Capacity, ..base }, Ok(())),
            ("who stands once more", Checking { stands: NotOwner, there: true, ..base }, Err(Refusal::CandidateTwice)),
            ("the thirty-first", Checking { stands: NotOwner, many: 30, ..base }, Err(Refusal::ManyCandidates)),
            ("from one to the other", Checking { stands: Conflict, to: Capacity, ..base }, checked),
            ("gone, listed by the desk", Checking { stands: Withdrawn, ..base }, checked),
            ("gone, back by the desk", Checking { stands: Withdrawn, to: Named, ..base }, checked),
            ("back by themselves", Checking { stands: Withdrawn, to: Named, own: true, ..base }, Ok(())),
            ("found, back by themselves", Checking { stands: Conflict, to: Named, own: true, ..base }, checked),
            ("once it hangs out", Checking { posted: true, ..base }, Err(Refusal::ListPosted)),
        ] {
            assert_eq!(may_check(c), may, "{what}");
        }
    }
}

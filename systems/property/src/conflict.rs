//! 回避: whoever is a party to what is voted on neither delivers, enters, counts, exports nor calls it off, and does not see who
//! is missing: staff of the company that is voted on, and whoever stands to be elected. Nobody enters the paper of a flat of their own.

use crate::assembly::{Vote, store as votes};
use crate::election::store::candidates;
use crate::refusal::Refusal;
use crate::words::Author;
use lianxin_base::{ActId, Day, OrgId, PersonId};
use lianxin_journal::By;
use lianxin_register::{OrgKind, find};
use lianxin_store::{Fault, Read, Stop, params};

/// The category in which a company is voted on.
pub(crate) const MANAGER: &str = "manager";
const OWN: &str = "SELECT DISTINCT s.no FROM register_owner o JOIN property_roll_set s ON s.owner_set = o.owner_set \
                   WHERE o.person = $2 AND s.vote = $1 ORDER BY s.no";

/// Every statement of this file, by name.
pub(crate) const SQL: &[(&str, &str)] = &[("conflict_own", OWN)];

/// Who is voted on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Parties {
    /// The companies under contract, where a matter is to engage or dismiss one.
    pub(crate) companies: Vec<OrgId>,
    /// Who stands in an election.
    pub(crate) candidates: Vec<PersonId>,
}

/// May somebody of these organisations work on a vote with these parties? Whoever stands does not either.
pub(crate) fn may_work(parties: &Parties, orgs: &[OrgId], person: Option<PersonId>) -> Result<(), Refusal> {
    if person.is_some_and(|person| parties.candidates.contains(&person)) {
        return Err(Refusal::IsCandidate);
    }
    let party = orgs.iter().any(|org| parties.companies.contains(org));
    if party { Err(Refusal::OfCompany) } else { Ok(()) }
}

/// Who is voted on in a vote, as the register is on a day.
pub(crate) fn parties(r: &mut Read<'_>, v: &Vote, on: Day) -> Result<Parties, Fault> {
    let mut all = Parties::default();
    if votes::matters(r, v.id)?.iter().any(|m| m.kind == MANAGER) {
        all.companies = under_contract(r, v, on)?;
    }
    let stand = candidates(r, v.id)?.into_iter().filter(|c| c.stands.live());
    all.candidates = stand.filter_map(|c| c.person).collect();
    Ok(all)
}

/// The companies that have the compound of a vote under contract.
pub(crate) fn under_contract(r: &mut Read<'_>, v: &Vote, on: Day) -> Result<Vec<OrgId>, Fault> {
    let contracts = find::contracts_of_area(r, v.area)?.into_iter();
    let now = contracts.filter(|c| c.since <= on && c.until.is_none_or(|until| until >= on));
    Ok(now.map(|c| c.org).collect())
}

/// The companies that are voted on, by name, for the warning where one of them runs the machine.
pub(crate) fn companies(r: &mut Read<'_>, v: &Vote, on: Day) -> Result<Vec<String>, Fault> {
    let mut names = Vec::new();
    for org in parties(r, v, on)?.companies {
        if let Some(org) = find::org(r, org)?.filter(|o| o.kind == OrgKind::Company) {
            names.push(org.name);
            names.extend(org.short);
        }
    }
    Ok(names)
}

/// May whoever this is work on a vote? Every seat of theirs counts, not only the one they act in.
pub(crate) fn clear(r: &mut Read<'_>, v: &Vote, by: By, on: Day) -> Result<(), Stop> {
    let (person, mut orgs) = match by {
        By::Seat { person, org, .. } => (person, vec![org]),
        By::Person(person) => (Some(person), Vec::new()),
        By::Anyone | By::Clock | By::Office => return Ok(()),
    };
    if let Some(person) = person {
        orgs.extend(find::seats_of_person(r, person, on)?.into_iter().map(|seat| seat.org));
    }
    Ok(may_work(&parties(r, v, on)?, &orgs, person)?)
}

/// The same inside a command.
pub(crate) fn author_clear(r: &mut Read<'_>, v: &Vote, author: &Author, on: Day) -> Result<(), Stop> {
    clear(r, v, author.by, on)
}

/// The numbers of the flats somebody owns.
pub(crate) fn own_numbers(r: &mut Read<'_>, vote: ActId, person: PersonId) -> Result<Vec<i64>, Fault> {
    r.rows(OWN, params![vote, person], |row| row.int(0))
}

/// Nobody enters the paper of their own flat.
pub(crate) fn not_own(r: &mut Read<'_>, (vote, no): (ActId, i64), author: &Author) -> Result<(), Stop> {
    let By::Seat { person: Some(person), .. } = author.by else { return Ok(()) };
    if own_numbers(r, vote, person)?.contains(&no) { Err(Refusal::OwnPaper.into()) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_is_voted_on_does_not_work_on_the_vote() {
        let (company, office) = (OrgId::from_bytes([1; 16]), OrgId::from_bytes([2; 16]));
        let (me, you) = (PersonId::from_bytes([3; 16]), PersonId::from_bytes([4; 16]));
        let voted_on = Parties { companies: vec![company], ..Parties::default() };
        let election = Parties { candidates: vec![me], ..Parties::default() };
        let nobody = Parties::default();
        for (what, parties, orgs, may) in [
            ("a worker", &voted_on, &[office][..], Ok(())),
            ("staff of the company", &voted_on, &[company], Err(Refusal::OfCompany)),
            ("with a second seat there", &voted_on, &[office, company], Err(Refusal::OfCompany)),
            ("somebody without a seat", &voted_on, &[], Ok(())),
            ("staff, when no company is voted on", &nobody, &[company], Ok(())),
        ] {
            assert_eq!(may_work(parties, orgs, Some(me)), may, "{what}");
        }
        assert_eq!(may_work(&election, &[office], Some(me)), Err(Refusal::IsCandidate));
        assert_eq!((may_work(&election, &[office], Some(you)), may_work(&election, &[office], None)), (Ok(()), Ok(())));
    }
}

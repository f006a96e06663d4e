//! One of each refusal, with names as a vote might have them: for the printed list of what the program refuses.

use crate::key::{BadKey, CandidateKey, ElectionKey, MatterKey, MatterKind, OwnerKey, ProxyKey, RuleId, UnitKey};
use crate::procedure::{CallBy, PeriodKind};
use crate::refusal::{Refusal, RuleFault, TooMany};
use crate::rules::Body;
use lianxin_base::{Day, Lang, Refuse};

impl Refuse for Refusal {
    fn code(&self) -> &'static str {
        self.code()
    }
    /// What a reader of texts said comes last in some, and has no full stop of its own.
    fn say(&self, lang: Lang) -> String {
        let stop = if lang == Lang::Zh { '。' } else { '.' };
        let mut words = self.say(lang);
        if !words.ends_with(stop) {
            words.push(stop);
        }
        words
    }
}

impl Refusal {
    /// One of each.
    pub fn examples() -> Vec<Self> {
        all().unwrap_or_default()
    }
}

fn all() -> Result<Vec<Refusal>, BadKey> {
    use Refusal as R;
    let (unit, owner, matter) = (UnitKey::new("3-2-501")?, OwnerKey::new("12")?, MatterKey::new("1")?);
    let (election, candidate, proxy) = (ElectionKey::new("committee")?, CandidateKey::new("4")?, ProxyKey::new("p1")?);
    let (rules, kind) = (RuleId::new("cn.owners.civil-code-278")?, MatterKind::new("fund-use")?);
    let of = |faults: Vec<RuleFault>| faults.into_iter().map(R::Rules);
    let faults = of(vec![
        RuleFault::TooLong,
        RuleFault::NotToml("expected `=`".into()),
        RuleFault::UnknownBase(rules.clone()),
        RuleFault::NoBase,
        RuleFault::OtherBody,
        RuleFault::BaseNotInForce,
        RuleFault::IdTaken(rules.clone()),
        RuleFault::BelowTheLaw(kind.clone()),
        RuleFault::Dates,
        RuleFault::NoMatter,
        RuleFault::MatterTwice(kind.clone()),
        RuleFault::AreaOfBody(kind.clone()),
        RuleFault::QuorumOfParticipants(kind.clone()),
        RuleFault::NeverFollows(kind.clone()),
        RuleFault::Committee,
        RuleFault::Rank,
        RuleFault::Period(PeriodKind::Filing),
        RuleFault::CallTwice(CallBy::Owners),
        RuleFault::Urgent,
    ]);
    let first = [R::NotJson("EOF while parsing".into()), R::Form(2), R::TooMany(TooMany::Papers)];
    let rest = [
        R::UnknownRules(rules.clone()),
        R::RulesChanged,
        R::RulesRenamed(rules),
        R::RulesOfOtherBody(Body::Residents),
        R::NotInForce(Day::from_number(20_620)),
        R::NothingToDecide,
        R::MatterTwice(matter.clone()),
        R::ElectionTwice(election.clone()),
        R::UnknownKind(kind),
        R::RollOfOtherBody,
        R::UnitTwice(unit.clone()),
        R::VoterTwice(owner.clone()),
        R::UnitOwner(unit.clone()),
        R::NoDeveloper(unit.clone()),
        R::NoArea(unit.clone()),
        R::BadArea(unit),
        R::UnknownPlace("9 号楼".into()),
        R::ScopeOfVoters,
        R::EmptyRoll,
        R::RollChanged,
        R::NoCommitteeRule(election.clone()),
        R::EvenSeats(election.clone()),
        R::Seats { election: election.clone(), least: 5, most: Some(11) },
        R::CandidateTwice { election: election.clone(), candidate: candidate.clone() },
        R::TooFewCandidates { election: election.clone(), least: 6 },
        R::TooManyAlternates(election.clone()),
        R::Rank(election.clone()),
        R::PaperTwice(owner.clone()),
        R::UnknownMatter { owner: owner.clone(), matter },
        R::UnknownElection { owner: owner.clone(), election },
        R::UnknownCandidate { owner: owner.clone(), candidate },
        R::ProxyUnnamed(owner),
        R::TooManyForProxy { proxy, most: 3 },
    ];
    Ok(first.into_iter().chain(faults).chain(rest).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn there_is_an_example_of_every_refusal_and_no_code_stands_twice() {
        let codes: Vec<&str> = Refusal::examples().iter().map(Refusal::code).collect();
        let source = include_str!("refusal.rs");
        let known: BTreeSet<&str> = source.split("=> \"ballot.").skip(1).filter_map(|s| s.split('"').next()).collect();
        let shown: BTreeSet<&str> = codes.iter().filter_map(|code| code.strip_prefix("ballot.")).collect();
        assert_eq!(shown, known);
        assert_eq!(codes.len(), known.len());
    }

    #[test]
    fn every_refusal_is_a_sentence_in_both_languages() {
        for refusal in Refusal::examples() {
            let [zh, en] = Lang::ALL.map(|lang| Refuse::say(&refusal, lang));
            assert!(zh.ends_with('。') && en.ends_with('.') && zh != en, "{zh} {en}");
        }
    }
}

//! The count: from a vote and its papers to an outcome. Civil Code 278; 法释〔2009〕7号 arts. 8, 9; 274号 art. 26.

use crate::FORM;
use crate::election;
use crate::electorate::Electorate;
use crate::input::{Input, Matter};
use crate::outcome::{Decider, FollowSide, FollowState, MatterOutcome, Outcome, Papers, RulesUsed, Side, Totals};
use crate::paper::{Mark, Urn};
use crate::refusal::Refusal;
use crate::rules::{MatterRule, RuleSet};
use crate::tally::{Tally, Weight};

/// Counts a vote. The order of the papers, units and voters never matters.
///
/// # Errors
/// Every reason is a [`Refusal`]; papers that do not count are no reason, they are listed in the outcome.
pub fn count(input: &Input) -> Result<Outcome, Refusal> {
    input.within_limits()?;
    let rules = input.rule_set()?;
    input.agenda(&rules)?;
    let roll = input.roll.frozen(input.body)?;
    let voters = Electorate::of_frozen(&roll, &input.scope, input.body)?;
    let roll_sha256 = roll.sha256();
    if input.roll_sha256.as_ref().is_some_and(|kept| !kept.eq_ignore_ascii_case(&roll_sha256)) {
        return Err(Refusal::RollChanged);
    }
    for e in &input.elections {
        election::check(e, &rules, voters.dwellings)?;
    }
    let urn = Urn::fill(input, &rules, &voters)?;
    let followers = followers(input, &voters, &urn);
    Ok(Count { input, rules: &rules, voters: &voters, urn, followers }.outcome(roll_sha256))
}

/// Silent voters to whom a paper was delivered, with proof.
fn followers(input: &Input, voters: &Electorate, urn: &Urn) -> Weight {
    let mut proven = vec![false; voters.voters.len()];
    for delivery in input.delivered.iter().filter(|d| d.proven) {
        if let Some(voter) = voters.place(&delivery.owner) {
            proven[voter] = true;
        }
    }
    let silent = proven.iter().zip(&urn.returned).map(|(proven, returned)| *proven && !returned);
    weigh(voters, silent)
}

fn weigh(voters: &Electorate, chosen: impl Iterator<Item = bool>) -> Weight {
    let one = |(chosen, area): (bool, &u64)| chosen.then_some(Weight { area: *area, persons: 1 });
    chosen.zip(&voters.areas).filter_map(one).fold(Weight::default(), Weight::plus)
}

struct Count<'a> {
    input: &'a Input,
    rules: &'a RuleSet,
    voters: &'a Electorate,
    urn: Urn,
    followers: Weight,
}

impl Count<'_> {
    fn outcome(mut self, roll_sha256: String) -> Outcome {
        let not_counted = std::mem::take(&mut self.urn.not_counted);
        let (input, urn) = (self.input, &self.urn);
        let returned = weigh(self.voters, urn.returned.iter().copied());
        let matters = input.matters.iter().zip(&urn.marks);
        let elections = input.elections.iter().zip(&urn.choices).filter_map(|(e, choices)| {
            let rule = self.rules.matter(&e.kind)?;
            Some(election::count(e, self.rules, rule, self.voters, choices, returned))
        });
        Outcome {
            form: FORM,
            body: input.body,
            opened: input.opened,
            rules: RulesUsed::of(self.rules),
            electorate: Totals::of(self.voters, roll_sha256),
            papers: Papers {
                returned,
                by_channel: urn.channels.clone(),
                silent: weigh(self.voters, urn.returned.iter().map(|r| !r)),
                not_counted,
            },
            matters: matters
                .filter_map(|(m, marks)| Some(self.matter(m, self.rules.matter(&m.kind)?, marks)))
                .collect(),
            elections: elections.collect(),
        }
    }

    fn matter(&self, matter: &Matter, rule: &MatterRule, marks: &[Option<Mark>]) -> MatterOutcome {
        let tally = Tally::of(&self.voters.areas, marks);
        let returned = self.side(rule, tally);
        let follow = rule.follow.then(|| self.follow(rule, &tally));
        let follow_state = self.follow_state(rule);
        let (decided_by, passed) = match &follow {
            Some(side) if follow_state == FollowState::On => (Decider::Follow, side.passed),
            _ => (Decider::Returned, returned.passed),
        };
        MatterOutcome {
            matter: matter.matter.clone(),
            kind: matter.kind.clone(),
            item: rule.item,
            article: rule.article.clone(),
            seen: rule.seen,
            passed,
            decided_by,
            differ: follow.as_ref().is_some_and(|side| side.passed != returned.passed),
            follow_state,
            returned,
            follow,
        }
    }

    fn side(&self, rule: &MatterRule, tally: Tally) -> Side {
        let participants = tally.participants();
        let quorum = rule.quorum.test(participants, participants, self.voters.all);
        let majority = rule.majority.test(tally.yes, participants, self.voters.all);
        let passed = quorum.holds && majority.holds;
        Side { tally, participants, quorum, majority, passed }
    }

    fn follow(&self, rule: &MatterRule, tally: &Tally) -> FollowSide {
        let (followers, as_yes) = (self.followers, tally.yes_leads());
        let participants = tally.participants().plus(followers);
        let yes = if as_yes { tally.yes.plus(followers) } else { tally.yes };
        let quorum = rule.quorum.test(participants, participants, self.voters.all);
        let majority = rule.majority.test(yes, participants, self.voters.all);
        let passed = quorum.holds && majority.holds;
        FollowSide { followers, as_yes, participants, yes, quorum, majority, passed }
    }

    fn follow_state(&self, rule: &MatterRule) -> FollowState {
        match &self.input.follow {
            _ if !rule.follow => FollowState::Never,
            None => FollowState::NotAdopted,
            Some(follow) if follow.rules_of_procedure.trim().is_empty() => FollowState::NotAdopted,
            Some(follow) if !follow.paper_says_so => FollowState::PaperDoesNotSay,
            Some(_) if self.followers.persons == 0 => FollowState::NoProvenDelivery,
            Some(_) => FollowState::On,
        }
    }
}

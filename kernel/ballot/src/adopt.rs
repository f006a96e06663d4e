//! Reading rule sets and checking them. A set adopted by an act goes through the same checks as a built-in one, and
//! may not ask owners for less than the law it changes.

use crate::hash::sha256_hex;
use crate::key::MatterKind;
use crate::refusal::RuleFault;
use crate::rules::{Bar, Body, CommitteeRule, ElectionRule, MatterRule, Of, Rank, RuleSet, UrgentRule, built_in};

/// The longest text of a rule set in bytes.
pub(crate) const TEXT_MAX: usize = 64 * 1024;
/// Items 6 to 8 of Civil Code 278: for them the unreturned never follow.
const NEVER_FOLLOW: [&str; 3] = ["fund-raise", "rebuild", "common-use"];
const SEATS_MAX: u32 = 200;
const POSTED_MAX: u32 = 366;

pub(crate) fn parsed(text: &str) -> Result<RuleSet, RuleFault> {
    let set = shape(text)?;
    check(&set)?;
    Ok(set)
}

pub(crate) fn adopted(text: &str) -> Result<RuleSet, RuleFault> {
    let mut set = shape(text)?;
    if let Some(name) = &set.extends {
        let base = built_in().iter().find(|b| b.id == *name).ok_or_else(|| RuleFault::UnknownBase(name.clone()))?;
        merge(&mut set, base)?;
    } else if matches!(set.body, Body::Owners | Body::Residents) {
        return Err(RuleFault::NoBase);
    }
    check(&set)?;
    Ok(set)
}

fn shape(text: &str) -> Result<RuleSet, RuleFault> {
    if text.len() > TEXT_MAX {
        return Err(RuleFault::TooLong);
    }
    let mut set: RuleSet = toml::from_str(text).map_err(|e| RuleFault::NotToml(e.to_string()))?;
    set.sha256 = sha256_hex(text.as_bytes());
    Ok(set)
}

fn merge(set: &mut RuleSet, base: &RuleSet) -> Result<(), RuleFault> {
    if set.body != base.body {
        return Err(RuleFault::OtherBody);
    }
    if !base.in_force(set.from) {
        return Err(RuleFault::BaseNotInForce);
    }
    if built_in().iter().any(|b| b.id == set.id) {
        return Err(RuleFault::IdTaken(set.id.clone()));
    }
    no_less(set, base)?;
    for m in &base.matters {
        if set.matter(&m.kind).is_none() {
            set.matters.push(m.clone());
        }
    }
    for p in &base.periods {
        if set.period(p.kind).is_none() {
            set.periods.push(p.clone());
        }
    }
    for c in &base.calls {
        if set.call(c.by).is_none() {
            set.calls.push(c.clone());
        }
    }
    set.committee = set.committee.take().or_else(|| base.committee.clone());
    set.election = set.election.take().or_else(|| base.election.clone());
    set.proxies = set.proxies.or(base.proxies);
    set.urgent = set.urgent.take().or_else(|| base.urgent.clone());
    set.online = set.online.or(base.online);
    set.to = [set.to, base.to].into_iter().flatten().min();
    Ok(())
}

/// Every matter asks for at least as much as the base does; one that the base does not name, as much as its `other`.
fn no_less(set: &RuleSet, base: &RuleSet) -> Result<(), RuleFault> {
    let other = base.matters.iter().find(|m| m.kind.as_str() == "other");
    for m in &set.matters {
        let Some(least) = base.matter(&m.kind).or(other) else { continue };
        if !implies(&m.quorum, &least.quorum) || !implies(&m.majority, &least.majority) {
            return Err(RuleFault::BelowTheLaw(m.kind.clone()));
        }
    }
    Ok(())
}

fn implies(mine: &Bar, theirs: &Bar) -> bool {
    let whole = mine.of == theirs.of || mine.of == Of::All;
    let area = match (mine.area, theirs.area) {
        (Some(mine), Some(theirs)) => mine.implies(theirs),
        (_, None) => true,
        (None, Some(_)) => false,
    };
    whole && area && mine.persons.implies(theirs.persons)
}

fn check(set: &RuleSet) -> Result<(), RuleFault> {
    if set.to.is_some_and(|to| to <= set.from) {
        return Err(RuleFault::Dates);
    }
    if set.matters.is_empty() {
        return Err(RuleFault::NoMatter);
    }
    for (i, m) in set.matters.iter().enumerate() {
        if set.matters[..i].iter().any(|other| other.kind == m.kind) {
            return Err(RuleFault::MatterTwice(m.kind.clone()));
        }
        matter(set.body, m)?;
    }
    set.committee.as_ref().map_or(Ok(()), committee)?;
    set.election.as_ref().map_or(Ok(()), |e| election(set.body, e))?;
    set.urgent.as_ref().map_or(Ok(()), |u| urgent(set.body, u))?;
    periods(set)
}

fn matter(body: Body, m: &MatterRule) -> Result<(), RuleFault> {
    let by_area = body == Body::Owners;
    if m.quorum.area.is_some() != by_area || m.majority.area.is_some() != by_area {
        return Err(RuleFault::AreaOfBody(m.kind.clone()));
    }
    if m.quorum.of != Of::All {
        return Err(RuleFault::QuorumOfParticipants(m.kind.clone()));
    }
    let never = never_follows(&m.kind) || m.item.is_some_and(|i| (6..=8).contains(&i));
    if m.follow && (never || !by_area) { Err(RuleFault::NeverFollows(m.kind.clone())) } else { Ok(()) }
}

/// Whether the unreturned never follow the majority in this kind of matter (Civil Code 278 items 6 to 8).
pub(crate) fn never_follows(kind: &MatterKind) -> bool {
    NEVER_FOLLOW.contains(&kind.as_str())
}

fn committee(c: &CommitteeRule) -> Result<(), RuleFault> {
    let most = c.most.unwrap_or(SEATS_MAX);
    let small = c.small.is_none_or(|s| s.seats > 0 && s.below > 0 && (!c.odd || s.seats % 2 == 1));
    let good = c.least > 0 && c.least <= most && most <= SEATS_MAX && small && c.term_months > 0;
    if good { Ok(()) } else { Err(RuleFault::Committee) }
}

/// The fund is the owners'; a year is the longest account.
fn urgent(body: Body, u: &UrgentRule) -> Result<(), RuleFault> {
    let good = body == Body::Owners && !u.article.trim().is_empty() && (1..=POSTED_MAX).contains(&u.posted_days);
    if good { Ok(()) } else { Err(RuleFault::Urgent) }
}

fn election(body: Body, e: &ElectionRule) -> Result<(), RuleFault> {
    if ranks_in_order(body, &e.rank) { Ok(()) } else { Err(RuleFault::Rank) }
}

/// No step twice, the lot last, no area where there is none.
pub(crate) fn ranks_in_order(body: Body, rank: &[Rank]) -> bool {
    let twice = rank.iter().enumerate().any(|(i, r)| rank[..i].contains(r));
    let lot_last = rank.iter().rev().skip(1).all(|r| *r != Rank::Lot);
    let area = body == Body::Owners || rank.iter().all(|r| matches!(r, Rank::Persons | Rank::Lot));
    !twice && lot_last && area
}

fn periods(set: &RuleSet) -> Result<(), RuleFault> {
    for (i, p) in set.periods.iter().enumerate() {
        let one_unit = p.days.is_some() != p.months.is_some();
        if !one_unit || p.days.or(p.months) == Some(0) || set.periods[..i].iter().any(|o| o.kind == p.kind) {
            return Err(RuleFault::Period(p.kind));
        }
    }
    let twice = set.calls.iter().enumerate().find(|(i, c)| set.calls[..*i].iter().any(|o| o.by == c.by));
    twice.map_or(Ok(()), |(_, c)| Err(RuleFault::CallTwice(c.by)))
}

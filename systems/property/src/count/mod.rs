//! 截止、计票、结果: the box shuts by itself at the announced second; when the last paper is in, the convener has it counted by
//! `lianxin-ballot`, and the result is public with its arithmetic. Who wants to count it again takes the file.

pub(crate) mod pages;
pub(crate) mod rules;
pub mod store;

use crate::assembly::{State, Vote, ours, store as votes};
use crate::away::store as away;
use crate::ballot::store as ballots;
use crate::clock::{CLOSES, COUNT_LATE, FILING_LATE, LAST_DAYS, OPENS, count_late, filing_late};
use crate::conflict;
use crate::delivery::store as deliveries;
use crate::election::store as elections;
use crate::filing::day_of;
use crate::filing::rules::filing;
use crate::filing::store as filings;
use crate::notices;
use crate::proxy::store as proxies;
use crate::refusal::Refusal;
use crate::roll::{self, hex};
use crate::sealing::store as sealing;
use crate::told;
use crate::words::Author;
use lianxin_ballot as law;
use lianxin_base::vocabulary;
use lianxin_base::{ActId, Day, PersonId};
use lianxin_journal::{Act, Leaf, Receipt, Recorded, record};
use lianxin_store::{Fault, Read, Stop, Tx};
use lianxin_work::Due;
use rules::{half_entered, input, may_count};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

vocabulary! {
    /// What somebody takes the file of a count for.
    Purpose {
        /// 自己核对一遍
        Check = "check",
        /// 要提意见、打官司
        Dispute = "dispute",
        /// 备案、存档
        Filing = "filing",
    }
}

/// 投票截止.
struct Closing {
    vote: ActId,
    timer: String,
}

impl Act for Closing {
    const KIND: &'static str = "property.closing";

    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("vote", self.vote);
        leaf.text("timer", &self.timer);
        leaf.int("tells", true);
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let id: ActId = rec.id_of("vote")?;
        lianxin_work::done(tx, rec.text("timer")?, rec)?;
        match votes::one(tx, id)?.map(|v| v.state) {
            Some(State::Open) => {
                votes::stands(tx, id, State::Closed)?;
                if told::tells(rec)? {
                    lianxin_work::set(tx, COUNT_LATE, id, count_late(rec.at()), rec)?;
                    tell_convener(tx, rec, id)?;
                }
            }
            // Nobody could settle the roll in all that time.
            Some(State::Called) => {
                lianxin_work::clear(tx, OPENS, id, rec)?;
                votes::ended(tx, id, State::Missed, rec.at())?;
            }
            _ => {}
        }
        tx.moved(format!("v-{id}"));
        tx.moved("votes");
        Ok(())
    }
}

/// The convener hears that something is to be counted.
fn tell_convener(tx: &mut Tx<'_>, rec: &Recorded, id: ActId) -> Result<(), Fault> {
    match votes::one(tx, id)? {
        Some(v) => lianxin_outbox::to_org(tx, rec, 1, v.org, notices::COUNT_WAITS, id),
        None => Ok(()),
    }
}

/// 该计票了，还没计.
struct CountLate {
    vote: ActId,
    timer: String,
}

impl Act for CountLate {
    const KIND: &'static str = "property.count_late";

    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("vote", self.vote);
        leaf.text("timer", &self.timer);
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        lianxin_work::done(tx, rec.text("timer")?, rec)?;
        tell_convener(tx, rec, rec.id_of("vote")?)
    }
}

/// 计票.
struct Count {
    /// The last day on which it is filed, where somebody was elected.
    filing_due: Option<Day>,
    vote: ActId,
    persons: i64,
    size: i64,
    file_sha256: String,
    outcome_sha256: String,
}

impl Act for Count {
    const KIND: &'static str = "property.count";

    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("vote", self.vote);
        leaf.int("persons", self.persons);
        leaf.int("size", self.size);
        leaf.text("file_sha256", &self.file_sha256);
        leaf.text("outcome_sha256", &self.outcome_sha256);
        leaf.opt_text("filing_due", self.filing_due);
        leaf.int("tells", true);
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let id: ActId = rec.id_of("vote")?;
        lianxin_work::clear(tx, CLOSES, id, rec)?;
        store::counted(tx, rec, id)?;
        votes::ended(tx, id, State::Counted, rec.at())?;
        lianxin_work::clear(tx, COUNT_LATE, id, rec)?;
        lianxin_work::clear(tx, LAST_DAYS, id, rec)?;
        if rec.has("filing_due") {
            let due = day_of(rec, "filing_due")?;
            filings::add(tx, rec, id, due)?;
            lianxin_work::set(tx, FILING_LATE, id, filing_late(due), rec)?;
        }
        if told::tells(rec)? {
            told::roll(tx, rec, id, notices::RESULT)?;
        }
        tx.moved(format!("v-{id}"));
        tx.moved("votes");
        Ok(())
    }
}

/// What came of a matter, whole: tallies, both sides of every inequality, article.
struct MatterResult {
    vote: ActId,
    n: i64,
    passed: bool,
    outcome: Value,
}

impl Act for MatterResult {
    const KIND: &'static str = "property.matter_result";

    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("vote", self.vote);
        leaf.int("n", self.n);
        leaf.int("passed", self.passed);
        leaf.list("outcome", vec![self.outcome.clone()]);
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let outcome = rec.list("outcome")?.first().map(ToString::to_string).unwrap_or_default();
        votes::result(tx, rec.id_of("vote")?, rec.int("n")?, rec.int("passed")? != 0, &outcome)
    }
}

/// 计票文件交出去: to whom, what for.
struct Handed {
    vote: ActId,
    purpose: Purpose,
    file_sha256: String,
}

impl Act for Handed {
    const KIND: &'static str = "property.ballot_file";

    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("vote", self.vote);
        leaf.text("purpose", self.purpose);
        leaf.text("file_sha256", &self.file_sha256);
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        store::handed(tx, rec, rec.id_of("vote")?)
    }
}

/// The acts of this room.
pub(crate) fn kinds() -> Vec<lianxin_journal::Kind> {
    use lianxin_journal::Kind;
    vec![
        Kind::of::<Closing>(),
        Kind::of::<CountLate>(),
        Kind::of::<Count>(),
        Kind::of::<MatterResult>(),
        Kind::of::<Handed>(),
    ]
}

/// The announced second has come.
pub(crate) fn due(tx: &mut Tx<'_>, author: &Author, due: &Due) -> Result<(), Stop> {
    let id: ActId = due.subject.parse().map_err(|_| Fault::Damaged(format!("a timer of no vote: {}", due.id)))?;
    Ok(record(tx, author.head(due.area), &Closing { vote: id, timer: due.id.clone() }).map(|_| ())?)
}

/// Two days after the close it is still not counted.
pub(crate) fn late(tx: &mut Tx<'_>, author: &Author, due: &Due) -> Result<(), Stop> {
    let id: ActId = due.subject.parse().map_err(|_| Fault::Damaged(format!("a timer of no vote: {}", due.id)))?;
    Ok(record(tx, author.head(due.area), &CountLate { vote: id, timer: due.id.clone() }).map(|_| ())?)
}

/// The vote as it is counted, and its bytes.
pub(crate) fn file(r: &mut Read<'_>, v: &Vote) -> Result<(law::Input, Vec<u8>), Fault> {
    let roll = roll::store::roll(r, v.id)?.ok_or_else(|| Fault::Damaged(format!("{} has no roll", v.id)))?;
    let (matters, lines) = (votes::matters(r, v.id)?, roll::store::lines(r, v.id)?);
    let (cast, holders) = (ballots::all(r, v.id)?, proxies::holders(r, v.id)?);
    let shape = elections::of(r, v.id)?.map(|e| e.shape);
    let delivered = deliveries::last(r, v.id)?;
    let input = input(v, &matters, &lines, &roll.roll_sha256, (&cast, &holders, &delivered), shape.as_ref())?;
    let bytes = serde_json::to_vec_pretty(&input).map_err(|e| Fault::bug(e.to_string()))?;
    Ok((input, bytes))
}

/// Numbers of which a paper waits for its second entry or to be settled, or a photo of one that nobody has read.
pub(crate) fn waiting(r: &mut Read<'_>, id: ActId) -> Result<Vec<i64>, Fault> {
    let (entered, cast, photos) = (ballots::all_entered(r, id)?, ballots::all(r, id)?, away::waiting(r, id)?);
    let mut all = half_entered(&entered, &cast);
    let read = |no: &i64| entered.contains_key(no) || cast.iter().any(|b| b.no == *no && b.channel.signed());
    all.extend(photos.into_iter().map(|p| p.no).filter(|no| !read(no)));
    Ok(all)
}

fn whole(n: u64) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

/// Why the count was refused: the roll was frozen and checked when the vote opened, so whatever is not about a newer
/// release's rules is damage.
fn uncountable(id: ActId, why: &law::Refusal) -> Stop {
    match why {
        law::Refusal::RulesChanged | law::Refusal::UnknownRules(_) => Refusal::RulesChanged.into(),
        other => Fault::Damaged(format!("{id} cannot be counted: {}", other.code())).into(),
    }
}

/// Counts a vote that is over. `more` are ids for what is recorded of each matter.
///
/// # Errors
/// The rules', or the database's trouble.
pub fn count(tx: &mut Tx<'_>, author: &Author, id: ActId, more: &[ActId]) -> Result<Receipt, Stop> {
    let v = ours(tx, author, id)?;
    let today = tx.now().day();
    conflict::author_clear(tx, &v, author, today)?;
    let half = waiting(tx, id)?.len();
    may_count(v.state, (tx.now(), v.closes), half)?;
    if crate::proxy::waiting(tx, id)? {
        return Err(Refusal::ProxiesOpen.into());
    }
    crate::official::may_count(tx, &v)?;
    if sealing::sealed(tx, id)? {
        return Err(Refusal::BoxWaits.into());
    }
    let (input, bytes) = file(tx, &v)?;
    let outcome = law::count(&input).map_err(|why| uncountable(id, &why))?;
    let set = v.set()?;
    let act = Count {
        filing_due: filing(&set, today).filter(|_| elects(&outcome)).map(|(last, _)| last.moved),
        vote: id,
        persons: whole(outcome.papers.returned.persons),
        size: whole(outcome.papers.returned.area),
        file_sha256: hex(&Sha256::digest(&bytes)),
        outcome_sha256: outcome.sha256(),
    };
    let receipt = record(tx, author.head(v.area), &act)?;
    for ((n, passed, outcome), act) in came(&outcome)?.into_iter().zip(more) {
        let result = MatterResult { vote: id, n, passed, outcome };
        record(tx, Author { act: *act, token: None, ..author.clone() }.head(v.area), &result)?;
    }
    Ok(receipt)
}

/// Whether somebody was elected: only then does the law name a last day of filing.
fn elects(outcome: &law::Outcome) -> bool {
    outcome.elections.iter().any(|e| e.candidates.iter().any(|c| c.place == law::Place::Elected))
}

/// What came of every line of the paper: matters as they were counted, names with the hurdle they all share.
fn came(outcome: &law::Outcome) -> Result<Vec<(i64, bool, Value)>, Fault> {
    let bug = |e: serde_json::Error| Fault::bug(e.to_string());
    let mut all = Vec::new();
    for (n, m) in (1i64..).zip(&outcome.matters) {
        all.push((n, m.passed, serde_json::to_value(m).map_err(bug)?));
    }
    for e in &outcome.elections {
        for c in &e.candidates {
            let n = c.candidate.as_str().parse().map_err(|_| Fault::bug("a candidate without a place"))?;
            let wrote =
                json!({ "article": e.article, "quorum": e.quorum, "participants": e.participants, "candidate": c });
            all.push((n, c.place == law::Place::Elected, wrote));
        }
    }
    all.sort_by_key(|(n, ..)| *n);
    Ok(all)
}

/// Hands the file of a count to an owner on its roll, or to who looks after the compound.
///
/// # Errors
/// The rules', or the database's trouble.
pub fn hand(
    tx: &mut Tx<'_>,
    author: &Author,
    id: ActId,
    person: Option<PersonId>,
    purpose: Purpose,
) -> Result<Receipt, Stop> {
    let v = votes::one(tx, id)?.ok_or(Refusal::NoVote)?;
    let owner = person.map(|p| roll::store::mine(tx, id, p)).transpose()?.is_some_and(|all| !all.is_empty());
    if !owner && !author.scope.covers(v.area) {
        return Err(Refusal::NotVoter.into());
    }
    let today = tx.now().day();
    conflict::author_clear(tx, &v, author, today)?;
    let counted = store::of(tx, id)?.ok_or(Refusal::NotCounted)?;
    let act = Handed { vote: id, purpose, file_sha256: counted.file_sha256 };
    Ok(record(tx, author.head(v.area), &act)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_that_changed_while_a_vote_was_open_are_said_and_what_else_is_refused_is_damage() {
        let id = ActId::from_bytes([1; 16]);
        for (why, code) in [
            (law::Refusal::RulesChanged, "property.rules_changed"),
            (law::Refusal::RollChanged, "store.failed"),
            (law::Refusal::EmptyRoll, "store.failed"),
        ] {
            assert_eq!(uncountable(id, &why).code(), code);
        }
    }
}

//! 协商 Deliberate: 你说我来说. Entries by residents and parties, then one decision with executor and deadline.

use crate::collect::executor_here;
use crate::course::{self, Author, Wish, hop, note, note_by, said, take};
use crate::meeting::Landed;
use crate::photos;
use crate::plan::{self, Plan};
use crate::question;
use crate::rules::{EntryKind, Move, Publicity, Refusal, WORDS_MAX, deadline_in_reach};
use crate::store;
use lianxin_base::{ActId, Day, Fen, MatterId, OrgId, PersonId};
use lianxin_journal::{Act, By, Leaf, Receipt, Recorded, record};
use lianxin_path::Hop;
use lianxin_store::{Fault, Stop, Tx};
use lianxin_web::photos::Photo;

/// 说一句 An entry in a deliberation.
pub(crate) struct Entry {
    matter: MatterId,
    kind: EntryKind,
    words: String,
    person: Option<PersonId>,
    photos: Vec<Photo>,
    to: Option<question::To>,
    plan: Plan,
}

impl Act for Entry {
    const KIND: &'static str = "council.entry";

    fn leaf(&self, leaf: &mut Leaf) {
        course::leaf(leaf, self.matter, None);
        leaf.text("kind", self.kind);
        leaf.seal("words", self.person, &self.words);
        photos::leaf(leaf, self.person, &self.photos);
        question::leaf(leaf, self.to);
        plan::leaf(leaf, self.plan);
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let m = course::of(rec, tx)?;
        photos::brought(rec, tx, m.id, photos::SAID)?;
        tx.moved(m.element());
        note(rec, tx, &m, rec.text("kind")?, None)?;
        plan::apply(rec, tx, &m)?;
        question::apply(rec, tx, &m)
    }
}

/// What somebody says in a deliberation.
#[derive(Clone, Debug)]
pub struct NewEntry {
    /// The matter's number.
    pub no: String,
    /// 赞成 / 担心 / 想问 / 提议.
    pub kind: EntryKind,
    /// The words.
    pub words: String,
    /// Photos of what they speak of.
    pub photos: Vec<Photo>,
    /// Of which party something is asked; none: of whoever has the matter.
    pub to: Option<OrgId>,
    /// What a proposal would cost, and who would do it.
    pub plan: Plan,
}

/// Whether somebody may have a say in a matter: it is shown, or theirs.
pub(crate) fn may_speak(m: &store::Matter, scope: &lianxin_gate::Scope) -> bool {
    m.publication == Publicity::Shown || m.in_scope(scope)
}

/// Adds an entry while the matter is deliberated. The caller has checked that the matter is shown to the author.
pub fn entry(tx: &mut Tx<'_>, author: &Author, new: &NewEntry) -> Result<Receipt, Stop> {
    let m = store::public_by_no(tx, &new.no)?.ok_or(Refusal::NoMatter)?;
    if !may_speak(&m, &author.scope) {
        return Err(Refusal::NoMatter.into());
    }
    if m.stage != "deliberate" || m.ended_at.is_some() {
        return Err(Refusal::WrongStep.into());
    }
    said(&new.words, "words", WORDS_MAX, Refusal::NoWords)?;
    let person = match author.by {
        By::Person(p) => Some(p),
        By::Seat { person, .. } => person,
        _ => None,
    };
    let now = tx.now();
    let to = question::to(tx, &m, author, (new.kind, new.to), now)?;
    plan::check(tx, &m, new.kind, new.plan, now)?;
    let (words, photos) = (new.words.clone(), new.photos.clone());
    let act = Entry { matter: m.id, kind: new.kind, words, person, photos, to, plan: new.plan };
    Ok(record(tx, m.head(author), &act)?)
}

/// 议定 A decision: what is done, who does it, by when.
pub(crate) struct Decision {
    matter: MatterId,
    hop: Hop,
    executor: OrgId,
    by_day: Day,
    limit: Option<Fen>,
    council: Option<(ActId, OrgId)>,
    words: String,
}

impl Act for Decision {
    const KIND: &'static str = "council.decision";

    fn leaf(&self, leaf: &mut Leaf) {
        course::leaf(leaf, self.matter, Some(&self.hop));
        leaf.text("executor", self.executor);
        leaf.text("by_day", self.by_day);
        leaf.opt_int("limit", self.limit.map(|fen| fen.0));
        leaf.opt_text("meeting", self.council.map(|(meeting, _)| meeting));
        leaf.opt_text("council", self.council.map(|(_, org)| org));
        leaf.seal("words", None, &self.words);
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let m = take(rec, tx)?;
        store::decided(tx, m.id, rec.id(), rec.id_of("executor")?)?;
        if let Some(meeting) = rec.opt_id_of("meeting")? {
            crate::meeting::store::landed(tx, meeting, m.id, Landed::Done.name())?;
        }
        let by_day = rec.text("by_day")?;
        let detail = rec.opt_int("limit")?.map_or_else(|| by_day.to_owned(), |fen| format!("{by_day} {fen}"));
        let org = rec.opt_id_of("council")?.or(rec.org());
        note_by(rec, tx, &m, (Move::Decision.name(), org), Some(&detail))
    }
}

/// What a council decided.
#[derive(Clone, Debug)]
pub struct NewDecision {
    /// The matter's number.
    pub no: String,
    /// How many hops the form saw.
    pub seen: Option<i64>,
    /// What is to be done.
    pub words: String,
    /// Who does it.
    pub executor: OrgId,
    /// By the end of which day.
    pub deadline: Day,
    /// What it may cost at most.
    pub limit: Option<Fen>,
    /// The council it was made at, and who called it.
    pub council: Option<(ActId, OrgId)>,
}

/// Records the decision and hands the matter to its executor.
pub fn decision(tx: &mut Tx<'_>, terms: &course::Terms, author: &Author, new: &NewDecision) -> Result<Receipt, Stop> {
    let m = course::load(tx, author, &new.no)?;
    let now = tx.now();
    let wish = Wish { executor: Some(new.executor), ..Wish::of(Move::Decision, new.seen) };
    let mut hop = hop(tx, terms, &m, author, &wish, now)?;
    said(&new.words, "note", WORDS_MAX, Refusal::NoReason)?;
    let executor = executor_here(tx, &m, new.executor, now)?;
    let due = terms.close_of(new.deadline);
    deadline_in_reach(now, due)?;
    if new.limit.is_some_and(|fen| fen.0 <= 0) {
        return Err(Refusal::BadLimit.into());
    }
    hop.due = Some(due);
    let (limit, council) = (new.limit, new.council);
    let act = Decision { matter: m.id, hop, executor, by_day: new.deadline, limit, council, words: new.words.clone() };
    Ok(record(tx, m.head(author), &act)?)
}

//! 收集 Collect: a report comes in, a worker looks, names it and hands it on, or says where it belongs.

use crate::about::{self, About};
use crate::course::{self, Author, Terms, Wish, community, hop, note, said, take};
use crate::origin::{self, Origin};
use crate::photos;
use crate::rules::{Besides, Category, Move, Pace, Refusal, See, Source, TITLE_MAX, WORDS_MAX, enough};
use crate::store::{self, NewRow};
use lianxin_base::{AreaId, BuildingId, MatterId, OrgId, PersonId, WayId};
use lianxin_journal::{Act, Head, Leaf, Receipt, Recorded, record};
use lianxin_outbox::{HOW_FIELD, How};
use lianxin_path::{Begin, Hop};
use lianxin_store::{Fault, Stop, Tx};
use lianxin_web::photos::Photo;

/// What somebody brings in. Ids are made by the caller.
#[derive(Clone, Debug)]
pub struct NewReport {
    /// The matter to be.
    pub matter: MatterId,
    /// Its way.
    pub way: WayId,
    /// The compound, or the community where there is none.
    pub area: AreaId,
    /// Where, as the register names it.
    pub place: Option<String>,
    /// The building, if one was named.
    pub building: Option<BuildingId>,
    /// What it is about, if the reporter said.
    pub category: Option<Category>,
    /// The words.
    pub words: String,
    /// A telephone number, digits only.
    pub phone: Option<String>,
    /// Who it is for, when entered by a worker.
    pub name: Option<String>,
    /// The reporter, if the register knows them.
    pub reporter: Option<PersonId>,
    /// Whether a worker enters it for somebody.
    pub behalf: bool,
    /// Who may see the words.
    pub see: See,
    /// How it came in.
    pub source: Source,
    /// How whoever is not in the register wants to be told.
    pub tell: Option<How>,
    /// Photos of it.
    pub photos: Vec<Photo>,
    /// How it came in, besides its words.
    pub origin: Origin,
}

/// 反映 A report: the beginning of a matter.
pub(crate) struct Report {
    pub(crate) new: NewReport,
    pub(crate) year: i32,
    pub(crate) n: i64,
    pub(crate) begin: Begin,
    /// Whom a complaint is about.
    pub(crate) about: Option<About>,
}

impl Act for Report {
    const KIND: &'static str = "council.report";

    fn leaf(&self, leaf: &mut Leaf) {
        let new = &self.new;
        course::leaf(leaf, new.matter, None);
        self.begin.leaf(leaf);
        leaf.int("year", self.year);
        leaf.int("n", self.n);
        leaf.text("category", new.category.unwrap_or(Category::Other));
        leaf.text("source", new.source);
        leaf.text("see", new.see);
        leaf.int("behalf", new.behalf);
        leaf.int("verified", new.reporter.is_some());
        // Where inside the compound it is may tell who wrote it: the public leaf names the compound only.
        leaf.opt_seal("place", new.reporter, new.place.as_deref());
        leaf.opt_seal("building", new.reporter, new.building.map(|b| b.to_string()).as_deref());
        leaf.seal("words", new.reporter, &new.words);
        leaf.opt_seal("phone", new.reporter, new.phone.as_deref());
        leaf.opt_seal("name", new.reporter, new.name.as_deref());
        // That there is a way to tell them is public, which way is not.
        leaf.opt_int("told", new.tell.map(|_| 1));
        leaf.opt_seal(HOW_FIELD, new.reporter, new.tell.map(How::name));
        photos::leaf(leaf, new.reporter, &new.photos);
        origin::leaf(leaf, &new.origin, new.reporter);
        about::leaf(leaf, self.about);
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let begin = Begin::read(rec)?;
        let area = rec.area();
        let tail: Option<String> =
            rec.sealed("phone").map(|p| p.chars().skip(p.chars().count().saturating_sub(4)).collect());
        let row = NewRow {
            id: rec.id_of("matter")?,
            area,
            no: rec.no().unwrap_or_default(),
            act: rec.id(),
            way: begin.way,
            category: rec.text("category")?,
            pace: &begin.kind,
            source: rec.text("source")?,
            place: rec.sealed("place"),
            building: rec.sealed("building").and_then(|b| b.parse().ok()),
            see: rec.text("see")?,
            behalf: rec.int("behalf")? != 0,
            verified: rec.int("verified")? != 0,
            reporter: rec.subject("words"),
            phone_tail: tail.as_deref(),
            told: rec.opt_int("told")?.is_some_and(|n| n != 0),
            at: course::when(rec)?,
        };
        store::add(tx, &row)?;
        photos::brought(rec, tx, row.id, photos::REPORTED)?;
        crate::search::reported(rec, tx, row.id)?;
        origin::apply(rec, tx, row.id)?;
        about::apply(rec, tx, row.id)?;
        store::count_no(tx, area, rec.int("year")?, rec.int("n")?)?;
        lianxin_path::begin(rec, tx)?;
        let m = course::of(rec, tx)?;
        store::tally(tx, area, &m.stage, 1)?;
        course::timers(rec, tx, &m)?;
        note(rec, tx, &m, Move::Report.name(), None)?;
        course::tell_holder(rec, tx, &m, "council.new")?;
        tx.moved("desk");
        Ok(())
    }
}

/// Takes a report in: gives it a number, a holder and a time by which somebody looks.
pub fn report(tx: &mut Tx<'_>, terms: &Terms, author: &Author, new: &NewReport) -> Result<Receipt, Stop> {
    let known = Besides {
        place: new.place.is_some(),
        house: new.building.is_some(),
        category: new.category.is_some(),
        photo: !new.photos.is_empty(),
    };
    enough(&new.words, known)?;
    if new.tell.is_some_and(How::needs_phone) && new.phone.is_none() {
        return Err(Refusal::NoPhone.into());
    }
    let now = tx.now();
    new.origin.check(new.source, now)?;
    let area = lianxin_register::find::area(tx, new.area)?.ok_or(Refusal::UnknownPlace)?;
    let about = match new.origin.about {
        Some(whom) => about::of(tx, new.area, whom, now)?,
        None => None,
    };
    let holder = match about.and_then(|about| about.kept_by) {
        Some(above) => above,
        None => community(tx, new.area, now)?,
    };
    let year = now.day().year();
    let n = store::next_no(tx, new.area, year)?;
    let pace = new.category.unwrap_or(Category::Other).pace();
    let (mut begin, _) = course::flow()
        .begin(new.way, pace.name(), &|_| Some(holder))
        .map_err(|no| Fault::bug(format!("the flow has no beginning: {no:?}")))?;
    // Who said it on paper has waited since then.
    begin.due = course::due(terms, &begin.step, pace, new.origin.happened.unwrap_or(now));
    let no = format!("{}-{year}-{n:04}", area.code);
    let head = Head { id: author.act, area: new.area, by: author.by, no: Some(no), token: author.token.clone() };
    Ok(record(tx, head, &Report { new: new.clone(), year, n, begin, about })?)
}

/// 看过，交给…: a worker has looked, given it a title, a category and a clock, and hands it on.
pub(crate) struct Dispatch {
    pub(crate) matter: MatterId,
    pub(crate) hop: Hop,
    pub(crate) category: Category,
    pub(crate) pace: Pace,
    pub(crate) title: String,
    pub(crate) executor: Option<OrgId>,
}

impl Act for Dispatch {
    const KIND: &'static str = "council.dispatch";

    fn leaf(&self, leaf: &mut Leaf) {
        course::leaf(leaf, self.matter, Some(&self.hop));
        leaf.text("category", self.category);
        leaf.text("clock", self.pace);
        leaf.opt_text("executor", self.executor);
        leaf.seal("title", None, &self.title);
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let m = take(rec, tx)?;
        let executor: Option<OrgId> = rec.opt_id_of("executor")?;
        store::looked(tx, m.id, rec.text("category")?, rec.text("clock")?, rec.id(), executor)?;
        crate::search::reworded(tx, m.id)?;
        note(rec, tx, &m, rec.text("move")?, rec.opt_text("executor")?)
    }
}

/// What a worker enters after looking.
#[derive(Clone, Debug)]
pub struct NewDispatch {
    /// The matter's number.
    pub no: String,
    /// How many hops the form saw.
    pub seen: Option<i64>,
    /// A short name, shown to the parties and, once published, to all.
    pub title: String,
    /// What it is about.
    pub category: Category,
    /// Which clock runs.
    pub pace: Pace,
    /// To whom directly; `None` hands it to a deliberation.
    pub executor: Option<OrgId>,
}

/// Hands a matter on: to a deliberation, or straight to who repairs it.
pub fn dispatch(tx: &mut Tx<'_>, terms: &Terms, author: &Author, new: &NewDispatch) -> Result<Receipt, Stop> {
    let m = course::load(tx, author, &new.no)?;
    let mv = if new.executor.is_some() { Move::Direct } else { Move::Dispatch };
    let now = tx.now();
    let wish = Wish { executor: new.executor, pace: Some(new.pace), ..Wish::of(mv, new.seen) };
    let hop = hop(tx, terms, &m, author, &wish, now)?;
    said(&new.title, "title", TITLE_MAX, Refusal::NoTitle)?;
    if let Some(org) = new.executor {
        executor_here(tx, &m, org, now)?;
    }
    let act = Dispatch {
        matter: m.id,
        hop,
        category: new.category,
        pace: new.pace,
        title: new.title.clone(),
        executor: new.executor,
    };
    Ok(record(tx, m.head(author), &act)?)
}

/// An organisation that may be asked to do something here: one responsible for the area, or under contract for it.
pub(crate) fn executor_here(
    tx: &mut Tx<'_>,
    m: &store::Matter,
    org: OrgId,
    now: lianxin_base::Moment,
) -> Result<OrgId, Stop> {
    let here = course::parties(tx, m.area, now.day())?;
    Ok(here.iter().any(|p| p.id == org).then_some(org).ok_or(Refusal::UnknownExecutor)?)
}

/// 这事不在这儿办: declined only with the lawful way to go.
pub(crate) struct Decline {
    matter: MatterId,
    hop: Hop,
    words: String,
}

impl Act for Decline {
    const KIND: &'static str = "council.decline";

    fn leaf(&self, leaf: &mut Leaf) {
        course::leaf(leaf, self.matter, Some(&self.hop));
        leaf.seal("words", None, &self.words);
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let m = take(rec, tx)?;
        store::outcome(tx, m.id, "declined")?;
        note(rec, tx, &m, Move::Decline.name(), None)
    }
}

/// What a form about a matter says, when it is words only.
#[derive(Clone, Debug)]
pub struct NewNote {
    /// The matter's number.
    pub no: String,
    /// How many hops the form saw.
    pub seen: Option<i64>,
    /// The words.
    pub words: String,
}

/// Says that this is not handled here, and where it is.
pub fn decline(tx: &mut Tx<'_>, terms: &Terms, author: &Author, new: &NewNote) -> Result<Receipt, Stop> {
    let m = course::load(tx, author, &new.no)?;
    let now = tx.now();
    let hop = hop(tx, terms, &m, author, &Wish::of(Move::Decline, new.seen), now)?;
    said(&new.words, "note", WORDS_MAX, Refusal::NoReason)?;
    Ok(record(tx, m.head(author), &Decline { matter: m.id, hop, words: new.words.clone() })?)
}

//! Publication: number, category, compound, step, holder and clocks are public at once; words and photos only
//! when a worker has read and masked them. Quarrels, illness, family, debts and minors never are.

use crate::course::{self, Author, actor, said};
use crate::photos::{self, ShownPhoto};
use crate::rules::{Actor, Refusal, See, Source, TITLE_MAX, WORDS_MAX, sensitive};
use crate::store;
use crate::store::Matter;
use lianxin_base::MatterId;
use lianxin_gate::{Asked, agrees};
use lianxin_journal::{Act, Leaf, Receipt, Recorded, record, text};
use lianxin_store::{Fault, Read, Stop, Tx};

/// 看过，可以公开 / 只给办事的人看.
pub(crate) struct Publication {
    matter: MatterId,
    shown: Option<(String, String)>,
    photos: Vec<ShownPhoto>,
}

impl Act for Publication {
    const KIND: &'static str = "council.publication";

    fn leaf(&self, leaf: &mut Leaf) {
        course::leaf(leaf, self.matter, None);
        leaf.int("shown", self.shown.is_some());
        if let Some((title, words)) = &self.shown {
            leaf.seal("title", None, title);
            leaf.seal("words", None, words);
            photos::shown_leaf(leaf, &self.photos);
        }
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let m = course::of(rec, tx)?;
        let shown = rec.int("shown")? != 0;
        store::published(tx, m.id, if shown { "shown" } else { "kept" }, shown.then_some(rec.id()))?;
        photos::shown(rec, tx, m.id)?;
        crate::search::reworded(tx, m.id)?;
        tx.moved(m.element());
        Ok(())
    }
}

/// Whether the reporter's own words and photos may be published: only with their agreement to just that (PIPL Art. 25).
/// What nobody known brought in (a newspaper's report) is nobody's; whose reporter was forgotten nobody can ask any more.
///
/// # Errors
/// The database's trouble.
pub fn agreed(r: &mut Read<'_>, m: &Matter) -> Result<bool, Fault> {
    m.reporter.map_or(Ok(!m.verified), |person| agrees(r, person, Asked::Publication))
}

/// What a worker lets everybody read.
#[derive(Clone, Debug)]
pub struct NewPublication {
    /// The matter's number.
    pub no: String,
    /// Title and words, masked; `None` keeps them with the parties.
    pub shown: Option<(String, String)>,
    /// The photos everybody sees with them; the others stay with the parties.
    pub photos: Vec<ShownPhoto>,
}

/// The same by who stands in the community's place, where a complaint is about the community itself: nobody of it may.
pub fn publication_above(tx: &mut Tx<'_>, author: &Author, new: &NewPublication) -> Result<Receipt, Stop> {
    let m = course::load(tx, author, &new.no)?;
    if !m.kept_by.is_some_and(|above| actor(author) == Actor::Org(above)) {
        return Err(Refusal::NotHolder.into());
    }
    publication(tx, author, new)
}

/// Publishes a matter's words, or keeps them with the parties. The reporter's own wish and an unknown identity
/// stand above the worker's choice; without their agreement only the worker's own title is published.
pub fn publication(tx: &mut Tx<'_>, author: &Author, new: &NewPublication) -> Result<Receipt, Stop> {
    let m = course::load(tx, author, &new.no)?;
    crate::about::not_theirs(&m, actor(author))?;
    if let Some((title, words)) = &new.shown {
        let known = m.verified || m.source == Source::Told.name();
        if m.see == See::Parties.name() || !known {
            return Err(Refusal::WrongStep.into());
        }
        said(title, "title", TITLE_MAX, Refusal::NoTitle)?;
        let agreed = agreed(tx, &m)?;
        if !agreed && (!words.is_empty() || photos::of_report(tx, m.id, &new.photos)?) {
            return Err(Refusal::NotAgreed.into());
        }
        let wrote = text(tx, m.act, "words")?.is_some_and(|own| !own.is_empty());
        if !words.is_empty() || (agreed && wrote && new.photos.is_empty()) {
            said(words, "words", WORDS_MAX, Refusal::NoWords)?; // what came without words is shown without
        }
        if sensitive(title) || sensitive(words) {
            return Err(Refusal::SensitiveShown.into());
        }
        photos::are_there(tx, m.id, &new.photos)?;
    }
    let act = Publication { matter: m.id, shown: new.shown.clone(), photos: new.photos.clone() };
    Ok(record(tx, m.head(author), &act)?)
}

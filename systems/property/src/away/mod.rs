//! 外地业主拍照寄回的表决票: an owner who is away signs the paper and sends a photo of it, on the phone or to the desk. Two people
//! read it as they read a paper; only they see it.

pub(crate) mod desk;
pub(crate) mod pages;
mod rules;
pub mod store;

pub(crate) use desk::why_name;
pub use rules::Why;
pub(crate) use rules::open_for_photos;

use crate::assembly::{ours, store as votes};
use crate::ballot::rules::open_for_papers;
use crate::ballot::{number_of, store as ballots, turnout_element, urn_of};
use crate::conflict;
use crate::notices;
use crate::refusal::Refusal;
use crate::roll;
use crate::words::Author;
use lianxin_base::{ActId, PersonId};
use lianxin_journal::{Act, By, Kind, Leaf, Receipt, Recorded, record};
use lianxin_store::{Fault, Stop, Tx};
use lianxin_web::photos::Photo;
use rules::{Sending, may_put_back, may_send};

/// 拍照寄来一张签了名的表决票.
struct FormPhoto {
    vote: ActId,
    no: i64,
    /// The owner, where they sent it themselves.
    person: Option<PersonId>,
    photo: Photo,
}

impl Act for FormPhoto {
    const KIND: &'static str = "property.form_photo";
    const HIDDEN: bool = true;

    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("vote", self.vote);
        leaf.int("no", self.no);
        leaf.int("own", self.person.is_some());
        leaf.int("photos", 1);
        leaf.seal("photo_files", self.person, &self.photo.to_string());
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let person = if rec.int("own")? != 0 { rec.subject("by") } else { None };
        store::add(tx, rec, person)?;
        tx.moved(turnout_element(rec.id_of("vote")?));
        Ok(())
    }
}

/// 照片退回去了.
struct FormPhotoBack {
    vote: ActId,
    no: i64,
    photo: ActId,
    why: Why,
}

impl Act for FormPhotoBack {
    const KIND: &'static str = "property.form_photo_back";
    const HIDDEN: bool = true;

    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("vote", self.vote);
        leaf.int("no", self.no);
        leaf.text("photo", self.photo);
        leaf.text("why", self.why);
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let (vote, photo): (ActId, ActId) = (rec.id_of("vote")?, rec.id_of("photo")?);
        store::back(tx, photo, rec.text("why")?)?;
        // That the original has come is no news to whoever posted it.
        let person = store::one(tx, photo)?.and_then(|p| p.person);
        if let Some(person) = person.filter(|_| rec.text("why").is_ok_and(|why| why != Why::Original.name())) {
            lianxin_outbox::to_person(tx, rec, 1, person, notices::PHOTO_BACK, photo)?;
        }
        tx.moved(turnout_element(vote));
        Ok(())
    }
}

/// From an erasure's apply: nobody knows any more who sent it.
pub(crate) fn forget_by(tx: &mut Tx<'_>, act: ActId) -> Result<(), Fault> {
    if let Some(person) = store::one(tx, act)?.and_then(|p| p.person) {
        lianxin_outbox::forget_about(tx, person, act)?;
    }
    store::forget_by(tx, act)
}

/// The acts of this room.
pub(crate) fn kinds() -> Vec<Kind> {
    vec![Kind::of::<FormPhoto>(), Kind::of::<FormPhotoBack>()]
}

/// Takes in a photo of a signed paper: from the owner of that number, or at a desk, for somebody else's.
///
/// # Errors
/// The rules', or the database's trouble.
pub fn send(tx: &mut Tx<'_>, author: &Author, (id, no): (ActId, i64), photos: &[Photo]) -> Result<Receipt, Stop> {
    let (v, person) = match author.by {
        By::Person(me) => {
            let v = votes::one(tx, id)?.ok_or(Refusal::NoVote)?;
            open_for_photos(urn_of(&v), tx.now())?;
            if !roll::store::mine(tx, id, me)?.contains(&no) {
                return Err(Refusal::NotVoter.into());
            }
            (v, Some(me))
        }
        _ => (number_of(tx, author, (id, no))?, None),
    };
    let there = ballots::of_no(tx, id, no)?.map(|b| b.channel);
    let entered = !ballots::entered(tx, id, no)?.is_empty();
    may_send(Sending { urn: urn_of(&v), now: tx.now(), there, entered, photos: photos.len() })?;
    let photo = *photos.first().ok_or(Refusal::NoAway)?;
    Ok(record(tx, author.head(v.area), &FormPhoto { vote: id, no, person, photo })?)
}

/// Puts a photo back that is none of a signed paper, or whose paper has come; its owner hears why.
///
/// # Errors
/// The rules', or the database's trouble.
pub fn put_back(tx: &mut Tx<'_>, author: &Author, (id, photo): (ActId, ActId), why: Why) -> Result<Receipt, Stop> {
    let v = ours(tx, author, id)?;
    let today = tx.now().day();
    conflict::author_clear(tx, &v, author, today)?;
    open_for_papers(v.state)?;
    let p = store::one(tx, photo)?.filter(|p| p.vote == id).ok_or(Refusal::AwayGone)?;
    conflict::not_own(tx, (id, p.no), author)?;
    let signed = ballots::of_no(tx, id, p.no)?.is_some_and(|b| b.channel.signed());
    may_put_back(!p.ended, signed || !ballots::entered(tx, id, p.no)?.is_empty())?;
    Ok(record(tx, author.head(v.area), &FormPhotoBack { vote: id, no: p.no, photo, why })?)
}

//! 是对谁的意见 About: a complaint about one of the parties. It never lies with that party alone and never shows it who
//! wrote it or in which words: about a company or an owners' committee the community answers, about the community itself
//! whoever stands above it.

pub(crate) mod pages;
mod rules;

pub(crate) use pages::{choices, chosen, said};
pub use rules::{REFUSALS, Refusal, Whom};
pub(crate) use rules::{may, may_join, not_theirs};

use crate::collect::{NewDispatch, dispatch};
use crate::course::{self, Author, Terms, Wish, actor, hop, note, take};
use crate::rules::{Move, Refusal as Course};
use lianxin_base::{AreaId, MatterId, Moment, OrgId};
use lianxin_journal::{Act, Leaf, Receipt, Recorded, record};
use lianxin_path::Hop;
use lianxin_register::OrgKind;
use lianxin_register::find::{self, party};
use lianxin_store::{Fault, Read, Stop, Tx, params};

const SET: &str = "UPDATE council_matter SET about = $2, about_too = $3, kept_by = $4 WHERE id = $1";

/// Every statement of this file, by name.
pub const SQL: &[(&str, &str)] = &[("about_set", SET)];

/// Whom a complaint is about, as the register knew them then.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct About {
    pub(crate) org: OrgId,
    /// Another of the same house: often they are the same people.
    too: Option<OrgId>,
    pub(crate) kept_by: Option<OrgId>,
}

/// Who that is in an area; nobody where there is no such party.
pub(crate) fn of(r: &mut Read<'_>, area: AreaId, whom: Whom, now: Moment) -> Result<Option<About>, Stop> {
    let on = now.day();
    let plain = |org| About { org, too: None, kept_by: None };
    match whom {
        Whom::Company => Ok(party(r, area, OrgKind::Company, on)?.map(plain)),
        Whom::Owners => Ok(party(r, area, OrgKind::OwnersCommittee, on)?.map(plain)),
        Whom::Community => {
            let committee = party(r, area, OrgKind::ResidentsCommittee, on)?;
            let secretary = party(r, area, OrgKind::Party, on)?;
            let Some(org) = committee.or(secretary) else { return Err(Refusal::NobodyAbove.into()) };
            let above = party(r, area, OrgKind::Street, on)?.ok_or(Refusal::NobodyAbove)?;
            // A party organisation further up is another house.
            let home = find::org(r, org)?.map(|org| org.area);
            let beside = secretary.filter(|other| *other != org);
            let beside = beside.map(|other| find::org(r, other)).transpose()?.flatten();
            let too = beside.filter(|other| Some(other.area) == home).map(|other| other.id);
            Ok(Some(About { org, too, kept_by: Some(above) }))
        }
    }
}

/// What the act says of it: organisations only, all that is needed stands in it.
pub(crate) fn leaf(leaf: &mut Leaf, about: Option<About>) {
    leaf.opt_text("about", about.map(|a| a.org));
    leaf.opt_text("about_too", about.and_then(|a| a.too));
    leaf.opt_text("kept_by", about.and_then(|a| a.kept_by));
}

/// From an apply: sets it, if the act says it.
pub(crate) fn apply(rec: &Recorded, tx: &mut Tx<'_>, matter: MatterId) -> Result<(), Fault> {
    match rec.opt_id_of::<OrgId>("about")? {
        Some(org) => set(rec, tx, matter, Some(org)),
        None => Ok(()),
    }
}

fn set(rec: &Recorded, tx: &mut Tx<'_>, matter: MatterId, org: Option<OrgId>) -> Result<(), Fault> {
    let (too, above) = (rec.opt_id_of::<OrgId>("about_too")?, rec.opt_id_of::<OrgId>("kept_by")?);
    tx.exec(SET, params![matter, org, too, above]).map(|_| ())
}

/// 是对谁的意见: the desk says whom it is about, or that it is about nobody. About the community it goes up.
pub(crate) struct Said {
    matter: MatterId,
    about: Option<About>,
    hop: Option<Hop>,
}

impl Act for Said {
    const KIND: &'static str = "council.about";

    fn leaf(&self, leaf: &mut Leaf) {
        course::leaf(leaf, self.matter, self.hop.as_ref());
        self::leaf(leaf, self.about);
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let m = course::of(rec, tx)?;
        set(rec, tx, m.id, rec.opt_id_of("about")?)?;
        if rec.opt_text("move")?.is_some() {
            let m = take(rec, tx)?;
            return note(rec, tx, &m, Move::Upward.name(), None);
        }
        tx.moved(m.element());
        tx.moved("desk");
        Ok(())
    }
}

/// Says whom a matter is about; `None`: nobody.
pub fn say(
    tx: &mut Tx<'_>,
    terms: &Terms,
    author: &Author,
    (no, seen): (&str, Option<i64>),
    whom: Option<Whom>,
) -> Result<Receipt, Stop> {
    let m = course::load(tx, author, no)?;
    let now = tx.now();
    not_theirs(&m, actor(author))?;
    if seen.is_some_and(|hops| hops != m.hops) {
        return Err(Course::MovedMeanwhile.into());
    }
    let about = match whom {
        Some(whom) => Some(of(tx, m.area, whom, now)?.ok_or(Refusal::NobodyThere)?),
        None => None,
    };
    let above = about.and_then(|about| about.kept_by);
    rules::may_say(m.kept_by, above, (m.ended_at.is_none(), m.step == "look"))?;
    let hop = match above.filter(|above| *above != m.holder) {
        Some(_) => {
            // From here on it lies with who stands above.
            let up = crate::store::Matter { kept_by: above, ..m.clone() };
            Some(hop(tx, terms, &up, author, &Wish::of(Move::Upward, seen), now)?)
        }
        None => None,
    };
    Ok(record(tx, m.head(author), &Said { matter: m.id, about, hop })?)
}

/// 接过来办: who stands in the community's place does it itself.
pub fn take_over(tx: &mut Tx<'_>, terms: &Terms, author: &Author, new: &NewDispatch) -> Result<Receipt, Stop> {
    let m = course::load(tx, author, &new.no)?;
    let own = m.kept_by.filter(|above| actor(author) == crate::rules::Actor::Org(*above));
    let executor = Some(own.ok_or(Course::NotHolder)?);
    dispatch(tx, terms, author, &NewDispatch { executor, ..new.clone() })
}

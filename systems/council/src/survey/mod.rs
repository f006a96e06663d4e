//! 满意度 A survey: a party asks the households of a compound how an organisation's service there was in a stretch of days: the same
//! few questions with three answers each, once a household, about the service and never about a resident. What was said is shown after
//! the close, of five households or more. Of households without a phone a worker who is not of that organisation writes it down.

pub(crate) mod answer;
mod close;
pub(crate) mod desk;
mod homes;
pub(crate) mod notices;
pub(crate) mod pages;
mod rules;
pub mod store;

pub use answer::{Desk, NewAnswer, SurveyAnswer, answer};
pub use close::SurveyClosed;
pub(crate) use close::{UNTIL, close};
pub use rules::{Mark, Question, REFUSALS, Refusal};

use crate::course::{Author, actor};
use crate::meeting::speaks;
use crate::rules::Actor;
use lianxin_base::{ActId, AreaId, Day, Moment, OrgId};
use lianxin_journal::{Act, Leaf, Receipt, Recorded, record};
use lianxin_register::find::OrgRow;
use lianxin_register::{OrgKind, find};
use lianxin_store::{Fault, Read, Stop, Tx};
use rules::{Asking, may_ask, serves, until};

/// 问一问满意不满意.
pub struct Survey {
    about: OrgId,
    from: Day,
    to: Day,
    until: Moment,
}

impl Act for Survey {
    const KIND: &'static str = "council.survey";
    /// Version 1 told only whose service it is.
    const V: u32 = 2;

    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("about", self.about);
        leaf.text("from", self.from);
        leaf.text("to", self.to);
        leaf.int("until", self.until.micros());
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let wrong = |what: &str| Fault::Damaged(format!("{} has no proper {what}", rec.id()));
        let day = |key: &'static str| rec.text(key)?.parse::<Day>().map_err(|_| wrong(key));
        let row = store::NewRow {
            id: rec.id(),
            area: rec.area(),
            org: rec.org().ok_or_else(|| wrong("organisation"))?,
            about: rec.id_of("about")?,
            from: day("from")?,
            to: day("to")?,
            until: rec.moment("until")?,
            at: rec.at(),
        };
        store::add(tx, &row)?;
        lianxin_work::set(tx, UNTIL, row.id, row.until, rec)?;
        lianxin_outbox::to_org(tx, rec, 1, row.about, notices::ASKED, row.id)?;
        if rec.v() > 1 {
            let people = store::people(tx, row.area, row.at.day())?;
            lianxin_outbox::to_each(tx, rec, people, notices::OPEN, row.id)?;
        }
        Ok(())
    }
}

/// What somebody asks.
#[derive(Clone, Copy, Debug)]
pub struct NewSurvey {
    /// The compound.
    pub area: AreaId,
    /// Whose service.
    pub about: OrgId,
    /// The first day of the service that is asked about.
    pub from: Day,
    /// The last.
    pub to: Day,
    /// The last day to answer.
    pub day: Day,
}

/// Who serves in a compound, so that its households can be asked about it.
pub(crate) fn serving(r: &mut Read<'_>, area: AreaId, on: Day) -> Result<Vec<OrgRow>, Fault> {
    let all = crate::course::parties(r, area, on)?;
    Ok(all.into_iter().filter(|org| serves(org.kind)).collect())
}

/// Until which day of its service households were asked about an organisation.
fn asked_until(all: &[store::Survey], about: OrgId) -> Option<Day> {
    all.iter().filter(|s| s.about == about).map(|s| s.to).max()
}

/// Asks.
///
/// # Errors
/// The rules', or the database's trouble.
pub fn ask(tx: &mut Tx<'_>, author: &Author, new: &NewSurvey) -> Result<Receipt, Stop> {
    let now = tx.now();
    let own = if let Actor::Org(org) = actor(author) { Some(org) } else { None };
    let party = match own {
        Some(org) => speaks(tx, new.area, org, &author.scope, now.day())?,
        None => false,
    };
    let here = serving(tx, new.area, now.day())?.iter().any(|org| org.id == new.about);
    let all = store::of_area(tx, new.area)?;
    let twice = all.iter().any(|s| s.about == new.about && s.from <= new.to && new.from <= s.to);
    let own = theirs(tx, (new.area, new.about), own.as_slice(), now.day())?;
    may_ask(&Asking { party, here, own, days: (new.from, new.to), today: now.day(), twice })?;
    let until = until(now, new.day)?;
    let act = Survey { about: new.about, from: new.from, to: new.to, until };
    Ok(record(tx, author.head(new.area), &act)?)
}

/// The survey a recorded act is about.
fn of(rec: &Recorded, tx: &mut Tx<'_>) -> Result<store::Survey, Fault> {
    let id: ActId = rec.id_of("survey")?;
    store::one(tx, id)?.ok_or_else(|| Fault::Damaged(format!("{} is about no survey", rec.id())))
}

/// Whether one of these organisations is the one a survey is about. The residents' committee and the party organisation of one
/// community are often the same people: neither asks about the other, nor writes down what is said of it.
pub(crate) fn theirs(r: &mut Read<'_>, (area, about): (AreaId, OrgId), orgs: &[OrgId], on: Day) -> Result<bool, Fault> {
    let mut house = vec![about];
    let pair = [OrgKind::ResidentsCommittee, OrgKind::Party].map(|kind| find::party(r, area, kind, on));
    if let [Some(committee), Some(secretary)] = pair.into_iter().collect::<Result<Vec<_>, _>>()?[..] {
        let mut home = |org| find::org(r, org).map(|org| org.map(|org| org.area));
        if home(committee)? == home(secretary)? && [committee, secretary].contains(&about) {
            house.extend([committee, secretary]);
        }
    }
    Ok(orgs.iter().any(|org| house.contains(org)))
}

/// From an erasure's apply: an answer whose text is gone is none any more.
pub(crate) fn forget(tx: &mut Tx<'_>, act: ActId, field: &str) -> Result<(), Fault> {
    if answer::FIELDS.contains(&field) { store::forget(tx, act) } else { Ok(()) }
}

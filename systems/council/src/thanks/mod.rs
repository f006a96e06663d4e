//! 谢谢 Thanks: when the residents' side has said that it is solved, whoever brought it in or joined it may thank who did it.
//! One tap, no words; public is how many did.

pub(crate) mod notices;
pub(crate) mod pages;
mod rules;
pub mod store;

pub use rules::{REFUSALS, Refusal};

use crate::course::{self, Author};
use crate::rules::Refusal as Course;
use crate::store::public_by_no;
use lianxin_base::{ActId, MatterId, OrgId, PersonId};
use lianxin_journal::{Act, Leaf, Receipt, Recorded, record};
use lianxin_store::{Fault, Stop, Tx};
use rules::{Asking, may_thank};

/// 谢谢.
pub(crate) struct Thanks {
    matter: MatterId,
    org: OrgId,
    person: Option<PersonId>,
}

impl Act for Thanks {
    const KIND: &'static str = "council.thanks";
    /// Version 1 told the organisation of each.
    const V: u32 = 2;

    fn leaf(&self, leaf: &mut Leaf) {
        course::leaf(leaf, self.matter, None);
        leaf.text("org", self.org);
        leaf.int("link", self.person.is_none());
        leaf.opt_seal("thanker", self.person, self.person.map(|p| p.to_string()).as_deref());
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let m = course::of(rec, tx)?;
        let (org, link) = (rec.id_of("org")?, rec.int("link")? != 0);
        store::add(tx, rec.id(), &m, (org, rec.subject("thanker"), link), rec.at())?;
        // Of ten thanks in a day they hear once.
        let told = rec.v() > 1 && lianxin_outbox::told_about(tx, org, notices::THANKED, m.id, rec.at().day().start())?;
        if !told {
            lianxin_outbox::to_org(tx, rec, 1, org, notices::THANKED, m.id)?;
        }
        tx.moved(m.element());
        Ok(())
    }
}

/// Who thanks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    /// Somebody of the register.
    Person(PersonId),
    /// Who has the secret link of the report.
    Link,
}

/// Thanks who did it.
pub fn thank(tx: &mut Tx<'_>, author: &Author, no: &str, who: Who) -> Result<Receipt, Stop> {
    let m = public_by_no(tx, no)?.ok_or(Course::NoMatter)?;
    let asking = asking(tx, &m, who)?;
    let org = may_thank(&asking)?;
    let person = match who {
        Who::Person(person) => Some(person),
        Who::Link => None,
    };
    Ok(record(tx, m.head(author), &Thanks { matter: m.id, org, person })?)
}

/// What the rules need to know of somebody who would thank.
pub(crate) fn asking(r: &mut lianxin_store::Read<'_>, m: &crate::store::Matter, who: Who) -> Result<Asking, Fault> {
    let all = store::all(r, m.id)?;
    let (theirs, before) = match who {
        Who::Person(person) => {
            let joined = crate::join::store::all(r, m.id)?.iter().any(|x| x.person == Some(person));
            (m.reporter == Some(person) || joined, all.iter().any(|x| x.0 == Some(person)))
        }
        Who::Link => (true, all.iter().any(|x| x.1)),
    };
    Ok(Asking { solved: m.outcome.as_deref() == Some("solved"), executor: m.executor, theirs, before })
}

/// From an erasure's apply: the thanks stays in the count, and nobody knows any more whose it was.
pub(crate) fn forget(tx: &mut Tx<'_>, act: ActId, field: &str) -> Result<(), Fault> {
    if field == "thanker" { store::forget(tx, act) } else { Ok(()) }
}

//! 到会: who came, by the number on the screen or from the signed sheet. Whoever runs it sees the list and may strike a line.

use super::rules::{Coming, How, NAME_MAX, NAMES_MAX, door, may_come, may_copy};
use super::{Refusal, Whoever, ours, side, sides, store};
use crate::course::Author;
use crate::rules::{Refusal as Rules, WORDS_MAX};
use lianxin_base::{ActId, OrgId, PersonId};
use lianxin_journal::{Act, Leaf, Receipt, Recorded, record};
use lianxin_store::{Fault, Stop, Tx};
use std::collections::BTreeSet;

/// 到会.
pub struct Attendance {
    meeting: ActId,
    how: How,
    org: Option<OrgId>,
    person: Option<PersonId>,
    name: Option<String>,
}

impl Act for Attendance {
    const KIND: &'static str = "council.attendance";

    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("meeting", self.meeting);
        leaf.text("how", self.how);
        leaf.opt_text("for", self.org);
        leaf.opt_seal("attendee", self.person, self.person.map(|p| p.to_string()).as_deref());
        leaf.opt_seal("name", None, self.name.as_deref());
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let meeting: ActId = rec.id_of("meeting")?;
        let who = (rec.opt_id_of("for")?, rec.subject("attendee"));
        store::come(tx, (rec.id(), meeting, rec.area()), (rec.text("how")?, rec.at()), who)?;
        tx.moved(format!("g-{meeting}"));
        Ok(())
    }
}

/// Somebody signs in at the door. The caller has checked the number on the screen.
///
/// # Errors
/// The rules', or the database's trouble.
pub fn attend(tx: &mut Tx<'_>, author: &Author, id: ActId, who: &Whoever) -> Result<Receipt, Stop> {
    let m = store::one(tx, id)?.ok_or(Refusal::None)?;
    door(m.state, tx.now(), m.starts, m.ends)?;
    let side = side(tx, &m, who)?;
    let all = store::present(tx, id)?;
    // Who was struck and came back by their signature is on the list.
    let listed = all.iter().filter(|p| p.person == Some(who.person)).map(|p| p.struck.is_some()).min();
    may_come(Coming { belongs: side.is_some(), listed })?;
    let act = Attendance { meeting: id, how: How::Code, org: side.flatten(), person: Some(who.person), name: None };
    Ok(record(tx, author.head(m.area), &act)?)
}

/// Somebody whose signature stands on the sheet.
#[derive(Clone, Debug)]
pub struct NewName {
    /// The line's own act.
    pub act: ActId,
    /// Who, if the register knows exactly one of that name there.
    pub person: Option<PersonId>,
    /// The name as it stands there.
    pub name: String,
}

/// Copies names from the signed sheet, all for one organisation or all as residents. Who is on the list is passed over;
/// who was struck by mistake comes back by their signature.
///
/// # Errors
/// The rules', or the database's trouble.
pub fn copied(
    tx: &mut Tx<'_>,
    author: &Author,
    id: ActId,
    org: Option<OrgId>,
    names: &[NewName],
) -> Result<Receipt, Stop> {
    let m = ours(tx, author, id)?;
    may_copy(m.state, tx.now(), m.starts)?;
    let sides = sides(tx, &m)?;
    if org.is_some_and(|org| !sides.iter().any(|(id, _)| *id == org)) {
        return Err(Refusal::NoSide.into());
    }
    if names.len() > NAMES_MAX || names.iter().any(|n| n.name.chars().count() > NAME_MAX) {
        return Err(Refusal::BadName.into());
    }
    let all = store::present(tx, id)?;
    let there = |n: &NewName| {
        all.iter().filter(|p| p.struck.is_none()).any(|p| match n.person {
            Some(person) => p.person == Some(person),
            None => p.org == org && p.name.as_deref() == Some(n.name.as_str()),
        })
    };
    let (mut first, mut seen) = (None, BTreeSet::new());
    for n in names.iter().filter(|n| !n.name.is_empty() && seen.insert(&n.name) && !there(n)) {
        let token = if first.is_none() { author.token.clone() } else { None };
        let author = Author { act: n.act, token, ..author.clone() };
        let name = n.person.is_none().then(|| n.name.clone());
        let act = Attendance { meeting: id, how: How::Sheet, org, person: n.person, name };
        let receipt = record(tx, author.head(m.area), &act)?;
        first.get_or_insert(receipt);
    }
    let all_there = names.iter().any(|n| !n.name.is_empty());
    Ok(first.ok_or(if all_there { Refusal::Already } else { Refusal::NoName })?)
}

/// 划掉: somebody on the list was not there.
pub struct AttendanceStruck {
    meeting: ActId,
    attendance: ActId,
    words: String,
}

impl Act for AttendanceStruck {
    const KIND: &'static str = "council.attendance_struck";

    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("meeting", self.meeting);
        leaf.text("attendance", self.attendance);
        leaf.seal("words", None, &self.words);
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        store::strike(tx, rec.id_of("attendance")?, rec.id())?;
        tx.moved(format!("g-{}", rec.id_of::<ActId>("meeting")?));
        Ok(())
    }
}

/// Strikes a line off the list, with the reason: a picture of the number was sent home. Until the minutes are final.
///
/// # Errors
/// The rules', or the database's trouble.
pub fn strike(tx: &mut Tx<'_>, author: &Author, id: ActId, line: ActId, words: &str) -> Result<Receipt, Stop> {
    let m = ours(tx, author, id)?;
    may_copy(m.state, tx.now(), m.starts)?;
    if !store::present(tx, id)?.iter().any(|p| p.act == line && p.struck.is_none()) {
        return Err(Refusal::NotOnList.into());
    }
    if words.is_empty() {
        return Err(Refusal::NoReason.into());
    }
    if words.chars().count() > WORDS_MAX {
        return Err(Rules::TooLong { field: "reason", max: WORDS_MAX }.into());
    }
    let act = AttendanceStruck { meeting: id, attendance: line, words: words.to_owned() };
    Ok(record(tx, author.head(m.area), &act)?)
}

//! The acts of a hand-over.

use super::store;
use crate::rules::{ITEMS_MAX, ItemKind, LINE_MAX, Refusal, Standing, may_accept, may_check};
use lianxin_base::{ActId, HandoverId, PersonId, SeatId};
use lianxin_journal::{Act, Head, Leaf, Receipt, Recorded, record};
use lianxin_outbox::to_org;
use lianxin_register::find;
use lianxin_store::{Fault, Stop, Tx, params};
use serde_json::{Value, json};

/// The kind of notice a hand-over sends.
pub(crate) const NOTICE: &str = "office.handover";

/// A line as it is written down.
#[derive(Clone, Debug)]
pub(crate) struct NewItem {
    pub(crate) kind: ItemKind,
    /// A matter's number; public, as everywhere.
    pub(crate) no: Option<String>,
    /// What somebody wrote. Sealed.
    pub(crate) words: Option<String>,
}

/// A hand-over 交接 of a seat is opened with its list. Who leaves and what was written is sealed.
#[derive(Clone, Debug)]
pub(crate) struct Handover {
    pub(crate) handover: HandoverId,
    pub(crate) seat: SeatId,
    pub(crate) person: Option<PersonId>,
    pub(crate) items: Vec<NewItem>,
}

impl Act for Handover {
    const KIND: &'static str = "office.handover";
    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("handover", self.handover);
        leaf.text("seat", self.seat);
        let person = self.person.map(|p| p.to_string());
        leaf.opt_seal("person", self.person, person.as_deref());
        leaf.list("items", self.items.iter().map(|i| json!([i.kind.name(), i.no])).collect());
        for (n, item) in (1..).zip(&self.items) {
            leaf.opt_seal(&format!("words_{n}"), None, item.words.as_deref());
        }
    }
    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let (id, seat) = (rec.id_of::<HandoverId>("handover")?, rec.id_of::<SeatId>("seat")?);
        let row = find::seat(tx, seat)?.ok_or_else(|| Fault::Damaged(format!("{id} hands over no seat")))?;
        let values = params![id, rec.area(), row.org, seat, rec.sealed("person"), rec.at(), rec.id()];
        tx.exec(store::ADD, values)?;
        for (n, item) in (1i64..).zip(rec.list("items")?) {
            let (kind, no) = (item.get(0).and_then(Value::as_str), item.get(1).and_then(Value::as_str));
            let kind = kind.ok_or_else(|| Fault::Damaged(format!("a line of {id} has no kind")))?;
            tx.exec(store::ADD_ITEM, params![id, n, rec.area(), kind, no, rec.id()])?;
        }
        to_org(tx, rec, 1, row.org, NOTICE, id)
    }
}

/// Opens the hand-over of a seat; the caller ends the seat in the same command.
pub(crate) fn handover(tx: &mut Tx<'_>, head: Head, act: &Handover) -> Result<Receipt, Stop> {
    let seat = find::seat(tx, act.seat)?.ok_or(lianxin_register::Refusal::SeatUnknown)?;
    if store::of_seat(tx, act.seat)?.is_some() {
        return Err(Refusal::Twice.into());
    }
    if act.items.iter().filter(|item| item.no.is_none()).count() > ITEMS_MAX {
        return Err(Refusal::Many.into());
    }
    for item in &act.items {
        fits(item)?;
    }
    Ok(record(tx, Head { area: seat.area, ..head }, act)?)
}

/// A matter has a number, any other line has words.
fn fits(item: &NewItem) -> Result<(), Refusal> {
    match (&item.no, item.words.as_deref().map(str::trim)) {
        (Some(_), None) => Ok(()),
        (_, Some(words)) if words.chars().count() > LINE_MAX => Err(Refusal::LongWords),
        (None, Some(words)) if !words.is_empty() => Ok(()),
        _ => Err(Refusal::NoWords),
    }
}

/// A line is added to an open list.
#[derive(Clone, Debug)]
pub(crate) struct HandoverItem {
    pub(crate) handover: HandoverId,
    pub(crate) n: i64,
    pub(crate) item: NewItem,
}

impl Act for HandoverItem {
    const KIND: &'static str = "office.handover_item";
    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("handover", self.handover);
        leaf.int("n", self.n);
        leaf.text("kind", self.item.kind.name());
        leaf.opt_seal(&format!("words_{}", self.n), None, self.item.words.as_deref());
    }
    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let (id, n, none) = (rec.id_of::<HandoverId>("handover")?, rec.int("n")?, None::<&str>);
        tx.exec(store::ADD_ITEM, params![id, n, rec.area(), rec.text("kind")?, none, rec.id()])?;
        Ok(())
    }
}

/// Adds a line.
pub(crate) fn handover_item(tx: &mut Tx<'_>, head: Head, id: HandoverId, item: NewItem) -> Result<Receipt, Stop> {
    let h = store::handover(tx, id)?.ok_or(Refusal::NoHandover)?;
    if h.accepted_at.is_some() {
        return Err(Refusal::Done.into());
    }
    fits(&item)?;
    let items = store::items(tx, id)?;
    if items.iter().filter(|item| item.no.is_none()).count() >= ITEMS_MAX {
        return Err(Refusal::Many.into());
    }
    let n = items.iter().map(|i| i.n).max().unwrap_or(0) + 1;
    Ok(record(tx, Head { area: h.area, ..head }, &HandoverItem { handover: id, n, item })?)
}

/// Who takes it over is named 接手: by their seat.
#[derive(Clone, Copy, Debug)]
pub(crate) struct HandoverSuccessor {
    pub(crate) handover: HandoverId,
    pub(crate) seat: SeatId,
}

impl Act for HandoverSuccessor {
    const KIND: &'static str = "office.handover_successor";
    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("handover", self.handover);
        leaf.text("seat", self.seat);
    }
    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        tx.exec(store::TO, params![rec.id_of::<HandoverId>("handover")?, rec.id_of::<SeatId>("seat")?])?;
        Ok(())
    }
}

/// Names who takes over.
pub(crate) fn handover_successor(tx: &mut Tx<'_>, head: Head, act: HandoverSuccessor) -> Result<Receipt, Stop> {
    let h = store::handover(tx, act.handover)?.ok_or(Refusal::NoHandover)?;
    if h.accepted_at.is_some() {
        return Err(Refusal::Done.into());
    }
    let seat = find::seat(tx, act.seat)?.ok_or(Refusal::Successor)?;
    let sits = seat.holds(tx.now().day()) && seat.person.is_some() && (seat.person != h.person || h.person.is_none());
    if seat.org != h.org || seat.id == h.seat || !sits {
        return Err(Refusal::Successor.into());
    }
    Ok(record(tx, Head { area: h.area, ..head }, &act)?)
}

/// A line has been looked at 清点: it is there, or it is not.
#[derive(Clone, Debug)]
pub(crate) struct HandoverCheck {
    pub(crate) handover: HandoverId,
    pub(crate) n: i64,
    pub(crate) found: bool,
    /// What is missing. Sealed.
    pub(crate) note: Option<String>,
}

impl Act for HandoverCheck {
    const KIND: &'static str = "office.handover_check";
    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("handover", self.handover);
        leaf.int("n", self.n);
        leaf.int("found", i64::from(self.found));
        leaf.opt_seal("note", None, self.note.as_deref());
    }
    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let (id, n) = (rec.id_of::<HandoverId>("handover")?, rec.int("n")?);
        tx.exec(store::CHECK, params![id, n, rec.int("found")?, rec.at(), rec.id()])?;
        Ok(())
    }
}

/// How it stands for somebody who sits in these seats.
pub(crate) fn standing(h: &store::Row, items: &[store::Item], seats: &[SeatId]) -> Standing {
    Standing {
        successor: h.to_seat.is_some(),
        accepted: h.accepted_at.is_some(),
        unchecked: items.iter().filter(|i| i.found.is_none()).count(),
        theirs: h.to_seat.is_some_and(|to| seats.contains(&to)),
    }
}

/// Notes that a line was looked at by somebody who sits in these seats.
pub(crate) fn handover_check(
    tx: &mut Tx<'_>,
    head: Head,
    act: &HandoverCheck,
    seats: &[SeatId],
) -> Result<Receipt, Stop> {
    let h = store::handover(tx, act.handover)?.ok_or(Refusal::NoHandover)?;
    let items = store::items(tx, act.handover)?;
    may_check(&standing(&h, &items, seats))?;
    if !items.iter().any(|i| i.n == act.n) {
        return Err(Refusal::NoItem.into());
    }
    let note = act.note.as_deref().map_or("", str::trim);
    if note.chars().count() > LINE_MAX {
        return Err(Refusal::LongWords.into());
    }
    if !act.found && note.is_empty() {
        return Err(Refusal::NoNote.into());
    }
    Ok(record(tx, Head { area: h.area, ..head }, act)?)
}

/// Notes that all matters of the list were looked at and are there.
pub(crate) fn handover_check_matters(
    tx: &mut Tx<'_>,
    head: &Head,
    id: HandoverId,
    seats: &[SeatId],
) -> Result<Receipt, Stop> {
    let left = store::items(tx, id)?.into_iter().filter(|i| i.no.is_some() && i.found.is_none());
    let mut first = None;
    for item in left {
        let act = HandoverCheck { handover: id, n: item.n, found: true, note: None };
        // The first line's act is the form's own; a further one's is made here.
        let own = match first {
            None => head.clone(),
            Some(_) => Head { id: ActId::new(tx.chance(), tx.now()), token: None, ..head.clone() },
        };
        let receipt = handover_check(tx, own, &act, seats)?;
        first.get_or_insert(receipt);
    }
    Ok(first.ok_or(Refusal::NoItem)?)
}

/// The hand-over is accepted 接手: nothing of it changes any more.
#[derive(Clone, Copy, Debug)]
pub(crate) struct HandoverAcceptance {
    pub(crate) handover: HandoverId,
}

impl Act for HandoverAcceptance {
    const KIND: &'static str = "office.handover_acceptance";
    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("handover", self.handover);
    }
    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let id = rec.id_of::<HandoverId>("handover")?;
        tx.exec(store::ACCEPT, params![id, rec.at()])?;
        match store::handover(tx, id)? {
            Some(h) => to_org(tx, rec, 1, h.org, NOTICE, id),
            None => Ok(()),
        }
    }
}

/// Accepts it for somebody who sits in these seats.
pub(crate) fn handover_acceptance(
    tx: &mut Tx<'_>,
    head: Head,
    id: HandoverId,
    seats: &[SeatId],
) -> Result<Receipt, Stop> {
    let h = store::handover(tx, id)?.ok_or(Refusal::NoHandover)?;
    let items = store::items(tx, id)?;
    may_accept(&standing(&h, &items, seats))?;
    Ok(record(tx, Head { area: h.area, ..head }, &HandoverAcceptance { handover: id })?)
}

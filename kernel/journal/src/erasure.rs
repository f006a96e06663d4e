//! Erasing: the one act that takes texts out of the record. What people wrote and who they are goes; leaves, hashes
//! and the order of acts stay as they were.

use crate::{Act, Head, Leaf, Receipt, Recorded, record};
use lianxin_base::{ActId, AreaId, Moment, PersonId};
use lianxin_store::{Fault, Read, Tx, params};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::marker::PhantomData;

/// The kind of act that erases. Verification accepts a missing text only if a later act of this kind names it.
pub const ERASURE: &str = "privacy.erasure";
/// So many bytes of names fit into one leaf with room to spare; what is longer becomes several acts.
const LIST_MAX: usize = 12 * 1024;

pub(crate) const ERASE: &str = "DELETE FROM journal_text WHERE act = $1 AND field = $2";
/// Which seat acted stays: it is the office's own account of itself and names nobody.
pub(crate) const OF_PERSON: &str = "SELECT t.act, t.field, t.value, a.kind, a.no, a.area, a.at FROM journal_text t \
                                    JOIN journal_act a ON a.id = t.act WHERE t.subject = $1 \
                                    AND NOT (t.field = 'by' AND t.value LIKE 'seat %') ORDER BY a.seq, t.field";
pub(crate) const ERASURES: &str = "SELECT seq, inner_leaf FROM journal_act WHERE kind = $1 ORDER BY seq";

/// A text by its act and field.
pub type TextKey = (ActId, String);

/// What the rooms of a program forget with a text. Their columns that came from it become NULL, or their rows go, so
/// that the tables are those a replay without the text would give.
pub trait Forget: Send + Sync + 'static {
    /// Called for every erased text, before it goes.
    ///
    /// # Errors
    /// The database's trouble.
    fn forget(tx: &mut Tx<'_>, act: ActId, field: &str) -> Result<(), Fault>;
}

/// 抹去 Texts are erased. It names acts and fields and no person. Hidden: which acts are named together would tell
/// that one person stood behind them.
pub struct Erasure<F> {
    texts: Vec<(ActId, Vec<String>)>,
    rooms: PhantomData<fn() -> F>,
}

impl<F: Forget> Act for Erasure<F> {
    const KIND: &'static str = ERASURE;
    const HIDDEN: bool = true;

    fn leaf(&self, leaf: &mut Leaf) {
        let line = |(act, fields): &(ActId, Vec<String>)| {
            Value::Array(std::iter::once(act.to_string()).chain(fields.iter().cloned()).map(Value::from).collect())
        };
        leaf.list("texts", self.texts.iter().map(line).collect());
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        for (act, field) in named(rec.list("texts")?) {
            let id: ActId =
                act.parse().map_err(|_| Fault::Damaged(format!("{} names something that is no act", rec.id())))?;
            F::forget(tx, id, field)?;
            tx.exec(ERASE, params![id, field])?;
        }
        Ok(())
    }
}

/// Act and field of every text a list names.
fn named(list: &[Value]) -> impl Iterator<Item = (&str, &str)> {
    list.iter().filter_map(Value::as_array).flat_map(|line| {
        let act = line.first().and_then(Value::as_str).unwrap_or_default();
        line.iter().skip(1).filter_map(move |field| Some((act, field.as_str()?)))
    })
}

/// Erases texts that are there, as one act or, where they are many, several; `None` if none of them is. The first act
/// carries the head's id and token. Whoever asks for their own texts to go is not named: a head by a person is refused.
///
/// # Errors
/// The database's trouble.
pub fn erase<F: Forget>(tx: &mut Tx<'_>, head: Head, texts: &[TextKey]) -> Result<Option<Receipt>, Fault> {
    if matches!(head.by, crate::By::Person(_)) {
        return Err(Fault::bug("an erasure names no person"));
    }
    let mut all: BTreeMap<ActId, BTreeSet<&str>> = BTreeMap::new();
    for (act, field) in texts {
        if crate::text(tx, *act, field)?.is_some() {
            all.entry(*act).or_default().insert(field);
        }
    }
    let mut first = None;
    let mut head = Some(head);
    for part in parts(&all) {
        let own = match head.take() {
            Some(own) => own,
            None => continue,
        };
        let next = Head { id: ActId::new(tx.chance(), tx.now()), token: None, ..own.clone() };
        let done = record(tx, own, &Erasure::<F> { texts: part, rooms: PhantomData })?;
        first.get_or_insert(done);
        head = Some(next);
    }
    Ok(first)
}

/// The list cut into parts that fit a leaf each.
fn parts(all: &BTreeMap<ActId, BTreeSet<&str>>) -> Vec<Vec<(ActId, Vec<String>)>> {
    let (mut parts, mut part, mut size) = (Vec::new(), Vec::new(), 0);
    for (act, fields) in all {
        let fields: Vec<String> = fields.iter().map(|f| (*f).to_owned()).collect();
        let bytes = 42 + fields.iter().map(|f| f.len() + 3).sum::<usize>();
        if size + bytes > LIST_MAX && !part.is_empty() {
            parts.push(std::mem::take(&mut part));
            size = 0;
        }
        size += bytes;
        part.push((*act, fields));
    }
    if !part.is_empty() {
        parts.push(part);
    }
    parts
}

/// One text that is kept of a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// The act it belongs to.
    pub act: ActId,
    /// Its field.
    pub field: String,
    /// The text.
    pub value: String,
    /// The act's kind.
    pub kind: String,
    /// The act's number.
    pub no: Option<String>,
    /// Where it was.
    pub area: AreaId,
    /// When it was.
    pub at: Moment,
}

/// Every text about a person, in the order of the record: all there is of what they wrote and who they are.
///
/// # Errors
/// The database's trouble.
pub fn of_person(r: &mut Read<'_>, person: PersonId) -> Result<Vec<Held>, Fault> {
    r.rows(OF_PERSON, params![person], |row| {
        Ok(Held {
            act: row.id(0)?,
            field: row.text(1)?,
            value: row.text(2)?,
            kind: row.text(3)?,
            no: row.opt_text(4)?,
            area: row.id(5)?,
            at: row.moment(6)?,
        })
    })
}

/// Which texts erasures name, with the place of the last act that does.
pub(crate) type Erased = BTreeMap<(String, String), i64>;

pub(crate) fn erased(r: &mut Read<'_>) -> Result<Erased, Fault> {
    let mut all = Erased::new();
    r.each(ERASURES, params![ERASURE], |row| {
        let (seq, leaf) = (row.int(0)?, row.opt_text(1)?.unwrap_or_default());
        // A leaf that cannot be read is named when its own turn comes.
        let leaf: Value = serde_json::from_str(&leaf).unwrap_or_default();
        let list = leaf.pointer("/pub/texts").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
        all.extend(named(list).map(|(act, field)| ((act.to_owned(), field.to_owned()), seq)));
        Ok(())
    })?;
    Ok(all)
}

/// Texts named by erasures that stand after a place in the record: what a backup made there would bring back.
///
/// # Errors
/// The database's trouble.
pub fn erased_after(r: &mut Read<'_>, after: i64) -> Result<Vec<TextKey>, Fault> {
    let wrong = |act: &str| Fault::Damaged(format!("an erasure names {act}, which is no act"));
    let late = erased(r)?.into_iter().filter(|(_, seq)| *seq > after);
    late.map(|((act, field), _)| Ok((act.parse().map_err(|_| wrong(&act))?, field))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use lianxin_base::Chance;

    #[test]
    fn a_long_list_becomes_parts_that_fit_a_leaf_each_and_lose_nothing() {
        let chance = Chance::seeded(1);
        for n in [0usize, 1, 200, 1000] {
            let acts: Vec<ActId> = (0..n).map(|_| ActId::new(&chance, Moment::from_micros(1))).collect();
            let all = acts.iter().map(|a| (*a, BTreeSet::from(["by", "name", "words"]))).collect();
            let cut = parts(&all);
            assert_eq!(cut.iter().map(Vec::len).sum::<usize>(), n);
            for part in cut {
                let bytes: usize = part.iter().map(|(_, f)| 42 + f.iter().map(|f| f.len() + 3).sum::<usize>()).sum();
                assert!(bytes <= LIST_MAX);
            }
        }
    }
}

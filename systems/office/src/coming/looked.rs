//! 查人的记录: who at a counter opened what is kept of somebody, and what for. They see it on `/me/data`.

use crate::texts::t;
use lianxin_base::{ActId, Lang, Moment, PersonId, SeatId};
use lianxin_journal::{Act, Head, Leaf, Receipt, Recorded, record};
use lianxin_register::find;
use lianxin_store::{Fault, Read, Tx, params};

const ADD: &str = "INSERT INTO office_look_up(act, area, person, seat, purpose, at) VALUES($1, $2, $3, $4, $5, $6)";
const OF_PERSON: &str =
    "SELECT seat, purpose, at FROM office_look_up WHERE person = $1 ORDER BY at DESC, act DESC LIMIT $2";
const SINCE: &str = "SELECT COUNT(*) FROM office_look_up WHERE person = $1 AND at >= $2 AND seat = $3";
const FORGET: &str = "DELETE FROM office_look_up WHERE person = $1";
const FORGET_BEFORE: &str = "DELETE FROM office_look_up WHERE act < $1";

/// Every statement of this file, by name.
pub const SQL: &[(&str, &str)] = &[
    ("look_up_add", ADD),
    ("look_ups_of_person", OF_PERSON),
    ("look_ups_since", SINCE),
    ("look_ups_forget", FORGET),
    ("look_ups_forget_before", FORGET_BEFORE),
];

macro_rules! purposes {
    ($($(#[$doc:meta])* $name:ident $text:literal $label:ident,)*) => {
        /// What somebody is looked up for. Chosen, never written: there are no notes about persons.
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        pub(crate) enum Purpose { $($(#[$doc])* $name,)* }
        impl Purpose {
            /// All of them, as they are offered.
            pub(crate) const ALL: &[Self] = &[$(Self::$name),*];
            /// Their names.
            pub(crate) const NAMES: &[&'static str] = &[$($text),*];
            /// Its name in the record.
            pub(crate) const fn name(self) -> &'static str { match self { $(Self::$name => $text,)* } }
            /// In words.
            pub(crate) fn say(self, lang: Lang) -> String { match self { $(Self::$name => t(lang).$label(),)* } }
            /// The one of this name.
            pub(crate) fn named(name: &str) -> Option<Self> { match name { $($text => Some(Self::$name),)* _ => None } }
        }
    };
}

purposes! {
    /// They stand at the counter.
    Comes "comes" msg_look_comes,
    /// Somebody of the family asks for them.
    Family "family" msg_look_family,
    /// A worker goes to their door.
    Visit "visit" msg_look_visit,
    /// What is registered is compared with what is so.
    Check "check" msg_look_check,
    /// They want a copy of what is kept of them.
    Copy "copy" msg_look_copy,
}

/// Somebody was found at the counter and opened. Hidden: it tells about a household.
#[derive(Clone, Copy, Debug)]
pub(crate) struct LookUp {
    /// Who was looked up.
    pub(crate) person: PersonId,
    /// By which seat.
    pub(crate) seat: SeatId,
    /// What for.
    pub(crate) purpose: Purpose,
}

impl Act for LookUp {
    const KIND: &'static str = "office.look_up";
    const HIDDEN: bool = true;

    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("person", self.person);
        leaf.text("seat", self.seat);
        leaf.text("purpose", self.purpose.name());
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let (person, seat) = (rec.id_of::<PersonId>("person")?, rec.id_of::<SeatId>("seat")?);
        tx.exec(ADD, params![rec.id(), rec.area(), person, seat, rec.text("purpose")?, rec.at()])?;
        Ok(())
    }
}

/// Records that somebody is looked up.
pub(crate) fn look_up(tx: &mut Tx<'_>, head: Head, act: LookUp) -> Result<Receipt, Fault> {
    record(tx, head, &act)
}

/// Whether a seat said since then what it looks somebody up for.
pub(super) fn said_since(r: &mut Read<'_>, seat: SeatId, person: PersonId, since: Moment) -> Result<bool, Fault> {
    Ok(r.row(SINCE, params![person, since, seat], |row| row.int(0))?.unwrap_or(0) > 0)
}

/// One look-up as the person reads it: which post of which organisation, what for, when. No worker's name.
pub(crate) struct Looked {
    pub(crate) who: String,
    pub(crate) purpose: String,
    pub(crate) at: Moment,
}

/// The last times somebody was looked up.
pub(crate) fn looked(r: &mut Read<'_>, person: PersonId, most: i64, lang: Lang) -> Result<Vec<Looked>, Fault> {
    let rows =
        r.rows(OF_PERSON, params![person, most], |row| Ok((row.id::<SeatId>(0)?, row.text(1)?, row.moment(2)?)))?;
    let mut all = Vec::new();
    for (seat, purpose, at) in rows {
        let seat = find::seat(r, seat)?;
        let org = seat.as_ref().map(|s| find::org_name(r, s.org)).transpose()?.flatten().unwrap_or_default();
        let who = format!("{org} {}", seat.map(|s| s.title).unwrap_or_default()).trim().to_owned();
        let purpose = Purpose::named(&purpose).map_or(purpose, |p| p.say(lang));
        all.push(Looked { who, purpose, at });
    }
    Ok(all)
}

/// With somebody goes who looked them up.
pub(crate) fn forget(tx: &mut Tx<'_>, person: PersonId) -> Result<(), Fault> {
    tx.exec(FORGET, params![person]).map(|_| ())
}

/// What was done before a moment goes; an act's id begins with its time.
pub(crate) fn forget_before(tx: &mut Tx<'_>, done: Moment) -> Result<(), Fault> {
    tx.exec(FORGET_BEFORE, params![ActId::first_at(done)]).map(|_| ())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_purpose_has_its_name_and_its_words() {
        assert_eq!(Purpose::ALL.len(), Purpose::NAMES.len());
        for purpose in Purpose::ALL {
            assert_eq!(Purpose::named(purpose.name()), Some(*purpose));
            assert_ne!(purpose.say(Lang::Zh), purpose.say(Lang::En));
        }
        assert_eq!(Purpose::named("curious"), None);
    }
}

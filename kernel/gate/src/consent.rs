//! 同意 Consent: what somebody agreed to, each thing by itself, taken back as easily as given.

use crate::{Refusal, sql};
use lianxin_base::{Day, Moment, PersonId};
use lianxin_journal::{Act, Head, Leaf, Receipt, Recorded, record};
use lianxin_register::find;
use lianxin_store::{Fault, Read, Stop, Tx, params};

/// The version of the rules in force. Whoever agreed to an older one is asked anew.
pub const RULES_VERSION: i64 = 3;
/// The first version anybody could agree to.
pub const RULES_FIRST: i64 = 2;

/// The day a version of the rules was written; `None`: there is none of this number.
pub fn rules_since(version: i64) -> Option<Day> {
    match version {
        2 => Day::ymd(2026, 11, 25),
        3 => Day::ymd(2026, 11, 26),
        _ => None,
    }
}

/// What is asked, each by itself.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Asked {
    /// The rules: what is kept, why, for how long. Without it nobody has an account.
    Rules,
    /// That sensitive things somebody writes about themselves may be kept to deal with the matter.
    Sensitive,
    /// That their own words and photos may be published once a worker has masked them.
    Publication,
}

impl Asked {
    /// All of them, in the order they are asked.
    pub const ALL: [Self; 3] = [Self::Rules, Self::Publication, Self::Sensitive];

    /// Its name in the record.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Rules => "rules",
            Self::Sensitive => "sensitive",
            Self::Publication => "publication",
        }
    }

    /// The one of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|asked| asked.name() == name)
    }
}

/// Somebody agreed. Hidden: who agreed to what is between them and the office.
#[derive(Clone, Copy, Debug)]
pub struct Consent {
    /// Who.
    pub person: PersonId,
    /// To what.
    pub what: Asked,
    /// To which version of the rules.
    pub version: i64,
}

impl Act for Consent {
    const KIND: &'static str = "gate.consent";
    const HIDDEN: bool = true;

    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("person", self.person);
        leaf.text("what", self.what.name());
        leaf.int("version", self.version);
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let (person, what) = (rec.id_of::<PersonId>("person")?, rec.text("what")?);
        tx.exec(sql::CONSENT_SET, params![person, what, rec.area(), rec.int("version")?, rec.at()])?;
        Ok(())
    }
}

/// Somebody took their agreement back.
#[derive(Clone, Copy, Debug)]
pub struct Withdrawal {
    /// Who.
    pub person: PersonId,
    /// Of what.
    pub what: Asked,
}

impl Act for Withdrawal {
    const KIND: &'static str = "gate.withdrawal";
    const HIDDEN: bool = true;

    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("person", self.person);
        leaf.text("what", self.what.name());
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        tx.exec(sql::CONSENT_DROP, params![rec.id_of::<PersonId>("person")?, rec.text("what")?])?;
        Ok(())
    }
}

/// Something somebody agreed to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Agreed {
    /// What.
    pub what: Asked,
    /// Which version of the rules.
    pub version: i64,
    /// When.
    pub at: Moment,
}

/// What somebody agreed to and has not taken back.
///
/// # Errors
/// The database's trouble.
pub fn consents(r: &mut Read<'_>, person: PersonId) -> Result<Vec<Agreed>, Fault> {
    let all = r.rows(sql::CONSENTS, params![person], |row| {
        let (version, at) = (row.int(1)?, row.moment(2)?);
        Ok(Asked::named(&row.text(0)?).map(|what| Agreed { what, version, at }))
    })?;
    Ok(all.into_iter().flatten().collect())
}

/// Whether somebody agrees to something: to the rules only in the version in force; what they published or wrote under an
/// older one they agreed to all the same, until they answer anew.
///
/// # Errors
/// The database's trouble.
pub fn agrees(r: &mut Read<'_>, person: PersonId, what: Asked) -> Result<bool, Fault> {
    let version = r.row(sql::CONSENT, params![person, what.name()], |row| row.int(0))?;
    Ok(version.is_some_and(|version| what != Asked::Rules || version >= RULES_VERSION))
}

/// Records that somebody agreed. `seen` is the version the page showed them.
///
/// # Errors
/// [`Refusal::RulesNewer`] if there is a newer one, [`Refusal::Child`] for somebody under 14, or the database's trouble.
pub fn consent(tx: &mut Tx<'_>, head: Head, person: PersonId, what: Asked, seen: i64) -> Result<Receipt, Stop> {
    if seen != RULES_VERSION {
        return Err(Refusal::RulesNewer.into());
    }
    if find::is_child(tx, person)? {
        return Err(Refusal::Child.into());
    }
    Ok(record(tx, head, &Consent { person, what, version: seen })?)
}

/// Records that somebody took their agreement back.
///
/// # Errors
/// [`Refusal::NotAgreed`] if there is none, or the database's trouble.
pub fn withdraw(tx: &mut Tx<'_>, head: Head, person: PersonId, what: Asked) -> Result<Receipt, Stop> {
    if !consents(tx, person)?.iter().any(|agreed| agreed.what == what) {
        return Err(Refusal::NotAgreed.into());
    }
    Ok(record(tx, head, &Withdrawal { person, what })?)
}

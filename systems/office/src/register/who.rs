//! Who somebody is: people of the same name are told apart before anybody is registered twice.

use super::kit::{Ask, Heads};
use crate::texts::t;
use lianxin_base::{AreaId, Lang, PersonId};
use lianxin_journal::Receipt;
use lianxin_register::{self as register, Person, find};
use lianxin_store::{Fault, Read, Stop, Tx};
use lianxin_web::Fields;
use lianxin_web::components::{Choice, Html};

/// The value of the choice "somebody else of the same name".
const ANOTHER: &str = "new";
/// So many people of one name are told apart.
const MOST: i64 = 10;

/// A person's name; a sentence where it has been erased.
pub(crate) fn name_of(r: &mut Read<'_>, lang: Lang, person: Option<PersonId>) -> Result<String, Fault> {
    let name = person.map(|p| find::person_name(r, p)).transpose()?.flatten();
    Ok(name.unwrap_or_else(|| if person.is_some() { t(lang).msg_reg_erased() } else { t(lang).msg_reg_nobody() }))
}

/// Somebody typed into a form.
#[derive(Clone, Debug)]
pub(crate) struct Who {
    pub(crate) name: String,
    pub(crate) phone: Option<String>,
    /// Somebody who is in the register already.
    pub(crate) known: Option<PersonId>,
    pub(crate) id: PersonId,
}

/// Somebody of that name: who, and what tells them apart.
pub(crate) type Same = (PersonId, String);

/// The people of an area, and of the areas around a seat's place, who bear exactly this name.
pub(crate) fn same(r: &mut Read<'_>, lang: Lang, under: AreaId, name: &str) -> Result<Vec<Same>, Fault> {
    let mut all = Vec::new();
    let wanted = register::person_name(name);
    for id in find::people_by_name(r, under, &wanted, MOST)? {
        if find::person_name(r, id)?.as_deref() == Some(wanted.as_str()) {
            all.push((id, told(r, lang, id)?));
        }
    }
    Ok(all)
}

fn told(r: &mut Read<'_>, lang: Lang, id: PersonId) -> Result<String, Fault> {
    let phone = find::person_phone(r, id)?;
    let tail = phone.as_deref().and_then(register::phone_tail).map(|tail| t(lang).msg_me_phone_tail(tail));
    let area = find::person_area(r, id)?.map(|a| find::area_name(r, a)).transpose()?.flatten();
    let parts = [find::person_name(r, id)?, area, tail];
    Ok(parts.into_iter().flatten().collect::<Vec<_>>().join("，"))
}

/// Reads who was meant. Where people of that name are there and none was chosen, the form asks.
pub(crate) fn read(fields: &mut Fields, lang: Lang, same: &[Same], new: PersonId) -> Option<Who> {
    let (name, phone) = (fields.line("name", 40), fields.opt_line("phone", 40));
    let picked = fields.raw("person").to_owned();
    let known = same.iter().map(|(id, _)| *id).find(|id| id.to_string() == picked);
    if known.is_none() && !same.is_empty() && picked != ANOTHER {
        fields.note("person", "office.same_name", t(lang).msg_reg_same_name());
    }
    fields.good().then_some(Who { name, phone, known, id: known.unwrap_or(new) })
}

/// The questions: name, phone, and which of several where there are several.
pub(crate) fn parts(ask: Ask<'_>, same: &[Same]) -> Vec<Html> {
    let t = t(ask.lang);
    let mut all = vec![
        ask.need("name", t.msg_reg_person_name(), 40),
        ask.phone(t.msg_reg_person_phone(), t.msg_reg_person_phone_hint()),
    ];
    if !same.is_empty() && !ask.fields.raw("name").is_empty() {
        let mut items: Vec<_> = same.iter().map(|(id, told)| Choice::new(id.to_string(), told.clone())).collect();
        items.push(Choice::new(ANOTHER, t.msg_reg_same_another()));
        all.push(ask.options("person", t.msg_reg_same_which(), items));
    }
    all
}

impl Who {
    /// Registers them if they are new, and writes a new phone down if one was given. `None`: nothing was to be recorded.
    pub(crate) fn enter(&self, tx: &mut Tx<'_>, heads: &Heads, area: AreaId) -> Result<Option<Receipt>, Stop> {
        let Some(known) = self.known else {
            let (name, phone) = (self.name.clone(), self.phone.clone());
            return register::person(tx, heads.nth(1), Person { person: self.id, area, name, phone }).map(Some);
        };
        let typed = self.phone.as_deref().map(|text| register::phone(text).unwrap_or_else(|| text.to_owned()));
        if typed.is_none() || typed == find::person_phone(tx, known)? {
            return Ok(None);
        }
        let area = find::person_area(tx, known)?.ok_or(register::Refusal::PersonUnknown)?;
        let name = find::person_name(tx, known)?.unwrap_or_else(|| self.name.clone());
        register::person(tx, heads.nth(1), Person { person: known, area, name, phone: typed }).map(Some)
    }
}

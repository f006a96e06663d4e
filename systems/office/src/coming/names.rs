//! 来社区问的人: somebody stands there without their phone. Found by name, door, the end of their telephone or a matter of
//! theirs; the list says name and door and nothing else, and what is kept opens only when it was said what for.

use super::counter;
use super::looked::{LookUp, Purpose, look_up};
use super::people::{self, door};
use crate::Office;
use crate::texts::{L10nLanguage, t};
use askama::Template;
use axum::response::Response;
use lianxin_base::half_width;
use lianxin_base::{AreaId, Day, PersonId};
use lianxin_gate::Scope;
use lianxin_journal::Head;
use lianxin_register::find;
use lianxin_store::{Read, Stop};
use lianxin_web::components::{Choice, Choices, Html, Look, Submit};
use lianxin_web::icons::Icon;
use lianxin_web::{Fields, Trouble, Visit};

/// More of one name or door are not listed.
pub(super) const LISTED: usize = 10;

/// Somebody of that name, behind that door or with that telephone.
pub(crate) struct Named {
    pub(crate) id: PersonId,
    pub(crate) name: String,
    pub(crate) door: String,
}

/// Whether something typed is a name or a door: two characters at least, and not digits alone unless they are a door's.
pub(crate) fn is_name(typed: &str) -> bool {
    let long = typed.chars().filter(|c| c.is_alphanumeric()).count() >= 2;
    long && (is_door(typed) || typed.chars().any(|c| c.is_alphabetic()))
}

/// Three numbers with strokes between, or the words of a door: `3-2-501`, `3号楼2单元501`.
pub(crate) fn is_door(typed: &str) -> bool {
    let plain: String = typed.chars().map(half_width).collect();
    let last = plain.split_whitespace().last().unwrap_or("");
    let parts: Vec<&str> = last.split('-').collect();
    let numbers = |p: &&str| !p.is_empty() && p.len() <= 4 && p.bytes().all(|b| b.is_ascii_digit());
    let dashed = parts.len() == 3 && parts.iter().all(numbers);
    let digits = plain.chars().any(|c| c.is_ascii_digit());
    dashed || (digits && (plain.contains("号楼") || plain.contains("单元")))
}

/// Who of a seat's area has that name, or belongs to the homes behind that door; one more than is listed says "many".
pub(crate) fn found(
    r: &mut Read<'_>,
    scope: &Scope,
    area: Option<AreaId>,
    typed: &str,
    on: Day,
) -> Result<Vec<Named>, Stop> {
    let mut ids = Vec::new();
    if is_door(typed) {
        for (unit, _) in crate::register::doors(r, scope, typed)? {
            for home in find::households_of_unit(r, unit.id)? {
                ids.extend(find::members(r, home.id, on)?.into_iter().map(|m| m.person));
            }
        }
    } else if let Some(area) = area {
        ids = find::people_by_name(r, area, typed, LISTED as i64 + 1)?;
    }
    let mut all: Vec<Named> = Vec::new();
    for id in ids {
        if all.len() <= LISTED && !all.iter().any(|known| known.id == id) {
            all.extend(within(r, scope, id, on)?);
        }
    }
    Ok(all)
}

/// Who of a seat's area has a telephone that ends like that, or that whole number.
pub(crate) fn by_phone(
    r: &mut Read<'_>,
    scope: &Scope,
    area: Option<AreaId>,
    (tail, whole): (&str, Option<&String>),
    on: Day,
) -> Result<Vec<Named>, Stop> {
    let mut all = Vec::new();
    for id in area.map(|area| find::people_by_phone_tail(r, area, tail)).transpose()?.unwrap_or_default() {
        let same = whole.is_none() || find::person_phone(r, id)?.as_ref() == whole;
        if all.len() <= LISTED && same {
            all.extend(within(r, scope, id, on)?);
        }
    }
    Ok(all)
}

/// Somebody as the list says them, if they belong to this seat's scope.
pub(super) fn within(r: &mut Read<'_>, scope: &Scope, id: PersonId, on: Day) -> Result<Option<Named>, Stop> {
    if !people::within(r, scope, id, on)? {
        return Ok(None);
    }
    let name = find::person_name(r, id)?.unwrap_or_default();
    let door = at(r, id, on)?;
    Ok(Some(Named { id, name, door }))
}

/// Where somebody lives, else nothing.
fn at(r: &mut Read<'_>, person: PersonId, on: Day) -> Result<String, Stop> {
    let home = people::homes(r, person, on)?.into_iter().next();
    if let Some(home) = home {
        return Ok(home.place());
    }
    let owned = find::relations(r, person, on)?.into_iter().find_map(|x| x.unit);
    Ok(owned.map(|unit| door(r, unit)).transpose()?.unwrap_or_default())
}

/// The list with its question.
#[derive(Template)]
#[template(path = "counter_named.html")]
struct List {
    t: &'static L10nLanguage,
    csrf: String,
    typed: String,
    people: Choices<'static>,
    why: Choices<'static>,
    submit: Submit<'static>,
}

/// The list of those who were found, with what was chosen already.
pub(super) fn list(visit: &Visit, fields: &Fields, typed: &str, found: &[Named]) -> Option<Html> {
    if found.is_empty() {
        return None;
    }
    let (lang, t) = (visit.lang, t(visit.lang));
    let pick = |name: &'static str, label: String| {
        Choices::new(lang, Look::Options, name, label)
            .chosen(fields.raw(name).to_owned())
            .error(fields.fault(name))
            .required()
    };
    let shown = found.iter().take(LISTED);
    let people = shown.fold(pick("person", t.msg_look_who()), |all, n| {
        all.item(Choice::new(n.id.to_string(), n.name.clone()).note(n.door.clone()))
    });
    let why = pick("why", t.msg_look_why()).hint(t.msg_look_why_hint());
    let why = Purpose::ALL.iter().fold(why, |all, p| all.item(Choice::new(p.name(), p.say(lang))));
    let submit = Submit::new(t.msg_look_go()).icon(Icon::User);
    Some(Html::of(&List { t, csrf: visit.token().to_owned(), typed: typed.to_owned(), people, why, submit }))
}

/// `POST /counter/look`: what for is recorded, then what is kept is opened.
pub(super) async fn send(office: Office, visit: Visit, mut fields: Fields) -> Result<Response, Trouble> {
    let person = match fields.id::<PersonId>("person") {
        Some(person) => Some(counter::theirs(&visit, Some(person)).await?),
        None => None,
    };
    let why = fields.choice("why", Purpose::NAMES).and_then(Purpose::named);
    let (Some((person, _, area)), Some(purpose), true) = (person, why, fields.good()) else {
        let typed = fields.raw("q").chars().take(counter::TYPED).collect();
        return counter::show(office, &visit, typed, None, &fields).await;
    };
    let seat = visit.seat().map(|s| s.seat).ok_or(Trouble::NotFound)?;
    let head = Head { id: visit.act_id(), area, by: visit.by(), no: None, token: None };
    let act = LookUp { person, seat, purpose };
    visit
        .act_once(area, fields.token(), move |tx, token| Ok(look_up(tx, Head { token, ..head.clone() }, act)?))
        .await?;
    Ok(visit.to(&format!("/counter?person={person}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_and_a_door_are_told_from_numbers() {
        for (typed, name, door) in [
            ("张玉兰", true, false),
            ("张", false, false),
            ("3-2-501", true, true),
            ("芙蓉里 3-2-501", true, true),
            ("３号楼２单元５０１", true, true),
            ("0480-8000091", false, false),
            ("芙蓉里-2026-0042", true, false),
            ("12345", false, false),
            ("", false, false),
            ("--", false, false),
        ] {
            assert_eq!((is_name(typed), is_door(typed)), (name, door), "{typed}");
        }
    }
}

//! `GET /me/data/copy`: everything that is kept of who asks, for programs (PIPL 45: a copy, to take elsewhere).

use super::{nobody, whose};
use crate::around::{door_of, unit_of};
use crate::coming::looked::looked;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse as _, Response};
use lianxin_base::{AreaId, Lang, Moment, PersonId};
use lianxin_gate::{consents, phones_of};
use lianxin_journal::of_person;
use lianxin_outbox::{Reader, inbox, wish_of};
use lianxin_register::{Owner, find};
use lianxin_store::{Fault, Read};
use lianxin_web::{Trouble, Visit};
use serde_json::{Value, json};

/// More messages and look-ups than anybody has.
const ALL: u32 = 100_000;

/// The copy, as one JSON object. Times are RFC 3339, days `2026-11-26`, `until` is the last day or null.
pub(super) async fn copy(visit: Visit) -> Result<Response, Trouble> {
    let Ok(person) = whose(&visit) else { return nobody(&visit, "/login?next=/me/data") };
    let (lang, now) = (visit.lang, visit.now());
    let all = visit.read(move |r| Ok(all(r, person, lang, now)?)).await?;
    let body = serde_json::to_string_pretty(&all).unwrap_or_default();
    let heads = [
        (CONTENT_TYPE, "application/json; charset=utf-8"),
        (CONTENT_DISPOSITION, "attachment; filename=\"lianxin-my-data.json\""),
    ];
    Ok((heads, body).into_response())
}

fn all(r: &mut Read<'_>, person: PersonId, lang: Lang, now: Moment) -> Result<Value, Fault> {
    let mut children = Vec::new();
    for child in find::wards(r, person)? {
        children.push(find::person_name(r, child)?);
    }
    let texts = of_person(r, person)?.into_iter().map(|held| {
        json!({"at": held.at.rfc3339(), "act": held.act.to_string(), "kind": held.kind, "number": held.no,
               "field": held.field, "text": held.value})
    });
    let texts: Vec<Value> = texts.collect();
    let agreed = consents(r, person)?.into_iter();
    let agreed: Vec<Value> =
        agreed.map(|a| json!({"what": a.what.name(), "version": a.version, "at": a.at.rfc3339()})).collect();
    Ok(json!({
        "made": now.rfc3339(),
        "name": find::person_name(r, person)?,
        "phone": find::person_phone(r, person)?,
        "children": children,
        "homes": homes(r, person, lang)?,
        "owns": owns(r, person)?,
        "agreed": agreed,
        "told_by": wish_of(r, person)?.map(|how| how.say(lang)),
        "messages": messages(r, person)?,
        "phones": phones(r, person, now)?,
        "looked_up": looked_up(r, person, lang)?,
        "texts": texts,
    }))
}

/// Where they belong or belonged, and as what.
fn homes(r: &mut Read<'_>, person: PersonId, lang: Lang) -> Result<Vec<Value>, Fault> {
    let mut all = Vec::new();
    for relation in find::relations_ever(r, person)? {
        let door = match unit_of(r, &relation)? {
            Some(unit) => Some(door_of(r, &unit)?),
            None => None,
        };
        all.push(json!({
            "place": place(r, relation.area)?, "door": door, "as": relation.kind.say(lang),
            "since": relation.since.to_string(), "until": relation.until.map(|day| day.to_string()),
        }));
    }
    Ok(all)
}

/// What they own or owned.
fn owns(r: &mut Read<'_>, person: PersonId) -> Result<Vec<Value>, Fault> {
    let mut all = Vec::new();
    for set in find::owner_sets_of(r, Owner::Person(person))? {
        let mut doors = Vec::new();
        for unit in find::owned(r, set.id)? {
            if let Some(unit) = find::unit(r, unit)? {
                doors.push(door_of(r, &unit)?);
            }
        }
        all.push(json!({
            "place": place(r, set.area)?, "doors": doors,
            "since": set.since.to_string(), "until": set.until.map(|day| day.to_string()),
        }));
    }
    Ok(all)
}

fn place(r: &mut Read<'_>, area: AreaId) -> Result<Option<String>, Fault> {
    Ok(find::area(r, area)?.map(|area| area.name))
}

/// What was sent to their inbox, newest first.
fn messages(r: &mut Read<'_>, person: PersonId) -> Result<Vec<Value>, Fault> {
    let all = inbox(r, &Reader::person(person), None, ALL)?.into_iter().map(|one| {
        json!({"at": one.message.at.rfc3339(), "kind": one.message.kind, "about": one.message.subject,
               "read": one.seen.map(|at| at.rfc3339())})
    });
    Ok(all.collect())
}

/// The phones that are signed in as them.
fn phones(r: &mut Read<'_>, person: PersonId, now: Moment) -> Result<Vec<Value>, Fault> {
    let all = phones_of(r, person, now)?.into_iter();
    Ok(all.map(|(since, seen)| json!({"since": since.rfc3339(), "last_used": seen.rfc3339()})).collect())
}

/// Who opened their page at the counter, and what for.
fn looked_up(r: &mut Read<'_>, person: PersonId, lang: Lang) -> Result<Vec<Value>, Fault> {
    let all = looked(r, person, ALL.into(), lang)?.into_iter();
    Ok(all.map(|l| json!({"at": l.at.rfc3339(), "by": l.who, "for": l.purpose})).collect())
}

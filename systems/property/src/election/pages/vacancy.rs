//! `/votes/{vote}/seats`, once a committee sits: whose seat stands empty, and who moves up.

use super::super::owns;
use super::super::store::Election;
use super::super::vacancy::{Why, alternate, members, next, open, vacate};
use super::{done, election, seats};
use crate::assembly::Vote;
use crate::assembly::pages::{on, own, under};
use crate::conflict;
use crate::say::plain_day;
use crate::texts::t;
use axum::extract::Path;
use axum::response::Response;
use lianxin_base::{ActId, Lang, SeatId};
use lianxin_register::find;
use lianxin_web::components::{Choice, Field, FieldKind, Link};
use lianxin_web::icons::Icon;
use lianxin_web::{Fields, Trouble, Visit};

/// What the page says of a committee that sits.
#[derive(Default)]
pub(super) struct Sitting {
    pub(super) members: Vec<String>,
    pub(super) empty: Vec<String>,
    /// Whose turn it is: the act, the name.
    pub(super) next: Option<(String, String)>,
    /// Where a by-election is called, if nobody can move up.
    pub(super) elect: Option<Link<'static>>,
    /// Whose seat, why, the last day.
    pub(super) form: Option<[Field<'static>; 3]>,
}

fn why_name(lang: Lang, why: Why) -> String {
    let t = t(lang);
    match why {
        Why::Resigned => t.msg_vacant_resigned(),
        Why::NotOwner => t.msg_vacant_not_owner(),
        Why::Dismissed => t.msg_vacant_dismissed(),
        Why::Other => t.msg_vacant_other(),
    }
}

/// The committee of an election, while its term runs.
pub(super) async fn sitting(visit: &Visit, v: &Vote, e: &Election, fields: &Fields) -> Result<Sitting, Trouble> {
    let (lang, t, today) = (visit.lang, t(visit.lang), visit.now().day());
    let Some(org) = e.org.filter(|_| e.term.is_some_and(|(_, until)| until >= today)) else {
        return Ok(Sitting::default());
    };
    let (at, by) = (v.clone(), visit.by());
    let found = visit.read(move |r| {
        conflict::clear(r, &at, by, today)?;
        let mut all = Vec::new();
        for s in members(r, org, today)? {
            let name = s.person.map(|p| find::person_name(r, p)).transpose()?.flatten();
            let owner = s.person.map(|p| owns(r, &at, p, today)).transpose()?.unwrap_or(false);
            all.push((s.id, name, owner));
        }
        let empty = open(r, org)?;
        let next = if empty.is_empty() { None } else { next(r, &at, org, today)? };
        Ok((all, empty, next))
    });
    let (all, empty, next) = found.await?;
    let name = |(_, name, owner): &(SeatId, Option<String>, bool)| match (name, owner) {
        (None, _) => t.msg_nameless(),
        (Some(name), true) => name.clone(),
        (Some(name), false) => t.msg_sold_since(name.clone()),
    };
    let field = |what: &'static str, label: String| {
        Field::new(lang, what, label).value(fields.raw(what).to_owned()).error(fields.fault(what)).required()
    };
    let whose = all.iter().map(|m| Choice::new(m.0.to_string(), name(m))).collect();
    let whys = Why::ALL.iter().map(|why| Choice::new(why.name(), why_name(lang, *why))).collect();
    let none = !empty.is_empty() && next.is_none();
    Ok(Sitting {
        members: all.iter().map(name).collect(),
        empty: empty.iter().map(|x| t.msg_vacant_since(plain_day(lang, x.day), why_name(lang, x.why))).collect(),
        next: next.map(|c| (c.act.to_string(), c.name)),
        elect: none.then(|| {
            Link::new(format!("/elections/new?area={}&kind=by", v.area), t.msg_vacant_elect()).icon(Icon::Plus)
        }),
        form: (!all.is_empty()).then(|| {
            [
                field("seat", t.msg_vacant_whose()).kind(FieldKind::Select(whose)),
                field("why", t.msg_vacant_why()).kind(FieldKind::Select(whys)),
                field("day", t.msg_vacant_day()).kind(FieldKind::Date),
            ]
        }),
    })
}

/// `POST /votes/{vote}/seats/vacant`
pub(super) async fn send_vacant(
    visit: Visit,
    Path(vote): Path<String>,
    mut fields: Fields,
) -> Result<Response, Trouble> {
    let v = own(&visit, &vote).await?;
    election(&visit, &v).await?;
    let seat: Option<SeatId> = fields.id("seat");
    let offered: Vec<&'static str> = Why::ALL.iter().map(|w| w.name()).collect();
    let why: Option<Why> = fields.choice("why", &offered).and_then(|w| w.parse().ok());
    let day = fields.day("day");
    let (Some(seat), Some(why), Some(day)) = (seat, why, day) else {
        return seats::show(&visit, &v, "", &fields).await;
    };
    let id = v.id;
    match done(&visit, &v, &fields, move |tx, author| vacate(tx, author, id, (seat, why, day))).await {
        Ok(_) => Ok(on(&visit, &under(id, "seats"), "vacant")),
        Err(trouble) => {
            fields.absorb(trouble)?;
            seats::show(&visit, &v, "", &fields).await
        }
    }
}

/// `POST /votes/{vote}/seats/alternate`
pub(super) async fn send_alternate(
    visit: Visit,
    Path(vote): Path<String>,
    mut fields: Fields,
) -> Result<Response, Trouble> {
    let v = own(&visit, &vote).await?;
    election(&visit, &v).await?;
    let candidate: ActId = fields.raw("candidate").parse().map_err(|_| Trouble::NotFound)?;
    let agrees = fields.choice("agrees", &["yes", "no"]).map(|a| a == "yes");
    let Some(agrees) = agrees else { return seats::show(&visit, &v, "", &fields).await };
    let (id, said) = (v.id, if agrees { "moved" } else { "declined" });
    match done(&visit, &v, &fields, move |tx, author| alternate(tx, author, id, (candidate, agrees))).await {
        Ok(_) => Ok(on(&visit, &under(id, "seats"), said)),
        Err(trouble) => {
            fields.absorb(trouble)?;
            seats::show(&visit, &v, "", &fields).await
        }
    }
}

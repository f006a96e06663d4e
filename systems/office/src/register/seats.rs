//! A seat: who holds it, who sits in for them, what it looks after, how its holder signs in, how it came to an end.

use super::kit::{Gone, Line, Section, Table, View, look};
use super::{May, name_of, orgs, said, term};
use crate::texts::t;
use crate::{handover, say};
use axum::extract::Path;
use axum::response::Response;
use lianxin_base::{Day, HandoverId, Lang, SeatId};
use lianxin_gate::{Role, Scope, login_of};
use lianxin_register::find::{self, DeputyRow, OrgRow, SeatRow};
use lianxin_store::{Fault, Read, Stop};
use lianxin_web::components::Link;
use lianxin_web::icons::Icon;
use lianxin_web::{Trouble, Visit};

/// The address of a seat's page.
pub(crate) fn url(seat: SeatId) -> String {
    format!("/seats/{seat}")
}

/// A role in words; its own name if this program has none for it.
pub(super) fn role(lang: Lang, role: &str) -> String {
    role.parse::<Role>().map_or_else(|_| role.to_owned(), |r| r.say(lang).to_owned())
}

/// Who sits in a seat.
pub(super) struct Who {
    pub(super) name: String,
    /// Who sits in for them today, and until when.
    pub(super) deputy: Option<(String, Day)>,
}

pub(super) fn who(r: &mut Read<'_>, lang: Lang, seat: &SeatRow, day: Day) -> Result<Who, Fault> {
    let name = name_of(r, lang, seat.person)?;
    let now = find::deputies(r, seat.id)?.into_iter().find(|d| d.holds(day)).filter(|_| seat.holds(day));
    let deputy = match now {
        Some(d) => Some((name_of(r, lang, d.person)?, d.until)),
        None => None,
    };
    Ok(Who { name, deputy })
}

/// A seat of an organisation that is the visitor's own.
pub(crate) fn visible(r: &mut Read<'_>, scope: &Scope, id: SeatId) -> Result<(SeatRow, OrgRow), Stop> {
    let seat = find::seat(r, id)?.ok_or(Gone)?;
    let org = find::org(r, seat.org)?.ok_or(Gone)?;
    if orgs::own(scope, &org) { Ok((seat, org)) } else { Err(Gone.into()) }
}

struct Seen {
    seat: SeatRow,
    org: OrgRow,
    area: String,
    holder: String,
    login: Option<String>,
    deputies: Vec<(DeputyRow, String)>,
    charges: Vec<(String, String)>,
    handover: Option<HandoverId>,
}

fn seen(r: &mut Read<'_>, scope: &Scope, id: SeatId, visit: &(Lang, lianxin_base::Moment)) -> Result<Seen, Stop> {
    let (lang, now) = *visit;
    let (seat, org) = visible(r, scope, id)?;
    let area = find::area_name(r, seat.area)?.unwrap_or_default();
    let holder = name_of(r, lang, seat.person)?;
    let login = login_of(r, id)?;
    let mut deputies = Vec::new();
    for d in find::deputies(r, id)? {
        deputies.push((d, name_of(r, lang, d.person)?));
    }
    let mut charges = Vec::new();
    for c in find::charges_of(r, id, now.day())? {
        let grid = c.grid.map(|g| find::grid(r, g)).transpose()?.flatten().map(|g| g.name);
        let building = c.building.map(|b| find::building(r, b)).transpose()?.flatten();
        let place = find::area_name(r, c.area)?.unwrap_or_default();
        let what = grid.or_else(|| building.map(|b| format!("{place} {}", b.name))).unwrap_or_default();
        charges.push((what, term(lang, c.since, c.until, now)));
    }
    let handover = handover::of_seat(r, id)?;
    Ok(Seen { seat, org, area, holder, login, deputies, charges, handover })
}

/// `GET /seats/{seat}`
pub(super) async fn page(visit: Visit, Path(id): Path<String>) -> Result<Response, Trouble> {
    let id: SeatId = id.parse().map_err(|_| Trouble::NotFound)?;
    let (lang, scope, now, may) = (visit.lang, visit.scope(), visit.now(), May::of(&visit));
    let s = look(&visit, move |r| seen(r, &scope, id, &(lang, now))).await?;
    let (t, here) = (t(lang), url(id));
    let held = s.seat.holds(now.day()) || s.seat.since > now.day();
    let change = may.seats && held;
    let person = s.seat.person.is_some();
    let mut view = View::new(s.seat.title.clone())
        .back(orgs::url(s.org.id), s.org.name.clone())
        .said(said(&visit, "saved").then(|| t.msg_reg_saved()))
        .act(change, format!("{here}/sign-in"), t.msg_sign_in_set(), Icon::Lock)
        .act(change && person, format!("{here}/deputy"), t.msg_deputy_new(), Icon::Plus)
        .act(change, format!("{here}/charge"), t.msg_charge_new(), Icon::MapPin)
        .act(change, format!("{here}/end"), t.msg_handover_open(), Icon::ArrowRight);
    view.lead = if held { s.org.name.clone() } else { t.msg_seat_ended(&s.org.name) };
    let facts = vec![
        (t.msg_seat_holder(), s.holder.clone()),
        (t.msg_seat_role(), role(lang, &s.seat.role)),
        (t.msg_org_area(), s.area.clone()),
        (t.msg_reg_term(), term(lang, s.seat.since, s.seat.until, now)),
        (t.msg_seat_stopped(), s.seat.closed_at.map_or_else(String::new, |at| say::when(lang, at, now))),
        (t.msg_sign_in_name(), s.login.clone().unwrap_or_else(|| t.msg_sign_in_none())),
    ];
    view.sections.push(Section::facts(String::new(), facts));
    if let Some(id) = s.handover {
        let rows = vec![Line { url: handover::url(id), title: t.msg_handover_of(&s.seat.title), ..Line::default() }];
        let table = Table { caption: t.msg_handover(), heads: vec![t.msg_handover()], rows };
        view.sections.push(Section::new(t.msg_handover(), &table));
    }
    let rows = s.charges.into_iter().map(|(what, when)| Line { title: what, cells: vec![when], ..Line::default() });
    let table =
        Table { caption: t.msg_charges(), heads: vec![t.msg_charge_what(), t.msg_reg_term()], rows: rows.collect() };
    view.sections.push(Section::table(t.msg_charges(), &table, t.msg_charges_none()));
    let rows = s.deputies.into_iter().map(|(d, name)| Line {
        title: name,
        cells: vec![term(lang, d.since, Some(d.until), now)],
        act: change.then(|| Link::new(format!("{here}/deputy?id={}", d.id), t.msg_deputy_change())),
        ..Line::default()
    });
    let mut heads = vec![t.msg_deputy(), t.msg_reg_term()];
    if change {
        heads.push(String::new());
    }
    let table = Table { caption: t.msg_deputies(), heads, rows: rows.collect() };
    view.sections.push(Section::table(t.msg_deputies(), &table, t.msg_deputies_none()));
    Ok(view.show(&visit))
}

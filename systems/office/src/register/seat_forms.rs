//! Forms of seats: one is given to somebody, its sign-in name, a deputy, what it looks after.

use super::kit::{Ask, Gone, Heads, Sheet, look, send};
use super::org_forms::{area_choices, changeable};
use super::orgs::{self, own};
use super::seats::{url, visible};
use super::{name_of, who};
use crate::asked::{Query, asked};
use crate::rules::roles_of;
use crate::texts::{L10nLanguage, t};
use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use lianxin_base::{AreaId, BuildingId, ChargeId, DeputyId, GridId, Lang, OrgId, PersonId, SeatId};
use lianxin_gate::{Role, Scope, login_of};
use lianxin_register::find::{self, AreaRow, DeputyRow, OrgRow, SeatRow};
use lianxin_register::{self as register, Charge, Deputy, Seat};
use lianxin_store::{Read, Stop, Tx};
use lianxin_web::components::{Back, Choice, Notice, NoticeKind};
use lianxin_web::shell::Kind;
use lianxin_web::{Fields, Trouble, Visit, new_password};

/// An organisation whose seats the visitor arranges, where a seat of it may look, and people of the name typed.
struct Ground {
    org: OrgRow,
    areas: Vec<AreaRow>,
    same: Vec<who::Same>,
}

fn ground(r: &mut Read<'_>, scope: &Scope, id: OrgId, lang: Lang, name: &str) -> Result<Ground, Stop> {
    let (org, all) = changeable(r, scope, id)?;
    let mut areas = find::areas_below(r, org.area)?;
    let served: Vec<AreaId> = find::contracts_of_org(r, id)?.into_iter().map(|c| c.area).collect();
    areas.extend(all.into_iter().filter(|a| served.contains(&a.id)));
    areas.retain(|a| scope.covers(a.id) && a.successor.is_none());
    areas.dedup_by_key(|a| a.id);
    let same = who::same(r, lang, org.area, name)?;
    Ok(Ground { org, areas, same })
}

fn new_sheet(visit: &Visit, fields: &Fields, g: &Ground) -> Response {
    let (lang, t, ask) = (visit.lang, t(visit.lang), Ask { lang: visit.lang, fields });
    let roles = roles_of(g.org.kind).iter().map(|r| Choice::new(r.name(), r.say(lang))).collect();
    let mut parts = who::parts(ask, &g.same);
    parts.push(ask.pick("role", t.msg_seat_role(), t.msg_seat_role_hint(), roles));
    parts.push(ask.may("title", t.msg_seat_title(), t.msg_seat_title_hint(), 40));
    parts.push(ask.pick("area", t.msg_seat_area(), String::new(), area_choices(&g.areas)));
    parts.push(ask.day("since", t.msg_reg_since(), true));
    parts.push(ask.day("until", t.msg_reg_until(), false));
    let sheet = Sheet {
        title: t.msg_seat_new(),
        lead: g.org.name.clone(),
        back: (orgs::url(g.org.id), g.org.name.clone()),
        action: format!("{}/seat", orgs::url(g.org.id)),
        parts,
        promise: t.msg_seat_promise(),
        submit: t.msg_seat_new(),
    };
    sheet.show(visit, fields)
}

/// `GET /orgs/{org}/seat`
pub(super) async fn new(visit: Visit, Path(id): Path<String>) -> Result<Response, Trouble> {
    let (id, scope): (OrgId, _) = (id.parse().map_err(|_| Trouble::NotFound)?, visit.scope());
    let lang = visit.lang;
    let g = look(&visit, move |r| ground(r, &scope, id, lang, "")).await?;
    let fields = Fields::empty(lang).with("since", &visit.now().day().to_string());
    Ok(new_sheet(&visit, &fields.with("area", &g.org.area.to_string()), &g))
}

/// `POST /orgs/{org}/seat`: the seat, and the person if they are new here.
pub(super) async fn new_send(visit: Visit, Path(id): Path<String>, mut fields: Fields) -> Result<Response, Trouble> {
    let (id, scope): (OrgId, _) = (id.parse().map_err(|_| Trouble::NotFound)?, visit.scope());
    let (lang, name) = (visit.lang, fields.raw("name").to_owned());
    let g = look(&visit, move |r| ground(r, &scope, id, lang, &name)).await?;
    let role = fields.id::<Role>("role");
    if role.is_some_and(|role| !roles_of(g.org.kind).contains(&role)) {
        fields.refuse(&register::Refusal::Role);
    }
    let (title, area) = (fields.opt_line("title", 40), fields.id::<AreaId>("area"));
    if area.is_some_and(|id| !g.areas.iter().any(|a| a.id == id)) {
        fields.refuse(&register::Refusal::SeatOutside);
    }
    let (since, until) = (fields.day("since"), fields.opt_day("until"));
    let who = who::read(&mut fields, lang, &g.same, PersonId::new(visit.chance(), visit.now()));
    if let (Some(who), Some(role), Some(area), Some(since)) = (who, role, area, since) {
        let seat = SeatId::new(visit.chance(), visit.now());
        let (title, home) = (title.unwrap_or_else(|| role.say(Lang::Zh).to_owned()), g.org.area);
        let (person, role) = (Some(who.id), role.name().to_owned());
        let act = Seat { seat, org: id, area, person, role, title, since, until };
        let run = move |tx: &mut Tx<'_>, heads: &Heads| {
            who.enter(tx, heads, home)?;
            register::seat(tx, heads.first(), act.clone())
        };
        if let Some(done) = send(&visit, &mut fields, home, format!("{}?said=saved", url(seat)), run).await? {
            return Ok(done);
        }
    }
    Ok(new_sheet(&visit, &fields, &g))
}

fn sign_in_sheet(visit: &Visit, fields: &Fields, seat: &SeatRow) -> Response {
    let (t, ask) = (t(visit.lang), Ask { lang: visit.lang, fields });
    let sheet = Sheet {
        title: t.msg_sign_in_set(),
        lead: t.msg_sign_in_lead(),
        back: (url(seat.id), seat.title.clone()),
        action: format!("{}/sign-in", url(seat.id)),
        parts: vec![ask.need("login", t.msg_sign_in_name(), 40)],
        promise: t.msg_sign_in_promise(),
        submit: t.msg_sign_in_go(),
    };
    sheet.show(visit, fields)
}

/// A seat that is held and the visitor's to arrange, with its sign-in name.
fn signed(
    r: &mut Read<'_>,
    scope: &Scope,
    id: SeatId,
    on: lianxin_base::Day,
) -> Result<(SeatRow, Option<String>), Stop> {
    let (seat, _) = visible(r, scope, id)?;
    if !seat.holds(on) && seat.since <= on {
        return Err(register::Refusal::Ended.into());
    }
    let login = login_of(r, id)?;
    Ok((seat, login))
}

/// `GET /seats/{seat}/sign-in`
pub(super) async fn sign_in(visit: Visit, Path(id): Path<String>) -> Result<Response, Trouble> {
    let (id, scope): (SeatId, _) = (id.parse().map_err(|_| Trouble::NotFound)?, visit.scope());
    let day = visit.now().day();
    let (seat, login) = look(&visit, move |r| signed(r, &scope, id, day)).await?;
    let fields = Fields::empty(visit.lang).with("login", &login.unwrap_or_default());
    Ok(sign_in_sheet(&visit, &fields, &seat))
}

#[derive(Template)]
#[template(path = "reg_password.html")]
struct Given {
    t: &'static L10nLanguage,
    back: Back<'static>,
    notice: Notice<'static>,
    login: String,
    password: String,
}

/// `POST /seats/{seat}/sign-in`: the new password stands on the answer and nowhere else.
pub(super) async fn sign_in_send(
    visit: Visit,
    Path(id): Path<String>,
    mut fields: Fields,
) -> Result<Response, Trouble> {
    let (id, scope): (SeatId, _) = (id.parse().map_err(|_| Trouble::NotFound)?, visit.scope());
    let day = visit.now().day();
    let (seat, _) = look(&visit, move |r| signed(r, &scope, id, day)).await?;
    let login = fields.line("login", 40);
    if fields.good() {
        match new_password(&visit, &login, id, seat.person).await {
            Ok(password) => {
                let t = t(visit.lang);
                let back = Back::new(url(id), seat.title.clone());
                let notice = Notice::new(NoticeKind::Warn, t.msg_sign_in_once());
                let view = Given { t, back, notice, login: login.to_lowercase(), password };
                return Ok(visit.page(&t.msg_sign_in_set(), Kind::Desk).view(&view));
            }
            Err(trouble) => fields.absorb(trouble)?,
        }
    }
    Ok(sign_in_sheet(&visit, &fields, &seat))
}

/// A seat, the deputy's term a form is about, and who might sit in: those who have a seat here.
struct Sitting {
    seat: SeatRow,
    term: Option<DeputyRow>,
    people: Vec<(PersonId, String)>,
}

fn sitting(
    r: &mut Read<'_>,
    scope: &Scope,
    id: SeatId,
    term: &str,
    visit: &(Lang, lianxin_base::Day),
) -> Result<Sitting, Stop> {
    let (lang, on) = *visit;
    let (seat, org) = visible(r, scope, id)?;
    let term = match term.parse::<DeputyId>() {
        Ok(term) => Some(find::deputy(r, term)?.filter(|d| d.seat == id).ok_or(Gone)?),
        Err(_) => None,
    };
    let mut people: Vec<(PersonId, String)> = Vec::new();
    for other in find::seats_below(r, org.area)? {
        let known = |p: &PersonId| people.iter().any(|(id, _)| id == p);
        let Some(person) = other.person.filter(|p| other.holds(on) && Some(*p) != seat.person && !known(p)) else {
            continue;
        };
        let mine = find::org(r, other.org)?.is_some_and(|o| own(scope, &o));
        if mine {
            people.push((person, format!("{}，{}", name_of(r, lang, Some(person))?, other.title)));
        }
    }
    Ok(Sitting { seat, term, people })
}

fn deputy_sheet(visit: &Visit, fields: &Fields, s: &Sitting) -> Response {
    let (t, ask) = (t(visit.lang), Ask { lang: visit.lang, fields });
    let people = s.people.iter().map(|(id, words)| Choice::new(id.to_string(), words.clone())).collect();
    let query = s.term.map_or_else(String::new, |d| format!("?id={}", d.id));
    let sheet = Sheet {
        title: if s.term.is_some() { t.msg_deputy_change() } else { t.msg_deputy_new() },
        lead: t.msg_deputy_lead(&s.seat.title),
        back: (url(s.seat.id), s.seat.title.clone()),
        action: format!("{}/deputy{query}", url(s.seat.id)),
        parts: vec![
            ask.pick("person", t.msg_deputy_who(), t.msg_deputy_who_hint(), people),
            ask.day("since", t.msg_reg_since(), true),
            ask.day("until", t.msg_deputy_until(), true),
        ],
        promise: t.msg_deputy_promise(),
        submit: t.msg_reg_save(),
    };
    sheet.show(visit, fields)
}

/// `GET /seats/{seat}/deputy?id=`
pub(super) async fn deputy(visit: Visit, Path(id): Path<String>, query: Query) -> Result<Response, Trouble> {
    let (id, scope): (SeatId, _) = (id.parse().map_err(|_| Trouble::NotFound)?, visit.scope());
    let (which, how) = (asked(&query, "id").to_owned(), (visit.lang, visit.now().day()));
    let s = look(&visit, move |r| sitting(r, &scope, id, &which, &how)).await?;
    let mut fields = Fields::empty(visit.lang);
    if let Some(d) = &s.term {
        let person = d.person.map_or_else(String::new, |p| p.to_string());
        fields = fields.with("person", &person).with("since", &d.since.to_string()).with("until", &d.until.to_string());
    } else {
        fields = fields.with("since", &visit.now().day().to_string());
    }
    Ok(deputy_sheet(&visit, &fields, &s))
}

/// `POST /seats/{seat}/deputy?id=`
pub(super) async fn deputy_send(
    visit: Visit,
    Path(id): Path<String>,
    query: Query,
    mut fields: Fields,
) -> Result<Response, Trouble> {
    let (id, scope): (SeatId, _) = (id.parse().map_err(|_| Trouble::NotFound)?, visit.scope());
    let (which, how) = (asked(&query, "id").to_owned(), (visit.lang, visit.now().day()));
    let s = look(&visit, move |r| sitting(r, &scope, id, &which, &how)).await?;
    let (person, since, until) = (fields.id::<PersonId>("person"), fields.day("since"), fields.day("until"));
    if person.is_some_and(|p| !s.people.iter().any(|(id, _)| *id == p)) {
        fields.refuse(&register::Refusal::PersonUnknown);
    }
    if let (true, Some(person), Some(since), Some(until)) = (fields.good(), person, since, until) {
        let new = DeputyId::new(visit.chance(), visit.now());
        let act = Deputy { deputy: s.term.map_or(new, |d| d.id), seat: id, person, since, until };
        let run = move |tx: &mut Tx<'_>, heads: &Heads| register::deputy(tx, heads.first(), act);
        if let Some(done) = send(&visit, &mut fields, s.seat.area, format!("{}?said=saved", url(id)), run).await? {
            return Ok(done);
        }
    }
    Ok(deputy_sheet(&visit, &fields, &s))
}

/// A seat, and what it may look after: grids and buildings of its area.
fn around(r: &mut Read<'_>, scope: &Scope, id: SeatId) -> Result<(SeatRow, Vec<(String, String)>), Stop> {
    let (seat, _) = visible(r, scope, id)?;
    let mut all = Vec::new();
    for area in find::areas_below(r, seat.area)? {
        all.extend(find::grids(r, area.id)?.into_iter().map(|g| (format!("grid {}", g.id), g.name)));
        let buildings = find::buildings(r, area.id)?;
        all.extend(buildings.into_iter().map(|b| (format!("building {}", b.id), format!("{} {}", area.name, b.name))));
    }
    Ok((seat, all))
}

fn charge_sheet(visit: &Visit, fields: &Fields, seat: &SeatRow, all: &[(String, String)]) -> Response {
    let (t, ask) = (t(visit.lang), Ask { lang: visit.lang, fields });
    let items = all.iter().map(|(value, label)| Choice::new(value.clone(), label.clone())).collect();
    let sheet = Sheet {
        title: t.msg_charge_new(),
        lead: seat.title.clone(),
        back: (url(seat.id), seat.title.clone()),
        action: format!("{}/charge", url(seat.id)),
        parts: vec![
            ask.pick("what", t.msg_charge_what(), String::new(), items),
            ask.day("since", t.msg_reg_since(), true),
            ask.day("until", t.msg_reg_until(), false),
        ],
        promise: t.msg_charge_promise(),
        submit: t.msg_reg_save(),
    };
    sheet.show(visit, fields)
}

/// `GET /seats/{seat}/charge`
pub(super) async fn charge(visit: Visit, Path(id): Path<String>) -> Result<Response, Trouble> {
    let (id, scope): (SeatId, _) = (id.parse().map_err(|_| Trouble::NotFound)?, visit.scope());
    let (seat, all) = look(&visit, move |r| around(r, &scope, id)).await?;
    let fields = Fields::empty(visit.lang).with("since", &visit.now().day().to_string());
    Ok(charge_sheet(&visit, &fields, &seat, &all))
}

/// What was chosen: `grid <id>` or `building <id>`.
fn what(text: &str) -> (Option<GridId>, Option<BuildingId>) {
    match text.split_once(' ') {
        Some(("grid", id)) => (id.parse().ok(), None),
        Some(("building", id)) => (None, id.parse().ok()),
        _ => (None, None),
    }
}

/// `POST /seats/{seat}/charge`. What the seat looks after already gets new days.
pub(super) async fn charge_send(visit: Visit, Path(id): Path<String>, mut fields: Fields) -> Result<Response, Trouble> {
    let (id, scope): (SeatId, _) = (id.parse().map_err(|_| Trouble::NotFound)?, visit.scope());
    let (seat, all) = look(&visit, move |r| around(r, &scope, id)).await?;
    let (grid, building) = what(fields.raw("what"));
    let (since, until) = (fields.day("since"), fields.opt_day("until"));
    if let (true, Some(since)) = (fields.good(), since) {
        let (new, area, day) = (ChargeId::new(visit.chance(), visit.now()), seat.area, visit.now().day());
        let run = move |tx: &mut Tx<'_>, heads: &Heads| {
            let now = find::charges_of(tx, id, day)?;
            let known = now.iter().find(|c| (c.grid, c.building) == (grid, building)).map_or(new, |c| c.id);
            register::charge(tx, heads.first(), Charge { charge: known, seat: id, grid, building, since, until })
        };
        if let Some(done) = send(&visit, &mut fields, area, format!("{}?said=saved", url(id)), run).await? {
            return Ok(done);
        }
    }
    Ok(charge_sheet(&visit, &fields, &seat, &all))
}

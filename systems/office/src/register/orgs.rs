//! Organisations: who there is, which company serves which compound, who sits where.

use super::kit::{Gone, Line, Section, Table, View, look};
use super::org_mail;
use super::{May, said, seats, term};
use crate::say;
use crate::texts::t;
use axum::extract::Path;
use axum::response::Response;
use lianxin_base::{Day, Lang, OrgId};
use lianxin_gate::Scope;
use lianxin_register::OrgKind;
use lianxin_register::find::{self, ContractRow, OrgRow, SeatRow};
use lianxin_store::{Fault, Read, Stop};
use lianxin_web::components::Link;
use lianxin_web::icons::Icon;
use lianxin_web::{Trouble, Visit};

/// The address of an organisation's page.
pub(super) fn url(org: OrgId) -> String {
    format!("/orgs/{org}")
}

/// Whether an organisation's seats and particulars are the visitor's to arrange: it looks after an area of theirs.
pub(super) fn own(scope: &Scope, org: &OrgRow) -> bool {
    scope.covers(org.area)
}

/// An organisation the visitor may look at: their own, or a company with a contract in their areas.
pub(super) fn visible(r: &mut Read<'_>, scope: &Scope, id: OrgId) -> Result<OrgRow, Stop> {
    let org = find::org(r, id)?.ok_or(Gone)?;
    let serves = |c: &ContractRow| scope.covers(c.area);
    if own(scope, &org) || find::contracts_of_org(r, id)?.iter().any(serves) { Ok(org) } else { Err(Gone.into()) }
}

/// Everyone a scope shows: the organisations of its areas, and the companies that serve them.
fn all(r: &mut Read<'_>, scope: &Scope) -> Result<Vec<OrgRow>, Fault> {
    let mut all: Vec<OrgRow> = Vec::new();
    for root in find::roots(r)? {
        for area in find::areas_below(r, root.id)? {
            if !scope.covers(area.id) {
                continue;
            }
            all.extend(find::orgs(r, area.id)?);
            for contract in find::contracts_of_area(r, area.id)? {
                if !all.iter().any(|o| o.id == contract.org) {
                    all.extend(find::org(r, contract.org)?);
                }
            }
        }
    }
    let mut seen = std::collections::BTreeSet::new();
    all.retain(|o| seen.insert(o.id));
    Ok(all)
}

/// `GET /orgs`
pub(super) async fn list(visit: Visit) -> Result<Response, Trouble> {
    let (lang, scope, day, may) = (visit.lang, visit.scope(), visit.now().day(), May::of(&visit));
    let rows = look(&visit, move |r| {
        let mut rows = Vec::new();
        for org in all(r, &scope)? {
            let area = find::area_name(r, org.area)?.unwrap_or_default();
            let held = find::seats_of_org(r, org.id, day)?;
            let empty = held.iter().filter(|s| s.person.is_none()).count();
            rows.push((org, area, held.len(), empty));
        }
        Ok(rows)
    })
    .await?;
    let t = t(lang);
    let lines = rows.into_iter().map(|(org, area, held, empty)| Line {
        url: url(org.id),
        title: org.name,
        sub: org.kind.say(lang).to_owned(),
        cells: vec![
            area,
            org.phone.as_deref().map_or_else(String::new, say::phone),
            if empty > 0 { t.msg_seats_some_empty(held as u64, empty as u64) } else { held.to_string() },
        ],
        act: None,
    });
    let heads = vec![t.msg_org(), t.msg_org_area(), t.msg_org_phone(), t.msg_seats()];
    let table = Table { caption: t.msg_orgs_title(), heads, rows: lines.collect() };
    let mut view = View::new(t.msg_orgs_title()).said(said(&visit, "saved").then(|| t.msg_reg_saved())).act(
        may.seats,
        "/orgs/new".into(),
        t.msg_org_new(),
        Icon::Plus,
    );
    view.lead = t.msg_orgs_lead();
    view.sections.push(Section::table(String::new(), &table, t.msg_orgs_none()));
    Ok(view.show(&visit))
}

struct Seen {
    org: OrgRow,
    area: String,
    contracts: Vec<(ContractRow, String)>,
    seats: Vec<(SeatRow, seats::Who)>,
    past: Vec<(SeatRow, seats::Who)>,
    owns: usize,
}

fn seen(r: &mut Read<'_>, scope: &Scope, id: OrgId, lang: Lang, day: Day) -> Result<Seen, Stop> {
    let org = visible(r, scope, id)?;
    let area = find::area_name(r, org.area)?.unwrap_or_default();
    let mut contracts = Vec::new();
    for c in find::contracts_of_org(r, id)? {
        if scope.covers(c.area) || own(scope, &org) {
            contracts.push((c, find::area_name(r, c.area)?.unwrap_or_default()));
        }
    }
    let (mut now, mut past) = (Vec::new(), Vec::new());
    // Who works for a company is its own business; the community sees its duty phone.
    if own(scope, &org) {
        for seat in find::seats_ever(r, id)? {
            let who = seats::who(r, lang, &seat, day)?;
            if seat.holds(day) || seat.since > day { now.push((seat, who)) } else { past.push((seat, who)) }
        }
    }
    let owns = find::owner_sets_of(r, lianxin_register::Owner::Org(id))?.iter().filter(|s| s.holds(day)).count();
    Ok(Seen { org, area, contracts, seats: now, past, owns })
}

/// `GET /orgs/{org}`
pub(super) async fn page(visit: Visit, Path(id): Path<String>) -> Result<Response, Trouble> {
    let id: OrgId = id.parse().map_err(|_| Trouble::NotFound)?;
    let (lang, scope, day, may) = (visit.lang, visit.scope(), visit.now().day(), May::of(&visit));
    let (s, letters) = look(&visit, move |r| Ok((seen(r, &scope, id, lang, day)?, org_mail::newest(r, id)?))).await?;
    let (t, here, change) = (t(lang), url(id), may.seats && own(&visit.scope_for(crate::SEATS), &s.org));
    let mut view = View::new(s.org.name.clone())
        .back("/orgs", t.msg_orgs_title())
        .said(said(&visit, "saved").then(|| t.msg_reg_saved()))
        .act(change, format!("{here}/seat"), t.msg_seat_new(), Icon::Plus)
        .act(change, format!("{here}/mail"), t.msg_org_mail(), Icon::Send)
        .act(change, format!("{here}/hook"), t.msg_org_hook(), Icon::Share3)
        .act(change, format!("{here}/change"), t.msg_reg_change(), Icon::Pencil);
    let facts = vec![
        (t.msg_org_kind(), s.org.kind.say(lang).to_owned()),
        (t.msg_org_short(), s.org.short.clone().unwrap_or_default()),
        (t.msg_org_area(), s.area.clone()),
        (t.msg_org_phone(), s.org.phone.as_deref().map_or_else(String::new, say::phone)),
        (t.msg_org_on_call(), s.org.on_call.as_deref().map_or_else(String::new, say::phone)),
        (t.msg_owners(), if s.owns > 0 { t.msg_org_owns(s.owns as u64) } else { String::new() }),
    ];
    view.sections.push(Section::facts(String::new(), facts));
    if s.org.kind == OrgKind::Company {
        let table = contracts(&visit, may.seats, &s);
        let section = Section::table(t.msg_contracts(), &table, t.msg_contracts_none());
        view.sections.push(section.act(may.seats, format!("{here}/contract"), t.msg_contract_new()));
    }
    if !s.seats.is_empty() || change {
        view.sections.push(Section::table(t.msg_seats(), &table(&visit, t.msg_seats(), &s.seats), t.msg_seats_none()));
    }
    if !s.past.is_empty() {
        view.sections.push(Section::new(t.msg_seats_past(), &table(&visit, t.msg_seats_past(), &s.past)));
    }
    if change {
        view.sections.extend(org_mail::section(&visit, &letters));
    }
    Ok(view.show(&visit))
}

fn contracts(visit: &Visit, change: bool, s: &Seen) -> Table {
    let (lang, now, t) = (visit.lang, visit.now(), t(visit.lang));
    let rows = s.contracts.iter().map(|(c, area)| Line {
        url: String::new(),
        title: area.clone(),
        sub: String::new(),
        cells: vec![term(lang, c.since, c.until, now)],
        act: change.then(|| Link::new(format!("/contracts/{}", c.id), t.msg_contract_change())),
    });
    let mut heads = vec![t.msg_contract_area(), t.msg_reg_term()];
    if change {
        heads.push(String::new());
    }
    Table { caption: t.msg_contracts(), heads, rows: rows.collect() }
}

fn table(visit: &Visit, caption: String, all: &[(SeatRow, seats::Who)]) -> Table {
    let (lang, now, t) = (visit.lang, visit.now(), t(visit.lang));
    let rows = all.iter().map(|(seat, who)| Line {
        url: seats::url(seat.id),
        title: seat.title.clone(),
        sub: Some(seats::role(lang, &seat.role)).filter(|role| *role != seat.title).unwrap_or_default(),
        cells: vec![
            who.name.clone(),
            who.deputy
                .as_ref()
                .map_or_else(String::new, |(name, until)| t.msg_deputy_now(name, say::date(lang, *until, now))),
            term(lang, seat.since, seat.until, now),
        ],
        act: None,
    });
    let heads = vec![t.msg_seat(), t.msg_seat_holder(), t.msg_deputy(), t.msg_reg_term()];
    Table { caption, heads, rows: rows.collect() }
}

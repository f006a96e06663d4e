//! Forms of organisations and of the contracts of companies.

use super::kit::{Ask, Gone, Heads, Sheet, choices, look, send, within};
use super::orgs::{self, own, url, visible};
use crate::setup::phones::at_night;
use crate::texts::t;
use axum::extract::Path;
use axum::response::Response;
use lianxin_base::{AreaId, ContractId, OrgId};
use lianxin_gate::Scope;
use lianxin_register::find::{self, AreaRow, ContractRow, OrgRow};
use lianxin_register::{self as register, Contract, OrgKind, Organisation};
use lianxin_store::{Fault, Read, Stop, Tx};
use lianxin_web::components::{Choice, Html};
use lianxin_web::{Fields, Trouble, Visit};

/// The areas of a scope, from the top down.
pub(super) fn areas(r: &mut Read<'_>, scope: &Scope) -> Result<Vec<AreaRow>, Fault> {
    let mut all = Vec::new();
    for root in find::roots(r)? {
        all.extend(find::areas_below(r, root.id)?.into_iter().filter(|a| scope.covers(a.id) && a.successor.is_none()));
    }
    Ok(all)
}

pub(super) fn area_choices(all: &[AreaRow]) -> Vec<Choice<'static>> {
    all.iter().map(|a| Choice::new(a.id.to_string(), a.name.clone())).collect()
}

fn parts(ask: Ask<'_>, all: &[AreaRow], new: bool) -> Vec<Html> {
    let (lang, t) = (ask.lang, t(ask.lang));
    let mut parts = Vec::new();
    if new {
        parts.push(ask.pick("kind", t.msg_org_kind(), String::new(), choices(OrgKind::ALL, |k| k.say(lang))));
    }
    parts.push(ask.need("name", t.msg_org_name(), 60));
    parts.push(ask.may("short", t.msg_org_short(), t.msg_org_short_hint(), 20));
    parts.push(ask.pick("area", t.msg_org_area(), t.msg_org_area_hint(), area_choices(all)));
    parts.push(ask.phone(t.msg_org_phone(), t.msg_org_phone_hint()));
    if !new {
        parts.push(ask.on_call(t.msg_org_on_call(), t.msg_org_on_call_hint()));
    }
    parts
}

fn read(fields: &mut Fields, org: OrgId, kind: Option<OrgKind>, all: &[AreaRow]) -> Option<Organisation> {
    let kind = kind.or_else(|| fields.id::<OrgKind>("kind"));
    let (name, short) = (fields.line("name", 60), fields.opt_line("short", 20));
    let (area, phone) = (fields.id::<AreaId>("area"), fields.opt_line("phone", 40));
    if area.is_some_and(|id| !all.iter().any(|a| a.id == id)) {
        fields.refuse(&register::Refusal::AreaUnknown);
    }
    let (kind, area) = kind.zip(area).filter(|_| fields.good())?;
    Some(Organisation { org, area, kind, name, short, phone })
}

fn new_sheet(visit: &Visit, fields: &Fields, all: &[AreaRow]) -> Response {
    let t = t(visit.lang);
    let sheet = Sheet {
        title: t.msg_org_new(),
        lead: String::new(),
        back: ("/orgs".into(), t.msg_orgs_title()),
        action: "/orgs/new".into(),
        parts: parts(Ask { lang: visit.lang, fields }, all, true),
        promise: t.msg_org_promise(),
        submit: t.msg_org_new(),
    };
    sheet.show(visit, fields)
}

/// `GET /orgs/new`
pub(super) async fn new(visit: Visit) -> Result<Response, Trouble> {
    let scope = visit.scope();
    let all = look(&visit, move |r| Ok(areas(r, &scope)?)).await?;
    Ok(new_sheet(&visit, &Fields::empty(visit.lang), &all))
}

/// `POST /orgs/new`
pub(super) async fn new_send(visit: Visit, mut fields: Fields) -> Result<Response, Trouble> {
    let scope = visit.scope();
    let all = look(&visit, move |r| Ok(areas(r, &scope)?)).await?;
    let org = OrgId::new(visit.chance(), visit.now());
    if let Some(act) = read(&mut fields, org, None, &all) {
        let area = act.area;
        let run = move |tx: &mut Tx<'_>, heads: &Heads| register::organisation(tx, heads.first(), act.clone());
        if let Some(done) = send(&visit, &mut fields, area, format!("{}?said=saved", url(org)), run).await? {
            return Ok(done);
        }
    }
    Ok(new_sheet(&visit, &fields, &all))
}

fn change_sheet(visit: &Visit, fields: &Fields, org: &OrgRow, all: &[AreaRow]) -> Response {
    let t = t(visit.lang);
    let sheet = Sheet {
        title: t.msg_org_change(),
        lead: org.name.clone(),
        back: (url(org.id), org.name.clone()),
        action: format!("{}/change", url(org.id)),
        parts: parts(Ask { lang: visit.lang, fields }, all, false),
        promise: t.msg_org_promise(),
        submit: t.msg_reg_save(),
    };
    sheet.show(visit, fields)
}

/// An organisation that is the visitor's to change, with the areas it may look after.
pub(super) fn changeable(r: &mut Read<'_>, scope: &Scope, id: OrgId) -> Result<(OrgRow, Vec<AreaRow>), Stop> {
    let org = visible(r, scope, id)?;
    if !own(scope, &org) {
        return Err(Gone.into());
    }
    Ok((org, areas(r, scope)?))
}

/// `GET /orgs/{org}/change`
pub(super) async fn change(visit: Visit, Path(id): Path<String>) -> Result<Response, Trouble> {
    let (id, scope): (OrgId, _) = (id.parse().map_err(|_| Trouble::NotFound)?, visit.scope());
    let (org, all) = look(&visit, move |r| changeable(r, &scope, id)).await?;
    let phone = org.phone.as_deref().map_or_else(String::new, crate::say::phone);
    let fields = Fields::empty(visit.lang).with("name", &org.name).with("short", org.short.as_deref().unwrap_or(""));
    let fields = fields.with("area", &org.area.to_string()).with("phone", &phone);
    let fields = fields.with("on_call", &org.on_call.as_deref().map_or_else(String::new, crate::say::phone));
    Ok(change_sheet(&visit, &fields, &org, &all))
}

/// `POST /orgs/{org}/change`
pub(super) async fn change_send(visit: Visit, Path(id): Path<String>, mut fields: Fields) -> Result<Response, Trouble> {
    let (id, scope): (OrgId, _) = (id.parse().map_err(|_| Trouble::NotFound)?, visit.scope());
    let (org, all) = look(&visit, move |r| changeable(r, &scope, id)).await?;
    let on_call = fields.opt_line("on_call", 40);
    if let Some(act) = read(&mut fields, id, Some(org.kind), &all) {
        let before = org.clone();
        let run = move |tx: &mut Tx<'_>, heads: &Heads| {
            let receipt = register::organisation(tx, heads.first(), act.clone())?;
            at_night(tx, heads.nth(1), &before, on_call.as_deref())?;
            Ok(receipt)
        };
        if let Some(done) = send(&visit, &mut fields, org.area, format!("{}?said=saved", url(id)), run).await? {
            return Ok(done);
        }
    }
    Ok(change_sheet(&visit, &fields, &org, &all))
}

/// A company, and the compounds of the visitor's it may serve.
fn served(r: &mut Read<'_>, scope: &Scope, id: OrgId) -> Result<(OrgRow, Vec<AreaRow>), Stop> {
    let org = visible(r, scope, id)?;
    let mut all = areas(r, scope)?;
    all.retain(|a| a.kind == register::AreaKind::Compound);
    if org.kind == OrgKind::Company { Ok((org, all)) } else { Err(Gone.into()) }
}

fn contract_sheet(visit: &Visit, fields: &Fields, org: &OrgRow, all: &[AreaRow]) -> Response {
    let (t, ask) = (t(visit.lang), Ask { lang: visit.lang, fields });
    let sheet = Sheet {
        title: t.msg_contract_new(),
        lead: org.name.clone(),
        back: (url(org.id), org.name.clone()),
        action: format!("{}/contract", url(org.id)),
        parts: vec![
            ask.pick("area", t.msg_contract_area(), String::new(), area_choices(all)),
            ask.day("since", t.msg_reg_since(), true),
            ask.day("until", t.msg_reg_until(), false),
        ],
        promise: t.msg_contract_promise(),
        submit: t.msg_contract_new(),
    };
    sheet.show(visit, fields)
}

/// `GET /orgs/{org}/contract`
pub(super) async fn contract(visit: Visit, Path(id): Path<String>) -> Result<Response, Trouble> {
    let (id, scope): (OrgId, _) = (id.parse().map_err(|_| Trouble::NotFound)?, visit.scope());
    let (org, all) = look(&visit, move |r| served(r, &scope, id)).await?;
    Ok(contract_sheet(&visit, &Fields::empty(visit.lang), &org, &all))
}

/// `POST /orgs/{org}/contract`
pub(super) async fn contract_send(
    visit: Visit,
    Path(id): Path<String>,
    mut fields: Fields,
) -> Result<Response, Trouble> {
    let (id, scope): (OrgId, _) = (id.parse().map_err(|_| Trouble::NotFound)?, visit.scope());
    let (org, all) = look(&visit, move |r| served(r, &scope, id)).await?;
    let (area, since, until) = (fields.id::<AreaId>("area"), fields.day("since"), fields.opt_day("until"));
    let mine = area.filter(|id| all.iter().any(|a| a.id == *id));
    if area.is_some() && mine.is_none() {
        fields.refuse(&register::Refusal::AreaUnknown);
    }
    if let (true, Some(area), Some(since)) = (fields.good(), mine, since) {
        let contract = ContractId::new(visit.chance(), visit.now());
        let act = Contract { contract, org: id, area, since, until };
        let run = move |tx: &mut Tx<'_>, heads: &Heads| register::contract(tx, heads.first(), act);
        if let Some(done) = send(&visit, &mut fields, area, format!("{}?said=saved", url(id)), run).await? {
            return Ok(done);
        }
    }
    Ok(contract_sheet(&visit, &fields, &org, &all))
}

fn dates_sheet(visit: &Visit, fields: &Fields, c: &ContractRow, org: &str, area: &str) -> Response {
    let (t, ask) = (t(visit.lang), Ask { lang: visit.lang, fields });
    let sheet = Sheet {
        title: t.msg_contract_change(),
        lead: format!("{org}，{area}"),
        back: (orgs::url(c.org), org.to_owned()),
        action: format!("/contracts/{}", c.id),
        parts: vec![ask.day("since", t.msg_reg_since(), true), ask.day("until", t.msg_reg_until(), false)],
        promise: t.msg_contract_promise(),
        submit: t.msg_reg_save(),
    };
    sheet.show(visit, fields)
}

fn signed(r: &mut Read<'_>, scope: &Scope, id: ContractId) -> Result<(ContractRow, String, String), Stop> {
    let c = within(scope, find::contract(r, id)?, |c| c.area)?;
    let (org, area) = (find::org_name(r, c.org)?, find::area_name(r, c.area)?);
    Ok((c, org.unwrap_or_default(), area.unwrap_or_default()))
}

/// `GET /contracts/{contract}`
pub(super) async fn contract_change(visit: Visit, Path(id): Path<String>) -> Result<Response, Trouble> {
    let (id, scope): (ContractId, _) = (id.parse().map_err(|_| Trouble::NotFound)?, visit.scope());
    let (c, org, area) = look(&visit, move |r| signed(r, &scope, id)).await?;
    let until = c.until.map_or_else(String::new, |d| d.to_string());
    let fields = Fields::empty(visit.lang).with("since", &c.since.to_string()).with("until", &until);
    Ok(dates_sheet(&visit, &fields, &c, &org, &area))
}

/// `POST /contracts/{contract}`
pub(super) async fn contract_change_send(
    visit: Visit,
    Path(id): Path<String>,
    mut fields: Fields,
) -> Result<Response, Trouble> {
    let (id, scope): (ContractId, _) = (id.parse().map_err(|_| Trouble::NotFound)?, visit.scope());
    let (c, org, area) = look(&visit, move |r| signed(r, &scope, id)).await?;
    let (since, until) = (fields.day("since"), fields.opt_day("until"));
    if let (true, Some(since)) = (fields.good(), since) {
        let act = Contract { contract: id, org: c.org, area: c.area, since, until };
        let run = move |tx: &mut Tx<'_>, heads: &Heads| register::contract(tx, heads.first(), act);
        if let Some(done) = send(&visit, &mut fields, c.area, format!("{}?said=saved", url(c.org)), run).await? {
            return Ok(done);
        }
    }
    Ok(dates_sheet(&visit, &fields, &c, &org, &area))
}

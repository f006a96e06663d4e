//! 楼栋住户、单位岗位: the register as those who keep it see it, and the forms that change it.

mod areas;
mod buildings;
mod child;
mod kit;
mod org_forms;
mod org_hook;
mod org_mail;
mod orgs;
mod owners;
mod people;
mod place_forms;
mod search;
mod seat_forms;
pub(crate) mod seats;
mod unit_forms;
mod units;
mod who;

pub(crate) use kit::{Ask, Gone, Heads, Line, Section, Sheet, Table, View, look, send, term, within};
pub(crate) use search::doors;
pub(crate) use who::name_of;

use crate::Office;
use crate::caps::{CHANGE, ORGS, PHONES, REGISTER, SEATS};
use crate::texts::t;
use axum::extract::Path;
use lianxin_base::Lang;
use lianxin_gate::{Capability, Gate};
use lianxin_web::{Fields, Route, Visit};

/// The pages and forms of the register.
pub(crate) fn routes(office: &Office) -> Vec<Route> {
    let office = office.clone();
    let can = |cap: Capability| Gate::Can(cap);
    let (see, change, orgs, seats) = (can(REGISTER), can(CHANGE), can(ORGS), can(SEATS));
    vec![
        Route::get("/places", see, areas::list),
        Route::get("/places/area/{area}", see, areas::page),
        Route::get("/places/area/{area}/new", change, place_forms::area_new),
        Route::post("/places/area/{area}/new", change, place_forms::area_new_send),
        Route::get("/places/area/{area}/change", change, place_forms::area_change),
        Route::post("/places/area/{area}/change", change, place_forms::area_change_send),
        Route::get("/places/area/{area}/merge", change, place_forms::merge),
        Route::post("/places/area/{area}/merge", change, place_forms::merge_send),
        Route::get("/places/area/{area}/grid", change, place_forms::grid),
        Route::post("/places/area/{area}/grid", change, place_forms::grid_send),
        Route::get("/places/area/{area}/building", change, buildings::new),
        Route::post("/places/area/{area}/building", change, buildings::new_send),
        Route::get("/places/building/{building}", see, buildings::page),
        Route::get("/places/building/{building}/change", change, buildings::change),
        Route::post("/places/building/{building}/change", change, buildings::change_send),
        Route::get("/places/building/{building}/entrance", change, buildings::entrance),
        Route::post("/places/building/{building}/entrance", change, buildings::entrance_send),
        Route::get("/places/building/{building}/unit", change, unit_forms::new),
        Route::post("/places/building/{building}/unit", change, unit_forms::new_send),
        Route::get("/places/building/{building}/merge", change, unit_forms::merge),
        Route::post("/places/building/{building}/merge", change, unit_forms::merge_send),
        Route::get("/places/unit/{unit}", see, units::page),
        Route::get("/places/unit/{unit}/change", change, unit_forms::change),
        Route::post("/places/unit/{unit}/change", change, unit_forms::change_send),
        Route::get("/places/unit/{unit}/split", change, unit_forms::split),
        Route::post("/places/unit/{unit}/split", change, unit_forms::split_send),
        Route::get("/places/unit/{unit}/person", change, people::new),
        Route::post("/places/unit/{unit}/person", change, people::new_send),
        Route::get("/places/unit/{unit}/owners", change, owners::form),
        Route::post("/places/unit/{unit}/owners", change, owners::send_form),
        Route::get("/people/{person}", see, people::page),
        Route::get("/people/{person}/change", change, people::change),
        Route::post("/people/{person}/change", change, move |v: Visit, p: Path<String>, f: Fields| {
            people::change_send(office.clone(), v, p, f)
        }),
        Route::get("/people/{person}/child", change, child::page),
        Route::post("/people/{person}/child", change, child::send_it),
        Route::get("/relations/{relation}", change, people::relation),
        Route::post("/relations/{relation}", change, people::relation_send),
        Route::get("/orgs", orgs, orgs::list),
        Route::get("/orgs/{org}", orgs, orgs::page),
        Route::get("/orgs/new", seats, org_forms::new),
        Route::post("/orgs/new", seats, org_forms::new_send),
        Route::get("/orgs/{org}/change", seats, org_forms::change),
        Route::post("/orgs/{org}/change", seats, org_forms::change_send),
        Route::get("/orgs/{org}/mail", seats, org_mail::page),
        Route::post("/orgs/{org}/mail", seats, org_mail::page_send),
        Route::get("/orgs/{org}/hook", seats, org_hook::page),
        Route::post("/orgs/{org}/hook", seats, org_hook::page_send),
        Route::get("/orgs/{org}/contract", seats, org_forms::contract),
        Route::post("/orgs/{org}/contract", seats, org_forms::contract_send),
        Route::get("/orgs/{org}/seat", seats, seat_forms::new),
        Route::post("/orgs/{org}/seat", seats, seat_forms::new_send),
        Route::get("/contracts/{contract}", seats, org_forms::contract_change),
        Route::post("/contracts/{contract}", seats, org_forms::contract_change_send),
        Route::get("/seats/{seat}", orgs, seats::page),
        Route::get("/seats/{seat}/sign-in", seats, seat_forms::sign_in),
        Route::post("/seats/{seat}/sign-in", seats, seat_forms::sign_in_send),
        Route::get("/seats/{seat}/deputy", seats, seat_forms::deputy),
        Route::post("/seats/{seat}/deputy", seats, seat_forms::deputy_send),
        Route::get("/seats/{seat}/charge", seats, seat_forms::charge),
        Route::post("/seats/{seat}/charge", seats, seat_forms::charge_send),
    ]
}

/// What a visitor may do beside looking.
#[derive(Clone, Copy, Debug)]
pub(crate) struct May {
    pub(crate) change: bool,
    pub(crate) phones: bool,
    pub(crate) seats: bool,
}

impl May {
    pub(crate) fn of(visit: &Visit) -> Self {
        let can = |cap| visit.can(cap);
        Self { change: can(CHANGE), phones: can(PHONES), seats: can(SEATS) }
    }
    /// A person's phone: whole for who may, its last four digits for others.
    pub(crate) fn phone(self, lang: Lang, phone: Option<&str>) -> String {
        match phone {
            Some(whole) if self.phones => crate::say::phone(whole),
            Some(whole) => t(lang).msg_me_phone_tail(lianxin_register::phone_tail(whole).unwrap_or("")),
            None => String::new(),
        }
    }
}

/// Whether the address says that a form was just sent.
pub(crate) fn said(visit: &Visit, what: &str) -> bool {
    let query = visit.here().split_once('?').map_or("", |(_, query)| query);
    query.split('&').any(|pair| pair.strip_prefix("said=") == Some(what))
}

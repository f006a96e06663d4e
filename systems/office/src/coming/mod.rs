//! Coming in: back with one's own code, the family, the counter, slips and posters on paper, staff phones, the second step.

mod back;
mod cards;
mod counter;
mod doors;
mod family;
mod form;
pub(crate) mod looked;
pub(crate) mod names;
mod own_code;
mod people;
mod phones;
pub(crate) mod posters;
mod second;
pub(crate) mod slips;

use crate::{Office, asked, texts};
use lianxin_base::Lang;
use lianxin_gate::{Capability, CapabilityWords, Gate, Role};
use lianxin_web::icons::Icon;
use lianxin_web::{Fields, Nav, Route, Trouble, Visit};

/// Looking people up at the counter, slips, lost phones, posters.
pub const COUNTER: Capability = Capability("office.counter");
/// Pairing and ending the phones of one's own field staff.
pub const STAFF_PHONES: Capability = Capability("office.staff_phones");

/// These in the words of the tick-boxes.
pub(crate) const WORDS: [CapabilityWords; 2] = [
    CapabilityWords {
        cap: COUNTER,
        zh: "窗口：查人、开入户卡、印海报",
        en: "Counter: look people up, entry slips, posters",
    },
    CapabilityWords { cap: STAFF_PHONES, zh: "给外勤配手机", en: "Pair the phones of field staff" },
];

/// What each role may do of it by default.
pub(crate) const fn may(role: Role, cap: Capability) -> bool {
    let at_counter = matches!(role, Role::Secretary | Role::Worker | Role::GridWorker);
    match cap.0.as_bytes() {
        b"office.counter" => at_counter,
        b"office.staff_phones" => {
            matches!(role, Role::Secretary | Role::Worker | Role::CompanyManager | Role::CompanyDesk)
        }
        _ => false,
    }
}

/// Its places on the rail.
pub(crate) fn nav() -> Vec<Nav> {
    let label = |lang: Lang| texts::t(lang).msg_counter_nav();
    let phones = |lang: Lang| texts::t(lang).msg_phones_nav();
    vec![
        Nav { cap: COUNTER, url: "/counter", icon: Icon::IdBadge2, label, head: None },
        Nav { cap: STAFF_PHONES, url: "/staff-phones", icon: Icon::Qrcode, label: phones, head: None },
    ]
}

/// Whether the address people would scan answers the open internet: a phone outside has opened it.
pub(crate) async fn public_address_ok(visit: &Visit) -> Result<bool, Trouble> {
    let origin = visit.house.settings().origin.as_str().to_owned();
    visit.read(move |r| Ok(crate::setup::carries(r, &origin)?)).await
}

/// Where the pages of coming in lead when nothing else was asked for.
pub(crate) fn next(fields: &Fields) -> String {
    let next = fields.raw("next");
    if next.is_empty() { "/".to_owned() } else { next.to_owned() }
}

pub(crate) fn routes(office: &Office) -> Vec<Route> {
    let (counter, look) = (office.clone(), office.clone());
    vec![
        Route::get("/back", Gate::Anyone, back::page),
        Route::post("/back", Gate::Anyone, back::send),
        Route::get("/me/code", Gate::SignedIn, own_code::page),
        Route::post("/me/code", Gate::SignedIn, own_code::send),
        Route::get("/me/family", Gate::SignedIn, family::page),
        Route::post("/me/family", Gate::SignedIn, family::send),
        Route::get("/me/totp", Gate::Anyone, second::page),
        Route::post("/me/totp", Gate::Anyone, second::send),
        Route::get("/login/code", Gate::Anyone, second::code_page),
        Route::post("/login/code", Gate::Anyone, second::code_send),
        Route::get("/counter", Gate::Can(COUNTER), move |v: Visit, q: asked::Query| {
            counter::page(counter.clone(), v, q)
        }),
        Route::post("/counter/look", Gate::Can(COUNTER), move |v: Visit, f: Fields| names::send(look.clone(), v, f)),
        Route::get("/counter/lost", Gate::Can(COUNTER), counter::ask_lost),
        Route::post("/counter/lost", Gate::Can(COUNTER), counter::lost),
        Route::get("/slips", Gate::Can(COUNTER), slips::page),
        Route::post("/slips", Gate::Can(COUNTER), slips::print),
        Route::get("/posters", Gate::Can(COUNTER), posters::page),
        Route::post("/posters", Gate::Can(COUNTER), posters::print),
        Route::get("/staff-phones", Gate::Can(STAFF_PHONES), phones::page),
        Route::post("/staff-phones", Gate::Can(STAFF_PHONES), phones::show),
        Route::post("/staff-phones/end", Gate::Can(STAFF_PHONES), phones::end),
        Route::get("/pair/{link}", Gate::Anyone, phones::pair_page),
        Route::post("/pair/{link}", Gate::Anyone, phones::pair_send),
        Route::get("/pin", Gate::Anyone, phones::pin_page),
        Route::post("/pin", Gate::Anyone, phones::pin_send),
        Route::get("/p", Gate::Anyone, doors::typed),
        Route::get("/p/{n}", Gate::Anyone, doors::scanned),
    ]
}

//! 去告诉 Telling: who cannot read it on a phone is told by a worker, in the way they chose; and what every message says.

mod list;
mod previews;
mod sheet;
mod wish;

pub use sheet::{errand_list, errand_rows};

use crate::caps::{CHANGE, INBOX};
use crate::{Office, asked};
use lianxin_gate::{Capability, CapabilityWords, Gate, Role};
use lianxin_web::icons::Icon;
use lianxin_web::{Fields, Nav, Route, Visit};

/// Telling people by telephone, at the door or on paper.
pub const TELL: Capability = Capability("office.tell");

/// The capability in words.
pub(crate) const WORDS: CapabilityWords =
    CapabilityWords { cap: TELL, zh: "打电话、上门告诉居民", en: "Tell people by telephone or at the door" };

const URL: &str = "/errands";

/// Whether a role tells people unless an office decides otherwise.
pub(crate) const fn tells(role: Role) -> bool {
    matches!(role, Role::Secretary | Role::Worker | Role::GridWorker)
}

/// Its place on the rail.
pub(crate) fn nav() -> Nav {
    let label = |lang| crate::texts::t(lang).msg_errands();
    Nav { cap: TELL, url: URL, icon: Icon::Phone, label, head: None }
}

/// The pages.
pub(crate) fn routes(office: &Office) -> Vec<Route> {
    let (page, send, shown) = (office.clone(), office.clone(), office.clone());
    let (change, own, tell) = (Gate::Can(CHANGE), Gate::SignedIn, Gate::Can(TELL));
    vec![
        Route::get(URL, tell, move |v: Visit, q: asked::Query| list::page(page.clone(), v, q)),
        Route::post(URL, tell, move |v: Visit, f: Fields| list::send(send.clone(), v, f)),
        Route::get("/me/told", own, wish::page),
        Route::post("/me/told", own, wish::send),
        Route::get("/people/{person}/told", change, wish::of_person),
        Route::post("/people/{person}/told", change, wish::of_person_send),
        Route::get("/notices", Gate::Can(INBOX), move |v: Visit| previews::page(shown.clone(), v)),
    ]
}

//! 个人信息事件: something happened to personal data. What, when it was noticed, whom it concerns, what was done, whom was
//! told by when (PIPL Art. 57); two papers to print; a timer that reminds until everybody is told.

mod acts;
mod notice;
mod page;
pub(crate) mod print;
mod rules;
mod store;

pub(crate) use acts::{Incident, IncidentStep, incident, incident_step};
pub use acts::{TIMER, remind};
pub(crate) use page::kinds as kinds_said;
pub use rules::Refusal;
pub(crate) use rules::{Data, Step};
pub use store::SQL;
pub(crate) use store::{closed_before, of_area};

pub(crate) use notice::notices;

use lianxin_gate::{Capability, CapabilityWords, Gate};
use lianxin_journal::Kind;
use lianxin_web::icons::Icon;
use lianxin_web::{Nav, Route};

/// Keeping the record of incidents.
pub const INCIDENTS: Capability = Capability("office.incidents");

/// The capability in words.
pub(crate) const WORDS: CapabilityWords =
    CapabilityWords { cap: INCIDENTS, zh: "记个人信息事件", en: "Keep the record of data incidents" };

/// The acts of this room.
pub(crate) fn kinds() -> Vec<Kind> {
    vec![Kind::of::<acts::Incident>(), Kind::of::<acts::IncidentStep>(), Kind::of::<acts::IncidentReminder>()]
}

/// Its place on the rail.
pub(crate) fn nav() -> Nav {
    let label = |lang| crate::texts::t(lang).msg_incidents_nav();
    Nav { cap: INCIDENTS, url: "/incidents", icon: Icon::AlertTriangle, label, head: None }
}

/// The pages.
pub(crate) fn routes() -> Vec<Route> {
    let may = Gate::Can(INCIDENTS);
    vec![
        Route::get("/incidents", may, page::list),
        Route::get("/incidents/new", may, page::new),
        Route::post("/incidents/new", may, page::new_send),
        Route::get("/incidents/{incident}", may, page::one),
        Route::get("/incidents/{incident}/step", may, page::step),
        Route::post("/incidents/{incident}/step", may, page::step_send),
        Route::get("/incidents/{incident}/notice", may, print::notice),
        Route::get("/incidents/{incident}/report", may, print::report),
    ]
}

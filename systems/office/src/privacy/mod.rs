//! 您的信息 Privacy: what is kept of whom and why; one's own data to look at, take along, correct and erase.

mod correct;
mod desk;
mod erase;
mod mine;
mod notice;
pub mod purge;
mod refusal;

pub use refusal::Refusal;

use crate::Office;
use crate::needs::Needs;
use lianxin_base::PersonId;
use lianxin_gate::{Capability, CapabilityWords, Gate};
use lianxin_journal::{Head, Receipt, TextKey, of_person};
use lianxin_register::find;
use lianxin_store::{Fault, Read, Stop, Tx};
use lianxin_web::icons::Icon;
use lianxin_web::{Fields, Nav, Route, Visit};

/// Answering privacy requests of people who come to the counter.
pub const PRIVACY: Capability = Capability("office.privacy");

/// The version of the text that says what is kept and why.
pub(crate) const VERSION: u32 = 1;

/// The capability in words.
pub(crate) const WORDS: CapabilityWords =
    CapabilityWords {
        cap: PRIVACY, zh: "办个人信息的申请：查、删", en: "Handle privacy requests: look up, erase"
    };

/// Its place on the rail.
pub(crate) fn nav() -> Nav {
    let label = |lang| crate::texts::t(lang).msg_nav_privacy();
    Nav { cap: PRIVACY, url: "/privacy-requests", icon: Icon::ShieldCheck, label, head: None }
}

/// The pages.
pub(crate) fn routes(office: &Office) -> Vec<Route> {
    let with = || office.clone();
    let (page, own, counter) = (with(), with(), with());
    vec![
        Route::get("/privacy", Gate::Anyone, notice::page),
        Route::get("/me/data", Gate::SignedIn, mine::page),
        Route::get("/me/data/copy", Gate::SignedIn, mine::copy),
        Route::get("/me/data/correct", Gate::SignedIn, correct::page),
        Route::post("/me/data/correct", Gate::SignedIn, move |v: Visit, f: Fields| correct::send(page.clone(), v, f)),
        Route::get("/me/data/erase", Gate::SignedIn, erase::page),
        Route::post("/me/data/erase", Gate::SignedIn, move |v: Visit, f: Fields| erase::send(own.clone(), v, f)),
        Route::get("/privacy-requests", Gate::Can(PRIVACY), desk::page),
        Route::post("/privacy-requests/erase", Gate::Can(PRIVACY), move |v: Visit, f: Fields| {
            desk::send(counter.clone(), v, f)
        }),
    ]
}

/// Every text about a person, and what was written down from their words.
pub(crate) fn everything(r: &mut Read<'_>, needs: &dyn Needs, person: PersonId) -> Result<Vec<TextKey>, Fault> {
    let own = of_person(r, person)?.into_iter().map(|held| (held.act, held.field));
    Ok(own.chain(needs.also(r, person)?).collect())
}

/// Erases a person, unless they hold a seat: who holds a seat acts in the community's name until it ends.
pub(crate) fn erase_person(tx: &mut Tx<'_>, needs: &dyn Needs, head: Head, person: PersonId) -> Result<Receipt, Stop> {
    let area = find::person_area(tx, person)?.ok_or(Refusal::Unknown)?;
    let today = tx.now().day();
    if !find::seats_of_person(tx, person, today)?.is_empty() {
        return Err(Refusal::Seated.into());
    }
    let texts = everything(tx, needs, person)?;
    Ok(needs.erase(tx, Head { area, ..head }, &texts)?.ok_or(Refusal::Unknown)?)
}

/// The last four digits of a phone.
pub(crate) fn tail(phone: &str) -> String {
    phone.chars().skip(phone.chars().count().saturating_sub(4)).collect()
}

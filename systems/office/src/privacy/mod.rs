//! 您的信息 Privacy: what is kept of whom and why; one's own data to look at, take along, correct and erase.

pub(crate) mod consent;
mod copy;
pub(crate) mod correct;
mod desk;
mod erase;
mod form;
mod left;
pub(crate) mod mine;
mod notice;
pub mod purge;
mod refusal;
pub mod retention;

pub use refusal::Refusal;

use crate::Office;
use crate::asked::Query;
use crate::needs::Needs;
use axum::response::Response;
use lianxin_base::PersonId;
use lianxin_gate::{Capability, CapabilityWords, Gate, Waits};
use lianxin_journal::{Head, Receipt, TextKey, of_person, text};
use lianxin_register::find;
use lianxin_store::{Fault, FileHash, Read, Stop, Tx};
use lianxin_web::icons::Icon;
use lianxin_web::{Fields, Nav, Route, Trouble, Visit};
use std::path::PathBuf;

/// Answering privacy requests of people who come to the counter.
pub const PRIVACY: Capability = Capability("office.privacy");

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
    let (page, own, counter, look, goes) = (with(), with(), with(), with(), with());
    let mut all = vec![
        Route::get("/privacy", Gate::Anyone, notice::page),
        Route::get("/consent", Gate::Anyone, consent::page),
        Route::post("/consent", Gate::Anyone, consent::send),
        Route::post("/me/data/consent", Gate::SignedIn, consent::change),
        // Open to who has not agreed too: looking at one's own data and erasing them hangs on no agreement.
        Route::get("/me/data", Gate::Anyone, mine::page),
        Route::get("/me/data/copy", Gate::Anyone, copy::copy),
        Route::get("/me/data/correct", Gate::SignedIn, correct::page),
        Route::post("/me/data/correct", Gate::SignedIn, move |v: Visit, f: Fields| correct::send(page.clone(), v, f)),
        Route::get("/me/data/erase", Gate::Anyone, erase::page),
        Route::post("/me/data/erase", Gate::Anyone, move |v: Visit, q: Query, f: Fields| {
            erase::send(own.clone(), v, q, f)
        }),
        Route::get("/r/{act}/{link}/erase", Gate::Link, move |v: Visit| left::page(look.clone(), v)),
        Route::post("/r/{act}/{link}/erase", Gate::Link, move |v: Visit, f: Fields| left::send(goes.clone(), v, f)),
        Route::get("/privacy-requests", Gate::Can(PRIVACY), desk::page),
        Route::post("/privacy-requests/copy", Gate::Can(PRIVACY), desk::copy),
        Route::post("/privacy-requests/erase", Gate::Can(PRIVACY), move |v: Visit, f: Fields| {
            desk::send(counter.clone(), v, f)
        }),
    ];
    all.extend(retention::routes());
    all
}

/// Whose data a visitor may look at and erase: their own, also before they have agreed to the rules.
pub(crate) fn whose(visit: &Visit) -> Result<PersonId, Trouble> {
    let asked = || match visit.waiting() {
        Some((signed, Waits::Consent)) => signed.person,
        _ => None,
    };
    visit.person().or_else(asked).ok_or(Trouble::SignIn)
}

/// Where a stranger signs in first; a seat that is nobody's person has no data of its own.
pub(crate) fn nobody(visit: &Visit, login: &str) -> Result<Response, Trouble> {
    if visit.is_signed_in() { Err(Trouble::NotFound) } else { Ok(visit.to(login)) }
}

/// Every text about a person, and what was written down from their words.
pub(crate) fn everything(r: &mut Read<'_>, needs: &dyn Needs, person: PersonId) -> Result<Vec<TextKey>, Fault> {
    let own = of_person(r, person)?.into_iter().map(|held| (held.act, held.field));
    Ok(own.chain(needs.also(r, person)?).collect())
}

/// What of somebody lies outside the database.
#[derive(Default)]
pub(crate) struct Traces {
    /// Their photos and the copies that were published.
    files: Vec<FileHash>,
    /// Their names and telephones, by which sheets that wait to be entered are found.
    names: Vec<String>,
}

/// What of a person lies outside the database.
pub(crate) fn traces_of(r: &mut Read<'_>, needs: &dyn Needs, person: PersonId) -> Result<Traces, Fault> {
    let texts = everything(r, needs, person)?;
    traces_among(r, &texts)
}

/// The same of these texts.
fn traces_among(r: &mut Read<'_>, texts: &[TextKey]) -> Result<Traces, Fault> {
    let mut all = Traces::default();
    for (act, field) in texts {
        match (field.as_str(), text(r, *act, field)?) {
            ("photo_files", Some(lines)) => {
                all.files.extend(lines.split_whitespace().filter_map(|word| word.parse::<FileHash>().ok()));
            }
            ("name" | "phone", Some(said)) if said.chars().count() > 1 => all.names.push(said),
            _ => {}
        }
    }
    Ok(all)
}

/// After an erasure's commit: the database is written anew without what went, and the files no row names any more go,
/// as do sheets with their name that wait to be entered.
pub(crate) async fn swept(office: &Office, visit: &Visit, traces: Traces) -> Result<(), Trouble> {
    let (store, by) = (visit.house.files().clone(), office.needs.files());
    let drafts = visit.house.drafts().map(PathBuf::from);
    let gone = visit.read(move |r| {
        if let Some(root) = &drafts {
            crate::import::forget_naming(root, &traces.names);
        }
        for hash in &traces.files {
            lianxin_journal::forget(r, &store, by, *hash)?;
        }
        Ok(())
    });
    gone.await.ok(); // what could not be removed now the daily sweep finds
    Ok(visit.house.db().scrub().await?)
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

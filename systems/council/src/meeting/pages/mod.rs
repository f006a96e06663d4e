//! Where councils are listed, called, held, written down and objected to.

mod call;
mod change;
mod door;
mod list;
mod object;
mod one;
pub(crate) mod paper;
mod run;
mod said;
mod write;

pub(crate) use said::block;
pub use said::{Hung, hung, landed, strip};

use super::store::{self, Meeting};
use super::{Refusal, Whoever, runs, side};
use crate::caps;
use axum::response::Response;
use lianxin_base::ActId;
use lianxin_gate::Gate;
use lianxin_web::photos::PHOTOS;
use lianxin_web::{Route, Trouble, Visit};

/// The routes of councils.
pub(crate) fn routes() -> Vec<Route> {
    vec![
        Route::get("/meetings", Gate::Anyone, list::page),
        Route::get("/meetings/new", Gate::Can(caps::MEET), call::form),
        Route::post("/meetings", Gate::Can(caps::MEET), call::send),
        Route::get("/meetings/{meeting}", Gate::Anyone, one::page),
        Route::get("/meetings/{meeting}/here", Gate::SignedIn, door::form),
        Route::post("/meetings/{meeting}/here", Gate::SignedIn, door::send),
        Route::get("/meetings/{meeting}/screen", Gate::Can(caps::MEET), door::screen),
        Route::get("/meetings/{meeting}/paper", Gate::Can(caps::MEET), paper::sheet),
        Route::get("/meetings/{meeting}/door", Gate::Can(caps::MEET), paper::poster),
        Route::get("/meetings/{meeting}/desk", Gate::Can(caps::MEET), run::page),
        Route::get("/meetings/{meeting}/change", Gate::Can(caps::MEET), change::form),
        Route::post("/meetings/{meeting}/change", Gate::Can(caps::MEET), change::send),
        Route::post("/meetings/{meeting}/sheet", Gate::Can(caps::MEET), run::copy).files(PHOTOS),
        Route::get("/meetings/{meeting}/sheet/{n}/small", Gate::Can(caps::MEET), paper::small),
        Route::get("/meetings/{meeting}/sheet/{n}/large", Gate::Can(caps::MEET), paper::large),
        Route::post("/meetings/{meeting}/strike", Gate::Can(caps::MEET), run::strike_off),
        Route::post("/meetings/{meeting}/cancel", Gate::Can(caps::MEET), run::call_off),
        Route::post("/meetings/{meeting}/answer", Gate::Can(caps::MEET), run::reply),
        Route::get("/meetings/{meeting}/minutes", Gate::Can(caps::MEET), write::form),
        Route::post("/meetings/{meeting}/minutes", Gate::Can(caps::MEET), write::send),
        Route::get("/meetings/{meeting}/objection", Gate::SignedIn, object::form),
        Route::post("/meetings/{meeting}/objection", Gate::SignedIn, object::send),
    ]
}

/// The address of a council, and of one of its pages.
pub(crate) fn url(id: ActId) -> String {
    format!("/meetings/{id}")
}
fn under(id: ActId, page: &str) -> String {
    format!("/meetings/{id}/{page}")
}

fn id(text: &str) -> Result<ActId, Trouble> {
    text.parse().map_err(|_| Trouble::NotFound)
}

/// A council for a page that only who runs it has.
async fn own(visit: &Visit, text: &str) -> Result<Meeting, Trouble> {
    let (id, on) = (id(text)?, visit.now().day());
    let (org, scope) = visit.seat().map(|s| (s.org, s.scope())).ok_or(Trouble::NotFound)?;
    let found = visit.read(move |r| {
        let m = store::one(r, id)?.ok_or(Refusal::None)?;
        Ok(runs(r, &m, org, &scope, on)?.then_some(m))
    });
    found.await.map_err(none)?.ok_or(Trouble::NotFound)
}

/// A council for a page everybody has.
async fn any(visit: &Visit, text: &str) -> Result<Meeting, Trouble> {
    let id = id(text)?;
    visit.read(move |r| Ok(store::one(r, id)?)).await?.ok_or(Trouble::NotFound)
}

/// A council for whoever may take part in it: who lives there, or was asked to come.
async fn inside(visit: &Visit, text: &str) -> Result<(Meeting, Whoever), Trouble> {
    let (m, who) = (any(visit, text).await?, whoever(visit).ok_or(Trouble::NotFound)?);
    let (at, asked) = (m.clone(), who.clone());
    let belongs = visit.read(move |r| Ok(side(r, &at, &asked)?.is_some())).await?;
    if belongs { Ok((m, who)) } else { Err(Trouble::refused(Refusal::NotHere)) }
}

/// Who is signed in, with their organisations; nobody without an entry in the register.
fn whoever(visit: &Visit) -> Option<Whoever> {
    let orgs = visit.seats().iter().map(|s| s.org).collect();
    Some(Whoever { person: visit.person()?, orgs })
}

/// A council that is not there is no fault of the answers.
fn none(trouble: Trouble) -> Trouble {
    match trouble {
        Trouble::Refused(why) if why.code() == lianxin_base::Refuse::code(&Refusal::None) => Trouble::NotFound,
        other => other,
    }
}

/// On to the page that says what was done.
fn on(visit: &Visit, path: &str, said: &str) -> Response {
    visit.to(&format!("{path}?said={said}"))
}

//! 开张: what an office settles before its first day. Who runs it, how far its address carries, when it is open, whom
//! to call; then the places, the people and the papers that other rooms bring.

pub(crate) mod acts;
mod address;
mod days;
mod form;
mod hours;
mod imprint;
mod list;
mod papers;
pub(crate) mod phones;
mod quiet;
pub(crate) mod store;

use crate::ADMIN;
use lianxin_gate::Gate;
use lianxin_journal::{Head, Kind, Receipt};
use lianxin_register::find;
use lianxin_store::{Fault, Read, Stop, Tx};
use lianxin_web::{Nearness, Route, Trouble, Visit};

pub(crate) use acts::{Imprint, Situation};
pub(crate) use address::carries;
pub(crate) use hours::{read as time_of_day, written};
pub use store::SQL;
pub(crate) use store::imprint as imprint_now;

/// The acts of this room.
pub(crate) fn kinds() -> Vec<Kind> {
    vec![Kind::of::<acts::Imprint>(), Kind::of::<acts::Reach>()]
}

pub(crate) fn routes() -> Vec<Route> {
    vec![
        Route::get("/setup", Gate::Can(ADMIN), list::page),
        Route::get("/setup/imprint", Gate::Can(ADMIN), imprint::page),
        Route::post("/setup/imprint", Gate::Can(ADMIN), imprint::send),
        Route::get("/setup/hours", Gate::Can(ADMIN), hours::page),
        Route::post("/setup/hours", Gate::Can(ADMIN), hours::send),
        Route::get("/setup/days", Gate::Can(ADMIN), days::page),
        Route::post("/setup/days", Gate::Can(ADMIN), days::send),
        Route::post("/setup/days/end", Gate::Can(ADMIN), days::end),
        Route::get("/setup/phones", Gate::Can(ADMIN), phones::page),
        Route::post("/setup/phones", Gate::Can(ADMIN), phones::send),
        Route::get("/setup/quiet", Gate::Can(ADMIN), quiet::page),
        Route::post("/setup/quiet", Gate::Can(ADMIN), quiet::send),
        Route::get("/setup/backup", Gate::Can(ADMIN), crate::backup::page),
        Route::get(papers::URL, Gate::Can(ADMIN), papers::page),
        Route::get("/setup/papers/sheet", Gate::Can(ADMIN), papers::sheet),
        Route::get("/setup/address", Gate::Can(ADMIN), address::page),
        Route::get("/reach/{link}", Gate::Anyone, address::opened),
        Route::post("/reach/{link}", Gate::Anyone, address::confirmed),
    ]
}

/// What is settled, for the machine's own check-up.
#[derive(Clone, Copy, Debug)]
pub struct Settled {
    /// It was said who runs this office.
    pub imprint: bool,
    /// From how far away the address was opened.
    pub reached: Option<Nearness>,
}

/// What is settled of an office at this address.
///
/// # Errors
/// The database's trouble.
pub fn settled(r: &mut Read<'_>, origin: &str) -> Result<Settled, Fault> {
    let reached = store::reach(r, origin)?.map(|(situation, _)| situation.into());
    Ok(Settled { imprint: store::imprint(r)?.is_some(), reached })
}

/// Records that an office's address was opened, and from how far away.
///
/// # Errors
/// The database's trouble.
pub fn reached(tx: &mut Tx<'_>, head: Head, origin: &str, from: Nearness) -> Result<Receipt, Fault> {
    let area = head.area;
    acts::reach(tx, head, area, &acts::Reach { origin: origin.to_owned(), situation: from.into() })
}

/// The area everything on this machine lies in.
pub(crate) async fn root(visit: &Visit) -> Result<find::AreaRow, Trouble> {
    visit
        .read(|r| {
            let root = find::roots(r)?.into_iter().next();
            root.ok_or_else(|| Stop::from(Fault::bug("this machine has no area yet")))
        })
        .await
}

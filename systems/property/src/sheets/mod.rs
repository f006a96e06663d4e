//! What hangs out and what is handed over, on paper: the notice, a ballot for every owner, the count sheet, the result.

pub(crate) mod ballots;
pub(crate) mod count;
pub(crate) mod hung;

use crate::caps;
use lianxin_gate::Gate;
use lianxin_web::Route;

/// The routes of sheets.
pub(crate) fn routes() -> Vec<Route> {
    vec![
        Route::get("/votes/{vote}/notice", Gate::Anyone, hung::notice),
        Route::get("/votes/{vote}/result", Gate::Anyone, hung::result),
        Route::get("/votes/{vote}/ballots", Gate::Can(caps::ENTER), ballots::page),
        Route::get("/votes/{vote}/tally", Gate::Can(caps::CONVENE), count::page),
    ]
}

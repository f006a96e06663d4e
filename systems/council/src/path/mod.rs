//! 路: the way a matter took beside the shortest, what is stuck, the map of many ways, and what would be if a rule were another.
//! Organisations only; between organisations for seats only; nothing of fewer than five but the list of work in hand.

mod ask;
pub mod chart;
pub mod draw;
pub mod explain;
pub mod guess;
pub mod map;
pub mod propose;
mod rows;
pub mod rules;
pub mod store;
mod stuck;
pub mod way;
pub(crate) mod week;
pub(crate) mod what;
pub(crate) mod words;
pub mod xes;

use crate::caps::{DESK, LOOK};
use lianxin_gate::Gate;
use lianxin_web::Route;

pub(crate) fn routes() -> Vec<Route> {
    vec![
        Route::get("/path", Gate::Can(DESK), stuck::page),
        Route::get("/path/held", Gate::Can(DESK), stuck::held),
        Route::get("/path/week", Gate::Can(DESK), week::page),
        Route::get("/path/week/print", Gate::Can(DESK), week::print),
        Route::get("/path/jobs", Gate::Can(DESK), week::jobs),
        Route::get("/path/map", Gate::Can(DESK), map::page),
        Route::get("/path/rows", Gate::Can(DESK), rows::page),
        Route::get("/path/whatif", Gate::Can(DESK), what::page),
        Route::post("/path/whatif", Gate::Can(LOOK), what::send),
    ]
}

//! 数字: how organisations do their part. Never of a person, never of fewer than five matters, and every figure opens the
//! matters it is made of.

mod list;
mod page;
pub mod rules;
pub mod store;

pub use list::LIST;

use crate::caps::DESK;
use lianxin_gate::Gate;
use lianxin_web::Route;

pub(crate) fn routes() -> Vec<Route> {
    vec![
        Route::get("/figures", Gate::Can(DESK), page::figures),
        Route::get("/figures/matters", Gate::Can(DESK), page::matters),
    ]
}

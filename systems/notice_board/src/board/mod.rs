//! The public pages: which boards there are, one board, its feed, and the screen in the hall.

mod feed;
mod list;
mod page;
mod screen;

use crate::needs::Needs;
use axum::extract::Path;
use lianxin_gate::Gate;
use lianxin_web::{Route, Visit};
use std::sync::Arc;

/// The routes of boards.
pub(crate) fn routes(needs: &Arc<dyn Needs>) -> Vec<Route> {
    let (one, all) = (Arc::clone(needs), Arc::clone(needs));
    vec![
        Route::get("/notice-board", Gate::Anyone, list::page),
        Route::get("/notice-board/{area}", Gate::Anyone, move |v: Visit, p: Path<String>, q| {
            page::page(Arc::clone(&one), v, p, q)
        }),
        Route::get("/notice-board/{area}/feed", Gate::Anyone, feed::page),
        Route::get("/notice-board/{area}/screen", Gate::Anyone, move |v: Visit, p: Path<String>, q| {
            screen::page(Arc::clone(&all), v, p, q)
        }),
    ]
}

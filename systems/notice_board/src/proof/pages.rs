//! `POST /posting/{notice}/proof`: the photo of the physical board.

use super::prove;
use crate::caps;
use crate::notice::pages::{Sent, author, desk_url, on, own, page_of};
use crate::words::Author;
use axum::extract::Path;
use axum::response::Response;
use lianxin_gate::Gate;
use lianxin_web::photos::{PHOTOS, photos};
use lianxin_web::{Fields, Route, Trouble, Visit};

/// The routes of proofs.
pub(crate) fn routes() -> Vec<Route> {
    vec![Route::post("/posting/{notice}/proof", Gate::Can(caps::POST), send).files(PHOTOS)]
}

async fn send(visit: Visit, Path(notice): Path<String>, mut fields: Fields) -> Result<Response, Trouble> {
    let n = own(&visit, &notice).await?;
    let came = photos(&visit, &mut fields).await?;
    let (day, end) = (fields.day("day"), fields.raw("end") == "1");
    let nobody = fields.raw("nobody") == "yes";
    if let Some(day) = day.filter(|_| fields.good()) {
        let (who, id) = (author(&visit), n.id);
        let done = visit.act_once(n.area, fields.token(), move |tx, token| {
            prove(tx, &Author { token, ..who.clone() }, id, end, (day, nobody, &came))
        });
        match done.await {
            Ok(_) => return Ok(on(&visit, &desk_url(id), "proof")),
            Err(trouble) => fields.absorb(trouble)?,
        }
    }
    page_of(&visit, n, "", Some(Sent { fields: &fields })).await
}

//! The photos of a matter as pages show them, and their files: whole for the parties, else the published copies.

use super::sight;
use crate::photos::{DONE, REPORTED, SAID};
use crate::publish;
use crate::rules::Publicity;
use crate::store::photos::{PhotoRow, of_matter, one};
use crate::store::{by_id, by_report};
use crate::texts::t;
use crate::view::{Eye, Seen};
use axum::extract::Path;
use axum::http::HeaderMap;
use axum::response::Response;
use lianxin_base::{ActId, Lang};
use lianxin_gate::Gate;
use lianxin_store::{Fault, Read};
use lianxin_web::components::{Html, Shot, Shots};
use lianxin_web::photos::{Photo, picture};
use lianxin_web::{Route, Trouble, Visit};

/// Small for lists, large when it is opened.
#[derive(Clone, Copy)]
enum Size {
    Small,
    Large,
}

/// Three doors to a photo: a party's, the secret link's, everybody's.
pub(crate) fn routes() -> Vec<Route> {
    use Size::{Large, Small};
    let party = |size| move |v: Visit, p: Path<(String, i64)>, h: HeaderMap| by_party(size, v, p, h);
    let link = |size| move |v: Visit, p: Path<(String, String, usize)>, h: HeaderMap| by_link(size, v, p, h);
    let anyone = |size| move |v: Visit, p: Path<(String, i64)>, h: HeaderMap| by_anyone(size, v, p, h);
    vec![
        Route::get("/photo/{act}/{n}/small", Gate::SignedIn, party(Small)),
        Route::get("/photo/{act}/{n}/large", Gate::SignedIn, party(Large)),
        Route::get("/r/{act}/{link}/photo/{n}/small", Gate::Link, link(Small)),
        Route::get("/r/{act}/{link}/photo/{n}/large", Gate::Link, link(Large)),
        Route::get("/shown/{act}/{n}/small", Gate::Anyone, anyone(Small)),
        Route::get("/shown/{act}/{n}/large", Gate::Anyone, anyone(Large)),
    ]
}

async fn answer(visit: &Visit, size: Size, found: Option<Photo>, headers: &HeaderMap) -> Result<Response, Trouble> {
    let photo = found.ok_or(Trouble::NotFound)?;
    let hash = match size {
        Size::Small => photo.small,
        Size::Large => photo.large,
    };
    picture(visit, hash, headers).await
}

/// As it was brought, for who brought it in and for the seats in whose hands it is.
async fn by_party(
    size: Size,
    visit: Visit,
    Path((act, n)): Path<(String, i64)>,
    headers: HeaderMap,
) -> Result<Response, Trouble> {
    let act: ActId = act.parse().map_err(|_| Trouble::NotFound)?;
    let (person, sight) = (visit.person(), sight(&visit));
    let found = visit
        .read(move |r| {
            let Some(row) = one(r, act, n)? else { return Ok(None) };
            let Some(m) = by_id(r, row.matter)? else { return Ok(None) };
            let own = person.is_some() && m.reporter == person;
            let party = m.in_scope(&sight.scope) && sight.eye(&m) == Eye::Party;
            Ok(row.photo.filter(|_| own || party))
        })
        .await?;
    answer(&visit, size, found, &headers).await
}

/// The nth photo of the matter whose secret link this is.
async fn by_link(
    size: Size,
    visit: Visit,
    Path((_, _, n)): Path<(String, String, usize)>,
    headers: HeaderMap,
) -> Result<Response, Trouble> {
    let act = visit.link().ok_or(Trouble::NotFound)?;
    let found = visit
        .read(move |r| {
            let Some(m) = by_report(r, act)? else { return Ok(None) };
            let all = of_matter(r, m.id)?;
            Ok(n.checked_sub(1).and_then(|at| all.get(at)).and_then(|p| p.photo))
        })
        .await?;
    answer(&visit, size, found, &headers).await
}

/// The copy that is published, while it is.
async fn by_anyone(
    size: Size,
    visit: Visit,
    Path((act, n)): Path<(String, i64)>,
    headers: HeaderMap,
) -> Result<Response, Trouble> {
    let act: ActId = act.parse().map_err(|_| Trouble::NotFound)?;
    let found = visit.read(move |r| Ok(public(r, act, n)?)).await?;
    answer(&visit, size, found, &headers).await
}

fn public(r: &mut Read<'_>, act: ActId, n: i64) -> Result<Option<Photo>, Fault> {
    let Some(row) = one(r, act, n)? else { return Ok(None) };
    let Some(m) = by_id(r, row.matter)?.filter(|m| m.publication == Publicity::Shown) else { return Ok(None) };
    let agreed = row.stage != REPORTED || publish::agreed(r, &m)?;
    Ok(row.shown.filter(|_| agreed))
}

/// What a page shows of a matter's photos: those of the report, those of the talk, then those of the work done. `link` is the way of the
/// secret link, where the page was opened by it.
pub(crate) fn galleries(lang: Lang, seen: &Seen, link: Option<&str>) -> Vec<Html> {
    let t = t(lang);
    let whole = matches!(seen.eye, Eye::Party | Eye::Reporter);
    let shots = |stage: &str| -> Vec<Shot<'static>> {
        let of_stage = seen.photos.iter().enumerate().filter(|(_, p)| p.stage == stage);
        of_stage.filter_map(|(at, p)| shot(lang, p, at + 1, whole, link)).collect()
    };
    let all = [
        (t.msg_photos_reported(), shots(REPORTED)),
        (t.msg_photos_said(), shots(SAID)),
        (t.msg_photos_done(), shots(DONE)),
    ];
    all.into_iter()
        .filter(|(_, items)| !items.is_empty())
        .map(|(title, items)| Html::of(&Shots { title: title.into(), items }))
        .collect()
}

fn shot(lang: Lang, p: &PhotoRow, at: usize, whole: bool, link: Option<&str>) -> Option<Shot<'static>> {
    let photo = if whole { p.photo } else { p.shown }?;
    let base = match link {
        Some(link) => format!("{link}/photo/{at}"),
        None if whole => format!("/photo/{}/{}", p.act, p.n),
        None => format!("/shown/{}/{}", p.act, p.n),
    };
    Some(Shot {
        large: format!("{base}/large").into(),
        small: format!("{base}/small").into(),
        alt: t(lang).msg_photo_alt(at).into(),
        width: photo.width,
        height: photo.height,
    })
}

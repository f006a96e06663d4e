//! `/posting/title`: an area's second title is sent in; `/notice-board/{area}/title`: the picture, as papers show it.

use super::{give, title_of};
use crate::caps;
use crate::notice::pages::{author, board, board_url, boards, on};
use crate::photo_ask::PhotoAsk;
use crate::texts::{L10nLanguage, t};
use crate::words::Author;
use askama::Template;
use axum::extract::{Path, Query};
use axum::http::HeaderMap;
use axum::response::Response;
use lianxin_base::AreaId;
use lianxin_gate::Gate;
use lianxin_web::components::{Back, Choice, ErrorSummary, Field, FieldKind, Notice as Note, NoticeKind, Submit};
use lianxin_web::photos::{PHOTOS, photos, picture};
use lianxin_web::shell::Kind;
use lianxin_web::{Fields, Route, Trouble, Visit};
use serde::Deserialize;

/// The routes of second titles.
pub(crate) fn routes() -> Vec<Route> {
    vec![
        Route::get("/posting/title", Gate::Can(caps::KEEP), page),
        Route::post("/posting/title", Gate::Can(caps::KEEP), send).files(PHOTOS),
        Route::get("/notice-board/{area}/title", Gate::Anyone, image),
    ]
}

/// The address of the picture.
pub(crate) fn address(code: &str) -> String {
    format!("{}/title", board_url(code))
}

/// What the address says.
#[derive(Deserialize, Default)]
struct Asked {
    #[serde(default)]
    said: String,
}

#[derive(Template)]
#[template(path = "posting_title.html")]
struct View {
    t: &'static L10nLanguage,
    back: Back<'static>,
    said: Option<Note<'static>>,
    summary: Option<ErrorSummary<'static>>,
    there: Vec<(String, String)>,
    csrf: String,
    area: Field<'static>,
    photo: PhotoAsk,
    submit: Submit<'static>,
}

/// `GET /posting/title`
async fn page(visit: Visit, Query(asked): Query<Asked>) -> Result<Response, Trouble> {
    show(&visit, &asked.said, &Fields::empty(visit.lang)).await
}

async fn show(visit: &Visit, said: &str, fields: &Fields) -> Result<Response, Trouble> {
    let own = visit.clone();
    let found = visit.read(move |r| {
        let all = boards(r, &own)?;
        let mut there = Vec::new();
        for a in &all {
            if title_of(r, a.id)?.is_some_and(|(at, _)| at == a.id) {
                there.push((a.name.clone(), address(&a.code)));
            }
        }
        Ok((all, there))
    });
    let (all, there) = found.await?;
    let (lang, t) = (visit.lang, t(visit.lang));
    let places = all.into_iter().map(|a| Choice::new(a.id.to_string(), a.name)).collect();
    let view = View {
        t,
        back: Back::new("/posting", t.msg_posting()),
        said: (said == "given").then(|| Note::new(NoticeKind::Ok, t.msg_said_given())),
        summary: (!fields.good()).then(|| fields.summary()),
        there,
        csrf: visit.token().to_owned(),
        area: Field::new(lang, "area", t.msg_area())
            .kind(FieldKind::Select(places))
            .value(fields.raw("area").to_owned())
            .error(fields.fault("area"))
            .required(),
        photo: PhotoAsk::of(visit, fields, t.msg_second_photo(), t.msg_second_hint()),
        submit: Submit::new(t.msg_second_go()),
    };
    let title = t.msg_second_title();
    let page = visit.page(&title, Kind::Desk);
    Ok(if fields.good() { page } else { page.wrong() }.view(&view))
}

/// `POST /posting/title`
async fn send(visit: Visit, mut fields: Fields) -> Result<Response, Trouble> {
    let came = photos(&visit, &mut fields).await?;
    let area: Option<AreaId> = fields.id("area");
    let Some(area) = area.filter(|_| fields.good()) else { return show(&visit, "", &fields).await };
    let who = author(&visit);
    let done =
        visit.act_once(area, fields.token(), move |tx, token| give(tx, &Author { token, ..who.clone() }, area, &came));
    match done.await {
        Ok(_) => Ok(on(&visit, "/posting/title", "given")),
        Err(trouble) => {
            fields.absorb(trouble)?;
            show(&visit, "", &fields).await
        }
    }
}

/// `GET /notice-board/{area}/title`
async fn image(visit: Visit, Path(area): Path<String>, headers: HeaderMap) -> Result<Response, Trouble> {
    let found = visit.read(move |r| match board(r, &area)? {
        Some(at) => Ok(title_of(r, at.id)?),
        None => Ok(None),
    });
    let (_, photo) = found.await?.ok_or(Trouble::NotFound)?;
    picture(&visit, photo.large, &headers).await
}

//! 再提 on a matter's page, for who brought it in.

use super::{NewRaise, may_raise, raise};
use crate::course::{Author, load, terms};
use crate::pages::matter::{Bringer, Door, bringer, bringer_by_link, finish, proof_field, show};
use crate::pages::{author, nowhere};
use crate::rules::{Actor, WORDS_MAX};
use crate::texts::{L10nLanguage, t};
use crate::view::{Eye, Seen};
use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use lianxin_base::WayId;
use lianxin_gate::Gate;
use lianxin_web::components::{Field, FieldKind, Html};
use lianxin_web::{Fields, Route, Trouble, Visit};

/// The routes of taking up again that are not the desk's.
pub(crate) fn routes() -> Vec<Route> {
    vec![Route::post("/m/{no}/raise", Gate::SignedIn, own), Route::post("/r/{act}/{link}/raise", Gate::Link, linked)]
}

/// Whether it can be taken up again by the residents' side.
pub(crate) fn offered(seen: &Seen) -> bool {
    let m = &seen.m;
    may_raise(m.outcome.as_deref(), m.ended_at, seen.now, (Actor::Reporter, m.executor)).is_ok()
}

#[derive(Template)]
#[template(path = "raise_block.html")]
struct Block {
    t: &'static L10nLanguage,
    action: String,
    csrf: String,
    note: Field<'static>,
    proof: Option<Field<'static>>,
}

/// The form, for who brought it in.
pub(crate) fn block(visit: &Visit, door: &Door, seen: &Seen, fields: &Fields) -> Option<Html> {
    if seen.eye != Eye::Reporter || !offered(seen) {
        return None;
    }
    let (lang, t) = (visit.lang, t(visit.lang));
    let note = Field::new(lang, "note", t.msg_raise_note())
        .kind(FieldKind::Area)
        .value(fields.raw("note").to_owned())
        .error(fields.fault("note"))
        .required()
        .max(WORDS_MAX as u32);
    let proof = matches!(door, Door::Link(..)).then(|| proof_field(lang, &seen.m, fields));
    let action = format!("{}/raise", door.path());
    Some(Html::of(&Block { t, action, csrf: visit.token().to_owned(), note, proof }))
}

/// `POST /m/{no}/raise`
async fn own(visit: Visit, Path(no): Path<String>, fields: Fields) -> Result<Response, Trouble> {
    let who = bringer(&visit, no).await?;
    send(&visit, who, fields).await
}

/// `POST /r/{act}/{link}/raise`: the link shows; taking it up asks for proof.
async fn linked(
    visit: Visit,
    Path((_, link)): Path<(String, String)>,
    mut fields: Fields,
) -> Result<Response, Trouble> {
    let who = bringer_by_link(&visit, link, &mut fields).await?;
    send(&visit, who, fields).await
}

async fn send(visit: &Visit, (door, no, scope): Bringer, mut fields: Fields) -> Result<Response, Trouble> {
    let words = fields.opt_text("note", WORDS_MAX).unwrap_or_default();
    if !fields.good() {
        return show(visit, &door, false, &fields).await;
    }
    let new = NewRaise { no, way: WayId::new(visit.chance(), visit.now()), words, how: None };
    let who = Author { scope, ..author(visit, visit.act_id(), None) };
    let done = visit
        .act_once(nowhere(), fields.token(), move |tx, token| {
            let author = Author { token, ..who.clone() };
            let area = load(tx, &author, &new.no)?.area;
            let terms = terms(tx, area)?;
            raise(tx, &terms, &author, &new)
        })
        .await;
    finish(visit, door, done, fields).await
}

/// Reads the desk's form of what somebody said.
pub(crate) fn read(visit: &Visit, no: String, fields: &mut Fields) -> Option<NewRaise> {
    let how = fields.choice("how", crate::feedback::HOW).map(ToOwned::to_owned);
    let words = fields.opt_text("note", WORDS_MAX).unwrap_or_default();
    Some(NewRaise { no, way: WayId::new(visit.chance(), visit.now()), words, how: Some(how?) })
}

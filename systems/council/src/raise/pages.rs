//! 再提 on a matter's page, for who brought it in.

use super::{NewRaise, may_raise, raise};
use crate::course::{Author, load, terms};
use crate::pages::matter::{Door, finish, proof_field, proven, show};
use crate::pages::{author, nowhere};
use crate::rules::{Actor, WORDS_MAX};
use crate::store::by_no;
use crate::texts::{L10nLanguage, t};
use crate::view::{Eye, Seen};
use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use lianxin_base::WayId;
use lianxin_gate::{Gate, Scope};
use lianxin_web::components::{Field, FieldKind, Html};
use lianxin_web::{Fields, Route, Trouble, Visit};

/// The routes of taking up again that are not the desk's.
pub(crate) fn routes() -> Vec<Route> {
    vec![
        Route::post("/m/{no}/raise", Gate::SignedIn, by_number),
        Route::post("/r/{act}/{link}/raise", Gate::Link, by_link),
    ]
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

/// `POST /m/{no}/raise`: who brought it in and is signed in.
async fn by_number(visit: Visit, Path(no): Path<String>, fields: Fields) -> Result<Response, Trouble> {
    let scope = visit.person().map_or(Scope::Public, Scope::Own);
    let (own, asked) = (scope.clone(), no.clone());
    visit.read(move |r| Ok(by_no(r, &own, &asked)?)).await?.ok_or(Trouble::NotFound)?;
    send(&visit, Door::Number(no.clone()), no, scope, fields).await
}

/// `POST /r/{act}/{link}/raise`: the link shows; taking it up asks the phone's last four digits or the PIN.
async fn by_link(
    visit: Visit,
    Path((_, link)): Path<(String, String)>,
    mut fields: Fields,
) -> Result<Response, Trouble> {
    let act = visit.link().ok_or(Trouble::NotFound)?;
    let door = Door::Link(act, link);
    let m = proven(&visit, act, &mut fields).await?;
    if !fields.good() {
        return show(&visit, &door, false, &fields).await;
    }
    send(&visit, door, m.no, Scope::Everything, fields).await
}

async fn send(visit: &Visit, door: Door, no: String, scope: Scope, mut fields: Fields) -> Result<Response, Trouble> {
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

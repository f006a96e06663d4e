//! Thanks on a matter's page: how many, and the button for who had the trouble.

use super::rules::may_thank;
use super::{Who, asking, store, thank};
use crate::course::Author;
use crate::pages::matter::{Door, finish};
use crate::pages::{author, nowhere};
use crate::store::{Matter, by_report, public_by_no};
use crate::texts::{L10nLanguage, t};
use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use lianxin_base::PersonId;
use lianxin_gate::{Gate, Limit, Scope};
use lianxin_register::find;
use lianxin_store::{Fault, Read};
use lianxin_web::components::Html;
use lianxin_web::{Fields, Route, Trouble, Visit};

/// The routes of thanks.
pub(crate) fn routes() -> Vec<Route> {
    vec![
        Route::post("/m/{no}/thanks", Gate::SignedIn, by_number),
        Route::post("/r/{act}/{link}/thanks", Gate::Link, by_link),
    ]
}

/// How somebody stands to the thanks for a matter.
#[derive(Clone, Debug, Default)]
pub(crate) struct Stand {
    n: usize,
    /// Whom they may thank.
    may: Option<String>,
    /// They have thanked.
    thanked: bool,
}

pub(crate) fn stand(r: &mut Read<'_>, m: &Matter, door: &Door, person: Option<PersonId>) -> Result<Stand, Fault> {
    let n = store::all(r, m.id)?.len();
    let who = match (door, person) {
        (Door::Link(..), _) => Who::Link,
        (Door::Number(_), Some(person)) => Who::Person(person),
        (Door::Number(_), None) => return Ok(Stand { n, ..Stand::default() }),
    };
    let asking = asking(r, m, who)?;
    let org = may_thank(&asking).ok();
    let may = org.map(|org| find::org(r, org)).transpose()?.flatten().map(|org| org.short.unwrap_or(org.name));
    Ok(Stand { n, may, thanked: asking.theirs && asking.before })
}

#[derive(Template)]
#[template(path = "thanks_block.html")]
struct Block {
    count: Option<String>,
    csrf: String,
    action: String,
    go: Option<String>,
    t: &'static L10nLanguage,
    thanked: bool,
}

/// Nothing where nobody has thanked and nobody here may.
pub(crate) fn block(visit: &Visit, door: &Door, stand: &Stand) -> Option<Html> {
    let t = t(visit.lang);
    (stand.n > 0 || stand.may.is_some()).then(|| {
        Html::of(&Block {
            count: (stand.n > 0).then(|| t.msg_thanks_count(stand.n)),
            csrf: visit.token().to_owned(),
            action: format!("{}/thanks", door.path()),
            go: stand.may.as_ref().map(|who| t.msg_thanks_go(who)),
            t,
            thanked: stand.thanked,
        })
    })
}

/// `POST /m/{no}/thanks`
async fn by_number(visit: Visit, Path(no): Path<String>, fields: Fields) -> Result<Response, Trouble> {
    let person = visit.person().ok_or(Trouble::NotFound)?;
    let number = no.clone();
    let theirs = visit.read(move |r| {
        let m = public_by_no(r, &number)?;
        Ok(m.map(|m| asking(r, &m, Who::Person(person))).transpose()?.is_some_and(|asking| asking.theirs))
    });
    if !theirs.await? {
        return Err(Trouble::NotFound);
    }
    send(&visit, Door::Number(no.clone()), (no, Who::Person(person)), Scope::Own(person), fields).await
}

/// `POST /r/{act}/{link}/thanks`: whoever has the link; it only adds to a count.
async fn by_link(visit: Visit, Path((_, link)): Path<(String, String)>, fields: Fields) -> Result<Response, Trouble> {
    let act = visit.link().ok_or(Trouble::NotFound)?;
    visit.take_for(Limit::PIN_LINK, &act.to_string())?;
    let m = visit.read(move |r| Ok(by_report(r, act)?)).await?.ok_or(Trouble::NotFound)?;
    send(&visit, Door::Link(act, link), (m.no, Who::Link), Scope::Everything, fields).await
}

async fn send(
    visit: &Visit,
    door: Door,
    (no, thanks): (String, Who),
    scope: Scope,
    fields: Fields,
) -> Result<Response, Trouble> {
    let who = Author { scope, ..author(visit, visit.act_id(), None) };
    let done = visit
        .act_once(nowhere(), fields.token(), move |tx, token| thank(tx, &Author { token, ..who.clone() }, &no, thanks))
        .await;
    finish(visit, door, done, fields).await
}

//! `/votes/{vote}/roll`: the whole roll, to be printed and hung up in the compound: building, door, area, number. No names.

use super::store::{lines, roll};
use crate::assembly::pages::{own, under};
use crate::caps;
use crate::say::{area, weight, when};
use crate::texts::{L10nLanguage, t};
use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use lianxin_gate::Gate;
use lianxin_web::shell::Kind;
use lianxin_web::{Route, Trouble, Visit};

/// The routes of rolls.
pub(crate) fn routes() -> Vec<Route> {
    vec![Route::get("/votes/{vote}/roll", Gate::Can(caps::ROLL), page)]
}

struct Printed {
    house: String,
    door: String,
    size: String,
    source: &'static str,
    no: i64,
}

#[derive(Template)]
#[template(path = "vote_roll.html")]
struct View {
    t: &'static L10nLanguage,
    title: String,
    frozen: String,
    totals: String,
    hash: String,
    lines: Vec<Printed>,
    back: String,
}

/// `GET /votes/{vote}/roll`
async fn page(visit: Visit, Path(vote): Path<String>) -> Result<Response, Trouble> {
    let v = own(&visit, &vote).await?;
    let id = v.id;
    let (roll, lines) = visit.read(move |r| Ok((roll(r, id)?, lines(r, id)?))).await?;
    let roll = roll.ok_or(Trouble::NotFound)?;
    let (lang, t, now) = (visit.lang, t(visit.lang), visit.now());
    let positive = |n: i64| u64::try_from(n).unwrap_or(0);
    let line = |l: super::Line| Printed {
        size: area(positive(l.size)),
        source: l.source.say(lang),
        house: l.house,
        door: l.door,
        no: l.no,
    };
    let totals = weight(lang, positive(roll.persons), positive(roll.size));
    let view = View {
        t,
        title: t.msg_roll_title(v.area_name.clone(), v.title.clone()),
        frozen: t.msg_roll_frozen(when(lang, roll.frozen, now)),
        totals: t.msg_roll_totals(positive(roll.units), totals),
        hash: roll.list_sha256,
        lines: lines.into_iter().map(line).collect(),
        back: under(id, "desk"),
    };
    let name = view.title.clone();
    Ok(visit.page(&name, Kind::Print).view(&view))
}

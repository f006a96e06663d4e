//! `/votes/{vote}/hand-over/print`: 交接清单, what is handed over, with room for what is written by hand and for signatures.

use super::pages::{line_says, name_of, stands_name, thing_name};
use super::rules::{Stands, Thing, has_before};
use super::store::{Line, lines, now};
use crate::assembly::pages::{own, under};
use crate::election::Kind;
use crate::example;
use crate::say::plain_day;
use crate::texts::{L10nLanguage, t};
use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use lianxin_base::Lang;
use lianxin_web::components::{Html, Link};
use lianxin_web::shell;
use lianxin_web::{Trouble, Visit};

/// A thing, and what is written beside it.
struct Row {
    thing: String,
    says: String,
    day: String,
}

#[derive(Template)]
#[template(path = "handover_print.html")]
struct View {
    t: &'static L10nLanguage,
    place: String,
    title: String,
    rule: String,
    rows: Vec<Row>,
    /// Who handed over, who took over, who watched; empty where it is filled in by hand.
    from: String,
    to: String,
    witness: String,
    back: Link<'static>,
}

fn row(lang: Lang, thing: Thing, line: Option<&Line>) -> Row {
    // What is not noted yet is ticked on the paper.
    let blank = || Stands::ALL.iter().map(|s| format!("□ {}", stands_name(lang, *s))).collect::<Vec<_>>().join("　");
    Row {
        thing: thing_name(lang, thing),
        says: line.map_or_else(blank, |l| line_says(lang, l)),
        day: line.map(|l| plain_day(lang, l.day)).unwrap_or_default(),
    }
}

fn view(lang: Lang, kind: Kind, (place, title): (String, String), all: &[Line], back: String) -> View {
    let t = t(lang);
    let last = all.last();
    View {
        t,
        place: match kind {
            Kind::First => t.msg_hand_over_group_list(place),
            Kind::Renewal | Kind::By => t.msg_hand_over_list(place),
        },
        title,
        rule: match kind {
            Kind::First => t.msg_hand_over_group_rule(),
            Kind::Renewal | Kind::By => t.msg_hand_over_rule(),
        },
        rows: Thing::ALL.iter().map(|thing| row(lang, *thing, now(all, *thing))).collect(),
        from: last.map(|l| l.from.clone()).unwrap_or_default(),
        to: last.map(|l| l.to.clone()).unwrap_or_default(),
        witness: last.map(|l| l.witness.clone()).unwrap_or_default(),
        back: Link::new(back, name_of(lang, kind)),
    }
}

/// `GET /votes/{vote}/hand-over/print`
pub(super) async fn page(visit: Visit, Path(vote): Path<String>) -> Result<Response, Trouble> {
    let v = own(&visit, &vote).await?;
    let id = v.id;
    let (e, all) = visit.read(move |r| Ok((crate::election::store::of(r, id)?, lines(r, id)?))).await?;
    let Some(e) = e.filter(|e| e.term.is_some() && has_before(e.kind)) else { return Err(Trouble::NotFound) };
    let view = view(visit.lang, e.kind, (v.area_name.clone(), v.title.clone()), &all, under(v.id, "hand-over"));
    let title = view.place.clone();
    Ok(visit.page(&title, shell::Kind::Print).view(&view))
}

/// An invented example of it.
pub(crate) fn specimen(lang: Lang) -> Html {
    Html::of(&view(lang, Kind::Renewal, (example::PLACE.into(), example::TITLE.into()), &[], example::BACK.into()))
}

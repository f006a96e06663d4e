//! `/votes/{vote}/paper`: the paper to fill in and sign. For an owner on the roll it names their own doors; else there are lines.

use crate::assembly::pages::asked::silent;
use crate::assembly::pages::{any, url};
use crate::assembly::store as votes;
use crate::delivery::rules::written;
use crate::delivery::store as deliveries;
use crate::election::most;
use crate::example;
use crate::roll::store as rolls;
use crate::say::{self, area, when_dated};
use crate::texts::{L10nLanguage, t};
use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use lianxin_base::Lang;
use lianxin_web::components::Html;
use lianxin_web::shell::Kind;
use lianxin_web::{Trouble, Visit};

/// A matter as it stands on the paper.
struct Point {
    n: i64,
    words: String,
    kind: String,
}

/// Whose paper it is: doors, area and number, or nothing where it is to be written by hand.
#[derive(Default)]
struct Whose {
    doors: String,
    size: String,
    no: String,
}

#[derive(Template)]
#[template(path = "vote_paper.html")]
struct View {
    t: &'static L10nLanguage,
    place: String,
    title: String,
    until: String,
    papers: Vec<Whose>,
    points: Vec<Point>,
    /// How many names may be chosen.
    most: Option<String>,
    marks: [String; 3],
    silent: String,
    back: String,
}

/// `GET /votes/{vote}/paper`
pub(super) async fn page(visit: Visit, Path(vote): Path<String>) -> Result<Response, Trouble> {
    let v = any(&visit, &vote).await?;
    let (id, person, lang) = (v.id, visit.person(), visit.lang);
    let found = visit.read(move |r| {
        let mut own = Vec::new();
        for no in person.map(|p| rolls::mine(r, id, p)).transpose()?.unwrap_or_default() {
            let lines = rolls::of_no(r, id, no)?;
            let doors: Vec<String> = lines.iter().map(|l| format!("{} {}", l.house, l.door)).collect();
            let size = lines.iter().map(|l| u64::try_from(l.size).unwrap_or(0)).sum();
            let copy = deliveries::copy(r, id, no)?;
            own.push(Whose { doors: doors.join("、"), size: area(size), no: written(no, copy) });
        }
        Ok((own, votes::matters(r, id)?, most(r, id, lang)?))
    });
    let (own, matters, most) = found.await?;
    let t = t(lang);
    let set = v.set().map_err(Trouble::refused)?;
    let view = View {
        silent: silent(lang, &v, &set, &matters),
        t,
        place: t.msg_paper_title(v.place()),
        until: t.msg_paper_until(when_dated(lang, v.closes)),
        papers: if own.is_empty() { vec![Whose::default()] } else { own },
        points: matters.into_iter().map(|m| Point { n: m.n, kind: say::kind(lang, &m.kind), words: m.words }).collect(),
        most,
        marks: [t.msg_mark_yes(), t.msg_mark_no(), t.msg_mark_abstain()],
        back: url(id),
        title: v.title,
    };
    let name = view.title.clone();
    Ok(visit.page(&name, Kind::Print).view(&view))
}

/// An invented example of the paper.
pub(crate) fn specimen(lang: Lang) -> Html {
    let t = t(lang);
    Html::of(&View {
        t,
        silent: String::new(),
        place: t.msg_paper_title(example::PLACE),
        title: example::TITLE.into(),
        until: t.msg_paper_until(when_dated(lang, example::CLOSES)),
        papers: vec![Whose::default()],
        points: vec![Point { n: 1, words: example::MATTER.into(), kind: say::kind(lang, example::KIND) }],
        most: None,
        marks: [t.msg_mark_yes(), t.msg_mark_no(), t.msg_mark_abstain()],
        back: example::BACK.into(),
    })
}

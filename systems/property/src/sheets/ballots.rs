//! `/votes/{vote}/ballots`: the papers of a building or of all of them, one a sheet, each with its doors, area, number and a QR
//! of it; for a building they are few enough to be printed at once.

use crate::assembly::pages::asked::silent;
use crate::assembly::pages::{own, under, url};
use crate::assembly::store::{self as votes, Vote};
use crate::conflict;
use crate::delivery::rules::written;
use crate::delivery::store::copies;
use crate::election::most;
use crate::example;
use crate::refusal::Refusal;
use crate::roll::Line;
use crate::roll::store as rolls;
use crate::say::{self, area, when};
use crate::texts::{L10nLanguage, t};
use askama::Template;
use axum::extract::{Path, Query};
use axum::response::Response;
use lianxin_base::{Lang, Moment};
use lianxin_paper::qr_svg;
use lianxin_store::{Read, Stop};
use lianxin_web::components::{Html, Link};
use lianxin_web::shell::Kind;
use lianxin_web::{Origin, Trouble, Visit};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Deserialize;
use std::collections::BTreeMap;

/// What the address says.
#[derive(Deserialize, Default)]
pub(super) struct Asked {
    #[serde(default)]
    house: String,
}

struct Sheet {
    doors: String,
    size: String,
    no: String,
    qr: Html,
}

struct Point {
    n: i64,
    words: String,
    kind: String,
}

#[derive(Template)]
#[template(path = "ballots_print.html")]
struct View {
    t: &'static L10nLanguage,
    place: String,
    title: String,
    until: String,
    count: String,
    houses: Vec<Link<'static>>,
    sheets: Vec<Sheet>,
    points: Vec<Point>,
    /// How many names may be chosen.
    most: Option<String>,
    marks: [String; 3],
    silent: String,
    back: String,
}

/// The doors of every number that begins in a building, or of all, as one walks past the first of them.
fn numbers<'a>(lines: &'a [Line], house: &str) -> Vec<(i64, Vec<&'a Line>)> {
    let mut all: Vec<(i64, Vec<&Line>)> = Vec::new();
    let mut at: BTreeMap<i64, usize> = BTreeMap::new();
    for line in lines {
        let place = *at.entry(line.no).or_insert_with(|| {
            all.push((line.no, Vec::new()));
            all.len() - 1
        });
        if let Some((_, doors)) = all.get_mut(place) {
            doors.push(line);
        }
    }
    let here = |doors: &[&Line]| house.is_empty() || doors.first().is_some_and(|l| l.house == house);
    all.into_iter().filter(|(_, doors)| here(doors)).collect()
}

/// What stands on the papers of a vote.
#[derive(Clone)]
pub(crate) struct Papers {
    pub(crate) lines: Vec<Line>,
    pub(crate) copies: BTreeMap<i64, i64>,
    matters: Vec<votes::Matter>,
    most: Option<String>,
}

impl Papers {
    /// Once the roll is drawn.
    pub(crate) fn of(r: &mut Read<'_>, v: &Vote, lang: Lang) -> Result<Self, Stop> {
        let lines = rolls::lines(r, v.id)?;
        if lines.is_empty() {
            return Err(Refusal::NotBegun.into());
        }
        let (copies, matters) = (copies(r, v.id)?, votes::matters(r, v.id)?);
        Ok(Self { lines, copies, matters, most: most(r, v.id, lang)? })
    }

    /// The number and doors of every paper, as one walks; of one building or of all.
    pub(crate) fn numbers(&self, house: &str) -> Vec<(i64, Vec<&Line>)> {
        numbers(&self.lines, house)
    }

    fn view(&self, (lang, now): (Lang, Moment), v: &Vote, origin: &Origin, of: &[(i64, Vec<&Line>)]) -> View {
        let t = t(lang);
        let sheet = |(no, doors): &(i64, Vec<&Line>)| {
            let number = written(*no, self.copies.get(no).copied().unwrap_or(1));
            let size = doors.iter().map(|l| u64::try_from(l.size).unwrap_or(0)).sum();
            let names: Vec<String> = doors.iter().map(|l| format!("{} {}", l.house, l.door)).collect();
            let link = origin.url(&format!("{}?paper={number}", url(v.id)));
            Sheet {
                doors: names.join("、"), size: area(size), no: number, qr: Html(qr_svg(&link).unwrap_or_default())
            }
        };
        let point = |m: &votes::Matter| Point { n: m.n, words: m.words.clone(), kind: say::kind(lang, &m.kind) };
        View {
            t,
            silent: v.set().map(|set| silent(lang, v, &set, &self.matters)).unwrap_or_default(),
            place: t.msg_paper_title(v.place()),
            title: v.title.clone(),
            until: t.msg_paper_until(when(lang, v.closes, now)),
            count: t.msg_ballots_count(of.len()),
            houses: Vec::new(),
            sheets: of.iter().map(sheet).collect(),
            points: self.matters.iter().map(point).collect(),
            most: self.most.clone(),
            marks: [t.msg_mark_yes(), t.msg_mark_no(), t.msg_mark_abstain()],
            back: under(v.id, "desk"),
        }
    }

    /// Some of them, as they are printed.
    pub(crate) fn html(&self, at: (Lang, Moment), v: &Vote, origin: &Origin, of: &[(i64, Vec<&Line>)]) -> Html {
        Html::of(&self.view(at, v, origin, of))
    }
}

/// `GET /votes/{vote}/ballots`
pub(super) async fn page(
    visit: Visit,
    Path(vote): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Trouble> {
    let v = own(&visit, &vote).await?;
    let (at, by, today, lang) = (v.clone(), visit.by(), visit.now().day(), visit.lang);
    let found = visit.read(move |r| {
        conflict::clear(r, &at, by, today)?;
        Papers::of(r, &at, lang)
    });
    let papers = found.await?;
    let mut houses: Vec<String> = papers.lines.iter().map(|l| l.house.clone()).collect();
    houses.dedup();
    let of = papers.numbers(&asked.house);
    if of.is_empty() {
        return Err(Trouble::NotFound);
    }
    let to = |house: &String| {
        Link::new(
            format!("{}?house={}", under(v.id, "ballots"), utf8_percent_encode(house, NON_ALPHANUMERIC)),
            house.clone(),
        )
    };
    v.set().map_err(Trouble::refused)?;
    let mut view = papers.view((lang, visit.now()), &v, &visit.house.settings().origin, &of);
    view.houses = houses.iter().map(to).collect();
    Ok(visit.page(&v.title, Kind::Print).view(&view))
}

/// An invented example of the papers.
pub(crate) fn specimen(lang: Lang) -> Html {
    let t = t(lang);
    let sheet = |door: &str, no: &str| Sheet {
        doors: format!("{} {door}", example::HOUSE),
        size: area(8_350),
        no: no.into(),
        qr: example::qr(),
    };
    Html::of(&View {
        t,
        silent: String::new(),
        place: t.msg_paper_title(example::PLACE),
        title: example::TITLE.into(),
        until: t.msg_paper_until(when(lang, example::CLOSES, example::NOW)),
        count: t.msg_ballots_count(2),
        houses: Vec::new(),
        sheets: vec![sheet("101", "17"), sheet("102", "18")],
        points: vec![Point { n: 1, words: example::MATTER.into(), kind: say::kind(lang, example::KIND) }],
        most: None,
        marks: [t.msg_mark_yes(), t.msg_mark_no(), t.msg_mark_abstain()],
        back: example::BACK.into(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use lianxin_base::UnitId;
    use lianxin_register::{AreaSource, UnitKind};

    #[test]
    fn a_number_has_one_paper_with_all_its_doors_in_the_building_of_the_first() {
        let line = |no, nth, house: &str, door: &str| Line {
            no,
            nth,
            lot: no,
            unit: UnitId::from_bytes([1; 16]),
            house: house.into(),
            door: door.into(),
            kind: UnitKind::Dwelling,
            size: 5_000,
            source: AreaSource::Register,
        };
        let lines = [line(7, 1, "1 号楼", "101"), line(2, 1, "1 号楼", "102"), line(7, 2, "2 号楼", "101")];
        let shown = |house| -> Vec<(i64, usize)> {
            numbers(&lines, house).into_iter().map(|(no, doors)| (no, doors.len())).collect()
        };
        assert_eq!(shown(""), [(7, 2), (2, 1)]);
        assert_eq!(shown("1 号楼"), [(7, 2), (2, 1)]);
        assert!(shown("2 号楼").is_empty() && shown("9 号楼").is_empty());
    }
}

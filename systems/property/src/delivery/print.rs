//! `/votes/{vote}/delivery/print`: the delivery register on paper, a sheet per building, with what is known filled in.

use super::rules::{goes_out, written};
use super::store::{Delivered, copies, last};
use crate::assembly::pages::{own, under};
use crate::assembly::store::Vote;
use crate::conflict;
use crate::delivery::Way;
use crate::delivery::pages::way_name;
use crate::example;
use crate::refusal::Refusal;
use crate::roll::Line;
use crate::roll::store as rolls;
use crate::say::{area, date, when_dated};
use crate::texts::{L10nLanguage, t};
use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use lianxin_base::{ActId, Lang, Moment, SeatId};
use lianxin_register::find;
use lianxin_store::{Fault, Read};
use lianxin_web::components::{Html, Link};
use lianxin_web::shell::Kind;
use lianxin_web::{Trouble, Visit};
use std::collections::{BTreeMap, BTreeSet};

/// A door on the sheet; empty where it is to be written by hand.
struct Row {
    door: String,
    no: String,
    size: String,
    way: String,
    who: String,
    day: String,
    signed: String,
    note: String,
}

struct House {
    title: String,
    rows: Vec<Row>,
}

#[derive(Template)]
#[template(path = "delivery_print.html")]
struct View {
    t: &'static L10nLanguage,
    title: String,
    until: String,
    houses: Vec<House>,
    back: Link<'static>,
}

/// Who delivered, by name, also those whose seat has ended since: the sheet is evidence for years.
fn names(r: &mut Read<'_>, last: &BTreeMap<i64, Delivered>) -> Result<BTreeMap<SeatId, String>, Fault> {
    let seats: BTreeSet<SeatId> = last.values().flat_map(|d| d.seats).collect();
    let mut names = BTreeMap::new();
    for id in seats {
        let Some(seat) = find::seat(r, id)? else { continue };
        let name = seat.person.map(|p| find::person_name(r, p)).transpose()?.flatten();
        names.insert(id, name.unwrap_or(seat.title));
    }
    Ok(names)
}

/// What stands on the sheets.
#[derive(Clone)]
pub(crate) struct Register {
    last: BTreeMap<i64, Delivered>,
    copies: BTreeMap<i64, i64>,
    who: BTreeMap<SeatId, String>,
}

impl Register {
    /// As it is now.
    pub(crate) fn of(r: &mut Read<'_>, vote: ActId) -> Result<Self, Fault> {
        let last = last(r, vote)?;
        let who = names(r, &last)?;
        Ok(Self { last, copies: copies(r, vote)?, who })
    }

    fn row(&self, (lang, now): (Lang, Moment), l: &Line) -> Row {
        let t = t(lang);
        let d = self.last.get(&l.no);
        let names = |seats: &[SeatId; 2]| seats.map(|at| self.who.get(&at).cloned().unwrap_or_default()).join("、");
        Row {
            door: l.door.clone(),
            no: written(l.no, self.copies.get(&l.no).copied().unwrap_or(1)),
            size: area(u64::try_from(l.size).unwrap_or(0)),
            way: d.map(|d| way_name(lang, d.way)).unwrap_or_default(),
            who: d.map(|d| names(&d.seats)).unwrap_or_default(),
            day: d.map(|d| date(lang, d.day, now)).unwrap_or_default(),
            signed: d.filter(|d| d.signed).map(|_| t.msg_delivery_kept()).unwrap_or_default(),
            note: d.map(|d| d.note.clone()).unwrap_or_default(),
        }
    }

    fn view<'a>(&self, at: (Lang, Moment), v: &Vote, lines: impl Iterator<Item = &'a Line>) -> View {
        let t = t(at.0);
        let mut houses: Vec<House> = Vec::new();
        for l in lines {
            let title = t.msg_delivery_sheet(v.place(), l.house.clone());
            match houses.last_mut() {
                Some(house) if house.title == title => house.rows.push(self.row(at, l)),
                _ => houses.push(House { title, rows: vec![self.row(at, l)] }),
            }
        }
        // After the close nothing is written down any more.
        let back = match goes_out(v.state, at.1, v.closes) {
            Ok(()) => Link::new(under(v.id, "delivery"), t.msg_delivery()),
            Err(_) => Link::new(under(v.id, "desk"), t.msg_desk()),
        };
        let until = t.msg_paper_until(when_dated(at.0, v.closes));
        View { t, title: v.title.clone(), until, houses, back }
    }

    /// The sheet of a building.
    pub(crate) fn html(&self, at: (Lang, Moment), v: &Vote, lines: &[Line], house: &str) -> Html {
        Html::of(&self.view(at, v, lines.iter().filter(|l| l.house == house)))
    }
}

/// `GET /votes/{vote}/delivery/print`
pub(super) async fn page(visit: Visit, Path(vote): Path<String>) -> Result<Response, Trouble> {
    let v = own(&visit, &vote).await?;
    let (at, by, today) = (v.clone(), visit.by(), visit.now().day());
    let found = visit.read(move |r| {
        conflict::clear(r, &at, by, today)?;
        let lines = rolls::lines(r, at.id)?;
        if lines.is_empty() {
            return Err(Refusal::NotBegun.into());
        }
        Ok((lines, Register::of(r, at.id)?))
    });
    let (lines, register) = found.await?;
    let view = register.view((visit.lang, visit.now()), &v, lines.iter());
    Ok(visit.page(&v.title, Kind::Print).view(&view))
}

/// An invented example of the sheet.
pub(crate) fn specimen(lang: Lang) -> Html {
    let t = t(lang);
    let row = |door: &str, no: &str, way: Option<Way>| Row {
        door: door.into(),
        no: no.into(),
        size: area(8_350),
        way: way.map(|way| way_name(lang, way)).unwrap_or_default(),
        who: way.map(|_| "吴敏、刘志强".into()).unwrap_or_default(),
        day: way.map(|_| date(lang, example::DAY, example::NOW)).unwrap_or_default(),
        signed: way.map(|_| t.msg_delivery_kept()).unwrap_or_default(),
        note: String::new(),
    };
    let rows = vec![row("101", "17", Some(Way::Hand)), row("102", "18-2", Some(Way::Door)), row("201", "19", None)];
    Html::of(&View {
        t,
        title: example::TITLE.into(),
        until: t.msg_paper_until(when_dated(lang, example::CLOSES)),
        houses: vec![House { title: t.msg_delivery_sheet(example::PLACE, example::HOUSE), rows }],
        back: Link::new(example::BACK, t.msg_desk()),
    })
}

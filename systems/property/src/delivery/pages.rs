//! `/votes/{vote}/delivery`: the desk writes down how each paper reached its owner, sees how many were reached and who was not,
//! and issues a paper again.

use super::rules::{NOTE_MAX, goes_out, paper_number, written};
use super::store::{copies, last};
use super::{Deliverer, NewDelivery, Way, Why, deliver, deliverers, print, reissue};
use crate::assembly::Vote;
use crate::assembly::pages::{author, can, on, own, under};
use crate::caps;
use crate::conflict;
use crate::count::rules::{Sum, voters};
use crate::refusal::Refusal;
use crate::roll::Line;
use crate::roll::store as rolls;
use crate::say::weight;
use crate::texts::{L10nLanguage, t};
use crate::words::Author;
use askama::Template;
use axum::extract::{Path, Query};
use axum::response::Response;
use lianxin_base::{Lang, SeatId};
use lianxin_gate::Gate;
use lianxin_store::{Read, Stop};
use lianxin_web::components::{
    Back, Choice, Choices, ErrorSummary, Field, FieldKind, Link, Look, Notice, NoticeKind, Submit,
};
use lianxin_web::icons::Icon;
use lianxin_web::shell::Kind;
use lianxin_web::{Fields, Route, Trouble, Visit};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

/// Longest name of an owner who signs.
const NAME_MAX: usize = 40;
/// More doors are not listed: the sheets have them all.
const LISTED: usize = 200;

/// The routes of deliveries.
pub(crate) fn routes() -> Vec<Route> {
    vec![
        Route::get("/votes/{vote}/delivery", Gate::Can(caps::ENTER), form),
        Route::post("/votes/{vote}/delivery", Gate::Can(caps::ENTER), send),
        Route::post("/votes/{vote}/reissue", Gate::Can(caps::ENTER), send_again),
        Route::get("/votes/{vote}/delivery/print", Gate::Can(caps::ENTER), print::page),
    ]
}

/// What the address says.
#[derive(Deserialize, Default)]
struct Asked {
    #[serde(default)]
    no: String,
    #[serde(default)]
    said: String,
}

#[derive(Template)]
#[template(path = "delivery.html")]
struct View {
    t: &'static L10nLanguage,
    back: Back<'static>,
    title: String,
    said: Option<Notice<'static>>,
    summary: Option<ErrorSummary<'static>>,
    reached: String,
    proven: String,
    sheets: Link<'static>,
    action: String,
    again: String,
    csrf: String,
    no: Field<'static>,
    way: Choices<'static>,
    rest: Vec<Field<'static>>,
    signed: Choices<'static>,
    last: Vec<Field<'static>>,
    submit: Submit<'static>,
    old: Field<'static>,
    /// Why it is issued again: word, name, and whether that was chosen.
    whys: Vec<(&'static str, String, bool)>,
    missing: Vec<(String, String)>,
    more: Option<String>,
}

/// How far the deliveries are.
#[derive(Default)]
pub(crate) struct Reach {
    pub(crate) all: Sum,
    pub(crate) reached: Sum,
    pub(crate) proven: Sum,
    /// The numbers nobody has reached.
    pub(crate) missing: BTreeSet<i64>,
}

/// How many owners and how much area were reached with the paper that counts.
pub(crate) fn reach(r: &mut Read<'_>, v: &Vote, lines: &[Line]) -> Result<Reach, Stop> {
    let last = last(r, v.id)?;
    let mut all = Reach::default();
    for (no, (size, _)) in voters(lines) {
        all.all.add(size);
        match last.get(&no) {
            Some(d) => {
                all.reached.add(size);
                if d.signed {
                    all.proven.add(size);
                }
            }
            None => {
                all.missing.insert(no);
            }
        }
    }
    Ok(all)
}

/// A way in words.
pub(crate) fn way_name(lang: Lang, way: Way) -> String {
    let t = t(lang);
    match way {
        Way::Hand => t.msg_way_hand(),
        Way::Door => t.msg_way_door(),
        Way::Post => t.msg_way_post(),
        Way::Phone => t.msg_way_phone(),
        Way::Page => t.msg_way_page(),
    }
}

fn why_name(lang: Lang, why: Why) -> String {
    let t = t(lang);
    match why {
        Why::Lost => t.msg_why_lost(),
        Why::Returned => t.msg_why_returned(),
        Why::Spoilt => t.msg_why_spoilt(),
    }
}

/// A deliverer as one picks them: organisation, seat, name.
fn picked(d: &Deliverer) -> Choice<'static> {
    let name = d.name.clone().unwrap_or_default();
    Choice::new(d.seat.id.to_string(), format!("{} {} {name}", d.org_name, d.seat.title).trim_end().to_owned())
}

/// `GET /votes/{vote}/delivery`
async fn form(visit: Visit, Path(vote): Path<String>, Query(asked): Query<Asked>) -> Result<Response, Trouble> {
    let v = own(&visit, &vote).await?;
    goes_out(v.state, visit.now(), v.closes).map_err(Trouble::refused)?;
    show(&visit, &v, &asked, &usual(Fields::empty(visit.lang), &visit)).await
}

/// A delivery as it mostly is: today, in person.
fn usual(fields: Fields, visit: &Visit) -> Fields {
    fields.with("day", &visit.now().day().to_string()).with("way", Way::Hand.name())
}

struct Seen {
    reach: Reach,
    lines: Vec<Line>,
    seats: Vec<Choice<'static>>,
    copies: BTreeMap<i64, i64>,
}

async fn show(visit: &Visit, v: &Vote, asked: &Asked, fields: &Fields) -> Result<Response, Trouble> {
    let (at, by, today) = (v.clone(), visit.by(), visit.now().day());
    let seen = visit
        .read(move |r| {
            conflict::clear(r, &at, by, today)?;
            let lines = rolls::lines(r, at.id)?;
            let seats = deliverers(r, &at, today)?.iter().map(picked).collect();
            Ok(Seen { reach: reach(r, &at, &lines)?, lines, seats, copies: copies(r, at.id)? })
        })
        .await?;
    let view = view(visit, v, asked, fields, seen);
    let title = t(visit.lang).msg_delivery();
    let page = visit.page(&title, Kind::Desk);
    Ok(if fields.good() { page } else { page.wrong() }.view(&view))
}

fn view(visit: &Visit, v: &Vote, asked: &Asked, fields: &Fields, seen: Seen) -> View {
    let (lang, t) = (visit.lang, t(visit.lang));
    let field = |name: &'static str, label: String| {
        Field::new(lang, name, label).value(fields.raw(name).to_owned()).error(fields.fault(name))
    };
    let chosen = |name: &'static str| (fields.raw(name).to_owned(), fields.fault(name));
    let ways = Choices::new(lang, Look::Options, "way", t.msg_delivery_way());
    let ways = Way::ALL.iter().fold(ways, |all, w| all.item(Choice::new(w.name(), way_name(lang, *w))));
    let pick = |name: &'static str, label: String| {
        let mut items = vec![Choice::new("", t.msg_delivery_pick())];
        items.extend(seen.seats.iter().cloned());
        field(name, label).kind(FieldKind::Select(items)).required()
    };
    let said = match asked.said.as_str() {
        "delivered" => Some(t.msg_said_delivered()),
        "reissued" => {
            let copy = asked.no.parse().ok().and_then(|no: i64| seen.copies.get(&no).map(|copy| written(no, *copy)));
            Some(t.msg_said_reissued(copy.unwrap_or_default()))
        }
        _ => None,
    };
    let door = |l: &Line| (format!("{} {}", l.house, l.door), t.msg_own_no(l.no));
    let missing: Vec<_> = seen.lines.iter().filter(|l| l.nth == 1 && seen.reach.missing.contains(&l.no)).collect();
    let reach = &seen.reach;
    View {
        t,
        back: Back::new(under(v.id, "desk"), t.msg_desk()),
        title: v.title.clone(),
        said: said.map(|text| Notice::new(NoticeKind::Ok, text)),
        summary: (!fields.good()).then(|| fields.summary()),
        reached: t.msg_delivery_reached(
            weight(lang, reach.reached.persons, reach.reached.size),
            weight(lang, reach.all.persons, reach.all.size),
        ),
        proven: t.msg_delivery_proven(weight(lang, reach.proven.persons, reach.proven.size)),
        sheets: Link::new(under(v.id, "delivery/print"), t.msg_delivery_print()).icon(Icon::Printer),
        action: under(v.id, "delivery"),
        again: under(v.id, "reissue"),
        csrf: visit.token().to_owned(),
        no: field("no", t.msg_paper_no()).hint(t.msg_delivery_no_hint()).required().max(12).autocomplete("off"),
        way: {
            let (value, fault) = chosen("way");
            ways.chosen(value).error(fault).required()
        },
        rest: vec![
            field("day", t.msg_delivery_day()).kind(FieldKind::Date).required(),
            pick("seat1", t.msg_delivery_one()),
            pick("seat2", t.msg_delivery_two()),
        ],
        signed: {
            let (value, fault) = chosen("signed");
            let tick = Choices::new(lang, Look::Checks, "signed", t.msg_delivery_signed());
            tick.item(Choice::new("1", t.msg_delivery_signed_yes())).chosen(value).error(fault)
        },
        last: vec![
            field("note", t.msg_delivery_note()).hint(t.msg_delivery_note_hint()).max(NOTE_MAX as u32),
            field("voter", t.msg_delivery_voter())
                .hint(t.msg_delivery_voter_hint())
                .max(NAME_MAX as u32)
                .autocomplete("off"),
        ],
        submit: Submit::new(t.msg_delivery_go()),
        old: field("old", t.msg_paper_no()).required().max(12).autocomplete("off"),
        whys: Why::ALL.iter().map(|w| (w.name(), why_name(lang, *w), fields.raw("why") == w.name())).collect(),
        more: (missing.len() > LISTED).then(|| t.msg_gaps_more(missing.len() - LISTED)),
        missing: missing.into_iter().take(LISTED).map(door).collect(),
    }
}

/// `POST /votes/{vote}/delivery`
async fn send(visit: Visit, Path(vote): Path<String>, mut fields: Fields) -> Result<Response, Trouble> {
    let v = own(&visit, &vote).await?;
    let number = paper_number(fields.raw("no"));
    if number.is_none() {
        fields.refuse(&Refusal::NoNumber);
    }
    let offered: Vec<&'static str> = Way::ALL.iter().map(|w| w.name()).collect();
    let way: Option<Way> = fields.choice("way", &offered).and_then(|w| w.parse().ok());
    let day = fields.day("day");
    let (one, two): (Option<SeatId>, Option<SeatId>) = (fields.id("seat1"), fields.id("seat2"));
    let note = fields.opt_line("note", NOTE_MAX).unwrap_or_default();
    let voter = fields.opt_line("voter", NAME_MAX).unwrap_or_default();
    let signed = fields.raw("signed") == "1";
    let (Some((no, copy)), Some(way), Some(day), Some(one), Some(two), true) =
        (number, way, day, one, two, fields.good())
    else {
        return show(&visit, &v, &Asked::default(), &fields).await;
    };
    if !voter.is_empty() && !can(&visit, caps::VERIFY, &v) {
        fields.refuse(&Refusal::NotVerifier);
        return show(&visit, &v, &Asked::default(), &fields).await;
    }
    let new = NewDelivery { no, copy, way, day, seats: [one, two], signed, note, voter };
    let (who, id, more) = (author(&visit), v.id, visit.act_id());
    let done = visit.act_once(v.area, fields.token(), move |tx, token| {
        deliver(tx, &Author { token, ..who.clone() }, id, &new, more)
    });
    match done.await {
        Ok(_) => Ok(on(&visit, &under(id, "delivery"), "delivered")),
        Err(trouble) => {
            fields.absorb(trouble)?;
            show(&visit, &v, &Asked::default(), &fields).await
        }
    }
}

/// `POST /votes/{vote}/reissue`
async fn send_again(visit: Visit, Path(vote): Path<String>, fields: Fields) -> Result<Response, Trouble> {
    let v = own(&visit, &vote).await?;
    let mut fields = usual(fields, &visit);
    let number = paper_number(fields.raw("old"));
    if number.is_none() {
        fields.note("old", "property.no_number", t(visit.lang).msg_no_number());
    }
    let offered: Vec<&'static str> = Why::ALL.iter().map(|w| w.name()).collect();
    let why: Option<Why> = fields.choice("why", &offered).and_then(|w| w.parse().ok());
    let (Some((no, _)), Some(why), true) = (number, why, fields.good()) else {
        return show(&visit, &v, &Asked::default(), &fields).await;
    };
    let (who, id) = (author(&visit), v.id);
    let done = visit.act_once(v.area, fields.token(), move |tx, token| {
        reissue(tx, &Author { token, ..who.clone() }, (id, no), why)
    });
    match done.await {
        Ok(_) => Ok(on(&visit, &under(id, "delivery"), &format!("reissued&no={no}"))),
        // The number that is meant is the one of this form.
        Err(Trouble::Refused(refusal)) if matches!(refusal.status(), 409 | 422) => {
            fields.note("old", refusal.code(), refusal.say(visit.lang));
            show(&visit, &v, &Asked::default(), &fields).await
        }
        Err(trouble) => {
            fields.absorb(trouble)?;
            show(&visit, &v, &Asked::default(), &fields).await
        }
    }
}

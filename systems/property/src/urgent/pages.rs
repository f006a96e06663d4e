//! `/urgent-repairs`: what the maintenance fund was used for without a vote, for everybody; the convener notes an emergency and
//! settles its account.

use super::rules::{LINE_MAX, WORDS_MAX};
use super::store::{Mended, Urgent, all, one};
use super::{Danger, NewUrgent, Part, note, settle};
use crate::assembly::Hung;
use crate::assembly::pages::{author, on};
use crate::caps;
use crate::refusal::Refusal;
use crate::ruleset::in_force;
use crate::say::{plain_day, when};
use crate::texts::{L10nLanguage, t};
use crate::words::Author;
use askama::Template;
use axum::extract::{Path, Query};
use axum::response::Response;
use lianxin_base::{ActId, AreaId, Fen, Lang, Moment};
use lianxin_gate::Gate;
use lianxin_register::find;
use lianxin_store::{Fault, Read};
use lianxin_web::components::{
    Back, Choice, Empty, ErrorSummary, Facts, Field, FieldKind, Link, Notice, NoticeKind, Row, Rows, Submit, Tag, Text,
    Tone,
};
use lianxin_web::icons::Icon;
use lianxin_web::shell::{Kind, Tab};
use lianxin_web::{Fields, Route, Trouble, Visit};
use serde::Deserialize;

/// So many are listed.
const LISTED: i64 = 60;

/// The routes of emergencies.
pub(crate) fn routes() -> Vec<Route> {
    let mut all = super::mend_pages::routes();
    all.extend([
        Route::get("/urgent-repairs", Gate::Anyone, list),
        Route::get("/urgent-repairs/new", Gate::Can(caps::CONVENE), form),
        Route::post("/urgent-repairs", Gate::Can(caps::CONVENE), send),
        Route::get("/urgent-repairs/{urgent}", Gate::Anyone, page),
        Route::get("/urgent-repairs/{urgent}/print", Gate::Anyone, super::print::page),
        Route::get("/urgent-repairs/{urgent}/done", Gate::Can(caps::CONVENE), done_form),
        Route::post("/urgent-repairs/{urgent}/done", Gate::Can(caps::CONVENE), send_done),
    ]);
    all
}

pub(crate) fn url(id: ActId) -> String {
    format!("/urgent-repairs/{id}")
}

/// What is in danger, in words.
pub(crate) fn danger_name(lang: Lang, danger: Danger) -> String {
    let t = t(lang);
    match danger {
        Danger::Roof => t.msg_danger_roof(),
        Danger::Wall => t.msg_danger_wall(),
        Danger::Lift => t.msg_danger_lift(),
        Danger::Fire => t.msg_danger_fire(),
        Danger::Drain => t.msg_danger_drain(),
        Danger::Water => t.msg_danger_water(),
        Danger::Power => t.msg_danger_power(),
        Danger::Other => t.msg_danger_other(),
    }
}

/// What hangs on a compound's board: what is being repaired, and an account until its last day.
///
/// # Errors
/// The database's trouble.
pub fn hung(r: &mut Read<'_>, area: AreaId, lang: Lang, now: Moment, n: i64) -> Result<Vec<Hung>, Fault> {
    let t = t(lang);
    let found = all(r, Some(area), n)?;
    let hangs = found
        .into_iter()
        .filter(|u| u.off.is_none())
        .filter(|u| u.settled.as_ref().is_none_or(|s| now.day() <= s.until));
    Ok(hangs
        .map(|u| Hung {
            url: url(u.id),
            title: t.msg_urgent_title(danger_name(lang, u.danger)),
            line: vec![t.msg_urgents(), tag(lang, &u).text.into_owned()],
            from: u.noted.day(),
        })
        .collect())
}

fn tag(lang: Lang, u: &Urgent) -> Tag<'static> {
    if u.off.is_some() {
        return Tag::new(Tone::Plain, t(lang).msg_urgent_off());
    }
    match &u.settled {
        Some(s) => Tag::new(Tone::Plain, t(lang).msg_urgent_used(s.cost.to_string())),
        None => Tag::new(Tone::Due, t(lang).msg_urgent_most(u.most.to_string())),
    }
}

/// What the address says.
#[derive(Deserialize, Default)]
struct Asked {
    #[serde(default)]
    said: String,
}

#[derive(Template)]
#[template(path = "urgents.html")]
struct ListView {
    t: &'static L10nLanguage,
    works: bool,
    back: Back<'static>,
    new: Option<Link<'static>>,
    empty: Option<Empty<'static>>,
    rows: Option<Rows<'static>>,
}

/// `GET /urgent-repairs`
async fn list(visit: Visit) -> Result<Response, Trouble> {
    let found = visit.read(move |r| Ok(all(r, None, LISTED)?)).await?;
    let (lang, t, works) = (visit.lang, t(visit.lang), visit.can(caps::CONVENE));
    let row = |u: &Urgent| {
        let line = [u.area_name.clone(), plain_day(lang, u.noted.day())];
        Row::to(url(u.id), t.msg_urgent_title(danger_name(lang, u.danger))).line(line).tag(tag(lang, u))
    };
    let view = ListView {
        t,
        works,
        back: Back::new("/votes", t.msg_votes_title()),
        new: works.then(|| Link::new("/urgent-repairs/new", t.msg_urgent_new()).icon(Icon::Plus)),
        empty: found.is_empty().then(|| Empty {
            icon: Icon::ClipboardCheck,
            text: t.msg_urgents_empty().into(),
            action: None,
        }),
        rows: (!found.is_empty()).then(|| Rows { items: found.iter().map(row).collect() }),
    };
    let title = t.msg_urgents();
    let page = visit.page(&title, if works { Kind::Desk } else { Kind::Phone });
    Ok(if works { page } else { page.tab(Tab::Board) }.view(&view))
}

#[derive(Template)]
#[template(path = "urgent_form.html")]
pub(super) struct FormView {
    pub(super) back: Back<'static>,
    pub(super) title: String,
    pub(super) lead: String,
    pub(super) summary: Option<ErrorSummary<'static>>,
    /// No compound here has such a rule: what then.
    pub(super) empty: Option<Empty<'static>>,
    pub(super) action: String,
    pub(super) csrf: String,
    pub(super) fields: Vec<Field<'static>>,
    pub(super) submit: Submit<'static>,
}

pub(super) fn field(lang: Lang, fields: &Fields, name: &'static str, label: String) -> Field<'static> {
    Field::new(lang, name, label).value(fields.raw(name).to_owned()).error(fields.fault(name)).required()
}

/// A sum as it was typed; anything but yuan and fen is said at its field.
pub(super) fn sum(fields: &mut Fields, or: &Refusal) -> Option<Fen> {
    let typed = fields.line("sum", 20);
    if typed.is_empty() {
        return None;
    }
    let found = Fen::parse(&typed);
    if found.is_none() {
        fields.refuse(or);
    }
    found
}

/// `GET /urgent-repairs/new`
async fn form(visit: Visit) -> Result<Response, Trouble> {
    let fields = Fields::empty(visit.lang).with("day", &visit.now().day().to_string());
    show_form(&visit, &fields).await
}

async fn show_form(visit: &Visit, fields: &Fields) -> Result<Response, Trouble> {
    let (scope, today) = (visit.scope_for(caps::CONVENE), visit.now().day());
    let places = visit.read(move |r| {
        let mut places = Vec::new();
        for a in find::all_compounds(r)?.into_iter().filter(|a| scope.covers(a.id)) {
            if let Some(rule) = &in_force(r, a.id, today)?.set.urgent {
                places.push(Choice::new(a.id.to_string(), format!("{}（{}）", a.name, rule.article)));
            }
        }
        Ok(places)
    });
    let places = places.await?;
    let (lang, t) = (visit.lang, t(visit.lang));
    let only = places.first().filter(|_| places.len() == 1).map_or_else(String::new, |c| c.value.to_string());
    let chosen = if fields.raw("area").is_empty() { only } else { fields.raw("area").to_owned() };
    let dangers = Danger::ALL.iter().map(|d| Choice::new(d.name(), danger_name(lang, *d))).collect();
    let view = FormView {
        back: Back::new("/urgent-repairs", t.msg_urgents()),
        title: t.msg_urgent_new(),
        lead: t.msg_urgent_lead(),
        summary: (!fields.good()).then(|| fields.summary()),
        empty: places.is_empty().then(|| Empty {
            icon: Icon::FileText,
            text: t.msg_urgent_no_rule().into(),
            action: Some(Link::new("/rules", t.msg_rules_title())),
        }),
        action: "/urgent-repairs".into(),
        csrf: visit.token().to_owned(),
        fields: vec![
            field(lang, fields, "area", t.msg_where()).value(chosen).kind(FieldKind::Select(places)),
            field(lang, fields, "danger", t.msg_urgent_danger()).kind(FieldKind::Select(dangers)),
            field(lang, fields, "place", t.msg_urgent_place()).hint(t.msg_urgent_place_hint()).max(LINE_MAX as u32),
            field(lang, fields, "day", t.msg_urgent_day()).kind(FieldKind::Date),
            field(lang, fields, "found", t.msg_urgent_found()).hint(t.msg_urgent_found_hint()).max(LINE_MAX as u32),
            field(lang, fields, "sum", t.msg_urgent_sum()).hint(t.msg_urgent_sum_hint()).autocomplete("off"),
            field(lang, fields, "words", t.msg_urgent_words())
                .kind(FieldKind::Area)
                .hint(t.msg_urgent_words_hint())
                .max(WORDS_MAX as u32),
        ],
        submit: Submit::new(t.msg_urgent_go()),
    };
    let title = t.msg_urgent_new();
    let page = visit.page(&title, Kind::Desk);
    Ok(if fields.good() { page } else { page.wrong() }.view(&view))
}

/// `POST /urgent-repairs`
async fn send(visit: Visit, mut fields: Fields) -> Result<Response, Trouble> {
    let offered: Vec<&'static str> = Danger::ALL.iter().map(|d| d.name()).collect();
    let area: Option<AreaId> = fields.id("area");
    let danger: Option<Danger> = fields.choice("danger", &offered).and_then(|d| d.parse().ok());
    let (place, day, found) = (fields.line("place", LINE_MAX), fields.day("day"), fields.line("found", LINE_MAX));
    let (most, words) = (sum(&mut fields, &Refusal::UrgentSum), fields.text("words", WORDS_MAX));
    let (Some(area), Some(danger), Some(day), Some(most), true) = (area, danger, day, most, fields.good()) else {
        return show_form(&visit, &fields).await;
    };
    let (who, new) = (author(&visit), NewUrgent { area, danger, place, day, found, most, words });
    let done = visit.act_once(area, fields.token(), move |tx, token| note(tx, &Author { token, ..who.clone() }, &new));
    match done.await {
        Ok(receipt) => Ok(on(&visit, &url(receipt.act), "noted")),
        Err(trouble) => {
            fields.absorb(trouble)?;
            show_form(&visit, &fields).await
        }
    }
}

#[derive(Template)]
#[template(path = "urgent.html")]
struct View {
    t: &'static L10nLanguage,
    back: Back<'static>,
    title: String,
    tag: Tag<'static>,
    said: Option<Notice<'static>>,
    place: String,
    words: String,
    facts: Facts<'static>,
    /// The account: its facts, and what shows it.
    account: Option<(Facts<'static>, String)>,
    waits: Option<Notice<'static>>,
    main: Option<Link<'static>>,
    others: Vec<Link<'static>>,
    /// What was put right: when and why, and what stood before.
    mended: Vec<(String, String)>,
    journal: String,
}

pub(super) async fn found(visit: &Visit, text: &str) -> Result<Urgent, Trouble> {
    let id: ActId = text.parse().map_err(|_| Trouble::NotFound)?;
    visit.read(move |r| Ok(one(r, id)?)).await?.ok_or(Trouble::NotFound)
}

/// `GET /urgent-repairs/{urgent}`
async fn page(visit: Visit, Path(urgent): Path<String>, Query(asked): Query<Asked>) -> Result<Response, Trouble> {
    let u = found(&visit, &urgent).await?;
    let (lang, t) = (visit.lang, t(visit.lang));
    let said = match asked.said.as_str() {
        "noted" => Some(t.msg_said_urgent()),
        "settled" => Some(t.msg_said_urgent_done()),
        "mended" => Some(t.msg_said_urgent_mended()),
        "withdrawn" => Some(t.msg_said_urgent_off()),
        _ => None,
    };
    let may = visit.can(caps::CONVENE) && visit.scope_for(caps::CONVENE).covers(u.area);
    let id = u.id;
    let mended = visit.read(move |r| Ok(super::store::mended(r, id)?)).await?;
    let print = Link::new(format!("{}/print", url(u.id)), t.msg_urgent_print()).icon(Icon::Printer);
    let mut others = vec![print];
    if may {
        others.extend(super::mend_pages::links(t, &u));
    }
    let account = u.settled.as_ref().map(|s| {
        let items: Vec<(Text<'static>, Text<'static>)> = vec![
            (t.msg_urgent_cost().into(), t.msg_yuan(s.cost.to_string()).into()),
            (t.msg_urgent_done_day().into(), plain_day(lang, s.day).into()),
            (t.msg_urgent_until().into(), plain_day(lang, s.until).into()),
        ];
        (Facts { items }, s.words.clone())
    });
    let view = View {
        t,
        back: Back::new("/urgent-repairs", t.msg_urgents()),
        title: t.msg_urgent_title(danger_name(lang, u.danger)),
        tag: tag(lang, &u),
        said: said.map(|text| Notice::new(NoticeKind::Ok, text)),
        place: u.place.clone(),
        words: u.words.clone(),
        facts: Facts { items: facts(lang, &u, visit.now()) },
        account,
        waits: match &u.off {
            Some((reason, at)) => {
                let says = t.msg_urgent_off_says(plain_day(lang, at.day()), reason.clone());
                Some(Notice::new(NoticeKind::Warn, says))
            }
            None => u.settled.is_none().then(|| Notice::new(NoticeKind::Info, t.msg_urgent_waits(u.posted))),
        },
        others,
        mended: mended.iter().map(|m| mended_line(lang, m, visit.now())).collect(),
        main: (may && u.settled.is_none() && u.off.is_none())
            .then(|| Link::new(format!("{}/done", url(u.id)), t.msg_urgent_settle()).icon(Icon::Pencil)),
        journal: format!("/journal/{}", u.id),
    };
    let name = view.title.clone();
    Ok(visit.page(&name, Kind::Phone).tab(Tab::Board).view(&view))
}

fn mended_line(lang: Lang, m: &Mended, now: Moment) -> (String, String) {
    let (t, at) = (t(lang), when(lang, m.at, now));
    let head = match m.part {
        Part::Entry => t.msg_urgent_mended_entry(at, m.reason.clone()),
        Part::Account => t.msg_urgent_mended_account(at, m.reason.clone()),
    };
    (head, stood(lang, m))
}

/// What stood before a correction.
pub(super) fn stood(lang: Lang, m: &Mended) -> String {
    let stood = [m.place.as_str(), m.words.as_str()].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>();
    let stood = stood.join(if lang == Lang::Zh { "：" } else { ": " });
    t(lang).msg_urgent_stood(plain_day(lang, m.day), m.sum.to_string(), stood)
}

fn facts(lang: Lang, u: &Urgent, now: Moment) -> Vec<(Text<'static>, Text<'static>)> {
    let t = t(lang);
    let told: Vec<String> = u.told.iter().flatten().map(|(_, name)| name.clone()).collect();
    let told = [vec![t.msg_urgent_owners()], told].concat().join(if lang == Lang::Zh { "、" } else { ", " });
    vec![
        (t.msg_compound().into(), u.area_name.clone().into()),
        (t.msg_urgent_day().into(), plain_day(lang, u.day).into()),
        (t.msg_urgent_found().into(), u.found.clone().into()),
        (t.msg_urgent_article().into(), u.article.clone().into()),
        (t.msg_urgent_sum().into(), t.msg_yuan(u.most.to_string()).into()),
        (t.msg_urgent_by().into(), t.msg_urgent_by_says(u.org_name.clone(), when(lang, u.noted, now)).into()),
        (t.msg_urgent_told().into(), told.into()),
    ]
}

/// One of a compound the visitor looks after, whose account is not settled.
async fn own(visit: &Visit, text: &str) -> Result<Urgent, Trouble> {
    let u = found(visit, text).await?;
    if !visit.scope_for(caps::CONVENE).covers(u.area) {
        return Err(Trouble::NotFound);
    }
    if u.off.is_some() {
        return Err(Trouble::refused(crate::refusal_votes::Refusal::UrgentIsOff));
    }
    if u.settled.is_some() { Err(Trouble::refused(Refusal::UrgentOver)) } else { Ok(u) }
}

/// `GET /urgent-repairs/{urgent}/done`
async fn done_form(visit: Visit, Path(urgent): Path<String>) -> Result<Response, Trouble> {
    let u = own(&visit, &urgent).await?;
    let fields = Fields::empty(visit.lang).with("day", &visit.now().day().to_string());
    Ok(show_done(&visit, &u, &fields))
}

fn show_done(visit: &Visit, u: &Urgent, fields: &Fields) -> Response {
    let (lang, t) = (visit.lang, t(visit.lang));
    let title = t.msg_urgent_settle();
    let view = FormView {
        back: Back::new(url(u.id), t.msg_urgent_title(danger_name(lang, u.danger))),
        title: title.clone(),
        lead: t.msg_urgent_settle_lead(u.most.to_string(), u.posted),
        summary: (!fields.good()).then(|| fields.summary()),
        empty: None,
        action: format!("{}/done", url(u.id)),
        csrf: visit.token().to_owned(),
        fields: vec![
            field(lang, fields, "day", t.msg_urgent_done_day()).kind(FieldKind::Date),
            field(lang, fields, "sum", t.msg_urgent_cost()).hint(t.msg_urgent_cost_hint()).autocomplete("off"),
            field(lang, fields, "words", t.msg_urgent_done_words())
                .kind(FieldKind::Area)
                .hint(t.msg_urgent_done_words_hint())
                .max(WORDS_MAX as u32),
        ],
        submit: Submit::new(t.msg_urgent_settle_go()),
    };
    let page = visit.page(&title, Kind::Desk);
    if fields.good() { page } else { page.wrong() }.view(&view)
}

/// `POST /urgent-repairs/{urgent}/done`
async fn send_done(visit: Visit, Path(urgent): Path<String>, mut fields: Fields) -> Result<Response, Trouble> {
    let u = own(&visit, &urgent).await?;
    let (day, cost) = (fields.day("day"), sum(&mut fields, &Refusal::UrgentCost));
    let words = fields.text("words", WORDS_MAX);
    let (Some(day), Some(cost), true) = (day, cost, fields.good()) else { return Ok(show_done(&visit, &u, &fields)) };
    let (who, id) = (author(&visit), u.id);
    let done = visit.act_once(u.area, fields.token(), move |tx, token| {
        settle(tx, &Author { token, ..who.clone() }, id, (day, cost, &words))
    });
    match done.await {
        Ok(_) => Ok(on(&visit, &url(id), "settled")),
        Err(trouble) => {
            fields.absorb(trouble)?;
            Ok(show_done(&visit, &u, &fields))
        }
    }
}

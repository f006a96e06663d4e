//! `/urgent-repairs/{urgent}/correct`, `/account` and `/off`: an entry or an account is put right, an entry is withdrawn.

use super::mend::{Right, mend, withdraw};
use super::pages::{FormView, danger_name, field, found, sum, url};
use super::rules::{LINE_MAX, Part, WORDS_MAX};
use super::store::Urgent;
use crate::assembly::pages::{author, on};
use crate::caps;
use crate::refusal::Refusal;
use crate::refusal_votes;
use crate::texts::{L10nLanguage, t};
use crate::words::Author;
use axum::extract::Path;
use axum::response::Response;
use lianxin_gate::Gate;
use lianxin_web::components::{Back, Field, FieldKind, Link, Submit};
use lianxin_web::icons::Icon;
use lianxin_web::shell::Kind;
use lianxin_web::{Fields, Route, Trouble, Visit};

/// The routes of corrections.
pub(super) fn routes() -> Vec<Route> {
    let form = |part| move |v: Visit, p: Path<String>| form(part, v, p);
    let send = |part| move |v: Visit, p: Path<String>, f: Fields| send(part, v, p, f);
    let may = Gate::Can(caps::CONVENE);
    vec![
        Route::get("/urgent-repairs/{urgent}/correct", may, form(Part::Entry)),
        Route::post("/urgent-repairs/{urgent}/correct", may, send(Part::Entry)),
        Route::get("/urgent-repairs/{urgent}/account", may, form(Part::Account)),
        Route::post("/urgent-repairs/{urgent}/account", may, send(Part::Account)),
        Route::get("/urgent-repairs/{urgent}/off", may, off_form),
        Route::post("/urgent-repairs/{urgent}/off", may, send_off),
    ]
}

/// What its convener may still do with it.
pub(super) fn links(t: &L10nLanguage, u: &Urgent) -> Vec<Link<'static>> {
    let link = |page: &str, label: String| Link::new(format!("{}/{page}", url(u.id)), label).icon(Icon::Pencil);
    let mut all = Vec::new();
    if u.off.is_none() {
        all.push(link("correct", t.msg_urgent_correct()));
        match u.settled {
            Some(_) => all.push(link("account", t.msg_urgent_correct_account())),
            None => all.push(link("off", t.msg_urgent_withdraw())),
        }
    }
    all
}

/// One of a compound the visitor looks after, which was not withdrawn.
async fn own(visit: &Visit, text: &str) -> Result<Urgent, Trouble> {
    let u = found(visit, text).await?;
    if !visit.scope_for(caps::CONVENE).covers(u.area) {
        return Err(Trouble::NotFound);
    }
    if u.off.is_some() { Err(Trouble::refused(refusal_votes::Refusal::UrgentIsOff)) } else { Ok(u) }
}

/// `GET /urgent-repairs/{urgent}/correct`, `/account`: with what stands.
async fn form(part: Part, visit: Visit, Path(urgent): Path<String>) -> Result<Response, Trouble> {
    let u = own(&visit, &urgent).await?;
    let fields = Fields::empty(visit.lang);
    let fields = match (part, &u.settled) {
        (Part::Entry, _) => fields
            .with("day", &u.day.to_string())
            .with("sum", &u.most.to_string())
            .with("place", &u.place)
            .with("found", &u.found)
            .with("words", &u.words),
        (Part::Account, Some(s)) => {
            fields.with("day", &s.day.to_string()).with("sum", &s.cost.to_string()).with("words", &s.words)
        }
        (Part::Account, None) => return Err(Trouble::refused(refusal_votes::Refusal::UrgentNoAccount)),
    };
    Ok(show(&visit, &u, part, &fields))
}

fn reason(visit: &Visit, fields: &Fields, label: String) -> Field<'static> {
    field(visit.lang, fields, "reason", label).kind(FieldKind::Area).max(WORDS_MAX as u32)
}

fn show(visit: &Visit, u: &Urgent, part: Part, fields: &Fields) -> Response {
    let (lang, t) = (visit.lang, t(visit.lang));
    let words = |label: String, hint: String| {
        field(lang, fields, "words", label).kind(FieldKind::Area).hint(hint).max(WORDS_MAX as u32)
    };
    let (title, lead, page, mut all) = match part {
        Part::Entry => (
            t.msg_urgent_correct(),
            t.msg_urgent_correct_lead(u.most.to_string()),
            "correct",
            vec![
                field(lang, fields, "place", t.msg_urgent_place()).hint(t.msg_urgent_place_hint()).max(LINE_MAX as u32),
                field(lang, fields, "day", t.msg_urgent_day()).kind(FieldKind::Date),
                field(lang, fields, "found", t.msg_urgent_found()).hint(t.msg_urgent_found_hint()).max(LINE_MAX as u32),
                field(lang, fields, "sum", t.msg_urgent_sum()).hint(t.msg_urgent_sum_hint()).autocomplete("off"),
                words(t.msg_urgent_words(), t.msg_urgent_words_hint()),
            ],
        ),
        Part::Account => (
            t.msg_urgent_correct_account(),
            t.msg_urgent_account_lead(u.posted),
            "account",
            vec![
                field(lang, fields, "day", t.msg_urgent_done_day()).kind(FieldKind::Date),
                field(lang, fields, "sum", t.msg_urgent_cost()).hint(t.msg_urgent_cost_hint()).autocomplete("off"),
                words(t.msg_urgent_done_words(), t.msg_urgent_done_words_hint()),
            ],
        ),
    };
    all.push(reason(visit, fields, t.msg_urgent_reason()));
    let submit = Submit::new(t.msg_urgent_correct_go());
    sheet(visit, u, fields, (title, lead, page), all, submit)
}

fn sheet(
    visit: &Visit,
    u: &Urgent,
    fields: &Fields,
    (title, lead, page): (String, String, &str),
    all: Vec<Field<'static>>,
    submit: Submit<'static>,
) -> Response {
    let view = FormView {
        back: Back::new(url(u.id), t(visit.lang).msg_urgent_title(danger_name(visit.lang, u.danger))),
        title: title.clone(),
        lead,
        summary: (!fields.good()).then(|| fields.summary()),
        empty: None,
        action: format!("{}/{page}", url(u.id)),
        csrf: visit.token().to_owned(),
        fields: all,
        submit,
    };
    let page = visit.page(&title, Kind::Desk);
    if fields.good() { page } else { page.wrong() }.view(&view)
}

/// `POST /urgent-repairs/{urgent}/correct`, `/account`
async fn send(part: Part, visit: Visit, Path(urgent): Path<String>, mut fields: Fields) -> Result<Response, Trouble> {
    let u = own(&visit, &urgent).await?;
    let entry = part == Part::Entry;
    let no = if entry { Refusal::UrgentSum } else { Refusal::UrgentCost };
    let (day, typed) = (fields.day("day"), sum(&mut fields, &no));
    let line = |fields: &mut Fields, name: &str| if entry { fields.line(name, LINE_MAX) } else { String::new() };
    let (place, who_found) = (line(&mut fields, "place"), line(&mut fields, "found"));
    let (words, reason) = (fields.text("words", WORDS_MAX), fields.text("reason", WORDS_MAX));
    let (Some(day), Some(sum), true) = (day, typed, fields.good()) else { return Ok(show(&visit, &u, part, &fields)) };
    let right = Right { part, day, sum, place, found: who_found, words, reason };
    let (who, id) = (author(&visit), u.id);
    let done =
        visit.act_once(u.area, fields.token(), move |tx, token| mend(tx, &Author { token, ..who.clone() }, id, &right));
    match done.await {
        Ok(_) => Ok(on(&visit, &url(id), "mended")),
        Err(trouble) => {
            fields.absorb(trouble)?;
            Ok(show(&visit, &u, part, &fields))
        }
    }
}

/// `GET /urgent-repairs/{urgent}/off`
async fn off_form(visit: Visit, Path(urgent): Path<String>) -> Result<Response, Trouble> {
    let u = own(&visit, &urgent).await?;
    if u.settled.is_some() {
        return Err(Trouble::refused(Refusal::UrgentOver));
    }
    Ok(show_off(&visit, &u, &Fields::empty(visit.lang)))
}

fn show_off(visit: &Visit, u: &Urgent, fields: &Fields) -> Response {
    let t = t(visit.lang);
    let says = (t.msg_urgent_withdraw(), t.msg_urgent_withdraw_lead(), "off");
    let all = vec![reason(visit, fields, t.msg_urgent_withdraw_why())];
    sheet(visit, u, fields, says, all, Submit::new(t.msg_urgent_withdraw_go()))
}

/// `POST /urgent-repairs/{urgent}/off`
async fn send_off(visit: Visit, Path(urgent): Path<String>, mut fields: Fields) -> Result<Response, Trouble> {
    let u = own(&visit, &urgent).await?;
    let reason = fields.text("reason", WORDS_MAX);
    if !fields.good() {
        return Ok(show_off(&visit, &u, &fields));
    }
    let (who, id) = (author(&visit), u.id);
    let done = visit
        .act_once(u.area, fields.token(), move |tx, token| withdraw(tx, &Author { token, ..who.clone() }, id, &reason));
    match done.await {
        Ok(_) => Ok(on(&visit, &url(id), "withdrawn")),
        Err(trouble) => {
            fields.absorb(trouble)?;
            Ok(show_off(&visit, &u, &fields))
        }
    }
}

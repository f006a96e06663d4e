//! `/votes/{vote}/box`: boxes are sealed and opened; and the record on paper.

use super::rules::{PEOPLE_MAX, PLACE_MAX};
use super::store::{self, BoxRow};
use super::{NewBox, What, note};
use crate::assembly::pages::call::moment;
use crate::assembly::pages::{author, on, own, under};
use crate::assembly::{State, Vote};
use crate::away::pages::{Ask, ONE};
use crate::caps;
use crate::conflict;
use crate::example;
use crate::refusal::Refusal;
use crate::say::when;
use crate::texts::{L10nLanguage, t};
use crate::words::Author;
use askama::Template;
use axum::extract::{Path, Query};
use axum::http::HeaderMap;
use axum::response::Response;
use lianxin_base::{ActId, Lang, Moment};
use lianxin_gate::Gate;
use lianxin_web::components::{
    Back, Choice, Choices, ErrorSummary, Field, FieldKind, Html, Link, Look, Notice, NoticeKind, Submit,
};
use lianxin_web::icons::Icon;
use lianxin_web::photos::{photos, picture};
use lianxin_web::shell::Kind;
use lianxin_web::{Fields, Route, Trouble, Visit};
use serde::Deserialize;

/// The routes of boxes.
pub(crate) fn routes() -> Vec<Route> {
    vec![
        Route::get("/votes/{vote}/box", Gate::Can(caps::CONVENE), form),
        Route::post("/votes/{vote}/box", Gate::Can(caps::CONVENE), send).files(ONE),
        Route::get("/votes/{vote}/box/print", Gate::Can(caps::CONVENE), print),
        Route::get("/votes/{vote}/box/{box}/photo", Gate::Can(caps::CONVENE), image),
    ]
}

/// What the address says.
#[derive(Deserialize, Default)]
struct Asked {
    #[serde(default)]
    said: String,
}

/// One line of the record.
struct Line {
    says: String,
    place: String,
    people: Vec<String>,
    /// Where its photo is, and how large.
    photo: Option<(String, u32, u32)>,
    alt: String,
}

fn line(lang: Lang, now: Moment, vote: ActId, b: &BoxRow) -> Line {
    let t = t(lang);
    Line {
        says: says(lang, now, b),
        place: b.place.clone(),
        people: b.people.lines().map(ToOwned::to_owned).collect(),
        photo: b.photo.map(|p| (format!("{}/{}/photo", under(vote, "box"), b.act), p.width, p.height)),
        alt: t.msg_box_alt(b.number),
    }
}

fn says(lang: Lang, now: Moment, b: &BoxRow) -> String {
    let (t, at) = (t(lang), when(lang, b.at, now));
    match b.what {
        What::Sealed => t.msg_box_sealed(b.number, at),
        What::Opened => t.msg_box_opened(b.number, at),
    }
}

/// What everybody reads of the boxes of a vote.
pub(crate) fn facts(lang: Lang, now: Moment, all: &[BoxRow]) -> Option<(String, String)> {
    let lines: Vec<String> = all.iter().map(|b| says(lang, now, b)).collect();
    (!lines.is_empty()).then(|| (t(lang).msg_box_fact(), lines.join(&t(lang).msg_box_then())))
}

#[derive(Template)]
#[template(path = "box.html")]
struct View {
    t: &'static L10nLanguage,
    back: Back<'static>,
    title: String,
    said: Option<Notice<'static>>,
    summary: Option<ErrorSummary<'static>>,
    lines: Vec<Line>,
    paper: Link<'static>,
    action: String,
    csrf: String,
    form: Option<Form>,
}

struct Form {
    what: Choices<'static>,
    fields: [Field<'static>; 5],
    ask: Ask,
    submit: Submit<'static>,
}

/// `GET /votes/{vote}/box`
async fn form(visit: Visit, Path(vote): Path<String>, Query(asked): Query<Asked>) -> Result<Response, Trouble> {
    let v = own(&visit, &vote).await?;
    let (hour, minute) = visit.now().hour_minute();
    let fields = Fields::empty(visit.lang).with("day", &visit.now().day().to_string()).with("number", "1");
    show(&visit, &v, &asked.said, &fields.with("time", &format!("{hour}:{minute:02}"))).await
}

async fn records(visit: &Visit, v: &Vote) -> Result<Vec<BoxRow>, Trouble> {
    let (at, by, today) = (v.clone(), visit.by(), visit.now().day());
    let found = visit.read(move |r| {
        conflict::clear(r, &at, by, today)?;
        Ok(store::all(r, at.id)?)
    });
    found.await
}

fn asked(visit: &Visit, fields: &Fields) -> Form {
    let (lang, t) = (visit.lang, t(visit.lang));
    let field = |name: &'static str, label: String| {
        Field::new(lang, name, label).value(fields.raw(name).to_owned()).error(fields.fault(name)).required()
    };
    let what = Choices::new(lang, Look::Chips, "what", t.msg_box_what());
    Form {
        what: what
            .item(Choice::new(What::Sealed.name(), t.msg_box_seal()))
            .item(Choice::new(What::Opened.name(), t.msg_box_open()))
            .chosen(fields.raw("what").to_owned())
            .error(fields.fault("what"))
            .required(),
        fields: [
            field("number", t.msg_box_number()).hint(t.msg_box_number_hint()).max(3).autocomplete("off"),
            field("day", t.msg_box_day()).kind(FieldKind::Date),
            field("time", t.msg_box_time()).max(5).autocomplete("off"),
            field("place", t.msg_box_place()).max(PLACE_MAX as u32).autocomplete("off"),
            field("people", t.msg_box_people())
                .hint(t.msg_box_people_hint())
                .kind(FieldKind::Area)
                .max(PEOPLE_MAX as u32),
        ],
        ask: Ask::named(visit, fields, t.msg_box_photo(), t.msg_box_photo_hint()),
        submit: Submit::new(t.msg_box_go()),
    }
}

async fn show(visit: &Visit, v: &Vote, said: &str, fields: &Fields) -> Result<Response, Trouble> {
    let all = records(visit, v).await?;
    let (lang, t, now) = (visit.lang, t(visit.lang), visit.now());
    let view = View {
        t,
        back: Back::new(under(v.id, "desk"), t.msg_desk()),
        title: v.title.clone(),
        said: (said == "box").then(|| Notice::new(NoticeKind::Ok, t.msg_said_box())),
        summary: (!fields.good()).then(|| fields.summary()),
        lines: all.iter().map(|b| line(lang, now, v.id, b)).collect(),
        paper: Link::new(under(v.id, "box/print"), t.msg_box_print()).icon(Icon::Printer),
        action: under(v.id, "box"),
        csrf: visit.token().to_owned(),
        form: matches!(v.state, State::Called | State::Open | State::Closed).then(|| asked(visit, fields)),
    };
    let title = t.msg_box();
    let page = visit.page(&title, Kind::Desk);
    Ok(if fields.good() { page } else { page.wrong() }.view(&view))
}

/// `POST /votes/{vote}/box`
async fn send(visit: Visit, Path(vote): Path<String>, mut fields: Fields) -> Result<Response, Trouble> {
    let v = own(&visit, &vote).await?;
    let came = photos(&visit, &mut fields).await?;
    let offered: Vec<&'static str> = What::ALL.iter().map(|w| w.name()).collect();
    let what: Option<What> = fields.choice("what", &offered).and_then(|w| w.parse().ok());
    let at = moment(visit.lang, &mut fields, "day", "time");
    let (place, people) = (fields.line("place", PLACE_MAX), fields.text("people", PEOPLE_MAX));
    let number: Option<i64> = fields.raw("number").trim().parse().ok();
    if number.is_none() {
        fields.refuse(&Refusal::BoxNumber);
    }
    if came.len() > 1 {
        fields.refuse(&Refusal::AwayMany);
    }
    let (Some(what), Some(at), Some(number), true) = (what, at, number, fields.good()) else {
        return show(&visit, &v, "", &fields).await;
    };
    let new = NewBox { number, what, at, place, people, photo: came.first().copied() };
    let (who, id) = (author(&visit), v.id);
    let done =
        visit.act_once(v.area, fields.token(), move |tx, token| note(tx, &Author { token, ..who.clone() }, id, &new));
    match done.await {
        Ok(_) => Ok(on(&visit, &under(id, "box"), "box")),
        Err(trouble) => {
            fields.absorb(trouble)?;
            show(&visit, &v, "", &fields).await
        }
    }
}

/// `GET /votes/{vote}/box/{box}/photo`
async fn image(
    visit: Visit,
    Path((vote, act)): Path<(String, String)>,
    headers: HeaderMap,
) -> Result<Response, Trouble> {
    let v = own(&visit, &vote).await?;
    let act: ActId = act.parse().map_err(|_| Trouble::NotFound)?;
    let all = records(&visit, &v).await?;
    let photo = all.iter().find(|b| b.act == act).and_then(|b| b.photo).ok_or(Trouble::NotFound)?;
    picture(&visit, photo.large, &headers).await
}

#[derive(Template)]
#[template(path = "box_print.html")]
struct Sheet {
    t: &'static L10nLanguage,
    place: String,
    title: String,
    lines: Vec<Line>,
    back: String,
}

/// `GET /votes/{vote}/box/print`
async fn print(visit: Visit, Path(vote): Path<String>) -> Result<Response, Trouble> {
    let v = own(&visit, &vote).await?;
    let all = records(&visit, &v).await?;
    let (lang, now) = (visit.lang, visit.now());
    let view = Sheet {
        t: t(lang),
        place: t(lang).msg_box_title(v.place()),
        lines: all.iter().map(|b| line(lang, now, v.id, b)).collect(),
        back: under(v.id, "box"),
        title: v.title,
    };
    let name = view.title.clone();
    Ok(visit.page(&name, Kind::Print).view(&view))
}

/// An invented example of the record.
pub(crate) fn specimen(lang: Lang) -> Html {
    let t = t(lang);
    let of = |says: String| Line {
        says,
        place: example::HOUSE.into(),
        people: vec![example::CONVENER.into()],
        photo: None,
        alt: String::new(),
    };
    Html::of(&Sheet {
        t,
        place: t.msg_box_title(example::PLACE),
        title: example::TITLE.into(),
        lines: vec![
            of(t.msg_box_sealed(1, when(lang, example::OPENS, example::NOW))),
            of(t.msg_box_opened(1, when(lang, example::CLOSES, example::NOW))),
        ],
        back: example::BACK.into(),
    })
}

//! `/votes/{vote}/cast`: an owner votes on the phone. The form never shows what was chosen before: until the count nobody sees it.

use super::rules::open_for_phones;
use super::{Mark, cast, urn_of};
use crate::assembly::pages::{any, author, on, under, url};
use crate::assembly::{Matter, State, Vote, store as votes};
use crate::election::most;
use crate::refusal::Refusal;
use crate::roll::Line;
use crate::roll::store as rolls;
use crate::say::{self, area, when};
use crate::texts::{L10nLanguage, t};
use crate::words::Author;
use askama::Template;
use axum::extract::{Path, Query};
use axum::response::Response;
use lianxin_base::{PersonId, Refuse as _};
use lianxin_gate::Gate;
use lianxin_web::components::{Back, Choice, Choices, ErrorSummary, Link, Look, Notice, NoticeKind, Submit};
use lianxin_web::shell::Kind;
use lianxin_web::{Fields, Route, Trouble, Visit};
use serde::Deserialize;

/// The routes of casting.
pub(crate) fn routes() -> Vec<Route> {
    vec![
        Route::get("/votes/{vote}/cast", Gate::SignedIn, form),
        Route::post("/votes/{vote}/cast", Gate::SignedIn, send),
    ]
}

/// What the address says.
#[derive(Deserialize, Default)]
struct Asked {
    #[serde(default)]
    no: String,
}

#[derive(Template)]
#[template(path = "vote_cast.html")]
struct View {
    t: &'static L10nLanguage,
    back: Back<'static>,
    title: String,
    summary: Option<ErrorSummary<'static>>,
    doors: Vec<String>,
    others: Vec<Link<'static>>,
    action: String,
    csrf: String,
    no: i64,
    matters: Vec<Choices<'static>>,
    /// How many names may be chosen.
    most: Option<String>,
    promise: Notice<'static>,
    submit: Submit<'static>,
}

/// Somebody on the roll of a vote.
struct Voter {
    v: Vote,
    person: PersonId,
    numbers: Vec<i64>,
    no: i64,
    lines: Vec<Line>,
    matters: Vec<Matter>,
    most: Option<String>,
}

/// Who votes here, under the number they asked for, or their first.
async fn voter(visit: &Visit, vote: &str, asked: &str) -> Result<Voter, Trouble> {
    let v = any(visit, vote).await?;
    // Before there is a roll and once it is over everybody hears that, not that they are no owner.
    if v.state != State::Open {
        open_for_phones(urn_of(&v), visit.now()).map_err(Trouble::refused)?;
    }
    let person = visit.person().ok_or_else(|| Trouble::refused(Refusal::NotVoter))?;
    let (id, asked, lang) = (v.id, asked.parse::<i64>().ok(), visit.lang);
    let found = visit.read(move |r| {
        let numbers = rolls::mine(r, id, person)?;
        let no = asked.filter(|no| numbers.contains(no)).or(numbers.first().copied());
        let lines = no.map(|no| rolls::of_no(r, id, no)).transpose()?.unwrap_or_default();
        Ok((numbers, no, lines, votes::matters(r, id)?, most(r, id, lang)?))
    });
    let (numbers, no, lines, matters, most) = found.await?;
    let no = no.ok_or_else(|| Trouble::refused(Refusal::NotVoter))?;
    Ok(Voter { v, person, numbers, no, lines, matters, most })
}

/// `GET /votes/{vote}/cast`
async fn form(visit: Visit, Path(vote): Path<String>, Query(asked): Query<Asked>) -> Result<Response, Trouble> {
    let who = voter(&visit, &vote, &asked.no).await?;
    open_for_phones(urn_of(&who.v), visit.now()).map_err(Trouble::refused)?;
    Ok(show(&visit, &who, &Fields::empty(visit.lang)))
}

fn show(visit: &Visit, who: &Voter, fields: &Fields) -> Response {
    let (lang, t) = (visit.lang, t(visit.lang));
    let door = |l: &Line| {
        let size = area(u64::try_from(l.size).unwrap_or(0));
        t.msg_own_door(l.house.clone(), l.door.clone(), size, l.source.say(lang))
    };
    let matter = |m: &Matter| {
        let name = format!("m{}", m.n);
        let legend = t.msg_cast_matter(m.n, m.words.clone());
        let all = Choices::new(lang, Look::Options, name.clone(), legend).hint(say::kind(lang, &m.kind));
        let all = Mark::CLEAR.iter().fold(all, |all, mark| all.item(Choice::new(mark.name(), say::mark(lang, *mark))));
        all.chosen(fields.raw(&name).to_owned()).error(fields.fault(&name)).required()
    };
    let other = |no: &i64| Link::new(format!("{}?no={no}", under(who.v.id, "cast")), t.msg_own_no(*no));
    let view = View {
        t,
        back: Back::new(url(who.v.id), t.msg_back_to_vote()),
        title: who.v.title.clone(),
        summary: (!fields.good()).then(|| fields.summary()),
        doors: who.lines.iter().map(door).collect(),
        others: who.numbers.iter().filter(|no| **no != who.no).map(other).collect(),
        action: under(who.v.id, "cast"),
        csrf: visit.token().to_owned(),
        no: who.no,
        matters: who.matters.iter().map(matter).collect(),
        most: who.most.clone(),
        promise: Notice::new(NoticeKind::Assure, t.msg_cast_promise(when(lang, who.v.closes, visit.now()))),
        submit: Submit::new(t.msg_cast_go()),
    };
    let page = visit.page(&who.v.title, Kind::Phone);
    if fields.good() { page.view(&view) } else { page.wrong().view(&view) }
}

/// `POST /votes/{vote}/cast`
async fn send(visit: Visit, Path(vote): Path<String>, mut fields: Fields) -> Result<Response, Trouble> {
    let who = voter(&visit, &vote, fields.raw("no")).await?;
    let names: Vec<&'static str> = Mark::CLEAR.iter().map(|mark| mark.name()).collect();
    let mut marks = Vec::new();
    for m in &who.matters {
        let name = format!("m{}", m.n);
        match names.iter().find(|known| **known == fields.raw(&name)).and_then(|known| known.parse::<Mark>().ok()) {
            Some(mark) => marks.push(mark),
            None => fields.note(&name, Refusal::NoMark.code(), Refusal::NoMark.say(visit.lang)),
        }
    }
    if !fields.good() {
        return Ok(show(&visit, &who, &fields));
    }
    let (author, of, person) = (author(&visit), (who.v.id, who.no), who.person);
    let done = visit.act_once(who.v.area, fields.token(), move |tx, token| {
        cast(tx, &Author { token, ..author.clone() }, of, person, &marks)
    });
    match done.await {
        Ok(_) => Ok(on(&visit, &url(who.v.id), "cast")),
        Err(trouble) => {
            fields.absorb(trouble)?;
            Ok(show(&visit, &who, &fields))
        }
    }
}

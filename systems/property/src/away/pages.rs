//! `/votes/{vote}/signed`: an owner who is away sends a photo of the paper they signed.

use super::{open_for_photos, send, store};
use crate::assembly::Vote;
use crate::assembly::pages::{any, author, on, under, url};
use crate::ballot::urn_of;
use crate::refusal::Refusal;
use crate::roll::Line;
use crate::roll::store as rolls;
use crate::say::{area, when};
use crate::texts::{L10nLanguage, t};
use crate::words::Author;
use askama::Template;
use askama::filters::HtmlSafe;
use axum::extract::{Path, Query};
use axum::response::Response;
use lianxin_base::{Lang, Moment};
use lianxin_gate::Gate;
use lianxin_web::components::{Back, ErrorSummary, KeptShot, Link, Notice, NoticeKind, Submit};
use lianxin_web::icons::Icon;
use lianxin_web::photos::{PHOTO_FIELD, PHOTOS, kept, photos};
use lianxin_web::shell::Kind;
use lianxin_web::{Fields, FileLimits, Route, Trouble, Visit};
use serde::Deserialize;

/// One sheet, one photo.
pub(crate) const ONE: FileLimits = FileLimits { count: 1, each: PHOTOS.each };

/// The routes of owners.
pub(crate) fn routes() -> Vec<Route> {
    vec![
        Route::get("/votes/{vote}/signed", Gate::SignedIn, form),
        Route::post("/votes/{vote}/signed", Gate::SignedIn, take).files(ONE),
    ]
}

/// The question for the photo.
#[derive(Clone, Debug, Template)]
#[template(path = "away_ask.html")]
pub(crate) struct Ask {
    lang: Lang,
    label: String,
    hint: String,
    kept: Vec<KeptShot>,
    error: Option<String>,
}

impl HtmlSafe for Ask {}

impl Ask {
    /// With what the form holds already.
    pub(crate) fn of(visit: &Visit, fields: &Fields) -> Self {
        let t = t(visit.lang);
        Self::named(visit, fields, t.msg_away_photo(), t.msg_away_photo_hint())
    }
    /// The same under another name.
    pub(crate) fn named(visit: &Visit, fields: &Fields, label: String, hint: String) -> Self {
        Self { lang: visit.lang, label, hint, kept: kept(visit, fields), error: fields.fault(PHOTO_FIELD) }
    }
    fn t(&self) -> &'static L10nLanguage {
        t(self.lang)
    }
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
#[template(path = "away.html")]
struct View {
    t: &'static L10nLanguage,
    back: Back<'static>,
    title: String,
    said: Option<Notice<'static>>,
    summary: Option<ErrorSummary<'static>>,
    doors: Vec<String>,
    others: Vec<Link<'static>>,
    /// What came before, and that it was put back.
    came: Option<Notice<'static>>,
    paper: Link<'static>,
    action: String,
    csrf: String,
    no: i64,
    ask: Ask,
    promise: Notice<'static>,
    submit: Submit<'static>,
}

struct Owner {
    v: Vote,
    numbers: Vec<i64>,
    no: i64,
    lines: Vec<Line>,
    came: Option<(Moment, Option<super::Why>)>,
}

async fn owner(visit: &Visit, vote: &str, asked: &str) -> Result<Owner, Trouble> {
    let v = any(visit, vote).await?;
    open_for_photos(urn_of(&v), visit.now()).map_err(Trouble::refused)?;
    let person = visit.person().ok_or_else(|| Trouble::refused(Refusal::NotVoter))?;
    let (id, asked) = (v.id, asked.parse::<i64>().ok());
    let found = visit.read(move |r| {
        let numbers = rolls::mine(r, id, person)?;
        let no = asked.filter(|no| numbers.contains(no)).or(numbers.first().copied());
        let lines = no.map(|no| rolls::of_no(r, id, no)).transpose()?.unwrap_or_default();
        let came = no.map(|no| store::last(r, id, no)).transpose()?.flatten();
        Ok((numbers, no, lines, came.map(|p| (p.at, p.why))))
    });
    let (numbers, no, lines, came) = found.await?;
    let no = no.ok_or_else(|| Trouble::refused(Refusal::NotVoter))?;
    Ok(Owner { v, numbers, no, lines, came })
}

/// `GET /votes/{vote}/signed`
async fn form(visit: Visit, Path(vote): Path<String>, Query(asked): Query<Asked>) -> Result<Response, Trouble> {
    let who = owner(&visit, &vote, &asked.no).await?;
    Ok(show(&visit, &who, &asked.said, &Fields::empty(visit.lang)))
}

fn show(visit: &Visit, who: &Owner, said: &str, fields: &Fields) -> Response {
    let (lang, t, now) = (visit.lang, t(visit.lang), visit.now());
    let door = |l: &Line| {
        let size = area(u64::try_from(l.size).unwrap_or(0));
        t.msg_own_door(l.house.clone(), l.door.clone(), size, l.source.say(lang))
    };
    let other = |no: &i64| Link::new(format!("{}?no={no}", under(who.v.id, "signed")), t.msg_own_no(*no));
    let came = who.came.filter(|_| said.is_empty()).map(|(at, why)| match why {
        Some(why) => Notice::new(NoticeKind::Warn, t.msg_away_put_back(super::why_name(lang, why))),
        None => Notice::new(NoticeKind::Info, t.msg_away_came(when(lang, at, now))),
    });
    let view = View {
        t,
        back: Back::new(url(who.v.id), t.msg_back_to_vote()),
        title: who.v.title.clone(),
        said: (said == "signed").then(|| Notice::new(NoticeKind::Ok, t.msg_said_signed(who.v.org_name.clone()))),
        summary: (!fields.good()).then(|| fields.summary()),
        doors: who.lines.iter().map(door).collect(),
        others: who.numbers.iter().filter(|no| **no != who.no).map(other).collect(),
        came,
        paper: Link::new(under(who.v.id, "paper"), t.msg_paper_print()).icon(Icon::Printer),
        action: under(who.v.id, "signed"),
        csrf: visit.token().to_owned(),
        no: who.no,
        ask: Ask::of(visit, fields),
        promise: Notice::new(NoticeKind::Assure, t.msg_away_promise()),
        submit: Submit::new(t.msg_away_go()),
    };
    let page = visit.page(&who.v.title, Kind::Phone);
    if fields.good() { page.view(&view) } else { page.wrong().view(&view) }
}

/// `POST /votes/{vote}/signed`
async fn take(visit: Visit, Path(vote): Path<String>, mut fields: Fields) -> Result<Response, Trouble> {
    let who = owner(&visit, &vote, fields.raw("no")).await?;
    let came = photos(&visit, &mut fields).await?;
    if !fields.good() {
        return Ok(show(&visit, &who, "", &fields));
    }
    let (sender, of) = (author(&visit), (who.v.id, who.no));
    let done = visit.act_once(who.v.area, fields.token(), move |tx, token| {
        send(tx, &Author { token, ..sender.clone() }, of, &came)
    });
    match done.await {
        Ok(_) => Ok(on(&visit, &under(who.v.id, "signed"), "signed")),
        Err(trouble) => {
            fields.absorb(trouble)?;
            Ok(show(&visit, &who, "", &fields))
        }
    }
}

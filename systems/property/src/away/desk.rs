//! `/votes/{vote}/photos`: photos of signed papers at the desk; two people read each as they read a paper. Nobody else sees them.

use super::pages::{Ask, ONE};
use super::store::{self, Away};
use super::{Why, put_back, send};
use crate::assembly::Vote;
use crate::assembly::pages::{author, on, own, under};
use crate::ballot::rules::open_for_papers;
use crate::ballot::store as ballots;
use crate::caps;
use crate::conflict;
use crate::delivery::rules::{paper_number, written};
use crate::delivery::store as deliveries;
use crate::refusal::Refusal;
use crate::say::when;
use crate::texts::{L10nLanguage, t};
use crate::words::Author;
use askama::Template;
use axum::extract::{Path, Query};
use axum::http::HeaderMap;
use axum::response::Response;
use lianxin_base::{ActId, Lang};
use lianxin_gate::Gate;
use lianxin_web::components::{Back, ErrorSummary, Field, Notice, NoticeKind, Submit};
use lianxin_web::photos::{Photo, photos, picture};
use lianxin_web::shell::Kind;
use lianxin_web::{Fields, Route, Trouble, Visit};
use serde::Deserialize;

/// The routes of the desk.
pub(crate) fn routes() -> Vec<Route> {
    let look = |large| move |v: Visit, p: Path<(String, String)>, h: HeaderMap| image(large, v, p, h);
    vec![
        Route::get("/votes/{vote}/photos", Gate::Can(caps::ENTER), form),
        Route::post("/votes/{vote}/photos", Gate::Can(caps::ENTER), take).files(ONE),
        Route::post("/votes/{vote}/photos/back", Gate::Can(caps::ENTER), take_back),
        Route::get("/votes/{vote}/signed/{signed}/small", Gate::Can(caps::ENTER), look(false)),
        Route::get("/votes/{vote}/signed/{signed}/large", Gate::Can(caps::ENTER), look(true)),
    ]
}

/// What the address says.
#[derive(Deserialize, Default)]
struct Asked {
    #[serde(default)]
    said: String,
}

/// A photo as it is shown to who reads it.
#[derive(Clone, Debug)]
pub(crate) struct Shot {
    pub(crate) large: String,
    pub(crate) small: String,
    pub(crate) alt: String,
    pub(crate) width: u32,
    pub(crate) height: u32,
}

/// A photo for the page on which its paper is entered.
pub(crate) fn shot(lang: Lang, p: &Away) -> Option<Shot> {
    let at = |size: &str| format!("/votes/{}/signed/{}/{size}", p.vote, p.act);
    p.photo.map(|photo| Shot {
        large: at("large"),
        small: at("small"),
        alt: t(lang).msg_away_alt(p.no),
        width: photo.width,
        height: photo.height,
    })
}

struct Line {
    says: String,
    shot: Option<Shot>,
    /// Where its marks are entered; nothing once they are.
    enter: Option<String>,
    /// The act, to put it back; nothing once somebody has read it.
    back: Option<String>,
}

#[derive(Template)]
#[template(path = "away_desk.html")]
struct View {
    t: &'static L10nLanguage,
    back: Back<'static>,
    said: Option<Notice<'static>>,
    summary: Option<ErrorSummary<'static>>,
    lines: Vec<Line>,
    whys: Vec<(&'static str, String)>,
    csrf: String,
    action: String,
    /// The form for one that came otherwise, until the close.
    form: Option<(Field<'static>, Ask, Submit<'static>)>,
}

/// Why one was put back, in words.
pub(crate) fn why_name(lang: Lang, why: Why) -> String {
    let t = t(lang);
    match why {
        Why::Unclear => t.msg_away_unclear(),
        Why::Unsigned => t.msg_away_unsigned(),
        Why::Original => t.msg_away_original(),
        Why::Other => t.msg_away_other(),
    }
}

/// `GET /votes/{vote}/photos`
async fn form(visit: Visit, Path(vote): Path<String>, Query(asked): Query<Asked>) -> Result<Response, Trouble> {
    let v = own(&visit, &vote).await?;
    open_for_papers(v.state).map_err(Trouble::refused)?;
    show(&visit, &v, &asked.said, &Fields::empty(visit.lang)).await
}

async fn show(visit: &Visit, v: &Vote, said: &str, fields: &Fields) -> Result<Response, Trouble> {
    let (at, by, today) = (v.clone(), visit.by(), visit.now().day());
    let found = visit.read(move |r| {
        conflict::clear(r, &at, by, today)?;
        let (entered, cast, copies) =
            (ballots::all_entered(r, at.id)?, ballots::all(r, at.id)?, deliveries::copies(r, at.id)?);
        let mut all = Vec::new();
        for p in store::waiting(r, at.id)? {
            let signed = cast.iter().any(|b| b.no == p.no && b.channel.signed());
            let number = written(p.no, copies.get(&p.no).copied().unwrap_or(1));
            all.push((number, signed, entered.contains_key(&p.no), p));
        }
        Ok(all)
    });
    let all = found.await?;
    let (lang, t, now) = (visit.lang, t(visit.lang), visit.now());
    let line = |(number, signed, read, p): &(String, bool, bool, Away)| {
        let at = when(lang, p.at, now);
        Line {
            says: match (signed, read) {
                (true, _) => t.msg_away_done(p.no, at),
                (false, true) => t.msg_away_half(p.no, at),
                (false, false) => t.msg_away_waits(p.no, at),
            },
            shot: shot(lang, p),
            enter: (!signed).then(|| format!("{}?no={number}", under(v.id, "papers"))),
            back: (!signed && !read).then(|| p.act.to_string()),
        }
    };
    let view = View {
        t,
        back: Back::new(under(v.id, "desk"), t.msg_desk()),
        said: match said {
            "photo" => Some(Notice::new(NoticeKind::Ok, t.msg_said_photo())),
            "back" => Some(Notice::new(NoticeKind::Ok, t.msg_said_put_back())),
            _ => None,
        },
        summary: (!fields.good()).then(|| fields.summary()),
        lines: all.iter().map(line).collect(),
        whys: Why::ALL.iter().map(|why| (why.name(), why_name(lang, *why))).collect(),
        csrf: visit.token().to_owned(),
        action: under(v.id, "photos"),
        form: (now < v.closes).then(|| {
            let no = Field::new(lang, "no", t.msg_paper_no()).hint(t.msg_paper_no_hint()).autocomplete("off");
            let no = no.value(fields.raw("no").to_owned()).error(fields.fault("no")).required().max(12);
            (no, Ask::of(visit, fields), Submit::new(t.msg_away_take()))
        }),
    };
    let title = t.msg_away_desk();
    let page = visit.page(&title, Kind::Desk);
    Ok(if fields.good() { page } else { page.wrong() }.view(&view))
}

/// `POST /votes/{vote}/photos`
async fn take(visit: Visit, Path(vote): Path<String>, mut fields: Fields) -> Result<Response, Trouble> {
    let v = own(&visit, &vote).await?;
    let came: Vec<Photo> = photos(&visit, &mut fields).await?;
    let number = paper_number(fields.raw("no"));
    if number.is_none() {
        fields.refuse(&Refusal::NoNumber);
    }
    let Some((no, _)) = number.filter(|_| fields.good()) else { return show(&visit, &v, "", &fields).await };
    let (who, id) = (author(&visit), v.id);
    let done = visit
        .act_once(v.area, fields.token(), move |tx, token| send(tx, &Author { token, ..who.clone() }, (id, no), &came));
    match done.await {
        Ok(_) => Ok(on(&visit, &under(id, "photos"), "photo")),
        Err(trouble) => {
            fields.absorb(trouble)?;
            show(&visit, &v, "", &fields).await
        }
    }
}

/// `POST /votes/{vote}/photos/back`
async fn take_back(visit: Visit, Path(vote): Path<String>, mut fields: Fields) -> Result<Response, Trouble> {
    let v = own(&visit, &vote).await?;
    let photo: ActId = fields.raw("signed").parse().map_err(|_| Trouble::NotFound)?;
    let offered: Vec<&'static str> = Why::ALL.iter().map(|why| why.name()).collect();
    let why: Option<Why> = fields.choice("why", &offered).and_then(|why| why.parse().ok());
    let Some(why) = why.filter(|_| fields.good()) else { return show(&visit, &v, "", &fields).await };
    let (who, id) = (author(&visit), v.id);
    let done = visit.act_once(v.area, fields.token(), move |tx, token| {
        put_back(tx, &Author { token, ..who.clone() }, (id, photo), why)
    });
    match done.await {
        Ok(_) => Ok(on(&visit, &under(id, "photos"), "back")),
        Err(trouble) => {
            fields.absorb(trouble)?;
            show(&visit, &v, "", &fields).await
        }
    }
}

/// `GET /votes/{vote}/signed/{signed}/small`, `/large`: for who enters papers of this vote and is no party to it.
async fn image(
    large: bool,
    visit: Visit,
    Path((vote, signed)): Path<(String, String)>,
    headers: HeaderMap,
) -> Result<Response, Trouble> {
    let v = own(&visit, &vote).await?;
    let act: ActId = signed.parse().map_err(|_| Trouble::NotFound)?;
    let (at, by, today) = (v.clone(), visit.by(), visit.now().day());
    let found = visit.read(move |r| {
        conflict::clear(r, &at, by, today)?;
        Ok(store::one(r, act)?.filter(|p| p.vote == at.id).and_then(|p| p.photo))
    });
    let photo = found.await?.ok_or(Trouble::NotFound)?;
    picture(&visit, if large { photo.large } else { photo.small }, &headers).await
}

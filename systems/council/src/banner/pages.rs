//! Where a banner is seen, tapped, opened and ended.

use super::rules::{HOURS, WORDS_MAX, ended};
use super::store::{Banner, newest, now, one, taps};
use super::{NewBanner, Refusal, What, news, open, tap};
use crate::caps;
use crate::course::Author;
use crate::join::lives_there;
use crate::pages::{author, nowhere, spot};
use crate::replies::in_use;
use crate::replies::pages::{picks, tapped as chosen};
use crate::say::when;
use crate::texts::{L10nLanguage, t};
use askama::Template;
use axum::extract::{Path, Query};
use axum::response::Response;
use lianxin_base::{ActId, AreaId, EntranceId, Lang, Moment, PersonId};
use lianxin_gate::{Gate, Scope};
use lianxin_register::find;
use lianxin_store::{Fault, Read};
use lianxin_web::components::{Back, Choice, Choices, Empty, ErrorSummary, Field, FieldKind, Html, Look, Meta, Submit};
use lianxin_web::icons::Icon;
use lianxin_web::shell::{Kind, Tab};
use lianxin_web::{Fields, Route, Trouble, Visit};
use serde::Deserialize;

/// So many are shown on a page for residents.
const SHOWN: i64 = 5;
/// So many are listed for who opens and ends them.
const LISTED: i64 = 50;
/// With more places than this the houses are not listed one by one.
const PLACES_MAX: usize = 200;

/// The routes of banners.
pub(crate) fn routes() -> Vec<Route> {
    vec![
        Route::get("/happening", Gate::Can(caps::WORK), list),
        Route::post("/happening", Gate::Can(caps::WORK), begin),
        Route::get("/happening/{banner}", Gate::Anyone, page),
        Route::post("/happening/{banner}/tap", Gate::SignedIn, tapped),
        Route::post("/happening/{banner}/news", Gate::Can(caps::WORK), told),
    ]
}

/// `芙蓉里 3 号楼 2 单元`.
pub(crate) fn place(b: &Banner) -> String {
    let names = [Some(&b.area_name), b.building_name.as_ref(), b.entrance_name.as_ref()];
    names.into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join(" ")
}

/// A banner as residents see it.
#[derive(Clone, Debug)]
pub struct Shown {
    /// Its act.
    pub id: ActId,
    /// Where, and what happens.
    pub title: String,
    /// What is said of it, and by when it is expected to be over.
    pub says: String,
    /// How many households, who says so.
    pub meta: Vec<String>,
    /// Whether this reader may tap it.
    pub may: bool,
    /// Whether they have.
    pub tapped: bool,
    /// Nobody has signed in: whoever lives there is shown the door.
    pub stranger: bool,
    /// Whether it is over.
    pub over: bool,
}

fn shown(r: &mut Read<'_>, b: Banner, person: Option<PersonId>, lang: Lang, at: Moment) -> Result<Shown, Fault> {
    let t = t(lang);
    let tapped = match person {
        Some(person) => taps(r, b.id)?.iter().any(|(who, _)| *who == Some(person)),
        None => false,
    };
    let may = match person {
        Some(person) if !tapped && b.ended_at.is_none() => lives_there(r, person, b.area)?,
        _ => false,
    };
    let until = match (b.ended_at, b.until) {
        (Some(ended), _) => t.msg_banner_ended(when(lang, ended, at)),
        (None, Some(until)) if until < at => t.msg_banner_late(when(lang, until, at)),
        (None, Some(until)) => t.msg_banner_until(when(lang, until, at)),
        (None, None) => t.msg_banner_no_time(),
    };
    let words = ended(b.words.as_deref().unwrap_or_default());
    let says = if words.is_empty() { until } else { t.msg_banner_says(words, until) };
    let count = if b.n > 0 { t.msg_banner_count(b.n) } else { String::new() };
    Ok(Shown {
        id: b.id,
        title: t.msg_banner_title(place(&b), b.what.say(lang)),
        says,
        meta: vec![count, b.org_name],
        may,
        tapped,
        stranger: person.is_none() && b.ended_at.is_none(),
        over: b.ended_at.is_some(),
    })
}

/// What is happening where somebody lives; in an area, or anywhere for who lives nowhere here.
///
/// # Errors
/// The database's trouble.
pub fn happening(
    r: &mut Read<'_>,
    area: Option<AreaId>,
    person: Option<PersonId>,
    lang: Lang,
    at: Moment,
) -> Result<Vec<Shown>, Fault> {
    let mut all = Vec::new();
    for b in now(r, area, SHOWN)? {
        all.push(shown(r, b, person, lang, at)?);
    }
    Ok(all)
}

/// A banner above other things.
#[derive(Template)]
#[template(path = "banner_strip.html")]
struct Strip {
    t: &'static L10nLanguage,
    items: Vec<Item>,
    csrf: String,
}

#[derive(Clone, Debug)]
struct Item {
    url: String,
    shown: Shown,
    meta: Meta<'static>,
}

/// The banners of a page; nothing when nothing happens. Taps are forms of their own, so it stands outside of any.
pub fn strip(lang: Lang, csrf: &str, all: Vec<Shown>) -> Option<Html> {
    let item =
        |shown: Shown| Item { url: format!("/happening/{}", shown.id), meta: Meta::of(shown.meta.clone()), shown };
    let items: Vec<Item> = all.into_iter().map(item).collect();
    (!items.is_empty()).then(|| Html::of(&Strip { t: t(lang), items, csrf: csrf.to_owned() }))
}

#[derive(Template)]
#[template(path = "banner_page.html")]
struct Page {
    back: Back<'static>,
    title: String,
    strip: Option<Html>,
}

fn id(text: &str) -> Result<ActId, Trouble> {
    text.parse().map_err(|_| Trouble::NotFound)
}

/// `GET /happening/{banner}`
async fn page(visit: Visit, Path(act): Path<String>) -> Result<Response, Trouble> {
    let (id, person, lang, at) = (id(&act)?, visit.person(), visit.lang, visit.now());
    let found = visit
        .read(move |r| Ok(one(r, id)?.map(|b| shown(r, b, person, lang, at)).transpose()?))
        .await?
        .ok_or(Trouble::NotFound)?;
    let t = t(lang);
    let view = Page {
        back: Back::new("/board", t.msg_back()),
        title: t.msg_banner_now(),
        strip: strip(lang, visit.token(), vec![found]),
    };
    let title = view.title.clone();
    Ok(visit.page(&title, Kind::Phone).tab(Tab::Board).view(&view))
}

/// `POST /happening/{banner}/tap`
async fn tapped(visit: Visit, Path(act): Path<String>, fields: Fields) -> Result<Response, Trouble> {
    let (id, person) = (id(&act)?, visit.person().ok_or(Trouble::NotFound)?);
    let who = author(&visit, visit.act_id(), None);
    let done = visit
        .act_once(nowhere(), fields.token(), move |tx, token| tap(tx, &Author { token, ..who.clone() }, id, person))
        .await;
    match done {
        Err(Trouble::Refused(why)) if why.status() == 404 => Err(Trouble::NotFound),
        // Tapped twice, or over meanwhile: its page says so.
        Err(Trouble::Refused(why)) if why.status() == 409 => Ok(visit.to(&format!("/happening/{id}"))),
        other => other.map(|_| visit.to(&format!("/happening/{id}"))),
    }
}

struct Line {
    item: Shown,
    meta: Meta<'static>,
    hours: Field<'static>,
    words: Field<'static>,
    action: String,
    ready: Option<Html>,
}

#[derive(Template)]
#[template(path = "banner_desk.html")]
struct Desk {
    t: &'static L10nLanguage,
    summary: Option<ErrorSummary<'static>>,
    csrf: String,
    empty: Option<Empty<'static>>,
    open: Vec<Line>,
    over: Vec<Line>,
    what: Choices<'static>,
    place: Field<'static>,
    hours: Field<'static>,
    words: Field<'static>,
    submit: Submit<'static>,
}

/// Between the code of a building and its entrance.
const AT: char = '@';

/// The places a seat may speak of, each under the value of the form: what it is called, the entrances of a house after it.
fn places(r: &mut Read<'_>, under: Option<AreaId>, scope: &Scope, at: Moment) -> Result<Vec<(String, String)>, Fault> {
    let mut all = find::places(r, under, at.day())?;
    if all.len() > PLACES_MAX {
        all.retain(|p| p.kind != "building");
    }
    let mut ours = Vec::new();
    for listed in all {
        let Some(place) = find::place(r, &listed.code)?.filter(|p| scope.covers(p.area)) else { continue };
        ours.push((listed.code.clone(), spot(&listed)));
        for e in place.building.map(|b| find::entrances(r, b)).transpose()?.unwrap_or_default() {
            ours.push((format!("{}{AT}{}", listed.code, e.id), format!("{} {}", spot(&listed), e.name)));
        }
    }
    // In a list that is too long nobody finds anything: then the houses must do.
    if ours.len() > PLACES_MAX {
        ours.retain(|(value, _)| !value.contains(AT));
    }
    Ok(ours)
}

/// The place a form names, with its entrance.
fn said_place(r: &mut Read<'_>, typed: &str) -> Result<Option<(find::Place, Option<EntranceId>)>, Fault> {
    let (code, door) = typed.split_once(AT).map_or((typed, None), |(code, door)| (code, Some(door)));
    let Some(place) = find::place(r, code)? else { return Ok(None) };
    match door.map(str::parse) {
        None => Ok(Some((place, None))),
        Some(Ok(id)) => Ok(Some((place, Some(id)))),
        Some(Err(_)) => Ok(None),
    }
}

/// What the address says: the banner there is news of, and the ready words for it.
#[derive(Deserialize, Default)]
#[serde(default)]
struct Asked {
    about: String,
    reply: String,
}

/// `GET /happening`
async fn list(visit: Visit, Query(asked): Query<Asked>) -> Result<Response, Trouble> {
    let Ok(about) = asked.about.parse::<ActId>() else { return show(&visit, &Fields::empty(visit.lang), None).await };
    let scope = visit.scope();
    let ready = visit.read(move |r| {
        let area = one(r, about)?.filter(|b| scope.covers(b.area)).map(|b| b.area);
        Ok(area.map(|area| in_use(r, area)).transpose()?.unwrap_or_default())
    });
    let words = chosen(&asked.reply, "news", &ready.await?).unwrap_or_default();
    show(&visit, &Fields::empty(visit.lang).with("words", &words), Some(about)).await
}

async fn show(visit: &Visit, fields: &Fields, about: Option<ActId>) -> Result<Response, Trouble> {
    let (lang, at, scope, under) = (visit.lang, visit.now(), visit.scope(), visit.seat().map(|s| s.area));
    let (ours, all) = visit
        .read(move |r| {
            let mut all = Vec::new();
            for b in newest(r, LISTED)?.into_iter().filter(|b| scope.covers(b.area)) {
                let ready = if b.ended_at.is_none() { in_use(r, b.area)? } else { Vec::new() };
                all.push((shown(r, b, None, lang, at)?, ready));
            }
            Ok((places(r, under, &scope, at)?, all))
        })
        .await?;
    let t = t(lang);
    let none = Fields::empty(lang);
    let line = |(item, lines): (Shown, Vec<crate::replies::store::Line>)| {
        let own = about == Some(item.id);
        // Only one form of the page has the plain ids, that which the faults above it lead to.
        let (fields, place) = if own { (fields, String::new()) } else { (&none, item.id.to_string()) };
        let fills = if own { "words".to_owned() } else { format!("words-{place}") };
        Line {
            meta: Meta::of(item.meta.clone()),
            hours: hours(lang, fields).place(place.clone()),
            words: words(lang, fields, t.msg_banner_news_words()).place(place),
            action: format!("/happening/{}/news", item.id),
            ready: picks(visit, "news", &fills, &format!("/happening?about={}", item.id), &lines),
            item,
        }
    };
    let (over, open): (Vec<Line>, Vec<Line>) = all.into_iter().map(line).partition(|l| l.item.over);
    let (fresh, place) = if about.is_some() { (&none, "new") } else { (fields, "") };
    let what = Choices::new(lang, Look::Chips, "kind", t.msg_banner_what())
        .chosen(fresh.raw("kind").to_owned())
        .error(fresh.fault("kind"))
        .required();
    let spots = ours.into_iter().map(|(value, name)| Choice::new(value, name)).collect();
    let view = Desk {
        t,
        summary: (!fields.good()).then(|| fields.summary()),
        csrf: visit.token().to_owned(),
        empty: open.is_empty().then(|| Empty {
            icon: Icon::Speakerphone,
            text: t.msg_banner_empty().into(),
            action: None,
        }),
        open,
        over,
        what: What::ALL.iter().fold(what, |all, x| all.item(Choice::new(x.name(), x.say(lang)))),
        place: Field::new(lang, "place", t.msg_report_place())
            .kind(FieldKind::Select(spots))
            .value(fresh.raw("place").to_owned())
            .error(fresh.fault("place"))
            .required(),
        hours: hours(lang, fresh).place(place),
        words: words(lang, fresh, t.msg_banner_words()).place(place),
        submit: Submit::new(t.msg_banner_go()),
    };
    let title = t.msg_banner_now();
    let page = visit.page(&title, Kind::Desk);
    Ok(if fields.good() { page.view(&view) } else { page.wrong().view(&view) })
}

fn hours(lang: Lang, fields: &Fields) -> Field<'static> {
    let t = t(lang);
    let mut all = vec![Choice::new("", t.msg_banner_no_time())];
    all.extend(HOURS.iter().map(|h| Choice::new(h.to_string(), t.msg_banner_in_hours(*h))));
    Field::new(lang, "hours", t.msg_banner_when()).kind(FieldKind::Select(all)).value(fields.raw("hours").to_owned())
}

fn words(lang: Lang, fields: &Fields, label: String) -> Field<'static> {
    Field::new(lang, "words", label)
        .value(fields.raw("words").to_owned())
        .error(fields.fault("words"))
        .max(WORDS_MAX as u32)
}

/// `POST /happening`
async fn begin(visit: Visit, mut fields: Fields) -> Result<Response, Trouble> {
    let what: Option<What> = fields.raw("kind").parse().ok();
    if what.is_none() {
        fields.refuse(&Refusal::NoKind);
    }
    let typed = fields.opt_line("place", 120).unwrap_or_default();
    let found = visit.read(move |r| Ok(said_place(r, &typed)?)).await?;
    if found.is_none() {
        fields.refuse(&Refusal::NoPlace);
    }
    let hours = fields.raw("hours").parse().ok();
    let words = fields.opt_line("words", WORDS_MAX).unwrap_or_default();
    let (Some(what), Some((place, entrance)), true) = (what, found, fields.good()) else {
        return show(&visit, &fields, None).await;
    };
    let new = NewBanner { area: place.area, building: place.building, entrance, what, hours, words };
    let who = author(&visit, visit.act_id(), None);
    let done = visit
        .act_once(new.area, fields.token(), move |tx, token| open(tx, &Author { token, ..who.clone() }, &new))
        .await;
    finish(&visit, fields, None, done).await
}

/// `POST /happening/{banner}/news`
async fn told(visit: Visit, Path(act): Path<String>, mut fields: Fields) -> Result<Response, Trouble> {
    let id = id(&act)?;
    let over = fields.raw("over") == "1";
    let hours = fields.raw("hours").parse().ok();
    let words = fields.opt_line("words", WORDS_MAX).unwrap_or_default();
    if !fields.good() {
        return show(&visit, &fields, Some(id)).await;
    }
    let who = author(&visit, visit.act_id(), None);
    let done = visit
        .act_once(nowhere(), fields.token(), move |tx, token| {
            news(tx, &Author { token, ..who.clone() }, id, (over, hours, &words))
        })
        .await;
    finish(&visit, fields, Some(id), done).await
}

async fn finish(
    visit: &Visit,
    mut fields: Fields,
    about: Option<ActId>,
    done: Result<lianxin_journal::Receipt, Trouble>,
) -> Result<Response, Trouble> {
    match done {
        Ok(_) => Ok(visit.to("/happening")),
        Err(trouble) => {
            fields.absorb(trouble)?;
            show(visit, &fields, about).await
        }
    }
}

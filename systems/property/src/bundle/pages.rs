//! `/votes/{vote}/papers-file`: the papers of all households as one file is begun, watched, stopped, gone on with and fetched.
//! Without scripts the page looks again by itself while it is at work.

use super::kept::{self, Held, Order};
use super::work::{EACH, JOB};
use crate::assembly::pages::{on, own, under};
use crate::assembly::store::Vote;
use crate::caps;
use crate::conflict;
use crate::delivery::rules::goes_out;
use crate::say::when;
use crate::sheets::ballots::Papers;
use crate::texts::{L10nLanguage, t};
use askama::Template;
use axum::extract::{Path, Query};
use axum::http::HeaderValue;
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse as _, Response};
use lianxin_base::Refuse as _;
use lianxin_gate::Gate;
use lianxin_paper::press::{self, NotSet};
use lianxin_web::components::{Back, Choice, Choices, ErrorSummary, Link, Look, Notice, NoticeKind};
use lianxin_web::icons::Icon;
use lianxin_web::shell::Kind;
use lianxin_web::{Fields, Route, Trouble, Visit};
use lianxin_work::{Job, JobState};
use serde::Deserialize;
use std::path::PathBuf;

const PAGE: &str = "papers-file";

/// The routes of the file.
pub(crate) fn routes() -> Vec<Route> {
    vec![
        Route::get("/votes/{vote}/papers-file", Gate::Can(caps::ENTER), page),
        Route::post("/votes/{vote}/papers-file", Gate::Can(caps::ENTER), begin),
        Route::post("/votes/{vote}/papers-file/stop", Gate::Can(caps::ENTER), stop),
        Route::post("/votes/{vote}/papers-file/resume", Gate::Can(caps::ENTER), resume),
        Route::get("/votes/{vote}/papers-file/file", Gate::Can(caps::ENTER), file),
    ]
}

/// What the address says.
#[derive(Deserialize, Default)]
struct Asked {
    #[serde(default)]
    said: String,
}

#[derive(Template)]
#[template(path = "papers_file.html")]
struct View {
    t: &'static L10nLanguage,
    back: Back<'static>,
    title: String,
    said: Option<Notice<'static>>,
    summary: Option<ErrorSummary<'static>>,
    /// How far it is.
    state: Option<Notice<'static>>,
    what: Option<String>,
    download: Option<Link<'static>>,
    stop: bool,
    resume: bool,
    /// Ticks, the button, and whether it is what to do here.
    form: Option<(Choices<'static>, String, bool)>,
    /// The sheets as a page, for any printer.
    print: Link<'static>,
    action: String,
    csrf: String,
}

/// What the page shows.
#[derive(Clone)]
struct Seen {
    held: Option<(Held, Option<Job>)>,
    households: u32,
}

fn place(visit: &Visit, v: &Vote) -> Option<PathBuf> {
    visit.house.drafts().map(|drafts| kept::folder(drafts, v.id))
}

/// Only while papers go out, and only for who is no party.
async fn seen(visit: &Visit, v: &Vote) -> Result<Seen, Trouble> {
    let (at, by, now, lang, place) = (v.clone(), visit.by(), visit.now(), visit.lang, place(visit, v));
    let found = visit.read(move |r| {
        conflict::clear(r, &at, by, now.day())?;
        goes_out(at.state, now, at.closes)?;
        let households = Papers::of(r, &at, lang)?.numbers("").len();
        let held = place.as_deref().and_then(|folder| kept::held(folder, now));
        let job = match held.as_ref().and_then(|held| held.job) {
            Some(id) => lianxin_work::job(r, id)?.filter(|job| job.kind == JOB),
            None => None,
        };
        Ok(Seen { held: held.map(|held| (held, job)), households: u32::try_from(households).unwrap_or(u32::MAX) })
    });
    found.await
}

/// `GET /votes/{vote}/papers-file`
async fn page(visit: Visit, Path(vote): Path<String>, Query(asked): Query<Asked>) -> Result<Response, Trouble> {
    let v = own(&visit, &vote).await?;
    show(&visit, &v, &asked.said, &Fields::empty(visit.lang)).await
}

async fn show(visit: &Visit, v: &Vote, said: &str, fields: &Fields) -> Result<Response, Trouble> {
    let seen = seen(visit, v).await?;
    let t = t(visit.lang);
    let job = seen.held.as_ref().and_then(|(_, job)| job.as_ref());
    let running = job.is_some_and(|job| matches!(job.state, JobState::Waiting | JobState::Running));
    let stopped = job.is_some_and(|job| matches!(job.state, JobState::Stopped | JobState::Failed));
    let done = seen.held.as_ref().is_some_and(|(held, _)| held.done);
    let absent = visit.house.press().is_none() || visit.house.drafts().is_none();
    let view = View {
        t,
        back: Back::new(under(v.id, "desk"), t.msg_desk()),
        title: v.title.clone(),
        said: (said == "stopping").then(|| Notice::new(NoticeKind::Ok, t.msg_bundle_stopping())),
        summary: (!fields.good()).then(|| fields.summary()),
        state: match (&seen.held, absent) {
            (Some((held, job)), _) => Some(state(visit, held, job.as_ref())),
            (None, true) => Some(Notice::new(NoticeKind::Warn, NotSet::Absent.say(visit.lang))),
            (None, false) => None,
        },
        what: seen.held.as_ref().map(|(held, _)| what(visit, &held.order)),
        download: done.then(|| {
            let url = format!("{}/file", under(v.id, PAGE));
            Link::new(url, t.msg_bundle_fetch()).icon(Icon::Download)
        }),
        stop: running,
        resume: stopped,
        form: (!running && !absent).then(|| form(visit, &seen, done || stopped, fields)),
        print: Link::new(under(v.id, "ballots"), t.msg_ballots_print()).icon(Icon::Printer),
        action: under(v.id, PAGE),
        csrf: visit.token().to_owned(),
    };
    let title = t.msg_bundle();
    let page = visit.page(&title, Kind::Desk);
    let mut response = if fields.good() { page } else { page.wrong() }.view(&view);
    if running {
        response.headers_mut().insert("refresh", HeaderValue::from_static("2"));
    }
    Ok(response)
}

fn state(visit: &Visit, held: &Held, job: Option<&Job>) -> Notice<'static> {
    let t = t(visit.lang);
    let all = held.order.households;
    if held.done {
        return Notice::new(NoticeKind::Ok, t.msg_bundle_done(all, when(visit.lang, held.order.began(), visit.now())));
    }
    let Some(job) = job else { return Notice::new(NoticeKind::Info, t.msg_bundle_working(0_u32, all)) };
    let set = (job.step * EACH).min(all);
    match job.state {
        JobState::Waiting | JobState::Running if set == all => Notice::new(NoticeKind::Info, t.msg_bundle_joining(all)),
        JobState::Waiting | JobState::Running => Notice::new(NoticeKind::Info, t.msg_bundle_working(set, all)),
        JobState::Stopped => Notice::new(NoticeKind::Warn, t.msg_bundle_stopped(set, all)),
        JobState::Failed | JobState::Done => {
            // The code of what the press said; anything else is ours to mend.
            let known = NotSet::all().into_iter().find(|no| job.note.as_deref() == Some(no.code()));
            let why = known.map(|no| no.say(visit.lang)).unwrap_or_default();
            Notice::new(NoticeKind::Warn, t.msg_bundle_failed(set, all, why))
        }
    }
}

/// What is in it.
fn what(visit: &Visit, order: &Order) -> String {
    let t = t(visit.lang);
    match (order.notice, order.delivery) {
        (true, true) => t.msg_bundle_has_all(),
        (true, false) => t.msg_bundle_has_notice(),
        (false, true) => t.msg_bundle_has_delivery(),
        (false, false) => t.msg_bundle_has_papers(),
    }
}

fn form(visit: &Visit, seen: &Seen, again: bool, fields: &Fields) -> (Choices<'static>, String, bool) {
    let (lang, t) = (visit.lang, t(visit.lang));
    let ticks = Choices::new(lang, Look::Checks, "with", t.msg_bundle_with())
        .item(Choice::new("notice", t.msg_bundle_notice()))
        .item(Choice::new("delivery", t.msg_bundle_delivery()));
    let ticks = fields.all("with").fold(ticks, |ticks, value| ticks.chosen(value.to_owned()));
    let go = if again { t.msg_bundle_again(seen.households) } else { t.msg_bundle_go(seen.households) };
    (ticks, go, !again)
}

/// `POST /votes/{vote}/papers-file`
async fn begin(visit: Visit, Path(vote): Path<String>, mut fields: Fields) -> Result<Response, Trouble> {
    let v = own(&visit, &vote).await?;
    let seen = seen(&visit, &v).await?;
    let Some(folder) = place(&visit, &v).filter(|_| visit.house.press().is_some()) else {
        fields.refuse(&NotSet::Absent);
        return show(&visit, &v, "", &fields).await;
    };
    let ticked = |name: &str| fields.all("with").any(|value| value == name);
    let order = Order {
        vote: v.id.to_string(),
        lang: visit.lang.tag().to_owned(),
        origin: visit.house.settings().origin.to_string(),
        note: visit.demo_note(),
        notice: ticked("notice"),
        delivery: ticked("delivery"),
        households: seen.households,
        at: visit.now().micros(),
    };
    let (at, drafts, now) = (folder.clone(), visit.house.drafts().map(PathBuf::from), visit.now());
    let begun = visit.read(move |r| {
        if let Some(drafts) = &drafts {
            kept::sweep(drafts, now);
        }
        let named = match kept::held(&at, now).and_then(|held| held.job) {
            Some(id) => lianxin_work::job(r, id)?,
            None => None,
        };
        let busy = |job: &Job| matches!(job.state, JobState::Waiting | JobState::Running);
        // What somebody else began between the two looks is at work, too.
        kept::begin(&at, &order, |id| Ok(named.as_ref().is_none_or(|job| job.id != id || busy(job))))
    });
    match begun.await {
        Ok(()) => {}
        Err(trouble) => {
            fields.absorb(trouble)?;
            return show(&visit, &v, "", &fields).await;
        }
    }
    let by = visit.seat().map(|s| s.seat.to_string()).unwrap_or_default();
    let job = visit.house.jobs().start(JOB, v.area, &folder.to_string_lossy(), by).await?;
    visit.read(move |_| kept::name(&folder, job)).await?;
    Ok(visit.to(&under(v.id, PAGE)))
}

/// The job that makes it.
async fn job_of(visit: &Visit, v: &Vote) -> Result<Job, Trouble> {
    seen(visit, v).await?.held.and_then(|(_, job)| job).ok_or(Trouble::NotFound)
}

/// `POST /votes/{vote}/papers-file/stop`: after the households it is at.
async fn stop(visit: Visit, Path(vote): Path<String>, _: Fields) -> Result<Response, Trouble> {
    let v = own(&visit, &vote).await?;
    let job = job_of(&visit, &v).await?;
    if matches!(job.state, JobState::Waiting | JobState::Running) {
        visit.house.jobs().stop(job.id).await?;
    }
    Ok(on(&visit, &under(v.id, PAGE), "stopping"))
}

/// `POST /votes/{vote}/papers-file/resume`
async fn resume(visit: Visit, Path(vote): Path<String>, _: Fields) -> Result<Response, Trouble> {
    let v = own(&visit, &vote).await?;
    let job = job_of(&visit, &v).await?;
    if matches!(job.state, JobState::Stopped | JobState::Failed) {
        visit.house.jobs().resume(job.id).await?;
    }
    Ok(visit.to(&under(v.id, PAGE)))
}

/// `GET /votes/{vote}/papers-file/file`
async fn file(visit: Visit, Path(vote): Path<String>) -> Result<Response, Trouble> {
    let v = own(&visit, &vote).await?;
    let seen = seen(&visit, &v).await?;
    let done = seen.held.is_some_and(|(held, _)| held.done);
    let folder = place(&visit, &v).filter(|_| done).ok_or(Trouble::NotFound)?;
    let bytes = visit.read(move |_| kept::file(&folder)).await?;
    let headers = [
        (CONTENT_TYPE, press::PDF),
        (CACHE_CONTROL, "no-store"),
        (CONTENT_DISPOSITION, "attachment; filename=\"papers.pdf\""),
    ];
    Ok((headers.map(|(name, value)| (name, HeaderValue::from_static(value))), bytes).into_response())
}

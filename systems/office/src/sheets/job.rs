use super::{URL, workbook};
use crate::Office;
use crate::import::{self, ENTER, Outcome, Refusal, Staged, TRY, kind, outcome, reading};
use crate::texts::{L10nLanguage, t};
use askama::Template;
use axum::extract::Path;
use axum::http::HeaderValue;
use axum::response::Response;
use lianxin_base::{JobId, Lang};
use lianxin_store::{Read, Stop};
use lianxin_web::components::{Back, Facts, Link, Notice, NoticeKind, Text};
use lianxin_web::icons::Icon;
use lianxin_web::shell::Kind;
use lianxin_web::{Fields, Trouble, Visit};
use lianxin_work::{Job, JobState};
use std::path::{Path as File, PathBuf};

/// So many rows are shown; all of them stand in the workbook that goes back.
const SHOWN: usize = 40;
/// The file in a staged folder that says which job enters it.
const ENTERING: &str = "entering";

/// One row of the sheet and what is to be said of it.
struct Said {
    row: String,
    what: String,
}

#[derive(Template)]
#[template(path = "sheet.html")]
struct View<'a> {
    t: &'static L10nLanguage,
    csrf: &'a str,
    back: Back<'a>,
    url: String,
    name: String,
    notice: Notice<'a>,
    facts: Option<Facts<'a>>,
    faults: Vec<Said>,
    more: String,
    download: Option<Link<'a>>,
    review: Vec<Said>,
    /// What can be done: enter, stop, resume, put away.
    enter: String,
    stop: bool,
    resume: bool,
    away: String,
}

/// Whose jobs somebody sees.
pub(super) fn mine(visit: &Visit) -> String {
    visit.seat().map(|s| s.seat.to_string()).unwrap_or_default()
}

/// A job of one's own.
async fn found(visit: &Visit, id: &str) -> Result<Job, Trouble> {
    let (id, mine): (JobId, String) = (id.parse().map_err(|_| Trouble::NotFound)?, mine(visit));
    let job = visit.read(move |r| Ok(lianxin_work::job(r, id)?)).await?;
    let own = |j: &Job| !mine.is_empty() && j.by == mine && [TRY, ENTER].contains(&j.kind.as_str());
    job.filter(own).ok_or(Trouble::NotFound)
}

/// `GET /sheets/{job}`: how far it is, and what came of it.
pub(crate) async fn one(office: Office, visit: Visit, id: Path<String>) -> Result<Response, Trouble> {
    let job = found(&visit, &id.0).await?;
    let folder = PathBuf::from(&job.input);
    let really = job.kind == ENTER;
    let (staged, outcome) = visit.read(move |_| look(&folder, really)).await?;
    let running = matches!(job.state, JobState::Waiting | JobState::Running);
    let what = kind(&office.imports, &staged.kind).map(|i| (i.name)(visit.lang)).unwrap_or_default();
    let view = view(&visit, what, &job, &staged, &outcome);
    let title = staged.name.clone();
    let mut response = visit.page(&title, Kind::Desk).view(&view);
    if running {
        response.headers_mut().insert("refresh", HeaderValue::from_static("2"));
    }
    Ok(response)
}

/// On the reader's thread, which may wait for the disk.
fn look(folder: &File, really: bool) -> Result<(Staged, Outcome), Stop> {
    Ok((Staged::of(folder)?, outcome(folder, import::noted(really))?))
}

fn view<'a>(visit: &'a Visit, what: String, job: &Job, staged: &Staged, out: &Outcome) -> View<'a> {
    let (lang, t) = (visit.lang, t(visit.lang));
    let (done, tried) = (job.state == JobState::Done, job.kind == TRY);
    let stopped = matches!(job.state, JobState::Stopped | JobState::Failed);
    let url = format!("{URL}/{}", job.id);
    let many = out.all.faults.len();
    let some = staged.groups > out.out && !(tried && out.all.did_nothing());
    let enter = match (done && tried && some, out.out) {
        (false, _) => String::new(),
        (true, 0) if many == 0 => t.msg_sheet_enter(),
        (true, _) => t.msg_sheet_enter_rest(),
    };
    View {
        t,
        csrf: visit.token(),
        back: Back::new(URL, t.msg_sheets_title()),
        notice: notice(lang, job, out),
        facts: done.then(|| facts(lang, what, staged, out, tried)),
        faults: said(lang, if done { &out.all.faults } else { &[] }),
        more: if done && many > SHOWN { t.msg_sheet_more(many - SHOWN) } else { String::new() },
        download: (done && many > 0)
            .then(|| Link::new(format!("{url}/faults"), t.msg_sheet_back()).icon(Icon::Download)),
        review: said(lang, if done { &out.all.review } else { &[] }),
        enter,
        stop: matches!(job.state, JobState::Waiting | JobState::Running),
        resume: stopped,
        away: match (done, tried) {
            (true, false) => t.msg_sheet_away(),
            (true, true) | (false, _) if done || stopped => t.msg_sheet_give_up(),
            _ => String::new(),
        },
        name: staged.name.clone(),
        url,
    }
}

fn notice(lang: Lang, job: &Job, out: &Outcome) -> Notice<'static> {
    let t = t(lang);
    let (step, of, tried) = (job.step, job.of.unwrap_or(job.step), job.kind == TRY);
    let many = out.all.faults.len();
    match job.state {
        JobState::Waiting | JobState::Running if tried => Notice::new(NoticeKind::Info, t.msg_sheet_trying(step, of)),
        JobState::Waiting | JobState::Running => Notice::new(NoticeKind::Info, t.msg_sheet_entering(step, of)),
        JobState::Stopped => Notice::new(NoticeKind::Warn, t.msg_sheet_stopped(step, of)),
        JobState::Failed => Notice::new(NoticeKind::Warn, t.msg_sheet_failed(step, of)),
        JobState::Done if many > 0 && tried => Notice::new(NoticeKind::Warn, t.msg_sheet_faults(many)),
        JobState::Done if many > 0 => Notice::new(NoticeKind::Warn, t.msg_sheet_entered_but(many)),
        JobState::Done if out.all.did_nothing() => Notice::new(NoticeKind::Ok, t.msg_sheet_nothing()),
        JobState::Done if tried => Notice::new(NoticeKind::Ok, t.msg_sheet_good()),
        JobState::Done => Notice::new(NoticeKind::Ok, t.msg_sheet_entered()),
    }
}

fn facts(lang: Lang, what: String, staged: &Staged, out: &Outcome, tried: bool) -> Facts<'static> {
    let t = t(lang);
    let mut items: Vec<(Text<'static>, Text<'static>)> =
        vec![(t.msg_sheet_what().into(), what.into()), (t.msg_sheet_lines().into(), staged.lines.to_string().into())];
    let counts = out.all.counts.iter().filter(|(_, n)| **n > 0);
    let count =
        |(what, n): (&String, &u32)| if lang == Lang::Zh { format!("{n} {what}") } else { format!("{what}: {n}") };
    let counts: Vec<String> = counts.map(count).collect();
    let notes = &staged.notes;
    let mut more = |name: String, value: String| {
        if !value.is_empty() && value != "0" {
            items.push((name.into(), value.into()));
        }
    };
    more(
        if tried { t.msg_sheet_can() } else { t.msg_sheet_has() },
        counts.join(if lang == Lang::Zh { "、" } else { "; " }),
    );
    more(t.msg_sheet_totals(), notes.totals.to_string());
    more(t.msg_sheet_filled(), notes.filled.to_string());
    more(t.msg_sheet_dropped(), notes.dropped.join("、"));
    more(t.msg_sheet_unused(), notes.unused.join("、"));
    Facts { items }
}

fn said(lang: Lang, all: &[(u32, String)]) -> Vec<Said> {
    let one = |(row, what): &(u32, String)| Said { row: t(lang).msg_sheet_row(*row), what: what.clone() };
    all.iter().take(SHOWN).map(one).collect()
}

/// `GET /sheets/{job}/faults`: the sheet that goes back.
pub(crate) async fn faults(visit: Visit, id: Path<String>) -> Result<Response, Trouble> {
    let job = found(&visit, &id.0).await?;
    let (folder, really) = (PathBuf::from(&job.input), job.kind == ENTER);
    let (name, bytes) = visit
        .read(move |_| {
            let (staged, outcome) = look(&folder, really)?;
            Ok((staged.name, reading(&folder, &outcome)?))
        })
        .await?;
    let stem = name.rsplit_once('.').map_or(name.as_str(), |(stem, _)| stem);
    Ok(workbook(&format!("{stem}.错误.xlsx"), bytes))
}

/// `POST /sheets/{job}/enter`: what was tried is entered. Pressed twice, it is entered by one job.
pub(crate) async fn enter(visit: Visit, id: Path<String>, _: Fields) -> Result<Response, Trouble> {
    let job = found(&visit, &id.0).await?;
    if job.kind != TRY || job.state != JobState::Done {
        return Ok(visit.to(&format!("{URL}/{}", job.id)));
    }
    let mark = PathBuf::from(&job.input).join(ENTERING);
    if let Ok(there) = std::fs::read_to_string(&mark) {
        return Ok(visit.to(&format!("{URL}/{there}")));
    }
    let new = visit.house.jobs().start(ENTER, job.area, &job.input, mine(&visit)).await?;
    std::fs::write(&mark, new.to_string()).map_err(|_| Trouble::refused(Refusal::Gone))?;
    Ok(visit.to(&format!("{URL}/{new}")))
}

/// `POST /sheets/{job}/stop`
pub(crate) async fn stop(visit: Visit, id: Path<String>, _: Fields) -> Result<Response, Trouble> {
    let job = found(&visit, &id.0).await?;
    visit.house.jobs().stop(job.id).await?;
    Ok(visit.to(&format!("{URL}/{}", job.id)))
}

/// `POST /sheets/{job}/resume`
pub(crate) async fn resume(visit: Visit, id: Path<String>, _: Fields) -> Result<Response, Trouble> {
    let job = found(&visit, &id.0).await?;
    visit.house.jobs().resume(job.id).await?;
    Ok(visit.to(&format!("{URL}/{}", job.id)))
}

/// `POST /sheets/{job}/forget`: what is staged is removed.
pub(crate) async fn forget(visit: Visit, id: Path<String>, _: Fields) -> Result<Response, Trouble> {
    let job = found(&visit, &id.0).await?;
    if matches!(job.state, JobState::Waiting | JobState::Running) {
        visit.house.jobs().stop(job.id).await?;
    }
    let folder = PathBuf::from(&job.input);
    let gone = move |_: &mut Read<'_>| {
        import::forget(&folder);
        Ok(())
    };
    visit.read(gone).await?;
    Ok(visit.to(URL))
}

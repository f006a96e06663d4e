//! The long work: so many households a step, then all of them joined.

use super::kept::{self, Order};
use crate::assembly::store::{self as votes, Vote};
use crate::delivery::print::Register;
use crate::refusal_votes::Refusal;
use crate::roll::Line;
use crate::sheets::ballots::Papers;
use crate::sheets::hung::notice_html;
use lianxin_base::{ActId, Lang, Moment};
use lianxin_paper::join;
use lianxin_paper::press::{NotSet, Paper};
use lianxin_store::{Db, Fault, Read, Stop};
use lianxin_web::Origin;
use lianxin_work::{Job, JobKind, Step};
use std::collections::BTreeSet;
use std::path::Path;

/// The kind of this job.
pub const JOB: &str = "property.papers";
/// So many households a step: the press takes half a second to begin, and a step is what a stop waits for.
pub(super) const EACH: u32 = 50;
/// Sets papers as one PDF.
pub type Set = fn(&[Paper<'_>]) -> Result<Vec<u8>, NotSet>;

/// The job as a program has it: its own way to the press.
pub const fn job_kind(step: fn(&Db, &Step<'_>) -> Result<(), Stop>) -> JobKind {
    JobKind { kind: JOB, steps, step }
}

/// How many steps: the parts, and joining them.
///
/// # Errors
/// What was asked for is gone.
pub fn steps(_: &Db, job: &Job) -> Result<u32, Stop> {
    Ok(kept::order(Path::new(&job.input))?.households.div_ceil(EACH) + 1)
}

/// Does one step; one that is done already does nothing.
///
/// # Errors
/// What was asked for is gone, the press refuses, the disk is full.
pub fn step(db: &Db, step: &Step<'_>, set: Set) -> Result<(), Stop> {
    let folder = Path::new(&step.job.input);
    let order = kept::order(folder)?;
    let parts = step.of - 1;
    if step.step == parts {
        let file = join(&kept::parts(folder, parts)?).ok_or(NotSet::Failed)?;
        return kept::finish(folder, parts, &file);
    }
    if kept::has(folder, step.step) {
        return Ok(());
    }
    let now = db.clock().now();
    let sheets = {
        let (order, n) = (order.clone(), step.step);
        db.read_wait(move |r| drawn(r, &order, n, now))?
    };
    let lang = order.lang();
    let papers: Vec<Paper<'_>> =
        sheets.iter().map(|(title, html)| Paper::sheet(lang, title, html).note(order.note.clone())).collect();
    match set(&papers) {
        Ok(bytes) => kept::put(folder, step.step, &bytes),
        // Others are at the press just now: this passes.
        Err(NotSet::Busy) => Err(Fault::Busy("the press".into()).into()),
        Err(why) => Err(why.into()),
    }
}

/// The sheets of a step: title and HTML, each beginning a page.
fn drawn(r: &mut Read<'_>, order: &Order, n: u32, now: Moment) -> Result<Vec<(String, String)>, Stop> {
    let vote: ActId = order.vote.parse().map_err(|_| Refusal::BundleGone)?;
    let v = votes::one(r, vote)?.ok_or(Refusal::BundleGone)?;
    let origin: Origin = order.origin.parse().map_err(|_| Fault::bug("the office has no address"))?;
    let at = (order.lang(), now);
    let papers = Papers::of(r, &v, at.0)?;
    let all = papers.numbers("");
    let (from, to) = (n * EACH, (n + 1) * EACH);
    let here = |n: u32| all.get((n as usize).min(all.len())..).unwrap_or_default();
    let chunk = &here(from)[..here(from).len() - here(to).len()];
    // A building begins with its first household.
    let mut begun: BTreeSet<&str> = all[..all.len() - here(from).len()].iter().filter_map(|h| house(h)).collect();
    let register = if order.delivery { Some(Register::of(r, v.id)?) } else { None };
    let notice = if order.notice { Some(notice_of(r, at.0, &v, &origin)?) } else { None };
    let mut sheets = Vec::new();
    for household in chunk {
        if let Some(house) = house(household).filter(|house| begun.insert(house))
            && let Some(register) = &register
        {
            sheets.push((v.title.clone(), register.html(at, &v, &papers.lines, house).0));
        }
        sheets.extend(notice.iter().map(|html| (v.title.clone(), html.clone())));
        sheets.push((v.title.clone(), papers.html(at.0, &v, &origin, std::slice::from_ref(household)).0));
    }
    Ok(sheets)
}

fn notice_of(r: &mut Read<'_>, lang: Lang, v: &Vote, origin: &Origin) -> Result<String, Stop> {
    let matters = votes::matters(r, v.id)?;
    Ok(notice_html(lang, v, &matters, origin).0)
}

fn house<'a>((_, doors): &(i64, Vec<&'a Line>)) -> Option<&'a str> {
    doors.first().map(|l| l.house.as_str())
}

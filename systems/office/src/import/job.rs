//! A staged workbook as long work: a group a step, tried or entered.

use super::stage::{Staged, get, group, note, put};
use super::{kind, refusal::Refusal};
use lianxin_base::{ActId, JobId};
use lianxin_paper::{Entered, Import};
use lianxin_store::{Db, Fault, Stop, Tx};
use lianxin_work::{Job, Step};
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

/// The kind of the job that tries a workbook: what it enters it takes back.
pub const TRY: &str = "office.try";
/// The kind of the job that enters it.
pub const ENTER: &str = "office.import";

/// How many groups a staged workbook has. The job's input is the folder it is staged in.
///
/// # Errors
/// It is gone.
pub fn steps(_: &Db, job: &Job) -> Result<u32, Stop> {
    Ok(Staged::of(&PathBuf::from(&job.input))?.groups)
}

/// Tries a group.
///
/// # Errors
/// It is gone, or something broke.
pub fn try_step(all: &[Import], db: &Db, step: &Step<'_>) -> Result<(), Stop> {
    run(all, db, step, false)
}

/// Enters a group, all of it or, if a row of it has a fault, nothing.
///
/// # Errors
/// It is gone, or something broke.
pub fn enter_step(all: &[Import], db: &Db, step: &Step<'_>) -> Result<(), Stop> {
    run(all, db, step, true)
}

fn run(all: &[Import], db: &Db, step: &Step<'_>, really: bool) -> Result<(), Stop> {
    let folder = PathBuf::from(&step.job.input);
    let staged = Staged::of(&folder)?;
    let import = kind(all, &staged.kind).ok_or_else(|| Fault::bug("no such kind of sheet"))?;
    let (asked, lines) = group(&folder, &staged, step.step)?;
    if let Some(entered) = entered_before(&folder, db, step, really)? {
        return note(&folder, step_kind(really), step.step, &entered);
    }
    let (area, enter) = (asked.area, import.enter);
    let sure = Sure { path: sure_path(&folder, step), job: step.job.id };
    let slot: Arc<Mutex<Entered>> = Arc::default();
    let told = Arc::clone(&slot);
    let done = db.act_wait(area, move |tx| {
        let before = lianxin_journal::length(tx)?;
        let entered = enter(tx, &asked, &lines)?;
        let back = !really || !entered.faults.is_empty();
        if !back {
            sure.write(tx, before, &entered)?;
        }
        *told.lock().unwrap_or_else(PoisonError::into_inner) = entered;
        // A refusal takes back what this command wrote and nothing else.
        if back { Err(Refusal::TakenBack.into()) } else { Ok(()) }
    });
    match done {
        Err(Stop::Refused(no)) if no.code() == lianxin_base::Refuse::code(&Refusal::TakenBack) => {}
        other => other?,
    }
    let mut entered = slot.lock().unwrap_or_else(PoisonError::into_inner).clone();
    if !entered.faults.is_empty() {
        entered.counts.clear(); // none of it stays, or would
    }
    note(&folder, step_kind(really), step.step, &entered)
}

/// What a group enters is written down before it is on disk, with the act by which one can tell whether it was: killed
/// between the two, the count is still right. Entered again because the first time came to nothing, it is written anew.
struct Sure {
    path: PathBuf,
    job: JobId,
}

#[derive(Serialize, Deserialize)]
struct Written {
    job: String,
    act: String,
    entered: Entered,
}

fn sure_path(folder: &Path, step: &Step<'_>) -> PathBuf {
    folder.join(format!("sure{}", step.step))
}

impl Sure {
    fn write(&self, tx: &mut Tx<'_>, before: i64, entered: &Entered) -> Result<(), Stop> {
        let after = lianxin_journal::length(tx)?;
        let Some(last) = lianxin_journal::entries(tx, after, 1)?.pop().filter(|_| after > before) else {
            return Ok(());
        };
        let (job, act, entered) = (self.job.to_string(), last.act.to_string(), entered.clone());
        put(&self.path, &Written { job, act, entered })
    }
}

/// What this job has entered of a group, if it was killed before it could note that.
fn entered_before(folder: &Path, db: &Db, step: &Step<'_>, really: bool) -> Result<Option<Entered>, Stop> {
    let path = sure_path(folder, step);
    if !really || !path.exists() {
        return Ok(None);
    }
    let written: Written = get(&path)?;
    let act: ActId = written.act.parse().map_err(|_| Fault::Damaged("a staged group names no act".into()))?;
    let ours = written.job == step.job.id.to_string();
    let there = ours && db.read_wait(move |r| Ok(lianxin_journal::receipt(r, act)?))?.is_some();
    Ok(there.then_some(written.entered))
}

/// How the notes of tried and of entered groups are called.
pub(crate) const fn step_kind(really: bool) -> &'static str {
    if really { "enter" } else { "try" }
}

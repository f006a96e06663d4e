//! A staged workbook as long work: a group a step, tried or entered.

use super::stage::{Staged, group, note};
use super::{kind, refusal::Refusal};
use lianxin_paper::{Entered, Import};
use lianxin_store::{Db, Fault, Stop};
use lianxin_work::{Job, Step};
use std::path::PathBuf;
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
    let (area, enter) = (asked.area, import.enter);
    let slot: Arc<Mutex<Entered>> = Arc::default();
    let told = Arc::clone(&slot);
    let done = db.act_wait(area, move |tx| {
        let entered = enter(tx, &asked, &lines)?;
        let back = !really || !entered.faults.is_empty();
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

/// How the notes of tried and of entered groups are called.
pub(crate) const fn step_kind(really: bool) -> &'static str {
    if really { "enter" } else { "try" }
}

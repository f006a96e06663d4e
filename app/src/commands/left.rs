//! An import that was left half way is gone on with, so that what it says in the end is about all of it.

use super::import::progress;
use super::{Sentence, say};
use lianxin_office::import::{ENTER, Outcome, Staged, outcome};
use lianxin_store::{Db, Stop};
use lianxin_work::{Job, JobState, Jobs, job, recent};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// So many of the newest jobs are looked through.
const LOOKED: u32 = 60;
/// Somebody else's job that has not moved for so many looks, a second apart, is nobody's: a killed process holds a job
/// for another fifteen seconds.
const PATIENCE: u32 = 25;

/// Goes on with the import of this mark that is not done, if there is one; gives its folder and what came of it.
pub(super) fn resumed(db: &Db, jobs: &Jobs, mark: &str, dry_run: bool) -> Result<Option<(PathBuf, Outcome)>, Sentence> {
    if dry_run {
        return Ok(None);
    }
    let all = db.read_wait(|r| Ok(recent(r, LOOKED)?))?;
    let Some((left, folder)) = all.into_iter().find_map(|job| ours(job, mark)) else { return Ok(None) };
    say("接着上回没办完的。");
    if matches!(left.state, JobState::Stopped | JobState::Failed) {
        jobs.resume_wait(left.id)?;
    }
    let mut seen = (left.step, 0);
    while seen.1 < PATIENCE {
        match jobs.run_to_end(left.id, &mut progress("导入")) {
            Ok(ended) if ended.state == JobState::Done => return Ok(told(&folder)),
            Err(Stop::Refused(no)) if no.code() == "work.job_held" => {}
            Ok(_) => return Err(Sentence("导入停下了，已经导入的都在；再运行一次会接着办，不会重复。".into())),
            Err(why) => return Err(why.into()),
        }
        std::thread::sleep(Duration::from_secs(1));
        let id = left.id;
        let step = db.read_wait(move |r| Ok(job(r, id)?))?.map_or(0, |j| j.step);
        seen = if step == seen.0 { (step, seen.1 + 1) } else { (step, 0) };
    }
    Ok(None)
}

/// Whoever did it to its end may have put it away: then it is entered anew, which does nothing twice.
fn told(folder: &Path) -> Option<(PathBuf, Outcome)> {
    Some((folder.to_owned(), outcome(folder, "enter").ok()?))
}

fn ours(job: Job, mark: &str) -> Option<(Job, PathBuf)> {
    let folder = PathBuf::from(&job.input);
    let open = job.kind == ENTER && job.state != JobState::Done && job.by == "office";
    let same = open && Staged::of(&folder).is_ok_and(|staged| staged.mark == mark);
    same.then_some((job, folder))
}

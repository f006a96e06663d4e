//! Where a file lies while it is made, and for a day after: a folder a vote, below the drafts of the office. In it what was
//! asked for, the job that makes it, the parts that are done, and in the end the file.

use crate::refusal_votes::Refusal;
use lianxin_base::{ActId, Day, JobId, Lang, Moment};
use lianxin_store::{Fault, Stop, private};
use serde::{Deserialize, Serialize};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

/// So long a finished file lies there, in days; made again it takes seconds.
const DAYS: i32 = 1;
/// Somebody who began and whose job has no name yet is at it; longer than this nobody is.
const BEGINNING: i64 = 60 * lianxin_base::SECOND;
const NAME: &str = "papers-";

/// What was asked for.
#[derive(Clone, Debug, Serialize, Deserialize, PartialEq, Eq)]
pub struct Order {
    /// The vote.
    pub vote: String,
    /// In which language.
    pub lang: String,
    /// The address of the office, for the codes.
    pub origin: String,
    /// What stands above every page: that the data are invented.
    pub note: Option<String>,
    /// Each household gets the notice, too.
    pub notice: bool,
    /// Before each building comes its delivery sheet.
    pub delivery: bool,
    /// How many households.
    pub households: u32,
    /// When it was begun.
    pub at: i64,
}

impl Order {
    pub(super) fn lang(&self) -> Lang {
        Lang::from_tag(&self.lang).unwrap_or_default()
    }
    pub(super) fn began(&self) -> Moment {
        Moment::from_micros(self.at)
    }
}

/// What lies there for a vote.
#[derive(Clone, Debug)]
pub(super) struct Held {
    pub(super) order: Order,
    pub(super) job: Option<JobId>,
    pub(super) done: bool,
}

fn broke(e: std::io::Error) -> Stop {
    Fault::Full(e.to_string()).into()
}

/// The folder of a vote.
pub(super) fn folder(drafts: &Path, vote: ActId) -> PathBuf {
    drafts.join(format!("{NAME}{vote}"))
}

/// What was asked for.
///
/// # Errors
/// It was put away meanwhile.
pub(super) fn order(folder: &Path) -> Result<Order, Stop> {
    let text = fs::read(folder.join("order")).map_err(|_| Stop::from(Refusal::BundleGone))?;
    serde_json::from_slice(&text).map_err(|e| Fault::Damaged(e.to_string()).into())
}

/// What lies there; nothing where nobody began, or longer ago than a day.
pub(super) fn held(folder: &Path, now: Moment) -> Option<Held> {
    let order = order(folder).ok().filter(|order| !old(order, now.day()))?;
    let job = fs::read_to_string(folder.join("job")).ok().and_then(|id| id.parse().ok());
    Some(Held { order, job, done: folder.join("papers.pdf").exists() })
}

fn old(order: &Order, today: Day) -> bool {
    order.began().day().plus(DAYS) < today
}

/// Clears the place for a new file; `at_work` says whether the job that is named there still is.
///
/// # Errors
/// One is being made.
pub(super) fn begin(folder: &Path, order: &Order, at_work: impl Fn(JobId) -> Result<bool, Stop>) -> Result<(), Stop> {
    // Two who press at once: the second finds what the first wrote.
    static ONE: Mutex<()> = Mutex::new(());
    let _one = ONE.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(there) = held(folder, order.began()) {
        let busy = match there.job {
            Some(job) => at_work(job)?,
            None => order.at - there.order.at < BEGINNING,
        };
        if busy {
            return Err(Refusal::BundleRuns.into());
        }
    }
    fs::remove_dir_all(folder).ok(); // there may be none
    private::folder(folder).map_err(broke)?;
    let text = serde_json::to_string(order).map_err(|e| Fault::bug(e.to_string()))?;
    private::whole(&folder.join("order"), &text).map_err(broke)
}

/// Names the job that makes it.
pub(super) fn name(folder: &Path, job: JobId) -> Result<(), Stop> {
    private::whole(&folder.join("job"), &job.to_string()).map_err(broke)
}

/// Removes the files of other votes nobody asked for since yesterday.
pub(super) fn sweep(drafts: &Path, now: Moment) {
    for entry in fs::read_dir(drafts).into_iter().flatten().flatten() {
        let ours = entry.file_name().to_str().is_some_and(|name| name.starts_with(NAME));
        if ours && order(&entry.path()).is_ok_and(|order| old(&order, now.day())) {
            fs::remove_dir_all(entry.path()).ok(); // the next who comes tries again
        }
    }
}

fn part(folder: &Path, n: u32) -> PathBuf {
    folder.join(format!("part-{n}.pdf"))
}

/// Whether a part is there: one that was killed between writing and marking does nothing twice.
pub(super) fn has(folder: &Path, n: u32) -> bool {
    part(folder, n).exists()
}

fn whole(path: &Path, bytes: &[u8]) -> Result<(), Stop> {
    let draft = path.with_extension("new");
    private::file(&draft).and_then(|()| fs::write(&draft, bytes)).and_then(|()| fs::rename(&draft, path)).map_err(broke)
}

/// Writes a part, whole or not at all.
pub(super) fn put(folder: &Path, n: u32, bytes: &[u8]) -> Result<(), Stop> {
    whole(&part(folder, n), bytes)
}

/// The parts in their order.
pub(super) fn parts(folder: &Path, many: u32) -> Result<Vec<Vec<u8>>, Stop> {
    (0..many).map(|n| fs::read(part(folder, n)).map_err(|_| Refusal::BundleGone.into())).collect()
}

/// Writes the file; its parts are of no more use.
pub(super) fn finish(folder: &Path, many: u32, bytes: &[u8]) -> Result<(), Stop> {
    whole(&folder.join("papers.pdf"), bytes)?;
    (0..many).for_each(|n| drop(fs::remove_file(part(folder, n))));
    Ok(())
}

/// The file, once it is there.
///
/// # Errors
/// It is not.
pub(super) fn file(folder: &Path) -> Result<Vec<u8>, Stop> {
    fs::read(folder.join("papers.pdf")).map_err(|_| Refusal::BundleGone.into())
}

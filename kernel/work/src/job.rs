//! Jobs as rows: what they are and how they are looked up.

use crate::sql;
use crate::texts::t;
use lianxin_base::{AreaId, JobId, Lang, Moment};
use lianxin_store::{Db, Fault, Read, Row, Stop, params};

/// A kind of long work.
#[derive(Clone, Copy)]
pub struct JobKind {
    /// `system.what`, as it stands in the table.
    pub kind: &'static str,
    /// How many steps a job has; asked once, at its first run.
    pub steps: fn(&Db, &Job) -> Result<u32, Stop>,
    /// Does one step. A step that records an act gives it [`Step::token`] and looks whether that token is there
    /// already: a process may be killed after the act and before the step is marked.
    pub step: fn(&Db, &Step<'_>) -> Result<(), Stop>,
}

/// One step of a job.
#[derive(Clone, Copy, Debug)]
pub struct Step<'j> {
    /// The job.
    pub job: &'j Job,
    /// Which step, from 0.
    pub step: u32,
    /// Of how many.
    pub of: u32,
}

impl Step<'_> {
    /// The token of the act this step records.
    pub fn token(&self) -> String {
        format!("job/{}/{}", self.job.id, self.step)
    }
}

/// Where a job stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JobState {
    /// Nobody works on it yet, or it is to be tried again.
    Waiting,
    /// Somebody works on it, or was killed while working on it.
    Running,
    /// Somebody stopped it; it can be resumed.
    Stopped,
    /// A step was refused or broke; it can be resumed.
    Failed,
    /// All steps are done.
    Done,
}

impl JobState {
    const ALL: [Self; 5] = [Self::Waiting, Self::Running, Self::Stopped, Self::Failed, Self::Done];

    /// As it stands in the table.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Running => "running",
            Self::Stopped => "stopped",
            Self::Failed => "failed",
            Self::Done => "done",
        }
    }
    /// As people read it.
    pub fn say(self, lang: Lang) -> String {
        let t = t(lang);
        match self {
            Self::Waiting => t.msg_state_waiting(),
            Self::Running => t.msg_state_running(),
            Self::Stopped => t.msg_state_stopped(),
            Self::Failed => t.msg_state_failed(),
            Self::Done => t.msg_state_done(),
        }
    }
    fn read(name: &str) -> Result<Self, Fault> {
        Self::ALL
            .into_iter()
            .find(|s| s.name() == name)
            .ok_or_else(|| Fault::Damaged("a job is in a state that does not exist".into()))
    }
}

/// One piece of long work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Job {
    /// Its id.
    pub id: JobId,
    /// Where.
    pub area: AreaId,
    /// Its kind.
    pub kind: String,
    /// What it works on: the name of a stored file, ids, a period. Never what a person typed.
    pub input: String,
    /// Who began it: `office`, or the id of a seat or person.
    pub by: String,
    /// Where it stands.
    pub state: JobState,
    /// How many steps are done.
    pub step: u32,
    /// Of how many; not known before the first run.
    pub of: Option<u32>,
    /// Why it failed or waits: the code of a refusal, or what broke.
    pub note: Option<String>,
    /// When it was begun.
    pub created_at: Moment,
    /// When it last moved.
    pub updated_at: Moment,
}

/// One job.
pub fn job(r: &mut Read<'_>, id: JobId) -> Result<Option<Job>, Fault> {
    r.row(sql::JOB, params![id], job_of)
}

/// The newest jobs, newest first.
pub fn recent(r: &mut Read<'_>, limit: u32) -> Result<Vec<Job>, Fault> {
    r.rows(sql::RECENT, params![limit], job_of)
}

/// Jobs that wait or were left, oldest first.
pub(crate) fn ready(r: &mut Read<'_>, limit: u32) -> Result<Vec<JobId>, Fault> {
    r.rows(sql::READY, params![limit], |row| row.id(0))
}

/// The steps of a job that are done.
pub(crate) fn steps_done(r: &mut Read<'_>, id: JobId) -> Result<Vec<u32>, Fault> {
    r.rows(sql::STEPS, params![id], |row| small(row.int(0)?))
}

fn job_of(row: &Row<'_>) -> Result<Job, Fault> {
    Ok(Job {
        id: row.id(0)?,
        area: row.id(1)?,
        kind: row.text(2)?,
        input: row.text(3)?,
        by: row.text(4)?,
        state: JobState::read(&row.text(5)?)?,
        step: small(row.int(6)?)?,
        of: row.opt_int(7)?.map(small).transpose()?,
        note: row.opt_text(8)?,
        created_at: row.moment(9)?,
        updated_at: row.moment(10)?,
    })
}

fn small(n: i64) -> Result<u32, Fault> {
    u32::try_from(n).map_err(|_| Fault::Damaged("a job counts its steps wrongly".into()))
}

//! Beginning, stopping, resuming and running jobs.

use crate::bell::{Bell, Handle};
use crate::job::{self, Job, JobKind, JobState, Step};
use crate::lease::Lease;
use crate::trouble::{Report, Trouble, Waits, guarded, reason};
use crate::{Refusal, sql};
use lianxin_base::{AreaId, JobId};
use lianxin_store::{Db, Fault, Stop, Tx, params};
use std::collections::BTreeSet;
use std::fmt::Display;
use std::sync::Arc;
use std::time::Duration;

/// How many ready jobs are looked at in one round.
const READY: u32 = 50;
/// How often the thread looks for jobs another process began; its own ring the bell.
const LOOK: Duration = Duration::from_secs(5);

/// The jobs of this office. Cheap to clone.
#[derive(Clone)]
pub struct Jobs {
    db: Db,
    kinds: Arc<[JobKind]>,
    bell: Arc<Bell>,
    report: Arc<Report>,
}

/// Told (steps done, of how many); answers where the job goes if it is not to go on.
type Watch<'w> = &'w mut dyn FnMut(u32, u32) -> Option<JobState>;

impl Jobs {
    /// For the kinds of jobs all systems have.
    pub fn new(db: Db, kinds: Vec<JobKind>) -> Self {
        Self { db, kinds: kinds.into(), bell: Arc::default(), report: Arc::new(Box::new(|_| {})) }
    }

    /// Told of every job the thread could not run.
    #[must_use]
    pub fn on_trouble(mut self, report: impl Fn(&Trouble) + Send + Sync + 'static) -> Self {
        self.report = Arc::new(Box::new(report));
        self
    }

    /// Queues a job; the thread runs it. `input` never holds what a person typed; `by` is `office` or an id.
    pub async fn start(&self, kind: &str, area: AreaId, input: &str, by: impl Display) -> Result<JobId, Stop> {
        let new = self.queued(kind, area, input, by.to_string())?;
        let id = self.db.keep(move |tx| add(tx, &new)).await?;
        self.bell.ring();
        Ok(id)
    }

    /// [`Jobs::start`] for commands and tests; never inside async code.
    pub fn start_wait(&self, kind: &str, area: AreaId, input: &str, by: impl Display) -> Result<JobId, Stop> {
        let new = self.queued(kind, area, input, by.to_string())?;
        let id = self.db.keep_wait(move |tx| add(tx, &new))?;
        self.bell.ring();
        Ok(id)
    }

    /// Stops a job after the step it is at.
    pub async fn stop(&self, job: JobId) -> Result<(), Stop> {
        self.db.keep(move |tx| stop(tx, job)).await
    }

    /// [`Jobs::stop`] for commands and tests; never inside async code.
    pub fn stop_wait(&self, job: JobId) -> Result<(), Stop> {
        self.db.keep_wait(move |tx| stop(tx, job))
    }

    /// Lets a stopped or failed job go on from its step.
    pub async fn resume(&self, job: JobId) -> Result<(), Stop> {
        self.db.keep(move |tx| resume(tx, job)).await?;
        self.bell.ring();
        Ok(())
    }

    /// [`Jobs::resume`] for commands and tests; never inside async code.
    pub fn resume_wait(&self, job: JobId) -> Result<(), Stop> {
        self.db.keep_wait(move |tx| resume(tx, job))?;
        self.bell.ring();
        Ok(())
    }

    /// Runs a job here and now, telling (steps done, of how many) before the first step and after each; answering
    /// `false` stops it. Gives the job as it then stands: done, or stopped. Blocking.
    /// Errors: no such job; another works on it; the refusal or fault of a step, which the job's note then names.
    pub fn run_to_end(&self, job: JobId, progress: &mut dyn FnMut(u32, u32) -> bool) -> Result<Job, Stop> {
        self.run(job, &mut |step, of| (!progress(step, of)).then_some(JobState::Stopped))
    }

    /// Runs queued jobs, and those a killed process left, one after another on a thread until the handle goes.
    pub fn background(&self) -> Result<Handle, Fault> {
        let ours = self.clone();
        Handle::start("jobs", Arc::clone(&self.bell), move || ours.serve())
    }

    fn queued(&self, kind: &str, area: AreaId, input: &str, by: String) -> Result<Job, Stop> {
        self.kind(kind)?;
        let now = self.db.clock().now();
        Ok(Job {
            id: JobId::new(self.db.chance(), now),
            area,
            kind: kind.to_owned(),
            input: input.to_owned(),
            by,
            state: JobState::Waiting,
            step: 0,
            of: None,
            note: None,
            created_at: now,
            updated_at: now,
        })
    }

    fn kind(&self, name: &str) -> Result<JobKind, Stop> {
        let unknown = || Fault::bug(format!("no system of this program knows jobs of the kind {name}")).into();
        self.kinds.iter().find(|k| k.kind == name).copied().ok_or_else(unknown)
    }

    fn serve(&self) {
        let mut waits = Waits::default();
        loop {
            if let Err(why) = guarded(|| self.round(&mut waits)) {
                (self.report)(&Trouble { what: "job", id: String::new(), why });
            }
            waits.tidy(self.db.clock().now());
            if !self.bell.sleep(LOOK) {
                return;
            }
        }
    }

    fn round(&self, waits: &mut Waits) -> Result<(), Stop> {
        for id in self.db.read_wait(|r| Ok(job::ready(r, READY)?))? {
            let name = id.to_string();
            if self.bell.over() || waits.waits(&name, self.db.clock().now()) {
                continue;
            }
            match self.run(id, &mut |_, _| self.bell.over().then_some(JobState::Waiting)) {
                Ok(_) => waits.went_well(&name),
                Err(Stop::Refused(r)) if r.code() == "work.job_held" => {}
                Err(why) => {
                    waits.failed(&name, self.db.clock().now());
                    (self.report)(&Trouble { what: "job", id: name, why });
                }
            }
        }
        Ok(())
    }

    fn run(&self, id: JobId, watch: Watch<'_>) -> Result<Job, Stop> {
        self.look(id)?;
        let mut lease = Lease::new(&self.db, format!("job/{id}"));
        if !lease.hold()? {
            return Err(Refusal::JobHeld.into());
        }
        let job = self.db.keep_wait(move |tx| begin(tx, id))?;
        if job.state != JobState::Running {
            return Ok(job);
        }
        if let Err(stop) = self.steps(&job, &mut lease, watch) {
            self.fell(id, &stop)?;
            return Err(stop);
        }
        self.look(id)
    }

    fn steps(&self, job: &Job, lease: &mut Lease, watch: Watch<'_>) -> Result<(), Stop> {
        let (id, kind) = (job.id, self.kind(&job.kind)?);
        let of = match job.of {
            Some(of) => of,
            None => self.size(job, kind)?,
        };
        let done: BTreeSet<u32> = self.db.read_wait(move |r| Ok(job::steps_done(r, id)?))?.into_iter().collect();
        let mut count = u32::try_from(done.len()).unwrap_or(of);
        for step in (0..of).filter(|step| !done.contains(step)) {
            if let Some(state) = watch(count, of) {
                return self.db.keep_wait(move |tx| move_to(tx, id, state, None));
            }
            if !lease.hold()? {
                return Err(Refusal::JobHeld.into());
            }
            guarded(|| (kind.step)(&self.db, &Step { job, step, of }))?;
            count += 1;
            if !self.mark(id, step, count)? {
                return Ok(()); // somebody stopped it meanwhile
            }
        }
        watch(of, of);
        self.db.keep_wait(move |tx| finish(tx, id))
    }

    fn size(&self, job: &Job, kind: JobKind) -> Result<u32, Stop> {
        let (id, of) = (job.id, guarded(|| (kind.steps)(&self.db, job))?);
        self.db.keep_wait(move |tx| {
            let now = tx.now();
            Ok(tx.exec(sql::SIZE, params![id, of, now])?)
        })?;
        Ok(of)
    }

    /// Marks a step as done; answers whether the job is to go on.
    fn mark(&self, id: JobId, step: u32, count: u32) -> Result<bool, Stop> {
        self.db.keep_wait(move |tx| {
            let now = tx.now();
            tx.exec(sql::STEP, params![id, step])?;
            tx.exec(sql::COUNT, params![id, count, now])?;
            Ok(found(tx, id)?.state == JobState::Running)
        })
    }

    /// A step ended badly: the job waits if what broke may pass, else it has failed.
    fn fell(&self, id: JobId, stop: &Stop) -> Result<(), Stop> {
        let state = match stop {
            Stop::Refused(r) if r.code() == "work.job_held" => return Ok(()), // it is another's now
            Stop::Failed(f) if f.passing() => JobState::Waiting,
            _ => JobState::Failed,
        };
        let note = reason(stop);
        self.db.keep_wait(move |tx| match found(tx, id)?.state {
            JobState::Running => move_to(tx, id, state, Some(&note)),
            _ => Ok(()),
        })
    }

    fn look(&self, id: JobId) -> Result<Job, Stop> {
        self.db.read_wait(move |r| Ok(job::job(r, id)?))?.ok_or_else(|| Refusal::NoSuchJob.into())
    }
}

fn add(tx: &mut Tx<'_>, job: &Job) -> Result<JobId, Stop> {
    let now = tx.now();
    tx.exec(sql::ADD_JOB, params![job.id, job.area, &job.kind, &job.input, &job.by, job.state.name(), now])?;
    Ok(job.id)
}

fn found(tx: &mut Tx<'_>, id: JobId) -> Result<Job, Stop> {
    job::job(tx, id)?.ok_or_else(|| Refusal::NoSuchJob.into())
}

fn move_to(tx: &mut Tx<'_>, id: JobId, state: JobState, note: Option<&str>) -> Result<(), Stop> {
    let now = tx.now();
    tx.exec(sql::MOVE, params![id, state.name(), note, now])?;
    Ok(())
}

/// A job that waits, or that a killed process left running, runs; any other stays as it is.
fn begin(tx: &mut Tx<'_>, id: JobId) -> Result<Job, Stop> {
    if matches!(found(tx, id)?.state, JobState::Waiting | JobState::Running) {
        move_to(tx, id, JobState::Running, None)?;
    }
    found(tx, id)
}

fn stop(tx: &mut Tx<'_>, id: JobId) -> Result<(), Stop> {
    match found(tx, id)?.state {
        JobState::Waiting | JobState::Running => move_to(tx, id, JobState::Stopped, None),
        JobState::Stopped => Ok(()),
        JobState::Failed | JobState::Done => Err(Refusal::JobEnded.into()),
    }
}

fn resume(tx: &mut Tx<'_>, id: JobId) -> Result<(), Stop> {
    match found(tx, id)?.state {
        JobState::Stopped | JobState::Failed => move_to(tx, id, JobState::Waiting, None),
        _ => Err(Refusal::JobNotStopped.into()),
    }
}

/// All steps are done; their marks are of no more use. A stop that came too late changes nothing.
fn finish(tx: &mut Tx<'_>, id: JobId) -> Result<(), Stop> {
    tx.exec(sql::FORGET_STEPS, params![id])?;
    move_to(tx, id, JobState::Done, None)
}

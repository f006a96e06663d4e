//! Long work goes on where it was and does nothing twice, on each database.

use crate::common::*;
use lianxin_base::SECOND;
use lianxin_store::testing::places;
use lianxin_store::{Db, Fault, Place, Stop};
use lianxin_work::{Job, JobKind, JobState, Jobs, Refusal, Step, job, recent};
use std::panic::{AssertUnwindSafe, catch_unwind};

/// The input is the number of steps.
fn steps(_: &Db, job: &Job) -> Result<u32, Stop> {
    job.input.parse().map_err(|_| Fault::bug("no number").into())
}

/// On the first morning the fourth step breaks *after* its act was recorded.
fn breaks(db: &Db, step: &Step<'_>) -> Result<(), Stop> {
    step_line(db, step)?;
    assert!(step.step != 3 || db.clock().now() > step.job.created_at, "broken on purpose");
    Ok(())
}

fn away(db: &Db, step: &Step<'_>) -> Result<(), Stop> {
    if db.clock().now() > step.job.created_at { step_line(db, step) } else { Err(Fault::Busy("now".into()).into()) }
}

fn slow(_: &Db, _: &Step<'_>) -> Result<(), Stop> {
    std::thread::sleep(std::time::Duration::from_millis(2));
    Ok(())
}

fn jobs(db: &Db) -> Jobs {
    let kinds = vec![
        JobKind { kind: "demo.plain", steps, step: step_line },
        JobKind { kind: "demo.breaks", steps, step: breaks },
        JobKind { kind: "demo.away", steps, step: away },
        JobKind { kind: "demo.slow", steps, step: slow },
    ];
    Jobs::new(db.clone(), kinds).on_trouble(|t| panic!("{t}"))
}

fn look(db: &Db, id: lianxin_base::JobId) -> Job {
    db.read_wait(move |r| Ok(job(r, id)?)).expect("read").expect("there")
}

fn subjects(db: &Db) -> Vec<String> {
    let mut all: Vec<_> = lines(db).into_iter().map(|l| l.1).collect();
    all.sort();
    all
}

#[test]
fn a_job_runs_its_steps_in_order_and_tells_how_far_it_is() {
    let (places, _folder) = places();
    for place in places {
        let db = open(&place, 1);
        let jobs = jobs(&db);
        let id = jobs.start_wait("demo.plain", AREA, "3", "office").expect("queued");
        assert_eq!((look(&db, id).state, look(&db, id).of), (JobState::Waiting, None));
        let mut told = Vec::new();
        let ended = jobs.run_to_end(id, &mut |step, of| {
            told.push((step, of));
            true
        });
        assert_eq!(ended.expect("runs").state, JobState::Done);
        assert_eq!(told, [(0, 3), (1, 3), (2, 3), (3, 3)]);
        assert_eq!(subjects(&db), ["0", "1", "2"]);
        let none = jobs.start_wait("demo.plain", AREA, "0", "office").expect("queued");
        assert_eq!(jobs.run_to_end(none, &mut |_, _| true).expect("runs").of, Some(0), "a job of no steps is done");
        assert_eq!(db.read_wait(|r| Ok(recent(r, 9)?)).expect("read").len(), 2);
        assert_replays(&db);
    }
}

#[test]
fn a_job_that_was_killed_goes_on_from_its_step_and_does_nothing_twice() {
    let (places, _folder) = places();
    for place in places {
        for killed_after in 0..6 {
            let first = open(&place, 1 + 10 * u64::from(killed_after));
            let before = lines(&first).len();
            let ours = jobs(&first);
            let id = ours.start_wait("demo.plain", AREA, "6", "office").expect("queued");
            let killed = catch_unwind(AssertUnwindSafe(|| {
                ours.run_to_end(id, &mut |step, _| {
                    assert_ne!(step, killed_after, "killed on purpose");
                    true
                })
            }));
            assert!(killed.is_err());
            drop((ours, first));

            let second = open(&place, 2 + 10 * u64::from(killed_after));
            let left = look(&second, id);
            assert_eq!((left.state, left.step), (JobState::Running, killed_after));
            let ended = jobs(&second).run_to_end(id, &mut |_, _| true).expect("runs");
            assert_eq!((ended.state, ended.step, ended.of), (JobState::Done, 6, Some(6)));
            assert_eq!(lines(&second).len() - before, 6);
            assert_replays(&second);
        }
    }
}

#[test]
fn a_step_that_broke_after_its_act_is_done_again_without_a_second_act() {
    let (places, _folder) = places();
    for place in places {
        let db = open(&place, 1);
        let jobs = jobs(&db);
        let id = jobs.start_wait("demo.breaks", AREA, "6", "office").expect("queued");
        assert_eq!(jobs.run_to_end(id, &mut |_, _| true).expect_err("breaks").code(), "store.failed");
        let failed = look(&db, id);
        assert_eq!(
            (failed.state, failed.step, failed.note.as_deref()),
            (JobState::Failed, 3, Some("bug: it panicked"))
        );
        assert_eq!(jobs.run_to_end(id, &mut |_, _| true).expect("looked at").state, JobState::Failed, "not by itself");
        jobs.resume_wait(id).expect("resumed");
        db.clock().set(db.clock().now().plus(SECOND));
        let ended = jobs.run_to_end(id, &mut |_, _| true).expect("runs");
        assert_eq!((ended.state, ended.note), (JobState::Done, None));
        assert_eq!(subjects(&db), ["0", "1", "2", "3", "4", "5"]);
        assert_replays(&db);
    }
}

#[test]
fn a_job_is_stopped_after_the_step_it_is_at_and_resumed() {
    let (places, _folder) = places();
    for place in places {
        let db = open(&place, 1);
        let jobs = jobs(&db);
        let id = jobs.start_wait("demo.plain", AREA, "6", "office").expect("queued");
        let watched = jobs.run_to_end(id, &mut |step, _| step < 2).expect("runs");
        assert_eq!((watched.state, watched.step), (JobState::Stopped, 2), "by whoever watches it");
        assert_eq!(jobs.run_to_end(id, &mut |_, _| true).expect("looked at").state, JobState::Stopped);
        jobs.resume_wait(id).expect("resumed");
        let elsewhere = jobs.run_to_end(id, &mut |step, _| {
            if step == 3 {
                jobs.stop_wait(id).expect("stopped");
                let second = jobs.run_to_end(id, &mut |_, _| true).expect_err("held");
                assert_eq!(second.code(), "work.job_held");
            }
            true
        });
        let elsewhere = elsewhere.expect("runs");
        assert_eq!((elsewhere.state, elsewhere.step), (JobState::Stopped, 4), "by somebody else");
        jobs.resume_wait(id).expect("resumed");
        assert_eq!(jobs.run_to_end(id, &mut |_, _| true).expect("runs").state, JobState::Done);
        assert_eq!(subjects(&db).len(), 6);
        for (what, got, code) in [
            ("stop what is done", jobs.stop_wait(id), "work.job_ended"),
            ("resume what is done", jobs.resume_wait(id), "work.job_not_stopped"),
            ("stop what is not there", jobs.stop_wait(lianxin_base::JobId::from_bytes([1; 16])), "work.no_such_job"),
        ] {
            assert_eq!(got.expect_err(what).code(), code, "{what}");
        }
        assert_eq!(Refusal::ALL.len(), 4);
    }
}

#[test]
fn what_may_pass_makes_a_job_wait_and_not_fail() {
    let db = open(&Place::Memory, 1);
    let jobs = jobs(&db);
    let id = jobs.start_wait("demo.away", AREA, "2", "office").expect("queued");
    assert!(jobs.run_to_end(id, &mut |_, _| true).is_err());
    assert_eq!(look(&db, id).state, JobState::Waiting);
    db.clock().set(db.clock().now().plus(SECOND));
    assert_eq!(jobs.run_to_end(id, &mut |_, _| true).expect("runs").state, JobState::Done);
}

#[test]
fn a_thread_runs_queued_jobs_and_puts_back_the_one_it_is_at_when_it_ends() {
    let (places, _folder) = places();
    for place in places {
        let db = open(&place, 1);
        let jobs = jobs(&db);
        let early = jobs.start_wait("demo.plain", AREA, "2", "office").expect("queued");
        let thread = jobs.background().expect("starts");
        let run = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
        let late = run.block_on(jobs.start("demo.plain", AREA, "2", "office")).expect("queued");
        until("both are done", || [early, late].iter().all(|id| look(&db, *id).state == JobState::Done));
        let long = run.block_on(jobs.start("demo.slow", AREA, "100000", "office")).expect("queued");
        until("it is under way", || look(&db, long).step > 2);
        drop(thread);
        assert_eq!(look(&db, long).state, JobState::Waiting, "put back");
        run.block_on(jobs.stop(long)).expect("stopped");
        assert_eq!(look(&db, long).state, JobState::Stopped);
        run.block_on(jobs.resume(long)).expect("resumed");
        assert_eq!(subjects(&db).len(), 4);
        assert_replays(&db);
    }
}

#[test]
fn every_state_of_a_job_has_a_word_in_each_language() {
    let states = [JobState::Waiting, JobState::Running, JobState::Stopped, JobState::Failed, JobState::Done];
    for state in states {
        for lang in lianxin_base::Lang::ALL {
            assert!(!state.say(lang).is_empty());
        }
    }
}

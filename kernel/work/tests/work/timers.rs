//! Timers are set, cleared and run through acts, on each database, and replay to the same rows.

use crate::common::*;
use lianxin_base::{DAY, HOUR, Moment};
use lianxin_store::testing::places;
use lianxin_store::{Db, Fault, Place, Stop};
use lianxin_work::{Due, Runner, TimerKind, due_at};
use std::sync::{Arc, Mutex};

fn overdue(db: &Db, due: Due) -> Result<(), Stop> {
    if due.subject == "away" && due.now < due.due_at.plus(DAY) {
        return Err(Fault::Away("for a day".into()).into());
    }
    assert_ne!(due.subject, "panics", "on purpose");
    line(db, &due, None)
}

fn daily(db: &Db, due: Due) -> Result<(), Stop> {
    line(db, &due, Some(due.due_at.plus(DAY)))
}

fn lazy(_: &Db, _: Due) -> Result<(), Stop> {
    Ok(())
}

fn kinds() -> Vec<TimerKind> {
    vec![
        TimerKind { kind: "demo.due", run: overdue },
        TimerKind { kind: "demo.daily", run: daily },
        TimerKind { kind: "demo.lazy", run: lazy },
    ]
}

fn begin(db: &Db, timer: &'static str, subject: &'static str, after: i64) -> Moment {
    let due = db.clock().now().plus(after);
    act(db, Begin { timer, subject, due });
    due
}

fn pass(db: &Db, time: i64) {
    db.clock().set(db.clock().now().plus(time));
}

#[test]
fn a_timer_runs_once_when_it_is_due_and_not_when_it_was_cleared_or_moved() {
    let (places, _folder) = places();
    for place in places {
        let db = open(&place, 1);
        let runner = Runner::new(db.clone(), kinds()).on_trouble(|t| panic!("{t}"));
        let one = begin(&db, "demo.due", "one", HOUR);
        begin(&db, "demo.due", "closed", HOUR);
        begin(&db, "demo.due", "moved", HOUR);
        assert_eq!(runner.run_due().expect("runs"), 0, "nothing is due yet");
        act(&db, Close { subject: "closed" });
        let moved = begin(&db, "demo.due", "moved", 2 * HOUR);
        let open_now =
            db.read_wait(|r| Ok(["one", "closed", "moved"].map(|s| due_at(r, "demo.due", s).expect("read"))));
        assert_eq!(open_now.expect("read"), [Some(one), None, Some(moved)]);

        pass(&db, HOUR);
        assert_eq!(runner.run_due().expect("runs"), 1);
        assert_eq!(runner.run_due().expect("runs"), 0, "a second look runs nothing twice");
        pass(&db, HOUR);
        assert_eq!(runner.run_due().expect("runs"), 1);
        let ran: Vec<_> = lines(&db).into_iter().map(|l| (l.1, l.2)).collect();
        assert_eq!(ran, [("one".to_owned(), Some(one)), ("moved".to_owned(), Some(moved))]);
        assert_replays(&db);
    }
}

#[test]
fn what_fell_due_while_the_machine_was_off_runs_at_start_up_and_says_both_times() {
    let (places, _folder) = places();
    for place in places {
        let first = open(&place, 1);
        let due = begin(&first, "demo.due", "one", HOUR);
        let day = begin(&first, "demo.daily", "count", DAY);
        drop(first);
        let db = open(&place, 2);
        pass(&db, 3 * DAY);
        let runner = Runner::new(db.clone(), kinds()).on_trouble(|t| panic!("{t}"));
        assert_eq!(runner.run_due().expect("runs"), 4, "the one, and three days of the daily one");
        let now = db.clock().now();
        let mut want = vec![("one".to_owned(), Some(due), now)];
        want.extend((0..3).map(|n| ("count".to_owned(), Some(day.plus(n * DAY)), now)));
        let mut ran: Vec<_> = lines(&db).into_iter().map(|l| (l.1, l.2, l.3)).collect();
        ran.sort_by_key(|l| l.1);
        assert_eq!(ran, want);
        let next = db.read_wait(|r| Ok(due_at(r, "demo.daily", "count")?)).expect("read");
        assert_eq!(next, Some(day.plus(3 * DAY)), "the next one is set");
        assert_replays(&db);
    }
}

#[test]
fn a_timer_that_fails_is_told_skipped_and_tried_again_and_holds_up_no_other() {
    let (places, _folder) = places();
    for place in places {
        let db = open(&place, 1);
        let told = Arc::new(Mutex::new(Vec::new()));
        let ours = Arc::clone(&told);
        let runner = Runner::new(db.clone(), kinds())
            .on_trouble(move |t| ours.lock().expect("not poisoned").push(t.to_string()));
        for (timer, subject) in [
            ("demo.due", "away"),
            ("demo.due", "panics"),
            ("demo.lazy", "one"),
            ("demo.gone", "one"),
            ("demo.due", "good"),
        ] {
            begin(&db, timer, subject, HOUR);
        }
        pass(&db, HOUR);
        assert_eq!(runner.run_due().expect("runs"), 1, "the good one, though it is the last");
        let mut said = std::mem::take(&mut *told.lock().expect("not poisoned"));
        said.sort_by_key(|s| s.split('/').nth(1).map(str::to_owned));
        for (n, why) in
            ["away: database away: for a day", "panics: bug: it panicked", "demo.gone", "still open"].iter().enumerate()
        {
            assert!(said.iter().any(|s| s.contains(why)), "{n} {why}: {said:?}");
        }
        assert_eq!(said.len(), 4, "each is told once in a round: {said:?}");
        pass(&db, DAY);
        assert_eq!(runner.run_due().expect("runs"), 1, "what was away is back");
        assert_replays(&db);
    }
}

#[test]
fn threads_of_two_processes_run_a_timer_once() {
    let (places, _folder) = places();
    for place in places {
        let (a, b) = (open(&place, 1), open(&place, 2));
        for subject in ["one", "two", "three"] {
            begin(&a, "demo.due", subject, HOUR);
        }
        let start = |db: &Db| Runner::new(db.clone(), kinds()).on_trouble(|t| panic!("{t}")).start().expect("starts");
        let threads = [start(&a), start(&b)];
        for db in [&a, &b] {
            pass(db, HOUR);
        }
        threads.iter().for_each(lianxin_work::Handle::wake);
        until("all three ran", || lines(&a).len() == 3);
        drop(threads);
        assert_eq!(lines(&b).len(), 3);
        assert_replays(&a);
    }
}

#[test]
fn every_statement_prepares_on_each_database_and_none_reads_a_whole_table() {
    let (places, _folder) = places();
    for place in places {
        let db = open(&place, 1);
        db.read_wait(|r| {
            for (name, sql) in lianxin_work::SQL {
                for line in r.plan(sql).unwrap_or_else(|e| panic!("{name}: {e}")) {
                    let good = !line.contains("TEMP B-TREE") && (!line.starts_with("SCAN") || line.contains("INDEX"));
                    assert!(good, "{name}: {line}");
                }
            }
            Ok(())
        })
        .expect("all prepare");
    }
}

#[test]
fn timers_are_state_and_only_an_apply_writes_them() {
    let db = open(&Place::Memory, 1);
    begin(&db, "demo.due", "one", HOUR);
    let covered = db.read_wait(|r| Ok(lianxin_journal::coverage(r, &migrations(), &kept())?)).expect("covered");
    for c in covered.iter().filter(|c| c.at.table.starts_with("work_")) {
        let class = if c.at.table == "work_timer" { "replayed" } else { "kept" };
        assert_eq!(c.class.map(|c| c.to_string()).as_deref(), Some(class), "{:?}", c.at);
    }
}

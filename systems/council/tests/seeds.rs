//! The demonstration's year, planted through the acts the pages use.

use lianxin_base::{Day, Lang};
use lianxin_council::course::Terms;
use lianxin_council::seeds::{Planted, plant};
use lianxin_journal::{Kind, entries, verify};
use lianxin_store::testing::Folder;
use lianxin_store::{Db, Files, Kept, Migrations, params};
use lianxin_work::Runner;
use std::collections::BTreeMap;

fn migrations() -> Vec<Migrations> {
    vec![
        lianxin_journal::migrations(),
        lianxin_register::migrations(),
        lianxin_gate::migrations(),
        lianxin_work::migrations(),
        lianxin_path::migrations(),
        lianxin_outbox::migrations(),
        lianxin_council::migrations(),
    ]
}

fn kept() -> Vec<Kept> {
    [
        lianxin_journal::kept(),
        lianxin_register::kept(),
        lianxin_gate::kept(),
        lianxin_work::kept(),
        lianxin_outbox::kept(),
        lianxin_council::kept(),
    ]
    .concat()
}

fn kinds() -> Vec<Kind> {
    [lianxin_register::kinds(), lianxin_gate::kinds(), lianxin_council::kinds()].concat()
}

fn day(text: &str) -> Day {
    text.parse().expect("a day")
}

fn planted(today: Day) -> (Db, Planted) {
    let db = lianxin_store::testing::memory(migrations(), kept(), lianxin_journal::log());
    let map = lianxin_seeds::plant(&db, lianxin_seeds::begin(today)).expect("the map is planted");
    let runner = Runner::new(db.clone(), lianxin_council::timers()).on_trouble(|t| panic!("a timer failed: {t:?}"));
    let mut run = |_: &Db| runner.run_due().map(|_| ());
    let folder = Folder::new();
    let made = plant(&db, &Files::at(folder.path().to_owned()), &map, &Terms::default(), &mut run, today)
        .expect("the matters are planted");
    (db, made)
}

/// How many matters are how.
fn count(db: &Db, what: &'static str) -> BTreeMap<String, i64> {
    let rows = db.read_wait(move |r| Ok(r.rows(what, &[], |row| Ok((row.text(0)?, row.int(1)?)))?));
    rows.expect("read").into_iter().collect()
}

#[test]
fn planted_twice_it_is_the_same() {
    let leaves = |today| {
        let (db, made) = planted(today);
        let all = db.read_wait(|r| Ok(entries(r, i64::MAX, 100_000)?)).expect("read");
        (made, all.into_iter().map(|e| e.hash).collect::<Vec<_>>())
    };
    let (one, two) = (leaves(day("2026-11-24")), leaves(day("2026-11-24")));
    assert!(one.1.len() > 300, "{} acts", one.1.len());
    assert!(one == two);
}

#[test]
fn it_verifies() {
    let (db, _) = planted(day("2026-11-24"));
    let found = db.read_wait(|r| Ok(verify(r, &kinds(), &migrations(), &kept(), &mut |_, _| true)?)).expect("verified");
    assert_eq!(found.findings, vec![]);
}

/// In every season, and on a Monday after a holiday: each state is there, and the main job is over.
#[test]
fn every_state_is_present_whatever_the_day() {
    for today in ["2026-11-24", "2026-06-18", "2026-02-24", "2026-10-08", "2026-08-31", "2027-01-04"] {
        let (db, made) = planted(day(today));
        let steps = count(
            &db,
            "SELECT w.step, count(*) FROM council_matter m JOIN path_way w ON w.id = m.way WHERE m.outcome IS NULL GROUP BY w.step",
        );
        for (step, least) in [("look", 3), ("deliberate", 4), ("work", 5), ("feedback", 3)] {
            assert!(steps.get(step).is_some_and(|n| *n >= least), "{today}: {steps:?}");
        }
        let outcomes =
            count(&db, "SELECT outcome, count(*) FROM council_matter WHERE outcome IS NOT NULL GROUP BY outcome");
        for (outcome, least) in [("solved", 14), ("declined", 2), ("lapsed", 2)] {
            assert!(outcomes.get(outcome).is_some_and(|n| *n >= least), "{today}: {outcomes:?}");
        }
        let shown = count(&db, "SELECT publication, count(*) FROM council_matter GROUP BY publication");
        assert!(["waiting", "shown", "kept"].iter().all(|p| shown.contains_key(*p)), "{today}: {shown:?}");
        let late = count(
            &db,
            "SELECT w.step, count(*) FROM council_matter m JOIN path_way w ON w.id = m.way WHERE m.late_at IS NOT NULL \
             AND m.outcome IS NULL GROUP BY w.step",
        );
        assert_eq!(late, BTreeMap::from([("deliberate".into(), 1), ("look".into(), 1), ("work".into(), 1)]), "{today}");
        let open = count(&db, "SELECT kind, count(*) FROM council_entry GROUP BY kind");
        for kind in ["return", "transfer", "objection", "reminder", "late"] {
            assert!(open.contains_key(kind), "{today}: {open:?}");
        }
        let prices = count(&db, "SELECT state, count(*) FROM council_quote GROUP BY state");
        let want = [("agreed", 1), ("open", 1), ("refused", 1)].map(|(state, n)| (state.to_owned(), n));
        assert_eq!(prices, BTreeMap::from(want), "{today}");
        let parts = count(&db, "SELECT state, count(*) FROM council_part GROUP BY state");
        assert_eq!(parts, BTreeMap::from([("done".into(), 1), ("given".into(), 1)]), "{today}");
        for kind in [
            "council.arrival",
            "council.thanks",
            "council.meeting_changed",
            "council.minutes_missing",
            "council.question_answer",
        ] {
            let acts = count(&db, "SELECT kind, count(*) FROM journal_act GROUP BY kind");
            assert!(acts.contains_key(kind), "{today}: {kind}");
        }
        let hangs = "SELECT CASE WHEN b.hung_at IS NULL THEN 'waits' ELSE 'hangs' END, COUNT(l.said) \
                     FROM council_bulletin b JOIN council_bulletin_line l ON l.bulletin = b.id GROUP BY b.id, b.hung_at";
        assert_eq!(count(&db, hangs), BTreeMap::from([("hangs".into(), 1)]), "{today}: a bulletin with one answer");
        let polls = count(&db, "SELECT state, COALESCE(homes, 0) FROM council_poll");
        let want = [("closed", 7), ("open", 0)].map(|(state, n)| (state.to_owned(), n));
        assert_eq!(polls, BTreeMap::from(want), "{today}: one that closed with seven households, one that is asked");
        let surveys = count(&db, "SELECT state, COALESCE(homes, 0) FROM council_survey");
        let want = [("closed", 7), ("open", 0)].map(|(state, n)| (state.to_owned(), n));
        assert_eq!(surveys, BTreeMap::from(want), "{today}");
        let about = count(
            &db,
            "SELECT kind, count(*) FROM council_matter m JOIN register_org o ON o.id = m.about GROUP BY kind",
        );
        let want = ["company", "owners_committee", "residents_committee"].map(|kind| (kind.to_owned(), 1));
        assert_eq!(about, BTreeMap::from(want), "{today}: a complaint of each kind");
        let councils = count(&db, "SELECT state, count(*) FROM council_meeting GROUP BY state");
        // One to come, one that nobody wrote down.
        let want = [("called", 2), ("final", 3), ("posted", 1)].map(|(state, n)| (state.to_owned(), n));
        assert_eq!(councils, BTreeMap::from(want), "{today}");
        let landed =
            count(&db, "SELECT landed, count(*) FROM council_meeting_matter WHERE landed IS NOT NULL GROUP BY landed");
        assert_eq!(landed, BTreeMap::from([("done".into(), 3)]), "{today}");
        rule(&db, day(today));
        main_job(&db, made, day(today));
    }
}

/// A rule that was adopted by a council weeks ago: what was estimated, and what came of it.
fn rule(db: &Db, today: Day) {
    let proposed = "SELECT 'cases', cases FROM council_proposal UNION ALL SELECT 'changed', changed FROM council_proposal \
                    UNION ALL SELECT 'saved', working_saved FROM council_proposal";
    let n = count(db, proposed);
    assert!(n["changed"] >= 5 && n["cases"] >= n["changed"] && n["saved"] > 0, "{today}: {n:?}");
    let lines = db.read_wait(move |r| {
        let no = r.row("SELECT m.no FROM council_proposal p JOIN council_matter m ON m.id = p.matter", &[], |row| {
            row.text(0)
        })?;
        let no = no.expect("a proposal");
        let m = lianxin_council::store::public_by_no(r, &no)?.expect("its matter");
        Ok((m.outcome.clone(), lianxin_council::path::propose::lines(r, &m, Lang::Zh, today.start())?))
    });
    let (outcome, lines) = lines.expect("read");
    assert_eq!(outcome.as_deref(), Some("solved"), "{today}");
    assert!(
        lines.len() == 3 && lines[2].starts_with("议定以后来的、已经办结的") && !lines[2].contains("不到"),
        "{today}: {lines:?}"
    );
}

fn main_job(db: &Db, made: Planted, today: Day) {
    let how = db.read_wait(move |r| {
        let row = "SELECT m.outcome, w.ended_at FROM council_matter m JOIN path_way w ON w.id = m.way WHERE m.no = $1";
        let of = |r: &mut lianxin_store::Read<'_>, no: &str| {
            r.row(row, params![no], |row| Ok((row.opt_text(0)?, row.opt_moment(1)?)))
        };
        Ok((of(r, &made.main)?, of(r, &made.told)?))
    });
    let (main, told) = how.expect("read");
    let (outcome, ended) = main.expect("the main job is there");
    let ended = ended.expect("it is over").day();
    assert_eq!(outcome.as_deref(), Some("solved"));
    let calendar = lianxin_calendar::Calendar::official();
    assert_eq!(calendar.working_days_between(ended, today.plus(-1)), 0, "{today}: the last working day, {ended}");
    assert_eq!(told.and_then(|t| t.0).as_deref(), Some("solved"));
}

/// 御府苑 is real: one matter, nobody named, nothing late.
#[test]
fn of_the_real_compound_only_what_the_newspaper_tells() {
    let (db, made) = planted(day("2026-11-24"));
    let found = db.read_wait(move |r| {
        let real = "SELECT m.no, m.late_at, m.reporter FROM council_matter m JOIN register_area a ON a.id = m.area WHERE a.code = '御府苑'";
        let rows = r.rows(real, &[], |row| Ok((row.text(0)?, row.opt_int(1)?, row.opt_text(2)?)))?;
        let people = "SELECT count(*) FROM register_person p JOIN register_area a ON a.id = p.area WHERE a.name IN ('御府苑', '红都社区')";
        Ok((rows, r.row(people, &[], |row| row.int(0))?))
    });
    assert_eq!(found.expect("read"), (vec![(made.told, None, None)], Some(0)));
}

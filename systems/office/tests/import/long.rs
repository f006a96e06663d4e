use crate::town::{COMMUNITY, FURONG, Town, open};
use lianxin_base::Refuse as _;
use lianxin_office::import::{ENTER, Refusal, forget, outcome};
use lianxin_store::testing::places;
use lianxin_work::JobState;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// So many buildings, two units each.
fn many(buildings: u32) -> String {
    let mut csv = "芙蓉里\n楼号,房号,业主,手机号\n".to_owned();
    for b in 1..=buildings {
        for room in [101, 102] {
            csv.push_str(&format!("{b},{room},户主{b}号{room},138{b:04}{room:04}\n"));
        }
    }
    csv
}

#[test]
fn an_import_killed_half_way_goes_on_and_enters_nothing_twice() {
    let (places, _folder) = places();
    for place in places {
        let town = Town::at(&place);
        let folder = town.stage("units", many(6).as_bytes(), None).expect("staged");
        let whole = town.acts();
        let job = town.jobs().start_wait(ENTER, COMMUNITY, &folder.to_string_lossy(), "office").expect("begun");
        let killed = catch_unwind(AssertUnwindSafe(|| {
            town.jobs().run_to_end(job, &mut |step, _| {
                assert_ne!(step, 3, "killed on purpose");
                true
            })
        }));
        assert!(killed.is_err());
        let half = town.acts();
        assert!(half > whole, "half of it is there");
        let ended = town.jobs().run_to_end(job, &mut |_, _| true).expect("runs");
        assert_eq!((ended.state, ended.step), (JobState::Done, 6));
        let acts = town.acts();
        assert_eq!(acts - whole, (half - whole) * 2, "as many again as before, none twice");
        for code in ["1", "2", "3", "4", "5", "6"] {
            assert_eq!(town.units(FURONG, code).len(), 2, "{code}");
        }
        assert!(town.run(&folder, true).all.did_nothing());
        assert_eq!(town.acts(), acts);
        town.assert_replays();
        forget(&folder);
        let gone = town.jobs().start_wait(ENTER, COMMUNITY, &folder.to_string_lossy(), "office").expect("begun");
        let no = town.jobs().run_to_end(gone, &mut |_, _| true).expect_err("nothing staged");
        assert_eq!(no.code(), Refusal::Gone.code());
    }
}

#[test]
fn what_was_entered_is_counted_even_if_it_could_not_be_noted() {
    let (places, _folder) = places();
    for place in places {
        let town = Town::at(&place);
        let folder = town.stage("units", many(6).as_bytes(), None).expect("staged");
        let job = town.jobs().start_wait(ENTER, COMMUNITY, &folder.to_string_lossy(), "office").expect("begun");
        let note = folder.join("enter3");
        std::fs::create_dir(&note).expect("something stands in the way of the note");
        town.jobs().run_to_end(job, &mut |_, _| true).expect_err("entered, and not noted");
        std::fs::remove_dir(&note).expect("out of the way");
        town.jobs().run_to_end(job, &mut |_, _| true).expect("runs");
        let done = outcome(&folder, "enter").expect("there");
        assert_eq!(done.all.counts.get("栋楼"), Some(&6), "{:?}", done.all.counts);
        assert_eq!(done.all.counts.get("套房（新登记）"), Some(&12));
        assert!(town.run(&folder, true).all.did_nothing(), "another job finds nothing to enter");
        town.assert_replays();
    }
}

#[test]
fn two_sheets_at_once_enter_each_unit_once() {
    let (places, _folder) = places();
    for place in places {
        let town = Town::at(&place);
        let second = if matches!(place, lianxin_store::Place::Memory) { town.db.clone() } else { open(&place, 7) };
        let folders = [
            town.stage("units", many(8).as_bytes(), None).expect("staged"),
            town.stage("units", many(8).as_bytes(), None).expect("staged"),
        ];
        std::thread::scope(|scope| {
            for (db, folder) in [(town.db.clone(), &folders[0]), (second.clone(), &folders[1])] {
                scope.spawn(move || {
                    let jobs = lianxin_work::Jobs::new(db, lianxin_office::import::jobs());
                    let job = jobs.start_wait(ENTER, COMMUNITY, &folder.to_string_lossy(), "office").expect("begun");
                    assert_eq!(jobs.run_to_end(job, &mut |_, _| true).expect("runs").state, JobState::Done);
                });
            }
        });
        let mut units = 0;
        for folder in &folders {
            let done = outcome(folder, "enter").expect("there");
            assert_eq!(done.all.faults, vec![]);
            units += done.all.counts.get("套房（新登记）").copied().unwrap_or(0);
        }
        assert_eq!(units, 16, "each by one of the two");
        town.assert_replays();
    }
}

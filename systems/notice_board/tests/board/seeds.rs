//! The boards of the demonstration.

use crate::house::{day, findings, folder, kept, migrations};
use lianxin_base::Day;
use lianxin_notice_board::seeds::{LACKS, Play};
use lianxin_store::{Db, Files, testing};
use lianxin_work::Runner;

fn planted(today: Day) -> Db {
    let db = testing::memory(migrations(), kept(), lianxin_journal::log());
    let (begin, root) = (lianxin_seeds::begin(today), folder());
    let files = Files::at(root.clone());
    let map = lianxin_seeds::plant(&db, begin).expect("the map is planted");
    let runner =
        Runner::new(db.clone(), lianxin_notice_board::timers()).on_trouble(|t| panic!("a timer failed: {t:?}"));
    let mut play = Play::new(&map, &files, begin, today);
    let mut at = begin;
    while at < today {
        for hour in [10, 18] {
            db.clock().set(at.at(hour, 30).max(db.clock().now()));
            runner.run_due().expect("ran");
            play.tick(&db).expect("played");
        }
        at = at.plus(1);
    }
    let _ = std::fs::remove_dir_all(root);
    db
}

#[test]
fn boards_are_full_one_sheet_lacks_its_end_and_one_is_corrected_whatever_the_day() {
    for today in ["2026-11-24", "2026-02-24", "2026-10-08"] {
        let db = planted(day(today));
        let number = |sql: &'static str| {
            db.read_wait(move |r| Ok(r.row(sql, &[], |row| row.int(0))?.unwrap_or(0))).expect("read")
        };
        assert!(number("SELECT count(*) FROM notice_board_notice") > 18, "{today}");
        assert_eq!(number("SELECT count(*) FROM notice_board_notice WHERE corrected_by IS NOT NULL"), 1, "{today}");
        let lacking = "SELECT t.value FROM notice_board_notice n JOIN journal_text t ON t.act = n.id AND t.field = 'title' \
                       WHERE n.legal_until < $1 AND (n.started IS NULL OR n.ended IS NULL)";
        let on = day(today).plus(-1);
        let lacking: Vec<String> =
            db.read_wait(move |r| Ok(r.rows(lacking, lianxin_store::params![on], |row| row.text(0))?)).expect("read");
        assert_eq!(lacking, [LACKS], "{today}");
        assert_eq!(findings(&db), Vec::<String>::new(), "{today}");
    }
}

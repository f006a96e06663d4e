//! The votes of the demonstration.

use crate::house::{day, kept, migrations};
use lianxin_base::Day;
use lianxin_journal::{entries, verify};
use lianxin_property::seeds::Play;
use lianxin_store::{Db, testing};
use lianxin_work::Runner;
use std::collections::BTreeMap;

fn planted(today: Day) -> Db {
    let db = testing::memory(migrations(), kept(), lianxin_journal::log());
    let begin = lianxin_seeds::begin(today);
    let map = lianxin_seeds::plant(&db, begin).expect("the map is planted");
    let runner = Runner::new(db.clone(), lianxin_property::timers()).on_trouble(|t| panic!("a timer failed: {t:?}"));
    let folder = crate::house::Place::new();
    let files = folder.files();
    let mut play = Play::new(&map, &files, begin, today);
    let mut at = begin;
    while at < today {
        for hour in [10, 18] {
            db.clock().set(at.at(hour, 30).max(db.clock().now()));
            runner.run_due().expect("ran");
            play.tick(&db, today).expect("played");
        }
        at = at.plus(1);
    }
    db
}

#[test]
fn one_vote_is_open_and_a_take_over_is_done_whole_whatever_the_day() {
    for today in ["2026-11-24", "2026-02-24", "2026-10-08"] {
        let db = planted(day(today));
        let states: BTreeMap<String, i64> = db
            .read_wait(|r| {
                let sql = "SELECT state, count(*) FROM property_vote GROUP BY state";
                Ok(r.rows(sql, &[], |row| Ok((row.text(0)?, row.int(1)?)))?)
            })
            .expect("read")
            .into_iter()
            .collect();
        assert_eq!(
            states,
            BTreeMap::from([("called".into(), 1), ("closed".into(), 1), ("counted".into(), 3), ("open".into(), 1)]),
            "{today}"
        );
        let passed: Vec<i64> = db
            .read_wait(|r| {
                let sql = "SELECT m.passed FROM property_vote_matter m JOIN property_vote v ON v.id = m.vote \
                           WHERE m.passed IS NOT NULL ORDER BY v.opens_at, m.n";
                Ok(r.rows(sql, &[], |row| row.int(0))?)
            })
            .expect("read");
        let shown = db.read_wait(|r| {
            let sql = "SELECT (SELECT count(*) FROM property_box WHERE what = 'sealed' AND large IS NOT NULL), \
                       (SELECT count(*) FROM property_box WHERE what = 'opened'), \
                       (SELECT count(*) FROM property_signing WHERE same = 1), \
                       (SELECT count(*) FROM property_ballot WHERE channel = 'photo')";
            Ok(r.row(sql, &[], |row| Ok([row.int(0)?, row.int(1)?, row.int(2)?, row.int(3)?]))?)
        });
        assert_eq!(shown.expect("read"), Some([4, 3, 3, 1]), "{today}: boxes, signed sheets, one photo from away");
        let official = db.read_wait(|r| {
            let sql = "SELECT count(*), (SELECT count(*) FROM property_official_line) FROM property_official \
                       WHERE void = 0 AND file IS NOT NULL";
            Ok(r.row(sql, &[], |row| Ok([row.int(0)?, row.int(1)?]))?)
        });
        assert_eq!(official.expect("read"), Some([2, 6]), "{today}: the authority's list, taken in by two");
        let urgent = db.read_wait(|r| {
            let sql = "SELECT count(*), CAST(sum(CASE WHEN u.done IS NULL AND u.entry IS NOT NULL THEN 1 ELSE 0 END) AS BIGINT) \
                       FROM property_urgent u";
            Ok(r.row(sql, &[], |row| Ok([row.int(0)?, row.int(1)?]))?)
        });
        assert_eq!(urgent.expect("read"), Some([1, 1]), "{today}: one emergency, put right once");
        let listed = db.read_wait(|r| {
            let sql = "SELECT count(*) FROM property_vote_matter WHERE kind = 'candidate'";
            Ok(r.row(sql, &[], |row| row.int(0))?)
        });
        assert_eq!(listed.expect("read"), Some(12), "{today}: two renewals, and their lists hang out");
        // A company is engaged; the ditch passes, the stall does not; five of six are elected.
        assert_eq!(
            (&passed[..4], passed[4..].iter().sum::<i64>(), passed.len()),
            (&[1, 1, 1, 0][..], 5, 10),
            "{today}"
        );
        let handed = db.read_wait(|r| {
            let sql = "SELECT count(*), (SELECT count(*) FROM property_meeting), \
                       (SELECT count(*) FROM outbox_message WHERE kind = 'property.hand_over_late') \
                       FROM property_hand_over WHERE state = 'handed'";
            Ok(r.row(sql, &[], |row| Ok((row.int(0)?, row.int(1)?, row.int(2)?)))?)
        });
        assert_eq!(
            handed.expect("read"),
            Some((4, 1, 0)),
            "{today}: met, and handed over but for the accounts, whose days are not over"
        );
        let steps = db.read_wait(|r| {
            let sql = "SELECT count(*), CAST(max(CASE WHEN k.ended_at IS NULL THEN 0 ELSE 1 END) AS BIGINT), \
                       CAST(sum(CASE WHEN s.vote IS NULL THEN 0 ELSE 1 END) AS BIGINT) \
                       FROM property_takeover k JOIN property_takeover_step s ON s.takeover = k.id \
                       GROUP BY k.id ORDER BY k.begun_at";
            Ok(r.rows(sql, &[], |row| Ok((row.int(0)?, row.int(1)?, row.int(2)?)))?)
        });
        assert_eq!(steps.expect("read"), [(16, 1, 1), (6, 0, 0)], "{today}: one is done whole, one goes on");
    }
}

#[test]
fn planted_twice_it_is_the_same_and_verifies() {
    let today = day("2026-11-24");
    let hashes = |db: &Db| -> Vec<[u8; 32]> {
        let all = db.read_wait(|r| Ok(entries(r, i64::MAX, 100_000)?)).expect("read");
        all.into_iter().map(|e| e.hash.as_slice().try_into().expect("32 bytes")).collect()
    };
    let (one, two) = (planted(today), planted(today));
    assert!(hashes(&one) == hashes(&two));
    let kinds = [lianxin_register::kinds(), lianxin_gate::kinds(), lianxin_property::kinds()].concat();
    let found = one.read_wait(move |r| Ok(verify(r, &kinds, &migrations(), &kept(), &mut |_, _| true)?));
    assert_eq!(found.expect("verified").findings, vec![]);
}

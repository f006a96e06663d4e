//! Every statement runs on both databases, the shipped flow fits its system.

use lianxin_council::course::FLOW;
use lianxin_council::{caps, rules};
use lianxin_path::Flow;
use lianxin_stories::World;
use std::collections::BTreeSet;

/// What is asked at every page or act: none of it may look through a whole table.
const HOT: &[(&str, &str)] = &[
    ("council", "by_no"),
    ("council", "by_id"),
    ("council", "by_act"),
    ("council", "mine"),
    ("council", "entries"),
    ("council", "tallies"),
    ("council", "last_no"),
    ("council", "new_all"),
    ("council", "new_open"),
    ("council", "new_done"),
    ("council", "area_all"),
    ("council", "area_open"),
    ("council", "area_done"),
    ("council", "due_area"),
    ("council", "due_holder"),
    ("council", "count_area"),
    ("council", "count_holder"),
    ("council", "desk_lines"),
    ("council", "due_area_of"),
    ("council", "due_holder_of"),
    ("council", "count_area_of"),
    ("council", "count_holder_of"),
    ("council", "new_about"),
    ("council", "area_about"),
    ("council", "count_about"),
    ("council", "count_area_about"),
    ("council", "in_hand"),
    ("council", "reply_of"),
    ("council", "metre_doors"),
    ("gate", "SESSION"),
    ("gate", "CREDENTIAL"),
    ("gate", "SLIP_BY_CODE"),
    ("gate", "CODE_HOLDER"),
    ("gate", "TRY_USED"),
    ("gate", "DOOR"),
    ("journal", "by_token"),
    ("journal", "by_id"),
    ("journal", "holds"),
    ("journal", "text"),
    ("journal", "last"),
    ("notice_board", "notice_one"),
    ("notice_board", "notice_area"),
    ("notice_board", "notice_section"),
    ("notice_board", "photo_of_notice"),
    ("outbox", "of_person"),
    ("outbox", "of_org"),
    ("property", "vote_one"),
    ("property", "vote_open"),
    ("property", "vote_open_in"),
    ("property", "vote_matters"),
    ("property", "roll_one"),
    ("property", "roll_lines"),
    ("property", "roll_mine"),
    ("property", "ballot_of_no"),
    ("property", "ballot_all"),
    ("property", "paper_entered"),
    ("property", "away_live"),
    ("property", "box_all"),
    ("property", "away_waiting"),
    ("property", "official_live"),
    ("property", "signing_last"),
    ("property", "official_lines"),
    ("property", "official_line"),
    ("property", "voter_of_person"),
];

#[test]
fn every_statement_prepares_on_both_databases_and_the_hot_ones_scan_nothing() {
    for world in World::everywhere() {
        let mut names = BTreeSet::new();
        for (room, statements) in lianxin_app::rooms::sql() {
            for (name, sql) in statements {
                names.insert((room, *name));
                let plan = world.db().read_wait(move |r| Ok(r.plan(sql)?));
                let plan = plan.unwrap_or_else(|why| panic!("{room} {name}: {why:?}\n{sql}"));
                // The lists are as long as the table; what one person has is short enough to be sorted.
                if HOT.contains(&(room, name)) {
                    let walks = |step: &String| step.starts_with("SCAN") && !step.contains("USING INDEX");
                    let long = ["n", "a", "due_", "count_", "in_hand"].iter().any(|long| name.starts_with(long));
                    let sorts = |step: &String| step.contains("TEMP B-TREE") && long;
                    let slow: Vec<_> = plan.iter().filter(|step| walks(step) || sorts(step)).collect();
                    assert!(slow.is_empty(), "{room} {name}: {slow:?} of {plan:?}");
                }
            }
        }
        let missing: Vec<_> = HOT.iter().filter(|hot| !names.contains(hot)).collect();
        assert!(missing.is_empty(), "no such statement: {missing:?}, but {names:?}");
    }
}

/// What the moves of a matter can ask for.
const NEEDS: &[&str] = &["title", "category", "note", "executor", "deadline", "reason", "price"];

#[test]
fn the_shipped_flow_has_no_fault_and_uses_every_move() {
    let moves: Vec<&str> = rules::Move::ALL.iter().filter(|m| **m != rules::Move::Report).map(|m| m.name()).collect();
    let flow = Flow::read(FLOW).unwrap_or_else(|fault| panic!("{fault}"));
    assert_eq!(flow.check(&moves, caps::IN_FLOW, NEEDS), []);
    for mv in moves {
        assert!(FLOW.contains(&format!("name = \"{mv}\"")), "{mv} stands in no flow");
    }
}

#[test]
fn every_capability_has_words_and_somebody_who_has_it() {
    let systems = lianxin_app::wiring::systems().expect("the systems agree");
    for system in &systems {
        for words in &system.capabilities {
            assert!(!words.zh.is_empty() && !words.en.is_empty() && words.zh != words.en, "{:?}", words.cap);
            assert!(system.roles.iter().any(|(_, caps)| caps.contains(&words.cap)), "nobody has {:?}", words.cap);
        }
        for (role, caps) in &system.roles {
            for cap in caps {
                assert!(system.capabilities.iter().any(|w| w.cap == *cap), "{role} has {cap:?}, which has no words");
            }
        }
    }
}

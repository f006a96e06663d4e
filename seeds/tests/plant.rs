//! The cast and the map, planted twice: the same leaves both times, and a record that verifies.

use lianxin_base::{Chance, Day};
use lianxin_gate::Keys;
use lianxin_journal::{entries, verify};
use lianxin_seeds::{Pass, begin, plant, sign_ins};
use lianxin_store::Db;

fn today() -> Day {
    "2026-06-18".parse().expect("a day")
}

fn planted() -> (Db, lianxin_seeds::Map) {
    let migrations = vec![lianxin_journal::migrations(), lianxin_register::migrations(), lianxin_gate::migrations()];
    let mut kept = lianxin_journal::kept();
    kept.extend(lianxin_register::kept());
    kept.extend(lianxin_gate::kept());
    let db = lianxin_store::testing::memory(migrations, kept, lianxin_journal::log());
    db.clock().set(begin(today()).at(8, 0));
    let map = plant(&db, begin(today())).expect("planted");
    (db, map)
}

fn leaves(db: &Db) -> Vec<Vec<u8>> {
    db.read_wait(|r| Ok(entries(r, i64::MAX, 10_000)?)).expect("read").into_iter().map(|e| e.hash).collect()
}

#[test]
fn planted_twice_it_is_the_same_and_verifies() {
    let ((one, map), (two, _)) = (planted(), planted());
    assert!(leaves(&one).len() > 100);
    assert_eq!(leaves(&one), leaves(&two));
    let keys = Keys::from_secret(&[4; 32]);
    let all = sign_ins(&one, &map, &keys, &Chance::seeded(1)).expect("signed in");
    assert_eq!(all.iter().filter(|s| matches!(s.pass, Pass::Slip(_))).count(), 3);
    let found = one
        .read_wait(|r| {
            let mut kinds = lianxin_register::kinds();
            kinds.extend(lianxin_gate::kinds());
            let migrations =
                [lianxin_journal::migrations(), lianxin_register::migrations(), lianxin_gate::migrations()];
            let mut kept = lianxin_journal::kept();
            kept.extend(lianxin_gate::kept());
            Ok(verify(r, &kinds, &migrations, &kept, &mut |_, _| true)?)
        })
        .expect("verified");
    assert_eq!(found.findings, vec![]);
}

#[test]
fn every_building_has_a_grid_and_the_first_community_is_the_invented_one() {
    let (db, map) = planted();
    let community = map.area("芙蓉社区");
    db.read_wait(move |r| {
        use lianxin_register::{AreaKind, find};
        let roots = find::roots(r)?;
        let first = find::areas_below(r, roots[0].id)?.into_iter().find(|a| a.kind == AreaKind::Community);
        assert_eq!(first.map(|a| a.id), Some(community));
        let (mut buildings, mut doors) = (0, 0);
        for compound in find::compounds(r, community)? {
            for b in find::buildings(r, compound.id)? {
                let grid = find::grid_of_building(r, b.id)?;
                assert!(grid.is_some_and(|g| g.phone.is_some()), "{} {}", compound.name, b.name);
                buildings += 1;
                doors += find::units(r, b.id)?.len();
            }
        }
        assert_eq!((buildings, doors), (13, 6 * 24 + 4 * 44 + 2 * 8 + 4));
        Ok(())
    })
    .expect("read");
}

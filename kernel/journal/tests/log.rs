//! The log grows with the record, is signed, continues what was signed, and names whoever changed anything behind its back.

use lianxin_base::{ActId, AreaId, Chance, Clock, Lang, Moment};
use lianxin_journal::log::{LogKeys, LogTrouble, Signed, all_signed, place, published, step, tile, verify};
use lianxin_journal::*;
use lianxin_store::testing::places;
use lianxin_store::{Db, Fault, Open, Place, Tx};
use lianxin_tlog::{Checkpoint, Tile, read_bundle, verify_inclusion};
use std::path::Path;

/// An act that says nothing.
struct Tick;

impl Act for Tick {
    const KIND: &'static str = "demo.tick";
    fn leaf(&self, _: &mut Leaf) {}
    fn apply(_: &Recorded, _: &mut Tx<'_>) -> Result<(), Fault> {
        Ok(())
    }
}

const AREA: AreaId = AreaId::from_bytes([7; 16]);
const ORIGIN: &str = "lianxin.example/journal";

fn open(place: Place) -> Db {
    Db::open(Open {
        place,
        clock: Clock::by_hand(Moment::from_micros(1_800_000_000_000_000)),
        chance: Chance::seeded(1),
        migrations: vec![migrations()],
        kept: kept(),
        readers: 2,
        log: lianxin_journal::log(),
    })
    .expect("opens")
}

fn ticks(db: &Db, n: usize) {
    let ids: Vec<ActId> = (0..n).map(|_| ActId::new(db.chance(), db.clock().now())).collect();
    for part in ids.chunks(500) {
        let part = part.to_vec();
        db.act_wait(AREA, move |tx| {
            for id in &part {
                record(tx, Head { id: *id, area: AREA, by: By::Office, no: None, token: None }, &Tick)?;
            }
            Ok(())
        })
        .expect("recorded");
    }
}

fn keys(dir: &Path) -> LogKeys {
    LogKeys::load_or_make(dir, ORIGIN, &Chance::seeded(2)).expect("a key")
}

fn up_to_date(db: &Db, keys: &LogKeys) {
    while step(db, keys).expect("a step") {}
}

fn newest(db: &Db, keys: &LogKeys) -> Checkpoint {
    let note = db.read_wait(|r| Ok(published(r)?)).expect("read").expect("published").note;
    Checkpoint::open(note.as_bytes(), ORIGIN, keys.verifier(), &[]).expect("signed").checkpoint
}

fn faults(db: &Db, keys: &LogKeys, given: Vec<Signed>) -> Vec<Wrong> {
    let keys = keys.clone();
    let found = db.read_wait(move |r| {
        let mut all = all_signed(r, &keys).expect("signed");
        all.extend(given.clone());
        Ok(verify(r, &all)?)
    });
    found.expect("verifies").into_iter().map(|f| f.what).collect()
}

/// Changes kept rows the way somebody with the database in their hands would.
fn by_hand(db: &Db, sql: &'static str) {
    db.keep_wait(move |tx| Ok(tx.exec(sql, &[])?)).expect("changed");
}

#[test]
fn every_act_comes_into_a_signed_tree_and_is_proved_to_be_there() {
    let (places, folder) = places();
    for (n, place_) in places.into_iter().enumerate() {
        let (db, keys) = (open(place_), keys(&folder.path().join(format!("keys{n}"))));
        up_to_date(&db, &keys);
        assert_eq!(newest(&db, &keys).size(), 0, "the empty record has a checkpoint too");
        for (more, size) in [(1, 1), (255, 256), (1, 257), (743, 1000), (4100, 5100)] {
            ticks(&db, more);
            up_to_date(&db, &keys);
            assert_eq!(newest(&db, &keys).size(), size);
            assert!(!step(&db, &keys).expect("a step"), "nothing is left to do");
            assert_eq!(faults(&db, &keys, Vec::new()), []);
        }
        let root = *newest(&db, &keys).root();
        for seq in [1, 256, 257, 4097, 5100] {
            let entry = db.read_wait(move |r| Ok(entries(r, seq, 1)?)).expect("read").remove(0);
            let found = db
                .read_wait(move |r| {
                    let receipt = receipt(r, entry.act)?.expect("recorded");
                    Ok((place(r, entry.act, None)?.expect("in the tree"), receipt.hash))
                })
                .expect("read");
            let (at, leaf) = found;
            assert_eq!(at.index, u64::try_from(seq).expect("positive") - 1);
            verify_inclusion(at.index, at.size, &leaf, &at.proof, &root).expect("proved");
        }
        ticks(&db, 1);
        let waiting = db.read_wait(|r| {
            let last = entries(r, i64::MAX, 1)?.remove(0);
            Ok(place(r, last.act, None)?)
        });
        assert_eq!(waiting.expect("read"), None, "what came just now is not in the tree yet");
    }
}

#[test]
fn tiles_and_bundles_are_served_as_far_as_the_tree_is_published() {
    let (places, folder) = places();
    for (n, place_) in places.into_iter().enumerate() {
        let (db, keys) = (open(place_), keys(&folder.path().join(format!("keys{n}"))));
        ticks(&db, 300);
        up_to_date(&db, &keys);
        ticks(&db, 10);
        let get = |path: &str| {
            let wanted = Tile::parse(path).expect("a tile");
            db.read_wait(move |r| Ok(tile(r, wanted)?)).expect("read")
        };
        for (path, want) in [
            ("/tile/0/000", Some(8192)),
            ("/tile/0/001.p/44", Some(44 * 32)),
            ("/tile/0/001.p/12", Some(12 * 32)),
            ("/tile/0/001.p/45", None),
            ("/tile/1/000.p/1", Some(32)),
            ("/tile/1/000", None),
            ("/tile/0/x999/999", None),
            ("/tile/63/000", None),
        ] {
            assert_eq!(get(path).map(|t| t.len()), want, "{path}");
        }
        let bundle = get("/tile/entries/001.p/44").expect("a bundle");
        let leaves = read_bundle(&bundle, 44).expect("entries");
        let hashes = get("/tile/0/001.p/44").expect("a tile");
        assert_eq!(leaves.len(), 44);
        for (leaf, hash) in leaves.iter().zip(hashes.chunks(32)) {
            assert_eq!(lianxin_tlog::leaf_hash(leaf), hash);
        }
        assert_eq!(get("/tile/entries/001.p/45"), None);
    }
}

#[test]
fn a_database_behind_what_was_signed_or_beside_it_is_named_and_signed_no_more() {
    let (places, folder) = places();
    for (n, place_) in places.into_iter().enumerate() {
        let (db, keys) = (open(place_), keys(&folder.path().join(format!("keys{n}"))));
        ticks(&db, 3);
        up_to_date(&db, &keys);
        let earlier = Signed { from: "paper".into(), checkpoint: newest(&db, &keys) };
        ticks(&db, 2);
        up_to_date(&db, &keys);
        assert_eq!(faults(&db, &keys, vec![earlier]), [], "an earlier checkpoint is continued");

        // Somebody takes the number of acts back by hand.
        by_hand(&db, "UPDATE journal_log SET size = 3, published = 3, checkpoint = NULL");
        let whole = Signed { from: "paper".into(), checkpoint: keys.kept().expect("read").expect("kept") };
        assert!(
            faults(&db, &keys, Vec::new()).iter().any(|w| *w != Wrong::Behind(5, 3)),
            "tiles too wide, another root"
        );
        assert_eq!(whole.checkpoint.size(), 5);
        by_hand(&db, "DELETE FROM journal_tile");
        by_hand(&db, "DELETE FROM journal_log");
        up_to_date(&db, &keys);
        assert_eq!(faults(&db, &keys, vec![whole.clone()]), [], "the tree is made again from the same leaves");

        // Another history under the same key.
        let (other, _folder) = lianxin_store::testing::places();
        let other = open(other.into_iter().next().expect("a place"));
        other.clock().set(Moment::from_micros(1_900_000_000_000_000));
        ticks(&other, 4);
        assert!(matches!(step(&other, &keys), Err(LogTrouble::Behind { signed: 5, there: 4 })));
        ticks(&other, 4);
        let forked = step(&other, &keys).expect_err("another history");
        assert!(matches!(forked, LogTrouble::Forked { signed: 5 }), "{forked:?}");
        assert!(!forked.say(Lang::Zh).is_ascii() && forked.say(Lang::En).is_ascii());
        assert_eq!(keys.kept().expect("read").expect("kept"), whole.checkpoint, "nothing was signed");
        assert_eq!(faults(&other, &keys, Vec::new()), [Wrong::Forked(5)]);
    }
}

#[test]
fn a_changed_tile_root_or_key_is_named() {
    let (places, folder) = places();
    for (n, place_) in places.into_iter().enumerate() {
        let dir = folder.path().join(format!("keys{n}"));
        let (db, own) = (open(place_), keys(&dir));
        ticks(&db, 9000);
        up_to_date(&db, &own);
        assert_eq!(faults(&db, &own, Vec::new()), []);
        // The partial tile of level 1 grew last long before the last leaf.
        by_hand(
            &db,
            "UPDATE journal_tile SET hashes = (SELECT hashes FROM journal_tile WHERE tier = 0 AND n = 35) WHERE tier = 1",
        );
        assert!(!faults(&db, &own, Vec::new()).is_empty());
        by_hand(&db, "DELETE FROM journal_tile WHERE tier = 1");
        assert!(faults(&db, &own, Vec::new()).contains(&Wrong::TileCount));

        std::fs::remove_file(dir.join("log.skey")).expect("gone");
        let other = LogKeys::load_or_make(&dir, ORIGIN, &Chance::seeded(3));
        let other = other.expect("another key");
        assert!(matches!(other.kept(), Err(LogTrouble::Kept(_))), "the kept checkpoint is not of this key");
        std::fs::remove_file(dir.join("checkpoint")).expect("gone");
        ticks(&db, 1);
        assert!(matches!(step(&db, &other), Err(LogTrouble::KeyLost)));
    }
}

#[test]
fn the_key_is_made_once_and_for_its_owner_alone() {
    let folder = tempfile();
    let made = keys(&folder);
    assert_eq!(keys(&folder).verifier(), made.verifier());
    let other = LogKeys::load_or_make(&folder, "elsewhere.example/journal", &Chance::seeded(9)).expect("the same key");
    assert_eq!(other.origin(), ORIGIN, "the name stays what it was made for");
    assert!(!lianxin_store::private::is_open(&folder.join("log.skey")).expect("there"));
    assert!(!format!("{made:?}").contains("PRIVATE"));
    std::fs::write(folder.join("log.skey"), "PRIVATE+KEY+nonsense").expect("written");
    assert!(matches!(LogKeys::load(&folder), Err(LogTrouble::NoKey)));
    std::fs::remove_dir_all(&folder).expect("removed");
}

fn tempfile() -> std::path::PathBuf {
    let path = std::env::temp_dir().join(format!("lianxin-log-{}", std::process::id()));
    std::fs::remove_dir_all(&path).ok();
    path
}

#[test]
fn a_new_key_signs_beside_the_old_one_for_a_time_and_then_alone() {
    let (places, folder) = places();
    for (n, place_) in places.into_iter().enumerate() {
        let dir = folder.path().join(format!("rotated{n}"));
        let (db, old) = (open(place_), keys(&dir));
        ticks(&db, 3);
        up_to_date(&db, &old);
        let until = db.clock().now().plus(90 * lianxin_base::DAY);
        let new = old.rotate(until, &Chance::seeded(3)).expect("changed");
        assert_eq!(new.origin(), ORIGIN);
        assert_ne!(new.verifier(), old.verifier());
        assert_eq!(faults(&db, &new, Vec::new()), [], "what the old key signed is still its log's");
        let size = |keys: &LogKeys| newest(&db, keys).size();
        for keys in [new.clone(), LogKeys::load(&dir).expect("read").expect("there")] {
            up_to_date(&db, &keys);
            assert_eq!((size(&old), size(&new)), (3, 3), "signed again by both, though nothing is new");
        }
        ticks(&db, 1);
        up_to_date(&db, &new);
        assert_eq!((size(&old), size(&new)), (4, 4));
        db.clock().set(until);
        ticks(&db, 1);
        let both = db.read_wait(|r| Ok(published(r)?)).expect("read").expect("published").note;
        up_to_date(&db, &new);
        let alone = db.read_wait(|r| Ok(published(r)?)).expect("read").expect("published");
        assert_eq!((both.matches('—').count(), alone.note.matches('—').count()), (2, 1));
        assert_eq!(alone.key, new.verifier().to_string());
        assert_eq!(faults(&db, &new, Vec::new()), []);
        let third = new.rotate(until.plus(lianxin_base::DAY), &Chance::seeded(4)).expect("changed again");
        up_to_date(&db, &third);
        assert_eq!((size(&new), size(&third)), (5, 5));
        let names: Vec<_> = std::fs::read_dir(&dir).expect("read").flatten().map(|f| f.file_name()).collect();
        assert!(names.iter().any(|n| *n == *format!("log.{:08x}.skey", old.verifier().id())), "{names:?}");
        // A change that was cut off before its last step has not taken place.
        std::fs::copy(dir.join("log.skey"), dir.join("log.old.skey")).expect("copied");
        let text = std::fs::read_to_string(dir.join("log.old.skey")).expect("read");
        std::fs::write(dir.join("log.old.skey"), format!("{text}1\n")).expect("written");
        let again = LogKeys::load(&dir).expect("read").expect("there");
        assert_eq!(again.verifier(), third.verifier());
        up_to_date(&db, &again);
    }
}

#[test]
fn another_host_has_another_log_and_no_name_comes_twice() {
    let folder = std::env::temp_dir().join(format!("lianxin-log-hosts-{}", std::process::id()));
    let chance = Chance::seeded(5);
    let mut keys = keys(&folder);
    let mut names = vec![keys.origin().to_owned()];
    for host in [Some("heping.example"), None, Some("lianxin.example"), Some("heping.example")] {
        keys = keys.anew(host, &chance).expect("begun");
        names.push(keys.origin().to_owned());
    }
    std::fs::remove_dir_all(&folder).expect("removed");
    let journal = |host: &str, n: &str| format!("{host}.example/journal{n}");
    let want = [
        journal("lianxin", ""),
        journal("heping", ""),
        journal("heping", "-2"),
        journal("lianxin", "-2"),
        journal("heping", "-3"),
    ];
    assert_eq!(names, want);
}

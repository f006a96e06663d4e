//! The search index: words of two characters, who finds what, and filling it anew from the texts.

use crate::house::{FURONGLI, Told, Town, town};
use lianxin_council::publish::{NewPublication, publication};
use lianxin_council::rules::See;
use lianxin_council::search::{Where, alike, alike_for_seats, fill_again, misses, search};
use lianxin_council::view::Sight;
use lianxin_store::{Read, Stop};

fn read<T: Send + 'static>(town: &Town, f: impl Fn(&mut Read<'_>) -> Result<T, Stop> + Send + 'static) -> T {
    std::thread::scope(|s| s.spawn(|| town.db.read_wait(f)).join()).expect("ran").expect("read")
}

fn found(town: &Town, at: &Where, typed: &'static str) -> Option<Vec<String>> {
    let at = at.clone();
    let all = read(town, move |r| Ok(search(r, &at, typed, 20)?));
    all.map(|all| all.into_iter().map(|m| m.no).collect())
}

#[tokio::test]
async fn what_is_written_is_found_by_any_two_characters_of_it() {
    let town = town().await;
    let lamp = town.report("3 号楼 2 单元的灯，坏了三天", &FURONGLI);
    let lift = town.report("电梯（左边那部）异响 WiFi", &FURONGLI);
    let there = town.report("和平里的灯坏了", &Told { area: "和平里", by: None, see: See::Parties });
    let desk = Where::Desk(Sight::whole());
    assert_eq!(found(&town, &desk, "坏了"), Some(vec![]), "nobody who reports waits for the index");
    town.indexed();
    for (typed, want) in [
        ("坏了", Some(vec![&there, &lamp])),
        ("3号楼", Some(vec![&lamp])),
        ("３号楼", Some(vec![&lamp])),
        ("灯 坏了", Some(vec![&there, &lamp])),
        ("灯坏了", Some(vec![&there, &lamp])),
        ("异响 电梯", Some(vec![&lift])),
        ("wifi", Some(vec![&lift])),
        ("梯左", Some(vec![&lift])),
        ("水管", Some(vec![])),
        ("灯", None),
        ("", None),
        ("%' OR 1=1", Some(vec![])),
    ] {
        let want = want.map(|all| all.into_iter().cloned().collect::<Vec<_>>());
        assert_eq!(found(&town, &desk, typed), want, "{typed:?}");
    }
    assert_eq!(found(&town, &Where::Everywhere, "坏了"), Some(vec![]), "nothing is published");
    let area = town.map.area("芙蓉里");
    let alike = read(&town, move |r| Ok(alike_for_seats(r, area, "灯坏了三天了", 9)?));
    assert_eq!(alike.iter().map(|m| m.no.as_str()).collect::<Vec<_>>(), [lamp.as_str()]);

    // The index is derived: gone, it is filled again from the texts.
    let emptied = || {
        town.db.keep_wait(|tx| {
            for sql in ["DELETE FROM council_gram", "DELETE FROM council_find_text", "DELETE FROM council_find"] {
                tx.exec(sql, &[])?;
            }
            Ok::<_, Stop>(())
        })
    };
    std::thread::scope(|s| s.spawn(emptied).join()).expect("ran").expect("emptied");
    assert_eq!(found(&town, &desk, "坏了"), Some(vec![]));
    assert!(read(&town, |r| Ok(misses(r)?)));
    let again = || town.db.keep_wait(|tx| Ok::<_, Stop>(fill_again(tx)?));
    std::thread::scope(|s| s.spawn(again).join()).expect("ran").expect("asked for");
    town.indexed();
    assert!(!read(&town, |r| Ok(misses(r)?)));
    assert_eq!(found(&town, &desk, "坏了").map(|all| all.len()), Some(2));
}

/// Puts a matter on the board, in these words.
fn shown(town: &Town, no: &str, title: &'static str, words: &'static str) {
    let no = no.to_owned();
    town.act("吴敏", move |tx, _, author| {
        let shown = Some((title.to_owned(), words.to_owned()));
        publication(tx, author, &NewPublication { no: no.clone(), shown, photos: Vec::new() })
    });
}

#[tokio::test]
async fn a_board_finds_what_is_published_behind_much_that_is_not() {
    let town = town().await;
    let lamp = town.report("楼道灯坏了", &FURONGLI);
    shown(&town, &lamp, "楼道灯不亮", "三楼的楼道灯坏了");
    for n in 0..130 {
        town.report(&format!("楼道灯坏了，第 {n} 回说"), &FURONGLI);
    }
    town.indexed();
    let here = Where::In(town.map.area("芙蓉里"));
    assert_eq!(found(&town, &here, "楼道灯"), Some(vec![lamp.clone()]));
    assert_eq!(found(&town, &here, "第 12"), Some(vec![]), "what nobody may read is not found");
    assert_eq!(found(&town, &Where::Everywhere, "楼道灯"), Some(vec![lamp.clone()]));
    shown(&town, &lamp, "路灯不亮", "院里的路灯不亮");
    town.indexed();
    assert_eq!(found(&town, &here, "楼道灯"), Some(vec![]), "it is shown in other words now");
    assert_eq!(found(&town, &here, "路灯"), Some(vec![lamp]));
}

#[tokio::test]
async fn who_tries_words_does_not_find_out_what_is_not_shown() {
    let town = town().await;
    let area = town.map.area("芙蓉里");
    let quarrel = town.report("二楼老王家天天吵架摔东西", &FURONGLI);
    shown(&town, &quarrel, "楼上有响动", "夜里楼上有响动，想请人去看看");
    town.indexed();
    for (typed, likes) in [("夜里楼上有响动", 1), ("二楼老王家天天吵架", 0)] {
        let all = read(&town, move |r| Ok(alike(r, area, typed, 3)?));
        assert_eq!(all.len(), likes, "{typed}");
    }
    let for_seats = read(&town, move |r| Ok(alike_for_seats(r, area, "二楼老王家天天吵架", 3)?));
    assert_eq!(for_seats.len(), 1);
}

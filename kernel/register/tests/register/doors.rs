//! Entrances, units split and merged, owner-sets, areas merged: what is refused, what is found afterwards.

use crate::rules::table;
use crate::town::*;
use lianxin_base::{OrgId, UnitId};
use lianxin_journal::{Act, Leaf, Recorded, record};
use lianxin_register::{self as register, *};
use lianxin_store::testing::places;
use lianxin_store::{Db, Fault, Place, Read, Tx};
use serde_json::json;

const DAY: &str = "2026-06-15";

fn look<T: Send + 'static>(db: &Db, f: impl Fn(&mut Read<'_>) -> Result<T, Fault> + Send + 'static) -> T {
    db.read_wait(move |r| Ok(f(r)?)).expect("read")
}

fn an_entrance(change: impl Fn(&mut Entrance) + Send + 'static) -> Try {
    Box::new(move |tx| {
        let mut new = Entrance { entrance: e(1), building: HOUSE, name: "1 单元".into(), sort: 1 };
        change(&mut new);
        entrance(tx, head(tx), new)
    })
}

fn some_units(change: impl Fn(&mut Units) + Send + 'static) -> Try {
    Box::new(move |tx| {
        entrance(tx, head(tx), Entrance { entrance: e(1), building: HOUSE, name: "1 单元".into(), sort: 1 })?;
        let door = Door { unit: a_unit(u(9), "1单元201"), entrance: Some(e(1)), used: Some(UnitUse::Business) };
        let mut new = Units { building: HOUSE, doors: vec![door] };
        change(&mut new);
        units(tx, head(tx), new)
    })
}

fn many(n: u8) -> Vec<Door> {
    let long = |n: u8| Door {
        entrance: Some(e(1)),
        used: Some(UnitUse::Business),
        ..Door::of(a_unit(u(n + 20), &format!("{}{n:03}", "𬸘".repeat(17))))
    };
    (0..n).map(long).collect()
}

#[test]
fn entrances_and_units() {
    table(vec![
        ("an entrance", "", an_entrance(|_| ())),
        ("an entrance of nowhere", "register.building_unknown", an_entrance(|x| x.building = b(88))),
        ("an entrance without a name", "register.missing", an_entrance(|x| x.name = " ".into())),
        (
            "the same name again",
            "register.entrance_taken",
            Box::new(|tx| {
                entrance(tx, head(tx), Entrance { entrance: e(1), building: HOUSE, name: "1 单元".into(), sort: 1 })?;
                entrance(tx, head(tx), Entrance { entrance: e(2), building: HOUSE, name: "1 单元".into(), sort: 2 })
            }),
        ),
        ("a unit by an entrance", "", some_units(|_| ())),
        ("a unit of nowhere", "register.building_unknown", some_units(|x| x.building = b(88))),
        ("another building's entrance", "register.entrance_unknown", some_units(|x| x.building = LOOSE)),
        ("a label taken earlier", "register.unit_taken", some_units(|x| x.doors[0].unit.label = "1单元101".into())),
        ("no size but a use", "", some_units(|x| x.doors[0].unit.floor_area = None)),
        ("eighty long units with entrances fit", "", some_units(|x| x.doors = many(70))),
        ("too many for a leaf", "register.units_many", some_units(|x| x.doors = many(99))),
    ]);
}

fn split(change: impl Fn(&mut UnitChange) + Send + 'static) -> Try {
    Box::new(move |tx| {
        let into = vec![Door::of(a_unit(u(11), "1单元101甲")), Door::of(a_unit(u(12), "1单元101乙"))];
        let mut new = UnitChange { building: HOUSE, from: vec![FLAT], into, since: day(DAY) };
        change(&mut new);
        unit_change(tx, head(tx), new)
    })
}

fn merged(x: &mut UnitChange) {
    x.from = vec![FLAT, u(2)];
    x.into = vec![Door::of(a_unit(u(11), "1单元101"))];
}

#[test]
fn units_split_and_merged() {
    table(vec![
        ("one becomes two", "", split(|_| ())),
        ("two become one under an old label", "", split(merged)),
        ("one becomes one", "register.unit_change", split(|x| drop(x.into.pop()))),
        ("two become two", "register.unit_change", split(|x| x.from.push(u(2)))),
        (
            "the same twice",
            "register.unit_change",
            split(|x| {
                merged(x);
                x.from = vec![FLAT, FLAT]
            }),
        ),
        ("what is not there", "register.unit_unknown", split(|x| x.from = vec![u(88)])),
        ("of another building", "register.unit_elsewhere", split(|x| x.from = vec![u(3)])),
        ("into one that is there", "register.unit_taken", split(|x| x.into[0].unit.unit = u(2))),
        ("into a label that stays", "register.unit_taken", split(|x| x.into[0].unit.label = "1单元102".into())),
        (
            "split a second time",
            "register.unit_gone",
            Box::new(|tx| {
                split(|_| ())(tx)?;
                let into = vec![Door::of(a_unit(u(13), "丙")), Door::of(a_unit(u(14), "丁"))];
                unit_change(tx, head(tx), UnitChange { building: HOUSE, from: vec![FLAT], into, since: day(DAY) })
            }),
        ),
        (
            "owners differ",
            "register.owners_differ",
            Box::new(|tx| {
                owner_set(tx, head(tx), a_set(1, vec![FLAT]))?;
                split(merged)(tx)
            }),
        ),
        (
            "a household moves into what is gone",
            "register.unit_gone",
            Box::new(|tx| {
                split(|_| ())(tx)?;
                household(tx, head(tx), Household { household: h(9), building: HOUSE, unit: FLAT })
            }),
        ),
    ]);
}

fn a_set(n: u8, units: Vec<UnitId>) -> OwnerSet {
    OwnerSet { owner_set: set(n), units, owners: vec![Owner::Person(WANG)], since: day("2024-05-01"), until: None }
}

fn a_set_with(change: impl Fn(&mut OwnerSet) + Send + 'static) -> Try {
    Box::new(move |tx| {
        let mut new = a_set(1, vec![FLAT]);
        change(&mut new);
        owner_set(tx, head(tx), new)
    })
}

#[test]
fn owner_sets() {
    let owner = |id: OrgId| Owner::Org(id);
    table(vec![
        ("one owner", "", a_set_with(|_| ())),
        ("an owner who is a company", "", a_set_with(move |x| x.owners = vec![owner(COMPANY)])),
        ("a company and a person", "", a_set_with(move |x| x.owners.push(owner(COMPANY)))),
        ("two flats of one owner", "", a_set_with(|x| x.units.push(u(2)))),
        ("nobody", "register.owners_none", a_set_with(|x| x.owners.clear())),
        ("nothing", "register.owners_none", a_set_with(|x| x.units.clear())),
        ("the same owner twice", "register.owner_twice", a_set_with(|x| x.owners.push(Owner::Person(WANG)))),
        ("the same flat twice", "register.owner_twice", a_set_with(|x| x.units.push(FLAT))),
        ("a stranger", "register.person_unknown", a_set_with(|x| x.owners = vec![Owner::Person(p(88))])),
        ("a company nobody knows", "register.org_unknown", a_set_with(move |x| x.owners = vec![owner(o(88))])),
        ("a flat nobody knows", "register.unit_unknown", a_set_with(|x| x.units = vec![u(88)])),
        ("flats of two areas", "register.unit_elsewhere", a_set_with(|x| x.units.push(u(3)))),
        ("sold before it was bought", "register.dates", a_set_with(|x| x.until = Some(day("2024-04-30")))),
        ("51 flats", "register.owners_many", a_set_with(|x| x.units = (0..51).map(u).collect())),
        (
            "two sets at once",
            "register.owners_taken",
            Box::new(|tx| {
                owner_set(tx, head(tx), a_set(1, vec![FLAT]))?;
                owner_set(tx, head(tx), a_set(2, vec![FLAT]))
            }),
        ),
        (
            "sold, then bought",
            "",
            Box::new(|tx| {
                owner_set(tx, head(tx), OwnerSet { until: Some(day("2025-12-31")), ..a_set(1, vec![FLAT]) })?;
                owner_set(tx, head(tx), OwnerSet { since: day("2026-01-01"), ..a_set(2, vec![FLAT]) })
            }),
        ),
    ]);
}

#[test]
fn what_belonged_to_a_unit_goes_along_when_it_is_split_and_replay_agrees() {
    let (places, _folder) = places();
    for place in places {
        let db = town(place);
        act(&db, a_set_with(|x| x.owners.push(Owner::Org(COMPANY)))).expect("owned");
        act(&db, split(|_| ())).expect("split");
        let labels: Vec<String> = look(&db, |r| find::units(r, HOUSE)).into_iter().map(|u| u.label).collect();
        assert_eq!(labels, ["1单元101乙", "1单元101甲", "1单元102"]);
        let old = look(&db, |r| find::unit(r, FLAT)).expect("still known");
        assert_eq!((old.until, old.since), (Some(day("2026-06-14")), None));
        assert_eq!(look(&db, |r| find::became(r, FLAT)), [u(11), u(12)]);
        assert_eq!(look(&db, |r| find::came_from(r, u(12))), [FLAT]);
        assert_eq!(look(&db, |r| find::households_of_unit(r, u(11))).len(), 1);
        assert_eq!(look(&db, |r| find::relations_of_unit(r, u(11), day(DAY))).len(), 1);
        for (unit, owned) in [(u(11), true), (u(12), true), (FLAT, false), (u(2), false)] {
            assert_eq!(look(&db, move |r| find::owner_set_of(r, unit, day(DAY))).is_some(), owned, "{unit}");
        }
        assert_eq!(look(&db, |r| find::owners(r, set(1))), [Owner::Person(WANG), Owner::Org(COMPANY)]);
        assert_eq!(look(&db, |r| find::owner_sets_of(r, Owner::Org(COMPANY))).len(), 1);
        assert_eq!(check(&db).findings, vec![]);
    }
}

/// A building as version 1 recorded it: its units in the public leaf.
struct Old;

impl Act for Old {
    const KIND: &'static str = "register.building";
    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("building", b(7));
        leaf.text("name", "7号楼");
        leaf.text("code", "7");
        leaf.int("sort", 7);
        leaf.list("units", vec![json!([u(70).to_string(), "dwelling", "701", 6543, "survey"])]);
    }
    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        Building::apply(rec, tx)
    }
}

#[test]
fn a_building_recorded_with_its_units_in_the_leaf_still_replays_and_new_ones_hide_them() {
    let (places, _folder) = places();
    for place in places {
        let db = town(place);
        act(&db, Box::new(|tx| Ok(record(tx, lianxin_journal::Head { area: FURONG, ..head(tx) }, &Old)?)))
            .expect("old");
        let unit = look(&db, |r| find::unit_by_label(r, b(7), "701")).expect("there");
        assert_eq!((unit.id, unit.entrance, unit.used), (u(70), None, None));
        let more: Try = Box::new(|tx| {
            let door = Door { used: Some(UnitUse::Empty), ..Door::of(a_unit(u(70), "701")) };
            units(tx, head(tx), Units { building: b(7), doors: vec![door] })?;
            building(tx, head(tx), a_building(b(7), FURONG, "7号楼", vec![a_unit(u(70), "701")]))
        });
        act(&db, more).expect("again");
        let unit = look(&db, |r| find::unit(r, u(70))).expect("there");
        assert_eq!(unit.used, Some(UnitUse::Empty), "a building registered again does not forget the use");
        assert_eq!(check(&db).findings, vec![]);
    }
}

fn merge(change: impl Fn(&mut AreaMerge) + Send + 'static) -> Try {
    Box::new(move |tx| {
        let mut new = AreaMerge { area: COMMUNITY, successor: NEXT, until: day(DAY) };
        change(&mut new);
        area_merge(tx, head(tx), new)
    })
}

#[test]
fn areas_merged() {
    table(vec![
        ("a community into the next", "", merge(|_| ())),
        ("a compound into the next", "", merge(|x| (x.area, x.successor) = (FURONG, HAITANG))),
        ("into itself", "register.merge_with", merge(|x| x.successor = COMMUNITY)),
        ("into a compound", "register.merge_with", merge(|x| x.successor = FURONG)),
        ("into a street", "register.merge_with", merge(|x| x.successor = STREET)),
        ("into nowhere", "register.area_unknown", merge(|x| x.successor = a(88))),
        ("before it began", "register.dates", merge(|x| x.until = day("2019-12-31"))),
        (
            "twice",
            "register.ended",
            Box::new(|tx| {
                merge(|_| ())(tx)?;
                merge(|_| ())(tx)
            }),
        ),
        (
            "changed afterwards",
            "register.ended",
            Box::new(|tx| {
                merge(|_| ())(tx)?;
                area(tx, head(tx), an_area(COMMUNITY, Some(STREET), AreaKind::Community, "和平里社区"))
            }),
        ),
        (
            "two buildings of one name",
            "register.merge_buildings",
            Box::new(|tx| {
                building(tx, head(tx), a_building(b(9), HAITANG, "3 栋", Vec::new()))?;
                area_merge(tx, head(tx), AreaMerge { area: FURONG, successor: HAITANG, until: day(DAY) })
            }),
        ),
    ]);
}

#[test]
fn what_lay_in_a_merged_community_lies_in_the_other_and_its_old_name_leads_there() {
    let (places, _folder) = places();
    for place in places {
        let db = town(place);
        act(&db, merge(|_| ())).expect("merged");
        let up: Vec<_> = look(&db, |r| find::ancestors(r, FURONG)).iter().map(|a| a.id).collect();
        assert_eq!(up, [NEXT, STREET]);
        assert!(look(&db, |r| find::subtree(r, NEXT)).contains(&COMMUNITY), "its old matters are the other's");
        assert_eq!(look(&db, |r| find::grids(r, NEXT)).len(), 1);
        assert_eq!(look(&db, |r| find::buildings(r, NEXT)).len(), 1, "the loose building");
        assert_eq!(look(&db, |r| find::unit(r, u(3))).map(|u| u.area), Some(NEXT));
        assert_eq!(look(&db, |r| find::place(r, "和平里社区")).map(|p| p.area), Some(NEXT));
        assert_eq!(look(&db, |r| find::place(r, "和平里社区/沿街甲1")).and_then(|p| p.building), Some(LOOSE));
        let old = look(&db, |r| find::area(r, COMMUNITY)).expect("still known");
        assert!(old.holds(day(DAY)) && !old.holds(day("2026-06-16")) && old.successor == Some(NEXT));
        let list = look(&db, |r| find::places(r, Some(NEXT), day("2026-06-16")));
        assert!(list.iter().all(|p| p.code != "和平里社区") && list.iter().any(|p| p.code == "芙蓉里"), "{list:?}");
        assert_eq!(check(&db).findings, vec![]);
    }
}

#[test]
fn people_are_found_by_their_names_whatever_dots_are_typed() {
    let (places, _folder) = places();
    for place in places {
        let db = town(place);
        for (n, name) in [(2, "阿拉腾•其其格"), (3, "𬸘䶮"), (4, "100%王_㛃")] {
            act(&db, Box::new(move |tx| person(tx, head(tx), a_person(p(n), name, None)))).expect("registered");
        }
        assert_eq!(look(&db, |r| find::person_name(r, p(2))).as_deref(), Some("阿拉腾·其其格"));
        for (typed, found) in [
            ("其其格", vec![p(2)]),
            ("阿拉腾其其格", vec![p(2)]),
            ("阿拉腾 ・其其格", vec![p(2)]),
            ("𬸘", vec![p(3)]),
            ("王", vec![WANG, p(4)]),
            ("%", vec![p(4)]),
            ("_", vec![p(4)]),
            ("!", vec![]),
            (" · ", vec![]),
            ("赵", vec![]),
        ] {
            assert_eq!(look(&db, move |r| find::people_by_name(r, STREET, typed, 10)), found, "{typed}");
        }
        for (typed, found) in [("阿拉腾•其其格", vec![p(2)]), ("其其格", vec![]), ("王", vec![]), ("", vec![])]
        {
            assert_eq!(look(&db, move |r| find::people_named(r, STREET, typed, 2)), found, "exactly {typed}");
        }
        assert_eq!(look(&db, |r| find::people_by_name(r, NEXT, "王", 10)), []);
        assert_eq!(look(&db, |r| find::people_by_name(r, STREET, "王", 1)).len(), 1);
    }
}

#[test]
fn a_changed_phone_is_the_only_one_that_finds_somebody() {
    let db = town(Place::Memory);
    let anew: Try = Box::new(|tx| register::person(tx, head(tx), a_person(WANG, "王㛃", Some("138 0000 4321"))));
    act(&db, anew).expect("changed");
    for (tail, found) in [("4321", 1), ("5678", 0)] {
        assert_eq!(look(&db, move |r| find::people_by_phone_tail(r, STREET, tail)).len(), found, "{tail}");
    }
    assert_eq!(check(&db).findings, vec![]);
}

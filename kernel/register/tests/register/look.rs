//! What was registered is found, says the same when replayed, and hides who people are; on each database.

use crate::town::*;
use lianxin_base::{Area as FloorArea, AreaId};
use lianxin_journal::Class;
use lianxin_register::{self as register, *};
use lianxin_store::testing::places;
use lianxin_store::{Db, Place, Read, Value, columns, dump, params};
use std::collections::BTreeSet;

const BODIES: &str = "SELECT body, CASE WHEN inner_leaf IS NULL THEN 0 ELSE 1 END FROM journal_act ORDER BY seq";
const INNER: &str = "SELECT inner_leaf FROM journal_act WHERE inner_leaf IS NOT NULL";

fn look<T: Send + 'static>(
    db: &Db,
    f: impl Fn(&mut Read<'_>) -> Result<T, lianxin_store::Fault> + Send + 'static,
) -> T {
    db.read_wait(move |r| Ok(f(r)?)).expect("read")
}

fn on_each(f: impl Fn(&Db)) {
    let (places, _folder) = places();
    for place in places {
        f(&town(place));
    }
}

#[test]
fn areas_climb_and_descend() {
    on_each(|db| {
        let up: Vec<AreaId> = look(db, |r| find::ancestors(r, FURONG)).iter().map(|a| a.id).collect();
        assert_eq!(up, [COMMUNITY, STREET]);
        assert_eq!(look(db, |r| find::subtree(r, STREET)), [STREET, COMMUNITY, NEXT, FURONG, HAITANG]);
        assert_eq!(look(db, |r| find::subtree(r, a(88))), []);
        let compounds: Vec<String> = look(db, |r| find::compounds(r, COMMUNITY)).into_iter().map(|a| a.code).collect();
        assert_eq!(compounds, ["芙蓉里", "海棠里"]);
        assert_eq!(look(db, |r| find::children(r, COMMUNITY)).len(), 2);
        assert_eq!(look(db, find::roots).len(), 1);
        assert_eq!(look(db, |r| find::area_name(r, FURONG)).as_deref(), Some("芙蓉里小区"));
    });
}

#[test]
fn a_renamed_compound_is_found_by_its_old_code_and_nobody_else_gets_it() {
    on_each(|db| {
        let rename = |code: &'static str| -> Try {
            Box::new(move |tx| area(tx, head(tx), an_area(FURONG, Some(COMMUNITY), AreaKind::Compound, code)))
        };
        act(db, rename("新芙蓉里")).expect("renamed");
        for code in ["芙蓉里", "新芙蓉里"] {
            assert_eq!(look(db, move |r| find::area_by_code(r, code)).map(|a| a.id), Some(FURONG), "{code}");
        }
        assert_eq!(look(db, |r| find::place(r, "芙蓉里/3")).and_then(|p| p.building), Some(HOUSE));
        let taken: Try =
            Box::new(|tx| area(tx, head(tx), an_area(a(9), Some(COMMUNITY), AreaKind::Compound, "芙蓉里")));
        assert_eq!(act(db, taken).err().map(|stop| stop.code()), Some("register.code_taken"));
        act(db, rename("芙蓉里")).expect("named back");
        assert_eq!(check(db).findings, vec![]);
    });
}

#[test]
fn places_have_codes_that_read_back() {
    on_each(|db| {
        let all = look(db, |r| find::places(r, None, day("2026-06-15")));
        let lines: Vec<(&str, &str, &str)> = all.iter().map(|p| (p.code.as_str(), p.kind, p.path.as_str())).collect();
        assert_eq!(
            lines,
            [
                ("东里社区", "community", "和平街道 / 东里社区"),
                ("和平里社区", "community", "和平街道 / 和平里社区"),
                ("和平里社区/沿街甲1", "building", "和平街道 / 和平里社区 / 沿街甲1"),
                ("海棠里", "compound", "和平街道 / 和平里社区 / 海棠里小区"),
                ("芙蓉里", "compound", "和平街道 / 和平里社区 / 芙蓉里小区"),
                ("芙蓉里/3", "building", "和平街道 / 和平里社区 / 芙蓉里小区 / 3号楼"),
            ]
        );
        for line in all.clone() {
            let found = look(db, move |r| find::place(r, &line.code)).expect("reads back");
            assert_eq!(found.building.is_some(), line.kind == "building");
        }
        assert_eq!(look(db, |r| find::places(r, Some(FURONG), day("2026-06-15"))), all[4..]);
        assert_eq!(look(db, |r| find::places(r, Some(COMMUNITY), day("2019-06-15"))), []);
        for (code, want) in [
            ("芙蓉里", Some((FURONG, None, "芙蓉里小区"))),
            (" 芙蓉里/3 ", Some((FURONG, Some(HOUSE), "芙蓉里小区 3号楼"))),
            ("和平里社区/沿街甲1", Some((COMMUNITY, Some(LOOSE), "和平里社区 沿街甲1"))),
            ("芙蓉里/4", None),
            ("芙蓉里/3/1", None),
            ("和平街道", None),
            ("没有", None),
            ("", None),
        ] {
            let found = look(db, move |r| find::place(r, code)).map(|p| (p.area, p.building, p.label));
            assert_eq!(found, want.map(|(a, b, l)| (a, b, l.to_owned())), "{code}");
        }
    });
}

#[test]
fn building_names_give_short_codes() {
    for (name, code) in [
        ("3号楼", "3"),
        ("３ 号楼", "3"),
        ("甲1栋", "甲1"),
        ("B座", "B座"),
        ("12幢", "12"),
        ("楼", "楼"),
        ("A/B", "AB"),
        ("—", ""),
    ] {
        assert_eq!(building_code(name), code, "{name}");
    }
}

#[test]
fn a_building_knows_its_grids_phone_and_its_units() {
    on_each(|db| {
        let grid = look(db, |r| find::grid_of_building(r, HOUSE)).expect("in a grid");
        assert_eq!((grid.id, grid.phone.as_deref()), (g(1), Some("13812340000")));
        assert_eq!(look(db, |r| find::grid_of_building(r, LOOSE)), None);
        assert_eq!(look(db, |r| find::grids(r, COMMUNITY)), [grid]);
        let labels: Vec<String> = look(db, |r| find::units(r, HOUSE)).into_iter().map(|u| u.label).collect();
        assert_eq!(labels, ["1单元101", "1单元102"]);
        let unit = look(db, |r| find::unit_by_label(r, HOUSE, "1单元101")).expect("there");
        assert_eq!(
            (unit.id, unit.floor_area, unit.area_source),
            (FLAT, Some(FloorArea(8765)), Some(AreaSource::Survey))
        );
        let more: Try =
            Box::new(|tx| building(tx, head(tx), a_building(HOUSE, FURONG, "3号楼", vec![a_unit(u(7), "2单元101")])));
        act(db, more).expect("added");
        assert_eq!(look(db, |r| find::units(r, HOUSE)).len(), 3, "earlier units stay");
        assert_eq!(look(db, |r| find::buildings(r, FURONG)).len(), 1);
        assert_eq!(check(db).findings, vec![]);
    });
}

#[test]
fn people_are_found_by_household_and_phone_and_named_by_their_newest_act() {
    on_each(|db| {
        let names = |db: &Db| look(db, |r| Ok((find::person_name(r, WANG)?, find::person_phone(r, WANG)?)));
        assert_eq!(names(db), (Some("王㛃".into()), Some("13812345678".into())));
        assert_eq!(look(db, |r| find::person_area(r, WANG)), Some(FURONG));
        for (area, tail, found) in [(STREET, "5678", 1), (FURONG, "5678", 1), (NEXT, "5678", 0), (STREET, "0000", 0)] {
            assert_eq!(look(db, move |r| find::people_by_phone_tail(r, area, tail)).len(), found, "{tail}");
        }
        for (on, found) in [("2024-04-30", 0), ("2024-05-01", 1), ("2026-06-15", 1)] {
            assert_eq!(look(db, move |r| find::households(r, WANG, day(on))).len(), found, "{on}");
            assert_eq!(look(db, move |r| find::members(r, HOME, day(on))).len(), found, "{on}");
            assert_eq!(look(db, move |r| find::relations_of_unit(r, FLAT, day(on))).len(), found, "{on}");
        }
        let again: Try = Box::new(|tx| person(tx, head(tx), a_person(WANG, "王洁", None)));
        act(db, again).expect("named anew");
        assert_eq!(names(db), (Some("王洁".into()), None));
        assert_eq!(look(db, |r| find::people_by_phone_tail(r, STREET, "5678")), []);
        let end: Try =
            Box::new(|tx| relation_end(tx, head(tx), RelationEnd { relation: rel(1), until: day("2026-06-15") }));
        act(db, end).expect("ended");
        for (on, found) in [("2026-06-15", 1), ("2026-06-16", 0)] {
            assert_eq!(look(db, move |r| find::households(r, WANG, day(on))).len(), found, "{on}");
        }
        assert_eq!(look(db, |r| find::households_of_unit(r, FLAT)).len(), 1);
        assert_eq!(look(db, |r| find::person_name(r, p(88))), None);
        assert_eq!(check(db).findings, vec![]);
    });
}

#[test]
fn who_answers_the_phone_for_a_household_does_not_belong_to_it() {
    let db = town(Place::Memory);
    let contact: Try = Box::new(|tx| {
        person(tx, head(tx), a_person(p(2), "外地的女儿", None))?;
        let new = Relation { person: p(2), kind: RelationKind::Contact, ..a_relation(rel(2), Some(HOME), None) };
        relation(tx, head(tx), new)
    });
    act(&db, contact).expect("registered");
    assert_eq!(look(&db, |r| find::households(r, p(2), day("2026-06-15"))), []);
    assert_eq!(look(&db, |r| find::members(r, HOME, day("2026-06-15"))).len(), 2);
}

#[test]
fn the_party_responsible_is_found_climbing_up() {
    on_each(|db| {
        use OrgKind::*;
        for (at, kind, on, want) in [
            (FURONG, Company, "2026-06-15", Some(COMPANY)),
            (FURONG, Company, "2024-12-31", None),
            (FURONG, Company, "2026-12-31", Some(COMPANY)),
            (FURONG, Company, "2027-01-01", None),
            (HAITANG, Company, "2026-06-15", None),
            (COMMUNITY, Company, "2026-06-15", None),
            (FURONG, OwnersCommittee, "2026-06-15", Some(COMMITTEE)),
            (HAITANG, OwnersCommittee, "2026-06-15", None),
            (COMMUNITY, OwnersCommittee, "2026-06-15", None),
            (FURONG, ResidentsCommittee, "2026-06-15", Some(RESIDENTS)),
            (COMMUNITY, ResidentsCommittee, "2026-06-15", Some(RESIDENTS)),
            (NEXT, ResidentsCommittee, "2026-06-15", None),
            (STREET, ResidentsCommittee, "2026-06-15", None),
            (FURONG, PmOffice, "2026-06-15", Some(BUREAU)),
            (NEXT, PmOffice, "2026-06-15", Some(BUREAU)),
            (FURONG, Party, "2026-06-15", None),
            (a(88), Party, "2026-06-15", None),
        ] {
            assert_eq!(look(db, move |r| find::party(r, at, kind, day(on))), want, "{at} {kind} {on}");
        }
        assert_eq!(look(db, |r| find::org_name(r, BUREAU)).as_deref(), Some("演示物管办"));
        assert_eq!(look(db, |r| find::org(r, BUREAU)).and_then(|o| o.phone).as_deref(), Some("04758123456"));
        assert_eq!(look(db, |r| find::orgs(r, COMMUNITY)).len(), 2);
        assert_eq!(look(db, |r| find::subtree_of(r, RESIDENTS)), [COMMUNITY, FURONG, HAITANG]);
        for (on, areas) in [("2026-06-15", vec![FURONG]), ("2027-01-01", vec![])] {
            assert_eq!(look(db, move |r| find::contract_areas(r, COMPANY, day(on))), areas, "{on}");
        }
    });
}

#[test]
fn rights_of_a_seat_end_with_its_last_day() {
    on_each(|db| {
        let end: Try = Box::new(|tx| seat_end(tx, head(tx), SeatEnd { seat: s(1), until: day("2026-06-15") }));
        act(db, end).expect("ended");
        for (on, held) in [("2025-12-31", 0), ("2026-01-01", 1), ("2026-06-15", 1), ("2026-06-16", 0)] {
            assert_eq!(look(db, move |r| find::seats_of_person(r, WANG, day(on))).len(), held, "{on}");
            assert_eq!(look(db, move |r| find::seats_of_org(r, RESIDENTS, day(on))).len(), held, "{on}");
        }
        let seat = look(db, |r| find::seat(r, s(1))).expect("still known");
        assert_eq!((seat.role.as_str(), seat.title.as_str(), seat.person), ("worker", "窗口", Some(WANG)));
        assert!(seat.holds(day("2026-06-15")) && !seat.holds(day("2026-06-16")));
        assert_eq!(check(db).findings, vec![]);
    });
}

#[test]
fn replaying_gives_the_same_rows_and_every_column_is_covered() {
    on_each(|db| {
        let found = check(db);
        assert_eq!((found.acts, found.findings), (19, vec![]));
        let all = look(db, |r| lianxin_journal::coverage(r, &rooms(), &lianxin_journal::kept()));
        let mine: Vec<_> = all.iter().filter(|c| c.at.table.starts_with("register_")).collect();
        assert!(!mine.is_empty() && mine.iter().all(|c| c.class == Some(Class::Replayed)));
        assert_eq!(register::kept().len(), 0);
    });
}

#[test]
fn the_public_leaf_of_a_hidden_act_shows_only_id_area_and_time() {
    on_each(|db| {
        let bodies = look(db, |r| r.rows(BODIES, &[], |row| Ok((row.text(0)?, row.flag(1)?))));
        let hidden: Vec<&String> = bodies.iter().filter(|(_, hidden)| *hidden).map(|(body, _)| body).collect();
        assert_eq!(hidden.len(), 5, "household, person, relation, the units of two buildings");
        for body in hidden {
            let leaf: serde_json::Value = serde_json::from_str(body).expect("JSON");
            let keys: Vec<&String> = leaf.as_object().expect("an object").keys().collect();
            assert_eq!(keys, ["area", "at", "id", "kind", "sealed", "v"]);
            assert_eq!(leaf["kind"].as_str(), Some("sealed"));
            let area = leaf["area"].as_str().unwrap_or_default();
            assert!([FURONG, COMMUNITY].iter().any(|a| a.to_string() == area), "{area}");
            assert_eq!(leaf["sealed"].as_object().expect("an object").keys().collect::<Vec<_>>(), ["act"]);
        }
        let all: String = bodies.into_iter().map(|(body, _)| body).collect();
        for secret in ["王㛃", "13812345678", "5678\"", "1单元101", "8765", &WANG.to_string(), &HOME.to_string()] {
            assert!(!all.contains(secret), "{secret} stands in a public leaf");
        }
        let inner: String = look(db, |r| r.rows(INNER, &[], |row| row.text(0))).concat();
        assert!(inner.contains(&WANG.to_string()) && !inner.contains("王㛃") && !inner.contains("13812345678"));
    });
}

#[test]
fn names_and_phones_of_people_stand_in_no_state_table() {
    on_each(|db| {
        let cells = look(db, |r| {
            let all = columns(r)?;
            let tables: BTreeSet<&str> =
                all.iter().map(|c| c.table.as_str()).filter(|t| *t != "journal_text").collect();
            let mut cells = Vec::new();
            for table in tables {
                let names: Vec<&str> = all.iter().filter(|c| c.table == table).map(|c| c.column.as_str()).collect();
                cells.extend(dump(r, table, &names)?.concat());
            }
            Ok(cells)
        });
        assert!(cells.len() > 100);
        for cell in cells {
            if let Value::Text(text) = cell {
                assert!(!text.contains("王㛃") && !text.contains("13812345678"), "{text}");
            }
        }
    });
}

#[test]
fn every_statement_prepares_on_each_database_and_scans_no_table() {
    on_each(|db| {
        look(db, |r| {
            for (name, sql) in SQL {
                let plan = r.plan(sql).unwrap_or_else(|e| panic!("{name}: {e}"));
                // What a recursive question has gathered so far is walked through: below, up and their short names.
                let scans = plan.iter().filter_map(|line| line.strip_prefix("SCAN "));
                let tables: Vec<&str> =
                    scans.filter(|s| !["below", "up", "b", "u"].contains(&s.split(' ').next().unwrap_or(""))).collect();
                assert!(tables.iter().all(|s| s.starts_with("CONSTANT ROW")), "{name}: {plan:?}");
            }
            Ok(())
        });
        assert!(
            look(db, |r| r.row("SELECT id FROM register_area WHERE id = $1", params![FURONG], |row| row.text(0)))
                .is_some()
        );
    });
}

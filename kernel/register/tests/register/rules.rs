//! What the register refuses, and what it lets in: one line a rule.

use crate::town::*;
use lianxin_base::{Area as FloorArea, AreaId, BuildingId, RelationId, SeatId, UnitId};
use lianxin_register::{self as register, *};
use lianxin_store::Place;

const ID: &str = "11010519491231002X";

/// Tries every line on a fresh town; `""` means it is let in.
pub(crate) fn table(lines: Vec<(&str, &str, Try)>) {
    for (words, code, f) in lines {
        let db = town(Place::Memory);
        let before = db.read_wait(|r| Ok(lianxin_journal::length(r)?)).expect("counted");
        let got = act(&db, f);
        let after = db.read_wait(|r| Ok(lianxin_journal::length(r)?)).expect("counted");
        assert_eq!(got.as_ref().map_or_else(|stop| stop.code(), |_| ""), code, "{words}: {got:?}");
        assert_eq!(after > before, code.is_empty(), "{words}");
        assert_eq!(check(&db).findings, vec![], "{words}");
    }
}

fn an_area_with(id: AreaId, kind: AreaKind, change: impl Fn(&mut Area) + Send + 'static) -> Try {
    Box::new(move |tx| {
        let mut new = an_area(id, Some(COMMUNITY), kind, "新里");
        change(&mut new);
        register::area(tx, head(tx), new)
    })
}

#[test]
fn areas() {
    let compound = AreaKind::Compound;
    table(vec![
        ("a compound in a community", "", an_area_with(a(9), compound, |_| ())),
        ("a name at its limit", "", an_area_with(a(9), compound, |x| x.name = "里".repeat(40))),
        ("a name beyond it", "register.long", an_area_with(a(9), compound, |x| x.name = "里".repeat(41))),
        ("no name", "register.missing", an_area_with(a(9), compound, |x| x.name = "  ".into())),
        ("an identity number as name", "register.id_number", an_area_with(a(9), compound, |x| x.name = ID.into())),
        (
            "an identity number as class",
            "register.id_number",
            an_area_with(a(9), compound, |x| x.grade = Some(ID.into())),
        ),
        ("a line break in a name", "register.unseen", an_area_with(a(9), compound, |x| x.name = "芙\n蓉".into())),
        ("a slash in a code", "register.code", an_area_with(a(9), compound, |x| x.code = "新/里".into())),
        ("a code that is taken", "register.code_taken", an_area_with(a(9), compound, |x| x.code = "芙蓉里".into())),
        (
            "an area above that is not there",
            "register.area_unknown",
            an_area_with(a(9), compound, |x| x.parent = Some(a(88))),
        ),
        ("a compound in a compound", "register.area_order", an_area_with(a(9), compound, |x| x.parent = Some(FURONG))),
        ("a street in a community", "register.area_order", an_area_with(a(9), AreaKind::Street, |_| ())),
        ("an area within itself", "register.area_order", an_area_with(FURONG, compound, |x| x.parent = Some(FURONG))),
        (
            "an end before the beginning",
            "register.dates",
            an_area_with(a(9), compound, |x| x.until = Some(day("2019-12-31"))),
        ),
        ("an end on the first day", "", an_area_with(a(9), compound, |x| x.until = Some(day("2020-01-01")))),
        (
            "a compound becomes a village",
            "register.area_fixed",
            an_area_with(FURONG, AreaKind::Village, |x| x.parent = None),
        ),
        ("a compound is renamed", "", an_area_with(FURONG, compound, |_| ())),
    ]);
}

fn a_grid_with(change: impl Fn(&mut Grid) + Send + 'static) -> Try {
    Box::new(move |tx| {
        let mut new = Grid { grid: g(9), area: COMMUNITY, name: "第二网格".into(), phone: None };
        change(&mut new);
        grid(tx, head(tx), new)
    })
}

fn a_building_with(change: impl Fn(&mut Building) + Send + 'static) -> Try {
    Box::new(move |tx| {
        let mut new = a_building(b(9), FURONG, "5号楼", vec![a_unit(u(9), "101")]);
        change(&mut new);
        building(tx, head(tx), new)
    })
}

#[test]
fn grids_and_buildings() {
    table(vec![
        ("a grid", "", a_grid_with(|_| ())),
        ("a grid with a short number", "", a_grid_with(|x| x.phone = Some("12345".into()))),
        ("a grid with no number", "register.duty_phone", a_grid_with(|x| x.phone = Some("没有".into()))),
        ("a grid of a compound", "register.area_kind", a_grid_with(|x| x.area = FURONG)),
        ("a grid of nowhere", "register.area_unknown", a_grid_with(|x| x.area = a(88))),
        ("a building", "", a_building_with(|_| ())),
        ("a building of a street", "register.area_kind", a_building_with(|x| x.area = STREET)),
        ("a building of nowhere", "register.area_unknown", a_building_with(|x| x.area = a(88))),
        ("a building in its community's grid", "", a_building_with(|x| x.grid = Some(g(1)))),
        ("a building in no grid known", "register.grid_unknown", a_building_with(|x| x.grid = Some(g(8)))),
        (
            "a building in another community's grid",
            "register.grid_unknown",
            a_building_with(|x| (x.area, x.grid) = (NEXT, Some(g(1)))),
        ),
        ("the same name", "register.building_taken", a_building_with(|x| x.name = "3 幢".into())),
        ("the same name elsewhere", "", a_building_with(|x| (x.name, x.area) = ("3号楼".into(), HAITANG))),
        ("a name of signs", "register.missing", a_building_with(|x| x.name = "——".into())),
        ("a building moves", "register.building_fixed", a_building_with(|x| (x.building, x.area) = (HOUSE, HAITANG))),
        ("no units", "", a_building_with(|x| x.units.clear())),
        ("the same label twice", "register.unit_taken", a_building_with(|x| x.units.push(a_unit(u(10), " 101 ")))),
        ("the same unit twice", "register.unit_taken", a_building_with(|x| x.units.push(a_unit(u(9), "102")))),
        ("a label with an identity number", "register.id_number", a_building_with(|x| x.units[0].label = ID.into())),
        ("a unit of another building", "register.unit_elsewhere", a_building_with(|x| x.units[0].unit = FLAT)),
        ("no floor area", "", a_building_with(|x| x.units[0].floor_area = None)),
        (
            "a floor area of nothing",
            "register.floor_area",
            a_building_with(|x| x.units[0].floor_area = Some(FloorArea(0))),
        ),
        (
            "a label taken earlier",
            "register.unit_taken",
            a_building_with(|x| (x.building, x.name, x.units[0].label) = (HOUSE, "3号楼".into(), "1单元101".into())),
        ),
        (
            "a parking space of the same label",
            "",
            a_building_with(|x| x.units.push(Unit { kind: UnitKind::Parking, ..a_unit(u(10), "101") })),
        ),
        (
            "two units change labels",
            "",
            a_building_with(|x| {
                (x.building, x.name) = (HOUSE, "3号楼".into());
                x.units = vec![a_unit(FLAT, "1单元102"), a_unit(u(2), "1单元101")];
            }),
        ),
        ("a hundred long units fit", "", a_building_with(|x| x.units = many(UNITS_PER_ACT))),
        ("one more does not", "register.units_many", a_building_with(|x| x.units = many(UNITS_PER_ACT + 1))),
    ]);
}

fn many(n: usize) -> Vec<Unit> {
    let one = |n: usize| {
        let mut id = [7u8; 16];
        id[0] = u8::try_from(n).expect("few");
        let floor_area = Some(FloorArea(100_000_000));
        Unit {
            floor_area,
            area_source: Some(AreaSource::Contract),
            ..a_unit(UnitId::from_bytes(id), &format!("{}{n:03}", "𬸘".repeat(17)))
        }
    };
    (0..n).map(one).collect()
}

fn a_person_with(change: impl Fn(&mut Person) + Send + 'static) -> Try {
    Box::new(move |tx| {
        let mut new = a_person(p(9), "李䶮", Some("0475-8123456"));
        change(&mut new);
        person(tx, head(tx), new)
    })
}

fn a_relation_with(change: impl Fn(&mut Relation) + Send + 'static) -> Try {
    Box::new(move |tx| {
        let mut new = a_relation(rel(9), Some(HOME), None);
        change(&mut new);
        relation(tx, head(tx), new)
    })
}

fn relation_ends(id: RelationId, on: &'static str) -> Try {
    Box::new(move |tx| relation_end(tx, head(tx), RelationEnd { relation: id, until: day(on) }))
}

fn a_household(unit: UnitId, at: BuildingId) -> Try {
    Box::new(move |tx| household(tx, head(tx), Household { household: h(9), building: at, unit }))
}

#[test]
fn households_people_and_relations() {
    table(vec![
        ("a household", "", a_household(u(2), HOUSE)),
        ("two households in one flat", "", a_household(FLAT, HOUSE)),
        ("a unit not in the building", "register.unit_elsewhere", a_household(FLAT, LOOSE)),
        ("an unknown unit", "register.unit_unknown", a_household(u(88), HOUSE)),
        ("an unknown building", "register.building_unknown", a_household(FLAT, b(88))),
        ("a person", "", a_person_with(|_| ())),
        ("a person without a phone", "", a_person_with(|x| x.phone = None)),
        ("a blank phone", "", a_person_with(|x| x.phone = Some("  ".into()))),
        ("a name of 40 characters", "", a_person_with(|x| x.name = "㛃".repeat(40))),
        ("a name of 41", "register.long", a_person_with(|x| x.name = "㛃".repeat(41))),
        ("no name", "register.missing", a_person_with(|x| x.name = String::new())),
        ("an identity number behind the name", "register.id_number", a_person_with(|x| x.name = format!("李 {ID}"))),
        ("an identity number as phone", "register.id_number", a_person_with(|x| x.phone = Some(ID.into()))),
        ("a phone too short", "register.phone", a_person_with(|x| x.phone = Some("1381234567".into()))),
        ("a short number is nobody's phone", "register.phone", a_person_with(|x| x.phone = Some("12345".into()))),
        ("a person of nowhere", "register.area_unknown", a_person_with(|x| x.area = a(88))),
        ("a person is named anew", "", a_person_with(|x| x.person = WANG)),
        ("a relation to a household", "", a_relation_with(|_| ())),
        (
            "one person in two households",
            "register.two_households",
            Box::new(|tx| {
                household(tx, head(tx), Household { household: h(9), building: HOUSE, unit: u(2) })?;
                relation(tx, head(tx), a_relation(rel(9), Some(h(9)), None))
            }),
        ),
        (
            "one person in two households, but only answering the phone",
            "",
            Box::new(|tx| {
                household(tx, head(tx), Household { household: h(9), building: HOUSE, unit: u(2) })?;
                let kind = RelationKind::Contact;
                relation(tx, head(tx), Relation { kind, ..a_relation(rel(9), Some(h(9)), None) })
            }),
        ),
        (
            "one after the other",
            "",
            Box::new(|tx| {
                household(tx, head(tx), Household { household: h(9), building: HOUSE, unit: u(2) })?;
                relation_end(tx, head(tx), RelationEnd { relation: rel(1), until: day("2024-12-31") })?;
                let since = day("2025-01-01");
                relation(tx, head(tx), Relation { since, ..a_relation(rel(9), Some(h(9)), None) })
            }),
        ),
        (
            "the same relation becomes another kind",
            "",
            a_relation_with(|x| {
                *x = Relation { kind: RelationKind::Tenant, ..a_relation(rel(1), Some(HOME), Some(FLAT)) }
            }),
        ),
        (
            "the same relation moves",
            "register.relation_fixed",
            a_relation_with(|x| *x = Relation { unit: Some(FLAT), ..a_relation(rel(1), None, None) }),
        ),
        ("an owner who lives elsewhere", "", a_relation_with(|x| (x.household, x.unit) = (None, Some(FLAT)))),
        ("a relation to nothing", "register.relation_loose", a_relation_with(|x| x.household = None)),
        ("a unit that is not the household's", "register.unit_elsewhere", a_relation_with(|x| x.unit = Some(u(2)))),
        ("an unknown household", "register.household_unknown", a_relation_with(|x| x.household = Some(h(88)))),
        ("an unknown unit for a relation", "register.unit_unknown", a_relation_with(|x| x.unit = Some(u(88)))),
        ("an unknown person", "register.person_unknown", a_relation_with(|x| x.person = p(88))),
        ("an end before the beginning", "register.dates", a_relation_with(|x| x.until = Some(day("2024-04-30")))),
        ("a relation ends", "", relation_ends(rel(1), "2026-06-15")),
        ("it ends before it began", "register.dates", relation_ends(rel(1), "2024-04-30")),
        ("an unknown relation ends", "register.relation_unknown", relation_ends(rel(88), "2026-06-15")),
    ]);
}

fn an_org_with(change: impl Fn(&mut Organisation) + Send + 'static) -> Try {
    Box::new(move |tx| {
        let mut new = an_org(o(9), COMMUNITY, OrgKind::Party);
        change(&mut new);
        organisation(tx, head(tx), new)
    })
}

fn on_call_with(org: lianxin_base::OrgId, phone: Option<&'static str>) -> Try {
    Box::new(move |tx| {
        let receipt = on_call(tx, head(tx), OnCall { org, phone: phone.map(Into::into) })?;
        let there = find::org(tx, org)?.and_then(|org| org.on_call);
        assert_eq!(there.is_some(), phone.is_some_and(|p| !p.trim().is_empty()), "{there:?}");
        Ok(receipt)
    })
}

#[test]
fn numbers_for_other_hours() {
    table(vec![
        ("a landline", "", on_call_with(RESIDENTS, Some("0475-8100009"))),
        ("a short number", "", on_call_with(RESIDENTS, Some("12345"))),
        ("none any more", "", on_call_with(RESIDENTS, None)),
        ("blank is none", "", on_call_with(RESIDENTS, Some("  "))),
        ("no number", "register.emergency_phone", on_call_with(RESIDENTS, Some("夜里别打"))),
        ("of nobody", "register.org_unknown", on_call_with(o(88), Some("12345"))),
    ]);
}

fn a_contract_with(change: impl Fn(&mut Contract) + Send + 'static) -> Try {
    Box::new(move |tx| {
        let mut new = a_contract(c(9), "2027-01-01", None);
        change(&mut new);
        contract(tx, head(tx), new)
    })
}

fn a_seat_with(change: impl Fn(&mut Seat) + Send + 'static) -> Try {
    Box::new(move |tx| {
        let mut new = a_seat(s(9), RESIDENTS, COMMUNITY);
        change(&mut new);
        seat(tx, head(tx), new)
    })
}

fn seat_ends(id: SeatId, on: &'static str) -> Try {
    Box::new(move |tx| seat_end(tx, head(tx), SeatEnd { seat: id, until: day(on) }))
}

#[test]
fn organisations_contracts_and_seats() {
    table(vec![
        ("an organisation", "", an_org_with(|_| ())),
        ("a free number", "", an_org_with(|x| x.phone = Some("400-812-3456".into()))),
        ("half a number", "register.duty_phone", an_org_with(|x| x.phone = Some("8123456".into()))),
        ("an identity number as name", "register.id_number", an_org_with(|x| x.name = ID.into())),
        ("an identity number as short name", "register.id_number", an_org_with(|x| x.short = Some(ID.into()))),
        (
            "an owners' committee of a community",
            "register.area_kind",
            an_org_with(|x| x.kind = OrgKind::OwnersCommittee),
        ),
        ("an organisation of nowhere", "register.area_unknown", an_org_with(|x| x.area = a(88))),
        ("a company becomes a party", "register.org_fixed", an_org_with(|x| x.org = COMPANY)),
        ("a company gets a new phone", "", an_org_with(|x| (x.org, x.kind) = (COMPANY, OrgKind::Company))),
        ("the next contract", "", a_contract_with(|_| ())),
        (
            "a contract that begins too early",
            "register.contract_overlap",
            a_contract_with(|x| x.since = day("2026-12-31")),
        ),
        (
            "a contract before the first",
            "",
            a_contract_with(|x| (x.since, x.until) = (day("2024-01-01"), Some(day("2024-12-31")))),
        ),
        (
            "an open contract before the first",
            "register.contract_overlap",
            a_contract_with(|x| x.since = day("2024-01-01")),
        ),
        (
            "the same contract ends earlier",
            "",
            a_contract_with(|x| *x = a_contract(c(1), "2025-01-01", Some("2026-06-30"))),
        ),
        (
            "the same contract moves",
            "register.contract_fixed",
            a_contract_with(|x| (x.contract, x.area) = (c(1), HAITANG)),
        ),
        ("a contract of a committee", "register.org_kind", a_contract_with(|x| x.org = RESIDENTS)),
        ("a contract of nobody", "register.org_unknown", a_contract_with(|x| x.org = o(88))),
        ("a contract for a community", "register.area_kind", a_contract_with(|x| x.area = COMMUNITY)),
        ("a contract for nowhere", "register.area_unknown", a_contract_with(|x| x.area = a(88))),
        (
            "a contract that ends before it begins",
            "register.dates",
            a_contract_with(|x| x.until = Some(day("2026-12-31"))),
        ),
        ("a seat", "", a_seat_with(|_| ())),
        ("a seat nobody holds yet", "", a_seat_with(|x| x.person = None)),
        ("a seat for a compound of the community", "", a_seat_with(|x| x.area = FURONG)),
        ("a seat in the next community", "register.seat_outside", a_seat_with(|x| x.area = NEXT)),
        (
            "a committee looks no further than its compound",
            "register.seat_outside",
            a_seat_with(|x| (x.org, x.area) = (COMMITTEE, HAITANG)),
        ),
        ("a seat on the step above", "register.seat_outside", a_seat_with(|x| x.area = STREET)),
        ("a seat of nobody", "register.org_unknown", a_seat_with(|x| x.org = o(88))),
        ("a seat nowhere", "register.area_unknown", a_seat_with(|x| x.area = a(88))),
        ("a stranger in a seat", "register.person_unknown", a_seat_with(|x| x.person = Some(p(88)))),
        ("a role in other letters", "register.role", a_seat_with(|x| x.role = "书记".into())),
        ("an identity number as title", "register.id_number", a_seat_with(|x| x.title = ID.into())),
        ("a term that ends before it begins", "register.dates", a_seat_with(|x| x.until = Some(day("2025-12-31")))),
        ("a seat ends", "", seat_ends(s(1), "2026-06-15")),
        ("a seat ends before it began", "register.dates", seat_ends(s(1), "2025-12-31")),
        ("an unknown seat ends", "register.seat_unknown", seat_ends(s(88), "2026-06-15")),
    ]);
}

#[test]
fn a_company_has_seats_where_it_has_a_contract() {
    let db = town(Place::Memory);
    let company = || {
        Box::new(|tx: &mut lianxin_store::Tx<'_>| organisation(tx, head(tx), an_org(o(5), HAITANG, OrgKind::Company)))
    };
    let post: fn() -> Try = || Box::new(|tx| seat(tx, head(tx), a_seat(s(9), o(5), FURONG)));
    act(&db, company()).expect("registered");
    assert_eq!(act(&db, post()).map_err(|stop| stop.code()).err(), Some("register.seat_outside"));
    let signed: Try =
        Box::new(|tx| contract(tx, head(tx), Contract { org: o(5), ..a_contract(c(9), "2027-01-01", None) }));
    act(&db, signed).expect("signed");
    act(&db, post()).expect("now it may");
}

#[test]
fn what_has_ended_ends_once_but_may_be_ended_earlier() {
    let db = town(Place::Memory);
    for (f, code) in [
        (seat_ends(s(1), "2026-06-15"), None),
        (seat_ends(s(1), "2026-06-15"), Some("register.ended")),
        (seat_ends(s(1), "2026-07-01"), Some("register.ended")),
        (seat_ends(s(1), "2026-06-01"), None),
        (relation_ends(rel(1), "2026-06-15"), None),
        (relation_ends(rel(1), "2026-06-16"), Some("register.ended")),
    ] {
        assert_eq!(act(&db, f).err().map(|stop| stop.code()), code);
    }
    assert_eq!(check(&db).findings, vec![]);
}

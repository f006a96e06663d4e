//! An invented town for the tests: a street, a community, three compounds, a few people and organisations.

use lianxin_base::{
    ActId, Area as FloorArea, AreaId, BuildingId, ChargeId, ContractId, Day, DeputyId, EntranceId, GridId, HouseholdId,
    Lang, OrgId, OwnerSetId, PersonId, RelationId, SeatId, UnitId,
};
use lianxin_journal::{By, Head, Receipt, Verified, verify};
use lianxin_register::{self as register, *};
use lianxin_store::testing::open;
use lianxin_store::{Db, Migrations, Place, Stop, Tx};

/// One act to try.
pub(crate) type Try = Box<dyn Fn(&mut Tx<'_>) -> Result<Receipt, Stop> + Send>;

macro_rules! ids {
    ($($f:ident $id:ident $tag:literal)*) => { $(pub(crate) const fn $f(n: u8) -> $id {
        let mut bytes = [n; 16];
        bytes[15] = $tag; // so that no two kinds of things share an id
        $id::from_bytes(bytes)
    })* };
}
ids! { a AreaId 1 g GridId 2 b BuildingId 3 u UnitId 4 h HouseholdId 5 p PersonId 6 rel RelationId 7 o OrgId 8 c ContractId 9 s SeatId 10
e EntranceId 11 set OwnerSetId 12 dep DeputyId 13 ch ChargeId 14 }

pub(crate) const STREET: AreaId = a(1);
pub(crate) const COMMUNITY: AreaId = a(2);
pub(crate) const FURONG: AreaId = a(3);
pub(crate) const HAITANG: AreaId = a(4);
pub(crate) const NEXT: AreaId = a(5);
pub(crate) const HOUSE: BuildingId = b(1);
pub(crate) const LOOSE: BuildingId = b(2);
pub(crate) const FLAT: UnitId = u(1);
pub(crate) const HOME: HouseholdId = h(1);
pub(crate) const WANG: PersonId = p(1);
pub(crate) const COMPANY: OrgId = o(1);
pub(crate) const COMMITTEE: OrgId = o(2);
pub(crate) const RESIDENTS: OrgId = o(3);
pub(crate) const BUREAU: OrgId = o(4);

pub(crate) fn day(text: &str) -> Day {
    text.parse().expect("a day")
}

pub(crate) fn rooms() -> Vec<Migrations> {
    vec![lianxin_journal::migrations(), register::migrations()]
}

pub(crate) fn head(tx: &Tx<'_>) -> Head {
    Head { id: ActId::new(tx.chance(), tx.now()), area: a(99), by: By::Office, no: None, token: None }
}

pub(crate) fn check(db: &Db) -> Verified {
    let kept = lianxin_journal::kept();
    let kinds = register::kinds();
    db.read_wait(move |r| Ok(verify(r, &kinds, &rooms(), &kept, &mut |_, _| true)?)).expect("runs")
}

pub(crate) fn act(db: &Db, f: Try) -> Result<Receipt, Stop> {
    db.act_wait(COMMUNITY, move |tx| f(tx))
}

pub(crate) fn an_area(id: AreaId, parent: Option<AreaId>, kind: AreaKind, code: &str) -> Area {
    let name = format!("{code}{}", if kind == AreaKind::Compound { "小区" } else { "" });
    Area { area: id, parent, kind, code: code.into(), name, since: day("2020-01-01"), until: None, grade: None }
}

pub(crate) fn a_unit(id: UnitId, label: &str) -> Unit {
    Unit {
        unit: id,
        kind: UnitKind::Dwelling,
        label: label.into(),
        floor_area: Some(FloorArea(8765)),
        area_source: Some(AreaSource::Survey),
    }
}

pub(crate) fn a_building(id: BuildingId, area: AreaId, name: &str, units: Vec<Unit>) -> Building {
    Building { building: id, area, grid: None, name: name.into(), sort: 1, units }
}

pub(crate) fn an_org(id: OrgId, area: AreaId, kind: OrgKind) -> Organisation {
    let (name, phone) = (format!("演示{}", kind.say(Lang::Zh)), Some("0475-8123456".into()));
    Organisation { org: id, area, kind, name, short: None, phone }
}

pub(crate) fn a_person(id: PersonId, name: &str, phone: Option<&str>) -> Person {
    Person { person: id, area: FURONG, name: name.into(), phone: phone.map(Into::into) }
}

pub(crate) fn a_relation(id: RelationId, household: Option<HouseholdId>, unit: Option<UnitId>) -> Relation {
    let since = day("2024-05-01");
    Relation { relation: id, person: WANG, household, unit, kind: RelationKind::Owner, since, until: None }
}

pub(crate) fn a_contract(id: ContractId, since: &str, until: Option<&str>) -> Contract {
    Contract { contract: id, org: COMPANY, area: FURONG, since: day(since), until: until.map(day) }
}

pub(crate) fn a_seat(id: SeatId, org: OrgId, area: AreaId) -> Seat {
    let (role, title) = ("worker".into(), "窗口".into());
    Seat { seat: id, org, area, person: Some(WANG), role, title, since: day("2026-01-01"), until: None }
}

/// The town, planted.
pub(crate) fn town(place: Place) -> Db {
    let db = open(place, rooms(), lianxin_journal::kept(), lianxin_journal::log()).expect("opens");
    for f in places().into_iter().chain(people_and_orgs()) {
        act(&db, f).expect("planted");
    }
    db
}

fn places() -> Vec<Try> {
    let compound = AreaKind::Compound;
    vec![
        Box::new(|tx| area(tx, head(tx), an_area(STREET, None, AreaKind::Street, "和平街道"))),
        Box::new(|tx| area(tx, head(tx), an_area(COMMUNITY, Some(STREET), AreaKind::Community, "和平里社区"))),
        Box::new(|tx| area(tx, head(tx), an_area(NEXT, Some(STREET), AreaKind::Community, "东里社区"))),
        Box::new(move |tx| area(tx, head(tx), an_area(FURONG, Some(COMMUNITY), compound, "芙蓉里"))),
        Box::new(move |tx| area(tx, head(tx), an_area(HAITANG, Some(COMMUNITY), compound, "海棠里"))),
        Box::new(|tx| {
            let phone = Some("138 1234 0000".into());
            grid(tx, head(tx), Grid { grid: g(1), area: COMMUNITY, name: "第一网格".into(), phone })
        }),
        Box::new(|tx| {
            let units = vec![a_unit(FLAT, "1单元101"), a_unit(u(2), "1单元102")];
            building(tx, head(tx), Building { grid: Some(g(1)), ..a_building(HOUSE, FURONG, "3号楼", units) })
        }),
        Box::new(|tx| building(tx, head(tx), a_building(LOOSE, COMMUNITY, "沿街甲1", vec![a_unit(u(3), "商铺2")]))),
    ]
}

fn people_and_orgs() -> Vec<Try> {
    vec![
        Box::new(|tx| household(tx, head(tx), Household { household: HOME, building: HOUSE, unit: FLAT })),
        Box::new(|tx| person(tx, head(tx), a_person(WANG, "王㛃", Some("138 1234 5678")))),
        Box::new(|tx| relation(tx, head(tx), a_relation(rel(1), Some(HOME), Some(FLAT)))),
        Box::new(|tx| organisation(tx, head(tx), an_org(COMPANY, COMMUNITY, OrgKind::Company))),
        Box::new(|tx| organisation(tx, head(tx), an_org(COMMITTEE, FURONG, OrgKind::OwnersCommittee))),
        Box::new(|tx| organisation(tx, head(tx), an_org(RESIDENTS, COMMUNITY, OrgKind::ResidentsCommittee))),
        Box::new(|tx| organisation(tx, head(tx), an_org(BUREAU, STREET, OrgKind::PmOffice))),
        Box::new(|tx| contract(tx, head(tx), a_contract(c(1), "2025-01-01", Some("2026-12-31")))),
        Box::new(|tx| seat(tx, head(tx), a_seat(s(1), RESIDENTS, COMMUNITY))),
    ]
}

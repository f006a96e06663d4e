use crate::cast::{self, Block, Chair, Home, Member, Place, Shape};
use crate::{Map, Sits};
use lianxin_base::{
    ActId, Area as FloorArea, AreaId, BuildingId, Chance, ChargeId, ContractId, Day, EntranceId, GridId, HouseholdId,
    Moment, OrgId, OwnerSetId, PersonId, RelationId, SECOND, SeatId, UnitId,
};
use lianxin_calendar::OfficeHours;
use lianxin_gate::{Asked, RULES_VERSION, Reach, Scope, consent};
use lianxin_journal::{By, Head, Receipt};
use lianxin_register::{
    Area, AreaSource, Break, BreakKind, Building, Charge, Contract, Emergency, Entrance, Grid, Hours, Household,
    OnCall, Organisation, Owner, OwnerSet, Person, Relation, Seat, Unit, UnitKind, Units,
};
use lianxin_store::{Db, Stop, Tx};
use std::collections::BTreeMap;

/// How long before today the story begins, in days: somewhat more than the twelve months it tells.
const LEAD: i32 = 440;
/// So many days after today the invented offices move house.
const MOVES: i32 = 45;

/// The day on which to [`plant`] for a demonstration of `today`.
pub fn begin(today: Day) -> Day {
    today.plus(-LEAD)
}

/// Plants the cast and the map on the day `begin`, from 09:00 on, one act a second. The clock of `db` is one set by
/// hand; it stands after the last act.
///
/// # Errors
/// A refusal of the register, which a test excludes, or the database's trouble.
pub fn plant(db: &Db, begin: Day) -> Result<Map, Stop> {
    let mut to = Planter { db, begin, now: begin.at(9, 0), map: Map::default(), grids: BTreeMap::new() };
    to.places()?;
    to.houses()?;
    to.buildings()?;
    to.homes()?;
    to.seats()?;
    to.emergency()?;
    to.charges()?;
    to.owners()?;
    to.hours()?;
    to.consents()?;
    Ok(to.map)
}

/// Who answers while the offices of the invented community are shut; set after its year.
///
/// # Errors
/// A refusal of the register, which a test excludes, or the database's trouble.
pub fn on_call(db: &Db, map: &Map) -> Result<(), Stop> {
    let area = map.area("芙蓉街道");
    for (name, phone) in cast::ON_CALL {
        let act = OnCall { org: map.org(name), phone: Some((*phone).to_owned()) };
        let head = Head { id: ActId::new(db.chance(), db.clock().now()), area, by: By::Office, no: None, token: None };
        db.act_wait(area, move |tx| lianxin_register::on_call(tx, head.clone(), act.clone()))?;
    }
    Ok(())
}

struct Planter<'d> {
    db: &'d Db,
    begin: Day,
    now: Moment,
    map: Map,
    grids: BTreeMap<&'static str, GridId>,
}

impl Planter<'_> {
    /// Moves on by a second, so that ids sort in the order of planting.
    fn tick(&mut self) -> (&Chance, Moment) {
        self.now = self.now.plus(SECOND);
        self.db.clock().set(self.now);
        (self.db.chance(), self.now)
    }

    fn act<A: Clone + Send + 'static>(
        &mut self,
        area: AreaId,
        act: A,
        enter: fn(&mut Tx<'_>, Head, A) -> Result<Receipt, Stop>,
    ) -> Result<(), Stop> {
        let (chance, now) = self.tick();
        let head = Head { id: ActId::new(chance, now), area, by: By::Office, no: None, token: None };
        self.db.act_wait(area, move |tx| enter(tx, head.clone(), act.clone()))?;
        Ok(())
    }

    fn places(&mut self) -> Result<(), Stop> {
        for Place { name, code, kind, within } in cast::PLACES {
            let (chance, now) = self.tick();
            let area = AreaId::new(chance, now);
            let parent = within.map(|above| self.map.area(above));
            let (code, name_text) = ((*code).into(), (*name).into());
            let act =
                Area { area, parent, kind: *kind, code, name: name_text, since: self.begin, until: None, grade: None };
            self.act(area, act, lianxin_register::area)?;
            self.map.areas.insert(name, area);
        }
        Ok(())
    }

    fn houses(&mut self) -> Result<(), Stop> {
        for h in cast::HOUSES {
            let (chance, now) = self.tick();
            let (org, area) = (OrgId::new(chance, now), self.map.area(h.area));
            let (short, phone) = (h.short.map(Into::into), h.phone.map(Into::into));
            let act = Organisation { org, area, kind: h.kind, name: h.name.into(), short, phone };
            self.act(area, act, lianxin_register::organisation)?;
            self.map.orgs.insert(h.name, org);
        }
        for (company, compound) in cast::CONTRACTS {
            let (chance, now) = self.tick();
            let contract = ContractId::new(chance, now);
            let (org, area) = (self.map.org(company), self.map.area(compound));
            let act = Contract { contract, org, area, since: self.begin, until: None };
            self.act(area, act, lianxin_register::contract)?;
        }
        Ok(())
    }

    fn buildings(&mut self) -> Result<(), Stop> {
        for (community, name, phone) in cast::GRIDS {
            let (chance, now) = self.tick();
            let (grid, area) = (GridId::new(chance, now), self.map.area(community));
            let act = Grid { grid, area, name: (*name).into(), phone: Some((*phone).into()) };
            self.act(area, act, lianxin_register::grid)?;
            self.grids.insert(name, grid);
        }
        for block in cast::BLOCKS {
            for (sort, name) in (1..).zip(block.names) {
                self.building(block, name, sort)?;
            }
        }
        Ok(())
    }

    fn building(&mut self, block: &'static Block, name: &'static str, sort: i64) -> Result<(), Stop> {
        let (chance, now) = self.tick();
        let building = BuildingId::new(chance, now);
        let area = self.map.area(block.area);
        let grid = self.grids.get(block.grid).copied();
        let act = Building { building, area, grid, name: name.into(), sort, units: Vec::new() };
        self.act(area, act, lianxin_register::building)?;
        self.map.buildings.insert((block.area, name), building);
        let entrances = self.entrances(block, area, building)?;
        let (chance, now) = self.tick();
        let units = doors(&block.shape).into_iter().map(|door| {
            let entrance = door.entrance.and_then(|n| entrances.get(n).copied());
            lianxin_register::Door { entrance, ..lianxin_register::Door::of(door.unit(UnitId::new(chance, now))) }
        });
        let doors: Vec<_> = units.collect();
        for door in &doors {
            self.map.units.insert((block.area, name, door.unit.label.clone()), door.unit.unit);
        }
        self.act(area, Units { building, doors }, lianxin_register::units)
    }

    /// The entrances of a staircase house, in their order.
    fn entrances(&mut self, block: &Block, area: AreaId, building: BuildingId) -> Result<Vec<EntranceId>, Stop> {
        let Shape::Flats(n, ..) = block.shape else { return Ok(Vec::new()) };
        let mut all = Vec::new();
        for sort in 1..=i64::from(n) {
            let (chance, now) = self.tick();
            let entrance = EntranceId::new(chance, now);
            let act = Entrance { entrance, building, name: format!("{sort} 单元"), sort };
            self.act(area, act, lianxin_register::entrance)?;
            all.push(entrance);
        }
        Ok(all)
    }

    fn homes(&mut self) -> Result<(), Stop> {
        for home in cast::HOMES {
            let building = self.map.building(home.area, home.building);
            let place = (home.area, home.building, home.unit.to_owned());
            let unit = *self.map.units.get(&place).unwrap_or_else(|| panic!("{place:?} was not planted"));
            let (chance, now) = self.tick();
            let household = HouseholdId::new(chance, now);
            let area = self.map.area(home.area);
            self.act(area, Household { household, building, unit }, lianxin_register::household)?;
            self.members(home, household)?;
        }
        for (name, area, phone) in cast::STAFF {
            self.person(name, area, *phone)?;
        }
        Ok(())
    }

    fn members(&mut self, home: &'static Home, household: HouseholdId) -> Result<(), Stop> {
        for Member(name, kind, phone) in home.members {
            let person = self.person(name, home.area, *phone)?;
            let (chance, now) = self.tick();
            let relation = RelationId::new(chance, now);
            let (household, since) = (Some(household), self.begin);
            let act = Relation { relation, person, household, unit: None, kind: *kind, since, until: None };
            self.act(self.map.area(home.area), act, lianxin_register::relation)?;
        }
        for Member(name, ..) in home.members.iter().take(1) {
            self.map.households.insert(name, household);
        }
        Ok(())
    }

    fn person(&mut self, name: &'static str, area: &str, phone: Option<&'static str>) -> Result<PersonId, Stop> {
        let (chance, now) = self.tick();
        let (person, area) = (PersonId::new(chance, now), self.map.area(area));
        let act = Person { person, area, name: name.into(), phone: phone.map(Into::into) };
        self.act(area, act, lianxin_register::person)?;
        self.map.people.insert(name, (person, phone));
        Ok(person)
    }

    fn seats(&mut self) -> Result<(), Stop> {
        for chair in cast::CHAIRS {
            let (chance, now) = self.tick();
            let seat = SeatId::new(chance, now);
            let person = chair.person.map(|name| self.map.person(name));
            let (org, area) = (self.map.org(chair.org), self.map.area(chair.area));
            let (role, title) = (chair.role.to_string(), chair.title.to_owned());
            let act = Seat { seat, org, area, person, role, title, since: self.begin, until: None };
            self.act(area, act, lianxin_register::seat)?;
            let scope = self.scope(chair);
            self.map.seats.insert(chair.key, Sits { seat, person, org, scope });
        }
        Ok(())
    }

    /// Whom to call in the invented street; real places get no numbers that nobody published.
    fn emergency(&mut self) -> Result<(), Stop> {
        let area = self.map.area("芙蓉街道");
        let number = |n: &str| Some(n.to_owned());
        let (gas, lift) = (number("0480-8000777"), number("0480-8000333"));
        let act = Emergency { area, gas, lift, power: number("95598"), water: number("0480-8000555") };
        self.act(area, act, lianxin_register::emergency)
    }

    /// When the offices of the invented district are open, and two days on which they are shut, because they move house.
    fn hours(&mut self) -> Result<(), Stop> {
        let area = self.map.area("演示区");
        self.act(area, Hours { area, hours: OfficeHours::default() }, lianxin_register::hours)?;
        let (since, until) = (self.begin.plus(LEAD + MOVES), self.begin.plus(LEAD + MOVES + 1));
        self.act(area, Break { area, since, until, kind: BreakKind::Off }, lianxin_register::day_break)
    }

    fn charges(&mut self) -> Result<(), Stop> {
        let grids = cast::GRID_WORKERS.iter().map(|(who, grid)| (*who, self.grids.get(grid).copied(), None));
        let heads = cast::BUILDING_HEADS.iter().map(|(who, area, name)| (*who, None, Some((*area, *name))));
        for (who, grid, house) in grids.chain(heads).collect::<Vec<_>>() {
            let (chance, now) = self.tick();
            let (charge, seat) = (ChargeId::new(chance, now), self.map.seat(who));
            let building = house.map(|(area, name)| self.map.building(area, name));
            let act = Charge { charge, seat, grid, building, since: self.begin, until: None };
            self.act(self.map.area("芙蓉社区"), act, lianxin_register::charge)?;
        }
        Ok(())
    }

    fn owners(&mut self) -> Result<(), Stop> {
        for o in cast::OWNED {
            let (chance, now) = self.tick();
            let owner_set = OwnerSetId::new(chance, now);
            let place = |label: &&str| (o.area, o.building, (*label).to_owned());
            let units = o.units.iter().filter_map(|label| self.map.units.get(&place(label)).copied()).collect();
            let person = o.person.map(|name| Owner::Person(self.map.person(name)));
            let owners = person.into_iter().chain(o.org.map(|name| Owner::Org(self.map.org(name)))).collect();
            let act = OwnerSet { owner_set, units, owners, since: self.begin, until: None };
            self.act(self.map.area(o.area), act, lianxin_register::owner_set)?;
        }
        Ok(())
    }

    /// Who lives here has read the rules and agreed to all that is asked; one of them has not been here yet.
    fn consents(&mut self) -> Result<(), Stop> {
        let members = cast::HOMES.iter().flat_map(|home| home.members.iter().map(move |m| (home, m)));
        for (home, member) in members.filter(|(_, m)| m.0 != cast::UNASKED) {
            let (person, area) = (self.map.person(member.0), self.map.area(home.area));
            for what in Asked::ALL {
                self.act(area, (person, what), |tx, head, (person, what)| {
                    let head = Head { by: By::Person(person), ..head };
                    consent(tx, head, person, what, RULES_VERSION)
                })?;
            }
        }
        Ok(())
    }

    fn scope(&self, chair: &Chair) -> Scope {
        match chair.role.reach() {
            Reach::Everything => Scope::Everything,
            Reach::Area => Scope::Areas(self.below(chair.area)),
            Reach::Contract => {
                let served = cast::CONTRACTS.iter().filter(|(company, _)| *company == chair.org);
                Scope::Contract(served.map(|(_, compound)| self.map.area(compound)).collect())
            }
            Reach::Held => Scope::Held(vec![self.map.org(chair.org)]),
        }
    }

    fn below(&self, name: &str) -> Vec<AreaId> {
        let mut all = vec![self.map.area(name)];
        for inner in cast::PLACES.iter().filter(|p| p.within == Some(name)) {
            all.extend(self.below(inner.name));
        }
        all
    }
}

/// A door of a building: its label, what is behind it, how large that is.
struct Door {
    /// Which entrance leads to it, from 0.
    entrance: Option<usize>,
    label: String,
    kind: UnitKind,
    size: i64,
}

impl Door {
    fn unit(self, unit: UnitId) -> Unit {
        let (floor_area, area_source) = (Some(FloorArea(self.size)), Some(AreaSource::Register));
        Unit { unit, kind: self.kind, label: self.label, floor_area, area_source }
    }
}

fn doors(shape: &Shape) -> Vec<Door> {
    match *shape {
        Shape::Flats(entrances, floors, flats) => {
            let mut all = Vec::new();
            for entrance in 1..=entrances {
                for floor in 1..=floors {
                    // The flat on the odd side is the smaller one, on every floor.
                    all.extend((1..=flats).map(|flat| Door {
                        entrance: Some(usize::from(entrance) - 1),
                        label: format!("{entrance} 单元 {floor}{flat:02}"),
                        kind: UnitKind::Dwelling,
                        size: if flat % 2 == 1 { 78_36 } else { 92_41 },
                    }));
                }
            }
            all
        }
        Shape::Row(n) => {
            let door = |i| Door { entrance: None, label: format!("{i} 号"), kind: UnitKind::Dwelling, size: 54_20 };
            (1..=n).map(door).collect()
        }
        Shape::Shops(n) => {
            let door = |i| Door { entrance: None, label: format!("{i} 号商铺"), kind: UnitKind::Shop, size: 36_75 };
            (1..=n).map(door).collect()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn doors_are_numbered_as_on_the_stairs() {
        let labels = |shape| doors(&shape).into_iter().map(|d| d.label).collect::<Vec<_>>();
        let flats = labels(Shape::Flats(2, 6, 2));
        assert_eq!(
            (flats.len(), flats.first(), flats.last()),
            (24, Some(&"1 单元 101".into()), Some(&"2 单元 602".into()))
        );
        assert!(labels(Shape::Flats(2, 11, 2)).contains(&"2 单元 1102".into()));
        assert_eq!(labels(Shape::Row(2)), ["1 号", "2 号"]);
        assert_eq!(labels(Shape::Shops(1)), ["1 号商铺"]);
    }

    #[test]
    fn every_name_means_one_person_and_real_places_carry_only_names() {
        let mut names = BTreeSet::new();
        let residents = cast::HOMES.iter().flat_map(|h| h.members).map(|m| m.0);
        for name in residents.chain(cast::STAFF.iter().map(|s| s.0)) {
            assert!(names.insert(name), "{name} twice");
        }
        let real = ["乌兰浩特市", "和平街道", "红都社区", "御府苑"];
        assert!(cast::HOUSES.iter().filter(|h| real.contains(&h.area)).all(|h| h.phone.is_none()));
        assert!(
            cast::CHAIRS.iter().filter(|c| real.contains(&c.area)).all(|c| c.person.is_none() && c.login.is_none())
        );
        assert!(
            !cast::HOMES.iter().any(|h| real.contains(&h.area)) && !cast::STAFF.iter().any(|s| real.contains(&s.1))
        );
        assert!(!cast::BLOCKS.iter().any(|b| real.contains(&b.area)));
    }
}

//! An invented office on every database there is: a worker, a manager, a plumber, an administrator, a household of two.

use lianxin_base::{
    ActId, AreaId, BuildingId, ContractId, Day, HouseholdId, OrgId, PersonId, RelationId, SeatId, SlipId, UnitId,
};
use lianxin_gate::{
    Asked, Keys, Limits, Login, NewSlip, Powers, RULES_VERSION, Role, SessionToken, Signed, Six, SlipCode, admit_wait,
    consent, issue, password, set_password, sign_in_wait, signed,
};
use lianxin_journal::{By, Head};
use lianxin_register::{
    Area, AreaKind, Building, Contract, Household, OrgKind, Organisation, Person, Relation, RelationKind, Seat, Unit,
    UnitKind,
};
use lianxin_store::testing::{self, Folder};
use lianxin_store::{Db, Read, Stop, Tx};

pub(crate) const PASSWORD: &str = "芙蓉里的路灯亮了";

pub(crate) struct Office {
    pub(crate) db: Db,
    pub(crate) keys: Keys,
    pub(crate) limits: Limits,
    pub(crate) community: AreaId,
    pub(crate) compounds: [AreaId; 2],
    pub(crate) worker: SeatId,
    pub(crate) manager: SeatId,
    pub(crate) plumber: SeatId,
    pub(crate) admin: SeatId,
    pub(crate) unit: UnitId,
    pub(crate) relative: PersonId,
    pub(crate) company: OrgId,
    pub(crate) resident: PersonId,
    _folder: Option<std::rc::Rc<Folder>>,
}

pub(crate) fn migrations() -> Vec<lianxin_store::Migrations> {
    vec![lianxin_journal::migrations(), lianxin_register::migrations(), lianxin_gate::migrations()]
}

pub(crate) fn kept() -> Vec<lianxin_store::Kept> {
    [lianxin_journal::kept(), lianxin_gate::kept()].concat()
}

pub(crate) fn offices() -> Vec<Office> {
    let (places, folder) = testing::places();
    let folder = std::rc::Rc::new(folder);
    let open = |place| testing::open(place, migrations(), kept(), lianxin_journal::log()).expect("it opens");
    places.into_iter().map(|place| plant(open(place), Some(folder.clone()))).collect()
}

pub(crate) fn head(db: &Db, area: AreaId) -> Head {
    Head { id: ActId::new(db.chance(), db.clock().now()), area, by: By::Office, no: None, token: None }
}

pub(crate) fn act<T: Send + 'static>(
    db: &Db,
    area: AreaId,
    f: impl Fn(&mut Tx<'_>, Head) -> Result<T, Stop> + Send + 'static,
) -> T {
    let head = head(db, area);
    db.act_wait(area, move |tx| f(tx, head.clone())).expect("recorded")
}

pub(crate) fn today(db: &Db) -> Day {
    db.clock().now().day()
}

fn plant(db: Db, folder: Option<std::rc::Rc<Folder>>) -> Office {
    let (chance, now) = (db.chance().clone(), db.clock().now());
    let day = now.day();
    let community = AreaId::new(&chance, now);
    let compounds = [AreaId::new(&chance, now), AreaId::new(&chance, now)];
    let (committee, company) = (OrgId::new(&chance, now), OrgId::new(&chance, now));
    let (worker, manager) = (SeatId::new(&chance, now), SeatId::new(&chance, now));
    let (plumber, admin) = (SeatId::new(&chance, now), SeatId::new(&chance, now));
    let (contract, resident) = (ContractId::new(&chance, now), PersonId::new(&chance, now));
    for (area, parent, kind, code) in [
        (community, None, AreaKind::Community, "玉泉"),
        (compounds[0], Some(community), AreaKind::Compound, "芙蓉里"),
        (compounds[1], Some(community), AreaKind::Compound, "和平里"),
    ] {
        act(&db, area, move |tx, head| {
            let (code, name) = (code.to_owned(), code.to_owned());
            lianxin_register::area(
                tx,
                head,
                Area { area, parent, kind, code, name, since: day, until: None, grade: None },
            )
        });
    }
    for (org, kind, name) in
        [(committee, OrgKind::ResidentsCommittee, "玉泉社区居委会"), (company, OrgKind::Company, "红星物业")]
    {
        act(&db, community, move |tx, head| {
            let name = name.to_owned();
            let org = Organisation { org, area: community, kind, name, short: None, phone: None };
            lianxin_register::organisation(tx, head, org)
        });
    }
    act(&db, compounds[0], move |tx, head| {
        let row = Contract { contract, org: company, area: compounds[0], since: day, until: Some(day.plus(9)) };
        lianxin_register::contract(tx, head, row)
    });
    let relative = PersonId::new(&chance, now);
    for (person, name) in [(resident, "住户甲"), (relative, "住户乙")] {
        act(&db, compounds[0], move |tx, head| {
            let person = Person { person, area: compounds[0], name: name.into(), phone: None };
            lianxin_register::person(tx, head, person)
        });
    }
    let unit = home(&db, compounds[0], &[resident, relative]);
    for person in [resident, relative] {
        for what in Asked::ALL {
            act(&db, compounds[0], move |tx, head| consent(tx, head, person, what, RULES_VERSION));
        }
    }
    for (seat, org, role, title) in [
        (worker, committee, Role::Worker, "社区工作者"),
        (manager, company, Role::CompanyManager, "项目经理"),
        (plumber, company, Role::CompanyStaff, "维修工"),
        (admin, committee, Role::Admin, "管理员"),
    ] {
        act(&db, community, move |tx, head| {
            let (role, title) = (role.name().to_owned(), title.to_owned());
            let row = Seat { seat, org, area: community, person: None, role, title, since: day, until: None };
            lianxin_register::seat(tx, head, row)
        });
    }
    let hash = password::hash(PASSWORD, &chance).expect("long enough");
    for (login, seat) in [("worker", worker), ("manager", manager), ("admin", admin)] {
        let (login, hash) = (Login::read(login).expect("a name"), hash.clone());
        db.keep_wait(move |tx| set_password(tx, &login, seat, None, &hash)).expect("kept");
    }
    let (keys, limits) = (Keys::from_secret(&[7; 32]), Limits::new());
    Office {
        db,
        keys,
        limits,
        community,
        compounds,
        worker,
        manager,
        plumber,
        admin,
        unit,
        relative,
        company,
        resident,
        _folder: folder,
    }
}

/// A household in a unit of its own, with these people.
fn home(db: &Db, area: AreaId, people: &[PersonId]) -> UnitId {
    let (chance, now) = (db.chance().clone(), db.clock().now());
    let (building, unit) = (BuildingId::new(&chance, now), UnitId::new(&chance, now));
    let household = HouseholdId::new(&chance, now);
    act(db, area, move |tx, head| {
        let (label, kind) = ("1单元101".to_owned(), UnitKind::Dwelling);
        let units = vec![Unit { unit, kind, label, floor_area: None, area_source: None }];
        let row = Building { building, area, grid: None, name: "3号楼".into(), sort: 1, units };
        lianxin_register::building(tx, head, row)
    });
    act(db, area, move |tx, head| lianxin_register::household(tx, head, Household { household, building, unit }));
    for person in people.iter().copied() {
        let (relation, since) = (RelationId::new(&chance, now), now.day());
        act(db, area, move |tx, head| {
            let (household, kind) = (Some(household), RelationKind::Owner);
            let row = Relation { relation, person, household, unit: Some(unit), kind, since, until: None };
            lianxin_register::relation(tx, head, row)
        });
    }
    unit
}

impl Office {
    pub(crate) fn sign_in(&self, login: &str, password: &str) -> Result<SessionToken, Stop> {
        sign_in_wait(&self.db, &self.limits, &Powers::new(), login, password).map(|done| done.token)
    }
    pub(crate) fn signed(&self, token: &SessionToken) -> Option<Signed> {
        let (hash, now) = (token.hash(), self.db.clock().now());
        self.db.read_wait(move |r: &mut Read<'_>| Ok(signed(r, &hash, now)?)).expect("read")
    }
    pub(crate) fn later(&self, micros: i64) {
        self.db.clock().set(self.db.clock().now().plus(micros));
    }
    pub(crate) fn days(&self, days: i32) {
        self.db.clock().set(today(&self.db).plus(days).at(9, 0));
    }
    pub(crate) fn slip(&self) -> SlipCode {
        let code = SlipCode::make(self.db.chance());
        self.new_slip(&code).expect("recorded");
        code
    }
    pub(crate) fn new_slip(&self, code: &SlipCode) -> Result<(), Stop> {
        let (chance, now) = (self.db.chance(), self.db.clock().now());
        let (slip, household) = (SlipId::new(chance, now), HouseholdId::new(chance, now));
        let new = NewSlip { slip, person: self.resident, household, code: code.clone() };
        let (keys, head) = (self.keys.clone(), head(&self.db, self.compounds[0]));
        self.db.act_wait(self.compounds[0], move |tx| issue(tx, &keys, head.clone(), &new).map(|_| ()))
    }
    pub(crate) fn admit(&self, code: &SlipCode, form: &str) -> Result<SessionToken, Stop> {
        let id = ActId::new(self.db.chance(), self.db.clock().now());
        admit_wait(&self.db, &self.keys, code, id, form)
    }
}

pub(crate) fn six(digits: &str) -> Six {
    Six::read(digits).expect("six digits")
}

pub(crate) fn code<T>(result: Result<T, Stop>) -> &'static str {
    result.err().map_or("in", |stop| stop.code())
}

//! The smallest office a report can be sent to: a community, a compound, a residents' committee, a seat.

use crate::trouble::{Done, told};
use lianxin_base::{ActId, AreaId, BuildingId, Chance, Moment, OrgId, SeatId};
use lianxin_gate::{Enrolment, Keys, Login, Role, Seed, code_at, enrol_wait, password, set_password};
use lianxin_journal::{By, Head};
use lianxin_register::{Area, AreaKind, Building, OrgKind, Organisation, Seat, area, building, organisation, seat};
use lianxin_store::Db;

/// The code of the compound's only building, as a door's QR says it.
pub(crate) const PLACE: &str = "芙蓉里/3";

/// Who is there.
#[derive(Clone, Copy)]
pub(crate) struct Town {
    pub(crate) compound: AreaId,
    pub(crate) committee: OrgId,
    pub(crate) worker: SeatId,
}

pub(crate) fn found(db: &Db) -> Done<Town> {
    let (chance, now) = (db.chance(), db.clock().now());
    let (community, compound) = (AreaId::new(chance, now), AreaId::new(chance, now));
    let (committee, worker) = (OrgId::new(chance, now), SeatId::new(chance, now));
    let since = now.day();
    let place = |id: AreaId, parent: Option<AreaId>, kind: AreaKind, code: &str, name: &str| {
        let (code, name) = (code.to_owned(), name.to_owned());
        Area { area: id, parent, kind, code, name, since, until: None, grade: None }
    };
    let places = [
        place(community, None, AreaKind::Community, "御府苑", "御府苑社区"),
        place(compound, Some(community), AreaKind::Compound, "芙蓉里", "芙蓉里"),
    ];
    let block = Building {
        building: BuildingId::new(chance, now),
        area: compound,
        grid: None,
        name: "3号楼".into(),
        sort: 3,
        units: Vec::new(),
    };
    let house = Organisation {
        org: committee,
        area: community,
        kind: OrgKind::ResidentsCommittee,
        name: "御府苑社区居委会".into(),
        short: None,
        phone: None,
    };
    let (role, title) = (Role::Worker.name().to_owned(), "社区工作者".to_owned());
    let chair = Seat { seat: worker, org: committee, area: community, person: None, role, title, since, until: None };
    let acts: Vec<ActId> = (0..5).map(|_| act(chance, now)).collect();
    let planted = db.act_wait(community, move |tx| {
        let head = |n: usize, at: AreaId| Head { id: acts[n], area: at, by: By::Office, no: None, token: None };
        for (n, place) in places.iter().enumerate() {
            area(tx, head(n, place.area), place.clone())?;
        }
        organisation(tx, head(2, community), house.clone())?;
        building(tx, head(3, compound), block.clone())?;
        seat(tx, head(4, community), chair.clone())
    });
    planted.map_err(told)?;
    Ok(Town { compound, committee, worker })
}

/// The name and the password of whoever sits at the worker's desk.
pub(crate) const LOGIN: &str = "bench";
pub(crate) const PASSWORD: &str = "芙蓉花开 2026";

/// Gives the worker's desk a password.
pub(crate) fn sign_in(db: &Db, town: Town) -> Done<()> {
    let hash = password::hash(PASSWORD, db.chance()).map_err(|no| told(no.into()))?;
    let login = Login::read(LOGIN).map_err(|no| told(no.into()))?;
    db.keep_wait(move |tx| set_password(tx, &login, town.worker, None, &hash)).map_err(told)
}

/// Sets up the second step of signing in at the worker's desk; a session of before stays.
pub(crate) fn step(db: &Db, keys: &Keys, town: Town) -> Done<()> {
    let (seat, seed) = (town.worker, Seed::make(db.chance()));
    let code = code_at(&keys.second(seat, seed.text()), db.clock().now());
    enrol_wait(db, keys, &Enrolment { seat, seed, code, old: String::new() }).map_err(told)?;
    Ok(())
}

fn act(chance: &Chance, now: Moment) -> ActId {
    ActId::new(chance, now)
}

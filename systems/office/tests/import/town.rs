//! A community with two compounds and nothing in them, on each database.

use lianxin_base::*;
use lianxin_journal::{By, Head, verify};
use lianxin_office::import::{ENTER, OWN, Outcome, Staging, TRY, forget, jobs, outcome, stage};
use lianxin_paper::read;
use lianxin_register::find::{self, UnitRow};
use lianxin_register::{self as register, Area, AreaKind, OrgKind, Organisation};
use lianxin_store::testing::{monday, places};
use lianxin_store::{Db, Kept, Migrations, Open, Place, Read, Stop};
use lianxin_work::{JobState, Jobs};
use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};

pub(crate) const COMMUNITY: AreaId = AreaId::from_bytes([2; 16]);
pub(crate) const FURONG: AreaId = AreaId::from_bytes([3; 16]);
pub(crate) const DONGLI: AreaId = AreaId::from_bytes([4; 16]);
pub(crate) const COMMITTEE: OrgId = OrgId::from_bytes([1; 16]);

fn migrations() -> Vec<Migrations> {
    vec![
        lianxin_journal::migrations(),
        register::migrations(),
        lianxin_gate::migrations(),
        lianxin_work::migrations(),
        lianxin_outbox::migrations(),
        lianxin_office::migrations(),
    ]
}

fn kept() -> Vec<Kept> {
    [lianxin_journal::kept(), register::kept(), lianxin_gate::kept(), lianxin_work::kept(), lianxin_outbox::kept()]
        .concat()
}

/// An office with a folder for its drafts.
pub(crate) struct Town {
    pub(crate) db: Db,
    pub(crate) drafts: PathBuf,
}

impl Drop for Town {
    fn drop(&mut self) {
        std::fs::remove_dir_all(&self.drafts).ok(); // a test that failed may have left it
    }
}

/// Runs a test on each database.
pub(crate) fn each(test: impl Fn(&Town)) {
    let (places, _folder) = places();
    for place in places {
        let town = Town::at(&place);
        test(&town);
        town.assert_replays();
    }
}

pub(crate) fn open(place: &Place, seed: u64) -> Db {
    let (migrations, kept) = (migrations(), kept());
    let open = Open {
        place: place.clone(),
        clock: monday(),
        chance: Chance::seeded(seed),
        migrations,
        kept,
        readers: 2,
        log: lianxin_journal::log(),
    };
    Db::open(open).expect("opens")
}

impl Town {
    pub(crate) fn at(place: &Place) -> Self {
        static COUNT: AtomicU64 = AtomicU64::new(0);
        let n = COUNT.fetch_add(1, Ordering::Relaxed);
        let drafts = std::env::temp_dir().join(format!("lianxin-import-{}-{n}", std::process::id()));
        let db = open(place, 100 + n);
        let town = Self { db, drafts };
        town.area(COMMUNITY, None, AreaKind::Community, "和平里社区");
        town.area(FURONG, Some(COMMUNITY), AreaKind::Compound, "芙蓉里");
        town.area(DONGLI, Some(COMMUNITY), AreaKind::Compound, "东里");
        town.act(|tx, head| {
            let name = "和平里社区居委会".to_owned();
            let kind = OrgKind::ResidentsCommittee;
            register::organisation(
                tx,
                head,
                Organisation { org: COMMITTEE, area: COMMUNITY, kind, name, short: None, phone: None },
            )
        });
        town
    }

    fn area(&self, area: AreaId, parent: Option<AreaId>, kind: AreaKind, name: &'static str) {
        self.act(move |tx, head| {
            let since = "2020-01-01".parse().expect("a day");
            let (code, name) = (name.to_owned(), name.to_owned());
            register::area(tx, head, Area { area, parent, kind, code, name, since, until: None, grade: None })
        });
    }

    fn act(
        &self,
        f: impl Fn(&mut lianxin_store::Tx<'_>, Head) -> Result<lianxin_journal::Receipt, Stop> + Send + 'static,
    ) {
        let id = ActId::new(self.db.chance(), self.db.clock().now());
        let head = move || Head { id, area: COMMUNITY, by: By::Office, no: None, token: None };
        self.db.act_wait(COMMUNITY, move |tx| f(tx, head())).expect("recorded");
    }

    /// Stages a sheet.
    pub(crate) fn stage(&self, kind: &'static str, bytes: &[u8], area: Option<AreaId>) -> Result<PathBuf, Stop> {
        let (book, root, chance) = (read(bytes)?, self.drafts.clone(), Chance::system());
        self.db.read_wait(move |r| {
            let new = Staging {
                kinds: OWN,
                kind,
                name: "x.xlsx",
                book: book.clone(),
                area,
                by: By::Office,
                scope: None,
                lang: Lang::Zh,
                mark: "",
            };
            stage(r, &root, &chance, &new)
        })
    }

    pub(crate) fn jobs(&self) -> Jobs {
        Jobs::new(self.db.clone(), jobs())
    }

    /// Tries or enters a staged sheet to its end.
    pub(crate) fn run(&self, folder: &std::path::Path, really: bool) -> Outcome {
        let jobs = self.jobs();
        let kind = if really { ENTER } else { TRY };
        let job = jobs.start_wait(kind, COMMUNITY, &folder.to_string_lossy(), "office").expect("begun");
        let ended = jobs.run_to_end(job, &mut |_, _| true).expect("runs");
        assert_eq!(ended.state, JobState::Done);
        outcome(folder, if really { "enter" } else { "try" }).expect("there")
    }

    /// Enters a sheet.
    pub(crate) fn enter(&self, kind: &'static str, csv: &str) -> Outcome {
        let folder = self.stage(kind, csv.as_bytes(), None).expect("staged");
        let outcome = self.run(&folder, true);
        forget(&folder);
        outcome
    }

    /// How many acts there are.
    pub(crate) fn acts(&self) -> i64 {
        self.db.read_wait(|r| Ok(lianxin_journal::length(r)?)).expect("read")
    }

    /// The units of a building.
    pub(crate) fn units(&self, area: AreaId, code: &'static str) -> Vec<UnitRow> {
        self.db
            .read_wait(move |r| {
                let house = find::building_by_code(r, area, code)?;
                Ok(house.map(|h| find::units(r, h.id)).transpose()?.unwrap_or_default())
            })
            .expect("read")
    }

    /// Who owns a unit today: name and telephone.
    pub(crate) fn owners(
        &self,
        area: AreaId,
        code: &'static str,
        label: &'static str,
    ) -> Vec<(PersonId, String, Option<String>)> {
        let today = self.db.clock().now().day();
        self.db
            .read_wait(move |r| {
                let house = find::building_by_code(r, area, code)?.expect("a building");
                let unit = find::unit_by_label(r, house.id, label)?.expect("a unit");
                let mut all = Vec::new();
                for one in find::relations_of_unit(r, unit.id, today)? {
                    let name = find::person_name(r, one.person)?.unwrap_or_default();
                    all.push((one.person, name, find::person_phone(r, one.person)?));
                }
                Ok(all)
            })
            .expect("read")
    }

    /// The names in each household of a unit.
    pub(crate) fn households(&self, area: AreaId, code: &'static str, label: &'static str) -> Vec<Vec<String>> {
        let today = self.db.clock().now().day();
        let read = move |r: &mut Read<'_>| {
            let house = find::building_by_code(r, area, code)?.expect("a building");
            let unit = find::unit_by_label(r, house.id, label)?.expect("a unit");
            let mut all = Vec::new();
            for home in find::households_of_unit(r, unit.id)? {
                let mut names = Vec::new();
                for one in find::members(r, home.id, today)? {
                    names.push(find::person_name(r, one.person)?.unwrap_or_default());
                }
                names.sort(); // who of them was entered first means nothing
                all.push(names);
            }
            Ok(all)
        };
        self.db.read_wait(read).expect("read")
    }

    pub(crate) fn assert_replays(&self) {
        let kinds = [register::kinds(), lianxin_gate::kinds(), lianxin_office::kinds()].concat();
        let found =
            self.db.read_wait(move |r| Ok(verify(r, &kinds, &migrations(), &kept(), &mut |_, _| true)?)).expect("runs");
        assert_eq!(found.findings, vec![]);
    }
}

/// The sentences of an outcome's faults, with their rows.
pub(crate) fn faults(outcome: &Outcome) -> Vec<(u32, &str)> {
    outcome.all.faults.iter().map(|(row, why)| (*row, why.as_str())).collect()
}

//! What the routes are asked about: one thing of each kind in 芙蓉里, and its like in the other community, so that
//! everybody is asked for something that is theirs and for something that is not.

use super::roles::{LIAISON, entered};
use crate::{Browser, World, built, today};
use lianxin_app::wiring;
use lianxin_base::{ActId, AreaId, BuildingId, HouseholdId, Lang, OrgId, PersonId, RelationId, SeatId, UnitId};
use lianxin_gate::{Role, SessionToken, Six, door_number, pair_wait, pairing, phones};
use lianxin_journal::{By, Head};
use lianxin_office::import::{Staging, TRY, stage};
use lianxin_register::{self as register, RelationKind, UnitKind, find};
use lianxin_store::{Fault, Read, Stop, Tx};
use std::collections::BTreeMap;

/// An id nothing has.
pub(super) const NOWHERE: &str = "018f0000-0000-7000-8000-000000000001";
/// What only the parties of the matter in 芙蓉里 may read.
pub(super) const WORDS_HERE: &str = "楼下的灯晚上不亮";
/// What only the parties of the other community's matter may read.
pub(super) const WORDS_THERE: &str = "水管半夜一直响";
/// Who lives in the other community.
pub(super) const NAME_THERE: &str = "乌云格日乐";
const PHONE_THERE: &str = "15400000099";

/// A thing of 芙蓉里 and its like of the other community.
pub(super) type Pair = (String, String);

/// Everything that is asked about, by the names routes and forms have for it.
pub(super) struct Things(BTreeMap<&'static str, Pair>);

impl Things {
    /// What goes by this name.
    pub(super) fn of(&self, name: &str) -> &Pair {
        self.0.get(name).unwrap_or_else(|| panic!("{name} is asked about"))
    }

    /// Every name with what goes by it.
    pub(super) fn all(&self) -> impl Iterator<Item = (&'static str, &Pair)> {
        self.0.iter().map(|(name, pair)| (*name, pair))
    }

    /// Brings two matters in, plants a home in the other community, and finds one of each kind.
    pub(super) fn of_world(world: &World, resident: &mut Browser<'_>) -> Self {
        let mut all = Self(BTreeMap::new());
        let here = reported(resident, WORDS_HERE, "芙蓉里");
        all.put("asset", resident.page.between("href=\"/assets/", "\"").unwrap_or_default(), "none.css");
        let there = reported(&mut world.stranger(), WORDS_THERE, "御府苑");
        all.put("no", here.no, there.no);
        all.put("act", here.act, there.act);
        all.put("link", here.link, there.link);
        let shown = shown(world);
        all.put("shown", shown.to_string(), NOWHERE);
        all.put("shown link", world.house.keys().link_token(shown), "no-link");
        all.put("tile", "0/000.p/1", "0/x999/000");
        world.sign();
        all.home(world);
        all.register(world);
        all.sheet(world);
        all.phones(world);
        all.papers(world);
        all.handover(world);
        all.beside(world);
        all.photo(resident);
        all.put("figure", "response", "response");
        all
    }

    /// A photo of a form that came back and is not sent yet: its sender's alone.
    fn photo(&mut self, resident: &mut Browser<'_>) {
        built(); // photos are read by the program itself, as a process
        let good = lianxin_seeds::picture("road").expect("a scene").large;
        resident.open("/report");
        resident.send_files("/report", &[("place", "芙蓉里")], &[("photo", b"%PDF-1.7 no photo"), ("photo", &good)]);
        let name = resident.page.between("src=\"/upload/", "\"").unwrap_or_default();
        assert!(!name.is_empty(), "the good one is kept: {}", resident.page.text());
        self.put("upload", name, NOWHERE);
    }

    fn put(&mut self, name: &'static str, here: impl Into<String>, there: impl Into<String>) {
        self.0.insert(name, (here.into(), there.into()));
    }

    /// A building with a home in 御府苑: the told story has none.
    fn home(&mut self, world: &World) {
        let ids = Ids::make(world);
        act(world, "御府苑", move |tx, head| {
            let (building, unit, household) = (ids.building, ids.unit, ids.household);
            let unit = register::Unit {
                unit,
                kind: UnitKind::Dwelling,
                label: "1 单元 101".into(),
                floor_area: None,
                area_source: None,
            };
            let one = register::Building {
                building,
                area: head(0).area,
                grid: None,
                name: "1 号楼".into(),
                sort: 1,
                units: vec![unit],
            };
            register::building(tx, head(0), one)?;
            register::household(tx, head(1), register::Household { household, building, unit: ids.unit })?;
            let (name, phone) = (NAME_THERE.into(), Some(PHONE_THERE.into()));
            register::person(tx, head(2), register::Person { person: ids.person, area: head(2).area, name, phone })?;
            let relation = register::Relation {
                relation: ids.relation,
                person: ids.person,
                household: Some(household),
                unit: None,
                kind: RelationKind::Owner,
                since: today(),
                until: None,
            };
            register::relation(tx, head(3), relation)?;
            Ok(())
        });
        self.put("building", "", ids.building.to_string());
        self.put("unit", "", ids.unit.to_string());
        self.put("relation", "", ids.relation.to_string());
        self.put("person", "", ids.person.to_string());
        self.put("someone", "", ids.person.to_string());
        self.put("tail", "0011", &PHONE_THERE[7..]);
    }

    /// What the register has of both.
    fn register(&mut self, world: &World) {
        let found = world.db().read_wait(|r| Ok(registered(r)?)).unwrap_or_else(|why| panic!("the register: {why:?}"));
        for (name, here, there) in found {
            let planted = self.0.get(name).map(|(_, there)| there.clone());
            self.put(name, here, planted.unwrap_or(there));
        }
    }

    /// A sheet that a worker of 芙蓉社区 sent in; the other one is nobody's.
    fn sheet(&mut self, world: &World) {
        let book = lianxin_paper::read("楼号,单元,房号\n3号楼,2单元,501\n".as_bytes()).expect("a sheet");
        let root = world.files_root().join("drafts");
        let by = seat(world, "芙蓉社区", "芙蓉社区居委会", "社区工作者");
        let job = world.db().read_wait(move |r| {
            let (kinds, area) = (wiring::imports(), area(r, "芙蓉里")?);
            let chance = lianxin_base::Chance::system();
            let new = Staging {
                kinds: &kinds,
                kind: "units",
                name: "房屋.csv",
                book: book.clone(),
                area: Some(area),
                by: By::Office,
                scope: None,
                lang: Lang::Zh,
                mark: "matrix",
            };
            Ok((stage(r, &root, &chance, &new)?, area))
        });
        let (folder, area) = job.unwrap_or_else(|why| panic!("a sheet is staged: {why:?}"));
        let job = world.house.jobs().start_wait(TRY, area, &folder.to_string_lossy(), by);
        self.put("job", job.unwrap_or_else(|why| panic!("a job: {why:?}")).to_string(), NOWHERE);
        self.put("kind", "units", "nothing");
    }

    /// A paired phone and a field seat of both companies, and a QR that is open.
    fn phones(&mut self, world: &World) {
        let (here, there) = (seat(world, "演示区", "红星物业", "维修工"), self.field_seat(world));
        self.put("field seat", here.to_string(), there.to_string());
        let (db, keys) = (world.db(), world.house.keys());
        let pin = Six::chosen("204816").expect("six digits");
        let token = qr(world, there);
        pair_wait(db, keys, &token, &pin, "matrix").unwrap_or_else(|why| panic!("a phone is paired: {why:?}"));
        let now = world.now();
        let known = db.read_wait(move |r| {
            let mut all = Vec::new();
            for (place, name) in [("演示区", "红星物业"), ("红都社区", "红都社区物业公司")] {
                let org = org(r, place, name)?;
                all.push(phones(r, org, now)?.first().map(|p| p.id.clone()).unwrap_or_default());
            }
            Ok(all)
        });
        let known = known.unwrap_or_else(|why| panic!("the phones are read: {why:?}"));
        self.put("phone", known[0].clone(), known[1].clone());
        self.put("pairing", qr(world, here).value(), SessionToken::make().value());
    }

    /// A seat of field staff in the other community, and one more that is left at once.
    fn field_seat(&mut self, world: &World) -> SeatId {
        let (chance, now) = (world.house.chance(), world.now());
        let seats = [SeatId::new(chance, now), SeatId::new(chance, now)];
        act(world, "红都社区", move |tx, head| {
            let org = org(tx, "红都社区", "红都社区物业公司")?;
            for (n, seat) in seats.into_iter().enumerate() {
                let (role, title) = (Role::CompanyStaff.name().into(), format!("维修工{n}"));
                let (area, since) = (head(n).area, today());
                let row = register::Seat { seat, org, area, person: None, role, title, since, until: None };
                register::seat(tx, head(n), row)?;
            }
            Ok(())
        });
        self.put("left seat", "", seats[1].to_string());
        seats[0]
    }

    /// The number on a door of both, and the link with which this office's address is tried out.
    fn papers(&mut self, world: &World) {
        for (code, here) in [("芙蓉里", true), ("御府苑", false)] {
            act(world, code, move |tx, head| {
                if here {
                    let near = lianxin_web::Nearness::Outside;
                    lianxin_office::reached(tx, head(0), World::ORIGIN, near)?;
                }
                door_number(tx, head(1), None)?;
                Ok(())
            });
        }
        self.put("door", "1001", "1002");
        let mut admin = world.signed_in("系统管理员");
        let html = admin.open("/setup/address").html.clone();
        let ticket = html.split("/reach/").nth(1).and_then(|s| s.split(['"', '<', ' ']).next()).unwrap_or_default();
        self.put("reach", ticket, "no-ticket");
    }

    /// The hand-over of the demonstration, and one of a seat in the other community.
    fn handover(&mut self, world: &World) {
        let open = |browser: &mut Browser<'_>, known: &str| {
            let links = browser.open("/handovers").links();
            let mut all = links.iter().filter_map(|(href, _)| href.strip_prefix("/handovers/"));
            all.find(|id| *id != known).unwrap_or(NOWHERE).to_owned()
        };
        let here = open(&mut world.signed_in("周国栋"), "");
        let mut admin = world.signed_in("系统管理员");
        let end = format!("/seats/{}/end", self.of("left seat").1);
        admin.open(&end);
        admin.send(&end, &[("when", "now")]);
        let there = open(&mut admin, &here);
        assert!(here != NOWHERE && there != NOWHERE, "two hand-overs are open: {}", admin.page.text());
        self.put("handover", here, there);
        self.0.remove("left seat");
    }

    /// The demonstration's data incident, what is happening there and its council; the other community has none of it.
    fn beside(&mut self, world: &World) {
        let first = |browser: &mut Browser<'_>, page: &str| {
            let links = browser.open(page).links();
            let mut all = links.iter().filter_map(|(href, _)| href.strip_prefix(page)?.strip_prefix('/'));
            all.find(|id| id.len() == NOWHERE.len()).unwrap_or(NOWHERE).to_owned()
        };
        let incident = first(&mut world.signed_in("周国栋"), "/incidents");
        let html = world.signed_in("吴敏").open("/happening").html.clone();
        let banner =
            html.split("/happening/").nth(1).and_then(|s| s.get(..NOWHERE.len())).unwrap_or(NOWHERE).to_owned();
        let council = first(&mut world.signed_in("吴敏"), "/meetings");
        assert!(incident != NOWHERE && banner != NOWHERE && council != NOWHERE, "the demonstration has all");
        let bulletin = first(&mut world.signed_in("吴敏"), "/bulletins");
        assert!(bulletin != NOWHERE, "the demonstration has a bulletin");
        self.put("bulletin", bulletin, NOWHERE);
        let survey = first(&mut world.signed_in("吴敏"), "/surveys");
        assert!(survey != NOWHERE, "the demonstration has a survey");
        self.put("survey", survey, NOWHERE);
        self.put("meeting", council, NOWHERE);
        let part = world.db().read_wait(|r| {
            let first = "SELECT act FROM council_part ORDER BY at, act LIMIT 1";
            Ok(r.row(first, &[], |row| row.text(0))?)
        });
        self.put("part", part.ok().flatten().expect("the demonstration has a part"), NOWHERE);
        self.put("incident", incident, NOWHERE);
        self.put("banner", banner, NOWHERE);
        let vote = {
            let mut worker = world.signed_in("吴敏");
            let links = worker.open("/votes?area=").links();
            let open = links.iter().find(|(_, words)| words.contains("修屋顶")).expect("one is open");
            open.0.rsplit('/').next().unwrap_or(NOWHERE).to_owned()
        };
        self.put("signed", signed(world, &vote), NOWHERE);
        self.put("box", sealed(world, &vote), NOWHERE);
        for (name, page) in [("objection", "objections"), ("proxy", "proxies")] {
            let html = world.signed_in("吴敏").open(&format!("/votes/{vote}/{page}")).html.clone();
            let field = format!("name=\"{name}\" value=\"");
            let found = html.split(&field).nth(1).and_then(|s| s.get(..NOWHERE.len()));
            self.put(name, found.unwrap_or(NOWHERE), NOWHERE);
        }
        self.put("vote", vote, NOWHERE);
        self.put("notice", first(&mut world.signed_in("吴敏"), "/posting"), NOWHERE);
        self.put("first", first(&mut world.signed_in("吴敏"), "/first-assemblies"), NOWHERE);
        self.put("takeover", first(&mut world.signed_in("吴敏"), "/takeovers"), NOWHERE);
        self.put("urgent", urgent(world), NOWHERE);
        let html = world.signed_in("吴敏").open("/ownership").html.clone();
        let voter = html.split("name=\"voter\" value=\"").nth(1).and_then(|s| s.get(..NOWHERE.len()));
        self.put("voter", voter.unwrap_or(NOWHERE), NOWHERE);
    }
}

/// A report that was taken in.
struct Reported {
    no: String,
    act: String,
    link: String,
}

/// The street adopts a rule for emergencies, and one is noted.
fn urgent(world: &World) -> String {
    let mut coordinator = world.signed_in("高远");
    coordinator.open("/rules/new");
    let area = coordinator.choice("/rules", "area", "芙蓉街道");
    coordinator.send("/rules", &[("area", &area), ("toml", crate::URGENT_RULES)]);
    let mut worker = world.signed_in("吴敏");
    worker.open("/urgent-repairs/new");
    let (area, day) = (worker.choice("/urgent-repairs", "area", "芙蓉里"), crate::today().to_string());
    let what = [("area", area.as_str()), ("danger", "roof"), ("place", "3 号楼屋面"), ("day", &day)];
    let rest = [("found", "红星物业巡查"), ("sum", "12,600"), ("words", "顶层漏水，灯线泡了")];
    worker.send("/urgent-repairs", &[&what[..], &rest].concat());
    let url = worker.page.url.split('?').next().unwrap_or_default();
    url.rsplit('/').next().filter(|id| id.len() == NOWHERE.len()).unwrap_or(NOWHERE).to_owned()
}

/// A box that was sealed, with a photo of its seal.
fn sealed(world: &World, vote: &str) -> String {
    let mut worker = world.signed_in("吴敏");
    let good = lianxin_seeds::picture("board").expect("a scene").large;
    let page = format!("/votes/{vote}/box");
    worker.open(&page);
    let now = world.db().clock().now();
    let (day, (hour, minute)) = (now.day().to_string(), now.hour_minute());
    let time = format!("{hour}:{minute:02}");
    let says = [("number", "9"), ("what", "sealed"), ("day", &day), ("time", &time), ("place", "门厅")];
    let says = [&says[..], &[("people", "社区\n业主")]].concat();
    worker.send_files(&page, &says, &[("photo", &good)]);
    let html = worker.open(&page).html.clone();
    let found = html.split(&format!("{page}/")).find_map(|s| s.get(..NOWHERE.len()).filter(|id| id.starts_with('0')));
    found.unwrap_or_else(|| panic!("a box was sealed: {}", worker.page.text())).to_owned()
}

/// A photo of a signed paper, as the desk took it in.
fn signed(world: &World, vote: &str) -> String {
    let mut worker = world.signed_in("吴敏");
    let good = lianxin_seeds::picture("board").expect("a scene").large;
    let photos = format!("/votes/{vote}/photos");
    // Of the first number nobody has entered a paper of.
    for no in 1..60 {
        worker.open(&photos);
        worker.send_files(&photos, &[("no", &no.to_string())], &[("photo", &good)]);
        let field = "name=\"signed\" value=\"";
        let html = worker.open(&photos).html.clone();
        if let Some(found) = html.split(field).nth(1).and_then(|s| s.get(..NOWHERE.len())) {
            return found.to_owned();
        }
    }
    panic!("a photo was taken in: {}", worker.page.text())
}

fn reported(browser: &mut Browser<'_>, words: &str, place: &str) -> Reported {
    browser.open("/report");
    browser.send("/report", &[("words", words), ("place", place)]);
    let mut parts = browser.page.url.split(['/', '?']).skip(2).map(ToOwned::to_owned);
    let (act, link) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    let no = browser.page.between("class=\"no num\"><span class=\"vh\">", "</p>").unwrap_or_default();
    let no = no.rsplit("</span>").next().unwrap_or("").trim().to_owned();
    assert!(no.starts_with(&format!("{place}-")), "a receipt with a number: {}", browser.page.text());
    Reported { no, act, link }
}

/// The planted main matter: it has a photo that everybody may see.
fn shown(world: &World) -> ActId {
    let no = world.planted.main.clone();
    let found = world.db().read_wait(move |r| Ok(lianxin_council::store::public_by_no(r, &no)?.map(|m| m.act)));
    found.ok().flatten().expect("the main matter is planted")
}

/// Ids made before the command, because it may run twice.
#[derive(Clone, Copy)]
struct Ids {
    building: BuildingId,
    unit: UnitId,
    household: HouseholdId,
    person: PersonId,
    relation: RelationId,
}

impl Ids {
    fn make(world: &World) -> Self {
        let (chance, now) = (world.house.chance(), world.now());
        Self {
            building: BuildingId::new(chance, now),
            unit: UnitId::new(chance, now),
            household: HouseholdId::new(chance, now),
            person: PersonId::new(chance, now),
            relation: RelationId::new(chance, now),
        }
    }
}

/// A command of the office in an area; `head` gives each of its acts an id.
fn act<F>(world: &World, code: &'static str, command: F)
where
    F: Fn(&mut Tx<'_>, &dyn Fn(usize) -> Head) -> Result<(), Stop> + Send + 'static,
{
    let (chance, now) = (world.house.chance(), world.now());
    let ids: Vec<ActId> = (0..4).map(|_| ActId::new(chance, now)).collect();
    let at = world.db().read_wait(move |r| area(r, code)).unwrap_or_else(|why| panic!("{code}: {why:?}"));
    let head = move |n: usize| Head { id: ids[n], area: at, by: By::Office, no: None, token: None };
    let done = world.db().act_wait(at, move |tx| command(tx, &head));
    done.unwrap_or_else(|why| panic!("{code}: {why:?}"));
}

fn area(r: &mut Read<'_>, code: &str) -> Result<AreaId, Stop> {
    let found = find::area_by_code(r, code)?.map(|a| a.id);
    Ok(found.ok_or_else(|| Fault::bug("no such area"))?)
}

fn org(r: &mut Read<'_>, place: &str, name: &str) -> Result<OrgId, Stop> {
    let at = area(r, place)?;
    let found = find::orgs(r, at)?.into_iter().find(|o| o.name == name).map(|o| o.id);
    Ok(found.ok_or_else(|| Fault::bug("no such organisation"))?)
}

/// The seat of an organisation with a title; the first, if it has none of that title.
pub(super) fn seat(world: &World, place: &'static str, name: &'static str, title: &'static str) -> SeatId {
    let found = world.db().read_wait(move |r| {
        let org = org(r, place, name)?;
        let seats = find::seats_of_org(r, org, today())?;
        let titled = seats.iter().find(|s| s.title == title && s.person.is_some());
        Ok(titled.or(seats.first()).map(|s| s.id).ok_or_else(|| Fault::bug("no such seat"))?)
    });
    found.unwrap_or_else(|why| panic!("{name}: {why:?}"))
}

/// An open QR of a field seat.
fn qr(world: &World, seat: SeatId) -> SessionToken {
    let token = SessionToken::make();
    let shown = token.clone();
    world.db().keep_wait(move |tx| pairing(tx, &shown, seat)).unwrap_or_else(|why| panic!("a QR: {why:?}"));
    token
}

/// One of each kind in 芙蓉社区, and its like in 红都社区 where there is one.
fn registered(r: &mut Read<'_>) -> Result<Vec<(&'static str, String, String)>, Fault> {
    let at = |r: &mut Read<'_>, code| Ok::<_, Fault>(find::area_by_code(r, code)?.map(|a| a.id));
    let (here, there) = (at(r, "芙蓉里")?, at(r, "御府苑")?);
    let nowhere = || NOWHERE.to_owned();
    let text = |id: Option<String>| id.unwrap_or_else(nowhere);
    let mut all = vec![("area", text(here.map(|a| a.to_string())), text(there.map(|a| a.to_string())))];
    let building = here.map(|a| find::building_by_code(r, a, "3")).transpose()?.flatten().map(|b| b.id);
    let unit = building.map(|b| find::unit_by_label(r, b, "2 单元 501")).transpose()?.flatten().map(|u| u.id);
    let home = unit.map(|u| find::households_of_unit(r, u)).transpose()?.unwrap_or_default();
    let member = home.first().map(|h| find::members(r, h.id, today())).transpose()?.unwrap_or_default();
    let other = here.map(|a| find::people_by_phone_tail(r, a, "0011")).transpose()?.unwrap_or_default();
    all.push(("building", text(building.map(|b| b.to_string())), nowhere()));
    all.push(("unit", text(unit.map(|u| u.to_string())), nowhere()));
    all.push(("relation", text(member.first().map(|x| x.id.to_string())), nowhere()));
    all.push(("person", text(member.first().map(|x| x.person.to_string())), nowhere()));
    all.push(("someone", text(other.first().map(ToString::to_string)), nowhere()));
    let contract = here.map(|a| find::contracts_of_area(r, a)).transpose()?.unwrap_or_default();
    let foreign = there.map(|a| find::contracts_of_area(r, a)).transpose()?.unwrap_or_default();
    let one = |c: &[find::ContractRow]| text(c.first().map(|c| c.id.to_string()));
    all.push(("contract", one(&contract), one(&foreign)));
    let mut of = |place, name: &str| -> Result<_, Fault> {
        let orgs = at(r, place)?.map(|a| find::orgs(r, a)).transpose()?.unwrap_or_default();
        let org = orgs.into_iter().find(|o| o.name == name).map(|o| o.id);
        let seats = org.map(|o| find::seats_of_org(r, o, today())).transpose()?.unwrap_or_default();
        Ok((text(org.map(|o| o.to_string())), text(seats.first().map(|s| s.id.to_string()))))
    };
    let (mine, theirs) = (of("芙蓉社区", "芙蓉社区居委会")?, of("红都社区", "红都社区居委会")?);
    let (company, foreign) = (of("演示区", "红星物业")?.0, of("红都社区", "红都社区物业公司")?.0);
    all.push(("company", company, foreign));
    all.push(("org", mine.0, theirs.0));
    all.push(("seat", mine.1, theirs.1));
    Ok(all)
}

/// Signs in a role nobody of the demonstration has, planted for it.
pub(super) fn planted<'w>(world: &'w World, title: &'static str) -> Browser<'w> {
    let (role, at, office) = match title {
        LIAISON => (Role::Liaison, "芙蓉里", ("芙蓉社区", "芙蓉社区居委会")),
        _ => (Role::CompanyDesk, "演示区", ("演示区", "红星物业")),
    };
    let seat = SeatId::new(world.house.chance(), world.now());
    act(world, at, move |tx, head| {
        let org = org(tx, office.0, office.1)?;
        let (role, title, area, since) = (role.name().into(), title.into(), head(0).area, today());
        let row = register::Seat { seat, org, area, person: None, role, title, since, until: None };
        register::seat(tx, head(0), row).map(|_| ())
    });
    entered(world, title, seat)
}

/// Signs those in who look after the other community.
pub(super) fn there<'w>(world: &'w World, org: &'static str) -> Browser<'w> {
    entered(world, org, seat(world, "红都社区", org, ""))
}

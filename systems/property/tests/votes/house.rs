//! The invented town; 铁东 12 号院 has an owner for every unit, its desks and two owners and a tenant are signed in.

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request};
use lianxin_base::{ActId, ContractId, Day, Moment, OwnerSetId, PersonId, SeatId, SlipId, UnitId};
use lianxin_child::Children;
use lianxin_child::press::Press;
use lianxin_gate::{
    Keys, Limits, Login, NewSlip, Powers, SlipCode, admit_wait, issue, password, set_password, sign_in_wait,
};
use lianxin_journal::{By, Head};
use lianxin_property::assembly::store::{self, Vote};
use lianxin_property::roll::store as rolls;
use lianxin_register::{self as register, Contract, Owner, OwnerSet, Person, Seat};
use lianxin_seeds::{Map, plant};
use lianxin_store::{Db, Files, Kept, Migrations, Read, Stop, testing};
use lianxin_web::{House, Settings, System};
use lianxin_work::{Jobs, Runner, Step};
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};
use tower::ServiceExt as _;

/// The compound of the tests: 16 houses in two rows, 4 shops.
pub(crate) const YARD: &str = "铁东 12 号院";
const PASSWORD: &str = "芙蓉里的路灯亮了";
const STAFF: &[(&str, &str)] =
    &[("吴敏", "wumin"), ("周国栋", "zhou"), ("马建军", "ma"), ("刘志强", "liu"), ("高远", "gao"), ("丁雪", "ding")];
const RESIDENTS: &[&str] = &["佟玉珍", "康福", "魏红", "张玉兰"];

pub(crate) struct Town {
    pub(crate) db: Db,
    pub(crate) map: Map,
    keys: Keys,
    router: Router,
    house: House,
    cookies: BTreeMap<&'static str, String>,
    folder: PathBuf,
}

impl Drop for Town {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

/// A photo as a phone sends it.
pub(crate) fn jpeg() -> Vec<u8> {
    lianxin_seeds::picture("board").expect("a scene").large
}

/// Where one town's files lie.
fn folder() -> PathBuf {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    std::env::temp_dir().join(format!("lianxin-votes-{}-{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed)))
}

/// A folder for files that goes with the test.
pub(crate) struct Place(PathBuf);

impl Place {
    pub(crate) fn new() -> Self {
        Self(folder())
    }
    pub(crate) fn files(&self) -> Files {
        Files::at(self.0.clone())
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// A page as it came.
pub(crate) struct Came {
    pub(crate) status: u16,
    pub(crate) headers: HeaderMap,
    pub(crate) text: String,
}

impl Came {
    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|v| v.to_str().ok()).unwrap_or("")
    }
    pub(crate) fn says(&self, words: &str) -> bool {
        self.text.contains(words)
    }
    /// The form whose address ends so.
    pub(crate) fn form(&self, action: &str) -> &str {
        let end = format!("action=\"{action}\"");
        let form = self.text.split("<form ").find(|f| f.split('>').next().is_some_and(|head| head.contains(&end)));
        form.unwrap_or_else(|| panic!("no form to {action}: {}", self.text)).split("</form>").next().unwrap_or_default()
    }
    pub(crate) fn token(&self, action: &str) -> String {
        let token = self.form(action).split("name=\"token\" value=\"").nth(1).expect("a token");
        token.split('"').next().unwrap_or_default().to_owned()
    }
    /// How many red buttons the page has.
    pub(crate) fn red(&self) -> usize {
        self.text.matches("btn-main").count()
    }
}

pub(crate) fn day(text: &str) -> Day {
    text.parse().expect("a day")
}

/// A Thursday in June, 10:00.
pub(crate) fn thursday() -> Moment {
    day("2026-06-18").at(10, 0)
}

pub(crate) fn migrations() -> Vec<Migrations> {
    vec![
        lianxin_journal::migrations(),
        lianxin_register::migrations(),
        lianxin_gate::migrations(),
        lianxin_work::migrations(),
        lianxin_path::migrations(),
        lianxin_outbox::migrations(),
        lianxin_property::migrations(),
    ]
}

pub(crate) fn kept() -> Vec<Kept> {
    [
        lianxin_journal::kept(),
        lianxin_register::kept(),
        lianxin_gate::kept(),
        lianxin_work::kept(),
        lianxin_outbox::kept(),
    ]
    .concat()
}

/// Something that waits for the database, on a thread that may.
pub(crate) fn apart<T: Send>(f: impl FnOnce() -> T + Send) -> T {
    std::thread::scope(|s| s.spawn(f).join()).expect("ran")
}

pub(crate) async fn town() -> Town {
    apart(|| built(None))
}

/// A town with a press, and room for what it sets; the long work sets with `step`.
pub(crate) async fn printing(step: Work) -> Town {
    apart(|| built(Some(step)))
}

/// A step of long work.
type Work = fn(&Db, &Step<'_>) -> Result<(), Stop>;

fn built(step: Option<Work>) -> Town {
    let db = testing::memory(migrations(), kept(), lianxin_journal::log());
    let map = plant(&db, thursday().day().plus(-30)).expect("planted");
    db.clock().set(thursday());
    owners(&db, &map);
    let keys = Keys::from_secret(&[7; 32]);
    let jobs = step.map(lianxin_property::bundle::job_kind).into_iter().collect();
    let systems = vec![System { jobs, ..lianxin_property::system() }];
    let origin = "http://127.0.0.1:8600".parse().expect("an origin");
    let folder = folder();
    let settings = Settings {
        hosted_by: Some("红星物业".into()),
        children: Children::inside([lianxin_photo::KINDS.as_slice(), &[lianxin_paper::SHEET]].concat()),
        files: Files::at(folder.clone()),
        press: step.map(|_| Press::of("/nowhere/lianxin-press".into(), Vec::new())),
        drafts: step.map(|_| folder.join("drafts")),
        ..Settings::at(origin)
    };
    let house = House::new(db.clone(), Keys::from_secret(&[7; 32]), settings, &systems);
    let router = lianxin_web::router(&house, systems);
    let mut town = Town { db, map, keys, router, house, cookies: BTreeMap::new(), folder };
    town.sign_in();
    town
}

/// Every unit of the yard has an owner of its own; the shops 1 and 3 are a company's already.
fn owners(db: &Db, map: &Map) {
    let mut named = vec![(map.unit(YARD, "东排", "3 号"), map.person("佟玉珍"))];
    named.push((map.unit(YARD, "西排", "5 号"), map.person("康福")));
    // The worker owns a house here, too.
    named.push((map.unit(YARD, "西排", "8 号"), map.person("吴敏")));
    let rows = ["东排", "西排"].iter().flat_map(|row| (1..=8).map(move |n| (*row, format!("{n} 号"))));
    let shops = [2, 4].iter().map(|n| ("临街商铺", format!("{n} 号商铺")));
    for (row, door) in rows.chain(shops) {
        let unit = map.unit(YARD, row, &door);
        let known = named.iter().find(|(at, _)| *at == unit).map(|(_, person)| *person);
        owned(db, map, unit, known);
    }
}

/// A unit gets an owner-set: of somebody, or of somebody new.
pub(crate) fn owned(db: &Db, map: &Map, unit: UnitId, known: Option<PersonId>) {
    let (chance, now, area) = (db.chance(), db.clock().now(), map.area(YARD));
    let (person, owner_set) = (PersonId::new(chance, now), OwnerSetId::new(chance, now));
    let ids = [ActId::new(chance, now), ActId::new(chance, now)];
    let run = move |tx: &mut lianxin_store::Tx<'_>| {
        let head = |id| Head { id, area, by: By::Office, no: None, token: None };
        if known.is_none() {
            let act = Person { person, area, name: "顾建平".into(), phone: None };
            register::person(tx, head(ids[0]), act)?;
        }
        let owners = vec![Owner::Person(known.unwrap_or(person))];
        let set = OwnerSet { owner_set, units: vec![unit], owners, since: now.day(), until: None };
        register::owner_set(tx, head(ids[1]), set).map(|_| ())
    };
    db.act_wait(area, run).expect("owned");
}

impl Town {
    fn sign_in(&mut self) {
        for (who, login) in STAFF {
            let cookie = self.seat(who, login);
            self.cookies.insert(who, cookie);
        }
        for who in RESIDENTS.iter().filter(|who| !self.cookies.contains_key(*who)).copied().collect::<Vec<_>>() {
            let cookie = self.slip(who);
            self.cookies.insert(who, cookie);
        }
    }

    fn seat(&self, who: &str, login: &str) -> String {
        let hash = password::hash(PASSWORD, self.db.chance()).expect("long enough");
        let (name, seat, person) = (Login::read(login).expect("a name"), self.map.seat(who), self.map.person(who));
        self.db.keep_wait(move |tx| set_password(tx, &name, seat, Some(person), &hash)).expect("kept");
        let token = sign_in_wait(&self.db, &Limits::new(), &Powers::new(), login, PASSWORD).expect("signed in").token;
        format!("lx_session={}", token.value())
    }

    fn slip(&self, who: &str) -> String {
        let (chance, now) = (self.db.chance(), self.db.clock().now());
        let (person, household) = (self.map.person(who), self.map.household(who));
        let code = SlipCode::make(chance);
        let new = NewSlip { slip: SlipId::new(chance, now), person, household, code: code.clone() };
        let area = self.map.area(YARD);
        let head = Head { id: ActId::new(chance, now), area, by: By::Office, no: None, token: None };
        let keys = Keys::from_secret(&[7; 32]);
        self.db.act_wait(area, move |tx| issue(tx, &keys, head.clone(), &new)).expect("a slip");
        let act = ActId::new(chance, now);
        let token = admit_wait(&self.db, &self.keys, &code, act, &format!("slip {who}")).expect("let in");
        format!("lx_session={}", token.value())
    }

    /// Time passes, what fell due runs, and everybody signs in again.
    pub(crate) fn pass(&mut self, to: Moment) {
        self.db.clock().set(to);
        apart(|| {
            self.run_due();
            self.sign_in();
        });
    }

    /// The long work of this house.
    pub(crate) fn jobs(&self) -> &Jobs {
        self.house.jobs()
    }

    /// Where what long work makes lies.
    pub(crate) fn drafts(&self) -> PathBuf {
        self.folder.join("drafts")
    }

    /// Runs what fell due, on this thread.
    pub(crate) fn run_due(&self) {
        let runner = Runner::new(self.db.clone(), lianxin_property::timers());
        runner.on_trouble(|t| panic!("a timer failed: {t:?}")).run_due().expect("ran");
    }

    async fn knock(&self, who: &str, request: axum::http::request::Builder, body: Body) -> Came {
        let cookie = self.cookies.get(who).map_or("", String::as_str);
        let request = request.header("host", "127.0.0.1:8600").header("cookie", cookie).body(body).expect("a request");
        let response = self.router.clone().oneshot(request).await.expect("an answer");
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        let body = to_bytes(response.into_body(), 4 << 20).await.expect("a body");
        Came { status, headers, text: String::from_utf8_lossy(&body).into_owned() }
    }

    pub(crate) async fn get(&self, who: &str, path: &str) -> Came {
        self.knock(who, Request::get(path), Body::empty()).await
    }
    pub(crate) async fn english(&self, who: &str, path: &str) -> Came {
        self.knock(who, Request::get(path).header("accept-language", "en"), Body::empty()).await
    }

    /// Sends a form whatever the page says.
    pub(crate) async fn post(&self, who: &str, path: &str, pairs: &[(&str, &str)]) -> Came {
        let escape = |s: &str| s.bytes().map(|b| format!("%{b:02X}")).collect::<String>();
        let body = pairs.iter().map(|(n, v)| format!("{}={}", escape(n), escape(v))).collect::<Vec<_>>().join("&");
        let request = Request::post(path).header("content-type", "application/x-www-form-urlencoded");
        self.knock(who, request, Body::from(body)).await
    }

    /// Sends a form with photos and a token of theirs.
    pub(crate) async fn send_photos(&self, who: &str, path: &str, pairs: &[(&str, &str)], files: &[&[u8]]) -> Came {
        let named: Vec<(&str, &[u8])> = files.iter().map(|bytes| ("photo", *bytes)).collect();
        self.send_files(who, path, pairs, &named).await
    }

    /// Sends a form with files, each with its question.
    pub(crate) async fn send_files(
        &self,
        who: &str,
        path: &str,
        pairs: &[(&str, &str)],
        files: &[(&str, &[u8])],
    ) -> Came {
        let token = self.token(who).await;
        let mut body = Vec::new();
        let head = |name: &str, more: &str| {
            format!("--edge\r\nContent-Disposition: form-data; name=\"{name}\"{more}\r\n\r\n").into_bytes()
        };
        for (name, value) in [("token", token.as_str())].iter().chain(pairs) {
            body.extend([&head(name, ""), value.as_bytes(), b"\r\n"].concat());
        }
        for (name, bytes) in files {
            body.extend([&head(name, "; filename=\"a.jpg\""), *bytes, b"\r\n"].concat());
        }
        body.extend(b"--edge--\r\n");
        let request = Request::post(path).header("content-type", "multipart/form-data; boundary=edge");
        self.knock(who, request, Body::from(body)).await
    }

    /// A token as some page of theirs holds it.
    pub(crate) async fn token(&self, who: &str) -> String {
        self.get(who, "/votes").await.token("/settings/lang")
    }

    /// Sends a form with a token of theirs.
    pub(crate) async fn send(&self, who: &str, path: &str, pairs: &[(&str, &str)]) -> Came {
        let token = self.token(who).await;
        let all: Vec<_> = [("token", token.as_str())].into_iter().chain(pairs.iter().copied()).collect();
        self.post(who, path, &all).await
    }

    pub(crate) fn read<T: Send + 'static>(&self, f: impl Fn(&mut Read<'_>) -> T + Send + Sync + 'static) -> T {
        apart(|| self.db.read_wait(move |r| Ok(f(r)))).expect("read")
    }

    pub(crate) fn vote(&self, url: &str) -> Vote {
        let id = id(url);
        self.read(move |r| store::one(r, id).expect("read").expect("it is there"))
    }

    /// How many rows a statement counts.
    pub(crate) fn number(&self, sql: &'static str) -> i64 {
        self.read(move |r| r.row(sql, &[], |row| row.int(0)).expect("read").unwrap_or(0))
    }

    /// The worker sees the deed of this door and its owner.
    pub(crate) async fn verified(&self, house: &str, door: &str, name: &str) -> Came {
        let (area, building) = (self.map.area(YARD).to_string(), self.map.building(YARD, house).to_string());
        let pairs = [
            ("area", area.as_str()),
            ("building", building.as_str()),
            ("unit", door),
            ("name", name),
            ("shown", "deed"),
        ];
        self.send("吴敏", "/ownership", &pairs).await
    }

    /// A vote on two matters, called today; its address.
    pub(crate) async fn called(&self) -> String {
        self.called_on("2026-07-03", "2026-07-13").await
    }

    /// The same, between these days.
    pub(crate) async fn called_on(&self, opens: &str, closes: &str) -> String {
        let area = self.map.area(YARD).to_string();
        let on = |(name, value)| match name {
            "opens" => (name, opens),
            "closes" => (name, closes),
            _ => (name, value),
        };
        let pairs: Vec<_> = calling(&area).into_iter().map(on).collect();
        let came = self.send("吴敏", "/votes", &pairs).await;
        assert_eq!(came.status, 303, "{}", came.text);
        came.header("location").split("/desk").next().unwrap_or_default().to_owned()
    }

    /// The same, open, with the two owners verified.
    pub(crate) async fn open(&mut self) -> String {
        let url = self.called().await;
        for (house, door, name) in [("东排", "3 号", "佟玉珍"), ("西排", "5 号", "康福")] {
            let came = self.verified(house, door, name).await;
            assert_eq!(came.status, 303, "{}", came.text);
        }
        self.pass(opens());
        url
    }

    /// The company gets the yard under contract, and somebody of the office a second seat there.
    pub(crate) fn company(&self, who: &'static str) {
        let (map, chance, now) = (&self.map, self.db.chance(), self.db.clock().now());
        let (area, org, person) = (map.area(YARD), map.org("红星物业"), map.person(who));
        let (contract, seat) = (ContractId::new(chance, now), SeatId::new(chance, now));
        let ids = [ActId::new(chance, now), ActId::new(chance, now)];
        let since = now.day();
        let run = move |tx: &mut lianxin_store::Tx<'_>| {
            let head = |id| Head { id, area, by: By::Office, no: None, token: None };
            register::contract(tx, head(ids[0]), Contract { contract, org, area, since, until: None })?;
            let (role, title) = ("company_staff".into(), "前台".into());
            let person = Some(person);
            register::seat(tx, head(ids[1]), Seat { seat, org, area, person, role, title, since, until: None })
                .map(|_| ())
        };
        apart(|| self.db.act_wait(area, run)).expect("registered");
    }

    /// Somebody's seat ends: yesterday was its last day.
    pub(crate) fn gone(&self, who: &'static str) {
        let (seat, now) = (self.map.seat(who), self.db.clock().now());
        let area = self.read(move |r| register::find::seat(r, seat).expect("read").expect("a seat").area);
        let id = ActId::new(self.db.chance(), now);
        let run = move |tx: &mut lianxin_store::Tx<'_>| {
            let head = Head { id, area, by: By::Office, no: None, token: None };
            let end = register::SeatEnd { seat, until: now.day().plus(-1) };
            register::seat_end(tx, head, end).map(|_| ())
        };
        apart(|| self.db.act_wait(area, run)).expect("ended");
    }

    /// The number a door votes under.
    pub(crate) fn number_of(&self, url: &str, house: &'static str, door: &'static str) -> i64 {
        let (id, unit) = (id(url), self.map.unit(YARD, house, door));
        let sql = "SELECT no FROM property_roll_unit WHERE vote = $1 AND unit = $2";
        self.read(move |r| {
            r.row(sql, lianxin_store::params![id, unit], |row| row.int(0)).expect("read").expect("on the roll")
        })
    }

    /// The numbers somebody votes under.
    pub(crate) fn mine(&self, url: &str, who: &str) -> Vec<i64> {
        let (id, person) = (id(url), self.map.person(who));
        self.read(move |r| rolls::mine(r, id, person).expect("read"))
    }
}

pub(crate) fn opens() -> Moment {
    day("2026-07-03").at(9, 0)
}
pub(crate) fn closes() -> Moment {
    day("2026-07-13").at(18, 0)
}

/// What a call of the tests says.
pub(crate) fn calling(area: &str) -> Vec<(&'static str, &str)> {
    vec![
        ("area", area),
        ("title", "修排水沟"),
        ("kind1", "fund-use"),
        ("words1", "重修门前的排水沟"),
        ("kind2", "common-use"),
        ("words2", "院口空地租给早点摊"),
        ("opens", "2026-07-03"),
        ("opens_time", "9:00"),
        ("closes", "2026-07-13"),
        ("closes_time", "18:00"),
        ("online", "allowed"),
    ]
}

/// The id in an address.
pub(crate) fn id(url: &str) -> ActId {
    url.rsplit('/').next().and_then(|id| id.parse().ok()).expect("an address")
}

//! An invented community on an in-memory database, with a resident, a worker, and a made-up keeper of matters.

use crate::made::Made;
pub(crate) use crate::reply::Reply;
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode, header};
use lianxin_base::*;
use lianxin_child::Children;
use lianxin_child::press::Press;
use lianxin_gate::{Asked, RULES_VERSION, consent};
use lianxin_gate::{Keys, Login, NewSlip, SessionToken, SlipCode, issue, pairing, password, set_password};
use lianxin_journal::{Act, By, Head, Leaf, Receipt, Recorded, record};
use lianxin_office::system;
use lianxin_outbox::{Notice, NoticeFacts, Notices, to_org, to_person};
use lianxin_register::{
    self as register, Area, AreaKind, Building, Grid, Household, OrgKind, Organisation, Person, Relation, RelationKind,
    Seat, Unit, UnitKind,
};
use lianxin_store::testing::memory;
use lianxin_store::{Db, Fault, Kept, Read, Stop, Tx};
use lianxin_web::{House, Settings, router};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use tower::ServiceExt as _;

macro_rules! ids {
    ($($f:ident $id:ident)*) => { $(pub(crate) const fn $f(n: u8) -> $id { $id::from_bytes([n; 16]) })* };
}
ids! { a AreaId g GridId b BuildingId u UnitId h HouseholdId p PersonId rel RelationId o OrgId
s SeatId slip_id SlipId }

pub(crate) const COMMUNITY: AreaId = a(2);
pub(crate) const FURONG: AreaId = a(3);
pub(crate) const ZHANG: PersonId = p(1);
pub(crate) const WU: PersonId = p(2);
pub(crate) const HOME: HouseholdId = h(1);
pub(crate) const SLIP: &str = "7KQM2-XRBHD";
pub(crate) const OLD_SLIP: &str = "ABCDE-FGHJK";
pub(crate) const PASSWORD: &str = "芙蓉花开 2026";
pub(crate) const NO: &str = "芙蓉里-2026-0042";
/// Escaped as it travels in an address.
pub(crate) const NO_URL: &str = "/m/%E8%8A%99%E8%93%89%E9%87%8C-2026-0042";

/// Somebody is told something.
#[derive(Clone, Copy)]
pub(crate) struct Ping;

impl Act for Ping {
    const KIND: &'static str = "test.ping";

    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("what", "ping");
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        to_person(tx, rec, 1, ZHANG, "test.ping", "x")?;
        to_org(tx, rec, 2, o(1), "test.ping", "x")?;
        to_org(tx, rec, 3, o(1), "test.gone", "x")
    }
}

fn ping_words(lang: Lang, f: &NoticeFacts) -> (String, String) {
    match lang {
        Lang::Zh => (format!("{} 有回复", f.get("no")), "请您看看".into()),
        Lang::En => (format!("{} was answered", f.get("no")), "Please have a look".into()),
    }
}

fn notices() -> Notices {
    let facts =
        |_: &mut Read<'_>, m: &lianxin_outbox::Message| Ok(NoticeFacts::new(m.at, format!("/m/{NO}")).with("no", NO));
    let preview = || NoticeFacts::new(Moment::default(), "/").with("no", NO);
    let voice = |lang, f: &NoticeFacts| Some(ping_words(lang, f).0);
    let ping = Notice {
        kind: "test.ping",
        name: |lang, _| if lang == Lang::Zh { "有了回复".into() } else { "Something was answered".into() },
        facts,
        words: ping_words,
        urgency: lianxin_outbox::Urgency::Answer,
        voice,
        preview,
    };
    Notices::new(std::iter::once(ping).chain(lianxin_office::notices())).expect("no kind twice")
}

/// The house: its database and its router.
pub(crate) struct Town {
    pub(crate) db: Db,
    pub(crate) router: Router,
    pub(crate) house: House,
}

pub(crate) fn keys() -> Keys {
    Keys::from_secret(&[1; 32])
}

/// The community as it stands on the Monday every test begins.
pub(crate) fn town() -> Town {
    town_of(&[COMMUNITY])
}

/// The same with these communities, each with its committee and phone; the first holds 芙蓉里.
pub(crate) fn town_of(communities: &[AreaId]) -> Town {
    let db = nothing();
    for (n, id) in communities.iter().enumerate() {
        plant_community(&db, *id, n as u8 + 1);
    }
    plant_compound(&db, communities[0]);
    plant_people(&db);
    serve(db)
}

/// An office where nothing has happened yet.
pub(crate) fn empty() -> Town {
    serve(nothing())
}

fn nothing() -> Db {
    let kept: Vec<Kept> =
        [lianxin_journal::kept(), register::kept(), lianxin_gate::kept(), lianxin_work::kept(), lianxin_outbox::kept()]
            .concat();
    let migrations = vec![
        lianxin_journal::migrations(),
        register::migrations(),
        lianxin_gate::migrations(),
        lianxin_work::migrations(),
        lianxin_outbox::migrations(),
        lianxin_office::migrations(),
    ];
    memory(migrations, kept, lianxin_journal::log())
}

/// The community as it stands when it is reached from the street.
pub(crate) fn public_town() -> Town {
    let db = peopled();
    act(&db, |tx, head| {
        Ok(lianxin_office::reached(tx, head, "https://lianxin.example", lianxin_web::Nearness::Outside)?)
    });
    serve_at(db, "https://lianxin.example")
}

/// The same before anybody outside has opened its address.
pub(crate) fn untried_town() -> Town {
    serve_at(peopled(), "https://lianxin.example")
}

fn peopled() -> Db {
    let db = nothing();
    plant_community(&db, COMMUNITY, 1);
    plant_compound(&db, COMMUNITY);
    plant_people(&db);
    db
}

fn serve(db: Db) -> Town {
    serve_at(db, "http://127.0.0.1:8600")
}

/// The community on a machine with this program in the place of the press.
pub(crate) fn press_town(program: std::path::PathBuf) -> Town {
    serve_with(peopled(), "http://127.0.0.1:8600", Some(Press::of(program, Vec::new())))
}

fn serve_at(db: Db, origin: &str) -> Town {
    serve_with(db, origin, None)
}

fn serve_with(db: Db, origin: &str, press: Option<Press>) -> Town {
    let (children, drafts) = (Children::inside(vec![lianxin_office::import::SHEET]), Some(drafts()));
    let settings = Settings { demo: true, children, drafts, press, ..Settings::at(origin.parse().expect("an origin")) };
    let systems = vec![system(Arc::new(Made), notices())];
    let house = House::new(db.clone(), keys(), settings, &systems);
    Town { db, router: router(&house, systems), house }
}

/// A folder for sheets under way, another for each house.
fn drafts() -> std::path::PathBuf {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let n = COUNT.fetch_add(1, Ordering::Relaxed);
    std::env::temp_dir().join(format!("lianxin-office-{}-{n}", std::process::id()))
}

impl Drop for Town {
    fn drop(&mut self) {
        if let Some(drafts) = self.house.drafts() {
            std::fs::remove_dir_all(drafts).ok(); // most tests never make it
        }
    }
}

/// Records one act.
pub(crate) fn act(db: &Db, f: impl Fn(&mut Tx<'_>, Head) -> Result<Receipt, Stop> + Send + 'static) -> Receipt {
    db.act_wait(COMMUNITY, move |tx| {
        let id = ActId::new(tx.chance(), tx.now());
        f(tx, Head { id, area: COMMUNITY, by: By::Office, no: None, token: None })
    })
    .expect("recorded")
}

fn day() -> Day {
    "2020-01-01".parse().expect("a day")
}

fn area(db: &Db, id: AreaId, parent: Option<AreaId>, kind: AreaKind, name: &'static str) {
    act(db, move |tx, head| {
        let area = Area {
            area: id,
            parent,
            kind,
            code: name.into(),
            name: name.into(),
            since: day(),
            until: None,
            grade: None,
        };
        register::area(tx, head, area)
    });
}

fn plant_community(db: &Db, id: AreaId, n: u8) {
    let name = if n == 1 { "和平里社区" } else { "东里社区" };
    area(db, id, None, AreaKind::Community, name);
    act(db, move |tx, head| {
        let kind = OrgKind::ResidentsCommittee;
        let (name, phone) = (format!("{name}居委会"), Some(format!("0475-810000{n}")));
        register::organisation(tx, head, Organisation { org: o(n), area: id, kind, name, short: None, phone })
    });
}

/// A compound of the community, or another name for one.
pub(crate) fn plant_compound_named(db: &Db, id: AreaId, name: &'static str) {
    area(db, id, Some(COMMUNITY), AreaKind::Compound, name);
}

fn plant_compound(db: &Db, community: AreaId) {
    area(db, FURONG, Some(community), AreaKind::Compound, "芙蓉里");
    act(db, move |tx, head| {
        let phone = Some("13812340000".into());
        register::grid(tx, head, Grid { grid: g(1), area: community, name: "第一网格".into(), phone })
    });
    act(db, |tx, head| {
        let (label, kind) = ("1单元101".to_owned(), UnitKind::Dwelling);
        let unit = Unit { unit: u(1), kind, label, floor_area: None, area_source: None };
        let (grid, name) = (Some(g(1)), "3号楼".to_owned());
        register::building(tx, head, Building { building: b(1), area: FURONG, grid, name, sort: 1, units: vec![unit] })
    });
}

fn plant_people(db: &Db) {
    act(db, |tx, head| register::household(tx, head, Household { household: HOME, building: b(1), unit: u(1) }));
    for (id, name) in [(ZHANG, "张玉兰"), (WU, "吴敏")] {
        act(db, move |tx, head| {
            let phone = Some("13812345678".into());
            register::person(tx, head, Person { person: id, area: FURONG, name: name.into(), phone })
        });
    }
    act(db, |tx, head| {
        let (household, unit, kind) = (Some(HOME), Some(u(1)), RelationKind::Owner);
        let (relation, since) = (rel(1), day());
        register::relation(tx, head, Relation { relation, person: ZHANG, household, unit, kind, since, until: None })
    });
    act(db, |tx, head| {
        let (role, title) = ("worker".into(), "窗口".into());
        let (seat, org, area, person) = (s(1), o(1), COMMUNITY, Some(WU));
        register::seat(tx, head, Seat { seat, org, area, person, role, title, since: day(), until: None })
    });
    for what in Asked::ALL {
        act(db, move |tx, head| consent(tx, head, ZHANG, what, RULES_VERSION));
    }
    a_slip(db, 1, SLIP);
    let hash = password::hash(PASSWORD, &Chance::seeded(1)).expect("hashed");
    let login = Login::read("wumin").expect("a name");
    db.keep_wait(move |tx| set_password(tx, &login, s(1), Some(WU), &hash)).expect("kept");
}

/// A grid worker of the committee, without a password.
pub(crate) fn plant_grid_worker(db: &Db) {
    plant_seat(db, 5, "grid_worker", "网格员");
}

/// The machine's administrator, with a password.
pub(crate) fn plant_admin(db: &Db) {
    plant_seat(db, 6, "admin", "管理员");
    let hash = password::hash(PASSWORD, &Chance::seeded(1)).expect("hashed");
    let login = Login::read("admin").expect("a name");
    db.keep_wait(move |tx| set_password(tx, &login, s(6), None, &hash)).expect("kept");
}

fn plant_seat(db: &Db, n: u8, role: &'static str, title: &'static str) {
    act(db, move |tx, head| {
        let (seat, org, area, person) = (s(n), o(1), COMMUNITY, None);
        let (role, title) = (role.to_owned(), title.to_owned());
        register::seat(tx, head, Seat { seat, org, area, person, role, title, since: day(), until: None })
    });
}

/// What a QR for this seat would hold.
pub(crate) fn shown_token(db: &Db, seat: SeatId) -> String {
    let token = SessionToken::make();
    let made = token.clone();
    db.keep_wait(move |tx| pairing(tx, &made, seat)).expect("shown");
    token.value().to_owned()
}

/// Gives somebody a seat of the first committee with a sign-in name; the seats of the fixture end with number 1.
pub(crate) fn seated(db: &Db, n: u8, name: &'static str, role: &'static str, login: &'static str) {
    seated_at(db, 1, (n, name), role, login);
}

/// Somebody sits in a seat of another organisation, with a password.
pub(crate) fn seated_at(db: &Db, org: u8, (n, name): (u8, &'static str), role: &'static str, login: &'static str) {
    act(db, move |tx, head| {
        let phone = Some("13900001111".into());
        register::person(tx, head, Person { person: p(n), area: COMMUNITY, name: name.into(), phone })
    });
    act(db, move |tx, head| {
        let (title, person) = (format!("{name}的岗"), Some(p(n)));
        let (seat, org, area, role) = (s(n), o(org), COMMUNITY, role.to_owned());
        register::seat(tx, head, Seat { seat, org, area, person, role, title, since: day(), until: None })
    });
    let hash = password::hash(PASSWORD, &Chance::seeded(1)).expect("hashed");
    let login = Login::read(login).expect("a name");
    db.keep_wait(move |tx| set_password(tx, &login, s(n), Some(p(n)), &hash)).expect("kept");
}

/// Makes an entry slip for the resident.
pub(crate) fn a_slip(db: &Db, n: u8, code: &str) {
    let code = SlipCode::read(code).expect("a code");
    act(db, move |tx, head| {
        let new = NewSlip { slip: slip_id(n), person: ZHANG, household: HOME, code: code.clone() };
        issue(tx, &keys(), head, &new)
    });
}

/// Tells the resident and the committee something.
pub(crate) fn ping(db: &Db) -> Receipt {
    act(db, |tx, head| Ok(record(tx, head, &Ping)?))
}

/// A browser.
#[derive(Clone)]
pub(crate) struct Browser {
    router: Router,
    cookies: Vec<String>,
}

impl Town {
    /// A browser with a language and a size.
    pub(crate) fn browser(&self, lang: Lang, size: &str) -> Browser {
        Browser {
            router: self.router.clone(),
            cookies: vec![format!("lx_lang={}", lang.tag()), format!("lx_size={size}")],
        }
    }
    /// The resident's phone, signed in.
    pub(crate) fn resident(&self, lang: Lang, size: &str) -> Browser {
        self.browser(lang, size).entered("/enter", &[("slip", SLIP)])
    }
    /// Somebody's desk, signed in.
    pub(crate) fn desk(&self, login: &str) -> Browser {
        self.browser(Lang::Zh, "normal").entered("/login", &[("login", login), ("password", PASSWORD)])
    }
    /// The worker's desk, signed in.
    pub(crate) fn worker(&self, lang: Lang) -> Browser {
        self.browser(lang, "normal").entered("/login", &[("login", "wumin"), ("password", PASSWORD)])
    }
}

impl Town {
    /// Who runs the machine, signed in; planted by [`plant_admin`].
    pub(crate) fn admin(&self, lang: Lang) -> Browser {
        self.browser(lang, "normal").entered("/login", &[("login", "admin"), ("password", PASSWORD)])
    }
}

impl Browser {
    /// The same with a session's cookie.
    pub(crate) fn holding(mut self, cookie: String) -> Self {
        self.cookies.push(cookie);
        self
    }
    /// The same, paired by a QR's page.
    pub(crate) fn paired(self, page: &str, pin: &str) -> Self {
        let reply = self.post(page, page, &[("pin", pin), ("again_pin", pin)]);
        reply.is(303);
        self.holding(reply.cookie.expect("a session"))
    }
    fn entered(mut self, action: &str, fields: &[(&str, &str)]) -> Self {
        let reply = self.post("/login", action, fields);
        reply.is(303);
        self.cookies.push(reply.cookie.expect("a session"));
        self
    }

    pub(crate) fn get(&self, path: &str) -> Reply {
        self.send(Request::get(path), Body::empty())
    }

    /// Asks for one element alone, as the page's script does.
    pub(crate) fn part(&self, path: &str, id: &str) -> Reply {
        self.send(Request::get(path).header("x-fragment", id), Body::empty())
    }

    /// Opens a page and sends a form from it.
    pub(crate) fn post(&self, page: &str, action: &str, fields: &[(&str, &str)]) -> Reply {
        let token = self.get(page).token().to_owned();
        self.send_form(action, &token, fields)
    }

    pub(crate) fn send_form(&self, action: &str, token: &str, fields: &[(&str, &str)]) -> Reply {
        let token = ("token", token);
        let all = std::iter::once(&token).chain(fields).map(|(n, v)| format!("{n}={}", escaped(v)));
        let body = all.collect::<Vec<_>>().join("&");
        let request = Request::post(action).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.send(request, Body::from(body))
    }

    /// Sends a form with a file from a page.
    pub(crate) fn upload(&self, page: &str, action: &str, fields: &[(&str, &str)], file: (&str, &[u8])) -> Reply {
        let token = self.get(page).token().to_owned();
        let mut body = Vec::new();
        for (name, value) in [("token", token.as_str())].iter().chain(fields) {
            let part = format!("--edge\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
            body.extend(part.into_bytes());
        }
        let head = format!(
            "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{}\"\r\nContent-Type: application/octet-stream\r\n\r\n",
            file.0
        );
        body.extend(head.into_bytes());
        body.extend(file.1);
        body.extend(b"\r\n--edge--\r\n");
        let request = Request::post(action).header(header::CONTENT_TYPE, "multipart/form-data; boundary=edge");
        self.send(request, Body::from(body))
    }

    /// Opens an address whose answer is a file.
    pub(crate) fn file(&self, path: &str) -> (StatusCode, Vec<u8>) {
        self.bytes(Request::get(path), Body::empty())
    }

    /// Sends a form from a page; its answer is a file.
    pub(crate) fn post_file(&self, page: &str, action: &str, fields: &[(&str, &str)]) -> (StatusCode, Vec<u8>) {
        let token = self.get(page).token().to_owned();
        let all = [("token", token.as_str())];
        let all = all.iter().chain(fields).map(|(n, v)| format!("{n}={}", escaped(v)));
        let body = all.collect::<Vec<_>>().join("&");
        let request = Request::post(action).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.bytes(request, Body::from(body))
    }

    fn bytes(&self, request: axum::http::request::Builder, body: Body) -> (StatusCode, Vec<u8>) {
        let request = request.header(header::COOKIE, self.cookies.join("; ")).body(body).expect("a request");
        let rt = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        rt.block_on(async {
            let response = self.router.clone().oneshot(request).await.expect("answers");
            let status = response.status();
            (status, to_bytes(response.into_body(), 1 << 20).await.expect("a body").to_vec())
        })
    }

    fn send(&self, request: axum::http::request::Builder, body: Body) -> Reply {
        let request = request.header(header::COOKIE, self.cookies.join("; ")).body(body).expect("a request");
        let rt = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        rt.block_on(async {
            let response = self.router.clone().oneshot(request).await.expect("answers");
            let head = |name| response.headers().get(name).and_then(|v| v.to_str().ok()).map(str::to_owned);
            let cookie = head(header::SET_COOKIE).and_then(|c| c.split(';').next().map(str::to_owned));
            let (status, to) = (response.status(), head(header::LOCATION).unwrap_or_default());
            let bytes = to_bytes(response.into_body(), 1 << 20).await.expect("a body");
            Reply { status, to, cookie, body: String::from_utf8(bytes.to_vec()).expect("text") }
        })
    }
}

/// A value as it travels in an address or a form.
pub(crate) fn escaped(value: &str) -> String {
    value
        .bytes()
        .map(|b| if b.is_ascii_alphanumeric() { char::from(b).to_string() } else { format!("%{b:02X}") })
        .collect()
}

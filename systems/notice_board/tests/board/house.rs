//! The invented town with its boards; a worker, the committee's chair and somebody of the company are signed in.

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request};
use lianxin_base::{AreaId, Day, Lang, Moment};
use lianxin_child::Children;
use lianxin_child::press::Press;
use lianxin_gate::{Keys, Limits, Login, Powers, password, set_password, sign_in_wait};
use lianxin_journal::verify;
use lianxin_notice_board::words::Section;
use lianxin_notice_board::{Hung, Matter, Needs, Week};
use lianxin_seeds::{Map, plant};
use lianxin_store::{Db, Fault, Files, Kept, Migrations, Read, testing};
use lianxin_web::{House, Settings};
use lianxin_work::Runner;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tower::ServiceExt as _;

const PASSWORD: &str = "芙蓉里的路灯亮了";
const STAFF: &[(&str, &str)] = &[("吴敏", "wumin"), ("刘志强", "liu"), ("马建军", "ma"), ("高远", "gao")];

/// What other systems hang out in these tests.
struct Others;

impl Needs for Others {
    fn hung(&self, _: &mut Read<'_>, _: AreaId, _: Lang, now: Moment) -> Result<Vec<Hung>, Fault> {
        let (title, line) = ("芙蓉里议事会纪要".into(), vec!["还在公示".into()]);
        Ok(vec![Hung { url: "/meetings/1".into(), title, line, section: Section::Affairs, from: now.day() }])
    }

    fn week(&self, _: &mut Read<'_>, _: AreaId, _: (Day, Day), _: Lang, _: Moment) -> Result<Week, Fault> {
        let ended = vec![Matter { line: "芙蓉里-2026-0042 楼道灯".into() }];
        Ok(Week { came: 7, done: 4, in_hand: 9, late: 2, ended })
    }
}

pub(crate) struct Town {
    pub(crate) db: Db,
    pub(crate) map: Map,
    router: Router,
    cookies: BTreeMap<&'static str, String>,
    folder: PathBuf,
}

impl Drop for Town {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

/// A page as it came.
pub(crate) struct Came {
    pub(crate) status: u16,
    pub(crate) headers: HeaderMap,
    pub(crate) text: String,
    pub(crate) body: Vec<u8>,
}

impl Came {
    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|v| v.to_str().ok()).unwrap_or("")
    }
    pub(crate) fn says(&self, words: &str) -> bool {
        self.text.contains(words)
    }
    pub(crate) fn token(&self) -> String {
        let token = self.text.split("name=\"token\" value=\"").nth(1).expect("a token");
        token.split('"').next().unwrap_or_default().to_owned()
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
        lianxin_notice_board::migrations(),
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

/// What the record, replayed, says of the tables.
pub(crate) fn findings(db: &Db) -> Vec<String> {
    let kinds =
        [lianxin_register::kinds(), lianxin_gate::kinds(), lianxin_outbox::kinds(), lianxin_notice_board::kinds()]
            .concat();
    let read = || db.read_wait(move |r| Ok(verify(r, &kinds, &migrations(), &kept(), &mut |_, _| true)?));
    apart(read).expect("verified").findings.iter().map(|f| format!("{f:?}")).collect()
}

/// Something that waits for the database, on a thread that may.
pub(crate) fn apart<T: Send>(f: impl FnOnce() -> T + Send) -> T {
    std::thread::scope(|s| s.spawn(f).join()).expect("ran")
}

/// A folder of this test's own.
pub(crate) fn folder() -> PathBuf {
    let chance = lianxin_base::Chance::system();
    let id = lianxin_base::ActId::new(&chance, thursday());
    std::env::temp_dir().join(format!("lianxin-board-{id}"))
}

pub(crate) async fn town() -> Town {
    town_with(|_| None).await
}

/// The same with a press: a program in the test's folder.
pub(crate) async fn town_with(press: impl Fn(&Path) -> Option<PathBuf> + Sync) -> Town {
    apart(|| built(&press))
}

fn built(press: &dyn Fn(&Path) -> Option<PathBuf>) -> Town {
    let db = testing::memory(migrations(), kept(), lianxin_journal::log());
    let map = plant(&db, thursday().day().plus(-30)).expect("planted");
    db.clock().set(thursday());
    let systems = vec![lianxin_notice_board::system(Arc::new(Others))];
    let folder = folder();
    std::fs::create_dir_all(&folder).expect("a folder");
    let settings = Settings {
        press: press(&folder).map(|program| Press::of(program, Vec::new())),
        children: Children::inside(lianxin_photo::KINDS.to_vec()),
        files: Files::at(folder.clone()),
        ..Settings::at("http://127.0.0.1:8600".parse().expect("an origin"))
    };
    let house = House::new(db.clone(), Keys::from_secret(&[7; 32]), settings, &systems);
    let router = lianxin_web::router(&house, systems);
    let mut town = Town { db, map, router, cookies: BTreeMap::new(), folder };
    town.sign_in();
    town
}

/// A photo as a phone sends it.
pub(crate) fn jpeg() -> Vec<u8> {
    lianxin_seeds::picture("board").expect("a scene").large
}

impl Town {
    fn sign_in(&mut self) {
        for (who, login) in STAFF {
            let hash = password::hash(PASSWORD, self.db.chance()).expect("long enough");
            let (name, seat, person) = (Login::read(login).expect("a name"), self.map.seat(who), self.map.person(who));
            self.db.keep_wait(move |tx| set_password(tx, &name, seat, Some(person), &hash)).expect("kept");
            let token =
                sign_in_wait(&self.db, &Limits::new(), &Powers::new(), login, PASSWORD).expect("signed in").token;
            self.cookies.insert(who, format!("lx_session={}", token.value()));
        }
    }

    /// Time passes, what fell due runs, and everybody signs in again.
    pub(crate) fn pass(&mut self, to: Moment) {
        self.db.clock().set(to);
        apart(|| {
            let runner = Runner::new(self.db.clone(), lianxin_notice_board::timers());
            runner.on_trouble(|t| panic!("a timer failed: {t:?}")).run_due().expect("ran");
            self.sign_in();
        });
    }

    async fn knock(&self, who: &str, request: axum::http::request::Builder, body: Body) -> Came {
        let cookie = self.cookies.get(who).map_or("", String::as_str);
        let request = request.header("host", "127.0.0.1:8600").header("cookie", cookie).body(body).expect("a request");
        let response = self.router.clone().oneshot(request).await.expect("an answer");
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        let body = to_bytes(response.into_body(), 4 << 20).await.expect("a body").to_vec();
        Came { status, headers, text: String::from_utf8_lossy(&body).into_owned(), body }
    }

    pub(crate) async fn get(&self, who: &str, path: &str) -> Came {
        self.knock(who, Request::get(path), Body::empty()).await
    }
    pub(crate) async fn english(&self, who: &str, path: &str) -> Came {
        self.knock(who, Request::get(path).header("accept-language", "en"), Body::empty()).await
    }

    /// Sends a form, with files or without, under a token of a page of theirs.
    pub(crate) async fn send(&self, who: &str, path: &str, pairs: &[(&str, &str)], files: &[&[u8]]) -> Came {
        let token = self.get(who, "/notice-board").await.token();
        let mut body = Vec::new();
        let head = |name: &str, more: &str| {
            format!("--edge\r\nContent-Disposition: form-data; name=\"{name}\"{more}\r\n\r\n").into_bytes()
        };
        for (name, value) in [("token", token.as_str())].iter().chain(pairs) {
            body.extend([&head(name, ""), value.as_bytes(), b"\r\n"].concat());
        }
        for bytes in files {
            body.extend([&head("photo", "; filename=\"a.jpg\""), *bytes, b"\r\n"].concat());
        }
        body.extend(b"--edge--\r\n");
        let request = Request::post(path).header("content-type", "multipart/form-data; boundary=edge");
        self.knock(who, request, Body::from(body)).await
    }

    /// The same as a plain form.
    pub(crate) async fn plain(&self, who: &str, path: &str, pairs: &[(&str, &str)]) -> Came {
        let token = self.get(who, "/notice-board").await.token();
        let escape = |s: &str| s.bytes().map(|b| format!("%{b:02X}")).collect::<String>();
        let all = [("token", token.as_str())].into_iter().chain(pairs.iter().copied());
        let body = all.map(|(n, v)| format!("{}={}", escape(n), escape(v))).collect::<Vec<_>>().join("&");
        let request = Request::post(path).header("content-type", "application/x-www-form-urlencoded");
        self.knock(who, request, Body::from(body)).await
    }

    pub(crate) fn read<T: Send + 'static>(&self, f: impl Fn(&mut Read<'_>) -> T + Send + Sync + 'static) -> T {
        apart(|| self.db.read_wait(move |r| Ok(f(r)))).expect("read")
    }

    /// How many rows a statement counts.
    pub(crate) fn number(&self, sql: &'static str) -> i64 {
        self.read(move |r| r.row(sql, &[], |row| row.int(0)).expect("read").unwrap_or(0))
    }

    /// A sheet with a period of fifteen days, from today; its id.
    pub(crate) async fn posted(&self) -> String {
        let area = self.map.area("芙蓉里").to_string();
        self.posts(&sheet(&area)).await
    }

    /// A sheet that says so; its id.
    pub(crate) async fn posts<V: AsRef<str>>(&self, said: &[(&str, V)]) -> String {
        let said: Vec<(&str, &str)> = said.iter().map(|(name, value)| (*name, value.as_ref())).collect();
        let came = self.send("吴敏", "/posting", &said, &[]).await;
        assert_eq!(came.status, 303, "{}", came.text);
        let at = came.header("location");
        at.trim_start_matches("/posting/").split('?').next().unwrap_or_default().to_owned()
    }
}

/// What a sheet of the tests says.
pub(crate) fn sheet(area: &str) -> Vec<(&str, &str)> {
    vec![
        ("area", area),
        ("sheet", "notice"),
        ("ground", "assembly"),
        ("section", "property"),
        ("from", "2026-06-18"),
        ("to", ""),
        ("title", "召开业主大会的通知"),
        ("words", "7 月 20 日晚上七点开会。\n议题：修排水沟。"),
        ("contact", "业委会值班 0480-8000003"),
    ]
}

/// The same with one answer changed.
pub(crate) fn with<'a>(pairs: Vec<(&'a str, &'a str)>, name: &'a str, value: &'a str) -> Vec<(&'a str, &'a str)> {
    let mut all: Vec<_> = pairs.into_iter().filter(|(n, _)| *n != name).collect();
    all.push((name, value));
    all
}

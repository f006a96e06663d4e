//! An office with one small system, and a way to knock at its door.

use askama::Template;
use axum::body::{Body, to_bytes};
use axum::extract::Path;
use axum::http::{HeaderMap, Request, StatusCode};
use axum::response::{IntoResponse as _, Response};
use axum::{Json, Router};
use lianxin_base::{ActId, AreaId, Clock, OrgId, PersonId, SeatId};
use lianxin_gate::{Capability, CapabilityWords, Gate, Keys, Login, Role, password, set_password};
use lianxin_journal::{Act, By, Head, Kind as ActKind, Leaf, Recorded, record};
use lianxin_register::{Area, AreaKind, OrgKind, Organisation, Seat};
use lianxin_store::{Db, Fault, Migrations, Stop, Tx, params, testing};
use lianxin_web::icons::Icon;
use lianxin_web::shell::{Kind, Tab};
use lianxin_web::{Fields, FileLimits, House, Nav, Route, Settings, System, Trouble, Visit};
use serde_json::json;
use std::time::Duration;
use tower::ServiceExt as _;

pub(crate) const LOOK: Capability = Capability("test.look");
pub(crate) const SEND: Capability = Capability("test.send");
pub(crate) const PASSWORD: &str = "芙蓉里的路灯亮了";

pub(crate) struct Note {
    pub(crate) words: String,
}

impl Act for Note {
    const KIND: &'static str = "test.note";
    fn leaf(&self, leaf: &mut Leaf) {
        leaf.seal("words", None, &self.words);
    }
    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        tx.exec("INSERT INTO test_note (id, area) VALUES ($1, $2)", params![rec.id(), rec.area()])?;
        Ok(())
    }
}

#[derive(Template)]
#[template(
    source = r#"{{ summary }}<form method="post" action="/note"><input type="hidden" name="token" value="{{ token }}"><textarea name="words">{{ words }}</textarea></form>"#,
    ext = "html"
)]
struct NoteForm<'a> {
    summary: lianxin_web::components::ErrorSummary<'a>,
    token: &'a str,
    words: &'a str,
}

#[derive(Template)]
#[template(source = "<p>{{ text }}</p>", ext = "html")]
struct Said<'a> {
    text: &'a str,
}

pub(crate) fn area() -> AreaId {
    AreaId::from_bytes([1; 16])
}

fn form(visit: &Visit, fields: Option<&Fields>) -> Response {
    let summary =
        fields.map_or(lianxin_web::components::ErrorSummary { lang: visit.lang, items: vec![] }, Fields::summary);
    let words = fields.map_or("", |f| f.raw("words"));
    let page = visit.page("记一笔", Kind::Phone).tab(Tab::Home).place("芙蓉里", "/places");
    let page = if fields.is_some() { page.wrong() } else { page };
    page.view(&NoteForm { summary, token: visit.token(), words })
}

async fn write(visit: &Visit, fields: &Fields, words: String) -> Result<lianxin_journal::Receipt, Trouble> {
    let (id, by) = (visit.act_id(), visit.by());
    visit
        .act_once(area(), fields.token(), move |tx, token| {
            tx.moved("board");
            let head = Head { id, area: area(), by, no: None, token };
            Ok(record(tx, head, &Note { words: words.clone() })?)
        })
        .await
}

async fn send(visit: Visit, mut fields: Fields) -> Result<Response, Trouble> {
    let words = fields.text("words", 20);
    if !fields.good() {
        return Ok(form(&visit, Some(&fields)));
    }
    let receipt = write(&visit, &fields, words).await?;
    Ok(visit.to(&format!("/said/{}", receipt.act)))
}

async fn send_by_program(visit: Visit, mut fields: Fields) -> Result<Response, Trouble> {
    let words = fields.text("words", 20);
    fields.check()?;
    let receipt = write(&visit, &fields, words).await?;
    Ok((StatusCode::CREATED, Json(json!({"act": receipt.act.to_string()}))).into_response())
}

async fn said(visit: Visit, Path(act): Path<String>) -> Result<Response, Trouble> {
    let act: ActId = act.parse().map_err(|_| Trouble::NotFound)?;
    let text = visit.read(move |r| Ok(lianxin_journal::text(r, act, "words")?)).await?.ok_or(Trouble::NotFound)?;
    let view = Said { text: &text };
    Ok(match visit.fragment() {
        Some(_) => visit.page("", Kind::Phone).fragment(&view),
        None => visit.page("一笔", Kind::Phone).live().view(&view),
    })
}

async fn desk(visit: Visit) -> Response {
    let by = match visit.by() {
        By::Seat { .. } => "seat",
        By::Person(_) => "person",
        _ => "nobody",
    };
    visit.page("工作台", Kind::Desk).counts(&[("/desk", 3)]).view(&Said { text: by })
}

async fn linked(visit: Visit) -> Response {
    visit.page("您的事", Kind::Plain).view(&Said { text: &visit.link().map_or_else(String::new, |l| l.to_string()) })
}

async fn breaks(visit: Visit, Path(how): Path<String>, fields: Option<Fields>) -> Result<Response, Trouble> {
    drop(fields);
    match how.as_str() {
        "busy" => Err(Fault::Busy("locked".into()).into()),
        "away" => Err(Fault::Away("gone".into()).into()),
        "full" => Err(Fault::Full("no room".into()).into()),
        "bug" => {
            visit.keep(|tx| Ok(tx.exec("DELETE FROM test_note WHERE id = ''", &[])?)).await.map(|_| ().into_response())
        }
        "panic" => panic!("as asked"),
        "slow" => {
            tokio::time::sleep(Duration::from_secs(60)).await;
            Ok(().into_response())
        }
        "refused" => {
            visit.read(|_| Err::<(), Stop>(lianxin_gate::Refusal::SlipUsed.into())).await.map(|()| ().into_response())
        }
        _ => Err(Trouble::NotFound),
    }
}

async fn sign_in(visit: Visit, mut fields: Fields) -> Result<Response, Trouble> {
    match lianxin_web::sign_in(&visit, fields.raw("login"), fields.raw("password"), fields.raw("next")).await {
        Err(trouble) => {
            fields.absorb(trouble)?;
            Ok(form(&visit, Some(&fields)))
        }
        welcome => welcome,
    }
}

/// Says what came: answers, faults, and of each file its question, name and what a child makes of it.
async fn took(visit: Visit, mut fields: Fields) -> Result<Response, Trouble> {
    if fields.has("away") {
        fields.keep("kept", "photo-1");
        return Err(Trouble::Broken(lianxin_store::Fault::Away(String::new())));
    }
    let mut said =
        vec![format!("words={}", fields.raw("words")), format!("token={}", fields.token().unwrap_or_default())];
    said.extend(fields.faults().iter().map(|f| format!("{} {}", f.field, f.code)));
    for file in fields.take_files("photo") {
        let made = visit.house.children().ask("length", file.bytes).await;
        said.push(format!("{} {} {made:?}", file.field, file.name));
    }
    Ok(said.join("\n").into_response())
}

const LENGTH: lianxin_child::Kind = lianxin_child::Kind {
    name: "length",
    run: |input| if input.starts_with(b"%PDF") { Err("pdf".into()) } else { Ok(input.len().to_string().into_bytes()) },
    limits: lianxin_child::Limits {
        memory: 64 << 20,
        cpu: 1,
        wall: Duration::from_secs(5),
        input: 1 << 20,
        output: 100,
    },
};

async fn sign_out(visit: Visit, _: Fields) -> Result<Response, Trouble> {
    lianxin_web::sign_out_everywhere(&visit).await
}

pub(crate) fn system() -> System {
    System {
        migrations: vec![Migrations {
            prefix: "test",
            files: &[("0001", "CREATE TABLE test_note (id TEXT NOT NULL PRIMARY KEY, area TEXT NOT NULL);")],
        }],
        kinds: vec![ActKind::of::<Note>()],
        routes: vec![
            Route::get("/", Gate::Anyone, |visit: Visit| async move { form(&visit, None) }),
            Route::get("/note", Gate::Anyone, |visit: Visit| async move { form(&visit, None) }),
            Route::post("/note", Gate::Anyone, send),
            Route::post("/api/v1/notes", Gate::Anyone, send_by_program),
            Route::get("/said/{act}", Gate::Anyone, said),
            Route::get("/me", Gate::SignedIn, desk),
            Route::get("/api/v1/me", Gate::SignedIn, desk),
            Route::get("/desk", Gate::Can(LOOK), desk),
            Route::get("/desk/send", Gate::Can(SEND), desk),
            Route::post("/desk/send", Gate::Can(SEND), |visit: Visit, _: Fields| async move { visit.to("/desk") }),
            Route::get("/l/{act}/{link}", Gate::Link, linked),
            Route::get("/break/{how}", Gate::Anyone, |v: Visit, p: Path<String>| breaks(v, p, None)),
            Route::post("/break/{how}", Gate::Anyone, |v: Visit, p: Path<String>, f: Fields| breaks(v, p, Some(f))),
            Route::post("/files", Gate::Anyone, took).files(FileLimits { count: 2, each: 1 << 20 }),
            Route::post("/login", Gate::Anyone, sign_in),
            Route::post("/logout", Gate::SignedIn, sign_out),
        ],
        capabilities: vec![CapabilityWords { cap: LOOK, zh: "看", en: "Look" }],
        roles: vec![(Role::Worker, vec![LOOK])],
        nav: vec![Nav { cap: LOOK, url: "/desk", icon: Icon::Inbox, label: |_| "待办".into(), head: None }],
        ..System::named("test")
    }
}

pub(crate) struct Door {
    pub(crate) house: House,
    pub(crate) router: Router,
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
    /// The token in the page's first form with that action.
    pub(crate) fn token(&self, action: &str) -> String {
        let form = self.text.split(&format!("action=\"{action}\"")).nth(1).expect("such a form");
        let value = form.split("name=\"token\" value=\"").nth(1).expect("a token");
        value.split('"').next().expect("its end").to_owned()
    }
}

pub(crate) fn door() -> Door {
    door_with("http://127.0.0.1:8600", |_| {})
}

pub(crate) fn door_with(origin: &str, change: impl FnOnce(&mut Settings)) -> Door {
    let test = system();
    let migrations = [
        vec![lianxin_journal::migrations(), lianxin_register::migrations(), lianxin_gate::migrations()],
        test.migrations.clone(),
    ];
    let kept = [lianxin_journal::kept(), lianxin_gate::kept()].concat();
    let db = testing::memory(migrations.concat(), kept, lianxin_journal::log());
    let mut settings = Settings::at(origin.parse().expect("an origin"));
    settings.patience = Duration::from_millis(1500);
    settings.children = lianxin_child::Children::inside(vec![LENGTH]);
    change(&mut settings);
    let systems = vec![test];
    let house = House::new(db, Keys::from_secret(&[7; 32]), settings, &systems);
    let router = lianxin_web::router(&house, systems);
    Door { house, router }
}

impl Door {
    pub(crate) fn clock(&self) -> &Clock {
        self.house.clock()
    }

    pub(crate) async fn knock(&self, request: Request<Body>) -> Came {
        let response = self.router.clone().oneshot(request).await.expect("an answer");
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        let body = to_bytes(response.into_body(), 4 << 20).await.expect("a body");
        Came { status, headers, text: String::from_utf8_lossy(&body).into_owned() }
    }

    pub(crate) async fn get(&self, path: &str, headers: &[(&str, &str)]) -> Came {
        self.knock(request("GET", path, headers, Body::empty())).await
    }

    pub(crate) async fn post(&self, path: &str, pairs: &[(&str, &str)], headers: &[(&str, &str)]) -> Came {
        let kind = ("content-type", "application/x-www-form-urlencoded");
        let headers = [&[kind], headers].concat();
        self.knock(request("POST", path, &headers, Body::from(encoded(pairs)))).await
    }

    /// A token as a stranger's page would hold it.
    pub(crate) async fn token(&self) -> String {
        self.get("/note", &[]).await.token("/note")
    }

    /// A community with a worker's seat; its sign-in name is `worker`.
    pub(crate) async fn plant(&self) -> SeatId {
        let seat = SeatId::from_bytes([3; 16]);
        seats(self.house.db(), seat).await;
        seat
    }

    /// Signs the worker in; the cookie.
    pub(crate) async fn worker(&self) -> String {
        self.plant().await;
        let token = self.token().await;
        let came = self.post("/login", &[("token", &token), ("login", "worker"), ("password", PASSWORD)], &[]).await;
        assert_eq!(came.status, 303, "{}", came.text);
        came.header("set-cookie").split(';').next().expect("a cookie").to_owned()
    }
}

pub(crate) fn request(method: &str, path: &str, headers: &[(&str, &str)], body: Body) -> Request<Body> {
    let request = Request::builder().method(method).uri(path).header("host", "127.0.0.1:8600");
    headers.iter().fold(request, |r, (n, v)| r.header(*n, *v)).body(body).expect("a request")
}

pub(crate) fn encoded(pairs: &[(&str, &str)]) -> String {
    let escape = |s: &str| s.bytes().map(|b| format!("%{b:02X}")).collect::<String>();
    pairs.iter().map(|(n, v)| format!("{}={}", escape(n), escape(v))).collect::<Vec<_>>().join("&")
}

async fn seats(db: &Db, seat: SeatId) {
    let (area, org, day) = (area(), OrgId::from_bytes([2; 16]), db.clock().now().day());
    let head = |n: u8| Head { id: ActId::from_bytes([n; 16]), area, by: By::Office, no: None, token: None };
    let (a, b, c) = (head(21), head(22), head(23));
    let planted = db.act(area, move |tx| {
        let name = || "玉泉".to_owned();
        let (kind, parent) = (AreaKind::Community, None);
        let row = Area { area, parent, kind, code: name(), name: name(), since: day, until: None, grade: None };
        lianxin_register::area(tx, a.clone(), row)?;
        let kind = OrgKind::ResidentsCommittee;
        let name = "玉泉社区居委会".to_owned();
        let row = Organisation { org, area, kind, name, short: None, phone: None };
        lianxin_register::organisation(tx, b.clone(), row)?;
        let (role, title, person) = (Role::Worker.name().to_owned(), "社区工作者".to_owned(), None::<PersonId>);
        lianxin_register::seat(tx, c.clone(), Seat { seat, org, area, person, role, title, since: day, until: None })
    });
    planted.await.expect("planted");
    let hash = password::hash(PASSWORD, db.chance()).expect("long enough");
    let login = Login::read("worker").expect("a name");
    db.keep(move |tx| set_password(tx, &login, seat, None, &hash)).await.expect("kept");
}

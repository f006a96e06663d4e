//! The invented town with the people of its desks signed in.

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request};
use lianxin_base::{ActId, MatterId, Moment, PersonId, SeatId, WayId};
use lianxin_child::Children;
use lianxin_council::about::Whom;
use lianxin_council::collect::{NewDispatch, NewReport, dispatch, report};
use lianxin_council::course::{Author, Terms};
use lianxin_council::origin::Origin;
use lianxin_council::rules::{Category, Need, Pace, See, Source};
use lianxin_council::{feedback, search, solve, store};
use lianxin_gate::{Keys, Limits, Login, Powers, Role, Scope, password, set_password, sign_in_wait};
use lianxin_journal::{Head, Receipt};
use lianxin_register::Seat;
use lianxin_seeds::{Map, plant};
use lianxin_store::testing::Folder;
use lianxin_store::{Db, Files, Kept, Migrations, Stop, Tx, testing};
use lianxin_web::photos::Photo;
use lianxin_web::{House, Settings};
use std::collections::BTreeMap;
use tower::ServiceExt as _;

const PASSWORD: &str = "芙蓉里的路灯亮了";
/// Who signs in: the name in the stories and the cookie's.
const STAFF: &[(&str, &str)] = &[
    ("吴敏", "wumin"),
    ("周国栋", "zhou"),
    ("李秀英", "li"),
    ("马建军", "ma"),
    ("何芳", "he"),
    ("刘志强", "liu"),
    ("高远", "gao"),
];

pub(crate) struct Town {
    pub(crate) db: Db,
    pub(crate) map: Map,
    house: House,
    router: Router,
    cookies: BTreeMap<&'static str, String>,
    _folder: Folder,
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
    /// What a hidden field of the form with this action carries.
    pub(crate) fn hidden(&self, action: &str, name: &str) -> String {
        let form = self.form(action);
        let value =
            form.split(&format!("name=\"{name}\" value=\"")).nth(1).unwrap_or_else(|| panic!("no {name}: {form}"));
        value.split('"').next().unwrap_or_default().to_owned()
    }
    /// The form whose address ends so.
    pub(crate) fn form(&self, action: &str) -> &str {
        let end = format!("{action}\"");
        let form = self.text.split("<form ").find(|f| f.split('>').next().is_some_and(|head| head.contains(&end)));
        form.unwrap_or_else(|| panic!("no form to {action}: {}", self.text)).split("</form>").next().unwrap_or_default()
    }
    pub(crate) fn has_form(&self, action: &str) -> bool {
        self.text
            .split("<form ")
            .skip(1)
            .any(|f| f.split('>').next().is_some_and(|head| head.contains(&format!("{action}\""))))
    }
    /// How many red buttons the page has.
    pub(crate) fn red(&self) -> usize {
        self.text.matches("btn-main").count()
    }
    pub(crate) fn says(&self, words: &str) -> bool {
        self.text.contains(words)
    }
}

/// A Thursday in June, 10:00, with a working week behind it and before it.
pub(crate) fn thursday() -> Moment {
    "2026-06-18".parse::<lianxin_base::Day>().expect("a day").at(10, 0)
}

/// The town, and everybody of its desks signed in.
pub(crate) async fn town() -> Town {
    town_on(thursday()).await
}

/// The same at another time.
pub(crate) async fn town_on(now: Moment) -> Town {
    std::thread::scope(|s| s.spawn(|| built(now)).join()).expect("built")
}

/// Every table of the town.
pub(crate) fn migrations() -> Vec<Migrations> {
    vec![
        lianxin_journal::migrations(),
        lianxin_register::migrations(),
        lianxin_gate::migrations(),
        lianxin_work::migrations(),
        lianxin_path::migrations(),
        lianxin_outbox::migrations(),
        lianxin_council::migrations(),
    ]
}

/// What replay need not give again.
pub(crate) fn kept() -> Vec<Kept> {
    [
        lianxin_journal::kept(),
        lianxin_register::kept(),
        lianxin_gate::kept(),
        lianxin_work::kept(),
        lianxin_outbox::kept(),
        lianxin_council::kept(),
    ]
    .concat()
}

fn built(now: Moment) -> Town {
    let db = testing::memory(migrations(), kept(), lianxin_journal::log());
    let map = plant(&db, now.day().plus(-30)).expect("planted");
    db.clock().set(now);
    let cookies = STAFF.iter().map(|(who, login)| (*who, signed_in(&db, &map, who, login))).collect();
    let systems = vec![lianxin_council::system()];
    let folder = Folder::new();
    let settings = Settings {
        children: Children::inside(lianxin_photo::KINDS.to_vec()),
        files: Files::at(folder.path().to_owned()),
        ..Settings::at("http://127.0.0.1:8600".parse().expect("an origin"))
    };
    let house = House::new(db.clone(), Keys::from_secret(&[7; 32]), settings, &systems);
    let router = lianxin_web::router(&house, systems);
    Town { db, map, house, router, cookies, _folder: folder }
}

fn signed_in(db: &Db, map: &Map, who: &str, login: &str) -> String {
    entered(db, login, map.seat(who), Some(map.person(who)))
}

fn entered(db: &Db, login: &str, seat: SeatId, person: Option<PersonId>) -> String {
    let hash = password::hash(PASSWORD, db.chance()).expect("long enough");
    let name = Login::read(login).expect("a name");
    db.keep_wait(move |tx| set_password(tx, &name, seat, person, &hash)).expect("kept");
    let token = sign_in_wait(db, &Limits::new(), &Powers::new(), login, PASSWORD).expect("signed in").token;
    format!("lx_session={}", token.value())
}

/// What a report of the tests says besides its words.
pub(crate) struct Told<'a> {
    pub(crate) by: Option<&'a str>,
    pub(crate) area: &'a str,
    pub(crate) see: See,
}

pub(crate) const FURONGLI: Told<'static> = Told { by: Some("张玉兰"), area: "芙蓉里", see: See::Neighbours };

impl Town {
    /// Time passes, and whoever is at work then signs in again.
    pub(crate) fn later(&mut self, now: Moment, who: &[&'static str]) {
        self.db.clock().set(now);
        for name in who {
            let (db, map) = (&self.db, &self.map);
            let login = STAFF.iter().find(|(staff, _)| staff == name).map_or("", |(_, login)| login);
            let run = || signed_in(db, map, name, login);
            let cookie = std::thread::scope(|s| s.spawn(run).join()).expect("signed in");
            self.cookies.insert(name, cookie);
        }
    }

    /// A seat that looks at one area only begins, and somebody signs in to it.
    pub(crate) fn sits(&mut self, who: &'static str, (org, area): (&str, &str), role: Role) {
        let seat = SeatId::new(self.db.chance(), self.now());
        let (org, area, since) = (self.map.org(org), self.map.area(area), self.now().day());
        let (role, title) = (role.to_string(), "网格员".to_owned());
        let row = Seat { seat, org, area, person: None, role, title, since, until: None };
        self.act("周国栋", move |tx, _, author| {
            let head = Head { id: author.act, area, by: author.by, no: None, token: None };
            lianxin_register::seat(tx, head, row.clone())
        });
        let db = &self.db;
        let run = || entered(db, "onearea", seat, None);
        let cookie = std::thread::scope(|s| s.spawn(run).join()).expect("signed in");
        self.cookies.insert(who, cookie);
    }

    pub(crate) fn keys(&self) -> &Keys {
        self.house.keys()
    }
    pub(crate) fn now(&self) -> Moment {
        self.db.clock().now()
    }

    async fn knock(&self, who: &str, request: axum::http::request::Builder, body: Body) -> Came {
        let cookie = self.cookies.get(who).map_or("", String::as_str);
        let request = request.header("host", "127.0.0.1:8600").header("cookie", cookie).body(body).expect("a request");
        let response = self.router.clone().oneshot(request).await.expect("an answer");
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        let body = to_bytes(response.into_body(), 4 << 20).await.expect("a body");
        Came { status, headers, text: String::from_utf8_lossy(&body).into_owned(), body: body.to_vec() }
    }

    pub(crate) async fn get(&self, who: &str, path: &str) -> Came {
        self.knock(who, Request::get(path), Body::empty()).await
    }
    pub(crate) async fn fragment(&self, who: &str, path: &str, element: &str) -> Came {
        self.knock(who, Request::get(path).header("x-fragment", element), Body::empty()).await
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

    /// Sends what a program sends.
    pub(crate) async fn program(&self, path: &str, json: &'static str) -> Came {
        self.knock("", Request::post(path).header("content-type", "application/json"), Body::from(json)).await
    }

    /// Where its files lie.
    pub(crate) fn files(&self) -> &Files {
        self.house.files()
    }

    /// Sends a form with files; each by its question.
    pub(crate) async fn post_files(
        &self,
        who: &str,
        path: &str,
        pairs: &[(&str, &str)],
        files: &[(&str, &[u8])],
    ) -> Came {
        let mut body = Vec::new();
        let head = |name: &str, more: &str| {
            format!("--edge\r\nContent-Disposition: form-data; name=\"{name}\"{more}\r\n\r\n").into_bytes()
        };
        for (name, value) in pairs {
            body.extend([&head(name, ""), value.as_bytes(), b"\r\n"].concat());
        }
        for (name, bytes) in files {
            body.extend([&head(name, "; filename=\"a.jpg\""), *bytes, b"\r\n"].concat());
        }
        body.extend(b"--edge--\r\n");
        let request = Request::post(path).header("content-type", "multipart/form-data; boundary=edge");
        self.knock(who, request, Body::from(body)).await
    }

    /// Opens a matter, fills in the form and sends it with what the page hid in it.
    pub(crate) async fn send(&self, who: &str, no: &str, form: &str, pairs: &[(&str, &str)]) -> Came {
        let page = self.get(who, &format!("{}?do={form}", at(no))).await;
        assert_eq!(page.status, 200, "{form}: {}", page.text);
        self.send_from(&page, who, no, form, pairs).await
    }

    /// Sends the form of a page that was opened before.
    pub(crate) async fn send_from(&self, page: &Came, who: &str, no: &str, form: &str, pairs: &[(&str, &str)]) -> Came {
        let action = format!("{}/{form}", at(no));
        let hidden = ["token", "hops", "list"].map(|name| (name, page.hidden(&action, name).replace("&#38;", "&")));
        let all: Vec<(&str, &str)> =
            hidden.iter().map(|(n, v)| (*n, v.as_str())).chain(pairs.iter().copied()).collect();
        self.post(who, &action, &all).await
    }

    /// A token as some page of theirs holds it.
    pub(crate) async fn token(&self, who: &str) -> String {
        self.get(who, "/desk").await.hidden("/settings/lang", "token")
    }

    /// Runs a command as somebody.
    pub(crate) fn act(
        &self,
        who: &str,
        f: impl Fn(&mut Tx<'_>, &Terms, &Author) -> Result<Receipt, Stop> + Send + Sync + 'static,
    ) -> Receipt {
        let (by, _) = self.map.author(who);
        let act = ActId::new(self.db.chance(), self.now());
        let author = Author { act, by, token: None, scope: Scope::Everything };
        let run = move |tx: &mut Tx<'_>| f(tx, &Terms::default(), &author);
        let (db, area) = (self.db.clone(), self.map.area("芙蓉里"));
        std::thread::scope(|s| s.spawn(|| db.act_wait(area, run)).join()).expect("ran").expect("recorded")
    }

    /// Brings something in; its number.
    pub(crate) fn report(&self, words: &str, told: &Told<'_>) -> String {
        self.report_with(words, told, Vec::new())
    }

    /// An opinion about somebody, brought in by a resident who lets the neighbours read it.
    pub(crate) fn complaint(&self, words: &str, whom: Whom) -> String {
        self.complaint_with(words, whom, Vec::new())
    }

    /// A complaint with photos.
    pub(crate) fn complaint_with(&self, words: &str, whom: Whom, photos: Vec<Photo>) -> String {
        let origin = Origin { need: Some(Need::Opinion), about: Some(whom), ..Origin::default() };
        self.report_as(words, &FURONGLI, photos, origin)
    }

    /// A report with photos.
    pub(crate) fn report_with(&self, words: &str, told: &Told<'_>, photos: Vec<Photo>) -> String {
        self.report_as(words, told, photos, Origin::default())
    }

    fn report_as(&self, words: &str, told: &Told<'_>, photos: Vec<Photo>, origin: Origin) -> String {
        let (chance, now) = (self.db.chance(), self.now());
        let new = NewReport {
            matter: MatterId::new(chance, now),
            way: WayId::new(chance, now),
            area: self.map.area(told.area),
            place: Some(told.area.into()),
            building: None,
            category: Some(Category::Light),
            words: words.into(),
            phone: None,
            name: None,
            reporter: told.by.map(|who| self.map.person(who)),
            behalf: told.by.is_none(),
            see: told.see,
            source: Source::Resident,
            photos,
            tell: None,
            origin,
        };
        let receipt = self.act("吴敏", move |tx, terms, author| report(tx, terms, author, &new));
        receipt.no.expect("a number")
    }

    /// What came in is put into the search index, as the server does beside its work.
    pub(crate) fn indexed(&self) {
        let fill = || while self.db.keep_wait(|tx| Ok::<_, Stop>(search::fill(tx)?)).expect("filled") > 0 {};
        std::thread::scope(|s| s.spawn(fill).join()).expect("ran");
    }

    /// A matter that stands at a step: handed to `executor`, or talked over.
    pub(crate) fn at_step(&self, step: &str, executor: &str) -> String {
        let no = self.report("3 楼到 5 楼的灯都不亮", &FURONGLI);
        let direct = (!matches!(step, "look" | "deliberate")).then(|| self.map.org(executor));
        if step != "look" {
            let new = NewDispatch {
                no: no.clone(),
                seen: None,
                title: "楼道灯不亮".into(),
                category: Category::Light,
                pace: Pace::General,
                executor: direct,
            };
            self.act("吴敏", move |tx, terms, author| dispatch(tx, terms, author, &new));
        }
        if matches!(step, "feedback" | "closed") {
            let new = lianxin_council::collect::NewNote { no: no.clone(), seen: None, words: "换好了".into() };
            let org = self.map.org(executor);
            self.act("马建军", move |tx, terms, author| {
                let lianxin_journal::By::Seat { seat, person, .. } = author.by else { panic!("a seat") };
                let by = lianxin_journal::By::Seat { seat, person, org };
                solve::completion(tx, terms, &Author { by, ..author.clone() }, &new, None, &[])
            });
        }
        if step == "closed" {
            let new = feedback::NewFeedback { no: no.clone(), good: true, words: String::new(), how: None };
            self.act("周国栋", move |tx, terms, author| feedback::feedback(tx, terms, author, &new));
        }
        no
    }

    pub(crate) fn matter(&self, no: &str) -> store::Matter {
        let (db, no) = (self.db.clone(), no.to_owned());
        let read = move || db.read_wait(move |r| Ok(store::public_by_no(r, &no)?));
        std::thread::scope(|s| s.spawn(read).join()).expect("ran").expect("read").expect("such a matter")
    }
}

/// A matter's address on the desk.
pub(crate) fn at(no: &str) -> String {
    lianxin_council::pages::desk_url(no)
}

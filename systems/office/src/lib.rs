//! 办公室 Office: the system that runs the house. Home, sign-in, messages, the public record and how to check it, imprint.
//!
//! It knows no other system: what the home page shows of matters comes through [`Needs`], the words of messages
//! through the notices of all systems.

mod about;
mod around;
mod asked;
mod coming;
pub mod export;
mod find;
mod home;
pub mod import;
mod inbox;
mod journal;
mod login;
mod me;
mod needs;
mod say;
mod setup;
mod sheets;
mod store;
mod verify;

mod texts {
    include!(concat!(env!("OUT_DIR"), "/texts.rs"));
}

pub use coming::{COUNTER, PHONES};
pub use needs::{HomeMatter, HomeRow, Needs};
pub use setup::{SQL as SETUP_SQL, Settled, reached, settled};
pub use store::SQL;

use lianxin_base::{Lang, Refuse};
use lianxin_gate::{Capability, CapabilityWords, Gate, Role};
use lianxin_journal::Kind;
use lianxin_outbox::Notices;
use lianxin_paper::{Import, ListKind};
use lianxin_store::Migrations;
use lianxin_web::icons::Icon;
use lianxin_web::shell::INBOX as INBOX_URL;
use lianxin_web::{Fields, Nav, Route, System, Visit};
use std::sync::Arc;

/// The acts of this system.
pub fn kinds() -> Vec<Kind> {
    let mut kinds = vec![Kind::of::<export::Export>()];
    kinds.extend(setup::kinds());
    kinds
}

/// This system's tables.
pub const fn migrations() -> Migrations {
    Migrations {
        prefix: "office",
        files: &[("0001", include_str!("../migrations/0001.sql")), ("0003", include_str!("../migrations/0003.sql"))],
    }
}

/// Reading what reached one's organisation; every seat may.
pub const INBOX: Capability = Capability("office.inbox");
/// Running this machine: settings, people, backups.
pub const ADMIN: Capability = Capability("office.admin");

/// What this system's pages stand on besides the house.
#[derive(Clone)]
pub(crate) struct Office {
    pub(crate) needs: Arc<dyn Needs>,
    pub(crate) notices: Arc<Notices>,
    /// Every kind of sheet that can be taken in.
    pub(crate) imports: Arc<[Import]>,
    /// Every list that can be taken out.
    pub(crate) lists: Arc<[ListKind]>,
}

/// The manifest. `notices` are those of all systems: the inbox shows every kind.
pub fn system(needs: Arc<dyn Needs>, notices: Notices) -> System {
    let roles = Role::ALL.iter().map(|role| {
        let more = [COUNTER, PHONES].into_iter().filter(|cap| coming::may(*role, *cap));
        (*role, powers(*role).into_iter().chain(more).collect())
    });
    let lists = export::OWN.iter().copied().chain(needs.lists()).collect();
    let imports = import::OWN.iter().copied().chain(needs.imports()).collect();
    System {
        migrations: vec![migrations()],
        kinds: kinds(),
        jobs: import::jobs(),
        routes: routes(&Office { imports, lists, needs, notices: Arc::new(notices) }),
        capabilities: vec![
            CapabilityWords { cap: INBOX, zh: "看收件", en: "Read the inbox" },
            CapabilityWords {
                cap: ADMIN,
                zh: "管这台机器：设置、人员、备份",
                en: "Run this machine: settings, people, backups",
            },
            CapabilityWords { cap: sheets::IMPORT, zh: "导入表格", en: "Import sheets" },
            CapabilityWords { cap: sheets::EXPORT, zh: "导出名单", en: "Take lists out" },
            coming::WORDS[0],
            coming::WORDS[1],
        ],
        guarded: vec![ADMIN],
        roles: roles.collect(),
        nav: [
            vec![Nav { cap: INBOX, url: INBOX_URL, icon: Icon::Inbox, label: inbox_label, head: None }],
            coming::nav(),
            vec![
                Nav { cap: sheets::IMPORT, url: sheets::URL, icon: Icon::FileText, label: sheets_label, head: None },
                Nav { cap: ADMIN, url: "/setup", icon: Icon::Settings, label: setup_label, head: None },
            ],
        ]
        .concat(),
        refusals: refusals(),
        sql: [SQL, SETUP_SQL].concat(),
        ..System::named("office")
    }
}

fn refusals() -> Vec<Box<dyn Refuse>> {
    let own = import::Refusal::ALL.iter().map(|r| Box::new(*r) as Box<dyn Refuse>);
    let files = lianxin_paper::Refusal::all().into_iter().map(|r| Box::new(r) as Box<dyn Refuse>);
    let cells = lianxin_paper::Wrong::ALL.iter().map(|w| Box::new(*w) as Box<dyn Refuse>);
    own.chain(files).chain(cells).collect()
}

fn inbox_label(lang: Lang) -> String {
    texts::t(lang).msg_nav_inbox()
}

fn setup_label(lang: Lang) -> String {
    texts::t(lang).msg_nav_setup()
}

fn sheets_label(lang: Lang) -> String {
    texts::t(lang).msg_sheets_nav()
}

/// What a role may do here by default: sheets are the work of the community's own people.
fn powers(role: Role) -> Vec<Capability> {
    match role {
        Role::Admin => vec![INBOX, ADMIN, sheets::IMPORT, sheets::EXPORT],
        Role::Secretary | Role::Worker => vec![INBOX, sheets::IMPORT, sheets::EXPORT],
        _ => vec![INBOX],
    }
}

fn routes(office: &Office) -> Vec<Route> {
    let with = || office.clone();
    let (sheets_page, sheets_send, sheets_one) = (with(), with(), with());
    let (sheets_template, sheets_take) = (with(), with());
    let (home, find, messages, message) = (with(), with(), with(), with());
    let mut routes = vec![
        Route::get("/", Gate::Anyone, move |v: Visit| home::page(home.clone(), v)),
        Route::get("/find", Gate::Anyone, move |v: Visit, q: asked::Query| find::page(find.clone(), v, q)),
        Route::get("/login", Gate::Anyone, login::page),
        Route::post("/login", Gate::Anyone, login::staff),
        Route::post("/enter", Gate::Anyone, login::resident),
        Route::post("/logout", Gate::Anyone, login::out),
        Route::post("/logout/everywhere", Gate::Anyone, login::out_everywhere),
        Route::get("/inbox", Gate::SignedIn, move |v: Visit, q: asked::Query| inbox::page(messages.clone(), v, q)),
        Route::post("/inbox", Gate::SignedIn, |v: Visit, f: Fields| inbox::all_seen(v, f)),
        Route::get("/inbox/{act}/{n}", Gate::SignedIn, move |v: Visit, p| inbox::open(message.clone(), v, p)),
        Route::get("/me", Gate::Anyone, me::page),
        Route::get("/journal", Gate::Anyone, journal::page),
        Route::get("/journal/{act}", Gate::Anyone, journal::entry),
        Route::get("/verify", Gate::Anyone, verify::page),
        Route::get("/about", Gate::Anyone, about::page),
        Route::get("/sheets", Gate::Can(sheets::IMPORT), move |v: Visit| sheets::page(sheets_page.clone(), v)),
        Route::post("/sheets", Gate::Can(sheets::IMPORT), move |v: Visit, f: Fields| {
            sheets::send(sheets_send.clone(), v, f)
        })
        .files(sheets::FILES),
        Route::get("/sheets/{job}", Gate::Can(sheets::IMPORT), move |v: Visit, p| {
            sheets::one(sheets_one.clone(), v, p)
        }),
        Route::get("/sheets/{job}/faults", Gate::Can(sheets::IMPORT), sheets::faults),
        Route::post("/sheets/{job}/enter", Gate::Can(sheets::IMPORT), sheets::enter),
        Route::post("/sheets/{job}/stop", Gate::Can(sheets::IMPORT), sheets::stop),
        Route::post("/sheets/{job}/resume", Gate::Can(sheets::IMPORT), sheets::resume),
        Route::post("/sheets/{job}/forget", Gate::Can(sheets::IMPORT), sheets::forget),
        Route::get("/sheets/template/{kind}", Gate::Can(sheets::IMPORT), move |v: Visit, p| {
            sheets::template(sheets_template.clone(), v, p)
        }),
        Route::post("/sheets/export", Gate::Can(sheets::EXPORT), move |v: Visit, f: Fields| {
            sheets::take(sheets_take.clone(), v, f)
        }),
    ];
    routes.extend(coming::routes(office));
    routes.extend(setup::routes());
    routes
}

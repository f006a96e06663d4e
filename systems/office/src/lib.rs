//! 办公室 Office: the system that runs the house. Home, sign-in, messages, the public record and how to check it, imprint.
//!
//! It knows no other system: what the home page shows of matters comes through [`Needs`], the words of messages
//! through the notices of all systems.

mod about;
mod around;
mod asked;
mod find;
mod home;
mod inbox;
mod journal;
mod login;
mod me;
mod needs;
pub mod privacy;
mod say;
mod store;
mod verify;

mod texts {
    include!(concat!(env!("OUT_DIR"), "/texts.rs"));
}

pub use needs::{HomeMatter, HomeRow, Needs};
pub use store::SQL;

use lianxin_base::Lang;
use lianxin_gate::{Capability, CapabilityWords, Gate, Role};
use lianxin_outbox::Notices;
use lianxin_web::icons::Icon;
use lianxin_web::shell::INBOX as INBOX_URL;
use lianxin_web::{Fields, Nav, Route, System, Visit};
use std::sync::Arc;

/// Reading what reached one's organisation; every seat may.
pub const INBOX: Capability = Capability("office.inbox");
/// Running this machine: settings, people, backups.
pub const ADMIN: Capability = Capability("office.admin");

/// What this system's pages stand on besides the house.
#[derive(Clone)]
pub(crate) struct Office {
    pub(crate) needs: Arc<dyn Needs>,
    pub(crate) notices: Arc<Notices>,
}

/// The manifest. `notices` are those of all systems: the inbox shows every kind.
pub fn system(needs: Arc<dyn Needs>, notices: Notices) -> System {
    let roles = Role::ALL.iter().map(|role| {
        let may = |cap: &Capability| match *cap {
            ADMIN => *role == Role::Admin,
            privacy::PRIVACY => matches!(role, Role::Secretary | Role::Worker),
            _ => true,
        };
        let own = [INBOX, ADMIN, privacy::PRIVACY].into_iter().filter(may);
        (*role, own.collect())
    });
    System {
        kinds: privacy::purge::kinds(),
        routes: routes(&Office { needs, notices: Arc::new(notices) }),
        capabilities: vec![
            CapabilityWords { cap: INBOX, zh: "看收件", en: "Read the inbox" },
            CapabilityWords {
                cap: ADMIN,
                zh: "管这台机器：设置、人员、备份",
                en: "Run this machine: settings, people, backups",
            },
            privacy::WORDS,
        ],
        roles: roles.collect(),
        nav: vec![
            Nav { cap: INBOX, url: INBOX_URL, icon: Icon::Inbox, label: inbox_label, head: None },
            privacy::nav(),
        ],
        refusals: privacy::Refusal::ALL.iter().map(|r| Box::new(*r) as Box<dyn lianxin_base::Refuse>).collect(),
        sql: SQL.to_vec(),
        ..System::named("office")
    }
}

fn inbox_label(lang: Lang) -> String {
    texts::t(lang).msg_nav_inbox()
}

fn routes(office: &Office) -> Vec<Route> {
    let with = || office.clone();
    let (home, find, messages, message) = (with(), with(), with(), with());
    let mut all = vec![
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
    ];
    all.extend(privacy::routes(office));
    all
}

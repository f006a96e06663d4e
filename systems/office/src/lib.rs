//! 办公室 Office: the system that runs the house. Home, sign-in, messages, the register and its forms, hand-overs of
//! seats, the public record and how to check it, imprint.
//!
//! It knows no other system: what the home page shows of matters comes through [`Needs`], the words of messages
//! through the notices of all systems.

mod about;
mod around;
mod asked;
mod caps;
mod find;
mod handover;
mod home;
mod inbox;
mod journal;
mod login;
mod me;
mod needs;
mod register;
mod rules;
mod say;
pub mod seeds;
mod store;
mod verify;

mod texts {
    include!(concat!(env!("OUT_DIR"), "/texts.rs"));
}

pub use caps::{ADMIN, CHANGE, INBOX, ORGS, PHONES, REGISTER, SEATS};
pub use handover::notices;
pub use handover::store::SQL as HANDOVER_SQL;
pub use needs::{HeldMatter, HomeMatter, HomeRow, Needs};
pub use rules::Refusal;
pub use store::SQL;

use handover::acts;
use lianxin_base::Refuse;
use lianxin_gate::Gate;
use lianxin_journal::Kind;
use lianxin_outbox::Notices;
use lianxin_store::Migrations;
use lianxin_web::icons::Icon;
use lianxin_web::shell::INBOX as INBOX_URL;
use lianxin_web::{Fields, Nav, Route, System, Visit};
use std::sync::Arc;

/// What this system's pages stand on besides the house.
#[derive(Clone)]
pub(crate) struct Office {
    pub(crate) needs: Arc<dyn Needs>,
    pub(crate) notices: Arc<Notices>,
}

/// The manifest. `notices` are those of all systems: the inbox shows every kind.
pub fn system(needs: Arc<dyn Needs>, notices: Notices) -> System {
    System {
        routes: routes(&Office { needs, notices: Arc::new(notices) }),
        migrations: vec![migrations()],
        kinds: kinds(),
        capabilities: caps::words(),
        roles: caps::roles(),
        nav: nav(),
        refusals: Refusal::ALL.iter().map(|r| Box::new(*r) as Box<dyn Refuse>).collect(),
        sql: [store::SQL, handover::store::SQL].concat(),
        ..System::named("office")
    }
}

/// The acts of this system.
pub fn kinds() -> Vec<Kind> {
    vec![
        Kind::of::<acts::Handover>(),
        Kind::of::<acts::HandoverItem>(),
        Kind::of::<acts::HandoverSuccessor>(),
        Kind::of::<acts::HandoverCheck>(),
        Kind::of::<acts::HandoverAcceptance>(),
    ]
}

/// This system's tables.
pub const fn migrations() -> Migrations {
    Migrations { prefix: "office", files: &[("0001", include_str!("../migrations/0001.sql"))] }
}

fn nav() -> Vec<Nav> {
    let place = |cap, url, icon, label| Nav { cap, url, icon, label, head: None };
    vec![
        place(INBOX, INBOX_URL, Icon::Inbox, |lang| texts::t(lang).msg_nav_inbox()),
        place(REGISTER, "/places", Icon::BuildingCommunity, |lang| texts::t(lang).msg_places_title()),
        place(ORGS, "/orgs", Icon::IdBadge2, |lang| texts::t(lang).msg_orgs_title()),
        place(SEATS, "/handovers", Icon::ClipboardCheck, |lang| texts::t(lang).msg_handovers()),
    ]
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
    all.extend(register::routes());
    all.extend(handover::routes(office));
    all
}

//! 办公室 Office: the system that runs the house. Home, sign-in, messages, the register and its forms, hand-overs of
//! seats, the public record and how to check it, imprint.
//!
//! It knows no other system: what the home page shows of matters comes through [`Needs`], the words of messages
//! through the notices of all systems.

mod about;
mod around;
mod asked;
pub mod backup;
mod caps;
mod coming;
mod example;
pub mod export;
mod find;
mod handover;
mod home;
pub mod import;
mod inbox;
pub mod incident;
mod journal;
pub mod log;
mod login;
mod me;
mod needs;
pub mod privacy;
mod register;
mod rules;
mod say;
pub mod seeds;
mod setup;
mod sheets;
mod store;
mod telling;
mod verify;

mod texts {
    include!(concat!(env!("OUT_DIR"), "/texts.rs"));
}

pub use caps::{ADMIN, CHANGE, INBOX, ORGS, PHONES, REGISTER, SEATS};
pub use coming::looked::SQL as LOOKED_SQL;
pub use coming::{COUNTER, STAFF_PHONES};
pub use handover::store::SQL as HANDOVER_SQL;
pub use needs::{HeldMatter, HomeMatter, HomeRow, Left, Needs};
pub use rules::Refusal;
pub use say::kind as kind_name;
pub use setup::{SQL as SETUP_SQL, Settled, reached, settled};
pub use store::SQL;
pub use telling::{TELL, errand_list, errand_rows};

use handover::acts;
use lianxin_base::{PersonId, Refuse};
use lianxin_gate::Gate;
use lianxin_journal::Kind;
use lianxin_outbox::Notices;
use lianxin_paper::{Import, ListKind};
use lianxin_store::{Fault, Migrations, Tx};
use lianxin_web::icons::Icon;
use lianxin_web::shell::INBOX as INBOX_URL;
use lianxin_web::{Fields, Nav, Route, System, Visit};
use std::sync::Arc;

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
    let lists = export::OWN.iter().copied().chain(needs.lists()).collect();
    let imports = import::OWN.iter().copied().chain(needs.imports()).collect();
    System {
        jobs: import::jobs(),
        guarded: vec![ADMIN],
        routes: routes(&Office { imports, lists, needs, notices: Arc::new(notices) }),
        migrations: vec![migrations()],
        kinds: kinds(),
        capabilities: caps::words(),
        roles: caps::roles(),
        nav: nav(),
        specimens: example::ALL.into(),
        refusals: refusals(),
        sql: [
            store::SQL,
            handover::store::SQL,
            setup::SQL,
            LOOKED_SQL,
            incident::SQL,
            privacy::retention::SQL,
            backup::SQL,
        ]
        .concat(),
        ..System::named("office")
    }
}

fn refusals() -> Vec<Box<dyn Refuse>> {
    let own = Refusal::ALL.iter().map(|r| Box::new(*r) as Box<dyn Refuse>);
    let sheets = import::Refusal::ALL.iter().map(|r| Box::new(*r) as Box<dyn Refuse>);
    let files = lianxin_paper::Refusal::all().into_iter().map(|r| Box::new(r) as Box<dyn Refuse>);
    let press = lianxin_paper::press::NotSet::all().into_iter().map(|r| Box::new(r) as Box<dyn Refuse>);
    let cells = lianxin_paper::Wrong::ALL.iter().map(|w| Box::new(*w) as Box<dyn Refuse>);
    let privacy = privacy::Refusal::ALL.iter().map(|r| Box::new(*r) as Box<dyn Refuse>);
    let incident = incident::Refusal::ALL.iter().map(|r| Box::new(*r) as Box<dyn Refuse>);
    let kept = privacy::retention::Refusal::ALL.iter().map(|r| Box::new(*r) as Box<dyn Refuse>);
    let log = log::REFUSALS.iter().map(|r| Box::new(*r) as Box<dyn Refuse>);
    let told = lianxin_outbox::Refusal::ALL.iter().map(|r| Box::new(*r) as Box<dyn Refuse>);
    own.chain(told)
        .chain(privacy)
        .chain(incident)
        .chain(kept)
        .chain(log)
        .chain(sheets)
        .chain(files)
        .chain(press)
        .chain(cells)
        .collect()
}

/// The notices of this system.
pub fn notices() -> Vec<lianxin_outbox::Notice> {
    handover::notices().into_iter().chain(incident::notices()).chain(log::day::notices()).collect()
}

/// The acts of this system.
pub fn kinds() -> Vec<Kind> {
    let mut kinds = vec![
        Kind::of::<export::Export>(),
        Kind::of::<acts::Handover>(),
        Kind::of::<acts::HandoverItem>(),
        Kind::of::<acts::HandoverSuccessor>(),
        Kind::of::<acts::HandoverCheck>(),
        Kind::of::<acts::HandoverAcceptance>(),
    ];
    kinds.extend(setup::kinds());
    kinds.extend(privacy::purge::kinds());
    kinds.push(Kind::of::<coming::looked::LookUp>());
    kinds.extend(incident::kinds());
    kinds.extend(backup::kinds());
    kinds.extend(log::kinds());
    kinds
}

/// What this system forgets with a person. From an erasure's apply, when the name in force is erased.
///
/// # Errors
/// The database's trouble.
pub fn forget(tx: &mut Tx<'_>, person: PersonId) -> Result<(), Fault> {
    coming::looked::forget(tx, person)?;
    handover::store::forget(tx, person)
}

/// This system's tables.
pub const fn migrations() -> Migrations {
    Migrations {
        prefix: "office",
        files: &[
            ("0001", include_str!("../migrations/0001.sql")),
            ("0002", include_str!("../migrations/0002.sql")),
            ("0003", include_str!("../migrations/0003.sql")),
            ("0004", include_str!("../migrations/0004.sql")),
            ("0006", include_str!("../migrations/0006.sql")),
            ("0007", include_str!("../migrations/0007.sql")),
        ],
    }
}

fn nav() -> Vec<Nav> {
    let place = |cap, url, icon, label| Nav { cap, url, icon, label, head: None };
    let mut all = vec![
        place(INBOX, INBOX_URL, Icon::Inbox, |lang| texts::t(lang).msg_nav_inbox()),
        place(REGISTER, "/places", Icon::BuildingCommunity, |lang| texts::t(lang).msg_places_title()),
        place(ORGS, "/orgs", Icon::IdBadge2, |lang| texts::t(lang).msg_orgs_title()),
        place(SEATS, "/handovers", Icon::ClipboardCheck, |lang| texts::t(lang).msg_handovers()),
        place(sheets::IMPORT, sheets::URL, Icon::FileText, |lang| texts::t(lang).msg_sheets_nav()),
        place(ADMIN, "/setup", Icon::Settings, |lang| texts::t(lang).msg_nav_setup()),
    ];
    all.splice(1..1, coming::nav());
    all.insert(1, telling::nav());
    all.splice(all.len() - 1..all.len() - 1, [privacy::nav(), incident::nav()]);
    all
}

fn routes(office: &Office) -> Vec<Route> {
    let with = || office.clone();
    let (home, find, messages, message) = (with(), with(), with(), with());
    let kept = log::Kept::new();
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
        Route::get("/journal/checkpoint", Gate::Anyone, log::checkpoint),
        Route::get("/journal/tile/{*tile}", Gate::Anyone, move |v: Visit, p| log::tile(kept.clone(), v, p)),
        Route::get("/api/v1/receipts/{act}", Gate::Anyone, log::receipt_of),
        Route::get("/journal/today", Gate::Anyone, journal::today),
        Route::get("/journal/{act}", Gate::Anyone, journal::entry),
        Route::get("/verify", Gate::Anyone, verify::page),
        Route::get("/about", Gate::Anyone, about::page),
    ];
    all.extend(coming::routes(office));
    all.extend(register::routes(office));
    all.extend(handover::routes(office));
    all.extend(sheets::routes(office));
    all.extend(setup::routes());
    all.extend(privacy::routes(office));
    all.extend(incident::routes());
    all.extend(telling::routes(office));
    all
}

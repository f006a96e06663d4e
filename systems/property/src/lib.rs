//! 物业与业主 Property: owners decide lawfully, from the verified owner to the counted result. Everything is counted by
//! `lianxin-ballot`; this system keeps who votes, the roll, what was cast, and shows it.

mod texts {
    include!(concat!(env!("OUT_DIR"), "/texts.rs"));
}

pub mod assembly;
pub mod away;
pub mod ballot;
pub mod bundle;
pub mod caps;
mod clock;
mod conflict;
pub mod count;
pub mod delivery;
pub mod election;
mod example;
pub mod filing;
pub mod first_assembly;
pub mod forget;
pub mod handover;
pub mod notices;
pub mod objection;
pub mod official;
pub mod ownership;
mod procedure;
pub mod proxy;
pub mod refusal;
pub mod refusal_votes;
pub mod roll;
pub mod ruleset;
pub mod say;
pub mod sealing;
pub mod seeds;
mod sheets;
pub mod signing;
pub mod takeover;
mod told;
pub mod urgent;
pub mod words;

pub use clock::timers;

use lianxin_base::Lang;
use lianxin_journal::Kind;
use lianxin_store::Migrations;
use lianxin_web::icons::Icon;
use lianxin_web::{Nav, System};

/// The acts of this system.
pub fn kinds() -> Vec<Kind> {
    [
        ownership::kinds(),
        assembly::kinds(),
        objection::kinds(),
        roll::kinds(),
        delivery::kinds(),
        ballot::kinds(),
        away::kinds(),
        sealing::kinds(),
        official::kinds(),
        signing::kinds(),
        proxy::kinds(),
        count::kinds(),
        filing::kinds(),
        takeover::kinds(),
        election::kinds(),
        ruleset::kinds(),
        first_assembly::kinds(),
        urgent::kinds(),
        handover::kinds(),
    ]
    .concat()
}

/// This system's tables.
pub const fn migrations() -> Migrations {
    Migrations {
        prefix: "property",
        files: &[
            ("0001", include_str!("../migrations/0001.sql")),
            ("0002", include_str!("../migrations/0002.sql")),
            ("0003", include_str!("../migrations/0003.sql")),
            ("0004", include_str!("../migrations/0004.sql")),
            ("0005", include_str!("../migrations/0005.sql")),
            ("0006", include_str!("../migrations/0006.sql")),
            ("0007", include_str!("../migrations/0007.sql")),
            ("0008", include_str!("../migrations/0008.sql")),
            ("0009", include_str!("../migrations/0009.sql")),
            ("0010", include_str!("../migrations/0010.sql")),
            ("0011", include_str!("../migrations/0011.sql")),
            ("0012", include_str!("../migrations/0012.sql")),
            ("0013", include_str!("../migrations/0013.sql")),
            ("0014", include_str!("../migrations/0014.sql")),
            ("0015", include_str!("../migrations/0015.sql")),
            ("0016", include_str!("../migrations/0016.sql")),
            ("0017", include_str!("../migrations/0017.sql")),
            ("0018", include_str!("../migrations/0018.sql")),
            ("0019", include_str!("../migrations/0019.sql")),
            ("0020", include_str!("../migrations/0020.sql")),
            ("0021", include_str!("../migrations/0021.sql")),
            ("0022", include_str!("../migrations/0022.sql")),
            ("0023", include_str!("../migrations/0023.sql")),
            ("0024", include_str!("../migrations/0024.sql")),
        ],
    }
}

/// Every statement, by room.
pub fn sql() -> Vec<&'static [(&'static str, &'static str)]> {
    vec![
        ownership::store::SQL,
        assembly::store::SQL,
        objection::store::SQL,
        conflict::SQL,
        roll::store::SQL,
        roll::doubles::SQL,
        roll::merged::SQL,
        delivery::store::SQL,
        ballot::store::SQL,
        away::store::SQL,
        sealing::store::SQL,
        official::store::SQL,
        signing::store::SQL,
        proxy::store::SQL,
        count::store::SQL,
        told::SQL,
        filing::store::SQL,
        takeover::store::SQL,
        election::store::SQL,
        election::vacancy::SQL,
        ruleset::store::SQL,
        first_assembly::store::SQL,
        urgent::store::SQL,
        handover::store::SQL,
        election::change::SQL,
    ]
}

/// The whole of it.
pub fn system() -> System {
    let mut routes = ownership::pages::routes();
    routes.extend(assembly::pages::routes());
    routes.extend(objection::pages::routes());
    routes.extend(roll::pages::routes());
    routes.extend(delivery::pages::routes());
    routes.extend(proxy::pages::routes());
    routes.extend(ballot::pages::routes());
    routes.extend(ballot::papers::routes());
    routes.extend(away::pages::routes());
    routes.extend(away::desk::routes());
    routes.extend(sealing::pages::routes());
    routes.extend(official::pages::routes());
    routes.extend(signing::pages::routes());
    routes.extend(count::pages::routes());
    routes.extend(filing::pages::routes());
    routes.extend(sheets::routes());
    routes.extend(bundle::pages::routes());
    routes.extend(takeover::pages::routes());
    routes.extend(election::pages::routes());
    routes.extend(ruleset::pages::routes());
    routes.extend(first_assembly::pages::routes());
    routes.extend(urgent::pages::routes());
    routes.extend(handover::pages::routes());
    let votes = Nav {
        cap: caps::CONVENE,
        url: "/votes",
        icon: Icon::ClipboardCheck,
        label: |lang: Lang| texts::t(lang).msg_votes_title(),
        head: None,
    };
    let owners = Nav {
        cap: caps::VERIFY,
        url: "/ownership",
        icon: Icon::IdBadge2,
        label: |lang: Lang| texts::t(lang).msg_ownership(),
        head: None,
    };
    let early = refusal::TooEarly {
        earliest: lianxin_base::Day::from_number(20_620),
        days: 15,
        article: "物业管理条例 14".into(),
    };
    let first_early = refusal::FirstEarly { earliest: lianxin_base::Day::from_number(20_620) };
    let first_late = refusal::FirstLate { last: lianxin_base::Day::from_number(20_620), article: "274号 15".into() };
    let late = refusal::LateWhy { last: lianxin_base::Day::from_number(20_620), article: "274号 31-34".into() };
    let counted = lianxin_ballot::Refusal::examples().into_iter();
    let proxies = refusal::TooManyProxies { most: 3, article: "274号 26".into() };
    let fault = lianxin_ballot::Refusal::Rules(lianxin_ballot::RuleFault::Dates);
    let bad = refusal::BadRules { line: 8, why: fault };
    let more = refusal_votes::REFUSALS.iter().map(|r| Box::new(*r) as Box<dyn lianxin_base::Refuse>);
    let refusals = refusal::REFUSALS.iter().map(|r| Box::new(*r) as Box<dyn lianxin_base::Refuse>).chain(more);
    System {
        migrations: vec![migrations()],
        kinds: kinds(),
        routes,
        capabilities: caps::words(),
        roles: caps::roles(),
        nav: vec![votes, owners],
        specimens: example::ALL.into(),
        refusals: refusals
            .chain([
                Box::new(early) as Box<dyn lianxin_base::Refuse>,
                Box::new(proxies),
                Box::new(bad),
                Box::new(first_early),
                Box::new(first_late),
                Box::new(late),
            ])
            .chain(counted.map(|r| Box::new(r) as Box<dyn lianxin_base::Refuse>))
            .collect(),
        sql: sql().concat(),
        ..System::named("property")
    }
}

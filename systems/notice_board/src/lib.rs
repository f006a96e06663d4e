//! 公示栏 Notice board: what is decided, spent, done and honoured hangs on one public page an area, from when to when, with
//! its proof on the wall, in five forms. What other systems' acts hang out is drawn from them and never typed twice.

mod texts {
    include!(concat!(env!("OUT_DIR"), "/texts.rs"));
}

mod board;
pub mod caps;
mod clock;
pub mod duty;
pub mod forget;
mod forms;
pub mod ground;
pub mod ledger;
mod needs;
pub mod notice;
pub mod notices;
mod photo_ask;
pub mod proof;
pub mod refusal;
mod say;
pub mod second;
pub mod seeds;
pub mod series;
mod week;
pub mod words;

pub use clock::timers;
pub use needs::{Hung, Matter, Needs, Week};

use lianxin_base::Lang;
use lianxin_journal::Kind;
use lianxin_store::Migrations;
use lianxin_web::icons::Icon;
use lianxin_web::{Nav, System};
use std::sync::Arc;

/// The acts of this system.
pub fn kinds() -> Vec<Kind> {
    [notice::kinds(), proof::kinds(), duty::kinds(), second::kinds()].concat()
}

/// This system's tables.
pub const fn migrations() -> Migrations {
    Migrations {
        prefix: "notice_board",
        files: &[("0001", include_str!("../migrations/0001.sql")), ("0002", include_str!("../migrations/0002.sql"))],
    }
}

/// Every statement, by room.
pub fn sql() -> Vec<&'static [(&'static str, &'static str)]> {
    vec![notice::store::SQL, duty::store::SQL, second::SQL, series::SQL]
}

/// The whole of it.
pub fn system(needs: Arc<dyn Needs>) -> System {
    let mut routes = notice::pages::routes(&needs);
    routes.extend(proof::pages::routes());
    routes.extend(duty::pages::routes());
    routes.extend(second::pages::routes());
    routes.extend(board::routes(&needs));
    routes.extend(forms::routes());
    let posting = Nav {
        cap: caps::POST,
        url: "/posting",
        icon: Icon::Speakerphone,
        label: |lang: Lang| texts::t(lang).msg_posting(),
        head: None,
    };
    let until = lianxin_base::Day::from_number(20_620);
    let short = refusal::TooShort { days: 15, until, article: "物业管理条例 14".into() };
    let shorter = refusal::ShorterThanOld { until };
    let within = refusal::WithinPeriod { until, article: "物业管理条例 14".into() };
    let refusals = refusal::REFUSALS.iter().map(|r| Box::new(*r) as Box<dyn lianxin_base::Refuse>);
    System {
        migrations: vec![migrations()],
        kinds: kinds(),
        routes,
        capabilities: caps::words(),
        roles: caps::roles(),
        nav: vec![posting],
        specimens: forms::SPECIMENS.into(),
        second: Some(second::hung),
        refusals: refusals
            .chain([Box::new(short) as Box<dyn lianxin_base::Refuse>, Box::new(within), Box::new(shorter)])
            .collect(),
        sql: sql().concat(),
        ..System::named("notice_board")
    }
}

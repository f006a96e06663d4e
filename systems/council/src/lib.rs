//! 议事 Council: a problem is collected, deliberated, solved and fed back on the shortest path.
//!
//! `collect`, `deliberate`, `solve`, `feedback` hold the acts of the four stages; `publish` what everybody may read.

mod texts {
    include!(concat!(env!("OUT_DIR"), "/texts.rs"));
}

pub mod about;
pub mod banner;
pub mod bulletin;
pub mod caps;
pub mod climb;
mod clock;
pub mod collect;
pub mod course;
pub mod deliberate;
mod example;
pub mod extend;
pub mod feedback;
pub mod figures;
pub mod forget;
pub mod hands;
pub mod hiding;
pub mod join;
pub mod ledger;
pub mod left;
pub mod lists;
pub mod meeting;
pub mod merge;
pub mod metre;
pub mod notices;
mod once;
pub mod origin;
pub mod pages;
pub mod part;
pub mod path;
pub mod pause;
pub mod photos;
pub mod plan;
pub mod poll;
pub mod publish;
pub mod question;
pub mod quote;
pub mod raise;
pub mod replies;
pub mod responsible;
pub mod rules;
pub mod say;
pub mod search;
pub mod seeds;
pub mod solve;
mod stay;
pub mod store;
pub mod survey;
pub mod thanks;
pub mod view;

pub use clock::timers;

use lianxin_base::Lang;
use lianxin_gate::Gate;
use lianxin_journal::Kind;
use lianxin_store::Migrations;
use lianxin_web::icons::Icon;
use lianxin_web::{Nav, Route, System};
use pages::{api, board, desk, feed, matter, mine, moves, offline, report, shots};

/// The acts of this system.
pub fn kinds() -> Vec<Kind> {
    vec![
        Kind::of::<collect::Report>(),
        Kind::of::<about::Said>(),
        Kind::of::<collect::Dispatch>(),
        Kind::of::<collect::Decline>(),
        Kind::of::<deliberate::Entry>(),
        Kind::of::<hiding::Hiding>(),
        Kind::of::<question::QuestionAnswer>(),
        Kind::of::<question::overdue::QuestionDue>(),
        Kind::of::<deliberate::Decision>(),
        Kind::of::<solve::Completion>(),
        Kind::of::<solve::Return>(),
        Kind::of::<solve::Transfer>(),
        Kind::of::<extend::Extension>(),
        Kind::of::<pause::Pause>(),
        Kind::of::<pause::Resumption>(),
        Kind::of::<quote::Quote>(),
        Kind::of::<quote::QuoteAnswer>(),
        Kind::of::<hands::Arrival>(),
        Kind::of::<part::Part>(),
        Kind::of::<part::PartStep>(),
        Kind::of::<part::overdue::PartDue>(),
        Kind::of::<feedback::Feedback>(),
        Kind::of::<thanks::Thanks>(),
        Kind::of::<raise::Raise>(),
        Kind::of::<feedback::Lateness>(),
        Kind::of::<climb::Climb>(),
        Kind::of::<climb::ClimbingSet>(),
        Kind::of::<responsible::Responsibility>(),
        Kind::of::<feedback::Reminder>(),
        Kind::of::<feedback::Lapse>(),
        Kind::of::<publish::Publication>(),
        Kind::of::<origin::Nearing>(),
        Kind::of::<join::Join>(),
        Kind::of::<join::Leaving>(),
        Kind::of::<join::Seconding>(),
        Kind::of::<merge::Merge>(),
        Kind::of::<merge::Apart>(),
        Kind::of::<banner::Opening>(),
        Kind::of::<banner::News>(),
        Kind::of::<banner::Tapping>(),
        Kind::of::<banner::overdue::BannerDue>(),
        Kind::of::<replies::Reply>(),
        Kind::of::<replies::Retired>(),
        Kind::of::<metre::PosterLook>(),
        Kind::of::<meeting::Meeting>(),
        Kind::of::<meeting::MeetingCancelled>(),
        Kind::of::<meeting::MeetingChanged>(),
        Kind::of::<meeting::MinutesMissing>(),
        Kind::of::<meeting::MeetingSheet>(),
        Kind::of::<meeting::Attendance>(),
        Kind::of::<meeting::AttendanceStruck>(),
        Kind::of::<meeting::Minutes>(),
        Kind::of::<meeting::Objection>(),
        Kind::of::<meeting::Answer>(),
        Kind::of::<meeting::Waiting>(),
        Kind::of::<meeting::MinutesFinal>(),
        Kind::of::<meeting::Upshot>(),
        path::propose::kind(),
        Kind::of::<bulletin::Laying>(),
        Kind::of::<bulletin::Answering>(),
        Kind::of::<bulletin::Hanging>(),
        Kind::of::<bulletin::overdue::BulletinDue>(),
        Kind::of::<poll::Poll>(),
        Kind::of::<poll::PollAnswer>(),
        Kind::of::<poll::PollClosed>(),
        Kind::of::<poll::PollOff>(),
        Kind::of::<survey::Survey>(),
        Kind::of::<survey::SurveyAnswer>(),
        Kind::of::<survey::SurveyClosed>(),
    ]
}

/// This system's tables.
pub const fn migrations() -> Migrations {
    Migrations {
        prefix: "council",
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
            ("0014", include_str!("../migrations/0014.sql")),
            ("0015", include_str!("../migrations/0015.sql")),
            ("0016", include_str!("../migrations/0016.sql")),
            ("0017", include_str!("../migrations/0017.sql")),
            ("0018", include_str!("../migrations/0018.sql")),
            ("0019", include_str!("../migrations/0019.sql")),
            ("0021", include_str!("../migrations/0021.sql")),
            ("0022", include_str!("../migrations/0022.sql")),
            ("0023", include_str!("../migrations/0023.sql")),
            ("0024", include_str!("../migrations/0024.sql")),
            ("0025", include_str!("../migrations/0025.sql")),
        ],
    }
}

/// This system's tables that are no state.
pub fn kept() -> Vec<lianxin_store::Kept> {
    search::kept()
}

/// The whole of it.
pub fn system() -> System {
    let mut routes = vec![
        Route::get("/report", Gate::Anyone, report::form),
        Route::post("/report", Gate::Anyone, report::send).files(lianxin_web::photos::PHOTOS),
        Route::get("/offline", Gate::Anyone, offline::blank),
        Route::get("/offline/token", Gate::Anyone, offline::token),
        Route::get("/m/{no}", Gate::Anyone, matter::by_number),
        Route::post("/m/{no}/entry", Gate::SignedIn, matter::say_entry),
        Route::post("/m/{no}/feedback", Gate::SignedIn, matter::answer),
        Route::get("/r/{act}/{link}", Gate::Link, matter::by_link),
        Route::post("/r/{act}/{link}/feedback", Gate::Link, matter::answer_by_link),
        Route::get("/mine", Gate::SignedIn, mine::page),
        Route::get("/board", Gate::Anyone, board::page),
        Route::get("/board/feed", Gate::Anyone, feed::feed),
        Route::get("/api/v1/places", Gate::Anyone, api::places),
        Route::post("/api/v1/reports", Gate::Anyone, api::report),
    ];
    routes.extend(desk::routes());
    routes.extend(moves::routes());
    routes.extend(shots::routes());
    routes.extend(figures::routes());
    routes.extend(join::pages::routes());
    routes.extend(merge::pages::routes());
    routes.extend(banner::pages::routes());
    routes.extend(responsible::page::routes());
    routes.extend(replies::pages::routes());
    routes.extend(metre::pages::routes());
    routes.extend(meeting::pages::routes());
    routes.extend(quote::pages::routes());
    routes.extend(part::pages::routes());
    routes.extend(hands::pages::routes());
    routes.extend(thanks::pages::routes());
    routes.extend(raise::pages::routes());
    routes.extend(hiding::pages::routes());
    routes.extend(path::routes());
    routes.extend(bulletin::pages::routes());
    routes.extend(poll::pages::routes());
    routes.extend(survey::pages::routes());
    let desk = Nav {
        cap: caps::DESK,
        url: "/desk",
        icon: Icon::ClipboardList,
        label: |lang: Lang| texts::t(lang).msg_nav_desk(),
        head: None,
    };
    let hands = Nav {
        cap: caps::WORK,
        url: "/jobs",
        icon: Icon::ClipboardCheck,
        label: |lang: Lang| texts::t(lang).msg_hands_title(),
        head: None,
    };
    let figures = Nav {
        cap: caps::DESK,
        url: "/figures",
        icon: Icon::ThumbUp,
        label: |lang: Lang| texts::t(lang).msg_nav_figures(),
        head: None,
    };
    let stuck = Nav {
        cap: caps::DESK,
        url: "/path",
        icon: Icon::Hourglass,
        label: |lang: Lang| texts::t(lang).msg_path_nav(),
        head: None,
    };
    let happening = Nav {
        cap: caps::WORK,
        url: "/happening",
        icon: Icon::Speakerphone,
        label: |lang: Lang| texts::t(lang).msg_nav_happening(),
        head: None,
    };
    let meetings = Nav {
        cap: caps::MEET,
        url: "/meetings",
        icon: Icon::UsersGroup,
        label: |lang: Lang| texts::t(lang).msg_nav_meetings(),
        head: None,
    };
    let list = Nav {
        cap: caps::LOOK,
        url: "/responsibilities",
        icon: Icon::Route,
        label: |lang: Lang| texts::t(lang).msg_nav_responsible(),
        head: None,
    };
    System {
        migrations: vec![migrations()],
        kinds: kinds(),
        routes,
        flows: vec![course::FLOW],
        capabilities: caps::words(),
        roles: caps::roles(),
        nav: vec![desk, hands, meetings, happening, list, stuck, figures],
        specimens: example::ALL.into(),
        refusals: refusals(),
        sql: [
            store::SQL,
            store::photos::SQL,
            about::SQL,
            hiding::store::SQL,
            question::store::SQL,
            plan::store::SQL,
            lists::SQL,
            figures::store::SQL,
            join::store::SQL,
            search::store::SQL,
            merge::store::SQL,
            banner::store::SQL,
            origin::store::SQL,
            pause::store::SQL,
            climb::store::SQL,
            responsible::store::SQL,
            replies::store::SQL,
            metre::store::SQL,
            meeting::store::SQL,
            meeting::store::CHANGES,
            quote::store::SQL,
            part::store::SQL,
            thanks::store::SQL,
            path::store::SQL,
            path::propose::SQL,
            bulletin::store::SQL,
            poll::store::SQL,
            survey::store::SQL,
        ]
        .concat(),
        ..System::named("council")
    }
}

/// One of each refusal, for the printed list.
fn refusals() -> Vec<Box<dyn lianxin_base::Refuse>> {
    let own = rules::REFUSALS.iter().map(|r| Box::new(r.clone()) as Box<dyn lianxin_base::Refuse>);
    let about = about::REFUSALS.iter().map(|r| Box::new(*r) as Box<dyn lianxin_base::Refuse>);
    let hiding = hiding::REFUSALS.iter().map(|r| Box::new(*r) as Box<dyn lianxin_base::Refuse>);
    let question = question::REFUSALS.iter().map(|r| Box::new(*r) as Box<dyn lianxin_base::Refuse>);
    let plan = plan::REFUSALS.iter().map(|r| Box::new(*r) as Box<dyn lianxin_base::Refuse>);
    let join = join::REFUSALS.iter().map(|r| Box::new(*r) as Box<dyn lianxin_base::Refuse>);
    let merge = merge::REFUSALS.iter().map(|r| Box::new(*r) as Box<dyn lianxin_base::Refuse>);
    let banner = banner::REFUSALS.iter().map(|r| Box::new(*r) as Box<dyn lianxin_base::Refuse>);
    let origin = origin::REFUSALS.iter().map(|r| Box::new(*r) as Box<dyn lianxin_base::Refuse>);
    let many = pages::desk::REFUSALS.iter().map(|r| Box::new(*r) as Box<dyn lianxin_base::Refuse>);
    let near = metre::REFUSALS.iter().map(|r| Box::new(*r) as Box<dyn lianxin_base::Refuse>);
    let ready = replies::REFUSALS.iter().map(|r| Box::new(*r) as Box<dyn lianxin_base::Refuse>);
    let meeting = meeting::REFUSALS.iter().map(|r| Box::new(*r) as Box<dyn lianxin_base::Refuse>);
    let quote = quote::REFUSALS.iter().map(|r| Box::new(*r) as Box<dyn lianxin_base::Refuse>);
    let part = part::REFUSALS.iter().map(|r| Box::new(*r) as Box<dyn lianxin_base::Refuse>);
    let hands = hands::REFUSALS.iter().map(|r| Box::new(*r) as Box<dyn lianxin_base::Refuse>);
    let thanks = thanks::REFUSALS.iter().map(|r| Box::new(*r) as Box<dyn lianxin_base::Refuse>);
    let raise = raise::REFUSALS.iter().map(|r| Box::new(*r) as Box<dyn lianxin_base::Refuse>);
    let bulletin = bulletin::REFUSALS.iter().map(|r| Box::new(*r) as Box<dyn lianxin_base::Refuse>);
    let poll = poll::REFUSALS.iter().map(|r| Box::new(*r) as Box<dyn lianxin_base::Refuse>);
    let survey = survey::REFUSALS.iter().map(|r| Box::new(*r) as Box<dyn lianxin_base::Refuse>);
    own.chain(join)
        .chain(about)
        .chain(hiding)
        .chain(question)
        .chain(plan)
        .chain(merge)
        .chain(banner)
        .chain(origin)
        .chain(many)
        .chain(near)
        .chain(ready)
        .chain(meeting)
        .chain(quote)
        .chain(part)
        .chain(hands)
        .chain(thanks)
        .chain(raise)
        .chain(bulletin)
        .chain(poll)
        .chain(survey)
        .collect()
}

use crate::around::{Around, Caller, communities};
use crate::say;
use crate::texts::{L10nLanguage, t};
use askama::Template;
use axum::response::Response;
use lianxin_web::components::{Notice, NoticeKind, Row, Rows};
use lianxin_web::icons::Icon;
use lianxin_web::shell::Kind;
use lianxin_web::{Trouble, Visit};

#[derive(Template)]
#[template(path = "about.html")]
struct View<'a> {
    t: &'static L10nLanguage,
    demo: Option<Notice<'a>>,
    urgent: Rows<'a>,
    phones: Option<Rows<'a>>,
    version: &'static str,
}

/// `GET /about`: who runs this, whom to call, what happens to what one writes.
pub(crate) async fn page(visit: Visit) -> Result<Response, Trouble> {
    let caller = Caller::of(&visit);
    let seen = visit.read(move |r| Ok((Around::of(r, &caller)?, communities(r, caller.today())?))).await?;
    let (around, communities) = seen;
    let t = t(visit.lang);
    let call =
        |number: &'static str, what: String, icon| Row::to(format!("tel:{number}"), what).icon(icon).line([number]);
    let urgent = Rows {
        items: vec![
            call("119", t.msg_urgent_fire(), Icon::Flame),
            call("110", t.msg_urgent_police(), Icon::AlertTriangle),
            call("120", t.msg_urgent_doctor(), Icon::HeartHandshake),
        ],
    };
    let row = |(area, call): (String, crate::around::Call)| {
        let who = if call.who == area { String::new() } else { call.who };
        Row::to(format!("tel:{}", call.number), area).icon(Icon::Phone).line([who, say::phone(&call.number)])
    };
    let phones = Rows { items: communities.into_iter().map(row).collect() };
    let demo = visit.house.settings().demo.then(|| Notice::new(NoticeKind::Warn, t.msg_about_demo()));
    let phones = (!phones.items.is_empty()).then_some(phones);
    let view = View { t, demo, urgent, phones, version: env!("CARGO_PKG_VERSION") };
    let title = t.msg_about_title();
    Ok(around.round(visit.page(&title, Kind::Phone)).view(&view))
}

use crate::around::{Around, Call, Caller, communities};
use crate::say;
use crate::setup::{self, Imprint};
use crate::texts::{L10nLanguage, t};
use askama::Template;
use axum::response::Response;
use lianxin_register::find::{self, EmergencyRow};
use lianxin_store::{Fault, Read};
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
    imprint: Option<Imprint>,
    ask: Rows<'a>,
    version: &'static str,
}

struct Seen {
    around: Around,
    communities: Vec<(String, Call)>,
    imprint: Option<Imprint>,
    emergency: EmergencyRow,
}

fn look(r: &mut Read<'_>, caller: &Caller) -> Result<Seen, Fault> {
    let root = find::roots(r)?.into_iter().next();
    let emergency = root.map(|a| find::emergency(r, a.id)).transpose()?.unwrap_or_default();
    let (around, communities) = (Around::of(r, caller)?, communities(r, caller.now)?);
    Ok(Seen { around, communities, imprint: setup::store::imprint(r)?, emergency })
}

/// `GET /about`: who runs this, whom to call, what happens to what one writes.
pub(crate) async fn page(visit: Visit) -> Result<Response, Trouble> {
    let caller = Caller::of(&visit);
    let seen = visit.read(move |r| Ok(look(r, &caller)?)).await?;
    let Seen { around, communities, imprint, emergency } = seen;
    let (lang, t) = (visit.lang, t(visit.lang));
    let call =
        |number: &'static str, what: String, icon| Row::to(format!("tel:{number}"), what).icon(icon).line([number]);
    let mut urgent = vec![
        call("119", t.msg_urgent_fire(), Icon::Flame),
        call("110", t.msg_urgent_police(), Icon::AlertTriangle),
        call("120", t.msg_urgent_doctor(), Icon::HeartHandshake),
    ];
    for (number, what, icon) in [
        (emergency.gas, t.msg_urgent_gas(), Icon::Flame),
        (emergency.lift, t.msg_urgent_lift(), Icon::Elevator),
        (emergency.power, t.msg_urgent_power(), Icon::Bulb),
        (emergency.water, t.msg_urgent_water(), Icon::Droplet),
    ] {
        let row = number.map(|n| Row::to(format!("tel:{n}"), what).icon(icon).line([say::phone(&n)]));
        urgent.extend(row);
    }
    let urgent = Rows { items: urgent };
    let ask = imprint.as_ref().map(|i| {
        Row::to(format!("tel:{}", i.phone), t.msg_about_contact(&i.contact))
            .icon(Icon::Phone)
            .line([say::phone(&i.phone)])
    });
    let ask = Rows { items: ask.into_iter().collect() };
    let row = |(area, call): (String, Call)| {
        let who = if call.who == area { String::new() } else { call.who.clone() };
        Row::to(format!("tel:{}", call.number), area)
            .icon(Icon::Phone)
            .line(std::iter::once(who).chain(call.lines(lang)))
    };
    let phones = Rows { items: communities.into_iter().map(row).collect() };
    let demo = visit.house.settings().demo.then(|| Notice::new(NoticeKind::Warn, t.msg_about_demo()));
    let phones = (!phones.items.is_empty()).then_some(phones);
    let view = View { t, demo, urgent, phones, imprint, ask, version: env!("CARGO_PKG_VERSION") };
    let title = t.msg_about_title();
    Ok(around.round(visit.page(&title, Kind::Phone)).view(&view))
}

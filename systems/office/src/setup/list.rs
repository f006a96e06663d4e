//! The list of what an office settles before it opens, with what is done.

use super::{address, root, store};
use crate::around::communities;
use crate::texts::{L10nLanguage, t};
use askama::Template;
use axum::response::Response;
use lianxin_base::{AreaId, Lang, Moment};
use lianxin_register::find;
use lianxin_store::{Fault, Read};
use lianxin_web::components::{Row, Rows, Tag, Tone};
use lianxin_web::icons::Icon;
use lianxin_web::shell::Kind;
use lianxin_web::{Trouble, Visit};

#[derive(Template)]
#[template(path = "setup.html")]
struct View<'a> {
    t: &'static L10nLanguage,
    lead: String,
    steps: Rows<'a>,
}

/// What is settled.
#[derive(Clone, Debug, Default)]
struct Done {
    imprint: bool,
    address: Option<super::Situation>,
    hours: bool,
    phones: bool,
    places: bool,
    people: bool,
}

fn look(r: &mut Read<'_>, area: AreaId, origin: &str, now: Moment) -> Result<Done, Fault> {
    Ok(Done {
        imprint: store::imprint(r)?.is_some(),
        address: store::reach(r, origin)?.map(|(s, _)| s),
        hours: find::has_hours(r, area)?,
        phones: !communities(r, now)?.is_empty(),
        places: store::has_units(r)?,
        people: store::has_colleagues(r)?,
    })
}

/// `GET /setup`
pub(super) async fn page(visit: Visit) -> Result<Response, Trouble> {
    let (area, now) = (root(&visit).await?.id, visit.now());
    let origin = visit.house.settings().origin.as_str().to_owned();
    let done = visit.read(move |r| Ok(look(r, area, &origin, now)?)).await?;
    let (lang, t) = (visit.lang, t(visit.lang));
    let steps = steps(lang, &done);
    let open = steps.iter().filter(|(_, done)| !done).count();
    let lead = if open == 0 { t.msg_setup_lead_done() } else { t.msg_setup_lead(open) };
    let rows = Rows { items: steps.into_iter().map(|(row, _)| row).collect() };
    Ok(visit.page(&t.msg_setup_title(), Kind::Desk).view(&View { t, lead, steps: rows }))
}

fn steps(lang: Lang, done: &Done) -> Vec<(Row<'static>, bool)> {
    let t = t(lang);
    let step = |url: &'static str, icon, title: String, says: String, done: bool| {
        let tag = if done { Tag::new(Tone::Ok, t.msg_setup_done()) } else { Tag::new(Tone::Due, t.msg_setup_open()) };
        (Row::to(url, title).icon(icon).line([says]).tag(tag), done)
    };
    let address = done.address.map_or_else(|| t.msg_setup_address_says(), |s| address::named(lang, s));
    vec![
        step("/setup/imprint", Icon::InfoCircle, t.msg_setup_imprint(), t.msg_setup_imprint_says(), done.imprint),
        step("/setup/address", Icon::Send, t.msg_setup_address(), address, done.address.is_some()),
        step("/setup/hours", Icon::Clock, t.msg_setup_hours(), t.msg_setup_hours_says(), done.hours),
        step("/setup/phones", Icon::Phone, t.msg_setup_phones(), t.msg_setup_phones_says(), done.phones),
        step("/orgs", Icon::IdBadge2, t.msg_setup_people(), t.msg_setup_people_says(), done.people),
        step("/sheets", Icon::BuildingCommunity, t.msg_setup_places(), t.msg_setup_places_says(), done.places),
        (Row::to("/setup/backup", t.msg_backup_title()).icon(Icon::ShieldCheck).line([t.msg_backup_says()]), true),
        (Row::to("/retention", t.msg_retention_title()).icon(Icon::ShieldCheck).line([t.msg_retention_says()]), true),
        (Row::to(super::papers::URL, t.msg_papers_title()).icon(Icon::Printer).line([t.msg_papers_says()]), true),
        // There from the first day: nothing to settle.
        (Row::to("/setup/quiet", t.msg_setup_quiet()).icon(Icon::Bell).line([t.msg_setup_quiet_says()]), true),
        // Nobody need have local days off: nothing to settle, so nothing is said to be settled.
        (Row::to("/setup/days", t.msg_setup_days()).icon(Icon::CalendarEvent).line([t.msg_setup_days_says()]), true),
    ]
}

//! `/meetings`: the councils of a compound, to come and past.

use super::super::store::{Meeting, all, came, one};
use super::said::{hours, in_short, tag};
use super::url;
use crate::caps;
use crate::pages::home_of;
use crate::texts::{L10nLanguage, t};
use askama::Template;
use axum::extract::Query;
use axum::response::Response;
use lianxin_base::month_name;
use lianxin_base::{ActId, AreaId};
use lianxin_register::find;
use lianxin_web::components::{Back, Choice, Empty, Filters, Lead, Link, Pick, Row, Rows};
use lianxin_web::icons::Icon;
use lianxin_web::shell::{Kind, Tab};
use lianxin_web::{Trouble, Visit};
use serde::Deserialize;

/// So many are listed.
const LISTED: usize = 30;

/// What the address says.
#[derive(Deserialize, Default)]
pub(super) struct Asked {
    #[serde(default)]
    area: Option<String>,
    /// The last one of the page before.
    #[serde(default)]
    after: String,
}

#[derive(Template)]
#[template(path = "meetings.html")]
struct View {
    t: &'static L10nLanguage,
    works: bool,
    back: Option<Back<'static>>,
    call: Option<Link<'static>>,
    filters: Filters<'static>,
    empty: Option<Empty<'static>>,
    rows: Option<Rows<'static>>,
    older: Option<Link<'static>>,
}

struct Found {
    code: String,
    places: Vec<(String, String)>,
    /// Each with its agenda and how many came.
    all: Vec<(Meeting, String, i64)>,
    older: Option<ActId>,
}

/// `GET /meetings`
pub(super) async fn page(visit: Visit, Query(asked): Query<Asked>) -> Result<Response, Trouble> {
    let (lang, now, person) = (visit.lang, visit.now(), visit.person());
    let found = visit
        .read(move |r| {
            let places: Vec<_> = find::all_compounds(r)?.into_iter().map(|a| (a.id, a.code, a.name)).collect();
            let home = home_of(r, person)?.map(|(id, _)| id);
            let chosen: Option<AreaId> = match &asked.area {
                Some(code) => places.iter().find(|(_, c, _)| c == code).map(|(id, ..)| *id),
                None => home.filter(|home| places.iter().any(|(id, ..)| id == home)),
            };
            let after = asked.after.parse().ok().map(|id| one(r, id)).transpose()?.flatten();
            let mut found = all(r, chosen, after.as_ref(), LISTED as i64 + 1)?;
            let more = found.len() > LISTED;
            found.truncate(LISTED);
            let older = found.last().filter(|_| more).map(|m| m.id);
            let mut lines = Vec::new();
            for m in found {
                let (agenda, came) = (in_short(r, &m, lang)?, came(r, m.id)?);
                lines.push((m, agenda, came));
            }
            let code = places.iter().find(|(id, ..)| Some(*id) == chosen).map(|(_, c, _)| c.clone());
            let places = places.into_iter().map(|(_, code, name)| (code, name)).collect();
            Ok(Found { code: code.unwrap_or_default(), places, all: lines, older })
        })
        .await?;
    let (t, works) = (t(lang), visit.can(caps::MEET));
    let row = |(m, agenda, came): &(Meeting, String, i64)| {
        let place = m.place.clone().unwrap_or_default();
        let came = if *came > 0 { t.msg_meeting_came_all(*came) } else { String::new() };
        let (_, month, day) = m.starts.day().parts();
        let lead =
            Lead::Date { day: day.to_string().into(), month: t.msg_meeting_month(month_name(lang, month)).into() };
        let row = Row::to(url(m.id), agenda.clone()).line([m.area_name.clone(), hours(lang, m), place, came]);
        Row { lead, ..row.tag(tag(lang, m, now)) }
    };
    let mut items = vec![Choice::new("", t.msg_board_everywhere())];
    items.extend(found.places.iter().map(|(code, name)| Choice::new(code.clone(), name.clone())));
    let older = |id: ActId| {
        let url = format!("/meetings?area={}&after={id}", crate::pages::encode(&found.code));
        Link::new(url, t.msg_meetings_older())
    };
    let view = View {
        older: found.older.map(older),
        t,
        works,
        back: (!works).then(|| Back::new("/board", t.msg_back())),
        call: works.then(|| Link::new("/meetings/new", t.msg_meeting_call()).icon(Icon::Plus)),
        filters: Filters {
            lang,
            action: "/meetings".into(),
            search: None,
            picks: vec![Pick {
                name: "area".into(),
                label: t.msg_board_where().into(),
                items,
                value: found.code.into(),
            }],
            ticks: Vec::new(),
            kept: Vec::new(),
        },
        empty: found.all.is_empty().then(|| Empty {
            icon: Icon::UsersGroup,
            text: t.msg_meetings_empty().into(),
            action: None,
        }),
        rows: (!found.all.is_empty()).then(|| Rows { items: found.all.iter().map(row).collect() }),
    };
    let title = t.msg_meetings_title();
    let page = visit.page(&title, if works { Kind::Desk } else { Kind::Phone });
    Ok(if works { page } else { page.tab(Tab::Board) }.view(&view))
}

//! `/votes`: the votes of a compound, to come, open and counted.

use super::super::store::{Vote, all};
use super::url;
use crate::caps;
use crate::say::{tag, when};
use crate::texts::{L10nLanguage, t};
use askama::Template;
use axum::extract::Query;
use axum::response::Response;
use lianxin_base::AreaId;
use lianxin_register::find;
use lianxin_store::{Fault, Read};
use lianxin_web::components::{Back, Choice, Empty, Filters, Link, Pick, Row, Rows};
use lianxin_web::icons::Icon;
use lianxin_web::shell::{Kind, Tab};
use lianxin_web::{Trouble, Visit};
use serde::Deserialize;

/// So many are listed: more than a compound holds in years.
const LISTED: i64 = 60;

/// What the address says.
#[derive(Deserialize, Default)]
pub(super) struct Asked {
    #[serde(default)]
    area: Option<String>,
}

#[derive(Template)]
#[template(path = "votes.html")]
struct View {
    t: &'static L10nLanguage,
    works: bool,
    back: Option<Back<'static>>,
    call: Option<Link<'static>>,
    elect: Option<Link<'static>>,
    filters: Filters<'static>,
    empty: Option<Empty<'static>>,
    rows: Option<Rows<'static>>,
    takeovers: Link<'static>,
    rules: Link<'static>,
    firsts: Link<'static>,
    urgents: Link<'static>,
}

struct Found {
    code: String,
    places: Vec<(String, String)>,
    all: Vec<Vote>,
}

/// The area that goes on where one was merged into another.
fn goes_on(r: &mut Read<'_>, mut area: AreaId) -> Result<AreaId, Fault> {
    // No chain of mergers is as long.
    for _ in 0..16 {
        match find::area(r, area)?.and_then(|a| a.successor) {
            Some(next) => area = next,
            None => break,
        }
    }
    Ok(area)
}

/// `GET /votes`
pub(super) async fn page(visit: Visit, Query(asked): Query<Asked>) -> Result<Response, Trouble> {
    let (lang, now, person) = (visit.lang, visit.now(), visit.person());
    let found = visit
        .read(move |r| {
            let places: Vec<_> = find::all_compounds(r)?.into_iter().map(|a| (a.id, a.code, a.name)).collect();
            let home = person.map(|p| find::person_area(r, p)).transpose()?.flatten();
            let home = home.map(|home| goes_on(r, home)).transpose()?;
            let chosen: Option<AreaId> = match &asked.area {
                Some(code) => places.iter().find(|(_, c, _)| c == code).map(|(id, ..)| *id),
                None => home.filter(|home| places.iter().any(|(id, ..)| id == home)),
            };
            let code = places.iter().find(|(id, ..)| Some(*id) == chosen).map(|(_, c, _)| c.clone());
            let all = all(r, chosen, LISTED)?;
            let places = places.into_iter().map(|(_, code, name)| (code, name)).collect();
            Ok(Found { code: code.unwrap_or_default(), places, all })
        })
        .await?;
    let (t, works) = (t(lang), visit.can(caps::CONVENE));
    let row = |v: &Vote| {
        let span = t.msg_vote_span(when(lang, v.opens, now), when(lang, v.closes, now));
        Row::to(url(v.id), v.title.clone()).line([v.place(), span]).tag(tag(lang, v, now))
    };
    let mut items = vec![Choice::new("", t.msg_everywhere())];
    items.extend(found.places.iter().map(|(code, name)| Choice::new(code.clone(), name.clone())));
    let view = View {
        t,
        works,
        back: (!works).then(|| Back::new("/board", t.msg_back())),
        call: works.then(|| Link::new("/votes/new", t.msg_call()).icon(Icon::Plus)),
        elect: works.then(|| Link::new("/elections/new", t.msg_election()).icon(Icon::UsersGroup)),
        filters: Filters {
            lang,
            action: "/votes".into(),
            search: None,
            picks: vec![Pick { name: "area".into(), label: t.msg_where().into(), items, value: found.code.into() }],
            ticks: Vec::new(),
            kept: Vec::new(),
        },
        empty: found.all.is_empty().then(|| Empty {
            icon: Icon::UsersGroup,
            text: t.msg_votes_empty().into(),
            action: None,
        }),
        rules: Link::new("/rules", t.msg_rules_title()).icon(Icon::FileText),
        firsts: Link::new("/first-assemblies", t.msg_firsts()).icon(Icon::UsersGroup),
        urgents: Link::new("/urgent-repairs", t.msg_urgents()).icon(Icon::AlertTriangle),
        takeovers: Link::new("/takeovers", t.msg_takeovers()).icon(Icon::BuildingCommunity),
        rows: (!found.all.is_empty()).then(|| Rows { items: found.all.iter().map(row).collect() }),
    };
    let title = t.msg_votes_title();
    let page = visit.page(&title, if works { Kind::Desk } else { Kind::Phone });
    Ok(if works { page } else { page.tab(Tab::Board) }.view(&view))
}

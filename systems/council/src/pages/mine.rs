//! 我家的事: what somebody brought in.

use super::{home_of, url};
use crate::join::store::of_person;
use crate::left::tag;
use crate::say::{bridge, date, ended_tag, holder};
use crate::store;
use crate::texts::{L10nLanguage, t};
use crate::view::{Eye, Seen, category_name, see};
use askama::Template;
use axum::response::Response;
use lianxin_web::components::{Empty, Html, Link, MatterCard, Meta, Row, Rows};
use lianxin_web::icons::Icon;
use lianxin_web::shell::{Kind, Tab};
use lianxin_web::{Trouble, Visit};

/// So many are listed, newest first.
const MOST: i64 = 50;

#[derive(Template)]
#[template(path = "mine.html")]
struct View {
    t: &'static L10nLanguage,
    /// What their household is asked.
    asked: Option<Html>,
    open: Vec<MatterCard<'static>>,
    closed: Option<Rows<'static>>,
    joined: Option<Rows<'static>>,
    empty: Option<Empty<'static>>,
}

/// `GET /mine`
pub async fn page(visit: Visit) -> Result<Response, Trouble> {
    let (person, lang, now) = (visit.person(), visit.lang, visit.now());
    let (home, all, joined, asked) = visit
        .read(move |r| {
            let (mut all, mut joined) = (Vec::new(), Vec::new());
            if let Some(person) = person {
                for m in store::mine(r, person, MOST)? {
                    all.push(see(r, m, Eye::Reporter, lang, now)?);
                }
                for id in of_person(r, person, MOST)? {
                    if let Some(m) = store::by_id(r, id)? {
                        joined.push(see(r, m, Eye::Resident, lang, now)?);
                    }
                }
            }
            let asked = crate::survey::pages::waiting(r, person, now)?;
            Ok((home_of(r, person)?, all, joined, asked))
        })
        .await?;
    let t = t(lang);
    let (open, closed): (Vec<Seen>, Vec<Seen>) = all.into_iter().partition(|s| s.m.ended_at.is_none());
    let empty = (open.is_empty() && closed.is_empty() && joined.is_empty()).then(|| Empty {
        icon: Icon::ClipboardList,
        text: t.msg_mine_empty().into(),
        action: Some(Link::new("/report", t.msg_report_title())),
    });
    let rows: Vec<Row<'static>> = closed.iter().map(|s| row(&visit, s)).collect();
    let with: Vec<Row<'static>> = joined.iter().map(|s| joined_row(&visit, s)).collect();
    let view = View {
        t,
        asked: crate::survey::pages::strip(lang, &asked, now),
        open: open.iter().map(|s| card(&visit, s)).collect(),
        closed: (!rows.is_empty()).then_some(Rows { items: rows }),
        joined: (!with.is_empty()).then_some(Rows { items: with }),
        empty,
    };
    let title = t.msg_mine_title();
    let page = visit.page(&title, Kind::Phone).tab(Tab::Mine).live();
    Ok(match &home {
        Some((_, name)) => page.place(name, "").view(&view),
        None => page.view(&view),
    })
}

/// A matter still open, as its reporter sees it on a list.
pub(crate) fn card(visit: &Visit, s: &Seen) -> MatterCard<'static> {
    let lang = visit.lang;
    let mut card = MatterCard::new(s.m.element(), s.title.clone());
    card.level = 2;
    card.url = Some(url(&s.m.no).into());
    card.meta = Meta::of([date(lang, s.m.reported_at.day(), s.now), category_name(lang, s.category)]);
    card.tag = tag(lang, &s.terms, s.m.due(), false, s.now);
    card.bridge = Some(bridge(lang, s));
    card.holder = Some(holder(lang, s));
    card
}

fn row(visit: &Visit, s: &Seen) -> Row<'static> {
    let lang = visit.lang;
    let ended = s.m.ended_at.map_or_else(String::new, |at| date(lang, at.day(), s.now));
    Row::to(url(&s.m.no), s.title.clone())
        .line([ended, category_name(lang, s.category)])
        .tag(ended_tag(lang, s.m.outcome.as_deref()))
}

/// A matter somebody joined, as everybody sees it.
fn joined_row(visit: &Visit, s: &Seen) -> Row<'static> {
    let lang = visit.lang;
    let tag = match s.m.ended_at {
        Some(_) => Some(ended_tag(lang, s.m.outcome.as_deref())),
        None => tag(lang, &s.terms, s.m.due(), false, s.now),
    };
    let held = if s.m.ended_at.is_some() { String::new() } else { s.holder.name.clone() };
    let row = Row::to(url(&s.m.no), s.title.clone()).line([category_name(lang, s.category), held]);
    tag.into_iter().fold(row, Row::tag)
}

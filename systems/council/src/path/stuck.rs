//! `/path`: who has what in hand, since when, and who presses: the coordinator's first screen.

use super::ask::{Asked, Behind, Far, Ground, LISTED, before, filters, ground, names, shown, told};
use super::rules::{Held, Stuck, stuck};
use super::store::held as read_held;
use super::words::step;
use crate::say::date;
use crate::texts::{L10nLanguage, t};
use askama::Template;
use axum::extract::Query;
use axum::response::Response;
use lianxin_base::{AreaId, Day, Moment, OrgId};
use lianxin_register::OrgKind;
use lianxin_register::find::party;
use lianxin_store::{Fault, Read};
use lianxin_web::components::{Back, Empty, Filters, Row, Rows, Tag, Tone};
use lianxin_web::icons::Icon;
use lianxin_web::shell::Kind;
use lianxin_web::{Trouble, Visit};
use std::collections::BTreeMap;

struct Line {
    name: String,
    late: String,
    late_url: String,
    oldest: String,
    hand: String,
    hand_url: String,
    due: String,
    urge: String,
}

#[derive(Template)]
#[template(path = "path_stuck.html")]
struct View {
    t: &'static L10nLanguage,
    of: String,
    filters: Filters<'static>,
    empty: Option<Empty<'static>>,
    calm: bool,
    rows: Vec<Line>,
    kept: String,
}

struct Found {
    ground: Ground,
    held: Vec<Held>,
    names: BTreeMap<OrgId, String>,
}

/// Who presses in an area: the community, and for what the community itself has, whoever stands above it.
fn urges(r: &mut Read<'_>, area: AreaId, on: Day) -> Result<(Option<OrgId>, Option<OrgId>), Fault> {
    let mut of = |kind| party(r, area, kind, on);
    let (committee, party, street) = (of(OrgKind::ResidentsCommittee)?, of(OrgKind::Party)?, of(OrgKind::Street)?);
    let community = committee.or(party).or(street);
    Ok((community, street.or(party).filter(|above| Some(*above) != community)))
}

async fn found(visit: &Visit, asked: &Asked, before: Moment) -> Result<Found, Trouble> {
    let (scope, area, day) = (visit.scope(), asked.area.clone(), visit.now().day());
    visit
        .read(move |r| {
            let ground = ground(r, &scope, &area)?;
            let mut held = Vec::new();
            for area in &ground.areas {
                let (community, above) = urges(r, *area, day)?;
                let presses = |org| match community {
                    Some(own) if own == org => above.unwrap_or(own),
                    Some(own) => own,
                    None => org,
                };
                held.extend(read_held(r, *area, before, &presses)?);
            }
            let names = names(r, held.iter().flat_map(|h| [h.org, h.urges]))?;
            Ok(Found { ground, held, names })
        })
        .await
}

/// `GET /path?area=&on=`
pub(super) async fn page(visit: Visit, Query(asked): Query<Asked>) -> Result<Response, Trouble> {
    let (now, t) = (visit.now(), t(visit.lang));
    let on = asked.on(now.day());
    let at = before(on, now);
    let f = found(&visit, &asked, at).await?;
    let all = stuck(&f.held, at);
    let all: Vec<&Stuck> = all.iter().filter(|row| shown(&visit, row.org)).collect();
    let view = View {
        t,
        of: if on == now.day() {
            t.msg_path_as_of_now(date(visit.lang, on, now))
        } else {
            t.msg_path_as_of(on.to_string())
        },
        filters: filters(&visit, &asked, &f.ground, "/path", &Far::No),
        empty: all.is_empty().then(|| Empty {
            icon: Icon::ClipboardCheck,
            text: t.msg_path_none().into(),
            action: None,
        }),
        calm: !all.is_empty() && all.iter().all(|row| row.late == 0),
        rows: all.iter().map(|row| line(&visit, &asked, &f.names, row, (on, at))).collect(),
        kept: asked.kept(on),
    };
    Ok(visit.page(&t.msg_path_title(), Kind::Desk).view(&view))
}

fn line(visit: &Visit, asked: &Asked, names: &BTreeMap<OrgId, String>, row: &Stuck, (on, at): (Day, Moment)) -> Line {
    let (lang, t) = (visit.lang, t(visit.lang));
    let name = |org: &OrgId| names.get(org).cloned().unwrap_or_default();
    let url = format!("/path/held?{}&org={}", asked.kept(on), row.org);
    let days = at.plus(-1).day().number() - row.since.day().number();
    let mut urges: Vec<String> = row.urges.iter().map(name).collect();
    urges.sort();
    Line {
        name: name(&row.org),
        late: if row.late == 0 { String::new() } else { t.msg_path_n(row.late) },
        late_url: format!("{url}&column=late"),
        oldest: t.msg_path_days(days.max(0)),
        hand: t.msg_path_n(row.n),
        hand_url: url,
        due: row.due.map_or_else(String::new, |due| date(lang, due.day(), visit.now())),
        urge: if row.late == 0 { String::new() } else { urges.join("、") },
    }
}

/// `GET /path/held?org=&column=late`: what it has in hand, what is late first.
pub(super) async fn held(visit: Visit, Query(asked): Query<Asked>) -> Result<Response, Trouble> {
    let (lang, now, t) = (visit.lang, visit.now(), t(visit.lang));
    let on = asked.on(now.day());
    let at = before(on, now);
    let org: OrgId = asked.org.parse().map_err(|_| Trouble::NotFound)?;
    if !shown(&visit, org) {
        return Err(Trouble::NotFound);
    }
    let f = found(&visit, &asked, at).await?;
    let only = asked.column == "late";
    let mut all: Vec<&Held> = f.held.iter().filter(|h| h.org == org && (!only || h.late(at))).collect();
    all.sort_by_key(|h| (!h.late(at), h.due.is_none(), h.due, h.no.clone()));
    if all.is_empty() {
        return Err(Trouble::NotFound);
    }
    let more = |n: usize| {
        let due = all[n].due.map(|due| t.msg_path_until(date(lang, due.day(), now)));
        std::iter::once(step(lang, &all[n].step)).chain(due).collect()
    };
    let rows = told(&visit, all.iter().map(|h| h.no.clone()).collect(), more).await?;
    let late = |(row, h): (Row<'static>, &&Held)| {
        if h.late(at) { row.tag(Tag::new(Tone::Late, t.msg_path_is_late())) } else { row }
    };
    let name = f.names.get(&org).cloned().unwrap_or_default();
    let view = Behind {
        back: Back::new(format!("/path?{}", asked.kept(on)), t.msg_path_title()),
        title: if only { t.msg_path_held_late(name) } else { t.msg_path_held(name) },
        of: t.msg_path_n(all.len()),
        why: t.msg_path_as_of(on.to_string()),
        rows: Rows { items: rows.into_iter().zip(&all).map(late).collect() },
        cut: (all.len() > LISTED).then(|| t.msg_path_cut(LISTED)),
    };
    Ok(visit.page(&t.msg_path_title(), Kind::Desk).view(&view))
}

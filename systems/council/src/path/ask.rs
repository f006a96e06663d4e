//! What an address asks for: where, as of which day, how far back; and the areas a seat sees.

use crate::caps::FIGURES;
use crate::lists::{Line, desk_one};
use crate::pages::{desk_url, sight};
use crate::store::by_no;
use crate::texts::t;
use crate::view::desk_title;
use askama::Template;
use lianxin_base::{AreaId, Day, Moment, OrgId};
use lianxin_gate::Scope;
use lianxin_register::find;
use lianxin_store::{Fault, Read};
use lianxin_web::components::{Back, Choice, Filters, Pick, Row, Rows};
use lianxin_web::{Trouble, Visit};
use serde::Deserialize;
use std::collections::BTreeMap;

/// How many months back a map may go.
pub(super) const MONTHS: [i64; 3] = [3, 6, 12];
/// How many days a report may hold.
pub(super) const SPANS: [i32; 2] = [7, 30];
/// So many matters are listed behind a figure.
pub(super) const LISTED: usize = 200;

/// What the address says.
#[derive(Deserialize, Default, Clone)]
#[serde(default)]
pub(super) struct Asked {
    /// A place.
    pub(super) area: String,
    /// As of the end of this day.
    pub(super) on: String,
    /// So many months back.
    pub(super) months: String,
    /// So many days back.
    pub(super) span: String,
    /// Of whom.
    pub(super) org: String,
    /// Which column.
    pub(super) column: String,
    /// From which step.
    pub(super) from: String,
    /// By which move.
    pub(super) by: String,
    /// To which step.
    pub(super) to: String,
    /// By which walk.
    pub(super) walk: String,
    /// What of it was counted.
    pub(super) what: String,
    /// In which month.
    pub(super) month: String,
}

impl Asked {
    /// The day it is as of; today where none is asked, or one that has not come.
    pub(super) fn on(&self, today: Day) -> Day {
        self.on.parse().ok().filter(|day| *day <= today).unwrap_or(today)
    }
    pub(super) fn months(&self) -> i64 {
        self.months.parse().ok().filter(|n| MONTHS.contains(n)).unwrap_or(MONTHS[1])
    }
    pub(super) fn span(&self) -> i32 {
        self.span.parse().ok().filter(|n| SPANS.contains(n)).unwrap_or(SPANS[0])
    }
    /// The place and the day, to go on with.
    pub(super) fn kept(&self, on: Day) -> String {
        format!("area={}&on={on}", crate::pages::encode(&self.area))
    }
}

/// Just after the end of a day, or after this moment.
pub(super) fn before(on: Day, now: Moment) -> Moment {
    on.plus(1).start().min(now.plus(1))
}

/// What is looked at.
pub(super) struct Ground {
    /// The places one may choose.
    pub(super) places: Vec<(AreaId, String)>,
    /// The areas that are looked at.
    pub(super) areas: Vec<AreaId>,
}

/// The areas of a seat, or the one that was asked for.
pub(super) fn ground(r: &mut Read<'_>, scope: &Scope, asked: &str) -> Result<Ground, Fault> {
    let (sees, one) = (scope.areas(), asked.parse::<AreaId>().ok());
    let (mut places, mut areas) = (Vec::new(), Vec::new());
    for root in find::roots(r)? {
        for area in find::areas_below(r, root.id)? {
            if sees.as_ref().is_none_or(|sees| sees.contains(&area.id)) {
                areas.push(area.id);
                if area.kind.is_place() {
                    places.push((area.id, area.name));
                }
            }
        }
    }
    if let Some(one) = one.filter(|one| areas.contains(one)) {
        areas = vec![one];
    }
    Ok(Ground { places, areas })
}

/// Whether a seat sees how this organisation does: everybody's where it may, else its own.
pub(super) fn shown(visit: &Visit, org: OrgId) -> bool {
    visit.can(FIGURES) || visit.seats().iter().any(|s| s.org == org)
}

/// The names of these organisations; one that is closed keeps the name it had.
pub(super) fn names(r: &mut Read<'_>, orgs: impl IntoIterator<Item = OrgId>) -> Result<BTreeMap<OrgId, String>, Fault> {
    let mut all = BTreeMap::new();
    for org in orgs {
        if let std::collections::btree_map::Entry::Vacant(place) = all.entry(org) {
            place.insert(find::org_name(r, org)?.unwrap_or_default());
        }
    }
    Ok(all)
}

/// Whether a page asks how far back, and in what.
pub(super) enum Far {
    /// It does not.
    No,
    /// In days.
    Days,
    /// In months.
    Months,
}

/// Place, day and how far back, to choose.
pub(super) fn filters(
    visit: &Visit,
    asked: &Asked,
    ground: &Ground,
    action: &'static str,
    far: &Far,
) -> Filters<'static> {
    let t = t(visit.lang);
    let mut places = vec![Choice::new("", t.msg_desk_area_all())];
    places.extend(ground.places.iter().map(|(id, name)| Choice::new(id.to_string(), name.clone())));
    let (today, on) = (visit.now().day(), asked.on(visit.now().day()));
    let mut days = vec![(today, t.msg_figures_today()), (today.plus(-1), t.msg_figures_yesterday())];
    if !days.iter().any(|(day, _)| *day == on) {
        days.push((on, on.to_string()));
    }
    let days = days.into_iter().map(|(day, label)| Choice::new(day.to_string(), label)).collect();
    let pick = |name: &'static str, label: String, items: Vec<Choice<'static>>, value: String| Pick {
        name: name.into(),
        label: label.into(),
        items,
        value: value.into(),
    };
    let mut picks = vec![pick("area", t.msg_desk_area(), places, asked.area.clone())];
    match far {
        Far::No => {}
        Far::Days => {
            let items = SPANS.map(|n| Choice::new(n.to_string(), t.msg_figures_days(n))).into();
            picks.push(pick("span", t.msg_figures_span(), items, asked.span().to_string()));
        }
        Far::Months => {
            let items = MONTHS.map(|n| Choice::new(n.to_string(), t.msg_path_last_months(n))).into();
            picks.push(pick("months", t.msg_figures_span(), items, asked.months().to_string()));
        }
    }
    picks.push(pick("on", t.msg_figures_to(), days, on.to_string()));
    Filters { lang: visit.lang, action: action.into(), search: None, picks, ticks: Vec::new(), kept: Vec::new() }
}

/// The rows of these matters in their order: by title where this seat has the matter on its desk, by number alone and
/// without a way there where it has not; `line` says more of the one at its place.
pub(super) async fn told(
    visit: &Visit,
    nos: Vec<String>,
    line: impl Fn(usize) -> Vec<String>,
) -> Result<Vec<Row<'static>>, Trouble> {
    let sight = sight(visit);
    let found = visit
        .read(move |r| {
            let title = |no: String| {
                let m = by_no(r, &sight.scope, &no)?;
                let l = m.map(|m| desk_one(r, &sight, m.id)).transpose()?.flatten();
                Ok::<_, Fault>((no, l))
            };
            Ok(nos.iter().take(LISTED).cloned().map(title).collect::<Result<Vec<_>, _>>()?)
        })
        .await?;
    let row = |(n, (no, l)): (usize, (String, Option<Line>))| {
        let more = line(n);
        match l {
            Some(l) => Row::to(desk_url(&no), desk_title(visit.lang, &l)).line(std::iter::once(no).chain(more)),
            None => Row { title: no.into(), ..Row::default() }.line(more),
        }
    };
    Ok(found.into_iter().enumerate().map(row).collect())
}

/// The matters a figure is made of.
#[derive(Template)]
#[template(path = "figure_matters.html")]
pub(super) struct Behind {
    pub(super) back: Back<'static>,
    pub(super) title: String,
    pub(super) of: String,
    pub(super) why: String,
    pub(super) rows: Rows<'static>,
    pub(super) cut: Option<String>,
}

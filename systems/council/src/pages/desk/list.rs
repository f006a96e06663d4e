//! The list of the desk.

use super::{Asked, with};
use crate::lists::due::{self, Count, Narrow, lines};
use crate::lists::{Line, desk, desk_one};
use crate::once::{Mark, Once};
use crate::pages::desk_url;
use crate::rules::Category;
use crate::say::{by_day, date};
use crate::search::{Where, search};
use crate::store;
use crate::texts::{L10nLanguage, t};
use crate::view::{Sight, category_name, desk_title, stage_name};
use askama::Template;
use lianxin_base::{Lang, Moment};
use lianxin_register::find::{Terms, area_name, house_terms, org_name};
use lianxin_store::{Fault, Read};
use lianxin_web::Visit;
use lianxin_web::components::{
    Choice, Empty, Filters, Html, Link, Meta, Pager, Pick, Search, TabItem, Tabs, Tick, Tone,
};
use lianxin_web::icons::Icon;
use std::collections::BTreeSet;

/// The element that is fetched anew when something came in.
pub(super) const ELEMENT: &str = "desk";
/// Rows on a page.
const PAGE: usize = 50;
/// So many are looked through for words and stand on paper; what is due later is found by choosing a compound.
const MOST: usize = 2000;
const STAGES: [&str; 4] = ["collect", "deliberate", "solve", "feedback"];

/// What the list shows.
pub(super) struct Found {
    /// The rows of this page.
    lines: Vec<Line>,
    /// How many fit the filters, on all pages.
    fit: usize,
    /// Which page this is, from 0.
    page: usize,
    /// How many fit the filters at each stage.
    stages: [u64; 4],
    /// How many are open in all.
    pub(super) open: u64,
    /// How many of these are overdue.
    pub(super) late: u64,
    areas: BTreeSet<(String, String)>,
    holders: BTreeSet<(String, String)>,
    /// There are more than were looked through for words.
    cut: bool,
    terms: Terms,
}

/// What lies before a seat: a page of it in the order it is due, or what is found by words.
pub(super) fn look(r: &mut Read<'_>, sight: &Sight, asked: &Asked, now: Moment) -> Result<Found, Fault> {
    let counts = due::counts(r, sight, "", now)?;
    let mut found = Found {
        lines: Vec::new(),
        fit: 0,
        page: 0,
        stages: [0; 4],
        open: counts.iter().map(|c| c.n).sum(),
        late: counts.iter().map(|c| c.late).sum(),
        areas: BTreeSet::new(),
        holders: BTreeSet::new(),
        cut: false,
        terms: house_terms(r)?,
    };
    for area in counts.iter().map(|c| c.area).collect::<BTreeSet<_>>() {
        found.areas.insert((area_name(r, area)?.unwrap_or_default(), area.to_string()));
    }
    for org in counts.iter().map(|c| c.holder).collect::<BTreeSet<_>>() {
        found.holders.insert((org_name(r, org)?.unwrap_or_default(), org.to_string()));
    }
    if asked.q.trim().is_empty() {
        // What lies before the seat in all is said above the list whatever it is narrowed to.
        let of = if asked.category.is_empty() { counts } else { due::counts(r, sight, &asked.category, now)? };
        turned(r, sight, asked, now, &of, &mut found)?;
    } else {
        searched(r, sight, asked, now, &mut found)?;
    }
    Ok(found)
}

/// The page that is asked for, and how many there are by what is counted.
fn turned(
    r: &mut Read<'_>,
    sight: &Sight,
    asked: &Asked,
    now: Moment,
    counts: &[Count],
    found: &mut Found,
) -> Result<(), Fault> {
    let meant = |c: &&Count| {
        (asked.area.is_empty() || c.area.to_string() == asked.area)
            && (asked.holder.is_empty() || c.holder.to_string() == asked.holder)
    };
    let n = |c: &Count| if asked.late.is_empty() { c.n } else { c.late };
    found.stages = STAGES.map(|stage| counts.iter().filter(meant).filter(|c| c.stage == stage).map(n).sum());
    let fit = counts.iter().filter(meant).filter(|c| asked.stage.is_empty() || c.stage == asked.stage).map(n);
    found.fit = usize::try_from(fit.sum::<u64>()).unwrap_or(0);
    found.page = asked.turned_to(found.fit);
    found.lines = lines(r, sight, &asked.narrow(now), found.page * PAGE, PAGE)?;
    Ok(())
}

/// What is found by words among what is due first, and by the index in everything.
fn searched(r: &mut Read<'_>, sight: &Sight, asked: &Asked, now: Moment, found: &mut Found) -> Result<(), Fault> {
    let mut fit = lines(r, sight, &Narrow { stage: "", ..asked.narrow(now) }, 0, MOST)?;
    found.cut = fit.len() >= MOST;
    fit.retain(|l| fits(l, asked, now));
    found.stages = STAGES.map(|stage| fit.iter().filter(|l| l.stage == stage).count() as u64);
    if asked.stage.is_empty() {
        by_index(r, sight, asked, now, &mut fit)?;
    }
    fit.retain(|l| asked.stage.is_empty() || l.stage == asked.stage);
    found.fit = fit.len();
    found.page = asked.turned_to(found.fit);
    found.lines = fit.into_iter().skip(found.page * PAGE).take(PAGE).collect();
    Ok(())
}

impl Asked {
    /// The filters, without the words.
    fn narrow(&self, now: Moment) -> Narrow<'_> {
        let before = (!self.late.is_empty()).then_some(now);
        Narrow { area: &self.area, stage: &self.stage, holder: &self.holder, category: &self.category, before }
    }

    /// Which page of so many rows is asked for, from 0; the last one where there are fewer.
    fn turned_to(&self, rows: usize) -> usize {
        self.page.parse().unwrap_or(1usize).clamp(1, rows.div_ceil(PAGE).max(1)) - 1
    }
}

/// All that fits the filters, on no page: for paper and sheets.
pub(super) fn whole(r: &mut Read<'_>, sight: &Sight, asked: &Asked, now: Moment) -> Result<(Vec<Line>, Terms), Fault> {
    let mut all = lines(r, sight, &asked.narrow(now), 0, MOST)?;
    all.retain(|l| fits(l, asked, now));
    Ok((all, house_terms(r)?))
}

/// So many are found by words, the closed ones among them.
const FOUND: usize = 50;

/// What is found by words besides, in what was closed and in all that is written about a matter.
fn by_index(r: &mut Read<'_>, sight: &Sight, asked: &Asked, now: Moment, fit: &mut Vec<Line>) -> Result<(), Fault> {
    let seen: BTreeSet<_> = fit.iter().map(|l| l.id).collect();
    for m in search(r, &Where::Desk(sight.clone()), &asked.q, FOUND)?.unwrap_or_default() {
        if !seen.contains(&m.id) {
            fit.extend(desk_one(r, sight, m.id)?.filter(|l| narrowed(l, asked, now)));
        }
    }
    Ok(())
}

fn is_late(l: &Line, now: Moment) -> bool {
    l.due_at.is_some_and(|due| due < now)
}

fn fits(l: &Line, asked: &Asked, now: Moment) -> bool {
    let q = plain(&asked.q);
    let title = l.title.as_deref().or(l.words.as_deref()).unwrap_or("");
    let said = [l.no.as_str(), title, &l.area_name, &l.holder_name];
    narrowed(l, asked, now) && (q.is_empty() || said.iter().any(|text| plain(text).contains(&q)))
}

fn narrowed(l: &Line, asked: &Asked, now: Moment) -> bool {
    (asked.area.is_empty() || l.area.to_string() == asked.area)
        && (asked.holder.is_empty() || l.holder.to_string() == asked.holder)
        && (asked.category.is_empty() || l.category.name() == asked.category)
        && (asked.late.is_empty() || is_late(l, now))
}

/// What was typed, with digits and letters of full width as half width.
fn plain(text: &str) -> String {
    text.trim().chars().map(lianxin_base::half_width).collect::<String>().to_lowercase()
}

/// The matter meant by a number: in full, or by its last digits where that leaves no doubt.
pub(super) fn number(r: &mut Read<'_>, sight: &Sight, q: &str) -> Result<Option<String>, Fault> {
    let half = plain(q);
    for no in [q.trim(), half.as_str()] {
        if let Some(m) = store::by_no(r, &sight.scope, no)? {
            return Ok(Some(m.no));
        }
    }
    let short = !half.is_empty() && half.len() <= 6 && half.bytes().all(|b| b.is_ascii_digit());
    if !short {
        return Ok(None);
    }
    let tail = format!("-{half:0>4}");
    let mut found = desk(r, sight, MOST)?.into_iter().map(|l| l.no).filter(|no| no.ends_with(&tail));
    Ok(found.next().filter(|_| found.next().is_none()))
}

struct Row {
    on: bool,
    no: String,
    url: String,
    title: String,
    meta: Meta<'static>,
    bridge: Html,
    holder: String,
    due: String,
    left: String,
    tone: &'static str,
    moved: String,
}

/// The table with its pages.
#[derive(Template)]
#[template(path = "desk_table.html")]
pub(super) struct Table {
    t: &'static L10nLanguage,
    src: String,
    /// Whether this seat may tick rows, and the list they come back to.
    ticks: bool,
    list: String,
    rows: Vec<Row>,
    empty: Option<Empty<'static>>,
    cut: Option<String>,
    pager: Pager<'static>,
}

/// Draws the table; `no` is the matter that is open beside it.
pub(super) fn table(visit: &Visit, asked: &Asked, found: &Found, no: Option<&str>) -> Table {
    let t = t(visit.lang);
    let page = |n: usize| with("/desk", &[&asked.list_at(&asked.stage, &n.to_string())]);
    let (from, shown) = (found.page * PAGE, found.lines.len());
    let pager = Pager {
        lang: visit.lang,
        from: if shown == 0 { 0 } else { from as u64 + 1 },
        to: (from + shown) as u64,
        total: found.fit as u64,
        prev: (found.page > 0).then(|| page(found.page).into()),
        next: (from + shown < found.fit).then(|| page(found.page + 2).into()),
    };
    let here = no.map_or_else(|| "/desk".to_owned(), desk_url);
    let mut once = Once::new(visit.lang, &found.terms, visit.now());
    let marks: Vec<Mark> = found.lines.iter().map(|l| once.mark(l, l.category)).collect();
    let rows = found.lines.iter().zip(&marks).map(|(l, mark)| row((&once, mark), visit, asked, l, no)).collect();
    Table {
        t,
        src: with(&here, &[&asked.list()]),
        ticks: visit.can(crate::caps::LOOK),
        list: asked.list(),
        rows,
        empty: (shown == 0).then(|| nothing(visit.lang, asked, found)),
        cut: found.cut.then(|| t.msg_desk_cut(MOST)),
        pager,
    }
}

fn nothing(lang: Lang, asked: &Asked, found: &Found) -> Empty<'static> {
    let (t, filtered) = (t(lang), found.open > 0);
    let text = match asked.category.parse::<Category>() {
        Ok(category) if filtered => t.msg_desk_empty_category(category_name(lang, category)),
        _ if filtered => t.msg_desk_empty_filtered(),
        _ => t.msg_desk_empty(),
    };
    let action = filtered.then(|| Link::new("/desk", t.msg_desk_all()));
    Empty { icon: Icon::ClipboardCheck, text: text.into(), action }
}

fn row((once, mark): (&Once<'_>, &Mark), visit: &Visit, asked: &Asked, l: &Line, no: Option<&str>) -> Row {
    let (lang, now) = (visit.lang, visit.now());
    let left = once.tag(mark);
    let tone = match left.map(|tag| tag.tone) {
        Some(Tone::Late) => "late",
        Some(Tone::Due) => "soon",
        _ => "sub",
    };
    Row {
        on: no == Some(l.no.as_str()),
        no: l.no.clone(),
        url: with(&desk_url(&l.no), &[&asked.list()]),
        title: desk_title(lang, l),
        meta: Meta::of([l.area_name.clone(), l.no.clone()]),
        bridge: once.bridge(mark).clone(),
        holder: l.holder_name.clone(),
        due: l.due_at.map_or_else(String::new, |due| due_words(lang, due, now)),
        left: left.map_or_else(String::new, |tag| tag.text.to_string()),
        tone,
        moved: moved_words(lang, l.moved_at, now),
    }
}

/// By which day, and on the day itself by what time.
pub(super) fn due_words(lang: Lang, due: Moment, now: Moment) -> String {
    if due.day() == now.day() { t(lang).msg_desk_today_by(clock(due)) } else { by_day(lang, due, now) }
}

fn moved_words(lang: Lang, at: Moment, now: Moment) -> String {
    if at.day() == now.day() { clock(at) } else { date(lang, at.day(), now) }
}

fn clock(at: Moment) -> String {
    let (hour, minute) = at.hour_minute();
    format!("{hour}:{minute:02}")
}

/// By stage, with how many stand there.
pub(super) fn tabs(visit: &Visit, asked: &Asked, found: &Found) -> Tabs<'static> {
    let t = t(visit.lang);
    let tab = |label: String, stage: &str, n: u64| TabItem {
        url: with("/desk", &[&asked.list_at(stage, "")]).into(),
        label: label.into(),
        count: Some(n),
        current: asked.stage == stage,
    };
    let mut items = vec![tab(t.msg_desk_tab_all(), "", found.stages.iter().sum())];
    items.extend(STAGES.iter().zip(found.stages).map(|(stage, n)| tab(stage_name(visit.lang, stage), stage, n)));
    Tabs { label: t.msg_desk_tabs().into(), items }
}

/// Compound, holder, category, only what is late, a number or a word.
pub(super) fn filters(visit: &Visit, asked: &Asked, found: &Found) -> Filters<'static> {
    let t = t(visit.lang);
    let pick = |name: &'static str, label: String, all: String, these: &BTreeSet<(String, String)>, value: &str| {
        let mut items = vec![Choice::new("", all)];
        items.extend(these.iter().map(|(name, id)| Choice::new(id.clone(), name.clone())));
        Pick { name: name.into(), label: label.into(), items, value: value.to_owned().into() }
    };
    let search = Search { name: "q".into(), example: t.msg_desk_search().into(), value: asked.q.clone().into() };
    let picks = vec![
        pick("area", t.msg_desk_area(), t.msg_desk_area_all(), &found.areas, &asked.area),
        pick("holder", t.msg_desk_holder(), t.msg_desk_holder_all(), &found.holders, &asked.holder),
        categories(visit.lang, &asked.category),
    ];
    let late = Tick { name: "late".into(), label: t.msg_desk_only_late().into(), on: !asked.late.is_empty() };
    let kept = if asked.stage.is_empty() { Vec::new() } else { vec![("stage".into(), asked.stage.clone().into())] };
    Filters { lang: visit.lang, action: "/desk".into(), search: Some(search), picks, ticks: vec![late], kept }
}

/// What it is about, in the order of the vocabulary; on the board and on the desk.
pub(in crate::pages) fn categories(lang: Lang, value: &str) -> Pick<'static> {
    let t = t(lang);
    let mut items = vec![Choice::new("", t.msg_category_all())];
    items.extend(Category::ALL.iter().map(|c| Choice::new(c.name(), category_name(lang, *c))));
    Pick { name: "category".into(), label: t.msg_desk_category().into(), items, value: value.to_owned().into() }
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn what_is_typed_in_full_width_is_found() {
        for (typed, read) in
            [("００４２", "0042"), (" 芙蓉里－２０２６ ", "芙蓉里-2026"), ("3　号楼", "3 号楼"), ("ABC", "abc")]
        {
            assert_eq!(plain(typed), read);
        }
    }
}

//! Where one system's need is met by another: the only file that names two of them.

use crate::rooms::{self, Rooms};
use lianxin_base::{ActId, AreaId, Day, Lang, Moment, OrgId, PersonId};
use lianxin_council::banner::pages::{happening, strip};
use lianxin_council::lists::{Which, board, desk};
use lianxin_council::pages::{desk_url, url};
use lianxin_council::rules::Publicity;
use lianxin_council::store::Matter;
use lianxin_council::view::{Eye, Sight, category_name, desk_title, public_title, see};
use lianxin_council::{left, say, store};
use lianxin_gate::Scope;
use lianxin_journal::{Head, NamedBy, Receipt, TextKey};
use lianxin_notice_board::words::Section;
use lianxin_office::{HeldMatter, HomeMatter, HomeRow, Left, Needs};
use lianxin_outbox::Notices;
use lianxin_paper::{Import, ListKind, RowOut};
use lianxin_register::find::{AreaRow, house_terms};
use lianxin_store::{Fault, Read, Tx};
use lianxin_web::System;
use lianxin_web::components::Html;
use std::sync::Arc;

/// All systems of this program.
pub fn systems() -> Result<Vec<System>, Fault> {
    let office = System { jobs: rooms::jobs(), ..lianxin_office::system(needs(), notices()?) };
    let board = lianxin_notice_board::system(Arc::new(FromActs));
    Ok(vec![office, lianxin_council::system(), lianxin_property::system(), board])
}

/// Every message of every system.
pub fn notices() -> Result<Notices, Fault> {
    let all = [
        lianxin_council::notices::notices(),
        lianxin_property::notices::notices(),
        lianxin_notice_board::notices::notices(),
        lianxin_office::notices(),
    ];
    Notices::new(all.concat())
}

/// What the office asks of the system that keeps matters.
pub fn needs() -> Arc<dyn Needs> {
    Arc::new(FromCouncil)
}

/// Every kind of sheet that is taken in.
pub fn imports() -> Vec<Import> {
    lianxin_office::import::OWN.iter().copied().chain(FromCouncil.imports()).collect()
}

/// Every list that can be taken out.
pub fn lists() -> Vec<ListKind> {
    lianxin_office::export::OWN.iter().copied().chain(FromCouncil.lists()).collect()
}

fn errands(r: &mut Read<'_>, area: &AreaRow, on: Day, row: RowOut<'_>) -> Result<(), Fault> {
    lianxin_office::errand_rows(r, &notices()?, area, on, row)
}

/// So many matters are looked through for the home page.
const LOOKED: i64 = 40;
/// So many owners' votes stand among what is talked over.
const VOTES: i64 = 1;
/// So many of them are shown.
const SHOWN: usize = 3;
/// So many of somebody's matters are shown at the counter.
const AT_COUNTER: usize = 5;
/// So many open matters stand on a hand-over list: more than any organisation of a community has.
const HELD: usize = 2000;

/// What the home page shows of matters.
struct FromCouncil;

impl Needs for FromCouncil {
    fn newest_of(
        &self,
        r: &mut Read<'_>,
        person: PersonId,
        now: Moment,
        lang: Lang,
    ) -> Result<(Vec<HomeMatter>, i64), Fault> {
        let all = store::mine(r, person, LOOKED)?;
        let total = i64::try_from(all.len()).unwrap_or(LOOKED);
        let mut open = Vec::new();
        for m in all.into_iter().filter(|m| m.ended_at.is_none()).take(2) {
            let seen = see(r, m, Eye::Reporter, lang, now)?;
            open.push(HomeMatter {
                id: seen.m.element(),
                url: url(&seen.m.no),
                title: seen.title.clone(),
                meta: vec![say::date(lang, seen.m.reported_at.day(), now), category_name(lang, seen.category)],
                tag: left::tag(lang, &seen.terms, seen.m.due(), false, now),
                bridge: say::bridge(lang, &seen),
                holder: say::holder(lang, &seen),
            });
        }
        Ok((open, total))
    }

    fn talking(&self, r: &mut Read<'_>, now: Moment, lang: Lang) -> Result<Vec<HomeRow>, Fault> {
        let lines = board(r, None, Which::Open, None, LOOKED)?;
        let terms = house_terms(r)?;
        let lines = lines.into_iter().filter(|l| l.stage == "deliberate" && l.publicity == Publicity::Shown);
        let votes = lianxin_property::assembly::open_now(r, lang, now, VOTES)?.into_iter();
        let votes = votes.map(|v| HomeRow { url: v.url, title: v.title, line: v.line, day: None, tag: Some(v.tag) });
        let matters = lines.map(|l| HomeRow {
            url: url(&l.no),
            title: public_title(lang, &l),
            line: vec![l.area_name.clone(), l.holder_name.clone()],
            day: None,
            tag: left::tag(lang, &terms, l.due(), false, now),
        });
        Ok(votes.chain(matters).take(SHOWN).collect())
    }

    fn happening(
        &self,
        r: &mut Read<'_>,
        person: PersonId,
        (lang, now): (Lang, Moment),
        csrf: &str,
    ) -> Result<Option<Html>, Fault> {
        let Some(area) = lianxin_register::find::person_area(r, person)? else { return Ok(None) };
        let now_on = strip(lang, csrf, happening(r, Some(area), Some(person), lang, now)?);
        let council = lianxin_council::meeting::pages::strip(r, area, lang, now)?;
        let vote = lianxin_property::assembly::strip(r, area, lang, now)?;
        let all: Vec<String> = [now_on, vote, council].into_iter().flatten().map(|html| html.0).collect();
        Ok((!all.is_empty()).then(|| Html(all.concat())))
    }

    fn newest_public(&self, r: &mut Read<'_>, _: Moment, lang: Lang) -> Result<Vec<HomeRow>, Fault> {
        let lines = board(r, None, Which::All, None, LOOKED)?;
        let lines = lines.into_iter().filter(|l| l.publicity == Publicity::Shown && l.stage != "deliberate");
        Ok(lines
            .take(SHOWN)
            .map(|l| HomeRow {
                url: url(&l.no),
                title: public_title(lang, &l),
                line: vec![l.area_name.clone(), category_name(lang, l.category)],
                day: Some(l.reported_at.day()),
                tag: None,
            })
            .collect())
    }

    fn find(&self, r: &mut Read<'_>, no: &str) -> Result<Option<String>, Fault> {
        Ok(store::public_by_no(r, no)?.map(|m| url(&m.no)))
    }

    fn imports(&self) -> Vec<Import> {
        vec![lianxin_council::ledger::IMPORT]
    }

    fn lists(&self) -> Vec<ListKind> {
        let told = lianxin_office::errand_list(errands);
        vec![
            told,
            lianxin_council::ledger::LIST,
            lianxin_council::figures::LIST,
            lianxin_council::responsible::LIST,
            lianxin_notice_board::ledger::LIST,
        ]
    }

    fn at_counter(
        &self,
        r: &mut Read<'_>,
        scope: &Scope,
        no: &str,
        now: Moment,
        lang: Lang,
    ) -> Result<Option<(HomeRow, Option<PersonId>)>, Fault> {
        let Some(m) = store::by_no(r, scope, no)? else { return Ok(None) };
        let reporter = m.reporter.filter(|_| m.kept_by.is_none());
        Ok(Some((counter_row(r, m, scope, now, lang)?, reporter)))
    }

    fn brought(
        &self,
        r: &mut Read<'_>,
        scope: &Scope,
        person: PersonId,
        now: Moment,
        lang: Lang,
    ) -> Result<Vec<HomeRow>, Fault> {
        let mut rows = Vec::new();
        for m in store::mine(r, person, LOOKED)? {
            // A complaint about the community is not shown at its counter.
            if rows.len() < AT_COUNTER && scope.covers(m.area) && m.kept_by.is_none() {
                rows.push(counter_row(r, m, scope, now, lang)?);
            }
        }
        Ok(rows)
    }

    fn held_by(&self, r: &mut Read<'_>, org: OrgId, lang: Lang) -> Result<Vec<HeldMatter>, Fault> {
        let sight = Sight { scope: Scope::Held(vec![org]), look: Scope::Public, orgs: vec![org] };
        let lines = desk(r, &sight, HELD)?;
        let held = lines.into_iter().filter(|l| l.holder == org);
        Ok(held.map(|l| HeldMatter { title: desk_title(lang, &l), url: desk_url(&l.no), no: l.no }).collect())
    }

    fn also(&self, r: &mut Read<'_>, person: PersonId) -> Result<Vec<TextKey>, Fault> {
        lianxin_council::forget::also(r, person)
    }

    fn left(&self, r: &mut Read<'_>, act: ActId) -> Result<Option<Left>, Fault> {
        let left = lianxin_council::forget::left(r, act)?;
        Ok(left.map(|(m, texts)| Left { no: m.no, area: m.area, phone_tail: m.phone_tail, texts }))
    }

    fn files(&self) -> &'static NamedBy {
        rooms::files()
    }

    fn erase(&self, tx: &mut Tx<'_>, head: Head, texts: &[TextKey]) -> Result<Option<Receipt>, Fault> {
        lianxin_journal::erase::<Rooms>(tx, head, texts)
    }
}

/// A matter as the counter sees it: it looks at reports in its own area, so it may read the title there.
fn counter_row(r: &mut Read<'_>, m: Matter, scope: &Scope, now: Moment, lang: Lang) -> Result<HomeRow, Fault> {
    let sight = Sight { scope: scope.clone(), look: scope.clone(), orgs: Vec::new() };
    let eye = if m.kept_by.is_some() { Eye::About } else { sight.eye(&m) };
    let (desk, day) = (desk_url(&m.no), m.reported_at.day());
    let seen = see(r, m, eye, lang, now)?;
    Ok(HomeRow { url: desk, title: seen.title, line: vec![seen.m.no], day: Some(day), tag: None })
}

/// So many councils and votes of a compound are looked through for its board.
const HUNG: i64 = 12;
/// A result hangs out for so many days.
const RESULT_DAYS: i32 = 30;
/// So many matters are looked through for a week.
const OF_WEEK: i64 = 400;

/// What hangs out by acts of other systems.
struct FromActs;

impl lianxin_notice_board::Needs for FromActs {
    fn hung(
        &self,
        r: &mut Read<'_>,
        area: AreaId,
        lang: Lang,
        now: Moment,
    ) -> Result<Vec<lianxin_notice_board::Hung>, Fault> {
        let mut all = Vec::new();
        for m in lianxin_council::meeting::store::all(r, Some(area), None, HUNG)? {
            all.extend(lianxin_council::meeting::pages::hung(lang, &m, now).map(|m| lianxin_notice_board::Hung {
                url: m.url,
                title: m.title,
                line: vec![m.line],
                section: Section::Affairs,
                from: m.from,
            }));
        }
        for v in lianxin_property::assembly::hung(r, area, lang, now, (HUNG, RESULT_DAYS))? {
            let section = Section::Property;
            all.push(lianxin_notice_board::Hung { url: v.url, title: v.title, line: v.line, section, from: v.from });
        }
        for u in lianxin_property::urgent::hung(r, area, lang, now, HUNG)? {
            let section = Section::Property;
            all.push(lianxin_notice_board::Hung { url: u.url, title: u.title, line: u.line, section, from: u.from });
        }
        all.sort_by_key(|h| std::cmp::Reverse(h.from));
        Ok(all)
    }

    fn week(
        &self,
        r: &mut Read<'_>,
        area: AreaId,
        (first, last): (Day, Day),
        lang: Lang,
        now: Moment,
    ) -> Result<lianxin_notice_board::Week, Fault> {
        let (from, to) = (first.start(), last.plus(1).start());
        let lines = board(r, Some(area), Which::All, None, OF_WEEK)?;
        let within = |at: Moment| from <= at && at < to;
        let open = lines.iter().filter(|l| l.outcome.is_none());
        let ended = lines.iter().filter(|l| l.outcome.is_some() && within(l.moved_at));
        let ended: Vec<_> = ended.collect();
        Ok(lianxin_notice_board::Week {
            came: lines.iter().filter(|l| within(l.reported_at)).count(),
            done: ended.len(),
            in_hand: open.clone().count(),
            late: open.filter(|l| l.due_at.is_some_and(|due| due < now)).count(),
            ended: ended
                .into_iter()
                .map(|l| lianxin_notice_board::Matter { line: format!("{} {}", l.no, public_title(lang, l)) })
                .collect(),
        })
    }
}

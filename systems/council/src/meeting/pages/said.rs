//! Councils in words: their names, how they stand, what they say of a matter, who came; and where other pages lead to them.

use super::super::rules::{Landed, Outcome, State};
use super::super::store::{self, Item, Meeting, coming, of_matter, present};
use super::url;
use crate::lists;
use crate::rules::Publicity;
use crate::say::{date, weekday, when};
use crate::store::Matter;
use crate::texts::{L10nLanguage, t};
use crate::view::public_title;
use askama::Template;
use lianxin_base::{ActId, AreaId, Lang, Moment};
use lianxin_journal::text;
use lianxin_store::{Fault, Read};
use lianxin_web::components::{Bridge, Html, Pier, State as Stands, Tag, Tone};
use std::collections::BTreeMap;

/// `芙蓉里 6 月 25 日议事会`.
pub(super) fn title(lang: Lang, m: &Meeting, now: Moment) -> String {
    t(lang).msg_meeting_title(m.area_name.clone(), date(lang, m.starts.day(), now))
}

fn clock(at: Moment) -> String {
    let (hour, minute) = at.hour_minute();
    format!("{hour}:{minute:02}")
}

/// `6 月 25 日（周四）19:00 到 21:00`.
pub(super) fn span(lang: Lang, m: &Meeting, now: Moment) -> String {
    let day = date(lang, m.starts.day(), now);
    t(lang).msg_meeting_span(day, weekday(lang, m.starts.day()), clock(m.starts), clock(m.ends))
}

/// `周四 19:00`.
pub(super) fn hours(lang: Lang, m: &Meeting) -> String {
    format!("{} {}", weekday(lang, m.starts.day()), clock(m.starts))
}

/// How it stands, in the few words of a tag.
pub(super) fn tag(lang: Lang, m: &Meeting, now: Moment) -> Tag<'static> {
    let t = t(lang);
    match m.state {
        State::Off => Tag::new(Tone::Plain, t.msg_meeting_tag_off()),
        State::Final => Tag::new(Tone::Ok, t.msg_meeting_tag_final()),
        State::Posted => Tag::new(Tone::Due, t.msg_meeting_tag_posted()),
        State::Called if now < m.starts => Tag::new(Tone::Due, t.msg_meeting_tag_called()),
        State::Called if now <= m.ends => Tag::new(Tone::Due, t.msg_meeting_tag_now()),
        State::Called if m.write_by.is_some_and(|by| by < now) => Tag::new(Tone::Late, t.msg_meeting_tag_missing()),
        State::Called => Tag::new(Tone::Plain, t.msg_meeting_tag_held()),
    }
}

/// Minutes that hang out: their page, what they are, until when one may object, and since when.
#[derive(Clone, Debug)]
pub struct Hung {
    /// The council's page.
    pub url: String,
    /// Which council.
    pub title: String,
    /// Until when.
    pub line: String,
    /// Since when; the evening of the council, as they are written after it.
    pub from: lianxin_base::Day,
}

/// A council's minutes while they hang out, for the notice board.
pub fn hung(lang: Lang, m: &Meeting, now: Moment) -> Option<Hung> {
    let until = m.until.filter(|until| m.state == State::Posted && now < *until)?;
    let line = t(lang).msg_meeting_of_posted(when(lang, until, now));
    Some(Hung { url: super::url(m.id), title: title(lang, m, now), line, from: m.ends.day() })
}

/// The four stages of a council, drawn as those of a matter.
pub(super) fn bridge(lang: Lang, m: &Meeting, now: Moment) -> Bridge<'static> {
    let t = t(lang);
    let reached = match m.state {
        State::Off => 0,
        State::Called if now < m.starts => 1,
        State::Called => 2,
        State::Posted => 3,
        State::Final => 4,
    };
    let until = m.until.map_or_else(String::new, |until| date(lang, until.day(), now));
    let names = [
        (t.msg_meeting_stage_called(), String::new()),
        (t.msg_meeting_stage_held(), date(lang, m.starts.day(), now)),
        (t.msg_meeting_stage_posted(), String::new()),
        (t.msg_meeting_stage_final(), until),
    ];
    let mut piers = names.into_iter().enumerate().map(|(n, (name, span))| {
        let state = match n.cmp(&reached) {
            std::cmp::Ordering::Less => Stands::Done,
            std::cmp::Ordering::Equal => Stands::Now,
            std::cmp::Ordering::Greater => Stands::Todo,
        };
        Pier::new(name, if m.state == State::Off { Stands::Skipped } else { state }, span)
    });
    let mut next = || piers.next().unwrap_or_else(|| Pier::new("", Stands::Todo, ""));
    Bridge { lang, piers: [next(), next(), next(), next()], late: false }
}

/// So many matters are named in a line.
const NAMED: usize = 2;

/// A matter of the agenda in words.
#[derive(Clone, Debug)]
pub(super) struct Point {
    pub(super) n: i64,
    pub(super) no: String,
    pub(super) url: String,
    pub(super) title: String,
    /// What the minutes say of it.
    pub(super) says: Option<String>,
    /// What came of it.
    pub(super) landed: Option<String>,
    pub(super) item: Item,
    pub(super) words: String,
    /// It moved on since it was put on the agenda.
    pub(super) moved: bool,
}

/// The agenda as everybody may read it.
pub(super) fn points(r: &mut Read<'_>, m: &Meeting, lang: Lang, now: Moment) -> Result<Vec<Point>, Fault> {
    let mut all = Vec::new();
    for item in store::items(r, m.id)? {
        let Some(line) = lists::one(r, item.matter)? else { continue };
        let words = m.minutes.map(|act| text(r, act, &super::super::minutes::field(item.n))).transpose()?.flatten();
        let words = words.unwrap_or_default();
        // What is not published, or withheld since, is not told here either; its parties read it on the desk.
        let open = line.publicity == Publicity::Shown;
        all.push(Point {
            n: item.n,
            url: crate::pages::url(&line.no),
            title: public_title(lang, &line),
            says: item.outcome.map(|outcome| match open {
                true => said(lang, outcome, &item, &words, now),
                false => outcome_name(lang, outcome),
            }),
            landed: item.landed.map(|how| landed(lang, how)),
            moved: line.stage != "deliberate" || line.outcome.is_some(),
            no: line.no,
            item,
            words,
        });
    }
    Ok(all)
}

/// The agenda in a few words, for a line of a list.
pub(super) fn in_short(r: &mut Read<'_>, m: &Meeting, lang: Lang) -> Result<String, Fault> {
    let (t, items) = (t(lang), store::items(r, m.id)?);
    let mut named = Vec::new();
    for item in items.iter().take(NAMED) {
        named.extend(lists::one(r, item.matter)?.map(|line| public_title(lang, &line)));
    }
    named.extend(m.words.clone().filter(|_| items.len() < NAMED));
    let (all, named) = (items.len() + usize::from(m.words.is_some()), named.join(&t.msg_meeting_and()));
    Ok(if all > NAMED { t.msg_meeting_and_more(all, named) } else { named })
}

/// What is said of a matter, in a sentence or two.
fn said(lang: Lang, outcome: Outcome, item: &Item, words: &str, now: Moment) -> String {
    let t = t(lang);
    let what = outcome_name(lang, outcome);
    let head = if words.is_empty() { what } else { t.msg_said(what, words) };
    match (outcome, &item.executor_name, item.by) {
        (Outcome::Do, Some(who), Some(day)) => {
            let by = t.msg_meeting_by(who.clone(), date(lang, day, now));
            let limit = item.limit.map_or_else(String::new, |fen| t.msg_meeting_limit(fen.to_string()));
            t.msg_meeting_does(head, by, limit)
        }
        _ => head,
    }
}

/// What can be said of a matter.
pub(super) fn outcome_name(lang: Lang, outcome: Outcome) -> String {
    let t = t(lang);
    match outcome {
        Outcome::Do => t.msg_meeting_do(),
        Outcome::Vote => t.msg_meeting_vote(),
        Outcome::Plain => t.msg_meeting_plain(),
        Outcome::Later => t.msg_meeting_later(),
    }
}

/// What came of it.
pub fn landed(lang: Lang, landed: Landed) -> String {
    let t = t(lang);
    match landed {
        Landed::Done => t.msg_landed_done(),
        Landed::Vote => t.msg_landed_vote(),
        Landed::Plain => t.msg_landed_plain(),
        Landed::Later => t.msg_landed_later(),
        Landed::Moved => t.msg_landed_moved(),
        Landed::Stuck => t.msg_landed_stuck(),
    }
}

/// `社区党委 1 人，红星物业 2 人，居民 6 人`: organisations and counts, nobody's name.
pub(super) fn counts(r: &mut Read<'_>, id: ActId, lang: Lang) -> Result<String, Fault> {
    let (mut orgs, mut residents) = (BTreeMap::<String, i64>::new(), 0_i64);
    for p in present(r, id)?.into_iter().filter(|p| p.struck.is_none()) {
        match p.org_name {
            Some(name) => *orgs.entry(name).or_default() += 1,
            None => residents += 1,
        }
    }
    let t = t(lang);
    let mut all: Vec<String> = orgs.into_iter().map(|(name, n)| t.msg_meeting_came(n, name)).collect();
    if residents > 0 {
        all.push(t.msg_meeting_came(residents, t.msg_meeting_residents()));
    }
    Ok(all.join(&t.msg_meeting_and()))
}

#[derive(Template)]
#[template(path = "meeting_strip.html")]
struct Strip {
    label: String,
    url: String,
    title: String,
    says: String,
}

/// The next council of somebody's compound, for the head of their pages.
pub fn strip(r: &mut Read<'_>, area: AreaId, lang: Lang, now: Moment) -> Result<Option<Html>, Fault> {
    let Some(m) = coming(r, area, now)? else { return Ok(None) };
    let t = t(lang);
    let place = m.place.clone().unwrap_or_default();
    let view = Strip {
        label: t.msg_meetings_title(),
        url: url(m.id),
        title: title(lang, &m, now),
        says: t.msg_meeting_strip(span(lang, &m, now), place),
    };
    Ok(Some(Html::of(&view)))
}

#[derive(Template)]
#[template(path = "meeting_block.html")]
struct Block {
    t: &'static L10nLanguage,
    url: String,
    says: String,
}

/// On a matter's page: when and where it is or was talked over.
pub(crate) fn block(r: &mut Read<'_>, m: &Matter, lang: Lang, now: Moment) -> Result<Option<Html>, Fault> {
    let Some(g) = of_matter(r, m.id)? else { return Ok(None) };
    let (t, place) = (t(lang), g.place.clone().unwrap_or_default());
    let says = match (g.state, g.until) {
        (State::Called, _) if now <= g.ends => t.msg_meeting_of_called(span(lang, &g, now), place),
        (State::Posted, Some(until)) => t.msg_meeting_of_posted(when(lang, until, now)),
        (State::Final, _) => t.msg_meeting_of_final(when(lang, g.starts, now)),
        _ => t.msg_meeting_of_held(when(lang, g.starts, now)),
    };
    Ok(Some(Html::of(&Block { t, url: url(g.id), says })))
}

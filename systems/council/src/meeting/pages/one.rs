//! `/meetings/{meeting}`: a council as everybody sees it.

use super::super::notices::changed_words;
use super::super::rules::{State, door};
use super::super::store::{self, Meeting, invited, objections};
use super::super::{Changed, runs, side};
use super::said::{Point, bridge, counts, points, span, tag, title};
use super::{any, under, url, whoever};
use crate::caps;
use crate::say::when;
use crate::texts::{L10nLanguage, t};
use askama::Template;
use axum::extract::{Path, Query};
use axum::response::Response;
use lianxin_base::{Lang, Moment};
use lianxin_journal::text;
use lianxin_store::{Fault, Read};
use lianxin_web::components::{Back, Bridge, Facts, Html, Link, Notice, NoticeKind, Tag};
use lianxin_web::icons::Icon;
use lianxin_web::shell::{Kind, Tab};
use lianxin_web::{Trouble, Visit};
use serde::Deserialize;

/// What the address says.
#[derive(Deserialize, Default)]
pub(super) struct Asked {
    #[serde(default)]
    said: String,
}

/// The part that moves.
#[derive(Template)]
#[template(path = "meeting_now.html")]
struct Now {
    t: &'static L10nLanguage,
    element: String,
    src: String,
    title: String,
    tag: Tag<'static>,
    bridge: Bridge<'static>,
    facts: Facts<'static>,
    notice: Option<Notice<'static>>,
    points: Vec<Point>,
    more: Option<String>,
    minutes: Option<String>,
    objected: Option<String>,
    answers: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "meeting.html")]
struct View {
    back: Back<'static>,
    said: Option<Notice<'static>>,
    now: Html,
    /// The one thing to be done here, and what else.
    main: Option<Link<'static>>,
    others: Vec<Link<'static>>,
    journal: String,
    journal_says: String,
}

struct Seen {
    points: Vec<Point>,
    invited: Vec<String>,
    came: String,
    minutes: Option<String>,
    objections: Vec<store::Objected>,
    objected: bool,
    belongs: bool,
    here: bool,
    runs: bool,
    changed: String,
}

/// `GET /meetings/{meeting}`
pub(super) async fn page(
    visit: Visit,
    Path(meeting): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Trouble> {
    let m = any(&visit, &meeting).await?;
    let (lang, now, who) = (visit.lang, visit.now(), whoever(&visit));
    let mine: Vec<_> = visit
        .seats()
        .iter()
        .filter(|s| visit.house.powers().allow(s.role, caps::MEET))
        .map(|s| (s.org, s.scope()))
        .collect();
    let at = m.clone();
    let seen = visit
        .read(move |r| {
            let listed = store::present(r, at.id)?;
            let mut ours = false;
            for (org, scope) in &mine {
                ours = ours || runs(r, &at, *org, scope, now.day())?;
            }
            let objections = objections(r, at.id)?;
            let own =
                |o: &store::Objected| o.person == who.as_ref().map(|who| who.person) && Some(o.minutes) == at.minutes;
            Ok(Seen {
                objected: who.is_some() && objections.iter().any(own),
                points: points(r, &at, lang, now)?,
                invited: invited(r, at.id)?.into_iter().map(|(_, name)| name).collect(),
                came: counts(r, at.id, lang)?,
                minutes: at.minutes.map(|act| text(r, act, "words")).transpose()?.flatten(),
                objections,
                belongs: who.as_ref().map(|who| side(r, &at, who)).transpose()?.flatten().is_some(),
                here: who.as_ref().is_some_and(|who| listed.iter().any(|p| p.person == Some(who.person))),
                runs: ours,
                changed: changed(r, &at, lang, now)?,
            })
        })
        .await?;
    let (main, others) = links(&visit, &m, &seen);
    let part = now_part(&visit, &m, seen);
    if visit.fragment() == Some(part.element.as_str()) {
        return Ok(visit.page("", Kind::Phone).fragment(&part));
    }
    let t = t(lang);
    let name = part.title.clone();
    let view = View {
        back: Back::new("/meetings", t.msg_meeting_all()),
        said: said(t, &asked.said, &m, lang, now).map(|text| Notice::new(NoticeKind::Ok, text)),
        now: Html::of(&part),
        main,
        others,
        journal: format!("/journal/{}", m.id),
        journal_says: t.msg_journal_link(),
    };
    Ok(visit.page(&name, Kind::Phone).tab(Tab::Board).live().view(&view))
}

/// What was just done here: who has it now, and by when.
fn said(t: &L10nLanguage, what: &str, m: &Meeting, lang: Lang, now: lianxin_base::Moment) -> Option<String> {
    let until = || when(lang, m.until.unwrap_or(m.ends), now);
    match what {
        "called" => Some(t.msg_meeting_said_called()),
        "changed" => Some(t.msg_meeting_said_changed()),
        "here" => Some(t.msg_meeting_said_here()),
        "posted" => Some(t.msg_meeting_said_posted(until())),
        "objected" => Some(t.msg_meeting_said_objected(m.org_name.clone())),
        "off" => Some(t.msg_meeting_said_off()),
        _ => None,
    }
}

/// What was changed of it, and when it was to begin before: the newest last.
fn changed(r: &mut Read<'_>, m: &Meeting, lang: Lang, now: Moment) -> Result<String, Fault> {
    let (t, all) = (t(lang), store::changes(r, m.id)?);
    let said = all.iter().map(|c| {
        let (at, what) = (when(lang, c.at, now), changed_words(lang, &c.what));
        if c.what.contains(&Changed::Time) {
            t.msg_meeting_changed_from(at, what, when(lang, c.was, now))
        } else {
            t.msg_meeting_changed_says(at, what)
        }
    });
    Ok(said.collect::<Vec<_>>().join(&t.msg_meeting_and()))
}

fn now_part(visit: &Visit, m: &Meeting, seen: Seen) -> Now {
    let (lang, t, now) = (visit.lang, t(visit.lang), visit.now());
    let everybody = t.msg_meeting_everybody(m.area_name.clone());
    let who: Vec<String> = seen.invited.into_iter().chain([everybody]).collect();
    let facts = [
        (t.msg_meeting_when(), span(lang, m, now)),
        (t.msg_meeting_where(), m.place.clone().unwrap_or_default()),
        (t.msg_meeting_convener(), m.org_name.clone()),
        (t.msg_meeting_invited(), who.join(&t.msg_meeting_and())),
        (t.msg_meeting_changed(), seen.changed),
        (t.msg_meeting_present(), seen.came),
    ];
    let facts = facts.into_iter().filter(|(_, value)| !value.is_empty());
    let notice = match (m.state, m.until) {
        (State::Off, _) => Some((NoticeKind::Warn, t.msg_meeting_off_says(m.why.clone().unwrap_or_default()))),
        (State::Posted, Some(until)) if now <= until => {
            Some((NoticeKind::Info, t.msg_meeting_posted_says(when(lang, until, now))))
        }
        (State::Posted, _) if seen.objections.iter().any(|o| o.answer.is_none()) => {
            Some((NoticeKind::Info, t.msg_meeting_waits_says()))
        }
        (State::Posted, _) => Some((NoticeKind::Info, t.msg_meeting_soon_says())),
        (State::Final, _) => Some((NoticeKind::Ok, t.msg_meeting_final_says())),
        (State::Called, _) if now < m.starts => Some((NoticeKind::Info, t.msg_meeting_called_says())),
        (State::Called, _) if now > m.ends => Some((NoticeKind::Info, t.msg_meeting_held_says())),
        _ => None,
    };
    let answered = seen.objections.iter().filter(|o| o.answer.is_some()).count() as u64;
    let all = seen.objections.len() as u64;
    // What was objected is somebody's own words; what was answered is for everybody.
    let answers = seen.objections.iter().filter_map(|o| o.answered.clone()).map(|a| (t.msg_meeting_answered(), a));
    Now {
        t,
        element: m.element(),
        src: url(m.id),
        title: title(lang, m, now),
        tag: tag(lang, m, now),
        bridge: bridge(lang, m, now),
        facts: Facts { items: facts.map(|(name, value)| (name.into(), value.into())).collect() },
        notice: notice.map(|(kind, text)| Notice::new(kind, text)),
        points: seen.points,
        more: m.words.clone(),
        minutes: seen.minutes,
        objected: (all > 0).then(|| t.msg_meeting_objections(all, answered)),
        answers: answers.collect(),
    }
}

/// What this visitor can do here, the one thing that matters most apart from the others.
fn links(visit: &Visit, m: &Meeting, seen: &Seen) -> (Option<Link<'static>>, Vec<Link<'static>>) {
    let (t, now) = (t(visit.lang), visit.now());
    let open = door(m.state, now, m.starts, m.ends).is_ok();
    let come = (open && seen.belongs && !seen.here)
        .then(|| Link::new(under(m.id, "here"), t.msg_meeting_come()).icon(Icon::Qrcode));
    let object =
        (m.state == State::Posted && m.until.is_some_and(|until| now <= until) && seen.belongs && !seen.objected)
            .then(|| Link::new(under(m.id, "objection"), t.msg_meeting_object()).icon(Icon::MessageCircle));
    let run = seen.runs.then(|| Link::new(under(m.id, "desk"), t.msg_meeting_run()).icon(Icon::ClipboardList));
    let mut all: Vec<_> = [come, object].into_iter().flatten().collect();
    let main = if all.is_empty() { None } else { Some(all.remove(0)) };
    all.extend(run);
    (main, all)
}

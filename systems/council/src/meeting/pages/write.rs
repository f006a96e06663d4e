//! `/meetings/{meeting}/minutes`: what was said, and what of each matter.

use super::super::rules::{MINUTES_MAX, Outcome, until, whole};
use super::super::store::{Meeting, items};
use super::super::{Decided, NewMinutes, Refusal, minutes};
use super::said::{Point, outcome_name, points, title};
use super::{none, on, own, under, url};
use crate::course::{Author, Terms, parties, terms};
use crate::pages::moves::money;
use crate::pages::{author, sight};
use crate::plan::pages::{Offer, TAKE, block, offers_of, take};
use crate::rules::{Refusal as Rules, WORDS_MAX};
use crate::say::when;
use crate::store::by_id;
use crate::texts::{L10nLanguage, t};
use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use lianxin_base::{Day, Moment, OrgId, Refuse};
use lianxin_journal::text;
use lianxin_register::find::OrgRow;
use lianxin_web::components::{Back, Choice, ErrorSummary, Field, FieldKind, Html, Notice, NoticeKind, Submit};
use lianxin_web::shell::Kind;
use lianxin_web::{Fields, Trouble, Visit};
use std::collections::BTreeMap;

/// A matter of the agenda with its questions.
struct Row {
    n: i64,
    title: String,
    no: String,
    moved: Option<Notice<'static>>,
    /// Proposals that say what they cost and who does it.
    plans: Option<Html>,
    fields: Vec<Field<'static>>,
}

#[derive(Template)]
#[template(path = "meeting_write.html")]
struct View {
    t: &'static L10nLanguage,
    back: Back<'static>,
    title: String,
    lead: String,
    summary: Option<ErrorSummary<'static>>,
    action: String,
    csrf: String,
    words: Field<'static>,
    rows: Vec<Row>,
    submit: Submit<'static>,
}

struct Ground {
    points: Vec<Point>,
    /// What can be taken over, by the matter's place on the agenda.
    offers: BTreeMap<i64, Vec<Offer>>,
    parties: Vec<OrgRow>,
    /// The minutes that hang out, when they are written anew.
    before: String,
    until: Moment,
    terms: Terms,
}

async fn ground(visit: &Visit, m: &Meeting) -> Result<Ground, Trouble> {
    let (m, lang, now, sight) = (m.clone(), visit.lang, visit.now(), sight(visit));
    visit
        .read(move |r| {
            let terms = terms(r, m.area)?;
            let points = points(r, &m, lang, now)?;
            let mut offers = BTreeMap::new();
            for p in points.iter().filter(|p| !p.moved) {
                let Some(matter) = by_id(r, p.item.matter)? else { continue };
                offers.insert(p.n, offers_of(r, &matter, sight.eye(&matter), lang)?);
            }
            Ok(Ground {
                points,
                offers,
                parties: parties(r, m.area, now.day())?,
                before: m.minutes.map(|act| text(r, act, "words")).transpose()?.flatten().unwrap_or_default(),
                until: until(&terms, now, m.days),
                terms,
            })
        })
        .await
}

/// `GET /meetings/{meeting}/minutes`
pub(super) async fn form(visit: Visit, Path(meeting): Path<String>) -> Result<Response, Trouble> {
    let m = own(&visit, &meeting).await?;
    show(&visit, &m, &Fields::empty(visit.lang)).await
}

async fn show(visit: &Visit, m: &Meeting, fields: &Fields) -> Result<Response, Trouble> {
    let g = ground(visit, m).await?;
    let (lang, t, now) = (visit.lang, t(visit.lang), visit.now());
    let old = if fields.has("token") { fields.raw("words").to_owned() } else { g.before.clone() };
    let view = View {
        t,
        back: Back::new(under(m.id, "desk"), t.msg_meeting_run()),
        title: title(lang, m, now),
        lead: t.msg_meeting_write_lead(when(lang, g.until, now)),
        summary: (!fields.good()).then(|| fields.summary()),
        action: under(m.id, "minutes"),
        csrf: visit.token().to_owned(),
        words: Field::new(lang, "words", t.msg_meeting_minutes_words())
            .kind(FieldKind::Area)
            .hint(t.msg_meeting_minutes_hint())
            .value(old)
            .error(fields.fault("words"))
            .required()
            .max(MINUTES_MAX as u32),
        rows: g.points.iter().map(|p| row(visit, fields, (&g, &under(m.id, "minutes")), p)).collect(),
        submit: Submit::new(t.msg_meeting_post_go()),
    };
    let name = t.msg_meeting_write();
    let page = visit.page(&name, Kind::Desk);
    Ok(if fields.good() { page } else { page.wrong() }.view(&view))
}

fn row(visit: &Visit, fields: &Fields, (g, action): (&Ground, &str), p: &Point) -> Row {
    let (lang, t, i) = (visit.lang, t(visit.lang), &p.item);
    let field = |name: &str, label: String, before: String| {
        let name = format!("{name}-{}", p.n);
        let value = if fields.has("token") { fields.raw(&name).to_owned() } else { before };
        let fault = fields.fault(&name);
        Field::new(lang, name, label).value(value).error(fault)
    };
    let kinds = Outcome::ALL.iter().map(|o| Choice::new(o.name(), outcome_name(lang, *o))).collect();
    let mut orgs = vec![Choice::new("", t.msg_meeting_choose())];
    orgs.extend(g.parties.iter().map(|o| Choice::new(o.id.to_string(), o.name.clone())));
    // The usual time, counted from when the minutes will be final.
    let usual = g.terms.calendar.add_working_days(g.until.day(), USUAL_DAYS).to_string();
    Row {
        n: p.n,
        title: p.title.clone(),
        no: p.no.clone(),
        plans: g.offers.get(&p.n).and_then(|o| block(lang, o, Some(fields), (action, &format!("-{}", p.n)))),
        moved: p.moved.then(|| Notice::new(NoticeKind::Warn, t.msg_meeting_moved())),
        fields: vec![
            field("kind", t.msg_meeting_outcome(), i.outcome.map_or_else(String::new, |o| o.to_string()))
                .kind(FieldKind::Select(kinds))
                .required(),
            field("say", t.msg_meeting_say(), p.words.clone()).kind(FieldKind::Area).max(WORDS_MAX as u32),
            field("executor", t.msg_meeting_executor(), i.executor.map_or_else(String::new, |o| o.to_string()))
                .kind(FieldKind::Select(orgs))
                .hint(t.msg_meeting_only_do()),
            field("deadline", t.msg_desk_deadline(), i.by.map_or(usual, |day| day.to_string())).kind(FieldKind::Date),
            field("limit", t.msg_decision_limit(), i.limit.map_or_else(String::new, |fen| fen.to_string()))
                .max(20)
                .autocomplete("off"),
        ],
    }
}

/// So many working days are offered to whoever does it.
const USUAL_DAYS: u32 = 5;

/// `POST /meetings/{meeting}/minutes`
pub(super) async fn send(visit: Visit, Path(meeting): Path<String>, mut fields: Fields) -> Result<Response, Trouble> {
    let m = own(&visit, &meeting).await?;
    if fields.has(TAKE) {
        return take_over(&visit, &m, fields).await;
    }
    let words = fields.opt_text("words", MINUTES_MAX).unwrap_or_default();
    if words.is_empty() && fields.fault("words").is_none() {
        fields.refuse(&Refusal::NoMinutes);
    }
    let id = m.id;
    let (agenda, g) = (visit.read(move |r| Ok(items(r, id)?)).await?, ground(&visit, &m).await?);
    let all: Vec<Decided> = agenda.iter().map(|i| read(&visit, &mut fields, i.n, g.until)).collect();
    if !fields.good() {
        return show(&visit, &m, &fields).await;
    }
    let (new, who) = (NewMinutes { words, items: all }, author(&visit, visit.act_id(), None));
    let terms = g.terms;
    let done = visit
        .act_once(m.area, fields.token(), move |tx, token| {
            minutes(tx, &terms, &Author { token, ..who.clone() }, id, &new)
        })
        .await;
    match done {
        Ok(_) => Ok(on(&visit, &url(m.id), "posted")),
        Err(trouble) => {
            fields.absorb(none(trouble))?;
            show(&visit, &m, &fields).await
        }
    }
}

/// The form once more, with what the pressed proposal says about its matter. Nothing is recorded.
async fn take_over(visit: &Visit, m: &Meeting, mut fields: Fields) -> Result<Response, Trouble> {
    let g = ground(visit, m).await?;
    let found = g.offers.iter().find(|(n, offers)| take(&mut fields, offers, &format!("-{n}")));
    match found {
        Some((n, _)) => fields.fill(&format!("kind-{n}"), Outcome::Do.name()),
        None => fields.refuse(&crate::plan::Refusal::Gone),
    }
    show(visit, m, &fields).await
}

/// What was answered about the nth matter; what is missing is noted beside its question.
fn read(visit: &Visit, fields: &mut Fields, n: i64, until: Moment) -> Decided {
    let key = |name: &str| format!("{name}-{n}");
    let outcome: Option<Outcome> = fields.raw(&key("kind")).parse().ok();
    let words = fields.opt_text(&key("say"), WORDS_MAX).unwrap_or_default();
    let done = outcome == Some(Outcome::Do);
    let executor: Option<OrgId> = fields.raw(&key("executor")).parse().ok();
    let by: Option<Day> = if done { fields.opt_day(&key("deadline")) } else { None };
    let limit = if done { money(fields, &key("limit")) } else { Ok(None) };
    let bad = limit.is_err();
    let all = Decided { n, outcome, words, executor: executor.filter(|_| done), by, limit: limit.unwrap_or(None) };
    if bad {
        fields.note(&key("limit"), Rules::BadLimit.code(), Rules::BadLimit.say(visit.lang));
    }
    if let Err(no) = whole(&all.row(), until) {
        let name = key(no.field().unwrap_or("kind"));
        if fields.fault(&name).is_none() {
            fields.note(&name, no.code(), no.say(visit.lang));
        }
    }
    all
}

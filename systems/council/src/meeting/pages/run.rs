//! `/meetings/{meeting}/desk`: who runs a council sees who came, copies the sheet, strikes a line, answers objections.

use super::super::rules::{NAMES_MAX, State, may_cancel, may_change, may_copy};
use super::super::store::{self, Meeting, Present, objections, present};
use super::super::{How, NewName, Refusal, answer, cancel, copied, sheet as keep_sheet, sides, strike};
use super::said::{span, tag, title};
use super::{none, on, own, under, url};
use crate::course::Author;
use crate::pages::author;
use crate::rules::WORDS_MAX;
use crate::say::when;
use crate::texts::{L10nLanguage, t};
use askama::Template;
use axum::extract::{Path, Query};
use axum::response::Response;
use lianxin_base::{ActId, AreaId, Day, OrgId, PersonId};
use lianxin_journal::Receipt;
use lianxin_register::find;
use lianxin_store::{Fault, Read, Stop, Tx};
use lianxin_web::components::{
    Back, Choice, ErrorSummary, Field, FieldKind, Html, Link, Meta, Notice, NoticeKind, PhotoField, Shot, Shots, Tag,
};
use lianxin_web::icons::Icon;
use lianxin_web::photos::{PHOTO_FIELD, Photo, kept, photos};
use lianxin_web::shell::Kind;
use lianxin_web::{Fields, Trouble, Visit};
use serde::Deserialize;
use std::collections::BTreeSet;

/// Two of one name are enough to know that it is not known who is meant.
const NAMESAKES: i64 = 2;

/// What the address says.
#[derive(Deserialize, Default, Clone)]
pub(super) struct Asked {
    #[serde(default)]
    said: String,
    #[serde(default)]
    strike: String,
}

/// A line of the list.
struct Line {
    who: String,
    meta: Meta<'static>,
    strike: Option<String>,
}

/// The part that moves while people come in.
#[derive(Template)]
#[template(path = "meeting_present.html")]
struct List {
    t: &'static L10nLanguage,
    element: String,
    src: String,
    n: String,
    lines: Vec<Line>,
}

struct Answering {
    who: Meta<'static>,
    words: String,
    answered: Option<String>,
    act: String,
    field: Field<'static>,
}

/// A form for one reason: striking, calling off.
struct Reason {
    label: String,
    action: String,
    hidden: Option<String>,
    field: Field<'static>,
    go: String,
}

#[derive(Template)]
#[template(path = "meeting_run.html")]
struct View {
    t: &'static L10nLanguage,
    back: Back<'static>,
    title: String,
    span: String,
    tag: Tag<'static>,
    said: Option<Notice<'static>>,
    summary: Option<ErrorSummary<'static>>,
    acts: Vec<Link<'static>>,
    write: Option<Link<'static>>,
    csrf: String,
    strike: Option<Reason>,
    list: Html,
    sheet: Option<(String, Field<'static>, Field<'static>, PhotoField<'static>)>,
    /// The photos of the signed sheet.
    shots: Option<Shots<'static>>,
    missing: Option<Notice<'static>>,
    objections: Vec<Answering>,
    answer: String,
    off: Option<Reason>,
}

struct Seen {
    lines: Vec<(Present, String)>,
    sides: Vec<(OrgId, String)>,
    objections: Vec<(store::Objected, String)>,
    sheets: Vec<Photo>,
}

fn look(r: &mut Read<'_>, m: &Meeting) -> Result<Seen, Fault> {
    let mut lines = Vec::new();
    for p in present(r, m.id)? {
        let name = match p.person {
            Some(person) => find::person_name(r, person)?,
            None => p.name.clone(),
        };
        lines.push((p, name.unwrap_or_default()));
    }
    let mut all = Vec::new();
    for o in objections(r, m.id)? {
        let name = o.person.map(|person| find::person_name(r, person)).transpose()?.flatten().unwrap_or_default();
        all.push((o, name));
    }
    Ok(Seen { lines, sides: sides(r, m)?, objections: all, sheets: store::sheets(r, m.id)? })
}

/// `GET /meetings/{meeting}/desk`
pub(super) async fn page(
    visit: Visit,
    Path(meeting): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Trouble> {
    let m = own(&visit, &meeting).await?;
    show(&visit, &m, &asked, &Fields::empty(visit.lang)).await
}

async fn show(visit: &Visit, m: &Meeting, asked: &Asked, fields: &Fields) -> Result<Response, Trouble> {
    let at = m.clone();
    let seen = visit.read(move |r| Ok(look(r, &at)?)).await?;
    let list = list(visit, m, &seen);
    if visit.fragment() == Some(list.element.as_str()) {
        return Ok(visit.page("", Kind::Desk).fragment(&list));
    }
    let view = view(visit, m, asked, fields, (&seen, Html::of(&list)));
    let name = view.title.clone();
    let page = visit.page(&name, Kind::Desk).live();
    Ok(if fields.good() { page } else { page.wrong() }.view(&view))
}

fn list(visit: &Visit, m: &Meeting, seen: &Seen) -> List {
    let (lang, t, now) = (visit.lang, t(visit.lang), visit.now());
    let open = may_copy(m.state, now, m.starts).is_ok();
    let line = |(p, name): &(Present, String)| {
        let side = p.org_name.clone().unwrap_or_else(|| t.msg_meeting_residents());
        let how = match p.how {
            How::Code => t.msg_meeting_by_code(),
            How::Sheet => t.msg_meeting_by_sheet(),
        };
        let struck = p.struck.map(|_| t.msg_meeting_struck(p.why.clone().unwrap_or_default()));
        let parts = [side, how, when(lang, p.at, now), struck.unwrap_or_default()];
        let strike = format!("{}?strike={}#strike", under(m.id, "desk"), p.act);
        Line {
            who: if name.is_empty() { t.msg_meeting_nameless() } else { name.clone() },
            meta: Meta::of(parts),
            strike: (open && p.struck.is_none()).then_some(strike),
        }
    };
    let there = seen.lines.iter().filter(|(p, _)| p.struck.is_none()).count() as u64;
    List {
        t,
        element: m.element(),
        src: under(m.id, "desk"),
        n: t.msg_meeting_count(there),
        lines: seen.lines.iter().map(line).collect(),
    }
}

fn view(visit: &Visit, m: &Meeting, asked: &Asked, fields: &Fields, (seen, list): (&Seen, Html)) -> View {
    let (lang, t, now) = (visit.lang, t(visit.lang), visit.now());
    let link = |page: &str, label: String, icon: Icon| Link::new(under(m.id, page), label).icon(icon);
    let mut acts = Vec::new();
    if matches!(m.state, State::Called) {
        acts.push(link("screen", t.msg_meeting_screen(), Icon::Qrcode));
        acts.push(link("paper", t.msg_meeting_paper(), Icon::Printer));
        acts.push(link("door", t.msg_meeting_poster(), Icon::Printer));
        if may_change(m.state, now, m.starts).is_ok() {
            acts.push(link("change", t.msg_meeting_change(), Icon::Pencil));
        }
    }
    let writes = matches!(m.state, State::Called | State::Posted) && m.starts <= now;
    let label = if m.state == State::Posted { t.msg_meeting_write_anew() } else { t.msg_meeting_write() };
    let said = match asked.said.as_str() {
        "copied" => Some(t.msg_meeting_said_copied()),
        "struck" => Some(t.msg_meeting_said_struck()),
        "answered" => Some(answered(visit, m, seen)),
        _ => None,
    };
    View {
        t,
        back: Back::new(url(m.id), t.msg_meeting_back()),
        title: title(lang, m, now),
        span: span(lang, m, now),
        tag: tag(lang, m, now),
        said: said.map(|text| Notice::new(NoticeKind::Ok, text)),
        summary: (!fields.good()).then(|| fields.summary()),
        acts,
        write: writes.then(|| link("minutes", label, Icon::Pencil)),
        csrf: visit.token().to_owned(),
        strike: striking(visit, m, asked, fields, seen),
        list,
        sheet: may_copy(m.state, now, m.starts).is_ok().then(|| sheet(visit, m, fields, seen)),
        shots: shots(visit, m, seen),
        missing: m
            .write_by
            .filter(|by| m.state == State::Called && *by < now)
            .map(|by| Notice::new(NoticeKind::Warn, t.msg_meeting_missing_says(when(lang, by, now)))),
        objections: seen.objections.iter().map(|o| answering(visit, m, fields, o)).collect(),
        answer: under(m.id, "answer"),
        off: may_cancel(m.state).is_ok().then(|| Reason {
            label: if now < m.starts { t.msg_meeting_cancel() } else { t.msg_meeting_not_held() },
            action: under(m.id, "cancel"),
            hidden: None,
            field: reason(visit, fields, asked.strike.is_empty(), t.msg_meeting_cancel_why()),
            go: t.msg_meeting_cancel_go(),
        }),
    }
}

/// An answer was noted: what the minutes wait for now.
fn answered(visit: &Visit, m: &Meeting, seen: &Seen) -> String {
    let (lang, t, now) = (visit.lang, t(visit.lang), visit.now());
    let open = seen.objections.iter().filter(|(o, _)| o.answer.is_none()).count() as u64;
    match m.until.filter(|until| now < *until) {
        _ if open > 0 => t.msg_meeting_said_answered_some(open),
        Some(until) => t.msg_meeting_said_answered(when(lang, until, now)),
        None => t.msg_meeting_said_answered_last(),
    }
}

/// Why; as it was typed, if it was this form that came back.
fn reason(visit: &Visit, fields: &Fields, this: bool, label: String) -> Field<'static> {
    let field = Field::new(visit.lang, "reason", label).required().max(WORDS_MAX as u32);
    if this { field.value(fields.raw("reason").to_owned()).error(fields.fault("reason")) } else { field }
}

fn striking(visit: &Visit, m: &Meeting, asked: &Asked, fields: &Fields, seen: &Seen) -> Option<Reason> {
    let t = t(visit.lang);
    let (p, name) = seen.lines.iter().find(|(p, _)| p.act.to_string() == asked.strike && p.struck.is_none())?;
    Some(Reason {
        label: t.msg_meeting_strike(name.clone()),
        action: under(m.id, "strike"),
        hidden: Some(p.act.to_string()),
        field: reason(visit, fields, true, t.msg_meeting_strike_why()),
        go: t.msg_meeting_strike_go(),
    })
}

/// The photos of the signed sheet, for who runs it.
fn shots(visit: &Visit, m: &Meeting, seen: &Seen) -> Option<Shots<'static>> {
    let t = t(visit.lang);
    let shot = |(n, photo): (usize, &Photo)| Shot {
        large: under(m.id, &format!("sheet/{n}/large")).into(),
        small: under(m.id, &format!("sheet/{n}/small")).into(),
        alt: t.msg_photo_alt(n).into(),
        width: photo.width,
        height: photo.height,
    };
    let items: Vec<_> = (1..).zip(&seen.sheets).map(shot).collect();
    (!items.is_empty()).then(|| Shots { title: t.msg_meeting_sheets().into(), items })
}

fn sheet(
    visit: &Visit,
    m: &Meeting,
    fields: &Fields,
    seen: &Seen,
) -> (String, Field<'static>, Field<'static>, PhotoField<'static>) {
    let (lang, t) = (visit.lang, t(visit.lang));
    let mut sides = vec![Choice::new("", t.msg_meeting_residents())];
    sides.extend(seen.sides.iter().map(|(id, name)| Choice::new(id.to_string(), name.clone())));
    let names = Field::new(lang, "names", t.msg_meeting_names())
        .kind(FieldKind::Area)
        .hint(t.msg_meeting_names_hint())
        .value(fields.raw("names").to_owned())
        .error(fields.fault("names"));
    let side = Field::new(lang, "side", t.msg_meeting_side())
        .kind(FieldKind::Select(sides))
        .value(fields.raw("side").to_owned())
        .error(fields.fault("side"));
    let photo = PhotoField {
        lang,
        label: t.msg_meeting_sheet_photo().into(),
        kept: kept(visit, fields),
        error: fields.fault(PHOTO_FIELD),
    };
    (under(m.id, "sheet"), side, names, photo)
}

fn answering(visit: &Visit, m: &Meeting, fields: &Fields, (o, name): &(store::Objected, String)) -> Answering {
    let (lang, t, now) = (visit.lang, t(visit.lang), visit.now());
    let this = fields.raw("objection") == o.act.to_string();
    let old = if Some(o.minutes) == m.minutes { String::new() } else { t.msg_meeting_older() };
    let field =
        Field::new(lang, "answer", t.msg_meeting_answer()).kind(FieldKind::Area).required().max(WORDS_MAX as u32);
    let field = field.hint(t.msg_meeting_answer_hint());
    Answering {
        who: Meta::of([o.org_name.clone().unwrap_or_default(), name.clone(), when(lang, o.at, now), old]),
        words: o.words.clone().unwrap_or_default(),
        answered: o.answer.map(|_| o.answered.clone().unwrap_or_default()),
        act: o.act.to_string(),
        field: if this { field.value(fields.raw("answer").to_owned()).error(fields.fault("answer")) } else { field },
    }
}

/// Sends a command of the desk and leads back to it.
async fn sent(
    visit: &Visit,
    m: &Meeting,
    (asked, mut fields): (Asked, Fields),
    to: (String, &str),
    run: impl Fn(&mut Tx<'_>, &Author) -> Result<Receipt, Stop> + Send + 'static,
) -> Result<Response, Trouble> {
    if !fields.good() {
        return show(visit, m, &asked, &fields).await;
    }
    let who = author(visit, visit.act_id(), None);
    let done = visit.act_once(m.area, fields.token(), move |tx, token| run(tx, &Author { token, ..who.clone() })).await;
    match done {
        Ok(_) => Ok(on(visit, &to.0, to.1)),
        Err(trouble) => {
            fields.absorb(none(trouble))?;
            show(visit, m, &asked, &fields).await
        }
    }
}

/// `POST /meetings/{meeting}/sheet`
pub(super) async fn copy(visit: Visit, Path(meeting): Path<String>, mut fields: Fields) -> Result<Response, Trouble> {
    let m = own(&visit, &meeting).await?;
    let came = photos(&visit, &mut fields).await?;
    let org: Option<OrgId> = fields.opt_id("side");
    let typed = fields.opt_text("names", WORDS_MAX * 2).unwrap_or_default();
    let names: Vec<String> =
        typed.lines().map(|l| l.trim().to_owned()).filter(|l| !l.is_empty()).take(NAMES_MAX + 1).collect();
    if names.is_empty() && came.is_empty() && fields.fault("names").is_none() {
        fields.refuse(&Refusal::NoName);
    }
    let acts: Vec<(ActId, String)> = names.into_iter().map(|name| (visit.act_id(), name)).collect();
    let (id, area, today, kept) = (m.id, m.area, visit.now().day(), visit.act_id());
    sent(&visit, &m, (Asked::default(), fields), (under(m.id, "desk"), "copied"), move |tx, author| {
        if acts.is_empty() {
            return keep_sheet(tx, author, id, &came);
        }
        let mut all = Vec::new();
        for (act, name) in &acts {
            let person = match org {
                Some(org) => seated(tx, org, today, name)?,
                None => known(tx, area, name)?,
            };
            all.push(NewName { act: *act, person, name: name.clone() });
        }
        let receipt = match copied(tx, author, id, org, &all) {
            // Everybody on it is on the list: the photo is kept all the same.
            Err(Stop::Refused(no))
                if no.code() == lianxin_base::Refuse::code(&Refusal::Already) && !came.is_empty() =>
            {
                return keep_sheet(tx, author, id, &came);
            }
            other => other?,
        };
        if !came.is_empty() {
            keep_sheet(tx, &Author { act: kept, token: None, ..author.clone() }, id, &came)?;
        }
        Ok(receipt)
    })
    .await
}

/// Whom a resident's name on the sheet means, if exactly one here bears it.
fn known(r: &mut Read<'_>, area: AreaId, name: &str) -> Result<Option<PersonId>, Fault> {
    let all = find::people_named(r, area, name, NAMESAKES)?;
    Ok(if let [one] = all[..] { Some(one) } else { None })
}

/// Whom a name means that signed for an organisation: who has a seat there, never a resident of the same name.
fn seated(r: &mut Read<'_>, org: OrgId, on: Day, name: &str) -> Result<Option<PersonId>, Fault> {
    let full = lianxin_register::person_name(name);
    let mut all = BTreeSet::new();
    for person in find::seats_of_org(r, org, on)?.into_iter().filter_map(|seat| seat.person) {
        if find::person_name(r, person)?.as_deref() == Some(full.as_str()) {
            all.insert(person);
        }
    }
    Ok(if all.len() == 1 { all.pop_first() } else { None })
}

/// `POST /meetings/{meeting}/strike`
pub(super) async fn strike_off(
    visit: Visit,
    Path(meeting): Path<String>,
    mut fields: Fields,
) -> Result<Response, Trouble> {
    let m = own(&visit, &meeting).await?;
    let asked = Asked { strike: fields.raw("attendance").to_owned(), ..Asked::default() };
    let line: ActId = asked.strike.parse().map_err(|_| Trouble::NotFound)?;
    let words = fields.opt_text("reason", WORDS_MAX).unwrap_or_default();
    let id = m.id;
    sent(&visit, &m, (asked, fields), (under(m.id, "desk"), "struck"), move |tx, author| {
        strike(tx, author, id, line, &words)
    })
    .await
}

/// `POST /meetings/{meeting}/cancel`
pub(super) async fn call_off(
    visit: Visit,
    Path(meeting): Path<String>,
    mut fields: Fields,
) -> Result<Response, Trouble> {
    let m = own(&visit, &meeting).await?;
    let words = fields.opt_text("reason", WORDS_MAX).unwrap_or_default();
    let id = m.id;
    sent(&visit, &m, (Asked::default(), fields), (url(m.id), "off"), move |tx, author| cancel(tx, author, id, &words))
        .await
}

/// `POST /meetings/{meeting}/answer`
pub(super) async fn reply(visit: Visit, Path(meeting): Path<String>, mut fields: Fields) -> Result<Response, Trouble> {
    let m = own(&visit, &meeting).await?;
    let objection: ActId = fields.raw("objection").parse().map_err(|_| Trouble::NotFound)?;
    let words = fields.opt_text("answer", WORDS_MAX).unwrap_or_default();
    let id = m.id;
    sent(&visit, &m, (Asked::default(), fields), (under(m.id, "desk"), "answered"), move |tx, author| {
        answer(tx, author, id, objection, &words)
    })
    .await
}

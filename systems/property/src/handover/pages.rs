//! `/votes/{vote}/first-meeting`, `/votes/{vote}/hand-over`: the convener and the committee note what came after the election;
//! everybody reads it on the vote's page.

use super::rules::{Item, Stands, Thing, WHO_MAX, WORDS_MAX, has_before};
use super::store::{self, Held, Line, lines, now, open};
use super::{NewHandOver, NewMeeting, hand_over, hand_over_due, meet, meeting_due, members, print};
use crate::assembly::Vote;
use crate::assembly::pages::{author, on, own, under};
use crate::caps;
use crate::election::Kind as ElectionKind;
use crate::election::store::{self as elections, Election};
use crate::refusal::Refusal;
use crate::say::plain_day;
use crate::texts::t;
use crate::words::Author;
use askama::Template;
use axum::extract::{Path, Query};
use axum::response::Response;
use lianxin_base::{Day, Fen, Lang, Refuse as _, SeatId};
use lianxin_gate::Gate;
use lianxin_register::find;
use lianxin_store::{Fault, Read};
use lianxin_web::components::{
    Back, Choice, Choices, ErrorSummary, Facts, Field, FieldKind, Link, Look, Notice, NoticeKind, Submit, Text,
};
use lianxin_web::icons::Icon;
use lianxin_web::shell::Kind;
use lianxin_web::{Fields, Route, Trouble, Visit};
use serde::Deserialize;

/// The routes of first meetings and hand-overs.
pub(crate) fn routes() -> Vec<Route> {
    vec![
        Route::get("/votes/{vote}/first-meeting", Gate::Can(caps::CONVENE), meeting_form),
        Route::post("/votes/{vote}/first-meeting", Gate::Can(caps::CONVENE), send_meeting),
        Route::get("/votes/{vote}/hand-over", Gate::Can(caps::CONVENE), hand_form),
        Route::post("/votes/{vote}/hand-over", Gate::Can(caps::CONVENE), send_hand),
        Route::get("/votes/{vote}/hand-over/print", Gate::Can(caps::CONVENE), print::page),
    ]
}

/// A thing in words.
pub(crate) fn thing_name(lang: Lang, thing: Thing) -> String {
    let t = t(lang);
    match thing {
        Thing::Files => t.msg_thing_files(),
        Thing::Seal => t.msg_thing_seal(),
        Thing::Accounts => t.msg_thing_accounts(),
        Thing::Money => t.msg_thing_money(),
        Thing::Other => t.msg_thing_other(),
    }
}

/// How it stands with it, in words.
pub(crate) fn stands_name(lang: Lang, stands: Stands) -> String {
    match stands {
        Stands::Handed => t(lang).msg_thing_handed(),
        Stands::Missing => t(lang).msg_thing_missing(),
        Stands::Nothing => t(lang).msg_thing_nothing(),
    }
}

/// The field that says what it is.
const fn words_of(thing: Thing) -> &'static str {
    match thing {
        Thing::Files => "files_words",
        Thing::Seal => "seal_words",
        Thing::Accounts => "accounts_words",
        Thing::Money => "money_words",
        Thing::Other => "other_words",
    }
}

/// What was noted of a thing, in a line: how much, what exactly.
pub(super) fn line_says(lang: Lang, l: &Line) -> String {
    let t = t(lang);
    let sum = l.sum.map(|sum| t.msg_yuan(sum.to_string()));
    let parts: Vec<String> =
        [Some(stands_name(lang, l.stands)), sum, Some(l.words.clone())].into_iter().flatten().collect();
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(if lang == Lang::Zh {
        "，"
    } else {
        ", "
    })
}

fn seat_name(r: &mut Read<'_>, lang: Lang, seat: SeatId) -> Result<String, Fault> {
    let person = find::seat(r, seat)?.and_then(|seat| seat.person);
    let name = person.map(|person| find::person_name(r, person)).transpose()?.flatten();
    Ok(name.unwrap_or_else(|| t(lang).msg_nameless()))
}

fn met_says(r: &mut Read<'_>, lang: Lang, held: &Held) -> Result<String, Fault> {
    let (t, (came, all)) = (t(lang), held.came);
    let (chair, vice) = (seat_name(r, lang, held.chair)?, seat_name(r, lang, held.vice)?);
    let says = t.msg_met_says(plain_day(lang, held.day), all, came, chair, vice);
    Ok(if held.late.is_empty() { says } else { format!("{says}{}", t.msg_first_was_late(held.late.clone())) })
}

/// What everybody reads of what came after an election: its meeting, what was handed over, what is missing.
///
/// # Errors
/// The database's trouble.
pub(crate) fn after(r: &mut Read<'_>, lang: Lang, v: &Vote) -> Result<Vec<(String, String)>, Fault> {
    let Some(e) = elections::of(r, v.id)?.filter(|e| e.term.is_some()) else { return Ok(Vec::new()) };
    let (t, mut all) = (t(lang), Vec::new());
    match (store::meeting(r, v.id)?, e.meets) {
        (Some(held), _) => all.push((t.msg_meeting(), met_says(r, lang, &held)?)),
        (None, Some(last)) => all.push((t.msg_meeting(), t.msg_meeting_waits(plain_day(lang, last)))),
        (None, None) => {}
    }
    if !has_before(e.kind) {
        return Ok(all);
    }
    let (lines, name) = (lines(r, v.id)?, name_of(lang, e.kind));
    if lines.is_empty() {
        let waits = e.hands.map_or_else(|| t.msg_hand_over_open(), |last| t.msg_hand_over_waits(plain_day(lang, last)));
        all.push((name.clone(), waits));
    }
    for l in Thing::ALL.iter().filter_map(|thing| now(&lines, *thing)).filter(|l| l.stands != Stands::Nothing) {
        let says = t.msg_hand_over_says(line_says(lang, l), plain_day(lang, l.day));
        all.push((t.msg_hand_over_of(thing_name(lang, l.thing)), says));
    }
    let mut late: Vec<&Line> = lines.iter().filter(|l| !l.late.is_empty()).collect();
    late.dedup_by_key(|l| l.act);
    all.extend(late.iter().map(|l| (name.clone(), t.msg_first_was_late(l.late.clone()))));
    Ok(all)
}

/// Where a seat goes on from the page on which the committee took its seats.
pub(crate) fn links(lang: Lang, v: &Vote, e: &Election) -> Vec<Link<'static>> {
    let t = t(lang);
    let mut all = Vec::new();
    if e.term.is_some() && e.kind != ElectionKind::By {
        all.push(Link::new(under(v.id, "first-meeting"), t.msg_meeting()).icon(Icon::UsersGroup));
    }
    if e.term.is_some() && has_before(e.kind) {
        all.push(Link::new(under(v.id, "hand-over"), name_of(lang, e.kind)).icon(Icon::ClipboardList));
    }
    all
}

/// What the hand-over is called: by the committee before, or by who prepared the first one.
pub(super) fn name_of(lang: Lang, kind: ElectionKind) -> String {
    match kind {
        ElectionKind::First => t(lang).msg_hand_over_group(),
        ElectionKind::Renewal | ElectionKind::By => t(lang).msg_hand_over(),
    }
}

/// What the address says.
#[derive(Deserialize, Default)]
struct Asked {
    #[serde(default)]
    said: String,
}

#[derive(Template)]
#[template(path = "handover.html")]
struct View {
    back: Back<'static>,
    heading: String,
    title: String,
    until: Option<String>,
    said: Option<Notice<'static>>,
    summary: Option<ErrorSummary<'static>>,
    notice: Option<Notice<'static>>,
    known: Facts<'static>,
    print: Option<Link<'static>>,
    action: String,
    csrf: String,
    form: Option<Form>,
}

/// What is asked.
struct Form {
    choices: Option<Choices<'static>>,
    fields: Vec<Field<'static>>,
    submit: Submit<'static>,
}

fn field(lang: Lang, fields: &Fields, name: &'static str, label: String) -> Field<'static> {
    Field::new(lang, name, label).value(fields.raw(name).to_owned()).error(fields.fault(name))
}

/// Why it is late: asked once the last day is over.
fn late_field(visit: &Visit, fields: &Fields, due: Option<&(Day, String)>) -> Option<Field<'static>> {
    let t = t(visit.lang);
    let over = due.is_some_and(|(last, _)| visit.now().day() > *last);
    (over || fields.fault("late").is_some()).then(|| {
        let why = field(visit.lang, fields, "late", t.msg_first_why_late()).kind(FieldKind::Area);
        why.hint(t.msg_first_why_late_hint()).max(WORDS_MAX as u32)
    })
}

fn until(lang: Lang, due: Option<&(Day, String)>) -> Option<String> {
    due.map(|(last, article)| t(lang).msg_first_until(plain_day(lang, *last), article.clone()))
}

/// An election of the visitor's whose members sit.
async fn seated(visit: &Visit, text: &str) -> Result<(Vote, Election), Trouble> {
    let v = own(visit, text).await?;
    let id = v.id;
    let e = visit.read(move |r| Ok(elections::of(r, id)?)).await?.ok_or(Trouble::NotFound)?;
    if e.term.is_some() { Ok((v, e)) } else { Err(Trouble::refused(Refusal::NotSeated)) }
}

/// Who may be chosen, by name.
async fn sitting(visit: &Visit, e: &Election) -> Result<Vec<(SeatId, String)>, Trouble> {
    let (e, lang, today) = (e.clone(), visit.lang, visit.now().day());
    let found = visit.read(move |r| {
        let mut all = Vec::new();
        for seat in members(r, &e, today)? {
            all.push((seat.id, seat_name(r, lang, seat.id)?));
        }
        Ok(all)
    });
    found.await
}

/// `GET /votes/{vote}/first-meeting`
async fn meeting_form(visit: Visit, Path(vote): Path<String>, Query(asked): Query<Asked>) -> Result<Response, Trouble> {
    let at = seated(&visit, &vote).await?;
    let fields = Fields::empty(visit.lang).with("day", &visit.now().day().to_string());
    show_meeting(&visit, &at, &asked.said, &fields).await
}

async fn show_meeting(
    visit: &Visit,
    (v, e): &(Vote, Election),
    said: &str,
    fields: &Fields,
) -> Result<Response, Trouble> {
    if e.kind == ElectionKind::By {
        return Err(Trouble::NotFound);
    }
    let (lang, t, id) = (visit.lang, t(visit.lang), v.id);
    let found = visit.read(move |r| match store::meeting(r, id)? {
        Some(held) => Ok(Some(met_says(r, lang, &held)?)),
        None => Ok(None),
    });
    let held = found.await?;
    let (all, due) = (sitting(visit, e).await?, meeting_due(v, e));
    let choices = || all.iter().map(|(seat, name)| Choice::new(seat.to_string(), name.clone())).collect::<Vec<_>>();
    let mut came = Choices::new(lang, Look::Checks, "came", t.msg_meeting_came());
    for choice in choices() {
        came = came.item(choice);
    }
    for seat in fields.all("came") {
        came = came.chosen(seat.to_owned());
    }
    let mut asks = vec![
        field(lang, fields, "day", t.msg_meeting_day()).kind(FieldKind::Date).required(),
        field(lang, fields, "chair", t.msg_meeting_chair()).kind(FieldKind::Select(choices())).required(),
        field(lang, fields, "vice", t.msg_meeting_vice()).kind(FieldKind::Select(choices())).required(),
    ];
    asks.extend(late_field(visit, fields, due.as_ref()));
    let items: Vec<(Text<'static>, Text<'static>)> =
        held.iter().map(|says| (t.msg_meeting().into(), says.clone().into())).collect();
    let view = View {
        back: Back::new(under(v.id, "seats"), t.msg_seating()),
        heading: t.msg_meeting(),
        title: v.title.clone(),
        until: until(lang, due.as_ref()),
        said: (said == "held").then(|| Notice::new(NoticeKind::Ok, t.msg_said_met())),
        summary: (!fields.good()).then(|| fields.summary()),
        notice: held.is_none().then(|| Notice::new(NoticeKind::Info, t.msg_meeting_lead())),
        known: Facts { items },
        print: None,
        action: under(v.id, "first-meeting"),
        csrf: visit.token().to_owned(),
        form: held.is_none().then(|| Form {
            choices: Some(came.hint(t.msg_meeting_came_hint()).error(fields.fault("came")).required()),
            fields: asks,
            submit: Submit::new(t.msg_meeting_go()),
        }),
    };
    let title = t.msg_meeting();
    let page = visit.page(&title, Kind::Desk);
    Ok(if fields.good() { page } else { page.wrong() }.view(&view))
}

/// `POST /votes/{vote}/first-meeting`
async fn send_meeting(visit: Visit, Path(vote): Path<String>, mut fields: Fields) -> Result<Response, Trouble> {
    let at = seated(&visit, &vote).await?;
    let came: Vec<SeatId> = fields.all("came").filter_map(|seat| seat.parse().ok()).collect();
    let (day, chair, vice) = (fields.day("day"), fields.id("chair"), fields.id("vice"));
    let late = fields.opt_text("late", WORDS_MAX).unwrap_or_default();
    let (Some(day), Some(chair), Some(vice), true) = (day, chair, vice, fields.good()) else {
        return show_meeting(&visit, &at, "", &fields).await;
    };
    let mut once = came;
    once.sort_unstable();
    once.dedup();
    let (who, id, new) = (author(&visit), at.0.id, NewMeeting { day, chair, vice, came: once, late });
    let done = visit
        .act_once(at.0.area, fields.token(), move |tx, token| meet(tx, &Author { token, ..who.clone() }, id, &new));
    match done.await {
        Ok(_) => Ok(on(&visit, &under(id, "first-meeting"), "held")),
        Err(trouble) => {
            fields.absorb(trouble)?;
            show_meeting(&visit, &at, "", &fields).await
        }
    }
}

/// `GET /votes/{vote}/hand-over`
async fn hand_form(visit: Visit, Path(vote): Path<String>, Query(asked): Query<Asked>) -> Result<Response, Trouble> {
    let at = seated(&visit, &vote).await?;
    let fields = Fields::empty(visit.lang).with("day", &visit.now().day().to_string());
    show_hand(&visit, &at, &asked.said, &fields).await
}

/// What is asked of the things that wait.
fn thing_fields(lang: Lang, fields: &Fields, kind: ElectionKind, waits: &[Thing]) -> Vec<Field<'static>> {
    let t = t(lang);
    let mut all = Vec::new();
    for thing in waits {
        let stands = Stands::ALL.iter().map(|s| Choice::new(s.name(), stands_name(lang, *s))).collect();
        let name = thing_name(lang, *thing);
        all.push(field(lang, fields, thing.name(), name.clone()).kind(FieldKind::Select(stands)).required());
        if *thing == Thing::Money {
            let sum = field(lang, fields, "sum", t.msg_hand_over_sum()).hint(t.msg_hand_over_sum_hint());
            all.push(sum.max(20).autocomplete("off"));
        }
        let words = field(lang, fields, words_of(*thing), t.msg_hand_over_what(name));
        all.push(words.hint(hint(lang, kind, *thing)).max(WORDS_MAX as u32).autocomplete("off"));
    }
    all
}

fn hint(lang: Lang, kind: ElectionKind, thing: Thing) -> String {
    let t = t(lang);
    match thing {
        Thing::Files if kind == ElectionKind::First => t.msg_thing_files_group_hint(),
        Thing::Seal if kind == ElectionKind::First => t.msg_thing_seal_group_hint(),
        Thing::Files => t.msg_thing_files_hint(),
        Thing::Seal => t.msg_thing_seal_hint(),
        Thing::Accounts => t.msg_thing_accounts_hint(),
        Thing::Money => t.msg_thing_money_hint(),
        Thing::Other => t.msg_thing_other_hint(),
    }
}

async fn show_hand(visit: &Visit, (v, e): &(Vote, Election), said: &str, fields: &Fields) -> Result<Response, Trouble> {
    if !has_before(e.kind) {
        return Err(Trouble::NotFound);
    }
    let (lang, t, id) = (visit.lang, t(visit.lang), v.id);
    let all = visit.read(move |r| Ok(lines(r, id)?)).await?;
    let (waits, due) = (open(&all), hand_over_due(v, e));
    let mut asks = vec![
        field(lang, fields, "day", t.msg_hand_over_day()).kind(FieldKind::Date).required(),
        field(lang, fields, "from", t.msg_hand_over_from()).max(WHO_MAX as u32).autocomplete("off").required(),
        field(lang, fields, "to", t.msg_hand_over_to()).max(WHO_MAX as u32).autocomplete("off").required(),
        field(lang, fields, "witness", t.msg_hand_over_witness())
            .hint(t.msg_hand_over_witness_hint())
            .max(WHO_MAX as u32)
            .autocomplete("off"),
    ];
    asks.extend(thing_fields(lang, fields, e.kind, &waits));
    asks.extend(late_field(visit, fields, due.as_ref()));
    let fact = |l: &Line| {
        let (from, to) = (l.from.clone(), l.to.clone());
        let name: Text<'static> = thing_name(lang, l.thing).into();
        (name, t.msg_hand_over_line(line_says(lang, l), plain_day(lang, l.day), from, to).into())
    };
    let missing = all.iter().any(|_| !waits.is_empty());
    let notice = match (all.is_empty(), missing) {
        (true, _) if e.kind == ElectionKind::First => Some(Notice::new(NoticeKind::Info, t.msg_hand_over_group_lead())),
        (true, _) => Some(Notice::new(NoticeKind::Info, t.msg_hand_over_lead())),
        (false, true) => {
            let names: Vec<String> = waits.iter().map(|thing| thing_name(lang, *thing)).collect();
            let names = names.join(if lang == Lang::Zh { "、" } else { ", " });
            Some(Notice::new(NoticeKind::Warn, t.msg_hand_over_misses(names)))
        }
        (false, false) => Some(Notice::new(NoticeKind::Ok, t.msg_hand_over_whole())),
    };
    let view = View {
        back: Back::new(under(v.id, "seats"), t.msg_seating()),
        heading: name_of(lang, e.kind),
        title: v.title.clone(),
        until: until(lang, due.as_ref()),
        said: (said == "handed").then(|| Notice::new(NoticeKind::Ok, t.msg_said_handed_over())),
        summary: (!fields.good()).then(|| fields.summary()),
        notice,
        known: Facts { items: all.iter().map(fact).collect() },
        print: Some(Link::new(under(v.id, "hand-over/print"), t.msg_hand_over_print()).icon(Icon::Printer)),
        action: under(v.id, "hand-over"),
        csrf: visit.token().to_owned(),
        form: (!waits.is_empty()).then(|| Form {
            choices: None,
            fields: asks,
            submit: Submit::new(t.msg_hand_over_go()),
        }),
    };
    let title = name_of(lang, e.kind);
    let page = visit.page(&title, Kind::Desk);
    Ok(if fields.good() { page } else { page.wrong() }.view(&view))
}

/// One thing as it was filled in.
fn read_item(fields: &mut Fields, lang: Lang, thing: Thing) -> Option<Item> {
    let offered: Vec<&'static str> = Stands::ALL.iter().map(|s| s.name()).collect();
    let stands: Stands = fields.choice(thing.name(), &offered)?.parse().ok()?;
    let words = fields.opt_text(words_of(thing), WORDS_MAX).unwrap_or_default();
    if words.is_empty() && stands != Stands::Nothing {
        let no = Refusal::HandOverWords;
        fields.note(words_of(thing), no.code(), no.say(lang));
    }
    let mut sum = None;
    if thing == Thing::Money && stands == Stands::Handed {
        sum = Fen::parse(fields.raw("sum").trim());
        if sum.is_none() {
            fields.refuse(&Refusal::HandOverSum);
        }
    }
    Some(Item { thing, stands, words, sum })
}

/// `POST /votes/{vote}/hand-over`
async fn send_hand(visit: Visit, Path(vote): Path<String>, mut fields: Fields) -> Result<Response, Trouble> {
    let at = seated(&visit, &vote).await?;
    let id = at.0.id;
    let waits = visit.read(move |r| Ok(open(&lines(r, id)?))).await?;
    let day = fields.day("day");
    let (from, to) = (fields.line("from", WHO_MAX), fields.line("to", WHO_MAX));
    let witness = fields.opt_line("witness", WHO_MAX).unwrap_or_default();
    let items: Vec<Item> = waits.into_iter().filter_map(|thing| read_item(&mut fields, visit.lang, thing)).collect();
    let late = fields.opt_text("late", WORDS_MAX).unwrap_or_default();
    let Some(day) = day.filter(|_| fields.good()) else { return show_hand(&visit, &at, "", &fields).await };
    let (who, new) = (author(&visit), NewHandOver { day, from, to, witness, items, late });
    let done = visit.act_once(at.0.area, fields.token(), move |tx, token| {
        hand_over(tx, &Author { token, ..who.clone() }, id, &new)
    });
    match done.await {
        Ok(_) => Ok(on(&visit, &under(id, "hand-over"), "handed")),
        Err(trouble) => {
            fields.absorb(trouble)?;
            show_hand(&visit, &at, "", &fields).await
        }
    }
}

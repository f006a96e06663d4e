//! `/votes/new`: a vote is called.

use super::super::rules::{MATTERS_MAX, TITLE_MAX, WORDS_MAX, earliest, kinds, over_spring_festival, rules_on};
use super::super::{NewVote, Online, call};
use super::asked::{self, Questions, questions};
use super::{author, on, under};
use crate::refusal::Refusal;
use crate::ruleset::in_force;
use crate::say;
use crate::texts::{L10nLanguage, t};
use crate::words::Author;
use askama::Template;
use axum::response::Response;
use lianxin_ballot::RuleSet;
use lianxin_base::{AreaId, Lang, Moment, Refuse as _};
use lianxin_register::find;
use lianxin_web::components::{Back, Choice, Choices, ErrorSummary, Field, FieldKind, Look, Submit};
use lianxin_web::shell::Kind;
use lianxin_web::{Fields, Trouble, Visit};
use std::borrow::Cow;

/// More compounds are not offered at once.
const PLACES: usize = 500;

#[derive(Template)]
#[template(path = "vote_call.html")]
struct View {
    t: &'static L10nLanguage,
    back: Back<'static>,
    summary: Option<ErrorSummary<'static>>,
    csrf: String,
    title: Field<'static>,
    places: Field<'static>,
    matters: Vec<Matter>,
    asked: Questions,
    window: Vec<Field<'static>>,
    online: Choices<'static>,
    sure: Option<Choices<'static>>,
    submit: Submit<'static>,
}

/// The questions about one matter.
struct Matter {
    name: String,
    kind: Field<'static>,
    words: Field<'static>,
}

/// `GET /votes/new`
pub(super) async fn form(visit: Visit) -> Result<Response, Trouble> {
    show(&visit, &Fields::empty(visit.lang)).await
}

async fn show(visit: &Visit, fields: &Fields) -> Result<Response, Trouble> {
    let (scope, today) = (visit.scope(), visit.now().day());
    let asked: Option<AreaId> = fields.raw("area").parse().ok();
    let found = visit.read(move |r| {
        let all: Vec<_> = find::all_compounds(r)?.into_iter().filter(|a| scope.covers(a.id)).take(PLACES).collect();
        // The region's notice and categories, as soon as it is known where.
        let only = all.first().filter(|_| all.len() == 1).map(|a| a.id);
        let at = asked.filter(|id| all.iter().any(|a| a.id == *id)).or(only);
        let set = match at {
            Some(area) => in_force(r, area, today)?.set,
            None => Cow::Borrowed(rules_on(today)?),
        };
        Ok((all.into_iter().map(|a| Choice::new(a.id.to_string(), a.name)).collect::<Vec<_>>(), set))
    });
    let (places, set) = found.await?;
    let (lang, t) = (visit.lang, t(visit.lang));
    let usual = places.first().filter(|_| places.len() == 1).map_or_else(String::new, |c| c.value.to_string());
    let field = |name: &'static str, label: String, usual: String| {
        let value = if fields.has("sent") { fields.raw(name).to_owned() } else { usual };
        Field::new(lang, name, label).value(value).error(fields.fault(name))
    };
    let view = View {
        t,
        back: Back::new("/votes", t.msg_votes_title()),
        summary: (!fields.good()).then(|| fields.summary()),
        csrf: visit.token().to_owned(),
        title: field("title", t.msg_call_name(), String::new())
            .example(t.msg_call_name_example())
            .required()
            .max(TITLE_MAX as u32),
        places: field("area", t.msg_where(), usual).kind(FieldKind::Select(places)).required(),
        matters: (1..=MATTERS_MAX).map(|n| matter(lang, &set, fields, n)).collect(),
        asked: questions(lang, fields),
        window: window(visit, &set, &field),
        online: online(lang, fields),
        sure: fields.has("festival").then(|| {
            Choices::new(lang, Look::Checks, "sure", t.msg_festival())
                .item(Choice::new("yes", t.msg_festival_sure()))
                .chosen(fields.raw("sure").to_owned())
                .error(fields.fault("sure"))
                .required()
        }),
        submit: Submit::new(t.msg_call_go()),
    };
    let title = t.msg_call();
    let page = visit.page(&title, Kind::Desk);
    Ok(if fields.good() { page } else { page.wrong() }.view(&view))
}

fn matter(lang: Lang, set: &RuleSet, fields: &Fields, n: usize) -> Matter {
    let t = t(lang);
    let (kind, words) = (format!("kind{n}"), format!("words{n}"));
    let choice = |kind: &str| Choice::new(kind.to_owned(), say::kind(lang, kind));
    let items = kinds(set).map(choice).collect();
    let kind = Field::new(lang, kind.clone(), t.msg_call_kind())
        .kind(FieldKind::Select(items))
        .value(fields.raw(&kind).to_owned())
        .error(fields.fault(&kind));
    let words = Field::new(lang, words.clone(), t.msg_call_words())
        .kind(FieldKind::Area)
        .value(fields.raw(&words).to_owned())
        .error(fields.fault(&words))
        .max(WORDS_MAX as u32);
    let first = n == 1;
    Matter {
        name: t.msg_call_matter(n),
        kind: if first { kind.required() } else { kind },
        words: if first { words.hint(t.msg_call_words_hint()).required() } else { words },
    }
}

fn window(
    visit: &Visit,
    set: &RuleSet,
    field: &impl Fn(&'static str, String, String) -> Field<'static>,
) -> Vec<Field<'static>> {
    let (lang, t, today) = (visit.lang, t(visit.lang), visit.now().day());
    let early = earliest(set, today);
    let hint = early.map_or_else(String::new, |e| t.msg_call_opens_hint(say::plain_day(lang, e.earliest), e.article));
    vec![
        field("opens", t.msg_call_opens(), String::new()).kind(FieldKind::Date).hint(hint).required(),
        field("opens_time", t.msg_call_opens_time(), "9:00".into()).required().max(5).autocomplete("off"),
        field("closes", t.msg_call_closes(), String::new()).kind(FieldKind::Date).required(),
        field("closes_time", t.msg_call_closes_time(), "18:00".into())
            .hint(t.msg_call_closes_hint())
            .required()
            .max(5)
            .autocomplete("off"),
    ]
}

fn online(lang: Lang, fields: &Fields) -> Choices<'static> {
    let t = t(lang);
    let asked = if fields.has("sent") { fields.raw("online").to_owned() } else { Online::PaperOnly.name().to_owned() };
    Online::ALL
        .iter()
        .fold(
            Choices::new(lang, Look::Options, "online", t.msg_call_online()).hint(t.msg_call_online_hint()),
            |all, o| all.item(Choice::new(o.name(), say::online(lang, *o))),
        )
        .chosen(asked)
        .error(fields.fault("online"))
        .required()
}

/// `POST /votes`
pub(super) async fn send(visit: Visit, mut fields: Fields) -> Result<Response, Trouble> {
    fields.keep("sent", "1");
    let Some(new) = read(&visit, &mut fields).await else { return show(&visit, &fields).await };
    let who = author(&visit);
    let done = visit
        .act_once(new.area, fields.token(), move |tx, token| call(tx, &Author { token, ..who.clone() }, &new))
        .await;
    match done {
        Ok(receipt) => Ok(on(&visit, &under(receipt.act, "desk"), "called")),
        Err(trouble) => {
            fields.absorb(trouble)?;
            show(&visit, &fields).await
        }
    }
}

async fn read(visit: &Visit, fields: &mut Fields) -> Option<NewVote> {
    let area: Option<AreaId> = fields.id("area");
    let title = fields.line("title", TITLE_MAX);
    let matters = matters(visit.lang, fields);
    let (opens, closes) =
        (moment(visit.lang, fields, "opens", "opens_time"), moment(visit.lang, fields, "closes", "closes_time"));
    let offered: Vec<&'static str> = Online::ALL.iter().map(|o| o.name()).collect();
    let online: Option<Online> = fields.choice("online", &offered).and_then(|o| o.parse().ok());
    let asked = asked::read(visit, fields, area).await;
    let new = NewVote { area: area?, title, matters, opens: opens?, closes: closes?, online: online?, asked: asked? };
    if fields.good() && over_spring_festival(new.opens, new.closes) && fields.raw("sure") != "yes" {
        fields.keep("festival", "1");
        fields.note("sure", "property.festival", t(visit.lang).msg_festival_ask());
    }
    fields.good().then_some(new)
}

/// The matters that were filled in; half of one is said at its place.
fn matters(lang: Lang, fields: &mut Fields) -> Vec<(String, String)> {
    let mut all = Vec::new();
    for n in 1..=MATTERS_MAX {
        let (kind_name, words_name) = (format!("kind{n}"), format!("words{n}"));
        let kind = fields.raw(&kind_name).to_owned();
        let words = fields.opt_text(&words_name, WORDS_MAX).unwrap_or_default();
        match (kind.is_empty(), words.is_empty()) {
            (true, true) => {}
            (false, false) => all.push((kind, words)),
            (true, false) => fields.note(&kind_name, Refusal::HalfMatter.code(), Refusal::HalfMatter.say(lang)),
            (false, true) if fields.fault(&words_name).is_none() => {
                fields.note(&words_name, Refusal::HalfMatter.code(), Refusal::HalfMatter.say(lang));
            }
            (false, true) => {}
        }
    }
    if all.is_empty() && fields.good() {
        fields.refuse(&Refusal::NoMatter);
    }
    all
}

/// A day and a time of day: `9:00`, `９：３０`.
pub(crate) fn moment(lang: Lang, fields: &mut Fields, day: &'static str, time: &'static str) -> Option<Moment> {
    let typed: String = fields.raw(time).trim().chars().map(lianxin_base::half_width).collect();
    let clock = typed.split_once(':').and_then(|(h, m)| Some((h.parse::<u8>().ok()?, m.parse::<u8>().ok()?)));
    let clock = clock.filter(|(h, m)| *h < 24 && *m < 60);
    if clock.is_none() {
        fields.note(time, Refusal::NoTime.code(), Refusal::NoTime.say(lang));
    }
    let day = fields.day(day)?;
    let (hour, minute) = clock?;
    Some(day.at(hour, minute))
}

//! `/elections/new`: the election of a committee is called.

use super::super::rules::{Kind, Shape, Tie};
use super::super::{NewElection, call};
use super::{kind_name, tie_name};
use crate::assembly::pages::asked::{questions, read_counted};
use crate::assembly::pages::{author, on, under};
use crate::assembly::rules::{TITLE_MAX, over_spring_festival};
use crate::assembly::{self, NewVote, Online, Voting};
use crate::refusal::Refusal;
use crate::say;
use crate::texts::{L10nLanguage, t};
use crate::words::Author;
use askama::Template;
use axum::extract::Query;
use axum::response::Response;
use lianxin_base::{AreaId, Moment, Refuse as _};
use lianxin_register::find;
use lianxin_web::components::{
    Back, Choice, Choices, ErrorSummary, Field, FieldKind, Look, Notice, NoticeKind, Submit,
};
use lianxin_web::shell::Kind as Shell;
use lianxin_web::{Fields, Trouble, Visit};
use serde::Deserialize;

/// More compounds are not offered at once.
const PLACES: usize = 500;

/// What the address says.
#[derive(Deserialize, Default)]
pub(super) struct Asked {
    #[serde(default)]
    area: String,
    #[serde(default)]
    kind: String,
}

#[derive(Template)]
#[template(path = "election_call.html")]
struct View {
    t: &'static L10nLanguage,
    back: Back<'static>,
    summary: Option<ErrorSummary<'static>>,
    csrf: String,
    places: Field<'static>,
    title: Field<'static>,
    kind: Choices<'static>,
    shape: Vec<Field<'static>>,
    tie: Choices<'static>,
    window: Vec<Field<'static>>,
    sure: Option<Choices<'static>>,
    online: Choices<'static>,
    counted: Choices<'static>,
    counted_by: Field<'static>,
    fees: Notice<'static>,
    submit: Submit<'static>,
}

/// `GET /elections/new`
pub(super) async fn form(visit: Visit, Query(asked): Query<Asked>) -> Result<Response, Trouble> {
    show(&visit, &Fields::empty(visit.lang).with("area", &asked.area).with("kind", &asked.kind)).await
}

async fn show(visit: &Visit, fields: &Fields) -> Result<Response, Trouble> {
    let scope = visit.scope();
    let places = visit
        .read(move |r| {
            let all = find::all_compounds(r)?.into_iter().filter(|a| scope.covers(a.id));
            Ok(all.take(PLACES).map(|a| Choice::new(a.id.to_string(), a.name)).collect::<Vec<_>>())
        })
        .await?;
    let (lang, t) = (visit.lang, t(visit.lang));
    let only = places.first().filter(|_| places.len() == 1).map_or_else(String::new, |c| c.value.to_string());
    let field = |name: &'static str, label: String, usual: &str| {
        let value = if fields.has("sent") || !fields.raw(name).is_empty() { fields.raw(name) } else { usual };
        Field::new(lang, name, label).value(value.to_owned()).error(fields.fault(name)).required()
    };
    let chosen = |name: &str, usual: &str| {
        let asked = fields.has("sent") || !fields.raw(name).is_empty();
        if asked { fields.raw(name) } else { usual }.to_owned()
    };
    let kinds = Kind::ALL.iter().fold(Choices::new(lang, Look::Options, "kind", t.msg_election_kind()), |all, k| {
        all.item(Choice::new(k.name(), kind_name(lang, *k)))
    });
    let ties = Tie::ALL.iter().fold(Choices::new(lang, Look::Options, "tie", t.msg_tie()), |all, k| {
        all.item(Choice::new(k.name(), tie_name(lang, *k)))
    });
    let ways = Online::ALL.iter().fold(
        Choices::new(lang, Look::Options, "online", t.msg_call_online()).hint(t.msg_election_online_hint()),
        |all, o| all.item(Choice::new(o.name(), say::online(lang, *o))),
    );
    let asked = questions(lang, fields);
    let view = View {
        t,
        counted: asked.counted,
        counted_by: asked.counted_by,
        back: Back::new("/votes", t.msg_votes_title()),
        summary: (!fields.good()).then(|| fields.summary()),
        csrf: visit.token().to_owned(),
        places: field("area", t.msg_where(), &only).kind(FieldKind::Select(places)),
        title: field("title", t.msg_call_name(), "").example(t.msg_election_example()).max(TITLE_MAX as u32),
        kind: kinds.chosen(chosen("kind", Kind::Renewal.name())).error(fields.fault("kind")).required(),
        shape: vec![
            field("seats", t.msg_seats(), "5").hint(t.msg_seats_hint()).max(2).autocomplete("off"),
            field("alternates", t.msg_alternates(), "0").hint(t.msg_alternates_hint()).max(2).autocomplete("off"),
            field("months", t.msg_months(), "60").hint(t.msg_months_hint()).max(2).autocomplete("off"),
        ],
        tie: ties.chosen(chosen("tie", "")).hint(t.msg_tie_hint()).error(fields.fault("tie")).required(),
        window: vec![
            field("until", t.msg_stand_until(), "").kind(FieldKind::Date).hint(t.msg_stand_until_hint()),
            field("opens", t.msg_call_opens(), "").kind(FieldKind::Date),
            field("opens_time", t.msg_call_opens_time(), "9:00").max(5).autocomplete("off"),
            field("closes", t.msg_call_closes(), "").kind(FieldKind::Date),
            field("closes_time", t.msg_call_closes_time(), "18:00").max(5).autocomplete("off"),
        ],
        sure: fields.has("festival").then(|| {
            Choices::new(lang, Look::Checks, "sure", t.msg_festival())
                .item(Choice::new("yes", t.msg_festival_sure()))
                .chosen(fields.raw("sure").to_owned())
                .error(fields.fault("sure"))
                .required()
        }),
        online: ways.chosen(chosen("online", Online::PaperOnly.name())).error(fields.fault("online")).required(),
        fees: Notice::new(NoticeKind::Info, t.msg_election_fees()),
        submit: Submit::new(t.msg_election_go()),
    };
    let title = t.msg_election();
    let page = visit.page(&title, Shell::Desk);
    Ok(if fields.good() { page } else { page.wrong() }.view(&view))
}

/// A small whole number.
fn small(fields: &mut Fields, name: &str, refusal: Refusal, lang: lianxin_base::Lang) -> Option<i64> {
    let typed: String = fields.raw(name).trim().chars().map(lianxin_base::half_width).collect();
    let n = typed.parse::<u8>().ok().map(i64::from);
    if n.is_none() {
        fields.note(name, refusal.code(), refusal.say(lang));
    }
    n
}

/// A day and a time of day.
fn moment(visit: &Visit, fields: &mut Fields, day: &'static str, time: &'static str) -> Option<Moment> {
    crate::assembly::pages::moment(visit.lang, fields, day, time)
}

fn read(visit: &Visit, fields: &mut Fields) -> Option<NewElection> {
    let lang = visit.lang;
    let area: Option<AreaId> = fields.id("area");
    let title = fields.line("title", TITLE_MAX);
    let offered: Vec<&'static str> = Kind::ALL.iter().map(|k| k.name()).collect();
    let kind: Option<Kind> = fields.choice("kind", &offered).and_then(|k| k.parse().ok());
    let seats = small(fields, "seats", Refusal::BadSeats, lang);
    let alternates = small(fields, "alternates", Refusal::ManyAlternates, lang);
    let months = small(fields, "months", Refusal::TermLong, lang);
    let offered: Vec<&'static str> = Tie::ALL.iter().map(|k| k.name()).collect();
    let tie: Option<Tie> = fields.choice("tie", &offered).and_then(|k| k.parse().ok());
    let until = fields.day("until");
    let (opens, closes) =
        (moment(visit, fields, "opens", "opens_time"), moment(visit, fields, "closes", "closes_time"));
    let offered: Vec<&'static str> = Online::ALL.iter().map(|o| o.name()).collect();
    let online: Option<Online> = fields.choice("online", &offered).and_then(|o| o.parse().ok());
    let (parking, storage, counted_by) = read_counted(lang, fields);
    // The whole compound elects, and nobody's silence chooses anybody.
    let voting = Voting { parking, storage, ..Voting::default() };
    let asked = assembly::Asked { voting, counted_by, ..assembly::Asked::default() };
    let shape = Shape { seats: seats?, alternates: alternates?, tie: tie?, months: months?, whole: None };
    let vote =
        NewVote { area: area?, title, matters: Vec::new(), opens: opens?, closes: closes?, online: online?, asked };
    let new = NewElection { vote, kind: kind?, shape, until: until? };
    if fields.good() && over_spring_festival(new.vote.opens, new.vote.closes) && fields.raw("sure") != "yes" {
        fields.keep("festival", "1");
        fields.note("sure", "property.festival", t(lang).msg_festival_ask());
    }
    fields.good().then_some(new)
}

/// `POST /elections`
pub(super) async fn send(visit: Visit, mut fields: Fields) -> Result<Response, Trouble> {
    fields.keep("sent", "1");
    let Some(new) = read(&visit, &mut fields) else { return show(&visit, &fields).await };
    let (who, more) = (author(&visit), visit.act_id());
    let done = visit
        .act_once(new.vote.area, fields.token(), move |tx, token| {
            call(tx, &Author { token, ..who.clone() }, &new, more)
        })
        .await;
    match done {
        Ok(receipt) => Ok(on(&visit, &under(receipt.act, "candidates"), "called")),
        Err(trouble) => {
            fields.absorb(trouble)?;
            show(&visit, &fields).await
        }
    }
}

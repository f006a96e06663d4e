//! Prices on pages: what was asked, and for whom it is to say yes or no.

use super::store::Quoted;
use super::{Covers, NewAnswer, NewQuote, Refusal, STEP, State, answer, askable, covers_name, may_ask};
use crate::course::{Author, load, terms};
use crate::pages::matter::{Bringer, Door, bringer, bringer_by_link, finish, show};
use crate::pages::{author, nowhere};
use crate::rules::WORDS_MAX;
use crate::say::when;
use crate::texts::{L10nLanguage, t};
use crate::view::{Eye, Seen};
use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use lianxin_base::{Fen, Lang};
use lianxin_gate::Gate;
use lianxin_web::components::{Choice, Choices, Field, FieldKind, Html, Look, Meta, Tag, Tone};
use lianxin_web::{Fields, Route, Trouble, Visit};

/// The routes of prices that are not the desk's.
pub(crate) fn routes() -> Vec<Route> {
    vec![Route::post("/m/{no}/quote", Gate::SignedIn, own), Route::post("/r/{act}/{link}/quote", Gate::Link, linked)]
}

struct Line {
    price: String,
    meta: Meta<'static>,
    words: Option<String>,
    said: Option<String>,
    tag: Tag<'static>,
}

struct AnswerForm {
    action: String,
    csrf: String,
    note: Field<'static>,
    proof: Option<Field<'static>>,
}

#[derive(Template)]
#[template(path = "quote_block.html")]
struct Block {
    t: &'static L10nLanguage,
    lines: Vec<Line>,
    form: Option<AnswerForm>,
    hops: i64,
}

/// What was asked and answered, for those who may know: newest first. `None` for everybody else and where nothing was.
pub(crate) fn block(visit: &Visit, seen: &Seen, door: Option<&Door>, fields: &Fields) -> Option<Html> {
    if seen.quotes.is_empty() {
        return None;
    }
    let open = seen.m.step == STEP && seen.m.ended_at.is_none();
    let form = door.filter(|_| open && seen.eye == Eye::Reporter).map(|door| form(visit, door, seen, fields));
    let lines = seen.quotes.iter().rev().map(|q| line(visit.lang, seen, q)).collect();
    Some(Html::of(&Block { t: t(visit.lang), lines, form, hops: seen.m.hops }))
}

fn line(lang: Lang, seen: &Seen, q: &Quoted) -> Line {
    let t = t(lang);
    let tag = match q.state {
        State::Open => Tag::new(Tone::Due, t.msg_quote_is_open()),
        State::Agreed => Tag::new(Tone::Ok, t.msg_quote_is_agreed()),
        State::Refused => Tag::new(Tone::Plain, t.msg_quote_is_refused()),
        State::Replaced => Tag::new(Tone::Plain, t.msg_quote_is_replaced()),
        State::Over => Tag::new(Tone::Plain, t.msg_quote_is_over()),
    };
    let covers = q.covers.map(|c| covers_name(lang, c)).unwrap_or_default();
    Line {
        price: q.price.map_or_else(|| t.msg_quote_erased(), |fen| t.msg_quote_yuan(fen.to_string())),
        meta: Meta::of([covers, q.org_name.clone(), when(lang, q.at, seen.now)]),
        words: q.words.clone(),
        said: q.said.clone().filter(|said| !said.is_empty()).map(|said| t.msg_quote_said(said)),
        tag,
    }
}

fn form(visit: &Visit, door: &Door, seen: &Seen, fields: &Fields) -> AnswerForm {
    let (lang, t) = (visit.lang, t(visit.lang));
    let note = Field::new(lang, "note", t.msg_quote_note())
        .kind(FieldKind::Area)
        .hint(t.msg_quote_note_hint())
        .value(fields.raw("note").to_owned())
        .error(fields.fault("note"))
        .max(WORDS_MAX as u32);
    let proof = matches!(door, Door::Link(..)).then(|| crate::pages::matter::proof_field(lang, &seen.m, fields));
    AnswerForm { action: format!("{}/quote", door.path()), csrf: visit.token().to_owned(), note, proof }
}

/// `POST /m/{no}/quote`
async fn own(visit: Visit, Path(no): Path<String>, fields: Fields) -> Result<Response, Trouble> {
    let who = bringer(&visit, no).await?;
    answered(&visit, who, fields).await
}

/// `POST /r/{act}/{link}/quote`: the link shows; saying yes asks for proof.
async fn linked(
    visit: Visit,
    Path((_, link)): Path<(String, String)>,
    mut fields: Fields,
) -> Result<Response, Trouble> {
    let who = bringer_by_link(&visit, link, &mut fields).await?;
    answered(&visit, who, fields).await
}

async fn answered(visit: &Visit, (door, no, scope): Bringer, mut fields: Fields) -> Result<Response, Trouble> {
    let yes = fields.choice("answer", &["yes", "no"]) == Some("yes");
    let words = fields.opt_text("note", WORDS_MAX).unwrap_or_default();
    if !fields.good() {
        return show(visit, &door, false, &fields).await;
    }
    let new = NewAnswer { no, seen: fields.raw("hops").parse().ok(), yes, words, how: None };
    let who = Author { scope, ..author(visit, visit.act_id(), None) };
    let done = visit
        .act_once(nowhere(), fields.token(), move |tx, token| {
            let author = Author { token, ..who.clone() };
            let area = load(tx, &author, &new.no)?.area;
            let terms = terms(tx, area)?;
            answer(tx, &terms, &author, &new)
        })
        .await;
    finish(visit, door, done, fields).await
}

/// Whether who does the work may name a price now.
pub(crate) fn offered(seen: &Seen) -> bool {
    let m = &seen.m;
    may_ask(m.pace, askable(&m.source, m.reporter), Fen(1)).is_ok()
}

/// The questions of a price: how much, what for, in which words.
pub(crate) fn ask_parts(lang: Lang, fields: Option<&Fields>, note: Html) -> Vec<Html> {
    let t = t(lang);
    let raw = |name: &str| fields.map(|f| f.raw(name).to_owned()).unwrap_or_default();
    let fault = |name: &str| fields.and_then(|f| f.fault(name));
    let covers = Choices::new(lang, Look::Options, "covers", t.msg_quote_covers())
        .chosen(raw("covers"))
        .error(fault("covers"))
        .required();
    let covers = Covers::ALL.iter().fold(covers, |all, c| all.item(Choice::new(c.name(), covers_name(lang, *c))));
    vec![Html::of(&price_field(lang, fields, t.msg_quote_price()).required()), Html::of(&covers), note]
}

/// A sum in yuan.
pub(crate) fn price_field(lang: Lang, fields: Option<&Fields>, label: String) -> Field<'static> {
    Field::new(lang, "price", label)
        .value(fields.map(|f| f.raw("price").to_owned()).unwrap_or_default())
        .error(fields.and_then(|f| f.fault("price")))
        .max(20)
        .autocomplete("off")
}

/// The sum in a form: nothing if nothing was written, a refusal said at its question if it is no sum.
pub(crate) fn price(fields: &mut Fields) -> Option<Fen> {
    let typed = fields.opt_line("price", 20).filter(|typed| !typed.is_empty())?;
    let read = Fen::parse(&typed);
    if read.is_none() {
        fields.refuse(&Refusal::BadPrice);
    }
    read
}

/// Reads the desk's form of a price.
pub(crate) fn read_quote(no: String, seen: Option<i64>, fields: &mut Fields) -> Option<NewQuote> {
    let price = price(fields);
    if price.is_none() && fields.fault("price").is_none() {
        fields.refuse(&Refusal::BadPrice);
    }
    let covers = fields.raw("covers").parse().ok();
    if covers.is_none() {
        fields.refuse(&Refusal::NoCovers);
    }
    let words = fields.opt_text("note", WORDS_MAX).unwrap_or_default();
    Some(NewQuote { no, seen, price: price?, covers: covers?, words })
}

/// Reads the desk's form of an answer that somebody gave.
pub(crate) fn read_answer(no: String, seen: Option<i64>, fields: &mut Fields) -> Option<NewAnswer> {
    let yes = fields.choice("answer", &["yes", "no"]);
    let how = fields.choice("how", crate::feedback::HOW).map(ToOwned::to_owned);
    let words = fields.opt_text("note", WORDS_MAX).unwrap_or_default();
    Some(NewAnswer { no, seen, yes: yes? == "yes", words, how })
}

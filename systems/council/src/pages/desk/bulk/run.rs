//! The same thing done with each that is ticked.

use super::rules::{Refusal, Way, enough, way};
use super::{Deed, form, nth, ticked};
use crate::collect::{NewDispatch, NewNote, dispatch};
use crate::course::{Author, Terms, load, terms};
use crate::merge::merge;
use crate::pages::desk::forms::TALK;
use crate::pages::desk::{Asked, with};
use crate::pages::{author, desk_url};
use crate::publish::{NewPublication, publication};
use crate::rules::{Publicity, Refusal as Matters, TITLE_MAX, WORDS_MAX, sensitive};
use crate::solve::transfer;
use crate::store::by_no;
use crate::texts::{L10nLanguage, t};
use askama::Template;
use axum::response::Response;
use lianxin_base::{OrgId, Refuse as _};
use lianxin_journal::Receipt;
use lianxin_store::{Stop, Tx};
use lianxin_web::components::{Back, Row, Rows, Tag, Tone};
use lianxin_web::shell::Kind;
use lianxin_web::{Fields, Trouble, Visit};

/// What is wanted of one of them.
#[derive(Clone)]
enum Want {
    Look(Option<(String, String)>),
    Hand { to: Option<OrgId>, title: String, note: String },
    Same { lead: String },
}

/// One of them, as the form saw it.
#[derive(Clone)]
struct Order {
    no: String,
    seen: Option<i64>,
    want: Want,
}

/// `POST /desk/bulk`
pub(in crate::pages::desk) async fn send(visit: Visit, mut fields: Fields) -> Result<Response, Trouble> {
    let Ok(deed) = fields.raw("do").parse::<Deed>() else { return Err(Trouble::NotFound) };
    let nos = ticked(fields.all("no"));
    if enough(nos.len(), deed == Deed::Same).is_err() {
        return form::show(&visit, deed, fields).await;
    }
    let orders = read(deed, &nos, &mut fields);
    let Some(orders) = orders.filter(|_| fields.good()) else { return form::show(&visit, deed, fields).await };
    let mut rows = Vec::new();
    for (n, order) in orders.into_iter().enumerate() {
        let no = order.no.clone();
        rows.push((no, done(&visit, &fields, n, order).await?));
    }
    Ok(told(&visit, deed, &fields, rows))
}

fn read(deed: Deed, nos: &[String], fields: &mut Fields) -> Option<Vec<Order>> {
    let (mut orders, lang) = (Vec::new(), fields.lang());
    let shows = if deed == Deed::Look { fields.choice("show", &["yes", "no"])? == "yes" } else { false };
    let to = if deed == Deed::Hand { receiver(fields)? } else { None };
    let note = fields.opt_text("note", WORDS_MAX).unwrap_or_default();
    let lead = if deed == Deed::Same { first(nos, fields)? } else { String::new() };
    for (n, no) in nos.iter().enumerate().filter(|(_, no)| **no != lead) {
        let title = fields.opt_line(&nth("title", n), TITLE_MAX).unwrap_or_default();
        let words = fields.opt_text(&nth("words", n), WORDS_MAX).unwrap_or_default();
        let want = match deed {
            Deed::Look => {
                if shows {
                    complete(fields, n, &title, &words);
                }
                Want::Look(shows.then_some((title, words)))
            }
            Deed::Hand => {
                let asked = nth("title", n);
                if title.is_empty() && fields.fault(&asked).is_none() && fields.all(&asked).next().is_some() {
                    fields.note(&asked, Matters::NoTitle.code(), Matters::NoTitle.say(lang));
                }
                Want::Hand { to, title, note: note.clone() }
            }
            Deed::Same => Want::Same { lead: lead.clone() },
        };
        let seen = Some(fields.raw(&nth("hops", n)).parse().unwrap_or(-1));
        orders.push(Order { no: no.clone(), seen, want });
    }
    Some(orders)
}

/// What is to be published is whole, as far as the form asked for it: otherwise it comes back before any of them is published.
fn complete(fields: &mut Fields, n: usize, title: &str, words: &str) {
    let lang = fields.lang();
    for (name, text, none) in [("title", title, Matters::NoTitle), ("words", words, Matters::NoWords)] {
        let name = nth(name, n);
        if fields.fault(&name).is_some() || fields.all(&name).next().is_none() {
            continue;
        }
        let why = if sensitive(text) { Matters::SensitiveShown } else { none };
        if text.is_empty() || sensitive(text) {
            fields.note(&name, why.code(), why.say(lang));
        }
    }
}

/// Who is to have them: nobody yet where they are talked over.
fn receiver(fields: &mut Fields) -> Option<Option<OrgId>> {
    match fields.raw("executor") {
        TALK => Some(None),
        id => match id.parse() {
            Ok(org) => Some(Some(org)),
            Err(_) => {
                fields.refuse(&Matters::NoExecutor);
                None
            }
        },
    }
}

/// The one that leads, one of those that are ticked.
fn first(nos: &[String], fields: &mut Fields) -> Option<String> {
    let lead = nos.iter().find(|no| *no == fields.raw("lead")).cloned();
    if lead.is_none() {
        fields.note("lead", Refusal::Nothing.code(), t(fields.lang()).msg_bulk_no_lead());
    }
    lead
}

/// Does it with one of them: nothing, or the sentence why not.
async fn done(visit: &Visit, fields: &Fields, n: usize, order: Order) -> Result<Option<String>, Trouble> {
    let (scope, no) = (visit.scope(), order.no.clone());
    let Some(m) = visit.read(move |r| Ok(by_no(r, &scope, &no)?)).await? else {
        return Ok(Some(Matters::NoMatter.say(visit.lang)));
    };
    let (area, who) = (m.area, author(visit, visit.act_id(), None));
    let token = fields.token().map(|token| format!("{token}.{n}"));
    let done = visit
        .act_once(area, token, move |tx, token| {
            let terms = terms(tx, area)?;
            run(tx, &terms, &Author { token, ..who.clone() }, &order)
        })
        .await;
    match done {
        Ok(_) => Ok(None),
        Err(Trouble::Refused(why)) => Ok(Some(why.say(visit.lang))),
        Err(other) => Err(other),
    }
}

fn run(tx: &mut Tx<'_>, terms: &Terms, author: &Author, order: &Order) -> Result<Receipt, Stop> {
    let (no, seen) = (order.no.clone(), order.seen);
    match &order.want {
        Want::Look(shown) => {
            if load(tx, author, &no)?.publication != Publicity::Waiting {
                return Err(Refusal::Looked.into());
            }
            publication(tx, author, &NewPublication { no, shown: shown.clone(), photos: Vec::new() })
        }
        Want::Hand { to, title, note } => {
            let m = load(tx, author, &no)?;
            match (way(&m.step, m.holder, *to)?, to) {
                (Way::Transfer, Some(org)) => {
                    transfer(tx, terms, author, &NewNote { no, seen, words: note.clone() }, *org)
                }
                _ => {
                    let (category, pace) = (m.category, m.pace);
                    let new = NewDispatch { no, seen, title: title.clone(), category, pace, executor: *to };
                    dispatch(tx, terms, author, &new)
                }
            }
        }
        Want::Same { lead } => merge(tx, terms, author, lead, &[no]),
    }
}

#[derive(Template)]
#[template(path = "desk_bulk_done.html")]
struct Done {
    back: Back<'static>,
    title: String,
    says: String,
    rows: Rows<'static>,
    hint: Option<String>,
}

/// What was done with each, what was not on top.
fn told(visit: &Visit, deed: Deed, fields: &Fields, mut rows: Vec<(String, Option<String>)>) -> Response {
    let t: &'static L10nLanguage = t(visit.lang);
    let (n, of) = (rows.iter().filter(|(_, why)| why.is_none()).count(), rows.len());
    rows.sort_by_key(|(_, why)| why.is_none());
    let row = |(no, why): (String, Option<String>)| {
        let tag = match why {
            None => Tag::new(Tone::Ok, t.msg_bulk_done()),
            Some(_) => Tag::new(Tone::Late, t.msg_bulk_not_done()),
        };
        Row::to(desk_url(&no), no).line(why).tag(tag)
    };
    let view = Done {
        back: Back::new(with("/desk", &[&Asked::of_list(fields.raw("list")).list()]), t.msg_desk_back()),
        title: deed.title(visit.lang),
        says: t.msg_bulk_so_many(of as u64, n as u64),
        rows: Rows { items: rows.into_iter().map(row).collect() },
        hint: (deed == Deed::Same && n > 0).then(|| t.msg_bulk_same_told(fields.raw("lead"))),
    };
    let title = view.title.clone();
    visit.page(&title, Kind::Desk).view(&view)
}

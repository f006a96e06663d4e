//! `/desk/{no}/poll`: a party asks, sees how it goes, takes it back; a worker writes down what a household without a phone says.

use super::pages::{Outcome, Told, answered, label, results, told};
use super::rules::{CHOICE_MAX, CHOICES_MAX, QUESTION_MAX, Refusal, may_ask};
use super::store::State;
use super::whose::{self, Whose};
use super::{NewAnswer, NewPoll, answer, ask, asking, take_back};
use crate::caps;
use crate::course::Author;
use crate::feedback::HOW;
use crate::pages::{author, desk_url};
use crate::rules::WORDS_MAX;
use crate::say::date;
use crate::store::{Matter, by_no};
use crate::texts::{L10nLanguage, t};
use crate::view::Seen;
use askama::Template;
use axum::extract::{Path, Query};
use axum::response::Response;
use lianxin_base::{ActId, Lang, PersonId, Refuse as _};
use lianxin_gate::Gate;
use lianxin_journal::Receipt;
use lianxin_store::{Stop, Tx};
use lianxin_web::components::{
    Back, Choice, Choices, ErrorSummary, Field, FieldKind, Link, Look, Notice, NoticeKind, Submit,
};
use lianxin_web::shell::Kind;
use lianxin_web::{Fields, Route, Trouble, Visit};
use serde::Deserialize;

/// So many days later it closes unless another day is chosen.
const DAYS: i32 = 7;

/// The routes of the desk.
pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::get("/desk/{no}/poll", Gate::Can(caps::MEET), form),
        Route::post("/desk/{no}/poll", Gate::Can(caps::MEET), send),
    ]
}

/// Where a party asks, and sees what was chosen.
pub(super) fn here(no: &str) -> String {
    format!("{}/poll", desk_url(no))
}

/// The way there from the matter, where something may be asked or was.
pub(crate) fn link(visit: &Visit, seen: &Seen) -> Option<Link<'static>> {
    let m = &seen.m;
    let veiled = visit.seats().iter().any(|seat| m.veils(seat.org));
    let talked = m.stage == "deliberate" && m.ended_at.is_none();
    let any = (talked || seen.entries.iter().any(|e| e.kind == super::ASKED)) && seen.is_shown();
    let may = any && !veiled && m.in_scope(&visit.scope_for(caps::MEET));
    may.then(|| Link::new(here(&m.no), t(visit.lang).msg_poll_title()))
}

/// What the address may say.
#[derive(Deserialize, Default)]
#[serde(default)]
struct Asked {
    said: String,
}

/// A matter with its polls; none of what is not there for this seat, or is about it.
struct Found {
    m: Matter,
    told: Vec<Told>,
    /// Why nothing can be asked now.
    closed: Option<Refusal>,
}

async fn found(visit: &Visit, no: &str) -> Result<Found, Trouble> {
    let (scope, no) = (visit.scope_for(caps::MEET), no.to_owned());
    let orgs: Vec<_> = visit.seats().iter().map(|seat| seat.org).collect();
    let (whole, on) = (visit.scope(), visit.now().day());
    let found = visit.read(move |r| {
        let Some(m) = by_no(r, &scope, &no)?.filter(|m| !orgs.iter().any(|org| m.veils(*org))) else {
            return Ok(None);
        };
        let (told, closed) = (told(r, &m)?, may_ask(&asking(r, &m, (&orgs, &whole), on)?).err());
        Ok(Some(Found { m, told, closed }))
    });
    found.await?.ok_or(Trouble::NotFound)
}

/// What is being asked, with the forms that belong to it.
struct Open {
    question: String,
    labels: Vec<String>,
    meta: String,
    homes: String,
    id: String,
    write: Option<Write>,
    note: Option<Field<'static>>,
}

/// What a worker writes down for a household.
struct Write {
    whose: [Field<'static>; 2],
    how: Choices<'static>,
    chosen: Choices<'static>,
}

/// What somebody asks.
struct New {
    question: Field<'static>,
    choices: Vec<Field<'static>>,
    day: Field<'static>,
    submit: Submit<'static>,
}

#[derive(Template)]
#[template(path = "poll_desk.html")]
struct View {
    t: &'static L10nLanguage,
    back: Back<'static>,
    title: String,
    said: Option<Notice<'static>>,
    summary: Option<ErrorSummary<'static>>,
    action: String,
    csrf: String,
    open: Option<Open>,
    new: Option<New>,
    /// Why nothing can be asked now.
    why: Option<String>,
    closed: Vec<Outcome>,
}

/// `GET /desk/{no}/poll`
async fn form(visit: Visit, Path(no): Path<String>, Query(asked): Query<Asked>) -> Result<Response, Trouble> {
    show(&visit, &no, &asked.said, &Fields::empty(visit.lang)).await
}

async fn show(visit: &Visit, no: &str, said: &str, fields: &Fields) -> Result<Response, Trouble> {
    let found = found(visit, no).await?;
    let (lang, t, now) = (visit.lang, t(visit.lang), visit.now());
    let open = found.told.iter().find(|told| told.poll.state == State::Open);
    let said = match said {
        "ask" => open.map(|told| t.msg_poll_said_ask(date(lang, told.poll.until.day(), now))),
        "answer" => Some(t.msg_poll_said_answer()),
        "off" => Some(t.msg_poll_said_off()),
        _ => None,
    };
    let view = View {
        t,
        back: Back::new(desk_url(&found.m.no), t.msg_join_back()),
        title: t.msg_poll_desk_title(&found.m.no),
        said: said.filter(|_| fields.good()).map(|text| Notice::new(NoticeKind::Ok, text)),
        summary: (!fields.good()).then(|| fields.summary()),
        action: here(&found.m.no),
        csrf: visit.token().to_owned(),
        open: open.map(|told| drawn(visit, &found.m, told, fields)),
        // What was typed stays where somebody else asked something meanwhile.
        new: (found.closed.is_none() || fields.has("ask")).then(|| new(visit, fields)),
        why: found.closed.filter(|no| *no != Refusal::OneOpen).map(|no| no.say(lang)),
        closed: results(lang, &found.told, now),
    };
    let title = view.title.clone();
    let page = visit.page(&title, Kind::Desk);
    Ok(if fields.good() { page.view(&view) } else { page.wrong().view(&view) })
}

fn field(fields: &Fields, name: &'static str, label: String) -> Field<'static> {
    Field::new(fields.lang(), name, label).value(fields.raw(name).to_owned()).error(fields.fault(name))
}

fn chosen(lang: Lang, fields: &Fields, name: &'static str, label: String) -> Choices<'static> {
    Choices::new(lang, Look::Options, name, label)
        .chosen(fields.raw(name).to_owned())
        .error(fields.fault(name))
        .required()
}

fn drawn(visit: &Visit, m: &Matter, told: &Told, fields: &Fields) -> Open {
    let (lang, t, now) = (visit.lang, t(visit.lang), visit.now());
    let labels: Vec<String> = (1..=told.choices.len()).map(|n| label(lang, &told.choices, n)).collect();
    let over = now >= told.poll.until || m.ended_at.is_some();
    let may = !over && m.in_scope(&visit.scope_for(caps::BEHALF));
    let day = date(lang, told.poll.until.day(), now);
    let ways = HOW.iter().zip([t.msg_how_phone(), t.msg_how_visit(), t.msg_how_counter()]);
    let how = ways
        .fold(chosen(lang, fields, "how", t.msg_desk_how()), |all, (how, label)| all.item(Choice::new(*how, label)));
    let choices =
        (1_i64..).zip(&labels).fold(chosen(lang, fields, "chosen", t.msg_poll_write_chosen()), |all, (n, label)| {
            all.item(Choice::new(n.to_string(), label.clone()))
        });
    let theirs = visit.seats().iter().any(|seat| seat.org == told.poll.org);
    let takes = now < told.poll.until && (theirs || m.in_scope(&visit.scope_for(caps::LOOK)));
    Open {
        question: told.poll.question.clone().unwrap_or_else(|| t.msg_poll_question_gone()),
        meta: if over { t.msg_poll_being_counted() } else { t.msg_poll_until(&told.poll.org_name, &day) },
        homes: answered(lang, told),
        labels,
        id: told.poll.id.to_string(),
        write: may.then(|| Write { whose: whose::ask(fields), how, chosen: choices }),
        note: takes.then(|| {
            field(fields, "note", t.msg_poll_off_note())
                .required()
                .kind(FieldKind::Area)
                .hint(t.msg_poll_off_hint())
                .max(WORDS_MAX as u32)
        }),
    }
}

/// The names of the choices' questions.
const NAMES: [&str; CHOICES_MAX] = ["choice1", "choice2", "choice3", "choice4", "choice5", "choice6"];

fn new(visit: &Visit, fields: &Fields) -> New {
    let t = t(visit.lang);
    let day = visit.now().day().plus(DAYS).to_string();
    let typed = Some(fields.raw("day")).filter(|day| !day.is_empty()).map_or(day, ToOwned::to_owned);
    let choice = |(n, name): (usize, &&'static str)| {
        let one = field(fields, name, t.msg_poll_choice_n(n.to_string())).max(CHOICE_MAX as u32).autocomplete("off");
        if n <= 2 { one.required() } else { one }
    };
    New {
        question: field(fields, "ask", t.msg_poll_ask())
            .hint(t.msg_poll_ask_hint())
            .example(t.msg_poll_ask_example())
            .required()
            .max(QUESTION_MAX as u32),
        choices: (1..).zip(&NAMES).map(choice).collect(),
        day: field(fields, "day", t.msg_poll_day())
            .value(typed)
            .kind(FieldKind::Date)
            .hint(t.msg_poll_day_hint())
            .required(),
        submit: Submit::new(t.msg_poll_ask_go()),
    }
}

/// A form that has been read.
#[derive(Clone)]
enum Deed {
    Ask(NewPoll),
    Answer(NewAnswer, Whose),
    Off(ActId, String),
}

fn read(visit: &Visit, m: &Matter, fields: &mut Fields) -> Option<Deed> {
    let no = m.no.clone();
    match fields.choice("do", &["ask", "answer", "off"])? {
        "ask" => {
            let question = fields.opt_line("ask", QUESTION_MAX).unwrap_or_default();
            let choices = NAMES.map(|name| fields.opt_line(name, CHOICE_MAX));
            let choices = choices.into_iter().flatten().collect();
            let day = fields.day("day");
            Some(Deed::Ask(NewPoll { no, question, choices, day: day? }))
        }
        "answer" => {
            if !m.in_scope(&visit.scope_for(caps::BEHALF)) {
                return None;
            }
            let whose = whose::read(fields);
            let how = fields.choice("how", HOW).map(ToOwned::to_owned);
            let chosen = fields.raw("chosen").parse().unwrap_or(0);
            if chosen == 0 {
                fields.refuse(&Refusal::NoChoice);
            }
            let (poll, person) = (fields.id("poll")?, PersonId::from_bytes([0; 16]));
            Some(Deed::Answer(NewAnswer { no, poll, person, chosen, how: Some(how?) }, whose))
        }
        _ => Some(Deed::Off(fields.id("poll")?, fields.opt_text("note", WORDS_MAX).unwrap_or_default())),
    }
}

impl Deed {
    const fn name(&self) -> &'static str {
        match self {
            Self::Ask(_) => "ask",
            Self::Answer(..) => "answer",
            Self::Off(..) => "off",
        }
    }

    fn run(&self, tx: &mut Tx<'_>, author: &Author, m: &Matter) -> Result<Receipt, Stop> {
        match self {
            Self::Ask(new) => ask(tx, author, new),
            Self::Answer(new, whose) => {
                let person = whose.person(tx, m.area)?;
                answer(tx, author, &NewAnswer { person, ..new.clone() })
            }
            Self::Off(poll, words) => take_back(tx, author, &m.no, (*poll, words)),
        }
    }
}

/// `POST /desk/{no}/poll`
async fn send(visit: Visit, Path(no): Path<String>, mut fields: Fields) -> Result<Response, Trouble> {
    let m = found(&visit, &no).await?.m;
    let Some(deed) = read(&visit, &m, &mut fields).filter(|_| fields.good()) else {
        return if fields.good() { Err(Trouble::NotFound) } else { show(&visit, &no, "", &fields).await };
    };
    let (who, area, did) = (author(&visit, visit.act_id(), None), m.area, deed.name());
    let done =
        visit.act_once(area, fields.token(), move |tx, token| deed.run(tx, &Author { token, ..who.clone() }, &m)).await;
    match done {
        Ok(_) => Ok(visit.to(&format!("{}?said={did}", here(&no)))),
        Err(Trouble::Refused(why)) if why.status() == 404 => Err(Trouble::NotFound),
        Err(Trouble::Refused(why)) => {
            fields.refuse(why.as_ref());
            show(&visit, &no, "", &fields).await
        }
        Err(other) => Err(other),
    }
}

//! A poll on a matter's page: what is asked and the choices for who lives there; what was chosen, once it is over.

use super::rules::{LEAST, Refusal};
use super::store::{Poll, State, choices, counts, homes, of_matter};
use super::{NewAnswer, answer};
use crate::course::Author;
use crate::join::lives_there;
use crate::pages::matter::{Door, finish, show};
use crate::pages::{author, nowhere, url};
use crate::rules::Publicity;
use crate::say::date;
use crate::store::{Matter, public_by_no};
use crate::texts::{L10nLanguage, t};
use crate::view::Seen;
use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use lianxin_base::{ActId, Lang, Moment, PersonId};
use lianxin_gate::Gate;
use lianxin_store::{Fault, Read};
use lianxin_web::components::{Choice, Choices, Html, Look};
use lianxin_web::{Fields, Route, Trouble, Visit};

/// The routes of polls.
pub(crate) fn routes() -> Vec<Route> {
    let own = vec![Route::post("/m/{no}/poll", Gate::SignedIn, send)];
    own.into_iter().chain(super::desk::routes()).collect()
}

/// A poll with its choices and what was chosen.
#[derive(Clone, Debug)]
pub(crate) struct Told {
    pub(super) poll: Poll,
    pub(super) choices: Vec<Option<String>>,
    counts: Vec<i64>,
    /// How many households have answered so far.
    homes: i64,
}

/// The polls of a matter that were not taken back.
pub(super) fn told(r: &mut Read<'_>, m: &Matter) -> Result<Vec<Told>, Fault> {
    let mut all = Vec::new();
    for poll in of_matter(r, m.id)?.into_iter().filter(|p| p.state != State::Off) {
        let (choices, counts) = (choices(r, &poll)?, counts(r, poll.id)?);
        let homes = if poll.state == State::Open { homes(r, poll.id)? } else { 0 };
        all.push(Told { poll, choices, counts, homes });
    }
    Ok(all)
}

/// How somebody stands to the polls of a matter.
#[derive(Clone, Debug, Default)]
pub(crate) struct Stand {
    told: Vec<Told>,
    /// They live there.
    here: bool,
    /// Nobody is signed in.
    stranger: bool,
    /// What their household has answered to the open one.
    chosen: Option<i64>,
}

pub(crate) fn stand(r: &mut Read<'_>, m: &Matter, person: Option<PersonId>, now: Moment) -> Result<Stand, Fault> {
    let told = told(r, m)?;
    let Some(person) = person.filter(|_| !told.is_empty()) else {
        return Ok(Stand { told, stranger: person.is_none(), ..Stand::default() });
    };
    let open = told.iter().find(|p| p.poll.state == State::Open).map(|p| p.poll.id);
    let own = open.map(|id| super::answer::own(r, m, (id, person), now.day())).transpose()?;
    let chosen = own.and_then(|(_, rows)| rows.last().map(|row| row.chosen));
    Ok(Stand { told, here: lives_there(r, person, m.area)?, stranger: false, chosen })
}

/// A choice in words; of one that was erased its place.
pub(super) fn label(lang: Lang, choices: &[Option<String>], n: usize) -> String {
    let said = choices.get(n.saturating_sub(1)).cloned().flatten();
    said.unwrap_or_else(|| t(lang).msg_poll_gone(n.to_string()))
}

/// How many have answered, in words that name no number below five.
pub(super) fn answered(lang: Lang, told: &Told) -> String {
    if told.homes >= LEAST { t(lang).msg_poll_homes(told.homes) } else { t(lang).msg_poll_few() }
}

/// What was chosen, when it is over.
pub(super) struct Outcome {
    pub(super) question: String,
    pub(super) meta: String,
    /// Choice and households.
    pub(super) rows: Vec<(String, i64)>,
}

pub(super) fn results(lang: Lang, all: &[Told], now: Moment) -> Vec<Outcome> {
    let t = t(lang);
    let closed = all.iter().rev().filter(|told| told.poll.state == State::Closed);
    let result = |told: &Told| {
        let day = date(lang, told.poll.until.day(), now);
        let who = &told.poll.org_name;
        let rows = (1..).zip(&told.counts).map(|(n, homes)| (label(lang, &told.choices, n), *homes));
        Outcome {
            question: told.poll.question.clone().unwrap_or_else(|| t.msg_poll_question_gone()),
            meta: match told.poll.homes {
                Some(homes) => t.msg_poll_counted(homes, who, day),
                None => t.msg_poll_too_few(who, day),
            },
            rows: rows.collect(),
        }
    };
    closed.map(result).collect()
}

struct Open {
    question: String,
    meta: String,
    homes: String,
    /// What the household has said.
    own: Option<String>,
    choices: Choices<'static>,
    /// They may answer; else the choices are only read.
    may: bool,
    labels: Vec<String>,
    id: String,
    over: bool,
}

#[derive(Template)]
#[template(path = "poll_block.html")]
struct Block {
    t: &'static L10nLanguage,
    action: String,
    csrf: String,
    open: Option<Open>,
    stranger: bool,
    closed: Vec<Outcome>,
}

/// The part of a matter's page about what is asked; nothing where nothing is, or where this eye reads no words of it.
pub(crate) fn block(visit: &Visit, seen: &Seen, stand: &Stand, fields: &Fields) -> Option<Html> {
    if stand.told.is_empty() || !seen.is_shown() {
        return None;
    }
    let open = stand.told.iter().find(|told| told.poll.state == State::Open);
    Some(Html::of(&Block {
        t: t(visit.lang),
        action: format!("{}/poll", url(&seen.m.no)),
        csrf: visit.token().to_owned(),
        open: open.map(|told| drawn(visit.lang, seen, (stand, told), fields)),
        stranger: stand.stranger && open.is_some(),
        closed: results(visit.lang, &stand.told, seen.now),
    }))
}

fn drawn(lang: Lang, seen: &Seen, (stand, told): (&Stand, &Told), fields: &Fields) -> Open {
    let (t, poll) = (t(lang), &told.poll);
    let day = date(lang, poll.until.day(), seen.now);
    let over = seen.now >= poll.until || seen.m.ended_at.is_some();
    let labels: Vec<String> = (1..=told.choices.len()).map(|n| label(lang, &told.choices, n)).collect();
    let typed = Some(fields.raw("chosen")).filter(|typed| !typed.is_empty()).map(ToOwned::to_owned);
    let own = stand.chosen.map(|n| label(lang, &told.choices, usize::try_from(n).unwrap_or(0)));
    let question = poll.question.clone().unwrap_or_else(|| t.msg_poll_question_gone());
    let all = Choices::new(lang, Look::Options, "chosen", question.clone())
        .chosen(typed.or_else(|| stand.chosen.map(|n| n.to_string())).unwrap_or_default())
        .error(fields.fault("chosen"))
        .required();
    Open {
        question,
        meta: t.msg_poll_until(&poll.org_name, &day),
        homes: answered(lang, told),
        own: own.map(|own| if over { t.msg_poll_own_over(own) } else { t.msg_poll_own(own, &day) }),
        choices: (1_i64..)
            .zip(&labels)
            .fold(all, |all, (n, label)| all.item(Choice::new(n.to_string(), label.clone()))),
        may: stand.here && !over,
        labels,
        id: poll.id.to_string(),
        over,
    }
}

/// `POST /m/{no}/poll`
async fn send(visit: Visit, Path(no): Path<String>, mut fields: Fields) -> Result<Response, Trouble> {
    let person = visit.person().ok_or(Trouble::NotFound)?;
    let (asked, scope) = (no.clone(), visit.scope());
    let poll: ActId = fields.raw("poll").parse().map_err(|_| Trouble::NotFound)?;
    let there = visit.read(move |r| {
        let m = public_by_no(r, &asked)?.filter(|m| m.publication == Publicity::Shown || m.in_scope(&scope));
        let Some(m) = m else { return Ok(false) };
        Ok(super::store::one(r, poll)?.is_some_and(|p| p.matter == m.id))
    });
    if !there.await? {
        return Err(Trouble::NotFound);
    }
    let door = Door::Number(no.clone());
    let chosen = fields.raw("chosen").parse().unwrap_or(0);
    if chosen == 0 {
        fields.refuse(&Refusal::NoChoice);
        return show(&visit, &door, false, &fields).await;
    }
    let new = NewAnswer { no, poll, person, chosen, how: None };
    let who = author(&visit, visit.act_id(), None);
    let done = visit
        .act_once(nowhere(), fields.token(), move |tx, token| answer(tx, &Author { token, ..who.clone() }, &new))
        .await;
    finish(&visit, door, done, fields).await
}

//! `/votes/{vote}/stand`: an owner stands, or goes again, on the phone.

use super::super::rules::{How, Stands};
use super::super::store::{Candidate, candidates};
use super::super::{check, owns, stand};
use super::{done, election, facts, stands_name};
use crate::assembly::pages::{any, on, under};
use crate::assembly::{State, Vote};
use crate::refusal::Refusal;
use crate::say::plain_day;
use crate::texts::{L10nLanguage, t};
use crate::words::Author;
use askama::Template;
use axum::extract::{Path, Query};
use axum::response::Response;
use lianxin_base::PersonId;
use lianxin_journal::Receipt;
use lianxin_store::{Stop, Tx};
use lianxin_web::components::{Back, Choice, Choices, ErrorSummary, Facts, Look, Notice, NoticeKind, Submit};
use lianxin_web::shell::Kind;
use lianxin_web::{Fields, Trouble, Visit};
use serde::Deserialize;

/// What the address says.
#[derive(Deserialize, Default)]
pub(super) struct Asked {
    #[serde(default)]
    said: String,
}

#[derive(Template)]
#[template(path = "stand.html")]
struct View {
    t: &'static L10nLanguage,
    back: Back<'static>,
    title: String,
    said: Option<Notice<'static>>,
    summary: Option<ErrorSummary<'static>>,
    own: Option<Notice<'static>>,
    facts: Facts<'static>,
    csrf: String,
    action: String,
    withdraw: Option<String>,
    /// Taken off, and too late to stand anew.
    back_again: Option<String>,
    form: Option<(Choices<'static>, Submit<'static>)>,
    fees: Notice<'static>,
}

/// An owner of the compound, and their own standing, the newest.
async fn mine(visit: &Visit, v: &Vote) -> Result<(PersonId, Option<Candidate>), Trouble> {
    let person = visit.person().ok_or_else(|| Trouble::refused(Refusal::CandidateNotOwner))?;
    let (at, today) = (v.clone(), visit.now().day());
    let found = visit.read(move |r| {
        let all = candidates(r, at.id)?;
        Ok((owns(r, &at, person, today)?, all.into_iter().rfind(|c| c.person == Some(person))))
    });
    let (owner, own) = found.await?;
    if owner || own.is_some() { Ok((person, own)) } else { Err(Trouble::refused(Refusal::CandidateNotOwner)) }
}

/// `GET /votes/{vote}/stand`
pub(super) async fn form(
    visit: Visit,
    Path(vote): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Trouble> {
    let v = any(&visit, &vote).await?;
    show(&visit, &v, &asked.said, &Fields::empty(visit.lang)).await
}

async fn show(visit: &Visit, v: &Vote, said: &str, fields: &Fields) -> Result<Response, Trouble> {
    let e = election(visit, v).await?;
    let (_, own) = mine(visit, v).await?;
    let (lang, t) = (visit.lang, t(visit.lang));
    let open = v.state == State::Called && e.posted.is_none();
    let live = own.as_ref().is_some_and(|c| c.stands.live());
    let over = visit.now().day() > e.until;
    let gone = own.as_ref().is_some_and(|c| c.stands == Stands::Withdrawn);
    let said = match said {
        "stood" => {
            Some(t.msg_said_stood(v.org_name.clone(), plain_day(lang, super::super::rules::post_until(v.opens.day()))))
        }
        "withdrawn" => Some(t.msg_said_withdrawn()),
        "again" => Some(t.msg_said_stands_again(v.org_name.clone())),
        _ => None,
    };
    let agrees = Choices::new(lang, Look::Checks, "agrees", t.msg_agrees())
        .item(Choice::new("yes", t.msg_agrees_me()))
        .chosen(fields.raw("agrees").to_owned())
        .error(fields.fault("agrees"))
        .required();
    let view = View {
        t,
        back: Back::new(under(v.id, "candidates"), t.msg_candidates()),
        title: v.title.clone(),
        said: said.map(|text| Notice::new(NoticeKind::Ok, text)),
        summary: (!fields.good()).then(|| fields.summary()),
        own: own.map(|c| Notice::new(NoticeKind::Info, t.msg_own_standing(stands_name(lang, c.stands)))),
        facts: facts(lang, v, &e),
        csrf: visit.token().to_owned(),
        action: under(v.id, "stand"),
        back_again: (open && gone && over).then(|| under(v.id, "stand/withdraw")),
        withdraw: (open && live).then(|| under(v.id, "stand/withdraw")),
        form: (open && !live && !over).then(|| (agrees, Submit::new(t.msg_stand_go()))),
        fees: Notice::new(NoticeKind::Info, t.msg_election_fees()),
    };
    let title = t.msg_stand();
    let page = visit.page(&title, Kind::Phone);
    Ok(if fields.good() { page } else { page.wrong() }.view(&view))
}

async fn sent(
    visit: &Visit,
    v: &Vote,
    mut fields: Fields,
    said: &str,
    run: impl Fn(&mut Tx<'_>, &Author) -> Result<Receipt, Stop> + Send + 'static,
) -> Result<Response, Trouble> {
    match done(visit, v, &fields, run).await {
        Ok(_) => Ok(on(visit, &under(v.id, "stand"), said)),
        Err(trouble) => {
            fields.absorb(trouble)?;
            show(visit, v, "", &fields).await
        }
    }
}

/// `POST /votes/{vote}/stand`
pub(super) async fn send(visit: Visit, Path(vote): Path<String>, fields: Fields) -> Result<Response, Trouble> {
    let v = any(&visit, &vote).await?;
    election(&visit, &v).await?;
    let (person, _) = mine(&visit, &v).await?;
    let (id, agrees) = (v.id, fields.raw("agrees") == "yes");
    sent(&visit, &v, fields, "stood", move |tx, author| {
        // Whoever holds a seat stands as an owner, not as the office.
        let by = lianxin_journal::By::Person(person);
        stand(tx, &Author { by, ..author.clone() }, id, (How::Own, person, agrees))
    })
    .await
}

/// `POST /votes/{vote}/stand/withdraw`: they go, or stand after all.
pub(super) async fn send_withdraw(visit: Visit, Path(vote): Path<String>, fields: Fields) -> Result<Response, Trouble> {
    let v = any(&visit, &vote).await?;
    election(&visit, &v).await?;
    let (person, own) = mine(&visit, &v).await?;
    let candidate = own.map(|c| c.act).ok_or_else(|| Trouble::refused(Refusal::NoCandidate))?;
    let id = v.id;
    let (said, to) = match fields.raw("again") {
        "yes" => ("again", Stands::Named),
        _ => ("withdrawn", Stands::Withdrawn),
    };
    sent(&visit, &v, fields, said, move |tx, author| {
        let by = lianxin_journal::By::Person(person);
        check(tx, &Author { by, ..author.clone() }, id, (candidate, to))
    })
    .await
}

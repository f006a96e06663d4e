//! 怎么告诉您: a resident says how they want to be told; who keeps the register says it for those without a phone.

use crate::register::{Gone, name_of};
use crate::texts::{L10nLanguage, t};
use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use lianxin_base::{AreaId, PersonId};
use lianxin_gate::Scope;
use lianxin_journal::Head;
use lianxin_outbox::{How, Refusal, Wish, wish, wish_of};
use lianxin_register::find;
use lianxin_store::{Read, Stop};
use lianxin_web::components::{Back, Choice, Choices, ErrorSummary, Look, Notice, NoticeKind, Submit};
use lianxin_web::shell::Kind;
use lianxin_web::{Fields, Trouble, Visit};

#[derive(Template)]
#[template(path = "told.html")]
struct View<'a> {
    /// At the desk it stands in the working column.
    desk: bool,
    back: Back<'a>,
    title: String,
    lead: String,
    summary: Option<ErrorSummary<'a>>,
    action: String,
    csrf: &'a str,
    how: Choices<'a>,
    promise: Notice<'a>,
    submit: Submit<'a>,
}

/// Whose wish it is, and where the form stands.
struct Whose {
    person: PersonId,
    area: AreaId,
    /// As the desk calls them; none: the visitor's own.
    name: Option<String>,
    how: How,
}

impl Whose {
    fn url(&self) -> String {
        if self.name.is_some() { format!("/people/{}/told", self.person) } else { "/me/told".into() }
    }
    fn back(&self) -> String {
        if self.name.is_some() { format!("/people/{}", self.person) } else { "/me".into() }
    }
}

fn own(r: &mut Read<'_>, person: PersonId) -> Result<Whose, Stop> {
    let area = find::person_area(r, person)?.ok_or(Gone)?;
    let how = wish_of(r, person)?.unwrap_or(How::Inbox);
    Ok(Whose { person, area, name: None, how })
}

/// Somebody the visitor looks after: where they belong, or where they have or had a home.
fn theirs(r: &mut Read<'_>, person: PersonId, scope: &Scope, lang: lianxin_base::Lang) -> Result<Whose, Stop> {
    let whose = own(r, person)?;
    let near = scope.covers(whose.area) || find::relations_ever(r, person)?.iter().any(|x| scope.covers(x.area));
    if !near {
        return Err(Gone.into());
    }
    let name = name_of(r, lang, Some(person))?;
    Ok(Whose { name: Some(name), ..whose })
}

async fn mine(visit: &Visit) -> Result<Whose, Trouble> {
    let person = visit.person().ok_or(Trouble::NotFound)?;
    crate::register::look(visit, move |r| own(r, person)).await
}

async fn named(visit: &Visit, id: &str) -> Result<Whose, Trouble> {
    let person: PersonId = id.parse().map_err(|_| Trouble::NotFound)?;
    let (scope, lang) = (visit.scope(), visit.lang);
    crate::register::look(visit, move |r| theirs(r, person, &scope, lang)).await
}

/// `GET /me/told`
pub(super) async fn page(visit: Visit) -> Result<Response, Trouble> {
    let whose = mine(&visit).await?;
    Ok(show(&visit, &whose, &Fields::empty(visit.lang)))
}

/// `POST /me/told`
pub(super) async fn send(visit: Visit, fields: Fields) -> Result<Response, Trouble> {
    let whose = mine(&visit).await?;
    take(&visit, &whose, fields).await
}

/// `GET /people/{person}/told`
pub(super) async fn of_person(visit: Visit, Path(id): Path<String>) -> Result<Response, Trouble> {
    let whose = named(&visit, &id).await?;
    Ok(show(&visit, &whose, &Fields::empty(visit.lang)))
}

/// `POST /people/{person}/told`
pub(super) async fn of_person_send(visit: Visit, Path(id): Path<String>, fields: Fields) -> Result<Response, Trouble> {
    let whose = named(&visit, &id).await?;
    take(&visit, &whose, fields).await
}

fn show(visit: &Visit, whose: &Whose, fields: &Fields) -> Response {
    let (lang, t): (_, &L10nLanguage) = (visit.lang, t(visit.lang));
    let chosen = if fields.raw("how").is_empty() { whose.how.name() } else { fields.raw("how") };
    let how = Choices::new(lang, Look::Options, "how", t.msg_told_how())
        .chosen(chosen.to_owned())
        .error(fields.fault("how"))
        .required();
    let desk = whose.name.is_some();
    let title = whose.name.as_ref().map_or_else(|| t.msg_told_title(), |name| t.msg_told_title_of(name));
    let back = whose.name.clone().unwrap_or_else(|| t.msg_me_title());
    let view = View {
        desk,
        back: Back::new(whose.back(), back),
        title: title.clone(),
        lead: t.msg_told_lead(),
        summary: (!fields.good()).then(|| fields.summary()),
        action: whose.url(),
        csrf: visit.token(),
        how: How::ALL.iter().fold(how, |all, how| all.item(Choice::new(how.name(), how.say(lang)))),
        promise: Notice::new(NoticeKind::Assure, t.msg_told_promise()),
        submit: Submit::new(t.msg_reg_save()),
    };
    let page = visit.page(&title, if desk { Kind::Desk } else { Kind::Phone });
    if fields.good() { page.view(&view) } else { page.wrong().view(&view) }
}

async fn take(visit: &Visit, whose: &Whose, mut fields: Fields) -> Result<Response, Trouble> {
    let offered: Vec<&'static str> = How::ALL.iter().map(|how| how.name()).collect();
    let how: Option<How> = fields.choice("how", &offered).and_then(|how| how.parse().ok());
    let Some(how) = how.filter(|_| fields.good()) else { return Ok(show(visit, whose, &fields)) };
    let (person, area, id, by) = (whose.person, whose.area, visit.act_id(), visit.by());
    let done = visit.act_once(area, fields.token(), move |tx, token| {
        if how.needs_phone() && find::person_phone(tx, person)?.is_none() {
            return Err(Refusal::NoPhone.into());
        }
        Ok(wish(tx, Head { id, area, by, no: None, token }, Wish { person, how })?)
    });
    match done.await {
        Ok(_) => Ok(visit.to(&format!("{}?said=saved", whose.back()))),
        Err(trouble) => {
            fields.absorb(trouble)?;
            Ok(show(visit, whose, &fields))
        }
    }
}

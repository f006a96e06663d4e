//! 个人信息申请: for who has no phone at hand, the counter erases on their behalf. They are found by the last four
//! digits of their phone within the seat's area.

use super::{Refusal, erase_person, files_of, swept};
use crate::Office;
use crate::around::homes;
use crate::asked::{Query, asked};
use crate::texts::{L10nLanguage, t};
use askama::Template;
use axum::response::Response;
use lianxin_base::{AreaId, Day, PersonId};
use lianxin_gate::Scope;
use lianxin_journal::Head;
use lianxin_register::find;
use lianxin_store::{Read, Stop};
use lianxin_web::components::{Choice, Choices, ErrorSummary, Field, FieldKind, Look, Notice, NoticeKind, Submit};
use lianxin_web::shell::Kind;
use lianxin_web::{Fields, Trouble, Visit};

/// So many people with the same last digits are shown.
const FOUND: usize = 20;

/// Somebody the digits led to.
struct Found {
    person: PersonId,
    name: String,
    home: String,
}

#[derive(Template)]
#[template(path = "privacy_requests.html")]
struct View<'a> {
    t: &'static L10nLanguage,
    done: Option<Notice<'a>>,
    summary: Option<ErrorSummary<'a>>,
    search: Field<'a>,
    find: String,
    tail: &'a str,
    people: Option<Choices<'a>>,
    nobody: Option<Notice<'a>>,
    how: Field<'a>,
    csrf: &'a str,
    submit: Submit<'a>,
}

fn found(r: &mut Read<'_>, area: AreaId, scope: &Scope, tail: &str, on: Day) -> Result<Vec<Found>, Stop> {
    let mut all = Vec::new();
    for person in find::people_by_phone_tail(r, area, tail)?.into_iter().take(FOUND) {
        let lives = find::person_area(r, person)?.is_some_and(|area| scope.covers(area));
        let Some(name) = find::person_name(r, person)?.filter(|_| lives) else { continue };
        let home = homes(r, person, on)?.into_iter().next();
        let home = home.map_or_else(String::new, |h| format!("{} {}", h.area.name, h.door));
        all.push(Found { person, name, home });
    }
    Ok(all)
}

/// `GET /privacy-requests?tail=`
pub(super) async fn page(visit: Visit, query: Query) -> Result<Response, Trouble> {
    let fields = Fields::empty(visit.lang).with("tail", asked(&query, "tail"));
    show(&visit, &fields, asked(&query, "done") == "1").await
}

async fn people(visit: &Visit, tail: &str) -> Result<Vec<Found>, Trouble> {
    let digits = tail.len() == 4 && tail.bytes().all(|b| b.is_ascii_digit());
    let (Some(area), true) = (visit.seat().map(|s| s.area), digits) else { return Ok(Vec::new()) };
    let (scope, tail, on) = (visit.scope(), tail.to_owned(), visit.now().day());
    visit.read(move |r| found(r, area, &scope, &tail, on)).await
}

async fn show(visit: &Visit, fields: &Fields, done: bool) -> Result<Response, Trouble> {
    let (lang, t, tail) = (visit.lang, t(visit.lang), fields.raw("tail").trim());
    let all = people(visit, tail).await?;
    let choices = Choices::new(lang, Look::Options, "person", t.msg_requests_who())
        .error(fields.fault("person"))
        .chosen(fields.raw("person").to_owned())
        .required();
    let choices = all.iter().fold(choices, |choices, p| {
        choices.item(Choice::new(p.person.to_string(), p.name.clone()).note(p.home.clone()))
    });
    let view = View {
        t,
        done: done.then(|| Notice::new(NoticeKind::Ok, t.msg_requests_done())),
        summary: (!fields.good()).then(|| fields.summary()),
        search: Field::new(lang, "tail", t.msg_requests_tail())
            .hint(t.msg_requests_tail_hint())
            .value(tail.to_owned())
            .kind(FieldKind::Number)
            .required()
            .max(4),
        find: t.msg_requests_find(),
        tail,
        nobody: (all.is_empty() && !tail.is_empty()).then(|| Notice::new(NoticeKind::Info, t.msg_requests_nobody())),
        people: (!all.is_empty()).then_some(choices),
        how: Field::new(lang, "confirm", t.msg_erase_type(t.msg_erase_word()))
            .hint(t.msg_requests_confirm_hint())
            .value(fields.raw("confirm").to_owned())
            .error(fields.fault("confirm"))
            .required()
            .autocomplete("off")
            .max(10),
        csrf: visit.token(),
        submit: Submit::new(t.msg_requests_go()),
    };
    let title = t.msg_nav_privacy();
    let page = visit.page(&title, Kind::Desk);
    Ok(if fields.good() { page } else { page.wrong() }.view(&view))
}

/// `POST /privacy-requests/erase`
pub(super) async fn send(office: Office, visit: Visit, mut fields: Fields) -> Result<Response, Trouble> {
    let (person, typed) = (fields.id::<PersonId>("person"), fields.line("confirm", 10));
    if fields.good() && typed != t(visit.lang).msg_erase_word() {
        fields.refuse(&Refusal::Confirm);
    }
    let all = people(&visit, fields.raw("tail").trim()).await?;
    let person = person.filter(|p| all.iter().any(|found| found.person == *p));
    let Some(person) = person.filter(|_| fields.good()) else {
        if fields.good() {
            fields.refuse(&Refusal::Unknown);
        }
        return show(&visit, &fields, false).await;
    };
    let (id, by) = (visit.act_id(), visit.by());
    let area = visit.seat().map(|s| s.area).ok_or(Trouble::NotFound)?;
    let (all, needs) = (office.clone(), office.needs.clone());
    let files = visit.read(move |r| Ok(files_of(r, &*needs, person)?)).await?;
    let done = visit.act_once(area, fields.token(), move |tx, token| {
        erase_person(tx, &*office.needs, Head { id, area, by, no: None, token }, person)
    });
    match done.await {
        Ok(_) => {
            swept(&all, &visit, files).await?;
            Ok(visit.to("/privacy-requests?done=1"))
        }
        Err(trouble) => {
            fields.absorb(trouble)?;
            show(&visit, &fields, false).await
        }
    }
}

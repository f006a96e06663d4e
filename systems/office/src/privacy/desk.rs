//! 个人信息申请: for who has no phone at hand, the counter prints what is kept of them, or erases it. They are found by the
//! last four digits of their phone, their name or their door, within the seat's scope.

use super::{Refusal, erase_person, swept, traces_of};
use crate::Office;
use crate::around::Caller;
use crate::asked::{Query, asked};
use crate::coming::looked::{LookUp, Purpose, look_up};
use crate::coming::names::{self, Named};
use crate::texts::{L10nLanguage, t};
use askama::Template;
use axum::response::Response;
use lianxin_base::{AreaId, Day, PersonId};
use lianxin_gate::Scope;
use lianxin_journal::Head;
use lianxin_store::{Read, Stop};
use lianxin_web::components::{Choice, Choices, ErrorSummary, Field, Look, Notice, NoticeKind, Submit};
use lianxin_web::icons::Icon;
use lianxin_web::shell::Kind;
use lianxin_web::{Fields, Trouble, Visit};

/// Longest search.
const TYPED: usize = 60;

#[derive(Template)]
#[template(path = "privacy_requests.html")]
struct View<'a> {
    t: &'static L10nLanguage,
    done: Option<Notice<'a>>,
    summary: Option<ErrorSummary<'a>>,
    search: Field<'a>,
    find: String,
    typed: &'a str,
    people: Option<Choices<'a>>,
    nobody: Option<Notice<'a>>,
    how: Field<'a>,
    csrf: &'a str,
    submit: Submit<'a>,
}

/// Who of the seat's scope has a telephone that ends like this, this name, or a home behind this door.
fn found(r: &mut Read<'_>, area: AreaId, scope: &Scope, typed: &str, on: Day) -> Result<Vec<Named>, Stop> {
    if typed.len() == 4 && typed.bytes().all(|b| b.is_ascii_digit()) {
        return names::by_phone(r, scope, Some(area), (typed, None), on);
    }
    if names::is_name(typed) { names::found(r, scope, Some(area), typed, on) } else { Ok(Vec::new()) }
}

/// `GET /privacy-requests?q=`
pub(super) async fn page(visit: Visit, query: Query) -> Result<Response, Trouble> {
    let typed: String = asked(&query, "q").chars().take(TYPED).collect();
    let fields = Fields::empty(visit.lang).with("q", typed.trim());
    show(&visit, &fields, asked(&query, "done") == "1").await
}

async fn people(visit: &Visit, typed: &str) -> Result<Vec<Named>, Trouble> {
    let Some(area) = visit.seat().map(|s| s.area) else { return Ok(Vec::new()) };
    let (scope, typed, on) = (visit.scope(), typed.to_owned(), visit.now().day());
    visit.read(move |r| found(r, area, &scope, &typed, on)).await
}

async fn show(visit: &Visit, fields: &Fields, done: bool) -> Result<Response, Trouble> {
    let (lang, t, typed) = (visit.lang, t(visit.lang), fields.raw("q").trim());
    let all = people(visit, typed).await?;
    let choices = Choices::new(lang, Look::Options, "person", t.msg_requests_who())
        .error(fields.fault("person"))
        .chosen(fields.raw("person").to_owned())
        .required();
    let choices = all
        .iter()
        .fold(choices, |choices, p| choices.item(Choice::new(p.id.to_string(), p.name.clone()).note(p.door.clone())));
    let view = View {
        t,
        done: done.then(|| Notice::new(NoticeKind::Ok, t.msg_requests_done())),
        summary: (!fields.good()).then(|| fields.summary()),
        search: Field::new(lang, "q", t.msg_requests_tail())
            .hint(t.msg_requests_tail_hint())
            .value(typed.to_owned())
            .required()
            .autocomplete("off")
            .max(TYPED as u32),
        find: t.msg_requests_find(),
        typed,
        nobody: (all.is_empty() && !typed.is_empty()).then(|| Notice::new(NoticeKind::Info, t.msg_requests_nobody())),
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

/// Whom the form means, if it is good and they are among those that were found for this seat.
async fn picked(visit: &Visit, fields: &mut Fields, person: Option<PersonId>) -> Result<Option<PersonId>, Trouble> {
    let found = people(visit, fields.raw("q").trim()).await?;
    let person = person.filter(|p| found.iter().any(|named| named.id == *p));
    if fields.good() && person.is_none() {
        fields.refuse(&Refusal::Unknown);
    }
    Ok(person.filter(|_| fields.good()))
}

/// `POST /privacy-requests/erase`
pub(super) async fn send(office: Office, visit: Visit, mut fields: Fields) -> Result<Response, Trouble> {
    let (person, typed) = (fields.id::<PersonId>("person"), fields.line("confirm", 10));
    if fields.good() && typed != t(visit.lang).msg_erase_word() {
        fields.refuse(&Refusal::Confirm);
    }
    let Some(person) = picked(&visit, &mut fields, person).await? else {
        return show(&visit, &fields, false).await;
    };
    let (id, by) = (visit.act_id(), visit.by());
    let area = visit.seat().map(|s| s.area).ok_or(Trouble::NotFound)?;
    let (all, needs) = (office.clone(), office.needs.clone());
    let traces = visit.read(move |r| Ok(traces_of(r, &*needs, person)?)).await?;
    let done = visit.act_once(area, fields.token(), move |tx, token| {
        erase_person(tx, &*office.needs, Head { id, area, by, no: None, token }, person)
    });
    match done.await {
        Ok(_) => {
            swept(&all, &visit, traces).await?;
            Ok(visit.to("/privacy-requests?done=1"))
        }
        Err(trouble) => {
            fields.absorb(trouble)?;
            show(&visit, &fields, false).await
        }
    }
}

/// `POST /privacy-requests/copy`: what is kept of somebody, printed for them; that it was opened is recorded as always.
pub(super) async fn copy(visit: Visit, mut fields: Fields) -> Result<Response, Trouble> {
    let person = fields.id::<PersonId>("person");
    let Some(person) = picked(&visit, &mut fields, person).await? else {
        return show(&visit, &fields, false).await;
    };
    let (seat, area) = visit.seat().map(|s| (s.seat, s.area)).ok_or(Trouble::NotFound)?;
    let head = Head { id: visit.act_id(), area, by: visit.by(), no: None, token: None };
    let act = LookUp { person, seat, purpose: Purpose::Copy };
    let token = fields.token();
    visit.act_once(area, token, move |tx, token| Ok(look_up(tx, Head { token, ..head.clone() }, act)?)).await?;
    super::mine::printed(&visit, Caller { person: Some(person), ..Caller::of(&visit) }).await
}

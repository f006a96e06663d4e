//! 删掉我的信息: what goes and what stays is said first, then it is confirmed by something the person knows.

use super::form::View;
use super::{Refusal, erase_person, nobody, swept, tail, traces_of, whose};
use crate::Office;
use crate::around::{Around, Caller};
use crate::asked::{Query, asked};
use crate::texts::t;
use axum::http::HeaderValue;
use axum::http::header::LOCATION;
use axum::response::Response;
use lianxin_base::{Lang, PersonId};
use lianxin_journal::{By, Head};
use lianxin_register::find;
use lianxin_store::{Read, Stop};
use lianxin_web::components::{Back, Field, FieldKind, Submit};
use lianxin_web::shell::{Kind, Tab};
use lianxin_web::{Fields, Trouble, Visit, sign_out};

/// What is typed to confirm: the phone's last four digits, or a word where there is no phone.
fn wanted(r: &mut Read<'_>, whom: Whom, lang: Lang) -> Result<(bool, String), Stop> {
    let phone = if whom.ward { None } else { find::person_phone(r, whom.person)? };
    Ok((phone.is_some(), phone.as_deref().map_or_else(|| t(lang).msg_erase_word(), tail)))
}

/// `GET /me/data/erase`
pub(super) async fn page(visit: Visit, query: Query) -> Result<Response, Trouble> {
    if whose(&visit).is_err() {
        return nobody(&visit, "/login?next=/me/data/erase");
    }
    let whom = whom(&visit, asked(&query, "child")).await?;
    show(&visit, whom, &Fields::empty(visit.lang)).await
}

/// Who is to be erased: oneself, or a child one acts for.
#[derive(Clone, Copy)]
struct Whom {
    person: PersonId,
    ward: bool,
}

async fn whom(visit: &Visit, child: &str) -> Result<Whom, Trouble> {
    let own = whose(visit)?;
    if child.is_empty() {
        return Ok(Whom { person: own, ward: false });
    }
    let child: PersonId = child.parse().map_err(|_| Trouble::NotFound)?;
    let wards = visit.read(move |r| Ok(find::wards(r, own)?)).await?;
    if wards.contains(&child) { Ok(Whom { person: child, ward: true }) } else { Err(Trouble::NotFound) }
}

async fn show(visit: &Visit, whom: Whom, fields: &Fields) -> Result<Response, Trouble> {
    let (lang, t, caller) = (visit.lang, t(visit.lang), Caller::of(visit));
    let look = move |r: &mut Read<'_>| {
        let name = if whom.ward { find::person_name(r, whom.person)? } else { None };
        Ok((Around::of(r, &caller)?, name, wanted(r, whom, lang)?))
    };
    let (around, name, (phone, word)) = visit.read(look).await?;
    let title = name.map_or_else(|| t.msg_data_erase(), |name| t.msg_erase_child(name));
    let action = if whom.ward { format!("/me/data/erase?child={}", whom.person) } else { "/me/data/erase".into() };
    let label = if phone { t.msg_erase_tail() } else { t.msg_erase_type(&word) };
    let confirm = Field::new(lang, "confirm", label).value(fields.raw("confirm")).error(fields.fault("confirm"));
    let confirm = if phone { confirm.kind(FieldKind::Number) } else { confirm };
    let view = View {
        back: Back::new("/me/data", t.msg_data_title()),
        summary: (!fields.good()).then(|| fields.summary()),
        title: title.clone(),
        says: vec![t.msg_erase_goes(), t.msg_erase_stays(), t.msg_erase_final()],
        action,
        csrf: visit.token(),
        fields: vec![confirm.required().autocomplete("off").max(10)],
        submit: Submit::new(t.msg_erase_go()),
        t,
    };
    let page = around.round(visit.page(&title, Kind::Phone)).tab(Tab::Me);
    Ok(if fields.good() { page } else { page.wrong() }.view(&view))
}

/// `POST /me/data/erase`: afterwards nobody is signed in; who erased a child they act for stays.
pub(super) async fn send(office: Office, visit: Visit, query: Query, mut fields: Fields) -> Result<Response, Trouble> {
    let (whom, lang) = (whom(&visit, asked(&query, "child")).await?, visit.lang);
    let typed = fields.line("confirm", 10);
    if fields.good() {
        let (_, word) = visit.read(move |r| wanted(r, whom, lang)).await?;
        if typed != word {
            fields.refuse(&Refusal::Confirm);
        }
    }
    if fields.good() {
        match erased(&office, &visit, whom, fields.token()).await {
            Ok(()) if whom.ward => return Ok(visit.to("/me/data")),
            Ok(()) => {
                let mut response = sign_out(&visit).await?;
                response.headers_mut().insert(LOCATION, HeaderValue::from_static("/privacy?erased=1"));
                return Ok(response);
            }
            Err(trouble) => fields.absorb(trouble)?,
        }
    }
    show(&visit, whom, &fields).await
}

/// Who erases themselves, or a child they act for, is not named as the act's author.
async fn erased(office: &Office, visit: &Visit, whom: Whom, token: Option<String>) -> Result<(), Trouble> {
    let needs = office.needs.clone();
    let look = move |r: &mut Read<'_>| {
        let area = find::person_area(r, whom.person)?.ok_or(Refusal::Unknown)?;
        Ok((area, traces_of(r, &*needs, whom.person)?))
    };
    let (area, traces) = visit.read(look).await?;
    let (id, needs, by) = (visit.act_id(), office.needs.clone(), By::Anyone);
    visit
        .act_once(area, token, move |tx, token| {
            erase_person(tx, &*needs, Head { id, area, by, no: None, token }, whom.person)
        })
        .await?;
    swept(office, visit, traces).await
}

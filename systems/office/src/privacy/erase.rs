//! 删掉我的信息: what goes and what stays is said first, then it is confirmed by something the person knows.

use super::{Refusal, erase_person, tail};
use crate::Office;
use crate::around::{Around, Caller};
use crate::texts::{L10nLanguage, t};
use askama::Template;
use axum::http::HeaderValue;
use axum::http::header::LOCATION;
use axum::response::Response;
use lianxin_base::{Lang, PersonId};
use lianxin_journal::{By, Head};
use lianxin_register::find;
use lianxin_store::{Read, Stop};
use lianxin_web::components::{Back, ErrorSummary, Field, FieldKind, Submit};
use lianxin_web::shell::{Kind, Tab};
use lianxin_web::{Fields, Trouble, Visit, sign_out};

#[derive(Template)]
#[template(path = "my_data_form.html")]
struct View<'a> {
    back: Back<'a>,
    summary: Option<ErrorSummary<'a>>,
    title: String,
    says: Vec<String>,
    action: &'static str,
    csrf: &'a str,
    fields: Vec<Field<'a>>,
    submit: Submit<'a>,
    t: &'static L10nLanguage,
}

/// What is typed to confirm: the phone's last four digits, or a word where there is no phone.
fn wanted(r: &mut Read<'_>, person: PersonId, lang: Lang) -> Result<(bool, String), Stop> {
    let phone = find::person_phone(r, person)?;
    Ok((phone.is_some(), phone.as_deref().map_or_else(|| t(lang).msg_erase_word(), tail)))
}

/// `GET /me/data/erase`
pub(super) async fn page(visit: Visit) -> Result<Response, Trouble> {
    show(&visit, &Fields::empty(visit.lang)).await
}

async fn show(visit: &Visit, fields: &Fields) -> Result<Response, Trouble> {
    let (lang, t, caller) = (visit.lang, t(visit.lang), Caller::of(visit));
    let who = visit.person().ok_or(Trouble::NotFound)?;
    let (around, (phone, word)) = visit.read(move |r| Ok((Around::of(r, &caller)?, wanted(r, who, lang)?))).await?;
    let label = if phone { t.msg_erase_tail() } else { t.msg_erase_type(&word) };
    let confirm = Field::new(lang, "confirm", label).value(fields.raw("confirm")).error(fields.fault("confirm"));
    let confirm = if phone { confirm.kind(FieldKind::Number) } else { confirm };
    let view = View {
        back: Back::new("/me/data", t.msg_data_title()),
        summary: (!fields.good()).then(|| fields.summary()),
        title: t.msg_data_erase(),
        says: vec![t.msg_erase_goes(), t.msg_erase_stays(), t.msg_erase_final()],
        action: "/me/data/erase",
        csrf: visit.token(),
        fields: vec![confirm.required().autocomplete("off").max(10)],
        submit: Submit::new(t.msg_erase_go()),
        t,
    };
    let title = t.msg_data_erase();
    let page = around.round(visit.page(&title, Kind::Phone)).tab(Tab::Me);
    Ok(if fields.good() { page } else { page.wrong() }.view(&view))
}

/// `POST /me/data/erase`: afterwards nobody is signed in.
pub(super) async fn send(office: Office, visit: Visit, mut fields: Fields) -> Result<Response, Trouble> {
    let (who, lang) = (visit.person().ok_or(Trouble::NotFound)?, visit.lang);
    let typed = fields.line("confirm", 10);
    if fields.good() {
        let (_, word) = visit.read(move |r| wanted(r, who, lang)).await?;
        if typed != word {
            fields.refuse(&Refusal::Confirm);
        }
    }
    if fields.good() {
        let area = visit.read(move |r| Ok(find::person_area(r, who)?.ok_or(Refusal::Unknown)?)).await?;
        let id = visit.act_id();
        let done = visit.act_once(area, fields.token(), move |tx, token| {
            let head = Head { id, area, by: By::Anyone, no: None, token };
            erase_person(tx, &*office.needs, head, who)
        });
        match done.await {
            Ok(_) => {
                visit.house.db().scrub().await?;
                let mut response = sign_out(&visit).await?;
                response.headers_mut().insert(LOCATION, HeaderValue::from_static("/privacy?erased=1"));
                return Ok(response);
            }
            Err(trouble) => fields.absorb(trouble)?,
        }
    }
    show(&visit, &fields).await
}

//! Name and phone are put right by whom they belong to; what stood there before is erased.

use super::form::View;
use crate::Office;
use crate::around::{Around, Caller};
use crate::texts::t;
use axum::response::Response;
use lianxin_journal::{By, Head, Receipt, TextKey, of_person};
use lianxin_register::{Person, find, person};
use lianxin_store::{Stop, Tx};
use lianxin_web::components::{Back, Field, FieldKind, Submit};
use lianxin_web::shell::{Kind, Tab};
use lianxin_web::{Fields, Trouble, Visit};

/// Longest name and phone.
const LINE: u32 = 40;

/// `GET /me/data/correct`
pub(super) async fn page(visit: Visit) -> Result<Response, Trouble> {
    let who = visit.person().ok_or(Trouble::NotFound)?;
    let now = visit.read(move |r| Ok((find::person_name(r, who)?, find::person_phone(r, who)?))).await?;
    let fields = Fields::empty(visit.lang).with("name", &now.0.unwrap_or_default());
    let fields = fields.with("phone", &now.1.unwrap_or_default());
    show(&visit, &fields).await
}

async fn show(visit: &Visit, fields: &Fields) -> Result<Response, Trouble> {
    let (lang, t, caller) = (visit.lang, t(visit.lang), Caller::of(visit));
    let around = visit.read(move |r| Ok(Around::of(r, &caller)?)).await?;
    let field = |name: &'static str, label: String| {
        Field::new(lang, name, label).value(fields.raw(name)).error(fields.fault(name)).max(LINE)
    };
    let view = View {
        back: Back::new("/me/data", t.msg_data_title()),
        summary: (!fields.good()).then(|| fields.summary()),
        title: t.msg_data_correct(),
        says: vec![t.msg_correct_says()],
        action: "/me/data/correct".into(),
        csrf: visit.token(),
        fields: vec![
            field("name", t.msg_data_name()).required().autocomplete("name"),
            field("phone", t.msg_me_phone()).kind(FieldKind::Tel).autocomplete("tel"),
        ],
        submit: Submit::new(t.msg_correct_go()),
        t,
    };
    let title = t.msg_data_correct();
    let page = around.round(visit.page(&title, Kind::Phone)).tab(Tab::Me);
    Ok(if fields.good() { page } else { page.wrong() }.view(&view))
}

/// `POST /me/data/correct`
pub(super) async fn send(office: Office, visit: Visit, mut fields: Fields) -> Result<Response, Trouble> {
    let who = visit.person().ok_or(Trouble::NotFound)?;
    let (name, phone) = (fields.line("name", LINE as usize), fields.opt_line("phone", LINE as usize));
    if fields.good() {
        let area = visit.read(move |r| Ok(find::person_area(r, who)?.ok_or(super::Refusal::Unknown)?)).await?;
        let id = visit.act_id();
        let done = visit.act_once(area, fields.token(), move |tx, token| {
            let head = Head { id, area, by: By::Person(who), no: None, token };
            let act = Person { person: who, area, name: name.clone(), phone: phone.clone() };
            renamed(tx, &office, head, act)
        });
        match done.await {
            Ok(_) => {
                visit.house.db().scrub().await.ok(); // a page that reads keeps the log; the next erasure cuts it
                return Ok(visit.to("/me/data"));
            }
            Err(trouble) => fields.absorb(trouble)?,
        }
    }
    show(&visit, &fields).await
}

/// The new name and phone, then the old ones erased: nobody has asked to keep what was wrong.
pub(crate) fn renamed(tx: &mut Tx<'_>, office: &Office, head: Head, act: Person) -> Result<Receipt, Stop> {
    let old: Vec<TextKey> = of_person(tx, act.person)?
        .into_iter()
        .filter(|held| held.kind == "register.person" && held.field != "by")
        .map(|held| (held.act, held.field))
        .collect();
    let area = act.area;
    let receipt = person(tx, head, act)?;
    let id = lianxin_base::ActId::new(tx.chance(), tx.now());
    office.needs.erase(tx, Head { id, area, by: By::Anyone, no: None, token: None }, &old)?;
    Ok(receipt)
}

//! 没有账号留下的: who reported without an account erases what they wrote by the link of their receipt, and shows that it
//! is theirs by the phone's last four digits or the number on the receipt.

use super::form::View;
use super::{Refusal, swept, traces_among};
use crate::Office;
use crate::around::{Around, Caller};
use crate::needs::Left;
use crate::texts::t;
use axum::response::Response;
use lianxin_base::{ActId, Refuse as _};
use lianxin_gate::Limit;
use lianxin_journal::{By, Head};
use lianxin_store::Read;
use lianxin_web::components::{Back, Field, FieldKind, Submit};
use lianxin_web::shell::Kind;
use lianxin_web::{Fields, Trouble, Visit};

/// What was left by this report, as far as it is there.
async fn left(office: &Office, visit: &Visit) -> Result<(ActId, Left), Trouble> {
    let (act, needs) = (visit.link().ok_or(Trouble::NotFound)?, office.needs.clone());
    let left = visit.read(move |r| Ok(needs.left(r, act)?)).await?.ok_or(Trouble::NotFound)?;
    Ok((act, left))
}

/// `GET /r/{act}/{link}/erase`
pub(super) async fn page(office: Office, visit: Visit) -> Result<Response, Trouble> {
    let (_, left) = left(&office, &visit).await?;
    if left.texts.is_empty() {
        return Err(Trouble::NotFound);
    }
    show(&visit, &left, &Fields::empty(visit.lang)).await
}

async fn show(visit: &Visit, left: &Left, fields: &Fields) -> Result<Response, Trouble> {
    let (lang, t, caller) = (visit.lang, t(visit.lang), Caller::of(visit));
    let around = visit.read(move |r: &mut Read<'_>| Ok(Around::of(r, &caller)?)).await?;
    let label = if left.phone_tail.is_some() { t.msg_left_tail() } else { t.msg_left_pin() };
    let proof = Field::new(lang, "proof", label).kind(FieldKind::Number).error(fields.fault("proof"));
    let title = t.msg_left_title(&left.no);
    let view = View {
        back: Back::new(visit.here().trim_end_matches("/erase").to_owned(), t.msg_left_back()),
        summary: (!fields.good()).then(|| fields.summary()),
        title: title.clone(),
        says: vec![t.msg_left_goes(), t.msg_erase_stays(), t.msg_erase_final()],
        action: visit.here().to_owned(),
        csrf: visit.token(),
        fields: vec![proof.required().autocomplete("off").max(6)],
        submit: Submit::new(t.msg_erase_go()),
        t,
    };
    let page = around.round(visit.page(&title, Kind::Phone));
    Ok(if fields.good() { page } else { page.wrong() }.view(&view))
}

/// `POST /r/{act}/{link}/erase`
pub(super) async fn send(office: Office, visit: Visit, mut fields: Fields) -> Result<Response, Trouble> {
    let (act, left) = left(&office, &visit).await?;
    if left.texts.is_empty() {
        return Ok(visit.to("/privacy?erased=2")); // sent twice: it is as was wished
    }
    visit.take_for(Limit::PIN, &format!("{act} {}", visit.source().key()))?;
    visit.take_for(Limit::PIN_LINK, &act.to_string())?;
    let proof = fields.line("proof", 12);
    let known = left.phone_tail.as_deref() == Some(proof.as_str()) || visit.house.keys().pin_is(act, &proof);
    if fields.good() && !known {
        fields.note("proof", Refusal::Proof.code(), Refusal::Proof.say(visit.lang));
    }
    if !fields.good() {
        return show(&visit, &left, &fields).await;
    }
    let (id, area, needs, texts) = (visit.act_id(), left.area, office.needs.clone(), left.texts.clone());
    let keys = texts.clone();
    let traces = visit.read(move |r| Ok(traces_among(r, &keys)?)).await?;
    let done = visit.act_once(area, fields.token(), move |tx, token| {
        let head = Head { id, area, by: By::Anyone, no: None, token };
        Ok(needs.erase(tx, head, &texts)?.ok_or(Refusal::Unknown)?)
    });
    done.await?;
    swept(&office, &visit, traces).await?;
    Ok(visit.to("/privacy?erased=2"))
}

//! One's own six digits, for the day the phone forgets.

use super::form::{Form, done, field, stop};
use super::people::{self, Home};
use crate::texts::t;
use axum::response::Response;
use lianxin_base::{Day, PersonId, Refuse};
use lianxin_gate::{Refusal, has_code, units_of};
use lianxin_store::{Read, Stop};
use lianxin_web::components::{Back, FieldKind, Html, Link, Row, Rows};
use lianxin_web::icons::Icon;
use lianxin_web::shell::Kind;
use lianxin_web::{BadField, Fields, Trouble, Visit, set_code};

/// `GET /me/code`
pub(super) async fn page(visit: Visit) -> Result<Response, Trouble> {
    show(&visit, &Fields::empty(visit.lang)).await
}

/// `POST /me/code`
pub(super) async fn send(visit: Visit, mut fields: Fields) -> Result<Response, Trouble> {
    let t = t(visit.lang);
    if fields.raw("code").trim().is_empty() {
        fields.note("code", BadField::Empty.code(), t.msg_back_code_empty());
    } else if fields.raw("code").trim() != fields.raw("again_code").trim() {
        fields.note("again_code", "office.code_differs", t.msg_code_differs());
    }
    if fields.good() {
        match set_code(&visit, fields.raw("code")).await {
            Err(trouble) => fields.absorb(trouble)?,
            Ok(()) => {
                let row = Row::to("/me", t.msg_me_title()).icon(Icon::User);
                let rows = Rows { items: vec![row] };
                let says = t.msg_code_set();
                return done(&visit, Kind::Phone, t.msg_code_title(), says, Html::default(), rows).await;
            }
        }
    }
    show(&visit, &fields).await
}

/// Whether somebody has a code, and where they live; `None` if nowhere here: then no door could be named with it.
fn seen(r: &mut Read<'_>, person: PersonId, on: Day) -> Result<Option<(bool, Vec<Home>)>, Stop> {
    if units_of(r, person, on)?.is_empty() {
        return Ok(None);
    }
    Ok(Some((has_code(r, person)?, people::homes(r, person, on)?)))
}

async fn show(visit: &Visit, fields: &Fields) -> Result<Response, Trouble> {
    let t = t(visit.lang);
    let (person, today) = (visit.person(), visit.now().day());
    let seen = visit.read(move |r| person.map(|p| seen(r, p, today)).transpose()).await?;
    let Some((has, homes)) = seen.flatten() else {
        let (says, on) = (Refusal::CodeNoHome.say(visit.lang), Link::new("/me", t.msg_me_title()));
        return stop(visit, Kind::Phone, t.msg_code_title(), says, on).await;
    };
    let go = if has { t.msg_code_change() } else { t.msg_code_go() };
    let mut form = Form::new(visit, fields, t.msg_code_title(), "/me/code", go);
    form.lines = vec![t.msg_code_says()];
    if let Some(home) = homes.first() {
        form.lines.push(t.msg_code_where(home.place()));
    }
    form.back = Some(Back::new("/me", t.msg_me_title()));
    form.fields = vec![
        field(visit, fields, "code", t.msg_code_new()).kind(FieldKind::Code).hint(t.msg_code_new_hint()).required(),
        field(visit, fields, "again_code", t.msg_code_again()).kind(FieldKind::Code).required(),
    ];
    form.assured(t.msg_code_assure()).page(visit, Kind::Phone).await
}

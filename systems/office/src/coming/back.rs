//! Coming back on a phone that forgot: where one lives, and one's own six digits.

use super::form::{Form, field};
use super::{next, people};
use crate::asked::{Query, asked};
use crate::texts::t;
use axum::response::Response;
use lianxin_base::{Day, Refuse, UnitId};
use lianxin_register::find::{self, AreaRow};
use lianxin_store::Read;
use lianxin_web::components::{Back, Choice, FieldKind};
use lianxin_web::shell::Kind;
use lianxin_web::{BadField, Fields, Trouble, Visit, come_back};

const TYPED: usize = 40;
/// More compounds than this are not offered in a list.
const OFFERED: usize = 300;

/// `GET /back`
pub(super) async fn page(visit: Visit, query: Query) -> Result<Response, Trouble> {
    if visit.is_signed_in() {
        return Ok(visit.to(asked(&query, "next")));
    }
    let fields = Fields::empty(visit.lang).with("next", asked(&query, "next"));
    show(&visit, &fields).await
}

/// `POST /back`
pub(super) async fn send(visit: Visit, mut fields: Fields) -> Result<Response, Trouble> {
    let t = t(visit.lang);
    for (name, says) in [
        ("area", t.msg_back_area_empty()),
        ("building", t.msg_back_building_empty()),
        ("door", t.msg_back_door_empty()),
        ("code", t.msg_back_code_empty()),
    ] {
        if fields.raw(name).trim().is_empty() {
            fields.note(name, BadField::Empty.code(), says);
        }
    }
    let typed = |fields: &mut Fields, name| fields.opt_line(name, TYPED).unwrap_or_default();
    let (area, building) = (typed(&mut fields, "area"), typed(&mut fields, "building"));
    let door = typed(&mut fields, "door");
    if fields.good() {
        match visit.read(move |r| unit(r, &area, &building, &door)).await? {
            None => fields.note("door", "office.no_door", t.msg_back_no_door()),
            Some(unit) => match come_back(&visit, unit, fields.raw("code"), &next(&fields)).await {
                Err(trouble) => fields.absorb(trouble)?,
                done => return done,
            },
        }
    }
    show(&visit, &fields).await
}

fn unit(r: &mut Read<'_>, area: &str, building: &str, door: &str) -> Result<Option<UnitId>, lianxin_store::Stop> {
    let Some(area) = find::area_by_code(r, area)? else { return Ok(None) };
    Ok(people::unit_meant(r, area.id, building, door)?)
}

async fn show(visit: &Visit, fields: &Fields) -> Result<Response, Trouble> {
    let t = t(visit.lang);
    let today: Day = visit.now().day();
    let estates = visit.read(move |r| Ok(people::estates(r, None, today)?)).await?;
    let choices = estates.iter().take(OFFERED).map(|a: &AreaRow| Choice::new(a.code.clone(), a.name.clone()));
    let mut form = Form::new(visit, fields, t.msg_back_title(), "/back", t.msg_back_go());
    form.lines = vec![t.msg_back_says()];
    form.back = Some(Back::new("/login", t.msg_login_title()));
    form.hidden = vec![("next", fields.raw("next").chars().take(2048).collect())];
    form.fields = vec![
        field(visit, fields, "area", t.msg_me_place()).kind(FieldKind::Select(choices.collect())).required(),
        field(visit, fields, "building", t.msg_back_building())
            .example(t.msg_back_building_example())
            .required()
            .max(20),
        field(visit, fields, "door", t.msg_back_door()).example(t.msg_back_door_example()).required().max(20),
        field(visit, fields, "code", t.msg_back_code()).kind(FieldKind::Code).hint(t.msg_back_code_hint()).required(),
    ];
    form.assured(t.msg_back_lost()).page(visit, Kind::Plain).await
}

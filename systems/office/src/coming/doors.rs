//! What a door's QR and short number lead to: the few things one wants in a stairwell.

use super::people;
use crate::around::{Around, Call, Caller, near};
use crate::asked::{Query, asked, path};
use crate::texts::{L10nLanguage, t};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use lianxin_base::half_width;
use lianxin_base::{AreaId, BuildingId};
use lianxin_gate::door;
use lianxin_register::find;
use lianxin_store::{Read, Stop};
use lianxin_web::components::{ErrorSummary, Field, Notice, NoticeKind, Row, Rows, Submit};
use lianxin_web::icons::Icon;
use lianxin_web::shell::Kind;
use lianxin_web::{Trouble, Visit};

const TYPED: usize = 40;

#[derive(Template)]
#[template(path = "door.html")]
struct View {
    title: String,
    rows: Rows<'static>,
    safe: Notice<'static>,
}

#[derive(Template)]
#[template(path = "door_typed.html")]
struct Asks {
    t: &'static L10nLanguage,
    summary: Option<ErrorSummary<'static>>,
    field: Field<'static>,
    submit: Submit<'static>,
}

/// A door as its page shows it.
struct Door {
    label: String,
    code: String,
    call: Option<Call>,
}

fn seen(r: &mut Read<'_>, area: AreaId, building: Option<BuildingId>, caller: &Caller) -> Result<Option<Door>, Stop> {
    let Some(area) = find::area(r, area)? else { return Ok(None) };
    let building = building.map(|b| find::building(r, b)).transpose()?.flatten();
    let grid = building.as_ref().map(|b| find::grid_of_building(r, b.id)).transpose()?.flatten();
    let call = near(r, &area, grid, caller.now)?;
    let (mut label, mut code) = (area.name, area.code);
    if let Some(b) = building {
        label = format!("{label} {}", b.name);
        code = format!("{code}/{}", b.code);
    }
    Ok(Some(Door { label, code, call }))
}

/// `GET /p/{n}`: from a poster's QR.
pub(super) async fn scanned(visit: Visit, Path(n): Path<String>) -> Result<Response, Trouble> {
    let caller = Caller::of(&visit);
    let number: i64 = n.parse().map_err(|_| Trouble::NotFound)?;
    let (around, found) = visit
        .read(move |r| {
            let found =
                door(r, number)?.map(|(area, building)| seen(r, area, building, &caller)).transpose()?.flatten();
            Ok((Around::of(r, &caller)?, found))
        })
        .await?;
    let found = found.ok_or(Trouble::NotFound)?;
    let t = t(visit.lang);
    let mut items = vec![
        Row::to(format!("/report?place={}", crate::asked::word(&found.code)), t.msg_report()).icon(Icon::MessageCircle),
        Row::to("/find", t.msg_tile_find()).icon(Icon::Search),
    ];
    items.extend(found.call.map(|call| {
        let line = std::iter::once(call.who.clone()).chain(call.lines(visit.lang));
        Row::to(format!("tel:{}", call.number), t.msg_door_call()).icon(Icon::Phone).line(line)
    }));
    if !visit.is_signed_in() {
        items.push(Row::to("/login", t.msg_door_slip()).icon(Icon::Qrcode).line([t.msg_door_slip_says()]));
    }
    let site = visit.house.settings().origin.as_str();
    let safe = Notice::new(NoticeKind::Assure, t.msg_door_safe(site));
    let view = View { title: found.label.clone(), rows: Rows { items }, safe };
    Ok(around.round(visit.page(&found.label, Kind::Phone)).view(&view))
}

/// What was typed under a blurred QR: a number, or a place in words.
fn meant(r: &mut Read<'_>, typed: &str) -> Result<Option<String>, Stop> {
    let plain: String = typed.chars().map(half_width).collect();
    let plain = plain.trim();
    if let Ok(number) = plain.parse::<i64>() {
        return Ok(door(r, number)?.map(|_| format!("/p/{number}")));
    }
    let cut = plain.find(|c: char| c.is_whitespace() || c == '/' || c.is_ascii_digit()).unwrap_or(plain.len());
    let (area, rest) = plain.split_at(cut);
    let area = area.trim().trim_end_matches("小区");
    let Some(area) = find::area_by_code(r, area)?.filter(|a| a.kind.is_place()) else { return Ok(None) };
    let building = people::building_meant(r, area.id, rest)?;
    let code = match building {
        Some(b) => format!("{}/{}", area.code, b.code),
        None if rest.trim().is_empty() => area.code,
        None => return Ok(None),
    };
    Ok(Some(format!("/report?place={}", crate::asked::word(&code))))
}

/// `GET /p?no=`
pub(super) async fn typed(visit: Visit, query: Query) -> Result<Response, Trouble> {
    let caller = Caller::of(&visit);
    let typed: String = asked(&query, "no").chars().take(TYPED).collect();
    let wanted = typed.clone();
    let (around, url) = visit.read(move |r| Ok((Around::of(r, &caller)?, meant(r, &wanted)?))).await?;
    if let Some(url) = url {
        return Ok(visit.to(&path(&url)));
    }
    let t = t(visit.lang);
    let missing = (!typed.trim().is_empty()).then(|| t.msg_door_missing());
    let field = Field::new(visit.lang, "no", t.msg_door_field())
        .hint(t.msg_door_hint())
        .value(typed)
        .error(missing.clone())
        .required()
        .max(TYPED as u32)
        .autocomplete("off");
    let bad = missing.is_some();
    let summary = missing.map(|say| ErrorSummary { lang: visit.lang, items: vec![("no".into(), say.into())] });
    let view = Asks { t, summary, field, submit: Submit::new(t.msg_door_go()) };
    let title = t.msg_door_title();
    let page = around.round(visit.page(&title, Kind::Phone));
    Ok(if bad { page.status(StatusCode::NOT_FOUND) } else { page }.view(&view))
}

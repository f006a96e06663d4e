//! `GET /me/data`: everything that is kept of who asks, in plain words; `GET /me/data/copy`: the same for programs.

use crate::around::{Around, Caller, Home, homes};
use crate::asked::path;
use crate::coming::looked::{Looked, looked};
use crate::say;
use crate::texts::{L10nLanguage, t};
use askama::Template;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse as _, Response};
use lianxin_base::{Lang, Moment};
use lianxin_journal::{Held, of_person};
use lianxin_register::find;
use lianxin_store::Read;
use lianxin_store::Stop;
use lianxin_web::components::{Facts, Row, Rows};
use lianxin_web::icons::Icon;
use lianxin_web::shell::{Kind, Tab};
use lianxin_web::{Trouble, Visit};
use serde_json::{Value, json};

/// So many lines are shown; the copy has all of them.
const SHOWN: usize = 100;
/// So much of each is shown.
const LINE: usize = 60;

#[derive(Template)]
#[template(path = "my_data.html")]
struct View<'a> {
    t: &'static L10nLanguage,
    who: Facts<'a>,
    written: Rows<'a>,
    none: bool,
    more: usize,
    looked: Rows<'a>,
    deeds: Rows<'a>,
}

struct Mine {
    around: Around,
    homes: Vec<Home>,
    phone: Option<String>,
    held: Vec<Held>,
    looked: Vec<Looked>,
}

fn look(r: &mut Read<'_>, caller: &Caller) -> Result<Mine, Stop> {
    let person = caller.person.ok_or(super::Refusal::Unknown)?;
    Ok(Mine {
        around: Around::of(r, caller)?,
        homes: homes(r, person, caller.today())?,
        phone: find::person_phone(r, person)?,
        held: of_person(r, person)?,
        looked: looked(r, person, SHOWN as i64, caller.lang)?,
    })
}

/// The page.
pub(super) async fn page(visit: Visit) -> Result<Response, Trouble> {
    let caller = Caller::of(&visit);
    let mine = visit.read(move |r| look(r, &caller)).await?;
    let (lang, t) = (visit.lang, t(visit.lang));
    let mut who = vec![
        (t.msg_data_name().into(), mine.around.name.clone().unwrap_or_default().into()),
        (t.msg_me_phone().into(), mine.phone.as_deref().map_or_else(|| t.msg_data_none(), say::phone).into()),
    ];
    who.extend(mine.homes.iter().map(|home| {
        let place = format!("{} {}", home.area.name, home.door);
        (home.relation.say(lang).to_owned().into(), place.trim().to_owned().into())
    }));
    let lines: Vec<&Held> = mine.held.iter().rev().filter(|held| is_written(held)).collect();
    let more = lines.len().saturating_sub(SHOWN);
    let written = lines.into_iter().take(SHOWN).map(|held| row(lang, held, visit.now())).collect::<Vec<_>>();
    let none = written.is_empty();
    let line = |l: &Looked| {
        let line = [l.purpose.clone(), say::when(lang, l.at, visit.now())];
        Row { title: l.who.clone().into(), ..Row::default() }.line(line)
    };
    let looked = Rows { items: mine.looked.iter().map(line).collect() };
    let (who, written) = (Facts { items: who }, Rows { items: written });
    let view = View { t, who, written, none, more, looked, deeds: deeds(lang) };
    let title = t.msg_data_title();
    Ok(mine.around.round(visit.page(&title, Kind::Phone)).tab(Tab::Me).view(&view))
}

/// What somebody wrote, not who they are (that stands above) and not ids.
fn is_written(held: &Held) -> bool {
    held.kind != "register.person" && !matches!(held.field.as_str(), "by" | "building" | "person")
}

fn row(lang: Lang, held: &Held, now: Moment) -> Row<'static> {
    let mut text: String = held.value.chars().take(LINE).collect();
    if text.len() < held.value.len() {
        text.push('…');
    }
    let words = t(lang);
    let text = match held.field.as_str() {
        "place" => words.msg_data_field_place(text),
        "phone" => words.msg_data_field_phone(text),
        "name" => words.msg_data_field_name(text),
        "photo_files" => words.msg_data_field_photos(held.value.lines().count()),
        _ => text,
    };
    let number = held.no.clone().unwrap_or_default();
    let line = [say::kind(lang, &held.kind), say::date(lang, held.at.day(), now), number];
    match &held.no {
        Some(no) => Row::to(path(&format!("/m/{no}")), text).line(line),
        None => Row { title: text.into(), ..Row::default() }.line(line),
    }
}

fn deeds(lang: Lang) -> Rows<'static> {
    let t = t(lang);
    let row = |url: &'static str, title: String, says: String, icon| Row::to(url, title).icon(icon).line([says]);
    let items = vec![
        row("/me/data/copy", t.msg_data_copy(), t.msg_data_copy_says(), Icon::Download),
        row("/me/data/correct", t.msg_data_correct(), t.msg_data_correct_says(), Icon::FileText),
        row("/me/data/erase", t.msg_data_erase(), t.msg_data_erase_says(), Icon::AlertTriangle),
        row("/privacy", t.msg_privacy_title(), t.msg_privacy_row(), Icon::ShieldCheck),
    ];
    Rows { items }
}

/// The copy, as one JSON object.
pub(super) async fn copy(visit: Visit) -> Result<Response, Trouble> {
    let caller = Caller::of(&visit);
    let mine = visit.read(move |r| look(r, &caller)).await?;
    let homes = mine
        .homes
        .iter()
        .map(|home| json!({"place": home.area.name, "door": home.door, "as": home.relation.say(visit.lang)}));
    let texts = mine.held.iter().map(|held| {
        json!({"at": held.at.rfc3339(), "act": held.act.to_string(), "kind": held.kind, "number": held.no,
               "field": held.field, "text": held.value})
    });
    let all = json!({
        "made": visit.now().rfc3339(),
        "name": mine.around.name, "phone": mine.phone,
        "looked_up": mine.looked.iter().map(|l| json!({"at": l.at.rfc3339(), "by": l.who, "for": l.purpose}))
            .collect::<Vec<Value>>(),
        "homes": homes.collect::<Vec<Value>>(), "texts": texts.collect::<Vec<Value>>(),
    });
    let body = serde_json::to_string_pretty(&all).unwrap_or_default();
    let heads = [
        (CONTENT_TYPE, "application/json; charset=utf-8"),
        (CONTENT_DISPOSITION, "attachment; filename=\"lianxin-my-data.json\""),
    ];
    Ok((heads, body).into_response())
}

//! 没有信号: the one page that phones keep. It knows nobody; what is written on it stays on the phone and is sent once,
//! when there is signal (`kernel/web/assets/sw.js`, `offline.js`).

use super::report::{Duty, calls, duty, ring_at_any_hour};
use crate::rules::WORDS_MAX;
use crate::texts::{L10nLanguage, t};
use askama::Template;
use axum::Json;
use axum::http::HeaderValue;
use axum::http::header::CACHE_CONTROL;
use axum::response::{IntoResponse as _, Response};
use lianxin_base::Moment;
use lianxin_register::AreaKind;
use lianxin_register::find::{self, EmergencyRow};
use lianxin_store::{Fault, Read};
use lianxin_web::assets::asset_url;
use lianxin_web::components::{Field, FieldKind, Html, Notice, NoticeKind, PhotoField, Submit};
use lianxin_web::shell::Kind;
use lianxin_web::{Trouble, Visit};
use serde_json::json;

#[derive(Template)]
#[template(path = "offline.html")]
struct View {
    t: &'static L10nLanguage,
    calls: Vec<(String, String)>,
    none: String,
    words: Field<'static>,
    photos: PhotoField<'static>,
    phone: Field<'static>,
    promise: Notice<'static>,
    submit: Submit<'static>,
    script: &'static str,
}

/// So many communities are named at most; where there are more, whoever is above them all.
const COMMUNITIES: usize = 8;

/// The page does not know whose phone keeps it: an emergency number that is the same wherever there is one, and who picks up in each
/// community.
fn numbers(r: &mut Read<'_>, now: Moment) -> Result<(EmergencyRow, Vec<Duty>), Fault> {
    let mut all = Vec::new();
    let roots = find::roots(r)?;
    for root in &roots {
        all.extend(find::areas_below(r, root.id)?.into_iter().filter(|a| a.kind == AreaKind::Community));
    }
    let mut emergency = Vec::new();
    for area in &all {
        emergency.push(find::emergency(r, area.id)?);
    }
    let named: Vec<_> = if all.len() <= COMMUNITIES { all } else { roots };
    let mut duties = Vec::new();
    for area in named {
        duties.extend(duty(r, area.id, now)?);
    }
    Ok((shared(&emergency), duties))
}

/// The numbers on which all agree that have one.
fn shared(all: &[EmergencyRow]) -> EmergencyRow {
    let one = |of: fn(&EmergencyRow) -> Option<&String>| {
        let mut known: Vec<_> = all.iter().filter_map(of).collect();
        known.sort_unstable();
        known.dedup();
        if let [number] = known[..] { Some(number.clone()) } else { None }
    };
    EmergencyRow {
        gas: one(|e| e.gas.as_ref()),
        lift: one(|e| e.lift.as_ref()),
        power: one(|e| e.power.as_ref()),
        water: one(|e| e.water.as_ref()),
    }
}

/// `GET /offline`: in the reader's language and size, and nothing else of theirs.
pub async fn blank(visit: Visit) -> Result<Response, Trouble> {
    let now = visit.now();
    let (emergency, duty) = visit.read(move |r| Ok(numbers(r, now)?)).await?;
    let (lang, t) = (visit.lang, t(visit.lang));
    let words = Field::new(lang, "words", t.msg_report_words())
        .kind(FieldKind::Area)
        .hint(t.msg_report_speak())
        .unless(t.msg_report_words_unless())
        .example(t.msg_report_words_example())
        .max(WORDS_MAX as u32);
    let phone = Field::new(lang, "phone", t.msg_report_phone())
        .kind(FieldKind::Tel)
        .hint(t.msg_report_phone_hint())
        .autocomplete("tel")
        .max(20);
    let view = View {
        t,
        calls: calls(t, &emergency)
            .into_iter()
            .chain(duty.iter().flat_map(|d| ring_at_any_hour(lang, Some(d))))
            .collect(),
        none: t.msg_offline_none(),
        words,
        photos: PhotoField { lang, label: t.msg_report_photos().into(), kept: Vec::new(), error: None },
        phone,
        promise: Notice::new(NoticeKind::Assure, t.msg_offline_promise()),
        submit: Submit::new(t.msg_offline_submit()),
        script: asset_url("offline.js"),
    };
    Ok(visit.page(&t.msg_offline_title(), Kind::Blank).view(&view))
}

/// What a page says of a letter that came through, or came back.
#[derive(Template)]
#[template(path = "offline_told.html")]
struct Told {
    class: &'static str,
    says: String,
}

/// `GET /offline/token` `{token, sent, back}`: with what a kept letter is sent, and what a page shows of it then.
pub async fn token(visit: Visit) -> Response {
    let t = t(visit.lang);
    let told = |class, says| Html::of(&Told { class, says }).0;
    let (sent, back) = (told("notice-ok", t.msg_offline_sent()), told("notice-warn", t.msg_offline_back()));
    let body = json!({"token": visit.token(), "sent": sent, "back": back});
    ([(CACHE_CONTROL, HeaderValue::from_static("no-store"))], Json(body)).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_number_on_which_all_agree_is_kept() {
        let of = |gas: &str, power: &str| {
            let number = |n: &str| (!n.is_empty()).then(|| n.to_owned());
            EmergencyRow { gas: number(gas), power: number(power), ..EmergencyRow::default() }
        };
        for (what, all, want) in [
            ("nobody there", vec![], of("", "")),
            ("one", vec![of("1", "95598")], of("1", "95598")),
            ("one has none", vec![of("", "95598"), of("1", "95598")], of("1", "95598")),
            ("two differ", vec![of("1", "95598"), of("2", "95598")], of("", "95598")),
        ] {
            let got = shared(&all);
            assert_eq!((got.gas, got.power), (want.gas, want.power), "{what}");
        }
    }
}

//! 没有信号: the one page that phones keep. It knows nobody; what is written on it stays on the phone and is sent once,
//! when there is signal (`kernel/web/assets/sw.js`, `offline.js`).

use super::report::{calls, duty, ring_at_any_hour};
use crate::rules::WORDS_MAX;
use crate::texts::{L10nLanguage, t};
use askama::Template;
use axum::Json;
use axum::http::HeaderValue;
use axum::http::header::CACHE_CONTROL;
use axum::response::{IntoResponse as _, Response};
use lianxin_register::find;
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

/// `GET /offline`: in the reader's language and size, and nothing else of theirs.
pub async fn blank(visit: Visit) -> Result<Response, Trouble> {
    let now = visit.now();
    let (emergency, duty) = visit
        .read(move |r| {
            let root = find::roots(r)?.first().map(|root| root.id);
            let duty = root.map(|area| duty(r, area, now)).transpose()?.flatten();
            Ok((root.map(|area| find::emergency(r, area)).transpose()?.unwrap_or_default(), duty))
        })
        .await?;
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
        calls: calls(t, &emergency).into_iter().chain(ring_at_any_hour(lang, duty.as_ref())).collect(),
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

//! 交接单: the list on A4, in black on white, with room for three signatures and a stamp.

use super::page::{Eye, Seen, seen};
use super::url;
use crate::register::look;
use crate::rules::ItemKind;
use crate::texts::{L10nLanguage, t};
use crate::{Office, example, say};
use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use lianxin_base::{HandoverId, Lang, Moment};
use lianxin_gate::Role;
use lianxin_web::components::{Facts, Html};
use lianxin_web::shell::Kind;
use lianxin_web::{Trouble, Visit};

#[derive(Template)]
#[template(path = "handover_sheet.html")]
struct View {
    t: &'static L10nLanguage,
    org: String,
    seat: String,
    facts: Facts<'static>,
    /// Kind, words, what was found.
    items: Vec<(String, String, String)>,
    signs: [String; 3],
    printed: String,
    back: String,
}

/// `GET /handovers/{handover}/sheet`
pub(super) async fn page(office: Office, visit: Visit, Path(id): Path<String>) -> Result<Response, Trouble> {
    let (id, eye): (HandoverId, _) = (id.parse().map_err(|_| Trouble::NotFound)?, Eye::of(&visit));
    let s = look(&visit, move |r| seen(r, &office, id, &eye)).await?;
    let (lang, now, t) = (visit.lang, visit.now(), t(visit.lang));
    let items = s.items.iter().map(|(item, words, _)| {
        let found = match (item.found, &item.note) {
            (None, _) => String::new(),
            (Some(true), None) => t.msg_handover_found(),
            (Some(true), Some(note)) => format!("{}，{note}", t.msg_handover_found()),
            (Some(false), note) => format!("{}：{}", t.msg_handover_missing(), note.as_deref().unwrap_or("")),
        };
        (item.kind.say(lang), words.clone(), found)
    });
    let view = View {
        t,
        org: s.org.clone(),
        seat: s.seat.title.clone(),
        facts: facts(lang, now, &s),
        items: items.collect(),
        signs: [t.msg_handover_sign_from(), t.msg_handover_sign_to(), t.msg_handover_sign_witness()],
        printed: t.msg_handover_printed(say::when(lang, now, now)),
        back: url(id),
    };
    let title = t.msg_handover_sheet_title();
    Ok(visit.page(&title, Kind::Print).view(&view))
}

fn facts(lang: Lang, now: Moment, s: &Seen) -> Facts<'static> {
    let t = t(lang);
    let nobody = || t.msg_handover_nobody();
    let items = [
        (t.msg_handover_from(), s.from.clone()),
        (t.msg_handover_to(), s.to.clone().unwrap_or_else(nobody)),
        (t.msg_handover_opened(), say::when(lang, s.h.opened_at, now)),
        (t.msg_handover_accepted(), s.h.accepted_at.map_or_else(String::new, |at| say::when(lang, at, now))),
    ];
    let some = items.into_iter().filter(|(_, value)| !value.is_empty());
    Facts { items: some.map(|(name, value)| (name.into(), value.into())).collect() }
}

/// An invented example of the sheet.
pub(crate) fn specimen(lang: Lang) -> Html {
    let t = t(lang);
    let facts = [
        (t.msg_handover_from(), example::NAME),
        (t.msg_handover_to(), example::OTHER),
        (t.msg_handover_opened(), &say::when(lang, example::NOW, example::NOW)),
    ];
    let items =
        ItemKind::ALL.iter().take(3).map(|kind| (kind.say(lang), example::WORDS.into(), t.msg_handover_found()));
    Html::of(&View {
        t,
        org: example::ORG.into(),
        seat: Role::Worker.say(lang).into(),
        facts: Facts { items: facts.into_iter().map(|(name, value)| (name.into(), value.to_owned().into())).collect() },
        items: items.collect(),
        signs: [t.msg_handover_sign_from(), t.msg_handover_sign_to(), t.msg_handover_sign_witness()],
        printed: t.msg_handover_printed(say::when(lang, example::NOW, example::NOW)),
        back: example::BACK.into(),
    })
}

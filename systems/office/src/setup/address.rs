//! 地址试通: which of three situations this office is in is found out by opening a link, not by asking.

use super::acts::Situation;
use super::form::head;
use super::{reached, root, store};
use crate::say;
use crate::texts::{L10nLanguage, t};
use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use lianxin_base::{Lang, Moment};
use lianxin_gate::Limit;
use lianxin_journal::Head;
use lianxin_paper::qr_svg;
use lianxin_store::{Fault, Read};
use lianxin_web::components::{Back, Html, Notice, NoticeKind, Submit};
use lianxin_web::shell::Kind;
use lianxin_web::{Fields, Trouble, Visit};

#[derive(Template)]
#[template(path = "setup_address.html")]
struct View {
    t: &'static L10nLanguage,
    back: Back<'static>,
    now: Notice<'static>,
    origin: String,
    link: String,
    qr: Html,
    cases: [(String, String, bool); 3],
}

/// `GET /setup/address`
pub(super) async fn page(visit: Visit) -> Result<Response, Trouble> {
    let origin = visit.house.settings().origin.as_str().to_owned();
    let asked = origin.clone();
    let known = visit.read(move |r| Ok(store::reach(r, &asked)?)).await?;
    let t = t(visit.lang);
    let link = visit.house.settings().origin.url(&format!("/reach/{}", ticket(&visit, visit.now())));
    let case = |s: Situation| {
        let (name, means) = words(t, s);
        (name, means, known.is_some_and(|(so, _)| so == s))
    };
    let view = View {
        t,
        back: Back::new("/setup", t.msg_setup_title()),
        now: standing(&visit, known),
        origin,
        qr: Html(qr_svg(&link).unwrap_or_default()),
        link,
        cases: Situation::ALL.map(case),
    };
    Ok(visit.page(&t.msg_setup_address(), Kind::Desk).view(&view))
}

fn words(t: &'static L10nLanguage, s: Situation) -> (String, String) {
    match s {
        Situation::Machine => (t.msg_address_machine(), t.msg_address_machine_means()),
        Situation::Network => (t.msg_address_network(), t.msg_address_network_means()),
        Situation::Outside => (t.msg_address_outside(), t.msg_address_outside_means()),
    }
}

fn standing(visit: &Visit, known: Option<(Situation, Moment)>) -> Notice<'static> {
    let t = t(visit.lang);
    match known {
        None => Notice::new(NoticeKind::Warn, t.msg_address_unknown()),
        Some((s, at)) => {
            let kind = if s == Situation::Outside { NoticeKind::Ok } else { NoticeKind::Info };
            Notice::new(kind, t.msg_address_known(say::date(visit.lang, at.day(), visit.now()), words(t, s).0))
        }
    }
}

/// What stands in the link of a day: nobody outside can guess it, and tomorrow it is another one.
fn ticket(visit: &Visit, at: Moment) -> String {
    let day = at.day().to_string();
    visit.house.keys().echo(&[b"reach", visit.house.settings().origin.as_str().as_bytes(), day.as_bytes()])
}

/// Whether a link is today's, or yesterday's just after midnight.
fn good(visit: &Visit, link: &str) -> bool {
    let now = visit.now();
    [now, now.plus(-lianxin_base::HOUR)].iter().any(|at| ticket(visit, *at) == link)
}

#[derive(Template)]
#[template(path = "reach.html")]
struct Opened<'a> {
    t: &'static L10nLanguage,
    says: String,
    asks: bool,
    action: String,
    csrf: &'a str,
    submit: Submit<'a>,
}

/// `GET /reach/{link}`: the address answers; who holds the phone says so with one button.
pub(super) async fn opened(visit: Visit, Path(link): Path<String>) -> Result<Response, Trouble> {
    if !good(&visit, &link) {
        return Err(Trouble::NotFound);
    }
    let t = t(visit.lang);
    let (name, _) = words(t, visit.source().nearness().into());
    Ok(told(&visit, t.msg_reach_opened(name), Some(format!("/reach/{link}"))))
}

/// `POST /reach/{link}`: noted.
pub(super) async fn confirmed(visit: Visit, Path(link): Path<String>, fields: Fields) -> Result<Response, Trouble> {
    if !good(&visit, &link) {
        return Err(Trouble::NotFound);
    }
    visit.take(Limit::FILE)?;
    let (area, origin) = (root(&visit).await?.id, visit.house.settings().origin.as_str().to_owned());
    let (head, from) = (head(&visit, area), visit.source().nearness());
    visit
        .act_once(area, fields.token(), move |tx, token| {
            Ok(reached(tx, Head { token, ..head.clone() }, &origin, from)?)
        })
        .await?;
    Ok(told(&visit, t(visit.lang).msg_reach_noted(), None))
}

fn told(visit: &Visit, says: String, action: Option<String>) -> Response {
    let t = t(visit.lang);
    let view = Opened {
        t,
        says,
        asks: action.is_some(),
        action: action.unwrap_or_default(),
        csrf: visit.token(),
        submit: Submit::new(t.msg_reach_go()),
    };
    visit.page(&t.msg_reach_title(), Kind::Plain).view(&view)
}

/// Whether posters with this office's address may be printed: a phone outside has opened it.
pub(crate) fn carries(r: &mut Read<'_>, origin: &str) -> Result<bool, Fault> {
    Ok(store::reach(r, origin)?.is_some_and(|(s, _)| s == Situation::Outside))
}

/// The situation in the reader's language, for the list of steps.
pub(super) fn named(lang: Lang, s: Situation) -> String {
    words(t(lang), s).0
}

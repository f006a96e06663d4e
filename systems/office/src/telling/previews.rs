//! 消息样子: every message this program sends, as it reads in both languages, and what is said to who cannot read it.

use crate::Office;
use crate::texts::{L10nLanguage, t};
use askama::Template;
use axum::response::Response;
use lianxin_base::Lang;
use lianxin_outbox::Notice;
use lianxin_web::components::Back;
use lianxin_web::shell::Kind;
use lianxin_web::{Trouble, Visit};

/// A notice in one language.
struct Told {
    lang: &'static str,
    title: String,
    body: String,
    spoken: Option<String>,
}

#[derive(Template)]
#[template(path = "notices.html")]
struct View<'a> {
    t: &'static L10nLanguage,
    back: Back<'a>,
    rows: Vec<(String, Vec<Told>)>,
}

fn told(notice: &Notice, lang: Lang) -> Told {
    let facts = (notice.preview)();
    let (title, body) = (notice.words)(lang, &facts);
    let spoken = (notice.voice)(lang, &facts).filter(|_| notice.urgency.is_spoken());
    let spoken = spoken.map(|words| t(lang).msg_notices_spoken(words.as_str()));
    Told { lang: lang.tag(), title, body, spoken }
}

/// `GET /notices`
pub(super) async fn page(office: Office, visit: Visit) -> Result<Response, Trouble> {
    let t = t(visit.lang);
    let row = |n: &Notice| ((n.name)(visit.lang, n.kind), Lang::ALL.map(|lang| told(n, lang)).into());
    let rows = office.notices.all().map(row).collect();
    let view = View { t, back: Back::new(lianxin_web::shell::INBOX, t.msg_nav_inbox()), rows };
    let title = t.msg_notices_title();
    Ok(visit.page(&title, Kind::Desk).view(&view))
}

//! 打印样张: every sheet that is printed here with an invented example, so that who looks after the machine sees before the
//! first day whether printer, fonts and press do. What systems print is their table; here it is only shown.

use crate::asked::{Query, asked};
use crate::texts::{L10nLanguage, t};
use askama::Template;
use axum::response::Response;
use lianxin_web::components::{Back, Html, Row, Rows};
use lianxin_web::icons::Icon;
use lianxin_web::shell::Kind;
use lianxin_web::{Specimen, Trouble, Visit};

pub(super) const URL: &str = "/setup/papers";

#[derive(Template)]
#[template(path = "setup_papers.html")]
struct View {
    t: &'static L10nLanguage,
    back: Back<'static>,
    lead: String,
    with: String,
    rows: Rows<'static>,
}

#[derive(Template)]
#[template(path = "setup_paper.html")]
struct One {
    note: String,
    sheet: Html,
}

/// `GET /setup/papers`
pub(super) async fn page(visit: Visit) -> Result<Response, Trouble> {
    let (lang, t) = (visit.lang, t(visit.lang));
    let row = |s: &Specimen| Row::to(format!("{URL}/sheet?of={}", s.name), (s.label)(lang)).icon(Icon::FileText);
    let all = visit.house.specimens();
    let with = if visit.house.press().is_some() { t.msg_papers_pdf() } else { t.msg_papers_no_pdf() };
    let view = View {
        t,
        back: Back::new("/setup", t.msg_setup_title()),
        lead: t.msg_papers_lead(all.len()),
        with,
        rows: Rows { items: all.iter().map(row).collect() },
    };
    Ok(visit.page(&t.msg_papers_title(), Kind::Desk).view(&view))
}

/// `GET /setup/papers/sheet?of=NAME`
pub(super) async fn sheet(visit: Visit, query: Query) -> Result<Response, Trouble> {
    let name = asked(&query, "of");
    let one = visit.house.specimens().iter().find(|s| s.name == name).copied().ok_or(Trouble::NotFound)?;
    let view = One { note: t(visit.lang).msg_papers_note(), sheet: (one.sheet)(visit.lang) };
    Ok(visit.page(&(one.label)(visit.lang), Kind::Print).view(&view))
}

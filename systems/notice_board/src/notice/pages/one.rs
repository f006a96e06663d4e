//! `/notice/{notice}`: a notice as everybody reads it, with its proof, what corrects it, and its five forms.

use super::super::store::{self, Notice, PhotoRow, Words, photos, words};
use super::{board_url, desk_url, posts, seen, url};
use crate::ground::ground;
use crate::say::{self, date, plain_day};
use crate::series as parts;
use crate::texts::{L10nLanguage, t};
use crate::words::{Stage, Standing};
use askama::Template;
use axum::extract::{Path, Query};
use axum::http::HeaderMap;
use axum::response::Response;
use lianxin_base::{ActId, Day, Lang};
use lianxin_store::{Fault, Read};
use lianxin_web::components::{Back, Facts, Link, Notice as Note, NoticeKind, Shot, Shots, Tag};
use lianxin_web::icons::Icon;
use lianxin_web::photos::picture;
use lianxin_web::shell::{Kind, Tab};
use lianxin_web::{Trouble, Visit};
use serde::Deserialize;

/// What the address says.
#[derive(Deserialize, Default)]
pub(super) struct Asked {
    #[serde(default)]
    said: String,
}

#[derive(Template)]
#[template(path = "notice.html")]
struct View {
    t: &'static L10nLanguage,
    back: Back<'static>,
    said: Option<Note<'static>>,
    notes: Vec<(String, String, String)>,
    section: String,
    title: String,
    series: Option<Series>,
    tag: Tag<'static>,
    facts: Facts<'static>,
    paragraphs: Vec<String>,
    figures: Vec<Figure>,
    caption: String,
    credit: String,
    proof: Option<Shots<'static>>,
    unproved: Option<String>,
    forms: Vec<Link<'static>>,
    picture: String,
    desk: Option<String>,
    journal: String,
}

/// Which part it is, with the parts beside it.
struct Series {
    says: String,
    before: Option<(String, String)>,
    behind: Option<(String, String)>,
}

fn series(r: &mut Read<'_>, lang: Lang, id: ActId, today: Day) -> Result<Option<Series>, Fault> {
    let Some(at) = parts::of(r, id)? else { return Ok(None) };
    let (t, [before, behind]) = (t(lang), parts::beside(r, &at, today)?);
    let link = |(part, id): parts::Other| (url(id), t.msg_series_other(part));
    let (before, behind) = (before.map(link), behind.map(link));
    Ok(Some(Series { says: say::part(lang, &at), before, behind }))
}

struct Figure {
    large: String,
    small: String,
    alt: String,
    width: u32,
    height: u32,
}

fn address(n: &Notice, at: usize, size: &str) -> String {
    format!("{}/photo/{at}/{size}", url(n.id))
}

/// Photos of a stage with their place among all of the notice's.
fn of_stage(all: &[PhotoRow], stages: &[Stage]) -> Vec<(usize, PhotoRow)> {
    (1..).zip(all.iter().copied()).filter(|(_, p)| stages.contains(&p.stage) && p.photo.is_some()).collect()
}

fn figures(n: &Notice, all: &[PhotoRow], alt: &str) -> Vec<Figure> {
    let lines = super::super::rules::lines(alt);
    let of = |(at, p): (usize, PhotoRow)| {
        let photo = p.photo?;
        let alt = lines.get(at - 1).copied().unwrap_or_default().to_owned();
        let (large, small) = (address(n, at, "large"), address(n, at, "small"));
        Some(Figure { large, small, alt, width: photo.width, height: photo.height })
    };
    of_stage(all, &[Stage::News]).into_iter().filter_map(of).collect()
}

/// The photos of the physical board, each with its day.
pub(super) fn proof(lang: Lang, n: &Notice, all: &[PhotoRow]) -> Option<Shots<'static>> {
    let t = t(lang);
    let of = |(at, p): (usize, PhotoRow)| {
        let photo = p.photo?;
        let day = plain_day(lang, p.day.unwrap_or(n.from));
        let alt = if p.stage == Stage::End { t.msg_proof_alt_end(day) } else { t.msg_proof_alt_start(day) };
        let (large, small) = (address(n, at, "large").into(), address(n, at, "small").into());
        Some(Shot { large, small, alt: alt.into(), width: photo.width, height: photo.height })
    };
    let items: Vec<_> = of_stage(all, &[Stage::Start, Stage::End]).into_iter().filter_map(of).collect();
    (!items.is_empty()).then(|| Shots { title: t.msg_proof_title().into(), items })
}

/// From when to when, on what ground, who, whom to ask.
pub(crate) fn facts(lang: Lang, n: &Notice, w: &Words) -> Vec<(String, String)> {
    let t = t(lang);
    let mut all = vec![(t.msg_fact_days(), t.msg_fact_span(plain_day(lang, n.from), plain_day(lang, n.to)))];
    if let (Some(until), Some(g)) = (n.until, ground(&n.ground, n.from)) {
        all.push((
            t.msg_fact_ground(),
            t.msg_fact_period(say::ground(lang, g), plain_day(lang, until), say::days_by(lang, g)),
        ));
    }
    all.push((t.msg_fact_who(), n.org_name.clone()));
    let phone = n.org_phone.as_deref().map(say::phone).unwrap_or_default();
    let contact = if w.contact.is_empty() { phone } else { w.contact.clone() };
    if !contact.is_empty() {
        all.push((t.msg_fact_contact(), contact));
    }
    all
}

/// Sentences above it, each with where it leads and what that link says.
fn notes(lang: Lang, n: &Notice, reason: &str, standing: Standing) -> Vec<(String, String, String)> {
    let t = t(lang);
    let mut all = Vec::new();
    if let Some(by) = n.corrected_by {
        all.push((t.msg_note_corrected(), url(by), t.msg_note_see()));
    }
    if let Some(old) = n.corrects {
        all.push((t.msg_note_corrects(), url(old), t.msg_note_see_old()));
    }
    match standing {
        Standing::Down => all.push((t.msg_note_down(reason), board_url(&n.area_code), t.msg_note_board())),
        Standing::Coming => all.push((t.msg_note_coming(), String::new(), String::new())),
        _ => {}
    }
    all
}

/// The forms; the last two where there is a press.
fn forms(lang: Lang, n: &Notice, press: bool) -> Vec<Link<'static>> {
    let (t, at) = (t(lang), url(n.id));
    let mut all = vec![
        Link::new(format!("{at}/print?paper=text"), t.msg_form_text()).icon(Icon::MessageCircle),
        Link::new(format!("{at}/print?paper=docx"), t.msg_form_docx()).icon(Icon::Download),
        Link::new(format!("{at}/print"), t.msg_form_print()).icon(Icon::Printer),
    ];
    if press {
        all.push(Link::new(format!("{at}/print?paper=png"), t.msg_form_picture()).icon(Icon::Camera));
        all.push(Link::new(format!("{at}/print?paper=pdf"), t.msg_form_pdf()).icon(Icon::Download));
    }
    all
}

/// `GET /notice/{notice}`
pub(super) async fn page(
    visit: Visit,
    Path(notice): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Trouble> {
    let n = seen(&visit, &notice).await?;
    let (id, words_act, down) = (n.id, n.words_act, n.down_act);
    let (lang, today) = (visit.lang, visit.now().day());
    let found = visit.read(move |r| {
        let reason = down.map(|act| words(r, act)).transpose()?.map(|w| w.reason).unwrap_or_default();
        Ok((words(r, words_act)?, photos(r, id)?, reason, series(r, lang, id, today)?))
    });
    let (w, all, reason, series) = found.await?;
    let t = t(lang);
    let standing = n.standing(today);
    // What was taken down is not read any more: somebody in it may have taken back their yes.
    let open = standing != Standing::Down;
    let press = visit.house.press().is_some();
    let lacks = n.lacks_proof(today).then(|| t.msg_proof_lacks(date(lang, n.until.unwrap_or(n.to), visit.now())));
    let said = (asked.said == "down").then(|| Note::new(NoticeKind::Ok, t.msg_said_down()));
    let facts = facts(lang, &n, &w).into_iter().map(|(name, value)| (name.into(), value.into())).collect();
    let view = View {
        t,
        back: Back::new(board_url(&n.area_code), t.msg_board_of(n.area_name.clone())),
        said,
        notes: notes(lang, &n, &reason, standing),
        section: say::section(lang, n.section),
        series,
        tag: say::tag(lang, standing),
        facts: Facts { items: facts },
        paragraphs: if open { lines(&w.words) } else { Vec::new() },
        figures: if open { figures(&n, &all, &w.alt) } else { Vec::new() },
        caption: w.caption.clone(),
        credit: w.credit.clone(),
        proof: proof(lang, &n, &all).filter(|_| open),
        unproved: lacks,
        forms: if open { forms(lang, &n, press) } else { Vec::new() },
        picture: if press { String::new() } else { t.msg_form_picture_none() },
        desk: posts(&visit, &n).then(|| desk_url(n.id)),
        journal: format!("/journal/{}", n.id),
        title: n.title.clone(),
    };
    let name = view.title.clone();
    Ok(visit.page(&name, Kind::Phone).tab(Tab::Board).view(&view))
}

fn lines(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(ToOwned::to_owned).collect()
}

/// `GET /notice/{notice}/photo/{n}/small`, `/large`: while it may be read.
pub(super) async fn photo(
    large: bool,
    visit: Visit,
    Path((notice, at)): Path<(String, usize)>,
    headers: HeaderMap,
) -> Result<Response, Trouble> {
    let n = seen(&visit, &notice).await?;
    if n.down.is_some() && !posts(&visit, &n) {
        return Err(Trouble::NotFound);
    }
    let id = n.id;
    let all = visit.read(move |r| Ok(store::photos(r, id)?)).await?;
    let photo = at.checked_sub(1).and_then(|at| all.get(at)).and_then(|p| p.photo).ok_or(Trouble::NotFound)?;
    picture(&visit, if large { photo.large } else { photo.small }, &headers).await
}

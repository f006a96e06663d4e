//! The form of a notice: a new one, one that does not hang yet, one that corrects another.

use super::super::rules::{CAPTION_MAX, CONSENT_MAX, CONTACT_MAX, CREDIT_MAX, TITLE_MAX, WORDS_MAX};
use super::super::store::{self, Notice};
use super::super::{NewNotice, change, correct, post};
use super::{author, boards, desk_url, on, own};
use crate::ground::{Ground, grounds};
use crate::needs::Needs;
use crate::photo_ask::PhotoAsk;
use crate::refusal::Refusal;
use crate::say;
use crate::series::{self, Goes, NAME_MAX};
use crate::texts::{L10nLanguage, t};
use crate::words::{Author, Body, Faces, Section, Sheet};
use askama::Template;
use axum::extract::{Path, Query};
use axum::response::Response;
use lianxin_base::AreaId;
use lianxin_register::AreaKind;
use lianxin_register::find::AreaRow;
use lianxin_web::components::{
    Back, Choice, Choices, ErrorSummary, Field, FieldKind, Look, Notice as Note, NoticeKind, Submit,
};
use lianxin_web::photos::{Photo, photos};
use lianxin_web::shell::Kind;
use lianxin_web::{Fields, Trouble, Visit};
use serde::Deserialize;
use std::sync::Arc;

/// What the address of an empty form says.
#[derive(Deserialize, Default)]
pub(crate) struct Asked {
    #[serde(default)]
    area: String,
    #[serde(default)]
    sheet: String,
    #[serde(default)]
    ground: String,
}

/// In the field `goes`: a new series begins.
const BEGINS: &str = "new";

/// What the form is for.
enum For {
    New,
    Edit(Box<Notice>),
    Correct(Box<Notice>),
}

#[derive(Template)]
#[template(path = "posting_form.html")]
struct View {
    t: &'static L10nLanguage,
    back: Back<'static>,
    title: String,
    lead: String,
    note: Option<Note<'static>>,
    summary: Option<ErrorSummary<'static>>,
    action: String,
    files: bool,
    csrf: String,
    sheet: &'static str,
    fields: Vec<Field<'static>>,
    photo: Option<PhotoAsk>,
    with_photos: bool,
    picture: Vec<Field<'static>>,
    asks: Vec<Choices<'static>>,
    submit: Submit<'static>,
}

/// `GET /posting/new?area=&sheet=&ground=`
pub(super) async fn fresh(
    needs: Arc<dyn Needs>,
    visit: Visit,
    Query(asked): Query<Asked>,
) -> Result<Response, Trouble> {
    let (lang, now) = (visit.lang, visit.now());
    let sheet: Sheet = asked.sheet.parse().unwrap_or(Sheet::Notice);
    let (own, area) = (visit.clone(), asked.area.clone());
    let week = visit.read(move |r| {
        let all = boards(r, &own)?;
        let at = all.iter().find(|a| a.id.to_string() == area || a.code == area).or(all.first()).cloned();
        let Some(at) = at.filter(|_| sheet == Sheet::Week) else { return Ok(None) };
        Ok(Some((at.id, crate::week::of(r, &*needs, &at, lang, now)?)))
    });
    let week = week.await?;
    let mut fields = Fields::empty(lang).with("from", &now.day().to_string()).with("sheet", sheet.name());
    fields = match (sheet, week) {
        (Sheet::Week, Some((area, week))) => fields
            .with("area", &area.to_string())
            .with("section", Section::Affairs.name())
            .with("ground", "general")
            .with("title", &week.title)
            .with("words", &week.words),
        (Sheet::News, _) => fields.with("section", Section::Events.name()).with("ground", "general"),
        _ => {
            let ground = grounds(now.day()).find(|g| g.id == asked.ground);
            let section = ground.and_then(|g| g.section).map_or("", Section::name);
            fields.with("ground", &asked.ground).with("section", section)
        }
    };
    let fields = if asked.area.is_empty() { fields } else { fields.with("area", &asked.area) };
    show(&visit, &For::New, &fields).await
}

async fn filled(visit: &Visit, n: &Notice) -> Result<Fields, Trouble> {
    let act = n.words_act;
    let w = visit.read(move |r| Ok(store::words(r, act)?)).await?;
    let today = visit.now().day();
    let from = if n.from < today { today } else { n.from };
    let fields = Fields::empty(visit.lang)
        .with("sheet", n.sheet.name())
        .with("section", n.section.name())
        .with("ground", &n.ground)
        .with("from", &from.to_string())
        .with("title", &n.title)
        .with("words", &w.words)
        .with("contact", &w.contact)
        .with("caption", &w.caption)
        .with("credit", &w.credit)
        .with("alt", &w.alt)
        .with("consent", &w.consent);
    Ok(if n.from < today { fields } else { fields.with("to", &n.to.to_string()) })
}

/// `GET /posting/{notice}/edit`
pub(super) async fn edit(visit: Visit, Path(notice): Path<String>) -> Result<Response, Trouble> {
    let n = own(&visit, &notice).await?;
    super::super::rules::may_change(n.dates(), visit.now().day()).map_err(Trouble::refused)?;
    let fields = filled(&visit, &n).await?;
    show(&visit, &For::Edit(Box::new(n)), &fields).await
}

/// `GET /posting/{notice}/correct`
pub(super) async fn correcting(visit: Visit, Path(notice): Path<String>) -> Result<Response, Trouble> {
    let n = own(&visit, &notice).await?;
    super::super::rules::may_correct(n.dates(), visit.now().day()).map_err(Trouble::refused)?;
    let fields = filled(&visit, &n).await?;
    show(&visit, &For::Correct(Box::new(n)), &fields).await
}

fn field(visit: &Visit, fields: &Fields, name: &'static str, label: String) -> Field<'static> {
    Field::new(visit.lang, name, label).value(fields.raw(name).to_owned()).error(fields.fault(name))
}

/// Whether a ground is one for these boards: villages and residents' committees have each their own.
fn fits(ground: &Ground, boards: &[AreaRow]) -> bool {
    let any = |kind: AreaKind| boards.iter().any(|a| a.kind == kind);
    match ground.body {
        Some(Body::Village) => any(AreaKind::Village),
        Some(Body::Residents) => any(AreaKind::Community) || !any(AreaKind::Village),
        None => true,
    }
}

fn words_fields(visit: &Visit, fields: &Fields, sheet: Sheet, boards: &[AreaRow]) -> Vec<Field<'static>> {
    let (lang, t) = (visit.lang, t(visit.lang));
    let sections = Section::ALL.iter().map(|s| Choice::new(s.name(), say::section(lang, *s))).collect();
    let chosen = fields.raw("ground").to_owned();
    let offered = grounds(visit.now().day()).filter(|g| fits(g, boards) || g.id == chosen);
    let grounds = offered.map(|g| {
        let name = say::ground(lang, g);
        let label = if g.days > 0 { t.msg_ground_days(name, g.days, say::days_by(lang, g)) } else { name };
        Choice::new(g.id.clone(), label)
    });
    let rows = if sheet == Sheet::News { t.msg_words_news() } else { t.msg_words() };
    vec![
        field(visit, fields, "ground", t.msg_ground()).kind(FieldKind::Select(grounds.collect())).required(),
        field(visit, fields, "section", t.msg_section()).kind(FieldKind::Select(sections)).required(),
        field(visit, fields, "from", t.msg_from()).kind(FieldKind::Date).required(),
        field(visit, fields, "to", t.msg_to()).kind(FieldKind::Date).hint(t.msg_to_hint()),
        field(visit, fields, "title", t.msg_title()).required().max(TITLE_MAX as u32),
        field(visit, fields, "words", rows)
            .kind(FieldKind::Area)
            .hint(t.msg_words_hint())
            .required()
            .max(WORDS_MAX as u32),
        field(visit, fields, "contact", t.msg_contact()).hint(t.msg_contact_hint()).max(CONTACT_MAX as u32),
    ]
}

/// Whether it is a part of a series: which one it goes on with, or what a new one is called.
async fn series_fields(visit: &Visit, fields: &Fields, all: &[AreaRow]) -> Result<Vec<Field<'static>>, Trouble> {
    let (t, areas) = (t(visit.lang), all.iter().map(|a| (a.id, a.name.clone())).collect::<Vec<_>>());
    let known = visit.read(move |r| {
        let mut known = Vec::new();
        for (area, name) in &areas {
            known.extend(series::all(r, *area)?.into_iter().map(|found| (name.clone(), found)));
        }
        Ok(known)
    });
    let mut choices = vec![Choice::new("", t.msg_goes_alone()), Choice::new(BEGINS, t.msg_goes_begins())];
    choices.extend(
        known
            .await?
            .into_iter()
            .map(|(place, (id, parts, name))| Choice::new(id.to_string(), t.msg_goes_on(place, name, parts))),
    );
    Ok(vec![
        field(visit, fields, "goes", t.msg_goes()).kind(FieldKind::Select(choices)),
        field(visit, fields, "series", t.msg_series()).hint(t.msg_series_hint()).max(NAME_MAX as u32),
    ])
}

/// What goes with photos.
fn picture_fields(visit: &Visit, fields: &Fields) -> (Vec<Field<'static>>, Vec<Choices<'static>>) {
    let (lang, t) = (visit.lang, t(visit.lang));
    let texts = vec![
        field(visit, fields, "alt", t.msg_alt())
            .kind(FieldKind::Area)
            .hint(t.msg_alt_hint())
            .max(6 * CAPTION_MAX as u32),
        field(visit, fields, "caption", t.msg_caption()).max(CAPTION_MAX as u32),
        field(visit, fields, "credit", t.msg_credit()).hint(t.msg_credit_hint()).max(CREDIT_MAX as u32),
        field(visit, fields, "consent", t.msg_consent()).hint(t.msg_consent_hint()).max(CONSENT_MAX as u32),
    ];
    let ask = |name: &'static str, legend: String, items: Vec<Choice<'static>>| Choices {
        items,
        ..Choices::new(lang, Look::Options, name, legend).chosen(fields.raw(name).to_owned()).error(fields.fault(name))
    };
    let no_yes = || vec![Choice::new("no", t.msg_ask_no()), Choice::new("yes", t.msg_ask_yes())];
    let faces = vec![
        Choice::new(Faces::Nobody.name(), t.msg_faces_nobody()),
        Choice::new(Faces::Agreed.name(), t.msg_faces_agreed()),
        Choice::new(Faces::NotAsked.name(), t.msg_faces_not_asked()),
    ];
    let asks = vec![
        ask("faces", t.msg_faces(), faces),
        ask("children", t.msg_children(), no_yes()),
        ask("needy", t.msg_needy(), no_yes()),
    ];
    (texts, asks)
}

async fn show(visit: &Visit, what: &For, fields: &Fields) -> Result<Response, Trouble> {
    let (lang, t, own) = (visit.lang, t(visit.lang), visit.clone());
    let all = visit.read(move |r| Ok(boards(r, &own)?)).await?;
    let sheet: Sheet = fields.raw("sheet").parse().unwrap_or(Sheet::Notice);
    let places = all.iter().map(|a| Choice::new(a.id.to_string(), a.name.clone())).collect();
    let mut words = words_fields(visit, fields, sheet, &all);
    let had = match what {
        For::Edit(n) => {
            let id = n.id;
            visit.read(move |r| Ok(store::photos(r, id)?.len())).await?
        }
        _ => 0,
    };
    let (back, title, lead, action) = match what {
        For::New => {
            words.insert(0, field(visit, fields, "area", t.msg_area()).kind(FieldKind::Select(places)).required());
            if sheet != Sheet::Week {
                words.extend(series_fields(visit, fields, &all).await?);
            }
            let title = t.msg_new_title(say::sheet(lang, sheet));
            (Back::new("/posting", t.msg_posting()), title, t.msg_new_lead(), "/posting".to_owned())
        }
        For::Edit(n) => {
            let at = desk_url(n.id);
            (Back::new(at.clone(), n.title.clone()), t.msg_desk_edit(), t.msg_edit_lead(), format!("{at}/edit"))
        }
        For::Correct(n) => {
            let at = desk_url(n.id);
            (
                Back::new(at.clone(), n.title.clone()),
                t.msg_desk_correct(),
                t.msg_correct_lead(),
                format!("{at}/correct"),
            )
        }
    };
    let editing = matches!(what, For::Edit(_));
    let (picture, asks) = picture_fields(visit, fields);
    let with_photos = sheet != Sheet::Week && (!editing || had > 0);
    let photo = PhotoAsk::of(visit, fields, t.msg_photos(), t.msg_photos_hint());
    let view = View {
        t,
        back,
        title,
        lead,
        note: (sheet == Sheet::Week).then(|| Note::new(NoticeKind::Info, t.msg_week_note())),
        summary: (!fields.good()).then(|| fields.summary()),
        action,
        files: !editing,
        csrf: visit.token().to_owned(),
        sheet: sheet.name(),
        fields: words,
        photo: (with_photos && !editing).then_some(photo),
        with_photos,
        picture,
        asks,
        submit: Submit::new(if editing { t.msg_edit_go() } else { t.msg_new_go() }),
    };
    let name = view.title.clone();
    let page = visit.page(&name, Kind::Desk);
    Ok(if fields.good() { page } else { page.wrong() }.view(&view))
}

/// What was answered; `None` when something cannot be taken.
fn answered(visit: &Visit, fields: &mut Fields, photos: Vec<Photo>) -> Option<NewNotice> {
    let sheet: Sheet = fields.raw("sheet").parse().unwrap_or(Sheet::Notice);
    let section: Option<Section> = fields.raw("section").parse().ok();
    if section.is_none() {
        fields.refuse(&Refusal::BadSection);
    }
    let ground = fields.raw("ground").to_owned();
    if !grounds(visit.now().day()).any(|g| g.id == ground) {
        fields.refuse(&Refusal::BadGround);
    }
    let (from, to) = (fields.day("from"), fields.opt_day("to"));
    let yes = |text: &str| match text {
        "no" => Some(false),
        "yes" => Some(true),
        _ => None,
    };
    let name = fields.opt_line("series", NAME_MAX).unwrap_or_default();
    let goes = match fields.raw("goes") {
        "" => None,
        BEGINS => Some(Goes::Begins(name)),
        _ => fields.id("goes").map(Goes::On),
    };
    let new = NewNotice {
        sheet,
        section: section?,
        ground,
        from: from?,
        to,
        title: fields.line("title", TITLE_MAX),
        words: fields.text("words", WORDS_MAX),
        contact: fields.opt_line("contact", CONTACT_MAX).unwrap_or_default(),
        photos,
        caption: fields.opt_line("caption", CAPTION_MAX).unwrap_or_default(),
        credit: fields.opt_line("credit", CREDIT_MAX).unwrap_or_default(),
        alt: fields.opt_text("alt", 6 * CAPTION_MAX).unwrap_or_default(),
        faces: fields.raw("faces").parse().ok(),
        consent: fields.opt_line("consent", CONSENT_MAX).unwrap_or_default(),
        children: yes(fields.raw("children")),
        needy: yes(fields.raw("needy")),
        goes,
    };
    fields.good().then_some(new)
}

/// `POST /posting`
pub(super) async fn send(visit: Visit, mut fields: Fields) -> Result<Response, Trouble> {
    let came = photos(&visit, &mut fields).await?;
    let area: Option<AreaId> = fields.id("area");
    let new = answered(&visit, &mut fields, came);
    let (Some(area), Some(new)) = (area, new) else { return show(&visit, &For::New, &fields).await };
    let who = author(&visit);
    let done =
        visit.act_once(area, fields.token(), move |tx, token| post(tx, &Author { token, ..who.clone() }, area, &new));
    match done.await {
        Ok(receipt) => Ok(on(&visit, &desk_url(receipt.act), "posted")),
        Err(trouble) => {
            fields.absorb(trouble)?;
            show(&visit, &For::New, &fields).await
        }
    }
}

/// `POST /posting/{notice}/edit`
pub(super) async fn send_edit(
    visit: Visit,
    Path(notice): Path<String>,
    mut fields: Fields,
) -> Result<Response, Trouble> {
    let n = own(&visit, &notice).await?;
    let Some(new) = answered(&visit, &mut fields, Vec::new()) else {
        return show(&visit, &For::Edit(Box::new(n)), &fields).await;
    };
    let (who, id) = (author(&visit), n.id);
    let done =
        visit.act_once(n.area, fields.token(), move |tx, token| change(tx, &Author { token, ..who.clone() }, id, &new));
    match done.await {
        Ok(_) => Ok(on(&visit, &desk_url(id), "changed")),
        Err(trouble) => {
            fields.absorb(trouble)?;
            show(&visit, &For::Edit(Box::new(n)), &fields).await
        }
    }
}

/// `POST /posting/{notice}/correct`
pub(super) async fn send_correct(
    visit: Visit,
    Path(notice): Path<String>,
    mut fields: Fields,
) -> Result<Response, Trouble> {
    let n = own(&visit, &notice).await?;
    let came = photos(&visit, &mut fields).await?;
    let Some(new) = answered(&visit, &mut fields, came) else {
        return show(&visit, &For::Correct(Box::new(n)), &fields).await;
    };
    let (who, id) = (author(&visit), n.id);
    let done = visit
        .act_once(n.area, fields.token(), move |tx, token| correct(tx, &Author { token, ..who.clone() }, id, &new));
    match done.await {
        Ok(receipt) => Ok(on(&visit, &desk_url(receipt.act), "corrected")),
        Err(trouble) => {
            fields.absorb(trouble)?;
            show(&visit, &For::Correct(Box::new(n)), &fields).await
        }
    }
}

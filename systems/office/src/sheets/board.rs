use super::{EXPORT, URL, kinds, lists, workbook};
use crate::import::{ENTER, Staged, TRY, kind, sweep};
use crate::texts::{L10nLanguage, t};
use crate::{Office, say};
use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use lianxin_store::{Read, Stop};
use lianxin_web::components::{Choice, Empty, ErrorSummary, Field, FieldKind, Notice, NoticeKind, Row, Rows, Submit};
use lianxin_web::icons::Icon;
use lianxin_web::shell::Kind;
use lianxin_web::{Fields, Trouble, Visit};
use lianxin_work::{Job, recent};
use std::path::PathBuf;

/// So many of the newest jobs are looked through.
const LOOKED: u32 = 60;

#[derive(Template)]
#[template(path = "sheets.html")]
struct View<'a> {
    t: &'static L10nLanguage,
    csrf: &'a str,
    summary: Option<ErrorSummary<'static>>,
    assure: Notice<'a>,
    file_error: Option<String>,
    asked: Vec<Field<'static>>,
    go: Submit<'static>,
    templates: Rows<'static>,
    open: Option<Rows<'static>>,
    empty: Option<Empty<'static>>,
    out: Option<(Vec<Field<'static>>, String)>,
    /// How to become somebody who may take lists of people out.
    step: Option<Rows<'static>>,
}

/// `GET /sheets`
pub(crate) async fn page(office: Office, visit: Visit) -> Result<Response, Trouble> {
    show(&office, &visit, &Fields::empty(visit.lang)).await
}

/// The page, with what was typed if a form came back.
pub(super) async fn show(office: &Office, visit: &Visit, fields: &Fields) -> Result<Response, Trouble> {
    let (mine, root, now) = (super::job::mine(visit), visit.house.drafts().map(PathBuf::from), visit.now());
    let jobs = visit
        .read(move |r| {
            if let Some(root) = &root {
                sweep(root, now);
            }
            unfinished(r, &mine)
        })
        .await?;
    let stepped = match visit.seat().map(|s| s.seat) {
        Some(seat) if visit.can(EXPORT) => super::take::stepped(visit, seat).await?,
        _ => true,
    };
    let t = t(visit.lang);
    let rows: Vec<Row<'static>> = jobs.iter().map(|(job, staged)| row(office, visit, job, staged)).collect();
    let none = Empty { icon: Icon::FileText, text: t.msg_sheets_none().into(), action: None };
    let view = View {
        t,
        csrf: visit.token(),
        summary: (!fields.good()).then(|| fields.summary()),
        assure: Notice::new(NoticeKind::Assure, t.msg_sheets_assure()),
        file_error: fields.fault("file"),
        asked: asked(office, visit, fields),
        go: Submit::new(t.msg_sheets_go()).icon(Icon::Eye),
        templates: templates(office, visit),
        empty: rows.is_empty().then_some(none),
        open: (!rows.is_empty()).then_some(Rows { items: rows }),
        out: visit.can(EXPORT).then(|| (out(office, visit, fields), t.msg_sheets_out_go())),
        step: (!stepped).then(|| {
            let to = format!("/me/totp?next={URL}");
            Rows { items: vec![Row::to(to, t.msg_sheets_step()).icon(Icon::Lock).line([t.msg_sheets_step_line()])] }
        }),
    };
    let title = t.msg_sheets_title();
    let page = visit.page(&title, Kind::Desk);
    Ok(if fields.good() { page.view(&view) } else { page.wrong().view(&view) })
}

/// What somebody sent and what is still staged.
fn unfinished(r: &mut Read<'_>, mine: &str) -> Result<Vec<(Job, Staged)>, Stop> {
    let jobs = recent(r, LOOKED)?.into_iter().filter(|j| j.by == mine && [TRY, ENTER].contains(&j.kind.as_str()));
    let mut all: Vec<(Job, Staged)> = Vec::new();
    for job in jobs {
        // Of a sheet that was tried and then entered, only the newer job.
        if all.iter().all(|(other, _)| other.input != job.input)
            && let Ok(staged) = Staged::of(&PathBuf::from(&job.input))
        {
            all.push((job, staged));
        }
    }
    Ok(all)
}

fn row(office: &Office, visit: &Visit, job: &Job, staged: &Staged) -> Row<'static> {
    let (lang, t) = (visit.lang, t(visit.lang));
    let what = kind(&office.imports, &staged.kind).map(|i| (i.name)(lang)).unwrap_or_default();
    let doing = if job.kind == TRY { t.msg_sheets_trying() } else { t.msg_sheets_entering() };
    let line = [what, doing, job.state.say(lang), say::when(lang, job.created_at, visit.now())];
    Row::to(format!("{URL}/{}", job.id), staged.name.clone()).icon(Icon::FileText).line(line)
}

fn asked(office: &Office, visit: &Visit, fields: &Fields) -> Vec<Field<'static>> {
    let (lang, t) = (visit.lang, t(visit.lang));
    let choices = kinds(office, visit).into_iter().map(|i| Choice::new(i.schema.kind, (i.name)(lang))).collect();
    let kind = Field::new(lang, "kind", t.msg_sheets_kind()).kind(FieldKind::Select(choices)).required();
    let area = Field::new(lang, "area", t.msg_sheets_area()).hint(t.msg_sheets_area_hint()).max(40);
    let answered = |f: Field<'static>, name: &str| f.value(fields.raw(name).to_owned()).error(fields.fault(name));
    vec![answered(kind, "kind"), answered(area, "area")]
}

fn templates(office: &Office, visit: &Visit) -> Rows<'static> {
    let (lang, t) = (visit.lang, t(visit.lang));
    let one = |i: &&lianxin_paper::Import| {
        let title = t.msg_sheets_template((i.name)(lang));
        Row::to(format!("{URL}/template/{}", i.schema.kind), title).icon(Icon::Download)
    };
    Rows { items: kinds(office, visit).iter().map(one).collect() }
}

fn out(office: &Office, visit: &Visit, fields: &Fields) -> Vec<Field<'static>> {
    let (lang, t) = (visit.lang, t(visit.lang));
    let choices = lists(office, visit).into_iter().map(|k| Choice::new(k.kind, (k.say)(lang))).collect();
    let kind = Field::new(lang, "list", t.msg_sheets_list()).kind(FieldKind::Select(choices)).required();
    let purpose = Field::new(lang, "purpose", t.msg_sheets_purpose())
        .hint(t.msg_sheets_purpose_hint())
        .example(t.msg_sheets_purpose_example())
        .required()
        .max(100);
    let answered = |f: Field<'static>, name: &str| f.value(fields.raw(name).to_owned()).error(fields.fault(name));
    vec![answered(kind, "list"), answered(purpose, "purpose")]
}

/// `GET /sheets/template/{kind}`
pub(crate) async fn template(office: Office, visit: Visit, named: Path<String>) -> Result<Response, Trouble> {
    let import = kinds(&office, &visit).into_iter().find(|i| i.schema.kind == named.0).ok_or(Trouble::NotFound)?;
    let name = format!("{}.xlsx", t(visit.lang).msg_sheets_template((import.name)(visit.lang)));
    Ok(workbook(&name, lianxin_paper::template(import.schema, visit.lang)?))
}

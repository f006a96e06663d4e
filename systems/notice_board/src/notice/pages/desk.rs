//! `/posting`: what hangs, what is to hang, what lacks its proof; and the desk of one notice.

use super::super::rules::{WORDS_MAX, may_change, may_correct};
use super::super::store::{self, Notice, PhotoRow, photos};
use super::super::take_down;
use super::one::proof as shots;
use super::{author, board_url, boards, desk_url, on, own, url};
use crate::photo_ask::PhotoAsk;
use crate::say::{self, date, plain_day};
use crate::texts::{L10nLanguage, t};
use crate::words::{Author, Standing};
use askama::Template;
use axum::extract::{Path, Query};
use axum::response::Response;
use lianxin_base::Lang;
use lianxin_journal::Receipt;
use lianxin_store::{Stop, Tx};
use lianxin_web::components::{
    Back, Choice, Choices, Empty, ErrorSummary, Facts, Field, FieldKind, Link, Look, Notice as Note, NoticeKind, Row,
    Rows, Shots, Tag, Tone,
};
use lianxin_web::icons::Icon;
use lianxin_web::shell::Kind;
use lianxin_web::{Fields, Trouble, Visit};
use serde::Deserialize;

/// So many days back the desk looks; what is older lies in the archive.
const BACK: i32 = 120;
/// So many a board.
const EACH: i64 = 40;

/// What the address says.
#[derive(Deserialize, Default)]
pub(super) struct Asked {
    #[serde(default)]
    said: String,
}

#[derive(Template)]
#[template(path = "posting.html")]
struct ListView {
    t: &'static L10nLanguage,
    groups: Vec<(String, Rows<'static>)>,
    boards: Vec<(String, String)>,
    empty: Option<Empty<'static>>,
}

/// `GET /posting`
pub(super) async fn list(visit: Visit) -> Result<Response, Trouble> {
    let (own, today) = (visit.clone(), visit.now().day());
    let found = visit.read(move |r| {
        let all = boards(r, &own)?;
        let mut notices = Vec::new();
        for area in &all {
            notices.extend(store::desk(r, area.id, today.plus(-BACK), EACH)?);
        }
        notices.sort_by_key(|n| std::cmp::Reverse((n.from, n.id)));
        Ok((all, notices))
    });
    let (all, notices) = found.await?;
    let (lang, t) = (visit.lang, t(visit.lang));
    let lacks = |n: &&Notice| n.lacks_proof(today);
    let at = |standing: Standing| move |n: &&Notice| !n.lacks_proof(today) && n.standing(today) == standing;
    let row = |n: &Notice| row(lang, &visit, n);
    let group = |title: String, items: Vec<Row<'static>>| (!items.is_empty()).then_some((title, Rows { items }));
    let groups = [
        group(t.msg_group_lacks(), notices.iter().filter(lacks).map(row).collect()),
        group(t.msg_group_coming(), notices.iter().filter(at(Standing::Coming)).map(row).collect()),
        group(t.msg_group_hanging(), notices.iter().filter(at(Standing::Hanging)).map(row).collect()),
        group(
            t.msg_group_over(),
            notices
                .iter()
                .filter(|n| {
                    let now = n.standing(today);
                    !n.lacks_proof(today) && !matches!(now, Standing::Coming | Standing::Hanging)
                })
                .map(row)
                .collect(),
        ),
    ];
    let view = ListView {
        t,
        groups: groups.into_iter().flatten().collect(),
        boards: all.into_iter().map(|a| (board_url(&a.code), a.name)).collect(),
        empty: notices.is_empty().then(|| Empty {
            icon: Icon::Speakerphone,
            text: t.msg_posting_empty().into(),
            action: None,
        }),
    };
    let title = t.msg_posting();
    Ok(visit.page(&title, Kind::Desk).view(&view))
}

fn row(lang: Lang, visit: &Visit, n: &Notice) -> Row<'static> {
    let (t, now) = (t(lang), visit.now());
    let span = t.msg_fact_span(date(lang, n.from, now), date(lang, n.to, now));
    let tag = if n.lacks_proof(now.day()) {
        Tag::new(Tone::Late, t.msg_tag_lacks())
    } else {
        say::tag(lang, n.standing(now.day()))
    };
    Row::to(desk_url(n.id), n.title.clone()).line([n.area_name.clone(), say::section(lang, n.section), span]).tag(tag)
}

/// A form of this page that came back.
pub(crate) struct Sent<'a> {
    /// What was answered.
    pub(crate) fields: &'a Fields,
}

struct ProofForm {
    title: String,
    end: bool,
    day: Field<'static>,
    nobody: Choices<'static>,
    photo: PhotoAsk,
}

#[derive(Template)]
#[template(path = "posting_one.html")]
struct View {
    t: &'static L10nLanguage,
    back: Back<'static>,
    title: String,
    tag: Tag<'static>,
    said: Option<Note<'static>>,
    lacks: Option<Note<'static>>,
    summary: Option<ErrorSummary<'static>>,
    facts: Facts<'static>,
    links: Vec<Link<'static>>,
    proof: Option<Shots<'static>>,
    form: Option<ProofForm>,
    proof_action: String,
    down: Field<'static>,
    down_action: String,
    is_down: bool,
    csrf: String,
}

/// `GET /posting/{notice}`
pub(super) async fn page(
    visit: Visit,
    Path(notice): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Trouble> {
    let n = own(&visit, &notice).await?;
    page_of(&visit, n, &asked.said, None).await
}

fn said(lang: Lang, n: &Notice, said: &str) -> Option<Note<'static>> {
    let t = t(lang);
    let text = match said {
        "posted" if n.until.is_some() => t.msg_said_posted_period(plain_day(lang, n.from), plain_day(lang, n.to)),
        "posted" => t.msg_said_posted(plain_day(lang, n.from), plain_day(lang, n.to)),
        "changed" => t.msg_said_changed(plain_day(lang, n.from)),
        "proof" => t.msg_said_proof(),
        "corrected" => t.msg_said_corrected(),
        _ => return None,
    };
    Some(Note::new(NoticeKind::Ok, text))
}

/// The desk of a notice, with a form that came back.
pub(crate) async fn page_of(
    visit: &Visit,
    n: Notice,
    asked: &str,
    back: Option<Sent<'_>>,
) -> Result<Response, Trouble> {
    let (id, words_act) = (n.id, n.words_act);
    let (all, w) = visit.read(move |r| Ok((photos(r, id)?, store::words(r, words_act)?))).await?;
    let (lang, t, today) = (visit.lang, t(visit.lang), visit.now().day());
    let blank = Fields::empty(lang);
    let fields = back.as_ref().map_or(&blank, |s| s.fields);
    let facts = super::one::facts(lang, &n, &w).into_iter().map(|(name, value)| (name.into(), value.into())).collect();
    let reason = Field::new(lang, "reason", t.msg_down_reason()).kind(FieldKind::Text).required().max(WORDS_MAX as u32);
    let view = View {
        t,
        back: Back::new("/posting", t.msg_posting()),
        tag: say::tag(lang, n.standing(today)),
        said: said(lang, &n, asked),
        lacks: n.lacks_proof(today).then(|| Note::new(NoticeKind::Warn, t.msg_desk_lacks())),
        summary: (!fields.good()).then(|| fields.summary()),
        facts: Facts { items: facts },
        links: links(lang, &n, today),
        proof: shots(lang, &n, &all),
        form: proof_form(visit, &n, &all, fields),
        proof_action: format!("{}/proof", desk_url(n.id)),
        down: reason.value(fields.raw("reason").to_owned()).error(fields.fault("reason")),
        down_action: format!("{}/down", desk_url(n.id)),
        is_down: n.down.is_some(),
        csrf: visit.token().to_owned(),
        title: n.title.clone(),
    };
    let name = view.title.clone();
    let page = visit.page(&name, Kind::Desk);
    Ok(if fields.good() { page } else { page.wrong() }.view(&view))
}

fn links(lang: Lang, n: &Notice, today: lianxin_base::Day) -> Vec<Link<'static>> {
    let (t, at) = (t(lang), desk_url(n.id));
    let mut all = vec![Link::new(url(n.id), t.msg_desk_see()).icon(Icon::Eye)];
    if may_change(n.dates(), today).is_ok() {
        all.push(Link::new(format!("{at}/edit"), t.msg_desk_edit()).icon(Icon::Pencil));
    }
    if may_correct(n.dates(), today).is_ok() {
        all.push(Link::new(format!("{at}/correct"), t.msg_desk_correct()).icon(Icon::Pencil));
    }
    all.push(Link::new(format!("{}/print", url(n.id)), t.msg_form_print()).icon(Icon::Printer));
    all.push(Link::new(format!("{}/print?paper=docx", url(n.id)), t.msg_form_docx()).icon(Icon::Download));
    all.push(Link::new(format!("{}/print?paper=text", url(n.id)), t.msg_form_text()).icon(Icon::MessageCircle));
    all
}

/// The photo that is wanted next: of the start, then of the end.
fn proof_form(visit: &Visit, n: &Notice, _: &[PhotoRow], fields: &Fields) -> Option<ProofForm> {
    let (lang, t, today) = (visit.lang, t(visit.lang), visit.now().day());
    if n.down.is_some() || today < n.from || n.ended.is_some() {
        return None;
    }
    let last = n.until.unwrap_or(n.to);
    let end = n.started.is_some() || (fields.raw("end") == "1") || last < today;
    if end && today < last {
        return None;
    }
    let title = if end { t.msg_proof_end(plain_day(lang, last)) } else { t.msg_proof_start(plain_day(lang, n.from)) };
    let day = if fields.has("day") { fields.raw("day").to_owned() } else { today.to_string() };
    let field = Field::new(lang, "day", t.msg_proof_day()).kind(FieldKind::Date).required();
    let photo = PhotoAsk::of(visit, fields, t.msg_proof_photo(), t.msg_proof_photo_hint());
    let nobody = Choices::new(lang, Look::Checks, "nobody", t.msg_proof_nobody())
        .item(Choice::new("yes", t.msg_proof_nobody_yes()))
        .error(fields.fault("nobody"))
        .required();
    let nobody = if fields.raw("nobody") == "yes" { nobody.chosen("yes") } else { nobody };
    Some(ProofForm { title, end, nobody, day: field.value(day).error(fields.fault("day")), photo })
}

/// `POST /posting/{notice}/down`
pub(super) async fn down(visit: Visit, Path(notice): Path<String>, mut fields: Fields) -> Result<Response, Trouble> {
    let n = own(&visit, &notice).await?;
    let reason = fields.opt_line("reason", 200).unwrap_or_default();
    let id = n.id;
    let act = move |tx: &mut Tx<'_>, author: &Author| -> Result<Receipt, Stop> { take_down(tx, author, id, &reason) };
    if fields.good() {
        let who = author(&visit);
        let done = visit.act_once(n.area, fields.token(), move |tx, token| act(tx, &Author { token, ..who.clone() }));
        match done.await {
            Ok(_) => return Ok(on(&visit, &url(id), "down")),
            Err(trouble) => fields.absorb(trouble)?,
        }
    }
    page_of(&visit, n, "", Some(Sent { fields: &fields })).await
}

//! The forms of a notice besides its page: the text for the group, the `.docx`, the sheet for the printer; as PDF and as a
//! picture it is set by the press from the same [`lianxin_paper::notice::Document`], and where that is not installed, the
//! page says so.

mod set;

use crate::notice::pages::{facts, seen, url};
use crate::notice::{Notice, Words, store};
use crate::say::{self, plain_day};
use crate::second::{self, title_of};
use crate::series::{self, Part};
use crate::texts::{L10nLanguage, t};
use crate::words::{Section, Sheet};
use askama::Template;
use axum::extract::Path;
use axum::http::HeaderValue;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse as _, Response};
use lianxin_base::{Day, Lang};
use lianxin_gate::Gate;
use lianxin_paper::notice::{Block, DOCX, Document, Frame, Round, SecondTitle};
use lianxin_web::components::{Html, Paste};
use lianxin_web::photos::{Photo, bytes_of};
use lianxin_web::shell::{Form, Kind, Tab};
use lianxin_web::{Hung, Route, Specimen, Trouble, Visit};

/// The routes of forms.
pub(crate) fn routes() -> Vec<Route> {
    vec![Route::get("/notice/{notice}/print", Gate::Anyone, print)]
}

/// A notice as data for any form. What goes into a group is made of its days, its ground and its organisation; of what
/// was typed only the title.
pub(crate) fn document(lang: Lang, n: &Notice, (w, part): (&Words, Option<&Part>), link: String) -> Document {
    let t = t(lang);
    let caption = (!w.caption.is_empty()).then(|| Block::Text(t.msg_caption_by(w.caption.clone(), w.credit.clone())));
    let mut group = vec![
        t.msg_group_head(n.area_name.clone(), n.title.clone()),
        t.msg_group_days(plain_day(lang, n.from), plain_day(lang, n.to)),
    ];
    if let Some(g) = crate::ground::ground(&n.ground, n.from).filter(|_| n.until.is_some()) {
        group.push(t.msg_group_ground(say::article(lang, g)));
    }
    let part = part.map(|at| say::part(lang, at));
    group.extend(part.clone());
    group.push(match &n.org_phone {
        Some(phone) => t.msg_group_ask_phone(n.org_name.clone(), say::phone(phone)),
        None => t.msg_group_ask(n.org_name.clone()),
    });
    group.push(t.msg_group_link());
    Document {
        lang: lang.tag(),
        place: t.msg_board_of(n.area_name.clone()),
        title: n.title.clone(),
        facts: part.map(|says| (t.msg_fact_series(), says)).into_iter().chain(facts(lang, n, w)).collect(),
        blocks: Block::paragraphs(&w.words).into_iter().chain(caption).collect(),
        signed: n.org_name.clone(),
        day: plain_day(lang, n.from),
        link,
        group,
        frame: Frame { seal: t.msg_seal(), scan: t.msg_scan() },
    }
}

struct Made {
    n: Notice,
    doc: Document,
    second: Option<Photo>,
}

async fn made(visit: &Visit, notice: &str) -> Result<Made, Trouble> {
    let n = seen(visit, notice).await?;
    if n.down.is_some() {
        return Err(Trouble::NotFound);
    }
    let (act, area) = (n.words_act, n.area);
    let id = n.id;
    let found = visit.read(move |r| Ok((store::words(r, act)?, title_of(r, area)?, series::of(r, id)?)));
    let (w, second, part) = found.await?;
    let link = visit.house.settings().origin.url(&url(n.id));
    Ok(Made { doc: document(visit.lang, &n, (&w, part.as_ref()), link), second: second.map(|(_, photo)| photo), n })
}

/// For the group.
fn text(visit: &Visit, m: &Made) -> Response {
    let view = Paste::new(visit.lang, url(m.n.id), m.n.title.clone(), m.doc.text());
    let title = t(visit.lang).msg_form_text();
    visit.page(&title, Kind::Phone).tab(Tab::Board).view(&view)
}

/// To be edited before the stamp.
async fn docx(visit: &Visit, m: Made) -> Result<Response, Trouble> {
    let jpeg = match m.second {
        Some(photo) => Some((bytes_of(&visit.house, photo.large).await?, photo)),
        None => None,
    };
    let second = jpeg.as_ref().map(|(jpeg, p)| SecondTitle { jpeg, width: p.width, height: p.height });
    let note = visit.demo_note();
    let bytes = m.doc.docx(Round { second, note: note.as_deref() }).map_err(Trouble::Broken)?;
    let name = format!("attachment; filename=\"notice-{}.docx\"", m.n.from);
    let name = HeaderValue::try_from(name).unwrap_or(HeaderValue::from_static("attachment"));
    Ok(([(CONTENT_TYPE, HeaderValue::from_static(DOCX)), (CONTENT_DISPOSITION, name)], bytes).into_response())
}

#[derive(Template)]
#[template(path = "notice_print.html")]
struct PrintView {
    t: &'static L10nLanguage,
    sheet: Html,
    back: String,
}

/// `GET /notice/{notice}/print`, and in its other forms: made of the notice and not of its sheet.
async fn print(visit: Visit, Path(notice): Path<String>) -> Result<Response, Trouble> {
    let m = made(&visit, &notice).await?;
    match visit.form() {
        None => sheet(&visit, m).await,
        Some(Form::Pdf) => set::pdf(&visit, &m).await,
        Some(Form::Picture) => set::png(&visit, &m).await,
        Some(Form::Word) => docx(&visit, m).await,
        Some(Form::Group) => Ok(text(&visit, &m)),
    }
}

async fn sheet(visit: &Visit, m: Made) -> Result<Response, Trouble> {
    let second = m.second.map(|_| second::pages::address(&m.n.area_code));
    let view = PrintView { t: t(visit.lang), sheet: Html(m.doc.print(second.as_deref())), back: url(m.n.id) };
    let hung = Hung::at(visit, &[m.n.area]).await?.group(m.doc.group, m.doc.link);
    Ok(visit.page(&m.n.title, Kind::Print).hung(hung).view(&view))
}

/// An invented example of a notice.
fn specimen(lang: Lang) -> Html {
    let (t, on) = (t(lang), Day::from_number(20_622));
    let doc = Document {
        lang: lang.tag(),
        place: t.msg_board_of("样张小区"),
        title: "样张：1 号楼停水检修".into(),
        facts: vec![(t.msg_section(), say::section(lang, Section::Property))],
        blocks: vec![
            Block::Text("1 号楼的水泵检修，上午停水两小时。请提前存一点水。".into()),
            Block::Item("检修的是水泵房".into()),
            Block::Table {
                head: vec![t.msg_area(), t.msg_section()],
                rows: vec![vec!["样张小区".into(), say::section(lang, Section::Property)]],
            },
        ],
        signed: "样张社区居委会".into(),
        day: plain_day(lang, on),
        link: "https://lianxin.example/".into(),
        group: Vec::new(),
        frame: Frame { seal: t.msg_seal(), scan: t.msg_scan() },
    };
    Html::of(&PrintView { t, sheet: Html(doc.print(None)), back: "/setup/papers".into() })
}

/// The table of them.
pub(crate) const SPECIMENS: [Specimen; 1] =
    [Specimen { name: "notice", label: |lang| say::sheet(lang, Sheet::Notice), sheet: specimen }];

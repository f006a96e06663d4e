//! Where a bulletin is laid before others, answered, hung, and read by everybody.

use super::rules::{ANSWER_DAYS, WORDS_MAX};
use super::store::{self, Bulletin, Line};
use super::{answer, hang, lay};
use crate::caps::{DESK, FIGURES};
use crate::course::Author;
use crate::figures::rules::LEAST;
use crate::pages::{author, nowhere};
use crate::say::date;
use crate::texts::{L10nLanguage, t};
use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use lianxin_base::{ActId, AreaId, Day, Lang, Moment, OrgId};
use lianxin_gate::Gate;
use lianxin_web::components::{Back, Empty, ErrorSummary, Field, FieldKind, Html, Row, Rows, Submit, Tag, Tone};
use lianxin_web::icons::Icon;
use lianxin_web::shell::{Kind, Tab};
use lianxin_web::{Fields, Route, Trouble, Visit};

/// So many are listed.
const LISTED: i64 = 50;
/// So many of them a seat sees at its desk, and so many times as many are looked through for them.
const SHOWN: usize = 50;
const LOOKED: usize = 40;
/// How many days a bulletin may hold: a week, a month.
const SPANS: [i32; 2] = [7, 30];

pub(crate) fn routes() -> Vec<Route> {
    vec![
        Route::get("/bulletins", Gate::Anyone, public_list),
        Route::get("/bulletins/{bulletin}", Gate::Anyone, public_page),
        Route::get("/path/bulletins", Gate::Can(DESK), list),
        Route::post("/path/bulletins", Gate::Can(FIGURES), laid),
        Route::get("/path/bulletins/{bulletin}", Gate::Can(DESK), page),
        Route::post("/path/bulletins/{bulletin}/answer", Gate::Can(DESK), answered),
        Route::post("/path/bulletins/{bulletin}/hang", Gate::Can(FIGURES), hung),
    ]
}

fn id(text: &str) -> Result<ActId, Trouble> {
    text.parse().map_err(|_| Trouble::NotFound)
}

fn title(lang: Lang, b: &Bulletin, now: Moment) -> String {
    t(lang).msg_bulletin_of(b.area_name.as_str(), date(lang, b.from, now), date(lang, b.to, now))
}

/// One line in words.
struct Shown {
    name: String,
    says: String,
    share: String,
    said: String,
}

fn shown(lang: Lang, line: &Line) -> Shown {
    let (t, [in_time, late, open, back]) = (t(lang), line.told.columns);
    Shown {
        says: t.msg_bulletin_line(line.told.all(), in_time, late, open, back),
        share: match line.told.share() {
            Some((percent, n)) => t.msg_bulletin_share(percent, n),
            None => t.msg_bulletin_no_share(LEAST),
        },
        said: line.said.as_ref().map_or_else(String::new, |words| t.msg_bulletin_said(line.name.as_str(), words)),
        name: line.name.clone(),
    }
}

#[derive(Template)]
#[template(path = "bulletin_lines.html")]
struct Lines {
    lines: Vec<Shown>,
    note: String,
}

fn drawn(lang: Lang, lines: &[Line]) -> Html {
    let lines = lines.iter().map(|line| shown(lang, line)).collect();
    Html::of(&Lines { lines, note: t(lang).msg_bulletin_note(LEAST) })
}

#[derive(Template)]
#[template(path = "bulletin_list.html")]
struct List {
    desk: bool,
    back: Back<'static>,
    title: String,
    lead: String,
    empty: Option<Empty<'static>>,
    rows: Rows<'static>,
}

fn empty(text: String, none: bool) -> Option<Empty<'static>> {
    none.then(|| Empty { icon: Icon::ClipboardCheck, text: text.into(), action: None })
}

/// `GET /bulletins`
async fn public_list(visit: Visit) -> Result<Response, Trouble> {
    let (lang, now, t) = (visit.lang, visit.now(), t(visit.lang));
    let all = visit.read(|r| Ok(store::hung(r, LISTED)?)).await?;
    let row = |b: &Bulletin| {
        let on = b.hung_at.map(|at| t.msg_bulletin_hung_on(date(lang, at.day(), now), b.org_name.as_str()));
        Row::to(format!("/bulletins/{}", b.id), title(lang, b, now)).line(on)
    };
    let view = List {
        desk: false,
        back: Back::new("/board", t.msg_back()),
        title: t.msg_bulletin_list(),
        lead: t.msg_bulletin_list_lead(ANSWER_DAYS),
        empty: empty(t.msg_bulletin_list_empty(), all.is_empty()),
        rows: Rows { items: all.iter().map(row).collect() },
    };
    Ok(visit.page(&t.msg_bulletin_list(), Kind::Phone).tab(Tab::Board).view(&view))
}

#[derive(Template)]
#[template(path = "bulletin_page.html")]
struct Public {
    back: Back<'static>,
    title: String,
    by: String,
    lines: Html,
}

/// `GET /bulletins/{bulletin}`: only what hangs is there.
async fn public_page(visit: Visit, Path(act): Path<String>) -> Result<Response, Trouble> {
    let (id, lang, now, t) = (id(&act)?, visit.lang, visit.now(), t(visit.lang));
    let found = visit
        .read(move |r| {
            let Some(b) = store::one(r, id)? else { return Ok(None) };
            let lines = store::lines(r, id)?;
            Ok(b.hung_at.map(|at| (b, at, lines)))
        })
        .await?;
    let (b, at, lines) = found.ok_or(Trouble::NotFound)?;
    let view = Public {
        back: Back::new("/bulletins", t.msg_bulletin_list()),
        title: title(lang, &b, now),
        by: t.msg_bulletin_hung_on(date(lang, at.day(), now), b.org_name.as_str()),
        lines: drawn(lang, &lines),
    };
    Ok(visit.page(&view.title, Kind::Phone).tab(Tab::Board).view(&view))
}

/// Whether a seat sees all lines of a bulletin.
fn sees_all(visit: &Visit, b: &Bulletin) -> bool {
    visit.can(FIGURES) && visit.scope_for(FIGURES).covers(b.area)
}

/// The lines a seat sees: all, or its own.
fn theirs(visit: &Visit, b: &Bulletin, lines: Vec<Line>) -> Vec<Line> {
    let own = |org: OrgId| visit.seats().iter().any(|s| s.org == org);
    let all = sees_all(visit, b);
    lines.into_iter().filter(|line| all || own(line.told.org)).collect()
}

fn state(t: &L10nLanguage, lang: Lang, b: &Bulletin, now: Moment) -> Tag<'static> {
    match b.hung_at {
        Some(at) => Tag::new(Tone::Ok, t.msg_bulletin_hangs(date(lang, at.day(), now))),
        None if now < b.until => Tag::new(Tone::Plain, t.msg_bulletin_waits(date(lang, b.until.day().plus(-1), now))),
        None => Tag::new(Tone::Plain, t.msg_bulletin_may()),
    }
}

/// `GET /path/bulletins`: those a seat has something to do with.
async fn list(visit: Visit) -> Result<Response, Trouble> {
    let (lang, now, t) = (visit.lang, visit.now(), t(visit.lang));
    let own = visit.clone();
    let all = visit
        .read(move |r| {
            // Whose they are is asked before the list is cut: those of others do not push a seat's own out of it.
            let (mut all, mut before) = (Vec::new(), (now.plus(1), String::new()));
            for _ in 0..LOOKED {
                let some = store::laid(r, LISTED, (before.0, &before.1))?;
                let Some(last) = some.last() else { break };
                before = (last.laid_at, last.id.to_string());
                for b in some {
                    let lines = store::lines(r, b.id)?;
                    if all.len() < SHOWN && !theirs(&own, &b, lines).is_empty() {
                        all.push(b);
                    }
                }
                if all.len() == SHOWN {
                    break;
                }
            }
            Ok(all)
        })
        .await?;
    let row = |b: &Bulletin| {
        Row::to(format!("/path/bulletins/{}", b.id), title(lang, b, now))
            .line([t.msg_bulletin_laid_on(date(lang, b.laid_at.day(), now), b.org_name.as_str())])
            .tag(state(t, lang, b, now))
    };
    let view = List {
        desk: true,
        back: Back::new("/path/week", t.msg_path_week_title()),
        title: t.msg_bulletin_desk(),
        lead: t.msg_bulletin_desk_lead(ANSWER_DAYS),
        empty: empty(t.msg_bulletin_desk_empty(), all.is_empty()),
        rows: Rows { items: all.iter().map(row).collect() },
    };
    Ok(visit.page(&t.msg_bulletin_desk(), Kind::Desk).view(&view))
}

/// Whether what is seen of the week can be laid before others: by whoever sees all figures, of one area.
pub(crate) fn form(visit: &Visit, area: Option<AreaId>, span: i32, to: Day) -> Option<Html> {
    let area = area.or_else(|| visit.seats().first().map(|s| s.area)).filter(|_| visit.can(FIGURES))?;
    Some(Html::of(&Form {
        t: t(visit.lang),
        area: area.to_string(),
        span,
        to: to.to_string(),
        note: t(visit.lang).msg_bulletin_lay_note(ANSWER_DAYS),
        csrf: visit.token().to_owned(),
    }))
}

#[derive(Template)]
#[template(path = "bulletin_form.html")]
struct Form {
    t: &'static L10nLanguage,
    area: String,
    span: i32,
    to: String,
    note: String,
    csrf: String,
}

/// `POST /path/bulletins`
async fn laid(visit: Visit, fields: Fields) -> Result<Response, Trouble> {
    let today = visit.now().day();
    let area: AreaId = fields.raw("area").parse().map_err(|_| Trouble::NotFound)?;
    let span = fields.raw("span").parse().ok().filter(|n| SPANS.contains(n)).unwrap_or(SPANS[0]);
    let to = fields.raw("on").parse().ok().filter(|day: &Day| *day <= today).unwrap_or(today);
    let days = (to.plus(1 - span), to);
    let who = author(&visit, visit.act_id(), None);
    let receipt = visit
        .act_once(area, fields.token(), move |tx, token| lay(tx, &Author { token, ..who.clone() }, area, days))
        .await?;
    Ok(visit.to(&format!("/path/bulletins/{}", receipt.act)))
}

#[derive(Template)]
#[template(path = "bulletin_desk.html")]
struct Desk {
    t: &'static L10nLanguage,
    back: Back<'static>,
    title: String,
    state: Tag<'static>,
    by: String,
    summary: Option<ErrorSummary<'static>>,
    lines: Html,
    answer: Option<Field<'static>>,
    hang: Option<Submit<'static>>,
    early: Option<String>,
    public: Option<String>,
    action: String,
    csrf: String,
}

/// `GET /path/bulletins/{bulletin}`
async fn page(visit: Visit, Path(act): Path<String>) -> Result<Response, Trouble> {
    show(&visit, id(&act)?, &Fields::empty(visit.lang)).await
}

async fn show(visit: &Visit, id: ActId, fields: &Fields) -> Result<Response, Trouble> {
    let (lang, now, t) = (visit.lang, visit.now(), t(visit.lang));
    let own = visit.clone();
    let found = visit
        .read(move |r| {
            let Some(b) = store::one(r, id)? else { return Ok(None) };
            let lines = store::lines(r, id)?;
            Ok(Some((theirs(&own, &b, lines), b)))
        })
        .await?;
    let (lines, b) = found.filter(|(lines, _)| !lines.is_empty()).ok_or(Trouble::NotFound)?;
    let of = |org: OrgId| visit.seats().iter().any(|s| s.org == org);
    let mine = lines.iter().find(|line| of(line.told.org)).filter(|_| b.hung_at.is_none() && now < b.until);
    let ours = sees_all(visit, &b) && of(b.org) && b.hung_at.is_none();
    let field = mine.map(|line| {
        let said = if fields.has("words") { fields.raw("words") } else { line.said.as_deref().unwrap_or_default() };
        Field::new(lang, "words", t.msg_bulletin_words(line.name.as_str()))
            .kind(FieldKind::Area)
            .hint(t.msg_bulletin_words_hint(date(lang, b.until.day().plus(-1), now)))
            .value(said.to_owned())
            .error(fields.fault("words"))
            .max(WORDS_MAX as u32)
    });
    let view = Desk {
        t,
        back: Back::new("/path/bulletins", t.msg_bulletin_desk()),
        title: title(lang, &b, now),
        state: state(t, lang, &b, now),
        by: t.msg_bulletin_laid_on(date(lang, b.laid_at.day(), now), b.org_name.as_str()),
        summary: (!fields.good()).then(|| fields.summary()),
        lines: drawn(lang, &lines),
        answer: field,
        hang: (ours && now >= b.until).then(|| Submit::new(t.msg_bulletin_hang())),
        early: (ours && now < b.until).then(|| t.msg_bulletin_from(date(lang, b.until.day(), now))),
        public: b.hung_at.map(|_| format!("/bulletins/{}", b.id)),
        action: format!("/path/bulletins/{}", b.id),
        csrf: visit.token().to_owned(),
    };
    let page = visit.page(&view.title, Kind::Desk);
    Ok(if fields.good() { page.view(&view) } else { page.wrong().view(&view) })
}

/// `POST /path/bulletins/{bulletin}/answer`
async fn answered(visit: Visit, Path(act): Path<String>, fields: Fields) -> Result<Response, Trouble> {
    let (id, words) = (id(&act)?, fields.raw("words").replace("\r\n", "\n"));
    let who = author(&visit, visit.act_id(), None);
    let done = visit
        .act_once(nowhere(), fields.token(), move |tx, token| answer(tx, &Author { token, ..who.clone() }, id, &words))
        .await;
    finish(&visit, id, fields, done).await
}

/// `POST /path/bulletins/{bulletin}/hang`
async fn hung(visit: Visit, Path(act): Path<String>, fields: Fields) -> Result<Response, Trouble> {
    let id = id(&act)?;
    let who = author(&visit, visit.act_id(), None);
    let done = visit
        .act_once(nowhere(), fields.token(), move |tx, token| hang(tx, &Author { token, ..who.clone() }, id))
        .await;
    finish(&visit, id, fields, done).await
}

async fn finish(
    visit: &Visit,
    id: ActId,
    mut fields: Fields,
    done: Result<lianxin_journal::Receipt, Trouble>,
) -> Result<Response, Trouble> {
    match done {
        Ok(_) => Ok(visit.to(&format!("/path/bulletins/{id}"))),
        Err(Trouble::Refused(why)) if why.status() == 404 => Err(Trouble::NotFound),
        Err(trouble) => {
            fields.absorb(trouble)?;
            show(visit, id, &fields).await
        }
    }
}

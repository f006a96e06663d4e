//! The pages of procedures: which there are, how far one is, what comes next, by whom and until when; everybody sees them.

use super::rules::next;
use super::store::{all, days, one, steps};
use super::{Case, Limit, Procedure, StepDone, Steps};
use crate::assembly::pages::url as vote_url;
use crate::caps;
use crate::say::plain_day;
use crate::texts::{L10nLanguage, t};
use crate::words::Author;
use askama::Template;
use axum::extract::{Path, Query};
use axum::response::Response;
use lianxin_base::{ActId, Day, Lang};
use lianxin_journal::Receipt;
use lianxin_store::{Fault, Read, Stop, Tx};
use lianxin_web::components::{Back, Choices, Empty, Facts, Field, Link, Notice, NoticeKind, Row, Rows, Tag, Tone};
use lianxin_web::icons::Icon;
use lianxin_web::shell::{Kind, Tab};
use lianxin_web::{Fields, Trouble, Visit};
use serde::Deserialize;

/// So many are listed.
const LISTED: i64 = 60;

/// The words of a procedure.
pub(crate) struct Words {
    /// What they are called together, and what that is.
    pub(crate) list: String,
    pub(crate) lead: String,
    pub(crate) empty: String,
    pub(crate) new: String,
    /// Begun, ended, given up.
    pub(crate) begun: String,
    pub(crate) ended: String,
    pub(crate) off: String,
    pub(crate) mend: String,
    pub(crate) give_up: String,
    pub(crate) give_up_lead: String,
    pub(crate) see_vote: String,
}

/// How a procedure began, for its page.
pub(crate) enum Opening {
    /// A line before what shows it.
    Line(String),
    /// A step of its own before the others: its name and what it was.
    Step(String, Facts<'static>),
}

/// What the form of a step asks.
pub(crate) struct Asked {
    pub(crate) notice: Option<Notice<'static>>,
    pub(crate) until: Option<String>,
    pub(crate) choices: Option<Choices<'static>>,
    pub(crate) fields: Vec<Field<'static>>,
}

/// A step that is about to be noted.
pub(crate) struct At<P: Shown> {
    pub(crate) k: Case<P>,
    pub(crate) steps: Vec<StepDone<P>>,
    pub(crate) step: P::Step,
    pub(crate) limit: Option<Limit>,
    pub(crate) seen: P::Seen,
}

/// How a procedure is said and asked for.
pub(crate) trait Shown: Procedure {
    /// What the form of a step has to look up besides.
    type Seen: Send + 'static;
    /// A step as a form has it.
    type New: Clone + Send + Sync + 'static;

    /// Where its pages are.
    const BASE: &'static str;
    /// Where the list leads back to, for those who do not and those who do convene.
    const BACK: [Option<&'static str>; 2];
    /// Of the empty list.
    const ICON: Icon;

    fn words(lang: Lang) -> Words;
    fn back_name(lang: Lang) -> String;
    fn title(lang: Lang, place: String) -> String;
    fn off_says(lang: Lang, why: String) -> String;
    fn step_name(lang: Lang, step: Self::Step) -> String;
    /// Who is responsible, and the article.
    fn stands_on(lang: Lang, step: Self::Step) -> String;
    fn opening(lang: Lang, k: &Case<Self>) -> Opening;
    /// The first line of a step that is done, and the lines after it.
    fn done(lang: Lang, s: &StepDone<Self>) -> (String, Vec<String>);
    /// Where a seat goes on from the page.
    fn links(_: Lang, _: &Case<Self>, _: &[StepDone<Self>], _next: Option<Self::Step>) -> Vec<Link<'static>> {
        Vec::new()
    }

    fn see(
        r: &mut Read<'_>,
        lang: Lang,
        k: &Case<Self>,
        steps: &[StepDone<Self>],
        step: Self::Step,
    ) -> Result<Self::Seen, Fault>;
    /// What is asked of a step.
    fn asked(visit: &Visit, fields: &Fields, at: &At<Self>) -> Asked;
    /// What was answered; nothing where it is not whole.
    fn read(fields: &mut Fields, lang: Lang, step: Self::Step) -> Option<Self::New>;
    /// Notes it.
    fn note(tx: &mut Tx<'_>, author: &Author, id: ActId, new: &Self::New) -> Result<Receipt, Stop>;
}

/// Where one is.
pub(crate) fn url<P: Shown>(id: ActId) -> String {
    format!("{}/{id}", P::BASE)
}

fn tag<P: Shown>(lang: Lang, k: &Case<P>, done: usize) -> Tag<'static> {
    let words = P::words(lang);
    match k.ended {
        Some(_) if k.off => Tag::new(Tone::Plain, words.off),
        Some(_) => Tag::new(Tone::Ok, words.ended),
        None => {
            // What opened it is a step of the list too, where it stands there as one.
            let opened = usize::from(matches!(P::opening(lang, k), Opening::Step(..)));
            Tag::new(Tone::Due, t(lang).msg_takeover_at(opened + done, opened + P::Step::ALL.len()))
        }
    }
}

/// A last day in words, and whether it is over.
pub(crate) fn until(lang: Lang, limit: Option<Limit>, today: Day) -> Option<(String, bool)> {
    let (t, (last, article)) = (t(lang), limit?);
    let says = if last.counted == last.moved {
        t.msg_first_until(plain_day(lang, last.counted), article)
    } else {
        t.msg_first_until_moved(plain_day(lang, last.counted), article, plain_day(lang, last.moved))
    };
    Some((says, today > last.moved))
}

/// What the address says.
#[derive(Deserialize, Default)]
pub(crate) struct Says {
    #[serde(default)]
    said: String,
}

#[derive(Template)]
#[template(path = "procedure_list.html")]
struct ListView {
    title: String,
    lead: String,
    works: bool,
    back: Option<Back<'static>>,
    new: Option<Link<'static>>,
    empty: Option<Empty<'static>>,
    rows: Option<Rows<'static>>,
}

/// The list of a procedure.
pub(crate) async fn list<P: Shown>(visit: Visit) -> Result<Response, Trouble> {
    let found = visit.read(move |r| {
        let mut rows = Vec::new();
        for k in all::<P>(r, LISTED)? {
            rows.push((steps::<P>(r, k.id)?.len(), k));
        }
        Ok(rows)
    });
    let found = found.await?;
    let (lang, words, works) = (visit.lang, P::words(visit.lang), visit.can(caps::CONVENE));
    let row = |(done, k): &(usize, Case<P>)| {
        let line = [k.org_name.clone(), plain_day(lang, k.begun.day())];
        Row::to(url::<P>(k.id), k.area_name.clone()).line(line).tag(tag(lang, k, *done))
    };
    let view = ListView {
        title: words.list.clone(),
        lead: words.lead,
        works,
        back: P::BACK[usize::from(works)].map(|url| Back::new(url, P::back_name(lang))),
        new: works.then(|| Link::new(format!("{}/new", P::BASE), words.new).icon(Icon::Plus)),
        empty: found.is_empty().then(|| Empty { icon: P::ICON, text: words.empty.into(), action: None }),
        rows: (!found.is_empty()).then(|| Rows { items: found.iter().map(row).collect() }),
    };
    let page = visit.page(&words.list, if works { Kind::Desk } else { Kind::Phone });
    Ok(if works { page } else { page.tab(Tab::Board) }.view(&view))
}

struct Line {
    n: usize,
    name: String,
    by: String,
    /// What was done: the first line, those after it, and what shows it.
    done: Option<(String, Vec<String>, String)>,
    vote: Option<String>,
    next: bool,
}

#[derive(Template)]
#[template(path = "procedure.html")]
struct View {
    t: &'static L10nLanguage,
    back: Back<'static>,
    title: String,
    tag: Tag<'static>,
    said: Option<Notice<'static>>,
    /// How it began, where that is a line, and what shows it.
    since: Option<(String, String)>,
    /// The same where it is a step.
    opening: Option<(String, Facts<'static>, String)>,
    /// What comes next, who sees to it, until when, that this is over.
    next: Option<(String, String, Option<String>, Option<Notice<'static>>)>,
    lines: Vec<Line>,
    see_vote: String,
    main: Option<Link<'static>>,
    links: Vec<Link<'static>>,
    off: Option<Notice<'static>>,
    journal: String,
}

/// One, with the steps that are done.
pub(crate) async fn found<P: Shown>(visit: &Visit, text: &str) -> Result<(Case<P>, Vec<StepDone<P>>), Trouble> {
    let id: ActId = text.parse().map_err(|_| Trouble::NotFound)?;
    let found = visit.read(move |r| Ok((one::<P>(r, id)?, steps::<P>(r, id)?))).await?;
    Ok((found.0.ok_or(Trouble::NotFound)?, found.1))
}

/// One of a place the visitor looks after.
pub(crate) async fn own<P: Shown>(visit: &Visit, text: &str) -> Result<(Case<P>, Vec<StepDone<P>>), Trouble> {
    let (k, steps) = found::<P>(visit, text).await?;
    if visit.scope().covers(k.area) { Ok((k, steps)) } else { Err(Trouble::NotFound) }
}

fn said(lang: Lang, said: &str, begun: String) -> Option<Notice<'static>> {
    let t = t(lang);
    let text = match said {
        "begun" => begun,
        "step" => t.msg_said_step(),
        "undone" => t.msg_said_undone(),
        "off" => t.msg_said_given_up(),
        _ => return None,
    };
    Some(Notice::new(NoticeKind::Ok, text))
}

/// The page of one.
pub(crate) async fn page<P: Shown>(
    visit: Visit,
    Path(text): Path<String>,
    Query(says): Query<Says>,
) -> Result<Response, Trouble> {
    let (k, done) = found::<P>(&visit, &text).await?;
    let comes = next(&days(&done)).filter(|_| !k.off);
    let limit = match comes {
        Some(step) => {
            let (k, done) = (k.clone(), done.clone());
            visit.read(move |r| Ok(P::limit(r, &k, &done, step)?)).await?
        }
        None => None,
    };
    let (lang, t, words) = (visit.lang, t(visit.lang), P::words(visit.lang));
    let (at, title) = (url::<P>(k.id), P::title(lang, k.area_name.clone()));
    let (since, opening) = match P::opening(lang, &k) {
        Opening::Line(line) => (Some((line, k.words.clone())), None),
        Opening::Step(name, facts) => (None, Some((name, facts, k.words.clone()))),
    };
    let line = |(n, step): (usize, &P::Step)| {
        let found = done.iter().find(|s| s.step == *step);
        Line {
            n,
            name: P::step_name(lang, *step),
            by: P::stands_on(lang, *step),
            done: found.map(|s| {
                let (first, more) = P::done(lang, s);
                (first, more, s.words.clone())
            }),
            vote: found.and_then(|s| s.vote).map(vote_url),
            next: comes == Some(*step),
        }
    };
    let may = visit.can(caps::CONVENE) && visit.scope_for(caps::CONVENE).covers(k.area);
    let mut links = if may { P::links(lang, &k, &done, comes) } else { Vec::new() };
    if may && !k.off {
        links.push(Link::new(format!("{at}/mend"), words.mend).icon(Icon::Pencil));
    }
    let view = View {
        t,
        back: Back::new(P::BASE, words.list),
        tag: tag(lang, &k, done.len()),
        said: said(lang, &says.said, words.begun),
        next: comes.map(|step| {
            let limit = until(lang, limit, visit.now().day());
            let over = limit.as_ref().is_some_and(|(_, over)| *over);
            let warn = over.then(|| Notice::new(NoticeKind::Warn, t.msg_first_is_late()));
            (P::step_name(lang, step), P::stands_on(lang, step), limit.map(|(says, _)| says), warn)
        }),
        lines: (1 + usize::from(opening.is_some())..).zip(P::Step::ALL).map(line).collect(),
        since,
        opening,
        see_vote: words.see_vote,
        main: comes
            .filter(|_| may)
            .map(|step| Link::new(format!("{at}/step"), t.msg_step_note(P::step_name(lang, step))).icon(Icon::Pencil)),
        links,
        off: k.off.then(|| Notice::new(NoticeKind::Warn, P::off_says(lang, k.why.clone()))),
        journal: format!("/journal/{}", k.id),
        title: title.clone(),
    };
    Ok(visit.page(&title, Kind::Phone).tab(Tab::Board).view(&view))
}

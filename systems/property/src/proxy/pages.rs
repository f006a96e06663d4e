//! `/votes/{vote}/proxies`: written authorities, entered and taken back; `/votes/{vote}/proxy`: the form to fill in.

use super::rules::{NAME_MAX, most};
use super::store::{Given, of_vote};
use super::{NewProxy, confirm, give, take_back};
use crate::assembly::pages::{any, author, on, own, under, url};
use crate::assembly::rules::rules_on;
use crate::assembly::{Matter, Vote, store as votes};
use crate::ballot::Mark;
use crate::ballot::rules::open_for_papers;
use crate::caps;
use crate::conflict;
use crate::delivery::rules::{goes_out, paper_number};
use crate::example;
use crate::refusal::Refusal;
use crate::say::{self, when};
use crate::texts::{L10nLanguage, t};
use crate::words::Author;
use askama::Template;
use axum::extract::{Path, Query};
use axum::response::Response;
use lianxin_base::{ActId, Lang, Moment, Refuse as _};
use lianxin_gate::Gate;
use lianxin_web::components::{
    Back, Choice, Choices, Empty, ErrorSummary, Field, Html, Link, Look, Notice, NoticeKind, Submit,
};
use lianxin_web::icons::Icon;
use lianxin_web::shell::Kind;
use lianxin_web::{Fields, Route, Trouble, Visit};
use serde::Deserialize;

/// The routes of written authorities.
pub(crate) fn routes() -> Vec<Route> {
    vec![
        Route::get("/votes/{vote}/proxy", Gate::Anyone, print),
        Route::get("/votes/{vote}/proxies", Gate::Can(caps::ENTER), form),
        Route::post("/votes/{vote}/proxies", Gate::Can(caps::ENTER), send),
        Route::post("/votes/{vote}/proxies/confirm", Gate::Can(caps::ENTER), send_confirm),
        Route::post("/votes/{vote}/proxies/end", Gate::Can(caps::ENTER), send_end),
    ]
}

/// What the address says.
#[derive(Deserialize, Default)]
struct Asked {
    #[serde(default)]
    said: String,
    /// The authority that a second worker reads.
    #[serde(default)]
    see: String,
}

struct Line {
    act: String,
    title: String,
    says: String,
    live: bool,
    /// It waits for the second worker.
    waits: bool,
}

#[derive(Template)]
#[template(path = "proxies.html")]
struct View {
    t: &'static L10nLanguage,
    back: Back<'static>,
    title: String,
    said: Option<Notice<'static>>,
    summary: Option<ErrorSummary<'static>>,
    lead: String,
    action: String,
    end: String,
    /// Where it is read a second time.
    see: String,
    /// The one that is being read a second time, by act and words.
    second: Option<(String, String)>,
    csrf: String,
    fields: [Field<'static>; 2],
    matters: Vec<Choices<'static>>,
    submit: Submit<'static>,
    empty: Option<Empty<'static>>,
    lines: Vec<Line>,
    paper: Link<'static>,
}

fn line(lang: Lang, now: Moment, g: &Given) -> Line {
    let t = t(lang);
    let name = if g.holder.name.is_empty() { t.msg_nameless() } else { g.holder.name.clone() };
    Line {
        act: g.act.to_string(),
        title: t.msg_proxy_line(g.no, name),
        says: match g.ended {
            Some(at) => t.msg_proxy_ended(when(lang, at, now)),
            None if g.waits() => t.msg_proxy_waits(when(lang, g.at, now)),
            None => when(lang, g.at, now),
        },
        waits: g.waits(),
        live: g.ended.is_none(),
    }
}

/// `GET /votes/{vote}/proxies`
async fn form(visit: Visit, Path(vote): Path<String>, Query(asked): Query<Asked>) -> Result<Response, Trouble> {
    let v = own(&visit, &vote).await?;
    // What came before the close is seen by the second worker until the count.
    if let Err(over) = goes_out(v.state, visit.now(), v.closes) {
        open_for_papers(v.state).map_err(|_| Trouble::refused(over))?;
    }
    show(&visit, &v, (&asked.said, &asked.see), &Fields::empty(visit.lang)).await
}

async fn show(visit: &Visit, v: &Vote, (said, see): (&str, &str), fields: &Fields) -> Result<Response, Trouble> {
    let (at, by, today) = (v.clone(), visit.by(), visit.now().day());
    let found = visit.read(move |r| {
        conflict::clear(r, &at, by, today)?;
        Ok((votes::matters(r, at.id)?, of_vote(r, at.id)?))
    });
    let (matters, given) = found.await?;
    let (lang, t, now) = (visit.lang, t(visit.lang), visit.now());
    let (most, article) = most(v.set().map_err(Trouble::refused)?.as_ref());
    let field = |name: &'static str, label: String| {
        Field::new(lang, name, label).value(fields.raw(name).to_owned()).error(fields.fault(name)).required()
    };
    let said = match said {
        "confirmed" => Some(t.msg_said_confirmed()),
        "given" => Some(t.msg_said_given()),
        "taken" => Some(t.msg_said_taken_back()),
        _ => None,
    };
    let lines: Vec<Line> = given.iter().map(|g| line(lang, now, g)).collect();
    let second = lines.iter().find(|l| l.waits && l.act == see).map(|l| (l.act.clone(), l.title.clone()));
    let view = View {
        t,
        back: Back::new(under(v.id, "desk"), t.msg_desk()),
        title: v.title.clone(),
        said: said.map(|text| Notice::new(NoticeKind::Ok, text)),
        summary: (!fields.good()).then(|| fields.summary()),
        lead: t.msg_proxies_lead(most, article),
        action: under(v.id, if second.is_some() { "proxies/confirm" } else { "proxies" }),
        end: under(v.id, "proxies/end"),
        see: format!("{}?see=", under(v.id, "proxies")),
        csrf: visit.token().to_owned(),
        fields: [
            field("no", t.msg_paper_no()).hint(t.msg_paper_no_hint()).max(12).autocomplete("off"),
            field("name", t.msg_proxy_name()).hint(t.msg_proxy_name_hint()).max(NAME_MAX as u32).autocomplete("off"),
        ],
        matters: matters.iter().map(|m| matter(visit, fields, m)).collect(),
        submit: Submit::new(if second.is_some() { t.msg_proxy_confirm_go() } else { t.msg_proxy_go() }),
        second,
        empty: given.is_empty().then(|| Empty { icon: Icon::Pencil, text: t.msg_proxies_empty().into(), action: None }),
        lines,
        paper: Link::new(under(v.id, "proxy"), t.msg_proxy_print()).icon(Icon::Printer),
    };
    let title = t.msg_proxies();
    let page = visit.page(&title, Kind::Desk);
    Ok(if fields.good() { page } else { page.wrong() }.view(&view))
}

fn matter(visit: &Visit, fields: &Fields, m: &Matter) -> Choices<'static> {
    let (lang, t, name) = (visit.lang, t(visit.lang), format!("m{}", m.n));
    let all = Choices::new(lang, Look::Chips, name.clone(), t.msg_cast_matter(m.n, m.words.clone()));
    let all = Mark::CLEAR.iter().fold(all, |all, mark| all.item(Choice::new(mark.name(), say::mark(lang, *mark))));
    all.chosen(fields.raw(&name).to_owned()).error(fields.fault(&name)).required()
}

/// `POST /votes/{vote}/proxies`
async fn send(visit: Visit, Path(vote): Path<String>, mut fields: Fields) -> Result<Response, Trouble> {
    let v = own(&visit, &vote).await?;
    let id = v.id;
    let matters = visit.read(move |r| Ok(votes::matters(r, id)?)).await?;
    let number = paper_number(fields.raw("no"));
    if number.is_none() {
        fields.refuse(&Refusal::NoNumber);
    }
    let name = fields.line("name", NAME_MAX);
    let marks = marked(&visit, &matters, &mut fields);
    let Some((no, _)) = number.filter(|_| fields.good()) else { return show(&visit, &v, ("", ""), &fields).await };
    let (who, new) = (author(&visit), NewProxy { no, name, marks });
    let done =
        visit.act_once(v.area, fields.token(), move |tx, token| give(tx, &Author { token, ..who.clone() }, id, &new));
    match done.await {
        Ok(_) => Ok(on(&visit, &under(id, "proxies"), "given")),
        Err(trouble) => {
            fields.absorb(trouble)?;
            show(&visit, &v, ("", ""), &fields).await
        }
    }
}

/// What is marked on each matter.
fn marked(visit: &Visit, matters: &[Matter], fields: &mut Fields) -> Vec<Mark> {
    let mut marks = Vec::new();
    for m in matters {
        let field = format!("m{}", m.n);
        match fields.raw(&field).parse() {
            Ok(mark) => marks.push(mark),
            Err(()) => fields.note(&field, Refusal::NoMark.code(), Refusal::NoMark.say(visit.lang)),
        }
    }
    marks
}

/// `POST /votes/{vote}/proxies/confirm`
async fn send_confirm(visit: Visit, Path(vote): Path<String>, mut fields: Fields) -> Result<Response, Trouble> {
    let v = own(&visit, &vote).await?;
    let proxy: ActId = fields.raw("proxy").parse().map_err(|_| Trouble::NotFound)?;
    let (who, id) = (author(&visit), v.id);
    let matters = visit.read(move |r| Ok(votes::matters(r, id)?)).await?;
    let marks = marked(&visit, &matters, &mut fields);
    let see = proxy.to_string();
    if !fields.good() {
        return show(&visit, &v, ("", &see), &fields).await;
    }
    let done = visit.act_once(v.area, fields.token(), move |tx, token| {
        confirm(tx, &Author { token, ..who.clone() }, (id, proxy), &marks)
    });
    match done.await {
        Ok(_) => Ok(on(&visit, &under(id, "proxies"), "confirmed")),
        Err(trouble) => {
            fields.absorb(trouble)?;
            show(&visit, &v, ("", &see), &fields).await
        }
    }
}

/// `POST /votes/{vote}/proxies/end`
async fn send_end(visit: Visit, Path(vote): Path<String>, mut fields: Fields) -> Result<Response, Trouble> {
    let v = own(&visit, &vote).await?;
    let proxy: ActId = fields.raw("proxy").parse().map_err(|_| Trouble::NotFound)?;
    let (who, id) = (author(&visit), v.id);
    let done = visit
        .act_once(v.area, fields.token(), move |tx, token| take_back(tx, &Author { token, ..who.clone() }, id, proxy));
    match done.await {
        Ok(_) => Ok(on(&visit, &under(id, "proxies"), "taken")),
        Err(trouble) => {
            fields.absorb(trouble)?;
            show(&visit, &v, ("", ""), &fields).await
        }
    }
}

#[derive(Template)]
#[template(path = "proxy_print.html")]
struct Paper {
    t: &'static L10nLanguage,
    place: String,
    title: String,
    until: String,
    points: Vec<(i64, String)>,
    marks: [String; 3],
    most: String,
    back: String,
}

/// `GET /votes/{vote}/proxy`
async fn print(visit: Visit, Path(vote): Path<String>) -> Result<Response, Trouble> {
    let v = any(&visit, &vote).await?;
    let id = v.id;
    let matters = visit.read(move |r| Ok(votes::matters(r, id)?)).await?;
    let (lang, t) = (visit.lang, t(visit.lang));
    let (most, article) = most(v.set().map_err(Trouble::refused)?.as_ref());
    let view = Paper {
        t,
        place: t.msg_proxy_paper(v.place()),
        until: t.msg_proxy_until(when(lang, v.closes, visit.now())),
        points: matters.into_iter().map(|m| (m.n, m.words)).collect(),
        marks: [t.msg_mark_yes(), t.msg_mark_no(), t.msg_mark_abstain()],
        most: t.msg_proxy_most(most, article),
        back: url(id),
        title: v.title,
    };
    let name = view.title.clone();
    Ok(visit.page(&name, Kind::Print).view(&view))
}

/// An invented example of the form.
pub(crate) fn specimen(lang: Lang) -> Html {
    let t = t(lang);
    let most = rules_on(example::DAY).map(most).map(|(most, article)| t.msg_proxy_most(most, article));
    Html::of(&Paper {
        t,
        place: t.msg_proxy_paper(example::PLACE),
        title: example::TITLE.into(),
        until: t.msg_proxy_until(when(lang, example::CLOSES, example::NOW)),
        points: vec![(1, example::MATTER.into())],
        marks: [t.msg_mark_yes(), t.msg_mark_no(), t.msg_mark_abstain()],
        most: most.unwrap_or_default(),
        back: example::BACK.into(),
    })
}

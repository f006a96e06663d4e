//! `/votes/{vote}/papers`: papers are entered, once by each of two people; where the two differ the paper is looked at again.
//! Neither sees what the other entered.

use super::rules::{Entered, differing, open_for_papers};
use super::store::{all, all_entered, voided};
use super::{Channel, Mark, Sheet, enter, settle, void};
use crate::assembly::pages::{author, on, own, under};
use crate::assembly::{Matter, Vote, store as votes};
use crate::away::desk::{Shot, shot};
use crate::away::store as away;
use crate::caps;
use crate::conflict;
use crate::delivery::rules::{paper_number, written};
use crate::delivery::store as deliveries;
use crate::refusal::Refusal;
use crate::say;
use crate::texts::{L10nLanguage, t};
use crate::words::Author;
use askama::Template;
use axum::extract::{Path, Query};
use axum::response::Response;
use lianxin_base::Refuse as _;
use lianxin_gate::Gate;
use lianxin_journal::By;
use lianxin_store::{Fault, Read};
use lianxin_web::components::{Back, Choice, Choices, ErrorSummary, Field, Look, Notice, NoticeKind, Submit};
use lianxin_web::shell::Kind;
use lianxin_web::{Fields, Route, Trouble, Visit};
use serde::Deserialize;
use std::collections::BTreeMap;

/// The routes of papers.
pub(crate) fn routes() -> Vec<Route> {
    vec![
        Route::get("/votes/{vote}/paper", Gate::Anyone, super::blank::page),
        Route::get("/votes/{vote}/papers", Gate::Can(caps::ENTER), form),
        Route::post("/votes/{vote}/papers", Gate::Can(caps::ENTER), send),
        Route::post("/votes/{vote}/papers/settle", Gate::Can(caps::ENTER), send_settled),
        Route::post("/votes/{vote}/papers/void", Gate::Can(caps::ENTER), send_void),
    ]
}

/// What the address says.
#[derive(Deserialize, Default)]
struct Asked {
    /// The number whose two entries are to be settled.
    #[serde(default)]
    no: String,
    #[serde(default)]
    said: String,
}

#[derive(Template)]
#[template(path = "vote_papers.html")]
struct View {
    t: &'static L10nLanguage,
    back: Back<'static>,
    said: Option<Notice<'static>>,
    summary: Option<ErrorSummary<'static>>,
    lead: String,
    action: String,
    csrf: String,
    /// The number of a paper that is being settled.
    settles: Option<String>,
    no: Field<'static>,
    matters: Vec<Choices<'static>>,
    submit: Submit<'static>,
    /// Number, and its words.
    once: Vec<(i64, String)>,
    void: String,
    voided: Option<String>,
    differ: Vec<(String, String)>,
    done: String,
    /// Number, and that one of the two says it is wrong.
    asked: Vec<(i64, String)>,
    /// The photo the paper came as.
    shot: Option<Shot>,
    /// The number of a paper entered twice that belongs to another one.
    wrong: Option<Field<'static>>,
}

#[derive(Default)]
struct Seen {
    matters: Vec<Matter>,
    /// Entered once.
    once: Vec<i64>,
    /// Set aside.
    voided: Vec<i64>,
    /// Entered twice, and on which matters not alike; whether this visitor is one of the two.
    differ: Vec<(i64, Vec<usize>, bool)>,
    /// Of which one of the two says that the number is wrong.
    asked: Vec<i64>,
    done: usize,
    copies: BTreeMap<i64, i64>,
}

fn look(r: &mut Read<'_>, v: &Vote, by: By) -> Result<Seen, Fault> {
    let mine = |e: &Entered| matches!(by, By::Seat { seat, person, .. } if e.is_of((seat, person)));
    let mut seen = Seen { matters: votes::matters(r, v.id)?, ..Seen::default() };
    seen.voided = voided(r, v.id)?;
    seen.copies = deliveries::copies(r, v.id)?;
    let counting: BTreeMap<i64, Channel> = all(r, v.id)?.into_iter().map(|b| (b.no, b.channel)).collect();
    for (no, entered) in all_entered(r, v.id)? {
        let there = counting.get(&no).copied();
        let unlike = differing(&entered, there);
        if entered.iter().any(|e| e.asked) {
            seen.asked.push(no);
        }
        match (there, unlike.is_empty()) {
            (Some(Channel::Paper | Channel::Photo), _) => seen.done += 1,
            (_, false) => seen.differ.push((no, unlike, entered.iter().any(mine))),
            (_, true) => seen.once.push(no),
        }
    }
    Ok(seen)
}

/// `GET /votes/{vote}/papers`
async fn form(visit: Visit, Path(vote): Path<String>, Query(asked): Query<Asked>) -> Result<Response, Trouble> {
    let v = own(&visit, &vote).await?;
    open_for_papers(v.state).map_err(Trouble::refused)?;
    let fields = Fields::empty(visit.lang).with("no", &asked.no);
    show(&visit, &v, !asked.no.is_empty(), &asked.said, &fields).await
}

async fn show(visit: &Visit, v: &Vote, settles: bool, said: &str, fields: &Fields) -> Result<Response, Trouble> {
    let (at, by, today) = (v.clone(), visit.by(), visit.now().day());
    let typed = paper_number(fields.raw("no")).map(|(no, _)| no);
    let (seen, photo) = visit
        .read(move |r| {
            conflict::clear(r, &at, by, today)?;
            let photo = typed.map(|no| away::live(r, at.id, no)).transpose()?.flatten();
            Ok((look(r, &at, by)?, photo))
        })
        .await?;
    let (lang, t) = (visit.lang, t(visit.lang));
    let settles = settles.then(|| fields.raw("no").to_owned()).filter(|no| {
        seen.differ.iter().any(|(n, ..)| written(*n, seen.copies.get(n).copied().unwrap_or(1)) == *no) || !fields.good()
    });
    // One of the two reads their own entry anew, a third settles.
    let anew = settles.as_ref().is_some_and(|typed| {
        paper_number(typed).is_some_and(|(no, _)| seen.differ.iter().any(|(n, _, mine)| *n == no && *mine))
    });
    let settling = settles.is_some() && !anew;
    let carried = |no: i64| written(no, seen.copies.get(&no).copied().unwrap_or(1));
    let list = |all: &[usize]| all.iter().map(ToString::to_string).collect::<Vec<_>>().join(&t.msg_and());
    let view = View {
        t,
        back: Back::new(under(v.id, "desk"), t.msg_desk()),
        said: match said {
            "entered" => Some(Notice::new(NoticeKind::Ok, t.msg_said_entered())),
            "void" => Some(Notice::new(NoticeKind::Ok, t.msg_said_void())),
            _ => None,
        },
        summary: (!fields.good()).then(|| fields.summary()),
        lead: match (settling, anew) {
            (true, _) => t.msg_settle_lead(),
            (_, true) => t.msg_anew_lead(),
            _ => t.msg_papers_lead(),
        },
        action: under(v.id, if settling { "papers/settle" } else { "papers" }),
        csrf: visit.token().to_owned(),
        no: Field::new(lang, "no", t.msg_paper_no())
            .hint(t.msg_paper_no_hint())
            .value(fields.raw("no").to_owned())
            .error(fields.fault("no"))
            .required()
            .autocomplete("off")
            .max(12),
        matters: seen.matters.iter().map(|m| matter(visit, fields, m)).collect(),
        submit: Submit::new(if settling { t.msg_settle_go() } else { t.msg_paper_go() }),
        settles,
        once: seen.once.iter().map(|no| (*no, t.msg_own_no(*no))).collect(),
        void: under(v.id, "papers/void"),
        voided: (!seen.voided.is_empty()).then(|| {
            let all: Vec<String> = seen.voided.iter().map(ToString::to_string).collect();
            t.msg_papers_voided(all.join(&t.msg_and()))
        }),
        differ: seen
            .differ
            .iter()
            .map(|(no, unlike, _)| {
                (format!("{}?no={}", under(v.id, "papers"), carried(*no)), t.msg_paper_unlike(*no, list(unlike)))
            })
            .collect(),
        done: t.msg_papers_done(seen.done),
        asked: seen.asked.iter().map(|no| (*no, t.msg_papers_asked(*no))).collect(),
        shot: photo.as_ref().and_then(|p| shot(lang, p)),
        wrong: (seen.done + seen.differ.len() > 0).then(|| {
            Field::new(lang, "wrong", t.msg_paper_wrong())
                .hint(t.msg_paper_wrong_hint())
                .value(fields.raw("wrong").to_owned())
                .error(fields.fault("wrong"))
                .autocomplete("off")
                .max(12)
        }),
    };
    let title = t.msg_papers();
    let page = visit.page(&title, Kind::Desk);
    Ok(if fields.good() { page } else { page.wrong() }.view(&view))
}

fn matter(visit: &Visit, fields: &Fields, m: &Matter) -> Choices<'static> {
    let (lang, t, name) = (visit.lang, t(visit.lang), format!("m{}", m.n));
    let all = Choices::new(lang, Look::Chips, name.clone(), t.msg_cast_matter(m.n, m.words.clone()));
    let all = Mark::ALL.iter().fold(all, |all, mark| all.item(Choice::new(mark.name(), say::mark(lang, *mark))));
    all.chosen(fields.raw(&name).to_owned()).error(fields.fault(&name)).required()
}

/// `POST /votes/{vote}/papers`
async fn send(visit: Visit, Path(vote): Path<String>, fields: Fields) -> Result<Response, Trouble> {
    taken(visit, vote, fields, false).await
}

/// `POST /votes/{vote}/papers/settle`
async fn send_settled(visit: Visit, Path(vote): Path<String>, fields: Fields) -> Result<Response, Trouble> {
    taken(visit, vote, fields, true).await
}

async fn taken(visit: Visit, vote: String, mut fields: Fields, settles: bool) -> Result<Response, Trouble> {
    let v = own(&visit, &vote).await?;
    let id = v.id;
    let matters = visit.read(move |r| Ok(votes::matters(r, id)?)).await?;
    let number = paper_number(fields.raw("no"));
    if number.is_none() {
        fields.refuse(&Refusal::NoNumber);
    }
    let mut marks: Vec<Mark> = Vec::new();
    for m in &matters {
        let name = format!("m{}", m.n);
        match fields.raw(&name).parse() {
            Ok(mark) => marks.push(mark),
            Err(()) => fields.note(&name, Refusal::NoMark.code(), Refusal::NoMark.say(visit.lang)),
        }
    }
    let Some((no, copy)) = number.filter(|_| fields.good()) else {
        return show(&visit, &v, settles, "", &fields).await;
    };
    let sheet = Sheet { vote: id, no, copy };
    let who = author(&visit);
    let done = visit.act_once(v.area, fields.token(), move |tx, token| {
        let who = Author { token, ..who.clone() };
        if settles { settle(tx, &who, sheet, &marks) } else { enter(tx, &who, sheet, &marks) }
    });
    match done.await {
        Ok(_) => Ok(on(&visit, &under(id, "papers"), "entered")),
        Err(trouble) => {
            fields.absorb(trouble)?;
            show(&visit, &v, settles, "", &fields).await
        }
    }
}

/// `POST /votes/{vote}/papers/void`: the paper of a number is not there; one of the two who entered it asks the other.
async fn send_void(visit: Visit, Path(vote): Path<String>, mut fields: Fields) -> Result<Response, Trouble> {
    let v = own(&visit, &vote).await?;
    // Typed, where it was entered twice; else beside its number.
    let typed = if fields.raw("wrong").is_empty() { fields.raw("no") } else { fields.raw("wrong") };
    let Some((no, _)) = paper_number(typed) else {
        fields.refuse(&Refusal::NoNumber);
        return show(&visit, &v, false, "", &fields).await;
    };
    let (who, id) = (author(&visit), v.id);
    let done =
        visit.act_once(v.area, fields.token(), move |tx, token| void(tx, &Author { token, ..who.clone() }, (id, no)));
    match done.await {
        Ok(_) => Ok(on(&visit, &under(id, "papers"), "void")),
        Err(trouble) => {
            fields.absorb(trouble)?;
            show(&visit, &v, false, "", &fields).await
        }
    }
}

//! `/votes/{vote}/candidates`: everybody reads the list once it hangs out; until then whoever convenes sees who stands, writes down
//! who comes to the counter, looks whether they may, and posts it.

use super::super::rules::{How, NAME_MAX, Stands, may_post};
use super::super::store::{Candidate, Election, candidates};
use super::super::{check, owns, post, stand, vacancy};
use super::{done, election, facts, how_name, stands_name};
use crate::assembly::pages::{any, can, on, own, under, url};
use crate::assembly::{State, Vote};
use crate::caps;
use crate::conflict;
use crate::refusal::Refusal;
use crate::say::when;
use crate::texts::{L10nLanguage, t};
use crate::told::owners_of;
use crate::words::Author;
use askama::Template;
use axum::extract::{Path, Query};
use axum::response::Response;
use lianxin_base::{ActId, Day, PersonId};
use lianxin_journal::Receipt;
use lianxin_register::find;
use lianxin_store::{Read, Stop, Tx};
use lianxin_web::components::{
    Back, Choice, Choices, ErrorSummary, Facts, Field, Link, Look, Notice, NoticeKind, Submit,
};
use lianxin_web::icons::Icon;
use lianxin_web::shell::{Kind, Tab};
use lianxin_web::{Fields, Trouble, Visit};
use serde::Deserialize;

/// What the address says.
#[derive(Deserialize, Default)]
pub(super) struct Asked {
    #[serde(default)]
    said: String,
}

/// Somebody who stands, in a line of the desk.
struct Line {
    act: String,
    name: String,
    says: String,
    /// They are to be looked at.
    open: bool,
    /// They may still go.
    goes: bool,
    /// They were found wanting, and that may be put right.
    back: bool,
}

#[derive(Template)]
#[template(path = "candidates.html")]
struct View {
    t: &'static L10nLanguage,
    works: bool,
    back: Back<'static>,
    title: String,
    said: Option<Notice<'static>>,
    summary: Option<ErrorSummary<'static>>,
    notice: Notice<'static>,
    fees: Notice<'static>,
    facts: Facts<'static>,
    /// Number and name, once posted.
    posted: Vec<(i64, String)>,
    stand: Option<Link<'static>>,
    csrf: String,
    action: String,
    check: String,
    post: Option<String>,
    lines: Vec<Line>,
    found: Vec<(&'static str, String)>,
    form: Option<(Choices<'static>, Field<'static>, Choices<'static>, Submit<'static>)>,
}

/// What the page is made of.
struct Seen {
    e: Election,
    all: Vec<Candidate>,
    /// Whoever convenes and does not stand themselves.
    works: bool,
    /// They own something here.
    owner: bool,
    /// They stand or stood.
    stands: bool,
    /// So many seats of the committee stand empty.
    empty: usize,
}

async fn look(visit: &Visit, v: &Vote) -> Result<Seen, Trouble> {
    let (e, at, by, today) = (election(visit, v).await?, v.clone(), visit.by(), visit.now().day());
    let (convenes, person) = (can(visit, caps::CONVENE, v), visit.person());
    // Of the committee that sits by this election.
    let org = e.org.filter(|_| e.term.is_some_and(|(_, until)| until >= today));
    let found = visit.read(move |r| {
        let works = convenes && conflict::clear(r, &at, by, today).is_ok();
        let owner = person.map(|p| owns(r, &at, p, today)).transpose()?.unwrap_or(false);
        let empty = org.map(|org| vacancy::open(r, org)).transpose()?.unwrap_or_default();
        Ok((candidates(r, at.id)?, works, owner, empty.len()))
    });
    let (all, works, owner, empty) = found.await?;
    let stands = person.is_some() && all.iter().any(|c| c.person == person);
    Ok(Seen { e, all, works, owner, stands, empty })
}

/// `GET /votes/{vote}/candidates`
pub(super) async fn page(
    visit: Visit,
    Path(vote): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Trouble> {
    let v = any(&visit, &vote).await?;
    show(&visit, &v, &asked.said, &Fields::empty(visit.lang)).await
}

fn said(t: &L10nLanguage, said: &str) -> Option<String> {
    match said {
        "called" => Some(t.msg_said_election()),
        "named" => Some(t.msg_said_named()),
        "checked" => Some(t.msg_said_checked()),
        "posted" => Some(t.msg_said_posted()),
        _ => None,
    }
}

fn notice(visit: &Visit, v: &Vote, seen: &Seen) -> Notice<'static> {
    let (lang, t, now) = (visit.lang, t(visit.lang), visit.now());
    let live = seen.all.iter().filter(|c| c.stands.live()).count();
    match seen.e.posted {
        Some(at) => Notice::new(NoticeKind::Ok, t.msg_posted_says(when(lang, at, now))),
        None if v.state != State::Called => Notice::new(NoticeKind::Warn, t.msg_never_posted()),
        None => Notice::new(NoticeKind::Info, t.msg_standing_says(live)),
    }
}

async fn show(visit: &Visit, v: &Vote, asked: &str, fields: &Fields) -> Result<Response, Trouble> {
    let seen = look(visit, v).await?;
    let (lang, t, now) = (visit.lang, t(visit.lang), visit.now());
    let open = v.state == State::Called && seen.e.posted.is_none();
    let works = seen.works;
    let line = |c: &Candidate| Line {
        act: c.act.to_string(),
        name: if c.name.is_empty() { t.msg_nameless() } else { c.name.clone() },
        says: t.msg_candidate_says(how_name(lang, c.how), when(lang, c.at, now), stands_name(lang, c.stands)),
        open: open && c.stands == Stands::Named,
        goes: open && c.stands.live(),
        back: open && matches!(c.stands, Stands::NotOwner | Stands::Conflict | Stands::Capacity),
    };
    let waiting = seen.all.iter().filter(|c| c.stands == Stands::Named).count();
    let days = (now.day(), seen.e.until, v.opens.day());
    let may = may_post((v.state, seen.e.posted.is_some()), days, waiting).is_ok();
    let mut posted: Vec<(i64, String)> = seen.all.iter().filter_map(|c| Some((c.n?, line(c).name))).collect();
    posted.sort_unstable();
    let view = View {
        t,
        works,
        back: if works {
            Back::new(under(v.id, "desk"), t.msg_desk())
        } else {
            Back::new(url(v.id), t.msg_back_to_vote())
        },
        title: v.title.clone(),
        said: said(t, asked).map(|text| Notice::new(NoticeKind::Ok, text)),
        summary: (!fields.good()).then(|| fields.summary()),
        notice: notice(visit, v, &seen),
        fees: Notice::new(NoticeKind::Info, t.msg_election_fees()),
        facts: {
            let mut facts = facts(lang, v, &seen.e);
            if seen.empty > 0 {
                facts.items.push((t.msg_vacant_fact().into(), t.msg_vacant_count(seen.empty).into()));
            }
            facts
        },
        posted,
        stand: (seen.stands || (seen.owner && open && now.day() <= seen.e.until)).then(|| {
            let label = if seen.stands { t.msg_my_standing() } else { t.msg_stand() };
            Link::new(under(v.id, "stand"), label).icon(Icon::Pencil)
        }),
        csrf: visit.token().to_owned(),
        action: under(v.id, "candidates"),
        check: under(v.id, "candidates/check"),
        post: (works && may).then(|| under(v.id, "candidates/post")),
        lines: if works { seen.all.iter().map(line).collect() } else { Vec::new() },
        found: Stands::FOUND.iter().map(|s| (s.name(), stands_name(lang, *s))).collect(),
        form: (works && open && now.day() <= seen.e.until).then(|| counter(visit, fields)),
    };
    let title = t.msg_candidates();
    let page = visit.page(&title, if works { Kind::Desk } else { Kind::Phone });
    let page = if fields.good() { page } else { page.wrong() };
    Ok(if works { page } else { page.tab(Tab::Board) }.view(&view))
}

/// The questions at the counter. Neither a party nor anything else is asked for.
fn counter(visit: &Visit, fields: &Fields) -> (Choices<'static>, Field<'static>, Choices<'static>, Submit<'static>) {
    let (lang, t) = (visit.lang, t(visit.lang));
    let hows = Choices::new(lang, Look::Options, "how", t.msg_how());
    let hows = How::ALL.iter().fold(hows, |all, h| all.item(Choice::new(h.name(), how_name(lang, *h))));
    let name = Field::new(lang, "name", t.msg_owner_name())
        .hint(t.msg_candidate_name_hint())
        .value(fields.raw("name").to_owned())
        .error(fields.fault("name"))
        .required()
        .max(NAME_MAX as u32)
        .autocomplete("off");
    let agrees = Choices::new(lang, Look::Checks, "agrees", t.msg_agrees())
        .item(Choice::new("yes", t.msg_agrees_yes()))
        .chosen(fields.raw("agrees").to_owned())
        .error(fields.fault("agrees"))
        .required();
    let hows = hows.chosen(fields.raw("how").to_owned()).error(fields.fault("how")).required();
    (hows, name, agrees, Submit::new(t.msg_candidate_go()))
}

/// The owner of the compound that is called so; of two alike nobody is guessed.
fn named(r: &mut Read<'_>, v: &Vote, name: &str, on: Day) -> Result<PersonId, Stop> {
    let full = lianxin_register::person_name(name);
    let mut found = Vec::new();
    for person in owners_of(r, v.area, on)? {
        if find::person_name(r, person)?.as_deref() == Some(full.as_str()) {
            found.push(person);
        }
    }
    match found[..] {
        [one] => Ok(one),
        [] => Err(Refusal::CandidateNotOwner.into()),
        _ => Err(Refusal::TwoOfName.into()),
    }
}

/// Sends a command of the desk and leads on.
async fn sent(
    visit: &Visit,
    v: &Vote,
    mut fields: Fields,
    said: &str,
    run: impl Fn(&mut Tx<'_>, &Author) -> Result<Receipt, Stop> + Send + 'static,
) -> Result<Response, Trouble> {
    match done(visit, v, &fields, run).await {
        Ok(_) => Ok(on(visit, &under(v.id, "candidates"), said)),
        Err(trouble) => {
            fields.absorb(trouble)?;
            show(visit, v, "", &fields).await
        }
    }
}

/// `POST /votes/{vote}/candidates`: somebody at the counter stands.
pub(super) async fn send(visit: Visit, Path(vote): Path<String>, mut fields: Fields) -> Result<Response, Trouble> {
    let v = own(&visit, &vote).await?;
    election(&visit, &v).await?;
    let offered: Vec<&'static str> = How::ALL.iter().map(|h| h.name()).collect();
    let how: Option<How> = fields.choice("how", &offered).and_then(|h| h.parse().ok());
    let (name, agrees) = (fields.line("name", NAME_MAX), fields.raw("agrees") == "yes");
    let Some(how) = how.filter(|_| fields.good()) else { return show(&visit, &v, "", &fields).await };
    let at = v.clone();
    sent(&visit, &v, fields, "named", move |tx, author| {
        let today = tx.now().day();
        conflict::author_clear(tx, &at, author, today)?;
        let person = named(tx, &at, &name, today)?;
        stand(tx, author, at.id, (how, person, agrees))
    })
    .await
}

/// `POST /votes/{vote}/candidates/check`
pub(super) async fn send_check(
    visit: Visit,
    Path(vote): Path<String>,
    mut fields: Fields,
) -> Result<Response, Trouble> {
    let v = own(&visit, &vote).await?;
    election(&visit, &v).await?;
    let candidate: ActId = fields.raw("candidate").parse().map_err(|_| Trouble::NotFound)?;
    let offered: Vec<&'static str> = Stands::FOUND.iter().chain([&Stands::Withdrawn]).map(|s| s.name()).collect();
    let stands: Option<Stands> = fields.choice("stands", &offered).and_then(|s| s.parse().ok());
    let Some(stands) = stands else { return show(&visit, &v, "", &fields).await };
    let id = v.id;
    sent(&visit, &v, fields, "checked", move |tx, author| check(tx, author, id, (candidate, stands))).await
}

/// `POST /votes/{vote}/candidates/post`
pub(super) async fn send_post(visit: Visit, Path(vote): Path<String>, fields: Fields) -> Result<Response, Trouble> {
    let v = own(&visit, &vote).await?;
    election(&visit, &v).await?;
    let id = v.id;
    sent(&visit, &v, fields, "posted", move |tx, author| post(tx, author, id)).await
}

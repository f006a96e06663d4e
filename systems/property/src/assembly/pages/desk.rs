//! `/votes/{vote}/desk`: who runs a vote sees whether enough took part and which buildings lag, what keeps it from opening,
//! and has it counted.

use super::super::rules::{MATTERS_MAX, WORDS_MAX, may_call_off, over_spring_festival};
use super::super::store::{self, Vote};
use super::super::{Online, State, call_off};
use super::{author, can, on, own, under, url};
use crate::ballot::{store as ballots, turnout_element};
use crate::caps;
use crate::conflict;
use crate::count::rules::{Turnout, turnout};
use crate::count::{count, waiting};
use crate::election::rules::CANDIDATES_MAX;
use crate::election::store as elections;
use crate::objection::store as objections;
use crate::refusal_votes;
use crate::roll::doubles::{self, Double, Why};
use crate::roll::merged::asks_others;
use crate::roll::{Door, Gap, open, store as rolls, unsettled};
use crate::say::{area, tag, weight, when};
use crate::signing;
use crate::texts::{L10nLanguage, t};
use crate::words::Author;
use askama::Template;
use axum::extract::{Path, Query};
use axum::response::Response;
use lianxin_base::{ActId, Lang, Moment, Refuse as _};
use lianxin_journal::Receipt;
use lianxin_store::{Fault, Read, Stop, Tx};
use lianxin_web::components::{Back, ErrorSummary, Field, Html, Link, Notice, NoticeKind, Tag};
use lianxin_web::icons::Icon;
use lianxin_web::shell::Kind;
use lianxin_web::{Fields, Trouble, Visit};
use serde::Deserialize;
use std::collections::BTreeSet;

/// More doors are not listed: whoever has so many has a sheet to import.
const LISTED: usize = 200;

/// What the address says.
#[derive(Deserialize, Default)]
pub(super) struct Asked {
    #[serde(default)]
    said: String,
}

/// The part that moves while votes come in.
#[derive(Template)]
#[template(path = "vote_turnout.html")]
struct Live {
    t: &'static L10nLanguage,
    element: String,
    src: String,
    says: Notice<'static>,
    came: String,
    houses: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "vote_desk.html")]
struct View {
    t: &'static L10nLanguage,
    back: Back<'static>,
    title: String,
    span: String,
    tag: Tag<'static>,
    said: Option<Notice<'static>>,
    summary: Option<ErrorSummary<'static>>,
    warns: Vec<Notice<'static>>,
    acts: Vec<Link<'static>>,
    csrf: String,
    /// The one thing to do now: where it is sent, its button.
    main: Option<(String, String)>,
    live: Option<Html>,
    gaps: Vec<(String, String)>,
    more: Option<String>,
    doubles: Vec<(String, String)>,
    off: Option<(String, Field<'static>)>,
}

#[derive(Default)]
struct Seen {
    /// Objections to the roll that wait for an answer.
    waits: i64,
    /// The companies that are voted on.
    companies: Vec<String>,
    gaps: Vec<(Door, Gap)>,
    /// Owners who may be one and would be counted as several.
    doubles: Vec<Double>,
    /// A merging since it was called keeps it from opening.
    merged: bool,
    turnout: Option<Turnout>,
    waiting: usize,
    /// Why the count waits for the authority's own system.
    official: Option<refusal_votes::Refusal>,
    signing: signing::pages::Stands,
    /// It elects a committee, and the list does not hang out yet.
    election: Option<bool>,
}

fn look(r: &mut Read<'_>, v: &Vote, on: lianxin_base::Day) -> Result<Seen, Fault> {
    let (made, answered) = objections::totals(r, v.id)?;
    let waits = made - answered;
    let companies = conflict::companies(r, v, on)?;
    let election = elections::of(r, v.id)?.map(|e| e.posted.is_none());
    if v.state == State::Called {
        let merged = asks_others(r, v)?;
        let doubles = if merged { Vec::new() } else { doubles::of(r, v.area, v.voting, on)? };
        let gaps = unsettled(r, v, on)?;
        return Ok(Seen { waits, companies, election, gaps, doubles, merged, ..Seen::default() });
    }
    let set = v.set().map_err(|_| Fault::Damaged(format!("{} has no rules", v.id)))?;
    let (matters, lines) = (store::matters(r, v.id)?, rolls::lines(r, v.id)?);
    let came: BTreeSet<i64> = ballots::all(r, v.id)?.into_iter().map(|b| b.no).collect();
    let turnout = (!lines.is_empty()).then(|| turnout(&set, &matters, &lines, &came));
    let official = crate::official::waits(r, v)?;
    Ok(Seen {
        waits,
        companies,
        election,
        turnout,
        waiting: waiting(r, v.id)?.len(),
        official,
        signing: signing::pages::stands(r, v)?,
        ..Seen::default()
    })
}

/// `GET /votes/{vote}/desk`
pub(super) async fn page(
    visit: Visit,
    Path(vote): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Trouble> {
    let v = own(&visit, &vote).await?;
    show(&visit, &v, &asked.said, &Fields::empty(visit.lang)).await
}

async fn show(visit: &Visit, v: &Vote, said: &str, fields: &Fields) -> Result<Response, Trouble> {
    let (at, today) = (v.clone(), visit.now().day());
    let seen = visit.read(move |r| Ok(look(r, &at, today)?)).await?;
    let live = seen.turnout.as_ref().map(|turnout| live(visit.lang, v, turnout));
    if let Some(live) = live.as_ref().filter(|live| visit.fragment() == Some(live.element.as_str())) {
        return Ok(visit.page("", Kind::Desk).fragment(live));
    }
    let view = view(visit, v, said, fields, (&seen, live.as_ref().map(Html::of)));
    let page = visit.page(&v.title, Kind::Desk).live();
    Ok(if fields.good() { page } else { page.wrong() }.view(&view))
}

fn live(lang: Lang, v: &Vote, turnout: &Turnout) -> Live {
    let t = t(lang);
    let enough = turnout.missing.persons == 0 && turnout.missing.size == 0;
    let says = match enough {
        true => Notice::new(NoticeKind::Ok, t.msg_enough()),
        false => {
            let missing = t.msg_missing(turnout.missing.persons, area(turnout.missing.size));
            Notice::new(NoticeKind::Info, missing)
        }
    };
    let house = |(name, came, all): &(Option<String>, u64, u64)| {
        (name.clone().unwrap_or_else(|| t.msg_few_houses()), t.msg_house_came(*came, *all))
    };
    let (all, came) = (turnout.all, turnout.came);
    Live {
        t,
        element: turnout_element(v.id),
        src: under(v.id, "desk"),
        says,
        came: t.msg_came_of(weight(lang, came.persons, came.size), weight(lang, all.persons, all.size)),
        houses: turnout.houses.iter().map(house).collect(),
    }
}

fn view(visit: &Visit, v: &Vote, said: &str, fields: &Fields, (seen, live): (&Seen, Option<Html>)) -> View {
    let (lang, t, now) = (visit.lang, t(visit.lang), visit.now());
    let link = |page: &str, label: String, icon: Icon| Link::new(under(v.id, page), label).icon(icon);
    let mut acts = vec![Link::new(url(v.id), t.msg_see()).icon(Icon::Eye)];
    if seen.election.is_some() {
        acts.push(link("candidates", t.msg_candidates(), Icon::UsersGroup));
        if v.state == State::Counted {
            acts.push(link("seats", t.msg_seating(), Icon::UsersGroup));
        }
    }
    if v.state == State::Called || seen.waits > 0 {
        acts.push(link("objections", t.msg_objections(), Icon::MessageCircle));
    }
    if !matches!(v.state, State::Off | State::Missed) {
        acts.push(link("notice", t.msg_notice_print(), Icon::Printer));
    }
    let hangs = seen.turnout.is_some() || v.state == State::Called;
    if hangs && can(visit, caps::ROLL, v) {
        acts.push(link("roll", t.msg_roll_print(), Icon::Printer));
    }
    let open = v.state == State::Open && now < v.closes;
    if seen.turnout.is_some() && v.state != State::Counted && can(visit, caps::ENTER, v) {
        if open {
            acts.push(link("ballots", t.msg_ballots_print(), Icon::Printer));
            acts.push(link("papers-file", t.msg_bundle(), Icon::Download));
            acts.push(link("delivery", t.msg_delivery(), Icon::Send));
            acts.push(link("proxies", t.msg_proxies(), Icon::FileText));
        }
        acts.push(link("photos", t.msg_away_desk(), Icon::Camera));
        acts.push(link("papers", t.msg_papers(), Icon::Pencil));
    }
    if v.state == State::Counted {
        acts.push(link("filing", t.msg_filing(), Icon::FileText));
    }
    // They are filed with the result.
    if seen.turnout.is_some() && !open && can(visit, caps::ENTER, v) {
        acts.push(link("delivery/print", t.msg_delivery_print(), Icon::Printer));
    }
    if official(v, now) && can(visit, caps::ENTER, v) {
        acts.push(link("official", t.msg_official(), Icon::FileText));
    }
    if !matches!(v.state, State::Off | State::Missed) {
        acts.push(link("box", t.msg_box(), Icon::ClipboardList));
    }
    if seen.turnout.is_some() && now >= v.closes {
        acts.push(link("signing", t.msg_signing(), Icon::ClipboardCheck));
    }
    if seen.turnout.is_some() {
        acts.push(link("tally", t.msg_tally_print(), Icon::Printer));
    }
    let over = now >= v.closes && matches!(v.state, State::Open | State::Closed);
    let late = v.state == State::Called && now >= v.opens && now < v.closes;
    let said = match said {
        "called" => Some(t.msg_said_called(when(lang, v.opens, now))),
        "opened" => Some(t.msg_said_opened()),
        _ => None,
    };
    View {
        t,
        back: Back::new("/votes", t.msg_votes_title()),
        title: v.title.clone(),
        span: t.msg_vote_span(when(lang, v.opens, now), when(lang, v.closes, now)),
        tag: tag(lang, v, now),
        said: said.map(|text| Notice::new(NoticeKind::Ok, text)),
        summary: (!fields.good()).then(|| fields.summary()),
        warns: warns(visit, v, seen),
        acts,
        csrf: visit.token().to_owned(),
        main: match (over, late) {
            (true, _) => Some((under(v.id, "count"), t.msg_count_go())),
            (_, true) => Some((under(v.id, "open"), t.msg_open_go())),
            _ => None,
        },
        live,
        gaps: seen.gaps.iter().take(LISTED).map(|(door, gap)| gap_line(lang, door, *gap)).collect(),
        more: (seen.gaps.len() > LISTED).then(|| t.msg_gaps_more(seen.gaps.len() - LISTED)),
        doubles: seen.doubles.iter().take(LISTED).map(|double| double_line(lang, double)).collect(),
        off: may_call_off(v.state, "x").is_ok().then(|| {
            let field = Field::new(lang, "reason", t.msg_off_why()).required().max(WORDS_MAX as u32);
            (under(v.id, "off"), field.value(fields.raw("reason").to_owned()).error(fields.fault("reason")))
        }),
    }
}

/// Voted on in the authority's own system, and over.
fn official(v: &Vote, now: Moment) -> bool {
    let over = matches!(v.state, State::Open | State::Closed | State::Counted) && now >= v.closes;
    over && v.online == Online::OnlyOfficialSystem
}

fn warns(visit: &Visit, v: &Vote, seen: &Seen) -> Vec<Notice<'static>> {
    let t = t(visit.lang);
    let mut all = Vec::new();
    // Whoever runs the machine could look into the box.
    let host = visit.house.settings().hosted_by.as_ref().filter(|host| seen.companies.contains(host));
    if let Some(host) = host.filter(|_| matches!(v.state, State::Called | State::Open)) {
        all.push(Notice::new(NoticeKind::Warn, t.msg_hosted_warn(host.clone())));
    }
    if seen.waits > 0 {
        all.push(Notice::new(NoticeKind::Warn, t.msg_objections_open(seen.waits)));
    }
    if over_spring_festival(v.opens, v.closes) && matches!(v.state, State::Called | State::Open) {
        all.push(Notice::new(NoticeKind::Warn, t.msg_festival_ask()));
    }
    if seen.election == Some(true) && v.state == State::Called {
        all.push(Notice::new(NoticeKind::Warn, t.msg_candidates_wait()));
    }
    if seen.merged {
        all.push(Notice::new(NoticeKind::Warn, refusal_votes::Refusal::MergedSince.say(visit.lang)));
        return all;
    }
    if !seen.doubles.is_empty() {
        all.push(Notice::new(NoticeKind::Warn, t.msg_doubles_says(seen.doubles.len())));
    }
    if !seen.gaps.is_empty() {
        all.push(Notice::new(NoticeKind::Warn, t.msg_gaps_says(seen.gaps.len())));
    } else if v.state == State::Called {
        all.push(Notice::new(NoticeKind::Ok, t.msg_gaps_none()));
    }
    if let Some(why) = seen.official.filter(|_| official(v, visit.now()) && v.state != State::Counted) {
        all.push(Notice::new(NoticeKind::Warn, why.say(visit.lang)));
    }
    all.extend(seen.signing.warn(visit.lang).filter(|_| v.state == State::Counted));
    if seen.waiting > 0 {
        all.push(Notice::new(NoticeKind::Warn, t.msg_papers_wait(seen.waiting)));
    }
    all
}

fn gap_line(lang: Lang, door: &Door, gap: Gap) -> (String, String) {
    let t = t(lang);
    let says = match gap {
        Gap::NoOwner => t.msg_gap_owner(),
        Gap::NoArea => t.msg_gap_area(),
        Gap::ZeroArea => t.msg_gap_zero(),
        Gap::NoSource => t.msg_gap_source(),
    };
    (format!("{} {}", door.house, door.door), says)
}

/// The doors whose owners may be one, and why.
fn double_line(lang: Lang, double: &Double) -> (String, String) {
    let t = t(lang);
    let doors: Vec<String> = double.doors.iter().map(|(house, door)| format!("{house} {door}")).collect();
    let says = match double.why {
        Why::Phone => t.msg_double_phone(),
        Why::Name => t.msg_double_name(),
    };
    (doors.join(&t.msg_and()), says)
}

/// Sends a command of the desk and leads on.
async fn sent(
    visit: &Visit,
    v: &Vote,
    mut fields: Fields,
    to: (String, &str),
    run: impl Fn(&mut Tx<'_>, &Author) -> Result<Receipt, Stop> + Send + 'static,
) -> Result<Response, Trouble> {
    if !fields.good() {
        return show(visit, v, "", &fields).await;
    }
    let who = author(visit);
    let done = visit.act_once(v.area, fields.token(), move |tx, token| run(tx, &Author { token, ..who.clone() })).await;
    match done {
        Ok(_) => Ok(on(visit, &to.0, to.1)),
        Err(trouble) => {
            fields.absorb(trouble)?;
            show(visit, v, "", &fields).await
        }
    }
}

/// `POST /votes/{vote}/open`
pub(super) async fn open_now(visit: Visit, Path(vote): Path<String>, fields: Fields) -> Result<Response, Trouble> {
    let v = own(&visit, &vote).await?;
    let id = v.id;
    sent(&visit, &v, fields, (under(id, "desk"), "opened"), move |tx, author| open(tx, author, id)).await
}

/// `POST /votes/{vote}/off`
pub(super) async fn off(visit: Visit, Path(vote): Path<String>, mut fields: Fields) -> Result<Response, Trouble> {
    let v = own(&visit, &vote).await?;
    let words = fields.opt_text("reason", WORDS_MAX).unwrap_or_default();
    let id = v.id;
    sent(&visit, &v, fields, (url(id), "off"), move |tx, author| call_off(tx, author, id, &words)).await
}

/// `POST /votes/{vote}/count`
pub(super) async fn count_now(visit: Visit, Path(vote): Path<String>, fields: Fields) -> Result<Response, Trouble> {
    let v = own(&visit, &vote).await?;
    let id = v.id;
    let more: Vec<ActId> = (0..MATTERS_MAX + CANDIDATES_MAX).map(|_| visit.act_id()).collect();
    sent(&visit, &v, fields, (url(id), "counted"), move |tx, author| count(tx, author, id, &more)).await
}

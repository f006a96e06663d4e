//! `/votes/{vote}`: a vote as everybody sees it; an owner also sees their own row of the roll and how the buildings add up.

use super::super::rules::rule_of;
use super::super::store::{self, Matter, Vote};
use super::super::{Online, State};
use super::{any, asked, can, under, url};
use crate::away::open_for_photos;
use crate::ballot::rules::open_for_phones;
use crate::ballot::{Channel, store as ballots, urn_of};
use crate::caps;
use crate::count::pages::{Came, results};
use crate::count::store::{self as counts, Counted};
use crate::delivery::rules::{paper_number, written};
use crate::election::store as elections;
use crate::filing::pages::{days, of_company};
use crate::filing::store as filings;
use crate::handover;
use crate::objection::store as objections;
use crate::official;
use crate::roll::Line;
use crate::roll::store::{self as rolls, Roll};
use crate::say::{self, area, tag, weight, when};
use crate::sealing;
use crate::signing;
use crate::texts::{L10nLanguage, t};
use askama::Template;
use axum::extract::{Path, Query};
use axum::response::Response;
use lianxin_base::{AreaId, Day, Lang, Moment, PersonId};
use lianxin_store::{Fault, Read};
use lianxin_web::components::{Back, Facts, Html, Link, Notice, NoticeKind, Tag, Text};
use lianxin_web::icons::Icon;
use lianxin_web::shell::{Kind, Tab};
use lianxin_web::{Trouble, Visit};
use serde::Deserialize;

/// What the address says.
#[derive(Deserialize, Default)]
pub(super) struct Asked {
    #[serde(default)]
    said: String,
    /// The number of a paper whose code was scanned.
    #[serde(default)]
    paper: String,
}

/// A matter as it stands on the page: what it needs, or what came of it.
struct Point {
    n: i64,
    words: String,
    kind: String,
    needs: String,
}

/// A number somebody votes under: their doors, and whether they have voted.
struct Own {
    title: String,
    doors: Vec<String>,
    says: String,
}

/// The part that moves.
#[derive(Template)]
#[template(path = "vote_now.html")]
struct Now {
    t: &'static L10nLanguage,
    element: String,
    src: String,
    title: String,
    tag: Tag<'static>,
    notice: Option<Notice<'static>>,
    facts: Facts<'static>,
    own: Vec<Own>,
    /// The one thing to be done here.
    main: Option<Link<'static>>,
    houses: Vec<(String, String)>,
    points: Vec<Point>,
    results: Vec<Came>,
    count: Option<Facts<'static>>,
}

#[derive(Template)]
#[template(path = "vote.html")]
struct View {
    back: Back<'static>,
    said: Option<Notice<'static>>,
    now: Html,
    others: Vec<Link<'static>>,
    journal: String,
    journal_says: String,
}

/// A number somebody votes under, as the store has it.
struct Mine {
    no: i64,
    lines: Vec<Line>,
    voted: Option<Voted>,
}

/// How and when they voted, and the hash of that act.
struct Voted {
    channel: Channel,
    at: Moment,
    hash: String,
}

#[derive(Default)]
struct Seen {
    matters: Vec<Matter>,
    roll: Option<Roll>,
    counted: Option<Counted>,
    own: Vec<Mine>,
    houses: Vec<(String, u64, i64)>,
    results: Vec<Came>,
    objections: (i64, i64),
    /// They may say what is wrong with the posted roll.
    belongs: bool,
    filed: Option<Day>,
    /// What came after an election.
    after: Vec<(String, String)>,
    /// It elects a committee.
    election: bool,
    /// When its boxes were sealed and opened.
    boxes: Vec<sealing::store::BoxRow>,
    /// What came from the authority's own system.
    official: Vec<(String, String)>,
    /// Its count sheet.
    signing: signing::pages::Stands,
    /// What it means to hand nothing in.
    silence: String,
}

fn look(r: &mut Read<'_>, v: &Vote, person: Option<PersonId>, lang: Lang) -> Result<Seen, Fault> {
    let mut seen = Seen { matters: store::matters(r, v.id)?, roll: rolls::roll(r, v.id)?, ..Seen::default() };
    seen.counted = counts::of(r, v.id)?;
    if let Ok(set) = v.set() {
        seen.silence = asked::silent(lang, v, &set, &seen.matters);
    }
    seen.boxes = sealing::store::all(r, v.id)?;
    seen.official = official::pages::facts(lang, r, v)?;
    seen.signing = signing::pages::stands(r, v)?;
    seen.election = elections::of(r, v.id)?.is_some();
    seen.objections = objections::totals(r, v.id)?;
    seen.belongs = match person {
        Some(person) if v.state == State::Called => crate::objection::belongs(r, v, person)?,
        _ => false,
    };
    let numbers = person.map(|p| rolls::mine(r, v.id, p)).transpose()?.unwrap_or_default();
    for no in &numbers {
        let mut voted = None;
        if let Some(b) = ballots::of_no(r, v.id, *no)? {
            let hash = lianxin_journal::receipt(r, b.act)?.map(|receipt| receipt.hash_text()).unwrap_or_default();
            voted = Some(Voted { channel: b.channel, at: b.at, hash });
        }
        seen.own.push(Mine { no: *no, lines: rolls::of_no(r, v.id, *no)?, voted });
    }
    if !numbers.is_empty() {
        seen.houses = houses(&rolls::lines(r, v.id)?);
    }
    if seen.counted.is_some() {
        seen.results = results(r, v, &seen.matters, lang)?;
        seen.filed = filings::of(r, v.id)?.and_then(|f| f.filed);
        seen.after = handover::pages::after(r, lang, v)?;
    }
    Ok(seen)
}

/// How many doors and how much area each building has, in the order of the roll.
fn houses(lines: &[Line]) -> Vec<(String, u64, i64)> {
    let mut all: Vec<(String, u64, i64)> = Vec::new();
    for l in lines {
        match all.iter_mut().find(|(house, ..)| *house == l.house) {
            Some((_, n, size)) => (*n, *size) = (*n + 1, size.saturating_add(l.size)),
            None => all.push((l.house.clone(), 1, l.size)),
        }
    }
    all
}

/// `GET /votes/{vote}`
pub(super) async fn page(
    visit: Visit,
    Path(vote): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Trouble> {
    let v = any(&visit, &vote).await?;
    let (at, person, lang) = (v.clone(), visit.person(), visit.lang);
    let seen = visit.read(move |r| Ok(look(r, &at, person, lang)?)).await?;
    let (main, others) = links(&visit, &v, &seen, paper_number(&asked.paper));
    let now = Now { main, ..now_part(lang, visit.now(), &v, seen) };
    if visit.fragment() == Some(now.element.as_str()) {
        return Ok(visit.page("", Kind::Phone).fragment(&now));
    }
    let t = t(lang);
    let view = View {
        back: Back::new("/votes", t.msg_votes_title()),
        said: said(t, &asked.said).map(|text| Notice::new(NoticeKind::Ok, text)),
        now: Html::of(&now),
        others,
        journal: format!("/journal/{}", v.id),
        journal_says: t.msg_journal(),
    };
    Ok(visit.page(&v.title, Kind::Phone).tab(Tab::Board).live().view(&view))
}

fn said(t: &L10nLanguage, said: &str) -> Option<String> {
    match said {
        "cast" => Some(t.msg_said_cast()),
        "off" => Some(t.msg_said_off()),
        "counted" => Some(t.msg_said_counted()),
        _ => None,
    }
}

fn now_part(lang: Lang, now: Moment, v: &Vote, seen: Seen) -> Now {
    let (t, company) = (t(lang), of_company(&seen.matters));
    Now {
        t,
        element: v.element(),
        src: url(v.id),
        title: v.title.clone(),
        tag: tag(lang, v, now),
        notice: notice(lang, now, v).or_else(|| seen.signing.warn(lang)),
        facts: Facts { items: facts(lang, now, v, &seen) },
        own: seen.own.iter().map(|own| own_row(lang, now, v, own)).collect(),
        main: None,
        houses: seen
            .houses
            .iter()
            .map(|(house, n, size)| (house.clone(), t.msg_house_total(*n, area(positive(*size)))))
            .collect(),
        points: if seen.results.is_empty() {
            seen.matters.iter().map(|m| point(lang, v, m)).collect()
        } else {
            Vec::new()
        },
        results: seen.results,
        count: seen.counted.map(|c| {
            let mut items: Vec<(Text<'static>, Text<'static>)> = vec![
                (t.msg_count_at().into(), when(lang, c.at, now).into()),
                (t.msg_count_came().into(), weight(lang, positive(c.persons), positive(c.size)).into()),
                (t.msg_roll_sha().into(), seen.roll.map_or_else(String::new, |roll| roll.roll_sha256).into()),
                (t.msg_file_sha().into(), c.file_sha256.clone().into()),
                (t.msg_outcome_sha().into(), c.outcome_sha256.clone().into()),
            ];
            if let Some(day) = seen.filed {
                items.push((t.msg_filed_fact().into(), t.msg_filed_on(say::plain_day(lang, day)).into()));
            }
            items.extend(seen.after.into_iter().map(|(name, says)| (name.into(), says.into())));
            items.extend(days(lang, v, &c, company));
            Facts { items }
        }),
    }
}

pub(crate) fn positive(n: i64) -> u64 {
    u64::try_from(n).unwrap_or(0)
}

fn facts(
    lang: Lang,
    now: Moment,
    v: &Vote,
    seen: &Seen,
) -> Vec<(std::borrow::Cow<'static, str>, std::borrow::Cow<'static, str>)> {
    let t = t(lang);
    let mut all = vec![
        (t.msg_compound(), v.area_name.clone()),
        (t.msg_convener(), v.org_name.clone()),
        (t.msg_vote_when(), t.msg_vote_span(when(lang, v.opens, now), when(lang, v.closes, now))),
        (t.msg_call_online(), say::online(lang, v.online)),
        (t.msg_rules(), t.msg_rules_of(say::plain_day(lang, v.opens.day()), v.rules_name())),
    ];
    all.extend(asked::facts(lang, v));
    all.push((t.msg_silence(), seen.silence.clone()));
    if seen.objections.0 > 0 {
        let (made, answered) = seen.objections;
        all.push((t.msg_objections_fact(), t.msg_objections_count(made, answered)));
    }
    all.extend(sealing::pages::facts(lang, now, &seen.boxes));
    all.extend(seen.official.iter().cloned());
    all.extend(seen.signing.fact(lang));
    if let Some(roll) = &seen.roll {
        let totals = weight(lang, positive(roll.persons), positive(roll.size));
        all.push((t.msg_roll(), t.msg_roll_totals(positive(roll.units), totals)));
        all.push((t.msg_roll_kept(), roll.list_sha256.clone()));
    }
    all.into_iter().map(|(name, value)| (name.into(), value.into())).collect()
}

fn notice(lang: Lang, now: Moment, v: &Vote) -> Option<Notice<'static>> {
    let t = t(lang);
    let (kind, text) = match v.state {
        State::Off => (NoticeKind::Warn, t.msg_off_says(v.why.clone().unwrap_or_default())),
        State::Missed => (NoticeKind::Warn, t.msg_missed_says()),
        State::Called if now < v.opens => (NoticeKind::Info, t.msg_called_says(when(lang, v.opens, now))),
        State::Called => (NoticeKind::Warn, t.msg_stuck_says()),
        State::Open if now < v.closes => match v.online {
            Online::Allowed => (NoticeKind::Info, t.msg_open_says(when(lang, v.closes, now))),
            Online::PaperOnly => (NoticeKind::Info, t.msg_open_paper_says(when(lang, v.closes, now))),
            Online::OnlyOfficialSystem => (NoticeKind::Info, t.msg_open_official_says(when(lang, v.closes, now))),
        },
        State::Open | State::Closed => (NoticeKind::Info, t.msg_closed_says()),
        State::Counted => return None,
    };
    Some(Notice::new(kind, text))
}

/// What a matter needs, with its article.
pub(crate) fn needs(lang: Lang, v: &Vote, m: &Matter) -> String {
    let set = v.set().ok();
    let rule = set.as_ref().and_then(|set| rule_of(set, &m.kind));
    let special = rule.is_some_and(|rule| !rule.majority.persons.strict());
    let (t, article) = (t(lang), rule.map_or_else(String::new, |rule| rule.article.clone()));
    if special { t.msg_needs_special(article) } else { t.msg_needs_ordinary(article) }
}

fn point(lang: Lang, v: &Vote, m: &Matter) -> Point {
    Point { n: m.n, words: m.words.clone(), kind: say::kind(lang, &m.kind), needs: needs(lang, v, m) }
}

fn own_row(lang: Lang, now: Moment, v: &Vote, own: &Mine) -> Own {
    let t = t(lang);
    let door = |l: &Line| t.msg_own_door(l.house.clone(), l.door.clone(), area(positive(l.size)), l.source.say(lang));
    let open = v.state == State::Open && now < v.closes;
    let in_file = own.lines.first().filter(|_| v.state == State::Counted).map(|l| t.msg_own_lot(l.lot));
    Own {
        title: t.msg_own_no(own.no),
        doors: own.lines.iter().map(door).chain(in_file).collect(),
        says: match &own.voted {
            Some(Voted { channel: Channel::Paper, hash, .. }) => t.msg_own_paper(hash.clone()),
            Some(Voted { channel: Channel::Photo, hash, .. }) => t.msg_own_photo(hash.clone()),
            Some(Voted { channel: Channel::Official, hash, .. }) => t.msg_own_official(hash.clone()),
            Some(Voted { channel: Channel::Proxy, .. }) if open => t.msg_own_proxy(),
            Some(Voted { channel: Channel::Proxy, hash, .. }) => t.msg_own_proxy_over(hash.clone()),
            Some(voted) if open => t.msg_own_cast(when(lang, voted.at, now), voted.hash.clone()),
            Some(voted) => t.msg_own_cast_over(when(lang, voted.at, now), voted.hash.clone()),
            None if open => t.msg_own_waits(),
            None => t.msg_own_none(),
        },
    }
}

/// What this visitor can do here, the one thing that matters most apart from the others. Who enters papers comes to the one
/// they scanned.
fn links(
    visit: &Visit,
    v: &Vote,
    seen: &Seen,
    scanned: Option<(i64, Option<i64>)>,
) -> (Option<Link<'static>>, Vec<Link<'static>>) {
    let t = t(visit.lang);
    let castable = open_for_phones(urn_of(v), visit.now()).is_ok();
    let on_paper = |own: &Mine| own.voted.as_ref().is_some_and(|voted| voted.channel.signed());
    let paper = seen.own.iter().all(on_paper);
    let themselves = |own: &Mine| own.voted.as_ref().is_some_and(|voted| voted.channel != Channel::Proxy);
    let voted = seen.own.iter().all(themselves);
    let label = if voted { t.msg_cast_anew() } else { t.msg_cast() };
    let main = (castable && !seen.own.is_empty() && !paper)
        .then(|| Link::new(under(v.id, "cast"), label).icon(Icon::ClipboardCheck));
    let mut others = Vec::new();
    let mut add = |show: bool, page: &str, label: String, icon: Icon| {
        if show {
            others.push(Link::new(under(v.id, page), label).icon(icon));
        }
    };
    let counted = seen.counted.is_some();
    add(can(visit, caps::CONVENE, v), "desk", t.msg_desk(), Icon::ClipboardList);
    add(seen.election, "candidates", t.msg_candidates(), Icon::UsersGroup);
    add(seen.belongs, "objection", t.msg_objection(), Icon::MessageCircle);
    add(seen.roll.is_some() && can(visit, caps::ROLL, v), "roll", t.msg_roll_print(), Icon::Printer);
    let papers = match scanned {
        Some((no, copy)) => format!("papers?no={}", written(no, copy.unwrap_or(1))),
        None => "papers".to_owned(),
    };
    add(!counted && seen.roll.is_some() && can(visit, caps::ENTER, v), &papers, t.msg_papers(), Icon::Pencil);
    let on_paper = matches!(v.state, State::Called | State::Open) && visit.now() < v.closes;
    add(on_paper, "paper", t.msg_paper_print(), Icon::Printer);
    let away = open_for_photos(urn_of(v), visit.now()).is_ok() && !seen.own.is_empty() && !paper;
    add(away, "signed", t.msg_away_link(), Icon::Camera);
    add(on_paper, "proxy", t.msg_proxy_print(), Icon::Printer);
    add(v.state == State::Called, "notice", t.msg_notice_print(), Icon::Printer);
    add(counted, "result", t.msg_result_print(), Icon::Printer);
    add(counted && (!seen.own.is_empty() || can(visit, caps::ROLL, v)), "file", t.msg_file(), Icon::Download);
    (main, others)
}

#[derive(Template)]
#[template(path = "vote_strip.html")]
struct Strip {
    label: String,
    url: String,
    title: String,
    says: String,
}

/// See [`crate::assembly::strip`].
pub(crate) fn strip(r: &mut Read<'_>, home: AreaId, lang: Lang, now: Moment) -> Result<Option<Html>, Fault> {
    let Some(v) = store::present(r, home, now)? else { return Ok(None) };
    let t = t(lang);
    let says = match v.state {
        State::Open => t.msg_strip_open(when(lang, v.closes, now)),
        _ => t.msg_strip_called(when(lang, v.opens, now)),
    };
    let says = match &v.scope_name {
        Some(name) => format!("{}{says}", t.msg_strip_only(name.clone())),
        None => says,
    };
    let view = Strip { label: t.msg_votes_title(), url: url(v.id), title: v.title, says };
    Ok(Some(Html::of(&view)))
}

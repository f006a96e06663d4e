//! What came of a vote in words, with both sides of every hurdle; and `/votes/{vote}/file`, where the file of the count is taken.

use super::rules::{HouseSum, Sum, by_house, in_all};
use super::store::{of, times_handed};
use super::{Purpose, file, hand};
use crate::assembly::pages::{any, author, can, under, url};
use crate::assembly::{Matter, Vote};
use crate::ballot::store as ballots;
use crate::caps;
use crate::election::rules::CANDIDATE;
use crate::refusal::Refusal;
use crate::roll::store as rolls;
use crate::say::{self, weight};
use crate::texts::{L10nLanguage, t};
use crate::words::Author;
use askama::Template;
use axum::extract::Path;
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse as _, Response};
use lianxin_base::{Area, Lang};
use lianxin_gate::Gate;
use lianxin_store::{Fault, Read};
use lianxin_web::components::{
    Back, Choice, Choices, ErrorSummary, Facts, Look, Notice, NoticeKind, Submit, Tag, Tone,
};
use lianxin_web::shell::Kind;
use lianxin_web::{Fields, Route, Trouble, Visit};
use serde::Deserialize;

/// The routes of counts.
pub(crate) fn routes() -> Vec<Route> {
    vec![
        Route::get("/votes/{vote}/file", Gate::SignedIn, form),
        Route::post("/votes/{vote}/file", Gate::SignedIn, send),
    ]
}

// The parts of what the count wrote that are shown; what it wrote besides stays in the record.
#[derive(Deserialize)]
struct Wrote {
    passed: bool,
    article: String,
    differ: bool,
    follow_state: String,
    returned: Side,
    follow: Option<Follow>,
}

#[derive(Deserialize)]
struct Stood {
    article: String,
    quorum: Tested,
    participants: Weight,
    candidate: One,
}

#[derive(Deserialize)]
struct One {
    yes: Weight,
    majority: Tested,
    place: String,
    by_lot: bool,
}

#[derive(Deserialize)]
struct Side {
    tally: Tally,
    quorum: Tested,
    majority: Tested,
    passed: bool,
}

#[derive(Deserialize)]
struct Follow {
    followers: Weight,
    yes: Weight,
    participants: Weight,
    quorum: Tested,
    majority: Tested,
    passed: bool,
}

#[derive(Deserialize)]
struct Tally {
    yes: Weight,
    no: Weight,
    abstain: Weight,
    invalid: Weight,
    blank: Weight,
}

#[derive(Deserialize)]
struct Weight {
    area: String,
    persons: u64,
}

#[derive(Deserialize)]
struct Tested {
    area: Option<Inequality>,
    persons: Inequality,
}

#[derive(Deserialize)]
struct Inequality {
    text: String,
    holds: bool,
}

/// A hurdle: its name, its arithmetic, whether it was taken.
pub(crate) struct Hurdle {
    pub(crate) name: String,
    pub(crate) text: String,
    pub(crate) says: String,
    pub(crate) holds: bool,
}

/// What came of a matter, in words.
pub(crate) struct Came {
    pub(crate) n: i64,
    pub(crate) words: String,
    pub(crate) kind: String,
    pub(crate) tag: Tag<'static>,
    pub(crate) says: String,
    /// Choice, persons and area.
    pub(crate) tally: Vec<(String, String)>,
    /// For the count sheet: yes, no, abstained, and unclear or blank together.
    pub(crate) sheet: [String; 4],
    pub(crate) hurdles: Vec<Hurdle>,
    pub(crate) follow: String,
    /// Where the unreturned may follow, the other tally: what it is, and its hurdles.
    pub(crate) other: Option<(String, Vec<Hurdle>)>,
    /// Building, and what was cast there: yes, no, abstained, unclear.
    pub(crate) houses: Vec<(String, Option<[String; 4]>)>,
}

/// Every matter of a vote that is counted.
pub(crate) fn results(r: &mut Read<'_>, v: &Vote, matters: &[Matter], lang: Lang) -> Result<Vec<Came>, Fault> {
    let (lines, cast) = (rolls::lines(r, v.id)?, ballots::all(r, v.id)?);
    let mut all = Vec::new();
    for (at, m) in (1..).zip(matters) {
        let Some(outcome) = &m.outcome else { continue };
        if m.kind == CANDIDATE {
            let wrote: Stood =
                serde_json::from_str(outcome).map_err(|e| Fault::Damaged(format!("the outcome of {}: {e}", v.id)))?;
            all.push(stood(lang, m, &wrote, in_all(&lines, &cast, at)));
            continue;
        }
        let wrote: Wrote =
            serde_json::from_str(outcome).map_err(|e| Fault::Damaged(format!("the outcome of {}: {e}", v.id)))?;
        all.push(result(lang, m, &wrote, by_house(&lines, &cast, at)));
    }
    Ok(all)
}

fn size_of(w: &Weight) -> u64 {
    Area::parse(&w.area).and_then(|a| u64::try_from(a.0).ok()).unwrap_or(0)
}

fn in_words(lang: Lang, w: &Weight) -> String {
    weight(lang, w.persons, size_of(w))
}

fn result(lang: Lang, m: &Matter, wrote: &Wrote, houses: Vec<HouseSum>) -> Came {
    let (t, side) = (t(lang), &wrote.returned);
    let tag = if wrote.passed { Tag::new(Tone::Ok, t.msg_passed()) } else { Tag::new(Tone::Plain, t.msg_not_passed()) };
    let marks = [
        (t.msg_mark_yes(), &side.tally.yes),
        (t.msg_mark_no(), &side.tally.no),
        (t.msg_mark_abstain(), &side.tally.abstain),
        (t.msg_mark_invalid(), &side.tally.invalid),
        (t.msg_mark_blank(), &side.tally.blank),
    ];
    let shown = |(i, (_, w)): &(usize, (String, &Weight))| *i < 3 || w.persons > 0;
    let tally = marks.into_iter().enumerate().filter(shown).map(|(_, (name, w))| (name, in_words(lang, w)));
    let Tally { yes, no, abstain, invalid, blank } = &side.tally;
    let together = weight(lang, invalid.persons + blank.persons, size_of(invalid) + size_of(blank));
    let cell = |sum: Sum| weight(lang, sum.persons, sum.size);
    Came {
        n: m.n,
        words: m.words.clone(),
        kind: say::kind(lang, &m.kind),
        tag,
        says: if wrote.passed {
            t.msg_passed_by(wrote.article.clone())
        } else {
            t.msg_not_passed_by(wrote.article.clone())
        },
        tally: tally.collect(),
        sheet: [in_words(lang, yes), in_words(lang, no), in_words(lang, abstain), together],
        hurdles: hurdles(lang, &side.quorum, &side.majority),
        follow: follow(lang, wrote),
        other: other(lang, wrote),
        houses: houses.into_iter().map(|h| (h.house, h.sums.map(|sums| sums.map(cell)))).collect(),
    }
}

/// What came of somebody who stood. What chose more names than there are seats stands with what is unclear.
fn stood(lang: Lang, m: &Matter, wrote: &Stood, [_, no, abstain, _]: [Sum; 4]) -> Came {
    let (t, one) = (t(lang), &wrote.candidate);
    let (tag, says) = match one.place.as_str() {
        "elected" => (Tag::new(Tone::Ok, t.msg_elected()), t.msg_elected_says(wrote.article.clone())),
        "alternate" => (Tag::new(Tone::Plain, t.msg_alternate()), t.msg_alternate_says()),
        "undecided" => (Tag::new(Tone::Due, t.msg_undecided()), t.msg_undecided_says()),
        _ => (Tag::new(Tone::Plain, t.msg_not_elected()), t.msg_not_elected_says(wrote.article.clone())),
    };
    let cell = |sum: Sum| weight(lang, sum.persons, sum.size);
    let (yes, size) = (one.yes.persons, size_of(&one.yes));
    let rest = Sum {
        persons: wrote.participants.persons.saturating_sub(yes + no.persons + abstain.persons),
        size: size_of(&wrote.participants).saturating_sub(size + no.size + abstain.size),
    };
    let sheet = [weight(lang, yes, size), cell(no), cell(abstain), cell(rest)];
    let names = [t.msg_mark_yes(), t.msg_mark_no(), t.msg_mark_abstain(), t.msg_tally_void()];
    let shown = |(i, _): &(usize, (String, String))| *i < 3 || rest.persons > 0;
    let tally = names.into_iter().zip(sheet.clone()).enumerate().filter(shown).map(|(_, pair)| pair).collect();
    Came {
        n: m.n,
        words: m.words.clone(),
        kind: say::kind(lang, &m.kind),
        tag,
        says: if one.by_lot { format!("{says}{}", t.msg_by_lot()) } else { says },
        tally,
        sheet,
        hurdles: hurdles(lang, &wrote.quorum, &one.majority),
        follow: t.msg_follow_never(),
        other: None,
        houses: Vec::new(),
    }
}

fn hurdles(lang: Lang, quorum: &Tested, majority: &Tested) -> Vec<Hurdle> {
    let t = t(lang);
    let named = [
        (t.msg_quorum_area(), quorum.area.as_ref()),
        (t.msg_quorum_persons(), Some(&quorum.persons)),
        (t.msg_majority_area(), majority.area.as_ref()),
        (t.msg_majority_persons(), Some(&majority.persons)),
    ];
    let hurdle = |(name, i): (String, Option<&Inequality>)| {
        let i = i?;
        let says = if i.holds { t.msg_holds() } else { t.msg_fails() };
        Some(Hurdle { name, text: i.text.clone(), says, holds: i.holds })
    };
    named.into_iter().filter_map(hurdle).collect()
}

/// The tally with those who follow, where they do.
fn other(lang: Lang, wrote: &Wrote) -> Option<(String, Vec<Hurdle>)> {
    let f = wrote.follow.as_ref().filter(|_| wrote.follow_state == "on")?;
    Some((t(lang).msg_follow_arithmetic(), hurdles(lang, &f.quorum, &f.majority)))
}

/// Both tallies where the unreturned may follow the majority, and that they do not where they never do.
fn follow(lang: Lang, wrote: &Wrote) -> String {
    let t = t(lang);
    match (&wrote.follow, wrote.follow_state.as_str()) {
        (None, _) | (_, "never") => t.msg_follow_never(),
        (Some(f), "on") => {
            let said = |passed| if passed { t.msg_passed() } else { t.msg_not_passed() };
            let (came, returned) = (said(f.passed), said(wrote.returned.passed));
            let says = t.msg_follow_on(
                in_words(lang, &f.followers),
                in_words(lang, &f.yes),
                in_words(lang, &f.participants),
                came,
                returned,
            );
            if wrote.differ { format!("{says}{}", t.msg_follow_differ()) } else { says }
        }
        (Some(_), "no_proven_delivery") => t.msg_follow_unproven(),
        (Some(_), _) => t.msg_follow_off(),
    }
}

#[derive(Template)]
#[template(path = "vote_file.html")]
struct View {
    t: &'static L10nLanguage,
    back: Back<'static>,
    summary: Option<ErrorSummary<'static>>,
    warn: Notice<'static>,
    facts: Facts<'static>,
    action: String,
    csrf: String,
    purpose: Choices<'static>,
    submit: Submit<'static>,
}

/// A count whose file this visitor may take.
async fn open_to(visit: &Visit, vote: &str) -> Result<(Vote, String, i64), Trouble> {
    let v = any(visit, vote).await?;
    let (id, person, works) = (v.id, visit.person(), can(visit, caps::ROLL, &v));
    let found = visit.read(move |r| {
        let owner = person.map(|p| rolls::mine(r, id, p)).transpose()?.is_some_and(|all| !all.is_empty());
        if !owner && !works {
            return Err(Refusal::NotVoter.into());
        }
        let counted = of(r, id)?.ok_or(Refusal::NotCounted)?;
        Ok((counted.file_sha256, times_handed(r, id)?))
    });
    let (hash, times) = found.await?;
    Ok((v, hash, times))
}

/// `GET /votes/{vote}/file`
async fn form(visit: Visit, Path(vote): Path<String>) -> Result<Response, Trouble> {
    let (v, hash, times) = open_to(&visit, &vote).await?;
    Ok(show(&visit, &v, (hash, times), &Fields::empty(visit.lang)))
}

fn purpose_name(lang: Lang, purpose: Purpose) -> String {
    let t = t(lang);
    match purpose {
        Purpose::Check => t.msg_purpose_check(),
        Purpose::Dispute => t.msg_purpose_dispute(),
        Purpose::Filing => t.msg_purpose_filing(),
    }
}

fn show(visit: &Visit, v: &Vote, (hash, times): (String, i64), fields: &Fields) -> Response {
    let (lang, t) = (visit.lang, t(visit.lang));
    let purposes = Choices::new(lang, Look::Options, "purpose", t.msg_file_purpose());
    let view = View {
        t,
        back: Back::new(url(v.id), t.msg_back_to_vote()),
        summary: (!fields.good()).then(|| fields.summary()),
        warn: Notice::new(NoticeKind::Warn, t.msg_file_warn()),
        facts: Facts {
            items: vec![(t.msg_file_sha().into(), hash.into()), (t.msg_file_taken().into(), t.msg_times(times).into())],
        },
        action: under(v.id, "file"),
        csrf: visit.token().to_owned(),
        purpose: Purpose::ALL
            .iter()
            .fold(purposes, |all, p| all.item(Choice::new(p.name(), purpose_name(lang, *p))))
            .chosen(fields.raw("purpose").to_owned())
            .error(fields.fault("purpose"))
            .required(),
        submit: Submit::new(t.msg_file_go()),
    };
    let title = t.msg_file();
    let page = visit.page(&title, Kind::Phone);
    if fields.good() { page.view(&view) } else { page.wrong().view(&view) }
}

/// `POST /votes/{vote}/file`: the act is recorded, then the file comes.
async fn send(visit: Visit, Path(vote): Path<String>, mut fields: Fields) -> Result<Response, Trouble> {
    let (v, hash, times) = open_to(&visit, &vote).await?;
    let Ok(purpose) = fields.raw("purpose").parse::<Purpose>() else {
        fields.refuse(&Refusal::NoPurpose);
        return Ok(show(&visit, &v, (hash, times), &fields));
    };
    let (id, person) = (v.id, visit.person());
    let who = Author { scope: visit.scope_for(caps::ROLL), ..author(&visit) };
    let run = visit.act_once(v.area, fields.token(), move |tx, token| {
        hand(tx, &Author { token, ..who.clone() }, id, person, purpose)
    });
    run.await?;
    let (_, bytes) = visit.read(move |r| Ok(file(r, &v)?)).await?;
    let name = format!("attachment; filename=\"vote-{}.json\"", hash.get(..12).unwrap_or("file"));
    let head = [
        (CONTENT_TYPE, "application/json".to_owned()),
        (CONTENT_DISPOSITION, name),
        (CACHE_CONTROL, "no-store".to_owned()),
    ];
    Ok((head, bytes).into_response())
}

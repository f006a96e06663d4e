//! `/path/whatif`: a form that asks what would have been, and the answer with its assumptions first. It changes nothing.

use super::ask::{Ground, LISTED, MONTHS, ground};
use super::guess::{DAYS_MAX, Sheet, Wrong, assumptions, guess, has_clock, named};
use super::propose::{NewProposal, propose};
use super::words::{pace, step};
use crate::caps::LOOK;
use crate::course::{Author, flow, terms};
use crate::figures::rules::LEAST;
use crate::pages::{author, desk_url};
use crate::rules::{Category, Pace, TITLE_MAX};
use crate::say::span;
use crate::texts::{L10nLanguage, t};
use crate::view::category_name;
use askama::Template;
use axum::extract::RawQuery;
use axum::response::Response;
use lianxin_base::{Lang, MatterId, OrgId, WayId};
use lianxin_path::sums::{begins, month, plus};
use lianxin_path::whatif::{Outcome, What};
use lianxin_web::components::{
    Back, Choice, Choices, ErrorSummary, Field, FieldKind, Look, Notice, NoticeKind, Row, Rows, Submit,
};
use lianxin_web::shell::Kind;
use lianxin_web::{Fields, Trouble, Visit};
use serde_json::json;

/// The questions of the form.
const ASKED: [&str; 9] = ["what", "about", "kind", "step", "days", "to", "yuan", "area", "months"];
const WHATS: [&str; 4] = ["skip", "limit", "straight", "under"];

#[derive(Template)]
#[template(path = "path_whatif.html")]
struct View {
    t: &'static L10nLanguage,
    back: Back<'static>,
    summary: Option<ErrorSummary<'static>>,
    what: Choices<'static>,
    fields: Vec<Field<'static>>,
    submit: Submit<'static>,
    answer: Option<Told>,
    /// What was asked, to be proposed.
    propose: Option<Vec<(&'static str, String)>>,
    csrf: String,
    assumptions: Vec<String>,
}

struct Told {
    notice: Notice<'static>,
    before: String,
    rows: Option<Rows<'static>>,
    cut: Option<String>,
}

struct Found {
    ground: Ground,
    orgs: Vec<(String, OrgId)>,
    /// What was asked, with so many months, and what is estimated.
    answer: Option<(i64, Outcome, bool)>,
}

/// What a question is answered with; what is wrong with it is noted in it.
async fn found(visit: &Visit, fields: &mut Fields) -> Result<Found, Trouble> {
    let (now, scope, area) = (visit.now(), visit.scope(), fields.raw("area").to_owned());
    let (ground, orgs) = visit
        .read(move |r| {
            let ground = ground(r, &scope, &area)?;
            let orgs = named(r, &ground.areas, now.day())?;
            Ok((ground, orgs))
        })
        .await?;
    let mut answer = None;
    if fields.has("what") {
        match wished(fields, &orgs) {
            Err((field, why)) => fields.note(field, "council.path_whatif", why.say(visit.lang)),
            Ok((whats, months)) => {
                let first = begins(plus(month(now), 1 - months)).ok_or(Trouble::NotFound)?.start();
                let areas = ground.areas.clone();
                let (outcome, cut) = visit.read(move |r| Ok(guess(r, &areas, &whats, (first, now.plus(1)))?)).await?;
                answer = Some((months, outcome, cut));
            }
        }
    }
    Ok(Found { ground, orgs, answer })
}

/// `GET /path/whatif?what=&…`
pub(super) async fn page(visit: Visit, RawQuery(query): RawQuery) -> Result<Response, Trouble> {
    let mut fields = Fields::asked(visit.lang, query.as_deref().unwrap_or_default());
    let found = found(&visit, &mut fields).await?;
    Ok(show(&visit, &fields, found))
}

fn show(visit: &Visit, fields: &Fields, found: Found) -> Response {
    let (lang, t) = (visit.lang, t(visit.lang));
    let Found { ground, orgs, answer } = found;
    let enough = answer.as_ref().is_some_and(|(_, outcome, _)| outcome.saved.len() >= LEAST);
    let places = ground.places.iter().map(|(id, name)| Choice::new(id.to_string(), name.clone())).collect();
    let kept = ASKED.iter().map(|name| (*name, fields.raw(name).to_owned())).collect();
    let view = View {
        t,
        back: Back::new("/path", t.msg_path_title()),
        summary: (!fields.good()).then(|| fields.summary()),
        what: what(lang, fields),
        fields: asked(lang, fields, places, &orgs),
        submit: Submit::new(t.msg_path_if_try()),
        answer: answer.map(|(_, outcome, cut)| told(lang, &outcome, cut)),
        propose: (enough && visit.can(LOOK)).then_some(kept),
        csrf: visit.token().to_owned(),
        assumptions: assumptions(lang),
    };
    let title = t.msg_path_if_title();
    let page = visit.page(&title, Kind::Desk);
    if fields.good() { page.view(&view) } else { page.wrong().view(&view) }
}

/// `POST /path/whatif`: the rule and its estimate, counted again, become a matter that is talked over.
pub(super) async fn send(visit: Visit, mut fields: Fields) -> Result<Response, Trouble> {
    let (lang, t) = (visit.lang, t(visit.lang));
    let found = found(&visit, &mut fields).await?;
    let place = found.ground.places.iter().find(|(id, _)| id.to_string() == fields.raw("area")).map(|(id, _)| *id);
    let Some(area) = place else {
        fields.note("area", "council.path_whatif", t.msg_path_if_where());
        return Ok(show(&visit, &fields, found));
    };
    let Some((months, outcome, _)) = found.answer.as_ref().filter(|(_, outcome, _)| outcome.saved.len() >= LEAST)
    else {
        return Ok(show(&visit, &fields, found));
    };
    let some = |name: &str| Some(fields.raw(name).to_owned()).filter(|v| !v.is_empty());
    let (chance, at) = (visit.chance(), visit.now());
    let (title, words) = proposed(lang, &fields, outcome, &found.orgs);
    let new = NewProposal {
        matter: MatterId::new(chance, at),
        way: WayId::new(chance, at),
        area,
        title,
        words,
        about: some("about"),
        kind: some("kind"),
        months: *months,
        outcome: outcome.clone(),
    };
    let who = author(&visit, visit.act_id(), None);
    let done = visit
        .act_once(area, fields.token(), move |tx, token| {
            let terms = terms(tx, area)?;
            propose(tx, &terms, &Author { token, ..who.clone() }, &new)
        })
        .await;
    match done {
        Ok(receipt) => Ok(visit.to(&desk_url(&receipt.no.unwrap_or_default()))),
        Err(trouble) => {
            fields.absorb(trouble)?;
            Ok(show(&visit, &fields, found))
        }
    }
}

/// The change that was asked for, read by the same rules as a file.
fn wished(fields: &Fields, orgs: &[(String, OrgId)]) -> Result<(Vec<What>, i64), (&'static str, Wrong)> {
    let what = fields.raw("what");
    let some = |name: &str| Some(fields.raw(name).trim()).filter(|v| !v.is_empty());
    let number = |name: &str| some(name).and_then(|v| v.parse::<i64>().ok());
    let step = if what == "limit" { fields.raw("step") } else { "deliberate" };
    let days = number("days").filter(|_| what == "limit").and_then(|n| u32::try_from(n).ok());
    let line = json!({
        "what": what, "step": step, "about": some("about"), "kind": some("kind"), "working_days": days,
        "to": some("to").unwrap_or_default(), "yuan": number("yuan").filter(|_| what == "under"),
    });
    let months = number("months").filter(|n| MONTHS.contains(n)).unwrap_or(MONTHS[1]);
    let sheet: Sheet =
        serde_json::from_value(json!({ "months": months, "change": [line] })).map_err(|_| ("what", Wrong::What))?;
    let by_id = &mut |id: &str| orgs.iter().map(|(_, org)| *org).find(|org| org.to_string() == id);
    let field = |why: Wrong| match why {
        Wrong::Step => "step",
        Wrong::About => "about",
        Wrong::Kind => "kind",
        Wrong::Time => "days",
        Wrong::To => "to",
        Wrong::Yuan => "yuan",
        Wrong::What | Wrong::Changes | Wrong::Months => "what",
    };
    let whats = sheet.whats(by_id).map_err(|(_, why)| (field(why), why))?;
    Ok((whats, months))
}

fn what(lang: Lang, fields: &Fields) -> Choices<'static> {
    let t = t(lang);
    let words = |what: &str| match what {
        "skip" => (t.msg_path_if_skip(), t.msg_path_if_skip_note()),
        "limit" => (t.msg_path_if_limit(), t.msg_path_if_limit_note()),
        "straight" => (t.msg_path_if_straight(), t.msg_path_if_straight_note()),
        _ => (t.msg_path_if_under(), t.msg_path_if_under_note()),
    };
    let chosen = if fields.has("what") { fields.raw("what").to_owned() } else { WHATS[0].to_owned() };
    let all =
        Choices::new(lang, Look::Options, "what", t.msg_path_if_what()).error(fields.fault("what")).chosen(chosen);
    WHATS.into_iter().fold(all, |all, name| {
        let (label, note) = words(name);
        all.item(Choice::new(name, label).note(note))
    })
}

fn asked(lang: Lang, fields: &Fields, places: Vec<Choice<'static>>, orgs: &[(String, OrgId)]) -> Vec<Field<'static>> {
    let t = t(lang);
    let select = |name: &'static str, label: String, first: Option<String>, items: Vec<Choice<'static>>| {
        let all = first.map(|label| Choice::new("", label)).into_iter().chain(items).collect();
        let value = fields.raw(name).to_owned();
        Field::new(lang, name, label).kind(FieldKind::Select(all)).value(value).error(fields.fault(name))
    };
    let number = |name: &'static str, label: String, hint: String| {
        let value = fields.raw(name).to_owned();
        Field::new(lang, name, label).kind(FieldKind::Number).hint(hint).value(value).error(fields.fault(name))
    };
    let all = || Some(t.msg_path_if_all());
    let categories = Category::ALL.iter().map(|c| Choice::new(c.name(), category_name(lang, *c))).collect();
    let kinds = Pace::ALL.iter().map(|p| Choice::new(p.name(), pace(lang, *p))).collect();
    let clocks = flow().steps.iter().map(|s| s.name.text.as_str()).filter(|s| has_clock(s));
    let steps = clocks.map(|s| Choice::new(s.to_owned(), step(lang, s))).collect();
    let orgs = orgs.iter().map(|(name, id)| Choice::new(id.to_string(), name.clone())).collect();
    let months = MONTHS.iter().map(|n| Choice::new(n.to_string(), t.msg_path_last_months(*n))).collect();
    vec![
        select("about", t.msg_path_if_about(), all(), categories),
        select("kind", t.msg_path_if_kind(), all(), kinds),
        select("step", t.msg_path_if_step(), None, steps),
        number("days", t.msg_path_if_days(), t.msg_path_if_days_hint(DAYS_MAX)),
        select("to", t.msg_path_if_to(), Some(t.msg_path_if_none()), orgs),
        number("yuan", t.msg_path_if_yuan(), t.msg_path_if_yuan_hint()),
        select("area", t.msg_desk_area(), Some(t.msg_desk_area_all()), places),
        select("months", t.msg_figures_span(), None, months),
    ]
}

/// The change in words, and with its estimate.
fn proposed(lang: Lang, fields: &Fields, outcome: &Outcome, orgs: &[(String, OrgId)]) -> (String, String) {
    let t = t(lang);
    let what = fields.raw("what");
    let org = || orgs.iter().find(|(_, id)| id.to_string() == fields.raw("to")).map(|(name, _)| name.clone());
    let change = match what {
        "limit" => t.msg_path_if_says_limit(step(lang, fields.raw("step")), fields.raw("days")),
        "straight" => t.msg_path_if_says_straight(org().unwrap_or_default()),
        "under" => t.msg_path_if_says_under(fields.raw("yuan")),
        _ => t.msg_path_if_skip(),
    };
    let about = fields.raw("about").parse::<Category>().map(|c| category_name(lang, c));
    let kind = fields.raw("kind").parse::<Pace>().map(|p| pace(lang, p));
    let only: Vec<String> = about.into_iter().chain(kind).collect();
    let change = if only.is_empty() { change } else { t.msg_path_if_says_only(only.join("、"), change) };
    in_words(lang, &change, outcome)
}

/// A change and its estimate: the title of the proposal, and its words.
pub(crate) fn in_words(lang: Lang, change: &str, outcome: &Outcome) -> (String, String) {
    let (n, (handovers, working)) = (outcome.saved.len(), outcome.total());
    let words = t(lang).msg_path_if_proposal(change, outcome.cases, n, handovers, span(lang, working));
    (change.chars().take(TITLE_MAX).collect(), words)
}

fn told(lang: Lang, outcome: &Outcome, cut: bool) -> Told {
    let t = t(lang);
    let ((handovers, working), n) = (outcome.total(), outcome.saved.len());
    let says = match n {
        0 => t.msg_path_if_nothing(outcome.cases),
        n if n < LEAST => t.msg_path_if_few(outcome.cases, LEAST),
        n => t.msg_path_if_saves(outcome.cases, n, handovers, span(lang, working)),
    };
    let row = |s: &lianxin_path::whatif::Saved| {
        Row::to(desk_url(&s.no), s.no.clone()).line([t.msg_path_if_row(s.handovers, span(lang, s.working))])
    };
    let listed = outcome.saved.iter().take(LISTED).map(row).collect();
    let more = n > LISTED;
    Told {
        notice: Notice::new(NoticeKind::Info, says),
        before: t.msg_path_if_before(outcome.before.0, span(lang, outcome.before.1)),
        rows: (n >= LEAST).then_some(Rows { items: listed }),
        cut: (cut || more).then(|| if cut { t.msg_path_if_cut(super::store::MOST) } else { t.msg_path_cut(LISTED) }),
    }
}

//! `/rules`: by which rules owners vote, each with its article; `/rules/new`: a street or district adopts its own.

use super::store::{AdoptedSet, all};
use super::{TEXT_MAX, adopt, may_have_rules};
use crate::assembly::pages::author;
use crate::caps;
use crate::election::rules::COMMITTEE;
use crate::say::{self, plain_day, when};
use crate::texts::{L10nLanguage, t};
use crate::words::Author;
use askama::Template;
use axum::extract::Query;
use axum::response::Response;
use lianxin_ballot::{Bar, Body, MatterRule, Of, Online, PeriodKind, RuleSet, Seen, built_in};
use lianxin_base::{AreaId, Lang};
use lianxin_gate::Gate;
use lianxin_register::find;
use lianxin_web::components::{
    Back, Choice, ErrorSummary, Facts, Field, FieldKind, Link, Notice, NoticeKind, Submit, Text,
};
use lianxin_web::icons::Icon;
use lianxin_web::shell::{Kind, Tab};
use lianxin_web::{Fields, Route, Trouble, Visit};
use serde::Deserialize;

/// More adopted sets are not listed: a street adopts one in years.
const LISTED: i64 = 50;

/// The routes of rule sets.
pub(crate) fn routes() -> Vec<Route> {
    vec![
        Route::get("/rules", Gate::Anyone, page),
        Route::get("/rules/new", Gate::Can(caps::ADOPT), form),
        Route::post("/rules", Gate::Can(caps::ADOPT), send),
    ]
}

/// What the address says.
#[derive(Deserialize, Default)]
struct Asked {
    #[serde(default)]
    said: String,
}

/// A set as it stands on the page.
struct Shown {
    title: String,
    facts: Facts<'static>,
    /// Kind, article, and what it needs.
    matters: Vec<(String, String, String)>,
    /// The act that adopted it.
    journal: Option<String>,
}

#[derive(Template)]
#[template(path = "rules.html")]
struct View {
    t: &'static L10nLanguage,
    back: Back<'static>,
    said: Option<Notice<'static>>,
    new: Option<Link<'static>>,
    adopted: Vec<Shown>,
    country: Vec<Shown>,
}

/// `GET /rules`
async fn page(visit: Visit, Query(asked): Query<Asked>) -> Result<Response, Trouble> {
    let found = visit.read(|r| Ok(all(r, LISTED)?)).await?;
    let (lang, t) = (visit.lang, t(visit.lang));
    let now = visit.now();
    let adopted = |a: AdoptedSet| {
        let set = RuleSet::read(a.toml.as_deref()?).ok()?;
        let mut shown = shown(lang, &set);
        let by = t.msg_rules_by(a.org_name, when(lang, a.at, now));
        let mut items: Vec<(Text<'static>, Text<'static>)> =
            vec![(t.msg_rules_where().into(), a.area_name.into()), (t.msg_rules_who().into(), by.into())];
        items.append(&mut shown.facts.items);
        Some(Shown { facts: Facts { items }, journal: Some(format!("/journal/{}", a.act)), ..shown })
    };
    let view = View {
        t,
        back: Back::new("/votes", t.msg_votes_title()),
        said: (asked.said == "adopted").then(|| Notice::new(NoticeKind::Ok, t.msg_said_adopted())),
        new: visit.can(caps::ADOPT).then(|| Link::new("/rules/new", t.msg_rules_new()).icon(Icon::Plus)),
        adopted: found.into_iter().filter_map(adopted).collect(),
        country: built_in().iter().filter(|set| set.body == Body::Owners).rev().map(|set| shown(lang, set)).collect(),
    };
    let title = t.msg_rules_title();
    Ok(visit.page(&title, Kind::Phone).tab(Tab::Board).view(&view))
}

fn shown(lang: Lang, set: &RuleSet) -> Shown {
    let t = t(lang);
    let from = plain_day(lang, set.from);
    let span = match set.to {
        Some(to) => t.msg_rules_span(from, plain_day(lang, to.plus(-1))),
        None => t.msg_rules_since(from),
    };
    let mut items: Vec<(Text<'static>, Text<'static>)> = vec![
        (t.msg_rules_article().into(), set.article.clone().into()),
        (t.msg_rules_days().into(), span.into()),
        (t.msg_rules_seen().into(), seen(lang, set.seen).into()),
    ];
    if let Some((days, article)) =
        set.period(PeriodKind::MeetingNotice).and_then(|p| Some((p.days?, p.article.clone())))
    {
        items.push((t.msg_rules_notice().into(), t.msg_rules_notice_days(days, article).into()));
    }
    items.push((t.msg_call_online().into(), online(lang, set.online).into()));
    if let Some(most) = set.proxies {
        items.push((t.msg_rules_proxies().into(), t.msg_rules_proxies_most(most).into()));
    }
    if let Some(c) = &set.committee {
        let most = c.most.map_or_else(|| t.msg_rules_no_most(), |most| most.to_string());
        let odd = if c.odd { t.msg_rules_odd() } else { String::new() };
        let says = t.msg_rules_committee_says(c.least, most, odd, c.term_months, c.article.clone());
        items.push((t.msg_rules_committee().into(), says.into()));
    }
    if let Some(u) = &set.urgent {
        items.push((t.msg_rules_urgent().into(), t.msg_rules_urgent_says(u.posted_days, u.article.clone()).into()));
    }
    items.push((t.msg_rules_id().into(), set.id.to_string().into()));
    items.push((t.msg_rules_sha().into(), set.sha256.clone().into()));
    let kind = |m: &MatterRule| match m.kind.as_str() {
        COMMITTEE => t.msg_kind_committee(), // on a paper each line of it is a candidate
        kind => say::kind(lang, kind),
    };
    let line = |m: &MatterRule| (kind(m), m.article.clone(), needs(lang, m));
    Shown {
        title: set.source.clone(),
        facts: Facts { items },
        matters: set.matters.iter().map(line).collect(),
        journal: None,
    }
}

fn bar(lang: Lang, bar: &Bar) -> String {
    let t = t(lang);
    let share = |share: lianxin_ballot::Share| share.to_string().replace(">=", "≥");
    let persons = share(bar.persons);
    let area = bar.area.map_or_else(|| persons.clone(), share);
    match bar.of {
        Of::All => t.msg_rules_of_all(area, persons),
        Of::Participants => t.msg_rules_of_came(area, persons),
    }
}

fn needs(lang: Lang, m: &MatterRule) -> String {
    t(lang).msg_rules_needs(bar(lang, &m.quorum), bar(lang, &m.majority))
}

fn seen(lang: Lang, seen: Seen) -> String {
    let t = t(lang);
    match seen {
        Seen::V => t.msg_seen_text(),
        Seen::S => t.msg_seen_second(),
        Seen::M => t.msg_seen_memory(),
        Seen::A => t.msg_seen_adopted(),
    }
}

fn online(lang: Lang, online: Option<Online>) -> String {
    let t = t(lang);
    match online {
        None => t.msg_rules_online_open(),
        Some(Online::Allowed) => t.msg_online_allowed(),
        Some(Online::OnlyOfficialSystem) => t.msg_online_official(),
        Some(Online::PaperOnly) => t.msg_online_paper(),
    }
}

#[derive(Template)]
#[template(path = "rules_new.html")]
struct Form {
    t: &'static L10nLanguage,
    back: Back<'static>,
    summary: Option<ErrorSummary<'static>>,
    csrf: String,
    area: Field<'static>,
    toml: Field<'static>,
    promise: Notice<'static>,
    submit: Submit<'static>,
}

/// `GET /rules/new`
async fn form(visit: Visit) -> Result<Response, Trouble> {
    show(&visit, &Fields::empty(visit.lang)).await
}

async fn show(visit: &Visit, fields: &Fields) -> Result<Response, Trouble> {
    let scope = visit.scope_for(caps::ADOPT);
    let places = visit.read(move |r| {
        let mut all = Vec::new();
        for compound in find::all_compounds(r)? {
            all.extend(find::ancestors(r, compound.id)?.into_iter().filter(|a| may_have_rules(a.kind)));
        }
        all.retain(|a| scope.covers(a.id));
        all.sort_by_key(|a| a.id);
        all.dedup_by_key(|a| a.id);
        Ok(all.into_iter().map(|a| Choice::new(a.id.to_string(), a.name)).collect::<Vec<_>>())
    });
    let places = places.await?;
    let (lang, t) = (visit.lang, t(visit.lang));
    let only = places.first().filter(|_| places.len() == 1).map_or_else(String::new, |c| c.value.to_string());
    let chosen = if fields.raw("area").is_empty() { only } else { fields.raw("area").to_owned() };
    let view = Form {
        t,
        back: Back::new("/rules", t.msg_rules_title()),
        summary: (!fields.good()).then(|| fields.summary()),
        csrf: visit.token().to_owned(),
        area: Field::new(lang, "area", t.msg_rules_where())
            .kind(FieldKind::Select(places))
            .value(chosen)
            .error(fields.fault("area"))
            .required(),
        toml: Field::new(lang, "toml", t.msg_rules_toml())
            .kind(FieldKind::Area)
            .hint(t.msg_rules_toml_hint())
            .value(fields.raw("toml").to_owned())
            .error(fields.fault("toml"))
            .required()
            .max(TEXT_MAX as u32),
        promise: Notice::new(NoticeKind::Info, t.msg_rules_promise()),
        submit: Submit::new(t.msg_rules_go()),
    };
    let title = t.msg_rules_new();
    let page = visit.page(&title, Kind::Desk);
    Ok(if fields.good() { page } else { page.wrong() }.view(&view))
}

/// `POST /rules`
async fn send(visit: Visit, mut fields: Fields) -> Result<Response, Trouble> {
    let area: Option<AreaId> = fields.id("area");
    let toml = fields.text("toml", TEXT_MAX);
    let (Some(area), true) = (area, fields.good()) else { return show(&visit, &fields).await };
    let who = Author { scope: visit.scope_for(caps::ADOPT), ..author(&visit) };
    let done =
        visit.act_once(area, fields.token(), move |tx, token| adopt(tx, &Author { token, ..who.clone() }, area, &toml));
    match done.await {
        Ok(_) => Ok(visit.to("/rules?said=adopted")),
        Err(trouble) => {
            fields.absorb(trouble)?;
            show(&visit, &fields).await
        }
    }
}

//! Whom a vote asks and by which adopted rules it is counted: the questions when it is called, and the same in words on its pages
//! and papers.

use super::super::asked::{Asked, RULE_MAX, Scope, Voting, following};
use super::super::demand::{Demand, article};
use super::super::store::{Matter, Vote};
use crate::refusal::Refusal;
use crate::refusal_votes::Refusal as More;
use crate::say::plain_day;
use crate::texts::t;
use lianxin_ballot::RuleSet;
use lianxin_base::{AreaId, Lang, Refuse as _};
use lianxin_register::{building_code, find};
use lianxin_store::{Fault, Read};
use lianxin_web::components::{Choice, Choices, Field, FieldKind, Look};
use lianxin_web::{Fields, Visit};

/// Longest name of a building or an entrance.
const PLACE_MAX: usize = 30;
const WHOLE: &str = "compound";
const HOUSE: &str = "building";
const ENTRANCE: &str = "entrance";

/// The questions; a first or renewed committee is elected by the whole compound and asks the last two only.
pub(crate) struct Questions {
    pub(crate) scope: Choices<'static>,
    pub(crate) house: Field<'static>,
    pub(crate) entrance: Field<'static>,
    pub(crate) counted: Choices<'static>,
    pub(crate) counted_by: Field<'static>,
    pub(crate) follow: Choices<'static>,
    pub(crate) follow_by: Field<'static>,
    pub(crate) demand: Choices<'static>,
    pub(crate) demand_owners: Field<'static>,
    pub(crate) demand_day: Field<'static>,
}

pub(crate) fn questions(lang: Lang, fields: &Fields) -> Questions {
    let t = t(lang);
    let field = |name: &'static str, label: String, max: usize| {
        Field::new(lang, name, label)
            .value(fields.raw(name).to_owned())
            .error(fields.fault(name))
            .max(max as u32)
            .autocomplete("off")
    };
    let whom = if fields.raw("scope").is_empty() { WHOLE } else { fields.raw("scope") };
    let ticks = Choices::new(lang, Look::Checks, "counted", t.msg_call_counted())
        .hint(t.msg_call_counted_hint())
        .item(Choice::new("parking", t.msg_counted_parking()))
        .item(Choice::new("storage", t.msg_counted_storage()));
    Questions {
        scope: Choices::new(lang, Look::Options, "scope", t.msg_call_scope())
            .hint(t.msg_call_scope_hint())
            .item(Choice::new(WHOLE, t.msg_scope_compound()))
            .item(Choice::new(HOUSE, t.msg_scope_building()))
            .item(Choice::new(ENTRANCE, t.msg_scope_entrance()))
            .chosen(whom.to_owned())
            .error(fields.fault("scope"))
            .required(),
        house: field("house", t.msg_call_house(), PLACE_MAX).hint(t.msg_call_house_hint()),
        entrance: field("entrance", t.msg_call_entrance(), PLACE_MAX).hint(t.msg_call_entrance_hint()),
        counted: fields
            .all("counted")
            .fold(ticks, |all, one| all.chosen(one.to_owned()))
            .error(fields.fault("counted")),
        counted_by: field("counted_by", t.msg_call_counted_by(), RULE_MAX).example(t.msg_call_rule_example()),
        follow: Choices::new(lang, Look::Checks, "follow", t.msg_call_follow())
            .hint(t.msg_call_follow_hint())
            .item(Choice::new("yes", t.msg_call_follow_yes()))
            .chosen(fields.raw("follow").to_owned())
            .error(fields.fault("follow")),
        follow_by: field("follow_by", t.msg_call_follow_by(), RULE_MAX).example(t.msg_call_rule_example()),
        demand: Choices::new(lang, Look::Checks, "demand", t.msg_call_demand())
            .hint(t.msg_call_demand_hint())
            .item(Choice::new("yes", t.msg_call_demand_yes()))
            .chosen(fields.raw("demand").to_owned())
            .error(fields.fault("demand")),
        demand_owners: field("demand_owners", t.msg_call_demand_owners(), 6).hint(t.msg_call_demand_owners_hint()),
        demand_day: field("demand_day", t.msg_call_demand_day(), 10).kind(FieldKind::Date),
    }
}

/// Which doors count besides the usual, as it was ticked.
pub(crate) fn read_counted(lang: Lang, fields: &mut Fields) -> (bool, bool, String) {
    let ticked = |name: &str| fields.all("counted").any(|one| one == name);
    let (parking, storage) = (ticked("parking"), ticked("storage"));
    let words = fields.opt_line("counted_by", RULE_MAX).unwrap_or_default();
    if (parking || storage) == words.is_empty() && fields.fault("counted_by").is_none() {
        fields.note("counted_by", Refusal::CountRule.code(), Refusal::CountRule.say(lang));
    }
    (parking, storage, words)
}

/// What owners demanded, where it was ticked.
fn read_demand(fields: &mut Fields) -> Option<Demand> {
    if fields.raw("demand") != "yes" {
        return None;
    }
    let typed: String = fields.raw("demand_owners").trim().chars().map(lianxin_base::half_width).collect();
    let owners = typed.parse().ok();
    if owners.is_none() {
        fields.refuse(&More::DemandNumber);
    }
    Some(Demand { day: fields.day("demand_day")?, owners: owners? })
}

fn same(a: &str, b: &str) -> bool {
    let plain = |text: &str| {
        let code = building_code(text);
        ["单元", "门"].iter().find_map(|end| code.strip_suffix(end)).unwrap_or(&code).to_owned()
    };
    plain(a) == plain(b)
}

/// The building or entrance of a compound that was written down.
fn place(r: &mut Read<'_>, area: AreaId, house: &str, entrance: Option<&str>) -> Result<Option<Scope>, Fault> {
    let Some(building) = find::buildings(r, area)?.into_iter().find(|b| same(&b.name, house)) else { return Ok(None) };
    let Some(name) = entrance else { return Ok(Some(Scope::Building(building.id))) };
    let found = find::entrances(r, building.id)?.into_iter().find(|e| same(&e.name, name));
    Ok(found.map(|e| Scope::Entrance(building.id, e.id)))
}

/// What was chosen; what is wrong stands at its question.
pub(super) async fn read(visit: &Visit, fields: &mut Fields, area: Option<AreaId>) -> Option<Asked> {
    let lang = visit.lang;
    // A form of before asked the whole compound.
    let whom =
        if fields.raw("scope").is_empty() { WHOLE } else { fields.choice("scope", &[WHOLE, HOUSE, ENTRANCE])? };
    let (parking, storage, counted_by) = read_counted(lang, fields);
    let follows = fields.raw("follow") == "yes";
    let follow_by = fields.opt_line("follow_by", RULE_MAX).unwrap_or_default();
    if follows == follow_by.is_empty() && fields.fault("follow_by").is_none() {
        fields.note("follow_by", Refusal::FollowRule.code(), Refusal::FollowRule.say(lang));
    }
    let house = fields.opt_line("house", PLACE_MAX).unwrap_or_default();
    let entrance = fields.opt_line("entrance", PLACE_MAX).unwrap_or_default();
    let scope = match (whom, area) {
        (WHOLE, _) => Some(Scope::Compound),
        (_, None) => None,
        (whom, Some(area)) => {
            let door = (whom == ENTRANCE).then(|| entrance.clone());
            let found = visit.read(move |r| Ok(place(r, area, &house, door.as_deref())?)).await.ok().flatten();
            if found.is_none() {
                let at = if whom == ENTRANCE && !entrance.is_empty() { "entrance" } else { "house" };
                fields.note(at, Refusal::ScopeElsewhere.code(), Refusal::ScopeElsewhere.say(lang));
            }
            found
        }
    }?;
    let demand = read_demand(fields);
    fields.good().then_some(Asked { voting: Voting { scope, parking, storage }, counted_by, follow_by, demand })
}

/// Whom it asks and what else was chosen, as facts.
pub(crate) fn facts(lang: Lang, v: &Vote) -> Vec<(String, String)> {
    let t = t(lang);
    let whom = match &v.scope_name {
        Some(name) => t.msg_scope_only(name.clone()),
        None => t.msg_scope_compound(),
    };
    let mut all = vec![(t.msg_call_scope(), whom)];
    if let Some((demand, of)) = &v.demand {
        let article = v.set().map(|set| article(&set)).unwrap_or_default();
        let says = t.msg_demanded_says(plain_day(lang, demand.day), demand.owners, *of, article);
        all.push((t.msg_demanded(), says));
    }
    let rule = v.counted_by.clone().unwrap_or_default();
    match (v.voting.parking, v.voting.storage) {
        (true, true) => all.push((t.msg_counted(), t.msg_counted_both(rule))),
        (true, false) => all.push((t.msg_counted(), t.msg_counted_only_parking(rule))),
        (false, true) => all.push((t.msg_counted(), t.msg_counted_only_storage(rule))),
        (false, false) => {}
    }
    all
}

fn list(lang: Lang, which: &[i64]) -> String {
    which.iter().map(ToString::to_string).collect::<Vec<_>>().join(&t(lang).msg_and())
}

/// What silence means, for the papers and the page: nobody may follow the majority who could not read it.
pub(crate) fn silent(lang: Lang, v: &Vote, set: &RuleSet, matters: &[Matter]) -> String {
    let (t, which) = (t(lang), following(set, matters));
    match v.follow && !which.is_empty() {
        true => t.msg_silent_follows(list(lang, &which), v.follow_by.clone().unwrap_or_default()),
        false => t.msg_notice_silent(),
    }
}

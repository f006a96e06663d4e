//! Plans on pages: asked beside a proposal, said with it, and taken over by whoever decides.

use super::store::{Row, all};
use super::{Plan, Refusal};
use crate::store::{Entry, Matter, entries};
use crate::texts::{L10nLanguage, t};
use crate::view::{Eye, readable, shortened};
use askama::Template;
use lianxin_base::{Fen, Lang};
use lianxin_register::find::OrgRow;
use lianxin_store::{Fault, Read};
use lianxin_web::Fields;
use lianxin_web::components::{Choice, Field, FieldKind, Html, Notice, NoticeKind};

/// The button that takes a proposal over is called this; what it sends is the proposal.
pub(crate) const TAKE: &str = "plan";

#[derive(Template)]
#[template(path = "plan_ask.html")]
struct Ask {
    t: &'static L10nLanguage,
    open: bool,
    cost: Field<'static>,
    doer: Field<'static>,
}

/// What it would cost and who would do it, for who proposes something. `parties`: who may be asked here.
pub(crate) fn fields(lang: Lang, parties: &[OrgRow], typed: Option<&Fields>) -> Html {
    let t = t(lang);
    let raw = |name: &str| typed.map(|f| f.raw(name).to_owned()).unwrap_or_default();
    let fault = |name: &str| typed.and_then(|f| f.fault(name));
    // Nobody is offered by the field itself; whoever chose somebody can go back to that.
    let back = (!raw("doer").is_empty()).then(|| Choice::new("", t.msg_plan_doer_open()));
    let mut items: Vec<Choice<'static>> = back.into_iter().collect();
    items.extend(parties.iter().map(|org| Choice::new(org.id.to_string(), org.name.clone())));
    let cost = Field::new(lang, "cost", t.msg_plan_cost_ask())
        .hint(t.msg_plan_cost_hint())
        .value(raw("cost"))
        .error(fault("cost"))
        .max(20)
        .autocomplete("off");
    let doer = Field::new(lang, "doer", t.msg_plan_doer_ask())
        .kind(FieldKind::Select(items))
        .hint(t.msg_plan_doer_hint())
        .value(raw("doer"))
        .error(fault("doer"));
    let open = [raw("cost"), raw("doer")].iter().any(|typed| !typed.trim().is_empty());
    Html::of(&Ask { t, open, cost, doer })
}

/// What a form says of it; the fields say so where it is no sum, or nobody at all.
pub(crate) fn named(fields: &mut Fields) -> Plan {
    let typed = fields.opt_line("cost", 20);
    let cost = typed.as_deref().and_then(Fen::parse).filter(|fen| fen.0 >= 0);
    if typed.is_some() && cost.is_none() {
        fields.refuse(&Refusal::BadCost);
    }
    let named = fields.raw("doer").trim().to_owned();
    let doer = named.parse().ok();
    if !named.is_empty() && doer.is_none() {
        fields.refuse(&Refusal::NotHere);
    }
    Plan { cost, doer }
}

/// `大概花 8,600.00 元，红星物业来办`.
fn said(lang: Lang, plan: &Row) -> String {
    let t = t(lang);
    let cost = plan.cost.map(|fen| if fen.0 == 0 { t.msg_plan_free() } else { t.msg_plan_cost(fen.to_string()) });
    let doer = plan.doer_name.as_ref().map(|who| t.msg_plan_doer(who));
    match (cost, doer) {
        (Some(cost), Some(doer)) => t.msg_plan_both(cost, doer),
        (cost, doer) => cost.or(doer).unwrap_or_default(),
    }
}

/// A proposal's line in the course: with what it would take, where its words may be read.
pub(crate) fn line(lang: Lang, plans: &[Row], e: &Entry) -> String {
    let t = t(lang);
    let read = e.words.is_some();
    match plans.iter().find(|p| read && p.entry == e.act).map(|p| said(lang, p)).filter(|said| !said.is_empty()) {
        Some(said) => t.msg_plan_said(t.msg_entry_propose(), said),
        None => t.msg_entry_propose(),
    }
}

/// A proposal that whoever decides may take over: which, what it says, and what the form is filled with.
#[derive(Clone, Debug)]
pub(crate) struct Offer {
    id: String,
    label: String,
    words: String,
    limit: String,
    doer: String,
}

/// What can be taken over of a matter's entries, as far as they can be read and are not hidden.
pub(crate) fn offers(lang: Lang, plans: &[Row], entries: &[Entry]) -> Vec<Offer> {
    let read = |e: &&Entry| e.hidden.is_none() && e.words.as_ref().is_some_and(|words| !words.is_empty());
    let offer = |e: &Entry| {
        let plan = plans.iter().find(|p| p.entry == e.act)?;
        let who = e.org_name.clone().unwrap_or_else(|| t(lang).msg_by_resident());
        let words = shortened(e.words.as_deref().unwrap_or(""));
        // What costs nothing needs no limit.
        let limit = plan.cost.filter(|fen| fen.0 > 0).map(|fen| fen.to_string()).unwrap_or_default();
        Some(Offer {
            id: e.act.to_string(),
            label: said(lang, plan),
            words: t(lang).msg_said(who, words),
            limit,
            doer: plan.doer.map(|org| org.to_string()).unwrap_or_default(),
        })
    };
    entries.iter().filter(read).filter_map(offer).collect()
}

/// The same of a matter on somebody's agenda.
pub(crate) fn offers_of(r: &mut Read<'_>, m: &Matter, eye: Eye, lang: Lang) -> Result<Vec<Offer>, Fault> {
    let plans = all(r, m.id)?;
    if plans.is_empty() {
        return Ok(Vec::new());
    }
    let (entries, _) = readable(entries(r, m.id)?, m, eye);
    Ok(offers(lang, &plans, &entries))
}

/// Fills executor and limit with what the pressed proposal says, `suffix` behind their names, and keeps all else that was typed.
/// Whether it was one of those offered.
pub(crate) fn take(fields: &mut Fields, offers: &[Offer], suffix: &str) -> bool {
    let Some(offer) = offers.iter().find(|offer| offer.id == fields.raw(TAKE)) else { return false };
    let (limit, doer) = (offer.limit.clone(), offer.doer.clone());
    fields.fill(&format!("limit{suffix}"), &limit);
    if !doer.is_empty() {
        fields.fill(&format!("executor{suffix}"), &doer);
    }
    true
}

#[derive(Template)]
#[template(path = "plan_take.html")]
struct Take<'a> {
    t: &'static L10nLanguage,
    name: &'static str,
    id: String,
    action: &'a str,
    taken: Option<Notice<'static>>,
    items: &'a [Offer],
}

/// The proposals with a button each, and that one was just taken over; nothing where there are none. `action`: where the form
/// they stand in goes, `suffix` what stands behind the names of its fields.
pub(crate) fn block(
    lang: Lang,
    offers: &[Offer],
    typed: Option<&Fields>,
    (action, suffix): (&str, &str),
) -> Option<Html> {
    let t = t(lang);
    let pressed = typed.is_some_and(|f| offers.iter().any(|offer| offer.id == f.raw(TAKE)));
    let taken = pressed.then(|| Notice::new(NoticeKind::Ok, t.msg_plan_taken()));
    let view = Take { t, name: TAKE, id: format!("plans{suffix}"), action, taken, items: offers };
    (!offers.is_empty()).then(|| Html::of(&view))
}

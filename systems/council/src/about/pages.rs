//! What is asked about whom an opinion is about, and how it is said.

use super::Whom;
use crate::caps;
use crate::pages::desk::{Form, acts_for};
use crate::rules::Need;
use crate::store::Matter;
use crate::texts::t;
use crate::view::{Eye, Seen};
use lianxin_base::Lang;
use lianxin_store::{Fault, Read};
use lianxin_web::components::{Choice, Choices, Look};
use lianxin_web::{Fields, Visit};

/// The name of the question.
const ABOUT: &str = "about";
/// Nobody in particular.
const NOBODY: &str = "nobody";

fn name(lang: Lang, whom: Whom) -> String {
    let t = t(lang);
    match whom {
        Whom::Company => t.msg_about_company(),
        Whom::Owners => t.msg_about_owners(),
        Whom::Community => t.msg_about_community(),
    }
}

fn asked(lang: Lang, legend: String, chosen: &str, error: Option<String>) -> Choices<'static> {
    let all = Choices::new(lang, Look::Chips, ABOUT, legend).chosen(chosen.to_owned()).error(error);
    let all = Whom::ALL.iter().fold(all, |all, whom| all.item(Choice::new(whom.name(), name(lang, *whom))));
    all.item(Choice::new(NOBODY, t(lang).msg_about_nobody()))
}

/// 您是对谁有意见: asked of who has an opinion; may be left.
pub(crate) fn choices(lang: Lang, fields: &Fields) -> Choices<'static> {
    asked(lang, t(lang).msg_about(), fields.raw(ABOUT), fields.fault(ABOUT)).hint(t(lang).msg_about_hint())
}

/// What was chosen; nothing of what is no opinion.
pub(crate) fn chosen(fields: &mut Fields, need: Option<Need>) -> Option<Whom> {
    let asked = need == Some(Need::Opinion);
    asked.then(|| fields.opt_choice(ABOUT, &offered()))?.and_then(|whom| whom.parse().ok())
}

/// Whom a program says an opinion is about; whatever it names is an opinion, it need not say that besides.
pub(crate) fn named(fields: &mut Fields) -> Option<Whom> {
    fields.opt_choice(ABOUT, &offered()).and_then(|whom| whom.parse().ok())
}

fn offered() -> Vec<&'static str> {
    Whom::ALL.iter().map(|whom| whom.name()).chain([NOBODY]).collect()
}

/// The desk's question; of what is known to be a complaint one is chosen.
pub(crate) fn desk_choices(lang: Lang, m: &Matter, fields: Option<&Fields>) -> Choices<'static> {
    let known = if m.kept_by.is_some() { Whom::Community.name() } else { "" };
    let chosen = fields.map_or(known, |fields| fields.raw(ABOUT)).to_owned();
    asked(lang, t(lang).msg_about_desk(), &chosen, fields.and_then(|fields| fields.fault(ABOUT))).required()
}

/// What the desk answered; `Some(None)`: nobody in particular.
pub(crate) fn read(fields: &mut Fields) -> Option<Option<Whom>> {
    fields.choice(ABOUT, &offered()).map(|whom| whom.parse().ok())
}

/// Whom a complaint is about, in words for who looks; nothing for the public.
pub(crate) fn said(r: &mut Read<'_>, m: &Matter, eye: Eye, lang: Lang) -> Result<Option<String>, Fault> {
    let Some(org) = m.about else { return Ok(None) };
    let org = lianxin_register::find::org_name(r, org)?.unwrap_or_default();
    let t = t(lang);
    Ok(match eye {
        Eye::Reporter => Some(t.msg_about_told_reporter(org)),
        Eye::Party => Some(t.msg_about_told_desk(org)),
        Eye::About => Some(t.msg_about_told_them()),
        Eye::Public | Eye::Resident | Eye::Beside => None,
    })
}

/// What somebody of the organisation it is about may send: their own side of it, and the work that was given to them in
/// the open.
pub(crate) fn offered_to_them(visit: &Visit, seen: &Seen) -> Vec<Form> {
    let m = &seen.m;
    let holds = m.in_scope(&visit.scope_for(caps::WORK)) && acts_for(visit, caps::WORK) == Some(m.holder);
    match (m.ended_at, m.step.as_str()) {
        (None, "deliberate") => vec![Form::Entry],
        (None, "work") if holds => vec![Form::Completion, Form::Return],
        (None, crate::pause::STEP) if holds => vec![Form::Resumption, Form::Completion],
        _ => Vec::new(),
    }
}

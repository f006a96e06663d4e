//! What organisations are told of surveys: whose service is asked about hears that it is; they and who asked hear that it is counted.

use super::store::one;
use crate::texts::t;
use lianxin_base::{ActId, Lang, Moment};
use lianxin_outbox::{Message, Notice, NoticeFacts, Urgency, Words};
use lianxin_store::{Fault, Read};

/// Their service is asked about.
pub(crate) const ASKED: &str = "council.survey_asked";
/// It is counted.
pub(crate) const DONE: &str = "council.survey_done";

/// The notices of surveys.
pub(crate) fn notices() -> [Notice; 2] {
    type Make = fn(Lang, &NoticeFacts) -> Words;
    let all: [(&'static str, Make); 2] = [
        (ASKED, |lang, f| {
            (t(lang).msg_survey_told_asked(f.get("place")), t(lang).msg_survey_told_asked_body(f.get("who")))
        }),
        (DONE, |lang, f| {
            (t(lang).msg_survey_told_done(f.get("place"), f.get("about")), t(lang).msg_survey_told_done_body())
        }),
    ];
    all.map(|(kind, words)| Notice {
        kind,
        name: crate::notices::called,
        facts,
        words,
        urgency: Urgency::Work,
        voice: crate::notices::silent,
        preview,
    })
}

fn facts(r: &mut Read<'_>, message: &Message) -> Result<NoticeFacts, Fault> {
    let id: Option<ActId> = message.subject.parse().ok();
    let Some(s) = id.map(|id| one(r, id)).transpose()?.flatten() else {
        return Ok(NoticeFacts::new(message.at, ""));
    };
    let facts = NoticeFacts::new(message.at, super::pages::url(s.id)).with("place", s.area_name);
    Ok(facts.with("who", s.org_name).with("about", s.about_name))
}

fn preview() -> NoticeFacts {
    NoticeFacts::new(Moment::default(), "/surveys")
        .with("place", "芙蓉里")
        .with("who", "芙蓉社区居委会")
        .with("about", "红星物业")
}

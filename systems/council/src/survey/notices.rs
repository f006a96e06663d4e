//! Whoever lives there is told that their household is asked. What organisations are told of surveys: whose service is asked about hears that it is; they and who asked hear that it is counted.

use super::store::one;
use crate::say::date;
use crate::texts::t;
use lianxin_base::{ActId, Day, Lang, Moment};
use lianxin_outbox::{Message, Notice, NoticeFacts, Urgency, Words};
use lianxin_store::{Fault, Read};

/// Their household is asked.
pub(crate) const OPEN: &str = "council.survey_open";
/// Their service is asked about.
pub(crate) const ASKED: &str = "council.survey_asked";
/// It is counted.
pub(crate) const DONE: &str = "council.survey_done";

/// The notices of surveys.
pub(crate) fn notices() -> [Notice; 3] {
    type Make = fn(Lang, &NoticeFacts) -> Words;
    let all: [(&'static str, Urgency, Make); 3] = [
        // Nobody is rung up for it: whoever has no phone is asked by a worker.
        (OPEN, Urgency::Course, |lang, f| {
            let day = f.get("until").parse::<Day>().map(|day| date(lang, day, f.at)).unwrap_or_default();
            (t(lang).msg_survey_told_open(f.get("about")), t(lang).msg_survey_told_open_body(f.get("who"), day))
        }),
        (ASKED, Urgency::Work, |lang, f| {
            (t(lang).msg_survey_told_asked(f.get("place")), t(lang).msg_survey_told_asked_body(f.get("who")))
        }),
        (DONE, Urgency::Work, |lang, f| {
            (t(lang).msg_survey_told_done(f.get("place"), f.get("about")), t(lang).msg_survey_told_done_body())
        }),
    ];
    all.map(|(kind, urgency, words)| Notice {
        kind,
        name: crate::notices::called,
        facts,
        words,
        urgency,
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
    Ok(facts.with("who", s.org_name).with("about", s.about_name).with("until", s.until.day().to_string()))
}

fn preview() -> NoticeFacts {
    NoticeFacts::new(Moment::default(), "/surveys")
        .with("place", "芙蓉里")
        .with("who", "芙蓉社区居委会")
        .with("about", "红星物业")
        .with("until", Moment::default().day().to_string())
}

//! What is told of questions: the party asked hears of one and is reminded once; who asked hears of the answer.

use super::store::one;
use crate::texts::t;
use lianxin_base::{ActId, Lang, Moment};
use lianxin_outbox::{Message, Notice, NoticeFacts, Urgency, Words};
use lianxin_store::{Fault, Read};

/// Somebody asks them something.
pub(crate) const ASKED: &str = "council.question_asked";
/// They have not answered yet.
pub(crate) const DUE: &str = "council.question_due";
/// There is an answer.
pub(crate) const ANSWERED: &str = "council.question_answered";

/// The notices of questions.
pub(crate) fn notices() -> [Notice; 3] {
    type Make = fn(Lang, &NoticeFacts) -> Words;
    let all: [(&'static str, Urgency, Make); 3] = [
        (ASKED, Urgency::Work, |lang, f| {
            (t(lang).msg_question_told(f.get("no")), t(lang).msg_question_told_body(f.get("day")))
        }),
        (DUE, Urgency::Work, |lang, f| {
            (t(lang).msg_question_told_due(f.get("no")), t(lang).msg_question_told_due_body())
        }),
        (ANSWERED, Urgency::Course, |lang, f| {
            (t(lang).msg_question_told_answer(f.get("no"), f.get("who")), t(lang).msg_question_told_answer_body())
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
    let Some(question) = id.map(|id| one(r, id)).transpose()?.flatten() else {
        return Ok(NoticeFacts::new(message.at, ""));
    };
    let no = crate::store::by_id(r, question.matter)?.map(|m| m.no).unwrap_or_default();
    let link = if message.person.is_some() { crate::pages::url(&no) } else { super::pages::url(&no) };
    let facts = NoticeFacts::new(message.at, link);
    Ok(facts.with("no", no).with("who", question.org_name).with("day", question.due_at.day().to_string()))
}

fn preview() -> NoticeFacts {
    NoticeFacts::new(Moment::default(), "/desk/1?do=answer")
        .with("no", "芙蓉里-2026-0042")
        .with("who", "红星物业")
        .with("day", "2026-06-26")
}

//! What owners and the convener are told about a vote.

use crate::objection::pages::what_name;
use crate::objection::{Outcome, store as objections};
use crate::texts::t;
use lianxin_base::{ActId, Lang, Moment};
use lianxin_outbox::{Message, Notice, NoticeFacts, Urgency};
use lianxin_store::{Fault, Read};

/// An objection to the roll was answered.
pub const ANSWERED: &str = "property.roll_answered";

/// Every message of this system.
pub fn notices() -> Vec<Notice> {
    let answered = Notice {
        kind: ANSWERED,
        name: called,
        facts: answered_facts,
        words: |lang, f| {
            let body = t(lang).msg_notice_answered_body(what(lang, f), outcome(lang, f), f.get("words"));
            (t(lang).msg_notice_answered(), body)
        },
        urgency: Urgency::Ending,
        voice: |lang, f| Some(t(lang).msg_voice_answered(what(lang, f), outcome(lang, f), f.get("words"))),
        preview: || {
            NoticeFacts::new(Moment::default(), "/votes")
                .with("what", "area")
                .with("outcome", "corrected")
                .with("words", "按房本改成 78.36 平方米。")
        },
    };
    vec![answered]
}

/// What people call a kind of message.
fn called(lang: Lang, kind: &str) -> String {
    let t = t(lang);
    match kind {
        ANSWERED => t.msg_told_of_answered(),
        _ => kind.to_owned(),
    }
}

fn what(lang: Lang, f: &NoticeFacts) -> String {
    f.get("what").parse().map(|what| what_name(lang, what)).unwrap_or_default()
}

fn outcome(lang: Lang, f: &NoticeFacts) -> String {
    match f.get("outcome").parse() {
        Ok(Outcome::Corrected) => t(lang).msg_objection_corrected(),
        Ok(Outcome::Kept) => t(lang).msg_objection_kept(),
        Err(()) => String::new(),
    }
}

fn answered_facts(r: &mut Read<'_>, message: &Message) -> Result<NoticeFacts, Fault> {
    let id: Option<ActId> = message.subject.parse().ok();
    let Some(o) = id.map(|id| objections::one(r, id)).transpose()?.flatten() else {
        return Ok(NoticeFacts::new(message.at, ""));
    };
    let outcome = o.answered.map(|(outcome, _)| outcome.name()).unwrap_or_default();
    let facts = NoticeFacts::new(message.at, format!("/votes/{}/objection", o.vote));
    Ok(facts.with("what", o.what.name()).with("outcome", outcome).with("words", o.answer))
}

#[cfg(test)]
mod tests {
    use lianxin_outbox::Notices;

    #[test]
    fn every_message_has_its_words_in_both_languages() {
        let all = Notices::new(super::notices()).expect("no kind stands twice");
        assert_eq!(all.faults(), Vec::<String>::new());
    }
}

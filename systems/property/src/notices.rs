//! What owners and the convener are told about a vote.

use crate::assembly::pages::{under, url};
use crate::assembly::store as votes;
use crate::away::{self, why_name};
use crate::election::pages::stands_name;
use crate::election::store as elections;
use crate::first_assembly::{First, step_name};
use crate::objection::pages::{outcome_name, what_name};
use crate::objection::{frozen, store as objections};
use crate::procedure::rules::next;
use crate::procedure::store as procedures;
use crate::say::when;
use crate::texts::t;
use crate::urgent::pages::danger_name;
use crate::urgent::store as urgents;
use lianxin_base::{ActId, Lang, Moment};
use lianxin_outbox::{Message, Notice, NoticeFacts, Urgency, Words};
use lianxin_store::{Fault, Read};

/// A vote is called.
pub const CALLED: &str = "property.called";
/// It is called off.
pub const CALLED_OFF: &str = "property.called_off";
/// It opens.
pub const OPENED: &str = "property.opened";
/// It was to open and could not.
pub const STUCK: &str = "property.opening_stuck";
/// Three days are left, and they have not voted.
pub const LAST_DAYS: &str = "property.last_days";
/// It is counted.
pub const RESULT: &str = "property.result";
/// It is closed and waits for its count.
pub const COUNT_WAITS: &str = "property.count_waits";
/// It is counted, and its filing is late.
pub const FILING_LATE: &str = "property.filing_late";
/// Somebody who stands was looked at.
pub const CANDIDATE: &str = "property.candidate";
/// A committee's term has three months left.
pub const TERM_ENDS: &str = "property.term_ends";
/// The last day of a committee's first meeting is over.
pub const MEETING_LATE: &str = "property.first_meeting_late";
/// The last day of the hand-over to it is over.
pub const HAND_OVER_LATE: &str = "property.hand_over_late";
/// A change of its members is to be filed.
pub const CHANGE_WAITS: &str = "property.change_waits";
/// A photo of a signed paper was put back.
pub const PHOTO_BACK: &str = "property.photo_back";
/// The last day of a step to a first assembly is over.
pub const FIRST_LATE: &str = "property.first_late";
/// The maintenance fund is used in an emergency.
pub const URGENT: &str = "property.urgent";
/// The account of an emergency hangs out.
pub const URGENT_DONE: &str = "property.urgent_done";
/// An emergency was put right, or withdrawn.
pub const URGENT_MENDED: &str = "property.urgent_mended";
/// The account of an emergency does not hang out after a month.
pub const URGENT_LATE: &str = "property.urgent_late";
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
    type Make = fn(Lang, &NoticeFacts) -> Words;
    let of_votes: [(&'static str, Urgency, Make); 12] = [
        (CALLED, Urgency::Course, |lang, f| {
            (
                t(lang).msg_notice_called(f.get("place")),
                t(lang).msg_notice_called_body(f.get("title"), at(lang, f, "opens")),
            )
        }),
        (CALLED_OFF, Urgency::Course, |lang, f| {
            let body = t(lang).msg_notice_called_off_body(f.get("title"), f.get("why"));
            (t(lang).msg_notice_called_off(f.get("place")), body)
        }),
        (OPENED, Urgency::Course, |lang, f| {
            let body = t(lang).msg_notice_opened_body(f.get("title"), at(lang, f, "closes"));
            (t(lang).msg_notice_opened(f.get("place")), body)
        }),
        (STUCK, Urgency::Work, |lang, f| (t(lang).msg_notice_stuck(f.get("title")), t(lang).msg_notice_stuck_body())),
        (LAST_DAYS, Urgency::Course, |lang, f| {
            let body = t(lang).msg_notice_last_days_body(f.get("title"), at(lang, f, "closes"));
            (t(lang).msg_notice_last_days(), body)
        }),
        (RESULT, Urgency::Course, |lang, f| {
            (t(lang).msg_notice_result(f.get("place")), t(lang).msg_notice_result_body(f.get("title")))
        }),
        (COUNT_WAITS, Urgency::Work, |lang, f| {
            (t(lang).msg_notice_count_waits(f.get("title")), t(lang).msg_notice_count_waits_body())
        }),
        (FILING_LATE, Urgency::Work, |lang, f| {
            (t(lang).msg_notice_filing_late(f.get("title")), t(lang).msg_notice_filing_late_body())
        }),
        (TERM_ENDS, Urgency::Work, |lang, f| {
            (t(lang).msg_notice_term_ends(f.get("place")), t(lang).msg_notice_term_ends_body())
        }),
        (MEETING_LATE, Urgency::Work, |lang, f| {
            (t(lang).msg_notice_meeting(f.get("place")), t(lang).msg_notice_meeting_body())
        }),
        (HAND_OVER_LATE, Urgency::Work, |lang, f| {
            (t(lang).msg_notice_hand_over(f.get("place")), t(lang).msg_notice_hand_over_body())
        }),
        (CHANGE_WAITS, Urgency::Work, |lang, f| {
            (t(lang).msg_notice_change(f.get("place")), t(lang).msg_notice_change_body())
        }),
    ];
    let of_vote = |(kind, urgency, words)| Notice {
        kind,
        name: called,
        facts: vote_facts,
        words,
        urgency,
        voice: |_, _| None,
        preview: || {
            let day = lianxin_base::Day::from_number(20_620);
            NoticeFacts::new(Moment::default(), "/votes")
                .with("place", "芙蓉里")
                .with("title", "修屋顶、放快递柜")
                .with("why", "和街道的改造工程一起办。")
                .with("opens", day.at(9, 0).micros().to_string())
                .with("closes", day.plus(14).at(18, 0).micros().to_string())
        },
    };
    let candidate = Notice {
        kind: CANDIDATE,
        name: called,
        facts: candidate_facts,
        words: |lang, f| (t(lang).msg_notice_candidate(), found(lang, f)),
        urgency: Urgency::Course,
        voice: |_, _| None,
        preview: || NoticeFacts::new(Moment::default(), "/votes").with("stands", "listed").with("title", "业委会换届"),
    };
    let photo = Notice {
        kind: PHOTO_BACK,
        name: called,
        facts: photo_facts,
        words: |lang, f| {
            let why = f.get("reason").parse().map(|why| why_name(lang, why)).unwrap_or_default();
            (t(lang).msg_notice_photo(), t(lang).msg_notice_photo_body(f.get("title"), why, at(lang, f, "closes")))
        },
        urgency: Urgency::Course,
        voice: |_, _| None,
        preview: || {
            let day = lianxin_base::Day::from_number(20_630);
            NoticeFacts::new(Moment::default(), "/votes")
                .with("title", "修屋顶、放快递柜")
                .with("reason", "unclear")
                .with("closes", day.at(18, 0).micros().to_string())
        },
    };
    let first = Notice {
        kind: FIRST_LATE,
        name: called,
        facts: first_facts,
        words: |lang, f| {
            let step = f.get("step").parse().map(|step| step_name(lang, step)).unwrap_or_default();
            (t(lang).msg_notice_first(f.get("place")), t(lang).msg_notice_first_body(step))
        },
        urgency: Urgency::Work,
        voice: |_, _| None,
        preview: || {
            NoticeFacts::new(Moment::default(), "/first-assemblies").with("place", "和平里").with("step", "formed")
        },
    };
    let urgent = |kind, words: Make| Notice {
        kind,
        name: called,
        facts: urgent_facts,
        words,
        urgency: Urgency::Course,
        voice: |_, _| None,
        preview: || {
            NoticeFacts::new(Moment::default(), "/urgent-repairs")
                .with("place", "芙蓉里")
                .with("danger", "roof")
                .with("sum", "12,600.00")
        },
    };
    let noted = urgent(URGENT, |lang, f| {
        let body = t(lang).msg_notice_urgent_body(danger(lang, f), f.get("sum"));
        (t(lang).msg_notice_urgent(f.get("place")), body)
    });
    let settled = urgent(URGENT_DONE, |lang, f| {
        let body = t(lang).msg_notice_urgent_done_body(danger(lang, f), f.get("sum"));
        (t(lang).msg_notice_urgent_done(f.get("place")), body)
    });
    let mended = urgent(URGENT_MENDED, |lang, f| {
        let body = match f.get("off") {
            "1" => t(lang).msg_notice_urgent_off_body(danger(lang, f)),
            _ => t(lang).msg_notice_urgent_mended_body(danger(lang, f)),
        };
        (t(lang).msg_notice_urgent_mended(f.get("place")), body)
    });
    let late = Notice {
        urgency: Urgency::Work,
        ..urgent(URGENT_LATE, |lang, f| {
            (t(lang).msg_notice_urgent_late(f.get("place")), t(lang).msg_notice_urgent_late_body(danger(lang, f)))
        })
    };
    let of_urgent = [noted, settled, mended, late];
    of_votes.into_iter().map(of_vote).chain([answered, candidate, photo, first]).chain(of_urgent).collect()
}

/// A moment of the facts as people read it.
fn at(lang: Lang, f: &NoticeFacts, key: &str) -> String {
    let at = f.get(key).parse::<i64>().map(Moment::from_micros);
    at.map(|at| when(lang, at, f.at)).unwrap_or_default()
}

fn vote_facts(r: &mut Read<'_>, message: &Message) -> Result<NoticeFacts, Fault> {
    let id: Option<ActId> = message.subject.parse().ok();
    let Some(v) = id.map(|id| votes::one(r, id)).transpose()?.flatten() else {
        return Ok(NoticeFacts::new(message.at, ""));
    };
    let page = match message.kind.as_str() {
        COUNT_WAITS | STUCK => under(v.id, "desk"),
        FILING_LATE => under(v.id, "filing"),
        MEETING_LATE => under(v.id, "first-meeting"),
        HAND_OVER_LATE => under(v.id, "hand-over"),
        CHANGE_WAITS => under(v.id, "seats"),
        TERM_ENDS => format!("/elections/new?area={}", v.area),
        _ => url(v.id),
    };
    let facts = NoticeFacts::new(message.at, page).with("place", v.place()).with("title", v.title);
    let facts = facts.with("why", v.why.unwrap_or_default());
    Ok(facts.with("opens", v.opens.micros().to_string()).with("closes", v.closes.micros().to_string()))
}

/// What people call a kind of message.
fn called(lang: Lang, kind: &str) -> String {
    let t = t(lang);
    match kind {
        ANSWERED => t.msg_told_of_answered(),
        CANDIDATE => t.msg_told_of_candidate(),
        TERM_ENDS => t.msg_told_of_term_ends(),
        MEETING_LATE => t.msg_told_of_meeting(),
        HAND_OVER_LATE => t.msg_told_of_hand_over(),
        CHANGE_WAITS => t.msg_told_of_change(),
        FIRST_LATE => t.msg_told_of_first(),
        PHOTO_BACK => t.msg_told_of_photo(),
        CALLED => t.msg_told_of_called(),
        CALLED_OFF => t.msg_told_of_called_off(),
        OPENED => t.msg_told_of_opened(),
        STUCK => t.msg_told_of_stuck(),
        LAST_DAYS => t.msg_told_of_last_days(),
        RESULT => t.msg_told_of_result(),
        COUNT_WAITS => t.msg_told_of_count_waits(),
        FILING_LATE => t.msg_told_of_filing_late(),
        URGENT => t.msg_told_of_urgent(),
        URGENT_DONE => t.msg_told_of_urgent_done(),
        URGENT_MENDED => t.msg_told_of_urgent_mended(),
        URGENT_LATE => t.msg_told_of_urgent_late(),
        _ => kind.to_owned(),
    }
}

fn what(lang: Lang, f: &NoticeFacts) -> String {
    f.get("what").parse().map(|what| what_name(lang, what)).unwrap_or_default()
}

fn outcome(lang: Lang, f: &NoticeFacts) -> String {
    let late = f.get("late") == "1";
    f.get("outcome").parse().map(|outcome| outcome_name(lang, outcome, late)).unwrap_or_default()
}

/// What was found of somebody who stands.
fn found(lang: Lang, f: &NoticeFacts) -> String {
    let stands = f.get("stands").parse().map(|stands| stands_name(lang, stands)).unwrap_or_default();
    match f.get("stands") {
        "named" | "listed" => t(lang).msg_notice_candidate_body(f.get("title"), stands),
        _ => t(lang).msg_notice_candidate_wrong(f.get("title"), stands),
    }
}

fn candidate_facts(r: &mut Read<'_>, message: &Message) -> Result<NoticeFacts, Fault> {
    let id: Option<ActId> = message.subject.parse().ok();
    let Some(c) = id.map(|id| elections::one(r, id)).transpose()?.flatten() else {
        return Ok(NoticeFacts::new(message.at, ""));
    };
    let title = votes::one(r, c.vote)?.map(|v| v.title).unwrap_or_default();
    let facts = NoticeFacts::new(message.at, format!("/votes/{}/candidates", c.vote));
    Ok(facts.with("stands", c.stands.name()).with("title", title))
}

fn first_facts(r: &mut Read<'_>, message: &Message) -> Result<NoticeFacts, Fault> {
    let id: Option<ActId> = message.subject.parse().ok();
    let Some(k) = id.map(|id| procedures::one::<First>(r, id)).transpose()?.flatten() else {
        return Ok(NoticeFacts::new(message.at, ""));
    };
    let comes = next(&procedures::days(&procedures::steps::<First>(r, k.id)?)).filter(|_| !k.off);
    let facts = NoticeFacts::new(message.at, crate::first_assembly::pages::url(k.id)).with("place", k.area_name);
    Ok(facts.with("step", comes.map(|step| step.name()).unwrap_or_default()))
}

fn danger(lang: Lang, f: &NoticeFacts) -> String {
    f.get("danger").parse().map(|danger| danger_name(lang, danger)).unwrap_or_default()
}

fn urgent_facts(r: &mut Read<'_>, message: &Message) -> Result<NoticeFacts, Fault> {
    let id: Option<ActId> = message.subject.parse().ok();
    let Some(u) = id.map(|id| urgents::one(r, id)).transpose()?.flatten() else {
        return Ok(NoticeFacts::new(message.at, ""));
    };
    let sum = match (&u.settled, message.kind.as_str()) {
        (Some(s), URGENT_DONE) => s.cost,
        _ => u.most,
    };
    let facts = NoticeFacts::new(message.at, crate::urgent::pages::url(u.id)).with("place", u.area_name);
    let facts = facts.with("off", if u.off.is_some() { "1" } else { "" });
    Ok(facts.with("danger", u.danger.name()).with("sum", sum.to_string()))
}

fn photo_facts(r: &mut Read<'_>, message: &Message) -> Result<NoticeFacts, Fault> {
    let id: Option<ActId> = message.subject.parse().ok();
    let Some(p) = id.map(|id| away::store::one(r, id)).transpose()?.flatten() else {
        return Ok(NoticeFacts::new(message.at, ""));
    };
    let facts = NoticeFacts::new(message.at, under(p.vote, "signed"));
    let facts = facts.with("reason", p.why.map(|why| why.name()).unwrap_or_default());
    Ok(match votes::one(r, p.vote)? {
        Some(v) => facts.with("title", v.title).with("closes", v.closes.micros().to_string()),
        None => facts,
    })
}

fn answered_facts(r: &mut Read<'_>, message: &Message) -> Result<NoticeFacts, Fault> {
    let id: Option<ActId> = message.subject.parse().ok();
    let Some(o) = id.map(|id| objections::one(r, id)).transpose()?.flatten() else {
        return Ok(NoticeFacts::new(message.at, ""));
    };
    let late = if o.too_late(frozen(r, o.vote)?) { "1" } else { "" };
    let outcome = o.answered.map(|(outcome, _)| outcome.name()).unwrap_or_default();
    let facts = NoticeFacts::new(message.at, format!("/votes/{}/objection", o.vote));
    Ok(facts.with("what", o.what.name()).with("outcome", outcome).with("late", late).with("words", o.answer))
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

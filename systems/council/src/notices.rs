//! What the inbox says about matters, and what a worker says to who cannot read it. Words are made when a message is
//! read; a message holds ids only.

use crate::feedback::HOW;
use crate::rules::{Move, Pace};
use crate::store::{self, Matter};
use crate::texts::t;
use lianxin_base::{Lang, MatterId, Moment};
use lianxin_journal::text;
use lianxin_outbox::{Message, Notice, NoticeFacts, Urgency, Voice, Words};
use lianxin_register::{Answers, said_phone};
use lianxin_store::{Fault, Read};

/// What nobody is rung up for.
pub(crate) const fn silent(_: Lang, _: &NoticeFacts) -> Option<String> {
    None
}

/// Every kind of notice this system sends.
pub fn notices() -> Vec<Notice> {
    use Urgency::{Answer, Course, Ending, Work};
    type Make = fn(Lang, &NoticeFacts) -> Words;
    let brought = Notice {
        kind: crate::course::BROUGHT,
        name: called,
        facts: |_, message| Ok(NoticeFacts::new(message.at, "/desk")),
        words: |lang, _| (t(lang).msg_notice_brought(), t(lang).msg_notice_brought_body()),
        urgency: Work,
        voice: silent,
        preview: || NoticeFacts::new(Moment::default(), "/desk"),
    };
    let all: [(&'static str, Urgency, Voice, Make); 11] = [
        ("council.new", Work, silent, |lang, f| (t(lang).msg_notice_new(f.get("no")), t(lang).msg_notice_new_body())),
        ("council.held", Work, silent, |lang, f| {
            (t(lang).msg_notice_held(f.get("no")), t(lang).msg_notice_held_body())
        }),
        ("council.late", Work, silent, |lang, f| {
            (t(lang).msg_notice_late(f.get("no")), t(lang).msg_notice_late_body(f.get("holder")))
        }),
        (crate::origin::NEARING, Work, silent, |lang, f| {
            (t(lang).msg_notice_nearing(f.get("no")), t(lang).msg_notice_nearing_body(f.get("holder")))
        }),
        ("council.ask_them", Work, silent, |lang, f| {
            (t(lang).msg_notice_ask_them(f.get("no")), t(lang).msg_notice_ask_them_body())
        }),
        ("council.moved", Course, silent, |lang, f| {
            (t(lang).msg_notice_moved(f.get("no")), pressing(lang, f, t(lang).msg_notice_moved_body(f.get("holder"))))
        }),
        (crate::course::EXTENDED, Course, silent, |lang, f| {
            (t(lang).msg_notice_extended(f.get("no")), t(lang).msg_notice_extended_body(f.get("holder")))
        }),
        (crate::pause::PAUSED, Course, silent, |lang, f| {
            (t(lang).msg_notice_paused(f.get("no")), t(lang).msg_notice_paused_body(f.get("holder")))
        }),
        (crate::pause::RESUMED, Work, silent, |lang, f| {
            (t(lang).msg_notice_resumed(f.get("no")), t(lang).msg_notice_resumed_body())
        }),
        ("council.please_look", Answer, please_look, |lang, f| {
            (t(lang).msg_notice_please_look(f.get("no")), t(lang).msg_notice_please_look_body())
        }),
        ("council.closed", Ending, closed, |lang, f| {
            (t(lang).msg_notice_closed(f.get("no")), t(lang).msg_notice_closed_body())
        }),
    ];
    let told =
        all.map(|(kind, urgency, voice, words)| Notice { kind, name: called, facts, words, urgency, voice, preview });
    told.into_iter()
        .chain([brought])
        .chain(crate::join::notices::notices(facts, preview))
        .chain(crate::merge::notices::notices(facts, preview))
        .chain(crate::banner::notices::notices())
        .chain(crate::meeting::notices::notices())
        .chain(crate::quote::notices::notices())
        .chain(crate::part::notices::notices())
        .chain(crate::thanks::notices::notices())
        .chain(crate::question::notices::notices())
        .chain(crate::bulletin::notices::notices())
        .chain(crate::poll::notices::notices())
        .chain(crate::survey::notices::notices())
        .collect()
}

/// What people call a kind; empty for one that is not this system's, which the test of all notices finds.
pub(crate) fn called(lang: Lang, kind: &str) -> String {
    let t = t(lang);
    match kind {
        crate::meeting::notices::CALLED => t.msg_told_of_called(),
        crate::meeting::notices::CHANGED => t.msg_told_of_changed(),
        crate::meeting::notices::MISSING => t.msg_told_of_missing(),
        crate::meeting::notices::TALK_CHANGED => t.msg_told_of_talk_changed(),
        crate::meeting::notices::TALK_DROPPED => t.msg_told_of_talk_dropped(),
        crate::meeting::notices::OFF => t.msg_told_of_off(),
        crate::meeting::notices::POSTED => t.msg_told_of_posted(),
        crate::meeting::notices::SETTLED => t.msg_told_of_settled(),
        crate::meeting::notices::OBJECTED => t.msg_told_of_objected(),
        crate::meeting::notices::WAITING => t.msg_told_of_waits(),
        crate::meeting::notices::ANSWERED => t.msg_told_of_answered(),
        crate::meeting::notices::UPSHOT => t.msg_told_of_upshot(),
        crate::meeting::notices::TALK => t.msg_told_of_talk(),
        crate::meeting::notices::TALK_OFF => t.msg_told_of_talk_off(),
        crate::meeting::notices::TALK_POSTED => t.msg_told_of_talk_posted(),
        crate::join::notices::LOOK => t.msg_told_of_join_look(),
        crate::join::notices::CLOSED => t.msg_told_of_join_closed(),
        crate::merge::notices::MERGED => t.msg_told_of_merged(),
        crate::banner::notices::NEWS => t.msg_told_of_banner_news(),
        crate::banner::notices::OVER => t.msg_told_of_banner_over(),
        crate::banner::notices::DUE => t.msg_told_of_banner_due(),
        "council.new" => t.msg_told_of_new(),
        "council.held" => t.msg_told_of_held(),
        "council.late" => t.msg_told_of_late(),
        crate::origin::NEARING => t.msg_told_of_nearing(),
        "council.ask_them" => t.msg_told_of_ask_them(),
        "council.moved" => t.msg_told_of_moved(),
        "council.please_look" => t.msg_told_of_please_look(),
        "council.closed" => t.msg_told_of_closed(),
        crate::quote::notices::QUOTED => t.msg_told_of_quoted(),
        crate::quote::notices::ASK_THEM => t.msg_told_of_quote_ask(),
        crate::quote::notices::AGREED => t.msg_told_of_quote_yes(),
        crate::quote::notices::REFUSED => t.msg_told_of_quote_no(),
        crate::quote::notices::SILENT => t.msg_told_of_quote_silent(),
        crate::thanks::notices::THANKED => t.msg_told_of_thanked(),
        crate::question::notices::ASKED => t.msg_told_of_question_asked(),
        crate::question::notices::DUE => t.msg_told_of_question_due(),
        crate::question::notices::ANSWERED => t.msg_told_of_question_answered(),
        crate::part::notices::GIVEN => t.msg_told_of_part_given(),
        crate::part::notices::RETURNED => t.msg_told_of_part_back(),
        crate::part::notices::DONE => t.msg_told_of_part_done(),
        crate::part::notices::DUE => t.msg_told_of_part_due(),
        crate::part::notices::OFF => t.msg_told_of_part_off(),
        crate::bulletin::notices::LAID => t.msg_told_of_bulletin_laid(),
        crate::bulletin::notices::DUE => t.msg_told_of_bulletin_due(),
        crate::bulletin::notices::HUNG => t.msg_told_of_bulletin_hung(),
        crate::poll::notices::ASKED => t.msg_told_of_poll_asked(),
        crate::poll::notices::DONE => t.msg_told_of_poll_done(),
        crate::poll::notices::TOLD => t.msg_told_of_poll_told(),
        crate::survey::notices::OPEN => t.msg_told_of_survey_open(),
        crate::survey::notices::ASKED => t.msg_told_of_survey_asked(),
        crate::survey::notices::DONE => t.msg_told_of_survey_done(),
        crate::pause::PAUSED => t.msg_told_of_paused(),
        crate::pause::RESUMED => t.msg_told_of_resumed(),
        crate::course::EXTENDED => t.msg_told_of_extended(),
        crate::course::BROUGHT => t.msg_told_of_brought(),
        _ => String::new(),
    }
}

/// Asked whether it is solved, as long as nobody has answered.
fn please_look(lang: Lang, f: &NoticeFacts) -> Option<String> {
    (f.get("asked") == "1").then(|| t(lang).msg_voice_please_look(title(lang, f), f.get("who")))
}

/// Told how it ended, unless they were asked in person when it did.
fn closed(lang: Lang, f: &NoticeFacts) -> Option<String> {
    let (t, title) = (t(lang), title(lang, f));
    match f.get("end") {
        "declined" => Some(t.msg_voice_declined(title, f.get("words"))),
        "lapsed" => Some(t.msg_voice_lapsed(title)),
        "solved" => Some(t.msg_voice_closed(title)),
        _ => None,
    }
}

pub(crate) fn title(lang: Lang, f: &NoticeFacts) -> String {
    if f.get("title").is_empty() { t(lang).msg_voice_it() } else { t(lang).msg_voice_titled(f.get("title")) }
}

/// Of what cannot wait: whom to ring at the hour of the message, and the number for other hours, said with its hours.
fn pressing(lang: Lang, f: &NoticeFacts, body: String) -> String {
    let number = |name: &str| Some(f.get(name).to_owned()).filter(|number| !number.is_empty());
    let Some(now) = number("answers") else { return body };
    let answers = Answers { number: now, beside: number("beside"), open: f.get("open") == "1" };
    let ring = match answers.at_other_hours().and_then(|other| other.say_beside(lang)).zip(answers.say_beside(lang)) {
        Some((now, other)) => t(lang).msg_notice_ring_by_hour(now, other),
        None => t(lang).msg_notice_ring(said_phone(&answers.number)),
    };
    t(lang).msg_notice_pressing(body, ring)
}

/// Which number answers for what is urgent, when the message went out.
fn ringing(r: &mut Read<'_>, m: &Matter, at: Moment, facts: NoticeFacts) -> Result<NoticeFacts, Fault> {
    if m.ended_at.is_some() || !matches!(m.pace, Pace::Urgent | Pace::Utility) {
        return Ok(facts);
    }
    let Some(org) = lianxin_register::find::org(r, m.holder)? else { return Ok(facts) };
    let terms = crate::course::terms(r, m.area)?;
    let Some(answers) = org.answers(&terms, at) else { return Ok(facts) };
    let open = if answers.open { "1" } else { "" };
    Ok(facts.with("answers", answers.number).with("beside", answers.beside.unwrap_or_default()).with("open", open))
}

pub(crate) fn facts(r: &mut Read<'_>, message: &Message) -> Result<NoticeFacts, Fault> {
    let id: Option<MatterId> = message.subject.parse().ok();
    let Some(m) = id.map(|id| store::by_id(r, id)).transpose()?.flatten() else {
        return Ok(NoticeFacts::new(message.at, ""));
    };
    let holder = lianxin_register::find::org_name(r, m.holder)?.unwrap_or_default();
    let link = if message.person.is_some() { crate::pages::url(&m.no) } else { crate::pages::desk_url(&m.no) };
    let facts = NoticeFacts::new(message.at, link).with("no", m.no.clone()).with("holder", holder);
    if message.org.is_some() {
        return Ok(facts);
    }
    let facts = ringing(r, &m, message.at, facts)?;
    spoken(r, &m, facts)
}

/// What a worker needs besides: what it was about, who did it, how it ended.
fn spoken(r: &mut Read<'_>, m: &Matter, facts: NoticeFacts) -> Result<NoticeFacts, Fault> {
    let title = m.titled.map(|act| text(r, act, "title")).transpose()?.flatten().unwrap_or_default();
    let who = m.executor.map(|org| lianxin_register::find::org_name(r, org)).transpose()?.flatten();
    let who = who.unwrap_or_else(|| facts.get("holder").to_owned());
    let facts = facts.with("title", title).with("who", who).with("desk", crate::pages::desk_url(&m.no));
    if m.ended_at.is_none() {
        return Ok(if m.step == "feedback" { facts.with("asked", "1") } else { facts });
    }
    let last = store::entries(r, m.id)?.into_iter().rev().find(|e| Move::ALL.iter().any(|mv| mv.name() == e.kind));
    let in_person = last.as_ref().and_then(|e| e.detail.as_deref()).is_some_and(|how| HOW.contains(&how));
    let words = last.and_then(|e| e.words).unwrap_or_default();
    let end = m.outcome.clone().filter(|_| !in_person).unwrap_or_default();
    Ok(facts.with("end", end).with("words", words).with("ended", "1"))
}

pub(crate) fn preview() -> NoticeFacts {
    NoticeFacts::new(Moment::default(), "/m/1")
        .with("no", "芙蓉里-2026-0042")
        .with("holder", "红星物业")
        .with("title", "3 号楼 2 单元楼道灯不亮")
        .with("who", "红星物业")
        .with("asked", "1")
        .with("end", "solved")
        .with("ended", "1")
}

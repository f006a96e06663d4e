//! Who is told of a council: whoever is asked to come, and whoever brought in or joined what is on the agenda. Messages to
//! people are about their matter, so that they are forgotten with it.

use super::change::{Changed, read_changed};
use super::store::{Meeting, all as newest, invited, items, of_matter, one};
use super::{State, store};
use crate::join::store::all as joined;
use crate::notices::{called, silent};
use crate::say::when;
use crate::store::by_id;
use crate::texts::t;
use lianxin_base::{ActId, Lang, MatterId, Moment};
use lianxin_journal::Recorded;
use lianxin_outbox::{Message, Notice, NoticeFacts, Urgency, Voice, Words, to_org, to_person};
use lianxin_store::{Fault, Read, Tx};

/// A party is asked to come.
pub const CALLED: &str = "council.meeting_called";
/// It is called off.
pub const OFF: &str = "council.meeting_off";
/// Time, place or agenda changed.
pub const CHANGED: &str = "council.meeting_changed";
/// It was held, and nobody has written its minutes.
pub const MISSING: &str = "council.minutes_missing";
/// Its minutes hang out.
pub const POSTED: &str = "council.minutes_posted";
/// Its minutes are final.
pub const SETTLED: &str = "council.minutes_settled";
/// Somebody objects.
pub const OBJECTED: &str = "council.minutes_objected";
/// An objection waits for its answer.
pub const WAITING: &str = "council.minutes_waits";
/// Their objection was answered.
pub const ANSWERED: &str = "council.minutes_answered";
/// A matter comes back from a council.
pub const UPSHOT: &str = "council.upshot";
/// What somebody brought in is talked over.
pub const TALK: &str = "council.talk";
/// Another time or place.
pub const TALK_CHANGED: &str = "council.talk_changed";
/// Not on this agenda any more.
pub const TALK_DROPPED: &str = "council.talk_dropped";
/// Not this time.
pub const TALK_OFF: &str = "council.talk_off";
/// What was said of it hangs out.
pub const TALK_POSTED: &str = "council.talk_posted";

/// The first number of the messages to people: the lower ones are for organisations.
const FIRST: u32 = 100;

/// From an apply: the organisations that are asked to come, but for the one that acts.
pub(super) fn tell_orgs(rec: &Recorded, tx: &mut Tx<'_>, id: ActId, kind: &'static str) -> Result<(), Fault> {
    let Some(m) = one(tx, id)? else { return Ok(()) };
    let others = invited(tx, id)?.into_iter().map(|(org, _)| org).filter(|org| *org != m.org);
    let all = std::iter::once(m.org).chain(others).filter(|org| Some(*org) != rec.org());
    for (n, org) in (1..).zip(all) {
        to_org(tx, rec, n, org, kind, id)?;
    }
    Ok(())
}

/// The same, and whoever brought in or joined a matter of the agenda. Everybody has a number of their own, known or not:
/// a replay without the erased gives the others the same ones.
pub(super) fn tell(
    rec: &Recorded,
    tx: &mut Tx<'_>,
    id: ActId,
    (to_orgs, to_people): (&'static str, &'static str),
) -> Result<(), Fault> {
    tell_orgs(rec, tx, id, to_orgs)?;
    let matters: Vec<MatterId> = items(tx, id)?.into_iter().map(|item| item.matter).collect();
    tell_about(rec, tx, FIRST, matters.into_iter().map(|matter| (matter, Some(to_people)))).map(|_| ())
}

/// What was changed: the organisations hear it; of a matter that stays those who care for it, if it is held at another time
/// or place; of a new one that it is talked over, of one taken out that it is not.
pub(super) fn tell_change(
    rec: &Recorded,
    tx: &mut Tx<'_>,
    id: ActId,
    (before, after): (&[MatterId], &[MatterId]),
    what: &[Changed],
) -> Result<(), Fault> {
    tell_orgs(rec, tx, id, CHANGED)?;
    let moved = what.iter().any(|x| *x != Changed::Agenda).then_some(TALK_CHANGED);
    let kept = after.iter().map(|matter| (*matter, if before.contains(matter) { moved } else { Some(TALK) }));
    let gone = before.iter().filter(|matter| !after.contains(matter)).map(|matter| (*matter, Some(TALK_DROPPED)));
    tell_about(rec, tx, FIRST, kept.chain(gone)).map(|_| ())
}

/// Tells whoever brought in or joined these matters; gives the next number. Who is not told of one has a number, too.
fn tell_about(
    rec: &Recorded,
    tx: &mut Tx<'_>,
    first: u32,
    matters: impl Iterator<Item = (MatterId, Option<&'static str>)>,
) -> Result<u32, Fault> {
    let mut n = first;
    for (matter, kind) in matters {
        let Some(matter) = by_id(tx, matter)? else { continue };
        let joiners = joined(tx, matter.id)?.into_iter().map(|x| x.person);
        for who in std::iter::once(matter.reporter).chain(joiners) {
            if let Some((person, kind)) = who.zip(kind) {
                to_person(tx, rec, n, person, kind, matter.id)?;
            }
            n += 1;
        }
    }
    Ok(n)
}

/// The notices of councils.
pub(crate) fn notices() -> Vec<Notice> {
    use Urgency::{Answer, Course, Work};
    type Make = fn(Lang, &NoticeFacts) -> Words;
    let of_it: [(&'static str, Urgency, Make); 8] = [
        (CALLED, Work, |lang, f| {
            (t(lang).msg_notice_called(f.get("no")), t(lang).msg_notice_called_body(f.get(at(lang)), f.get("where")))
        }),
        (OFF, Work, |lang, f| {
            (t(lang).msg_notice_off(f.get("no")), t(lang).msg_notice_off_body(f.get(at(lang)), f.get("why")))
        }),
        (CHANGED, Work, |lang, f| {
            let what = changed_words(lang, &read_changed(f.get("what")));
            let body = t(lang).msg_notice_changed_body(what, f.get(at(lang)), f.get("where"));
            (t(lang).msg_notice_changed(f.get("no")), body)
        }),
        (MISSING, Work, |lang, f| {
            (t(lang).msg_notice_missing(f.get("no")), t(lang).msg_notice_missing_body(f.get(at(lang))))
        }),
        (POSTED, Work, |lang, f| {
            (t(lang).msg_notice_posted(f.get("no")), t(lang).msg_notice_posted_body(f.get(until(lang))))
        }),
        (SETTLED, Work, |lang, f| (t(lang).msg_notice_settled(f.get("no")), t(lang).msg_notice_settled_body())),
        (OBJECTED, Work, |lang, f| (t(lang).msg_notice_objected(f.get("no")), t(lang).msg_notice_objected_body())),
        (WAITING, Work, |lang, f| (t(lang).msg_notice_waits(f.get("no")), t(lang).msg_notice_waits_body())),
    ];
    let of_it = of_it.map(|(kind, urgency, words)| (kind, urgency, words, silent as Voice, facts as Facts));
    let of_matter: [(&'static str, Urgency, Make, Voice, Facts); 7] = [
        (TALK_CHANGED, Answer, talk_changed, come, of_talk),
        (TALK_DROPPED, Answer, talk_dropped, off_agenda, of_talk),
        (TALK, Answer, talk, come, of_talk),
        (TALK_OFF, Answer, talk_off, stay, of_talk),
        (
            TALK_POSTED,
            Course,
            |lang, f| {
                (t(lang).msg_notice_talk_posted(f.get("no")), t(lang).msg_notice_talk_posted_body(f.get(until(lang))))
            },
            silent,
            of_talk,
        ),
        (
            UPSHOT,
            Work,
            |lang, f| (t(lang).msg_notice_upshot(f.get("no")), t(lang).msg_notice_upshot_body()),
            silent,
            of_talk,
        ),
        (
            ANSWERED,
            Course,
            |lang, f| (t(lang).msg_notice_answered(f.get("no")), t(lang).msg_notice_answered_body()),
            silent,
            of_objection,
        ),
    ];
    of_it
        .into_iter()
        .chain(of_matter)
        .map(|(kind, urgency, words, voice, facts)| Notice {
            kind,
            name: called,
            facts,
            words,
            urgency,
            voice,
            preview,
        })
        .collect()
}

type Facts = fn(&mut Read<'_>, &Message) -> Result<NoticeFacts, Fault>;

fn talk(lang: Lang, f: &NoticeFacts) -> Words {
    (t(lang).msg_notice_talk(f.get("no")), t(lang).msg_notice_talk_body(f.get(at(lang)), f.get("where")))
}
fn talk_off(lang: Lang, f: &NoticeFacts) -> Words {
    (t(lang).msg_notice_talk_off(f.get("no")), t(lang).msg_notice_talk_off_body(f.get(at(lang)), f.get("why")))
}

fn talk_changed(lang: Lang, f: &NoticeFacts) -> Words {
    (
        t(lang).msg_notice_talk_changed(f.get("no")),
        t(lang).msg_notice_talk_changed_body(f.get(at(lang)), f.get("where")),
    )
}
fn talk_dropped(lang: Lang, f: &NoticeFacts) -> Words {
    (t(lang).msg_notice_talk_dropped(f.get("no")), t(lang).msg_notice_talk_dropped_body())
}

/// `时间、地点`.
pub(crate) fn changed_words(lang: Lang, what: &[Changed]) -> String {
    let t = t(lang);
    let name = |x: &Changed| match x {
        Changed::Time => t.msg_meeting_changed_time(),
        Changed::Place => t.msg_meeting_changed_place(),
        Changed::Agenda => t.msg_meeting_changed_agenda(),
    };
    what.iter().map(name).collect::<Vec<_>>().join(&t.msg_meeting_and())
}

/// Asked to come, as long as it has not been held.
fn come(lang: Lang, f: &NoticeFacts) -> Option<String> {
    (f.get("still") == "1").then(|| t(lang).msg_voice_talk(f.get("no"), f.get(at(lang)), f.get("where")))
}
/// Told not to come, as long as they might.
fn stay(lang: Lang, f: &NoticeFacts) -> Option<String> {
    (f.get("might") == "1").then(|| t(lang).msg_voice_talk_off(f.get("no"), f.get(at(lang))))
}

/// Told that it is not on this agenda, as long as they might come for it.
fn off_agenda(lang: Lang, f: &NoticeFacts) -> Option<String> {
    (f.get("dropped") == "1").then(|| t(lang).msg_voice_talk_dropped(f.get("no")))
}

/// Facts are made before it is known in which language they are read.
const fn at(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "at_zh",
        Lang::En => "at_en",
    }
}
const fn until(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "until_zh",
        Lang::En => "until_en",
    }
}

fn of(m: &Meeting, no: String, link: String, message: &Message) -> NoticeFacts {
    let now = message.at;
    let last = m.until.unwrap_or(m.ends);
    let still = if m.state == State::Called { "1" } else { "" };
    NoticeFacts::new(message.at, link)
        .with("no", no)
        .with("where", m.place.clone().unwrap_or_default())
        .with("why", m.why.clone().unwrap_or_default())
        .with("at_zh", when(Lang::Zh, m.starts, now))
        .with("at_en", when(Lang::En, m.starts, now))
        .with("until_zh", when(Lang::Zh, last, now))
        .with("until_en", when(Lang::En, last, now))
        .over(m.starts)
        .with("still", still)
        .with("might", if m.state == State::Off { "1" } else { "" })
}

fn nothing(message: &Message) -> NoticeFacts {
    NoticeFacts::new(message.at, "")
}

/// About the council itself.
fn facts(r: &mut Read<'_>, message: &Message) -> Result<NoticeFacts, Fault> {
    let id: Option<ActId> = message.subject.parse().ok();
    let Some(m) = id.map(|id| one(r, id)).transpose()?.flatten() else { return Ok(nothing(message)) };
    let link = format!("/meetings/{}", m.id);
    let what = store::change_of(r, message.act)?.map(|(_, what, _)| what).unwrap_or_default();
    let what = what.iter().map(|x| x.name()).collect::<Vec<_>>().join(" ");
    Ok(of(&m, m.area_name.clone(), link, message).with("what", what))
}

/// About a matter of its agenda.
fn of_talk(r: &mut Read<'_>, message: &Message) -> Result<NoticeFacts, Fault> {
    let id: Option<MatterId> = message.subject.parse().ok();
    let Some(matter) = id.map(|id| by_id(r, id)).transpose()?.flatten() else { return Ok(nothing(message)) };
    let Some(m) = meant(r, &matter, message)? else { return Ok(nothing(message)) };
    let desk = crate::pages::desk_url(&matter.no);
    let on = items(r, m.id)?.iter().any(|item| item.matter == matter.id);
    let link = match message.org {
        Some(_) => desk.clone(),
        None if on => format!("/meetings/{}", m.id),
        None => crate::pages::url(&matter.no),
    };
    let facts = of(&m, matter.no.clone(), link, message).with("desk", desk);
    if on {
        return Ok(facts);
    }
    // Taken off the agenda: nobody is asked to come for it any more, and whoever was is told.
    let dropped = if m.state == State::Called { "1" } else { "" };
    Ok(facts.with("still", "").with("dropped", dropped))
}

/// The council a message about a matter tells of: the one its act called or called off, else the last that had it.
fn meant(r: &mut Read<'_>, matter: &crate::store::Matter, message: &Message) -> Result<Option<Meeting>, Fault> {
    if let Some(m) = one(r, message.act)? {
        return Ok(Some(m));
    }
    if let Some((id, ..)) = store::change_of(r, message.act)? {
        return one(r, id);
    }
    if message.kind == TALK_OFF {
        return Ok(newest(r, Some(matter.area), None, OFF_LOOKED)?
            .into_iter()
            .find(|m| m.ended_at == Some(message.at)));
    }
    of_matter(r, matter.id)
}

/// So many councils are looked through for the one that was called off.
const OFF_LOOKED: i64 = 50;

/// About an objection.
fn of_objection(r: &mut Read<'_>, message: &Message) -> Result<NoticeFacts, Fault> {
    let id: Option<ActId> = message.subject.parse().ok();
    let Some(m) = id.map(|id| store::of_objection(r, id)).transpose()?.flatten() else { return Ok(nothing(message)) };
    Ok(of(&m, m.area_name.clone(), format!("/meetings/{}", m.id), message))
}

fn preview() -> NoticeFacts {
    NoticeFacts::new(Moment::default(), "/meetings/1")
        .with("no", "芙蓉里")
        .with("where", "党群服务中心一楼")
        .with("why", "那天停电")
        .with("what", "time place")
        .with("at_zh", "6 月 25 日 19:00")
        .with("at_en", "25 Jun 19:00")
        .with("until_zh", "6 月 30 日 17:30")
        .with("until_en", "30 Jun 17:30")
        .with("still", "1")
        .with("might", "1")
        .with("dropped", "1")
}

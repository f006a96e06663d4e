//! 当日留底 At the end of each working day those whose computer this is not have the newest checkpoint in their inboxes: what
//! many have seen nobody changes unnoticed.

use crate::store;
use crate::texts::t;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use lianxin_base::{ActId, DAY, Day, Lang, Moment, OrgId};
use lianxin_journal::log::published;
use lianxin_journal::{Act, Head, Leaf, Recorded, record};
use lianxin_outbox::{Message, Notice, NoticeFacts, Urgency, Words, to_org};
use lianxin_register::OrgKind;
use lianxin_register::find::{self, Terms};
use lianxin_store::{Db, Fault, Read, Stop, Tx};
use lianxin_tlog::{Checkpoint, Note};
use lianxin_work::{Due, is_open};
use std::collections::BTreeSet;

/// The timer, and the message it sends.
pub const TIMER: &str = "journal.day";
/// The one thing this timer is about.
const SUBJECT: &str = "log";

/// 当日留底 The day's checkpoint goes to organisations, and the clock says when the next does.
pub(crate) struct DayCheckpoint {
    shown: Option<Shown>,
    orgs: BTreeSet<OrgId>,
    timer: Option<String>,
    next: Moment,
}

/// What the checkpoint says.
struct Shown {
    origin: String,
    size: u64,
    root: String,
}

impl Act for DayCheckpoint {
    const KIND: &'static str = "journal.day";

    fn leaf(&self, leaf: &mut Leaf) {
        if let Some(shown) = &self.shown {
            leaf.text("origin", &shown.origin);
            leaf.int("size", i64::try_from(shown.size).unwrap_or(i64::MAX));
            leaf.text("root", &shown.root);
        }
        leaf.list("orgs", self.orgs.iter().map(|org| org.to_string().into()).collect());
        leaf.opt_text("timer", self.timer.as_deref());
        leaf.int("next", self.next.micros());
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        if let Some(timer) = rec.opt_text("timer")? {
            lianxin_work::done(tx, timer, rec)?;
        }
        for (n, org) in (1..).zip(rec.list("orgs")?) {
            let org = org.as_str().and_then(|org| org.parse().ok());
            to_org(tx, rec, n, org.ok_or_else(|| Fault::Damaged("no organisation".into()))?, TIMER, rec.id())?;
        }
        lianxin_work::set(tx, TIMER, SUBJECT, rec.moment("next")?, rec)
    }
}

/// Sets the timer if none runs yet. At the start of the program.
///
/// # Errors
/// The database's trouble.
pub fn begin(db: &Db) -> Result<(), Stop> {
    let look = |r: &mut Read<'_>| {
        let runs = lianxin_work::due_at(r, TIMER, SUBJECT)?.is_some();
        Ok((runs, find::roots(r)?.first().map(|area| area.id)))
    };
    let (false, Some(area)) = db.read_wait(look)? else { return Ok(()) };
    let now = db.clock().now();
    let due = Due { id: String::new(), kind: TIMER.into(), subject: SUBJECT.into(), area, due_at: now, now };
    let head = Head { token: None, ..due.head(db) };
    db.act_wait(area, move |tx| {
        if lianxin_work::due_at(tx, TIMER, SUBJECT)?.is_none() {
            let next = evening_after(&find::house_terms(tx)?, tx.now());
            record(tx, head.clone(), &DayCheckpoint { shown: None, orgs: BTreeSet::new(), timer: None, next })?;
        }
        Ok(())
    })
}

/// The timer fell due.
///
/// # Errors
/// The database's trouble.
pub fn run(db: &Db, due: Due) -> Result<(), Stop> {
    let head = due.head(db);
    db.act_wait(due.area, move |tx| {
        if !is_open(tx, &due.id)? {
            return Ok(());
        }
        let shown = newest(tx)?;
        let today = tx.now().day();
        let orgs = if shown.is_some() { others(tx, today)? } else { BTreeSet::new() };
        let next = evening_after(&find::house_terms(tx)?, tx.now());
        record(tx, head.clone(), &DayCheckpoint { shown, orgs, timer: Some(due.id.clone()), next })?;
        Ok(())
    })
}

/// The next working day's close of business.
fn evening_after(terms: &Terms, now: Moment) -> Moment {
    let today = terms.calendar.working_day_from(now.day());
    let evening = terms.close_of(today);
    if evening > now { evening } else { terms.close_of(terms.calendar.working_day_from(now.plus(DAY).day())) }
}

fn newest(r: &mut Read<'_>) -> Result<Option<Shown>, Fault> {
    let Some(published) = published(r)? else { return Ok(None) };
    let note = Note::parse(published.note.as_bytes()).map_err(|why| Fault::Damaged(why.to_string()))?;
    let checkpoint = Checkpoint::parse(note.text()).map_err(|why| Fault::Damaged(why.to_string()))?;
    let (origin, size, root) = (checkpoint.origin().to_owned(), checkpoint.size(), STANDARD.encode(checkpoint.root()));
    Ok(Some(Shown { origin, size, root }))
}

/// Organisations with somebody in them, but for those in whose office the computer stands.
fn others(r: &mut Read<'_>, today: Day) -> Result<BTreeSet<OrgId>, Fault> {
    let mut all = BTreeSet::new();
    for root in find::roots(r)? {
        let held = find::seats_below(r, root.id)?.into_iter().filter(|seat| seat.holds(today));
        all.extend(held.map(|seat| seat.org));
    }
    let mut others = BTreeSet::new();
    for org in all {
        if find::org(r, org)?.is_some_and(|org| !is_host(org.kind)) {
            others.insert(org);
        }
    }
    Ok(others)
}

const fn is_host(kind: OrgKind) -> bool {
    matches!(kind, OrgKind::ResidentsCommittee | OrgKind::Community | OrgKind::Party)
}

/// The message of this room.
pub(crate) fn notices() -> Vec<Notice> {
    let name = |lang, _: &str| t(lang).msg_journal_log();
    vec![Notice { kind: TIMER, name, facts, words, urgency: Urgency::Course, voice: |_, _| None, preview }]
}

fn facts(r: &mut Read<'_>, message: &Message) -> Result<NoticeFacts, Fault> {
    let act: Option<ActId> = message.subject.parse().ok();
    let leaf = act.map(|act| store::leaf(r, act)).transpose()?.flatten();
    let link = act.map(|act| format!("/journal/{act}")).unwrap_or_default();
    let body: serde_json::Value = leaf.and_then(|leaf| serde_json::from_str(&leaf.body).ok()).unwrap_or_default();
    let shown = &body["pub"];
    let facts = NoticeFacts::new(message.at, link).with("size", shown["size"].to_string());
    Ok(facts.with("root", shown["root"].as_str().unwrap_or_default()))
}

fn words(lang: Lang, f: &NoticeFacts) -> Words {
    let t = t(lang);
    (t.msg_notice_day(f.get("size")), t.msg_notice_day_says(f.get("root")))
}

fn preview() -> NoticeFacts {
    let root = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=";
    NoticeFacts::new(Moment::default(), "/journal/1").with("size", "1021").with("root", root)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_evening_is_the_next_close_of_a_working_day() {
        let terms = Terms::default();
        let day = |text: &str| text.parse::<Day>().expect("a day");
        for (now, hour, next) in [
            ("2026-06-16", 9, "2026-06-16"),  // Tuesday morning
            ("2026-06-16", 23, "2026-06-17"), // Tuesday night
            ("2026-06-18", 23, "2026-06-22"), // the day before the Dragon Boat Festival
            ("2026-06-20", 9, "2026-06-22"),  // within it
            ("2026-09-20", 9, "2026-09-20"),  // a Sunday that is worked
        ] {
            let next = terms.close_of(day(next));
            assert_eq!(evening_after(&terms, day(now).at(hour, 0)), next, "{now} {hour}");
        }
        let close = terms.close_of(day("2026-06-16"));
        assert!(evening_after(&terms, close) > close, "never the same evening twice");
    }
}

//! 到期就删: what is kept only for a time goes by the clock.

use super::retention::{Data, gone_before, months};
use lianxin_base::{ActId, AreaId, Day, Moment};
use lianxin_journal::{Act, Kind, Leaf, Recorded, TextKey, of_person, record};
use lianxin_register::find;
use lianxin_store::{Db, Fault, Read, Stop, Tx};
use lianxin_work::{Due, is_open};

/// The timer, as it stands in the table.
pub const TIMER: &str = "privacy.purge";
/// So many texts go at once; what is left goes a minute later.
const AT_ONCE: i64 = 500;
/// It runs in the night, at this hour and minute.
const NIGHT: (u8, u8) = (3, 30);

/// 到期清理 The clock has looked what is due to go, and says when it looks again.
pub struct Purge {
    erased: i64,
    timer: Option<String>,
    next: Moment,
    /// Messages sent before this, and look-ups done before that, go with this act.
    rows: Option<Rows>,
}

/// Before when rows that hold no text go.
#[derive(Clone, Copy)]
struct Rows {
    messages: Moment,
    look_ups: Moment,
}

impl Act for Purge {
    const KIND: &'static str = "privacy.purge";

    fn leaf(&self, leaf: &mut Leaf) {
        leaf.int("erased", self.erased);
        leaf.opt_text("timer", self.timer.as_deref());
        leaf.int("next", self.next.micros());
        leaf.opt_int("messages", self.rows.map(|rows| rows.messages.micros()));
        leaf.opt_int("look_ups", self.rows.map(|rows| rows.look_ups.micros()));
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        if let Some(timer) = rec.opt_text("timer")? {
            lianxin_work::done(tx, timer, rec)?;
        }
        if let Some(sent) = rec.opt_int("messages")? {
            lianxin_outbox::forget_before(tx, Moment::from_micros(sent))?;
        }
        if let Some(done) = rec.opt_int("look_ups")? {
            crate::coming::looked::forget_before(tx, Moment::from_micros(done))?;
        }
        lianxin_work::set(tx, TIMER, SUBJECT, rec.moment("next")?, rec)
    }
}

/// The one thing this timer is about.
const SUBJECT: &str = "office";

/// The acts of this room; the erasure itself is the program's, because it knows all rooms.
pub fn kinds() -> Vec<Kind> {
    vec![Kind::of::<Purge>(), Kind::of::<super::retention::Retention>()]
}

/// Texts of what ended before a moment, at most so many.
pub type Old = fn(&mut Read<'_>, Moment, i64) -> Result<Vec<TextKey>, Fault>;

/// What each room has of what is kept for a time.
#[derive(Clone, Copy)]
pub struct Olds {
    /// [`Data::Contact`].
    pub contact: Old,
    /// [`Data::Words`].
    pub words: Old,
}

impl Olds {
    /// What is due to go, at most so many; a kind that has been settled anew goes by what is settled now.
    fn due(self, r: &mut Read<'_>, today: Day, most: i64) -> Result<Vec<TextKey>, Fault> {
        let mut all = Vec::new();
        for data in Data::ALL {
            let old: Old = match data {
                Data::Contact => self.contact,
                Data::Words => self.words,
                Data::Incident => crate::incident::closed_before,
                Data::Resident => moved_out,
                Data::Message | Data::LookUp => continue, // they hold no texts: `Rows`
            };
            let ended = before(r, data, today)?;
            let left = most - i64::try_from(all.len()).unwrap_or(most);
            all.extend(old(r, ended, left)?);
        }
        all.sort_unstable();
        all.dedup();
        Ok(all)
    }
}

/// What ended before this moment goes today.
fn before(r: &mut Read<'_>, data: Data, today: Day) -> Result<Moment, Fault> {
    Ok(gone_before(today, months(r, data)?).at(0, 0))
}

/// Names and telephones of who moved out before a moment; with the name goes what hangs on the person in every room.
fn moved_out(r: &mut Read<'_>, ended: Moment, most: i64) -> Result<Vec<TextKey>, Fault> {
    let mut all = Vec::new();
    for person in find::moved_out(r, ended.day(), most)? {
        let own = of_person(r, person)?.into_iter().filter(|held| held.kind == "register.person");
        all.extend(own.map(|held| (held.act, held.field)));
    }
    Ok(all)
}

/// Erases texts in every room.
pub type Erase = fn(&mut Tx<'_>, lianxin_journal::Head, &[TextKey]) -> Result<Option<lianxin_journal::Receipt>, Fault>;

/// Sets the timer if none runs yet. At the start of the program.
///
/// # Errors
/// The database's trouble.
pub fn begin(db: &Db) -> Result<(), Stop> {
    let runs = db.read_wait(|r| Ok(lianxin_work::due_at(r, TIMER, SUBJECT)?.is_some()))?;
    let root = db.read_wait(|r| Ok(lianxin_register::find::roots(r)?.first().map(|a| a.id)))?;
    let (Some(area), false) = (root, runs) else { return Ok(()) };
    let now = db.clock().now();
    let due = Due { id: String::new(), kind: TIMER.into(), subject: SUBJECT.into(), area, due_at: now, now };
    let head = lianxin_journal::Head { token: None, ..due.head(db) };
    db.act_wait(area, move |tx| {
        if lianxin_work::due_at(tx, TIMER, SUBJECT)?.is_none() {
            let next = night_after(tx.now());
            record(tx, head.clone(), &Purge { erased: 0, timer: None, next, rows: None })?;
        }
        Ok(())
    })
}

/// The timer fell due: what is old enough goes, and the timer is set anew.
///
/// # Errors
/// The database's trouble.
pub fn run(db: &Db, due: Due, olds: Olds, erase: Erase) -> Result<(), Stop> {
    let head = due.head(db);
    let area: AreaId = due.area;
    let gone = db.act_wait(area, move |tx| {
        if !is_open(tx, &due.id)? {
            return Ok(0);
        }
        let now = tx.now();
        let texts = olds.due(tx, now.day(), AT_ONCE)?;
        let erased = i64::try_from(texts.len()).unwrap_or(AT_ONCE);
        let next = if erased < AT_ONCE { night_after(now) } else { now.plus(lianxin_base::MINUTE) };
        let timer = Some(due.id.clone());
        let today = now.day();
        let rows = Rows { messages: before(tx, Data::Message, today)?, look_ups: before(tx, Data::LookUp, today)? };
        record(tx, head.clone(), &Purge { erased, timer, next, rows: Some(rows) })?;
        let id = ActId::new(tx.chance(), tx.now());
        erase(tx, lianxin_journal::Head { id, token: None, ..head.clone() }, &texts)?;
        Ok(erased)
    })?;
    if gone > 0 {
        db.scrub_wait()?;
    }
    db.keep_wait(|tx| Ok(lianxin_gate::ended_long_ago(tx)?))?;
    Ok(())
}

fn night_after(now: Moment) -> Moment {
    let (hour, minute) = NIGHT;
    now.plus(lianxin_base::DAY).day().at(hour, minute)
}

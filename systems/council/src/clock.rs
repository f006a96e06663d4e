//! What happens by itself when a step falls due: a reminder, a second question, and in the end 先收着.

use crate::banner::overdue as banner;
use crate::bulletin::overdue as bulletin;
use crate::climb::{Level, climb};
use crate::course::{ASK, Author, LATE, terms};
use crate::feedback;
use crate::meeting::{FINAL, WRITE, close, missing};
use crate::origin::{OUTER, nearing};
use crate::part::overdue as part;
use crate::pause::{RESUME, resume};
use crate::poll;
use crate::question::overdue as question;
use crate::survey;
use lianxin_base::ActId;
use lianxin_store::{Db, Stop, Tx};
use lianxin_work::{Due, TimerKind, is_open};

/// The timers of this system.
pub fn timers() -> Vec<TimerKind> {
    let (party, street) = (Level::Party.timer(), Level::Street.timer());
    let all =
        [(LATE, late as Run), (ASK, ask), (OUTER, outer), (RESUME, goes_on), (party, to_party), (street, to_street)];
    all.into_iter()
        .chain([(FINAL, settled as Run), (WRITE, unwritten), (poll::UNTIL, counted), (survey::UNTIL, found)])
        .chain([(banner::DUE, over as Run), (part::DUE, today), (question::DUE, unanswered), (bulletin::DUE, may_hang)])
        .map(|(kind, run)| TimerKind { kind, run })
        .collect()
}

fn late(db: &Db, due: Due) -> Result<(), Stop> {
    run(db, due, feedback::lateness)
}

fn ask(db: &Db, due: Due) -> Result<(), Stop> {
    run(db, due, |tx, author, due| {
        let terms = terms(tx, due.area)?;
        feedback::no_answer(tx, &terms, author, due)
    })
}

fn outer(db: &Db, due: Due) -> Result<(), Stop> {
    run(db, due, nearing)
}

fn goes_on(db: &Db, due: Due) -> Result<(), Stop> {
    run(db, due, resume)
}

fn to_party(db: &Db, due: Due) -> Result<(), Stop> {
    run(db, due, |tx, author, due| climb(tx, author, due, Level::Party))
}

fn to_street(db: &Db, due: Due) -> Result<(), Stop> {
    run(db, due, |tx, author, due| climb(tx, author, due, Level::Street))
}

fn settled(db: &Db, due: Due) -> Result<(), Stop> {
    run(db, due, close)
}

fn counted(db: &Db, due: Due) -> Result<(), Stop> {
    run(db, due, poll::close)
}

fn found(db: &Db, due: Due) -> Result<(), Stop> {
    run(db, due, survey::close)
}

fn over(db: &Db, due: Due) -> Result<(), Stop> {
    run(db, due, banner::remind)
}

fn may_hang(db: &Db, due: Due) -> Result<(), Stop> {
    run(db, due, bulletin::remind)
}

fn today(db: &Db, due: Due) -> Result<(), Stop> {
    run(db, due, part::remind)
}

fn unanswered(db: &Db, due: Due) -> Result<(), Stop> {
    run(db, due, question::remind)
}

fn unwritten(db: &Db, due: Due) -> Result<(), Stop> {
    run(db, due, missing)
}

type Run = fn(&Db, Due) -> Result<(), Stop>;
type Act = fn(&mut Tx<'_>, &Author, &Due) -> Result<(), Stop>;

fn run(db: &Db, due: Due, act: Act) -> Result<(), Stop> {
    let id = ActId::new(db.chance(), due.now);
    let author = Author::clock(id, due.token());
    db.act_wait(due.area, move |tx| if is_open(tx, &due.id)? { act(tx, &author, &due) } else { Ok(()) })
}

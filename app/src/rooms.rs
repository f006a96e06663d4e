//! Every room's tables and acts, in the order of dependence.

use crate::wiring;
use lianxin_base::ActId;
use lianxin_child::Kind as Child;
use lianxin_child::press::Press;
use lianxin_journal::{Erasure, Forget, Kind};
use lianxin_paper::press::{NotSet, Paper, pdf_wait};
use lianxin_property::bundle;
use lianxin_store::{Db, Fault, Kept, Migrations, Stop, Tx};
use lianxin_work::{Due, JobKind, TimerKind};
use std::sync::{PoisonError, RwLock};

/// The schema of the whole program.
pub fn migrations() -> Vec<Migrations> {
    vec![
        lianxin_journal::migrations(),
        lianxin_register::migrations(),
        lianxin_gate::migrations(),
        lianxin_work::migrations(),
        lianxin_path::migrations(),
        lianxin_outbox::migrations(),
        lianxin_council::migrations(),
        lianxin_property::migrations(),
        lianxin_notice_board::migrations(),
        lianxin_office::migrations(),
    ]
}

/// Every table and column that is not replayed.
pub fn kept() -> Vec<Kept> {
    [
        lianxin_journal::kept(),
        lianxin_register::kept(),
        lianxin_gate::kept(),
        lianxin_work::kept(),
        lianxin_outbox::kept(),
        lianxin_council::kept(),
    ]
    .concat()
}

/// Every kind of act.
pub fn kinds() -> Vec<Kind> {
    let erasure = vec![Kind::of::<Erasure<Rooms>>()];
    [
        lianxin_register::kinds(),
        lianxin_gate::kinds(),
        lianxin_outbox::kinds(),
        lianxin_council::kinds(),
        lianxin_property::kinds(),
        lianxin_notice_board::kinds(),
        lianxin_office::kinds(),
        erasure,
    ]
    .concat()
}

/// What all rooms forget with an erased text; the register last, because it knows who is meant.
pub struct Rooms;

impl Forget for Rooms {
    fn forget(tx: &mut Tx<'_>, act: ActId, field: &str) -> Result<(), Fault> {
        lianxin_council::forget::forget(tx, act, field)?;
        lianxin_property::forget::forget(tx, act, field)?;
        lianxin_notice_board::forget::forget(tx, act, field)?;
        lianxin_outbox::forget_text(tx, act, field)?;
        // With the name in force the person goes, and what the other rooms have of them.
        if field == "name"
            && let Some(person) = lianxin_register::find::person_named_by(tx, act)?
        {
            lianxin_outbox::forget(tx, person)?;
            lianxin_gate::forget_person(tx, person)?;
            lianxin_office::forget(tx, person)?;
        }
        lianxin_register::forget(tx, act, field)
    }
}

/// Every timer.
pub fn timers() -> Vec<TimerKind> {
    let purge = TimerKind { kind: lianxin_office::privacy::purge::TIMER, run: purge };
    let incident = TimerKind { kind: lianxin_office::incident::TIMER, run: lianxin_office::incident::remind };
    let systems = [lianxin_council::timers(), lianxin_property::timers(), lianxin_notice_board::timers()].concat();
    let day = TimerKind { kind: lianxin_office::log::day::TIMER, run: lianxin_office::log::day::run };
    systems.into_iter().chain([purge, incident, day]).collect()
}

/// What is kept only for a time goes.
fn purge(db: &Db, due: Due) -> Result<(), Stop> {
    use lianxin_council::forget::{contacts_before, words_before};
    let olds = lianxin_office::privacy::purge::Olds { contact: contacts_before, words: words_before };
    lianxin_office::privacy::purge::run(db, due, olds, lianxin_journal::erase::<Rooms>)
}

/// Every kind of long work.
pub fn jobs() -> Vec<JobKind> {
    use lianxin_office::import::{ENTER, TRY, enter_step, steps, try_step};
    let imports = [
        JobKind { kind: TRY, steps, step: |db, step| try_step(&wiring::imports(), db, step) },
        JobKind { kind: ENTER, steps, step: |db, step| enter_step(&wiring::imports(), db, step) },
    ];
    let papers = bundle::job_kind(|db, step| bundle::step(db, step, pressed));
    imports.into_iter().chain(crate::post::jobs()).chain([papers]).collect()
}

/// What sets papers in this process; a job is a plain function and finds it here.
static PRESS: RwLock<Option<Press>> = RwLock::new(None);

/// From now on papers are set by this.
pub(crate) fn press_with(press: Option<Press>) {
    *PRESS.write().unwrap_or_else(PoisonError::into_inner) = press;
}

fn pressed(papers: &[Paper<'_>]) -> Result<Vec<u8>, NotSet> {
    let press = PRESS.read().unwrap_or_else(PoisonError::into_inner).clone();
    pdf_wait(press.as_ref(), papers)
}

/// Every kind of child: what reads what strangers send.
pub fn children() -> Vec<Child> {
    [lianxin_photo::KINDS.as_slice(), &[lianxin_office::import::SHEET]].concat()
}

/// Where rows name files: table, and the statement that gives each file with the act to be told when it is not whole.
pub const fn files() -> &'static lianxin_journal::NamedBy {
    &[
        ("council_photo", lianxin_council::store::photos::FILES),
        ("council_meeting_sheet", lianxin_council::meeting::store::FILES),
        ("property_away", lianxin_property::away::store::FILES),
        ("property_box", lianxin_property::sealing::store::FILES),
        ("property_official", lianxin_property::official::store::FILES),
        ("property_signing", lianxin_property::signing::store::FILES),
        ("notice_board_photo", lianxin_notice_board::notice::store::FILES),
        ("notice_board_title", lianxin_notice_board::second::FILES),
    ]
}

/// Every statement, by room and name.
pub fn sql() -> Vec<(&'static str, &'static [(&'static str, &'static str)])> {
    let mut all = vec![
        ("journal", lianxin_journal::SQL),
        ("log", lianxin_journal::log::SQL),
        ("register", lianxin_register::SQL),
        ("gate", lianxin_gate::SQL),
        ("work", lianxin_work::SQL),
        ("path", lianxin_path::SQL),
        ("outbox", lianxin_outbox::SQL),
        ("web", lianxin_web::SQL),
        ("council", lianxin_council::store::SQL),
        ("council", lianxin_council::store::photos::SQL),
        ("council", lianxin_council::lists::SQL),
        ("council", lianxin_council::figures::store::SQL),
        ("council", lianxin_council::join::store::SQL),
        ("council", lianxin_council::search::store::SQL),
        ("council", lianxin_council::merge::store::SQL),
        ("council", lianxin_council::banner::store::SQL),
        ("council", lianxin_council::bulletin::store::SQL),
        ("council", lianxin_council::meeting::store::SQL),
        ("council", lianxin_council::replies::store::SQL),
        ("council", lianxin_council::metre::store::SQL),
        ("office", lianxin_office::SQL),
        ("office", lianxin_office::SETUP_SQL),
        ("office", lianxin_office::HANDOVER_SQL),
        ("office", lianxin_office::LOOKED_SQL),
        ("office", lianxin_office::incident::SQL),
        ("office", lianxin_office::privacy::retention::SQL),
        ("office", lianxin_office::backup::SQL),
    ];
    all.extend(lianxin_property::sql().into_iter().map(|sql| ("property", sql)));
    all.extend(lianxin_notice_board::sql().into_iter().map(|sql| ("notice_board", sql)));
    all
}

#[cfg(test)]
mod tests {
    use lianxin_base::Lang;

    #[test]
    fn every_kind_of_act_has_a_plain_name_on_the_page_of_the_record() {
        for kind in super::kinds() {
            let names = Lang::ALL.map(|lang| lianxin_office::kind_name(lang, kind.name));
            assert!(names.iter().all(|name| name != kind.name) && names[0] != names[1], "{}", kind.name);
        }
    }
}

//! When a council may be called, who is let in, what its minutes must say and by when they are final; pure.

use super::Refusal;
use lianxin_base::vocabulary;
use lianxin_base::{Day, Fen, MINUTE, Moment, OrgId};
use lianxin_register::find::Terms;

/// Longest name of a place.
pub(crate) const PLACE_MAX: usize = 60;
/// Longest minutes.
pub(crate) const MINUTES_MAX: usize = 2000;
/// More matters than this are not talked over in one evening.
pub(crate) const AGENDA_MAX: usize = 12;
/// So many names are copied from a sheet at once, and so long is one.
pub(crate) const NAMES_MAX: usize = 60;
pub(crate) const NAME_MAX: usize = 20;
/// So many photos of the sheet of one council.
pub(crate) const SHEETS_MAX: usize = 12;
/// A matter that so many households live with comes on the agenda by itself.
pub(crate) const HOUSEHOLDS: i64 = 3;
/// How many hours a council may be planned for.
pub(crate) const HOURS: [i64; 3] = [1, 2, 3];
/// For how many working days minutes may hang out before they are final.
pub(crate) const DAYS: [i64; 3] = [3, 5, 7];
/// Nobody is invited to an evening further away than this.
const FAR_DAYS: i32 = 60;
/// The door is open so long before it begins.
const EARLY: i64 = 30 * MINUTE;
/// How long a number stands on the screen; it is taken until the next one has gone too.
pub(crate) const SLOT: i64 = MINUTE;
/// No decision reaches further than this.
const DEADLINE_DAYS: i32 = 183;

vocabulary! {
    /// Where a council stands.
    State {
        /// 定了要开
        Called = "called",
        /// 纪要贴出来了
        Posted = "posted",
        /// 纪要定下来了
        Final = "final",
        /// 不开了
        Off = "off",
    }
}

vocabulary! {
    /// What a council says of a matter.
    Outcome {
        /// 议定了：谁办、哪天前
        Do = "do",
        /// 得全体业主表决
        Vote = "vote",
        /// 不用商量，直接办
        Plain = "plain",
        /// 这回没定，下回接着商量
        Later = "later",
    }
}

vocabulary! {
    /// What came of it once the minutes were final.
    Landed {
        /// It was handed on as decided.
        Done = "done",
        /// It waits for a vote of the owners.
        Vote = "vote",
        /// It needs no talk; whoever holds it hands it on.
        Plain = "plain",
        /// It is talked over further.
        Later = "later",
        /// It had moved on meanwhile.
        Moved = "moved",
        /// It could not be handed on as decided.
        Stuck = "stuck",
    }
}

impl Landed {
    /// What comes of an outcome that hands nothing on.
    pub(crate) const fn of(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Do => Self::Stuck,
            Outcome::Vote => Self::Vote,
            Outcome::Plain => Self::Plain,
            Outcome::Later => Self::Later,
        }
    }
}

vocabulary! {
    /// How somebody came onto the list.
    How {
        /// By the number on the screen.
        Code = "code",
        /// From the signed sheet.
        Sheet = "sheet",
    }
}

/// A council that is about to be called.
pub(crate) struct Calling {
    pub(crate) now: Moment,
    pub(crate) starts: Moment,
    pub(crate) hours: i64,
    pub(crate) days: i64,
    pub(crate) matters: usize,
    pub(crate) words: bool,
}

/// May it be called so?
pub(crate) fn may_call(c: &Calling) -> Result<(), Refusal> {
    if c.starts <= c.now {
        return Err(Refusal::Past);
    }
    if c.starts.day().number() - c.now.day().number() > FAR_DAYS {
        return Err(Refusal::Far);
    }
    if !HOURS.contains(&c.hours) || !DAYS.contains(&c.days) {
        return Err(Refusal::NoTerm);
    }
    match c.matters {
        0 if !c.words => Err(Refusal::NoAgenda),
        n if n > AGENDA_MAX => Err(Refusal::TooMuch),
        _ => Ok(()),
    }
}

/// Whoever called it runs it, and the community, whose secretary looks after all councils.
pub(crate) fn may_run(org: OrgId, convener: OrgId, community: &[OrgId]) -> Result<(), Refusal> {
    if org == convener || community.contains(&org) { Ok(()) } else { Err(Refusal::NotRunner) }
}

/// It may be called off as long as no minutes hang out: the power may fail, nobody may come.
pub(crate) const fn may_cancel(state: State) -> Result<(), Refusal> {
    match state {
        State::Off => Err(Refusal::Off),
        State::Called => Ok(()),
        State::Posted | State::Final => Err(Refusal::Held),
    }
}

/// It may be changed until it begins: whoever sits there already knows when and where.
pub(crate) fn may_change(state: State, now: Moment, starts: Moment) -> Result<(), Refusal> {
    may_cancel(state)?;
    if now < starts { Ok(()) } else { Err(Refusal::Begun) }
}

/// Whether the door is open: half an hour before it begins until it ends.
pub(crate) fn door(state: State, now: Moment, starts: Moment, ends: Moment) -> Result<(), Refusal> {
    match state {
        State::Off => Err(Refusal::Off),
        State::Called | State::Posted if starts.plus(-EARLY) <= now && now <= ends => Ok(()),
        _ => Err(Refusal::Shut),
    }
}

/// What somebody who comes in brings along.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Coming {
    /// They live there, or their organisation is invited.
    pub(crate) belongs: bool,
    /// They are on the list; whether they were struck.
    pub(crate) listed: Option<bool>,
}

/// May they be put on the list?
pub(crate) const fn may_come(c: Coming) -> Result<(), Refusal> {
    match c {
        Coming { belongs: false, .. } => Err(Refusal::NotHere),
        Coming { listed: Some(true), .. } => Err(Refusal::WasStruck),
        Coming { listed: Some(false), .. } => Err(Refusal::Already),
        Coming { .. } => Ok(()),
    }
}

/// Names come from the sheet once the door was open, until the minutes are final.
pub(crate) fn may_copy(state: State, now: Moment, starts: Moment) -> Result<(), Refusal> {
    match state {
        State::Off => Err(Refusal::Off),
        State::Final => Err(Refusal::Shut),
        _ if now < starts.plus(-EARLY) => Err(Refusal::NotBegun),
        _ => Ok(()),
    }
}

/// Which number stands on the screen.
pub(crate) const fn slot(now: Moment) -> i64 {
    now.micros().div_euclid(SLOT)
}

/// Minutes are written once it has begun, and written anew as long as they are not final.
pub(crate) fn may_write(state: State, now: Moment, starts: Moment) -> Result<(), Refusal> {
    match state {
        State::Off => Err(Refusal::Off),
        State::Final => Err(Refusal::Held),
        _ if now < starts => Err(Refusal::NotBegun),
        _ => Ok(()),
    }
}

/// Until when somebody may object to minutes that are posted now: close of business of the last working day.
pub(crate) fn until(terms: &Terms, now: Moment, days: i64) -> Moment {
    terms.close_of(terms.calendar.add_working_days(now.day(), u32::try_from(days).unwrap_or(0)))
}

/// What minutes say of a matter, as far as the rules care.
pub(crate) struct Row {
    pub(crate) outcome: Option<Outcome>,
    pub(crate) says: bool,
    pub(crate) executor: bool,
    pub(crate) deadline: Option<Day>,
    pub(crate) limit: Option<Fen>,
}

/// Whether it is said whole. What is decided has a doer and a day after the one whose close makes the minutes final.
pub(crate) fn whole(row: &Row, until: Moment) -> Result<(), Refusal> {
    if row.outcome.ok_or(Refusal::NoOutcome)? != Outcome::Do {
        return Ok(());
    }
    if !row.says {
        return Err(Refusal::NoDecision);
    }
    if !row.executor {
        return Err(Refusal::NoExecutor);
    }
    let day = row.deadline.ok_or(Refusal::NoDeadline)?;
    if day <= until.day() {
        return Err(Refusal::EarlyDeadline);
    }
    if day.number() - until.day().number() > DEADLINE_DAYS {
        return Err(Refusal::FarDeadline);
    }
    if row.limit.is_some_and(|fen| fen.0 <= 0) {
        return Err(Refusal::BadLimit);
    }
    Ok(())
}

/// May somebody object? To the last minute of the term, once to each minutes, if they belong there.
pub(crate) fn may_object(
    state: State,
    (now, until): (Moment, Option<Moment>),
    belongs: bool,
    before: bool,
) -> Result<(), Refusal> {
    let (State::Posted, Some(until)) = (state, until) else { return Err(Refusal::NotPosted) };
    match (belongs, now <= until, before) {
        (false, _, _) => Err(Refusal::NotHere),
        (_, false, _) => Err(Refusal::TooLate),
        (_, _, true) => Err(Refusal::Objected),
        _ => Ok(()),
    }
}

/// By which day a decision is carried out, once the minutes are final. Objections may have kept them past the day they
/// said: then whoever does it has as many working days as they were to have after the planned end of the term.
pub(crate) fn carried_out(terms: &Terms, planned: Day, by: Day, today: Day) -> Day {
    // It is handed on at the close of a day, so on the last one nothing is left of it.
    if today < by {
        return by;
    }
    let days = terms.calendar.working_days_between(planned, by).max(1);
    terms.calendar.add_working_days(today, days)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().expect("a day")
    }
    fn at(text: &str, hour: u8, minute: u8) -> Moment {
        day(text).at(hour, minute)
    }
    fn org(n: u8) -> OrgId {
        OrgId::from_bytes([n; 16])
    }

    #[test]
    fn a_council_is_called_for_an_evening_to_come_with_something_to_talk_about() {
        let now = at("2026-06-18", 10, 0);
        let evening = at("2026-06-25", 19, 0);
        for (what, starts, hours, days, matters, words, want) in [
            ("next week", evening, 2, 3, 2, false, Ok(())),
            ("only words", evening, 1, 7, 0, true, Ok(())),
            ("now", now, 2, 3, 1, false, Err(Refusal::Past)),
            ("in a moment", now.plus(1), 2, 3, 1, false, Ok(())),
            ("the sixtieth day", at("2026-08-17", 23, 59), 2, 3, 1, false, Ok(())),
            ("the day after", at("2026-08-18", 0, 0), 2, 3, 1, false, Err(Refusal::Far)),
            ("a day long", evening, 8, 3, 1, false, Err(Refusal::NoTerm)),
            ("final tomorrow", evening, 2, 1, 1, false, Err(Refusal::NoTerm)),
            ("about nothing", evening, 2, 3, 0, false, Err(Refusal::NoAgenda)),
            ("about everything", evening, 2, 3, 13, true, Err(Refusal::TooMuch)),
            ("about twelve things", evening, 2, 3, 12, false, Ok(())),
        ] {
            assert_eq!(may_call(&Calling { now, starts, hours, days, matters, words }), want, "{what}");
        }
    }

    #[test]
    fn whoever_called_it_runs_it_and_the_community() {
        for (what, who, want) in [
            ("who called it", org(1), Ok(())),
            ("the residents' committee", org(2), Ok(())),
            ("the party organisation", org(3), Ok(())),
            ("another of those invited", org(4), Err(Refusal::NotRunner)),
        ] {
            assert_eq!(may_run(who, org(1), &[org(2), org(3)]), want, "{what}");
        }
    }

    #[test]
    fn the_door_is_open_half_an_hour_before_until_the_very_end() {
        let (starts, ends) = (at("2026-06-25", 19, 0), at("2026-06-25", 21, 0));
        for (what, state, now, want) in [
            ("half an hour before", State::Called, at("2026-06-25", 18, 30), Ok(())),
            ("a moment earlier", State::Called, at("2026-06-25", 18, 30).plus(-1), Err(Refusal::Shut)),
            ("exactly at the end", State::Called, ends, Ok(())),
            ("a moment later", State::Called, ends.plus(1), Err(Refusal::Shut)),
            ("minutes posted on the spot", State::Posted, at("2026-06-25", 20, 50), Ok(())),
            ("called off", State::Off, starts, Err(Refusal::Off)),
        ] {
            assert_eq!(door(state, now, starts, ends), want, "{what}");
        }
        assert_eq!(may_copy(State::Called, at("2026-06-25", 18, 29), starts), Err(Refusal::NotBegun));
        assert_eq!(may_copy(State::Posted, at("2026-06-30", 9, 0), starts), Ok(()));
        assert_eq!(may_copy(State::Final, at("2026-06-30", 9, 0), starts), Err(Refusal::Shut));
        assert_eq!(may_cancel(State::Called), Ok(()));
        assert_eq!(may_cancel(State::Off), Err(Refusal::Off));
        assert_eq!(may_cancel(State::Posted), Err(Refusal::Held));
        assert_eq!(may_cancel(State::Final), Err(Refusal::Held));
        assert_eq!(may_write(State::Called, starts, starts), Ok(()));
        assert_eq!(may_write(State::Called, starts.plus(-1), starts), Err(Refusal::NotBegun));
        assert_eq!(may_write(State::Final, ends, starts), Err(Refusal::Held));
    }

    #[test]
    fn each_comes_in_once_and_who_was_struck_asks_at_the_desk() {
        for (what, belongs, listed, want) in [
            ("a neighbour", true, None, Ok(())),
            ("from elsewhere", false, None, Err(Refusal::NotHere)),
            ("twice", true, Some(false), Err(Refusal::Already)),
            ("struck", true, Some(true), Err(Refusal::WasStruck)),
        ] {
            assert_eq!(may_come(Coming { belongs, listed }), want, "{what}");
        }
    }

    #[test]
    fn minutes_hang_out_for_working_days_only() {
        let terms = Terms::default();
        // 2026-06-19 is the Dragon Boat holiday, a Friday.
        for (what, posted, days, want) in [
            ("over the holiday and the weekend", at("2026-06-18", 21, 0), 3, at("2026-06-24", 17, 30)),
            ("posted on the holiday", at("2026-06-19", 9, 0), 3, at("2026-06-24", 17, 30)),
            ("a plain week", at("2026-06-22", 9, 0), 3, at("2026-06-25", 17, 30)),
            ("posted on a Saturday", at("2026-06-27", 9, 0), 5, at("2026-07-03", 17, 30)),
        ] {
            assert_eq!(until(&terms, posted, days), want, "{what}");
        }
    }

    #[test]
    fn what_is_decided_has_words_a_doer_and_a_day_after_the_objections() {
        let until = at("2026-06-24", 17, 30);
        let row = |outcome, says, executor, deadline: &str, limit: Option<i64>| Row {
            outcome,
            says,
            executor,
            deadline: deadline.parse().ok(),
            limit: limit.map(Fen),
        };
        let done = Some(Outcome::Do);
        for (what, row, want) in [
            ("nothing said", row(None, true, true, "2026-07-01", None), Err(Refusal::NoOutcome)),
            ("whole", row(done, true, true, "2026-07-01", Some(120_000)), Ok(())),
            ("the day after", row(done, true, true, "2026-06-25", None), Ok(())),
            ("on the very day", row(done, true, true, "2026-06-24", None), Err(Refusal::EarlyDeadline)),
            ("the day before", row(done, true, true, "2026-06-23", None), Err(Refusal::EarlyDeadline)),
            ("too far", row(done, true, true, "2026-12-25", None), Err(Refusal::FarDeadline)),
            ("half a year", row(done, true, true, "2026-12-24", None), Ok(())),
            ("no words", row(done, false, true, "2026-07-01", None), Err(Refusal::NoDecision)),
            ("nobody", row(done, true, false, "2026-07-01", None), Err(Refusal::NoExecutor)),
            ("no day", row(done, true, true, "", None), Err(Refusal::NoDeadline)),
            ("for nothing", row(done, true, true, "2026-07-01", Some(0)), Err(Refusal::BadLimit)),
            ("the owners vote", row(Some(Outcome::Vote), false, false, "", None), Ok(())),
            ("later", row(Some(Outcome::Later), false, false, "", None), Ok(())),
        ] {
            assert_eq!(whole(&row, until), want, "{what}");
        }
    }

    #[test]
    fn who_lives_there_objects_once_until_the_last_minute() {
        let until = at("2026-06-24", 17, 30);
        for (what, state, now, belongs, before, want) in [
            ("in time", State::Posted, at("2026-06-22", 8, 0), true, false, Ok(())),
            ("at the last minute", State::Posted, until, true, false, Ok(())),
            ("a moment later", State::Posted, until.plus(1), true, false, Err(Refusal::TooLate)),
            ("from elsewhere", State::Posted, until, false, false, Err(Refusal::NotHere)),
            ("twice", State::Posted, until, true, true, Err(Refusal::Objected)),
            ("not posted", State::Called, until, true, false, Err(Refusal::NotPosted)),
            ("final", State::Final, until, true, false, Err(Refusal::NotPosted)),
        ] {
            assert_eq!(may_object(state, (now, Some(until)), belongs, before), want, "{what}");
        }
    }

    #[test]
    fn a_decision_kept_up_by_objections_keeps_its_working_days() {
        let terms = Terms::default();
        let (planned, by) = (day("2026-06-24"), day("2026-06-26"));
        for (what, today, want) in [
            ("in time", "2026-06-24", "2026-06-26"),
            ("the day before the last", "2026-06-25", "2026-06-26"),
            ("on the last day", "2026-06-26", "2026-06-30"),
            ("over the weekend", "2026-06-27", "2026-06-30"),
            ("a week late", "2026-07-03", "2026-07-07"),
        ] {
            assert_eq!(carried_out(&terms, planned, by, day(today)), day(want), "{what}");
        }
        assert_eq!(carried_out(&terms, by, by, day("2026-06-29")), day("2026-06-30"), "at least a day");
    }

    #[test]
    fn a_council_is_changed_until_it_begins() {
        let starts = Day::from_number(20_000).at(19, 0);
        for (what, state, now, want) in [
            ("the day before", State::Called, starts.plus(-86_400_000_000), Ok(())),
            ("a moment before", State::Called, starts.plus(-1), Ok(())),
            ("as it begins", State::Called, starts, Err(Refusal::Begun)),
            ("called off", State::Off, starts.plus(-1), Err(Refusal::Off)),
            ("written down", State::Posted, starts.plus(1), Err(Refusal::Held)),
            ("over", State::Final, starts.plus(1), Err(Refusal::Held)),
        ] {
            assert_eq!(may_change(state, now, starts), want, "{what}");
        }
    }
}

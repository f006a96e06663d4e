//! The second step: asked for, set up, taken; recovery codes; guessing.

use crate::office::*;
use lianxin_base::{MINUTE, SECOND};
use lianxin_gate::{
    Enrolment, Next, Powers, Seed, SessionToken, SignedIn, SlipCode, Waits, code_at, enrol_wait, recovery_left, second,
    second_wait, sign_in_wait,
};
use lianxin_store::Stop;

impl Office {
    fn try_in(&self, login: &str) -> SignedIn {
        sign_in_wait(&self.db, &self.limits, &Powers::new(), login, PASSWORD).expect("the password is right")
    }
    /// What the authenticator shows now.
    fn shown(&self, seed: &Seed) -> String {
        code_at(&self.keys.second(self.admin, seed.text()), self.db.clock().now())
    }
    fn enrol(&self, seed: &Seed, code: &str, old: &str) -> Result<Vec<SlipCode>, Stop> {
        let new = Enrolment { seat: self.admin, seed: seed.clone(), code: code.into(), old: old.into() };
        enrol_wait(&self.db, &self.keys, &new)
    }
    fn take(&self, waiting: &SessionToken, code: &str) -> Result<SessionToken, Stop> {
        second_wait(&self.db, &self.keys, &waiting.hash(), self.admin, None, code)
    }
    fn set_up(&self) -> (Seed, Vec<SlipCode>) {
        let seed = Seed::make(self.db.chance());
        let codes = self.enrol(&seed, &self.shown(&seed), "").expect("set up");
        self.later(MINUTE);
        (seed, codes)
    }
}

#[test]
fn who_runs_the_machine_is_asked_has_seven_days_and_then_must() {
    for office in offices() {
        assert_eq!(office.try_in("worker").next, Next::In, "a worker needs none");
        for (days, next) in [(0, Next::Ask(7)), (3, Next::Ask(4)), (3, Next::Ask(1))] {
            office.days(days);
            let done = office.try_in("admin");
            assert_eq!(done.next, next);
            assert_eq!(office.signed(&done.token).expect("signed").waits, None);
        }
        office.days(2);
        let done = office.try_in("admin");
        assert_eq!(done.next, Next::Enrol);
        assert_eq!(office.signed(&done.token).expect("known").waits, Some(Waits::Enrol));
        office.later(11 * MINUTE);
        assert!(office.signed(&done.token).is_none(), "a half-open door does not stay open");
    }
}

#[test]
fn after_the_password_comes_the_code_and_each_code_opens_once() {
    for office in offices() {
        let (seed, _) = office.set_up();
        let done = office.try_in("admin");
        assert_eq!((done.next, office.signed(&done.token).expect("known").waits), (Next::Code, Some(Waits::Code)));
        assert_eq!(code(office.take(&done.token, "000000")), "gate.second_wrong");
        let shown = office.shown(&seed);
        let token = office.take(&done.token, &shown).expect("in");
        assert_eq!(office.signed(&token).expect("signed").waits, None);
        assert!(office.signed(&done.token).is_none(), "the waiting session is over");
        let again = office.try_in("admin").token;
        assert_eq!(code(office.take(&again, &shown)), "gate.second_wrong", "looked at over the shoulder");
        office.later(30 * SECOND);
        office.take(&again, &office.shown(&seed)).expect("the next one");
    }
}

#[test]
fn a_recovery_code_opens_once_and_stands_nowhere() {
    for office in offices() {
        let (_, codes) = office.set_up();
        assert_eq!(codes.len(), 8);
        let waiting = office.try_in("admin").token;
        office.take(&waiting, &codes[3].to_string().to_lowercase()).expect("in");
        let waiting = office.try_in("admin").token;
        assert_eq!(code(office.take(&waiting, codes[3].plain())), "gate.second_wrong");
        let seat = office.admin;
        assert_eq!(office.db.read_wait(move |r| Ok(recovery_left(r, seat)?)).expect("read"), 7);
        let hashes = office.db.read_wait(|r| Ok(r.rows("SELECT hash FROM gate_recovery", &[], |row| row.text(0))?));
        let hashes = hashes.expect("read");
        assert!(codes.iter().all(|c| !hashes.iter().any(|hash| hash.contains(c.plain()))));
    }
}

#[test]
fn who_guesses_codes_waits_also_with_a_fresh_password() {
    for office in offices() {
        let (seed, _) = office.set_up();
        let waiting = office.try_in("admin").token;
        for n in 0..5 {
            assert_eq!(code(office.take(&waiting, "000000")), "gate.second_wrong", "{n}");
        }
        assert_eq!(code(office.take(&waiting, &office.shown(&seed))), "gate.too_often");
        let fresh = office.try_in("admin").token;
        assert_eq!(code(office.take(&fresh, &office.shown(&seed))), "gate.too_often");
        office.later(16 * MINUTE);
        let waiting = office.try_in("admin").token;
        office.take(&waiting, &office.shown(&seed)).expect("in");
    }
}

#[test]
fn another_authenticator_needs_the_old_one_or_a_recovery_code() {
    for office in offices() {
        let (seed, codes) = office.set_up();
        let new = Seed::make(office.db.chance());
        assert_eq!(code(office.enrol(&new, "000000", "")), "gate.second_wrong");
        assert_eq!(code(office.enrol(&new, &office.shown(&new), "000000")), "gate.second_old");
        let fresh = office.enrol(&new, &office.shown(&new), codes[0].plain()).expect("replaced");
        office.later(MINUTE);
        let waiting = office.try_in("admin").token;
        assert_eq!(
            code(office.take(&waiting, &office.shown(&seed))),
            "gate.second_wrong",
            "the old one is nothing now"
        );
        assert_eq!(code(office.take(&waiting, codes[1].plain())), "gate.second_wrong", "nor are its recovery codes");
        office.take(&waiting, fresh[0].plain()).expect("in");
        let seat = office.admin;
        let is = office.db.read_wait(move |r| Ok(second(r, seat)?)).expect("read").expect("asked for");
        assert!(is.since.is_some());
        assert!(new.uri(&office.keys, seat, "Lianxin", "admin").starts_with("otpauth://totp/Lianxin:admin?secret="));
    }
}

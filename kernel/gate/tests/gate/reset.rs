//! The way back for an administrator who lost phone and recovery codes, and a desk that is known.

use crate::office::*;
use lianxin_base::{HOUR, MINUTE};
use lianxin_gate::{
    Enrolment, Next, Powers, RESET_HOURS, Seed, SignedIn, Waits, code_at, enrol_wait, recovery_left, remember,
    reset_wait, sign_in_on_wait, sign_in_wait,
};
use lianxin_store::{Read, Stop};

impl Office {
    fn comes(&self, login: &str, password: &str) -> Result<SignedIn, Stop> {
        sign_in_wait(&self.db, &self.limits, &Powers::new(), login, password)
    }
    fn comes_on(&self, login: &str, password: &str, device: &str) -> Result<SignedIn, Stop> {
        sign_in_on_wait(&self.db, &self.limits, &Powers::new(), (login, password), Some(device))
    }
    /// The administrator's second step is set up.
    fn stepped(&self) {
        let seed = Seed::make(self.db.chance());
        let code = code_at(&self.keys.second(self.admin, seed.text()), self.db.clock().now());
        enrol_wait(&self.db, &self.keys, &Enrolment { seat: self.admin, seed, code, old: String::new() }).expect("set");
    }
    fn left(&self) -> i64 {
        let seat = self.admin;
        self.db.read_wait(move |r| Ok(recovery_left(r, seat)?)).expect("read")
    }
}

#[test]
fn an_administrator_who_lost_everything_comes_in_anew_and_must_set_the_second_step_up() {
    for office in offices() {
        let before = office.comes("admin", PASSWORD).expect("in");
        office.stepped();
        assert!(office.signed(&before.token).is_some() && office.left() == 8);
        let password = reset_wait(&office.db, "Admin").expect("reset");
        assert!(office.signed(&before.token).is_none() && office.left() == 0, "all of the seat is out");
        assert_eq!(code(office.comes("admin", PASSWORD)), "gate.wrong_login", "the old password is gone");
        let done = office.comes("admin", &password).expect("the new one");
        assert_eq!(done.next, Next::Enrol, "no days of grace");
        assert_eq!(office.signed(&done.token).expect("known").waits, Some(Waits::Enrol));
        office.stepped();
        office.later((RESET_HOURS + 1) * HOUR);
        assert_eq!(office.comes("admin", &password).expect("used in time, it stays").next, Next::Code);
        let recorded = |r: &mut Read<'_>| {
            let sql = "SELECT COUNT(*) FROM journal_act WHERE kind = 'gate.seat_reset'";
            Ok(r.row(sql, &[], |row| row.int(0))?)
        };
        assert_eq!(office.db.read_wait(recorded).expect("read"), Some(1), "everybody can see that it happened");
        let kinds = [lianxin_register::kinds(), lianxin_gate::kinds()].concat();
        let verified = office
            .db
            .read_wait(move |r| Ok(lianxin_journal::verify(r, &kinds, &migrations(), &kept(), &mut |_, _| true)?));
        assert!(verified.expect("verified").findings.is_empty());
    }
}

#[test]
fn a_new_password_that_nobody_used_in_a_day_is_none() {
    for office in offices() {
        let password = reset_wait(&office.db, "admin").expect("reset");
        office.later(RESET_HOURS * HOUR + MINUTE);
        assert_eq!(code(office.comes("admin", &password)), "gate.wrong_login");
        let again = reset_wait(&office.db, "admin").expect("once more");
        office.later(20 * MINUTE);
        office.comes("admin", &again).expect("in time");
    }
}

#[test]
fn only_an_administrator_is_opened_anew_on_the_machine() {
    for office in offices() {
        let worker = office.comes("worker", PASSWORD).expect("in");
        for name in ["worker", "manager", "nobody", "", "a b"] {
            assert_eq!(code(reset_wait(&office.db, name)), "gate.not_admin", "{name}");
        }
        assert!(office.signed(&worker.token).is_some(), "nothing was touched");
    }
}

#[test]
fn who_guesses_a_workers_password_does_not_lock_the_workers_own_desk() {
    for office in offices() {
        let first = office.comes_on("worker", PASSWORD, "desk").expect("in");
        let session = first.token.hash();
        office.db.keep_wait(move |tx| Ok(remember(tx, &session, "desk")?)).expect("kept");
        for _ in 0..5 {
            assert_eq!(code(office.comes_on("worker", "a wrong guess", "elsewhere")), "gate.wrong_login");
        }
        assert_eq!(code(office.comes_on("worker", PASSWORD, "elsewhere")), "gate.too_often");
        office.comes_on("worker", PASSWORD, "desk").expect("her own desk lets her in");
        for _ in 0..5 {
            office.comes_on("worker", "a wrong guess", "desk").expect_err("wrong");
        }
        assert_eq!(code(office.comes_on("worker", PASSWORD, "desk")), "gate.too_often", "it has five as well");
    }
}

//! The phones of field staff: a QR once, a PIN after a rest, the paired seat and nothing else.

use crate::office::*;
use lianxin_base::{HOUR, MINUTE, SeatId};
use lianxin_gate::{
    Capability, Powers, Role, Scope, SessionToken, Six, Waits, forget, pair_wait, pairing, pairing_for, phone_seat,
    phones, unlock_wait,
};
use lianxin_store::Stop;

fn six(digits: &str) -> Six {
    Six::read(digits).expect("six digits")
}

impl Office {
    fn qr(&self, seat: SeatId) -> Result<SessionToken, Stop> {
        let token = SessionToken::make();
        let made = token.clone();
        self.db.keep_wait(move |tx| pairing(tx, &made, seat))?;
        Ok(token)
    }
    fn pair(&self, qr: &SessionToken, form: &str) -> Result<SessionToken, Stop> {
        pair_wait(&self.db, &self.keys, qr, &six("480913"), form)
    }
    fn unlock(&self, phone: &SessionToken, pin: &str) -> Result<(), Stop> {
        unlock_wait(&self.db, &self.keys, &phone.hash(), &six(pin))
    }
    fn waits(&self, phone: &SessionToken) -> Option<Waits> {
        self.signed(phone).expect("remembered").waits
    }
}

#[test]
fn a_qr_pairs_one_phone_once_and_only_for_field_staff() {
    for office in offices() {
        assert_eq!(code(office.qr(office.worker)), "gate.not_field", "a desk has a password");
        let older = office.qr(office.plumber).expect("shown");
        let qr = office.qr(office.plumber).expect("shown");
        assert_eq!(code(office.pair(&older, "form-1")), "gate.pairing_over", "only the newest is good");
        let (hash, now) = (qr.hash(), office.db.clock().now());
        let whose = office.db.read_wait(move |r| Ok(pairing_for(r, &hash, now)?)).expect("read");
        assert_eq!(whose, Some(("维修工".into(), "红星物业".into())));
        let first = office.pair(&qr, "form-1").expect("paired");
        let phone = office.pair(&qr, "form-1").expect("the same tap twice");
        assert!(office.signed(&first).is_none() && office.signed(&phone).is_some(), "one phone, one session");
        assert_eq!(code(office.pair(&qr, "form-2")), "gate.pairing_over", "another phone");
        let late = office.qr(office.plumber).expect("shown");
        office.later(11 * MINUTE);
        assert_eq!(code(office.pair(&late, "form-3")), "gate.pairing_over");
        assert_eq!(code(office.pair(&SessionToken::make(), "form-4")), "gate.pairing_over");
    }
}

#[test]
fn the_phone_opens_its_seats_own_jobs_and_nothing_else() {
    for office in offices() {
        let qr = office.qr(office.plumber).expect("shown");
        let signed = office.signed(&office.pair(&qr, "form").expect("paired")).expect("signed");
        assert_eq!((signed.seats.len(), signed.days, signed.seats[0].seat), (1, 90, office.plumber));
        let mut powers = Powers::new();
        powers.give(Role::CompanyStaff, &[Capability("council.desk")]);
        assert_eq!(signed.scope_of(&powers, Capability("council.desk")), Scope::Held(vec![office.company]));
        assert!(!signed.scope().covers(office.compounds[0]));
    }
}

#[test]
fn after_a_rest_the_pin_is_asked_and_five_wrong_ones_forget_the_phone() {
    for office in offices() {
        let phone = office.pair(&office.qr(office.plumber).expect("shown"), "form").expect("paired");
        office.later(3 * HOUR);
        assert_eq!(office.waits(&phone), None);
        office.later(2 * HOUR);
        assert_eq!(office.waits(&phone), Some(Waits::Pin));
        assert_eq!(code(office.unlock(&phone, "111119")), "gate.pin_wrong");
        office.unlock(&phone, "480913").expect("open");
        assert_eq!(office.waits(&phone), None);
        office.days(1);
        for left in (1..5).rev() {
            let refused = office.unlock(&phone, "111119").expect_err("wrong");
            let Stop::Refused(no) = refused else { panic!("a refusal") };
            assert!(no.say(lianxin_base::Lang::Zh).contains(&format!("还能试 {left} 次")), "{left}");
        }
        assert_eq!(code(office.unlock(&phone, "111119")), "gate.phone_ended");
        assert_eq!(code(office.unlock(&phone, "480913")), "gate.phone_ended", "even the right one");
        assert!(office.signed(&phone).is_none());
    }
}

#[test]
fn the_office_lists_its_phones_and_ends_them() {
    for office in offices() {
        let phone = office.pair(&office.qr(office.plumber).expect("shown"), "form").expect("paired");
        let (org, now) = (office.company, office.db.clock().now());
        let listed = office.db.read_wait(move |r| Ok(phones(r, org, now)?)).expect("read");
        assert_eq!(listed.iter().map(|p| p.seat).collect::<Vec<_>>(), [office.plumber]);
        let id = listed[0].id.clone();
        let asked = id.clone();
        assert_eq!(office.db.read_wait(move |r| Ok(phone_seat(r, &asked)?)).expect("read"), Some(office.plumber));
        office.db.keep_wait(move |tx| Ok(forget(tx, &id)?)).expect("kept");
        assert!(office.signed(&phone).is_none());
        assert!(office.db.read_wait(move |r| Ok(phones(r, org, now)?)).expect("read").is_empty());
        let phone = office.pair(&office.qr(office.plumber).expect("shown"), "form-2").expect("paired");
        for _ in 0..17 {
            office.days(5);
            if office.waits(&phone).is_some() {
                office.unlock(&phone, "480913").expect("open");
            }
        }
        assert!(office.signed(&phone).is_some(), "remembered while it is used");
        office.days(91);
        assert!(office.signed(&phone).is_none(), "ninety days unused");
    }
}

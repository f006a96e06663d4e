//! Nobody has an account before they agreed to the rules in force, and nobody under 14 has one at all.

use crate::office::*;
use lianxin_base::PersonId;
use lianxin_gate::{
    Asked, Consent, RULES_VERSION, SlipCode, Waits, Whence, agrees, come_back_wait, consent, consents, set_code_wait,
    withdraw,
};
use lianxin_journal::record;
use lianxin_register::{Child, ChildEnd};
use lianxin_store::Stop;

impl Office {
    fn take_back(&self, person: PersonId, what: Asked) -> Result<(), Stop> {
        let head = head(&self.db, self.compounds[0]);
        self.db.act_wait(self.compounds[0], move |tx| withdraw(tx, head.clone(), person, what).map(|_| ()))
    }
    fn gives(&self, person: PersonId, what: Asked, seen: i64) -> Result<(), Stop> {
        let head = head(&self.db, self.compounds[0]);
        self.db.act_wait(self.compounds[0], move |tx| consent(tx, head.clone(), person, what, seen).map(|_| ()))
    }
    fn agrees(&self, person: PersonId, what: Asked) -> bool {
        self.db.read_wait(move |r| Ok(agrees(r, person, what)?)).expect("read")
    }
    fn child(&self, person: PersonId, guardian: PersonId) -> Result<(), Stop> {
        let head = head(&self.db, self.compounds[0]);
        let act = Child { person, guardian };
        self.db.act_wait(self.compounds[0], move |tx| lianxin_register::child(tx, head.clone(), act).map(|_| ()))
    }
}

#[test]
fn who_has_not_agreed_waits_and_who_agrees_is_in() {
    for office in offices() {
        let phone = office.admit(&office.slip(), "form").expect("in");
        let waits = || office.signed(&phone).expect("a session").waits;
        assert_eq!(waits(), None, "the fixture has agreed");
        office.take_back(office.resident, Asked::Rules).expect("taken back");
        assert_eq!(waits(), Some(Waits::Consent));
        assert!(office.agrees(office.resident, Asked::Publication), "each by itself");
        assert_eq!(code(office.take_back(office.resident, Asked::Rules)), "gate.not_agreed");
        assert_eq!(code(office.gives(office.resident, Asked::Rules, RULES_VERSION - 1)), "gate.rules_newer");
        assert_eq!(waits(), Some(Waits::Consent));
        office.gives(office.resident, Asked::Rules, RULES_VERSION).expect("given");
        assert_eq!(waits(), None);
        // A seat works by its office's duties, not by its holder's agreement.
        let seat = office.sign_in("worker", PASSWORD).expect("in");
        assert_eq!(office.signed(&seat).expect("signed").waits, None);
    }
}

#[test]
fn a_new_version_of_the_rules_asks_anew_and_leaves_the_others_as_they_were() {
    for office in offices() {
        let phone = office.admit(&office.slip(), "form").expect("in");
        let (person, version) = (office.resident, RULES_VERSION - 1);
        for what in Asked::ALL {
            act(&office.db, office.compounds[0], move |tx, head| {
                Ok(record(tx, head, &Consent { person, what, version })?)
            });
        }
        assert_eq!(office.signed(&phone).expect("a session").waits, Some(Waits::Consent));
        let older = office.db.read_wait(move |r| Ok(consents(r, person)?)).expect("read");
        assert!(older.len() == 3 && older.iter().all(|a| a.version == version));
        assert!(office.agrees(person, Asked::Publication) && !office.agrees(person, Asked::Rules));
    }
}

#[test]
fn a_child_has_no_slip_no_code_and_no_session_and_at_14_has() {
    for office in offices() {
        let (child, guardian) = (office.resident, office.relative);
        let (signed_in, unused) = (office.admit(&office.slip(), "form").expect("in"), office.slip());
        set_code_wait(&office.db, &office.keys, child, &six("204816")).expect("set");
        for (person, by, why) in [
            (child, child, "register.guardian"),
            (child, PersonId::from_bytes([9; 16]), "register.guardian"),
            (PersonId::from_bytes([9; 16]), guardian, "register.person_unknown"),
        ] {
            assert_eq!(code(office.child(person, by)), why);
        }
        office.child(child, guardian).expect("registered");
        assert_eq!(code(office.child(guardian, child)), "register.guardian", "a child acts for nobody");
        assert!(office.signed(&signed_in).is_none(), "their phone is out at once");
        assert_eq!(code(office.admit(&unused, "other")), "gate.child");
        assert_eq!(code(office.new_slip(&SlipCode::make(office.db.chance()))), "gate.child");
        let nowhere = Whence { source: None, device: None };
        let back = || come_back_wait(&office.db, &office.keys, office.unit, &six("204816"), &nowhere);
        assert_eq!(code(back()), "gate.child");
        assert_eq!(code(set_code_wait(&office.db, &office.keys, child, &six("391746"))), "gate.child");
        assert_eq!(code(office.gives(child, Asked::Rules, RULES_VERSION)), "gate.child");
        act(&office.db, office.compounds[0], move |tx, head| {
            lianxin_register::child_end(tx, head, ChildEnd { person: child })
        });
        let again = head(&office.db, office.compounds[0]);
        let twice = office.db.act_wait(office.compounds[0], move |tx| {
            lianxin_register::child_end(tx, again.clone(), ChildEnd { person: child }).map(|_| ())
        });
        assert_eq!(code(twice), "register.no_child");
        assert_eq!(code(back()), "in");
        assert_eq!(code(office.admit(&unused, "other")), "in");
    }
}

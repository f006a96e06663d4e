//! One's own code on another phone, slips that are replaced, a lost phone, the numbers of doors.

use crate::office::*;
use lianxin_base::{ActId, DAY, MINUTE, PersonId, SeatId, SlipId, UnitId};
use lianxin_gate::{
    Login, NewSlip, Powers, Role, SessionToken, SlipCode, WRONG_BY_DEVICE, WRONG_BY_SOURCE, WRONG_BY_UNIT, Whence,
    come_back_wait, door, door_number, has_code, issue_anew, lost_phone, open_slips, password, remember, set_code_wait,
    set_password, units_of,
};
use lianxin_journal::{By, Head};
use lianxin_register::Seat;
use lianxin_store::{Read, Stop};

impl Office {
    fn set_code(&self, person: PersonId, digits: &str) -> Result<(), Stop> {
        set_code_wait(&self.db, &self.keys, person, &six(digits))
    }
    fn back(&self, unit: UnitId, digits: &str, source: &str) -> Result<SessionToken, Stop> {
        self.back_on(unit, digits, source, None)
    }
    fn back_on(&self, unit: UnitId, digits: &str, source: &str, device: Option<&str>) -> Result<SessionToken, Stop> {
        let whence = Whence { source: Some(source.to_owned()), device: device.map(Into::into) };
        come_back_wait(&self.db, &self.keys, unit, &six(digits), &whence)
    }
    /// Whoever came in on a device is known there.
    fn remembered(&self, token: &SessionToken, device: &'static str) {
        let session = token.hash();
        self.db.keep_wait(move |tx| Ok(remember(tx, &session, device)?)).expect("kept");
    }
    fn renewed(&self, person: PersonId) -> SlipCode {
        let (chance, now) = (self.db.chance(), self.db.clock().now());
        let code = SlipCode::make(chance);
        let new = NewSlip { slip: SlipId::new(chance, now), person, household: self.household(), code: code.clone() };
        let (keys, void) = (self.keys.clone(), ActId::new(chance, now));
        act(&self.db, self.compounds[0], move |tx, head| issue_anew(tx, &keys, head, void, &new));
        code
    }
    /// The same person also runs the machine.
    fn seat_of_admin(&self, person: PersonId) -> SeatId {
        let seat = SeatId::new(self.db.chance(), self.db.clock().now());
        let (org, area, day) = (self.company, self.community, today(&self.db));
        act(&self.db, area, move |tx, head| {
            let (role, title, person) = (Role::Admin.name().into(), "管理员".into(), Some(person));
            let row = Seat { seat, org, area, person, role, title, since: day, until: None };
            lianxin_register::seat(tx, head, row)
        });
        seat
    }
    fn household(&self) -> lianxin_base::HouseholdId {
        let unit = self.unit;
        let homes = self.db.read_wait(move |r| Ok(lianxin_register::find::households_of_unit(r, unit)?));
        homes.expect("read")[0].id
    }
}

#[test]
fn a_code_of_ones_own_opens_on_another_phone_and_names_who_it_is() {
    for office in offices() {
        assert_eq!(code(office.back(office.unit, "204816", "a")), "gate.code_wrong", "nobody has one yet");
        office.set_code(office.resident, "204816").expect("set");
        office.set_code(office.relative, "975310").expect("set");
        for (digits, person) in [("204816", office.resident), ("975310", office.relative)] {
            let token = office.back(office.unit, digits, "b").expect("in");
            let signed = office.signed(&token).expect("signed");
            assert_eq!((signed.person, signed.days, signed.waits), (Some(person), 400, None));
        }
        office.set_code(office.resident, "371592").expect("changed");
        assert_eq!(code(office.back(office.unit, "204816", "c")), "gate.code_wrong", "the old one is gone");
        let (person, day) = (office.resident, today(&office.db));
        let has = office.db.read_wait(move |r| Ok((has_code(r, person)?, units_of(r, person, day)?)));
        assert_eq!(has.expect("read"), (true, vec![office.unit]));
    }
}

#[test]
fn codes_of_one_home_differ_and_who_lives_nowhere_has_none() {
    for office in offices() {
        office.set_code(office.resident, "204816").expect("set");
        assert_eq!(code(office.set_code(office.relative, "204816")), "gate.code_taken");
        office.set_code(office.resident, "204816").expect("one's own again");
        let nobody = PersonId::new(office.db.chance(), office.db.clock().now());
        assert_eq!(code(office.set_code(nobody, "204816")), "gate.code_no_home");
    }
}

#[test]
fn a_guesser_has_five_tries_a_day_and_a_unit_twenty_also_across_a_restart() {
    for office in offices() {
        office.set_code(office.resident, "204816").expect("set");
        for n in 0..WRONG_BY_SOURCE {
            let guess = format!("1{n}1316");
            assert_eq!(code(office.back(office.unit, &guess, "thief")), "gate.code_wrong", "{n}");
        }
        assert_eq!(code(office.back(office.unit, "204816", "thief")), "gate.day_over", "even the right one");
        office.back(office.unit, "204816", "home").expect("the household is not locked out by one neighbour");
        // Nothing of it is in memory: what counts stands in the database.
        let counted = |r: &mut Read<'_>| Ok(r.row("SELECT COUNT(*) FROM gate_try", &[], |row| row.int(0))?);
        assert_eq!(office.db.read_wait(counted).expect("read"), Some(2));
        for n in WRONG_BY_SOURCE..WRONG_BY_UNIT {
            let source = format!("address {}", n / 4);
            assert_eq!(code(office.back(office.unit, "111316", &source)), "gate.code_wrong", "{n}");
        }
        assert_eq!(code(office.back(office.unit, "204816", "home")), "gate.day_over", "twenty for the unit");
        office.later(DAY);
        office.back(office.unit, "204816", "thief").expect("tomorrow");
        office.back(office.unit, "111316", "thief").expect_err("wrong");
        assert_eq!(office.db.read_wait(counted).expect("read"), Some(2), "yesterday's are gone");
    }
}

#[test]
fn a_neighbour_who_guesses_all_day_does_not_lock_out_a_phone_that_was_here_before() {
    for office in offices() {
        office.set_code(office.resident, "204816").expect("set");
        let first = office.back_on(office.unit, "204816", "home", Some("her phone")).expect("in");
        office.remembered(&first, "her phone");
        for n in 0..WRONG_BY_UNIT {
            let source = format!("address {}", n / 4);
            assert_eq!(code(office.back_on(office.unit, "111316", &source, Some("his phone"))), "gate.code_wrong");
        }
        assert_eq!(code(office.back(office.unit, "204816", "home")), "gate.day_over", "a phone nobody knows");
        let hers = |digits| office.back_on(office.unit, digits, "address 0", Some("her phone"));
        hers("204816").expect("hers comes in, even from his address");
        for n in 0..WRONG_BY_DEVICE {
            assert_eq!(code(hers("111316")), "gate.code_wrong", "{n}");
        }
        assert_eq!(code(hers("204816")), "gate.day_over", "in a thief's hands it has five tries as well");
        office.later(DAY);
        hers("204816").expect("tomorrow");
        let person = office.resident;
        act(&office.db, office.compounds[0], move |tx, head| Ok(lost_phone(tx, head, person)?));
        for _ in 0..WRONG_BY_SOURCE {
            assert_eq!(code(hers("111316")), "gate.code_wrong");
        }
        assert_eq!(code(office.back(office.unit, "204816", "address 0")), "gate.day_over", "lost, it is a stranger's");
    }
}

#[test]
fn a_slip_or_a_code_of_somebody_with_a_seat_opens_no_seat() {
    for office in offices() {
        let (person, area, org, day) = (office.resident, office.community, office.company, today(&office.db));
        let seats = [SeatId::new(office.db.chance(), office.db.clock().now()), office.seat_of_admin(person)];
        act(&office.db, area, move |tx, head| {
            let (role, title, person) = (Role::CompanyStaff.name().into(), "维修工".into(), Some(person));
            let row = Seat { seat: seats[0], org, area, person, role, title, since: day, until: None };
            lianxin_register::seat(tx, head, row)
        });
        office.set_code(office.resident, "204816").expect("set");
        for token in [office.admit(&office.slip(), "form"), office.back(office.unit, "204816", "a")] {
            let signed = office.signed(&token.expect("in")).expect("signed");
            assert_eq!((signed.person, signed.seats.len()), (Some(office.resident), 0));
        }
        let hash = password::hash(PASSWORD, office.db.chance()).expect("hashed");
        let login = Login::read("weixiu").expect("a name");
        office.db.keep_wait(move |tx| set_password(tx, &login, seats[0], Some(person), &hash)).expect("kept");
        let signed = office.signed(&office.sign_in("weixiu", PASSWORD).expect("in")).expect("signed");
        assert_eq!(signed.seats.len(), 2);
        let stepped = signed.stepped(&Powers::new());
        assert_eq!(
            stepped.seats.iter().map(|s| s.seat).collect::<Vec<_>>(),
            [seats[0]],
            "the machine asks for its own step"
        );
    }
}

#[test]
fn who_moved_out_no_longer_comes_back() {
    for office in offices() {
        office.set_code(office.resident, "204816").expect("set");
        let (person, day, area) = (office.resident, today(&office.db), office.compounds[0]);
        let relations = office.db.read_wait(move |r| Ok(lianxin_register::find::relations(r, person, day)?));
        let relation = relations.expect("read")[0].id;
        act(&office.db, area, move |tx, head| {
            lianxin_register::relation_end(tx, head, lianxin_register::RelationEnd { relation, until: day })
        });
        office.back(office.unit, "204816", "a").expect("the last day counts whole");
        office.days(1);
        assert_eq!(code(office.back(office.unit, "204816", "a")), "gate.code_wrong");
    }
}

#[test]
fn a_new_slip_takes_the_place_of_the_old_one() {
    for office in offices() {
        let (first, second) = (office.renewed(office.resident), office.renewed(office.resident));
        let other = office.renewed(office.relative);
        assert_eq!(code(office.admit(&first, "form-1")), "gate.slip_void");
        assert_eq!(code(office.admit(&second, "form-2")), "in");
        assert_eq!(code(office.admit(&other, "form-3")), "in", "somebody else's stays good");
        let (person, now) = (office.resident, office.db.clock().now());
        assert_eq!(office.db.read_wait(move |r| Ok(open_slips(r, person, now)?)).expect("read"), 0);
    }
}

#[test]
fn a_lost_phone_is_out_at_once_with_its_slips_and_the_record_verifies() {
    for office in offices() {
        let token = office.admit(&office.renewed(office.resident), "form-1").expect("in");
        let lying_about = office.renewed(office.resident);
        let neighbour = office.admit(&office.renewed(office.relative), "form-2").expect("in");
        let person = office.resident;
        act(&office.db, office.compounds[0], move |tx, head| Ok(lost_phone(tx, head, person)?));
        assert!(office.signed(&token).is_none() && office.signed(&neighbour).is_some());
        assert_eq!(code(office.admit(&lying_about, "form-3")), "gate.slip_void");
        office.admit(&office.renewed(office.resident), "form-4").expect("in again with a new slip");
        let kinds = [lianxin_register::kinds(), lianxin_gate::kinds()].concat();
        let verified = office
            .db
            .read_wait(move |r| Ok(lianxin_journal::verify(r, &kinds, &migrations(), &kept(), &mut |_, _| true)?));
        let verified = verified.expect("verified");
        assert!(verified.findings.is_empty() && verified.rows > 0, "{:?}", verified.findings);
    }
}

#[test]
fn a_door_keeps_its_number() {
    for office in offices() {
        let number = |building| {
            act(&office.db, office.compounds[0], move |tx, head: Head| Ok(door_number(tx, head, building)?.0))
        };
        assert_eq!(number(None), 1001);
        let unit = office.unit;
        let building = office.db.read_wait(move |r| Ok(lianxin_register::find::unit(r, unit)?.map(|u| u.building)));
        let building = building.expect("read");
        assert_eq!(number(building), 1002);
        assert_eq!(number(building), 1002, "asked again, and nothing new is recorded");
        assert_eq!(number(None), 1001);
        let found = office.db.read_wait(|r| Ok((door(r, 1002)?, door(r, 7)?))).expect("read");
        assert_eq!(found, (Some((office.compounds[0], building)), None));
        let acts = |r: &mut Read<'_>| {
            let sql = "SELECT COUNT(*) FROM journal_act WHERE kind = 'gate.door'";
            Ok(r.row(sql, &[], |row| row.int(0))?)
        };
        assert_eq!(office.db.read_wait(acts).expect("read"), Some(2));
    }
}

#[test]
fn the_same_command_twice_makes_one_slip() {
    for office in offices() {
        let (chance, now, area) = (office.db.chance().clone(), office.db.clock().now(), office.compounds[0]);
        let code = SlipCode::make(&chance);
        let new =
            NewSlip { slip: SlipId::new(&chance, now), person: office.resident, household: office.household(), code };
        let (id, keys) = (ActId::new(&chance, now), office.keys.clone());
        let head = Head { id, area, by: By::Office, no: None, token: Some("form".into()) };
        let issue = move |tx: &mut lianxin_store::Tx<'_>| match lianxin_journal::already(tx, "form")? {
            Some(receipt) => Ok(receipt),
            None => Ok(issue_anew(tx, &keys, head.clone(), ActId::new(tx.chance(), tx.now()), &new)?),
        };
        let first = office.db.act_wait(area, issue.clone()).expect("made");
        office.later(MINUTE);
        assert_eq!(office.db.act_wait(area, issue).expect("the first receipt").act, first.act);
    }
}

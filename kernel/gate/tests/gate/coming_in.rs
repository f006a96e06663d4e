//! Passwords, sessions, entry slips, rights that end.

use crate::office::*;
use lianxin_base::{DeputyId, MINUTE};
use lianxin_gate::{
    Capability, Limits, Login, Powers, Role, Scope, SessionToken, SlipCode, Thing, end, end_all, password,
    set_password, sign_in_wait,
};
use lianxin_register::{Deputy, SeatEnd, SeatStop};
use lianxin_store::Read;
use std::collections::BTreeSet;

const LOOK: Capability = Capability("council.look");

#[test]
fn a_password_opens_and_a_wrong_one_answers_like_an_unknown_name() {
    for office in offices() {
        let token = office.sign_in(" Worker ", PASSWORD).expect("in");
        assert_eq!(office.signed(&token).expect("signed").seats[0].seat, office.worker);
        for (login, password) in
            [("worker", "wrong word"), ("nobody", "wrong word"), ("nobody", PASSWORD), ("", PASSWORD), ("a b", "")]
        {
            assert_eq!(code(office.sign_in(login, password)), "gate.wrong_login", "{login} {password}");
        }
        assert!(office.signed(&SessionToken::make()).is_none());
    }
}

#[test]
fn after_five_wrong_passwords_one_waits_whether_the_name_exists_or_not() {
    for office in offices() {
        for login in ["worker", "nobody"] {
            for _ in 0..5 {
                assert_eq!(code(office.sign_in(login, "wrong word")), "gate.wrong_login", "{login}");
            }
            assert_eq!(code(office.sign_in(login, PASSWORD)), "gate.too_often", "{login}");
        }
        let restarted = Limits::new();
        assert_eq!(
            code(sign_in_wait(&office.db, &restarted, &Powers::new(), "worker", PASSWORD)),
            "gate.too_often",
            "after a restart"
        );
        office.later(16 * MINUTE);
        assert_eq!(code(office.sign_in("worker", PASSWORD)), "in");
        assert_eq!(code(office.sign_in("nobody", PASSWORD)), "gate.wrong_login");
    }
}

#[test]
fn rights_end_with_the_seat_and_the_contract_not_with_the_session() {
    for office in offices() {
        let (worker, manager) =
            (office.sign_in("worker", PASSWORD).expect("in"), office.sign_in("manager", PASSWORD).expect("in"));
        let mut powers = Powers::new();
        powers.give(Role::CompanyManager, &[LOOK]);
        let signed = office.signed(&worker).expect("signed");
        let all: BTreeSet<_> = [office.community, office.compounds[0], office.compounds[1]].into();
        assert_eq!(signed.scope().areas().expect("some").into_iter().collect::<BTreeSet<_>>(), all);
        assert_eq!(signed.scope_of(&powers, LOOK), Scope::Public, "no seat with that capability");
        let signed = office.signed(&manager).expect("signed");
        assert_eq!(signed.seats[0].org_name, "红星物业");
        let scope = signed.scope_of(&powers, LOOK);
        assert!(
            scope.covers(office.compounds[0]) && !scope.covers(office.compounds[1]) && !scope.covers(office.community)
        );
        let held = Thing { area: office.compounds[1], holders: &[office.company], people: &[] };
        assert!(scope.sees(&held), "what it holds elsewhere it sees all the same");

        let (seat, until, area) = (office.worker, today(&office.db), office.community);
        act(&office.db, area, move |tx, head| lianxin_register::seat_end(tx, head, SeatEnd { seat, until }));
        assert!(office.signed(&worker).is_some(), "the last day counts whole");
        office.days(1);
        assert!(office.signed(&worker).is_none(), "that night the rights end");
        assert_eq!(code(office.sign_in("worker", PASSWORD)), "gate.seat_ended");
        assert_eq!(code(office.sign_in("worker", "wrong word")), "gate.wrong_login", "not told to strangers");

        for days in [6, 3] {
            office.days(days);
            let token = office.sign_in("manager", PASSWORD).expect("in");
            let covers = office.signed(&token).expect("signed").scope().covers(office.compounds[0]);
            assert_eq!(covers, days == 6, "the contract's last day is the tenth");
        }
    }
}

#[test]
fn a_deputy_has_the_seats_rights_on_their_days_and_a_stopped_seat_says_whom_to_ask() {
    for office in offices() {
        let resident = office.admit(&office.slip(), "f").expect("in");
        let (seat, area, person) = (office.worker, office.community, office.resident);
        // Who sits in has a seat of their own and came in through it; a resident's slip opens none.
        let (own, name) = (office.manager, Login::read("manager").expect("a name"));
        let hash = password::hash(PASSWORD, office.db.chance()).expect("long enough");
        office.db.keep_wait(move |tx| set_password(tx, &name, own, Some(person), &hash)).expect("kept");
        let colleague = office.sign_in("manager", PASSWORD).expect("in");
        let seats = |office: &Office, token| {
            let seats = office.signed(token).expect("signed").seats.into_iter();
            seats.filter(|s| s.seat == seat).collect::<Vec<_>>()
        };
        assert!(seats(&office, &colleague).is_empty());
        let (deputy, since) = (DeputyId::new(office.db.chance(), office.db.clock().now()), today(&office.db).plus(1));
        let term = Deputy { deputy, seat, person, since, until: since.plus(1) };
        act(&office.db, area, move |tx, head| lianxin_register::deputy(tx, head, term));
        for (day, sits) in [(0, false), (1, true), (1, true), (1, false)] {
            office.days(day);
            let now = seats(&office, &colleague);
            assert!(seats(&office, &resident).is_empty());
            assert_eq!(
                now.iter().map(|s| (s.seat, s.deputy)).collect::<Vec<_>>(),
                if sits { vec![(seat, true)] } else { vec![] }
            );
            assert!(now.iter().all(|s| s.areas.contains(&office.compounds[0])), "the seat's own reach");
        }
        let term = Deputy { since: today(&office.db), until: today(&office.db), ..term };
        act(&office.db, area, move |tx, head| lianxin_register::deputy(tx, head, term));
        assert_eq!(seats(&office, &colleague).len(), 1, "prolonged");
        let hash = password::hash(PASSWORD, office.db.chance()).expect("long enough");
        let login = Login::read("worker").expect("a name");
        office.db.keep_wait(move |tx| set_password(tx, &login, seat, Some(person), &hash)).expect("kept");
        let worker = office.sign_in("worker", PASSWORD).expect("in");
        assert_eq!(office.signed(&worker).expect("signed").ended, None);
        act(&office.db, area, move |tx, head| lianxin_register::seat_stop(tx, head, SeatStop { seat }));
        for token in [&colleague, &worker] {
            assert!(seats(&office, token).is_empty(), "for holder and deputy, at once");
        }
        let ended = office.signed(&worker).expect("still somebody").ended.expect("a seat that has ended");
        assert_eq!(
            (ended.role, ended.org_name.as_str(), ended.until),
            (Role::Worker, "玉泉社区居委会", Some(today(&office.db)))
        );
        assert_eq!(office.signed(&resident).expect("signed").ended, None, "who never signed in to it");
        assert_eq!(code(office.sign_in("worker", PASSWORD)), "gate.seat_ended");
    }
}

#[test]
fn a_session_ends_by_itself_by_signing_out_and_everywhere() {
    for office in offices() {
        let in_now = || office.sign_in("manager", PASSWORD).expect("in");
        let (a, b, c) = (in_now(), in_now(), in_now());
        let hash = a.hash();
        office.db.keep_wait(move |tx| Ok(end(tx, &hash)?)).expect("kept");
        assert!(office.signed(&a).is_none() && office.signed(&b).is_some());
        let seat = office.manager;
        office.db.keep_wait(move |tx| Ok(end_all(tx, None, &[seat])?)).expect("kept");
        assert!(office.signed(&b).is_none() && office.signed(&c).is_none());
        let old = in_now();
        office.days(6);
        let hash = old.hash();
        assert!(office.signed(&old).expect("signed").is_due(office.db.clock().now()));
        office.db.keep_wait(move |tx| Ok(lianxin_gate::seen(tx, &hash, 7)?)).expect("kept");
        office.days(6);
        assert!(office.signed(&old).is_some(), "used within its days");
        office.days(1);
        assert!(office.signed(&old).is_none(), "seven days unused");
        assert!(office.db.keep_wait(|tx| Ok(lianxin_gate::ended_long_ago(tx)?)).expect("kept") >= 1);
    }
}

#[test]
fn a_new_password_signs_out_and_a_name_belongs_to_one_seat() {
    for office in offices() {
        let token = office.sign_in("worker", PASSWORD).expect("in");
        let (hash, seat) = (password::hash("another word", office.db.chance()).expect("long enough"), office.worker);
        let (name, taken) = (Login::read("gongzuo").expect("a name"), Login::read("manager").expect("a name"));
        let other = hash.clone();
        let refused = office.db.keep_wait(move |tx| set_password(tx, &taken, seat, None, &other));
        assert_eq!(code(refused), "gate.login_taken");
        office.db.keep_wait(move |tx| set_password(tx, &name, seat, None, &hash)).expect("kept");
        assert!(office.signed(&token).is_none());
        assert_eq!(code(office.sign_in("worker", PASSWORD)), "gate.wrong_login", "the old name is gone");
        assert_eq!(code(office.sign_in("gongzuo", "another word")), "in");
    }
}

#[test]
fn an_entry_slip_lets_one_phone_in_once() {
    for office in offices() {
        let slip = office.slip();
        let token = office.admit(&slip, "form-1").expect("in");
        let signed = office.signed(&token).expect("signed");
        assert_eq!((signed.person, signed.seats.len(), signed.days), (Some(office.resident), 0, 400));
        assert_eq!(signed.scope(), Scope::Own(office.resident));
        let tapped_twice = office.admit(&slip, "form-1").expect("the same form again");
        assert!(office.signed(&tapped_twice).is_some());
        assert_eq!(code(office.admit(&slip, "form-2")), "gate.slip_used", "another phone");
        office.later(11 * MINUTE);
        assert_eq!(code(office.admit(&slip, "form-1")), "gate.slip_used", "the same form, much later");
        let unknown = SlipCode::read("2222222222").expect("a code");
        assert_eq!(code(office.admit(&unknown, "form-3")), "gate.slip_unknown");
        let late = office.slip();
        office.days(61);
        assert_eq!(code(office.admit(&late, "form-4")), "gate.slip_expired");
        assert!(office.signed(&token).is_some(), "the phone is remembered");
        office.days(400);
        assert!(office.signed(&token).is_none(), "not for ever");
        let sessions = |r: &mut Read<'_>| Ok(r.row("SELECT COUNT(*) FROM gate_session", &[], |row| row.int(0))?);
        assert_eq!(office.db.read_wait(sessions).expect("read"), Some(2), "a refused slip leaves no session behind");
    }
}

#[test]
fn the_codes_on_slips_stand_nowhere_and_the_record_verifies() {
    for office in offices() {
        let slip = office.slip();
        office.admit(&slip, "form").expect("in");
        let hits = |r: &mut Read<'_>| {
            Ok(r.rows("SELECT COALESCE(inner_leaf, body) FROM journal_act", &[], |row| row.text(0))?)
        };
        let leaves = office.db.read_wait(hits).expect("read");
        assert!(leaves.iter().any(|leaf| leaf.contains("gate.admission")));
        assert!(leaves.iter().all(|leaf| !leaf.contains(slip.plain())));
        let kinds = [lianxin_register::kinds(), lianxin_gate::kinds()].concat();
        let verified = office
            .db
            .read_wait(move |r| Ok(lianxin_journal::verify(r, &kinds, &migrations(), &kept(), &mut |_, _| true)?));
        let verified = verified.expect("verified");
        assert!(verified.findings.is_empty() && verified.rows > 0, "{:?}", verified.findings);
    }
}

#[test]
fn every_statement_prepares_and_none_reads_a_whole_table() {
    for office in offices() {
        for (name, sql) in lianxin_gate::SQL {
            let plan = office.db.read_wait(move |r| Ok(r.plan(sql)?)).unwrap_or_else(|e| panic!("{name}: {e:?}"));
            let scan = |line: &String| line.contains("SCAN gate_") || line.contains("SCAN register_");
            assert!(!plan.iter().any(scan), "{name} reads a whole table: {plan:?}");
        }
    }
}

//! Seats that are stopped, deputies, charges: what is refused and what follows.

use crate::rules::table;
use crate::town::*;
use lianxin_register::*;
use lianxin_store::testing::places;

fn a_deputy(change: impl Fn(&mut Deputy) + Send + 'static) -> Try {
    Box::new(move |tx| {
        person(tx, head(tx), a_person(p(2), "李䶮", None))?;
        let (since, until) = (day("2026-06-01"), day("2026-06-30"));
        let mut new = Deputy { deputy: dep(1), seat: s(1), person: p(2), since, until };
        change(&mut new);
        deputy(tx, head(tx), new)
    })
}

#[test]
fn deputies() {
    table(vec![
        ("a deputy", "", a_deputy(|_| ())),
        ("for one day", "", a_deputy(|x| x.until = x.since)),
        ("the other way round", "register.dates", a_deputy(|x| x.until = day("2026-05-31"))),
        ("of no seat", "register.seat_unknown", a_deputy(|x| x.seat = s(88))),
        ("a stranger", "register.person_unknown", a_deputy(|x| x.person = p(88))),
        ("the holder", "register.deputy_holder", a_deputy(|x| x.person = WANG)),
        ("before the seat began", "register.deputy_term", a_deputy(|x| x.since = day("2025-12-31"))),
        (
            "after the seat ended",
            "register.deputy_term",
            Box::new(|tx| {
                seat_end(tx, head(tx), SeatEnd { seat: s(1), until: day("2026-06-15") })?;
                a_deputy(|_| ())(tx)
            }),
        ),
        (
            "two at once",
            "register.deputy_overlap",
            Box::new(|tx| {
                a_deputy(|_| ())(tx)?;
                a_deputy(|x| (x.deputy, x.since, x.until) = (dep(2), day("2026-06-30"), day("2026-07-10")))(tx)
            }),
        ),
        (
            "the same one for longer",
            "",
            Box::new(|tx| {
                a_deputy(|_| ())(tx)?;
                a_deputy(|x| x.until = day("2026-07-10"))(tx)
            }),
        ),
    ]);
}

fn a_charge(change: impl Fn(&mut Charge) + Send + 'static) -> Try {
    Box::new(move |tx| {
        let since = day("2026-06-01");
        let mut new = Charge { charge: ch(1), seat: s(1), grid: Some(g(1)), building: None, since, until: None };
        change(&mut new);
        charge(tx, head(tx), new)
    })
}

#[test]
fn charges() {
    table(vec![
        ("a grid", "", a_charge(|_| ())),
        ("a building", "", a_charge(|x| (x.grid, x.building) = (None, Some(HOUSE)))),
        ("both", "register.charge_what", a_charge(|x| x.building = Some(HOUSE))),
        ("neither", "register.charge_what", a_charge(|x| x.grid = None)),
        ("of no seat", "register.seat_unknown", a_charge(|x| x.seat = s(88))),
        ("an unknown grid", "register.grid_unknown", a_charge(|x| x.grid = Some(g(88)))),
        ("an unknown building", "register.building_unknown", a_charge(|x| (x.grid, x.building) = (None, Some(b(88))))),
        ("the other way round", "register.dates", a_charge(|x| x.until = Some(day("2026-05-31")))),
        (
            "by a seat that does not look there",
            "register.charge_outside",
            Box::new(|tx| {
                seat(tx, head(tx), a_seat(s(9), RESIDENTS, FURONG))?;
                a_charge(|x| x.seat = s(9))(tx)
            }),
        ),
        (
            "another grid under the same id",
            "register.charge_what",
            Box::new(|tx| {
                a_charge(|_| ())(tx)?;
                a_charge(|x| (x.grid, x.building) = (None, Some(HOUSE)))(tx)
            }),
        ),
    ]);
}

fn stops() -> Try {
    Box::new(|tx| seat_stop(tx, head(tx), SeatStop { seat: s(1) }))
}

#[test]
fn a_stopped_seat_is_over_at_once_and_cannot_be_ended_again() {
    let (places, _folder) = places();
    for place in places {
        let db = town(place);
        act(&db, a_charge(|_| ())).expect("in charge");
        act(&db, a_deputy(|_| ())).expect("a deputy");
        db.clock().set(day("2026-06-15").at(10, 0));
        let held = |db: &lianxin_store::Db| {
            let found = db.read_wait(|r| {
                let on = day("2026-06-15");
                let grid = find::in_charge_of_grid(r, g(1), on)?.len();
                Ok((find::seats_of_person(r, WANG, on)?.len(), find::seats_of_org(r, RESIDENTS, on)?.len(), grid))
            });
            found.expect("read")
        };
        assert_eq!(held(&db), (1, 1, 1));
        act(&db, stops()).expect("stopped");
        assert_eq!(held(&db), (0, 0, 0));
        let row = db.read_wait(|r| Ok(find::seat(r, s(1))?)).expect("read").expect("still known");
        assert_eq!((row.until, row.person), (Some(day("2026-06-15")), Some(WANG)));
        assert!(row.holds(day("2026-06-14")) && !row.holds(day("2026-06-15")));
        let again: Try = Box::new(|tx| seat_end(tx, head(tx), SeatEnd { seat: s(1), until: day("2026-06-10") }));
        for f in [stops(), again] {
            assert_eq!(act(&db, f).err().map(|stop| stop.code()), Some("register.ended"));
        }
        assert_eq!(db.read_wait(|r| Ok(find::seats_ever(r, RESIDENTS)?)).expect("read").len(), 1);
        assert_eq!(db.read_wait(|r| Ok(find::seats_below(r, STREET)?)).expect("read").len(), 1);
        assert_eq!(check(&db).findings, vec![]);
    }
}

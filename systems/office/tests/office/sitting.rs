//! Organisations and seats on their pages: given, signed in to, deputies, contracts.

use crate::house::*;
use lianxin_base::{DAY, Lang};
use lianxin_gate::{Limits, sign_in_wait};
use lianxin_register::find;

fn org() -> String {
    format!("/orgs/{}", o(1))
}

/// A secretary who arranges things, signed in.
fn secretary(town: &Town) -> Browser {
    seated(&town.db, 5, "周国栋", "secretary", "zhou");
    town.desk("zhou")
}

#[test]
fn a_seat_is_given_and_its_first_password_is_shown_once() {
    let town = town();
    let desk = secretary(&town);
    let form = format!("{}/seat", org());
    desk.get(&form).is(200).has(&["网格员", "社区工作者"]).lacks(&["value=\"admin\"", "value=\"company_desk\""]);
    let community = COMMUNITY.to_string();
    let answers = |name, role, title| {
        [("name", name), ("phone", ""), ("role", role), ("title", title), ("area", &community), ("since", "2026-06-15")]
    };
    desk.post(&form, &form, &answers("马腾", "admin", "")).is(422).has(&["没有这种岗位"]);
    desk.post(&form, &form, &answers("", "worker", "")).is(422).has(&["这一项要填"]);
    desk.post(&form, &form, &answers("马腾", "grid_worker", "11010519491231002X")).is(422).has(&["像是身份证号"]);
    let done = desk.post(&form, &form, &answers("马腾", "grid_worker", ""));
    done.is(303);
    desk.get(&done.to).is(200).has(&["马腾", "网格员", "还没有账号"]);
    let sign_in = format!("{}/sign-in", done.to.split('?').next().expect("a path"));
    desk.post(&sign_in, &sign_in, &[("login", "wumin")]).is(422).has(&["这个账号名已经有人用了"]);
    desk.post(&sign_in, &sign_in, &[("login", "a b")]).is(422).has(&["账号名要 2 到 40 个字"]);
    let given = desk.post(&sign_in, &sign_in, &[("login", "MaTeng")]);
    given.is(200).has(&["请当面告诉本人", "mateng"]);
    let password = given
        .body
        .split("<dd class=\"num\"><b>")
        .nth(1)
        .and_then(|x| x.split("</b>").next())
        .expect("a password")
        .to_owned();
    assert_eq!(password.len(), 10);
    sign_in_wait(&town.db, &Limits::new(), &lianxin_gate::Powers::new(), "mateng", &password).expect("it lets in");
    desk.get(&done.to).has(&["mateng"]).lacks(&[&password]);
    desk.get(&org()).has(&["马腾"]);
}

#[test]
fn only_who_arranges_seats_may_and_only_in_their_own_area() {
    let town = town_of(&[COMMUNITY, a(7)]);
    let desk = secretary(&town);
    let worker = town.worker(Lang::Zh);
    let seat = format!("/seats/{}", s(1));
    worker.get(&seat).is(200).has(&["吴敏", "wumin"]).lacks(&["离岗交接"]);
    for path in [format!("{}/seat", org()), format!("{seat}/end"), format!("{seat}/sign-in"), "/orgs/new".into()] {
        worker.get(&path).is(404);
        desk.get(&path).is(200);
    }
    for path in [format!("/orgs/{}", o(2)), format!("/orgs/{}/seat", o(2)), format!("/orgs/{}/change", o(2))] {
        desk.get(&path).is(404);
    }
    desk.get("/orgs").has(&["和平里社区居委会"]).lacks(&["东里社区居委会"]);
}

#[test]
fn a_deputy_has_the_rights_on_the_days_and_not_after_and_both_names_are_kept() {
    let town = town();
    let desk = secretary(&town);
    seated(&town.db, 6, "何部", "department", "hebu");
    let form = format!("/seats/{}/deputy", s(1));
    desk.get(&form).is(200).has(&["何部，何部的岗"]).lacks(&["吴敏，窗口"]);
    let he = p(6).to_string();
    let days = |since, until| [("person", he.as_str()), ("since", since), ("until", until)];
    desk.post(&form, &form, &days("2026-06-17", "2026-06-16")).is(422).has(&["截止日早于开始日"]);
    desk.post(&form, &form, &days("2019-06-17", "2026-06-16")).is(422).has(&["代班要在这个岗位的任期以内"]);
    let deputy = town.desk("hebu");
    deputy.get("/places").is(404);
    desk.post(&form, &form, &days("2026-06-15", "2026-06-16")).is(303);
    desk.post(&form, &form, &days("2026-06-16", "2026-06-18")).is(422).has(&["这几天已经有人代班了"]);
    deputy.get("/places").is(200).has(&["窗口（代班）"]);
    desk.get(&org()).has(&["何部，到 6 月 16 日"]);
    let change = format!("/places/area/{FURONG}/building");
    deputy.post(&change, &change, &[("name", "9 号楼")]).is(303);
    let by = town.db.read_wait(|r| {
        let sql = "SELECT t.value, t.subject FROM journal_act a JOIN journal_text t ON t.act = a.id AND t.field = 'by' \
                   WHERE a.kind = 'register.building' ORDER BY a.seq DESC LIMIT 1";
        Ok(r.row(sql, &[], |row| Ok((row.text(0)?, row.opt_text(1)?)))?)
    });
    assert_eq!(by.expect("read"), Some((format!("seat {}", s(1)), Some(p(6).to_string()))), "seat and deputy");
    town.db.clock().set(town.db.clock().now().plus(2 * DAY));
    deputy.get("/places").is(404);
}

#[test]
fn organisations_and_contracts() {
    let town = town();
    let desk = secretary(&town);
    let community = COMMUNITY.to_string();
    let answers = |kind, name, phone| {
        [("kind", kind), ("name", name), ("short", ""), ("area", community.as_str()), ("phone", phone)]
    };
    desk.post("/orgs/new", "/orgs/new", &answers("company", "红星物业", "8"))
        .is(422)
        .has(&["值班电话不对", "红星物业"]);
    desk.post("/orgs/new", "/orgs/new", &answers("owners_committee", "业委会", ""))
        .is(422)
        .has(&["这一级区域不能这样登记"]);
    let done = desk.post("/orgs/new", "/orgs/new", &answers("company", "红星物业", "12345"));
    done.is(303);
    let company = done.to.split('?').next().expect("a path").to_owned();
    let form = format!("{company}/contract");
    let furong = FURONG.to_string();
    let days = |since, until| [("area", furong.as_str()), ("since", since), ("until", until)];
    desk.post(&form, &form, &days("2026-01-01", "2025-01-01")).is(422).has(&["截止日早于开始日"]);
    desk.post(&form, &form, &days("2026-01-01", "2026-12-31")).is(303);
    desk.post(&form, &form, &days("2026-06-01", "")).is(422).has(&["这段时间已经有一份物业合同"]);
    desk.get(&format!("/places/area/{FURONG}")).has(&["红星物业"]);
    let contract = town.db.read_wait(|r| Ok(find::contracts_of_area(r, FURONG)?)).expect("read")[0].id;
    let dates = format!("/contracts/{contract}");
    desk.post(&dates, &dates, &[("since", "2026-01-01"), ("until", "2026-06-30")]).is(303);
    desk.get(&company).has(&["1 月 1 日 — 6 月 30 日"]);
    let change = format!("{company}/change");
    desk.post(&change, &change, &[("name", "红星"), ("area", &community), ("phone", "0475-8123456")]).is(303);
    desk.get("/orgs").has(&["红星", "0475-8123456"]);
}

#[test]
fn a_seat_looks_after_a_grid_and_a_building() {
    let town = town();
    let desk = secretary(&town);
    let form = format!("/seats/{}/charge", s(1));
    desk.get(&form).is(200).has(&["第一网格", "芙蓉里 3号楼"]);
    let (grid, building) = (format!("grid {}", g(1)), format!("building {}", b(1)));
    desk.post(&form, &form, &[("what", ""), ("since", "2026-06-15")]).is(422).has(&["请选一个网格或一栋楼"]);
    for what in [&grid, &building, &building] {
        desk.post(&form, &form, &[("what", what), ("since", "2026-06-15")]).is(303);
    }
    desk.get(&format!("/places/building/{}", b(1))).has(&["窗口 吴敏"]);
    let charges = town.db.read_wait(|r| Ok(find::charges_of(r, s(1), "2026-06-15".parse().expect("a day"))?));
    assert_eq!(charges.expect("read").len(), 2, "the same building again only gets new days");
}

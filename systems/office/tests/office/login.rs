//! The two doors: what lets somebody in, what does not, and where they come out.

use crate::house::*;
use lianxin_base::{DAY, Lang};

#[test]
fn a_worker_signs_in_and_out() {
    let town = town();
    let desk = town.browser(Lang::Zh, "normal");
    let page = desk.get("/login");
    page.has(&["autocomplete=\"username\"", "autocomplete=\"current-password\"", "action=\"/enter\"", "name=\"slip\""]);
    let reply = desk.post("/login", "/login", &[("login", " WuMin "), ("password", PASSWORD)]);
    assert_eq!((reply.status.as_u16(), reply.to.as_str()), (303, "/inbox"));
    let signed_in = town.worker(Lang::Zh);
    assert_eq!(signed_in.get("/login?next=/desk").to, "/desk", "who is in need not come in again");
    assert_eq!(signed_in.get("/login?next=/login").to, "/");
    let reply = signed_in.post("/me", "/logout", &[]);
    assert_eq!((reply.to.as_str(), reply.cookie.as_deref()), ("/", Some("lx_session=")));
    signed_in.get("/inbox").is(303);
}

#[test]
fn everywhere_means_the_other_phone_too() {
    let town = town();
    let (one, other) = (town.worker(Lang::Zh), town.worker(Lang::Zh));
    other.get("/inbox").is(200);
    one.post("/me", "/logout/everywhere", &[]).is(303);
    other.get("/inbox").is(303);
}

#[test]
fn a_wrong_name_or_password_is_said_beside_the_field_and_the_name_is_kept() {
    let town = town();
    for (lang, says, empty) in
        [(Lang::Zh, "账号或密码不对", "f-password"), (Lang::En, "name or the password is wrong", "f-password")]
    {
        let desk = town.browser(lang, "normal");
        for login in ["wumin", "nobody", "x", "灯 泡"] {
            let reply =
                desk.post("/login", "/login", &[("login", login), ("password", "falsch-falsch"), ("next", "/desk")]);
            reply.is(422).has(&[says, "class=\"errsum\"", "href=\"#f-login\"", "value=\"/desk\""]).lacks(&["falsch"]);
            reply.has(&[&format!("value=\"{login}\"")]);
            assert!(reply.cookie.is_none());
        }
        desk.post("/login", "/login", &[]).is(422).has(&["href=\"#f-login\"", empty]);
    }
    let desk = town.browser(Lang::Zh, "normal");
    for _ in 0..2 {
        desk.post("/login", "/login", &[("login", "wumin"), ("password", "falsch-falsch")]).is(422);
    }
    desk.post("/login", "/login", &[("login", "wumin"), ("password", PASSWORD)]).is(303);
}

#[test]
fn who_guesses_passwords_waits() {
    let town = town();
    let desk = town.browser(Lang::Zh, "normal");
    for _ in 0..5 {
        desk.post("/login", "/login", &[("login", "wumin"), ("password", "falsch-falsch")]).is(422);
    }
    desk.post("/login", "/login", &[("login", "wumin"), ("password", PASSWORD)]).is(429).has(&["请过"]);
}

#[test]
fn a_resident_comes_in_once_with_a_slip() {
    let town = town();
    let phone = town.browser(Lang::Zh, "elder");
    let page = phone.get("/login");
    let token = page.token().to_owned();
    let first = phone.send_form("/enter", &token, &[("slip", "7kqm2 xrbhd"), ("next", "/mine")]);
    assert_eq!((first.status.as_u16(), first.to.as_str()), (303, "/mine"));
    let again = phone.send_form("/enter", &token, &[("slip", "7kqm2 xrbhd"), ("next", "/mine")]);
    again.is(303); // the same tap twice
    phone.post("/login", "/enter", &[("slip", SLIP)]).is(422).has(&[
        "已经用过了",
        "href=\"#f-slip\"",
        "value=\"7KQM2-XRBHD\"",
    ]);
}

#[test]
fn a_slip_that_is_unknown_or_too_old_says_so() {
    let town = town();
    a_slip(&town.db, 2, OLD_SLIP);
    for (lang, unknown, empty) in
        [(Lang::Zh, "没有找到这张入户卡", "f-slip"), (Lang::En, "No entry slip has this code", "f-slip")]
    {
        let phone = town.browser(lang, "normal");
        for slip in ["22222-22222", "short", "0O1IL-XXXXX"] {
            phone.post("/login", "/enter", &[("slip", slip)]).is(422).has(&[unknown, "class=\"err\""]);
        }
        phone.post("/login", "/enter", &[("slip", " ")]).is(422).has(&[empty]);
    }
    town.db.clock().set(town.db.clock().now().plus(61 * DAY));
    town.browser(Lang::Zh, "normal").post("/login", "/enter", &[("slip", OLD_SLIP)]).is(422).has(&["已经失效"]);
}

#[test]
fn next_never_leads_outside() {
    let town = town();
    for (next, leads) in [
        ("/desk?x=1", "/desk?x=1"),
        ("", "/inbox"),
        ("//evil.example/", "/"),
        ("https://evil.example/", "/"),
        ("/\\evil.example", "/"),
        ("javascript:alert(1)", "/"),
        ("/a\r\nSet-Cookie: x=1", "/"),
    ] {
        let desk = town.browser(Lang::Zh, "normal");
        let fields = [("login", "wumin"), ("password", PASSWORD), ("next", next)];
        assert_eq!(desk.post("/login", "/login", &fields).to, leads, "{next:?}");
        let there = town.worker(Lang::Zh).get(&format!("/login?next={}", escaped(next)));
        assert_eq!(there.to, if next.is_empty() { "/" } else { leads }, "{next:?}, already in");
    }
    town.browser(Lang::Zh, "normal").get("/login?next=%22%3E%3Cscript%3E").is(200).lacks(&["\"><script>"]);
    let refused = town.browser(Lang::Zh, "normal").get("/inbox");
    assert_eq!(refused.to, "/login?next=/inbox");
}

#[test]
fn a_form_from_nowhere_changes_nothing() {
    let town = town();
    let desk = town.browser(Lang::Zh, "normal");
    desk.send_form("/login", "x.y", &[("login", "wumin"), ("password", PASSWORD)]).is(422);
    let worker = town.worker(Lang::Zh);
    worker.send_form("/logout", "x.y", &[]).is(422);
    worker.get("/inbox").is(200);
}

//! The rules before anything else; each agreement by itself, taken back by one button; children and their guardian.

use crate::house::*;
use lianxin_base::{Lang, PersonId};
use lianxin_gate::{Asked, agrees, withdraw};
use lianxin_register::{Person, Relation, RelationKind, find};
use lianxin_store::FileHash;

/// The resident has agreed to nothing yet.
fn asked_first() -> Town {
    let town = town();
    for what in Asked::ALL {
        act(&town.db, move |tx, head| withdraw(tx, head, ZHANG, what));
    }
    town
}

impl Town {
    fn agrees(&self, what: Asked) -> bool {
        self.db.read_wait(move |r| Ok(agrees(r, ZHANG, what)?)).expect("read")
    }
}

#[test]
fn the_rules_come_before_anything_else_and_no_box_is_ticked() {
    for (lang, says) in [(Lang::Zh, "先看一眼"), (Lang::En, "First: what is done")] {
        let town = asked_first();
        let reply = town.browser(lang, "elder").post("/login", "/enter", &[("slip", SLIP), ("next", "/mine")]);
        assert_eq!(reply.is(303).to, "/consent?next=/mine");
        let phone = town.browser(lang, "elder").holding(reply.cookie.expect("a session"));
        let page = phone.get("/consent?next=/mine");
        page.is(200).has(&[
            says,
            "value=\"rules\"",
            "value=\"publication\"",
            "value=\"sensitive\"",
            "action=\"/logout\"",
        ]);
        page.lacks(&[" checked"]);
        assert_eq!(phone.get("/").is(303).to, "/consent?next=/");
        for closed in ["/inbox", "/me/code"] {
            assert!(phone.get(closed).is(303).to.starts_with("/login"), "{closed}");
        }
        for open in ["/about", "/privacy", "/journal", "/verify", "/me/data", "/me/data/copy", "/me/data/erase"] {
            phone.get(open).is(200);
        }
        // One's own data are there before one agrees; buttons that need an account are not.
        phone.get("/me/data").has(&["张玉兰"]).lacks(&["/me/data/consent"]);
    }
}

#[test]
fn what_is_ticked_is_agreed_to_and_nothing_else() {
    let town = asked_first();
    let phone = town.resident(Lang::Zh, "normal");
    let page = "/consent?next=/me";
    let none = phone.post(page, "/consent", &[("version", "3"), ("agree", "publication"), ("next", "/me")]);
    none.is(422).has(&["账号就开不了", "f-agree", " checked"]);
    let stale = phone.post(page, "/consent", &[("version", "1"), ("agree", "rules")]);
    stale.is(422).has(&["换了新的一版"]);
    assert!(!town.agrees(Asked::Rules));
    let token = phone.get(page).token().to_owned();
    for _ in 0..2 {
        let done = phone.send_form("/consent", &token, &[("version", "3"), ("agree", "rules"), ("next", "/me")]);
        assert_eq!(done.is(303).to, "/me", "sent twice, agreed once");
    }
    assert_eq!(Asked::ALL.map(|what| town.agrees(what)), [true, false, false]);
    phone.get("/me/data").is(200).has(&["同意过什么", "没有同意", "第 3 版"]);
    assert_eq!(phone.get("/consent").is(303).to, "/me/data", "asked only once");
}

#[test]
fn an_agreement_is_taken_back_by_the_button_that_gives_it() {
    let town = town();
    let phone = town.resident(Lang::Zh, "normal");
    let send = |what, give| phone.post("/me/data", "/me/data/consent", &[("what", what), ("give", give)]);
    for (give, is) in [("no", false), ("no", false), ("yes", true)] {
        assert_eq!(send("publication", give).is(303).to, "/me/data");
        assert_eq!(town.agrees(Asked::Publication), is, "{give}");
    }
    send("everything", "yes").is(404);
    send("rules", "perhaps").is(422);
    assert_eq!(send("rules", "no").is(303).to, "/consent");
    phone.get("/inbox").is(303);
    phone.get("/me/data/erase").is(200);
    let erased = phone.post("/me/data/erase", "/me/data/erase", &[("confirm", "5678")]);
    assert_eq!(erased.is(303).to, "/privacy?erased=1", "erasing hangs on no agreement");
}

const CHILD: PersonId = p(7);

/// A child of the household, registered by the worker as anybody is.
fn with_child(town: &Town) {
    act(&town.db, |tx, head| {
        lianxin_register::person(tx, head, Person { person: CHILD, area: FURONG, name: "小满".into(), phone: None })
    });
    act(&town.db, |tx, head| {
        let (relation, household, since) = (rel(7), Some(HOME), "2020-01-01".parse().expect("a day"));
        let kind = RelationKind::Relative;
        let act = Relation { relation, person: CHILD, household, unit: None, kind, since, until: None };
        lianxin_register::relation(tx, head, act)
    });
}

#[test]
fn a_child_is_registered_with_the_guardians_word_and_has_no_slip() {
    let town = town();
    with_child(&town);
    let (desk, page) = (town.worker(Lang::Zh), format!("/people/{CHILD}/child"));
    desk.get(&page).is(200).has(&["张玉兰", "不记生日"]);
    let guardian = ZHANG.to_string();
    let with = |more: &[(&str, &str)]| desk.post(&page, &page, &[&[("child", "yes")], more].concat());
    with(&[("guardian", &guardian)]).is(422).has(&["当面问过再勾"]);
    with(&[("guardian", &WU.to_string()), ("agreed", "yes")]).is(422).has(&["监护人要是登记过的另一个人"]);
    with(&[("guardian", &guardian), ("agreed", "yes")]).is(303);
    desk.get(&format!("/people/{CHILD}")).is(200).has(&["监护人：张玉兰"]);
    let building = find_building(&town);
    desk.get(&format!("/slips?building={building}")).is(200).lacks(&["小满"]);

    let phone = town.resident(Lang::Zh, "normal");
    phone.get("/me/family").is(200).has(&["不满 14 岁的孩子不用开卡"]).lacks(&["小满"]);
    let erase = format!("/me/data/erase?child={CHILD}");
    phone.get("/me/data").is(200).has(&["您照看的孩子", "小满", &erase]);
    phone.get(&format!("/me/data/erase?child={WU}")).is(404);
    phone.post(&erase, &erase, &[("confirm", "不")]).is(422);
    assert_eq!(phone.post(&erase, &erase, &[("confirm", "删除")]).is(303).to, "/me/data");
    phone.get("/me/data").is(200).has(&["张玉兰"]).lacks(&["小满"]);
}

#[test]
fn at_14_it_ends_and_without_a_guardian_another_is_asked_for() {
    let town = town();
    with_child(&town);
    let (desk, page) = (town.worker(Lang::Zh), format!("/people/{CHILD}/child"));
    let guardian = ZHANG.to_string();
    let yes = [("child", "yes"), ("guardian", guardian.as_str()), ("agreed", "yes")];
    desk.post(&page, &page, &yes).is(303);
    desk.post(&page, &page, &[("child", "no")]).is(303);
    desk.get(&format!("/people/{CHILD}")).is(200).lacks(&["监护人："]);
    desk.post(&page, &page, &[("child", "no")]).is(422).has(&["不用再办"]);
    desk.post(&page, &page, &yes).is(303);
    let phone = town.resident(Lang::Zh, "normal");
    let remind = format!("/people/{CHILD}/child");
    desk.get("/errands").is(200).lacks(&[&remind]);
    phone.post("/me/data/erase", "/me/data/erase", &[("confirm", "5678")]).is(303);
    desk.get("/errands").is(200).has(&["再给小满问一位监护人", &remind]);
    desk.get(&format!("/people/{CHILD}")).is(200).has(&["监护人的信息已经删掉"]);
    let (child, acts) =
        town.db.read_wait(|r| Ok((find::is_child(r, CHILD)?, find::guardian(r, CHILD)?))).expect("read");
    assert_eq!((child, acts), (true, None), "still a child");
}

fn find_building(town: &Town) -> String {
    let all = town.db.read_wait(|r| Ok(find::buildings(r, FURONG)?)).expect("read");
    all.first().expect("one").id.to_string()
}

/// Whoever changes the words of the rules raises their version, so that everybody is asked anew.
#[test]
fn the_words_of_the_rules_belong_to_their_version() {
    let page = town().browser(Lang::Zh, "normal").get("/privacy").body;
    let from = page.find("<section class=\"sec\">").expect("the rules");
    let to = page.rfind("<section class=\"sec\">").expect("what stands under them");
    let words = &page[from..to];
    let hash = FileHash::of(words.as_bytes()).to_string();
    let short = &hash[..12];
    assert_eq!((lianxin_gate::RULES_VERSION, short), (3, "b9e7048b58ba"), "{words}");
}

#[test]
fn a_head_of_the_person_stands_over_what_they_agreed_to() {
    let town = asked_first();
    let phone = town.resident(Lang::Zh, "normal");
    phone.post("/consent", "/consent", &[("version", "3"), ("agree", "rules")]).is(303);
    let by = town.db.read_wait(|r| Ok(lianxin_journal::of_person(r, ZHANG)?)).expect("read");
    assert!(by.iter().any(|held| held.kind == "gate.consent" && held.field == "by"));
}

#[test]
fn a_seat_that_is_nobodys_person_has_no_data_of_its_own() {
    let town = town();
    plant_admin(&town.db);
    for page in ["/me/data", "/me/data/copy", "/me/data/erase", "/consent"] {
        town.admin(Lang::Zh).get(page).is(404);
        assert!(town.browser(Lang::Zh, "normal").get(page).is(303).to.starts_with("/login?next=/me/data"), "{page}");
    }
}

#[test]
fn an_older_version_of_the_rules_can_still_be_read_as_it_was() {
    let town = town();
    let anyone = town.browser(Lang::Zh, "normal");
    anyone.get("/privacy").is(200).has(&["href=\"/privacy?version=2\"", "给您发的消息"]).lacks(&["以前的一版"]);
    anyone.get("/privacy?version=2").is(200).has(&["以前的一版", "2026-11-25", "?version=3"]).lacks(&["给您发的消息"]);
    for none in ["1", "4", "x", "-2"] {
        anyone.get(&format!("/privacy?version={none}")).is(404);
    }
    town.resident(Lang::Zh, "normal").get("/me/data").is(200).has(&["href=\"/privacy?version=3\""]);
}

//! One's own data: looked at, taken along, corrected, erased; and the counter's way to the last.

use crate::house::*;
use lianxin_base::Lang;
use lianxin_register::find;

#[test]
fn everybody_reads_what_is_kept_and_why() {
    for (lang, says) in [(Lang::Zh, "身份证号"), (Lang::En, "ID-card numbers")] {
        town().browser(lang, "normal").get("/privacy").is(200).has(&[says]).lacks(&["/me/data"]);
    }
    town().browser(Lang::Zh, "normal").get("/me/data").is(303);
}

#[test]
fn a_resident_sees_and_takes_what_is_kept_of_them_and_nobody_elses() {
    let town = town();
    let phone = town.resident(Lang::Zh, "normal");
    phone.get("/me").is(200).has(&["href=\"/me/data\""]);
    phone.get("/me/data").is(200).has(&["张玉兰", "138 1234 5678", "1单元101", "/me/data/erase"]).lacks(&["吴敏"]);
    let copy: serde_json::Value = serde_json::from_str(&phone.get("/me/data/copy").body).expect("JSON");
    assert_eq!((&copy["name"], &copy["phone"]), (&"张玉兰".into(), &"13812345678".into()));
    assert!(copy["texts"].as_array().is_some_and(|all| all.iter().any(|t| t["field"] == "name")));
    let home = &copy["homes"][0];
    assert_eq!((&home["door"], &home["until"]), (&"3号楼 1单元101".into(), &serde_json::Value::Null));
    assert!(home["since"].as_str().is_some_and(|day| day.len() == 10), "{home}");
    assert_eq!(copy["phones"].as_array().map(Vec::len), Some(1));
    for list in ["owns", "messages", "looked_up", "agreed", "children"] {
        assert!(copy[list].is_array(), "{list}");
    }
}

#[test]
fn a_name_is_corrected_and_the_old_one_is_nowhere() {
    let town = town();
    let phone = town.resident(Lang::Zh, "normal");
    let bad = phone.post("/me/data/correct", "/me/data/correct", &[("name", ""), ("phone", "1")]);
    bad.is(422).has(&["f-name", "value=\"1\""]);
    phone.post("/me/data/correct", "/me/data/correct", &[("name", "张玉岚"), ("phone", "13800001111")]).is(303);
    phone.get("/me/data").is(200).has(&["张玉岚", "138 0000 1111"]).lacks(&["张玉兰"]);
    assert!(!phone.get("/me/data/copy").body.contains("张玉兰"));
}

#[test]
fn a_resident_erases_themselves_only_by_what_they_know() {
    let town = town();
    ping(&town.db);
    let phone = town.resident(Lang::Zh, "normal");
    let page = "/me/data/erase";
    phone.get(page).is(200).has(&["会删掉", "会留下", "后四位"]);
    for typed in ["", "1234", "删除"] {
        phone.post(page, page, &[("confirm", typed)]).is(422).has(&["f-confirm"]);
    }
    let done = phone.post(page, page, &[("confirm", "5678")]);
    assert_eq!((done.status.as_u16(), done.to.as_str()), (303, "/privacy?erased=1"));
    phone.get("/privacy?erased=1").is(200).has(&["您的信息删掉了"]);
    phone.get("/me/data").is(303);
    let left = town.db.read_wait(|r| Ok((find::person_area(r, ZHANG)?, lianxin_journal::of_person(r, ZHANG)?)));
    let (area, texts) = left.expect("read");
    assert_eq!((area, texts.len()), (None, 0));
}

#[test]
fn who_holds_a_seat_is_told_to_end_it_first() {
    let town = town();
    let desk = town.worker(Lang::Zh);
    desk.post("/me/data/erase", "/me/data/erase", &[("confirm", "5678")]).is(422).has(&["先办岗位交接"]);
    desk.get("/me/data").is(200).has(&["吴敏"]);
}

#[test]
fn the_counter_erases_for_somebody_and_only_with_their_word() {
    let town = town();
    let desk = town.worker(Lang::Zh);
    desk.get("/privacy-requests").is(200).has(&["后四位"]);
    desk.get("/privacy-requests?q=0000").is(200).has(&["没有找到"]);
    let found = "/privacy-requests?q=5678";
    desk.get(found).is(200).has(&["张玉兰", "1单元101"]);
    let zhang = ZHANG.to_string();
    let with = |word: &'static str| {
        [("q", "5678"), ("person", zhang.as_str()), ("confirm", word)].map(|(a, b)| (a, b.to_owned()))
    };
    let send = |word| {
        let pairs = with(word);
        let pairs: Vec<(&str, &str)> = pairs.iter().map(|(a, b)| (*a, b.as_str())).collect();
        desk.post(found, "/privacy-requests/erase", &pairs)
    };
    for typed in ["张玉兰", "3-1-101"] {
        desk.get(&format!("/privacy-requests?q={}", escaped(typed))).is(200).has(&["张玉兰"]);
    }
    let copy = desk.post(found, "/privacy-requests/copy", &[("q", "5678"), ("person", &zhang)]);
    copy.is(200).has(&["留着的您的信息", "138 1234 5678", "1单元101", "本人要一份自己的信息", "data-print"]);
    desk.post(found, "/privacy-requests/copy", &[("q", "0000"), ("person", &zhang)]).is(422).has(&["没有这个人"]);
    town.resident(Lang::Zh, "normal").get("/me/data").has(&["本人要一份自己的信息"]);
    send("好").is(422).has(&["没有删"]);
    // One page, the same answers, the other button: that is another act.
    let token = desk.get(found).token().to_owned();
    let both = [("q", "5678"), ("person", zhang.as_str()), ("confirm", "删除")];
    desk.send_form("/privacy-requests/copy", &token, &both).is(200).has(&["留着的您的信息"]);
    let done = desk.send_form("/privacy-requests/erase", &token, &both);
    assert_eq!(done.to, "/privacy-requests?done=1", "{}", done.body);
    desk.get(found).is(200).lacks(&["张玉兰"]);
    town.resident_phone_is_out();
}

impl Town {
    /// The slip went with the person.
    fn resident_phone_is_out(&self) {
        let reply = self.browser(Lang::Zh, "normal").post("/login", "/enter", &[("slip", SLIP)]);
        reply.is(422);
    }
}

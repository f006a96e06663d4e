//! Who is told by telephone or at the door, how they say so, and what messages look like.

use crate::house::*;
use lianxin_base::Lang;

/// The number of the first errand on the page.
fn first(page: &Reply) -> String {
    let (_, rest) = page.body.split_once("name=\"message\" value=\"").expect("an errand");
    rest.split('"').next().expect("its id").to_owned()
}

#[test]
fn who_has_no_phone_signed_in_stands_before_the_workers_with_the_words_to_say() {
    let town = town();
    let desk = town.worker(Lang::Zh);
    desk.get("/errands").is(200).has(&["没有要去告诉的人"]).lacks(&["name=\"message\""]);
    ping(&town.db);
    let page = desk.get("/errands");
    page.is(200).has(&[
        "给张玉兰打电话",
        "tel:13812345678",
        "138 1234 5678",
        "3号楼 1单元101",
        "芙蓉里-2026-0042 有回复",
    ]);
    let id = first(&page);
    let nobody = desk.post("/errands", "/errands", &[("message", &id), ("outcome", "nobody")]);
    assert_eq!(nobody.to, "/errands?said=nobody");
    desk.get("/errands?said=nobody").is(200).has(&["明天早上再试", "8:00 以后"]);
    let done = desk.post("/errands", "/errands", &[("message", &id), ("outcome", "done")]);
    assert_eq!(done.to, "/errands?said=done");
    desk.get("/errands").is(200).lacks(&["张玉兰"]);
    let token = desk.get("/counter").token().to_owned();
    desk.send_form("/errands", &token, &[("message", &id), ("outcome", "done")]).is(409).has(&["已经有人告诉过了"]);
    town.worker(Lang::En).get("/errands").is(200).has(&["Nobody has to be told"]);
}

#[test]
fn what_is_no_errand_is_refused_in_a_sentence() {
    let town = town();
    let desk = town.worker(Lang::Zh);
    ping(&town.db);
    let id = first(&desk.get("/errands"));
    for (message, outcome, status) in
        [("nothing", "done", 404), (id.as_str(), "later", 422), (id.as_str(), "", 422), ("", "done", 422)]
    {
        desk.post("/errands", "/errands", &[("message", message), ("outcome", outcome)]).is(status);
    }
    desk.get("/errands").is(200).has(&["给张玉兰打电话"]);
    let phone = town.resident(Lang::Zh, "normal");
    phone.get("/errands").is(404);
    desk.get("/errands").is(200).lacks(&["张玉兰"]);
}

#[test]
fn a_resident_says_how_they_want_to_be_told_and_can_change_it() {
    let town = town();
    let phone = town.resident(Lang::Zh, "elder");
    let desk = town.worker(Lang::Zh);
    phone.get("/me").is(200).has(&["/me/told", "现在：在手机上看"]);
    phone.get("/me/told").is(200).has(&["打电话", "上门", "贴条", "告诉家人", "来社区问"]);
    phone.post("/me/told", "/me/told", &[("how", "pigeon")]).is(422).has(&["f-how"]);
    phone.post("/me/told", "/me/told", &[("how", "slip")]).is(303);
    phone.get("/me").is(200).has(&["现在：贴条"]);
    ping(&town.db);
    let page = desk.get("/errands");
    page.is(200).has(&["给张玉兰家门上贴个条", "编号 芙蓉里-2026-0042", "请打社区电话", "0475-8100001"]);
    page.lacks(&["芙蓉里-2026-0042 有回复"]);
    for (how, says) in [("family", "请家人转告张玉兰"), ("visit", "上门告诉张玉兰"), ("call", "给张玉兰打电话")]
    {
        phone.post("/me/told", "/me/told", &[("how", how)]).is(303);
        desk.get("/errands").is(200).has(&[says]);
    }
    for how in ["ask", "inbox"] {
        phone.post("/me/told", "/me/told", &[("how", how)]).is(303);
        desk.get("/errands").is(200).lacks(&["张玉兰"]);
    }
    town.browser(Lang::Zh, "normal").get("/me/told").is(303);
}

#[test]
fn who_keeps_the_register_says_it_for_somebody_without_a_phone() {
    let town = town();
    let desk = town.worker(Lang::Zh);
    let page = format!("/people/{ZHANG}");
    let told = format!("{page}/told");
    desk.get(&page).is(200).has(&[&told, "在手机上看"]);
    desk.get(&told).is(200).has(&["怎么告诉张玉兰"]);
    assert_eq!(desk.post(&told, &told, &[("how", "visit")]).to, format!("{page}?said=saved"));
    desk.get(&page).is(200).has(&["上门"]);
    ping(&town.db);
    desk.get("/errands").is(200).has(&["上门告诉张玉兰"]);
    seated(&town.db, 7, "孟和", "worker", "menghe");
    let quiet = format!("/people/{}/told", p(8));
    desk.get(&quiet).is(404);
    desk.get("/people/x/told").is(404);
    let phone = town.resident(Lang::Zh, "normal");
    phone.get(&told).is(404);
}

#[test]
fn every_message_is_shown_as_it_reads_in_both_languages() {
    let town = town();
    let desk = town.worker(Lang::Zh);
    desk.get("/inbox").is(200).has(&["href=\"/notices\""]);
    desk.get("/notices").is(200).has(&[
        "有了回复",
        "芙蓉里-2026-0042 有回复",
        "was answered",
        "去说：",
        "Said aloud:",
        "岗位交接",
    ]);
    desk.get("/notices").lacks(&["test.ping", "office.handover", "office.incident"]);
    town.resident(Lang::Zh, "normal").get("/notices").is(404);
    town.worker(Lang::En).get("/notices").is(200).has(&[
        "What messages look like",
        "Said aloud:",
        "A seat is handed over",
    ]);
}

#[test]
fn the_quiet_hours_are_set_where_the_house_is_set_up() {
    let town = town();
    plant_admin(&town.db);
    let (admin, page) = (town.admin(Lang::Zh), "/setup/quiet");
    admin.get("/setup").is(200).has(&["/setup/quiet", "夜里不打扰"]);
    admin.get(page).is(200).has(&["value=\"21:00\"", "value=\"08:00\""]);
    for (from, to, field) in
        [("晚上", "8:00", "from"), ("21:00", "", "to"), ("9:00", "8:00", "from"), ("24:00", "8:00", "from")]
    {
        let wrong = admin.post(page, page, &[("from", from), ("to", to)]);
        wrong.is(422).has(&[&format!("href=\"#f-{field}\"")]);
    }
    admin.post(page, page, &[("from", "20点半"), ("to", "7:00")]).is(303);
    admin.get(page).is(200).has(&["value=\"20:30\"", "value=\"07:00\""]);
    let desk = town.worker(Lang::Zh);
    desk.get("/errands").is(200).has(&["夜里 20:30 到早上 07:00"]);
    desk.get(page).is(404);
}

#[test]
fn who_looks_after_the_machine_sees_a_sample_of_every_printed_sheet_and_nobody_else() {
    let town = town();
    plant_admin(&town.db);
    let (admin, page) = (town.admin(Lang::Zh), "/setup/papers");
    admin.get("/setup").is(200).has(&[page, "打印样张"]);
    admin.get(page).is(200).has(&["/setup/papers/sheet?of=entry-slips", "没有装 lianxin-press"]);
    let slips = "/setup/papers/sheet?of=entry-slips";
    admin.get(slips).is(200).has(&["样张：内容是编的", "样张甲", "class=\"qr\""]);
    admin.get(&format!("{slips}&paper=pdf")).is(422).has(&["先用打印的那一页"]);
    town.admin(Lang::En).get(slips).is(200).has(&["everything on it is invented"]);
    for of in ["", "nothing", "../setup"] {
        admin.get(&format!("/setup/papers/sheet?of={of}")).is(404);
    }
    let desk = town.worker(Lang::Zh);
    desk.get(page).is(404);
    desk.get(slips).is(404);
}

#[test]
fn an_organisation_gives_its_address_for_mail_and_takes_it_back() {
    let town = town();
    seated(&town.db, 7, "周国栋", "secretary", "zhou");
    let desk = town.desk("zhou");
    let here = format!("/orgs/{}", o(1));
    let page = format!("{here}/mail");
    desk.get(&here).is(200).has(&[&page]);
    desk.get(&page).is(200).has(&["收信地址", "邮件里不写是什么事"]);
    desk.post(&page, &page, &[("mail", "居委会")]).is(422).has(&["f-mail", "value=\"居委会\"", "不像邮箱地址"]);
    assert_eq!(desk.post(&page, &page, &[("mail", "office＠example.cn")]).to, format!("{here}?said=saved"));
    desk.get(&page).is(200).has(&["value=\"office@example.cn\"", "value=\"at_once\" id=\"f-pace\" checked"]);
    desk.post(&page, &page, &[("mail", "office@example.cn"), ("pace", "daily")]).is(303);
    desk.get(&page).is(200).has(&["value=\"daily\" checked"]);
    desk.post(&page, &page, &[("mail", "office@example.cn"), ("pace", "hourly")]).is(422);
    desk.post(&page, &page, &[("mail", "")]).is(303);
    desk.get(&page).is(200).lacks(&["office@example.cn"]);
    town.worker(Lang::Zh).get(&page).is(404);
    town.resident(Lang::Zh, "normal").get(&page).is(404);
    desk.get(&format!("/orgs/{}/mail", o(9))).is(404);
}

#[test]
fn an_organisation_gives_its_address_for_calls_and_another_address_has_another_secret() {
    let town = town();
    seated(&town.db, 7, "周国栋", "secretary", "zhou");
    let desk = town.desk("zhou");
    let here = format!("/orgs/{}", o(1));
    let page = format!("{here}/hook");
    desk.get(&page).is(200).lacks(&["class=\"num\"><code>"]);
    desk.post(&page, &page, &[("url", "jiedao")]).is(422).has(&["f-url", "value=\"jiedao\"", "不像接口地址"]);
    let secret = |address: &str| {
        assert_eq!(desk.post(&page, &page, &[("url", address)]).to, format!("{page}?said=saved"));
        let shown = desk.get(&page);
        shown.is(200).has(&[&format!("value=\"{address}\""), "lianxin-signature"]);
        let (_, rest) = shown.body.split_once("class=\"num\"><code>").expect("a secret");
        rest.split('<').next().expect("it").to_owned()
    };
    let (one, other) = (secret("https://jiedao.example.cn/a"), secret("https://jiedao.example.cn/b"));
    assert!(one.len() >= 32 && one != other, "{one} {other}");
    assert_eq!(desk.post(&page, &page, &[("url", "")]).to, format!("{here}?said=saved"));
    desk.get(&page).is(200).lacks(&["class=\"num\"><code>"]);
    town.worker(Lang::Zh).get(&page).is(404);
}

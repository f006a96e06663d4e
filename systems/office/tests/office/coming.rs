//! Coming back, the family, the counter, slips, posters, staff phones, the second step: as pages answer them.

use crate::house::*;
use lianxin_base::{DAY, HOUR, Lang, PersonId};
use lianxin_gate::{Seed, code_at};
use lianxin_store::Read;

const CODE: &str = "204816";
const DOOR: &[(&str, &str)] = &[("area", "芙蓉里"), ("building", "三号楼"), ("door", "1-101")];

fn with<'a>(base: &[(&'a str, &'a str)], more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    [base, more].concat()
}

/// What stands in a slip on a page.
fn slip_on(reply: &Reply) -> String {
    let (_, rest) = reply.body.split_once("cut-code pane-t num\"><b>").expect("a slip");
    rest.split('<').next().expect("a code").to_owned()
}

#[test]
fn a_resident_sets_a_code_and_comes_back_with_it() {
    for lang in Lang::ALL {
        let town = town();
        let phone = town.resident(lang, "elder");
        phone.get("/me").has(&["/me/code", "/me/family"]).lacks(&["/me/totp"]);
        phone.get("/me/code").has(&["f-code", "f-again_code"]);
        phone.post("/me/code", "/me/code", &[]).is(422).has(&["#f-code"]);
        phone.post("/me/code", "/me/code", &[("code", CODE), ("again_code", "204817")]).is(422).has(&["#f-again_code"]);
        for weak in ["123456", "111111", "20481"] {
            let reply = phone.post("/me/code", "/me/code", &[("code", weak), ("again_code", weak)]);
            reply.is(422).has(&["#f-code"]).lacks(&[weak]);
        }
        phone.post("/me/code", "/me/code", &[("code", CODE), ("again_code", CODE)]).is(200).has(&["notice-ok"]);
        let other = town.browser(lang, "normal");
        other.get("/login").has(&["/back?next="]);
        let reply = other.post("/back", "/back", &with(DOOR, &[("code", CODE), ("next", "/mine")]));
        assert_eq!((reply.status.as_u16(), reply.to.as_str()), (303, "/mine"));
        assert!(reply.cookie.is_some());
    }
}

#[test]
fn a_wrong_door_or_code_is_said_and_nothing_typed_is_lost_but_the_code() {
    let town = town();
    let other = town.browser(Lang::Zh, "normal");
    other.post("/back", "/back", &[]).is(422).has(&["#f-area", "#f-building", "#f-door", "#f-code"]);
    let reply = other.post("/back", "/back", &[("area", "芙蓉里"), ("building", "9"), ("door", "501"), ("code", CODE)]);
    reply.is(422).has(&["没有找到这个门牌", "value=\"9\"", "value=\"501\""]).lacks(&[CODE]);
    other.post("/back", "/back", &with(DOOR, &[("code", "98")])).is(422).has(&["要 6 位数字"]);
    other.post("/back", "/back", &with(DOOR, &[("code", CODE)])).is(422).has(&["房号或 6 位码不对", "三号楼"]);
}

#[test]
fn who_guesses_codes_is_stopped_for_the_day() {
    let town = town();
    let thief = town.browser(Lang::Zh, "normal");
    for n in 0..5 {
        let guess = format!("29{n}481");
        thief.post("/back", "/back", &with(DOOR, &[("code", &guess)])).is(422);
    }
    thief.post("/back", "/back", &with(DOOR, &[("code", CODE)])).is(429).has(&["明天再试"]);
    town.db.clock().set(town.db.clock().now().plus(DAY));
    thief.post("/back", "/back", &with(DOOR, &[("code", CODE)])).is(422);
}

#[test]
fn who_guesses_slips_is_stopped_for_an_hour_and_a_right_one_is_still_good() {
    let town = town();
    let thief = town.browser(Lang::Zh, "normal");
    for n in 0..20 {
        let guess = format!("{}KQM2XRBHD", char::from(b'A' + n));
        thief.post("/login", "/enter", &[("slip", &guess)]).is(422);
    }
    thief.post("/login", "/enter", &[("slip", SLIP)]).is(429).has(&["分钟"]);
    town.db.clock().set(town.db.clock().now().plus(HOUR));
    thief.post("/login", "/enter", &[("slip", SLIP)]).is(303);
}

#[test]
fn a_member_opens_the_door_for_the_family() {
    let town = town();
    let phone = town.resident(Lang::Zh, "normal");
    phone.get("/me/family").has(&["芙蓉里 3号楼 1单元101", "还没登记的家人"]);
    phone.post("/me/family", "/me/family", &[]).is(422).has(&["#f-who"]);
    phone.post("/me/family", "/me/family", &[("who", "new")]).is(422).has(&["#f-name", "#f-kind"]);
    let answers = [("who", "new"), ("name", "张小明"), ("kind", "relative")];
    let token = phone.get("/me/family").token().to_owned();
    let made = phone.send_form("/me/family", &token, &answers);
    made.is(200).has(&["张小明", "class=\"qr\"", "不能证明房子是谁的"]);
    let again = phone.send_form("/me/family", &token, &answers);
    assert_eq!(slip_on(&made), slip_on(&again), "the same tap twice shows the same slip");
    let other = town.browser(Lang::Zh, "normal");
    other.get("/login?slip=7KQM2XRBHD").has(&["value=\"7KQM2XRBHD\""]);
    let reply = other.post("/login", "/enter", &[("slip", &slip_on(&made))]);
    reply.is(303);
    phone.get("/me/family").lacks(&["张小明（家属）"]);
    phone.get("/me/family").is(200);
    town.browser(Lang::Zh, "normal").get("/me/family").is(303);
}

#[test]
fn nobody_at_home_opens_the_door_in_the_name_of_who_comes_in_alone() {
    let town = town();
    let phone = town.resident(Lang::Zh, "normal");
    let made = phone.post("/me/family", "/me/family", &[("who", "new"), ("name", "张小明"), ("kind", "relative")]);
    let page = phone.get("/me/family");
    page.has(&["张小明（家属）"]);
    let id = page.body.split("<option value=\"").find(|o| o.contains("张小明")).and_then(|o| o.split('"').next());
    let id = id.expect("an id").to_owned();
    phone.post("/me/family", "/me/family", &[("who", &id)]).is(200).has(&["张小明"]);
    let last = phone.post("/me/family", "/me/family", &[("who", &id)]);
    let other = town.browser(Lang::Zh, "normal");
    other.post("/login", "/enter", &[("slip", &slip_on(&made))]).is(422).has(&["已经作废"]);
    other.post("/login", "/enter", &[("slip", &slip_on(&last))]).is(303);
    phone.post("/me/family", "/me/family", &[("who", &id)]).is(422).has(&["#f-who"]);
}

#[test]
fn the_counter_finds_by_phone_and_by_number_within_its_scope() {
    let town = town_of(&[COMMUNITY, a(9)]);
    let desk = town.worker(Lang::Zh);
    desk.get("/counter").is(200).has(&["/slips", "/posters"]);
    for typed in ["5678", "138 1234 5678"] {
        let found = desk.get(&format!("/counter?q={}", escaped(typed)));
        found.is(200).has(&["是哪一位", "张玉兰", "1单元101"]).lacks(&["业主", "手机丢了", "/desk/"]);
    }
    let look = [("q", "5678"), ("person", &*ZHANG.to_string()), ("why", "comes")];
    let opened = desk.post("/counter?q=5678", "/counter/look", &look);
    desk.get(&opened.to).has(&["张玉兰", "芙蓉里 3号楼 1单元101", "业主", "手机丢了", "/desk/"]);
    let phone = town.resident(Lang::Zh, "normal");
    phone.get("/me/data").has(&["谁查过您", "本人来了，没带手机"]).lacks(&["没有按姓名"]);
    desk.get("/counter?q=13900005678").is(200).has(&["没有找到"]).lacks(&["张玉兰"]);
    desk.get(&format!("/counter?q={}", escaped("芙蓉里 42"))).has(&["张玉兰", "楼道灯不亮", "是哪一位"]).lacks(&[
        "5678",
        "手机丢了",
        "业主",
    ]);
    desk.get(&format!("/counter?q={}", escaped("灯"))).is(422).has(&["电话后四位"]);
    desk.get("/counter?q=9999").is(200).has(&["没有找到"]);
    phone.get("/counter?q=5678").is(404);
    town.browser(Lang::Zh, "normal").get("/counter?q=5678").is(303);
}

#[test]
fn by_name_or_door_the_counter_sees_name_and_door_and_opens_the_rest_for_a_purpose() {
    let town = town_of(&[COMMUNITY, a(9)]);
    let (desk, phone) = (town.worker(Lang::Zh), town.resident(Lang::Zh, "normal"));
    phone.get("/me/data").has(&["谁查过您", "没有按姓名、门牌、电话、事项编号查过您"]);
    let (card, kept) = (["5678", "手机丢了", "楼道灯不亮"], format!("/counter?person={ZHANG}"));
    for typed in ["张玉兰", "玉兰", "3-1-101", "芙蓉里3号楼1单元101"] {
        desk.get(&format!("/counter?q={}", escaped(typed)))
            .is(200)
            .has(&["是哪一位", "张玉兰", "1单元101"])
            .lacks(&card);
    }
    for typed in ["欧阳锋", "3-1-999"] {
        desk.get(&format!("/counter?q={}", escaped(typed))).is(200).has(&["没有找到"]).lacks(&["是哪一位"]);
    }
    desk.get(&kept).is(404);
    let list = format!("/counter?q={}", escaped("张玉兰"));
    let zhang = ZHANG.to_string();
    let back = desk.post(&list, "/counter/look", &[("q", "张玉兰"), ("person", &zhang)]);
    back.is(422).has(&["#f-why", "checked"]).lacks(&card);
    desk.post(&list, "/counter/look", &[("q", "张玉兰"), ("person", &zhang), ("why", "curious")]).is(422);
    let nobody = PersonId::from_bytes([77; 16]).to_string();
    desk.post(&list, "/counter/look", &[("q", "张玉兰"), ("person", &nobody), ("why", "visit")]).is(404);
    desk.get(&kept).is(404);
    let sent = desk.post(&list, "/counter/look", &[("q", "张玉兰"), ("person", &zhang), ("why", "family")]);
    assert_eq!((sent.status.as_u16(), sent.to.as_str()), (303, kept.as_str()));
    desk.get(&kept).is(200).has(&card);
    phone.get("/me/data").has(&["谁查过您", "家里人来替他办"]).lacks(&["吴敏", "没有按姓名"]);
    phone.get("/me/data/copy").is(200).has(&["looked_up", "家里人来替他办"]);
    town.db.clock().set(town.db.clock().now().plus(31 * lianxin_base::MINUTE));
    desk.get(&kept).is(404);
}

#[test]
fn a_lost_phone_goes_out_and_a_new_slip_lets_in_again() {
    let town = town();
    let (phone, desk) = (town.resident(Lang::Zh, "normal"), town.worker(Lang::Zh));
    phone.get("/inbox").is(200);
    let ask = format!("/counter/lost?person={ZHANG}");
    desk.get(&ask).is(200).has(&["张玉兰的手机丢了", "全部退出"]);
    desk.get("/counter/lost?person=x").is(404);
    let nobody = PersonId::from_bytes([77; 16]);
    desk.get(&format!("/counter/lost?person={nobody}")).is(404);
    let out = desk.post(&ask, "/counter/lost", &[("person", &ZHANG.to_string())]);
    out.is(200).has(&["全部退出了", "name=\"who\""]);
    phone.get("/inbox").is(303);
    let token = desk.get("/counter").token().to_owned();
    let sheet = desk.send_form("/slips", &token, &[("who", &ZHANG.to_string())]);
    sheet.is(200).has(&["class=\"cut card\"", "张玉兰", "class=\"qr\"", "前有效", "data-print"]);
    let again = desk.send_form("/slips", &token, &[("who", &ZHANG.to_string())]);
    assert_eq!(slip_on(&sheet), slip_on(&again), "the print page loaded again");
    let new = town.browser(Lang::Zh, "normal");
    new.post("/login", "/enter", &[("slip", &slip_on(&sheet))]).is(303);
    new.post("/login", "/enter", &[("slip", SLIP)]).is(422);
    desk.send_form("/slips", &token, &[("who", &ZHANG.to_string())]).has(&["已经用过或作废"]).lacks(&["cut-code"]);
}

#[test]
fn a_building_gets_a_sheet_of_slips_for_those_without() {
    let town = town();
    let desk = town.worker(Lang::Zh);
    desk.get("/slips").is(200).has(&["芙蓉里 3号楼", "先选一栋楼"]);
    let page = desk.get(&format!("/slips?building={}", b(1)));
    page.has(&["1单元101 张玉兰", "有一张没用"]).lacks(&["checked"]);
    desk.post("/slips", "/slips", &[]).is(422).has(&["一个人也没勾"]);
    desk.post("/slips", "/slips", &[("who", &WU.to_string())]).is(404).lacks(&["class=\"cut card\""]);
    desk.get(&format!("/slips?building={}", b(9))).is(404);
}

/// What stands in for the press: it answers with what it was given.
fn echo() -> std::path::PathBuf {
    let program = std::env::temp_dir().join(format!("lianxin-office-press-{}", std::process::id()));
    std::fs::write(&program, "#!/bin/sh\necho \"$2\"\ncat\n").expect("written");
    let mode = std::os::unix::fs::PermissionsExt::from_mode(0o700);
    std::fs::set_permissions(&program, mode).expect("made to run");
    program
}

#[test]
fn the_slips_of_a_building_are_one_pdf_and_the_same_slips_as_on_the_sheet() {
    let program = echo();
    let town = press_town(program.clone());
    let desk = town.worker(Lang::Zh);
    let page = desk.get(&format!("/slips?building={}", b(1)));
    page.is(200).has(&["formaction=\"/slips?paper=pdf\""]);
    let token = page.token().to_owned();
    let who = [("who", &*ZHANG.to_string())];
    let pdf = desk.send_form("/slips?paper=pdf", &token, &who);
    pdf.is(200).has(&["pdf\n", "张玉兰", "cut-code"]).lacks(&["<header"]);
    let sheet = desk.send_form("/slips", &token, &who);
    let code = slip_on(&sheet);
    assert!(pdf.body.contains(&code), "asked for as paper too, it is the same slip: {code} {}", pdf.body);
    desk.send_form("/slips?paper=pdf", &token, &[]).is(422).has(&["一个人也没勾"]);
    std::fs::remove_file(program).ok(); // left in the folder for what is temporary at worst
    // Without a press there is no such button, and its address says why.
    let plain = crate::house::town();
    let desk = plain.worker(Lang::Zh);
    let page = desk.get(&format!("/slips?building={}", b(1)));
    page.lacks(&["paper=pdf"]);
    desk.send_form("/slips?paper=pdf", page.token(), &who).is(422).has(&["先用打印的那一页"]);
}

#[test]
fn posters_wait_for_a_public_address() {
    let near = town();
    let desk = near.worker(Lang::Zh);
    desk.get("/posters").has(&["http://127.0.0.1:8600", "先不印海报"]).lacks(&["name=\"door\""]);
    desk.post("/posters", "/posters", &[("door", &FURONG.to_string())])
        .is(422)
        .has(&["先不印海报"])
        .lacks(&["class=\"poster\""]);
    // An address that is public by its name, and that nobody outside has opened yet.
    let untried = untried_town();
    let desk = untried.worker(Lang::Zh);
    desk.get("/posters").has(&["https://lianxin.example", "先不印海报"]).lacks(&["name=\"door\""]);
    desk.post("/posters", "/posters", &[("door", &FURONG.to_string())]).is(422).lacks(&["class=\"poster\""]);
    let town = public_town();
    let desk = town.worker(Lang::Zh);
    let page = desk.get("/posters");
    page.has(&["芙蓉里 大门", "芙蓉里 3号楼"]).lacks(&["先不印海报"]);
    desk.post("/posters", "/posters", &[]).has(&["至少勾一扇门"]);
    desk.post("/posters", "/posters", &[("door", "x")]).is(404);
    let doors = [("door", FURONG.to_string()), ("door", b(1).to_string())];
    let doors: Vec<(&str, &str)> = doors.iter().map(|(n, v)| (*n, v.as_str())).collect();
    let sheet = desk.post("/posters", "/posters", &doors);
    sheet.is(200).has(&[
        "和平里社区",
        "https://lianxin.example/p/1001",
        "https://lianxin.example/p/1002",
        "不收钱",
        "不要验证码",
        "不用下载",
        "0475-8100001",
        "class=\"qr\"",
    ]);
    desk.post("/posters", "/posters", &doors).has(&["/p/1001", "/p/1002"]).lacks(&["/p/1003"]);
    let anyone = town.browser(Lang::Zh, "normal");
    anyone.get("/p/1002").is(200).has(&["芙蓉里 3号楼", "/report?place=", "138 1234 0000", "https://lianxin.example"]);
    anyone.get("/p/7777").is(404);
    assert_eq!(anyone.get("/p?no=1002").to, "/p/1002");
    for typed in ["芙蓉里 3", "芙蓉里3号楼", "芙蓉里 三号楼"] {
        assert_eq!(
            anyone.get(&format!("/p?no={}", escaped(typed))).to,
            "/report?place=%E8%8A%99%E8%93%89%E9%87%8C%2F3",
            "{typed}"
        );
    }
    anyone.get(&format!("/p?no={}", escaped("芙蓉里 9"))).is(404).has(&["没有这个短号"]);
    anyone.get("/p").is(200);
}

/// How many QR codes are out.
fn pairings(town: &Town) -> i64 {
    let count = |r: &mut Read<'_>| Ok(r.row("SELECT COUNT(*) FROM gate_pairing", &[], |row| row.int(0))?);
    town.db.read_wait(count).expect("read").unwrap_or(0)
}

#[test]
fn the_office_lists_its_field_staff_and_shows_a_qr_once() {
    let town = town();
    let desk = town.worker(Lang::Zh);
    desk.get("/staff-phones").is(200).has(&["还没有登记外勤岗位"]);
    plant_grid_worker(&town.db);
    desk.get("/staff-phones").has(&["网格员", "还没有配手机"]);
    let shown = desk.post("/staff-phones", "/staff-phones", &[("seat", &s(5).to_string())]);
    shown.is(200).has(&["class=\"qr\"", "10 分钟", "无线网"]);
    assert_eq!(pairings(&town), 1);
    desk.post("/staff-phones", "/staff-phones", &[("seat", &s(1).to_string())]).is(404);
    desk.post("/staff-phones", "/staff-phones", &[("seat", "x")]).is(404);
    desk.post("/staff-phones", "/staff-phones/end", &[("phone", "x")]).is(404);
    town.resident(Lang::Zh, "normal").get("/staff-phones").is(404);
}

#[test]
fn a_phone_is_paired_with_a_pin_rests_and_is_ended() {
    let town = town();
    plant_grid_worker(&town.db);
    let link = shown_token(&town.db, s(5));
    let page = format!("/pair/{link}");
    let phone = town.browser(Lang::Zh, "normal");
    phone.get(&page).is(200).has(&["网格员", "和平里社区居委会", "f-pin"]);
    phone.post(&page, &page, &[]).is(422).has(&["#f-pin"]);
    phone.post(&page, &page, &[("pin", "480913"), ("again_pin", "480914")]).is(422).has(&["#f-again_pin"]);
    phone.post(&page, &page, &[("pin", "123456"), ("again_pin", "123456")]).is(422).has(&["太好猜"]);
    let phone = phone.paired(&page, "480913");
    phone.get("/inbox").is(200);
    town.browser(Lang::Zh, "normal").get(&page).is(200).has(&["用过了或者过了 10 分钟"]);
    town.db.clock().set(town.db.clock().now().plus(5 * HOUR));
    let resting = phone.get("/inbox");
    resting.is(303);
    assert_eq!(phone.get(&resting.to).to, "/pin?next=/inbox");
    phone.get("/pin?next=/inbox").is(200).has(&["f-pin", "value=\"/inbox\""]);
    phone.post("/pin?next=/inbox", "/pin", &[("pin", "111119")]).is(422).has(&["还能试 4 次"]);
    let open = phone.post("/pin?next=/inbox", "/pin", &[("pin", "480913"), ("next", "/inbox")]);
    assert_eq!((open.status.as_u16(), open.to.as_str()), (303, "/inbox"));
    phone.get("/inbox").is(200);
    let desk = town.worker(Lang::Zh);
    let list = desk.get("/staff-phones");
    let id = list.body.split("name=\"phone\" value=\"").nth(1).and_then(|r| r.split('"').next()).expect("a phone");
    desk.post("/staff-phones", "/staff-phones/end", &[("phone", id)]).is(303);
    phone.get("/inbox").is(303);
    assert_eq!(phone.get("/login").status.as_u16(), 200, "nothing waits any more");
}

#[test]
fn an_administrator_is_asked_for_the_second_step_and_sets_it_up() {
    let town = town();
    plant_admin(&town.db);
    let desk = town.browser(Lang::Zh, "normal");
    let asked = desk.post("/login", "/login", &[("login", "admin"), ("password", PASSWORD), ("next", "/about")]);
    assert_eq!(asked.to, "/me/totp?next=/about");
    let desk = town.browser(Lang::Zh, "normal").holding(asked.cookie.expect("a session"));
    let page = desk.get("/me/totp?next=/about");
    page.is(200).has(&["7 天内开通", "href=\"/about\"", "class=\"qr\""]);
    desk.get("/inbox").is(200);
    let seed = page.body.split("name=\"seed\" value=\"").nth(1).and_then(|r| r.split('"').next()).expect("a seed");
    let seed = Seed::read(seed).expect("a seed");
    let wrong = desk.post("/me/totp", "/me/totp", &[("seed", seed.text()), ("code", "000000")]);
    wrong.is(422).has(&["验证码不对", seed.text()]);
    let shown = || code_at(&keys().second(s(6), seed.text()), town.db.clock().now());
    let done = desk.post("/me/totp", "/me/totp", &[("seed", seed.text()), ("code", &shown()), ("next", "/about")]);
    done.is(200).has(&["备用码", "href=\"/about\""]);
    assert_eq!(done.body.matches("<li><code>").count(), 8);
    town.db.clock().set(town.db.clock().now().plus(HOUR));
    let other = town.browser(Lang::Zh, "normal");
    let reply = other.post("/login", "/login", &[("login", "admin"), ("password", PASSWORD)]);
    assert_eq!(reply.to, "/login/code?next=/inbox");
    let other = other.holding(reply.cookie.expect("a waiting session"));
    other.get("/inbox").is(303);
    assert_eq!(other.get("/login").to, "/login/code?next=/inbox");
    other.post("/login/code", "/login/code", &[]).is(422).has(&["#f-code"]);
    other.post("/login/code", "/login/code", &[("code", "000000")]).is(422).has(&["验证码不对"]);
    let good = other.post("/login/code", "/login/code", &[("code", &shown()), ("next", "/inbox")]);
    assert_eq!((good.status.as_u16(), good.to.as_str()), (303, "/inbox"));
    town.browser(Lang::Zh, "normal").holding(good.cookie.expect("in")).get("/inbox").is(200);
}

#[test]
fn after_the_days_of_grace_it_must_be_set_up() {
    let town = town();
    plant_admin(&town.db);
    let sign_in = || {
        let desk = town.browser(Lang::En, "normal");
        let reply = desk.post("/login", "/login", &[("login", "admin"), ("password", PASSWORD)]);
        (reply.to.clone(), desk.holding(reply.cookie.expect("a session")))
    };
    let (to, desk) = sign_in();
    assert_eq!(to, "/me/totp?next=/inbox");
    desk.get("/inbox").is(200);
    town.db.clock().set(town.db.clock().now().plus(8 * DAY));
    let (_, desk) = sign_in();
    desk.get("/inbox").is(303);
    desk.get("/me/totp").is(200).has(&["time is over"]).lacks(&["Not now"]);
    desk.get("/me").lacks(&["/logout"]);
    town.browser(Lang::En, "normal").get("/me/totp").is(303);
}

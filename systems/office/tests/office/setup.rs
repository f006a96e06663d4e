//! What an office settles before it opens: asked of who runs the machine, kept when something is wrong, shown to
//! everybody where it is meant for everybody.

use crate::house::*;
use lianxin_base::{ActId, DAY, Lang};
use lianxin_journal::{By, Head};
use lianxin_office::backup::{Backup, made};

const IMPRINT: [(&str, &str); 5] = [
    ("operator", "和平里社区居委会"),
    ("contact", "社区服务窗口"),
    ("phone", "0475-8123456"),
    ("kept_at", "社区办公室那台电脑"),
    ("filing", ""),
];

#[test]
fn only_who_runs_the_machine_sets_it_up() {
    let town = town();
    plant_admin(&town.db);
    let resident = town.resident(Lang::Zh, "normal");
    for path in
        ["/setup", "/setup/imprint", "/setup/hours", "/setup/days", "/setup/phones", "/setup/address", "/setup/backup"]
    {
        town.worker(Lang::Zh).get(path).is(404);
        resident.get(path).is(404);
        town.browser(Lang::Zh, "normal").get(path).is(303);
        town.admin(Lang::Zh).get(path).is(200);
        town.admin(Lang::En).get(path).is(200);
    }
}

#[test]
fn the_imprint_stands_on_the_page_for_everybody() {
    let town = town();
    plant_admin(&town.db);
    let admin = town.admin(Lang::Zh);
    admin.get("/inbox").has(&["href=\"/setup\""]);
    admin.get("/setup").has(&["还有 3 样没办"]);
    admin.post("/setup/imprint", "/setup/imprint", &IMPRINT).is(303);
    admin.get("/setup").has(&["还有 2 样没办"]);
    admin.get("/setup/imprint").has(&["value=\"和平里社区居委会\"", "value=\"04758123456\""]);
    town.browser(Lang::Zh, "normal").get("/about").has(&["本站由和平里社区居委会管理", "tel:04758123456", "那台电脑"]);
    let other = IMPRINT.map(|(name, value)| (name, if name == "operator" { "东里社区居委会" } else { value }));
    admin.post("/setup/imprint", "/setup/imprint", &other).is(303);
    let stranger = town.browser(Lang::En, "normal");
    stranger.get("/about").has(&["东里社区居委会"]).lacks(&["和平里社区居委会管理", "ICP"]);
    let filed = other.map(|(name, value)| (name, if name == "filing" { "蒙ICP备2026000001号" } else { value }));
    admin.post("/setup/imprint", "/setup/imprint", &filed).is(303);
    stranger.get("/about").has(&["蒙ICP备2026000001号"]);
}

#[test]
fn what_is_wrong_is_said_beside_its_field_and_the_rest_is_kept() {
    let town = town();
    plant_admin(&town.db);
    let admin = town.admin(Lang::Zh);
    for (field, typed, says) in [
        ("phone", "打不通", "这个电话打不通"),
        ("operator", "", "f-operator"),
        ("contact", "110101199003074514", "身份证号"),
        ("kept_at", &"很".repeat(101), "f-kept_at"),
    ] {
        let form = IMPRINT.map(|(name, value)| (name, if name == field { typed } else { value }));
        let reply = admin.post("/setup/imprint", "/setup/imprint", &form);
        reply.is(422).has(&[says, "class=\"errsum\"", &format!("href=\"#f-{field}\"")]);
        let kept = if field == "operator" { "社区服务窗口" } else { "和平里社区居委会" };
        reply.has(&[&format!("value=\"{kept}\"")]);
    }
    town.browser(Lang::Zh, "normal").get("/about").lacks(&["本站由"]);
}

#[test]
fn opening_hours_follow_each_other_and_are_read_as_people_write_them() {
    let town = town();
    plant_admin(&town.db);
    let admin = town.admin(Lang::Zh);
    let form = |hours: [&'static str; 4]| {
        [("opens", hours[0]), ("noon_from", hours[1]), ("noon_to", hours[2]), ("closes", hours[3])]
    };
    admin.get("/setup/hours").has(&["value=\"08:30\"", "value=\"17:30\""]);
    for (hours, says) in [
        (["9:00", "12:00", "14:00", "早点"], "请照 08:30 这样填"),
        (["9:00", "8:00", "14:00", "17:00"], "f-opens"),
        (["9:00", "12:00", "", "17:00"], "f-noon_to"),
    ] {
        admin.post("/setup/hours", "/setup/hours", &form(hours)).is(422).has(&[says, "value=\"9:00\""]);
    }
    admin.post("/setup/hours", "/setup/hours", &form(["9点", "12：00", "12:00", "17点半"])).is(303);
    admin.get("/setup/hours").has(&["value=\"09:00\"", "value=\"12:00\"", "value=\"17:30\""]);
}

#[test]
fn local_days_are_set_and_taken_back() {
    let town = town();
    plant_admin(&town.db);
    let admin = town.admin(Lang::Zh);
    admin.get("/setup/days").has(&["还没有填过"]);
    let form = [("since", "2026-08-12"), ("until", "2026-08-14"), ("kind", "off")];
    admin.post("/setup/days", "/setup/days", &form).is(303);
    admin.get("/setup/days").has(&["8 月 12 日 到 8 月 14 日", "放假"]);
    for (since, until) in [("2026-08-14", "2026-08-12"), ("2026-01-01", "2026-12-31"), ("", "2026-08-12")] {
        let form = [("since", since), ("until", until), ("kind", "off")];
        admin.post("/setup/days", "/setup/days", &form).is(422).has(&["class=\"errsum\""]);
    }
    admin.post("/setup/days", "/setup/days/end", &[("since", "2026-08-12")]).is(303);
    admin.get("/setup/days").has(&["还没有填过"]);
}

#[test]
fn emergency_numbers_stand_where_people_look_for_them() {
    let town = town();
    plant_admin(&town.db);
    let admin = town.admin(Lang::Zh);
    admin.get("/setup/phones").has(&["value=\"04758100001\""]);
    let form =
        [("duty", "0475-8100009"), ("gas", "0475-8296777"), ("lift", "96333"), ("power", "95598"), ("water", "")];
    let wrong = form.map(|(name, value)| (name, if name == "lift" { "电梯" } else { value }));
    let reply = admin.post("/setup/phones", "/setup/phones", &wrong);
    reply.is(422).has(&["href=\"#f-lift\"", "value=\"95598\"", "value=\"电梯\""]);
    admin.post("/setup/phones", "/setup/phones", &form.map(|(n, v)| (n, if n == "gas" { "" } else { v }))).is(303);
    let about = town.browser(Lang::Zh, "normal").get("/about");
    about.has(&["tel:96333", "tel:95598", "tel:04758100009"]).lacks(&["燃气漏了"]);
}

#[test]
fn pages_name_the_number_that_answers_at_this_hour() {
    let town = town();
    plant_admin(&town.db);
    let admin = town.admin(Lang::Zh);
    let form = [
        ("duty", "0475-8100001"),
        ("on_call", "0475-8100777"),
        ("gas", ""),
        ("lift", ""),
        ("power", ""),
        ("water", ""),
    ];
    let wrong = form.map(|(name, value)| (name, if name == "on_call" { "夜里" } else { value }));
    admin.post("/setup/phones", "/setup/phones", &wrong).is(422).has(&["href=\"#f-on_call\"", "value=\"夜里\""]);
    admin.post("/setup/phones", "/setup/phones", &form).is(303);
    admin.get("/setup/phones").has(&["value=\"04758100777\""]);
    let none = form.map(|(n, v)| (n, if n == "on_call" { "" } else { v }));
    admin.post("/setup/phones", "/setup/phones", &none).is(303);
    admin.get("/setup/phones").lacks(&["04758100777"]);
    admin.post("/setup/phones", "/setup/phones", &form).is(303);
    let resident = town.resident(Lang::Zh, "elder");
    let at = |hour, minute| "2026-08-12".parse::<lianxin_base::Day>().expect("a Wednesday").at(hour, minute);
    for (now, about, home) in [
        (at(17, 29), ["tel:04758100001", "下班和节假日打 0475-8100777"], ["tel:13812340000", "打电话给网格员"]),
        (at(17, 30), ["tel:04758100777", "上班时间打 0475-8100001"], ["tel:04758100777", "打电话给社区"]),
    ] {
        town.db.clock().set(now);
        town.browser(Lang::Zh, "normal").get("/about").has(&about);
        resident.get("/").has(&home);
        resident.get("/me").has(&home[..1]);
    }
}

#[test]
fn which_situation_it_is_is_found_by_opening_a_link() {
    let town = town();
    plant_admin(&town.db);
    let admin = town.admin(Lang::Zh);
    let page = admin.get("/setup/address");
    page.has(&["还没有手机打开过"]);
    let (_, rest) = page.body.split_once("http://127.0.0.1:8600/reach/").expect("the link stands on the page");
    let link = format!("/reach/{}", rest.split('"').next().expect("its end"));
    let phone = town.browser(Lang::Zh, "elder");
    phone.get("/reach/0123456789abcdef").is(404);
    phone.get(&link).is(200).has(&["打开了"]);
    admin.get("/setup/address").has(&["还没有手机打开过"]); // looking alone notes nothing
    phone.post(&link, &link, &[]).is(200).has(&["记下了"]);
    admin.get("/setup/address").has(&["试过：办公室内网打得开", "就是这种"]);
    admin.get("/setup").has(&["办公室内网打得开"]);
    town.db.clock().set(town.db.clock().now().plus(2 * DAY));
    phone.get(&link).is(404);
}

#[test]
fn how_old_the_last_backup_is_stands_before_how_to_make_one() {
    let town = town();
    plant_admin(&town.db);
    town.admin(Lang::Zh).get("/setup/backup").has(&["还没有备份过", "lianxin backup"]);
    for (name, by) in [(Some("lianxin-2026-06-15.tar.gz.age"), By::Clock), (None, By::Office)] {
        let act = Backup { name: name.map(Into::into), bytes: 3_355_444, files: 12 };
        let head =
            Head { id: ActId::new(town.db.chance(), town.db.clock().now()), area: FURONG, by, no: None, token: None };
        town.db.act_wait(FURONG, move |tx| Ok(made(tx, head.clone(), &act)?)).expect("recorded");
    }
    let said = ["lianxin-2026-06-15.tar.gz.age", "人工做的一份", "3.3 MB，12 个文件", "最近一次备份"];
    town.admin(Lang::Zh).get("/setup/backup").has(&said).lacks(&["还没有备份过"]);
    town.admin(Lang::En).get("/setup/backup").has(&["Made by hand", "3.3 MB, 12 files", "Last backup"]);
}

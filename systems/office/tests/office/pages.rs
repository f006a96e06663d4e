//! Every page in both languages: what it says, to whom, in which size.

use crate::house::*;
use lianxin_base::Lang;
use lianxin_journal::Head;
use lianxin_register::{self as register, AreaMerge};

#[test]
fn every_page_answers_everybody_in_both_languages() {
    let town = town();
    for (lang, tag, words) in [
        (
            Lang::Zh,
            "<html lang=\"zh-CN\"",
            ["有事您说话", "您是哪一位", "我的", "办事留底", "核对真假", "关于连心桥", "看办到哪了"],
        ),
        (
            Lang::En,
            "<html lang=\"en\"",
            [
                "Tell us what is wrong",
                "Who are you?",
                "not signed in",
                "Public journal",
                "Check a record",
                "About Lianxin",
                "Where it stands",
            ],
        ),
    ] {
        for size in ["normal", "elder", "elder2"] {
            let paths = ["/", "/login", "/me", "/journal", "/verify", "/about", "/find"];
            for (path, says) in paths.into_iter().zip(words) {
                let page = town.browser(lang, size).get(path);
                page.is(200).has(&[tag, says, "<h1>"]).lacks(&["style=\"", "onclick"]);
                assert!(page.body.matches("btn-main").count() <= 1, "{path}: one red button a screen");
            }
        }
    }
}

#[test]
fn home_shows_a_stranger_what_is_public_and_the_way_to_report() {
    let page = town().browser(Lang::Zh, "normal").get("/");
    page.is(200)
        .has(&[
            "href=\"/report\"",
            "说两句就行。谁在办，一路看得见。",
            "href=\"/board\"",
            "href=\"/find\"",
            "href=\"/journal\"",
        ])
        .has(&["href=\"/verify\"", "正在商量", "南门停车怎么分", "公示", "水箱清洗", "<b>15</b><span>6 月</span>"])
        .has(&["演示数据", "data-live=\"/live\""])
        .lacks(&["我反映的", "tel:", "看收件"]);
    assert_eq!(page.body.matches("class=\"tile\"").count(), 6);
}

#[test]
fn home_shows_a_resident_their_newest_open_matters() {
    let town = town();
    let resident = town.resident(Lang::Zh, "normal");
    resident
        .get("/")
        .has(&[
            "我反映的",
            "全部 3 件",
            "href=\"/mine\"",
            "2 单元楼道灯不亮",
            "红星物业正在办",
            "tel:0475-8000001",
            "剩 2 天",
        ])
        .has(&["&#60;b&#62;门禁", "芙蓉里"])
        .lacks(&["<b>门禁"]);
    resident.part("/", "m-2").is(200).has(&["id=\"m-2\""]).lacks(&["<html", "m-1"]);
    resident.part("/", "m-9").is(404);
}

#[test]
fn the_elder_home_shows_less_and_calls_the_grid() {
    let town = town();
    town.resident(Lang::Zh, "elder")
        .get("/")
        .has(&["打电话给网格员", "href=\"tel:13812340000\"", "2 单元楼道灯不亮", "全部 3 件"])
        .lacks(&["门禁", "说两句就行", "正在商量", "公示", "href=\"/journal\"><svg"]);
    // A stranger's grid is not known: the only community there is, or the list of all.
    town.browser(Lang::En, "elder2").get("/").has(&["Call the community", "href=\"tel:04758100001\""]);
    let two = town_of(&[COMMUNITY, a(9)]);
    two.browser(Lang::Zh, "elder").get("/").has(&["打电话给社区", "href=\"/about#phones\""]);
    two.resident(Lang::Zh, "elder").get("/").has(&["href=\"tel:13812340000\""]);
}

#[test]
fn me_says_who_one_is_and_changes_how_pages_are_written() {
    let town = town();
    town.browser(Lang::Zh, "normal")
        .get("/me")
        .has(&["您还没进来", "/login?next=/me", "长辈版", "再大些", "English"])
        .lacks(&["/logout"]);
    let resident = town.resident(Lang::Zh, "elder");
    resident
        .get("/me")
        .has(&["张玉兰", "芙蓉里", "3号楼 1单元101", "业主", "第一网格", "尾号 5678", "tel:13812340000"])
        .has(&["action=\"/logout\"", "action=\"/logout/everywhere\"", "value=\"elder\" aria-pressed=\"true\""])
        .lacks(&["13812345678"]);
    let reply = resident.post("/me", "/settings/size", &[("size", "normal"), ("back", "/me")]);
    assert_eq!((reply.to.as_str(), reply.cookie.as_deref()), ("/me", Some("lx_size=normal")));
    town.worker(Lang::En).get("/me").has(&["和平里社区居委会", "窗口", "Sign out on every phone"]);
}

#[test]
fn about_names_who_runs_it_and_whom_to_call() {
    let town = town_of(&[COMMUNITY, a(9)]);
    town.browser(Lang::Zh, "normal")
        .get("/about")
        .has(&["tel:119", "tel:110", "tel:120", "和平里社区", "tel:04758100001", "东里社区", "tel:04758100002"])
        .has(&["Apache-2.0 OR MulanPSL-2.0", "都是编的", "id=\"data\""]);
}

#[test]
fn a_number_is_found_however_it_is_typed() {
    let town = town();
    let phone = town.browser(Lang::Zh, "normal");
    for typed in ["芙蓉里-2026-0042", " 芙蓉里 42 ", "芙蓉里４２号", "芙蓉里小区 42", "芙蓉里 2026 0042"]
    {
        let reply = phone.get(&format!("/find?no={}", escaped(typed)));
        assert_eq!((reply.status.as_u16(), reply.to.as_str()), (303, NO_URL), "{typed}");
    }
    assert_eq!(phone.get("/find?no=yfy%207").to, "/m/YFY-2025-0007", "small letters, no year, no zeros");
    assert_eq!(town.resident(Lang::Zh, "normal").get("/find?no=42").to, NO_URL, "their own compound");
    phone.get("/find?no=42").is(404).has(&["没有找到这个编号"]);
    phone.get("/find?no=%E7%81%AF%3Cb%3E").is(404).has(&["没看懂这个编号", "灯&#60;b&#62;"]);
    town.browser(Lang::En, "normal").get("/find?no=x-1").is(404).has(&["No matter has this number"]);
}

#[test]
fn an_old_number_is_found_by_every_name_its_compound_has_or_had() {
    let town = town();
    let resident = town.resident(Lang::Zh, "normal");
    let named = |name| plant_compound_named(&town.db, FURONG, name);
    let found = |typed: &&str| {
        let path = format!("/find?no={}", escaped(typed));
        assert_eq!(town.browser(Lang::Zh, "normal").get(&path).to, NO_URL, "{typed}");
        let seen = town.worker(Lang::Zh).get(&format!("/counter?q={}", escaped(typed)));
        seen.is(200).has(&["楼道灯不亮"]);
    };
    named("新芙蓉里");
    ["芙蓉里-2026-0042", "芙蓉里 42", "新芙蓉里 42", "新芙蓉里小区 42"].iter().for_each(found);
    assert_eq!(resident.get("/find?no=42").to, NO_URL, "their own, before it was renamed");
    plant_compound_named(&town.db, a(7), "海棠园");
    let before = town.browser(Lang::Zh, "normal").get(&format!("/find?no={}", escaped("海棠园 42")));
    before.is(404).has(&["没有找到这个编号"]);
    act(&town.db, |tx, head| {
        let until = "2026-06-14".parse().expect("a day");
        register::area_merge(tx, Head { area: FURONG, ..head }, AreaMerge { area: FURONG, successor: a(7), until })
    });
    ["芙蓉里 42", "新芙蓉里 42", "海棠园 42"].iter().for_each(found);
    assert_eq!(resident.get("/find?no=42").to, NO_URL, "their own, before it was merged");
}

#[test]
fn the_inbox_says_what_is_new_and_puts_it_away() {
    let town = town();
    town.browser(Lang::Zh, "normal").get("/inbox").is(303);
    let resident = town.resident(Lang::Zh, "normal");
    resident.get("/inbox").is(200).has(&["还没有消息"]).lacks(&["name=\"upto\""]);
    ping(&town.db);
    let second = ping(&town.db);
    let page = resident.get("/inbox");
    page.has(&["2 条没看", "芙蓉里-2026-0042 有回复", "请您看看", "class=\"bar\""]);
    resident.get("/").has(&["消息，2 条没看"]);
    let one = resident.get(&format!("/inbox/{}/1", second.act));
    assert_eq!((one.status.as_u16(), one.to.as_str()), (303, NO_URL), "a message leads to its matter");
    resident.get("/inbox").has(&["1 条没看"]);
    resident.get(&format!("/inbox/{}/2", second.act)).is(404); // the committee's
    let upto = second.at.micros().to_string();
    assert_eq!(resident.post("/inbox", "/inbox", &[("upto", upto.as_str())]).to, "/inbox");
    resident.get("/inbox").has(&["都看过了"]).lacks(&["条没看", "name=\"upto\""]);
}

#[test]
fn those_who_work_here_read_their_inbox_at_the_desk() {
    let town = town();
    ping(&town.db);
    let desk = town.worker(Lang::Zh);
    let page = desk.get("/inbox");
    page.has(&["class=\"desk", "收件", "2 条没看", "有回复", "一条早先的消息", "aria-current=\"page\""]);
    town.worker(Lang::En).get("/inbox").has(&["2 not read", "was answered", "A message from earlier"]);
    for _ in 0..40 {
        ping(&town.db);
    }
    let page = desk.get("/inbox");
    let (_, older) = page.body.split_once("href=\"/inbox?at=").expect("there is more");
    let older = older.split('"').next().expect("an address").replace("&#38;", "&");
    desk.get(&format!("/inbox?at={older}")).is(200).has(&["回到最新", "class=\"row\""]);
    desk.get("/inbox?at=x&id=y").is(200).has(&["class=\"row\""]);
}

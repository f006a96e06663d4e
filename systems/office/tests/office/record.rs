//! The public record and the check of a receipt.

use crate::house::*;
use lianxin_base::Lang;
use lianxin_store::{Db, Stop, Tx, params};

/// Enough acts for three pages.
fn long_record(db: &Db) -> lianxin_journal::Receipt {
    let mut last = ping(db);
    for _ in 0..120 {
        last = ping(db);
    }
    last
}

fn length(db: &Db) -> i64 {
    db.read_wait(|r| Ok(lianxin_journal::length(r)?)).expect("reads")
}

#[test]
fn the_record_is_read_from_the_newest_to_the_first() {
    let town = town();
    long_record(&town.db);
    let n = length(&town.db);
    let phone = town.browser(Lang::Zh, "normal");
    let (mut path, mut seen, mut pages) = ("/journal".to_owned(), 0, 0);
    loop {
        let page = phone.get(&path);
        page.is(200);
        seen += page.body.matches("<li><div class=\"row\">").count();
        pages += 1;
        let Some((_, next)) = page
            .body
            .split("rel=\"next\"")
            .next()
            .filter(|_| page.body.contains("rel=\"next\""))
            .and_then(|before| before.rsplit_once("href=\""))
        else {
            page.has(&["第 1 条"]);
            break;
        };
        path = next.split('"').next().expect("an address").to_owned();
    }
    assert_eq!((seen as i64, pages), (n, (n + 49) / 50));
    phone.get("/journal").has(&[&format!("第 {n} 条"), &format!("第 1–50 条，共 {n} 条")]).lacks(&["rel=\"prev\""]);
    phone.get("/journal?upto=50").has(&["rel=\"prev\"", "第 50 条"]).lacks(&["rel=\"next\""]);
    for odd in ["0", "-5", "x", "99999999999999999999", "9223372036854775807"] {
        phone.get(&format!("/journal?upto={odd}")).is(200).has(&["class=\"row\""]);
    }
}

#[test]
fn where_nothing_has_happened_every_page_still_answers() {
    let town = empty();
    for path in ["/", "/login", "/me", "/journal", "/verify?no=AAAAAAAA", "/about", "/find"] {
        town.browser(Lang::Zh, "elder").get(path).is(200);
    }
    town.browser(Lang::Zh, "normal").get("/journal").has(&["一条也没有"]).lacks(&["class=\"row\""]);
}

#[test]
fn a_leaf_that_was_changed_does_not_fit_its_number() {
    let town = town();
    let receipt = ping(&town.db);
    let (act, hash) = (receipt.act, receipt.hash_text());
    let tamper = move |tx: &mut Tx<'_>| {
        const CHANGE: &str = "UPDATE journal_act SET body = replace(body, 'ping', 'pong') WHERE id = $1";
        Ok(tx.applying(act, |tx| tx.exec(CHANGE, params![act]))?)
    };
    assert_eq!(town.db.act_wait(COMMUNITY, tamper).expect("changed behind the program's back"), 1);
    for (lang, says) in [(Lang::Zh, "对不上"), (Lang::En, "It is not right")] {
        let page = town.browser(lang, "normal").get(&format!("/verify?no={hash}"));
        page.is(200).has(&[says, "notice-warn"]).lacks(&["notice-ok"]);
    }
}

#[test]
fn an_entry_says_what_is_public_and_no_more() {
    let town = town();
    let last = ping(&town.db);
    for (lang, words) in [(Lang::Zh, ["留底号", "公开的内容"]), (Lang::En, ["Record number", "What is public of it"])]
    {
        let page = town.browser(lang, "normal").get(&format!("/journal/{}", last.act));
        page.is(200).has(&words).has(&[&last.hash_text(), "test.ping", "2026-06-15 09:00:00", "和平里社区"]);
        page.has(&["&#34;what&#34;: &#34;ping&#34;"]);
    }
    let list = town.browser(Lang::Zh, "normal").get("/journal");
    list.has(&["登记网格和值班电话", "不公开的一条", &last.hash_text()[..12], "lianxin journal verify"]);
    list.lacks(&["张玉兰", "13812345678", "register.person", "gate.slip"]);
}

#[test]
fn of_a_hidden_kind_only_mark_number_and_time_are_told() {
    let town = town();
    let hidden = town.db.read_wait(|r| {
        let entries = lianxin_journal::entries(r, i64::MAX, 100)?;
        Ok::<_, Stop>(entries.into_iter().find(|e| e.kind == "sealed").expect("a slip"))
    });
    let act = hidden.expect("reads").act;
    let page = town.browser(Lang::Zh, "normal").get(&format!("/journal/{act}"));
    page.is(200).has(&["关系到一户人家", &act.to_string(), "2026-06-15 09:00:00"]).lacks(&[
        "<pre>",
        "芙蓉里",
        "和平里社区",
    ]);
    let found = town.browser(Lang::Zh, "normal").get(&format!("/verify?no={act}"));
    found.is(200).has(&["对得上", "不公开的一条"]).lacks(&["和平里社区", "register.", "gate."]);
}

#[test]
fn a_missing_entry_is_no_page() {
    let phone = town().browser(Lang::Zh, "normal");
    for path in ["/journal/x", "/journal/018f0000-0000-7000-8000-000000000001"] {
        phone.get(path).is(404);
    }
}

#[test]
fn a_receipt_is_checked_by_its_mark_its_number_or_the_beginning_of_it() {
    let town = town();
    let receipt = ping(&town.db);
    let (hash, act) = (receipt.hash_text(), receipt.act.to_string());
    for typed in [
        hash.clone(),
        hash[..12].to_owned(),
        format!("{} …", &hash[..8]),
        act.clone(),
        format!(" {} ", act.to_uppercase()),
    ] {
        let zh = town.browser(Lang::Zh, "normal").get(&format!("/verify?no={}", escaped(&typed)));
        zh.is(200).has(&["对得上", "2026-06-15 09:00:00", &hash, &act, "一字不差"]);
        let en = town.browser(Lang::En, "elder").get(&format!("/verify?no={}", escaped(&typed)));
        en.is(200).has(&["It is right", &hash]);
    }
}

#[test]
fn what_is_not_in_the_record_or_no_number_is_said_in_one_sentence() {
    let phone = town().browser(Lang::Zh, "normal");
    phone.get("/verify?no=AAAAAAAAAAAA").is(200).has(&["留底里没有这个号"]).lacks(&["对得上"]);
    phone.get("/verify?no=018f0000-0000-7000-8000-000000000001").is(200).has(&["留底里没有这个号"]);
    phone.get("/verify?no=").is(422).has(&["请先填收据上的留底号", "href=\"#f-no\""]);
    for wrong in ["abc", "芙蓉里-2026-0042", "<script>alert(1)</script>", &"A".repeat(500)] {
        let page = phone.get(&format!("/verify?no={}", escaped(wrong)));
        page.is(422).has(&["这不像留底号", "class=\"errsum\""]).lacks(&["<script>alert", "对得上"]);
    }
}

/// The kinds of the lines on a page.
fn kinds(page: &crate::reply::Reply) -> Vec<&str> {
    page.body
        .split("<li><div class=\"row\">")
        .skip(1)
        .filter_map(|l| l.split("\">").nth(2)?.split('<').next())
        .collect()
}

#[test]
fn the_record_is_narrowed_to_a_place_a_kind_and_a_month_and_tells_nothing_of_households() {
    let town = town();
    ping(&town.db);
    let phone = town.browser(Lang::Zh, "normal");
    let all = phone.get("/journal");
    let sealed = kinds(&all).into_iter().filter(|kind| kind.contains("不公开")).count();
    assert!(sealed > 0, "there are entries about households: {:?}", kinds(&all));
    let places = phone.get("/journal?about=places");
    places.is(200).has(&["value=\"places\" selected", "看了第 1 到"]).lacks(&["rel=\"next\"", "rel=\"prev\""]);
    assert!(
        kinds(&places).len() > 3 && kinds(&places).iter().all(|kind| !kind.contains("不公开")),
        "{:?}",
        kinds(&places)
    );
    let doors = phone.get("/journal?about=doors");
    assert!(kinds(&doors).iter().all(|kind| !kinds(&places).contains(kind)), "{:?}", kinds(&doors));
    let here = phone.get(&format!("/journal?area={FURONG}&about=places"));
    assert!(!kinds(&here).is_empty() && kinds(&here).len() < kinds(&places).len());
    let community = phone.get(&format!("/journal?area={COMMUNITY}&about=places"));
    assert!(kinds(&community).len() > kinds(&here).len(), "with a community goes what lies in its compounds");
    phone.get(&format!("/journal?area={}&about=places", a(99))).is(200).lacks(&["class=\"row\""]);
    let month = town.db.clock().now().day().to_string()[..7].to_owned();
    assert_eq!(kinds(&phone.get(&format!("/journal?about=places&month={month}"))), kinds(&places));
    phone.get("/journal?month=2020-01").is(200).has(&["那时候还没有留底"]).lacks(&["class=\"row\""]);
    for odd in ["area=x", "about=money", "month=2026-13", "month=%3Cb%3E"] {
        phone.get(&format!("/journal?{odd}")).is(200).has(&["第 1–"]);
    }
    town.browser(Lang::En, "normal").get("/journal?about=places").has(&["Looked through entries 1 to"]);
}

#[test]
fn a_long_record_is_looked_through_in_parts() {
    let town = town();
    let before = length(&town.db);
    for _ in 0..lianxin_journal::LOOKED {
        ping(&town.db);
    }
    let phone = town.browser(Lang::Zh, "normal");
    let first = phone.get("/journal?about=places");
    first.is(200).lacks(&["class=\"row\""]);
    let next = format!("/journal?area=&amp;about=places&amp;month=&amp;upto={before}");
    let escaped = next.replace("&amp;", "&#38;");
    assert!(first.body.contains(&next) || first.body.contains(&escaped), "{}", first.body);
    let rest = phone.get(&next.replace("&amp;", "&"));
    assert!(!kinds(&rest).is_empty());
    rest.has(&["看了第 1 到"]).lacks(&["rel=\"next\""]);
}

#[test]
fn the_newest_checkpoint_is_a_paper_to_keep() {
    let town = town();
    let phone = town.browser(Lang::Zh, "normal");
    phone.get("/journal/today").is(200).has(&["还没有签过名"]).lacks(&["class=\"qr\""]);
    let dir = std::env::temp_dir().join(format!("lianxin-office-keys-{}", std::process::id()));
    let keys =
        lianxin_journal::log::LogKeys::load_or_make(&dir, "heping.example/journal", town.db.chance()).expect("a key");
    while lianxin_journal::log::step(&town.db, &keys).expect("signed") {}
    std::fs::remove_dir_all(&dir).expect("removed");
    let n = length(&town.db);
    let paper = phone.get("/journal/today");
    paper.is(200).has(&[
        "和平里社区",
        &format!("一共记了 {n} 条"),
        "heping.example/journal",
        "class=\"qr\"",
        "--checkpoint",
    ]);
    paper.has(&[&keys.verifier().to_string()]);
    let entry = phone.get("/journal");
    entry.has(&["href=\"/journal/today\""]);
    let one = entry.body.split("href=\"").find(|at| at.starts_with("/journal/0")).expect("an entry");
    phone.get(one.split('"').next().expect("an address")).is(200).has(&["class=\"qr\"", "扫一扫，核对这一条"]);
}

#[test]
fn those_whose_computer_it_is_not_have_each_working_days_checkpoint_in_their_inbox() {
    use lianxin_office::log::day::{TIMER, begin, run};
    use lianxin_register::{OrgKind, Organisation, organisation};
    let town = town();
    let (company, name) = (42, "红星物业");
    act(&town.db, move |tx, head| {
        let (org, area, kind, name) = (o(company), COMMUNITY, OrgKind::Company, name.to_owned());
        organisation(tx, head, Organisation { org, area, kind, name, short: None, phone: None })
    });
    seated_at(&town.db, company, (43, "赵强"), "worker", "zhaoqiang");
    begin(&town.db).expect("set");
    begin(&town.db).expect("set already");
    let dir = std::env::temp_dir().join(format!("lianxin-office-day-{}", std::process::id()));
    let keys = lianxin_journal::log::LogKeys::load_or_make(&dir, "heping.example/journal", town.db.chance());
    let keys = keys.expect("a key");
    let runner = lianxin_work::Runner::new(town.db.clone(), vec![lianxin_work::TimerKind { kind: TIMER, run }]);
    let today = town.db.clock().now().day();
    let at = |days: i32, hour: u8| {
        town.db.clock().set(today.plus(days).at(hour, 0));
        runner.run_due().expect("run")
    };
    assert_eq!((at(0, 17), at(0, 18)), (0, 1), "nothing is signed yet: nobody is told");
    while lianxin_journal::log::step(&town.db, &keys).expect("signed") {}
    std::fs::remove_dir_all(&dir).expect("removed");
    let n = length(&town.db);
    assert_eq!((at(1, 17), at(1, 18), at(1, 19)), (0, 1, 0), "a Tuesday");
    let (theirs, own) = (town.desk("zhaoqiang"), town.worker(Lang::Zh));
    let inbox = theirs.get("/inbox");
    inbox.is(200).has(&[&format!("今天的留底到第 {n} 条"), "校验码"]);
    assert_eq!(inbox.body.matches("今天的留底").count(), 1);
    own.get("/inbox").is(200).lacks(&["今天的留底"]);
    let to = inbox.body.split("href=\"").find(|at| at.starts_with("/inbox/")).expect("a message");
    let entry = theirs.get(to.split('"').next().expect("an address")).is(303).to.clone();
    theirs.get(&entry).is(200).has(&["当日留底", "heping.example/journal"]);
    assert_eq!((at(2, 23), at(4, 23)), (1, 1), "switched off on Thursday: the newest on Friday, once");
    assert_eq!((at(5, 23), at(6, 23)), (0, 0), "nothing on Saturday and Sunday");
}

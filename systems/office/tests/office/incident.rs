//! Data incidents on their pages: what is refused, by when whom is told, who sees them; and how long data are kept.

use crate::house::*;
use lianxin_base::{DAY, HOUR, Lang};
use lianxin_office::incident::{TIMER, remind};
use lianxin_office::privacy::purge;
use lianxin_work::{Runner, TimerKind};

const GOOD: [(&str, &str); 7] = [
    ("what", "住户名单发错了群"),
    ("noticed", "2020-01-02"),
    ("at", "8点半"),
    ("kinds", "contact"),
    ("people", "30"),
    ("harm", "可能有骗子电话"),
    ("done", "马上撤回"),
];

/// The form with some answers changed.
fn but(changes: &[(&'static str, &'static str)]) -> Vec<(&'static str, &'static str)> {
    let changed = |name: &str| changes.iter().find(|(n, _)| *n == name);
    GOOD.iter().map(|(name, value)| changed(name).copied().unwrap_or((name, value))).collect()
}

fn with_secretary() -> (Town, Browser) {
    let town = town();
    seated(&town.db, 8, "周书记", "secretary", "zhou");
    let desk = town.desk("zhou");
    (town, desk)
}

#[test]
fn an_incident_is_refused_for_each_reason_and_keeps_what_was_typed() {
    let (town, desk) = with_secretary();
    let page = "/incidents/new";
    desk.get("/incidents").is(200).has(&["没有记过事件", page]);
    for (changes, says) in [
        (&[("kinds", "")][..], "请至少勾一样"),
        (&[("people", "几个")], "请填大约多少人"),
        (&[("people", "-1")], "请填大约多少人"),
        (&[("at", "早上")], "class=\"err\""),
        (&[("what", "")], "class=\"err\""),
    ] {
        desk.post(page, page, &but(changes)).is(422).has(&[says, "马上撤回"]);
    }
    let tomorrow = town.db.clock().now().day().plus(1).to_string();
    let mut late = but(&[]).into_iter().map(|(n, v)| (n, v.to_owned())).collect::<Vec<_>>();
    late.iter_mut().filter(|(n, _)| *n == "noticed").for_each(|(_, v)| v.clone_from(&tomorrow));
    let late: Vec<(&str, &str)> = late.iter().map(|(n, v)| (*n, v.as_str())).collect();
    desk.post(page, page, &late).is(422).has(&["发现的时间还没到", &tomorrow]);
    town.worker(Lang::Zh).get("/incidents").is(404);
    assert!(desk.get("/incidents").body.contains("没有记过事件"), "nothing was recorded");
}

#[test]
fn each_step_is_taken_once_and_nothing_is_closed_untold() {
    let (town, desk) = with_secretary();
    let here = desk.post("/incidents/new", "/incidents/new", &GOOD).is(303).to.clone();
    let step = format!("{here}/step");
    let take = |what: &'static str, words: &'static str| desk.post(&step, &step, &[("step", what), ("words", words)]);
    take("closed", "查清了").is(422).has(&["主管部门和居民都告诉过了", "查清了"]);
    take("", "查清了").is(422).has(&["请选一样"]);
    take("authority", "").is(422).has(&["f-words"]);
    take("authority", "电话报告").is(303);
    take("authority", "再报一次").is(422).has(&["已经记过"]);
    take("spared", "十分钟撤回，没人看过").is(303);
    take("closed", "查清了").is(303);
    take("done", "还有").is(422).has(&["已经了结"]);
    desk.get(&here).is(200).has(&["电话报告", "不用告诉", "十分钟撤回"]).lacks(&["href=\"/incidents/new\""]);
    for paper in ["notice", "report"] {
        desk.get(&format!("{here}/{paper}")).is(200).has(&["住户名单发错了群", "马上撤回"]);
    }
    town.worker(Lang::Zh).get(&here).is(404);
    desk.get("/incidents/0190c0de-0000-7000-8000-000000000000").is(404);
}

#[test]
fn the_clock_reminds_until_everybody_is_told() {
    let (town, desk) = with_secretary();
    let now = town.db.clock().now();
    let (day, at) = (now.day().to_string(), "00:00");
    let noticed = [("noticed", day.as_str()), ("at", at)];
    let all: Vec<(&str, &str)> =
        GOOD.iter().map(|(n, v)| noticed.iter().find(|(m, _)| m == n).copied().unwrap_or((n, v))).collect();
    let here = desk.post("/incidents/new", "/incidents/new", &all).is(303).to.clone();
    let runner = Runner::new(town.db.clone(), vec![TimerKind { kind: TIMER, run: remind }]);
    let run = |micros: i64| {
        town.db.clock().set(now.day().at(0, 0).plus(micros));
        runner.run_due().expect("run")
    };
    assert_eq!((run(24 * HOUR - 1), run(24 * HOUR)), (0, 1), "the authority's time");
    desk.get("/inbox").is(200).has(&["请马上告诉主管部门"]);
    assert_eq!((run(24 * HOUR + DAY - 1), run(24 * HOUR + DAY)), (0, 1), "and again a day later");
    let step = format!("{here}/step");
    desk.post(&step, &step, &[("step", "authority"), ("words", "报告了")]).is(303);
    assert_eq!((run(3 * DAY - 1), run(3 * DAY)), (0, 1), "the residents' time");
    desk.get("/inbox").is(200).has(&["请马上告诉居民"]);
    desk.post(&step, &step, &[("step", "residents"), ("words", "贴了通知")]).is(303);
    assert_eq!(run(9 * DAY), 0, "everybody knows");
}

#[test]
fn how_long_data_are_kept_is_refused_outside_the_law() {
    let town = town();
    plant_admin(&town.db);
    purge::begin(&town.db).expect("the timer is set");
    let (admin, page) = (town.admin(Lang::Zh), "/retention");
    admin.get("/setup").is(200).has(&["信息留多久"]);
    admin.get(page).is(200).has(&["value=\"24\"", "value=\"36\""]);
    let send = |contact: &str, words: &str| {
        admin.post(
            page,
            page,
            &[
                ("contact", contact),
                ("words", words),
                ("incident", "36"),
                ("resident", "24"),
                ("message", "24"),
                ("look_up", "36"),
            ],
        )
    };
    send("2", "36").is(422).has(&["太短了，最少 3 个月", "value=\"2\""]);
    send("24", "61").is(422).has(&["太长了，最多 60 个月"]);
    send("两年", "36").is(422).has(&["请填几个月，用数字"]);
    send("", "36").is(422);
    town.browser(Lang::Zh, "normal").get("/privacy").is(200).has(&["办结 24 个月以后"]);
    send("24", "36").is(303);
    send("12", "48").is(303);
    town.browser(Lang::Zh, "normal").get("/privacy").is(200).has(&["办结 12 个月以后", "办结 48 个月以后"]);
    town.browser(Lang::Zh, "normal").get("/journal").is(200).has(&["定了信息留多久"]);
    town.worker(Lang::Zh).get(page).is(404);
}

//! The minutes of a council: posted, objected to, answered, final; what is decided reaches its matter then.

use crate::house::{Came, Town, at, town};
use crate::meeting::{called, day, evening, id, meeting, pass, read, resident, sent, told};
use lianxin_base::HOUR;
use lianxin_base::Refuse as _;
use lianxin_council::forget::words_before;
use lianxin_council::meeting::{Refusal, object};

/// Minutes that decide the only matter.
async fn minuted(town: &Town, url: &str, deadline: &str) -> Came {
    let company = town.map.org("红星物业").to_string();
    let pairs = [
        ("words", "大家都说换感应灯好"),
        ("kind-1", "do"),
        ("say-1", "换感应灯"),
        ("executor-1", &company),
        ("deadline-1", deadline),
        ("limit-1", "1,200"),
    ];
    sent(town, "吴敏", &format!("{url}/minutes"), &format!("{url}/minutes"), &pairs).await
}

#[tokio::test]
async fn minutes_nobody_objects_to_are_final_and_hand_the_matter_on() {
    let mut town = town().await;
    let (url, no) = called(&town).await;
    assert!(!town.get("吴敏", &format!("{url}/desk")).await.says(&format!("{url}/minutes")), "not before it begins");
    town.later(evening().plus(2 * HOUR), &["吴敏"]);
    let came = minuted(&town, &url, "2026-07-10").await;
    assert_eq!(came.status, 303, "{}", came.text);
    let page = town.get("", came.header("location")).await;
    for words in [
        "6 月 30 日 17:30 以前没人有意见就定下来",
        "大家都说换感应灯好",
        "红星物业去办，7 月 10 日前办完，花钱不超过 1,200.00 元",
    ] {
        assert!(page.says(words), "{words}: {}", page.text);
    }
    assert_eq!(town.matter(&no).step, "deliberate", "until then it stays where it is");
    let until = meeting(&town, &url).until.expect("a term");
    assert_eq!(until, day("2026-06-30").at(17, 30));
    pass(&town, until.plus(-1));
    assert_eq!(town.matter(&no).step, "deliberate", "not a moment earlier");
    pass(&town, until);
    let m = town.matter(&no);
    assert!(m.step == "work" && m.executor == Some(town.map.org("红星物业")), "{m:?}");
    assert_eq!(m.due_at, Some(day("2026-07-10").at(17, 30)));
    town.later(until, &["吴敏", "马建军"]);
    let pane = town.get("马建军", &at(&no)).await;
    assert!(pane.says("议定了，7 月 10 日前办完，花钱不超过 1,200.00 元：换感应灯"), "{}", pane.text);
    assert!(pane.says("芙蓉社区居委会"), "in the name of who called it");
    let page = town.get("", &url).await;
    assert!(page.says("纪要定下来，已经交去办") && page.says("定下来了"), "{}", page.text);
    assert_eq!(told(&town, "council.minutes_settled"), 2);
    assert!(town.get("", &lianxin_council::pages::url(&no)).await.says("议事会上商量过，纪要定下来了"));
    let came = town.get("吴敏", &format!("{url}/desk")).await;
    assert!(!came.says(&format!("{url}/minutes")) && !came.has_form("/sheet"), "nothing can be changed any more");
}

#[tokio::test]
async fn each_question_of_the_minutes_has_one_empty_choice_and_an_executor_can_be_taken_back() {
    let town = town().await;
    let (url, _) = called(&town).await;
    town.db.clock().set(town.now().plus(5 * HOUR));
    let form = town.get("吴敏", &format!("{url}/minutes")).await;
    let one = |page: &Came, name: &str| {
        let select = page.text.split(&format!("name=\"{name}\"")).nth(1).and_then(|s| s.split("</select>").next());
        select.unwrap_or_else(|| panic!("no {name}: {}", page.text)).matches("value=\"\"").count()
    };
    assert_eq!((one(&form, "kind-1"), one(&form, "executor-1")), (1, 1), "{}", form.text);
    let company = town.map.org("红星物业").to_string();
    let pairs = [("kind-1", "do"), ("executor-1", company.as_str()), ("words", "")];
    let back = sent(&town, "吴敏", &format!("{url}/minutes"), &format!("{url}/minutes"), &pairs).await;
    assert_eq!((back.status, one(&back, "kind-1"), one(&back, "executor-1")), (422, 0, 1), "{}", back.text);
}

#[tokio::test]
async fn what_is_missing_in_minutes_is_said_at_its_matter_and_nothing_typed_is_lost() {
    let mut town = town().await;
    let (url, _) = called(&town).await;
    let (page, company) = (format!("{url}/minutes"), town.map.org("红星物业").to_string());
    let stranger = town.map.org("红都社区物业公司").to_string();
    town.later(evening(), &["吴敏"]);
    let good = [
        ("words", "大家都说换感应灯好"),
        ("kind-1", "do"),
        ("say-1", "换感应灯"),
        ("executor-1", &company),
        ("deadline-1", "2026-07-10"),
        ("limit-1", ""),
    ];
    for (name, value, code) in [
        ("words", "", Refusal::NoMinutes),
        ("kind-1", "", Refusal::NoOutcome),
        ("say-1", "", Refusal::NoDecision),
        ("executor-1", "", Refusal::NoExecutor),
        ("executor-1", &*stranger, Refusal::NoExecutor),
        ("deadline-1", "", Refusal::NoDeadline),
        ("deadline-1", "2026-06-29", Refusal::EarlyDeadline),
        ("deadline-1", "2026-06-30", Refusal::EarlyDeadline),
        ("deadline-1", "2027-07-10", Refusal::FarDeadline),
    ] {
        let pairs = good.map(|(n, v)| if n == name { (n, value) } else { (n, v) });
        let came = sent(&town, "吴敏", &page, &page, &pairs).await;
        assert!(came.status == 422 && came.says(&code.say(lianxin_base::Lang::Zh)), "{code:?}: {}", came.text);
        assert!(name == "say-1" || came.says("换感应灯"), "{code:?}: what was typed is still there");
    }
    for limit in ["很多", "0", "-5"] {
        let pairs = good.map(|(n, v)| if n == "limit-1" { (n, limit) } else { (n, v) });
        let came = sent(&town, "吴敏", &page, &page, &pairs).await;
        assert!(came.status == 422 && came.says("钱数没看懂") && came.says(limit), "{limit}: {}", came.text);
    }
    assert_eq!(told(&town, "council.minutes_posted"), 0);
}

#[tokio::test]
async fn an_objection_keeps_minutes_from_being_final_until_it_is_answered() {
    let mut town = town().await;
    let (url, no) = called(&town).await;
    let meeting_id = id(&url);
    assert_eq!(
        resident(&town, "张玉兰", move |tx, a, who| object(tx, a, meeting_id, who, "早了")),
        Err(Refusal::NotPosted.code())
    );
    town.later(evening().plus(2 * HOUR), &["吴敏", "刘志强", "何芳"]);
    assert_eq!(minuted(&town, &url, "2026-07-01").await.status, 303);
    let until = meeting(&town, &url).until.expect("a term");
    // The owners' committee was asked to come: it objects on its page; a resident by the same command.
    let objection = format!("{url}/objection");
    let came = sent(&town, "刘志强", &objection, &objection, &[("words", "")]).await;
    assert!(came.status == 422 && came.says("请写一句哪儿不对"), "{}", came.text);
    let came = sent(&town, "刘志强", &objection, &objection, &[("words", "钱写多了")]).await;
    assert_eq!(came.status, 303, "{}", came.text);
    assert!(town.get("刘志强", came.header("location")).await.says("您的意见交到芙蓉社区居委会手里了"));
    let came = sent(&town, "刘志强", &objection, &objection, &[("words", "又一条")]).await;
    assert!(came.status == 422 && came.says("已经记下了"), "{}", came.text);
    assert_eq!(town.get("何芳", &objection).await.status, 403);
    let token = town.token("何芳").await;
    let came = town.post("何芳", &objection, &[("token", &token), ("words", "我也说说")]).await;
    assert_eq!(came.status, 403, "{}", came.text);
    town.db.clock().set(until);
    assert_eq!(resident(&town, "孙立", move |tx, a, who| object(tx, a, meeting_id, who, "灯太亮")), Ok(()));
    town.db.clock().set(until.plus(1));
    assert_eq!(
        resident(&town, "田守义", move |tx, a, who| object(tx, a, meeting_id, who, "晚了")),
        Err(Refusal::TooLate.code())
    );
    let public = town.get("", &url).await;
    assert!(public.says("收到 2 条意见") && !public.says("钱写多了") && !public.says("孙立"), "{}", public.text);
    // The term is over: nothing is final, and whoever called it hears why.
    pass(&town, until.plus(2));
    assert_eq!(town.matter(&no).step, "deliberate");
    assert_eq!((told(&town, "council.minutes_waits"), told(&town, "council.minutes_objected")), (2, 2));
    assert!(town.get("", &url).await.says("还有意见没答复"));
    let desk = format!("{url}/desk");
    town.later(town.now(), &["吴敏"]);
    let page = town.get("吴敏", &desk).await;
    assert!(page.says("钱写多了") && page.says("灯太亮"), "{}", page.text);
    let acts: Vec<String> = page
        .text
        .split("name=\"objection\" value=\"")
        .skip(1)
        .filter_map(|s| s.split('"').next())
        .map(ToOwned::to_owned)
        .collect();
    assert_eq!(acts.len(), 2);
    let answer = format!("{url}/answer");
    let came = sent(&town, "吴敏", &desk, &answer, &[("objection", &acts[0]), ("answer", "")]).await;
    assert!(came.status == 422 && came.says("请写一句答复"), "{}", came.text);
    // It takes until the 6th; the decision keeps the one working day it was to have after the term.
    town.later(day("2026-07-06").at(9, 0), &["吴敏"]);
    for (act, words) in acts.iter().zip(["三家比过价", "装在二楼拐角，不晃眼"]) {
        let came = sent(&town, "吴敏", &desk, &answer, &[("objection", act), ("answer", words)]).await;
        assert_eq!(came.status, 303, "{}", came.text);
    }
    let token = town.token("吴敏").await;
    let again = [("token", token.as_str()), ("objection", &acts[0]), ("answer", "再答")];
    let came = town.post("吴敏", &answer, &again).await;
    assert!(came.status == 422 && came.says("已经答复了"), "{}", came.text);
    pass(&town, town.now().plus(1));
    let m = town.matter(&no);
    assert!(m.step == "work" && m.due_at == Some(day("2026-07-07").at(17, 30)), "{m:?}");
    let public = town.get("", &url).await;
    assert!(public.says("三家比过价") && public.says("定下来了"), "{}", public.text);
    assert_eq!(told(&town, "council.minutes_answered"), 2);
    // What they wrote goes after its time, counted from the day the minutes were final.
    let due = |before| {
        let all = read(&town, move |r| words_before(r, before, 500).expect("read"));
        acts.iter().filter(|id| all.iter().any(|(act, field)| act.to_string() == **id && field == "words")).count()
    };
    assert_eq!((due(day("2026-07-06").at(9, 0)), due(day("2026-07-07").at(9, 0))), (0, 2));
}

#[tokio::test]
async fn minutes_written_anew_hang_out_anew() {
    let mut town = town().await;
    let (url, no) = called(&town).await;
    town.later(evening().plus(2 * HOUR), &["吴敏"]);
    assert_eq!(minuted(&town, &url, "2026-07-10").await.status, 303);
    let late = town.get("吴敏", &format!("{url}/desk")).await;
    assert!(!late.has_form("/cancel"), "what hangs out is not called off");
    let first = meeting(&town, &url);
    town.later(day("2026-06-29").at(9, 0), &["吴敏"]);
    let page = format!("{url}/minutes");
    let form = town.get("吴敏", &page).await;
    assert!(form.says("大家都说换感应灯好") && form.says("1,200.00") && form.says("2026-07-10"), "{}", form.text);
    let pairs = [("words", "再议一回"), ("kind-1", "vote"), ("say-1", "动用维修资金")];
    assert_eq!(sent(&town, "吴敏", &page, &page, &pairs).await.status, 303);
    let second = meeting(&town, &url);
    assert!(second.minutes != first.minutes && second.until == Some(day("2026-07-02").at(17, 30)), "{second:?}");
    pass(&town, first.until.expect("a term"));
    assert_eq!(meeting(&town, &url).state, second.state, "the first term does not count any more");
    pass(&town, day("2026-07-02").at(17, 30));
    let m = town.matter(&no);
    assert_eq!(m.step, "deliberate", "what needs a vote is not handed on");
    town.later(town.now(), &["吴敏"]);
    let pane = town.get("吴敏", &at(&no)).await;
    assert!(pane.says("会上说，这事要业主表决：动用维修资金"), "{}", pane.text);
    assert_eq!(told(&town, "council.upshot"), 1);
}

#[tokio::test]
async fn a_matter_decided_at_the_desk_meanwhile_keeps_its_own_course() {
    let mut town = town().await;
    let (url, no) = called(&town).await;
    let company = town.map.org("红星物业").to_string();
    let decision = [("note", "急，先换"), ("executor", &company), ("deadline", "2026-06-22"), ("limit", "300")];
    assert_eq!(town.send("李秀英", &no, "decision", &decision).await.status, 303);
    town.later(evening().plus(2 * HOUR), &["吴敏"]);
    let form = town.get("吴敏", &format!("{url}/minutes")).await;
    assert!(form.says("这件事已经往下走了"), "{}", form.text);
    assert_eq!(minuted(&town, &url, "2026-07-10").await.status, 303);
    let before = town.matter(&no);
    pass(&town, day("2026-06-30").at(17, 30));
    let m = town.matter(&no);
    assert!(m.step == "work" && m.due_at == before.due_at && m.hops == before.hops, "{m:?}");
    town.later(town.now(), &["马建军", "李秀英"]);
    let pane = town.get("马建军", &at(&no)).await;
    assert!(pane.says("纪要定下来以前这事已经往下走了") && pane.says("花钱不超过 300.00 元"), "{}", pane.text);
    assert!(town.get("", &url).await.says("纪要定下来以前这事已经往下走了"));
    for limit in ["很多", "0"] {
        let no = town.at_step("deliberate", "");
        let bad = [("note", "换"), ("executor", company.as_str()), ("deadline", "2026-07-10"), ("limit", limit)];
        let came = town.send("李秀英", &no, "decision", &bad).await;
        assert!(came.status == 422 && came.says("钱数没看懂"), "{limit}: {}", came.text);
    }
}

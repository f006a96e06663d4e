//! A council that is changed before it begins, one nobody writes down, and the photo of a signed sheet.

use crate::house::{at, town};
use crate::meeting::{called, day, evening, meeting, pass, read, sent, told};
use crate::photos::findings;
use lianxin_base::{HOUR, Lang};
use lianxin_outbox::{Notices, Reader, inbox};

fn anew<'a>(day: &'a str, time: &'a str, place: &'a str, words: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![("day", day), ("time", time), ("where", place), ("hours", "2"), ("words", words)]
}

#[tokio::test]
async fn what_was_called_is_changed_and_everybody_hears_what() {
    let mut town = town().await;
    let (url, no) = called(&town).await;
    let (form, matter) = (format!("{url}/change"), town.matter(&no).id.to_string());
    assert!(town.get("吴敏", &format!("{url}/desk")).await.says(&form), "the desk leads there");
    let page = town.get("吴敏", &form).await;
    for words in
        ["value=\"2026-06-25\"", "value=\"19:00\"", "value=\"党群服务中心\"", "改好，告诉大家", "已经在议题上的都勾着"]
    {
        assert!(page.says(words), "{words}: {}", page.text);
    }
    let same = [anew("2026-06-25", "19:00", "党群服务中心", ""), vec![("matter", matter.as_str())]].concat();
    let came = sent(&town, "吴敏", &form, &form, &same).await;
    assert!(came.status == 422 && came.says("都没有改动"), "{}", came.text);
    for (pairs, says) in [
        (anew("2026-06-17", "19:00", "居民活动室", "x"), "id=\"e-day\""),
        (anew("2026-06-26", "七点", "居民活动室", "x"), "id=\"e-time\""),
        (anew("2026-06-26", "18:30", "", "x"), "id=\"e-where\""),
        (anew("2026-06-26", "18:30", "居民活动室", ""), "id=\"e-matter\""),
    ] {
        let came = sent(&town, "吴敏", &form, &form, &pairs).await;
        assert!(came.status == 422 && came.says(says), "{says}: {}", came.text);
    }
    let other = [anew("2026-06-26", "18:30", "居民活动室", ""), vec![("matter", matter.as_str())]].concat();
    let came = sent(&town, "吴敏", &form, &form, &other).await;
    assert_eq!((came.status, came.header("location")), (303, format!("{url}?said=changed").as_str()), "{}", came.text);
    let m = meeting(&town, &url);
    assert_eq!((m.starts, m.place.as_deref()), (day("2026-06-26").at(18, 30), Some("居民活动室")));
    let page = town.get("", &url).await;
    for words in ["6 月 26 日（周五）18:30", "居民活动室", "改了时间、地点，原来是 6 月 25 日 19:00"]
    {
        assert!(page.says(words), "{words}: {}", page.text);
    }
    assert_eq!((told(&town, "council.meeting_changed"), told(&town, "council.talk_changed")), (1, 1));
    let inbox = |kind: &'static str| told(&town, kind);
    let gone = anew("2026-06-26", "18:30", "居民活动室", "只说说门厅");
    assert_eq!(sent(&town, "吴敏", &form, &form, &gone).await.status, 303);
    assert_eq!((inbox("council.talk_dropped"), inbox("council.talk_changed")), (1, 1), "its reporter need not come");
    let told_now = |kind: &'static str| said_to(&town, "张玉兰", kind);
    let (voice, link) = told_now("council.talk_dropped");
    assert!(
        voice.as_deref().is_some_and(|says| says.contains("您不用专门来")),
        "who was asked to come is told: {voice:?}"
    );
    assert_eq!(link, at(&no).replace("/desk/", "/m/"), "where it stands is on its own page");
    assert_eq!(
        (told_now("council.talk").0, told_now("council.talk_changed").0),
        (None, None),
        "nobody is asked to come"
    );
    let again = [anew("2026-06-26", "18:30", "居民活动室", ""), vec![("matter", matter.as_str())]].concat();
    assert_eq!(sent(&town, "吴敏", &form, &form, &again).await.status, 303);
    assert_eq!(told(&town, "council.talk"), 2, "on the agenda again");
    assert_eq!(told_now("council.talk_dropped").0, None);
    assert!(told_now("council.talk").0.is_some_and(|says| says.contains("居民活动室")));
    assert!(town.get("", &at(&no).replace("/desk/", "/m/")).await.says("居民活动室"));

    assert_eq!(town.get("何芳", &form).await.status, 404, "not theirs");
    let page = town.get("吴敏", &form).await;
    town.later(day("2026-06-26").at(18, 30), &["吴敏"]);
    let token = page.hidden(&form, "token");
    let late: Vec<_> = [("token", token.as_str())].into_iter().chain(anew("2026-06-27", "9:00", "别处", "x")).collect();
    let came = town.post("吴敏", &form, &late).await;
    assert!(came.status == 422 || came.status == 409, "{}", came.status);
    assert!(came.says("会已经开始了") || came.status == 422, "{}", came.text);
    assert_eq!(meeting(&town, &url).place.as_deref(), Some("居民活动室"));
    assert!(!town.get("吴敏", &format!("{url}/desk")).await.says(&form));
    assert_eq!(findings(&town), []);
}

/// What a worker says to somebody for their newest message of a kind, and where it leads.
fn said_to(town: &crate::house::Town, who: &str, kind: &'static str) -> (Option<String>, String) {
    let reader = Reader::person(town.map.person(who));
    let notices = Notices::new(lianxin_council::notices::notices()).expect("each once");
    read(town, move |r| {
        let all = inbox(r, &reader, None, 200).expect("read");
        let newest = all.into_iter().map(|x| x.message).find(|m| m.kind == kind).expect("such a message");
        let voice = notices.say(r, Lang::Zh, &newest).expect("read").map(|(says, _)| says);
        let (_, link) = notices.tell(r, Lang::Zh, &newest).expect("read").expect("a kind of ours");
        (voice, link)
    })
}

#[tokio::test]
async fn who_writes_no_minutes_is_reminded_after_three_working_days() {
    let mut town = town().await;
    let (url, _) = called(&town).await;
    let by = meeting(&town, &url).write_by.expect("a day");
    assert_eq!(by, day("2026-06-30").at(17, 30));
    pass(&town, by.plus(-1));
    assert_eq!(told(&town, "council.minutes_missing"), 0);
    pass(&town, by);
    assert_eq!(told(&town, "council.minutes_missing"), 1);
    town.later(by.plus(HOUR), &["吴敏"]);
    let desk = town.get("吴敏", &format!("{url}/desk")).await;
    assert!(desk.says("还没写。请今天写好"), "{}", desk.text);
    assert!(town.get("吴敏", "/meetings").await.says("纪要还没写"));
    pass(&town, by.plus(HOUR).plus(HOUR));
    assert_eq!(told(&town, "council.minutes_missing"), 1, "once");

    let (second, _) = called_later(&town).await;
    let by = meeting(&town, &second).write_by.expect("a day");
    town.later(meeting(&town, &second).ends, &["吴敏"]);
    let form = format!("{second}/minutes");
    let said = [("words", "说好下回再定"), ("kind-1", "later"), ("say-1", "")];
    let came = sent(&town, "吴敏", &form, &form, &said).await;
    assert_eq!(came.status, 303, "{}", came.text);
    pass(&town, by.plus(1));
    assert_eq!(told(&town, "council.minutes_missing"), 1, "what is written down is not missed");
    assert_eq!(findings(&town), []);
}

/// Another council, a week after the first one's evening.
async fn called_later(town: &crate::house::Town) -> (String, String) {
    let area = town.map.area("芙蓉里").to_string();
    let no = town.at_step("deliberate", "");
    let show = [("title", "门厅"), ("words", "门厅里停着车"), ("show", "yes")];
    assert_eq!(town.send("吴敏", &no, "publication", &show).await.status, 303);
    let matter = town.matter(&no).id.to_string();
    let pairs = [
        ("area", area.as_str()),
        ("matter", &matter),
        ("day", "2026-07-09"),
        ("time", "19:00"),
        ("where", "活动室"),
        ("hours", "1"),
        ("days", "3"),
        ("words", ""),
    ];
    let came = sent(town, "吴敏", &format!("/meetings/new?area={area}"), "/meetings", &pairs).await;
    assert_eq!(came.status, 303, "{}", came.text);
    (came.header("location").split('?').next().unwrap_or_default().to_owned(), no)
}

#[tokio::test]
async fn the_signed_sheet_is_kept_for_who_runs_it_only() {
    let mut town = town().await;
    let (url, _) = called(&town).await;
    town.later(evening().plus(HOUR), &["吴敏", "马建军", "刘志强"]);
    let desk = format!("{url}/desk");
    let page = town.get("吴敏", &desk).await;
    let action = format!("{url}/sheet");
    let token = page.hidden(&action, "token");
    let pairs = [("token", token.as_str()), ("names", "张玉兰"), ("side", "")];
    let came = town.post_files("吴敏", &action, &pairs, &[("photo", &crate::photos::jpeg())]).await;
    assert_eq!(came.status, 303, "{}", came.text);
    let page = town.get("吴敏", &desk).await;
    assert!(page.says("签到表") && page.says(&format!("{url}/sheet/1/small")), "{}", page.text);
    let shown = town.get("吴敏", &format!("{url}/sheet/1/large")).await;
    assert_eq!((shown.status, shown.header("content-type")), (200, "image/jpeg"));
    for (who, status) in [("", 303), ("马建军", 404), ("刘志强", 404)] {
        assert_eq!(town.get(who, &format!("{url}/sheet/1/large")).await.status, status, "{who}");
    }
    assert_eq!(town.get("吴敏", &format!("{url}/sheet/2/small")).await.status, 404);
    assert!(!town.get("", &url).await.says("/sheet/1"), "nobody else sees it");
    let token = town.get("吴敏", &desk).await.hidden(&action, "token");
    let came = town.post_files("吴敏", &action, &[("token", &token), ("names", ""), ("side", "")], &[]).await;
    assert!(came.status == 422 && came.says("id=\"e-names\""), "{}", came.text);
    assert_eq!(findings(&town), []);
}

//! Which number answers at which hour: the office's while it is open, the other one at noon, at night, on days off.

use crate::house::{FURONGLI, Town, thursday, town};
use crate::meeting::read;
use lianxin_base::{Day, Lang, MINUTE, Moment};
use lianxin_council::collect::{NewDispatch, dispatch};
use lianxin_council::rules::{Category, Pace};
use lianxin_outbox::{Notices, Reader, inbox};

const DESK: &str = "04808000004";
const NIGHT: &str = "04808000104";

fn at(day: &str, hour: u8, minute: u8) -> Moment {
    day.parse::<Day>().expect("a day").at(hour, minute)
}

async fn town_by_the_hour() -> Town {
    let town = town().await;
    std::thread::scope(|s| s.spawn(|| lianxin_seeds::on_call(&town.db, &town.map)).join()).expect("ran").expect("set");
    town
}

fn urgent(town: &Town, pace: Pace) -> String {
    let no = town.report("三单元水管爆了，水往下漏", &FURONGLI);
    let (number, executor) = (no.clone(), Some(town.map.org("红星物业")));
    town.act("吴敏", move |tx, terms, author| {
        let (category, title) = (Category::Water, "三单元水管爆了".to_owned());
        let new = NewDispatch { no: number.clone(), seen: None, title, category, pace, executor };
        dispatch(tx, terms, author, &new)
    });
    no
}

#[tokio::test]
async fn a_matter_and_the_form_name_the_number_that_answers_at_this_hour() {
    let town = town_by_the_hour().await;
    let no = urgent(&town, Pace::Urgent);
    for (now, open) in [
        (thursday(), true),
        (at("2026-06-18", 12, 0), false), // noon
        (at("2026-06-18", 17, 29), true),
        (at("2026-06-18", 17, 30), false), // the closing minute
        (at("2026-06-20", 10, 0), false),  // a Saturday
        (at("2026-10-01", 10, 0), false),  // National Day
        (at("2026-10-10", 10, 0), true),   // a Saturday that is worked
    ] {
        town.db.clock().set(now);
        let (number, other, says, english) = match open {
            true => (DESK, NIGHT, "下班和节假日打 0480-8000104", "after hours and on days off: 0480-8000104"),
            false => (NIGHT, DESK, "上班时间打 0480-8000004", "in office hours: 0480-8000004"),
        };
        let page = town.get("", &format!("/m/{no}")).await;
        let round = format!("class=\"round\" href=\"tel:{number}\"");
        let beside = format!("href=\"tel:{other}\">{says}");
        assert!(page.says(&round) && page.says(&beside) && page.says("现在打 0480-"), "{now:?}: {}", page.text);
        assert!(town.english("", &format!("/m/{no}")).await.says(english), "{now:?}");
        let form = town.get("", "/report?place=芙蓉里/1").await;
        let (first, second) = match open {
            true => ("tel:04808000002\">打给居委会", "tel:04808000102\">下班和节假日打 0480-8000102"),
            false => ("tel:04808000102\">打给居委会", "tel:04808000002\">上班时间打 0480-8000002"),
        };
        assert!(form.says(first) && form.says(second), "{now:?}: {}", form.text);
    }
}

/// What somebody reads of their newest message about progress.
fn told(town: &Town, lang: Lang) -> String {
    let reader = Reader::person(town.map.person("张玉兰"));
    let notices = Notices::new(lianxin_council::notices::notices()).expect("each once");
    read(town, move |r| {
        let all = inbox(r, &reader, None, 200).expect("read");
        let newest = all.into_iter().map(|x| x.message).find(|m| m.kind == "council.moved").expect("a message");
        let ((_, body), _) = notices.tell(r, lang, &newest).expect("read").expect("a kind of ours");
        body
    })
}

#[tokio::test]
async fn the_message_about_what_is_urgent_says_whom_to_ring_at_its_hour() {
    let town = town_by_the_hour().await;
    urgent(&town, Pace::Urgent);
    let body = told(&town, Lang::Zh);
    assert!(body.contains("急的话上班时间打 0480-8000004，下班和节假日打 0480-8000104。"), "{body}");
    town.db.clock().set(thursday().day().at(17, 30).plus(MINUTE));
    urgent(&town, Pace::Utility);
    let body = told(&town, Lang::Zh);
    assert!(body.contains("急的话下班和节假日打 0480-8000104，上班时间打 0480-8000004。"), "{body}");
    assert!(told(&town, Lang::En).contains("If it cannot wait, call after hours"), "{}", told(&town, Lang::En));
    town.db.clock().set(town.now().plus(MINUTE));
    urgent(&town, Pace::General);
    assert!(!told(&town, Lang::Zh).contains("急的话"), "what can wait rings nobody up");
}

#[tokio::test]
async fn the_page_that_phones_keep_names_every_number_with_its_hours() {
    let town = town_by_the_hour().await;
    let page = town.get("", "/offline").await;
    for (number, says) in [
        ("119", "火警 119"),
        ("04808000777", "燃气抢修"),
        ("95598", "停电报修"),
        ("04808000002", "居委会：上班时间打 0480-8000002"),
        ("04808000102", "居委会：下班和节假日打 0480-8000102"),
    ] {
        assert!(page.says(&format!("href=\"tel:{number}\"")) && page.says(says), "{number} {says}: {}", page.text);
    }
    let night = at("2026-06-18", 23, 0);
    town.db.clock().set(night);
    let later = town.get("", "/offline").await;
    assert!(later.says("居委会：上班时间打 0480-8000002"), "it is kept at any hour: {}", later.text);
}

//! 春节放假: the offices are shut for nine days. What cannot wait goes on, with a number that answers; all else waits without being
//! late, and is due in the days after.

use crate::house::{FURONGLI, Town, at, town_on};
use crate::meeting::{pass, told};
use lianxin_base::{Day, MINUTE, Moment};

/// The eve of the holidays, a Saturday that is worked, in the afternoon.
fn eve() -> Moment {
    "2026-02-14".parse::<Day>().expect("a day").at(16, 0)
}

fn when(day: &str, hour: u8) -> Moment {
    day.parse::<Day>().expect("a day").at(hour, 0)
}

/// Handed to the company by the worker's form, with this clock.
async fn handed(town: &Town, words: &str, pace: &str) -> String {
    let (no, company) = (town.report(words, &FURONGLI), town.map.org("红星物业").to_string());
    let look = [("title", words), ("category", "water"), ("pace", pace), ("executor", company.as_str())];
    assert_eq!(town.send("吴敏", &no, "dispatch", &look).await.status, 303, "{words}");
    no
}

#[tokio::test]
async fn over_spring_festival_what_cannot_wait_goes_on_and_the_rest_waits() {
    let mut town = town_on(eve()).await;
    std::thread::scope(|s| s.spawn(|| lianxin_seeds::on_call(&town.db, &town.map)).join()).expect("ran").expect("set");
    let urgent = handed(&town, "三单元水管爆了，水往下漏", "urgent").await;
    let utility = handed(&town, "五号楼停水了", "utility").await;
    let general = handed(&town, "二楼的水龙头滴水", "general").await;
    for (no, due) in [(&urgent, "2026-02-14"), (&utility, "2026-02-15"), (&general, "2026-02-28")] {
        let m = town.matter(no);
        assert_eq!(m.due_at.map(|at| at.day().to_string()).as_deref(), Some(due), "{no}: {:?}", m.due_at);
    }
    // New Year's morning: the company's number for other hours stands first at what is pressing.
    let morning = when("2026-02-17", 9);
    pass(&town, when("2026-02-15", 16).plus(MINUTE));
    assert!(town.matter(&urgent).late_at.is_some() && town.matter(&utility).late_at.is_some());
    let late = told(&town, "council.late");
    assert!(late >= 2, "who has it hears of it on the holiday");
    town.later(morning, &["吴敏", "马建军"]);
    for no in [&urgent, &utility] {
        let page = town.get("", &lianxin_council::pages::url(no)).await;
        assert!(page.says("class=\"round\" href=\"tel:04808000104\""), "{no}: {}", page.text);
    }
    let waits = town.get("", &lianxin_council::pages::url(&general)).await;
    assert!(waits.status == 200 && town.matter(&general).late_at.is_none(), "{}", waits.text);
    // What comes in on the holiday is taken, and the look at it is due in the first hours after.
    let came = town.report("楼道的灯坏了", &FURONGLI);
    let due = town.matter(&came).due_at.expect("due");
    assert!(when("2026-02-24", 8) < due && due < when("2026-02-24", 18), "{due:?}");
    // Whoever is on duty works as on any day.
    let done = town.send("马建军", &urgent, "completion", &[("note", "换了一截管子")]).await;
    assert_eq!(done.status, 303, "{}", done.text);
    assert_eq!(town.matter(&urgent).due_at.map(|at| at.day().to_string()).as_deref(), Some("2026-02-26"));
    // Until the offices are open again nothing else is late, and nobody is reminded.
    pass(&town, when("2026-02-24", 8));
    for no in [&general, &came] {
        assert!(town.matter(no).late_at.is_none(), "{no}");
    }
    pass(&town, when("2026-02-28", 18));
    assert!(town.matter(&general).late_at.is_some() && town.matter(&came).late_at.is_some(), "and then it is");
    assert!(town.get("吴敏", &at(&general)).await.status != 500);
}

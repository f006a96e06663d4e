//! The matters of the demonstration: a year of them, through the acts the pages use. Everything in 芙蓉社区 is
//! invented; of 御府苑 one story is told, as the newspaper tells it.

mod bulletins;
mod councils;
mod older;
mod open;
mod paid;
mod plain;
mod play;
mod polls;
mod ready;
mod recent;
mod rule;
mod script;
mod story;
mod surveys;
mod warm;
mod year;

use crate::course::Terms;
use councils::{COUNCILS, Doing, TALKED};
use lianxin_base::{Day, Moment};
use lianxin_calendar::Calendar;
use lianxin_seeds::Map;
use lianxin_store::{Db, Files, Stop};
use play::Play;
use script::Script;

/// What was planted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Planted {
    /// The number of the main job: 2 单元楼道灯不亮.
    pub main: String,
    /// The number of the stair room as the newspaper tells it.
    pub told: String,
    /// How many matters there are.
    pub matters: usize,
}

/// Plants the matters and their pictures. The clock of `db` is one set by hand and ends at 18:00 of the day before `today`; `runner` is
/// called whenever time has passed and runs the timers that fell due. The same `today` plants the same leaves.
///
/// # Errors
/// A refusal of the rules, which a test excludes, or the database's trouble.
pub fn plant(
    db: &Db,
    files: &Files,
    map: &Map,
    terms: &Terms,
    runner: &mut dyn FnMut(&Db) -> Result<(), Stop>,
    today: Day,
) -> Result<Planted, Stop> {
    let mut play = Play::new(db, files, map, terms);
    play.responsibilities()?;
    for due in plan(&terms.calendar, today) {
        pass(db, runner, due.at)?;
        match due.what {
            What::Report(script) if script.words == rule::RULE.words => play.rule()?,
            What::Report(script) => play.report(script)?,
            What::Event(script, n) => play.event(script, n)?,
            What::Council(n, doing) => play.council(n, doing, today)?,
            What::Bulletin(doing) => play.bulletin(doing)?,
            What::Poll(n) => play.poll(n)?,
            What::Survey(n) => play.survey(n)?,
        }
    }
    pass(db, runner, today.plus(-1).at(18, 0))?;
    play.ready()?;
    play.round()?;
    play.happening()?;
    Ok(Planted { main: play.number(&story::LAMP)?, told: play.number(&story::STAIR_ROOM)?, matters: play.matters() })
}

/// Something to be done at a time.
struct Due {
    at: Moment,
    what: What,
}

/// A report, the nth event of its script, something of the nth council, of the bulletin, or of what is asked of everybody or about a
/// service.
enum What {
    Report(&'static Script),
    Event(&'static Script, usize),
    Council(usize, Doing),
    Bulletin(bulletins::Doing),
    Poll(usize),
    Survey(usize),
}

fn scripts() -> impl Iterator<Item = &'static Script> {
    [&story::STAIR_ROOM, &story::LAMP]
        .into_iter()
        .chain(older::OLDER)
        .chain(recent::RECENT)
        .chain(open::OPEN)
        .chain(paid::PAID)
        .chain(TALKED)
        .chain([&rule::RULE])
        .chain(year::COLD)
        .chain(warm::WARM)
        .chain(plain::PLAIN)
}

/// All that happens, in the order of time.
fn plan(calendar: &Calendar, today: Day) -> Vec<Due> {
    let mut all = Vec::new();
    for script in scripts() {
        let day = match script.date {
            Some(date) => last(calendar, today, date),
            None => working_days_before(calendar, today, script.back),
        };
        if !script.season.has(day.parts().1) {
            continue;
        }
        let eve = day.plus(-1);
        let on = if script.rest_day && !calendar.is_working(eve) { eve } else { day };
        all.push(Due { at: on.at(script.at.0, script.at.1), what: What::Report(script) });
        all.extend(script.events.iter().enumerate().map(|(n, event)| {
            let at = calendar.add_working_days(day, event.day).at(event.at.0, event.at.1);
            Due { at, what: What::Event(script, n) }
        }));
    }
    for (n, council) in COUNCILS.iter().enumerate() {
        let times = council.plan(calendar, today).into_iter();
        all.extend(times.map(|(at, doing)| Due { at, what: What::Council(n, doing) }));
    }
    let bulletin = bulletins::PLAN.iter();
    all.extend(bulletin.map(|(back, hour, doing)| Due {
        at: working_days_before(calendar, today, *back).at(*hour, 20),
        what: What::Bulletin(*doing),
    }));
    all.extend(polls::PLAN.iter().enumerate().map(|(n, line)| Due {
        at: working_days_before(calendar, today, line.back).at(line.at.0, line.at.1),
        what: What::Poll(n),
    }));
    all.extend(surveys::PLAN.iter().enumerate().map(|(n, line)| Due {
        at: working_days_before(calendar, today, line.back).at(line.at.0, line.at.1),
        what: What::Survey(n),
    }));
    all.sort_by_key(|due| due.at);
    all
}

/// So many days before today it had begun at the latest, so that it is over.
const OVER: i32 = 60;

/// The last working day that begins what comes on this day of the year.
fn last(calendar: &Calendar, today: Day, (month, day): (u8, u8)) -> Day {
    let latest = today.plus(-OVER);
    let of = |year: i32| format!("{year:04}-{month:02}-{day:02}").parse::<Day>().ok();
    let found = [latest.year(), latest.year() - 1].into_iter().filter_map(of).find(|day| *day <= latest);
    calendar.working_day_from(found.unwrap_or(latest))
}

fn working_days_before(calendar: &Calendar, today: Day, n: u32) -> Day {
    let (mut day, mut left) = (today, n);
    while left > 0 {
        day = day.plus(-1);
        left -= u32::from(calendar.is_working(day));
    }
    day
}

/// Lets time pass up to `to`, looking at the timers as it goes, so that what fell due is recorded near its time.
fn pass(db: &Db, runner: &mut dyn FnMut(&Db) -> Result<(), Stop>, to: Moment) -> Result<(), Stop> {
    let from = db.clock().now();
    let mut day = from.day();
    while day <= to.day() {
        for (hour, minute) in [(8, 31), (12, 1), (14, 31), (17, 31), (20, 31)] {
            let look = day.at(hour, minute);
            if from < look && look < to {
                db.clock().set(look);
                runner(db)?;
            }
        }
        day = day.plus(1);
    }
    db.clock().set(to.max(from));
    runner(db)
}

#[cfg(test)]
mod tests {
    use super::script::Who;
    use super::*;

    #[test]
    fn whatever_the_day_all_happens_between_the_first_day_and_yesterday_evening() {
        let calendar = Calendar::official();
        let first: Day = "2025-01-01".parse().expect("a day");
        for today in (0..1100).map(|n| first.plus(n)) {
            let plan = plan(&calendar, today);
            let (begin, end) = (lianxin_seeds::begin(today).at(9, 30), today.plus(-1).at(18, 0));
            for due in &plan {
                let title = match due.what {
                    What::Report(script) | What::Event(script, _) => script.title,
                    What::Council(..) => "a council",
                    What::Bulletin(..) => "the bulletin",
                    What::Poll(..) => "a poll",
                    What::Survey(..) => "a survey",
                };
                let at = due.at.rfc3339();
                assert!(begin < due.at && due.at <= end, "{today}: {title} at {at}");
                assert!((due.at.day().at(8, 30)..=due.at.day().at(20, 0)).contains(&due.at), "{title} at {at}");
            }
            let matters = plan.iter().filter(|due| matches!(due.what, What::Report(_))).count();
            assert!((114..=145).contains(&matters), "{today}: {matters}");
        }
    }

    #[test]
    fn a_script_tells_its_events_in_order_and_in_words_that_fit() {
        for script in scripts() {
            let times: Vec<_> = script.events.iter().map(|e| (e.day, e.at)).collect();
            assert!(times.is_sorted(), "{}", script.title);
            assert!(times.first().is_none_or(|first| (0, script.at) < *first), "{}", script.title);
            assert_eq!(script.title.is_empty(), script.events.is_empty(), "{}", script.words);
            assert!(script.words.chars().count() <= 60, "{}", script.words);
        }
    }

    #[test]
    fn nobody_shares_a_telephone_and_what_comes_on_a_date_names_no_feast_that_moves() {
        let mut phones = std::collections::BTreeSet::new();
        for script in scripts() {
            if let Who::Caller { phone, .. } | Who::Anyone { phone: Some(phone) } = script.who {
                assert!(phones.insert(phone), "{phone}");
            }
            let moves = ["除夕", "正月", "元宵", "端午", "中秋"].iter().any(|feast| script.words.contains(feast));
            assert!(script.date.is_none() || !moves, "{}", script.words);
        }
    }
}

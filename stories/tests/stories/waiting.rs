//! Work that waits: nobody is called late meanwhile, and on the day that was said it goes on by itself. And work that is
//! late: the longer it is, the higher up it is heard of.

use lianxin_base::{DAY, Day, MINUTE, Moment};
use lianxin_stories::{Browser, World};

fn numbered(browser: &Browser<'_>) -> String {
    let no = browser.page.between("class=\"no num\">", "</p>").unwrap_or_default();
    no.rsplit("</span>").next().unwrap_or("").trim().to_owned()
}

fn path(no: &str) -> String {
    let plain: String =
        no.bytes().map(|b| if b.is_ascii() { char::from(b).to_string() } else { format!("%{b:02X}") }).collect();
    format!("/desk/{plain}")
}

/// Reported, looked at, with the company: its number, its page on the desk, who reported it.
fn with_the_company(world: &World) -> (String, String, Browser<'_>) {
    let mut resident = world.signed_in("张玉兰");
    resident.open("/report");
    resident.send("/report", &[("words", "健身角的单杠松了，一晃一晃的"), ("place", "芙蓉里")]);
    let no = numbered(&resident);
    let desk = path(&no);
    let mut worker = world.signed_in("吴敏");
    worker.open(&format!("{desk}?do=dispatch"));
    let company = worker.choice(&format!("{desk}/dispatch"), "executor", "红星物业");
    let direct = [("title", "单杠松了"), ("category", "repair"), ("pace", "general"), ("executor", company.as_str())];
    worker.send(&format!("{desk}/dispatch"), &direct);
    (no, desk, resident)
}

fn late(browser: &mut Browser<'_>, no: &str) -> usize {
    browser.open("/inbox").text().matches(&format!("{no} 到期了还没动")).count()
}

fn day(world: &World, ahead: i64) -> Day {
    world.now().plus(ahead * DAY).day()
}

fn morning(day: Day) -> Moment {
    day.at(8, 0)
}

#[test]
fn while_it_waits_nobody_is_late_and_on_the_day_it_goes_on_by_itself() {
    for world in World::everywhere() {
        let (no, desk, mut resident) = with_the_company(&world);
        let mut company = world.signed_in("马建军");
        let until = day(&world, 30);
        company.open(&format!("{desk}?do=pause"));
        let wait = [("reason", "parts"), ("note", "横杆要厂家发"), ("deadline", &*until.to_string())];
        company.send(&format!("{desk}/pause"), &wait);
        assert!(company.page.says("先停一停") && company.page.says("等配件"), "{}", company.page.text());
        assert!(resident.open("/inbox").says(&format!("{no} 先停一停")), "{}", resident.page.text());
        assert!(resident.open(&desk.replace("/desk/", "/m/")).says("等配件"), "{}", resident.page.text());
        world.pass_to(morning(until).plus(-MINUTE));
        let mut company = world.signed_in("马建军"); // a session of a desk has ended by then
        assert!(company.open("/inbox").status == 200 && company.page.url == "/inbox", "{}", company.page.url);
        assert_eq!(late(&mut company, &no), 0, "{}", company.page.text());
        assert!(!company.page.says(&format!("{no} 该接着办了")));
        world.pass_to(morning(until).plus(MINUTE));
        assert!(company.open("/inbox").says(&format!("{no} 该接着办了")), "{}", company.page.text());
        company.open(&desk);
        assert!(company.page.form(&format!("{desk}/completion")).is_some(), "{}", company.page.text());
        assert!(company.page.says("接着办"), "{}", company.page.text());
        assert_eq!(world.findings(), []);
    }
}

#[test]
fn the_longer_it_is_late_the_higher_up_it_is_heard_of() {
    for world in World::everywhere() {
        let (mut secretary, mut street) = (world.signed_in("周国栋"), world.signed_in("高远"));
        secretary.open("/responsibilities");
        secretary.send("/responsibilities/climbing", &[("secretary", "1"), ("street", "3")]);
        assert_eq!(secretary.page.status, 200, "{}", secretary.page.text());
        let (no, ..) = with_the_company(&world);
        let mut company = world.signed_in("马建军");
        let mut seen = Vec::new();
        for ahead in 1..30 {
            world.pass_to(day(&world, 1).at(20, 0));
            let now = [late(&mut company, &no), late(&mut secretary, &no), late(&mut street, &no)];
            if seen.last().is_none_or(|(_, before)| *before != now) {
                seen.push((ahead, now));
            }
        }
        let order: Vec<_> = seen.iter().map(|(_, now)| *now).collect();
        assert_eq!(order, [[0, 0, 0], [1, 0, 0], [1, 1, 0], [1, 1, 1]], "the company, the secretary, the street");
        let days: Vec<_> = seen.iter().map(|(ahead, _)| *ahead).collect();
        assert!(days[2] > days[1] && days[3] > days[2] + 1, "a working day later, three working days later: {days:?}");
        assert_eq!(world.findings(), []);
    }
}

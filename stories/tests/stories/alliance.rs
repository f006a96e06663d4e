//! 1+3+X: something is said more than once, a council is called for this evening, and the party organisation, the three and
//! others sit at it together. And one metre: every building has somebody with a name, every door a code that was looked at.

use lianxin_base::{HOUR, MINUTE, Moment};
use lianxin_council::pages::{desk_url, url};
use lianxin_council::store::public_by_no;
use lianxin_stories::{Browser, Claims, World};

fn reported(browser: &mut Browser<'_>, words: &str) -> String {
    browser.open("/report");
    browser.send("/report", &[("words", words), ("place", "芙蓉里")]);
    let no = browser.page.between("class=\"no num\">", "</p>").unwrap_or_default();
    no.rsplit("</span>").next().unwrap_or("").trim().to_owned()
}

/// Said twice by two households, made one from the ticks of the list; its number.
fn said_twice(world: &World, resident: &mut Browser<'_>, worker: &mut Browser<'_>, claims: &mut Claims) -> String {
    let first = reported(resident, "楼门口那几级台阶想装个扶手");
    let mut neighbour = world.signed_in("孙立");
    let second = reported(&mut neighbour, "台阶那儿能不能装扶手，下雨滑得很");
    let ticks = |no: &str| format!("&no={}", no.bytes().map(|b| format!("%{b:02X}")).collect::<String>());
    worker.open(&format!("/desk/bulk?do=same{}{}", ticks(&first), ticks(&second)));
    worker.send("/desk/bulk", &[]);
    assert!(worker.page.says("办成了 1 件"), "{}", worker.page.text());
    assert!(neighbour.open("/inbox").says("是同一件事"), "who said it second is told: {}", neighbour.page.text());
    let desk = desk_url(&first);
    worker.open(&desk);
    worker.send(&format!("{desk}/dispatch"), &[("title", "楼门口装扶手"), ("executor", "talk")]);
    worker.open(&format!("{desk}?do=publication"));
    let words = [("title", "楼门口装扶手"), ("words", "台阶那儿想装个扶手"), ("show", "yes")];
    worker.send(&format!("{desk}/publication"), &words);
    let page = world.stranger().open(&url(&first)).text();
    claims.saw("S1.17", page.contains("1 户也这样"));
    first
}

fn clock(at: Moment) -> (String, String) {
    let (hour, minute) = at.hour_minute();
    (at.day().to_string(), format!("{hour}:{minute:02}"))
}

/// Called for the same evening; everybody comes in by the number on the screen.
fn council(world: &World, resident: &mut Browser<'_>, worker: &mut Browser<'_>, no: &str, claims: &mut Claims) {
    let starts = world.now().plus(HOUR);
    let (day, time) = clock(starts);
    let number = no.to_owned();
    let id = world.db().read_wait(move |r| Ok(public_by_no(r, &number)?)).expect("read").expect("it is there").id;
    worker.open("/meetings/new");
    let id = id.to_string();
    worker.send("/meetings", &[("day", day.as_str()), ("time", &time), ("where", "议事角"), ("matter", &id)]);
    assert!(worker.page.says("通知发给请的单位了"), "{}", worker.page.text());
    let here = worker.page.url.split('?').next().unwrap_or_default().to_owned();
    let called = world.stranger().open(&here).text();
    claims.saw("S1.28", called.contains("议事角") && called.contains("芙蓉社区居委会") && called.contains(no));
    world.pass_to(starts.plus(-5 * MINUTE));
    let screen = worker.open(&format!("{here}/screen")).html.clone();
    let code = screen.split("class=\"no num\">").nth(1).and_then(|s| s.get(..6)).expect("six digits").to_owned();
    let come = |comes: &mut Browser<'_>, who: &str| {
        comes.open(&format!("{here}/here?code={code}"));
        comes.send(&format!("{here}/here"), &[]);
        assert!(comes.page.says("名单上有您"), "{who}: {}", comes.page.text());
    };
    for who in ["周国栋", "刘志强", "马建军", "宋雅琴", "吴敏"] {
        come(&mut world.signed_in(who), who);
    }
    come(resident, "张玉兰");
    let page = world.stranger().open(&here).text();
    let four = ["芙蓉社区党委 1 人", "芙蓉社区居委会", "芙蓉里业委会 1 人", "红星物业 1 人"];
    let together = four.iter().all(|org| page.contains(org));
    claims.saw("S1.27", together);
    claims.saw("S1.04", together && page.contains("演示区物管办 1 人") && page.contains("居民 "));
}

#[test]
fn what_was_said_twice_is_talked_over_by_the_one_the_three_and_the_others() {
    let mut claims = Claims::default();
    for world in World::everywhere() {
        let mut worker = world.signed_in("吴敏");
        let mut resident = world.signed_in("张玉兰");
        let no = said_twice(&world, &mut resident, &mut worker, &mut claims);
        council(&world, &mut resident, &mut worker, &no, &mut claims);
        assert_eq!(world.findings(), []);
    }
    claims.end();
}

/// Of so many entrances of the community so many.
fn share(text: &str) -> (usize, usize) {
    let digits = |s: &str| s.trim().rsplit(' ').next().and_then(|n| n.parse().ok()).unwrap_or(0);
    let (before, after) = text.split_once("个单元里").expect("the share of entrances");
    (digits(before), after.trim().split(' ').next().and_then(|n| n.parse().ok()).unwrap_or(0))
}

#[test]
fn from_a_kilometre_to_a_metre_every_building_and_every_door() {
    let mut claims = Claims::default();
    for world in World::everywhere() {
        let mut anyone = world.stranger();
        let page = anyone.open("/metre").clone();
        let grids = ["芙蓉社区第一网格", "芙蓉社区第二网格", "芙蓉社区第三网格"];
        assert!(page.says("从一公里到一米"), "{}", page.text());
        let mut worker = world.signed_in("吴敏");
        worker.open("/metre");
        let links = worker.page.links();
        let link =
            |end: &str| links.iter().map(|(url, _)| url).find(|url| url.contains(end)).cloned().unwrap_or_default();
        let covered = worker.open(&link("/metre/homes")).says("每户都有叫得出名字的网格员");
        claims.saw("S1.03", covered && grids.iter().all(|grid| page.says(grid)) && !page.says("没划进网格的"));

        // The doors nobody has walked to this month are listed; after the round the share is a hundred.
        let doors = link("/metre/doors");
        worker.open(&doors);
        let boxes: Vec<String> =
            worker.page.html.split("name=\"door\" value=\"").skip(1).map(|s| s[..36].to_owned()).collect();
        let (of, good) = share(&page.text());
        assert!(!boxes.is_empty() && good + boxes.len() == of, "{good} of {of}: {}", worker.page.text());
        let mut ticks: Vec<(&str, &str)> = boxes.iter().map(|id| ("door", id.as_str())).collect();
        ticks.push(("good", "yes"));
        worker.send("/metre/doors", &ticks);
        assert!(worker.page.says("都看过，都扫得开"), "{}", worker.page.text());
        claims.saw("S1.42", good < of && share(&anyone.open("/metre").text()) == (of, of));
        assert_eq!(world.findings(), []);
    }
    claims.end();
}

/// Of so many households of the community so many.
fn homes(page: &lianxin_stories::Page) -> (usize, usize) {
    let text = page.text();
    let (before, after) = text.split_once("户里").expect("the share of households");
    let digits = |s: &str| s.chars().filter(char::is_ascii_digit).collect::<String>().parse().unwrap_or(0);
    (digits(before.rsplit(' ').nth(1).unwrap_or("")), digits(after.trim().split(' ').next().unwrap_or("")))
}

/// The address of somebody's seat.
fn seat(secretary: &mut Browser<'_>, who: &str) -> String {
    secretary.open("/orgs");
    let org = secretary.page.links().into_iter().find(|(_, words)| words.starts_with("芙蓉社区居委会"));
    let page = secretary.open(&org.expect("the organisation").0).clone();
    let row = page.html.split("<tr>").find(|row| row.contains(&format!(">{who}<"))).expect("their row").to_owned();
    row.split("href=\"").nth(1).and_then(|x| x.split('"').next()).expect("a link").to_owned()
}

#[test]
fn whose_grid_worker_leaves_counts_as_without_one_until_another_is_named() {
    let mut claims = Claims::default();
    for world in World::everywhere() {
        let (mut anyone, mut secretary) = (world.stranger(), world.signed_in("周国栋"));
        let (of, before) = homes(anyone.open("/metre"));
        assert!(of > 0 && before == of, "{before} of {of}: {}", anyone.page.text());
        let leaving = seat(&mut secretary, "李秀英");
        secretary.open(&format!("{leaving}/end"));
        secretary.send(&format!("{leaving}/end"), &[("when", "now")]);
        assert!(secretary.page.says("权限已经停了"), "{}", secretary.page.text());
        let (all, fewer) = homes(anyone.open("/metre"));
        let charge = format!("{}/charge", seat(&mut secretary, "孟和"));
        secretary.open(&charge);
        let grid = secretary.choice(&charge, "what", "芙蓉社区第一网格");
        secretary.send(&charge, &[("what", &grid)]);
        assert_eq!(secretary.page.status, 200, "{}", secretary.page.text());
        let again = homes(anyone.open("/metre"));
        assert!(all == of && fewer < before, "{fewer} of {all} while nobody is named");
        assert_eq!(again, (of, of), "another is named");
        claims.saw("S1.41", all == of && fewer < before && again == (of, of));
        assert_eq!(world.findings(), []);
    }
    claims.end();
}

//! 红色物业: a compound nobody managed gets its first owners' committee by lawful procedure, from the call to the seats, and those
//! of the community who own a house there stand like everybody else.

use lianxin_base::Day;
use lianxin_stories::{Browser, Claims, World};

const YARD: &str = "铁东 12 号院";
/// Owners of the yard, as the demonstration names them, and one of the community.
const STAND: [(&str, &str); 6] = [
    ("佟玉珍", "own"),
    ("康福", "owners"),
    ("李秀英", "office"),
    ("顾建平", "owners"),
    ("邵建平", "own"),
    ("严建平", "own"),
];

/// Called on the first day; the address of the vote.
fn called(secretary: &mut Browser<'_>, first: Day) -> String {
    let day = |n: i32| first.plus(n).to_string();
    let (until, opens, closes) = (day(2), day(19), day(26));
    secretary.open("/elections/new");
    let area = secretary.choice("/elections", "area", YARD);
    let what = [("area", area.as_str()), ("title", "第一届业委会选举"), ("kind", "first"), ("seats", "5")];
    let shape = [("alternates", "1"), ("months", "36"), ("tie", "shares_lot"), ("until", until.as_str())];
    let window = [("opens", opens.as_str()), ("opens_time", "9:00"), ("closes", &closes), ("closes_time", "18:00")];
    secretary.send("/elections", &[&what[..], &shape, &window, &[("online", "paper_only")]].concat());
    assert!(secretary.page.says("下面收报名"), "{}", secretary.page.text());
    secretary.page.url.split("/candidates").next().unwrap_or_default().to_owned()
}

/// Somebody comes to the counter.
fn stands(secretary: &mut Browser<'_>, list: &str, name: &str, how: &str) -> String {
    secretary.open(list);
    secretary.send(list, &[("how", how), ("name", name), ("agrees", "yes")]);
    secretary.page.text()
}

/// Everybody is looked at, and the list hangs out.
fn posted(secretary: &mut Browser<'_>, list: &str) {
    let html = secretary.open(list).html.clone();
    let field = "name=\"candidate\" value=\"";
    let mut all: Vec<&str> = html.split(field).skip(1).filter_map(|s| s.get(..36)).collect();
    all.dedup();
    assert_eq!(all.len(), STAND.len(), "{}", secretary.page.text());
    for candidate in all {
        secretary.open(list);
        secretary.post_new(&format!("{list}/check"), &[("candidate", candidate), ("stands", "listed")]);
    }
    secretary.open(list);
    secretary.post_new(&format!("{list}/post"), &[]);
    assert!(secretary.page.says("公示了"), "{}", secretary.page.text());
}

/// Two enter fifteen papers, each for everybody but the last who came.
fn papers(world: &World, page: &str) {
    let list = world.stranger().open(&format!("{page}/candidates")).text();
    let place = |n: &usize| list.contains(&format!("{n}. {}", STAND[5].0));
    let not = (1..=STAND.len()).find(place).expect("on the list");
    let marks: Vec<(String, &str)> =
        (1..=STAND.len()).map(|n| (format!("m{n}"), if n == not { "no" } else { "yes" })).collect();
    for who in ["吴敏", "周国栋"] {
        let mut worker = world.signed_in(who);
        for no in 1..=15 {
            let no = no.to_string();
            worker.open(&format!("{page}/papers"));
            let mut paper = vec![("no", no.as_str())];
            paper.extend(marks.iter().map(|(name, mark)| (name.as_str(), *mark)));
            worker.send(&format!("{page}/papers"), &paper);
            assert!(worker.page.says("录上了"), "{who} {no}: {}", worker.page.text());
        }
    }
}

#[test]
fn a_compound_nobody_managed_gets_its_first_committee_by_lawful_procedure() {
    let mut claims = Claims::default();
    for world in World::everywhere() {
        let mut anyone = world.stranger();
        anyone.open("/takeovers");
        let links = anyone.page.links();
        let (takeover, _) = links.iter().find(|(_, words)| words.contains("铁东")).expect("one goes on");
        let paved = anyone.open(takeover).text();
        claims.saw("S2.04", ["街道办事处", "芙蓉社区", "托管六个月"].iter().all(|w| paved.contains(w)));

        // What lies ahead of it was rehearsed elsewhere: every step is done, on a vote whose result everybody reads.
        let (done, _) = links.iter().find(|(_, words)| words.contains("车站北院")).expect("one is done");
        let whole = anyone.open(done).clone();
        assert!(whole.says("办了 16 步，共 16 步") || whole.says("接好了"), "{}", whole.text());
        let steps = ["认定为弃管小区", "合同两年", "起算", "报了街道和物管办", "进场三个月", "红星物业"];
        assert!(steps.iter().all(|words| whole.says(words)), "{}", whole.text());
        let (vote, _) = whole.links().into_iter().find(|(href, _)| href.starts_with("/votes/")).expect("its vote");
        let result = anyone.open(&vote).text();
        assert!(result.contains("请红星物业来管") && result.contains("民法典 278 (4)"), "{result}");

        let first = world.now().day();
        let mut secretary = world.signed_in("周国栋");
        let page = called(&mut secretary, first);
        let list = format!("{page}/candidates");
        let refused = stands(&mut secretary, &list, "孟和", "office");
        let article = refused.contains("候选人要是本小区的业主（274号 31）") && refused.contains("社区干部也一样");
        for (name, how) in STAND {
            let said = stands(&mut secretary, &list, name, how);
            assert!(said.contains("登记上了"), "{name}: {said}");
        }
        let party = secretary.open(&list).says("不写政治面貌") && !secretary.page.html.contains("name=\"party\"");
        world.pass_to(first.plus(3).at(10, 0));
        posted(&mut world.signed_in("周国栋"), &list);
        let hangs = STAND.iter().all(|(name, _)| anyone.open(&list).says(name));

        world.pass_to(first.plus(19).at(10, 0));
        papers(&world, &page);
        world.pass_to(first.plus(26).at(18, 30));
        let mut secretary = world.signed_in("周国栋");
        secretary.open(&format!("{page}/desk"));
        secretary.post_new(&format!("{page}/count"), &[]);
        let result = anyone.open(&page).text();
        let elected = result.contains("当选。依据：民法典 278 (3)") && result.contains("李秀英");
        secretary.open(&format!("{page}/seats"));
        let sits = secretary.page.text();
        secretary.send(&format!("{page}/seats"), &[("since", first.plus(27).to_string().as_str())]);
        assert!(secretary.page.says("就任了"), "{}", secretary.page.text());
        let term = anyone.open(&list).text();
        claims.saw("S2.14", elected && term.contains("任期"));
        claims.saw("S2.15", article && elected && sits.contains("李秀英"));
        claims.saw("S2.16", party && hangs && elected && sits.contains("佟玉珍"));
        assert_eq!(world.findings(), []);
    }
    claims.end();
}

//! The main job as the newspaper tells it, over the pages: 收集, 协商, 解决, 反馈; and the ways beside it.

mod beside;
mod day_off;
mod photos;
mod without_account;

use lianxin_stories::{Browser, Claims, World};

const WORDS: &str = "2 单元三楼的灯坏了三天，晚上上楼看不清台阶。";
const PUBLIC: &str = "2 单元三楼的灯坏了三天，晚上看不清台阶。";
const TITLE: &str = "2 单元三楼灯坏了";

/// A number as it travels in an address.
fn at(prefix: &str, no: &str) -> String {
    let escaped: String = no.bytes().map(|b| format!("%{b:02X}")).collect();
    let escaped = escaped.replace("%2D", "-");
    let digits = (0..10).fold(escaped, |text, d| text.replace(&format!("%3{d}"), &d.to_string()));
    format!("{prefix}/{digits}")
}

/// The number on the receipt that is open.
fn number(browser: &Browser<'_>) -> String {
    let found = browser.page.between("class=\"no num\">", "</p>").unwrap_or_default();
    found.rsplit("</span>").next().unwrap_or("").trim().to_owned()
}

/// Reports as a signed-in resident or as anybody; the number.
fn report(browser: &mut Browser<'_>, words: &str, place: &str, more: &[(&str, &str)]) -> String {
    browser.open("/report");
    let spot = browser.choice("/report", "place", place);
    browser.send("/report", &[&[("words", words), ("place", spot.as_str())], more].concat());
    if browser.page.says("是不是这件事？") {
        browser.send("/report", &[]); // none of these
    }
    let no = number(browser);
    assert!(no.contains("-2026-"), "a receipt with its number: {}", browser.page.text());
    no
}

/// Opens a matter at the desk with a certain form and sends it.
fn at_desk(seat: &mut Browser<'_>, no: &str, form: &str, answers: &[(&str, &str)]) {
    let here = at("/desk", no);
    seat.open(&format!("{here}?do={form}"));
    assert_eq!(seat.page.status, 200, "{no}: {}", seat.page.text());
    seat.send(&format!("{here}/{form}"), answers);
}

/// The same, and it is taken.
fn done_at_desk(seat: &mut Browser<'_>, no: &str, form: &str, answers: &[(&str, &str)]) {
    at_desk(seat, no, form, answers);
    assert_eq!(seat.page.status, 200, "{form} of {no}: {}", seat.page.text());
}

/// The value of an organisation in the list of a desk form.
fn executor(seat: &mut Browser<'_>, no: &str, form: &str, name: &str) -> String {
    let here = at("/desk", no);
    seat.open(&format!("{here}?do={form}"));
    seat.choice(&format!("{here}/{form}"), "executor", name)
}

/// What everybody reads of a matter.
fn public<'w>(world: &'w World, no: &str) -> Browser<'w> {
    let mut stranger = world.stranger();
    stranger.open(&at("/m", no));
    assert_eq!(stranger.page.status, 200, "{no}");
    stranger
}

#[test]
fn a_problem_is_collected_deliberated_solved_and_fed_back() {
    let mut claims = Claims::default();
    for world in World::everywhere() {
        main_job(&world, &mut claims);
        assert_eq!(world.findings(), [], "the record verifies");
    }
    claims.end();
}

struct Cast<'w> {
    resident: Browser<'w>,
    neighbour: Browser<'w>,
    worker: Browser<'w>,
    secretary: Browser<'w>,
    committee: Browser<'w>,
    company: Browser<'w>,
}

fn main_job(world: &World, claims: &mut Claims) {
    let home = world.stranger().open("/").clone();
    claims.saw("S0.01", home.says("连心桥"));
    let mut cast = Cast {
        resident: world.signed_in("张玉兰"),
        neighbour: world.signed_in("冯雪"),
        worker: world.signed_in("吴敏"),
        secretary: world.signed_in("周国栋"),
        committee: world.signed_in("刘志强"),
        company: world.signed_in("马建军"),
    };
    let no = collected(world, &mut cast, claims);
    parties(world, &mut cast, &no, claims);
    deliberated(world, &mut cast, &no, claims);
    solved(world, &mut cast, &no, claims);
    told(world, &mut cast, &no, claims);
}

/// 收集: the resident reports, a worker looks, publishes and hands it to a deliberation.
fn collected(world: &World, cast: &mut Cast<'_>, claims: &mut Claims) -> String {
    let resident = &mut cast.resident;
    let no = report(resident, WORDS, "3 号楼", &[("category", "light"), ("see", "neighbours")]);
    let receipt = &resident.page;
    assert!(receipt.says("芙蓉社区居委会收到了") && receipt.says("给您回话"), "{}", receipt.text());
    assert!(!public(world, &no).page.says(WORDS), "nothing of it is public before somebody has looked");
    resident.open("/mine");
    assert!(resident.page.says("2 单元三楼的灯坏了三天"), "{}", resident.page.text());

    world.pass_to(world.now().plus(lianxin_base::HOUR));
    let worker = &mut cast.worker;
    worker.open("/desk");
    assert!(worker.page.says(&no), "it lies on the desk: {}", worker.page.text());
    done_at_desk(worker, &no, "publication", &[("title", TITLE), ("words", PUBLIC), ("show", "yes")]);
    let talk = [("title", TITLE), ("category", "light"), ("pace", "general"), ("executor", "talk")];
    done_at_desk(worker, &no, "dispatch", &talk);

    let page = public(world, &no).page;
    assert!(page.says(TITLE) && page.says(PUBLIC) && !page.says("张玉兰"), "{}", page.text());
    let looked = ["看过了，交给大家商量", "芙蓉社区居委会", "10:00", "居民反映", "9:00"];
    claims.saw("S1.29", page.says_in_order(&looked));
    claims.saw(
        "S1.31",
        page.says_in_order(&["收集", "当天", "协商"]) && page.says_in_order(&["走了哪些路", "收集", "居委会"]),
    );
    no
}

/// 1+3+X: who may be asked to do something here, and who sits there.
fn parties(world: &World, cast: &mut Cast<'_>, no: &str, claims: &mut Claims) {
    let here = at("/desk", no);
    cast.secretary.open(&format!("{here}?do=decision"));
    let form = cast.secretary.page.form(&format!("{here}/decision")).unwrap_or_default();
    let offered = |name: &str| form.value("executor", name).is_some();
    let sits = |who: &mut Browser<'_>, org: &str, title: &str| {
        let page = who.open("/me").clone();
        page.says(org) && page.says(title)
    };
    claims.saw("S1.05", offered("芙蓉社区党委") && sits(&mut cast.secretary, "芙蓉社区党委", "社区书记"));
    claims.saw("S1.06", offered("芙蓉社区居委会") && sits(&mut cast.worker, "芙蓉社区居委会", "社区工作者"));
    claims.saw("S1.07", offered("芙蓉里业委会") && sits(&mut cast.committee, "芙蓉里业委会", "业委会主任"));
    claims.saw("S1.08", offered("红星物业") && sits(&mut cast.company, "红星物业", "项目经理"));
    let mut pm_office = world.signed_in("宋雅琴");
    claims.saw("S1.09", offered("演示区物管办") && sits(&mut pm_office, "演示区物管办", "经办人"));
    let mut head = world.signed_in("赵桂兰");
    claims.saw("S1.11", sits(&mut head, "芙蓉社区居委会", "居民代表"));
}

/// 协商: a resident and the parties speak, then it is decided who does it by when.
fn deliberated(world: &World, cast: &mut Cast<'_>, no: &str, claims: &mut Claims) {
    world.pass_to(world.now().plus(lianxin_base::HOUR));
    let (matter, entry) = (at("/m", no), at("/m", no) + "/entry");
    cast.neighbour.open(&matter);
    cast.neighbour.send(&entry, &[("kind", "propose"), ("words", "换成感应灯吧，省电。")]);
    assert!(cast.neighbour.page.says("换成感应灯吧"), "{}", cast.neighbour.page.text());
    for (seat, words) in [
        (&mut cast.secretary, "支部支持，党员先把楼道清一清。"),
        (&mut cast.committee, "业委会同意，电费走公共照明。"),
        (&mut cast.company, "物业有现成的感应灯，三天能换完。"),
    ] {
        done_at_desk(seat, no, "entry", &[("kind", "support"), ("words", words)]);
    }
    let page = public(world, no).page;
    assert!(
        !page.says("换成感应灯吧") && page.says("还有 1 位居民说了话"),
        "residents' words are for residents: {}",
        page.text()
    );

    world.pass_to(world.now().plus(lianxin_base::HOUR));
    let company = executor(&mut cast.secretary, no, "decision", "红星物业");
    let decided =
        [("note", "议定：三楼换感应灯，线路查一遍。"), ("executor", company.as_str()), ("deadline", "2026-06-18")];
    done_at_desk(&mut cast.secretary, no, "decision", &decided);

    let page = cast.neighbour.open(&matter).clone();
    let three = ["支部支持", "业委会同意", "物业有现成"];
    let called = page.says_in_order(&["看过了，交给大家商量", "芙蓉社区居委会"]);
    claims.saw("S1.12", called && three.iter().all(|words| page.says(words)));
    let text = page.text();
    let newest_first = text.find("议定了，6 月 18 日前办完").zip(text.find("换成感应灯吧")).is_some_and(|(d, e)| d < e);
    claims.saw("S1.13", newest_first);
    let page = public(world, no).page;
    claims.saw("S1.30", page.says("议定了，6 月 18 日前办完") && page.says("红星物业正在办"));
    claims.saw("S1.32", page.says_in_order(&["走了哪些路", "协商", "芙蓉社区居委会", "解决", "红星物业"]));
    let pier = page.between("aria-current=\"step\"", "</li>").unwrap_or_default();
    claims.saw("S1.40", pier.contains("解决") && page.says_in_order(&["解决", "反馈", "红星物业正在办"]));
}

/// 解决 and 反馈: done is said, the resident says it is not; done again, and then it is.
fn solved(world: &World, cast: &mut Cast<'_>, no: &str, claims: &mut Claims) {
    let (matter, answer) = (at("/m", no), at("/m", no) + "/feedback");
    world.pass_to(lianxin_stories::today().plus(1).at(15, 0));
    cast.company.open("/inbox");
    assert!(cast.company.page.says(&format!("{no} 交到您这儿了")), "{}", cast.company.page.text());
    done_at_desk(&mut cast.company, no, "completion", &[("note", "三楼换了感应灯。")]);
    assert!(!public(world, no).page.says("居民说办好了"), "done by the company is not solved");
    let page = public(world, no).page;
    claims.saw(
        "S1.33",
        page.says_in_order(&["经过", "干完了，请居民看：三楼换了感应灯。", "红星物业", "6 月 17 日 15:00"]),
    );

    world.pass_to(lianxin_stories::today().plus(1).at(20, 30));
    cast.resident.open("/inbox");
    assert!(cast.resident.page.says("干完了，请您看看"), "{}", cast.resident.page.text());
    cast.resident.open(&matter);
    cast.resident.send(&answer, &[("answer", "again"), ("note", "四楼那盏还是不亮。")]);
    assert!(cast.resident.page.says("居民说没办好，接着办"), "{}", cast.resident.page.text());
    world.pass_to(lianxin_stories::today().plus(2).at(10, 0));
    done_at_desk(&mut cast.company, no, "completion", &[("note", "四楼的接头也换了。")]);
    world.pass_to(lianxin_stories::today().plus(2).at(19, 0));
    cast.resident.open(&matter);
    cast.resident.send(&answer, &[("answer", "good"), ("note", "都亮了。")]);
    assert!(cast.resident.page.says("居民说办好了"), "{}", cast.resident.page.text());
}

/// Everybody can read how it went, on the board and on its page, beside the shortest way.
fn told(world: &World, cast: &mut Cast<'_>, no: &str, claims: &mut Claims) {
    let page = public(world, no).page;
    let course = [
        "居民说办好了",
        "干完了，请居民看：四楼的接头也换了。",
        "居民说没办好，接着办",
        "干完了，请居民看：三楼换了感应灯。",
        "议定了",
        "看过了，交给大家商量",
        "居民反映",
    ];
    let whole = page.says_in_order(&course);
    claims.saw("S1.02", whole);
    claims.saw("S1.34", page.says_in_order(&["反馈", "居民说办好了", "6 月 18 日 19:00"]));
    let four = ["芙蓉社区党委", "芙蓉社区居委会", "芙蓉里业委会", "红星物业"];
    claims.saw("S1.01", four.iter().all(|name| page.says(name)));
    claims.saw("S1.36", whole && page.says_in_order(&["走了哪些路", "解决", "红星物业"]));
    let shortest = page.says_in_order(&["走了哪些路", "最短的路", "交接", "次", "工作时间", "比最短的路多交接 2 次"]);
    claims.saw("S1.35", shortest);
    assert!(shortest, "{}", page.text());

    let mut board = world.stranger();
    board.open("/board?area=%E8%8A%99%E8%93%89%E9%87%8C&which=done");
    assert!(board.page.says_in_order(&[TITLE, no]), "{}", board.page.text());
    let english = world.stranger().in_english().open(&at("/m", no)).clone();
    assert!(
        english.says_in_order(&["The residents say it is solved", "The way it took", "The shortest way"]),
        "{}",
        english.text()
    );
    let receipt = cast.resident.open("/mine").clone();
    assert!(receipt.says_in_order(&["办结的", TITLE]), "{}", receipt.text());
}

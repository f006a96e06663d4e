//! People and places, hand-overs and deputies, as the office of the demonstration meets them.

use lianxin_base::{DAY, Day};
use lianxin_stories::{Browser, World, today};

/// The address of somebody's seat, found on the pages of the organisations.
fn seat_of(desk: &mut Browser<'_>, org: &str, who: &str) -> String {
    desk.open("/orgs");
    let link = desk.page.links().into_iter().find(|(_, words)| words.starts_with(org)).expect("the organisation").0;
    let page = desk.open(&link).clone();
    let row = page.html.split("<tr>").find(|row| row.contains(&format!(">{who}<"))).expect("their row").to_owned();
    row.split("href=\"").nth(1).and_then(|x| x.split('"').next()).expect("a link").to_owned()
}

fn day(n: i32) -> String {
    today().plus(n).to_string()
}

#[test]
fn a_seat_is_handed_over_from_its_end_to_its_acceptance() {
    for world in World::everywhere() {
        let (mut secretary, mut leaving, mut successor) =
            (world.signed_in("周国栋"), world.signed_in("李秀英"), world.signed_in("孟和"));
        assert_eq!(leaving.open("/desk").status, 200);
        leaving.open("/desk/new");
        let seat = seat_of(&mut secretary, "芙蓉社区居委会", "李秀英");
        secretary.open(&seat);
        secretary.open(&format!("{seat}/end"));
        let end = format!("{seat}/end");
        let to = secretary.choice(&end, "successor", "孟和");
        let keys = "第一网格单元门钥匙 12 把";
        secretary
            .send(&end, &[("when", "now"), ("successor", &to), ("keys", keys), ("promises", "周五去看冯大爷家的暖气")]);
        assert!(secretary.page.says("交接开始了") && secretary.page.says(keys), "{}", secretary.page.text());
        let at = secretary.page.url.split('?').next().unwrap_or("").to_owned();

        // The form that was open when the seat ended says whom to ask, and the next page too.
        leaving.send("/desk/new", &[("words", "2 号楼的灯不亮"), ("place", "芙蓉里")]);
        for page in [leaving.page.clone(), leaving.open("/desk").clone()] {
            assert_eq!(page.status, 403);
            assert!(
                page.says("您在芙蓉社区居委会的“网格员”岗位已经交接") && page.says("04808000002"),
                "{}",
                page.text()
            );
        }
        assert_eq!(leaving.open(&at).status, 200, "who leaves still sees what is handed over");

        successor.open("/inbox");
        assert!(successor.page.says("网格员在交接"), "{}", successor.page.text());
        successor.open(&at);
        assert!(successor.page.says("没办完的事") && successor.page.says("芙蓉里-"), "{}", successor.page.text());
        successor.send(&format!("{at}/accept"), &[]);
        assert!(successor.page.status == 422 && successor.page.says("样没清点"), "{}", successor.page.text());
        let check = format!("{at}/check");
        while let Some(form) = successor.open(&at).form(&check) {
            let n = form.answer("n").expect("a line").to_owned();
            successor.post_new(&check, &[("n", &n), ("found", "yes")]);
            assert_eq!(successor.page.status, 200, "{}", successor.page.text());
        }
        successor.send(&format!("{at}/accept"), &[]);
        assert!(successor.page.says("接手了") && successor.page.says("清单不再改"), "{}", successor.page.text());
        let sheet = successor.open(&format!("{at}/sheet")).clone();
        assert!(
            sheet.says_in_order(&["岗位交接单", "李秀英", "孟和", keys, "齐了", "监交人签字", "盖章处"]),
            "{}",
            sheet.text()
        );
        let mut worker = world.signed_in("吴敏");
        worker.open("/places");
        let community =
            worker.page.links().into_iter().find(|(_, words)| words.starts_with("芙蓉社区 ")).expect("listed").0;
        worker.open(&community);
        assert!(worker.page.says_in_order(&["芙蓉社区第一网格", "孟和"]), "{}", worker.page.text());
        assert_eq!(world.findings(), []);
    }
}

#[test]
fn a_deputy_acts_on_the_days_and_not_after() {
    for world in World::everywhere() {
        let (mut secretary, mut deputy) = (world.signed_in("周国栋"), world.signed_in("刘志强"));
        assert_eq!(deputy.open("/places").status, 404);
        let seat = seat_of(&mut secretary, "芙蓉社区居委会", "吴敏");
        let form = format!("{seat}/deputy");
        secretary.open(&form);
        let who = secretary.choice(&form, "person", "刘志强");
        secretary.send(&form, &[("person", &who), ("since", &day(0)), ("until", &day(1))]);
        assert!(secretary.page.says("刘志强") && secretary.page.status == 200, "{}", secretary.page.text());
        deputy.open("/places");
        assert!(deputy.page.says("社区工作者（代班）") && deputy.page.says("芙蓉里"), "{}", deputy.page.text());
        deputy.open("/desk/new");
        deputy.send("/desk/new", &[("words", "东门的灯晚上不亮"), ("place", "芙蓉里")]);
        assert!(deputy.page.status == 200 && deputy.page.says("收到了"), "{}", deputy.page.text());
        let last: Day = today().plus(1);
        world.pass_to(last.at(23, 50));
        assert_eq!(deputy.open("/places").status, 200, "the last day is included");
        world.pass_to(last.at(23, 50).plus(DAY));
        assert_eq!(deputy.open("/places").status, 404);
        assert_eq!(world.findings(), []);
    }
}

#[test]
fn a_company_owns_a_shop_and_gets_a_flat_and_the_demonstration_shows_who_is_where() {
    let world = World::new();
    let mut worker = world.signed_in("吴敏");
    worker.open("/places?q=%E4%B8%B4%E8%A1%97%E5%95%86%E9%93%BA-1"); // 临街商铺-1
    worker.open("/places");
    let link = |page: &lianxin_stories::Page, label: &str| {
        page.links().into_iter().find(|(_, words)| words.starts_with(label)).expect("listed").0
    };
    let (yard, towers) = (link(&worker.page, "铁东 12 号院"), link(&worker.page, "和平里"));
    worker.open(&towers);
    let first_tower = link(&worker.page, "1 号楼");
    worker.open(&first_tower);
    let flat = link(&worker.page, "1 单元 101");
    worker.open(&yard);
    let shops = link(&worker.page, "临街商铺");
    worker.open(&shops);
    let first = link(&worker.page, "1 号商铺");
    worker.open(&first);
    assert!(worker.page.says("红星物业") && worker.page.says("3 号商铺"), "{}", worker.page.text());
    let form = format!("{flat}/owners"); // nobody is registered as its owner yet
    worker.open(&form);
    let company = worker.choice(&form, "org", "红星物业");
    worker.send(&form, &[("org", &company), ("since", &day(0))]);
    assert!(worker.page.says("红星物业"), "{}", worker.page.text());
    worker.open(&form);
    worker.send(&form, &[("org", ""), ("since", &day(0))]);
    assert!(worker.page.status == 422 && worker.page.says("至少要有一个业主"), "{}", worker.page.text());
    let mut secretary = world.signed_in("周国栋");
    let seat = seat_of(&mut secretary, "芙蓉社区居委会", "李秀英");
    assert!(
        secretary.open(&seat).says_in_order(&["包片", "芙蓉社区第一网格", "代班", "孟和"]),
        "{}",
        secretary.page.text()
    );
    assert!(
        secretary.open("/handovers").says_in_order(&["民政窗口", "丁雪", "吴敏", "正在交接"]),
        "{}",
        secretary.page.text()
    );
    assert_eq!(world.findings(), []);
}

//! Coming in, told from the counter and the stairwell: a lost phone, a family, a plumber without a password, a neighbour
//! who guesses.

use lianxin_base::{DAY, HOUR};
use lianxin_gate::{SessionToken, pairing};
use lianxin_register::find;
use lianxin_stories::{Browser, World, today};

/// What stands on a slip.
fn slip_on(browser: &Browser<'_>) -> String {
    let page = &browser.page;
    page.between("cut-code pane-t num\"><b>", "<").unwrap_or_else(|| panic!("a slip: {}", page.text()))
}

/// A word as it travels in an address.
fn typed(text: &str) -> String {
    text.bytes().map(|b| format!("%{b:02X}")).collect()
}

#[test]
fn a_lost_phone_at_the_counter_a_new_slip_and_in_again() {
    for world in World::everywhere() {
        let mut old = world.signed_in("张玉兰");
        old.open("/mine");
        assert_eq!((old.page.status, old.page.url.as_str()), (200, "/mine"));
        let mut worker = world.signed_in("吴敏");
        let main = world.planted.main.clone();
        worker.open(&format!("/counter?q={}", typed(&main)));
        assert!(worker.page.says("张玉兰") && worker.page.says(&main), "by a matter's number: {}", worker.page.text());
        assert!(!worker.page.says("手机丢了"), "a number is no purpose: {}", worker.page.text());
        worker.open(&format!("/counter?q={}", typed(&world.planted.told)));
        assert!(worker.page.says("没有找到"), "another community's: {}", worker.page.text());
        worker.open("/counter?q=0001");
        assert!(worker.page.says("张玉兰") && worker.page.says("3 号楼 2 单元 501"), "{}", worker.page.text());
        assert!(!worker.page.says("手机丢了"), "only name and door until it is said what for");
        let html = worker.page.html.split("name=\"person\"").nth(1).unwrap_or_default();
        let person = html.split("value=\"").nth(1).and_then(|v| v.split('"').next()).expect("she is listed").to_owned();
        worker.send("/counter/look", &[("person", &person), ("why", "comes")]);
        let links = worker.page.links();
        let (lost, _) = links.iter().find(|(url, _)| url.starts_with("/counter/lost")).expect("a way to say so");
        worker.open(lost);
        worker.send("/counter/lost", &[]);
        assert!(worker.page.says("全部退出了"), "{}", worker.page.text());
        old.open("/mine");
        assert!(old.page.url.starts_with("/login"), "the lost phone is out: {}", old.page.url);

        let who = worker.page.form("/slips").and_then(|f| f.buttons.first().cloned()).expect("a button");
        worker.send("/slips", &[(&who.0, &who.1)]);
        assert!(worker.page.says("入户卡") && worker.page.html.contains("class=\"qr\""), "{}", worker.page.text());
        let code = slip_on(&worker);
        let mut new = world.stranger();
        new.open(&format!("/login?slip={code}"));
        let filled = new.page.form("/enter").and_then(|f| f.answer("slip").map(ToOwned::to_owned));
        assert_eq!(filled.as_deref(), Some(code.as_str()), "the QR fills it in");
        new.send("/enter", &[]);
        new.open("/mine");
        assert_eq!((new.page.status, new.page.url.as_str()), (200, "/mine"));
        let mut thief = world.stranger();
        thief.open("/login");
        thief.send("/enter", &[("slip", &code)]);
        assert!(thief.page.says("已经用过了"), "a slip used twice: {}", thief.page.text());
        assert_eq!(world.findings(), []);
    }
}

#[test]
fn a_member_of_the_household_opens_the_door_for_another() {
    for world in World::everywhere() {
        let mut mother = world.signed_in("孙立");
        mother.open("/me/family");
        assert!(mother.page.says("芙蓉里 3 号楼 2 单元 301"), "{}", mother.page.text());
        let who = mother.choice("/me/family", "who", "姜敏");
        mother.send("/me/family", &[("who", &who)]);
        assert!(mother.page.says("给姜敏的入户卡开好了"), "{}", mother.page.text());
        let code = slip_on(&mother);
        let mut other = world.stranger();
        other.open("/login");
        other.send("/enter", &[("slip", &code)]);
        other.open("/me");
        assert!(other.page.says("姜敏") && other.page.says("2 单元 301"), "{}", other.page.text());
        mother.open("/me/family");
        assert!(
            mother.page.form("/me/family").is_some_and(|f| f.value("who", "姜敏").is_none()),
            "she comes in alone now"
        );
        assert_eq!(world.findings(), []);
    }
}

#[test]
fn a_plumber_scans_once_has_a_pin_and_sees_the_jobs_of_his_company() {
    for world in World::everywhere() {
        let mut manager = world.signed_in("马建军");
        manager.open("/staff-phones");
        assert!(manager.page.says("王建国 维修工") && manager.page.says("停用"), "{}", manager.page.text());
        let seat = manager.page.form("/staff-phones").and_then(|f| f.buttons.first().cloned()).expect("a button");
        manager.send("/staff-phones", &[(&seat.0, &seat.1)]);
        assert!(manager.page.html.contains("class=\"qr\"") && manager.page.says("10 分钟"), "{}", manager.page.text());

        let link = format!("/pair/{}", scanned(&world));
        let mut plumber = world.stranger();
        plumber.open(&link);
        assert!(plumber.page.says("红星物业") && plumber.page.says("维修工"), "{}", plumber.page.text());
        plumber.send(&link, &[("pin", "480913"), ("again_pin", "480913")]);
        plumber.open("/desk");
        assert_eq!(plumber.page.status, 200);
        let theirs: Vec<String> = plumber.page.links().into_iter().map(|(url, _)| url).collect();
        let jobs: Vec<&String> = theirs.iter().filter(|url| url.starts_with("/desk/")).collect();
        assert!(!jobs.is_empty(), "{}", plumber.page.text());
        let holders = plumber.page.text();
        assert!(!holders.contains("供热站") && !holders.contains("城管"), "nobody else's jobs: {holders}");
        let told = world.planted.told.clone();
        plumber.open(&format!("/desk/{told}"));
        assert_eq!(plumber.page.status, 404, "another company's");
        plumber.open("/counter");
        assert_eq!(plumber.page.status, 404);

        world.pass_to(world.now().plus(5 * HOUR));
        plumber.open("/desk");
        assert!(plumber.page.url.starts_with("/pin"), "after a rest: {}", plumber.page.url);
        plumber.send("/pin", &[("pin", "480914")]);
        assert!(plumber.page.says("还能试 4 次"), "{}", plumber.page.text());
        plumber.send("/pin", &[("pin", "480913")]);
        assert_eq!((plumber.page.status, plumber.page.url.as_str()), (200, "/desk"));
        let mut second = world.stranger();
        second.open(&link);
        assert!(second.page.says("用过了"), "the QR works once: {}", second.page.text());
        assert_eq!(world.findings(), []);
    }
}

/// What the plumber's camera reads: a pairing of his seat, as the page's QR holds one.
fn scanned(world: &World) -> String {
    let token = SessionToken::make();
    let made = token.clone();
    let paired = world.db().keep_wait(move |tx| {
        let area = find::area_by_code(tx, "演示区")?.map(|a| a.id);
        let orgs = area.map(|area| find::orgs(tx, area)).transpose()?.unwrap_or_default();
        let company = orgs.iter().find(|o| o.name == "红星物业").map(|o| o.id);
        let seats = company.map(|org| find::seats_of_org(tx, org, today())).transpose()?.unwrap_or_default();
        let seat = seats.iter().find(|s| s.title == "维修工").map(|s| s.id);
        pairing(tx, &made, seat.ok_or_else(|| lianxin_store::Fault::bug("no plumber"))?)
    });
    paired.unwrap_or_else(|why| panic!("a pairing: {why:?}"));
    token.value().to_owned()
}

#[test]
fn with_a_door_and_six_digits_one_comes_back_and_a_neighbour_does_not() {
    let world = World::new();
    let mut resident = world.signed_in("孙立");
    resident.open("/mine");
    assert_eq!((resident.page.status, resident.page.url.as_str()), (200, "/mine"));
    let mut neighbour = world.stranger();
    neighbour.open("/back");
    let area = neighbour.choice("/back", "area", "芙蓉里");
    let door = [("area", area.as_str()), ("building", "3"), ("door", "2-301")];
    for guess in ["111112", "204816", "880088"] {
        neighbour.send("/back", &[&door[..], &[("code", guess)]].concat());
        assert_eq!(neighbour.page.status, 422, "{}", neighbour.page.text());
        assert!(neighbour.page.says("6 位码不对"), "{}", neighbour.page.text());
    }
    world.pass_to(world.now().plus(DAY));
    resident.open("/me/code");
    resident.send("/me/code", &[("code", "371592"), ("again_code", "371592")]);
    assert!(resident.page.says("设好了"), "{}", resident.page.text());
    let mut other = world.stranger();
    other.open("/back");
    other.send("/back", &[&door[..], &[("code", "371592")]].concat());
    other.open("/me");
    assert!(other.page.says("孙立"), "{}", other.page.text());
}

#[test]
fn somebody_without_phone_or_number_is_found_by_name_and_reads_who_looked() {
    for world in World::everywhere() {
        let mut worker = world.signed_in("吴敏");
        worker.open(&format!("/counter?q={}", typed("张玉兰")));
        assert!(worker.page.says("3 号楼 2 单元 501") && !worker.page.says("电话尾号"), "{}", worker.page.text());
        let html = worker.page.html.split("name=\"person\"").nth(1).unwrap_or_default();
        let person = html.split("value=\"").nth(1).and_then(|v| v.split('"').next()).expect("she is listed").to_owned();
        worker.send("/counter/look", &[("person", &person), ("why", "comes")]);
        assert!(worker.page.says("电话尾号 0001") && worker.page.says("手机丢了"), "{}", worker.page.text());
        let mut resident = world.signed_in("张玉兰");
        resident.open("/me/data");
        let page = &resident.page;
        assert!(page.says("芙蓉社区居委会 社区工作者") && page.says("本人来了，没带手机"), "{}", page.text());
        assert!(!page.says("吴敏"), "posts, no names: {}", page.text());
        assert_eq!(world.findings(), []);
    }
}

#[test]
fn an_administrator_who_lost_phone_and_codes_is_let_in_on_the_machine() {
    for world in World::everywhere() {
        let mut before = world.signed_in("系统管理员");
        before.open("/setup");
        assert_eq!(before.page.status, 200);
        let password = lianxin_gate::reset_wait(world.db(), "admin").unwrap_or_else(|why| panic!("{why:?}"));
        before.open("/setup");
        assert!(before.page.url.starts_with("/login"), "every session of the seat is out: {}", before.page.url);
        let mut again = world.stranger();
        again.open("/login");
        again.send("/login", &[("login", "admin"), ("password", &password)]);
        assert!(again.page.url.starts_with("/me/totp"), "the second step comes first: {}", again.page.url);
        again.open("/setup");
        assert_ne!(again.page.url, "/setup", "and nothing is open before it: {}", again.page.text());
        let mut anyone = world.stranger();
        anyone.open("/journal");
        assert!(anyone.page.says("管理员账号在本机重开"), "everybody sees that it happened: {}", anyone.page.text());
        assert_eq!(world.findings(), []);
    }
}

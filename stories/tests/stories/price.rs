//! A repair inside a home: the price first, then the owner's word; nobody else hears what it costs.

use lianxin_base::{DAY, MINUTE};
use lianxin_stories::{Browser, World};

fn numbered(browser: &Browser<'_>) -> String {
    let no = browser.page.between("class=\"no num\">", "</p>").unwrap_or_default();
    no.rsplit("</span>").next().unwrap_or("").trim().to_owned()
}

fn path(no: &str) -> String {
    no.bytes().map(|b| if b.is_ascii() { char::from(b).to_string() } else { format!("%{b:02X}") }).collect()
}

/// Reported, and handed to the company: its number in an address.
fn with_the_company(world: &World, reporter: &mut Browser<'_>) -> String {
    reporter.open("/report");
    reporter.send("/report", &[("words", "厨房水龙头关不严，夜里一直滴"), ("place", "芙蓉里")]);
    let no = path(&numbered(reporter));
    let (mut worker, form) = (world.signed_in("吴敏"), format!("/desk/{no}/dispatch"));
    worker.open(&format!("/desk/{no}?do=dispatch"));
    let company = worker.choice(&form, "executor", "红星物业");
    let direct = [("title", "水龙头"), ("category", "repair"), ("pace", "general"), ("executor", company.as_str())];
    worker.send(&form, &direct);
    no
}

fn name(company: &mut Browser<'_>, no: &str, price: &str) {
    company.open(&format!("/desk/{no}?do=quote"));
    let asked = [("price", price), ("covers", "both"), ("note", "换一个陶瓷芯龙头，连生料带")];
    company.send(&format!("/desk/{no}/quote"), &asked);
    assert!(company.page.says("报给住户了"), "{}", company.page.text());
}

fn done(company: &mut Browser<'_>, no: &str, price: &str) -> u16 {
    company.open(&format!("/desk/{no}?do=completion"));
    company.send(&format!("/desk/{no}/completion"), &[("note", "换好了，不滴了"), ("price", price)]);
    company.page.status
}

#[test]
fn the_owner_sees_the_price_first_and_pays_no_more_than_they_agreed_to() {
    for world in World::everywhere() {
        let mut owner = world.signed_in("张玉兰");
        let no = with_the_company(&world, &mut owner);
        let (mut company, mut neighbour) = (world.signed_in("马建军"), world.signed_in("孙立"));
        name(&mut company, &no, "260");
        assert!(owner.open("/inbox").says("要收费，先请您看价钱"), "{}", owner.page.text());
        assert!(owner.page.says("红星物业报价 260.00 元（工钱和料钱都在内）"), "{}", owner.page.text());
        let page = format!("/m/{no}");
        assert!(owner.open(&page).says("260.00 元"), "{}", owner.page.text());
        for seen in [neighbour.open(&page).text(), world.stranger().open(&page).text()] {
            assert!(seen.contains("报了价，等住户回话") && !seen.contains("260"), "{seen}");
        }
        neighbour.post_new(&format!("{page}/quote"), &[("answer", "yes"), ("note", "")]);
        assert_eq!(neighbour.page.status, 404, "nobody else answers: {}", neighbour.page.text());

        owner.open(&page);
        owner.send(&format!("{page}/quote"), &[("answer", "no"), ("note", "")]);
        assert!(owner.page.says("请写一句说明"), "a no has its reason: {}", owner.page.text());
        owner.send(&format!("{page}/quote"), &[("answer", "no"), ("note", "网上一个才四十")]);
        assert!(company.open("/inbox").says("住户没同意这个价"), "{}", company.page.text());
        assert!(company.open(&format!("/desk/{no}")).says("住户说：网上一个才四十"), "{}", company.page.text());
        assert_eq!(done(&mut company, &no, "50"), 422, "nothing is charged without a yes");

        name(&mut company, &no, "85");
        owner.open(&page);
        owner.send(&format!("{page}/quote"), &[("answer", "yes"), ("note", "")]);
        assert!(owner.page.says("同意了"), "{}", owner.page.text());
        assert!(company.open("/inbox").says("住户同意了价钱"), "{}", company.page.text());
        assert_eq!(done(&mut company, &no, "85.01"), 422);
        assert!(company.page.says("请先另报一个价"), "{}", company.page.text());
        assert_eq!(done(&mut company, &no, "85"), 200, "{}", company.page.text());
        assert!(owner.open(&page).says("干完了，花了 85.00 元"), "{}", owner.page.text());
        assert!(!world.stranger().open(&page).says("85.00"), "what somebody paid at home");
        assert!(owner.page.says("等住户回价钱，不算时间"), "the way shows it apart: {}", owner.page.text());
        assert_eq!(world.findings(), []);
    }
}

#[test]
fn somebody_without_an_account_says_yes_by_the_link_of_their_receipt() {
    for world in World::everywhere() {
        let mut owner = world.stranger();
        owner.open("/report");
        owner.send("/report", &[("words", "马桶水箱一直流水"), ("phone", "15400007788"), ("place", "芙蓉里")]);
        let link = owner.page.url.split('?').next().unwrap_or_default().to_owned();
        let own = path(&numbered(&owner));
        let (mut worker, mut company) = (world.signed_in("吴敏"), world.signed_in("马建军"));
        let form = format!("/desk/{own}/dispatch");
        worker.open(&format!("/desk/{own}?do=dispatch"));
        let org = worker.choice(&form, "executor", "红星物业");
        worker.send(&form, &[("title", "水箱"), ("category", "repair"), ("pace", "general"), ("executor", &org)]);
        name(&mut company, &own, "60");
        assert!(worker.open("/inbox").says("报了价，要去问住户"), "{}", worker.page.text());
        owner.open(&link);
        owner.send(&format!("{link}/quote"), &[("answer", "yes"), ("note", ""), ("proof", "0000")]);
        assert!(owner.page.says("对不上"), "{}", owner.page.text());
        owner.send(&format!("{link}/quote"), &[("answer", "yes"), ("note", ""), ("proof", "7788")]);
        assert!(owner.page.says("同意了"), "{}", owner.page.text());
        assert_eq!(done(&mut company, &own, "60"), 200, "{}", company.page.text());
        assert_eq!(world.findings(), []);
    }
}

#[test]
fn a_price_nobody_answers_holds_nobody_up_for_ever() {
    for world in World::everywhere() {
        let mut owner = world.signed_in("张玉兰");
        let no = with_the_company(&world, &mut owner);
        let mut company = world.signed_in("马建军");
        name(&mut company, &no, "120");
        world.pass_to(world.now().plus(12 * DAY + MINUTE));
        let mut company = world.signed_in("马建军");
        assert!(company.open("/inbox").says("价钱没等到回话"), "{}", company.page.text());
        assert!(company.open(&format!("/desk/{no}")).says("没谈成，作罢"), "{}", company.page.text());
        assert_eq!(done(&mut company, &no, "120"), 422, "silence is no yes");
        assert_eq!(world.findings(), []);
    }
}

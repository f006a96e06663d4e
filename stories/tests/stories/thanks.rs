//! Whoever had the trouble thanks who ended it, with one tap; everybody sees how many did, and nobody who. And what was kept aside is
//! taken up again.

use lianxin_base::DAY;
use lianxin_stories::{Browser, World};

fn path(browser: &Browser<'_>) -> String {
    let no = browser.page.between("class=\"no num\">", "</p>").unwrap_or_default();
    let no = no.rsplit("</span>").next().unwrap_or("").trim();
    no.bytes().map(|b| if b.is_ascii() { char::from(b).to_string() } else { format!("%{b:02X}") }).collect()
}

/// Reported by them, done by the company.
fn done(world: &World, reporter: &mut Browser<'_>, words: &str, known: bool) -> String {
    reporter.open("/report");
    let said = [("words", words), ("place", "芙蓉里"), ("phone", "15400007799")];
    reporter.send("/report", if known { &said[..2] } else { &said });
    let no = path(reporter);
    let (mut worker, mut company) = (world.signed_in("吴敏"), world.signed_in("马建军"));
    let form = format!("/desk/{no}/dispatch");
    worker.open(&format!("/desk/{no}?do=dispatch"));
    let org = worker.choice(&form, "executor", "红星物业");
    worker.send(&form, &[("title", "扶手"), ("category", "repair"), ("pace", "general"), ("executor", &org)]);
    company.open(&format!("/desk/{no}"));
    company.send(&format!("/desk/{no}/completion"), &[("note", "扶手拧紧了")]);
    no
}

#[test]
fn a_thanks_is_one_tap_counted_and_nobodys_name() {
    for world in World::everywhere() {
        let mut owner = world.signed_in("张玉兰");
        let no = done(&world, &mut owner, "2 单元楼梯扶手晃得厉害", true);
        let page = format!("/m/{no}");
        assert!(!owner.open(&page).says("谢谢红星物业"), "not before it is solved");
        owner.send(&format!("{page}/feedback"), &[("answer", "good"), ("note", "")]);
        assert!(owner.page.says("谢谢红星物业"), "{}", owner.page.text());
        let token = owner.token();
        owner.send(&format!("{page}/thanks"), &[]);
        assert!(owner.page.says("居民道谢 1 次") && owner.page.says("您已经谢过了"), "{}", owner.page.text());
        owner.post(&format!("{page}/thanks"), &[("token", token.as_str())]);
        owner.post_new(&format!("{page}/thanks"), &[]);
        assert!(owner.open(&page).says("居民道谢 1 次"), "once is enough: {}", owner.page.text());
        let mut neighbour = world.signed_in("孙立");
        assert!(!neighbour.open(&page).says("谢谢红星物业"), "who did not have the trouble");
        neighbour.post_new(&format!("{page}/thanks"), &[]);
        assert_eq!(neighbour.page.status, 404, "{}", neighbour.page.text());
        let mut anyone = world.stranger();
        assert!(anyone.open(&page).says("居民道谢 1 次") && !anyone.page.says("张玉兰"), "{}", anyone.page.text());
        let mut company = world.signed_in("马建军");
        assert!(company.open("/inbox").says("有居民道谢"), "{}", company.page.text());
        assert_eq!(world.findings(), []);
    }
}

#[test]
fn whoever_has_the_link_of_their_receipt_thanks_too() {
    for world in World::everywhere() {
        let mut owner = world.stranger();
        let _ = done(&world, &mut owner, "门口台阶的防滑条翘起来了", false);
        let link = owner.page.url.split('?').next().unwrap_or_default().to_owned();
        owner.open(&link);
        owner.send(&format!("{link}/feedback"), &[("answer", "good"), ("note", ""), ("proof", "7799")]);
        assert!(owner.page.says("谢谢红星物业"), "{}", owner.page.text());
        owner.send(&format!("{link}/thanks"), &[]);
        assert!(owner.page.says("居民道谢 1 次") && !owner.page.says("谢谢红星物业</button>"), "{}", owner.page.text());
        assert_eq!(world.findings(), []);
    }
}

#[test]
fn what_was_kept_aside_is_taken_up_again_under_its_own_number() {
    for world in World::everywhere() {
        let mut owner = world.signed_in("张玉兰");
        let no = done(&world, &mut owner, "晾台的门合页松了", true);
        let page = format!("/m/{no}");
        assert!(!owner.open(&page).says("再提起来"), "nobody kept it aside");
        for _ in 0..2 {
            world.pass_to(world.now().plus(12 * DAY)); // asked again, then kept aside
        }
        assert!(owner.open(&page).says("先收着") && owner.page.says("再提起来"), "{}", owner.page.text());
        owner.send(&format!("{page}/raise"), &[("note", "")]);
        assert!(owner.page.says("请写一句说明"), "{}", owner.page.text());
        owner.send(&format!("{page}/raise"), &[("note", "合页又掉下来了")]);
        assert!(owner.page.says("居民说还没好，再提起来：合页又掉下来了"), "{}", owner.page.text());
        let mut worker = world.signed_in("吴敏");
        worker.open(&format!("/desk/{no}"));
        assert!(worker.page.form(&format!("/desk/{no}/dispatch")).is_some(), "{}", worker.page.text());
        assert!(worker.page.says("1 次说没办好"), "{}", worker.page.text());
        assert!(!world.stranger().open(&page).says("合页又掉下来了"));
        let mut neighbour = world.signed_in("孙立");
        neighbour.open(&page);
        neighbour.post_new(&format!("{page}/raise"), &[("note", "我也觉得")]);
        assert_eq!(neighbour.page.status, 404, "whose it is takes it up");
        assert_eq!(world.findings(), []);
    }
}

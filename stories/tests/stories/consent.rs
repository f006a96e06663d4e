//! The rules come first, an agreement taken back works at once, a child is spoken for, an incident is told in time, and an
//! erased person's photos are gone with their words.

use axum::body::Body;
use lianxin_app::rooms;
use lianxin_base::{DAY, HOUR};
use lianxin_gate::{Asked, withdraw};
use lianxin_journal::{By, Head};
use lianxin_stories::{Browser, World, built};
use std::collections::BTreeSet;

fn typed(text: &str) -> String {
    text.bytes().map(|b| if b.is_ascii() { char::from(b).to_string() } else { format!("%{b:02X}") }).collect()
}

/// The number of what was just reported, as it travels in an address.
fn number(browser: &Browser<'_>) -> String {
    let no = browser.page.between("class=\"no num\">", "</p>").unwrap_or_else(|| panic!("{}", browser.page.text()));
    typed(no.rsplit("</span>").next().unwrap_or("").trim())
}

/// A desk form of a matter, sent.
fn at_desk(seat: &mut Browser<'_>, no: &str, form: &str, answers: &[(&str, &str)]) {
    seat.open(&format!("/desk/{no}?do={form}"));
    seat.send(&format!("/desk/{no}/{form}"), answers);
}

/// As if somebody had never agreed to anything.
fn unasked(world: &World, who: &str) {
    let mut worker = world.signed_in("吴敏");
    worker.open(&format!("/privacy-requests?q={who}"));
    let person = worker.page.between("name=\"person\" value=\"", "\"").expect("one of that number");
    let person: lianxin_base::PersonId = person.parse().expect("an id");
    let area = lianxin_base::AreaId::from_bytes([0; 16]);
    for what in Asked::ALL {
        let id = lianxin_base::ActId::new(world.house.chance(), world.now());
        let head = Head { id, area, by: By::Person(person), no: None, token: None };
        world.db().act_wait(area, move |tx| withdraw(tx, head.clone(), person, what).map(|_| ())).expect("taken back");
    }
}

#[test]
fn who_has_not_agreed_reads_the_rules_first_and_what_they_agree_to_is_what_is_published() {
    for world in World::everywhere() {
        unasked(&world, "0001");
        let mut resident = world.signed_in("张玉兰");
        assert!(resident.page.url.starts_with("/consent"), "{}", resident.page.url);
        assert!(resident.page.says("先看一眼") && resident.page.says("不同意也可以"), "{}", resident.page.text());
        resident.send("/consent", &[]);
        assert!(resident.page.status == 422 && resident.page.says("账号就开不了"), "{}", resident.page.text());
        resident.send("/consent", &[("agree", "rules")]);
        resident.open("/report");
        resident.send("/report", &[("words", "楼门关不严，夜里漏风"), ("place", "芙蓉里")]);
        let no = number(&resident);

        let mut worker = world.signed_in("吴敏");
        let offered = |worker: &mut Browser<'_>| {
            worker.open(&format!("/desk/{no}?do=publication"));
            worker.page.form(&format!("/desk/{no}/publication")).expect("the form")
        };
        assert!(!offered(&mut worker).asks("words") && worker.page.says("没有同意公开原话"), "{}", worker.page.text());
        let raw = [("title", "楼门"), ("words", "她说漏风"), ("show", "yes")];
        worker.post_new(&format!("/desk/{no}/publication"), &raw);
        assert!(worker.page.status == 422 && worker.page.says("没有同意公开原话"), "{}", worker.page.text());
        at_desk(&mut worker, &no, "publication", &[("title", "楼门关不严"), ("show", "yes")]);
        let mut anyone = world.stranger();
        anyone.open(&format!("/m/{no}"));
        assert!(anyone.page.says("楼门关不严") && !anyone.page.says("漏风"), "{}", anyone.page.text());

        // Agreed to by one button, published; taken back by one button, and off the page at once.
        let switch = |resident: &mut Browser<'_>, give| {
            resident.open("/me/data");
            resident.post_new("/me/data/consent", &[("what", "publication"), ("give", give)]);
        };
        switch(&mut resident, "yes");
        assert!(offered(&mut worker).asks("words"), "{}", worker.page.text());
        let words = [("title", "楼门关不严"), ("words", "夜里漏风"), ("show", "yes")];
        at_desk(&mut worker, &no, "publication", &words);
        anyone.open(&format!("/m/{no}"));
        assert!(anyone.page.says("漏风"), "{}", anyone.page.text());
        switch(&mut resident, "no");
        anyone.open(&format!("/m/{no}"));
        assert!(anyone.page.says("楼门关不严") && !anyone.page.says("漏风"), "{}", anyone.page.text());
        assert_eq!(world.findings(), []);
    }
}

#[test]
fn who_does_not_agree_looks_at_what_is_public_and_reports_without_an_account() {
    for world in World::everywhere() {
        unasked(&world, "0001");
        let mut resident = world.signed_in("张玉兰");
        resident.open("/board");
        assert_eq!(resident.page.status, 200);
        resident.open("/report");
        resident.send("/report", &[("words", "西门灯不亮"), ("place", "芙蓉里"), ("phone", "15499887701")]);
        assert!(resident.page.html.contains("class=\"no num\">"), "{}", resident.page.text());
        resident.open("/me/data");
        assert!(resident.page.says("张玉兰") && !resident.page.says("西门灯不亮"), "{}", resident.page.text());
        resident.open("/consent");
        resident.send("/logout", &[]);
        resident.open("/me/data");
        assert!(resident.page.url.starts_with("/login"), "{}", resident.page.url);
        assert_eq!(world.findings(), []);
    }
}

#[test]
fn a_child_is_registered_by_the_guardians_word_and_ends_being_one() {
    for world in World::everywhere() {
        let mut worker = world.signed_in("吴敏");
        worker.open("/places?q=3-2-301");
        let links = worker.page.links();
        let (unit, _) = links.into_iter().find(|(_, words)| words.contains("301")).expect("the door");
        worker.open(&unit);
        let links = worker.page.links();
        let (child, _) = links.iter().find(|(_, words)| words == "姜敏").expect("a member of the household");
        let form = format!("{child}/child");
        worker.open(&form);
        let guardian = worker.choice(&form, "guardian", "孙立");
        worker.send(&form, &[("child", "yes"), ("guardian", &guardian), ("agreed", "yes")]);
        assert!(worker.page.says("监护人：孙立"), "{}", worker.page.text());
        let mut guardian = world.signed_in("孙立");
        guardian.open("/me/data");
        assert!(guardian.page.says("您照看的孩子") && guardian.page.says("姜敏"), "{}", guardian.page.text());
        worker.open(&form);
        worker.send(&form, &[("child", "no")]);
        assert!(!worker.page.says("监护人："), "{}", worker.page.text());
        assert_eq!(world.findings(), []);
    }
}

#[test]
fn an_incident_is_recorded_reminded_told_and_closed_and_the_papers_name_nobody() {
    for world in World::everywhere() {
        let mut secretary = world.signed_in("周国栋");
        secretary.open("/incidents");
        assert!(secretary.page.says("已了结"), "the demonstration's: {}", secretary.page.text());
        secretary.open("/incidents/new");
        secretary.send("/incidents/new", &[("what", "名单发错了群"), ("people", "几个")]);
        assert!(secretary.page.status == 422 && secretary.page.says("请至少勾一样"), "{}", secretary.page.text());
        let told = [("people", "30"), ("kinds", "contact"), ("harm", "可能有骗子电话"), ("done", "马上撤回")];
        secretary.send("/incidents/new", &told);
        let at = secretary.page.url.split('?').next().unwrap_or("").to_owned();
        assert!(secretary.page.says("名单发错了群") && secretary.page.says("最晚"), "{}", secretary.page.text());
        assert_eq!(world.signed_in("马建军").open(&at).status, 404, "not the company's");

        world.pass_to(world.now().plus(25 * HOUR));
        secretary.open("/inbox");
        assert!(secretary.page.says("请马上告诉主管部门"), "{}", secretary.page.text());
        let step = format!("{at}/step");
        let take = |secretary: &mut Browser<'_>, what: &str, words: &str| {
            secretary.open(&step);
            secretary.send(&step, &[("step", what), ("words", words)]);
        };
        take(&mut secretary, "authority", "电话报告了网信办");
        assert!(secretary.page.says("已告诉"), "{}", secretary.page.text());
        secretary.open(&step);
        let closed = secretary.page.form(&step).and_then(|f| f.value("step", "了结").map(ToOwned::to_owned));
        assert_eq!(closed, None, "not before the residents know");
        world.pass_to(world.now().plus(3 * DAY));
        take(&mut secretary, "residents", "贴在门口、打了电话");
        take(&mut secretary, "closed", "查清了");
        secretary.open("/incidents");
        assert_eq!(secretary.page.text().matches("已了结").count(), 2, "{}", secretary.page.text());
        for (paper, says) in [("notice", "不会为这件事打电话"), ("report", "第五十七条")] {
            secretary.open(&format!("{at}/{paper}"));
            assert!(secretary.page.says(says) && secretary.page.says("名单发错了群"), "{}", secretary.page.text());
            assert!(!secretary.page.says("张玉兰"));
        }
        assert_eq!(world.findings(), []);
    }
}

fn named(world: &World) -> BTreeSet<String> {
    let all = world.db().read_wait(|r| {
        let mut all = BTreeSet::new();
        for (_, sql) in rooms::files() {
            all.extend(r.rows(sql, &[], |row| row.text(1))?);
        }
        Ok(all)
    });
    all.expect("read")
}

#[test]
fn with_an_erased_person_their_photos_are_gone_at_once() {
    built(); // photos are read by the program itself, as a process
    let sent = lianxin_seeds::picture("road").expect("a scene").large;
    for world in World::everywhere() {
        let before = named(&world);
        let mut resident = world.signed_in("张玉兰");
        resident.open("/report");
        let place = resident.choice("/report", "place", "芙蓉里");
        resident.send_files("/report", &[("place", &place)], &[("photo", &sent)]);
        let no = number(&resident);
        resident.open(&format!("/m/{no}"));
        let photo = resident.page.between("<img src=\"/photo/", "/small").expect("its photo").replace('/', ".");
        let mut worker = world.signed_in("吴敏");
        let cell = format!("{photo}.0");
        let shown = [("title", "路面有坑"), ("words", ""), ("show", "yes"), ("shown", photo.as_str()), ("mask", &cell)];
        at_desk(&mut worker, &no, "publication", &shown);
        let theirs: Vec<String> = named(&world).difference(&before).cloned().collect();
        let there = |hash: &String| world.files().get(hash.parse().expect("a hash")).expect("looked").is_some();
        assert!(theirs.len() >= 2 && theirs.iter().all(there), "{theirs:?}");
        resident.open("/me/data/erase");
        resident.send("/me/data/erase", &[("confirm", "0001")]);
        assert!(resident.page.says("您的信息删掉了"), "{}", resident.page.text());
        assert!(!theirs.iter().any(there), "no byte of them stays");
        assert_eq!(resident.ask("GET", "/privacy", &[], Body::empty()).status, 200);
        assert_eq!(world.findings(), []);
    }
}

#[test]
fn how_long_data_are_kept_is_settled_within_the_law_and_stands_on_the_page() {
    for world in World::everywhere() {
        let mut anyone = world.stranger();
        anyone.open("/privacy");
        assert!(anyone.page.says("办结 24 个月以后自动删"), "{}", anyone.page.text());
        let mut admin = world.signed_in("系统管理员");
        admin.open("/retention");
        admin.send("/retention", &[("contact", "2"), ("words", "999")]);
        assert!(admin.page.status == 422 && admin.page.says("太短了") && admin.page.says("不能一直留着"));
        admin.send("/retention", &[("contact", "12"), ("words", "36")]);
        anyone.open("/privacy");
        assert!(anyone.page.says("办结 12 个月以后自动删"), "{}", anyone.page.text());
        assert_eq!(world.findings(), []);
    }
}

#[test]
fn ones_own_page_shows_words_and_no_ids() {
    for world in World::everywhere() {
        let mut resident = world.signed_in("张玉兰"); // she came to a council, joined and spoke
        resident.open("/me/data");
        let text = resident.page.text();
        let id = |word: &&str| word.len() == 36 && word.bytes().filter(|b| *b == b'-').count() == 4;
        assert!(resident.page.says("张玉兰") && !text.split_whitespace().any(|word| id(&word)), "{text}");
    }
}

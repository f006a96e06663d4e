//! 我家也这样: a neighbour finds what is reported already, joins with one tap, is told, and has a voice.

use lianxin_stories::{Browser, World};

const TITLE: &str = "2 单元三楼灯坏了";

fn at(prefix: &str, no: &str) -> String {
    let escaped = no.bytes().map(|b| if b.is_ascii() { char::from(b).to_string() } else { format!("%{b:02X}") });
    format!("{prefix}/{}", escaped.collect::<String>())
}

fn number(browser: &Browser<'_>) -> String {
    let found = browser.page.between("class=\"no num\">", "</p>").unwrap_or_default();
    found.rsplit("</span>").next().unwrap_or("").trim().to_owned()
}

/// A form of the desk, sent and taken.
fn sent(seat: &mut Browser<'_>, no: &str, form: &str, answers: &[(&str, &str)]) {
    let here = at("/desk", no);
    seat.open(&format!("{here}?do={form}"));
    seat.send(&format!("{here}/{form}"), answers);
    assert_eq!(seat.page.status, 200, "{form}: {}", seat.page.text());
}

/// Somebody reports; a worker lets everybody read the title and hands it to the company.
fn lamp(world: &World) -> (String, Browser<'_>) {
    let mut resident = world.signed_in("张玉兰");
    resident.open("/report");
    resident.send("/report", &[("words", "2 单元三楼的灯坏了三天，晚上看不清台阶"), ("place", "芙蓉里")]);
    let no = number(&resident);
    let mut worker = world.signed_in("吴敏");
    sent(&mut worker, &no, "publication", &[("title", TITLE), ("words", "2 单元三楼的灯坏了三天"), ("show", "yes")]);
    worker.open(&format!("{}?do=dispatch", at("/desk", &no)));
    let company = worker.choice(&format!("{}/dispatch", at("/desk", &no)), "executor", "红星物业");
    let to = [("title", TITLE), ("category", "light"), ("pace", "general"), ("executor", company.as_str())];
    sent(&mut worker, &no, "dispatch", &to);
    (no, resident)
}

#[test]
fn a_neighbour_joins_is_told_and_has_a_voice() {
    for world in World::everywhere() {
        let (no, mut resident) = lamp(&world);
        let (page, desk) = (at("/m", &no), at("/desk", &no));
        assert!(world.stranger().open(&page).says("登录后可以点"), "a stranger is shown the way in");
        let mut neighbour = world.signed_in("孙立");
        neighbour.open(&page);
        assert!(neighbour.page.says("还没有别家说也这样"), "{}", neighbour.page.text());
        neighbour.send(&format!("{page}/join"), &[]);
        assert!(
            neighbour.page.says("1 户也这样") && neighbour.page.says("您家已经算上了"),
            "{}",
            neighbour.page.text()
        );
        neighbour.post_new(&format!("{page}/join"), &[]);
        assert!(
            neighbour.page.status == 422 && neighbour.page.says("已经算上了，不用再点"),
            "{}",
            neighbour.page.text()
        );
        assert!(neighbour.open("/mine").says(TITLE), "{}", neighbour.page.text());

        let mut worker = world.signed_in("吴敏");
        // Of the same flat, and of another one.
        for (name, count) in [("姜敏", "1 户也这样"), ("陈晓梅", "2 户也这样"), ("冯大爷", "3 户也这样")]
        {
            worker.open(&format!("{desk}/join"));
            worker.send(&format!("{desk}/join"), &[("name", name), ("phone", "04808000077"), ("tell", "call")]);
            assert!(worker.page.says(count), "{name}: {}", worker.page.text());
        }
        worker.open(&format!("{desk}/join"));
        worker.send(&format!("{desk}/join"), &[("name", "")]);
        assert!(worker.page.status == 422 && worker.page.says("还没写是谁家"), "{}", worker.page.text());
        worker.send(&format!("{desk}/join"), &[("name", "张玉兰")]);
        assert!(worker.page.says("这件事就是您家反映的"), "{}", worker.page.text());

        // Taken back, the flat is still counted for the other one who lives there.
        neighbour.open(&page);
        neighbour.send(&format!("{page}/leave"), &[]);
        assert!(
            neighbour.page.says("3 户也这样") && !neighbour.page.says("您家已经算上了"),
            "{}",
            neighbour.page.text()
        );
        neighbour.send(&format!("{page}/join"), &[]);
        assert!(neighbour.page.says("3 户也这样"), "{}", neighbour.page.text());
        neighbour.post_new(&format!("{page}/voice"), &[("answer", "good")]);
        assert!(neighbour.page.status == 422 && neighbour.page.says("还没说干完"), "{}", neighbour.page.text());

        let mut company = world.signed_in("王建国");
        sent(&mut company, &no, "completion", &[("note", "换了灯。")]);
        assert!(neighbour.open("/inbox").says("您家也看看"), "{}", neighbour.page.text());
        assert!(worker.open("/errands").says("您家也说过的事"), "{}", worker.page.text());
        neighbour.open(&page);
        neighbour.send(&format!("{page}/voice"), &[("answer", "again"), ("note", "")]);
        assert_eq!(neighbour.page.status, 422, "{}", neighbour.page.text());
        neighbour.send(&format!("{page}/voice"), &[("answer", "again"), ("note", "四楼的还不亮")]);
        assert!(neighbour.page.says("红星物业正在办"), "their 没办好 sends it back: {}", neighbour.page.text());
        assert!(worker.open(&desk).says("四楼的还不亮"), "{}", worker.page.text());

        sent(&mut company, &no, "completion", &[("note", "四楼的也换了。")]);
        neighbour.open(&page);
        neighbour.send(&format!("{page}/voice"), &[("answer", "good"), ("note", "亮了")]);
        assert!(
            neighbour.page.says("1 位邻居说办好了") && neighbour.page.says("等居民说办好没有"),
            "a voice beside the answer: {}",
            neighbour.page.text()
        );
        // Who reads nothing on a phone is asked, and a worker writes it down; whoever did the work does not.
        let voices = format!("{desk}/voices");
        assert!(worker.open(&desk).says("还有 3 户没说办没办好"), "{}", worker.page.text());
        worker.open(&voices);
        worker.send(&voices, &[("answer", "good"), ("how", "phone")]);
        assert!(worker.page.status == 422 && worker.page.says("还没选是哪一家说的"), "{}", worker.page.text());
        let before = worker.page.html.split("冯大爷").next().unwrap_or_default();
        let feng = before.rsplit("name=\"join\" value=\"").next().and_then(|rest| rest.split('"').next());
        let feng = feng.expect("冯大爷 is offered").to_owned();
        let said = [("join", feng.as_str()), ("answer", "good"), ("how", "phone"), ("note", "楼道亮堂了")];
        worker.send(&voices, &said);
        assert!(worker.page.says("姜敏") && !worker.page.says("冯大爷"), "{}", worker.page.text());
        assert!(neighbour.open(&page).says("2 位邻居说办好了"), "{}", neighbour.page.text());
        assert!(worker.open(&desk).says("楼道亮堂了"), "{}", worker.page.text());
        assert_eq!(company.open(&voices).status, 404);
        resident.open(&page);
        resident.send(&format!("{page}/feedback"), &[("answer", "good")]);
        assert!(resident.page.says("居民说办好了"), "{}", resident.page.text());
        assert!(neighbour.open("/inbox").says(&format!("{no} 办结了")), "{}", neighbour.page.text());
        neighbour.post_new(&format!("{page}/leave"), &[]);
        assert_eq!(neighbour.page.status, 422);
        assert_eq!(world.findings(), []);
    }
}

#[test]
fn before_a_report_is_sent_a_neighbour_is_asked_whether_it_is_one_of_these() {
    for world in World::everywhere() {
        let (no, _) = lamp(&world);
        let mut neighbour = world.signed_in("孙立");
        let same = [("words", "三楼灯坏了，好几天没人管"), ("place", "芙蓉里")];
        neighbour.open("/report");
        neighbour.send("/report", &same);
        let page = neighbour.page.clone();
        assert!(page.status == 422 && page.says("是不是这件事？") && page.says(TITLE), "{}", page.text());
        assert!(page.says("三楼灯坏了，好几天没人管"), "what was typed stays: {}", page.text());
        neighbour.send("/report", &[("join", no.as_str())]);
        assert!(neighbour.page.says("1 户也这样"), "{}", neighbour.page.text());
        // And whoever says it is another one gets a matter of their own.
        neighbour.open("/report");
        neighbour.send("/report", &same);
        neighbour.send("/report", &[]);
        assert!(number(&neighbour) != no && number(&neighbour).contains("-2026-"), "{}", neighbour.page.text());
        // What is about something else is not asked.
        neighbour.open("/report");
        neighbour.send("/report", &[("words", "天台上有个马蜂窝"), ("place", "芙蓉里")]);
        assert!(number(&neighbour).contains("-2026-"), "{}", neighbour.page.text());
        assert_eq!(world.findings(), []);
    }
}

#[test]
fn words_of_two_characters_are_found_by_who_may_read_them() {
    for world in World::everywhere() {
        let (no, _) = lamp(&world);
        let mut stranger = world.stranger();
        assert!(stranger.open("/board?q=%E7%81%AF%E5%9D%8F").says(TITLE), "灯坏: {}", stranger.page.text());
        assert!(
            !stranger.open("/board?q=%E5%8F%B0%E9%98%B6").says(TITLE),
            "台阶 is not published: {}",
            stranger.page.text()
        );
        assert!(stranger.open("/board?q=%E7%81%AF").says("请写两个字以上"), "{}", stranger.page.text());
        assert!(stranger.open("/board?q=%25%27%20%22%28%2A").says("请写两个字以上"), "{}", stranger.page.text());
        world.indexed();
        let mut worker = world.signed_in("吴敏");
        assert!(worker.open("/desk?q=%E5%8F%B0%E9%98%B6").says(&no), "台阶: {}", worker.page.text());
        let mut elsewhere = world.signed_in("何芳");
        assert!(!elsewhere.open("/desk?q=%E5%8F%B0%E9%98%B6").says(&no), "{}", elsewhere.page.text());
        // What is taken off the public page is found by nobody outside any more.
        sent(&mut worker, &no, "publication", &[("show", "no")]);
        assert!(!stranger.open("/board?q=%E7%81%AF%E5%9D%8F").says(TITLE), "{}", stranger.page.text());
    }
}

#[test]
fn who_joined_and_erases_their_data_stays_in_the_count_and_is_nobody() {
    for world in World::everywhere() {
        let (no, mut resident) = lamp(&world);
        let (page, desk) = (at("/m", &no), at("/desk", &no));
        let mut neighbour = world.signed_in("孙立");
        neighbour.open(&page);
        neighbour.send(&format!("{page}/join"), &[]);
        assert!(neighbour.page.says("1 户也这样"), "{}", neighbour.page.text());
        neighbour.open("/me/data/erase");
        neighbour.send("/me/data/erase", &[("confirm", "0002")]);
        assert!(neighbour.page.says("您的信息删掉了"), "{}", neighbour.page.text());
        assert!(resident.open(&page).says("1 户也这样"), "the count stays: {}", resident.page.text());
        let mut company = world.signed_in("马建军");
        sent(&mut company, &no, "completion", &[("note", "换了灯泡")]);
        let mut worker = world.signed_in("吴敏");
        for path in [format!("{desk}/voices"), desk.clone()] {
            worker.open(&path);
            assert!(worker.page.status == 200 && !worker.page.says("孙立"), "{path}: {}", worker.page.text());
        }
        resident.open(&page);
        resident.send(&format!("{page}/feedback"), &[("answer", "good"), ("note", "")]);
        assert!(resident.open(&page).says("1 户也这样"), "it goes on to its end: {}", resident.page.text());
        assert_eq!(world.findings(), []);
    }
}

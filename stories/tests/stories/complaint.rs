//! 有意见: a complaint about one of the parties lies with somebody else, and whom it is about never learns who wrote it, on no
//! page, in no list, sheet, search, feed or message.

use lianxin_stories::{Browser, Claims, World};

/// The number as an address bears it.
fn path(no: &str) -> String {
    no.bytes().map(|b| if b.is_ascii() { char::from(b).to_string() } else { format!("%{b:02X}") }).collect()
}

fn number(browser: &Browser<'_>, open: &str) -> String {
    let no = browser.page.between(open, "</p>").unwrap_or_default();
    no.rsplit("</span>").next().unwrap_or("").trim().to_owned()
}

/// Nothing in what this seat can open tells any of these.
fn knows_nothing(seat: &mut Browser<'_>, no: &str, told: &[&str]) {
    let at = path(no);
    let pages = [
        "/desk".to_owned(),
        format!("/desk/{at}"),
        format!("/desk/{at}?do=entry"),
        "/desk/day".into(),
        "/desk/workbook".into(),
        format!("/jobs/{at}"),
        "/jobs".into(),
        "/inbox".into(),
        "/errands".into(),
        format!("/m/{at}"),
        "/board".into(),
        "/board/feed".into(),
        format!("/desk/{at}/voices"),
    ];
    for page in pages {
        seat.open(&page);
        for words in told {
            assert!(!seat.page.says(words), "{page} {words}: {}", seat.page.text());
        }
    }
    seat.open(&format!("/desk?q={}", path(told[0])));
    assert!(!seat.page.says(&format!("/desk/{at}")), "nor is it found by it: {}", seat.page.text());
}

#[test]
fn an_owner_complains_of_the_company_and_the_community_stands_between_them() {
    let mut claims = Claims::default();
    for world in World::everywhere() {
        let mut owner = world.signed_in("张玉兰");
        owner.open("/report");
        let words = "收费的时候天天上门，报修打电话就没人接";
        let said = [("words", words), ("place", "芙蓉里"), ("need", "opinion"), ("about", "company")];
        owner.send("/report", &said);
        assert!(owner.page.says("看不到是您反映的"), "{}", owner.page.text());
        let no = number(&owner, "class=\"no num\">");
        let told = [words, "张玉兰", "15400000001"];
        let (mut company, mut worker) = (world.signed_in("马建军"), world.signed_in("吴敏"));
        world.indexed();
        knows_nothing(&mut company, &no, &told);
        assert!(worker.open("/inbox").says(&no), "it lies with the community: {}", worker.page.text());

        let (desk, at) = (format!("/desk/{}", path(&no)), path(&no));
        let dispatch = format!("{desk}/dispatch");
        worker.open(&format!("{desk}?do=dispatch"));
        let offered = worker.page.between("name=\"executor\"", "</select>").unwrap_or_default().to_owned();
        assert!(offered.contains("演示区物管办") && !offered.contains("红星物业"), "not to it alone: {offered}");
        assert!(worker.page.says("不能只交给它自己办"), "{}", worker.page.text());
        let look = [("title", "报修电话没人接"), ("category", "other"), ("pace", "general")];
        let talk = worker.choice(&dispatch, "executor", "先交给大家商量");
        worker.send(&dispatch, &[&look[..], &[("executor", talk.as_str())]].concat());
        knows_nothing(&mut company, &no, &told);
        company.open(&desk);
        assert!(company.page.says("这是对您单位的意见"), "{}", company.page.text());
        company.send(&format!("{desk}/entry"), &[("kind", "propose"), ("words", "前台加一个人，电话转到手机上")]);
        assert!(owner.open(&format!("/m/{at}")).says("前台加一个人"), "both sides: {}", owner.page.text());

        // The office that supervises companies does it; the company is asked for its part.
        worker.open(&format!("{desk}?do=decision"));
        let office = worker.choice(&format!("{desk}/decision"), "executor", "演示区物管办");
        let day = world.now().day().plus(20).to_string();
        let decision = [("note", "物管办盯一个月接听"), ("executor", office.as_str()), ("deadline", day.as_str())];
        worker.send(&format!("{desk}/decision"), &decision);
        worker.open(&format!("{desk}?do=part"));
        let part = worker.choice(&format!("{desk}/part"), "executor", "红星物业");
        let asked = [("executor", part.as_str()), ("note", "写清接听怎么安排"), ("deadline", day.as_str())];
        worker.send(&format!("{desk}/part"), &asked);
        assert!(company.open("/jobs").says("报修电话没人接"), "{}", company.page.text());
        knows_nothing(&mut company, &no, &told);
        let mut supervisor = world.signed_in("宋雅琴");
        assert!(supervisor.open(&desk).says("张玉兰"), "who does it may ask them: {}", supervisor.page.text());
        claims.saw("S1.38", company.open(&desk).says("由别家来办") && worker.open(&desk).says("这是对红星物业的意见"));
        assert_eq!(world.findings(), []);
    }
    claims.end();
}

#[test]
fn a_program_says_whom_an_opinion_is_about_if_it_likes() {
    let world = World::new();
    let mut program = world.stranger();
    let send = |program: &mut Browser<'_>, more: &str| {
        let body = format!(r#"{{"words":"前台的电话没人接","place":"芙蓉里","phone":"15400000077"{more}}}"#);
        program.program("/api/v1/reports", &body, &[])
    };
    let plain = send(&mut program, "");
    assert_eq!(plain.status, 201, "it need not: {}", plain.html);
    assert_eq!(send(&mut program, r#","about":"nobody""#).status, 201);
    let wrong = send(&mut program, r#","about":"neighbour""#);
    assert!(wrong.status == 422 && wrong.html.contains("about"), "{}", wrong.html);
    let said = send(&mut program, r#","about":"company""#);
    assert_eq!(said.status, 201, "{}", said.html);
    let no = said.json()["number"].as_str().unwrap_or("").to_owned();
    let mut worker = world.signed_in("吴敏");
    worker.open(&format!("/desk/{}?do=dispatch", path(&no)));
    assert!(worker.page.says("这是对红星物业的意见"), "{}", worker.page.text());
    let offered = worker.page.between("name=\"executor\"", "</select>").unwrap_or_default();
    assert!(!offered.contains("红星物业"), "not to it alone: {offered}");
    knows_nothing(&mut world.signed_in("马建军"), &no, &["前台的电话没人接", "15400000077"]);
    let above = send(&mut program, r#","about":"community""#).json();
    let no = above["number"].as_str().unwrap_or("").to_owned();
    assert!(world.signed_in("高远").open("/inbox").says(&no), "it lies with the street");
}

#[test]
fn a_complaint_about_the_community_is_answered_by_the_street_and_nobody_of_the_community_is_sent_to_tell() {
    for world in World::everywhere() {
        let mut worker = world.signed_in("吴敏");
        worker.open("/desk/new");
        let words = "社区答应的事拖了两个月没动静";
        let said = [
            ("name", "冯大爷"),
            ("phone", "15400007755"),
            ("place", "芙蓉里"),
            ("words", words),
            ("need", "opinion"),
            ("about", "community"),
            ("tell", "call"),
        ];
        worker.send("/desk/new", &said);
        assert!(worker.page.says("芙蓉街道办事处收到了"), "{}", worker.page.text());
        let no = number(&worker, "class=\"no num\">");
        let told = [words, "冯大爷", "15400007755"];
        world.indexed();
        let mut secretary = world.signed_in("周国栋");
        for seat in [&mut worker, &mut secretary] {
            knows_nothing(seat, &no, &told);
        }
        let desk = format!("/desk/{}", path(&no));
        let mut street = world.signed_in("高远");
        assert!(street.open("/inbox").says(&no), "{}", street.page.text());
        street.open(&desk);
        assert!(street.page.says("冯大爷") && street.page.says(words), "{}", street.page.text());
        let took = [("title", "答应的事没动静"), ("category", "other"), ("pace", "general")];
        street.send(&format!("{desk}/take"), &took);
        street.send(&format!("{desk}/completion"), &[("note", "问清了，下周三动工，街道盯着")]);
        assert!(street.page.says("已经请居民看"), "{}", street.page.text());
        for seat in [&mut worker, &mut secretary] {
            knows_nothing(seat, &no, &told);
        }
        assert_eq!(world.findings(), []);
    }
}

//! How a service is found: who asks, who answers, what goes wrong, what is shown.

use crate::house::{Came, Town, town};
use crate::meeting::{day, pass, read, resident, sent, told};
use crate::photos::findings;
use crate::poll::{Rooms, after_erasures};
use lianxin_base::{ActId, AreaId, MINUTE};
use lianxin_council::survey::store::{State, counts, of_area};
use lianxin_council::survey::{Mark, NewAnswer, Question, answer};
use lianxin_journal::erase;

const NEW: &str = "/surveys/new";

/// What a form of the tests says: whose service, from, to, until.
async fn asks(town: &Town, who: &str, about: &str, days: [&str; 3]) -> Came {
    let pairs = [("about", about), ("from", days[0]), ("to", days[1]), ("day", days[2])];
    sent(town, who, NEW, NEW, &pairs).await
}

const MAY: [&str; 3] = ["2026-05-01", "2026-05-31", "2026-06-25"];

fn pair(town: &Town, org: &str) -> String {
    format!("{} {}", town.map.area("芙蓉里"), town.map.org(org))
}

/// The newest survey.
fn newest(town: &Town) -> lianxin_council::survey::store::Survey {
    let area = town.map.area("芙蓉里");
    read(town, move |r| of_area(r, area).expect("read").into_iter().next().expect("a survey"))
}

fn says(town: &Town, who: &str, survey: ActId, marks: [Option<Mark>; 4]) -> Result<(), &'static str> {
    let person = town.map.person(who);
    resident(town, who, move |tx, author, _| {
        answer(tx, author, &NewAnswer { survey, person, marks: marks.to_vec(), desk: None })
    })
}

const ALL: [Option<Mark>; 4] = [Some(Mark::Good), Some(Mark::Fair), Some(Mark::Good), Some(Mark::Poor)];

#[tokio::test]
async fn households_say_once_how_a_service_was_and_it_is_shown_when_it_has_closed() {
    let town = town().await;
    assert!(town.get("", "/surveys").await.says("还没有问过"), "nothing yet");
    let company = pair(&town, "红星物业");
    let form = town.get("吴敏", NEW).await;
    assert!(form.says("芙蓉里：红星物业") && !form.says("芙蓉里：芙蓉社区居委会") && form.red() == 1, "{}", form.text);
    let came = asks(&town, "吴敏", &company, MAY).await;
    assert_eq!(came.status, 303, "{}", came.text);
    let url = came.header("location").to_owned();
    assert_eq!(told(&town, "council.survey_asked"), 1, "whose service it is hears of it");
    let people = "SELECT COUNT(DISTINCT person) FROM outbox_message WHERE kind = 'council.survey_open'";
    let people = read(&town, move |r| r.row(people, &[], |row| row.int(0)).expect("read").expect("a count"));
    assert_eq!(told(&town, "council.survey_open"), people, "each who lives there once");
    for (who, hears) in [("姜敏", 1), ("冯德山", 1), ("冯雪", 0), ("任桂香", 0)] {
        assert_eq!(opened(&town, who), hears, "{who}: of the house, its telephone only, of another compound");
    }
    let page = town.get("", &url).await;
    for words in [
        "芙蓉里：红星物业的服务，5 月 1 日到 5 月 31 日",
        "芙蓉社区居委会问的",
        "不到 5 户",
        "登录后可以回答",
        "不说人",
    ] {
        assert!(page.says(words), "{words}: {}", page.text);
    }
    assert!(!page.has_form(&url) && town.get("", "/surveys").await.says(&url));
    assert!(town.english("", &url).await.says("never about people"));
    let id = newest(&town).id;
    for (who, marks, want) in [
        ("孙立", ALL, Ok(())),
        ("姜敏", ALL, Err("council.survey_already")), // of the same flat: nobody is asked twice
        ("孙立", ALL, Err("council.survey_already")),
        ("任桂香", ALL, Err("council.survey_not_here")),
        ("张玉兰", [Some(Mark::Good), None, Some(Mark::Good), Some(Mark::Good)], Err("council.survey_incomplete")),
        ("张玉兰", ALL, Ok(())),
        ("陈晓梅", ALL, Ok(())),
        ("白露", ALL, Ok(())),
    ] {
        assert_eq!(says(&town, who, id, marks), want, "{who}");
    }
    assert!(town.get("", &url).await.says("还不到 5 户"), "four");
    assert_eq!(says(&town, "杨帆", id, [Some(Mark::Poor); 4]), Ok(()));
    let open = town.get("", &url).await;
    assert!(open.says("已经有 5 户回答") && !open.says("<table"), "what was said waits: {}", open.text);
    let until = day("2026-06-25").at(20, 0);
    pass(&town, until.plus(-MINUTE));
    assert_eq!(newest(&town).state, State::Open);
    town.db.clock().set(until);
    assert_eq!(says(&town, "韩磊", id, ALL), Err("council.survey_over"), "whether it is counted or not");
    pass(&town, until);
    let closed = newest(&town);
    assert_eq!((closed.state, closed.homes), (State::Closed, Some(5)));
    let counts = read(&town, move |r| counts(r, id).expect("read"));
    let of = |q, m| counts.iter().find(|c| (c.0, c.1) == (q, m)).map(|c| c.2);
    assert_eq!((of(Question::Quick, Mark::Good), of(Question::Clear, Mark::Poor)), (Some(4), Some(5)), "{counts:?}");
    assert_eq!(told(&town, "council.survey_done"), 2, "who asked and whose service it is");
    let page = town.get("", &url).await;
    assert!(page.says("6 月 25 日收完，5 户回答") && page.says("叫了以后来得快不快"), "{}", page.text);
    let mut town = town;
    town.later(until.plus(MINUTE), &["吴敏", "马建军"]);
    in_the_figures(&town, &url).await;
    assert_eq!(findings(&town), []);
}

/// Of the list that leaves: compound, organisation, how many households answered, how many per cent of the marks were 满意.
fn taken_along(town: &Town) -> Vec<[String; 4]> {
    let (area, on) = (town.map.area("芙蓉里"), town.now().day());
    let bytes = read(town, move |r| {
        let areas = vec![lianxin_register::find::area(r, area).expect("read").expect("the compound")];
        lianxin_council::figures::LIST.write(r, &areas, on, "核对").expect("written").0
    });
    let book = lianxin_paper::read(&bytes).expect("a workbook");
    let rows = &book.sheets[0].rows;
    let first = rows.iter().position(|row| row.first().is_some_and(|cell| cell.say() == "小区")).expect("the heads");
    let rows = &rows[first..];
    let heads: Vec<String> = rows[0].iter().map(lianxin_paper::Cell::say).collect();
    let columns =
        ["小区", "单位", "问满意度答的户数", "满意 %"].map(|head| heads.iter().position(|h| h == head).expect(head));
    let cell = |row: &[lianxin_paper::Cell], n: usize| row.get(n).map(lianxin_paper::Cell::say).unwrap_or_default();
    rows[1..rows.len() - 1].iter().map(|row| columns.map(|n| cell(row, n))).filter(|row| !row[1].is_empty()).collect()
}

/// Eight of twenty marks were 满意: 40 %, of five households, and the survey stands behind it.
async fn in_the_figures(town: &Town, survey: &str) {
    let figures = town.get("吴敏", "/figures").await;
    assert!(figures.says("居民说一次办好") && figures.says("40%</a> <span class=\"sub\">5 户答的"), "{}", figures.text);
    let link = figures.text.split("href=\"").find(|l| l.contains("figure=satisfaction")).expect("a link");
    let link = link.split('"').next().expect("its address").replace("&#38;", "&");
    for who in ["吴敏", "马建军"] {
        let behind = town.get(who, &link).await;
        assert!(behind.says(survey) && behind.says("红星物业：满意度"), "{who}: {}", behind.text);
    }
    assert!(!town.get("吴敏", "/figures?to=2026-06-24").await.says("户答的"), "the day before it was not counted");
    assert_eq!(taken_along(town), [["芙蓉里", "红星物业", "5", "40"]], "the list that leaves says the same");
    assert!(town.english("吴敏", "/figures").await.says("5 households answered"));
}

#[tokio::test]
async fn of_four_households_nothing_is_shown() {
    let town = town().await;
    assert_eq!(asks(&town, "刘志强", &pair(&town, "红星物业"), MAY).await.status, 303, "the owners' committee asks");
    let id = newest(&town).id;
    for who in ["孙立", "张玉兰", "陈晓梅", "白露"] {
        assert_eq!(says(&town, who, id, ALL), Ok(()), "{who}");
    }
    pass(&town, day("2026-06-25").at(20, 0));
    let page = town.get("", &format!("/surveys/{id}")).await;
    assert!(page.says("答的不到 5 户，说了什么不公布") && !page.says("<table"), "{}", page.text);
    let (mut town, about) = (town, id);
    town.later(town.now().plus(MINUTE), &["吴敏"]);
    let (org, figures) = (town.map.org("红星物业"), town.get("吴敏", "/figures").await);
    assert!(figures.status == 200 && !figures.says("户答的"), "{about}: {}", figures.text);
    let behind = format!("/figures/matters?figure=satisfaction&org={org}");
    assert_eq!(town.get("吴敏", &behind).await.status, 404, "nor behind an address");
    assert!(taken_along(&town).is_empty(), "nor in the list that leaves");
    let body = "SELECT body FROM journal_act WHERE kind = 'council.survey_closed'";
    let body = read(&town, move |r| r.row(body, &[], |row| row.text(0)).expect("read").expect("an act"));
    assert!(!body.contains("counts"), "nor in the record: {body}");
    assert_eq!(findings(&town), []);
}

#[tokio::test]
async fn what_is_wrong_with_a_survey_is_said_at_its_question() {
    let town = town().await;
    let (company, own) = (pair(&town, "红星物业"), pair(&town, "芙蓉社区居委会"));
    let street = pair(&town, "芙蓉街道办事处");
    for (what, who, about, days, says) in [
        ("nobody", "吴敏", "", MAY, "还没选问哪家单位"),
        ("no such house", "吴敏", "x y", MAY, "还没选问哪家单位"),
        ("who decides and does not serve", "吴敏", street.as_str(), MAY, "请从名单里选"),
        ("their own", "吴敏", own.as_str(), MAY, "自己的服务请别家来问"),
        ("days to come", "吴敏", company.as_str(), ["2026-05-01", "2026-06-19", "2026-06-25"], "不超过今天"),
        ("backwards", "吴敏", company.as_str(), ["2026-05-31", "2026-05-01", "2026-06-25"], "从早到晚"),
        ("closes tomorrow", "吴敏", company.as_str(), ["2026-05-01", "2026-05-31", "2026-06-19"], "最早是 3 天以后"),
        ("no day", "吴敏", company.as_str(), ["2026-05-01", "2026-05-31", "31.6."], "日期"),
        ("another house", "何芳", company.as_str(), MAY, "由这儿的党组织"),
    ] {
        let came = asks(&town, who, about, days).await;
        assert!(came.status == 422 && came.says(says), "{what}: {} {}", came.status, came.text);
        assert!(came.says(days[0]) && came.red() == 1, "{what}: what was typed stays: {}", came.text);
    }
    assert_eq!(asks(&town, "吴敏", &company, MAY).await.status, 303);
    let beside = asks(&town, "吴敏", &pair(&town, "芙蓉社区党委"), MAY).await;
    assert!(beside.says("自己的服务请别家来问"), "the same people: {}", beside.text);
    let again = asks(&town, "刘志强", &company, ["2026-05-31", "2026-06-10", "2026-06-25"]).await;
    assert!(again.says("不重复问"), "nobody is asked twice: {}", again.text);
    assert_eq!(asks(&town, "刘志强", &company, ["2026-06-01", "2026-06-10", "2026-06-25"]).await.status, 303);
    // What the form offers is taken: whoever serves, and days nobody was asked about.
    let form = town.get("吴敏", NEW).await;
    assert!(form.says("演示区供热站") && !form.says("芙蓉里业委会") && !form.says("党委</option>"), "{}", form.text);
    assert!(form.says("value=\"2026-06-11\"") && form.says("value=\"2026-06-17\""), "{}", form.text);
    assert_eq!(asks(&town, "吴敏", &company, ["2026-06-11", "2026-06-18", "2026-06-28"]).await.status, 303);
    let form = town.get("吴敏", NEW).await;
    assert!(!form.says("芙蓉里：红星物业"), "asked about until today: {}", form.text);
    assert_ne!(town.get("高远", NEW).await.status, 200);
    assert_eq!(town.get("", "/surveys/none").await.status, 404);
    assert_eq!(findings(&town), []);
}

/// How often somebody heard that their household is asked.
fn opened(town: &Town, who: &str) -> i64 {
    let sql = "SELECT count(*) FROM outbox_message WHERE kind = 'council.survey_open' AND person = $1";
    let person = town.map.person(who);
    read(town, move |r| r.row(sql, lianxin_store::params![person], |row| row.int(0)).expect("read").expect("a count"))
}

/// What a worker writes down for somebody: how they were asked, and a mark for each question.
async fn writes(town: &Town, who: &str, url: &str, said: [&str; 6]) -> Came {
    let homes = format!("{url}/homes");
    let token = town.token(who).await;
    let names = ["name", "how", "quick", "work", "manner", "clear"];
    let mut pairs: Vec<(&str, &str)> = names.into_iter().zip(said).collect();
    pairs.extend([("token", token.as_str()), ("phone", "")]);
    town.post(who, &homes, &pairs).await
}

const SAID: [&str; 4] = ["good", "poor", "good", "fair"];

fn of(name: &'static str, how: &'static str) -> [&'static str; 6] {
    [name, how, SAID[0], SAID[1], SAID[2], SAID[3]]
}

#[tokio::test]
async fn a_worker_writes_down_who_has_no_phone_and_nobody_counts_twice() {
    let town = town().await;
    assert_eq!(asks(&town, "吴敏", &pair(&town, "红星物业"), MAY).await.status, 303);
    let id = newest(&town).id;
    let (url, homes) = (format!("/surveys/{id}"), format!("/surveys/{id}/homes"));
    assert!(town.get("吴敏", &url).await.says(&format!("href=\"{homes}\"")), "the way there");
    assert!(!town.get("马建军", &url).await.says(&homes) && !town.get("", &url).await.says(&homes), "not for others");
    let page = town.get("吴敏", &homes).await;
    for words in ["打电话问的", "上门问的", "来社区说的", "说话态度怎么样", "芙蓉里：红星物业的服务"]
    {
        assert!(page.says(words) && page.red() == 1, "{words}: {}", page.text);
    }
    assert!(town.english("吴敏", &homes).await.says("Write down households without a phone"));
    assert_eq!(says(&town, "孙立", id, ALL), Ok(()));
    for (what, said, why) in [
        ("nobody", of("", "visit"), "没有找到这一位"),
        ("no such", of("钱多多", "visit"), "没有找到这一位"),
        ("not how", of("冯德山", ""), "怎么问的"),
        ("one is missing", ["冯德山", "visit", "good", "", "good", "good"], "活儿干得怎么样"),
        ("elsewhere", of("任桂香", "visit"), "没有找到这一位"),
        ("they said it themselves", of("姜敏", "phone"), "这一户已经有回答了"),
    ] {
        let came = writes(&town, "吴敏", &url, said).await;
        assert!(came.status != 303 && came.says(why) && came.red() == 1, "{what}: {} {}", came.status, came.text);
        assert!(came.says(&format!("value=\"{}\"", said[0])) || said[0].is_empty(), "{what}: what was typed stays");
    }
    for (who, how) in [("冯德山", "visit"), ("郑长河", "phone"), ("张玉兰", "counter")] {
        let came = writes(&town, "吴敏", &url, of(who, how)).await;
        assert_eq!(
            (came.status, came.header("location")),
            (303, format!("{homes}?said=yes").as_str()),
            "{}",
            came.text
        );
    }
    assert!(town.get("吴敏", &format!("{homes}?said=yes")).await.says("这一户记下了"));
    let again = writes(&town, "吴敏", &url, of("郑文", "visit")).await;
    assert!(again.says("这一户已经有回答了"), "of the same flat: {}", again.text);
    // She says it for herself after all: hers counts, what was written down does not.
    assert_eq!(says(&town, "张玉兰", id, [Some(Mark::Fair); 4]), Ok(()));
    assert_eq!(says(&town, "张玉兰", id, ALL), Err("council.survey_already"));
    assert!(writes(&town, "吴敏", &url, of("张玉兰", "visit")).await.says("这一户已经有回答了"));
    assert_eq!(says(&town, "白露", id, ALL), Ok(()));
    let until = day("2026-06-25").at(20, 0);
    pass(&town, until);
    assert_eq!(newest(&town).homes, Some(5));
    let counts = read(&town, move |r| counts(r, id).expect("read"));
    let n = |q, m| counts.iter().find(|c| (c.0, c.1) == (q, m)).map(|c| c.2);
    assert_eq!((n(Question::Work, Mark::Poor), n(Question::Work, Mark::Fair)), (Some(2), Some(3)), "{counts:?}");
    let mut town = town;
    town.later(until.plus(MINUTE), &["吴敏"]);
    let over = town.get("吴敏", &homes).await;
    assert!(over.says("已经收了") && !over.has_form(&homes), "{}", over.text);
    assert!(writes(&town, "吴敏", &url, of("韩磊", "visit")).await.says("已经收了"));
    assert_eq!(findings(&town), []);
}

#[tokio::test]
async fn nobody_of_the_organisation_asked_about_writes_down_what_is_said_of_it() {
    let town = town().await;
    let community = pair(&town, "芙蓉社区居委会");
    assert_eq!(asks(&town, "刘志强", &community, MAY).await.status, 303, "the owners' committee asks");
    let id = newest(&town).id;
    let (url, homes) = (format!("/surveys/{id}"), format!("/surveys/{id}/homes"));
    // The party organisation of the same community is of the same house.
    for who in ["吴敏", "李秀英", "周国栋"] {
        assert!(!town.get(who, &url).await.says(&homes), "{who}");
        let page = town.get(who, &homes).await;
        assert!(page.status == 200 && page.says("请别家的人来记") && !page.has_form(&homes), "{who}: {}", page.text);
        let came = writes(&town, who, &url, of("冯德山", "visit")).await;
        assert!(came.status == 422 && came.says("请别家的人来记"), "{who}: {} {}", came.status, came.text);
    }
    for who in ["马建军", "刘志强"] {
        assert_ne!(town.get(who, &homes).await.status, 200, "{who} answers for nobody");
        assert_ne!(writes(&town, who, &url, of("冯德山", "visit")).await.status, 303, "{who}");
    }
    assert_eq!(town.get("吴敏", "/surveys/none/homes").await.status, 404);
    assert_eq!(findings(&town), []);
}

#[tokio::test]
async fn an_erased_answer_is_none_and_what_was_written_down_before_it_goes_too() {
    let town = town().await;
    assert_eq!(asks(&town, "吴敏", &pair(&town, "红星物业"), MAY).await.status, 303);
    let id = newest(&town).id;
    let url = format!("/surveys/{id}");
    assert_eq!(writes(&town, "吴敏", &url, of("张玉兰", "visit")).await.status, 303);
    for who in ["张玉兰", "孙立", "陈晓梅", "白露", "杨帆"] {
        assert_eq!(says(&town, who, id, ALL), Ok(()), "{who}");
    }
    let person = town.map.person("张玉兰");
    let hers = read(&town, move |r| {
        let sql = "SELECT act FROM council_survey_answer WHERE person = $1";
        r.rows(sql, lianxin_store::params![person], |row| row.id::<ActId>(0)).expect("read")
    });
    assert_eq!(hers.len(), 2, "what was written down, and what she said");
    town.act("吴敏", move |tx, _, author| {
        let texts: Vec<_> = hers.iter().map(|act| (*act, "voter".to_owned())).collect();
        Ok(erase::<Rooms>(tx, author.head(AreaId::from_bytes([0; 16])), &texts)?.expect("something was erased"))
    });
    let left = "SELECT COUNT(*) FROM council_survey_answer";
    assert_eq!(read(&town, move |r| r.row(left, &[], |row| row.int(0)).expect("read")), Some(4));
    pass(&town, day("2026-06-25").at(20, 0));
    assert_eq!(newest(&town).homes, None, "of the four that are left nothing is shown");
    assert_eq!(after_erasures(&town), [], "without the texts the same rows stand");
}

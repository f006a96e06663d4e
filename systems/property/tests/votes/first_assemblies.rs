//! 首次业主大会: applied for, answered, a group formed and posted, and its last steps stand on the election that is held here.

use crate::counting::verified;
use crate::house::{Came, Town, YARD, apart, day, town};
use lianxin_base::{ActId, OrgId};
use lianxin_property::first_assembly::{Applicant, Application, begin};
use lianxin_property::words::Author;

async fn begun(town: &Town) -> String {
    let came = applied(town, &[]).await;
    assert_eq!(came.status, 303, "{}", came.text);
    came.header("location").split('?').next().unwrap_or_default().to_owned()
}

/// An application, with some answers changed.
async fn applied(town: &Town, other: &[(&str, &str)]) -> Came {
    let area = town.map.area(YARD).to_string();
    let usual = [
        ("area", area.as_str()),
        ("day", "2026-06-01"),
        ("applicant", "owners"),
        ("signers", "12"),
        ("size", "3,000.00"),
        ("delivered", "1500.01"),
        ("words", "申请书，街道收件"),
    ];
    let all = usual.map(|(name, value)| other.iter().find(|(n, _)| *n == name).copied().unwrap_or((name, value)));
    town.send("吴敏", "/first-assemblies", &all).await
}

async fn step(town: &Town, url: &str, says: &[(&str, &str)]) -> Came {
    town.send("吴敏", &format!("{url}/step"), says).await
}

async fn done(town: &Town, url: &str, says: &[(&str, &str)]) {
    let came = step(town, url, &[&[("words", "见记录")][..], says].concat()).await;
    assert_eq!(came.status, 303, "{says:?}: {}", came.text);
}

const GROUP: [(&str, &str); 4] =
    [("body", "group"), ("head", "乔立新，街道"), ("owners", "袁秀兰\n丁海燕"), ("others", "")];

#[tokio::test]
async fn an_application_is_taken_in_where_more_than_half_is_handed_over() {
    let town = town().await;
    let empty = town.get("", "/first-assemblies").await;
    assert!(empty.says("现在没有小区在办") && empty.red() == 0, "{}", empty.text);
    assert!(town.get("", "/votes").await.says("/first-assemblies"));
    let form = town.get("吴敏", "/first-assemblies/new").await;
    assert!(form.red() == 1 && form.says("不在名单里：这个小区有业委会"), "{}", form.text);
    let (seated, free) = (town.map.area("芙蓉里"), town.map.area(YARD));
    assert!(!form.says(&format!("value=\"{seated}\"")) && form.says(&format!("value=\"{free}\"")), "{}", form.text);
    for (other, says) in [
        (("delivered", "1500"), "还没超过一半"),
        (("delivered", "1500.001"), "最多两位小数"),
        (("delivered", "3000.01"), "不能比全部的多"),
        (("size", "很大"), "最多两位小数"),
        (("signers", "0"), "多少位签了名"),
        (("signers", "十二"), "多少位签了名"),
        (("applicant", "developer"), "这一格空着"),
        (("day", "2026-06-19"), "不能在今天以后"),
    ] {
        let came = applied(&town, &[other]).await;
        assert!(came.status == 422 && came.says(says) && came.says("街道收件"), "{other:?}: {}", came.text);
    }
    let url = begun(&town).await;
    let twice = applied(&town, &[]).await;
    assert!(twice.status == 422 && twice.says("已经在办了"), "{}", twice.text);
    let page = town.get("", &url).await;
    for words in ["下一步：街道答复", "街道负责", "2026 年 7 月 31 日", "274号 9", "12 位业主联名", "1,500.01"]
    {
        assert!(page.says(words), "{words}: {}", page.text);
    }
    assert!(page.red() == 0 && town.get("吴敏", &url).await.red() == 1);
    assert!(town.english("", &url).await.says("Next: The street office answers"));
    for who in ["马建军", "佟玉珍", "刘志强"] {
        let came = town.get(who, &format!("{url}/step")).await;
        assert!([403, 404].contains(&came.status), "{who}: {}", came.status);
    }
    let there = applied(&town, &[("area", &town.map.area("芙蓉里").to_string())]).await;
    assert!(there.status == 422 && there.says("这个小区有业委会"), "{}", there.text);
}

#[tokio::test]
async fn a_group_is_odd_led_by_the_street_and_its_list_is_printed() {
    let mut town = town().await;
    let url = begun(&town).await;
    let early = step(&town, &url, &[("day", "2026-05-31"), ("words", "同意")]).await;
    assert!(early.status == 422 && early.says("太早了，最早 2026 年 6 月 1 日"), "{}", early.text);
    town.pass(day("2026-08-05").at(10, 0));
    assert!(town.get("", &url).await.says("过了最后一天"));
    let late = step(&town, &url, &[("day", "2026-08-03"), ("words", "同意")]).await;
    assert!(late.status == 422 && late.says("过了最后一天 2026 年 7 月 31 日（274号 9）"), "{}", late.text);
    done(&town, &url, &[("day", "2026-08-03"), ("late", "等小区移交清单")]).await;
    assert!(town.get("", &url).await.says("晚了，因为：等小区移交清单"));
    let late = [("day", "2026-08-04"), ("late", "等上一步")];
    let formed = |other: (&'static str, &'static str)| {
        let all = GROUP.map(|(name, value)| if name == other.0 { other } else { (name, value) });
        [&late[..], &all, &[("words", "公告")]].concat()
    };
    for (other, says) in [
        (("head", ""), "还没填"),
        (("others", "白音，社区"), "要是单数"),
        (("owners", "袁秀兰"), "3 到 31 人"),
        (("others", "一\n二\n三\n四"), "业主成员不到一半"),
    ] {
        let came = step(&town, &url, &formed(other)).await;
        assert!(came.status == 422 && (came.says(says) || other.1.is_empty()), "{other:?}: {}", came.text);
    }
    assert!(town.get("吴敏", &format!("{url}/group")).await.status == 409);
    done(&town, &url, &[&late[..], &GROUP].concat()).await;
    let page = town.get("", &url).await;
    assert!(page.says("首次业主大会筹备组，3 人，其中业主 2 人"), "{}", page.text);
    assert!(!page.says("袁秀兰"), "names hang in the compound, not here");
    let list = town.get("吴敏", &format!("{url}/group")).await;
    assert!(
        list.says("芙蓉街道办事处（盖章处）") && !list.says("居委会（盖章处）"),
        "the street seals it: {}",
        list.text
    );
    for words in ["袁秀兰", "丁海燕", "乔立新，街道", "组长由街道的人担任"] {
        assert!(list.says(words), "{words}: {}", list.text);
    }
    assert!([401, 303].contains(&town.get("", &format!("{url}/group")).await.status));
    let leaves = "SELECT count(*) FROM journal_act WHERE body LIKE '%袁秀兰%' OR body LIKE '%移交清单%'";
    assert_eq!(town.number(leaves), 0, "what was typed is in no leaf");
    // Noted wrongly: taken back with the reason, and only the last.
    let undo = format!("{url}/undo");
    let first = town.send("吴敏", &undo, &[("step", "answered"), ("reason", "记错了")]).await;
    assert!(first.status == 422 && first.says("记错了"), "{}", first.text);
    assert_eq!(town.send("吴敏", &undo, &[("step", "formed"), ("reason", "")]).await.status, 422);
    assert_eq!(town.send("吴敏", &undo, &[("step", "formed"), ("reason", "记错了")]).await.status, 303);
    assert!(town.get("", &url).await.says("下一步：成立筹备组"));
    assert_eq!(town.send("周国栋", &format!("{url}/off"), &[("why", "街道不同意")]).await.status, 303);
    assert!(town.get("", &url).await.says("不办了：街道不同意"));
    let after = step(&town, &url, &[&late[..], &GROUP, &[("words", "公告")]].concat()).await;
    assert!(after.status == 409 && after.says("已经停下来了"), "{} {}", after.status, after.text);
    begun(&town).await;
    verified(&town);
}

/// Everything until the papers can be cast: the way's address, and the election's.
async fn prepared(town: &mut Town) -> (String, String) {
    let url = begun(town).await;
    done(town, &url, &[("day", "2026-06-10")]).await;
    done(town, &url, &[&[("day", "2026-06-12")][..], &GROUP].concat()).await;
    for _ in 0..2 {
        done(town, &url, &[("day", "2026-06-18")]).await;
    }
    done(town, &url, &[("day", "2026-06-18"), ("came", "0"), ("answered", "0")]).await;
    let vote = crate::electing::called(town).await;
    done(town, &url, &[]).await;
    crate::electing::posted(town, &vote).await;
    done(town, &url, &[]).await;
    (url, vote)
}

async fn counted(town: &mut Town, vote: &str, papers: usize) {
    town.pass(crate::electing::opens());
    for no in crate::electing::doors(town).into_iter().take(papers) {
        let marks = ["yes", "yes", "yes", "yes", "yes", "no"];
        assert_eq!(crate::electing::paper(town, vote, no, &marks).await.status, 303);
    }
    town.pass(crate::electing::over());
    let came = town.send("吴敏", &format!("{vote}/count"), &[]).await;
    assert_eq!(came.status, 303, "{}", came.text);
}

#[tokio::test]
async fn it_goes_on_from_the_count_over_the_result_to_the_filing_within_thirty_days() {
    let mut town = town().await;
    let (url, vote) = prepared(&mut town).await;
    counted(&mut town, &vote, 15).await;
    let page = town.get("", &url).await;
    assert!(page.says("下一步：表决"), "{}", page.text);
    done(&town, &url, &[]).await;
    let early = step(&town, &url, &[("day", "2026-07-22"), ("words", "贴了")]).await;
    assert!(early.status == 422 && early.says("太早了，最早 2026 年 7 月 23 日"), "{}", early.text);
    town.pass(day("2026-07-25").at(10, 0));
    done(&town, &url, &[("day", "2026-07-24")]).await;
    let page = town.get("", &url).await;
    // Thirty days after 23 July is 22 August, a Saturday.
    assert!(page.says("下一步：备案") && page.says("2026 年 8 月 24 日"), "{}", page.text);
    let unfiled = step(&town, &url, &[("words", "交了")]).await;
    assert!(unfiled.status == 422 && unfiled.says("备案"), "{}", unfiled.text);
    let filed = [("day", "2026-07-25"), ("receipt", "备 2026-17")];
    assert_eq!(town.send("吴敏", &format!("{vote}/filing"), &filed).await.status, 303);
    done(&town, &url, &[]).await;
    let page = town.get("", &url).await;
    assert!(page.says("办完了") && page.red() == 0 && !page.says("下一步："), "{}", page.text);
    let over = step(&town, &url, &[("words", "再来")]).await;
    assert!([409, 422].contains(&over.status), "{}", over.status);
    assert_eq!(town.number("SELECT count(*) FROM outbox_message WHERE kind = 'property.first_late'"), 0);
    let open = "SELECT count(*) FROM work_timer WHERE kind = 'property.first_late' AND done_at IS NULL";
    assert_eq!(town.number(open), 0, "nobody is reminded of what is done");
    verified(&town);
}

#[tokio::test]
async fn a_filing_after_its_thirty_days_says_why_and_too_few_elected_is_no_committee() {
    let mut town = town().await;
    let (url, vote) = prepared(&mut town).await;
    counted(&mut town, &vote, 15).await;
    done(&town, &url, &[]).await;
    done(&town, &url, &[("day", "2026-07-23")]).await;
    town.pass(day("2026-08-25").at(10, 0));
    let told = "SELECT count(*) FROM outbox_message WHERE kind = 'property.filing_late'";
    assert_eq!(town.number(told), 1, "the convener hears the morning after");
    let filed = [("day", "2026-08-25"), ("receipt", "备 2026-31")];
    assert_eq!(town.send("吴敏", &format!("{vote}/filing"), &filed).await.status, 303);
    let late = step(&town, &url, &[("words", "交了")]).await;
    assert!(late.status == 422 && late.says("过了最后一天 2026 年 8 月 24 日"), "{}", late.text);
    done(&town, &url, &[("late", "窗口停电")]).await;
    assert!(town.get("", &url).await.says("晚了，因为：窗口停电"));
    verified(&town);
}

#[tokio::test]
async fn too_few_papers_elect_nobody_and_the_vote_is_not_noted_as_held() {
    let mut town = town().await;
    let (url, vote) = prepared(&mut town).await;
    counted(&mut town, &vote, 3).await;
    let few = step(&town, &url, &[("words", "投完了")]).await;
    assert!(few.status == 422 && few.says("选上的人不够"), "{}", few.text);
    verified(&town);
}

#[tokio::test]
async fn the_desk_hears_the_morning_after_each_last_day() {
    let mut town = town().await;
    let url = begun(&town).await;
    let told = "SELECT count(*) FROM outbox_message WHERE kind = 'property.first_late'";
    town.pass(day("2026-07-31").at(23, 0));
    assert_eq!(town.number(told), 0, "the last day is not over");
    town.pass(day("2026-08-01").at(9, 0));
    assert_eq!(town.number(told), 1);
    town.pass(day("2026-08-03").at(9, 0));
    assert_eq!(town.number(told), 1, "once a step");
    // Answered late: the group is due the same day, and that is over, too.
    done(&town, &url, &[("day", "2026-08-03"), ("late", "换了人")]).await;
    town.pass(day("2026-08-04").at(9, 0));
    assert_eq!(town.number(told), 2);
    let formed = [&[("day", "2026-08-04"), ("late", "换了人")][..], &GROUP].concat();
    done(&town, &url, &formed).await;
    // Taken back: the day that was over is over again; then given up, and nobody is reminded any more.
    let undo = [("step", "formed"), ("reason", "记错了")];
    assert_eq!(town.send("吴敏", &format!("{url}/undo"), &undo).await.status, 303);
    town.pass(day("2026-08-05").at(9, 0));
    assert_eq!(town.number(told), 3);
    done(&town, &url, &formed).await;
    assert_eq!(town.send("周国栋", &format!("{url}/off"), &[("why", "业主撤回了申请")]).await.status, 303);
    town.pass(day("2026-12-01").at(9, 0));
    assert_eq!(town.number(told), 3);
    verified(&town);
}

#[tokio::test]
async fn the_last_steps_stand_on_the_election_that_is_held_here() {
    let mut town = town().await;
    let url = begun(&town).await;
    done(&town, &url, &[("day", "2026-06-10")]).await;
    done(&town, &url, &[&[("day", "2026-06-12")][..], &GROUP].concat()).await;
    done(&town, &url, &[("day", "2026-06-13")]).await;
    done(&town, &url, &[("day", "2026-06-18")]).await;
    let waits = [("day", "2026-06-18"), ("came", "3"), ("answered", "2"), ("words", "登记本")];
    let came = step(&town, &url, &waits).await;
    assert!(came.status == 422 && came.says("还有意见没答复"), "{}", came.text);
    done(&town, &url, &[("day", "2026-06-18"), ("came", "3"), ("answered", "3")]).await;
    let form = town.get("吴敏", &format!("{url}/step")).await;
    assert!(form.says("还没有召集第一届业委会的选举") && form.says("2026 年 7 月 3 日"), "{}", form.text);
    let none = step(&town, &url, &[("words", "通知贴了")]).await;
    assert!(none.status == 422 && none.says("先去召集"), "{} {}", none.status, none.text);
    let vote = crate::electing::called(&town).await;
    done(&town, &url, &[]).await;
    let form = town.get("吴敏", &format!("{url}/step")).await;
    assert!(form.says("候选人名单还没公示"), "{}", form.text);
    crate::electing::posted(&mut town, &vote).await;
    done(&town, &url, &[]).await;
    let uncounted = step(&town, &url, &[("words", "投完了")]).await;
    assert!(uncounted.status == 422 && uncounted.says("还没截止、计票"), "{}", uncounted.text);
    let off = town.send("吴敏", &format!("{vote}/off"), &[("reason", "会场没定")]).await;
    assert_eq!(off.status, 303, "{}", off.text);
    let gone = step(&town, &url, &[("words", "投完了")]).await;
    assert!(gone.status == 422 && gone.says("那次会议没开成"), "{}", gone.text);
    verified(&town);
}

#[tokio::test]
async fn the_reminder_goes_to_the_desk_of_the_community_whoever_took_the_application_in() {
    let mut town = town().await;
    let (area, now) = (town.map.area(YARD), town.db.clock().now());
    let (by, scope) = town.map.author("高远");
    let author = Author { act: ActId::new(town.db.chance(), now), by, token: None, scope };
    let application =
        Application { day: now.day(), applicant: Applicant::Owners, signers: 12, size: 300_000, delivered: 150_001 };
    let run = move |tx: &mut lianxin_store::Tx<'_>| begin(tx, &author, area, (application, "街道收的申请书"));
    apart(|| town.db.act_wait(area, run)).expect("begun");
    town.pass(now.day().plus(70).at(9, 0));
    let told = town.read(|r| {
        let sql = "SELECT org, person FROM outbox_message WHERE kind = 'property.first_late'";
        r.rows(sql, &[], |row| Ok((row.opt_id::<OrgId>(0)?, row.opt_text(1)?))).expect("read")
    });
    assert_eq!(told, [(Some(town.map.org("芙蓉社区居委会")), None)], "not the street, and nobody by name");
    verified(&town);
}

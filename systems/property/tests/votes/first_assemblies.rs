//! 首次业主大会: applied for, answered, a group formed and posted, and its last steps stand on the election that is held here.

use crate::counting::verified;
use crate::house::{Came, Town, YARD, day, town};

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
    assert!(town.get("吴敏", "/first-assemblies/new").await.red() == 1);
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

//! A bulletin: laid before those it names, answered, hung.

use crate::house::{Town, town};
use crate::meeting::{pass, sent, told};
use crate::photos::findings;
use lianxin_base::{DAY, MINUTE};

/// Five jobs of the company in hand, and their bulletin laid before them; its address.
async fn laid(town: &Town) -> String {
    for _ in 0..5 {
        town.at_step("work", "红星物业");
    }
    let pairs = asked(town);
    let pairs: Vec<(&str, &str)> = pairs.iter().map(|(n, v)| (*n, v.as_str())).collect();
    let came = sent(town, "吴敏", "/path/week", "/path/bulletins", &pairs).await;
    assert_eq!(came.status, 303, "{}", came.text);
    came.header("location").to_owned()
}

fn asked(town: &Town) -> [(&'static str, String); 3] {
    [("area", town.map.area("芙蓉社区").to_string()), ("span", "7".to_owned()), ("on", town.now().day().to_string())]
}

fn public(url: &str) -> String {
    url.replace("/path", "")
}

#[tokio::test]
async fn it_is_laid_before_those_it_names_answered_and_hung_after_three_working_days() {
    let mut town = town().await;
    let url = laid(&town).await;
    assert_eq!(told(&town, "council.bulletin_laid"), 1);
    let (answer, hang) = (format!("{url}/answer"), format!("{url}/hang"));
    let page = town.get("吴敏", &url).await;
    // 端午 is the day after: Monday, Tuesday, Wednesday.
    for words in ["应办 5 件：按期 0 件，超期 0 件，在办 5 件", "到 6 月 24 日", "6 月 25 日 起才能公布"]
    {
        assert!(page.says(words), "{words}: {}", page.text);
    }
    assert_eq!((page.red(), page.has_form(&hang), town.get("", &public(&url)).await.status), (0, false, 404));
    assert!(town.get("", "/bulletins").await.says("还没有公布过通报"));
    let token = town.token("吴敏").await;
    let early = town.post("吴敏", &hang, &[("token", &token)]).await;
    assert!(early.status == 422 && early.says("6 月 25 日 起才能公布"), "{} {}", early.status, early.text);
    let empty = sent(&town, "马建军", &url, &answer, &[("words", " ")]).await;
    assert!(empty.status == 422 && empty.says("还没有写"), "{}", empty.text);
    let long = "长".repeat(201);
    let came = sent(&town, "马建军", &url, &answer, &[("words", &long)]).await;
    assert!(came.status == 422 && came.says(&long) && came.says("最多 200 个字"), "{}", came.text);
    for words in ["等厂家发货", "有 <两件> 在等厂家"] {
        assert_eq!(sent(&town, "马建军", &url, &answer, &[("words", words)]).await.status, 303);
    }
    let own = town.get("马建军", &url).await;
    assert!(own.says("红星物业说：有 &#60;两件&#62; 在等厂家") && !own.says("等厂家发货"), "{}", own.text);
    let last: lianxin_base::Day = "2026-06-24".parse().expect("a day");
    pass(&town, last.at(23, 59));
    town.later(last.at(23, 59), &["吴敏", "马建军"]);
    assert_eq!(sent(&town, "马建军", &url, &answer, &[("words", "两件在等厂家")]).await.status, 303, "the last minute");
    assert_eq!(told(&town, "council.bulletin_due"), 0);
    pass(&town, last.plus(1).at(9, 0).plus(MINUTE));
    assert_eq!(told(&town, "council.bulletin_due"), 1);
    town.later(town.now(), &["吴敏", "马建军"]);
    let late = town.post("马建军", &answer, &[("token", &town.token("马建军").await), ("words", "再说一句")]).await;
    assert!(late.status == 422 && late.says("回话的日子已经过了"), "{}: {}", late.status, late.text);
    let page = town.get("吴敏", &url).await;
    assert!(page.red() == 1 && page.says("可以公布了"), "{}", page.text);
    assert_eq!(town.post("马建军", &hang, &[("token", &town.token("马建军").await)]).await.status, 404);
    assert_eq!(sent(&town, "吴敏", &url, &hang, &[]).await.status, 303);
    let again = town.post("吴敏", &hang, &[("token", &town.token("吴敏").await)]).await;
    assert!(again.status == 422 && again.says("已经公布了"), "{}", again.text);
    assert_eq!(told(&town, "council.bulletin_hung"), 1);
    let open = town.get("", &public(&url)).await;
    for words in ["应办 5 件", "红星物业说：两件在等厂家", "不排名次", "6 月 25 日 芙蓉社区居委会公布"]
    {
        assert!(open.says(words), "{words}: {}", open.text);
    }
    assert!(town.get("", "/bulletins").await.says(&public(&url)) && town.get("", "/board").await.says("/bulletins"));
    assert!(town.english("", &public(&url)).await.says("without ranks"));
    assert_eq!(findings(&town), []);
}

#[tokio::test]
async fn of_fewer_than_five_there_is_no_bulletin_and_of_one_time_only_one() {
    let town = town().await;
    for _ in 0..4 {
        town.at_step("work", "红星物业");
    }
    assert!(!town.get("吴敏", "/path/week").await.says("请各单位先看</button>"));
    let token = town.token("吴敏").await;
    let pairs = asked(&town);
    let mut pairs: Vec<(&str, &str)> = pairs.iter().map(|(n, v)| (*n, v.as_str())).collect();
    pairs.push(("token", &token));
    let none = town.post("吴敏", "/path/bulletins", &pairs).await;
    assert!(none.status == 409 && none.says("没有一家应办满 5 件"), "{} {}", none.status, none.text);
    assert_eq!(town.post("马建军", "/path/bulletins", &pairs).await.status, 404, "who sees no figures");
    let elsewhere = town.map.area("御府苑").to_string();
    let there = [("area", elsewhere.as_str()), ("token", &token)];
    assert_eq!(town.post("吴敏", "/path/bulletins", &there).await.status, 404);
    assert_eq!(town.post("吴敏", "/path/bulletins", &[("area", "x"), ("token", &token)]).await.status, 404);
    laid(&town).await;
    let again = town.get("吴敏", "/path/week").await.hidden("/path/bulletins", "token");
    pairs.pop();
    pairs.push(("token", &again));
    let twice = town.post("吴敏", "/path/bulletins", &pairs).await;
    assert!(twice.status == 409 && twice.says("已经请各单位看过了"), "{} {}", twice.status, twice.text);
}

#[tokio::test]
async fn a_seat_sees_its_own_line_only_and_who_is_not_named_none() {
    let mut town = town().await;
    for _ in 0..5 {
        town.at_step("look", "");
    }
    for _ in 0..5 {
        town.at_step("work", "演示区城管大队");
    }
    let url = laid(&town).await;
    let (all, company, city) =
        (town.get("吴敏", &url).await, town.get("马建军", &url).await, town.get("何芳", &url).await);
    assert!(all.says("<h2>红星物业</h2>") && all.says("<h2>演示区城管大队</h2>"), "{}", all.text);
    assert!(company.says("<h2>红星物业</h2>") && !company.says("<h2>演示区城管大队</h2>"), "{}", company.text);
    assert!(!city.says("<h2>红星物业</h2>") && city.says("<h2>演示区城管大队</h2>"), "{}", city.text);
    assert!(town.get("何芳", "/path/bulletins").await.says(&url));
    // The owners' committee is not named; the street sees it all and hangs nobody else's.
    assert_eq!(town.get("刘志强", &url).await.status, 404);
    let none = town.post("刘志强", &format!("{url}/answer"), &[("token", &town.token("刘志强").await)]).await;
    assert_eq!(none.status, 404);
    let street = town.get("高远", &url).await;
    assert!(street.says("<h2>红星物业</h2>") && street.red() == 0, "{}", street.text);
    let token = town.token("高远").await;
    let not = town.post("高远", &format!("{url}/hang"), &[("token", &token)]).await;
    assert!(not.says("由他们公布"), "{} {}", not.status, not.text);
    let not = town.post("高远", &format!("{url}/answer"), &[("token", &token), ("words", "好")]).await;
    assert_eq!(not.status, 404, "{}", not.text);
    town.later(town.now().plus(10 * DAY), &["吴敏"]);
    assert_eq!(sent(&town, "吴敏", &url, &format!("{url}/hang"), &[]).await.status, 303);
    for path in ["/path/bulletins", url.as_str()] {
        assert_eq!(town.get("", path).await.status, 303);
    }
    assert_eq!(town.get("吴敏", "/path/bulletins/x").await.status, 404);
    assert_eq!(town.get("", "/bulletins/00000000-0000-0000-0000-000000000001").await.status, 404);
}

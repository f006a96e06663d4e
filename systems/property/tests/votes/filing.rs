//! 备案: the package, its last day, that it was filed; and until when a result can be attacked.

use crate::electing::{called, doors, opens, over, paper, posted};
use crate::house::{Town, closes, day, town};

async fn counted(town: &mut Town) -> String {
    let url = town.open().await;
    town.pass(closes());
    assert_eq!(town.send("吴敏", &format!("{url}/count"), &[]).await.status, 303);
    url
}

#[tokio::test]
async fn a_result_is_filed_with_a_package_and_a_receipt() {
    let mut town = town().await;
    let early = town.called().await;
    let none = town.get("吴敏", &format!("{early}/filing")).await;
    assert!(none.status == 409 && none.says("还没计票"), "{} {}", none.status, none.text);
    let url = counted(&mut town).await;
    let page = town.get("吴敏", &format!("{url}/filing")).await;
    assert!(page.status == 200 && page.red() == 1 && page.says("2027 年 7 月 13 日"), "{}", page.text);
    let package = town.get("吴敏", &format!("{url}/filing/print")).await;
    for words in [
        "铁东 12 号院 业主大会表决备案材料",
        "名册留底",
        "计票文件留底",
        "民法典 278 (5)",
        "□ 计票表（唱票、计票、监票签名）",
        "法释〔2009〕7号 12",
    ] {
        assert!(package.says(words), "{words}: {}", package.text);
    }
    for (date, receipt, says) in [
        ("2026-07-12", "松房备 12 号", "日期要在计票以后"),
        ("2026-07-14", "松房备 12 号", "日期要在计票以后"),
        ("2026-07-13", "", "还没填"),
    ] {
        let came = town.send("吴敏", &format!("{url}/filing"), &[("day", date), ("receipt", receipt)]).await;
        assert!(came.status == 422 && (came.says(says) || receipt.is_empty()), "{date}: {}", came.text);
    }
    let filed = [("day", "2026-07-13"), ("receipt", "松房备 12 号")];
    assert_eq!(town.send("吴敏", &format!("{url}/filing"), &filed).await.status, 303);
    let again = town.send("吴敏", &format!("{url}/filing"), &filed).await;
    assert!(again.status == 422 && again.says("已经记过备案了"), "{}", again.text);
    let public = town.get("", &url).await;
    assert!(public.says("2026 年 7 月 13 日备案了") && public.says("请法院撤销"), "{}", public.text);
    assert!(!public.says("松房备"), "what was typed is not public: {}", public.text);
    assert!(town.english("", &url).await.says("Who disagrees"));
    town.pass(day("2026-09-01").at(9, 0));
    assert_eq!(town.number(LATE), 0, "it is filed");
    for who in ["马建军", "刘志强"] {
        let came = town.get(who, &format!("{url}/filing")).await;
        assert!([403, 404].contains(&came.status), "{who}: {}", came.status);
    }
}

/// An election of five for which everybody came, counted on 23 July.
async fn elected(town: &mut Town) -> String {
    let url = called(town).await;
    posted(town, &url).await;
    town.pass(opens());
    for no in doors(town).into_iter().take(14) {
        assert_eq!(paper(town, &url, no, &["yes", "yes", "yes", "yes", "yes", "no"]).await.status, 303);
    }
    town.pass(over());
    assert_eq!(town.send("吴敏", &format!("{url}/count"), &[]).await.status, 303);
    url
}

const LATE: &str = "SELECT count(*) FROM outbox_message WHERE kind = 'property.filing_late'";

#[tokio::test]
async fn an_election_that_is_filed_late_is_said_to_the_convener_once() {
    let mut town = town().await;
    let url = elected(&mut town).await;
    let page = town.get("吴敏", &format!("{url}/filing")).await;
    assert!(page.says("物业管理条例 16") && page.says("2026 年 8 月 24 日"), "a Saturday moves it: {}", page.text);
    assert!(town.get("吴敏", &format!("{url}/filing/print")).await.says("2026 年 8 月 24 日"));
    town.pass(day("2026-08-24").at(18, 0));
    assert_eq!(town.number(LATE), 0, "its last day is not over");
    town.pass(day("2026-08-25").at(9, 0));
    assert_eq!(town.number(LATE), 1);
    assert!(town.get("吴敏", &format!("{url}/filing")).await.says("备案的期限过了"));
    town.pass(day("2026-09-25").at(9, 0));
    assert_eq!(town.number(LATE), 1);
}

#[tokio::test]
async fn where_nobody_was_elected_no_last_day_of_filing_is_said() {
    let mut town = town().await;
    let url = counted(&mut town).await;
    town.pass(day("2026-09-13").at(9, 0));
    let page = town.get("吴敏", &format!("{url}/filing")).await;
    assert!(page.status == 200 && page.says("没有选出业主委员会") && page.red() == 1, "{}", page.text);
    assert!(!page.says("最晚哪天备案") && !page.says("备案的期限过了"), "{}", page.text);
    assert!(!town.get("吴敏", &format!("{url}/filing/print")).await.says("最晚哪天备案"));
    assert_eq!(town.number(LATE), 0);
    assert!(town.english("吴敏", &format!("{url}/filing")).await.says("No owners’ committee was elected"));
}

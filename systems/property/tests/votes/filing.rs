//! 备案: the package, its last day, that it was filed; and until when a result can be attacked.

use crate::house::{Town, closes, day, town};

async fn counted(town: &mut Town) -> String {
    let url = town.open().await;
    town.pass(closes());
    assert_eq!(town.send("吴敏", &format!("{url}/count"), &[]).await.status, 303);
    url
}

#[tokio::test]
async fn a_result_is_filed_within_thirty_days_with_a_package_and_a_receipt() {
    let mut town = town().await;
    let early = town.called().await;
    let none = town.get("吴敏", &format!("{early}/filing")).await;
    assert!(none.status == 409 && none.says("还没计票"), "{} {}", none.status, none.text);
    let url = counted(&mut town).await;
    let page = town.get("吴敏", &format!("{url}/filing")).await;
    assert!(page.status == 200 && page.red() == 1 && page.says("物业管理条例 16"), "{}", page.text);
    assert!(page.says("2026 年 8 月 12 日") && page.says("2027 年 7 月 13 日"), "{}", page.text);
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
    let late = "SELECT count(*) FROM outbox_message WHERE kind = 'property.filing_late'";
    assert_eq!(town.number(late), 0, "it is filed");
    for who in ["马建军", "刘志强"] {
        let came = town.get(who, &format!("{url}/filing")).await;
        assert!([403, 404].contains(&came.status), "{who}: {}", came.status);
    }
}

#[tokio::test]
async fn a_filing_that_is_late_is_said_to_the_convener_once() {
    let mut town = town().await;
    let url = counted(&mut town).await;
    let late = "SELECT count(*) FROM outbox_message WHERE kind = 'property.filing_late'";
    town.pass(day("2026-08-12").at(18, 0));
    assert_eq!(town.number(late), 0, "its last day is not over");
    town.pass(day("2026-08-13").at(9, 0));
    assert_eq!(town.number(late), 1);
    assert!(town.get("吴敏", &format!("{url}/filing")).await.says("备案的期限过了"));
    town.pass(day("2026-09-13").at(9, 0));
    assert_eq!(town.number(late), 1);
}

use crate::house::{day, findings, sheet, town, with};

#[tokio::test]
async fn the_calendar_says_what_must_hang_when_and_reminds() {
    let mut town = town().await;
    let area = town.map.area("芙蓉社区").to_string();
    assert!(town.get("吴敏", "/posting/due").await.says("还没定"));
    let bad = town.plain("吴敏", "/posting/due", &[("area", &area), ("body", "x"), ("busy", "no")]).await;
    assert!(bad.status == 422 && bad.says("请选居委会还是村委会"), "{}", bad.text);
    let came = town.plain("吴敏", "/posting/due", &[("area", &area), ("body", "residents"), ("busy", "no")]).await;
    assert_eq!(came.status, 303, "{}", came.text);
    let page = town.get("吴敏", "/posting/due").await;
    for words in
        ["居务公开", "每 3 个月一回", "村民委员会组织法 30", "还没公示过", "2026 年 9 月 18 日", "请按本地规定核对"]
    {
        assert!(page.says(words), "{words}: {}", page.text);
    }
    assert!(!page.says("村务公开"), "the other body's");
    let pairs = with(with(with(sheet(&area), "ground", "affairs"), "section", "affairs"), "title", "二季度居务公开");
    assert_eq!(town.send("吴敏", "/posting", &pairs, &[]).await.status, 303);
    assert!(town.get("吴敏", "/posting/due").await.says("2026 年 6 月 18 日"));
    town.pass(day("2026-07-01").at(10, 0));
    let told = "SELECT count(*) FROM outbox_message WHERE kind = 'notice_board.overdue'";
    assert_eq!(town.number(told), 0, "nothing is overdue yet");
    for month in ["2026-08-01", "2026-09-01", "2026-10-01"] {
        town.pass(day(month).at(10, 0));
    }
    assert_eq!(town.number(told), 1, "in October");
    assert!(town.get("吴敏", "/posting/due").await.says("过了"));
    assert_eq!(town.get("马建军", "/posting/due").await.status, 404);
    assert_eq!(findings(&town.db), Vec::<String>::new());
}

#[tokio::test]
async fn the_week_writes_itself_and_is_posted_like_any_notice() {
    let town = town().await;
    let area = town.map.area("芙蓉里").to_string();
    let form = town.get("吴敏", &format!("/posting/new?sheet=week&area={area}")).await;
    for words in [
        "芙蓉里一周：6 月 8 日到6 月 14 日",
        "提了 7 件事，办完 4 件，还在办 9 件",
        "超期的有 2 件",
        "楼道灯",
        "议事会纪要",
    ] {
        assert!(form.says(words), "{words}: {}", form.text);
    }
    let pairs = with(with(with(sheet(&area), "sheet", "week"), "ground", "general"), "section", "affairs");
    let came = town.send("吴敏", "/posting", &pairs, &[]).await;
    assert_eq!(came.status, 303, "{}", came.text);
}

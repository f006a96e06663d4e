use crate::house::{day, findings, jpeg, town};

#[tokio::test]
async fn the_wall_is_photographed_at_the_start_and_at_the_end() {
    let mut town = town().await;
    let (id, photo) = (town.posted().await, jpeg());
    let (path, page) = (format!("/posting/{id}/proof"), format!("/posting/{id}"));
    let none = town.send("吴敏", &path, &[("day", "2026-06-18"), ("end", ""), ("nobody", "yes")], &[]).await;
    assert!(none.status == 422 && none.says("请附上照片"), "{}", none.text);
    let who = town.send("吴敏", &path, &[("day", "2026-06-18"), ("end", "")], &[&photo]).await;
    assert!(who.status == 422 && who.says("认不出人，再交") && who.says("name=\"kept\""), "{}", who.text);
    let early = town.send("吴敏", &path, &[("day", "2026-06-20"), ("end", ""), ("nobody", "yes")], &[&photo]).await;
    assert!(early.status == 422 && early.says("日子还没到"), "{}", early.text);
    let end = town.send("吴敏", &path, &[("day", "2026-06-18"), ("end", "1"), ("nobody", "yes")], &[&photo]).await;
    assert!(end.status == 422 && end.says("最后一天拍"), "{}", end.text);
    let came = town.send("吴敏", &path, &[("day", "2026-06-18"), ("end", ""), ("nobody", "yes")], &[&photo]).await;
    assert_eq!(came.status, 303, "{}", came.text);
    let again = town.send("吴敏", &path, &[("day", "2026-06-18"), ("end", ""), ("nobody", "yes")], &[&photo]).await;
    assert!(again.status == 409 || again.says("已经有了"), "{} {}", again.status, again.text);
    let open = town.get("", &format!("/notice/{id}")).await;
    assert!(open.says("墙上公示栏，2026 年 6 月 18 日 贴出来时拍的"), "{}", open.text);
    assert_eq!(town.number("SELECT count(*) FROM outbox_message WHERE kind = 'notice_board.first_day'"), 0);
    town.pass(day("2026-07-03").at(16, 0));
    assert_eq!(
        town.number("SELECT count(*) FROM outbox_message WHERE kind = 'notice_board.first_day'"),
        0,
        "it was there"
    );
    assert_eq!(town.number("SELECT count(*) FROM outbox_message WHERE kind = 'notice_board.last_day'"), 1);
    assert!(town.get("吴敏", &page).await.says("期满的照片"));
    town.pass(day("2026-07-05").at(9, 0));
    assert!(town.get("吴敏", "/posting").await.says("缺照片"), "it lacks its end");
    assert!(town.get("", &format!("/notice/{id}")).await.says("墙上的照片还没留齐"));
    let came = town.send("吴敏", &path, &[("day", "2026-07-04"), ("end", "1"), ("nobody", "yes")], &[&photo]).await;
    assert_eq!(came.status, 303, "{}", came.text);
    assert!(!town.get("吴敏", "/posting").await.says("缺照片"));
    assert_eq!(town.get("刘志强", &page).await.status, 200, "the committee looks after its compound, too");
    assert_eq!(findings(&town.db), Vec::<String>::new());
}

#[tokio::test]
async fn who_forgets_is_reminded_once() {
    let mut town = town().await;
    town.posted().await;
    for _ in 0..2 {
        town.pass(day("2026-06-19").at(10, 0));
    }
    assert_eq!(town.number("SELECT count(*) FROM outbox_message WHERE kind = 'notice_board.first_day'"), 1);
}

#[tokio::test]
async fn a_committee_touches_its_own_sheets_only() {
    let mut town = town().await;
    let id = town.posted().await;
    town.pass(day("2026-07-10").at(10, 0));
    let down = format!("/posting/{id}/down");
    let came = town.plain("刘志强", &down, &[("reason", "不想要了")]).await;
    assert_eq!(came.status, 422, "{}", came.text);
    assert!(came.says("这张是别的单位贴的") && came.says("不想要了"), "{}", came.text);
    assert!(town.get("", &format!("/notice/{id}")).await.says("公示期满"), "it is still there");
    let came = town.plain("吴敏", &down, &[("reason", "换新的")]).await;
    assert_eq!(came.status, 303, "{}", came.text);
}

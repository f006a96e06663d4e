use crate::house::{Came, day, findings, jpeg, sheet, town, with};

fn refused(came: &Came, words: &str) {
    assert!(matches!(came.status, 409 | 422), "{} {words}: {}", came.status, came.text);
    assert!(came.says(words), "{words}: {}", came.text);
}

#[tokio::test]
async fn a_sheet_hangs_for_its_period_and_everybody_reads_it() {
    let mut town = town().await;
    let empty = town.get("", "/notice-board/%E8%8A%99%E8%93%89%E9%87%8C?section=finance").await;
    assert!(empty.status == 200 && empty.says("这一栏还没贴过"), "{}", empty.text);
    let id = town.posted().await;
    let page = town.get("", &format!("/notice/{id}")).await;
    for words in ["召开业主大会的通知", "公示中", "2026 年 7 月 3 日", "物业管理条例 14", "0480-8000003", "长图"]
    {
        assert!(page.says(words), "{words}: {}", page.text);
    }
    let board = town.get("", "/notice-board/%E8%8A%99%E8%93%89%E9%87%8C").await;
    assert!(board.says("召开业主大会的通知") && board.says("芙蓉里议事会纪要"), "{}", board.text);
    let other = town.get("", "/notice-board/%E5%92%8C%E5%B9%B3%E9%87%8C").await;
    assert!(other.status == 200 && !other.says("召开业主大会的通知"), "another place's board");
    let feed = town.get("", "/notice-board/%E8%8A%99%E8%93%89%E9%87%8C/feed").await;
    assert!(feed.says("<title>召开业主大会的通知</title>") && feed.header("content-type").contains("atom"));
    assert!(town.english("", &format!("/notice/{id}")).await.says("its period runs until 3 Jul 2026"));
    town.pass(day("2026-07-04").at(10, 0));
    assert!(town.get("", &format!("/notice/{id}")).await.says("公示期满"));
    let year = town.get("", "/notice-board/%E8%8A%99%E8%93%89%E9%87%8C?year=2025").await;
    assert!(!year.says("召开业主大会的通知"), "{}", year.text);
    assert_eq!(findings(&town.db), Vec::<String>::new());
}

#[tokio::test]
async fn what_is_wrong_is_said_beside_the_question_and_nothing_typed_is_lost() {
    let town = town().await;
    let area = town.map.area("芙蓉里").to_string();
    let long = "长".repeat(61);
    for (name, value, words) in [
        ("title", "", "这一项要填"),
        ("title", &long, "60"),
        ("section", "gossip", "公示栏没有这一栏"),
        ("section", "honour", "公示栏没有这一栏"),
        ("ground", "rumour", "请选贴的是什么"),
        ("from", "2026-06-17", "最早从今天贴起"),
        ("to", "2026-06-10", "结束的日子早于开始的日子"),
        ("to", "2026-07-02", "至少公示 15 天（物业管理条例 14），最早到 2026 年 7 月 3 日"),
        ("to", "2028-06-18", "最多贴 400 天"),
        ("words", "找 11010519491231002X", "身份证号"),
        ("area", "", "请从"),
    ] {
        let came = town.send("吴敏", "/posting", &with(sheet(&area), name, value), &[]).await;
        assert_eq!(came.status, 422, "{name} {value}: {}", came.text);
        assert!(name == "area" || came.says(words), "{name} {value}: {}", came.text);
        assert!(name == "contact" || came.says("业委会值班 0480-8000003"), "what was typed is still there");
    }
    assert_eq!(town.number("SELECT count(*) FROM notice_board_notice"), 0);
    let elsewhere = town.map.area("御府苑").to_string();
    let came = town.send("吴敏", "/posting", &sheet(&elsewhere), &[]).await;
    assert!(matches!(came.status, 403 | 404), "{}", came.status);
}

#[tokio::test]
async fn a_photo_needs_consent_a_line_a_caption_and_who_took_it() {
    let town = town().await;
    let (area, photo) = (town.map.area("芙蓉里").to_string(), jpeg());
    let good: Vec<(&str, &str)> = vec![
        ("area", &area),
        ("sheet", "news"),
        ("ground", "general"),
        ("section", "events"),
        ("from", "2026-06-18"),
        ("to", ""),
        ("title", "清院子"),
        ("words", "周六上午清了院子。"),
        ("alt", "院子里几个垃圾桶"),
        ("caption", "清院子"),
        ("credit", "吴敏"),
        ("faces", "agreed"),
        ("consent", "6 月 17 日当面问的"),
        ("children", "no"),
        ("needy", "no"),
    ];
    for (name, value, words) in [
        ("faces", "not_asked", "露脸的人没问过"),
        ("faces", "", "露脸的人没问过"),
        ("consent", "", "什么时候、怎么问的"),
        ("children", "yes", "有孩子的照片不贴"),
        ("needy", "yes", "不贴受帮助的人的照片"),
        ("alt", "", "每张照片都要写一行"),
        ("caption", "", "照片要有说明"),
        ("credit", "", "照片是谁拍的"),
    ] {
        let came = town.send("吴敏", "/posting", &with(good.clone(), name, value), &[&photo]).await;
        refused(&came, words);
        assert!(came.says("name=\"kept\""), "the photo is kept: {name}");
    }
    refused(&town.send("吴敏", "/posting", &good, &[]).await, "请附上照片");
    let came = town.send("吴敏", "/posting", &good, &[&photo]).await;
    assert_eq!(came.status, 303, "{}", came.text);
    let id = came.header("location").trim_start_matches("/posting/").split('?').next().unwrap_or_default().to_owned();
    let page = town.get("", &format!("/notice/{id}")).await;
    assert!(page.says("alt=\"院子里几个垃圾桶\"") && page.says("清院子（吴敏 摄）"), "{}", page.text);
    assert!(!page.says("当面问的"), "how they agreed is not published");
    let shot = town.get("", &format!("/notice/{id}/photo/1/small")).await;
    assert_eq!((shot.status, shot.header("content-type")), (200, "image/jpeg"));
    // Somebody takes their yes back: with no period of its own it goes at once, photo and words.
    let came = town.plain("吴敏", &format!("/posting/{id}/down"), &[("reason", "照片里的人不愿意了")]).await;
    assert_eq!(came.status, 303, "{}", came.text);
    let page = town.get("", &format!("/notice/{id}")).await;
    assert!(page.says("不愿意了") && !page.says("周六上午清了院子") && !page.says("/photo/1/"), "{}", page.text);
    assert_eq!(town.get("", &format!("/notice/{id}/photo/1/small")).await.status, 404);
    assert_eq!(town.get("", &format!("/notice/{id}/print")).await.status, 404);
}

#[tokio::test]
async fn what_hangs_is_not_changed_nor_taken_down_but_corrected() {
    let mut town = town().await;
    let (id, area) = (town.posted().await, town.map.area("芙蓉里").to_string());
    assert!(town.get("吴敏", &format!("/posting/{id}/edit")).await.says("不能再改字"));
    let came = town.plain("吴敏", &format!("/posting/{id}/edit"), &sheet(&area)).await;
    refused(&came, "不能再改字");
    let came = town.plain("吴敏", &format!("/posting/{id}/down"), &[("reason", "写错了")]).await;
    refused(&came, "公示期到 2026 年 7 月 3 日");
    let short = with(with(with(sheet(&area), "ground", "general"), "section", "affairs"), "to", "2026-06-20");
    refused(&town.send("吴敏", &format!("/posting/{id}/correct"), &short, &[]).await, "最早到 2026 年 7 月");
    let right = with(with(sheet(&area), "title", "更正：召开业主大会的通知"), "words", "改在 7 月 21 日。");
    let came = town.send("吴敏", &format!("/posting/{id}/correct"), &right, &[]).await;
    assert_eq!(came.status, 303, "{}", came.text);
    let new = came.header("location").trim_start_matches("/posting/").split('?').next().unwrap_or_default().to_owned();
    let (old_page, new_page) =
        (town.get("", &format!("/notice/{id}")).await, town.get("", &format!("/notice/{new}")).await);
    assert!(old_page.says("已更正") && old_page.says(&format!("/notice/{new}")), "{}", old_page.text);
    assert!(new_page.says(&format!("/notice/{id}")) && new_page.says("改在 7 月 21 日"), "{}", new_page.text);
    refused(&town.send("吴敏", &format!("/posting/{id}/correct"), &right, &[]).await, "已经有更正了");
    town.pass(day("2026-07-06").at(10, 0));
    refused(&town.plain("吴敏", &format!("/posting/{id}/down"), &[("reason", "")]).await, "为什么撤下");
    let card = [("reason", "11010519491231002X 找上门来")];
    refused(&town.plain("吴敏", &format!("/posting/{id}/down"), &card).await, "身份证");
    let came = town.plain("吴敏", &format!("/posting/{id}/down"), &[("reason", "会开过了")]).await;
    assert_eq!(came.status, 303, "{}", came.text);
    assert!(!town.get("", "/notice-board/%E8%8A%99%E8%93%89%E9%87%8C").await.says("<b>召开业主大会的通知"));
    refused(&town.plain("吴敏", &format!("/posting/{id}/down"), &[("reason", "再撤")]).await, "已经撤下了");
    assert_eq!(findings(&town.db), Vec::<String>::new());
}

#[tokio::test]
async fn before_its_first_day_it_is_changed_and_nobody_else_sees_it() {
    let mut town = town().await;
    let area = town.map.area("芙蓉里").to_string();
    let came = town.send("吴敏", "/posting", &with(sheet(&area), "from", "2026-06-22"), &[]).await;
    let id = came.header("location").trim_start_matches("/posting/").split('?').next().unwrap_or_default().to_owned();
    assert_eq!(town.get("", &format!("/notice/{id}")).await.status, 404);
    assert!(town.get("吴敏", &format!("/notice/{id}")).await.says("将贴"));
    assert!(!town.get("", "/notice-board/%E8%8A%99%E8%93%89%E9%87%8C").await.says("召开业主大会的通知"));
    refused(&town.send("吴敏", &format!("/posting/{id}/correct"), &sheet(&area), &[]).await, "要改直接改就行");
    let changed = with(with(sheet(&area), "from", "2026-06-23"), "title", "换了标题");
    let came = town.plain("吴敏", &format!("/posting/{id}/edit"), &changed).await;
    assert_eq!(came.status, 303, "{}", came.text);
    town.pass(day("2026-06-23").at(12, 0));
    let page = town.get("", &format!("/notice/{id}")).await;
    assert!(page.says("换了标题") && page.says("公示中") && page.says("2026 年 7 月 8 日"), "{}", page.text);
    assert_eq!(findings(&town.db), Vec::<String>::new());
}

#[tokio::test]
async fn a_long_board_goes_on_page_by_page() {
    let town = town().await;
    let area = town.map.area("和平里").to_string();
    for n in 0..23 {
        let title = format!("通知 {n:02}");
        let pairs = with(with(with(sheet(&area), "title", &title), "ground", "general"), "section", "affairs");
        assert_eq!(town.send("吴敏", "/posting", &pairs, &[]).await.status, 303);
    }
    let first = town.get("", "/notice-board/%E5%92%8C%E5%B9%B3%E9%87%8C").await;
    let next = first.text.split("href=\"").find(|s| s.contains("after=")).and_then(|s| s.split('"').next());
    let next = next.expect("older ones").replace("&amp;", "&").replace("&#38;", "&");
    let second = town.get("", &next).await;
    let all: usize =
        (0..23).filter(|n| first.says(&format!("通知 {n:02}")) ^ second.says(&format!("通知 {n:02}"))).count();
    assert_eq!(all, 23, "each stands on one of the two pages");
    assert!(town.get("", "/notice-board/%E5%92%8C%E5%B9%B3%E9%87%8C?after=x.y&section=zzz&year=q").await.status == 200);
    assert_eq!(town.get("", "/notice-board/nowhere").await.status, 404);
}

#[tokio::test]
async fn a_series_counts_its_parts_and_a_correction_keeps_the_number() {
    let mut town = town().await;
    let (area, other) = (town.map.area("芙蓉里").to_string(), town.map.area("和平里").to_string());
    let post = |area: &str, goes: &str, name: &str| {
        let goes = [("goes", goes.to_owned()), ("series", name.to_owned()), ("area", area.to_owned())];
        let all = sheet("").into_iter().filter(|(n, _)| *n != "area").map(|(n, v)| (n, v.to_owned()));
        all.chain(goes).collect::<Vec<_>>()
    };
    let first = town.posts(&post(&area, "new", "五化协同")).await;
    let page = town.get("", &format!("/notice/{first}")).await;
    assert!(page.says("五化协同 第 1 篇") && !page.says("第 2 篇"), "{}", page.text);
    let form = town.get("吴敏", "/posting/new").await;
    assert!(form.says("居务公开") && !form.says("村务公开"), "no village is looked after here: {}", form.text);
    assert!(
        form.says(&format!("value=\"{first}\"")) && form.says("接着 芙蓉里“五化协同”（已有 1 篇）"),
        "{}",
        form.text
    );
    let second = town.posts(&post(&area, &first, "")).await;
    let page = town.get("", &format!("/notice/{second}")).await;
    assert!(page.says("五化协同 第 2 篇") && page.says(&format!("<a class=\"sec\" href=\"/notice/{first}\">第 1 篇")));
    for form in ["print", "print?paper=text"] {
        let came = town.get("", &format!("/notice/{second}/{form}")).await;
        assert!(came.says("五化协同 第 2 篇"), "{form}: {}", came.text);
    }
    assert!(town.english("", &format!("/notice/{first}")).await.says("五化协同, no. 1"));
    // What is wrong is said, and nothing is begun.
    let said = town.send("吴敏", "/posting", &as_str(&post(&area, "new", "")), &[]).await;
    refused(&said, "新开连载，请写它叫什么");
    let said = town.send("吴敏", "/posting", &as_str(&post(&other, &first, "")), &[]).await;
    refused(&said, "没有这个连载");
    assert_eq!(town.number("SELECT count(*) FROM notice_board_part"), 2);
    // A correction is the same part, and the one it corrects is passed over.
    let right = with(with(sheet(&area), "title", "更正"), "area", &area);
    let came = town.send("吴敏", &format!("/posting/{first}/correct"), &right, &[]).await;
    assert_eq!(came.status, 303, "{}", came.text);
    let new = came.header("location").trim_start_matches("/posting/").split('?').next().unwrap_or_default().to_owned();
    assert!(town.get("", &format!("/notice/{new}")).await.says("五化协同 第 1 篇"));
    let page = town.get("", &format!("/notice/{second}")).await;
    assert!(page.says(&format!("href=\"/notice/{new}\">第 1 篇")), "{}", page.text);
    town.pass(day("2026-06-20").at(9, 0));
    assert_eq!(findings(&town.db), Vec::<String>::new());
}

fn as_str<'a>(pairs: &'a [(&'a str, String)]) -> Vec<(&'a str, &'a str)> {
    pairs.iter().map(|(name, value)| (*name, value.as_str())).collect()
}

#[tokio::test]
async fn a_company_posts_what_it_owes_the_owners_and_touches_nothing_else() {
    let town = town().await;
    let area = town.map.area("芙蓉里").to_string();
    let others = town.posted().await;
    let report = |section: &'static str| {
        let all = with(with(sheet(&area), "ground", "service"), "section", section);
        with(with(all, "title", "第二季度物业服务报告"), "to", "")
    };
    let came = town.send("马建军", "/posting", &report("property"), &[]).await;
    assert_eq!(came.status, 303, "{}", came.text);
    let own = came.header("location").split('?').next().unwrap_or_default().to_owned();
    let page = town.get("", &own.replace("/posting/", "/notice/")).await;
    assert!(page.says("第二季度物业服务报告") && page.says("物业"), "{}", page.text);
    let general = with(report("affairs"), "ground", "general");
    refused(&town.send("马建军", "/posting", &general, &[]).await, "物业公司只在“物业”这一栏贴");
    let proof = [("stage", "start"), ("day", "2026-06-18"), ("faces", "nobody")];
    let came = town.send("马建军", &format!("/posting/{others}/proof"), &proof, &[&jpeg()]).await;
    refused(&came, "别的单位贴的");
    let came = town.send("马建军", &format!("/posting/{others}/correct"), &report("property"), &[]).await;
    refused(&came, "别的单位贴的");
    for at in ["/posting/due", "/posting/title"] {
        assert_eq!(town.get("马建军", at).await.status, 404, "{at}: the board is not the company's");
    }
    let elsewhere = town.map.area("御府苑").to_string();
    let came = town.send("马建军", "/posting", &with(report("property"), "area", &elsewhere), &[]).await;
    assert!(matches!(came.status, 403 | 404), "{}", came.status);
}

//! Several at once: looked at, handed to one party, made one; each under its own rules, and sent twice done once.

use crate::house::{Came, FURONGLI, Told, Town, at, town};
use lianxin_council::rules::{Publicity, See};

fn typed(text: &str) -> String {
    text.bytes().map(|b| format!("%{b:02X}")).collect()
}

/// The page that reads what is ticked once more.
async fn tick(town: &Town, who: &str, deed: &str, nos: &[&str]) -> Came {
    let nos: String = nos.iter().map(|no| format!("&no={}", typed(no))).collect();
    town.get(who, &format!("/desk/bulk?do={deed}&list=stage%3Dcollect{nos}")).await
}

/// What the page hides in its form, as a browser sends it back.
fn hidden(page: &Came) -> Vec<(String, String)> {
    let of = |part: &str, name: &str| part.split(&format!("{name}=\"")).nth(1)?.split('"').next().map(str::to_owned);
    let inputs = page.form("/desk/bulk").split("<input type=\"hidden\"").skip(1);
    inputs.filter_map(|part| Some((of(part, " name")?, of(part, " value")?.replace("&#38;", "&")))).collect()
}

async fn send(town: &Town, who: &str, page: &Came, pairs: &[(&str, &str)]) -> Came {
    let hidden = hidden(page);
    let all = hidden.iter().map(|(n, v)| (n.as_str(), v.as_str())).chain(pairs.iter().copied()).collect::<Vec<_>>();
    town.post(who, "/desk/bulk", &all).await
}

#[tokio::test]
async fn rows_are_ticked_by_who_looks_at_matters() {
    let town = town().await;
    let no = town.report("灯坏了", &FURONGLI);
    let list = town.get("吴敏", "/desk?stage=collect").await;
    let form = list.form("/desk/bulk");
    assert!(form.contains(&format!("type=\"checkbox\" name=\"no\" value=\"{no}\"")), "{form}");
    for deed in ["look", "hand", "same"] {
        assert!(form.contains(&format!("name=\"do\" value=\"{deed}\"")), "{form}");
    }
    assert!(form.contains("value=\"stage=collect\"") && list.red() == 0 && list.says("data-keys hidden"), "{form}");
    let works = town.at_step("work", "红星物业");
    let company = town.get("马建军", "/desk").await;
    assert!(company.says(&works) && !company.has_form("/desk/bulk") && !company.says("checkbox\" name=\"no\""));
    for who in ["马建军", "何芳", "高远"] {
        assert_eq!(tick(&town, who, "look", &[&no]).await.status, 404, "{who}");
    }
}

#[tokio::test]
async fn handed_on_together_each_under_its_own_rules_and_once() {
    let town = town().await;
    let (a, b) = (town.report("3 楼灯坏了", &FURONGLI), town.report("5 楼灯坏了", &FURONGLI));
    let (there, city) = (town.at_step("work", "红星物业"), town.at_step("work", "演示区城管大队"));
    let (asked, closed) = (town.at_step("feedback", "红星物业"), town.at_step("closed", "红星物业"));
    let far = town.report("院里积水", &Told { by: None, area: "御府苑", see: See::Parties });
    let nos = [a.as_str(), &b, &there, &city, &asked, &closed, &far, &a];
    let page = tick(&town, "吴敏", "hand", &nos).await;
    assert!(page.status == 200 && page.red() == 1 && page.says("勾了 6 件"), "{}", page.text);
    assert!(page.form("/desk/bulk").contains("value=\"3 楼灯坏了\"") && !page.says(&far), "{}", page.text);
    assert!(page.says("现在在") && page.says("stage=collect"), "{}", page.text);
    let company = town.map.org("红星物业").to_string();
    let names =
        [("executor", company.as_str()), ("note", "一起修"), ("title-0", "3 楼灯坏了"), ("title-1", "5 楼灯坏了")];
    let done = send(&town, "吴敏", &page, &names).await;
    assert!(done.status == 200 && done.says("勾的 6 件里，办成了 3 件"), "{}", done.text);
    assert!(done.says("这件已经在这一家手上了") && done.says(">办了<") && done.says(">没办<"), "{}", done.text);
    for no in [&a, &b, &city] {
        let m = town.matter(no);
        assert_eq!((m.step.as_str(), m.holder.to_string()), ("work", company.clone()), "{no}");
    }
    assert_eq!(town.matter(&asked).step, "feedback");
    let hops = town.matter(&a).hops;
    let again = send(&town, "吴敏", &page, &names).await;
    assert!(again.says("办成了 3 件") && town.matter(&a).hops == hops, "the same form again: {}", again.text);
    let other =
        send(&town, "吴敏", &page, &[&names[..2], &[("title-0", "换个名字"), ("title-1", "也换")]].concat()).await;
    assert!(
        other.says("办成了 0 件") && town.matter(&a).hops == hops,
        "an old form with other answers: {}",
        other.text
    );
}

#[tokio::test]
async fn what_is_missing_comes_back_and_nothing_is_done_half() {
    let town = town().await;
    let (a, b) = (town.report("3 楼灯坏了", &FURONGLI), town.report("5 楼灯坏了", &FURONGLI));
    let page = tick(&town, "吴敏", "hand", &[&a, &b]).await;
    let company = town.map.org("红星物业").to_string();
    let long = "长".repeat(41);
    for (pairs, says) in [
        (vec![("executor", ""), ("title-0", "一"), ("title-1", "二")], "还没选交给谁办"),
        (vec![("executor", "sparrow"), ("title-0", "一"), ("title-1", "二")], "还没选交给谁办"),
        (vec![("executor", company.as_str()), ("title-0", "一"), ("title-1", "")], "名"),
        (vec![("executor", company.as_str()), ("title-0", long.as_str()), ("title-1", "二")], "40"),
    ] {
        let came = send(&town, "吴敏", &page, &pairs).await;
        assert!(came.status == 422 && came.says(says), "{pairs:?}: {} {}", came.status, came.text);
        assert!(pairs.iter().all(|(_, v)| v.is_empty() || *v == "sparrow" || came.says(v)), "what was typed stays");
    }
    assert!(town.matter(&a).step == "look" && town.matter(&b).step == "look");
    for (deed, nos, says) in [("look", vec![], "还没勾是哪几件"), ("same", vec![a.as_str()], "至少勾两件")]
    {
        let came = tick(&town, "吴敏", deed, &nos).await;
        assert!(came.status == 422 && came.says(says), "{deed}: {}", came.text);
    }
    let many: Vec<String> = (0..61).map(|n| format!("芙蓉里-2026-{n:04}")).collect();
    let many: Vec<&str> = many.iter().map(String::as_str).collect();
    assert!(tick(&town, "吴敏", "look", &many).await.says("一次最多 60 件"));
    assert_eq!(tick(&town, "吴敏", "fly", &[&a]).await.header("location"), "/desk");
    assert_eq!(town.get("吴敏", "/desk/bulk").await.header("location"), "/desk");
    let token = page.hidden("/desk/bulk", "token");
    assert_eq!(
        town.post("吴敏", "/desk/bulk", &[("token", token.as_str()), ("do", "fly"), ("no", &a)]).await.status,
        404
    );
    assert!(tick(&town, "吴敏", "look", &["没有-2026-0001"]).await.says("没有您能看的"));
}

#[tokio::test]
async fn looked_at_together_published_or_kept() {
    let town = town().await;
    let (a, b) =
        (town.report("3 楼灯坏了", &FURONGLI), town.report("邻居吵架", &Told { see: See::Parties, ..FURONGLI }));
    let page = tick(&town, "吴敏", "look", &[&a, &b]).await;
    assert!(page.says("电话、门牌"), "what is to be taken out: {}", page.text);
    for (title, words) in [("", "三楼的灯不亮"), ("楼道灯不亮", ""), ("楼道灯不亮", "他得了癌症，灯还不亮")]
    {
        let came = send(&town, "吴敏", &page, &[("show", "yes"), ("title-0", title), ("words-0", words)]).await;
        assert!(came.status == 422 && came.says(title) && came.says(words), "{title} {words}: {}", came.text);
        assert_eq!(town.matter(&a).publication, Publicity::Waiting, "{title} {words}");
    }
    assert!(page.status == 200 && page.red() == 0, "{}", page.text);
    assert!(
        page.form("/desk/bulk").contains(">\n3 楼灯坏了</textarea>") && page.says("只能给办事的人看"),
        "{}",
        page.text
    );
    let words = [
        ("show", "yes"),
        ("title-0", "楼道灯不亮"),
        ("words-0", "三楼灯不亮"),
        ("title-1", "吵架"),
        ("words-1", "吵架"),
    ];
    let done = send(&town, "吴敏", &page, &words).await;
    assert!(done.says("办成了 1 件"), "{}", done.text);
    assert_eq!(town.matter(&a).publication, Publicity::Shown);
    assert_eq!(town.matter(&b).publication, Publicity::Waiting, "the reporter's wish stands above the desk");
    let page = tick(&town, "吴敏", "look", &[&a, &b]).await;
    let done = send(&town, "吴敏", &page, &[("show", "no")]).await;
    assert!(done.says("办成了 1 件") && done.says("这件已经看过"), "{}", done.text);
    assert_eq!(town.matter(&b).publication, Publicity::Kept);
    assert!(town.english("吴敏", &format!("/desk/bulk?do=look&no={}", typed(&a))).await.says("Look at these together"));
}

#[tokio::test]
async fn thirty_reports_become_one_in_two_clicks_and_everybody_is_told() {
    let town = town().await;
    let lead = town.report("停水了", &FURONGLI);
    let who = ["孙立", "姜敏", "陈晓梅"];
    let parts: Vec<String> = (0..29)
        .map(|n| {
            town.report(&format!("{n} 号没水"), &Told { by: who.get(n).copied(), area: "芙蓉里", see: See::Parties })
        })
        .collect();
    let mut nos: Vec<&str> = parts.iter().map(String::as_str).collect();
    nos.push(&lead);
    let page = tick(&town, "吴敏", "same", &nos).await;
    assert!(page.says("勾了 30 件") && page.red() == 1, "{}", page.text);
    let first = page.text.split("type=\"radio\"").find(|r| r.contains(" checked")).expect("one is chosen");
    assert!(first.contains(&format!("value=\"{lead}\"")), "the first that came in leads: {first}");
    for _ in 0..2 {
        let done = send(&town, "吴敏", &page, &[("lead", &lead)]).await;
        assert!(done.says("勾的 29 件里，办成了 29 件") && done.says(&format!("都并到 {lead}")), "{}", done.text);
    }
    for no in &parts {
        assert_eq!(town.matter(no).outcome.as_deref(), Some("merged"), "{no}");
    }
    assert!(town.get("吴敏", &at(&lead)).await.says("有 29 件并在这里一起办"));
    let told = "SELECT COUNT(*) FROM outbox_message WHERE kind = 'council.merged' AND person IS NOT NULL";
    let told = town.db.read(move |r| Ok(r.row(told, &[], |row| row.int(0))?)).await.expect("read");
    assert_eq!(told, Some(3), "each once, also when the form is sent twice");
    let stranger = town.report("路灯不亮", &Told { area: "和平里", ..FURONGLI });
    let fresh = town.report("没水", &FURONGLI);
    let page = tick(&town, "吴敏", "same", &[&fresh, &stranger]).await;
    let done = send(&town, "吴敏", &page, &[("lead", &fresh)]).await;
    assert!(done.says("办成了 0 件") && done.says("别的小区"), "{}", done.text);
    let none = send(&town, "吴敏", &page, &[("lead", &parts[0])]).await;
    assert!(none.status == 422 && none.says("请选并到哪一件里"), "{}", none.text);
}

#[tokio::test]
async fn the_list_with_its_filters_leaves_as_a_sheet_without_anybodys_words() {
    let town = town().await;
    let (look, work) = (town.report("张玉兰家三楼灯坏了", &FURONGLI), town.at_step("work", "红星物业"));
    let list = town.get("吴敏", "/desk?stage=solve").await;
    assert!(list.says("href=\"/desk/workbook?stage=solve\""), "{}", list.text);
    let unzipped = |came: &Came| {
        let book = lianxin_paper::read(&came.body).expect("a workbook");
        format!("{:?}", book.sheets[0].rows)
    };
    for (query, has_look, has_work) in
        [("", true, true), ("?stage=solve", false, true), ("?stage=feedback", false, false)]
    {
        let came = town.get("吴敏", &format!("/desk/workbook{query}")).await;
        assert_eq!(came.status, 200, "{}", came.text);
        assert!(came.header("content-type").ends_with("spreadsheetml.sheet"), "{}", came.header("content-type"));
        assert!(came.header("content-disposition").contains("filename*=UTF-8''"));
        let all = unzipped(&came);
        assert_eq!((all.contains(&look), all.contains(&work)), (has_look, has_work), "{query}: {all}");
        assert!(!all.contains("张玉兰") && all.contains("芙蓉社区居委会"), "{all}");
    }
    let all = unzipped(&town.get("何芳", "/desk/workbook").await);
    assert!(!all.contains(&work) && !all.contains(&look) && all.contains("演示区城管大队"), "only its own: {all}");
    assert_eq!(town.get("nobody", "/desk/workbook").await.status, 303);
}

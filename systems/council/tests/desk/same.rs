//! Two hundred tell of one thing within half an hour: it becomes one matter, and everybody is told once.

use crate::house::{FURONGLI, Told, at, town};
use lianxin_council::join::store::counted;
use lianxin_council::rules::See;

/// The values of the boxes of a page that are ticked.
fn ticked(page: &str) -> Vec<String> {
    let boxes = page.split("<input type=\"checkbox\"").skip(1).map(|b| b.split('>').next().unwrap_or_default());
    let ticked = boxes.filter(|b| b.contains(" checked"));
    ticked.filter_map(|b| b.split("value=\"").nth(1)?.split('"').next().map(ToOwned::to_owned)).collect()
}

#[tokio::test]
async fn two_hundred_same_reports_become_one_matter() {
    let town = town().await;
    let lead = town.report("1 号楼停水了，什么时候来水", &FURONGLI);
    let other = town.report("树枝挡住了路灯", &FURONGLI);
    let neighbours = ["孙立", "姜敏", "陈晓梅"];
    let mut parts = Vec::new();
    for n in 0..199 {
        let told = Told { by: neighbours.get(n).copied(), area: "芙蓉里", see: See::Parties };
        parts.push(town.report(&format!("家里停水了，{n} 号没水"), &told));
    }
    town.indexed();
    let here = at(&lead);
    let mut clicks = 0;
    loop {
        let page = town.get("吴敏", &format!("{here}/same")).await;
        assert_eq!(page.status, 200, "{}", page.text);
        let boxes = ticked(&page.text);
        assert!(!boxes.contains(&other) && boxes.len() <= 60, "{boxes:?}");
        if boxes.is_empty() {
            break;
        }
        let token = page.hidden(&format!("{here}/same"), "token");
        let pairs: Vec<(&str, &str)> =
            std::iter::once(("token", token.as_str())).chain(boxes.iter().map(|no| ("no", no.as_str()))).collect();
        let came = town.post("吴敏", &format!("{here}/same"), &pairs).await;
        assert_eq!(came.status, 303, "{}", came.text);
        clicks += 1;
    }
    assert_eq!(clicks, 4, "sixty at a time");
    for no in &parts {
        let m = town.matter(no);
        assert!(m.outcome.as_deref() == Some("merged") && m.ended_at.is_some(), "{no}");
    }
    assert!(town.matter(&other).ended_at.is_none());
    // Two of the neighbours live in one flat: 198 households besides the one that told of it first.
    let id = town.matter(&lead).id;
    let read = || town.db.read_wait(move |r| Ok(counted(r, id)?));
    let n = std::thread::scope(|s| s.spawn(read).join()).expect("ran");
    assert_eq!(n.expect("read"), 198);
    let pane = town.get("吴敏", &here).await;
    assert!(pane.says("198 户也这样") && pane.says("有 199 件并在这里一起办"), "{}", pane.text);
    let public = town.get("", &lianxin_council::pages::url(&parts[5])).await;
    assert!(public.says("和另一件是同一件事，一起办") && public.says(&lead), "{}", public.text);

    // A mistake is taken apart: it begins anew.
    let wrong = at(&parts[5]);
    let page = town.get("吴敏", &wrong).await;
    let token = page.hidden(&format!("{wrong}/apart"), "token");
    let came = town.post("吴敏", &format!("{wrong}/apart"), &[("token", &token)]).await;
    assert_eq!(came.status, 303, "{}", came.text);
    let m = town.matter(&parts[5]);
    assert!(m.outcome.is_none() && m.ended_at.is_none() && m.step == "look" && m.due_at.is_some());
    assert!(town.get("吴敏", &here).await.says("197 户也这样"));
}

#[tokio::test]
async fn what_cannot_be_made_one_says_why() {
    let town = town().await;
    let (lead, closed) = (town.report("单元门坏了", &FURONGLI), town.at_step("closed", "红星物业"));
    let there = town.report("单元门坏了", &Told { area: "和平里", ..FURONGLI });
    let here = format!("{}/same", at(&lead));
    let token = town.token("吴敏").await;
    for (part, says) in [
        (None, "还没勾是哪几件"),
        (Some(&closed), "已经办结"),
        (Some(&there), "别的小区"),
        (Some(&lead), "已经办结、或者正等居民回话"),
    ] {
        let mut pairs = vec![("token", token.as_str())];
        pairs.extend(part.map(|no| ("no", no.as_str())));
        let came = town.post("吴敏", &here, &pairs).await;
        assert!(came.status == 422 && came.says(says), "{says}: {} {}", came.status, came.text);
    }
    let nothing = [("token", token.as_str()), ("no", "没有-2026-0001")];
    assert_eq!(town.post("吴敏", &here, &nothing).await.status, 404);
    assert_eq!(town.get("何芳", &here).await.status, 404, "a department looks at nothing here");
    assert!(town.english("吴敏", &here).await.says("These are the same"));
}

#[tokio::test]
async fn forty_reports_of_one_person_become_one_matter_and_say_nothing_of_the_person() {
    let town = town().await;
    let lead = town.report("楼上半夜拖椅子，睡不着", &FURONGLI);
    let parts: Vec<String> =
        (2..=40).map(|n| town.report(&format!("楼上半夜又拖椅子，第 {n} 回"), &FURONGLI)).collect();
    town.indexed();
    let here = at(&lead);
    let page = town.get("吴敏", &format!("{here}/same")).await;
    let boxes = ticked(&page.text);
    assert_eq!(boxes.len(), 39, "all of them are offered: {boxes:?}");
    let token = page.hidden(&format!("{here}/same"), "token");
    let pairs: Vec<(&str, &str)> =
        std::iter::once(("token", token.as_str())).chain(boxes.iter().map(|no| ("no", no.as_str()))).collect();
    let came = town.post("吴敏", &format!("{here}/same"), &pairs).await;
    assert_eq!(came.status, 303, "{}", came.text);
    assert!(parts.iter().all(|no| town.matter(no).outcome.as_deref() == Some("merged")));
    let id = town.matter(&lead).id;
    let read = || town.db.read_wait(move |r| Ok(counted(r, id)?));
    let n = std::thread::scope(|s| s.spawn(read).join()).expect("ran").expect("read");
    assert_eq!(n, 0, "their own household brought it in and is not counted again");
    // The desk sees one matter in hand, and nothing that counts, ranks or marks whoever wrote.
    let list = town.get("吴敏", "/desk").await;
    assert!(list.says(&lead) && !parts.iter().any(|no| list.says(no)) && !list.says("张玉兰"), "{}", list.text);
    let pane = town.get("吴敏", &here).await;
    assert!(pane.says("有 39 件并在这里一起办"), "{}", pane.text);
    for label in ["40 件", "40 次", "常反映", "重复反映人", "多次反映"] {
        assert!(!pane.says(label), "{label}: {}", pane.text);
    }
}

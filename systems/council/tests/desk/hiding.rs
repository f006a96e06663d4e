//! A line of a deliberation is hidden with a reason, and shown again.

use crate::house::{Came, Town, at, town};
use crate::meeting::read;
use crate::photos::findings;
use lianxin_council::deliberate::{NewEntry, entry};
use lianxin_council::rules::EntryKind;
use lianxin_council::store::entries;

async fn sent(town: &Town, who: &str, no: &str, pairs: &[(&str, &str)]) -> Came {
    let page = town.get(who, &format!("{}/hide", at(no))).await;
    let token = if page.status == 200 { page.hidden("/hide", "token") } else { town.token(who).await };
    let all = [&[("token", token.as_str())], pairs].concat();
    town.post(who, &format!("{}/hide", at(no)), &all).await
}

#[tokio::test]
async fn an_insult_is_hidden_with_its_reason_and_a_mistake_is_taken_back() {
    let town = town().await;
    let no = town.at_step("deliberate", "");
    let show = [("title", "楼道灯不亮"), ("words", "灯不亮"), ("show", "yes")];
    assert_eq!(town.send("吴敏", &no, "publication", &show).await.status, 303);
    for words in ["三楼那家人就是懒", "我不同意换感应灯"] {
        let new = NewEntry {
            no: no.clone(),
            kind: EntryKind::Worry,
            words: words.into(),
            photos: Vec::new(),
            to: None,
            plan: lianxin_council::plan::Plan::default(),
        };
        town.act("马建军", move |tx, _, author| entry(tx, author, &new));
    }
    let id = town.matter(&no).id;
    let all = read(&town, move |r| entries(r, id).expect("read"));
    let line = all.iter().find(|e| e.words.as_deref() == Some("三楼那家人就是懒")).expect("said").act.to_string();
    let page = town.get("吴敏", &at(&no)).await;
    assert!(page.says(&format!("{}/hide", at(&no))), "the desk leads there");
    let form = town.get("吴敏", &format!("{}/hide", at(&no))).await;
    assert!(form.says("三楼那家人就是懒") && form.says("我不同意换感应灯"), "{}", form.text);
    for (pairs, status, says) in [
        (vec![("entry", ""), ("note", "骂人"), ("do", "hide")], 422, "还没选哪一句"),
        (vec![("entry", line.as_str()), ("note", ""), ("do", "hide")], 422, "请写一句说明"),
        (vec![("entry", line.as_str()), ("note", ""), ("do", "show")], 422, "这一句没有遮"),
        (vec![("entry", line.as_str()), ("note", "说了别人家"), ("do", "hide")], 303, ""),
        (vec![("entry", line.as_str()), ("note", "再遮"), ("do", "hide")], 422, "已经遮住了"),
    ] {
        let came = sent(&town, "吴敏", &no, &pairs).await;
        assert!(
            came.status == status || (status == 422 && came.status == 409),
            "{says}: {} {}",
            came.status,
            came.text
        );
        assert!(came.says(says), "{says}: {}", came.text);
    }
    let public = lianxin_council::pages::url(&no);
    for who in ["", "马建军", "刘志强"] {
        let page = town.get(who, &public).await;
        assert!(page.says("社区遮住了：说了别人家") && !page.says("那家人就是懒"), "{who}: {}", page.text);
        assert!(page.says("我不同意换感应灯"), "disagreement stays: {}", page.text);
    }
    assert!(town.get("吴敏", &at(&no)).await.says("那家人就是懒"), "who looks at matters still reads it");
    assert!(town.english("", &public).await.says("hidden by the community"));
    for who in ["马建军", "刘志强", "高远"] {
        assert_eq!(sent(&town, who, &no, &[("entry", &line), ("do", "show")]).await.status, 404, "{who}");
    }
    let came = sent(&town, "吴敏", &no, &[("entry", &line), ("note", ""), ("do", "show")]).await;
    assert_eq!(came.status, 303, "{}", came.text);
    assert!(town.get("", &public).await.says("那家人就是懒"));
    assert_eq!(findings(&town), []);
}

//! A question is asked of one party, which answers it or is reminded once.

use crate::house::{Came, Town, at, town};
use crate::meeting::{pass, read, told};
use crate::photos::findings;
use lianxin_base::{ActId, MINUTE};
use lianxin_council::deliberate::{NewEntry, entry};
use lianxin_council::question::store::all;
use lianxin_council::rules::EntryKind;
use lianxin_journal::By;

/// A resident asks something; of whoever has the matter, or of somebody.
fn asks(town: &Town, no: &str, whom: Option<&str>, words: &str) -> ActId {
    let to = whom.map(|name| town.map.org(name));
    let new = NewEntry {
        no: no.into(),
        kind: EntryKind::Ask,
        words: words.into(),
        photos: Vec::new(),
        to,
        plan: lianxin_council::plan::Plan::default(),
    };
    let person = town.map.person("张玉兰");
    let said = town.act("吴敏", move |tx, _, author| {
        entry(tx, &lianxin_council::course::Author { by: By::Person(person), ..author.clone() }, &new)
    });
    said.act
}

async fn shown(town: &Town) -> String {
    let no = town.at_step("deliberate", "");
    let show = [("title", "楼道灯不亮"), ("words", "灯不亮"), ("show", "yes")];
    assert_eq!(town.send("吴敏", &no, "publication", &show).await.status, 303);
    no
}

async fn answers(town: &Town, who: &str, no: &str, pairs: &[(&str, &str)]) -> Came {
    let token = town.token(who).await;
    let all = [&[("token", token.as_str()), ("hops", "1"), ("list", "")], pairs].concat();
    town.post(who, &format!("{}/answer", at(no)), &all).await
}

#[tokio::test]
async fn a_question_goes_to_one_party_and_its_answer_stands_under_it() {
    let town = town().await;
    let no = shown(&town).await;
    let public = lianxin_council::pages::url(&no);
    let first = asks(&town, &no, Some("红星物业"), "换感应灯要多少钱").to_string();
    assert_eq!(told(&town, "council.question_asked"), 1);
    let desk = town.get("马建军", "/desk").await;
    assert!(desk.says("有 1 个问题等您回答") && desk.says("换感应灯要多少钱"), "{}", desk.text);
    assert!(town.english("马建军", "/desk").await.says("1 question waits for your answer"));
    for who in ["吴敏", "刘志强"] {
        assert!(!town.get(who, "/desk").await.says("等您回答"), "it is not asked of {who}");
        assert!(!town.get(who, &at(&no)).await.says("do=answer"), "{who}");
    }
    // A page of residents, read without an account: who was asked stands there, the words do not.
    assert!(!town.get("", &public).await.says("换感应灯要多少钱"));
    let page = town.get("马建军", &format!("{}?do=answer", at(&no))).await;
    assert!(page.form("/answer").contains("换感应灯要多少钱") && page.red() == 1, "{}", page.text);
    assert!(page.says("想问红星物业：换感应灯要多少钱") && page.says("等红星物业回答，6 月 23 日前"), "{}", page.text);

    let long = "长".repeat(501);
    for (who, question, note, status, says) in [
        ("马建军", "", "两百多", 422, "还没选回答哪一个问题"),
        ("马建军", "没有的", "两百多", 422, "还没选回答哪一个问题"),
        ("马建军", first.as_str(), "", 422, "请写一句说明"),
        ("马建军", first.as_str(), long.as_str(), 422, "太长"),
        ("刘志强", first.as_str(), "两百多", 403, "问的是别家"),
        ("马建军", first.as_str(), "一盏八十，三层两百四", 303, ""),
        ("马建军", first.as_str(), "再说一遍", 409, "已经回答过了"),
    ] {
        let came = answers(&town, who, &no, &[("question", question), ("note", note)]).await;
        assert_eq!(came.status, status, "{who} {says}: {}", came.text);
        assert!(came.says(says), "{who} {says}: {}", came.text);
        assert!(status != 422 || note.is_empty() || came.says(note), "what was typed stays: {}", came.text);
    }
    assert_eq!(told(&town, "council.question_answered"), 1, "who asked hears of it");
    let page = town.get("吴敏", &at(&no)).await;
    let (question, answer) = (page.text.find("想问红星物业："), page.text.find("回答：一盏八十，三层两百四"));
    assert!(question < answer && answer.is_some(), "under the question: {}", page.text);
    assert!(town.get("", &public).await.says("回答：一盏八十，三层两百四"), "what an organisation answers is public");
    assert!(town.english("吴敏", &at(&no)).await.says("Question to 红星物业"));
    assert!(!town.get("马建军", "/desk").await.says("等您回答"));
    assert_eq!(findings(&town), []);
}

#[tokio::test]
async fn who_names_nobody_asks_the_holder_and_nobody_asks_a_stranger_or_themselves() {
    let town = town().await;
    let no = shown(&town).await;
    asks(&town, &no, None, "哪天来换");
    assert!(town.get("吴敏", "/desk").await.says("哪天来换"), "the community has it");
    let (city, company) = (town.map.org("演示区城管大队").to_string(), town.map.org("红星物业").to_string());
    for (who, to, says) in [
        ("马建军", city.as_str(), "请重新选"),
        ("马建军", "随便谁", "请重新选"),
        ("马建军", company.as_str(), "不能问自己"),
    ] {
        let pairs = [("kind", "ask"), ("to", to), ("words", "灯座是哪种")];
        let came = town.send(who, &no, "entry", &pairs).await;
        assert!(
            came.status == 422 && came.says(says) && came.says("灯座是哪种"),
            "{to}: {} {}",
            came.status,
            came.text
        );
    }
    // Of what is no question nobody is asked, whatever the form says.
    let pairs = [("kind", "propose"), ("to", company.as_str()), ("words", "装感应灯")];
    assert_eq!(town.send("马建军", &no, "entry", &pairs).await.status, 303);
    // The holder asks nobody but whom it names.
    let pairs = [("kind", "ask"), ("to", company.as_str()), ("words", "要几盏")];
    assert_eq!(town.send("吴敏", &no, "entry", &pairs).await.status, 303);
    let id = town.matter(&no).id;
    let asked = read(&town, move |r| all(r, id).expect("read"));
    let asked: Vec<_> = asked.iter().map(|q| (q.org_name.as_str(), q.words.as_deref())).collect();
    assert_eq!(asked, [("芙蓉社区居委会", Some("哪天来换")), ("红星物业", Some("要几盏"))]);
    assert_eq!(findings(&town), []);
}

#[tokio::test]
async fn who_has_not_answered_in_two_working_days_is_reminded_once() {
    let town = town().await;
    let no = shown(&town).await;
    asks(&town, &no, Some("红星物业"), "多少钱一盏");
    let hidden = asks(&town, &no, Some("红星物业"), "你们是不是又偷懒").to_string();
    let pairs = [("entry", hidden.as_str()), ("note", "说人的"), ("do", "hide")];
    let token = town.token("吴敏").await;
    let came = town.post("吴敏", &format!("{}/hide", at(&no)), &[&[("token", &*token)], &pairs[..]].concat()).await;
    assert_eq!(came.status, 303, "{}", came.text);
    assert!(town.get("马建军", "/desk").await.says("有 1 个问题等您回答"), "what is hidden waits for nothing");
    let came = answers(&town, "马建军", &no, &[("question", &hidden), ("note", "没有")]).await;
    assert_eq!(came.status, 422, "{}", came.text);
    // Asked on a Thursday before a long weekend: by the evening of Tuesday.
    let id = town.matter(&no).id;
    let due = read(&town, move |r| all(r, id).expect("read"))[0].due_at;
    pass(&town, due.plus(-MINUTE));
    assert_eq!(told(&town, "council.question_due"), 0);
    pass(&town, due);
    assert_eq!(told(&town, "council.question_due"), 1);
    pass(&town, due.plus(3 * lianxin_base::DAY));
    assert_eq!(told(&town, "council.question_due"), 1, "once");
    assert_eq!(findings(&town), []);
}

#[tokio::test]
async fn whom_a_complaint_is_about_is_not_asked() {
    let town = town().await;
    let no = town.complaint("物业不接电话", lianxin_council::about::Whom::Company);
    let new = lianxin_council::collect::NewDispatch {
        no: no.clone(),
        seen: None,
        title: "电话没人接".into(),
        category: lianxin_council::rules::Category::Other,
        pace: lianxin_council::rules::Pace::General,
        executor: None,
    };
    town.act("吴敏", move |tx, terms, author| lianxin_council::collect::dispatch(tx, terms, author, &new));
    let page = town.get("吴敏", &format!("{}?do=entry", at(&no))).await;
    let company = town.map.org("红星物业").to_string();
    let form = page.form("/entry");
    let asked = form.split("name=\"to\"").nth(1).and_then(|rest| rest.split("</select>").next()).expect("whom to ask");
    assert!(!asked.contains(&company), "not offered: {form}");
    let pairs = [("kind", "ask"), ("to", company.as_str()), ("words", "为什么不接")];
    let came = town.send("吴敏", &no, "entry", &pairs).await;
    assert!(came.status == 422 && came.says("请重新选"), "{}", came.text);
}

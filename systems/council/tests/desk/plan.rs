//! What a proposal would cost and who would do it: said with it, refused where it cannot be meant, taken over by who decides.

use crate::house::{Came, Town, at, town};
use crate::meeting::{called, evening, read, sent, told};
use crate::photos::findings;
use lianxin_base::{ActId, Fen};
use lianxin_council::course::Author;
use lianxin_council::deliberate::{NewEntry, entry};
use lianxin_council::plan::Plan;
use lianxin_council::plan::store::all;
use lianxin_council::rules::EntryKind;
use lianxin_journal::By;

async fn shown(town: &Town) -> String {
    let no = town.at_step("deliberate", "");
    let show = [("title", "楼道灯不亮"), ("words", "灯不亮"), ("show", "yes")];
    assert_eq!(town.send("吴敏", &no, "publication", &show).await.status, 303);
    no
}

/// A resident proposes something.
fn proposes(town: &Town, no: &str, words: &str, plan: Plan) -> ActId {
    let new =
        NewEntry { no: no.into(), kind: EntryKind::Propose, words: words.into(), photos: Vec::new(), to: None, plan };
    let person = town.map.person("张玉兰");
    town.act("吴敏", move |tx, _, author| entry(tx, &Author { by: By::Person(person), ..author.clone() }, &new)).act
}

async fn says(town: &Town, no: &str, kind: &str, cost: &str, doer: &str) -> Came {
    let pairs = [("kind", kind), ("words", "换成感应灯"), ("cost", cost), ("doer", doer)];
    town.send("马建军", no, "entry", &pairs).await
}

#[tokio::test]
async fn a_proposal_says_what_it_costs_and_who_does_it() {
    let town = town().await;
    let no = shown(&town).await;
    let company = town.map.org("红星物业").to_string();
    assert_eq!(says(&town, &no, "propose", "１，２００.5", &company).await.status, 303);
    assert_eq!(says(&town, &no, "propose", "0", "").await.status, 303);
    assert_eq!(says(&town, &no, "propose", "", &company).await.status, 303);
    assert_eq!(says(&town, &no, "propose", "", "").await.status, 303, "neither need be said");
    assert_eq!(says(&town, &no, "support", "", "").await.status, 303);
    let (here, public) = (at(&no), lianxin_council::pages::url(&no));
    for page in [town.get("吴敏", &here).await, town.get("", &public).await] {
        for words in [
            "提议（大概花 1,200.50 元，红星物业来办）：换成感应灯",
            "提议（不用花钱）：换成感应灯",
            "提议（红星物业来办）：换成感应灯",
            "提议：换成感应灯",
        ] {
            assert!(page.says(words), "{words}: {}", page.text);
        }
    }
    let english = town.english("吴敏", &here).await;
    assert!(english.says("Proposal (about 1,200.50 yuan, to be done by 红星物业)"), "{}", english.text);
    let id = town.matter(&no).id;
    assert_eq!(read(&town, move |r| all(r, id).expect("read")).len(), 3, "no row of what says nothing of it");
    assert_eq!(findings(&town), []);
}

#[tokio::test]
async fn what_cannot_be_meant_is_said_at_its_question_and_nothing_typed_is_lost() {
    let town = town().await;
    let no = shown(&town).await;
    let (company, stranger) = (town.map.org("红星物业").to_string(), town.map.org("红都社区物业公司").to_string());
    let (company, stranger) = (company.as_str(), stranger.as_str());
    for (what, kind, cost, doer, field, words) in [
        ("below zero", "propose", "-1", company, "cost", "不能是负数"),
        ("three decimals", "propose", "12.345", company, "cost", "钱数没看懂"),
        ("words", "propose", "两千多", company, "cost", "钱数没看懂"),
        ("more than a number holds", "propose", "99999999999999999999", company, "cost", ""),
        ("a fen too much", "propose", "10000000.01", company, "cost", "这个数太大了"),
        ("somebody of elsewhere", "propose", "1200", stranger, "doer", "在这儿接不了活"),
        ("nobody at all", "propose", "1200", "随便谁", "doer", "在这儿接不了活"),
        ("a question that costs", "ask", "1200", "", "kind", "只有“提议”才写"),
        ("agreement that somebody does", "support", "", company, "kind", "只有“提议”才写"),
    ] {
        let came = says(&town, &no, kind, cost, doer).await;
        assert_eq!(came.status, 422, "{what}: {}", came.text);
        assert!(came.says(&format!("id=\"e-{field}\"")) && came.says(words), "{what}: {}", came.text);
        let form = came.form("/entry");
        assert!(form.contains("换成感应灯") && form.contains(cost), "{what}: kept");
        assert!(form.contains("<details class=\"finer\" open>"), "{what}: what was typed is in sight");
    }
    let id = town.matter(&no).id;
    assert!(read(&town, move |r| all(r, id).expect("read")).is_empty());
}

#[tokio::test]
async fn whoever_decides_takes_a_proposal_over_and_keeps_what_was_typed() {
    let town = town().await;
    let no = shown(&town).await;
    let plain = town.get("李秀英", &at(&no)).await;
    assert!(!plain.says("照这条填"), "nothing to take over");
    let company = town.map.org("红星物业");
    let plan = Plan { cost: Some(Fen(120_050)), doer: Some(company) };
    let taken = proposes(&town, &no, "三层都换感应灯", plan).to_string();
    let free = proposes(&town, &no, "先把灯罩擦了", Plan { cost: Some(Fen(0)), doer: None }).to_string();
    let hidden = proposes(&town, &no, "让老刘家出钱", Plan { cost: Some(Fen(1)), doer: None }).to_string();
    let token = town.token("吴敏").await;
    let pairs = [("token", token.as_str()), ("entry", &hidden), ("note", "说人的"), ("do", "hide")];
    assert_eq!(town.post("吴敏", &format!("{}/hide", at(&no)), &pairs).await.status, 303);

    let page = town.get("李秀英", &at(&no)).await;
    let form = page.form("/decision");
    assert!(form.contains("三层都换感应灯") && form.contains("大概花 1,200.50 元，红星物业来办"), "{}", page.text);
    assert!(form.contains("先把灯罩擦了") && !form.contains("让老刘家出钱") && page.red() == 1);
    let typed = [("note", "换灯，周末干"), ("deadline", "2026-06-30"), ("limit", "5"), ("executor", "")];
    let press = |act: &str| {
        [&typed[..], &[("plan", act)]].concat().iter().map(|(n, v)| (*n, (*v).to_owned())).collect::<Vec<_>>()
    };
    let send = async |act: &str| {
        let pairs = press(act);
        let pairs: Vec<(&str, &str)> = pairs.iter().map(|(n, v)| (*n, v.as_str())).collect();
        town.send_from(&page, "李秀英", &no, "decision", &pairs).await
    };
    let came = send(&taken).await;
    assert_eq!(came.status, 200, "{}", came.text);
    let form = came.form("/decision");
    for words in ["换灯，周末干", "value=\"2026-06-30\"", "value=\"1,200.50\"", "照那条提议填上了"] {
        assert!(form.contains(words), "{words}: {form}");
    }
    assert!(form.contains(&format!("value=\"{company}\" selected")), "{form}");
    assert_eq!(town.matter(&no).step, "deliberate", "nothing is recorded");
    let came = send(&free).await;
    assert!(!came.form("/decision").contains("value=\"5\""), "what costs nothing has no limit");
    for gone in [hidden.as_str(), "随便", "0"] {
        let came = send(gone).await;
        assert_eq!(came.status, 409, "{}", came.text);
        assert!(came.says("那条提议已经看不到了") && came.form("/decision").contains("换灯，周末干"), "{}", came.text);
    }
    // As it stands in the form it can be sent.
    let company = company.to_string();
    let all = [("note", "换灯"), ("deadline", "2026-06-30"), ("limit", "1,200.50"), ("executor", company.as_str())];
    assert_eq!(town.send_from(&came, "李秀英", &no, "decision", &all).await.status, 303);
    assert!(town.get("", &lianxin_council::pages::url(&no)).await.says("花钱不超过 1,200.50 元"));
    assert_eq!(findings(&town), []);
}

#[tokio::test]
async fn the_minutes_take_a_proposal_over_beside_its_matter() {
    let mut town = town().await;
    let (url, no) = called(&town).await;
    let company = town.map.org("红星物业");
    let act =
        proposes(&town, &no, "三层都换感应灯", Plan { cost: Some(Fen(120_000)), doer: Some(company) }).to_string();
    town.later(evening(), &["吴敏"]);
    let page = format!("{url}/minutes");
    let form = town.get("吴敏", &page).await;
    assert!(form.says("大概花 1,200.00 元，红星物业来办") && form.says("三层都换感应灯"), "{}", form.text);
    let typed = [("words", "大家都说换感应灯好"), ("kind-1", ""), ("say-1", "换灯"), ("deadline-1", "2026-07-10")];
    let came = sent(&town, "吴敏", &page, &page, &[&typed[..], &[("plan", act.as_str())]].concat()).await;
    assert_eq!(came.status, 200, "{}", came.text);
    for words in ["大家都说换感应灯好", "换灯", "value=\"1,200.00\"", "value=\"do\" selected", "照那条提议填上了"]
    {
        assert!(came.says(words), "{words}: {}", came.text);
    }
    assert!(came.says(&format!("value=\"{company}\" selected")), "{}", came.text);
    let gone = sent(&town, "吴敏", &page, &page, &[&typed[..], &[("plan", "1")]].concat()).await;
    assert!(gone.status == 422 && gone.says("那条提议已经看不到了") && gone.says("换灯"), "{}", gone.text);
    assert_eq!(told(&town, "council.minutes_posted"), 0, "nothing is recorded");
}

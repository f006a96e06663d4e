//! 当地的表决规则: a street adopts a set; a vote keeps the one in force on the day it opens, whatever is changed while it is open.

use crate::counting::verified;
use crate::house::{Came, Town, YARD, calling, closes, id, opens, town};
use lianxin_property::assembly::Online;

const STREET: &str = "芙蓉街道";

pub(crate) fn text(from: &str, more: &str) -> String {
    format!(
        "id = \"x.street\"\nbody = \"owners\"\nsource = \"某市物业管理条例\"\narticle = \"30\"\nfrom = \"{from}\"\n\
         seen = \"A\"\nextends = \"cn.owners.civil-code-278\"\n{more}"
    )
}

/// Using the fund needs three quarters.
const STRICT: &str = "\n[[matter]]\nkind = \"fund-use\"\nitem = 5\narticle = \"某市条例 40\"\nseen = \"A\"\n\
                      quorum = { of = \"all\", area = \">= 2/3\", persons = \">= 2/3\" }\n\
                      majority = { of = \"participants\", area = \">= 3/4\", persons = \">= 3/4\" }\n";

async fn adopt(town: &Town, who: &str, toml: &str) -> Came {
    let area = town.map.area(STREET).to_string();
    town.send(who, "/rules", &[("area", &area), ("toml", toml)]).await
}

pub(crate) async fn adopted(town: &Town, toml: &str) {
    let came = adopt(town, "高远", toml).await;
    assert_eq!(came.status, 303, "{}", came.text);
}

async fn paper(town: &Town, url: &str, (row, door): (&'static str, &'static str), mark: &str) {
    let no = town.number_of(url, row, door).to_string();
    for who in ["吴敏", "周国栋"] {
        let pairs = [("no", no.as_str()), ("m1", mark), ("m2", "yes")];
        assert_eq!(town.send(who, &format!("{url}/papers"), &pairs).await.status, 303, "{row} {door}");
    }
}

/// Thirteen of nineteen: nine in favour of the first matter, more than half and less than three quarters.
async fn voted(town: &Town, url: &str) {
    for door in ["1 号", "2 号", "3 号", "4 号", "5 号", "6 号", "7 号"] {
        paper(town, url, ("东排", door), "yes").await;
    }
    for (n, door) in ["1 号", "2 号", "3 号", "4 号", "6 号", "7 号"].into_iter().enumerate() {
        paper(town, url, ("西排", door), if n < 2 { "yes" } else { "no" }).await;
    }
}

#[tokio::test]
async fn a_street_adopts_a_set_and_everybody_reads_it_with_its_articles() {
    let town = town().await;
    let page = town.get("", "/rules").await;
    for words in ["民法典", "278", "还没有采用当地的规则", "15 天（物业管理条例 14）", "≥ 2/3"]
    {
        assert!(page.says(words), "{words}: {}", page.text);
    }
    assert!(page.red() == 0 && town.english("", "/rules").await.says("By which rules owners vote"));
    for who in ["吴敏", "佟玉珍"] {
        assert!([403, 404].contains(&town.get(who, "/rules/new").await.status), "{who}");
        assert!([403, 404].contains(&adopt(&town, who, &text("2026-01-01", "")).await.status), "{who}");
    }
    let form = town.get("高远", "/rules/new").await;
    assert!(form.red() == 1 && form.says(STREET), "{}", form.text);
    adopted(&town, &text("2026-01-01", &format!("proxies = 1\n{STRICT}"))).await;
    let page = town.get("", "/rules").await;
    for words in ["某市物业管理条例", "某市条例 40", "≥ 3/4", "芙蓉街道", "x.street", "1 户"] {
        assert!(page.says(words), "{words}: {}", page.text);
    }
    let again = adopt(&town, "高远", &text("2026-01-01", &format!("proxies = 1\n{STRICT}"))).await;
    assert!(again.status == 422 && again.says("不用再采用一遍"), "{}", again.text);
    let leaf = "SELECT count(*) FROM journal_act WHERE kind = 'property.rule_set' AND body LIKE '%sha256%'";
    let typed = "SELECT count(*) FROM journal_act WHERE body LIKE '%某市%' OR body LIKE '%x.street%'";
    assert_eq!((town.number(leaf), town.number(typed)), (1, 0));
    verified(&town);
}

#[tokio::test]
async fn a_malformed_set_is_refused_with_the_line_and_what_was_pasted_stays() {
    let town = town().await;
    for (toml, says) in [
        ("id = \n".to_owned(), "第 1 行不对"),
        (text("2026-01-01", "online = \"maybe\"\n"), "第 8 行不对"),
        (text("2026-01-01", &STRICT.replace("3/4", "1/4")), "比法律还低"),
        (text("2026-01-01", "to = \"2025-01-01\"\n"), "第 8 行不对"),
        (text("2019-01-01", ""), "第 5 行不对"),
        (
            "id = \"x\"\nbody = \"members\"\nsource = \"章程\"\narticle = \"1\"\nfrom = \"2026-01-01\"\nseen = \"A\"\n\
          [[matter]]\nkind = \"other\"\narticle = \"1\"\nseen = \"A\"\nquorum = { of = \"all\", persons = \"> 1/2\" }\n\
          majority = { of = \"all\", persons = \"> 1/2\" }\n"
                .to_owned(),
            "body 写 owners",
        ),
    ] {
        let came = adopt(&town, "高远", &toml).await;
        assert!(came.status == 422 && came.says(says) && came.red() == 1, "{toml}: {}", came.text);
        assert!(came.says(toml.split('"').next().unwrap_or_default().trim()), "kept: {}", came.text);
    }
    let elsewhere = town.map.area(YARD).to_string();
    let came = town.send("高远", "/rules", &[("area", &elsewhere), ("toml", &text("2026-01-01", ""))]).await;
    assert!([403, 422].contains(&came.status) && came.says("街道、区"), "{}", came.text);
    assert_eq!(town.number("SELECT count(*) FROM property_rule_set"), 0);
}

#[tokio::test]
async fn the_rule_set_changed_while_open_and_the_vote_keeps_its_own() {
    let mut town = town().await;
    let url = town.called().await;
    town.pass(opens());
    let before = town.vote(&url);
    adopted(&town, &text("2026-01-01", &format!("online = \"paper_only\"\n{STRICT}"))).await;
    let after = town.vote(&url);
    assert_eq!((after.rules, after.rules_sha256, after.online), (before.rules, before.rules_sha256, Online::Allowed));
    voted(&town, &url).await;
    town.pass(closes());
    assert_eq!(town.send("吴敏", &format!("{url}/count"), &[]).await.status, 303);
    let page = town.get("", &url).await;
    assert!(page.says("cn.owners.civil-code-278") && page.says("2×9") && !page.says("4×9"), "{}", page.text);
    verified(&town);
}

#[tokio::test]
async fn a_set_in_force_on_the_opening_day_is_the_one_that_counts_and_goes_with_the_file() {
    let mut town = town().await;
    let url = town.called().await;
    // Adopted after the call, before the opening; one of later and one that is over change nothing.
    adopted(&town, &text("2026-01-01", &format!("online = \"paper_only\"\nproxies = 1\n{STRICT}"))).await;
    adopted(&town, &text("2026-07-20", "")).await;
    town.pass(opens());
    let vote = town.vote(&url);
    assert!(vote.rules_act.is_some() && vote.online == Online::PaperOnly, "{vote:?}");
    let page = town.get("", &url).await;
    assert!(page.says("x.street") && page.says("某市条例 40") && page.says("这次只用纸票"), "{}", page.text);
    voted(&town, &url).await;
    town.pass(closes());
    assert_eq!(town.send("吴敏", &format!("{url}/count"), &[]).await.status, 303);
    let page = town.get("", &url).await;
    assert!(page.says("4×9") && page.says("3×13"), "{}", page.text);
    let file = town.send("吴敏", &format!("{url}/file"), &[("purpose", "check")]).await;
    let outcome = lianxin_ballot::count(&lianxin_ballot::Input::read_json(&file.text).expect("a file")).expect("again");
    assert!(outcome.rules.id.to_string() == "x.street" && !outcome.matters[0].passed);
    let passed = town.read(move |r| lianxin_property::assembly::store::matters(r, id(&url)).expect("read")[0].passed);
    assert_eq!(passed, Some(false));
    verified(&town);
}

#[tokio::test]
async fn a_call_goes_by_the_regions_notice_and_way_to_vote() {
    let town = town().await;
    let notice = "\n[[period]]\nkind = \"meeting_notice\"\ndays = 20\narticle = \"某市条例 31\"\nseen = \"A\"\n";
    adopted(&town, &text("2026-01-01", &format!("online = \"only_official_system\"\n{notice}"))).await;
    let area = town.map.area(YARD).to_string();
    let with =
        |name: &'static str, value: &'static str, and: (&'static str, &'static str)| -> Vec<(&'static str, String)> {
            calling(&area)
                .into_iter()
                .map(|(n, v)| match n {
                    n if n == name => (n, value.to_owned()),
                    n if n == and.0 => (n, and.1.to_owned()),
                    _ => (n, v.to_owned()),
                })
                .collect()
        };
    for (pairs, says) in [
        (with("online", "only_official_system", ("", "")), "要提前 20 天告诉全体业主（某市条例 31）"),
        (with("opens", "2026-07-09", ("", "")), "当地的规则不许这样投"),
    ] {
        let pairs: Vec<(&str, &str)> = pairs.iter().map(|(n, v)| (*n, v.as_str())).collect();
        let came = town.send("吴敏", "/votes", &pairs).await;
        assert!(came.status == 422 && came.says(says), "{says}: {}", came.text);
        assert!(came.says("最早 2026 年 7 月 8 日：要提前告诉全体业主（某市条例 31）"), "the hint too: {}", came.text);
    }
    let pairs = with("opens", "2026-07-09", ("online", "only_official_system"));
    let pairs: Vec<(&str, &str)> = pairs.iter().map(|(n, v)| (*n, v.as_str())).collect();
    let came = town.send("吴敏", "/votes", &pairs).await;
    assert_eq!(came.status, 303, "{}", came.text);
    verified(&town);
}

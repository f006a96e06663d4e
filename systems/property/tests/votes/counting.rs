//! 截止、计票、结果: once, by the law's arithmetic, public; the file can be counted again; replay finds the same.

use crate::house::{Town, apart, closes, kept, migrations, town};
use lianxin_ballot::{Input, count};
use lianxin_journal::{Kind, verify};
use lianxin_property::assembly::State;
use sha2::{Digest as _, Sha256};

/// So many houses of each row vote on paper: the first choice of matter 1, the same for matter 2.
async fn voted(town: &Town, url: &str) {
    for (who, marks) in [("佟玉珍", [("m1", "yes"), ("m2", "yes")]), ("康福", [("m1", "no"), ("m2", "abstain")])] {
        assert_eq!(town.send(who, &format!("{url}/cast"), &marks).await.status, 303);
    }
    for (row, doors) in [("东排", [1, 2, 4, 5, 6, 7]), ("西排", [1, 2, 3, 4, 6, 7])] {
        for (n, door) in doors.iter().enumerate() {
            let door: &'static str = format!("{door} 号").leak();
            let no = town.number_of(url, row, door).to_string();
            let pairs = [("no", no.as_str()), ("m1", "yes"), ("m2", if n < 3 { "yes" } else { "no" })];
            for who in ["吴敏", "周国栋"] {
                assert_eq!(town.send(who, &format!("{url}/papers"), &pairs).await.status, 303, "{row} {door}");
            }
        }
    }
}

fn kinds() -> Vec<Kind> {
    [lianxin_register::kinds(), lianxin_gate::kinds(), lianxin_property::kinds()].concat()
}

pub(crate) fn verified(town: &Town) {
    let found = apart(|| {
        town.db.read_wait(|r| Ok(verify(r, &kinds(), &migrations(), &kept(), &mut |_, _| true)?)).expect("verified")
    });
    assert_eq!(found.findings, vec![]);
}

#[tokio::test]
async fn a_vote_is_counted_by_the_law_and_everybody_sees_how() {
    let mut town = town().await;
    let url = town.open().await;
    voted(&town, &url).await;
    let desk = town.get("吴敏", &format!("{url}/desk")).await;
    assert!(desk.says("参加的够数了") && desk.says("7 / 8 人") && desk.says("0 / 3 人"), "{}", desk.text);
    let early = town.send("吴敏", &format!("{url}/count"), &[]).await;
    assert!(early.status == 422 && early.says("还没截止"), "{}", early.text);
    town.pass(closes());
    assert_eq!(town.vote(&url).state, State::Closed);
    assert!(town.get("", &url).await.says("投票截止了"));
    let desk = town.get("吴敏", &format!("{url}/desk")).await;
    assert!(desk.red() == 1 && desk.says("纸票都录完了，计票"), "{}", desk.text);
    let came = town.send("吴敏", &format!("{url}/count"), &[]).await;
    assert_eq!(came.status, 303, "{}", came.text);
    let page = town.get("", &url).await;
    // 14 of 19 took part, 758.80 of 1,014.20 m²: enough. 13 of 14 said yes; 7 of 14 are not three quarters.
    for words in [
        "通过了，对全体业主都有效",
        "没有通过",
        "民法典 278 (5)",
        "民法典 278 (8)",
        "13 人，704.60 平方米",
        "3×14",
        "2×19",
        "4×7",
        "3×14",
        "投的人少，不单列",
        "各栋怎么投的",
        "没投的不算参加",
    ] {
        assert!(page.says(words), "{words}: {}", page.text);
    }
    assert!(page.says("同意 7 人，379.40 平方米；反对 0 人，0.00 平方米"), "{}", page.text);
    assert!(!page.says("佟玉珍") && page.red() == 0);
    assert!(town.english("", &url).await.says("It passed and binds all owners"));
    verified(&town);
}

#[tokio::test]
async fn it_is_closed_once_and_counted_once_whoever_presses_and_whatever_restarts() {
    let mut town = town().await;
    let url = town.open().await;
    voted(&town, &url).await;
    town.db.clock().set(closes());
    apart(|| std::thread::scope(|s| (0..2).for_each(|_| drop(s.spawn(|| town.run_due())))));
    town.pass(closes().plus(60_000_000));
    assert_eq!(town.number("SELECT count(*) FROM journal_act WHERE kind = 'property.closing'"), 1);
    let count = format!("{url}/count");
    let (a, b) = tokio::join!(town.send("吴敏", &count, &[]), town.send("周国栋", &count, &[]));
    let mut all = [a.status, b.status];
    all.sort_unstable();
    assert_eq!(all, [303, 422]);
    assert_eq!(town.number("SELECT count(*) FROM journal_act WHERE kind = 'property.count'"), 1);
    assert_eq!(town.number("SELECT count(*) FROM journal_act WHERE kind = 'property.matter_result'"), 2);
    let again = town.send("吴敏", &count, &[]).await;
    assert!(again.status == 422 && again.says("已经计过票了"), "{}", again.text);
    let late = town.send("吴敏", &format!("{url}/papers"), &[("no", "1"), ("m1", "yes"), ("m2", "yes")]).await;
    assert!(late.status == 422 && late.says("已经计过票了"), "{}", late.text);
    verified(&town);
}

#[tokio::test]
async fn papers_of_the_box_are_entered_after_the_close_and_half_a_paper_keeps_the_count_waiting() {
    let mut town = town().await;
    let url = town.open().await;
    let no = town.number_of(&url, "东排", "1 号").to_string();
    let pairs = [("no", no.as_str()), ("m1", "yes"), ("m2", "yes")];
    town.send("吴敏", &format!("{url}/papers"), &pairs).await;
    town.pass(closes());
    let came = town.send("吴敏", &format!("{url}/count"), &[]).await;
    assert!(came.status == 422 && came.says("还有纸票没录完两遍"), "{}", came.text);
    assert_eq!(town.send("周国栋", &format!("{url}/papers"), &pairs).await.status, 303);
    assert_eq!(town.send("吴敏", &format!("{url}/count"), &[]).await.status, 303);
    let page = town.get("", &url).await;
    assert!(page.says("没有通过") && page.says("不够"), "one paper is no quorum: {}", page.text);
    verified(&town);
}

/// A file has numbers of its own: who reads those beside the doors on the posted roll cannot look a vote up.
fn apart_from_the_roll(town: &Town, input: &Input) {
    let kept = town.read(|r| {
        let sql = "SELECT no, lot, nth, size FROM property_roll_unit ORDER BY no, nth";
        r.rows(sql, &[], |row| Ok([row.int(0)?, row.int(1)?, row.int(2)?, row.int(3)?])).expect("read")
    });
    assert!(kept.iter().any(|[no, lot, ..]| no != lot));
    for [_, lot, nth, size] in kept {
        let unit = input.roll.units.iter().find(|u| u.unit.to_string() == format!("{lot}-{nth}")).expect("on the roll");
        assert_eq!(unit.register, Some(lianxin_base::Area(size).to_string()));
    }
    let papers: Vec<i64> = input.papers.iter().map(|p| p.owner.to_string().parse().expect("a number")).collect();
    assert!(papers.is_sorted(), "their order tells nothing: {papers:?}");
}

#[tokio::test]
async fn whoever_takes_the_file_says_what_for_and_counts_the_same() {
    let mut town = town().await;
    let url = town.open().await;
    voted(&town, &url).await;
    let file = format!("{url}/file");
    let early = town.get("佟玉珍", &file).await;
    assert!(early.status == 409 && early.says("还没计票"), "{} {}", early.status, early.text);
    town.pass(closes());
    town.send("吴敏", &format!("{url}/count"), &[]).await;
    for who in ["魏红", "马建军", "张玉兰"] {
        assert_eq!(town.get(who, &file).await.status, 403, "{who}");
    }
    let page = town.get("佟玉珍", &file).await;
    assert!(page.red() == 1 && page.says("可能会被认出来"), "{}", page.text);
    let came = town.send("佟玉珍", &file, &[]).await;
    assert!(came.status == 422 && came.says("选一下领去做什么"), "{}", came.text);
    // An owner, the community, the street.
    assert_eq!(town.get("高远", &format!("{url}/roll")).await.status, 200);
    assert!(town.get("高远", &url).await.says(&file), "the street finds it on the page of the vote");
    for who in ["佟玉珍", "吴敏", "高远"] {
        let came = town.send(who, &file, &[("purpose", "check")]).await;
        assert_eq!((came.status, came.header("content-type")), (200, "application/json"), "{who}: {}", came.text);
        let input = Input::read_json(&came.text).expect("the documented form");
        let outcome = count(&input).expect("counted");
        let passed: Vec<bool> = outcome.matters.iter().map(|m| m.passed).collect();
        assert_eq!(passed, [true, false]);
        let kept = town.read(|r| {
            let sql = "SELECT outcome_sha256 FROM property_count";
            r.row(sql, &[], |row| row.text(0)).expect("read").expect("counted")
        });
        assert_eq!(outcome.sha256(), kept);
        apart_from_the_roll(&town, &input);
        let file: String = Sha256::digest(came.text.as_bytes()).iter().map(|b| format!("{b:02x}")).collect();
        assert!(town.get("", &url).await.says(&file), "the file's hash stands on the page of the result");
        for word in ["东排", "3 号", "佟玉珍", &town.map.unit(crate::house::YARD, "东排", "3 号").to_string()]
        {
            assert!(!came.says(word), "{word}");
        }
    }
    let lot = town.number("SELECT lot FROM property_roll_unit WHERE house = '东排' AND door = '3 号'");
    let own = format!("计票文件里是 {lot} 号");
    assert!(town.get("佟玉珍", &url).await.says(&own) && !town.get("", &url).await.says("计票文件里是"));
    assert_eq!(town.number("SELECT count(*) FROM property_handed"), 3);
    assert!(town.get("佟玉珍", &file).await.says("3 次"));
}

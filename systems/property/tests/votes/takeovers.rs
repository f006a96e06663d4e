//! 弃管小区接管: begun where no company is, step by step, the vote on a vote that passed; everybody reads it.

use crate::house::{Town, YARD, calling, closes, day, opens, town};

async fn begun(town: &Town) -> String {
    let area = town.map.area(YARD).to_string();
    let says = [("area", area.as_str()), ("since", "2025-06-01"), ("words", "院灯坏了大半，没有物业")];
    let came = town.send("吴敏", "/takeovers", &says).await;
    assert_eq!(came.status, 303, "{}", came.text);
    came.header("location").split('?').next().unwrap_or_default().to_owned()
}

async fn done(town: &Town, url: &str, on: &str) {
    let says = [("day", on), ("who", "芙蓉社区"), ("words", "见记录")];
    let came = town.send("吴敏", &format!("{url}/step"), &says).await;
    assert_eq!(came.status, 303, "{on}: {}", came.text);
}

#[tokio::test]
async fn a_take_over_is_begun_where_no_company_is_and_everybody_reads_its_steps() {
    let town = town().await;
    let empty = town.get("", "/takeovers").await;
    assert!(empty.status == 200 && empty.says("现在没有正在接管的小区") && empty.red() == 0, "{}", empty.text);
    assert!(town.get("吴敏", "/takeovers/new").await.red() == 1);
    let served = town.map.area("芙蓉里").to_string();
    let area = town.map.area(YARD).to_string();
    for (place, since, words, says) in [
        (&served, "2025-06-01", "没有物业", "这个小区有物业公司"),
        (&area, "2026-06-19", "没有物业", "不能在今天以后"),
        (&area, "2025-06-01", "", "还没填"),
    ] {
        let pairs = [("area", place.as_str()), ("since", since), ("words", words)];
        let came = town.send("吴敏", "/takeovers", &pairs).await;
        assert!(came.status == 422 && (came.says(says) || words.is_empty()), "{says}: {}", came.text);
    }
    let url = begun(&town).await;
    let again = [("area", area.as_str()), ("since", "2025-06-01"), ("words", "没有物业")];
    let came = town.send("吴敏", "/takeovers", &again).await;
    assert!(came.status == 422 && came.says("已经在接管了"), "{}", came.text);
    // Only where one can begin is it offered, and what is in the way elsewhere is said.
    let form = town.get("吴敏", "/takeovers/new").await;
    for words in ["芙蓉里、", "不在名单里：这个小区有物业公司", "铁东 12 号院不在名单里：这个小区已经在接管了"]
    {
        assert!(form.says(words), "{words}: {}", form.text);
    }
    for place in [&served, &area] {
        assert!(!form.says(&format!("value=\"{place}\"")), "{}", form.text);
    }
    assert!(town.english("吴敏", "/takeovers/new").await.says("Not on the list: "));
    done(&town, &url, "2026-06-10").await;
    let page = town.get("", &url).await;
    for words in ["办了 1 步，共 16 步", "2026 年 6 月 10 日，芙蓉社区", "民法典 949", "民法典 278 (4)", "院灯坏了大半"]
    {
        assert!(page.says(words), "{words}: {}", page.text);
    }
    assert!(page.red() == 0 && town.get("吴敏", &url).await.red() == 1);
    assert!(town.english("", &url).await.says("1 of 16 steps done"));
    for (on, words, says) in
        [("2026-06-09", "公告", "太早了"), ("2026-06-19", "公告", "不能在今天以后"), ("2026-06-12", "", "还没填")]
    {
        let says_ = [("day", on), ("who", "街道"), ("words", words)];
        let came = town.send("吴敏", &format!("{url}/step"), &says_).await;
        assert!(came.status == 422 && (came.says(says) || words.is_empty()), "{says}: {}", came.text);
    }
    // Two had the form of one step open: what the second wrote is not noted for the next step.
    assert!(town.get("吴敏", &format!("{url}/step")).await.says("name=\"step\" value=\"recognised\""));
    let of_one = [("step", "recognised"), ("day", "2026-06-12"), ("who", "街道"), ("words", "公告贴了")];
    assert_eq!(town.send("吴敏", &format!("{url}/step"), &of_one).await.status, 303);
    let second = [("step", "recognised"), ("day", "2026-06-12"), ("who", "街道"), ("words", "公告贴好了")];
    let came = town.send("周国栋", &format!("{url}/step"), &second).await;
    assert!(came.status == 422 && came.says("刚才有人记过了") && came.says("公告贴好了"), "{}", came.text);
    assert!(town.get("", &url).await.says("办了 2 步，共 16 步"));
    for who in ["马建军", "佟玉珍", "刘志强"] {
        let came = town.get(who, &format!("{url}/step")).await;
        assert!([403, 404].contains(&came.status), "{who}: {}", came.status);
    }
    let leaves = "SELECT count(*) FROM journal_act WHERE body LIKE '%院灯坏了大半%' OR body LIKE '%见记录%'";
    assert_eq!(town.number(leaves), 0, "what was typed is in no leaf");
}

/// A vote that engages a company is called for the yard.
async fn engaging(town: &Town) -> String {
    let area = town.map.area(YARD).to_string();
    let about: Vec<_> =
        calling(&area).into_iter().map(|(n, v)| if n == "kind1" { (n, "manager") } else { (n, v) }).collect();
    let came = town.send("吴敏", "/votes", &about).await;
    came.header("location").split("/desk").next().unwrap_or_default().to_owned()
}

/// Everybody votes for it on paper.
async fn all_for_it(town: &Town, vote: &str) {
    let numbers: Vec<i64> = town.read(|r| {
        r.rows("SELECT DISTINCT no FROM property_roll_unit ORDER BY no", &[], |row| row.int(0)).expect("read")
    });
    let own = town.number_of(vote, "西排", "8 号");
    for no in numbers.into_iter().filter(|no| *no != own) {
        let no = no.to_string();
        for who in ["吴敏", "周国栋"] {
            let marks = [("no", no.as_str()), ("m1", "yes"), ("m2", "yes")];
            assert_eq!(town.send(who, &format!("{vote}/papers"), &marks).await.status, 303);
        }
    }
}

#[tokio::test]
async fn a_vote_from_before_the_plan_takes_nothing_over() {
    let mut town = town().await;
    let vote = engaging(&town).await;
    town.pass(opens());
    all_for_it(&town, &vote).await;
    town.pass(closes());
    assert_eq!(town.send("吴敏", &format!("{vote}/count"), &[]).await.status, 303);
    let url = begun(&town).await;
    for _ in 0..8 {
        done(&town, &url, "2026-07-13").await;
    }
    town.pass(day("2026-07-28").at(9, 0));
    let says = [("day", "2026-07-28"), ("who", "全体业主"), ("words", "以前投过")];
    let old = town.send("吴敏", &format!("{url}/step"), &says).await;
    assert!(old.status == 422 && old.says("方案公示满 15 天以后"), "{} {}", old.status, old.text);
}

#[tokio::test]
async fn the_vote_of_a_take_over_stands_on_a_vote_that_passed() {
    let mut town = town().await;
    let url = begun(&town).await;
    for _ in 0..8 {
        done(&town, &url, "2026-06-18").await;
    }
    let vote = engaging(&town).await;
    town.pass(opens());
    all_for_it(&town, &vote).await;
    let says = [("day", "2026-07-03"), ("who", "全体业主"), ("words", "票投完了")];
    let early = town.send("吴敏", &format!("{url}/step"), &says).await;
    assert!(early.status == 422 && early.says("还没有一次计了票、通过了的"), "{} {}", early.status, early.text);
    town.pass(closes());
    assert_eq!(town.send("吴敏", &format!("{vote}/count"), &[]).await.status, 303);
    let result = town.get("", &vote).await;
    assert!(result.says("民法典 946") && result.says("最早 2026 年 9 月 11 日到期"), "{}", result.text);
    done(&town, &url, "2026-07-13").await;
    let page = town.get("", &url).await;
    assert!(page.says(&format!("href=\"{vote}\"")) && page.says("看那次表决的结果"), "{}", page.text);
    for _ in 0..4 {
        done(&town, &url, "2026-07-13").await;
    }
    town.pass(day("2026-10-12").at(9, 0));
    done(&town, &url, "2026-07-14").await;
    done(&town, &url, "2026-07-20").await;
    let look = [("day", "2026-10-12"), ("who", "芙蓉社区"), ("words", "看了")];
    let early = town.send("吴敏", &format!("{url}/step"), &look).await;
    assert!(early.status == 422 && early.says("满三个月"), "{}", early.text);
    town.pass(day("2026-10-13").at(9, 0));
    done(&town, &url, "2026-10-13").await;
    assert!(town.get("", "/takeovers").await.says("接好了"));
    let after = town.send("吴敏", &format!("{url}/step"), &look).await;
    assert!(after.status == 409 && after.says("已经接好了"), "{} {}", after.status, after.text);
}

#[tokio::test]
async fn a_step_noted_wrongly_is_taken_back_and_a_take_over_given_up_says_why() {
    let town = town().await;
    let url = begun(&town).await;
    done(&town, &url, "2026-06-10").await;
    done(&town, &url, "2026-06-12").await;
    let page = town.get("吴敏", &format!("{url}/mend")).await;
    assert!(page.status == 200 && page.says("收回这一步：街道认定、公告"), "{}", page.text);
    let undo = format!("{url}/undo");
    let silent = town.send("吴敏", &undo, &[("step", "recognised"), ("reason", "")]).await;
    assert_eq!(silent.status, 422, "{}", silent.text);
    let first = town.send("吴敏", &undo, &[("step", "survey"), ("reason", "日子记错了")]).await;
    assert!(first.status == 422 && first.says("日子记错了"), "only the last one: {}", first.text);
    assert_eq!(town.send("吴敏", &undo, &[("step", "recognised"), ("reason", "日子记错了")]).await.status, 303);
    assert!(town.get("", &url).await.says("办了 1 步，共 16 步"));
    done(&town, &url, "2026-06-11").await;
    for who in ["马建军", "佟玉珍", "刘志强"] {
        assert!([403, 404].contains(&town.get(who, &format!("{url}/mend")).await.status), "{who}");
    }
    let off = town.send("周国栋", &format!("{url}/off"), &[("why", "红星物业答应来了")]).await;
    assert_eq!(off.status, 303, "{}", off.text);
    let page = town.get("", &url).await;
    assert!(page.says("不接管了：红星物业答应来了") && page.red() == 0, "{}", page.text);
    let after =
        town.send("吴敏", &format!("{url}/step"), &[("day", "2026-06-12"), ("who", "街道"), ("words", "公告")]).await;
    assert!(after.status == 409 && after.says("已经停下来了"), "{} {}", after.status, after.text);
    begun(&town).await;
    crate::counting::verified(&town);
}

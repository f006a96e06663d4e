//! 应急维修: the fund is used without a vote only where the region says so, before everybody, and within the sum that was noted.

use crate::house::{Came, Town, YARD, day, town};
use crate::rulesets::{adopted, text};
use lianxin_base::Lang;
use lianxin_property::urgent::hung;

const RULE: &str = "\n[urgent]\narticle = \"某市条例 61\"\nseen = \"A\"\nposted_days = 7\n";

async fn noted(town: &Town, who: &str, change: (&str, &str)) -> Came {
    let area = town.map.area(YARD).to_string();
    let says = [
        ("area", area.as_str()),
        ("danger", "water"),
        ("place", "院里水表井"),
        ("day", "2026-06-18"),
        ("found", "西排住户打电话"),
        ("sum", "12,600"),
        ("words", "主管裂了，二十户没水"),
    ];
    let says = says.map(|(n, v)| if n == change.0 { change } else { (n, v) });
    town.send(who, "/urgent-repairs", &says).await
}

async fn settled(town: &Town, url: &str, sum: &str, on: &str, words: &str) -> Came {
    town.send("吴敏", &format!("{url}/done"), &[("day", on), ("sum", sum), ("words", words)]).await
}

#[tokio::test]
async fn without_a_rule_of_the_region_the_fund_needs_a_vote() {
    let town = town().await;
    let list = town.get("", "/urgent-repairs").await;
    assert!(list.status == 200 && list.says("还没有不经表决") && list.red() == 0, "{}", list.text);
    let form = town.get("吴敏", "/urgent-repairs/new").await;
    assert!(form.says("没有写应急维修可以不表决") && form.says("href=\"/rules\"") && form.red() == 0, "{}", form.text);
    let came = noted(&town, "吴敏", ("", "")).await;
    assert!(came.status == 409 || came.status == 422, "{} {}", came.status, came.text);
    assert!(came.says("请先开业主表决") || came.says("没有写应急维修可以不表决"), "{}", came.text);
    for who in ["马建军", "佟玉珍"] {
        assert!([403, 404].contains(&town.get(who, "/urgent-repairs/new").await.status), "{who}");
    }
    assert!(town.get("", "/votes").await.says("/urgent-repairs"), "one finds it beside the votes");
}

#[tokio::test]
async fn an_emergency_is_noted_before_everybody_and_settled_within_its_sum() {
    let mut town = town().await;
    adopted(&town, &text("2026-01-01", RULE)).await;
    assert!(town.get("", "/rules").await.says("账贴 7 天，依据：某市条例 61"));
    let form = town.get("吴敏", "/urgent-repairs/new").await;
    assert!(form.red() == 1 && form.says("某市条例 61"), "{}", form.text);
    for (change, says) in [
        (("sum", "许多"), "写一个大于零的数"),
        (("sum", "0"), "写一个大于零的数"),
        (("sum", "10,000,000.01"), "写一个大于零的数"),
        (("sum", ""), "这一项要填"),
        (("day", "2026-06-19"), "不能在今天以后"),
        (("danger", "sparrow"), "选"),
        (("found", ""), "这一项要填"),
        (("words", ""), "这一项要填"),
    ] {
        let came = noted(&town, "吴敏", change).await;
        assert!(came.status == 422 && came.says(says), "{change:?}: {} {}", came.status, came.text);
        assert!(came.says("院里水表井"), "what was typed stays: {change:?}");
    }
    let away = town.map.area("御府苑").to_string();
    assert!([403, 404, 422].contains(&noted(&town, "吴敏", ("area", &away)).await.status), "not theirs");
    let came = noted(&town, "吴敏", ("", "")).await;
    assert_eq!(came.status, 303, "{}", came.text);
    let url = came.header("location").split('?').next().unwrap_or_default().to_owned();
    let page = town.get("", &url).await;
    let told =
        ["供水的泵、管坏了", "院里水表井", "西排住户打电话", "某市条例 61", "12,600.00 元", "主管裂了", "还在修"];
    for words in told.iter().chain(&["全体业主、芙蓉街道办事处、演示区物管办", "芙蓉社区居委会"])
    {
        assert!(page.says(words), "{words}: {}", page.text);
    }
    assert!(page.red() == 0 && town.get("周国栋", &url).await.red() == 1);
    assert!(town.english("", &url).await.says("Emergency repair: Water pump or pipe broken"));
    // The owners hear of it, and the two by name in the act.
    let orgs = "SELECT count(*) FROM outbox_message WHERE kind = 'property.urgent' AND org IS NOT NULL";
    let people = "SELECT count(*) FROM outbox_message WHERE kind = 'property.urgent' AND person IS NOT NULL";
    assert!(town.number(orgs) == 2 && town.number(people) >= 18, "{} {}", town.number(orgs), town.number(people));
    let leaves = "SELECT count(*) FROM journal_act WHERE body LIKE '%主管裂了%' OR body LIKE '%水表井%' \
                  OR body LIKE '%条例 61%' OR body LIKE '%住户打电话%'";
    assert_eq!(town.number(leaves), 0, "what was typed is in no leaf");

    let done = format!("{url}/done");
    assert!(town.get("吴敏", &done).await.says("最多 12,600.00 元") && town.get("吴敏", &done).await.red() == 1);
    for who in ["马建军", "佟玉珍"] {
        assert!([403, 404].contains(&town.get(who, &done).await.status), "{who}");
    }
    town.pass(day("2026-06-22").at(10, 0));
    for (sum, on, words, says) in [
        ("12,600.01", "2026-06-22", "换了管", "多出来的部分要开业主表决"),
        ("一半", "2026-06-22", "换了管", "没有动用就写 0"),
        ("12,000", "2026-06-23", "换了管", "修完的日子"),
        ("12,000", "2026-06-17", "换了管", "修完的日子"),
        ("12,000", "2026-06-22", "", "这一项要填"),
    ] {
        let came = settled(&town, &url, sum, on, words).await;
        assert!(came.status == 422 && came.says(says), "{sum} {on}: {} {}", came.status, came.text);
    }
    let came = settled(&town, &url, "11,980.5", "2026-06-21", "换了 6 米主管，发票和验收单在社区").await;
    assert_eq!(came.status, 303, "{}", came.text);
    let page = town.get("", &url).await;
    for words in ["11,980.50 元", "2026 年 6 月 29 日", "换了 6 米主管", "花了"] {
        assert!(page.says(words), "{words}: {}", page.text);
    }
    assert_eq!(town.get("吴敏", &done).await.status, 409, "settled once");
    assert_eq!(settled(&town, &url, "1", "2026-06-22", "又花了").await.status, 409);
    // It hangs until its last day, and no longer.
    let area = town.map.area(YARD);
    for (on, hangs) in [("2026-06-22", 1), ("2026-06-29", 1), ("2026-06-30", 0)] {
        let now = day(on).at(12, 0);
        let all = town.read(move |r| hung(r, area, Lang::Zh, now, 9).expect("read"));
        assert_eq!(all.len(), hangs, "{on}");
    }
}

#[tokio::test]
async fn what_was_wrong_is_put_right_before_everybody_and_what_stood_stays() {
    let mut town = town().await;
    adopted(&town, &text("2026-01-01", RULE)).await;
    let came = noted(&town, "吴敏", ("", "")).await;
    let url = came.header("location").split('?').next().unwrap_or_default().to_owned();
    let correct = format!("{url}/correct");
    let form = town.get("吴敏", &correct).await;
    assert!(form.red() == 1 && form.says("value=\"12,600.00\"") && form.says("主管裂了"), "{}", form.text);
    assert!(town.english("吴敏", &correct).await.says("What was wrong"));
    for who in ["", "马建军", "佟玉珍"] {
        for page in ["correct", "account", "off"] {
            assert_ne!(town.get(who, &format!("{url}/{page}")).await.status, 200, "{who} {page}");
        }
    }
    let entry = |change: (&'static str, &'static str)| {
        let says = [
            ("place", "东排水表井"),
            ("day", "2026-06-17"),
            ("found", "东排住户打电话"),
            ("sum", "11,000"),
            ("words", "主管裂了，二十户没水"),
            ("reason", "写错了地方"),
        ];
        says.map(|(n, v)| if n == change.0 { change } else { (n, v) })
    };
    for (change, says) in [
        (("reason", ""), "这一项要填"),
        (("sum", "12,600.01"), "不能把最多动用的数改大"),
        (("sum", "0"), "写一个大于零的数"),
        (("day", "2026-06-19"), "不能在今天以后"),
        (("words", ""), "这一项要填"),
    ] {
        let came = town.send("吴敏", &correct, &entry(change)).await;
        assert!(came.status == 422 && came.says(says), "{change:?}: {} {}", came.status, came.text);
        assert!(came.says("东排水表井"), "what was typed stays: {change:?}");
    }
    let none = town.send("吴敏", &format!("{url}/account"), &entry(("", ""))).await;
    assert!(none.says("账还没贴出来，不用更正"), "{} {}", none.status, none.text);
    assert_eq!(town.get("吴敏", &format!("{url}/account")).await.status, 409);
    assert_eq!(town.send("吴敏", &correct, &entry(("", ""))).await.status, 303);
    let page = town.get("", &url).await;
    for words in
        ["东排水表井", "11,000.00 元", "写错了地方", "原来写的：2026 年 6 月 18 日，12,600.00 元，院里水表井：主管裂了"]
    {
        assert!(page.says(words), "{words}: {}", page.text);
    }
    let told = "SELECT count(*) FROM outbox_message WHERE kind = 'property.urgent_mended' AND org IS NOT NULL";
    assert_eq!(town.number(told), 2);
    let paper = town.get("", &format!("{url}/print")).await;
    for words in [
        "应急维修动用维修资金公示（更正）",
        "东排水表井",
        "某市条例 61",
        "还在修",
        "盖章",
        "2026 年 6 月 18 日更正了记的内容：写错了地方",
        "原来写的：2026 年 6 月 18 日，12,600.00 元，院里水表井：主管裂了",
    ] {
        assert!(paper.says(words), "{words}: {}", paper.text);
    }
    // A month later the convener hears that there is no account, and again a month after that.
    let late = "SELECT count(*) FROM outbox_message WHERE kind = 'property.urgent_late'";
    for (on, n) in [("2026-07-17", 0), ("2026-07-18", 1), ("2026-08-17", 2)] {
        town.pass(day(on).at(10, 0));
        assert_eq!(town.number(late), n, "{on}");
    }
    assert_eq!(settled(&town, &url, "10,000", "2026-08-01", "换了 6 米主管").await.status, 303);
    town.pass(day("2026-09-30").at(10, 0));
    assert_eq!(town.number(late), 2, "it hangs out");
    let off = town.send("吴敏", &format!("{url}/off"), &[("reason", "记重了")]).await;
    assert!(off.says("账已经贴出来了"), "{} {}", off.status, off.text);
    let account = |sum| [("day", "2026-08-02"), ("sum", sum), ("words", "换了 8 米主管"), ("reason", "发票加错了")];
    let page = format!("{url}/account");
    let more = town.send("吴敏", &page, &account("11,000.01")).await;
    assert!(more.status == 422 && more.says("多出来的部分"), "{}", more.text);
    let below = town.send("吴敏", &correct, &entry(("sum", "9,999"))).await;
    assert!(below.status == 422 && below.says("先更正账"), "{}", below.text);
    assert_eq!(town.send("吴敏", &page, &account("10,400")).await.status, 303);
    let shown = town.get("", &url).await;
    for words in ["10,400.00 元", "发票加错了", "2026 年 10 月 7 日", "10,000.00 元，换了 6 米主管"] {
        assert!(shown.says(words), "{words}: {}", shown.text);
    }
    let paper = town.get("", &format!("{url}/print")).await;
    assert!(paper.says("2026 年 9 月 30 日更正了账：发票加错了"), "{}", paper.text);
    let dated = "<p class=\"num\">2026 年 9 月 30 日</p>";
    assert!(paper.text.contains(dated), "it bears the day of its correction: {}", paper.text);
    let leaves = "SELECT count(*) FROM journal_act WHERE body LIKE '%写错了地方%' OR body LIKE '%8 米主管%'";
    assert_eq!(town.number(leaves), 0, "what was typed is in no leaf");
    crate::counting::verified(&town);
}

#[tokio::test]
async fn an_entry_nothing_was_used_for_is_withdrawn_and_can_still_be_read() {
    let mut town = town().await;
    adopted(&town, &text("2026-01-01", RULE)).await;
    let came = noted(&town, "吴敏", ("", "")).await;
    let url = came.header("location").split('?').next().unwrap_or_default().to_owned();
    let off = format!("{url}/off");
    assert!(town.get("吴敏", &off).await.red() == 1);
    assert_eq!(town.send("吴敏", &off, &[("reason", "")]).await.status, 422);
    assert_eq!(town.send("吴敏", &off, &[("reason", "和昨天那次记重了")]).await.status, 303);
    let page = town.get("", &url).await;
    assert!(page.says("和昨天那次记重了") && page.says("主管裂了") && page.says("收回了"), "{}", page.text);
    assert!(town.get("吴敏", &url).await.red() == 0);
    let paper = town.get("", &format!("{url}/print")).await;
    let off = "这一次 2026 年 6 月 18 日收回了，没有动用维修资金：和昨天那次记重了";
    assert!(paper.says(off) && paper.says("公示（收回）"), "{}", paper.text);
    assert!(town.get("", "/urgent-repairs").await.says("收回了"));
    for at in ["off", "correct", "done"] {
        let again = town.get("吴敏", &format!("{url}/{at}")).await;
        assert!(again.status == 409 && again.says("已经收回了"), "{at}: {}", again.text);
    }
    assert_eq!(settled(&town, &url, "1", "2026-06-18", "修了").await.status, 409);
    let (area, now) = (town.map.area(YARD), day("2026-06-18").at(12, 0));
    assert!(town.read(move |r| hung(r, area, Lang::Zh, now, 9).expect("read")).is_empty(), "it hangs no more");
    town.pass(day("2026-08-18").at(10, 0));
    assert_eq!(town.number("SELECT count(*) FROM outbox_message WHERE kind = 'property.urgent_late'"), 0);
    crate::counting::verified(&town);
}

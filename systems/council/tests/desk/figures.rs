//! How organisations do: five matters at least, every figure with its matters, a company its own only.

use crate::house::{at, town};
use lianxin_base::DAY;

#[tokio::test]
async fn a_figure_needs_five_matters_and_opens_them() {
    let town = town().await;
    assert!(town.get("吴敏", "/figures").await.says("这段时间没有事"));
    let nos: Vec<String> = (0..4).map(|_| town.at_step("closed", "红星物业")).collect();
    let page = town.get("吴敏", "/figures").await;
    assert!(page.says("不到 5 件，不列") && !page.says("%</a>"), "{}", page.text);
    let open = town.at_step("work", "红星物业");
    let page = town.get("吴敏", "/figures").await;
    assert_eq!((page.status, page.red()), (200, 0));
    for words in [
        "100%</a> <span class=\"sub\">5 件里 5 件",
        "80%</a> <span class=\"sub\">5 件里 4 件",
        "红星物业",
        "不到 5 件，不列",
    ] {
        assert!(page.says(words), "{words}: {}", page.text);
    }
    let link = page.text.split("href=\"").find(|l| l.contains("figure=unit-done")).expect("a link").split('"').next();
    let behind = town.get("吴敏", &link.expect("its address").replace("&#38;", "&")).await;
    assert_eq!(behind.status, 200, "{}", behind.text);
    let places: Vec<_> = [&open, &nos[0]].map(|no| behind.text.find(&at(no)).expect("listed")).to_vec();
    assert!(places.is_sorted(), "what does not count stands first");
    assert!(town.english("吴敏", "/figures").await.says("Residents say done"));
}

#[tokio::test]
async fn yesterdays_figures_are_the_same_tomorrow_and_a_company_sees_its_own() {
    let town = town().await;
    for _ in 0..5 {
        town.at_step("work", "红星物业");
    }
    let today = town.now().day();
    town.db.clock().set(town.now().plus(DAY));
    for _ in 0..5 {
        town.at_step("closed", "红星物业");
    }
    let then = town.get("吴敏", &format!("/figures?to={today}")).await;
    assert!(then.says("0%</a> <span class=\"sub\">5 件里 0 件") && !then.says("10 件里"), "{}", then.text);
    let now = town.get("吴敏", "/figures").await;
    assert!(now.says("50%</a> <span class=\"sub\">10 件里 5 件"), "{}", now.text);
    assert!(now.says("data-th=\"居民说办好了\"><a href"), "a phone shows no head of the table: {}", now.text);
    let theirs = town.get("马建军", "/figures").await;
    assert!(theirs.says("<b>红星物业</b>") && !theirs.says("<b>芙蓉社区居委会</b>"), "{}", theirs.text);
    let community = town.map.org("芙蓉社区居委会");
    for (who, path, status) in [
        ("马建军", format!("/figures/matters?figure=response&org={community}"), 404),
        ("吴敏", format!("/figures/matters?figure=response&org={community}"), 200),
        ("吴敏", "/figures/matters?figure=nonsense&org=x".to_owned(), 404),
        ("吴敏", "/figures?span=77&to=2999-01-01&area=x".to_owned(), 200),
        ("", "/figures".to_owned(), 303),
    ] {
        assert_eq!(town.get(who, &path).await.status, status, "{who} {path}");
    }
}

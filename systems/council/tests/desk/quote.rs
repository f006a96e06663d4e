//! A price is named, thought over, answered, and never exceeded.

use crate::house::{Came, FURONGLI, Told, Town, at, town};
use crate::meeting::read;
use lianxin_council::collect::{NewDispatch, dispatch};
use lianxin_council::forget;
use lianxin_council::rules::{Category, Pace};

const ASK: [(&str, &str); 3] = [("price", "180"), ("covers", "both"), ("note", "换一个陶瓷芯龙头")];

async fn quoted(town: &Town) -> String {
    let no = town.at_step("work", "红星物业");
    let came = town.send("马建军", &no, "quote", &ASK).await;
    assert_eq!(
        (came.status, came.header("location")),
        (303, format!("{}?said=quote", at(&no)).as_str()),
        "{}",
        came.text
    );
    no
}

fn public(no: &str) -> String {
    lianxin_council::pages::url(no)
}

#[tokio::test]
async fn a_price_waits_for_a_yes_and_is_not_exceeded() {
    let town = town().await;
    let no = quoted(&town).await;
    let m = town.matter(&no);
    assert_eq!((m.step.as_str(), m.due_at.expect("a day").day().to_string().as_str()), ("quoted", "2026-06-24"));
    let page = town.get("马建军", &format!("{}?said=quote", at(&no))).await;
    for words in [
        "报给住户了，红星物业先等回话",
        "红星物业报了价，等住户回话",
        "180.00 元",
        "工钱和料钱都在内",
        "换一个陶瓷芯龙头",
    ] {
        assert!(page.says(words), "{words}: {}", page.text);
    }
    assert!(!page.has_form("/consent") && !page.says("?do=consent\"") && !page.says("?do=completion\""));
    let anyone = town.get("", &public(&no)).await;
    assert!(anyone.says("报了价，等住户回话") && !priced(&anyone) && !anyone.says("陶瓷芯"), "{}", anyone.text);
    let journal =
        town.db.read(|r| Ok(r.rows("SELECT body FROM journal_act", &[], |row| row.text(0))?)).await.expect("read");
    let held = |leaf: &String| ["\"18000\"", ":18000,", ":18000}"].iter().any(|price| leaf.contains(price));
    assert!(!journal.iter().any(held), "the price stands in no leaf");

    let yes = [("how", "phone"), ("note", ""), ("answer", "yes")];
    let came = town.send("吴敏", &no, "consent", &yes).await;
    assert_eq!(came.status, 303, "{}", came.text);
    let m = town.matter(&no);
    assert_eq!((m.step.as_str(), m.due_at.expect("a term").day().to_string().as_str()), ("work", "2026-06-26"));
    let page = town.get("吴敏", came.header("location")).await;
    assert!(page.says("住户的回话记下了。红星物业接着办") && page.says("同意了"), "{}", page.text);
    for (price, status, says) in [
        ("180.01", 422, "住户同意的是 180.00 元，不能多收"),
        ("不少", 422, "请写一个数"),
        ("-5", 422, "请写一个数"),
        ("180", 303, ""),
    ] {
        let came = town.send("马建军", &no, "completion", &[("note", "换好了"), ("price", price)]).await;
        assert_eq!(came.status, status, "{price}: {}", came.text);
        assert!(status == 303 || (came.says(says) && came.says("id=\"e-price\"")), "{price}: {}", came.text);
        assert!(status == 303 || came.form("/completion").contains("换好了"), "what was typed stays");
    }
    let page = town.get("吴敏", &at(&no)).await;
    assert!(page.says("干完了，花了 180.00 元"), "{}", page.text);
    let anyone = town.get("", &public(&no)).await;
    assert!(!priced(&anyone), "nobody else hears what somebody paid: {}", anyone.text);
    assert_eq!(crate::photos::findings(&town), []);
}

#[tokio::test]
async fn a_no_comes_back_with_its_reason_and_nothing_is_charged() {
    let town = town().await;
    let no = quoted(&town).await;
    let came = town.send("吴敏", &no, "consent", &[("how", "visit"), ("note", ""), ("answer", "no")]).await;
    assert!(came.status == 422 && came.says("id=\"e-note\""), "{}", came.text);
    let came = town.send("吴敏", &no, "consent", &[("note", "太贵"), ("answer", "no")]).await;
    assert!(came.status == 422 && came.says("id=\"e-how\""), "{}", came.text);
    let came =
        town.send("吴敏", &no, "consent", &[("how", "visit"), ("note", "太贵了，我自己买料"), ("answer", "no")]).await;
    assert_eq!(came.status, 303, "{}", came.text);
    let page = town.get("马建军", &at(&no)).await;
    assert!(page.says("住户说：太贵了，我自己买料") && page.says("没同意"), "{}", page.text);
    let came = town.send("马建军", &no, "completion", &[("note", "换好了"), ("price", "50")]).await;
    assert!(came.status == 422 && came.says("报过的价住户没有同意"), "{}", came.text);
    let labour = [("price", "40"), ("covers", "labour"), ("note", "用您自己的料")];
    assert_eq!(town.send("马建军", &no, "quote", &labour).await.status, 303);
    let again = [("price", "３０"), ("covers", "labour"), ("note", "再便宜些")];
    assert_eq!(town.send("马建军", &no, "quote", &again).await.status, 303, "a new price replaces the one before");
    let page = town.get("吴敏", &at(&no)).await;
    assert!(page.says("换了新价") && page.says("30.00 元") && page.red() == 1, "{}", page.text);
    assert_eq!(town.send("马建军", &no, "resumption", &[]).await.status, 303, "taken back");
    assert_eq!(town.matter(&no).due_at.expect("a term").day().to_string(), "2026-06-26");
    assert_eq!(town.send("马建军", &no, "completion", &[("note", "没收钱，换好了")]).await.status, 303);
    let open = "SELECT COUNT(*) FROM council_quote WHERE state = 'open'";
    let open = town.db.read(move |r| Ok(r.row(open, &[], |row| row.int(0))?)).await.expect("read");
    assert_eq!(open, Some(0));
}

#[tokio::test]
async fn what_a_price_needs_is_said_at_its_question() {
    let town = town().await;
    for (pairs, field) in [
        (vec![("covers", "both"), ("note", "换龙头")], "price"),
        (vec![("price", "0"), ("covers", "both"), ("note", "换龙头")], "price"),
        (vec![("price", "1,000,000.01"), ("covers", "both"), ("note", "换龙头")], "price"),
        (vec![("price", "180"), ("note", "换龙头")], "covers"),
        (vec![("price", "180"), ("covers", "tea"), ("note", "换龙头")], "covers"),
        (vec![("price", "180"), ("covers", "both"), ("note", "")], "note"),
    ] {
        let no = town.at_step("work", "红星物业");
        let came = town.send("马建军", &no, "quote", &pairs).await;
        assert!(came.status == 422 && came.says(&format!("id=\"e-{field}\"")), "{pairs:?}: {}", came.text);
        assert_eq!(town.matter(&no).step, "work");
    }
}

#[tokio::test]
async fn only_who_does_it_asks_and_only_somebody_else_answers() {
    let town = town().await;
    let (other, own) = (town.at_step("work", "演示区城管大队"), town.at_step("work", "芙蓉社区居委会"));
    let token = town.token("马建军").await;
    let with = |token: &str, no: &str, pairs: &[(&'static str, &'static str)]| {
        let hops = town.matter(no).hops.to_string();
        let mut all = vec![("token", token.to_owned()), ("hops", hops)];
        all.extend(pairs.iter().map(|(n, v)| (*n, (*v).to_owned())));
        all
    };
    let post = async |who: &str, path: String, all: Vec<(&str, String)>| {
        let pairs: Vec<(&str, &str)> = all.iter().map(|(n, v)| (*n, v.as_str())).collect();
        town.post(who, &path, &pairs).await
    };
    let came = post("马建军", format!("{}/quote", at(&other)), with(&token, &other, &ASK)).await;
    assert!(came.status == 403 && came.says("只有承办的单位能这样办"), "{}", came.text);
    assert_eq!(town.send("吴敏", &own, "quote", &ASK).await.status, 303);
    let yes = [("how", "phone"), ("note", ""), ("answer", "yes")];
    let token_wu = town.token("吴敏").await;
    let came = post("吴敏", format!("{}/consent", at(&own)), with(&token_wu, &own, &yes)).await;
    assert!(came.status == 403 && came.says("报价的单位不能替住户同意"), "{}", came.text);
    let came = town.get("", &format!("{}/quote", public(&own))).await;
    assert_ne!(came.status, 200, "nobody else answers");
    assert_eq!(town.matter(&own).step, "quoted");
    let page = town.get("周国栋", &at(&own)).await;
    assert!(
        page.has_form("/consent") && page.says("住户同意</button>") && !page.says("我同意"),
        "the party's secretary is of another house, and does not agree in their own name: {}",
        page.text
    );
}

#[tokio::test]
async fn what_somebody_without_an_account_was_asked_and_paid_goes_with_their_report() {
    let town = town().await;
    let no = town.report("厨房水龙头关不严", &Told { by: None, ..FURONGLI });
    let (category, pace, executor) = (Category::Water, Pace::General, Some(town.map.org("红星物业")));
    let new = NewDispatch { no: no.clone(), seen: None, title: "水龙头关不严".into(), category, pace, executor };
    town.act("吴敏", move |tx, terms, author| dispatch(tx, terms, author, &new));
    let yes = [("how", "phone"), ("note", "周末来吧"), ("answer", "yes")];
    let done = [("note", "换好了"), ("price", "180")];
    for (who, form, pairs) in
        [("马建军", "quote", &ASK[..]), ("吴敏", "consent", &yes), ("马建军", "completion", &done)]
    {
        let came = town.send(who, &no, form, pairs).await;
        assert_eq!(came.status, 303, "{form}: {}", came.text);
    }
    let act = town.matter(&no).act;
    let left = read(&town, move |r| {
        let (_, texts) = forget::left(r, act).expect("read").expect("nobody's account");
        let words = |(act, field): (_, String)| lianxin_journal::text(r, act, &field).expect("read").expect("a text");
        texts.into_iter().map(words).collect::<Vec<_>>()
    });
    let times = |text: &str| left.iter().filter(|t| *t == text).count();
    assert_eq!(
        [times("18000"), times("both"), times("换一个陶瓷芯龙头"), times("周末来吧"), times("换好了")],
        [2, 1, 1, 1, 0]
    );
}

#[tokio::test]
async fn what_somebody_wrote_to_a_price_that_was_taken_back_is_not_lost() {
    let town = town().await;
    let no = quoted(&town).await;
    let act = town.matter(&no).act;
    let (link, pin) = (format!("/r/{act}/{}", town.keys().link_token(act)), town.keys().pin(act));
    let action = format!("{link}/quote");
    let page = town.get("", &link).await;
    let (token, hops) = (page.hidden(&action, "token"), page.hidden(&action, "hops"));
    assert_eq!(town.send("马建军", &no, "resumption", &[]).await.status, 303);
    let pairs = [("token", token.as_str()), ("hops", &hops), ("proof", &pin), ("note", "太贵了"), ("answer", "no")];
    let came = town.post("", &action, &pairs).await;
    assert!(came.status == 422 && came.says("刚刚有人先动过了") && came.says("“太贵了”"), "{}", came.text);
}

/// Whether a page tells the price. Three digits alone may stand in a hash: of the style sheet, say.
fn priced(page: &Came) -> bool {
    ["180.00", "180 元", "18000"].iter().any(|price| page.says(price))
}

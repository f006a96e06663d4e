//! 对名册有话说: on the phone and at the counter, answered, listed before the roll is frozen; everybody else sees counts.

use crate::house::{Town, id, opens, town};

const SAYS: [(&str, &str); 3] = [("what", "area"), ("place", "东排 3 号"), ("words", "房本上是 54.20 平方米")];

async fn objected(town: &Town, url: &str) -> String {
    let came = town.send("佟玉珍", &format!("{url}/objection"), &SAYS).await;
    assert_eq!(came.status, 303, "{}", came.text);
    town.read(|r| r.row("SELECT act FROM property_objection", &[], |row| row.text(0)).expect("read").expect("one"))
}

#[tokio::test]
async fn an_owner_objects_and_hears_what_was_found() {
    let town = town().await;
    let url = town.called().await;
    assert!(town.get("佟玉珍", &url).await.says("对名册有话说"));
    let form = town.get("佟玉珍", &format!("{url}/objection")).await;
    assert!(form.status == 200 && form.red() == 1 && form.says("名册上没有这套房"), "{}", form.text);
    let act = objected(&town, &url).await;
    let desk = town.get("吴敏", &format!("{url}/desk")).await;
    assert!(desk.says("对名册还有 1 条意见没答复"), "{}", desk.text);
    let list = town.get("吴敏", &format!("{url}/objections")).await;
    assert!(list.says("东排 3 号") && list.says("房本上是 54.20 平方米") && list.says("还没答复"), "{}", list.text);
    let silent = [("objection", act.as_str()), ("outcome", "kept"), ("answer", "")];
    let came = town.send("吴敏", &format!("{url}/objections/answer"), &silent).await;
    assert!(came.status == 422 && came.says("答复要写一句"), "{}", came.text);
    let long = "查过房本和测绘报告，".repeat(31);
    let much = [("objection", act.as_str()), ("outcome", "kept"), ("answer", long.as_str())];
    let came = town.send("吴敏", &format!("{url}/objections/answer"), &much).await;
    assert!(came.status == 422 && came.says(&long), "nothing typed is lost: {}", came.text);
    assert!(came.says("value=\"kept\" selected") && came.says("id=\"f-answer\""), "{}", came.text);
    let says = [("objection", act.as_str()), ("outcome", "corrected"), ("answer", "按房本改成 54.20 了")];
    let came = town.send("吴敏", &format!("{url}/objections/answer"), &says).await;
    assert_eq!(came.status, 303, "{}", came.text);
    let mine = town.get("佟玉珍", &format!("{url}/objection")).await;
    assert!(mine.says("登记册改好了") && mine.says("按房本改成 54.20 了"), "{}", mine.text);
    assert!(town.english("佟玉珍", &format!("{url}/objection")).await.says("the register was corrected"));
    let again = town.send("吴敏", &format!("{url}/objections/answer"), &says).await;
    assert!(again.status == 422 && again.says("已经答复过了"), "{}", again.text);
    let told = town.number("SELECT count(*) FROM outbox_message WHERE kind = 'property.roll_answered'");
    assert_eq!(told, 1);
    let public = town.get("", &url).await;
    assert!(public.says("提了 1 条，答复了 1 条") && !public.says("54.20"), "{}", public.text);
    let leaves = "SELECT count(*) FROM journal_act WHERE body LIKE '%54.20%' OR body LIKE '%东排 3 号%'";
    assert_eq!(town.number(leaves), 0, "what was typed is in no leaf");
}

#[tokio::test]
async fn somebody_at_the_counter_is_written_down_and_a_form_is_printed() {
    let town = town().await;
    let url = town.called().await;
    let empty = town.get("吴敏", &format!("{url}/objections")).await;
    assert!(empty.status == 200 && empty.says("还没有人对名册提意见") && empty.red() == 1, "{}", empty.text);
    let missing = [("what", "missing"), ("place", "东排 9 号"), ("words", "后盖的那一间也有房本")];
    let came = town.send("吴敏", &format!("{url}/objections"), &missing).await;
    assert_eq!(came.status, 303, "{}", came.text);
    let list = town.get("吴敏", &format!("{url}/objections")).await;
    assert!(list.says("东排 9 号：名册上没有这套房"), "{}", list.text);
    let half = [("what", "area"), ("place", ""), ("words", "少了两平方米")];
    let came = town.send("吴敏", &format!("{url}/objections"), &half).await;
    assert!(came.status == 422 && came.says("少了两平方米"), "{}", came.text);
    let paper = town.get("", &format!("{url}/objection/print")).await;
    for words in ["铁东 12 号院 对业主名册的意见", "□ 面积不对", "□ 一套房写了两次", "7 月 3 日 9:00 以前", "答复人："]
    {
        assert!(paper.says(words), "{words}: {}", paper.text);
    }
}

#[tokio::test]
async fn nobody_from_elsewhere_objects_nor_anybody_once_the_roll_is_frozen() {
    let mut town = town().await;
    let url = town.called().await;
    let came = town.send("张玉兰", &format!("{url}/objection"), &SAYS).await;
    assert!(came.status == 403 && came.says("只有这个小区的业主和住户"), "{} {}", came.status, came.text);
    assert!(!town.get("张玉兰", &url).await.says("/objection\""), "nothing leads them to a refusal");
    assert!(town.get("佟玉珍", &url).await.says("/objection\""));
    for who in ["马建军", "刘志强"] {
        let came = town.get(who, &format!("{url}/objections")).await;
        assert!([403, 404].contains(&came.status), "{who}: {}", came.status);
    }
    for _ in 0..5 {
        assert_eq!(town.send("佟玉珍", &format!("{url}/objection"), &SAYS).await.status, 303);
    }
    let sixth = town.send("佟玉珍", &format!("{url}/objection"), &SAYS).await;
    assert!(sixth.status == 422 && sixth.says("等答复了再提"), "{}", sixth.text);
    town.pass(opens());
    let late = town.send("佟玉珍", &format!("{url}/objection"), &SAYS).await;
    assert!(late.status == 422 && late.says("名册已经定下来了"), "{} {}", late.status, late.text);
    assert_eq!(town.vote(&url).id, id(&url));
    // What waits is answered after the opening, too, and nobody is made to believe that it changed this roll.
    assert!(town.get("吴敏", &format!("{url}/desk")).await.says("/objections"));
    let act = town.read(|r| {
        let sql = "SELECT act FROM property_objection ORDER BY at, act LIMIT 1";
        r.row(sql, &[], |row| row.text(0)).expect("read").expect("one")
    });
    let says = [("objection", act.as_str()), ("outcome", "corrected"), ("answer", "按房本改了")];
    assert_eq!(town.send("吴敏", &format!("{url}/objections/answer"), &says).await.status, 303);
    let mine = town.get("佟玉珍", &format!("{url}/objection")).await;
    assert!(mine.says("这次的名册已经定了，从下次表决起按改好的算"), "{}", mine.text);
}

//! Ready answers: written, tapped on a form, changed, taken out of use; nobody else's are touched.

use crate::house::{Came, FURONGLI, Town, at, town};
use lianxin_council::banner::{NewBanner, What, open};

const HERE: &str = "/desk/replies";
const WORDS: &str = "表前的线路归供电公司管，请打 95598。";

async fn write(town: &Town, who: &str, pairs: &[(&str, &str)]) -> Came {
    let token = town.token(who).await;
    town.post(who, HERE, &[&[("token", token.as_str())], pairs].concat()).await
}

#[tokio::test]
async fn one_tap_fills_the_form_and_it_is_still_changed_there() {
    let town = town().await;
    let page = town.get("吴敏", HERE).await;
    assert!(page.status == 200 && page.red() == 1 && page.says("还没有写过"), "{}", page.text);
    let no = town.report("电表箱打火", &FURONGLI);
    let form = format!("{}?do=decline", at(&no));
    let empty = town.get("吴敏", &form).await;
    assert!(empty.says("这张表还没有常用回话") && empty.says("/desk/replies?form=decline#new"), "{}", empty.text);
    let came = write(&town, "吴敏", &[("form", "decline"), ("words", WORDS)]).await;
    assert_eq!((came.status, came.header("location")), (303, "/desk/replies?form=decline&said=kept"), "{}", came.text);
    assert!(town.get("吴敏", came.header("location")).await.says("留下了"));
    let page = town.get("吴敏", &form).await;
    let link = page.text.split("href=\"").find(|l| l.contains("reply=")).expect("a link");
    let link = link.split('"').next().unwrap_or_default().replace("&#38;", "&");
    assert!(link.starts_with(&form) && page.says("data-fill=\"note\""), "{link}");
    assert!(!page.form("/decline").contains(&format!(">\n{WORDS}</textarea>")), "nothing is filled unasked");
    let filled = town.get("吴敏", link.split('#').next().unwrap_or_default()).await;
    assert!(filled.form("/decline").contains(&format!(">\n{WORDS}</textarea>")), "{}", filled.form("/decline"));
    let other = town.get("吴敏", &link.split('#').next().unwrap_or_default().replace("decline", "dispatch")).await;
    assert!(!other.form("/dispatch").contains(WORDS), "a reply of another form fills nothing");
    let sent = town.send_from(&filled, "吴敏", &no, "decline", &[("note", "归供电公司，打 95598 就行")]).await;
    assert_eq!(sent.status, 303, "{}", sent.text);
    assert!(town.get("吴敏", &at(&no)).await.says("归供电公司，打 95598 就行"));
    assert!(town.english("吴敏", HERE).await.says("Ready answers"));
}

#[tokio::test]
async fn a_name_is_ready_for_the_dispatch_and_a_company_uses_what_the_community_wrote() {
    let town = town().await;
    for (form, words) in [("dispatch", "楼道灯不亮"), ("completion", "修好了，请晚上再看一眼")] {
        assert_eq!(write(&town, "周国栋", &[("form", form), ("words", words)]).await.status, 303);
    }
    let looks = town.report("灯坏了三天", &FURONGLI);
    let page = town.get("吴敏", &at(&looks)).await;
    assert!(page.says("data-fill=\"title\"") && page.says(">楼道灯不亮<"), "{}", page.text);
    let works = town.at_step("work", "红星物业");
    let page = town.get("马建军", &at(&works)).await;
    assert!(page.says("修好了，请晚上再看一眼") && !page.says("写一条、改常用回话"), "{}", page.text);
    assert_eq!(write(&town, "吴敏", &[("form", "news"), ("words", "修的人在现场")]).await.status, 303);
    let area = town.map.area("芙蓉里");
    town.act("马建军", move |tx, _, author| {
        let what = What::Water;
        open(tx, author, &NewBanner { area, building: None, entrance: None, what, hours: None, words: String::new() })
    });
    let page = town.get("马建军", "/happening").await;
    let ids = |page: &Came| page.text.matches("id=\"f-words\"").count();
    assert!(ids(&page) == 1 && page.says("id=\"f-words-") && page.says("data-fill=\"words-"), "{}", page.text);
    let link = page.text.split("href=\"").find(|l| l.contains("&#38;reply=")).expect("the company picks one too");
    let link = link.split('"').next().unwrap_or_default().replace("&#38;", "&");
    let link = link.split('#').next().unwrap_or_default();
    let filled = town.get("马建军", link).await;
    assert!(filled.form("/news").contains("value=\"修的人在现场\""), "{link}: {}", filled.form("/news"));
    assert!(ids(&filled) == 1 && filled.says("id=\"f-words-new\""), "two labels of one field: {}", filled.text);
    for (who, status) in [("马建军", 404), ("何芳", 404), ("nobody", 303)] {
        assert_eq!(town.get(who, HERE).await.status, status, "{who}");
    }
}

#[tokio::test]
async fn one_is_changed_and_taken_out_and_what_was_said_with_it_stays() {
    let town = town().await;
    write(&town, "吴敏", &[("form", "return"), ("words", "不归我们管")]).await;
    let page = town.get("吴敏", HERE).await;
    let id = page.hidden("/desk/replies/retire", "reply");
    let change = town.get("吴敏", &format!("{HERE}?change={id}")).await;
    assert!(change.says("改这一条") && change.form(HERE).contains(">\n不归我们管</textarea>"), "{}", change.text);
    let came = write(&town, "吴敏", &[("change", &id), ("form", "return"), ("words", "现场看过，不归我们管")]).await;
    assert_eq!(came.status, 303, "{}", came.text);
    let page = town.get("吴敏", HERE).await;
    assert!(page.says("现场看过，不归我们管") && !page.says("<b>不归我们管</b>"), "{}", page.text);
    let token = page.hidden("/desk/replies/retire", "token");
    for _ in 0..2 {
        let pairs = [("token", token.as_str()), ("reply", id.as_str())];
        let came = town.post("吴敏", "/desk/replies/retire", &pairs).await;
        assert_eq!(
            (came.status, came.header("location")),
            (303, "/desk/replies?said=retired"),
            "sent twice it is once"
        );
    }
    assert!(town.get("吴敏", HERE).await.says("还没有写过"));
    let again = write(&town, "吴敏", &[("change", &id), ("form", "return"), ("words", "又改了")]).await;
    assert_eq!(again.status, 404, "{}", again.text);
}

#[tokio::test]
async fn what_cannot_be_kept_comes_back_with_its_words() {
    let town = town().await;
    write(&town, "吴敏", &[("form", "decline"), ("words", WORDS)]).await;
    let long = "长".repeat(201);
    for (form, words, status, says) in [
        ("", "去派出所办", 422, "请选这句话用在哪张表上"),
        ("sparrow", "去派出所办", 422, "请选这句话用在哪张表上"),
        ("decline", " ", 422, "还没写怎么说"),
        ("decline", long.as_str(), 422, "200"),
        ("dispatch", &"长".repeat(41), 422, "最多 40 个字"),
        ("news", &"长".repeat(101), 422, "最多 100 个字"),
        ("feedback", "他是低保户", 422, "不能当常用的话留着"),
        ("decline", WORDS, 422, "这句话已经有了"),
    ] {
        let came = write(&town, "吴敏", &[("form", form), ("words", words)]).await;
        assert!(came.status == status && came.says(says), "{form} {words}: {} {}", came.status, came.text);
        assert!(words.trim().is_empty() || came.says(words), "what was typed stays");
    }
    for n in 1..20 {
        assert_eq!(write(&town, "吴敏", &[("form", "decline"), ("words", &format!("第 {n} 条"))]).await.status, 303);
    }
    let came = write(&town, "吴敏", &[("form", "decline"), ("words", "第二十一条")]).await;
    assert!(came.status == 422 && came.says("已经有 20 条了"), "{}", came.text);
}

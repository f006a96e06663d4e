//! The responsibility list and how lateness climbs.

use crate::house::{FURONGLI, Town, at, town};

async fn sent(town: &Town, who: &str, path: &str, pairs: &[(&str, &str)]) -> crate::house::Came {
    let token = town.token(who).await;
    let area = town.map.area("芙蓉里").to_string();
    let all: Vec<_> =
        [("token", token.as_str()), ("area", area.as_str())].into_iter().chain(pairs.iter().copied()).collect();
    town.post(who, path, &all).await
}

#[tokio::test]
async fn the_list_hangs_out_and_the_desk_hands_on_by_it() {
    let town = town().await;
    let company = town.map.org("红星物业").to_string();
    let page = town.get("高远", "/responsibilities").await;
    assert!(page.status == 200 && page.says("还没有写清单"), "{}", page.text);
    assert!(!page.has_form("/responsibilities/list"), "who does not look at matters changes nothing");
    let came = sent(&town, "吴敏", "/responsibilities/list", &[("light", &company)]).await;
    assert_eq!(came.status, 303, "{}", came.text);
    let page = town.get("吴敏", came.header("location")).await;
    assert!(page.says("改好了") && page.says("红星物业") && page.red() == 1, "{}", page.text);
    let no = town.report("3 楼到 5 楼的灯都不亮", &FURONGLI);
    let pane = town.get("吴敏", &at(&no)).await;
    let form = pane.form("/dispatch");
    assert!(form.contains(&format!("value=\"{company}\" selected")), "chosen by the list: {form}");
    assert!(pane.says("已经替您选好"), "{}", pane.text);
    let came = sent(&town, "吴敏", "/responsibilities/list", &[("light", "")]).await;
    assert_eq!(came.status, 303, "{}", came.text);
    assert!(!town.get("吴敏", &at(&no)).await.says("已经替您选好"));
}

#[tokio::test]
async fn nobody_puts_a_stranger_on_the_list_or_changes_anothers() {
    let town = town().await;
    let stranger = town.map.org("红都社区物业公司").to_string();
    let came = sent(&town, "吴敏", "/responsibilities/list", &[("light", &stranger)]).await;
    assert!(came.status == 422 && came.says("这家单位不管这个小区"), "{}", came.text);
    let came = sent(&town, "吴敏", "/responsibilities/list", &[("light", "sparrow")]).await;
    assert_eq!(came.status, 422, "{}", came.text);
    for who in ["马建军", "何芳"] {
        assert_eq!(sent(&town, who, "/responsibilities/list", &[]).await.status, 404, "{who}");
        assert_eq!(sent(&town, who, "/responsibilities/climbing", &[]).await.status, 404, "{who}");
    }
    for (secretary, street, status) in
        [("0", "3", 303), ("30", "30", 303), ("31", "3", 422), ("-1", "3", 422), ("", "3", 422), ("两", "3", 422)]
    {
        let came =
            sent(&town, "周国栋", "/responsibilities/climbing", &[("secretary", secretary), ("street", street)]).await;
        assert_eq!(came.status, status, "{secretary} {street}: {}", came.text);
    }
    let page = town.get("周国栋", &format!("/responsibilities?area={}", town.map.area("芙蓉里"))).await;
    assert!(page.says("过 30 个工作日"), "{}", page.text);
    assert!(town.english("周国栋", "/responsibilities").await.says("How lateness climbs"));
}

//! What is in hand, tapped by somebody who does not type.

use crate::house::{Came, Town, at, town};
use crate::meeting::read;
use lianxin_council::lists::held;
use lianxin_gate::Role;

fn here(no: &str) -> String {
    at(no).replace("/desk/", "/jobs/")
}

async fn tap(town: &Town, who: &str, no: &str, pairs: &[(&str, &str)]) -> Came {
    let page = town.get(who, &here(no)).await;
    assert_eq!(page.status, 200, "{}", page.text);
    let (token, hops) = (town.token(who).await, town.matter(no).hops.to_string());
    let all = [&[("token", token.as_str()), ("hops", hops.as_str())], pairs].concat();
    town.post_files(who, &here(no), &all, &[]).await
}

#[tokio::test]
async fn chips_and_buttons_do_it_without_a_word_being_typed() {
    let town = town().await;
    let no = town.at_step("work", "红星物业");
    let list = town.get("马建军", "/jobs").await;
    assert!(
        list.status == 200 && list.says("楼道灯不亮") && list.says(&here(&no)) && list.says("1 件"),
        "{}",
        list.text
    );
    let page = town.get("马建军", &here(&no)).await;
    for words in [
        "href=\"tel:15400000001\"",
        "张玉兰",
        "芙蓉里",
        "换了零件",
        "疏通了",
        "到了",
        "要等配件",
        "家里没人",
        "不归我们管",
        "要收钱？先报个价",
    ] {
        assert!(page.says(words), "{words}: {}", page.text);
    }
    assert_eq!(page.red(), 1, "{}", page.text);
    assert_eq!(tap(&town, "马建军", &no, &[("do", "arrived")]).await.status, 303);
    let again = tap(&town, "马建军", &no, &[("do", "arrived")]).await;
    assert!(again.status == 409 && again.says("刚才已经记下您到了"), "{}", again.text);
    let nothing = tap(&town, "马建军", &no, &[("do", "done"), ("price", "12")]).await;
    assert!(
        nothing.status == 422 && nothing.says("点一下干了什么就行") && nothing.says("value=\"12\""),
        "{}",
        nothing.text
    );
    let came =
        tap(&town, "马建军", &no, &[("do", "done"), ("did", "fixed"), ("did", "parts"), ("price", "12.5")]).await;
    assert_eq!((came.status, came.header("location")), (303, "/jobs?said=done"), "{}", came.text);
    let page = town.get("吴敏", &at(&no)).await;
    for words in ["到现场了", "干完了，花了 12.50 元，请居民看：换了零件，修好了。"] {
        assert!(page.says(words), "{words}: {}", page.text);
    }
    let list = town.get("马建军", "/jobs?said=done").await;
    assert!(list.says("已经请居民看") && list.says("手上没有活"), "{}", list.text);
    assert_eq!(town.get("马建军", &here(&no)).await.status, 404, "it is in nobody's hands any more");
    let english = town.english("马建军", "/jobs").await;
    assert!(english.says("Nothing in hand"), "{}", english.text);
}

#[tokio::test]
async fn what_cannot_be_done_today_waits_or_goes_back_with_a_tap() {
    let town = town().await;
    for (tapped, step, says) in [
        ("wait", "waiting", "先停一停，6 月 26 日接着办（等配件）：要等配件"),
        ("home", "waiting", "先停一停，6 月 22 日接着办（等您在家）：家里没人"),
        ("other", "look", "不归我们管，退回：不归我们管"),
    ] {
        let no = town.at_step("work", "红星物业");
        let came = tap(&town, "马建军", &no, &[("do", tapped)]).await;
        assert_eq!(
            (came.status, came.header("location")),
            (303, format!("/jobs?said={tapped}").as_str()),
            "{}",
            came.text
        );
        assert_eq!(town.matter(&no).step, step);
        let page = town.get("吴敏", &at(&no)).await;
        assert!(page.says(says), "{says}: {}", page.text);
        if step == "waiting" {
            let list = town.get("马建军", "/jobs").await;
            let none_left = tapped != "wait" || !list.says("剩");
            assert!(list.says("日接着办") && none_left, "what waits has no days left: {}", list.text);
            let page = town.get("马建军", &here(&no)).await;
            assert!(page.says("等到了，接着办") && page.red() == 1 && !page.says("value=\"home\""), "{}", page.text);
            assert_eq!(tap(&town, "马建军", &no, &[("do", "resume")]).await.status, 303);
            assert_eq!(town.matter(&no).step, "work");
        }
    }
}

#[tokio::test]
async fn only_what_is_in_their_own_hands_is_there() {
    let town = town().await;
    let (own, other, look) =
        (town.at_step("work", "红星物业"), town.at_step("work", "演示区城管大队"), town.at_step("look", ""));
    for (who, no, status) in [
        ("马建军", &own, 200),
        ("马建军", &other, 404),
        ("马建军", &look, 404),
        ("何芳", &own, 404),
        ("吴敏", &own, 404),
    ] {
        assert_eq!(town.get(who, &here(no)).await.status, status, "{who} {no}");
    }
    assert_eq!(town.get("", "/jobs").await.status, 303);
    let old = town.token("马建军").await;
    let came = town.post_files("马建军", &here(&own), &[("token", &old), ("hops", "0"), ("do", "home")], &[]).await;
    assert!(came.status == 409 && came.says("刚刚有人先动过了"), "{}", came.text);
    let came = town.post_files("马建军", &here(&own), &[("token", &old), ("hops", "1"), ("do", "tea")], &[]).await;
    assert_eq!(came.status, 422, "{}", came.text);
}

#[tokio::test]
async fn a_tap_that_comes_twice_or_too_late_is_answered_and_nothing_typed_is_lost() {
    let town = town().await;
    let (twice, late) = (town.at_step("work", "红星物业"), town.at_step("work", "红星物业"));
    let page = town.get("马建军", &here(&twice)).await;
    let token = page.hidden(&here(&twice), "token");
    let tap = [("token", token.as_str()), ("hops", "1"), ("do", "done"), ("did", "fixed")];
    for _ in 0..2 {
        let came = town.post_files("马建军", &here(&twice), &tap, &[]).await;
        assert_eq!((came.status, came.header("location")), (303, "/jobs?said=done"), "{}", came.text);
    }
    let token = town.get("马建军", &here(&late)).await.hidden(&here(&late), "token");
    let city = town.map.org("演示区城管大队").to_string();
    let came = town.send("吴敏", &late, "transfer", &[("executor", city.as_str()), ("note", "归城管")]).await;
    assert_eq!(came.status, 303, "{}", came.text);
    let tap = [("token", token.as_str()), ("hops", "1"), ("do", "done"), ("did", "fixed"), ("note", "接头也换了")];
    let came = town.post_files("马建军", &here(&late), &tap, &[]).await;
    assert!(came.status == 409 && came.says("刚刚有人先动过了") && came.says("修好了。接头也换了"), "{}", came.text);
    assert_eq!(town.matter(&late).step, "work");
    let token = town.token("何芳").await;
    let never = [("token", token.as_str()), ("hops", "1"), ("do", "done"), ("did", "fixed")];
    assert_eq!(town.post_files("何芳", &here(&twice), &never, &[]).await.status, 404, "it never was theirs");
}

#[tokio::test]
async fn a_seat_that_looks_at_one_compound_has_no_other_on_its_list() {
    let mut town = town().await;
    town.sits("和平里的网格员", ("芙蓉社区居委会", "和平里"), Role::GridWorker);
    let no = town.at_step("work", "芙蓉社区居委会");
    assert!(town.get("吴敏", "/jobs").await.says(&here(&no)));
    let list = town.get("和平里的网格员", "/jobs").await;
    assert!(list.status == 200 && !list.says("楼道灯不亮") && list.says("手上没有活"), "{}", list.text);
    assert_eq!(town.get("和平里的网格员", &here(&no)).await.status, 404);
}

#[tokio::test]
async fn what_waits_to_be_looked_at_takes_no_place_on_the_list_of_work() {
    let town = town().await;
    let no = town.at_step("work", "芙蓉社区居委会");
    town.at_step("look", "");
    let org = town.map.org("芙蓉社区居委会");
    let listed = read(&town, move |r| held(r, org, 1).expect("read"));
    assert_eq!(listed.into_iter().map(|l| l.no).collect::<Vec<_>>(), [no], "though it is due later");
}

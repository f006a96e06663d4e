use crate::house::{at, town};

#[tokio::test]
async fn a_worker_writes_down_what_somebody_says_and_hands_over_number_and_pin() {
    let town = town().await;
    let page = town.get("吴敏", "/desk/new").await;
    assert_eq!((page.status, page.red()), (200, 1), "{}", page.text);
    assert!(page.says("芙蓉里 1 号楼") && !page.says("御府苑"), "only places this seat looks after");
    let token = page.hidden("/desk/new", "token");
    let good = [
        ("token", token.as_str()),
        ("name", "冯德山"),
        ("phone", "0480 8000091"),
        ("place", "芙蓉里/1"),
        ("words", "楼道灯坏了 <b>"),
        ("category", "light"),
    ];
    let came = town.post("吴敏", "/desk/new", &good).await;
    assert_eq!(came.status, 200, "{}", came.text);
    let no = "芙蓉里-2026-0001";
    let m = town.matter(no);
    let link = format!("http://127.0.0.1:8600/r/{}/{}", m.act, town.keys().link_token(m.act));
    for words in
        [no, &town.keys().pin(m.act), &link, "芙蓉社区居委会收到了，6 月 18 日（周四）前给您回话", "data-print"]
    {
        assert!(came.says(words), "{words}: {}", came.text);
    }
    assert!(came.says(&format!("href=\"{}\"", at(no))) && came.red() == 0);
    assert!(m.behalf && m.reporter.is_none() && !m.verified && m.source == "counter" && m.see == "parties");
    assert_eq!(m.phone_tail.as_deref(), Some("0091"));
    let pane = town.get("吴敏", &at(no)).await;
    assert!(
        pane.says("冯德山 04808000091") && pane.says("社区替人登记") && pane.says("楼道灯坏了 &#60;b&#62;"),
        "{}",
        pane.text
    );
    let again = town.post("吴敏", "/desk/new", &good).await;
    assert!(again.status == 200 && again.says(no), "sent twice it is one matter: {}", again.text);
}

#[tokio::test]
async fn what_cannot_be_taken_comes_back_as_it_was_typed() {
    let town = town().await;
    for (words, phone, place, field) in [
        ("", "", "芙蓉里/1", "words"),
        ("灯坏了", "", "", "words"),
        ("楼道灯坏了", "123", "芙蓉里/1", "phone"),
        ("楼道灯坏了", "", "御府苑", "place"),
        ("楼道灯坏了", "", "没有的地方", "place"),
    ] {
        let token = town.token("吴敏").await;
        let pairs =
            [("token", token.as_str()), ("words", words), ("phone", phone), ("place", place), ("name", "冯德山")];
        let came = town.post("吴敏", "/desk/new", &pairs).await;
        let what = format!("{words} {phone} {place}");
        assert_eq!(came.status, 422, "{what}: {}", came.text);
        assert!(came.says(&format!("href=\"#f-{field}\"")) && came.says("value=\"冯德山\""), "{what}: {}", came.text);
        assert!(came.form("/desk/new").contains(words), "{what}");
    }
}

#[tokio::test]
async fn without_a_place_it_belongs_to_the_seats_own_community_and_only_some_seats_register() {
    let town = town().await;
    let token = town.token("吴敏").await;
    let pairs = [("token", token.as_str()), ("words", "门口的路不平，老人容易摔")];
    let came = town.post("吴敏", "/desk/new", &pairs).await;
    assert!(came.says("芙蓉社区-2026-0001"), "{}", came.text);
    for who in ["马建军", "何芳", "高远"] {
        assert_eq!(town.get(who, "/desk/new").await.status, 404, "{who}");
    }
    assert!(town.english("吴敏", "/desk/new").await.says("Write it down, give a number"));
}

use crate::house::{Town, at, town};

/// Sends a form by hand, with the hops the matter has unless others are given.
async fn by_hand(
    town: &Town,
    who: &str,
    no: &str,
    form: &str,
    hops: Option<i64>,
    pairs: &[(&str, &str)],
) -> crate::house::Came {
    let token = town.token(who).await;
    let hops = hops.unwrap_or_else(|| town.matter(no).hops).to_string();
    let all = [&[("token", token.as_str()), ("hops", &hops), ("list", "")], pairs].concat();
    town.post(who, &format!("{}/{form}", at(no)), &all).await
}

#[tokio::test]
async fn what_is_missing_is_said_at_its_question_and_nothing_typed_is_lost() {
    let town = town().await;
    let stranger = town.map.org("红都社区物业公司").to_string();
    let company = town.map.org("红星物业").to_string();
    let long = "灯".repeat(501);
    let look = [("category", "light"), ("pace", "general")];
    let dispatch = |title, executor| [&look[..], &[("title", title), ("executor", executor)]].concat();
    let (company, stranger, long) = (company.as_str(), stranger.as_str(), long.as_str());
    for (step, who, form, pairs, field, kept) in [
        ("look", "吴敏", "dispatch", dispatch("", company), "title", ""),
        ("look", "吴敏", "dispatch", dispatch("一楼的灯", stranger), "executor", "一楼的灯"),
        ("look", "吴敏", "dispatch", dispatch("一楼的灯", ""), "executor", "一楼的灯"),
        (
            "look",
            "吴敏",
            "dispatch",
            vec![("title", "一楼的灯"), ("category", "x"), ("pace", "general"), ("executor", "talk")],
            "category",
            "一楼的灯",
        ),
        (
            "look",
            "吴敏",
            "dispatch",
            vec![("title", "一楼的灯"), ("category", "light"), ("executor", "talk")],
            "pace",
            "一楼的灯",
        ),
        ("look", "吴敏", "decline", vec![("note", " ")], "note", ""),
        ("look", "吴敏", "decline", vec![("note", long)], "note", long),
        ("deliberate", "李秀英", "decision", vec![("note", "换灯"), ("deadline", "2026-06-26")], "executor", "换灯"),
        ("deliberate", "李秀英", "decision", vec![("note", "换灯"), ("executor", company)], "deadline", "换灯"),
        (
            "deliberate",
            "李秀英",
            "decision",
            vec![("note", "换灯"), ("executor", company), ("deadline", "31.6.")],
            "deadline",
            "换灯",
        ),
        (
            "deliberate",
            "李秀英",
            "decision",
            vec![("note", "换灯"), ("executor", company), ("deadline", "2026-06-17")],
            "deadline",
            "换灯",
        ),
        (
            "deliberate",
            "李秀英",
            "decision",
            vec![("note", "换灯"), ("executor", company), ("deadline", "2027-06-17")],
            "deadline",
            "换灯",
        ),
        (
            "deliberate",
            "李秀英",
            "decision",
            vec![("executor", company), ("deadline", "2026-06-26")],
            "note",
            "2026-06-26",
        ),
        ("deliberate", "马建军", "entry", vec![("kind", "ask"), ("words", "")], "words", ""),
        ("work", "马建军", "completion", vec![("note", "")], "note", ""),
        ("work", "马建军", "return", vec![("note", "")], "note", ""),
        ("work", "马建军", "extension", vec![("note", ""), ("deadline", "2026-07-03")], "note", "2026-07-03"),
        ("work", "马建军", "extension", vec![("note", "等灯座")], "deadline", "等灯座"),
        ("work", "马建军", "extension", vec![("note", "等灯座"), ("deadline", "2026-06-22")], "deadline", "等灯座"),
        ("work", "马建军", "extension", vec![("note", "等灯座"), ("deadline", "2027-06-22")], "deadline", "等灯座"),
        ("work", "马建军", "pause", vec![("note", "等灯座"), ("deadline", "2026-07-03")], "reason", "等灯座"),
        (
            "work",
            "马建军",
            "pause",
            vec![("reason", "tea"), ("note", "等灯座"), ("deadline", "2026-07-03")],
            "reason",
            "等灯座",
        ),
        (
            "work",
            "马建军",
            "pause",
            vec![("reason", "parts"), ("note", ""), ("deadline", "2026-07-03")],
            "note",
            "2026-07-03",
        ),
        ("work", "马建军", "pause", vec![("reason", "home"), ("note", "等您在家")], "deadline", "等您在家"),
        (
            "work",
            "马建军",
            "pause",
            vec![("reason", "warm"), ("note", "等天暖"), ("deadline", "2026-06-17")],
            "deadline",
            "等天暖",
        ),
        (
            "work",
            "马建军",
            "pause",
            vec![("reason", "warm"), ("note", "等天暖"), ("deadline", "2026-12-31")],
            "deadline",
            "等天暖",
        ),
        ("work", "吴敏", "transfer", vec![("executor", ""), ("note", "不归他们")], "executor", "不归他们"),
        ("work", "吴敏", "transfer", vec![("executor", stranger), ("note", "不归他们")], "executor", "不归他们"),
        ("feedback", "吴敏", "feedback", vec![("how", "phone"), ("note", ""), ("answer", "again")], "note", ""),
        ("feedback", "吴敏", "feedback", vec![("note", "挺好"), ("answer", "good")], "how", "挺好"),
        (
            "work",
            "吴敏",
            "publication",
            vec![("title", ""), ("words", "有灯不亮"), ("show", "yes")],
            "title",
            "有灯不亮",
        ),
        ("work", "吴敏", "publication", vec![("title", "灯"), ("words", ""), ("show", "yes")], "words", ""),
    ] {
        let no = town.at_step(step, "红星物业");
        let came = town.send(who, &no, form, &pairs).await;
        let what = format!("{form} without a good {field}");
        assert_eq!(came.status, 422, "{what}: {}", came.text);
        assert!(
            came.says(&format!("href=\"#f-{field}\"")) && came.says(&format!("id=\"e-{field}\"")),
            "{what}: {}",
            came.text
        );
        assert!(came.form(&format!("/{form}")).contains(kept), "{what}: kept");
        assert_eq!(town.matter(&no).step, step, "{what}");
        assert!(came.says("has-pane") && came.red() <= 1, "{what}");
    }
}

#[tokio::test]
async fn the_rules_answer_whoever_sends_by_hand() {
    let town = town().await;
    let other = town.at_step("work", "演示区城管大队");
    let own = town.at_step("feedback", "芙蓉社区居委会");
    let (fresh, talked) = (town.at_step("look", ""), town.at_step("deliberate", ""));
    let put_off = town.at_step("work", "红星物业");
    let stand = |day| vec![("reason", "parts"), ("note", "等灯座"), ("deadline", day)];
    let wait = |day| vec![("note", "等灯座"), ("deadline", day)];
    assert_eq!(by_hand(&town, "马建军", &put_off, "extension", None, &wait("2026-07-03")).await.status, 303);
    for (who, no, form, pairs, status, says) in [
        ("马建军", &other, "completion", vec![("note", "换好了")], 403, "只有承办的单位能这样办"),
        ("马建军", &other, "extension", wait("2026-07-03"), 403, "只有承办的单位能这样办"),
        ("马建军", &put_off, "extension", wait("2026-07-10"), 409, "已经多等过一回"),
        ("马建军", &fresh, "extension", wait("2026-07-03"), 409, "现在不在这一步"),
        ("马建军", &other, "pause", stand("2026-07-03"), 403, "只有承办的单位能这样办"),
        ("马建军", &fresh, "pause", stand("2026-07-03"), 409, "现在不在这一步"),
        ("马建军", &put_off, "resumption", vec![], 409, "现在不在这一步"),
        ("马建军", &other, "return", vec![("note", "不归我们")], 403, "只有承办的单位能这样办"),
        (
            "吴敏",
            &own,
            "feedback",
            vec![("how", "phone"), ("note", "都亮了"), ("answer", "good")],
            403,
            "承办单位不能替居民确认",
        ),
        ("马建军", &fresh, "completion", vec![("note", "换好了")], 409, "现在不在这一步"),
        ("马建军", &fresh, "entry", vec![("kind", "ask"), ("words", "几层？")], 409, "现在不在这一步"),
        ("吴敏", &talked, "decline", vec![("note", "归别处管")], 409, "现在不在这一步"),
        (
            "吴敏",
            &talked,
            "feedback",
            vec![("how", "phone"), ("note", "亮了"), ("answer", "good")],
            409,
            "现在不在这一步",
        ),
    ] {
        let before = town.matter(no).hops;
        let came = by_hand(&town, who, no, form, None, &pairs).await;
        assert_eq!(came.status, status, "{who} {form}: {}", came.text);
        assert!(came.says(says) && came.says("errsum"), "{who} {form}: {}", came.text);
        let typed = pairs.iter().find(|(name, _)| matches!(*name, "note" | "words")).map_or("", |(_, text)| text);
        let copied = typed.is_empty() || came.says(&format!("<p class=\"said\">“{typed}”"));
        assert!(copied, "{who} {form}: to be copied: {}", came.text);
        assert_eq!(town.matter(no).hops, before, "{who} {form}");
    }
}

#[tokio::test]
async fn without_the_capability_or_the_place_there_is_no_such_page() {
    let town = town().await;
    let (fresh, other) = (town.at_step("look", ""), town.at_step("work", "红星物业"));
    let look = [("title", "灯"), ("category", "light"), ("pace", "general"), ("executor", "talk")];
    for (who, no, form, pairs) in [
        ("马建军", &fresh, "dispatch", &look[..]),
        ("高远", &fresh, "decline", &[("note", "归别处")]),
        ("何芳", &other, "completion", &[("note", "换好了")]),
        ("吴敏", &other, "completion/more", &[]),
        ("刘志强", &other, "transfer", &[("note", "x")]),
        ("马建军", &other, "feedback", &[("how", "phone"), ("answer", "good")]),
        ("马建军", &other, "publication", &[("show", "no")]),
    ] {
        let came = by_hand(&town, who, no, form, None, pairs).await;
        assert_eq!(came.status, 404, "{who} {form}: {}", came.text);
    }
    let no = fresh.replace("芙蓉里", "和平里");
    let token = town.token("吴敏").await;
    let came =
        town.post("吴敏", &format!("{}/decline", at(&no)), &[("token", &token), ("hops", "0"), ("note", "x")]).await;
    assert_eq!(came.status, 404, "no such number");
}

#[tokio::test]
async fn an_old_form_is_told_and_what_was_typed_stays() {
    let town = town().await;
    let no = town.at_step("work", "红星物业");
    let old = town.get("马建军", &at(&no)).await;
    let city = town.map.org("演示区城管大队").to_string();
    let came = town.send("吴敏", &no, "transfer", &[("executor", &city), ("note", "先让城管看")]).await;
    assert_eq!(came.status, 303, "{}", came.text);
    let came = town.send_from(&old, "马建军", &no, "completion", &[("note", "灯都换了")]).await;
    assert_eq!(came.status, 409, "{}", came.text);
    assert!(came.says("刚刚有人先动过了") && came.says("“灯都换了”") && !came.has_form("/completion"), "{}", came.text);
    assert!(came.says("城管正在办"), "the new state");
    let reload = town.get("马建军", &format!("{}/completion", at(&no))).await;
    assert_eq!((reload.status, reload.header("location")), (303, format!("{}?do=completion", at(&no)).as_str()));

    let no = town.at_step("deliberate", "");
    let company = town.map.org("红星物业").to_string();
    let old = town.get("李秀英", &at(&no)).await;
    let decision = [("note", "换灯"), ("executor", company.as_str()), ("deadline", "2026-06-26")];
    let came = by_hand(&town, "李秀英", &no, "decision", Some(0), &decision).await;
    assert_eq!(came.status, 409, "the form still applies");
    assert!(came.form("/decision").contains("换灯") && came.says("errsum"), "{}", came.text);
    let hops = town.matter(&no).hops.to_string();
    assert_eq!(came.hidden("/decision", "hops"), hops, "sent again it knows how it is now");
    let came = town.send_from(&came, "李秀英", &no, "decision", &decision).await;
    assert_eq!(came.status, 303, "{}", came.text);
    let came = town.send_from(&old, "李秀英", &no, "decision", &decision).await;
    assert_eq!(came.status, 409);

    let no = town.at_step("look", "");
    let came = by_hand(&town, "吴敏", &no, "decline", Some(7), &[("note", "长".repeat(501).as_str())]).await;
    assert_eq!((came.status, came.hidden("/decline", "hops").as_str()), (422, "7"), "still an old form");
    let token = town.token("吴敏").await;
    let came = town.post("吴敏", &format!("{}/decline", at(&no)), &[("token", &token), ("note", "归别处")]).await;
    assert_eq!(came.status, 409, "without the hops it is no form of ours");
}

#[tokio::test]
async fn an_answer_to_an_earlier_round_is_no_answer_to_this_one() {
    let town = town().await;
    let no = town.at_step("feedback", "红星物业");
    let old = town.get("吴敏", &at(&no)).await;
    let again = [("how", "visit"), ("note", "还黑"), ("answer", "again")];
    assert_eq!(town.send("周国栋", &no, "feedback", &again).await.status, 303);
    assert_eq!(town.send("马建军", &no, "completion", &[("note", "又修了")]).await.status, 303);
    let good = [("how", "phone"), ("note", ""), ("answer", "good")];
    assert_eq!(town.send_from(&old, "吴敏", &no, "feedback", &good).await.status, 409);
    assert_eq!(town.matter(&no).step, "feedback");
}

#[tokio::test]
async fn two_workers_at_once_one_is_first_and_the_other_is_told() {
    let town = town().await;
    for _ in 0..8 {
        let no = town.at_step("look", "");
        let (one, two) =
            (town.get("吴敏", &at(&no)).await, town.get("李秀英", &format!("{}?do=decline", at(&no))).await);
        let look = [("title", "楼道灯不亮"), ("category", "light"), ("pace", "general"), ("executor", "talk")];
        let (a, b) = tokio::join!(
            town.send_from(&one, "吴敏", &no, "dispatch", &look),
            town.send_from(&two, "李秀英", &no, "decline", &[("note", "归供电公司")]),
        );
        let mut both = [a.status, b.status];
        both.sort_unstable();
        assert_eq!(both, [303, 409], "{} {}", a.text, b.text);
        let second = if a.status == 409 { &a } else { &b };
        let typed = if a.status == 409 { "楼道灯不亮" } else { "归供电公司" };
        assert!(second.says("刚刚有人先动过了") && second.says(typed), "{}", second.text);
        assert_eq!(town.matter(&no).hops, 1);
    }
}

#[tokio::test]
async fn the_same_form_twice_is_one_move() {
    let town = town().await;
    let no = town.at_step("work", "红星物业");
    let page = town.get("马建军", &at(&no)).await;
    let note = [("note", "三层都换了")];
    let first = town.send_from(&page, "马建军", &no, "completion", &note).await;
    let second = town.send_from(&page, "马建军", &no, "completion", &note).await;
    assert_eq!((first.status, second.status), (303, 303), "{}", second.text);
    assert_eq!(first.header("location"), second.header("location"));
    assert_eq!(town.matter(&no).hops, 2);
    let came = town.post("马建军", &format!("{}/completion", at(&no)), &[("token", "made up"), ("note", "x")]).await;
    assert_eq!(came.status, 422, "a form of nobody's");
}

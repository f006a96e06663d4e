use crate::house::{Came, FURONGLI, Told, Town, at, town};
use lianxin_base::HOUR;
use lianxin_journal::Head;
use lianxin_register::find::{self, AreaRow};
use lianxin_register::{self as register, Area};

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

/// What `/desk/new` answers to these, with a fresh token.
async fn written(town: &Town, pairs: &[(&str, &str)]) -> Came {
    let token = town.token("吴敏").await;
    let all: Vec<_> =
        [("token", token.as_str()), ("place", "芙蓉里/1")].into_iter().chain(pairs.iter().copied()).collect();
    town.post("吴敏", "/desk/new", &all).await
}

#[tokio::test]
async fn where_it_came_from_is_kept_and_said_to_who_handles_it() {
    let town = town().await;
    let from = [
        ("words", "东墙外的路灯全不亮"),
        ("name", "一位住户"),
        ("phone", "15400000061"),
        ("source", "hotline"),
        ("outer_no", "20260017-3321"),
        ("outer_due", "2026-06-26"),
        ("happened", "2026-06-17"),
        ("happened_time", "16：30"),
        ("need", "repair"),
    ];
    let came = written(&town, &from).await;
    assert_eq!(came.status, 200, "{}", came.text);
    let no = "芙蓉里-2026-0001";
    let m = town.matter(no);
    assert_eq!((m.source.as_str(), m.behalf), ("hotline", true));
    assert_eq!(m.due_at.map(|due| due.day().to_string()).as_deref(), Some("2026-06-18"), "counted from the paper");
    let pane = town.get("吴敏", &at(no)).await;
    for words in
        ["12345 转来", "编号 20260017-3321", "那边要6 月 26 日（周五）前答复", "东西坏了（报修）", "纸上写的是 "]
    {
        assert!(pane.says(words), "{words}: {}", pane.text);
    }
    let seen = town.get("高远", &format!("/m/{no}")).await;
    assert!(!seen.says("20260017") && !seen.says("12345 转来"), "{}", seen.text);

    let patrol = written(&town, &[("words", "消防通道堆了旧沙发"), ("source", "patrol")]).await;
    assert_eq!(patrol.status, 200, "{}", patrol.text);
    let m = town.matter("芙蓉里-2026-0002");
    assert!(!m.behalf && !m.told && m.source == "patrol", "nobody brought it in: nobody is to be told");
}

#[tokio::test]
async fn what_cannot_have_come_in_like_this_is_said() {
    let town = town().await;
    for (name, value, with, says) in [
        ("outer_no", "123", "", "来源就要选"),
        ("outer_due", "2026-06-26", "", "来源就要选"),
        ("outer_due", "2026-06-17", "hotline", "要求答复的日子要在今天以后"),
        ("outer_due", "2027-06-30", "superior", "要求答复的日子要在今天以后"),
        ("happened", "2026-06-19", "phone", "说的时间要在现在以前"),
        ("happened", "2026-03-01", "phone", "说的时间要在现在以前"),
        ("source", "sparrow", "", "请从列出来的里面选一项"),
        ("need", "love", "", "请从列出来的里面选一项"),
    ] {
        let came = written(&town, &[("words", "楼道灯坏了"), (name, value), ("source", with)]).await;
        assert!(came.status == 422 && came.says(says), "{name} {value} {with}: {}", came.text);
        assert!(came.form("/desk/new").contains("楼道灯坏了"));
    }
    let late = [("words", "楼道灯坏了"), ("happened", "2026-06-17"), ("happened_time", "下午")];
    let came = written(&town, &late).await;
    assert!(came.status == 422 && came.says("时间写成 9:30 这样"), "{}", came.text);
    let n = town.db.read(|r| Ok(r.row("SELECT count(*) FROM council_matter", &[], |row| row.int(0))?)).await;
    assert_eq!(n.expect("read"), Some(0), "nothing was kept");
}

#[tokio::test]
async fn danger_rings_first_and_what_is_sensitive_asks_for_agreement() {
    let town = town().await;
    let words = ("words", "2 号楼有煤气味，住的老人透析，下不了楼");
    let came = written(&town, &[words]).await;
    assert!(came.status == 422 && came.says("听着有危险") && came.says("要本人同意才能留着"), "{}", came.text);
    assert!(came.says("火警 119") && came.form("/desk/new").contains("name=\"agreed\""), "{}", came.text);
    let came = written(&town, &[words, ("danger_seen", "1")]).await;
    assert!(came.status == 422 && !came.says("听着有危险") && came.says("火警 119"), "{}", came.text);
    let came = written(&town, &[words, ("danger_seen", "1"), ("agreed", "yes")]).await;
    assert_eq!(came.status, 200, "{}", came.text);
    let act = town.matter("芙蓉里-2026-0001").act;
    let kept = town.db.read(move |r| Ok(lianxin_journal::text(r, act, "agreed")?)).await.expect("read");
    assert_eq!(kept.as_deref(), Some("1"));
    let came = written(&town, &[("words", "楼道灯坏了")]).await;
    assert_eq!(came.status, 200);
    let act = town.matter("芙蓉里-2026-0002").act;
    let kept = town.db.read(move |r| Ok(lianxin_journal::text(r, act, "agreed")?)).await.expect("read");
    assert_eq!(kept, None, "nothing was asked, nothing is kept");
}

#[tokio::test]
async fn what_is_sensitive_is_never_published() {
    let town = town().await;
    let no = town.report("我家吃低保，暖气费交不上，楼道还漏风", &FURONGLI);
    let here = format!("{}/publication", at(&no));
    let page = town.get("吴敏", &format!("{}?do=publication", at(&no))).await;
    let token = page.hidden(&here, "token");
    for (words, want) in [("我家吃低保，楼道漏风", 422), ("楼道漏风", 303)] {
        let pairs = [("token", token.as_str()), ("show", "yes"), ("title", "楼道漏风"), ("words", words)];
        let came = town.post("吴敏", &here, &pairs).await;
        assert_eq!(came.status, want, "{words}: {}", came.text);
        assert!(want == 303 || came.says("从不公开。请把那几个字隐去再公开"), "{}", came.text);
    }
}

#[tokio::test]
async fn lines_of_a_chat_go_into_the_form_without_names() {
    let town = town().await;
    let chat = "王芳 2026/6/17 20:13:05\n3号楼2单元灯不亮\n李强 2026/6/17 20:14:00\n吃了吗\n赵桂兰：我家门口也黑";
    let token = town.token("吴敏").await;
    let post = async |pairs: &[(&str, &str)]| {
        let all: Vec<_> =
            [("token", token.as_str()), ("text", chat)].into_iter().chain(pairs.iter().copied()).collect();
        town.post("吴敏", "/desk/chat", &all).await
    };
    let split = post(&[]).await;
    assert!(split.status == 200 && split.says("name=\"line\"") && split.says("我家门口也黑"), "{}", split.text);
    let none = post(&[("shown", "1")]).await;
    assert!(none.status == 422 && none.says("一句也没勾"), "{}", none.text);
    let filled = post(&[("shown", "1"), ("line", "0"), ("line", "2")]).await;
    let form = filled.form("/desk/new");
    assert!(filled.status == 200 && form.contains("3号楼2单元灯不亮\n我家门口也黑"), "{form}");
    assert!(!form.contains("吃了吗") && !form.contains("王芳") && !form.contains("赵桂兰"), "{form}");
    assert!(form.contains("value=\"chat\" checked"), "its source is chosen: {form}");
    let empty = town.post("吴敏", "/desk/chat", &[("token", token.as_str()), ("text", "王芳 20:13")]).await;
    assert!(empty.status == 422 && empty.says("没有读到话"), "{}", empty.text);
    assert_eq!(town.get("马建军", "/desk/chat").await.status, 404);
}

#[tokio::test]
async fn a_number_stays_when_its_compound_gets_another_name_and_the_next_follows_it() {
    let town = town().await;
    let old = town.report("3 号楼的灯坏了", &FURONGLI);
    let area = town.map.area("芙蓉里");
    town.act("周国栋", move |tx, _, author| {
        let now = find::area(tx, area)?.expect("there");
        let head = Head { id: author.act, area, by: author.by, no: None, token: None };
        let AreaRow { parent, kind, since, until, grade, .. } = now;
        let name = "新芙蓉里".to_owned();
        register::area(tx, head, Area { area, parent, kind, code: name.clone(), name, since, until, grade })
    });
    let next = town.report("5 号楼的灯坏了", &FURONGLI);
    assert_eq!((old.as_str(), next.as_str()), ("芙蓉里-2026-0001", "新芙蓉里-2026-0002"));
    for no in [&old, &next] {
        assert_eq!(town.get("", &lianxin_council::pages::url(no)).await.status, 200, "{no}");
        assert_eq!(town.get("吴敏", &at(no)).await.status, 200, "{no}");
    }
}

#[tokio::test]
async fn the_pin_stands_on_the_receipt_of_who_has_just_sent_it_only() {
    let town = town().await;
    let no = town.report("大门口的台阶松了，踩上去会动", &Told { by: None, ..FURONGLI });
    let m = town.matter(&no);
    let pin = format!("查询码 {}", town.keys().pin(m.act));
    let link = format!("/r/{}/{}?new=1", m.act, town.keys().link_token(m.act));
    let fresh = town.get("", &link).await;
    assert!(fresh.status == 200 && fresh.says(&pin) && fresh.says("把收据存下来"), "{}", fresh.text);
    let anyone = town.get("", &format!("{}?new=1", lianxin_council::pages::url(&no))).await;
    assert!(anyone.status == 200 && !anyone.says("查询码") && !anyone.says("把收据存下来"), "{}", anyone.text);
    town.db.clock().set(town.now().plus(HOUR));
    let later = town.get("", &link).await;
    assert!(
        later.says("把收据存下来") && !later.says(&pin),
        "who was sent the link is not sent the PIN: {}",
        later.text
    );
}

#[tokio::test]
async fn a_link_that_went_round_the_group_is_no_place_to_guess() {
    let town = town().await;
    let no = town.report("大门口的台阶松了，踩上去会动", &Told { by: None, ..FURONGLI });
    let m = town.matter(&no);
    let (pin, link) = (town.keys().pin(m.act), format!("/r/{}/{}", m.act, town.keys().link_token(m.act)));
    let answer = format!("{link}/feedback");
    let mut said = Vec::new();
    for proof in ["0000", "1111", "2222", "3333", "4444", pin.as_str()] {
        let token = town.get("", &link).await.hidden("/settings/lang", "token");
        let pairs = [("token", token.as_str()), ("answer", "good"), ("note", ""), ("proof", proof)];
        said.push(town.post("", &answer, &pairs).await.status);
    }
    assert_eq!(said, [422, 422, 422, 422, 422, 429], "after five wrong ones also the right one is no good today");
    assert!(town.get("", &link).await.says(&no), "and it is read as before");
}

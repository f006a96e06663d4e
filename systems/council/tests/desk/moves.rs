use crate::house::{FURONGLI, Told, at, town};
use lianxin_council::rules::{Publicity, See};

#[tokio::test]
async fn every_step_offers_each_seat_its_own_forms_and_one_red_button() {
    let town = town().await;
    for (step, executor, who, open, others) in [
        ("look", "红星物业", "吴敏", "dispatch", "decline publication about"),
        ("look", "红星物业", "马建军", "", ""),
        ("look", "红星物业", "高远", "", ""),
        ("deliberate", "红星物业", "李秀英", "decision", "entry publication"),
        ("deliberate", "红星物业", "刘志强", "decision", "entry"),
        ("deliberate", "红星物业", "马建军", "entry", ""),
        ("deliberate", "红星物业", "高远", "entry", ""),
        ("work", "红星物业", "马建军", "completion", "return extension pause quote part"),
        ("work", "红星物业", "吴敏", "publication", "part transfer"),
        ("work", "演示区城管大队", "何芳", "completion", "return extension pause quote part"),
        ("work", "演示区城管大队", "马建军", "", ""),
        ("feedback", "红星物业", "吴敏", "feedback", "publication"),
        ("feedback", "红星物业", "马建军", "", ""),
        ("feedback", "芙蓉社区居委会", "吴敏", "publication", ""),
        ("feedback", "芙蓉社区居委会", "周国栋", "feedback", "publication"),
        ("closed", "红星物业", "吴敏", "publication", ""),
        ("closed", "红星物业", "马建军", "", ""),
    ] {
        let no = town.at_step(step, executor);
        let page = town.get(who, &at(&no)).await;
        let what = format!("{step} {executor} {who}");
        assert_eq!(page.status, 200, "{what}: {}", page.text);
        let every = "dispatch decline decision entry completion return extension pause resumption quote consent part raise transfer feedback \
                     publication show about take answer";
        for form in every.split(' ') {
            assert_eq!(page.has_form(&format!("{}/{form}", at(&no))), form == open, "{what}: {form}");
            let link = format!("?do={form}\"");
            assert_eq!(page.says(&link), others.split(' ').any(|o| o == form), "{what}: link to {form}");
        }
        let red = usize::from(!open.is_empty() && open != "publication");
        assert_eq!(page.red(), red, "{what}: at most one red button");
        for form in others.split(' ').filter(|f| !f.is_empty()) {
            let page = town.get(who, &format!("{}?do={form}", at(&no))).await;
            assert!(page.has_form(&format!("{}/{form}", at(&no))) && page.red() <= 1, "{what}: {form} opened");
        }
        let ids: Vec<&str> = page.text.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        let mut once = ids.clone();
        once.sort_unstable();
        once.dedup();
        assert_eq!(once.len(), ids.len(), "{what}: an id is there once: {ids:?}");
        let english = town.english(who, &at(&no)).await;
        assert!(english.status == 200 && english.says("Back to the list"), "{what}");
    }
}

#[tokio::test]
async fn the_pane_says_what_the_parties_may_know() {
    let town = town().await;
    let no = town.at_step("work", "红星物业");
    let page = town.get("马建军", &at(&no)).await;
    for words in [
        "3 楼到 5 楼的灯都不亮",
        "张玉兰 15400000001",
        "楼道照明",
        "红星物业正在办",
        "内容待看",
        "看过了，直接交给红星物业",
        "最短的路",
    ] {
        assert!(page.says(words), "{words}: {}", page.text);
    }
    assert!(page.says("has-pane") && page.says("aria-current=\"true\""));
    let element = town.matter(&no).element();
    let part = town.fragment("马建军", &at(&no), &element).await;
    assert!(part.text.starts_with(&format!("<div id=\"{element}\"")) && !part.says("<form"), "{}", part.text);
    assert!(!part.says("刚刚有变化"));
    let older = town.fragment("马建军", &format!("{}?seen=0", at(&no)), &element).await;
    assert!(older.says("刚刚有变化") && older.says("seen=0"), "the form beside it is older: {}", older.text);
    assert_eq!(town.fragment("马建军", &at(&no), "m-other").await.status, 404);
}

#[tokio::test]
async fn the_whole_way_from_the_look_to_the_answer() {
    let town = town().await;
    let no = town.report("3 楼到 5 楼的灯都不亮", &FURONGLI);
    let (company, city) = (town.map.org("红星物业").to_string(), town.map.org("演示区城管大队").to_string());
    let look = [("title", "楼道灯不亮"), ("category", "repair"), ("pace", "complex")];
    let talk = [&look[..], &[("executor", "talk")]].concat();
    let note = |words| vec![("note", words)];
    let decision = |org| vec![("note", "换感应灯"), ("executor", org), ("deadline", "2026-06-26")];
    let again = vec![("how", "visit"), ("note", "二楼还黑"), ("answer", "again")];
    for (who, form, pairs, step, says) in [
        ("吴敏", "dispatch", talk, "deliberate", "居委会召集大家商量，7 月 3 日（周五）前定下来"),
        ("马建军", "entry", vec![("kind", "propose"), ("words", "装感应灯")], "deliberate", "您说的记下了"),
        ("刘志强", "decision", decision(city.as_str()), "work", "交给城管了，6 月 26 日（周五）前办完"),
        ("吴敏", "transfer", vec![("executor", &company), ("note", "是楼里的灯")], "work", "交给红星物业了"),
        ("马建军", "completion", note("三层都换了"), "feedback", "已经请居民看"),
        ("吴敏", "feedback", again, "work", "没办好，红星物业接着办"),
        ("马建军", "completion", note("二楼也换了"), "feedback", "已经请居民看"),
        (
            "周国栋",
            "feedback",
            vec![("how", "phone"), ("note", ""), ("answer", "good")],
            "closed",
            "居民说办好了，这件事办结",
        ),
    ] {
        let came = town.send(who, &no, form, &pairs).await;
        let next = format!("{}?said={form}", at(&no));
        assert_eq!((came.status, came.header("location")), (303, next.as_str()), "{form}: {}", came.text);
        assert_eq!(town.matter(&no).step, step, "{form}");
        let page = town.get(who, &next).await;
        assert!(page.status == 200 && page.says(says), "{form}: {}", page.text);
    }
    let page = town.get("吴敏", &at(&no)).await;
    for words in [
        "提议：装感应灯",
        "议定了，6 月 26 日前办完：换感应灯",
        "没办好，接着办：二楼还黑",
        "1 次说没办好",
        "比最短的路多交接",
    ] {
        assert!(page.says(words), "{words}: {}", page.text);
    }
    let later = town.get("吴敏", &format!("{}?said=dispatch", at(&no))).await;
    assert!(!later.says("notice-ok"), "an old address says nothing that is over");
}

#[tokio::test]
async fn a_wrong_dispatch_comes_back_and_leaves_the_desk_it_came_from() {
    let town = town().await;
    let no = town.at_step("work", "演示区城管大队");
    let came = town.send("何芳", &no, "return", &[("note", "楼里的灯归物业")]).await;
    assert_eq!((came.status, came.header("location")), (303, "/desk?said=return"), "{}", came.text);
    assert!(town.get("何芳", "/desk?said=return").await.says("不在您这儿了"));
    assert_eq!(town.get("何芳", &at(&no)).await.status, 404);
    let page = town.get("吴敏", &at(&no)).await;
    assert!(page.says("楼里的灯归物业") && page.form("/dispatch").contains("value=\"楼道灯不亮\""), "the title stays");
    let no = town.at_step("look", "");
    let came = town.send("吴敏", &no, "decline", &[("note", "归供电公司，打 95598")]).await;
    assert!(town.get("吴敏", came.header("location")).await.says("已经告诉居民这事不在这儿办"));
    assert_eq!(town.matter(&no).outcome.as_deref(), Some("declined"));
}

#[tokio::test]
async fn the_day_is_put_off_once_with_its_reason() {
    let town = town().await;
    let no = town.at_step("work", "红星物业");
    let before = town.matter(&no);
    let page = town.get("马建军", &format!("{}?do=extension", at(&no))).await;
    assert!(
        page.form("/extension").contains("value=\"2026-07-03\""),
        "five working days later is offered: {}",
        page.text
    );
    let wait = [("note", "等灯座到货"), ("deadline", "2026-07-01")];
    let came = town.send_from(&page, "马建军", &no, "extension", &wait).await;
    assert_eq!((came.status, came.header("location")), (303, format!("{}?said=extension", at(&no)).as_str()));
    let page = town.get("马建军", came.header("location")).await;
    for words in ["红星物业要多等几天，7 月 1 日（周三）前办完", "要多等几天，7 月 1 日前办完：等灯座到货"]
    {
        assert!(page.says(words), "{words}: {}", page.text);
    }
    assert!(!page.says("?do=extension\""), "only once");
    let after = town.matter(&no);
    assert_eq!((after.step.as_str(), after.holder, after.hops), ("work", before.holder, before.hops + 1));
    assert!(after.due_at > before.due_at);
    let again = town.send("马建军", &no, "completion", &[("note", "换好了")]).await;
    assert_eq!(again.status, 303);
    let answer = [("how", "visit"), ("note", "二楼还黑"), ("answer", "again")];
    assert_eq!(town.send("吴敏", &no, "feedback", &answer).await.status, 303);
    assert!(town.get("马建军", &at(&no)).await.says("?do=extension\""), "work begun anew has its own day");
    let told = "SELECT COALESCE(person, org) FROM outbox_message WHERE kind = 'council.extended' ORDER BY id";
    let mut told = town.db.read(move |r| Ok(r.rows(told, &[], |row| row.text(0))?)).await.expect("read");
    let mut want = [town.map.person("张玉兰").to_string(), town.map.org("芙蓉社区居委会").to_string()];
    told.sort();
    want.sort();
    assert_eq!(told, want, "who brought it in and the desk are told");
}

#[tokio::test]
async fn words_are_published_masked_or_kept() {
    let town = town().await;
    let no = town.at_step("work", "红星物业");
    let page = town.get("吴敏", &at(&no)).await;
    assert!(page.form("/publication").contains("3 楼到 5 楼的灯都不亮"), "the reporter's words, to be masked");
    let show = [("title", "楼道灯不亮"), ("words", "有几层的灯不亮"), ("show", "yes")];
    let came = town.send_from(&page, "吴敏", &no, "publication", &show).await;
    assert!(town.get("吴敏", came.header("location")).await.says("公开了，邻居看得到"));
    assert!(town.get("nobody", &format!("/m/{}", &at(&no)[6..])).await.says("有几层的灯不亮"));
    let change = town.get("吴敏", &format!("{}?do=publication", at(&no))).await;
    assert!(change.form("/publication").contains("有几层的灯不亮"), "what is public is what is changed");
    let came = town.send("吴敏", &no, "publication", &[("show", "no")]).await;
    assert!(town.get("吴敏", came.header("location")).await.says("定下了，内容只给办事的人看"));
    assert!(!town.get("nobody", &format!("/m/{}", &at(&no)[6..])).await.says("有几层的灯不亮"));
    for (told, hint) in [
        (Told { see: See::Parties, ..FURONGLI }, "反映的人只想给办事的人看"),
        (Told { by: None, ..FURONGLI }, "不知道是谁反映的"),
    ] {
        let no = town.report("邻居吵架", &told);
        let page = town.get("吴敏", &format!("{}?do=publication", at(&no))).await;
        assert!(page.says(hint) && !page.form("/publication").contains("value=\"yes\""), "{hint}");
        let came = town.send_from(&page, "吴敏", &no, "publication", &show).await;
        assert_eq!(came.status, 409, "nor by hand: {}", came.text);
        assert_eq!(town.matter(&no).publication, Publicity::Waiting);
        let came = town.send_from(&page, "吴敏", &no, "publication", &[("show", "no")]).await;
        assert_eq!((came.status, town.matter(&no).publication), (303, Publicity::Kept));
    }
}

#[tokio::test]
async fn the_list_one_came_from_is_kept_through_a_form() {
    let town = town().await;
    let no = town.at_step("look", "");
    let page = town.get("吴敏", &format!("{}?stage=collect&q=%E7%81%AF&do=decline", at(&no))).await;
    assert_eq!(page.hidden("/decline", "list").replace("&#38;", "&"), "stage=collect&q=%E7%81%AF");
    let wrong = town.send_from(&page, "吴敏", &no, "decline", &[]).await;
    assert_eq!(wrong.status, 422);
    assert!(wrong.says("stage=collect&#38;q="), "{}", wrong.text);
    let good = town.send_from(&page, "吴敏", &no, "decline", &[("note", "归供电公司")]).await;
    assert_eq!(good.header("location"), format!("{}?stage=collect&q=%E7%81%AF&said=decline", at(&no)));
}

#[tokio::test]
async fn work_waits_for_a_reason_and_goes_on_with_what_was_left() {
    let town = town().await;
    let no = town.at_step("work", "红星物业");
    let due = town.matter(&no).due_at.expect("a term");
    assert_eq!(due.day().to_string(), "2026-06-26");
    let page = town.get("马建军", &format!("{}?do=pause", at(&no))).await;
    let wait = [("reason", "parts"), ("note", "灯座要厂家发"), ("deadline", "2026-07-06")];
    let came = town.send_from(&page, "马建军", &no, "pause", &wait).await;
    assert_eq!((came.status, came.header("location")), (303, format!("{}?said=pause", at(&no)).as_str()));
    let page = town.get("马建军", came.header("location")).await;
    for words in [
        "红星物业先停一停，7 月 6 日接着办",
        "红星物业：等配件",
        "先停一停，7 月 6 日接着办（等配件）：灯座要厂家发",
        "?do=completion\"",
    ] {
        assert!(page.says(words), "{words}: {}", page.text);
    }
    assert!(page.has_form("/resumption") && !page.says("?do=extension\"") && page.red() == 1, "{}", page.text);
    let m = town.matter(&no);
    assert_eq!((m.step.as_str(), m.stage.as_str(), m.late_at), ("waiting", "solve", None));
    let other = town.get("吴敏", &at(&no)).await;
    assert!(!other.has_form("/resumption") && other.says("等配件"), "{}", other.text);
    assert!(other.says("?do=transfer\""), "another house may have the part: {}", other.text);
    let kinds = "SELECT kind FROM work_timer WHERE subject = $1 AND done_at IS NULL ORDER BY kind";
    let id = m.id.to_string();
    let open = town.db.read(move |r| Ok(r.rows(kinds, &[(&id).into()], |row| row.text(0))?)).await.expect("read");
    assert_eq!(open, ["council.resume"], "nobody is late while it waits");
    town.db.clock().set("2026-06-22".parse::<lianxin_base::Day>().expect("a day").at(9, 0));
    let came = town.send("马建军", &no, "resumption", &[]).await;
    assert_eq!(came.status, 303, "{}", came.text);
    let m = town.matter(&no);
    assert_eq!(m.step, "work");
    assert_eq!(m.due_at.expect("a term").day().to_string(), "2026-06-29", "the five working days that were left");
    let told = "SELECT COUNT(*) FROM outbox_message WHERE kind = 'council.paused'";
    let told = town.db.read(move |r| Ok(r.row(told, &[], |row| row.int(0))?)).await.expect("read");
    assert_eq!(told, Some(2), "who brought it in and the desk");
}

#[tokio::test]
async fn a_wrong_dispatch_is_theirs_after_two_working_days() {
    let town = town().await;
    let no = town.at_step("work", "红星物业");
    assert!(town.get("马建军", &at(&no)).await.says("?do=return\""));
    let page = town.get("马建军", &format!("{}?do=return", at(&no))).await;
    town.db.clock().set("2026-06-24".parse::<lianxin_base::Day>().expect("a day").at(9, 0));
    let late = town.get("马建军", &at(&no)).await;
    assert!(!late.says("?do=return\"") && !late.has_form("/return"), "not offered any more: {}", late.text);
    let came = town.send_from(&page, "马建军", &no, "return", &[("note", "不归我们管")]).await;
    assert!(came.status == 409 && came.says("接手已经过了 2 个工作日") && came.says("不归我们管"), "{}", came.text);
    assert_eq!(town.matter(&no).step, "work");
}

#[tokio::test]
async fn what_waits_is_asked_of_another_house_and_waits_no_longer() {
    let town = town().await;
    let no = town.at_step("work", "红星物业");
    let wait = [("reason", "parts"), ("note", "灯座要厂家发"), ("deadline", "2026-07-06")];
    assert_eq!(town.send("马建军", &no, "pause", &wait).await.status, 303);
    let city = town.map.org("演示区城管大队").to_string();
    let bare = town.send("吴敏", &no, "transfer", &[("executor", &city), ("note", "")]).await;
    assert_eq!(bare.status, 422, "{}", bare.text);
    let company = town.get("马建军", &at(&no)).await;
    assert!(!company.says("?do=transfer\"") && !company.has_form("/transfer"), "only who looks at matters");
    let came = town.send("吴敏", &no, "transfer", &[("executor", &city), ("note", "城管有现成的灯座")]).await;
    assert_eq!(came.status, 303, "{}", came.text);
    let m = town.matter(&no);
    assert_eq!((m.step.as_str(), m.holder.to_string()), ("work", city));
    assert_eq!(m.due_at.expect("a term").day().to_string(), "2026-06-26", "the term of the work begins anew");
    let kinds = "SELECT kind FROM work_timer WHERE subject = $1 AND done_at IS NULL ORDER BY kind";
    let id = m.id.to_string();
    let open = town.db.read(move |r| Ok(r.rows(kinds, &[(&id).into()], |row| row.text(0))?)).await.expect("read");
    assert_eq!(open, ["council.late"], "nothing goes on by itself any more");
    let page = town.get("吴敏", &at(&no)).await;
    assert!(page.says("城管有现成的灯座") && !page.says("等配件</"), "{}", page.text);
    assert!(town.get("何芳", &at(&no)).await.has_form("/completion"));
}

//! A complaint about a party never goes to that party alone and never shows it who wrote it.

use crate::house::{Came, Town, at, town};
use crate::photos::{findings, in_place, photos};
use lianxin_council::about::Whom;
use lianxin_council::store::photos::PhotoRow;

const WHO: [&str; 2] = ["张玉兰", "15400000001"];

/// Nothing that tells who brought it in, and none of their words, on any page of this seat.
async fn knows_nobody(town: &Town, who: &str, no: &str, words: &str) {
    let (page, q) = (at(no), |q: &str| format!("/desk?q={q}"));
    for path in ["/desk", "/desk/day", &page, &q(words), &q("张玉兰"), &format!("/jobs/{}", &page[6..])] {
        let page = town.get(who, path).await;
        for told in WHO.iter().chain([&words]) {
            let typed = page.says(&format!("value=\"{told}\"")); // what was typed into the search
            assert!(typed || !page.says(told), "{who} {path} {told}: {}", page.text);
        }
    }
    let slip = town.get(who, &format!("{page}/slip")).await;
    assert_eq!(slip.status, 404, "{who}: no slip with a name");
}

async fn dispatched(town: &Town, who: &str, no: &str, executor: &str) -> Came {
    let look = [("title", "清扫和态度"), ("category", "clean"), ("pace", "general"), ("executor", executor)];
    town.send(who, no, "dispatch", &look).await
}

/// A form that is not offered, sent by hand.
async fn by_hand(town: &Town, who: &str, no: &str, form: &str, pairs: &[(&str, &str)]) -> Came {
    let (token, hops) = (town.token(who).await, town.matter(no).hops.to_string());
    let all = [&[("token", token.as_str()), ("hops", &hops), ("list", "")], pairs].concat();
    town.post(who, &format!("{}/{form}", at(no)), &all).await
}

#[tokio::test]
async fn about_the_company_it_is_talked_over_and_the_company_never_learns_who_it_was() {
    let town = town().await;
    let words = "保洁几天不来，说了还骂人";
    let no = town.complaint(words, Whom::Company);
    let company = town.map.org("红星物业");
    let m = town.matter(&no);
    assert_eq!((m.about, m.kept_by, m.holder), (Some(company), None, town.map.org("芙蓉社区居委会")));
    let pane = town.get("吴敏", &at(&no)).await;
    assert!(pane.says("这是对红星物业的意见") && pane.says("张玉兰"), "{}", pane.text);
    knows_nobody(&town, "马建军", &no, words).await;

    let came = dispatched(&town, "吴敏", &no, &company.to_string()).await;
    assert!(
        came.status == 422 && came.says("不能只交给它自己办。请大家商量") && came.says("清扫和态度"),
        "{}",
        came.text
    );
    let came = dispatched(&town, "吴敏", &no, "talk").await;
    assert_eq!(came.status, 303, "{}", came.text);
    knows_nobody(&town, "马建军", &no, words).await;
    let pane = town.get("马建军", &at(&no)).await;
    assert!(pane.says("这是对您单位的意见") && pane.has_form(&format!("{}/entry", at(&no))), "{}", pane.text);
    let came = town.send("马建军", &no, "entry", &[("kind", "propose"), ("words", "换了保洁，天天扫")]).await;
    assert_eq!(came.status, 303, "their own side: {}", came.text);
    assert!(town.english("马建军", &at(&no)).await.says("a complaint about your organisation"));

    let decision = [("note", "每天扫，社区看一个月"), ("executor", &company.to_string()), ("deadline", "2026-06-26")];
    assert_eq!(town.send("李秀英", &no, "decision", &decision).await.status, 303);
    knows_nobody(&town, "马建军", &no, words).await;
    let job = town.get("马建军", &format!("/jobs/{}", &at(&no)[6..])).await;
    assert!(job.status == 200 && job.says("清扫和态度"), "{}", job.text);
    let priced = by_hand(&town, "马建军", &no, "quote", &[("price", "10"), ("covers", "both"), ("note", "扫")]).await;
    assert_eq!(priced.status, 403, "{}", priced.text);
    assert_eq!(town.send("马建军", &no, "completion", &[("note", "天天扫了")]).await.status, 303);
    let again = [("how", "visit"), ("note", "张玉兰说楼道还脏"), ("answer", "again")];
    assert_eq!(town.send("吴敏", &no, "feedback", &again).await.status, 303);
    let pane = town.get("马建军", &at(&no)).await;
    assert!(pane.says("没办好，接着办") && !pane.says("楼道还脏"), "nor what a worker wrote down: {}", pane.text);
    let other = town.map.org("演示区城管大队").to_string();
    let moved = town.send("吴敏", &no, "transfer", &[("executor", &other), ("note", "换一家看")]).await;
    assert_eq!(moved.status, 303, "{}", moved.text);
    let back = [("executor", &*company.to_string()), ("note", "还是它")];
    let back = town.send("吴敏", &no, "transfer", &back).await;
    assert!(back.status == 422 && back.says("不能只交给它自己办"), "{}", back.text);
    assert!(!town.get("", &format!("/m/{}", &at(&no)[6..])).await.says("红星物业的意见"), "nor does anybody else");
}

#[tokio::test]
async fn about_the_community_the_street_has_it_and_the_community_does_not_learn_who_it_was() {
    let town = town().await;
    let words = "窗口的人三回说下午来，三回没人";
    let no = town.complaint(words, Whom::Community);
    let m = town.matter(&no);
    let street = town.map.org("芙蓉街道办事处");
    assert_eq!((m.holder, m.kept_by), (street, Some(street)));
    for who in ["吴敏", "李秀英", "周国栋"] {
        knows_nobody(&town, who, &no, words).await;
        let pane = town.get(who, &at(&no)).await;
        assert!(pane.status == 200 && pane.red() == 0 && pane.says("这是对您单位的意见"), "{who}: {}", pane.text);
    }
    for (form, pairs) in [
        ("dispatch", vec![("title", "窗口"), ("category", "other"), ("pace", "general"), ("executor", "talk")]),
        ("decline", vec![("note", "没这回事")]),
        ("publication", vec![("show", "no")]),
        ("about", vec![("about", "nobody")]),
    ] {
        let came = by_hand(&town, "吴敏", &no, form, &pairs).await;
        assert!(came.status == 403 && came.says("由别家来办"), "{form}: {}", came.text);
    }
    let pane = town.get("高远", &at(&no)).await;
    assert!(pane.says("张玉兰") && pane.says(words) && pane.says("这是对芙蓉社区居委会的意见"), "{}", pane.text);
    let took = [("title", "窗口没人"), ("category", "other"), ("pace", "general")];
    let came = town.send("高远", &no, "take", &took).await;
    assert_eq!(came.status, 303, "{}", came.text);
    knows_nobody(&town, "吴敏", &no, words).await;
    assert_eq!(town.send("高远", &no, "completion", &[("note", "改了值班表，下午有人了")]).await.status, 303);
    let m = town.matter(&no);
    assert_eq!((m.step.as_str(), m.holder), ("feedback", street), "the street answers, not the community");
    knows_nobody(&town, "吴敏", &no, words).await;
    assert_eq!(by_hand(&town, "吴敏", &no, "take", &took).await.status, 403);
}

#[tokio::test]
async fn the_desk_may_say_it_later_and_then_does_not_know_either() {
    let town = town().await;
    let no = town.at_step("look", "");
    let came = town.send("吴敏", &no, "about", &[("about", "community")]).await;
    assert_eq!(came.status, 303, "{}", came.text);
    let said = town.get("吴敏", came.header("location")).await;
    assert!(said.says("对社区的意见，交给街道办了") && !said.says("张玉兰"), "{}", said.text);
    let m = town.matter(&no);
    assert_eq!((m.holder, m.step.as_str(), m.hops), (town.map.org("芙蓉街道办事处"), "look", 1));
    assert!(town.get("", &format!("/m/{}", &at(&no)[6..])).await.says("按规矩交给上一级来看"));

    let no = town.at_step("work", "红星物业");
    let came = by_hand(&town, "吴敏", &no, "about", &[("about", "community")]).await;
    assert!(came.status == 409 && came.says("已经往下走了"), "{}", came.text);
    let came = by_hand(&town, "吴敏", &no, "about", &[("about", "company")]).await;
    assert_eq!(came.status, 303, "{}", came.text);
    assert!(!town.get("马建军", &at(&no)).await.says("张玉兰"));
    let came = by_hand(&town, "吴敏", &no, "about", &[("about", "nobody")]).await;
    assert_eq!(came.status, 303, "{}", came.text);
    assert!(town.get("马建军", &at(&no)).await.says("张玉兰"), "it was no complaint after all");
    let came = by_hand(&town, "吴敏", &no, "about", &[("about", "")]).await;
    assert_eq!(came.status, 422, "{}", came.text);
}

#[tokio::test]
async fn where_there_is_no_such_party_or_nobody_above_it_is_said() {
    let town = town().await;
    let page = town.get("", "/report").await;
    assert!(page.says("您是对谁有意见") && page.says("on-opinion"), "{}", page.text);
    let send = async |place: &str, need: &str, about: &str| {
        let token = town.get("", "/report").await.hidden("/report", "token");
        let words = format!("{place} 说了几回都没人管 {about}");
        let pairs = [("token", token.as_str()), ("words", &words), ("place", place), ("need", need), ("about", about)];
        town.post("", "/report", &pairs).await
    };
    let nobody = send("御府苑", "opinion", "community").await;
    assert!(nobody.status == 422 && nobody.says("请打 12345") && nobody.says("说了几回都没人管"), "{}", nobody.text);
    for (n, (place, need, about)) in
        [("和平里", "opinion", "owners"), ("铁东12号院", "opinion", "company"), ("芙蓉里", "repair", "company")]
            .into_iter()
            .enumerate()
    {
        let came = send(place, need, about).await;
        assert_eq!(came.status, 303, "{place} {n}: {}", came.text);
        let no = format!("{place}-2026-0001");
        assert_eq!(town.matter(&no).about, None, "{place}: an ordinary matter");
    }
    let bad = send("芙蓉里", "opinion", "mayor").await;
    assert_eq!(bad.status, 422, "{}", bad.text);
}

#[tokio::test]
async fn a_complaint_is_not_made_one_with_something_else() {
    let town = town().await;
    let plain = town.at_step("look", "");
    let no = town.complaint("保洁几天不来，说了还骂人", Whom::Company);
    let form = town.get("吴敏", &format!("{}/same", at(&plain))).await;
    let token = form.hidden("/same", "token");
    let came = town.post("吴敏", &format!("{}/same", at(&plain)), &[("token", &token), ("no", &no)]).await;
    assert_ne!(came.status, 303, "{}", came.text);
    assert!(came.says("要单独办"), "{}", came.text);
    assert_eq!(town.matter(&no).step, "look");
}

#[tokio::test]
async fn the_list_that_leaves_holds_no_words_of_a_complaint() {
    let town = town().await;
    let words = "窗口的人三回说下午来，三回没人";
    let (no, plain) = (town.complaint(words, Whom::Community), town.at_step("look", ""));
    let (area, day) = (town.map.area("芙蓉里"), town.now().day());
    let sheet = town.db.read(move |r| {
        let area = lianxin_register::find::area(r, area)?.expect("a compound");
        let mut all = String::new();
        let list = lianxin_council::ledger::LIST;
        (list.rows)(r, &area, day, &mut |cells| {
            for cell in cells {
                if let lianxin_paper::Value::Text(text) = cell {
                    all.push_str(text);
                    all.push('\n');
                }
            }
            Ok(())
        })?;
        Ok(all)
    });
    let sheet = sheet.await.expect("read");
    assert!(sheet.contains(&no) && sheet.contains(&plain) && sheet.contains("3 楼到 5 楼的灯都不亮"), "{sheet}");
    assert!(!sheet.contains(words) && !sheet.contains("张玉兰"), "{sheet}");
}

#[tokio::test]
async fn about_the_community_the_street_alone_lets_the_neighbours_read_it() {
    let town = town().await;
    let no = town.complaint("窗口的吴某三回说下午来，三回没人", Whom::Community);
    let page = town.get("高远", &format!("{}?do=show", at(&no))).await;
    assert!(page.form("/show").contains("窗口的吴某") && page.says("do=take"), "{}", page.text);
    let masked = [("title", "窗口下午没人"), ("words", "三回说下午来，三回没人"), ("show", "yes")];
    // Nobody of the community, nor the company; nor the street where it stands in nobody's place.
    for who in ["吴敏", "周国栋", "马建军"] {
        let came = by_hand(&town, who, &no, "show", &masked).await;
        assert!(came.status == 403 || came.status == 404, "{who}: {} {}", came.status, came.text);
    }
    let other = town.at_step("look", "");
    let came = by_hand(&town, "高远", &other, "show", &masked).await;
    assert!(came.status == 403 && came.says("只有承办的单位能这样办"), "{}", came.text);
    let empty = town.send("高远", &no, "show", &[("title", ""), ("words", "没人"), ("show", "yes")]).await;
    assert!(empty.status == 422 && empty.form("/show").contains("没人"), "{}", empty.text);
    let came = town.send("高远", &no, "show", &masked).await;
    assert_eq!(came.status, 303, "{}", came.text);
    let public = format!("/m/{}", &at(&no)[6..]);
    let page = town.get("", &public).await;
    assert!(page.says("窗口下午没人") && page.says("三回说下午来") && !page.says("吴某"), "{}", page.text);
    assert!(!town.get("吴敏", &at(&no)).await.says("吴某"), "the community reads no more than everybody");
    assert_eq!(town.send("高远", &no, "show", &[("show", "no")]).await.status, 303);
    assert!(!town.get("", &public).await.says("三回说下午来"), "and takes it back");
    assert_eq!(findings(&town), []);
}

#[tokio::test]
async fn of_its_photos_the_street_shows_what_it_ticked_with_what_it_blackened() {
    let town = town().await;
    let two = vec![in_place(&town), in_place(&town)];
    let no = town.complaint_with("窗口的吴某下午又没人", Whom::Community, two);
    let all = photos(&town, &no);
    let [first, second] = [0, 1].map(|n| format!("{}.{}", all[n].act, all[n].n));
    let page = town.get("高远", &format!("{}?do=show", at(&no))).await;
    assert!(page.form("/show").contains(&first) && page.form("/show").contains(&second), "{}", page.text);
    let own = |p: &PhotoRow| format!("/photo/{}/{}/small", p.act, p.n);
    for who in ["吴敏", "周国栋", "马建军"] {
        assert_eq!(town.get(who, &own(&all[0])).await.status, 404, "{who} sees no picture of it");
    }
    let shown = |p: &PhotoRow| format!("/shown/{}/{}/large", p.act, p.n);
    let black = format!("{first}.0");
    let words = [("title", "窗口下午没人"), ("words", "下午没人"), ("show", "yes")];
    let ticked = [&words[..], &[("shown", first.as_str()), ("mask", &black)]].concat();
    assert_eq!(town.send("高远", &no, "show", &ticked).await.status, 303);
    let copy = town.get("", &shown(&all[0])).await;
    let whole = town.files().get(all[0].photo.expect("a photo").large).expect("read").expect("there");
    assert!(copy.status == 200 && copy.body != whole, "the masked copy, not the picture");
    assert_eq!(photos(&town, &no)[0].mask, [0]);
    assert_eq!(town.get("", &shown(&all[1])).await.status, 404, "what was not ticked is not shown");
    let public = format!("/m/{}", &at(&no)[6..]);
    for who in ["", "吴敏"] {
        let page = town.get(who, &public).await;
        assert!(page.says(&format!("/shown/{}/", all[0].act)) && !page.says("/photo/"), "{who}: {}", page.text);
    }
    assert_eq!(town.send("高远", &no, "show", &words).await.status, 303);
    assert_eq!(town.get("", &shown(&all[0])).await.status, 404, "without its tick it is gone");
    assert_eq!(findings(&town), []);
}

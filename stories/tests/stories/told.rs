//! Who has no phone is told all the same: asked at the counter how, rung up, tried again, and asked whether it is done.

use lianxin_stories::{Browser, World, today};

/// The number of the receipt that is open, as it is written and as it travels in an address.
fn number(browser: &Browser<'_>) -> (String, String) {
    let no = browser.page.between("class=\"no num\">", "</p>").unwrap_or_default();
    let no = no.rsplit("</span>").next().unwrap_or("").trim().to_owned();
    let escaped = no.bytes().map(|b| if b.is_ascii() { char::from(b).to_string() } else { format!("%{b:02X}") });
    let at = format!("/desk/{}", escaped.collect::<String>());
    (no, at)
}

/// Written down at the counter for somebody without a phone; the page that is open is the receipt.
fn written_down(worker: &mut Browser<'_>, name: &str, more: &[(&str, &str)]) -> (String, String) {
    worker.open("/desk/new");
    let place = worker.choice("/desk/new", "place", "芙蓉里 1 号楼");
    let own = [("name", name), ("place", place.as_str()), ("words", "楼门口的信箱锁坏了，拿不出报纸。")];
    worker.send("/desk/new", &[&own[..], more].concat());
    number(worker)
}

/// Handed to the property company, and the company says done.
fn done_by_the_company(world: &World, worker: &mut Browser<'_>, at: &str) {
    worker.open(&format!("{at}?do=dispatch"));
    let company = worker.choice(&format!("{at}/dispatch"), "executor", "红星物业");
    let to = [("title", "信箱锁坏了"), ("category", "repair"), ("pace", "general"), ("executor", company.as_str())];
    worker.send(&format!("{at}/dispatch"), &to);
    let mut company = world.signed_in("王建国");
    company.open(&format!("{at}?do=completion"));
    company.send(&format!("{at}/completion"), &[("note", "换了一把锁。")]);
    assert_eq!(company.page.status, 200, "{}", company.page.text());
}

/// The message of the errand that names somebody; none if none does.
fn errand(seat: &mut Browser<'_>, name: &str) -> Option<String> {
    let page = seat.open("/errands").clone();
    assert_eq!(page.status, 200, "{}", page.text());
    let card = page.html.split("<article").find(|card| card.contains(name))?.to_owned();
    card.split_once("name=\"message\" value=\"").and_then(|(_, rest)| rest.split('"').next()).map(str::to_owned)
}

#[test]
fn somebody_without_a_phone_is_told_in_the_way_they_chose() {
    for world in World::everywhere() {
        let (mut worker, mut elsewhere) = (world.signed_in("吴敏"), world.signed_in("马建军"));
        worker.open("/desk/new");
        worker.send("/desk/new", &[("words", "楼道灯不亮了好几天"), ("name", "冯大爷"), ("tell", "call")]);
        assert!(worker.page.status == 422 && worker.page.says("请写一个能打通的号码"), "{}", worker.page.text());

        let (no, at) = written_down(&mut worker, "冯大爷", &[("phone", "04808000091"), ("tell", "call")]);
        assert!(errand(&mut worker, "冯大爷").is_none(), "nothing to tell yet");
        done_by_the_company(&world, &mut worker, &at);
        let id = errand(&mut worker, "冯大爷").expect("now there is");
        for words in ["给冯大爷打电话", "tel:04808000091", "您反映的‘信箱锁坏了’，红星物业说干完了", &no]
        {
            assert!(worker.page.html.contains(words), "{words}: {}", worker.page.text());
        }
        assert_eq!(elsewhere.open("/errands").status, 404, "a company tells nobody");
        worker.post_new("/errands", &[("message", &id), ("outcome", "nobody")]);
        assert!(worker.page.says("明天早上再试"), "{}", worker.page.text());

        world.pass_to(today().plus(1).at(9, 0));
        assert_eq!(errand(&mut worker, "冯大爷").as_deref(), Some(id.as_str()));
        assert!(worker.page.says("试过 1 回"), "{}", worker.page.text());
        worker.open(&format!("{at}?do=feedback"));
        worker.send(&format!("{at}/feedback"), &[("answer", "good"), ("how", "phone"), ("note", "电话里说好了")]);
        assert!(worker.page.says("居民说办好了"), "{}", worker.page.text());
        assert!(errand(&mut worker, "冯大爷").is_none(), "who was asked in person need not be told that it ended");
        assert_eq!(world.findings(), []);
    }
}

#[test]
fn a_note_on_the_door_says_where_to_ask_and_not_what_about() {
    let world = World::new();
    let mut worker = world.signed_in("吴敏");
    let (no, at) = written_down(&mut worker, "冯大娘", &[("tell", "slip")]);
    done_by_the_company(&world, &mut worker, &at);
    let id = errand(&mut worker, "冯大娘").expect("to be told");
    let card = worker.page.html.split("<article").find(|card| card.contains("冯大娘")).unwrap_or_default().to_owned();
    assert!(card.contains("给冯大娘家门上贴个条") && card.contains(&no) && !card.contains("信箱"), "{card}");
    worker.post_new("/errands", &[("message", &id), ("outcome", "done")]);
    assert!(worker.page.says("已经告诉本人"), "{}", worker.page.text());
    assert!(errand(&mut worker, "冯大娘").is_none());
    let (_, at) = written_down(&mut worker, "冯三叔", &[("tell", "ask")]);
    done_by_the_company(&world, &mut worker, &at);
    assert!(errand(&mut worker, "冯三叔").is_none(), "he comes and asks");
    assert_eq!(world.findings(), []);
}

#[test]
fn a_resident_who_can_no_longer_be_rung_up_is_not_and_nothing_of_them_is_left() {
    let world = World::new();
    let (mut resident, mut worker) = (world.signed_in("张玉兰"), world.signed_in("吴敏"));
    resident.open("/me/told");
    resident.send("/me/told", &[("how", "call")]);
    assert!(resident.page.says("现在：打电话"), "{}", resident.page.text());
    resident.open("/report");
    resident.send("/report", &[("words", "信箱锁坏了，拿不出报纸"), ("place", "芙蓉里")]);
    let (_, at) = number(&resident);
    done_by_the_company(&world, &mut worker, &at);
    let id = errand(&mut worker, "张玉兰").expect("to be rung up");
    worker.post_new("/errands", &[("message", &id), ("outcome", "nobody")]);
    worker.open("/privacy-requests?q=0001");
    let who = worker.page.between("name=\"person\" value=\"", "\"").expect("one of that number");
    worker.send("/privacy-requests/erase", &[("person", who.as_str()), ("confirm", "删除")]);
    assert!(worker.page.says("删掉了"), "{}", worker.page.text());
    assert!(errand(&mut worker, "张玉兰").is_none());
    assert_eq!(world.findings(), []);
}

#[test]
fn words_for_the_chat_group_hold_only_what_everybody_reads() {
    let world = World::new();
    let (mut resident, mut worker) = (world.signed_in("张玉兰"), world.signed_in("吴敏"));
    resident.open("/report");
    resident.send("/report", &[("words", "2 单元老李家门口堆着纸箱"), ("place", "芙蓉里"), ("see", "neighbours")]);
    let (_, at) = number(&resident);
    worker.open(&at);
    assert!(!worker.page.html.contains("f-group"), "nothing of it is public yet");
    worker.open(&format!("{at}?do=publication"));
    let public = [("title", "2 单元楼道堆了东西"), ("words", "楼道里堆着纸箱"), ("show", "yes")];
    worker.send(&format!("{at}/publication"), &public);
    worker.open(&at);
    let text = worker.page.html.split("id=\"f-group\"").nth(1).and_then(|x| x.split("</textarea>").next());
    let text = text.expect("a text to copy").to_owned();
    for words in ["【芙蓉里】2 单元楼道堆了东西", "http://127.0.0.1:8600/m/", "readonly"] {
        assert!(text.contains(words), "{words}: {text}");
    }
    assert!(!text.contains("老李") && !text.contains("张玉兰"), "{text}");
}

//! Trouble: a secret link that went round the group, a power cut with slips on paper.

use lianxin_stories::{Browser, World, today};

fn number(browser: &Browser<'_>) -> String {
    let found = browser.page.between("class=\"no num\">", "</p>").unwrap_or_default();
    found.rsplit("</span>").next().unwrap_or("").trim().to_owned()
}

fn desk(no: &str) -> String {
    let plain: String =
        no.bytes().map(|b| if b.is_ascii() { char::from(b).to_string() } else { format!("%{b:02X}") }).collect();
    format!("/desk/{plain}")
}

/// Reported without an account and done by the company: its number, and the secret link.
fn done_for_a_stranger(world: &World) -> (String, String) {
    let mut who = world.stranger();
    who.open("/report");
    let words = "北门的台阶缺了一块，老人容易绊倒";
    who.send("/report", &[("words", words), ("place", "芙蓉里"), ("phone", "154 0000 0079")]);
    let (no, link) = (number(&who), who.page.url.split('?').next().unwrap_or_default().to_owned());
    let at = desk(&no);
    let mut worker = world.signed_in("吴敏");
    worker.open(&at);
    let company = worker.choice(&format!("{at}/dispatch"), "executor", "红星物业");
    let direct =
        [("title", "台阶缺了一块"), ("category", "repair"), ("pace", "general"), ("executor", company.as_str())];
    worker.send(&format!("{at}/dispatch"), &direct);
    let mut company = world.signed_in("王建国");
    company.open(&at);
    company.send(&format!("{at}/completion"), &[("note", "补好了")]);
    (no, link)
}

#[test]
fn a_link_forwarded_to_the_group_shows_it_and_answers_for_nobody() {
    for world in World::everywhere() {
        let (no, link) = done_for_a_stranger(&world);
        // A neighbour opens it from the group: they read how far it is, not whose it is.
        let mut neighbour = world.stranger();
        let page = neighbour.open(&link).clone();
        assert!(page.status == 200 && page.says(&no) && page.says("补好了"), "{}", page.text());
        for whose in ["0079", "15400000079", "154 0000 0079"] {
            assert!(!page.html.contains(whose), "the telephone of whoever wrote it is not on it: {whose}");
        }
        let answer = format!("{link}/feedback");
        for proof in ["", "0000", "1234"] {
            neighbour.open(&link);
            neighbour.send(&answer, &[("answer", "good"), ("proof", proof)]);
            assert_eq!(neighbour.page.status, 422, "{proof}: {}", neighbour.page.text());
        }
        assert!(neighbour.open(&link).form(&answer).is_some(), "it still waits for whoever brought it in");
        let erase = format!("{link}/erase");
        neighbour.open(&erase);
        neighbour.send(&erase, &[("proof", "4321")]);
        assert!(neighbour.page.status == 422 && neighbour.page.says("对不上"), "{}", neighbour.page.text());
        assert!(neighbour.open(&link).form(&answer).is_some(), "nothing was said for them");
        assert_eq!(world.findings(), []);
    }
}

#[test]
fn slips_written_while_the_power_was_out_count_from_when_they_were_written() {
    for world in World::everywhere() {
        // The power fails at nine; the window goes on with slips of paper. At three it is back, and they are entered.
        let (day, back) = (today().to_string(), today().at(15, 0));
        world.pass_to(back);
        let mut worker = world.signed_in("吴敏");
        let mut enter = |words: &str, time: &str| {
            worker.open("/desk/new");
            let place = worker.choice("/desk/new", "place", "芙蓉里 3 号楼");
            let slip = [
                ("words", words),
                ("name", "孙立"),
                ("place", place.as_str()),
                ("source", "counter"),
                ("happened", day.as_str()),
                ("happened_time", time),
            ];
            worker.send("/desk/new", &slip);
            assert_eq!(worker.page.status, 200, "{words}: {}", worker.page.text());
            number(&worker)
        };
        let (first, second) = (enter("门禁没电打不开", "9:10"), enter("电梯停在四楼没人", "14:40"));
        let entered = |no: &str| {
            let no = no.to_owned();
            let find = move |r: &mut lianxin_store::Read<'_>| Ok(lianxin_council::store::public_by_no(r, &no)?);
            let m = world.db().read_wait(find).expect("read").expect("a matter");
            (m.entered_at, m.due_at.expect("due"))
        };
        let ((at, due), (_, later)) = (entered(&first), entered(&second));
        assert!(at >= back, "when it was entered stands by itself");
        // Four working hours from when it was said: the one today, the other tomorrow.
        assert_eq!((due.day(), later.day()), (today(), today().plus(1)), "{due:?} {later:?}");
        let mut reader = world.signed_in("吴敏");
        reader.open(&desk(&first));
        assert!(reader.page.says("纸上写的是") && reader.page.says("9:10"), "{}", reader.page.text());
        assert_eq!(world.findings(), []);
    }
}

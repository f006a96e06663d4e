//! The notice board: what hangs there by itself, photo news with its caption and credit and its place in a section, proof.

use lianxin_stories::{Browser, Claims, World, built};

const BOARD: &str = "/notice-board/%E8%8A%99%E8%93%89%E9%87%8C";

/// Photo news, posted today: its page.
fn news(world: &World, worker: &mut Browser<'_>, title: &str, words: &str, more: [&str; 3]) -> String {
    part(world, worker, title, words, (more, ["", ""]))
}

/// The same as a part of a series: which it goes on with, and what a new one is called.
fn part(
    world: &World,
    worker: &mut Browser<'_>,
    title: &str,
    words: &str,
    (more, series): ([&str; 3], [&str; 2]),
) -> String {
    worker.open("/posting/new?sheet=news");
    let (area, day) = (worker.choice("/posting", "area", "芙蓉里"), world.now().day().to_string());
    let photo = lianxin_seeds::picture("road").expect("a scene").large;
    let [caption, credit, alt] = more;
    let said = [
        ("sheet", "news"),
        ("area", area.as_str()),
        ("ground", "general"),
        ("section", "events"),
        ("from", day.as_str()),
        ("title", title),
        ("words", words),
        ("alt", alt),
        ("caption", caption),
        ("credit", credit),
        ("faces", "nobody"),
        ("children", "no"),
        ("needy", "no"),
        ("goes", series[0]),
        ("series", series[1]),
    ];
    worker.send_files("/posting", &said, &[("photo", &photo)]);
    assert!(worker.page.says("登好了"), "{}", worker.page.text());
    worker.page.url.replace("/posting/", "/notice/").split('?').next().unwrap_or_default().to_owned()
}

#[test]
fn photo_news_has_caption_credit_and_a_line_for_who_cannot_see_it() {
    built();
    let mut claims = Claims::default();
    for world in World::everywhere() {
        let (mut worker, mut anyone) = (world.signed_in("吴敏"), world.stranger());
        let told = [
            ("练兵第一天", "开训前先重温誓词，这是练兵的一项。", ["开训", "社区工作者", "操场上的器材"]),
            ("六个社区一起洁环境", "除高草、清垃圾。", ["洁环境", "社区工作者", "清干净的路边"]),
            ("老干部写字作画", "几位老干部在展板前题词。", ["老干部题词", "社区工作者", "展板上的字画"]),
        ];
        let pages: Vec<String> = told.iter().map(|(t, w, more)| news(&world, &mut worker, t, w, *more)).collect();
        let board = anyone.open(BOARD).text();
        claims.saw("S11.01", told.iter().all(|(title, ..)| board.contains(title)));
        let drill = anyone.open(&pages[0]).text();
        claims.saw("S11.03", drill.contains("开训（"));
        // The oath belongs to the drill: it stands in the news of the drill, among the events, and not in the party's section.
        let of_party = world.stranger().open(&format!("{BOARD}?section=party")).text();
        let in_drill = drill.contains("开训前先重温誓词，这是练兵的一项") && drill.contains("活动");
        claims.saw("S11.02", in_drill && !of_party.contains("练兵第一天") && !of_party.contains("誓词"));
        claims.saw("S11.05", drill.contains("社区工作者 摄"));
        assert!(anyone.page.html.contains("alt=\"操场上的器材\""), "{}", anyone.page.html);
        let events = anyone.open(&format!("{BOARD}?section=events")).text();
        claims.saw("S11.06", told.iter().all(|(title, ..)| events.contains(title)));
        assert_eq!(world.findings(), []);
    }
    claims.end();
}

#[test]
fn a_series_of_reports_carries_its_number() {
    built();
    let mut claims = Claims::default();
    for world in World::everywhere() {
        let (mut worker, mut anyone) = (world.signed_in("吴敏"), world.stranger());
        let more = ["议事亭", "社区工作者", "亭子里的长凳"];
        let first = part(&world, &mut worker, "一院先行", "先在一个院里试。", (more, ["new", "五化协同"]));
        let series = first.replace("/notice/", "");
        let second = part(&world, &mut worker, "各院跟上", "别的院照着办。", (more, [&series, ""]));
        let begins = anyone.open(&first);
        let one = begins.text().contains("五化协同 第 1 篇") && begins.html.contains(&format!("href=\"{second}\""));
        let goes = anyone.open(&second);
        let two = goes.text().contains("五化协同 第 2 篇") && goes.html.contains(&format!("href=\"{first}\""));
        claims.saw("S11.07", one && two);
        assert_eq!(world.findings(), []);
    }
    claims.end();
}

#[test]
fn what_hangs_by_an_act_stands_on_the_board_by_itself() {
    for world in World::everywhere() {
        let mut anyone = world.stranger();
        anyone.open(BOARD);
        assert!(anyone.page.says("办事里自动贴出来的"), "{}", anyone.page.text());
        let (vote, _) = anyone
            .page
            .links()
            .into_iter()
            .find(|(href, _)| href.starts_with("/votes/"))
            .expect("the open vote hangs on the board");
        assert_eq!(anyone.open(&vote).status, 200);
        let feed = anyone.open(&format!("{BOARD}/feed"));
        assert!(feed.html.contains("<feed xmlns=\"http://www.w3.org/2005/Atom\""), "{}", feed.html);
        // The sheet of the demonstration whose end nobody photographed is named at the desk, and its page says so.
        let mut worker = world.signed_in("吴敏");
        worker.open("/posting");
        let title = lianxin_notice_board::seeds::LACKS;
        let (desk, _) = worker.page.links().into_iter().find(|(_, words)| words.contains(title)).expect("it is listed");
        assert!(worker.page.says("缺照片"), "{}", worker.page.text());
        let page = desk.replace("/posting/", "/notice/");
        assert!(anyone.open(&page).says("墙上的照片还没留齐"), "{}", anyone.page.text());
    }
}

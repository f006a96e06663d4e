//! The tally of an official system: taken in by two after the close, joined with papers so that everybody counts once.

use crate::counting::verified;
use crate::house::{Came, Town, YARD, calling, closes, jpeg, opens, town};

/// A vote that is cast in the official system or on paper, open.
async fn open(town: &mut Town) -> String {
    let area = town.map.area(YARD).to_string();
    let online = |(n, v)| if n == "online" { (n, "only_official_system") } else { (n, v) };
    let pairs: Vec<_> = calling(&area).into_iter().map(online).collect();
    let came = town.send("吴敏", "/votes", &pairs).await;
    assert_eq!(came.status, 303, "{}", came.text);
    for (house, door, name) in [("东排", "3 号", "佟玉珍"), ("西排", "5 号", "康福")] {
        assert_eq!(town.verified(house, door, name).await.status, 303);
    }
    town.pass(opens());
    came.header("location").split("/desk").next().unwrap_or_default().to_owned()
}

async fn taken(town: &Town, who: &str, url: &str, other: &[(&str, &str)], sheet: Option<&str>) -> Came {
    let usual = [
        ("what", "lines"),
        ("source", "市住建局电子投票系统"),
        ("reference", "投 2026-071"),
        ("day", "2026-07-13"),
        ("totals", ""),
        ("leave", ""),
    ];
    let all = usual.map(|(name, value)| other.iter().find(|(n, _)| *n == name).copied().unwrap_or((name, value)));
    let kept: Vec<_> = all.into_iter().filter(|(n, v)| *n != "leave" || !v.is_empty()).collect();
    let files: Vec<(&str, &[u8])> = sheet.map(|text| ("sheet", text.as_bytes())).into_iter().collect();
    town.send_files(who, &format!("{url}/official"), &kept, &files).await
}

fn counting(town: &Town) -> (i64, i64) {
    let lines = town.number("SELECT count(*) FROM property_official_line");
    (lines, town.number("SELECT count(*) FROM property_official WHERE counts = 1 AND void = 0"))
}

const LIST: &str = "某市业主电子投票系统,,,\n楼,房号,第 1 项,第 2 项\n东排,3号,同意,反对\n东排,4 号,同意,同意\n\
                    西排,5 号,反对,弃权\n西排,6 号,,\n";

#[tokio::test]
async fn the_tally_of_an_official_system_is_taken_in_by_two_and_everybody_counts_once() {
    let mut town = town().await;
    let url = open(&mut town).await;
    let page = format!("{url}/official");
    // The phone shows the matters and prints the paper; casting is off.
    let phone = town.get("佟玉珍", &url).await;
    assert!(phone.says("重修门前的排水沟") && phone.says(&format!("{url}/paper")), "{}", phone.text);
    assert!(phone.red() == 0 && town.get("佟玉珍", &format!("{url}/cast")).await.status == 409);
    assert!(town.get("佟玉珍", &format!("{url}/paper")).await.says("□ 同意"));
    // A paper of the same owner, entered by two.
    let no = town.number_of(&url, "东排", "3 号").to_string();
    for who in ["吴敏", "周国栋"] {
        let marks = [("no", no.as_str()), ("m1", "no"), ("m2", "no")];
        assert_eq!(town.send(who, &format!("{url}/papers"), &marks).await.status, 303);
    }
    let early = town.get("吴敏", &page).await;
    assert!(early.says("投票还没截止"), "{}", early.text);
    assert!(!town.get("吴敏", &format!("{url}/desk")).await.says(&page));
    town.pass(closes().day().at(18, 30));
    let desk = town.get("吴敏", &format!("{url}/desk")).await;
    assert!(desk.says(&page) && desk.says("主管部门系统的计票还没录"), "{}", desk.text);
    let waits = town.send("吴敏", &format!("{url}/count"), &[]).await;
    assert!(waits.says("主管部门系统的计票还没录"), "{} {}", waits.status, waits.text);
    let empty = town.get("吴敏", &page).await;
    assert!(empty.says("还没有录过") && empty.red() == 1, "{}", empty.text);
    assert!(town.english("吴敏", &page).await.says("Tally of the authority"));
    let blank = town.get("吴敏", &format!("{page}/sheet")).await;
    assert!(blank.status == 200 && blank.header("content-disposition").contains("official.xlsx"));
    for who in ["", "佟玉珍", "马建军", "刘志强"] {
        for at in ["", "/sheet", "/file", "/photo"] {
            assert_ne!(town.get(who, &format!("{page}{at}")).await.status, 200, "{who} {at}");
        }
    }
    let first = taken(&town, "吴敏", &url, &[], Some(LIST)).await;
    assert_eq!(first.status, 303, "{}", first.text);
    assert_eq!(counting(&town), (0, 0), "once is not enough");
    let again = taken(&town, "吴敏", &url, &[], Some(LIST)).await;
    assert!(again.says("第二遍要换一个人录") && again.says("市住建局电子投票系统"), "{}", again.text);
    let half = town.send("吴敏", &format!("{url}/count"), &[]).await;
    assert!(half.says("只录了一遍"), "{}", half.text);
    // Somebody else's other list differs; they look again, and both are the same.
    let other = taken(&town, "周国栋", &url, &[], Some(&LIST.replace("4 号,同意,同意", "4 号,反对,同意"))).await;
    assert_eq!((other.status, counting(&town)), (303, (0, 0)), "{}", other.text);
    assert!(town.get("周国栋", &page).await.says("两遍录得不一样"));
    // By number and in another order it is the same list.
    let number = |door| town.number_of(&url, if door == "5 号" { "西排" } else { "东排" }, door);
    let (three, four, five) = (number("3 号"), number("4 号"), number("5 号"));
    let by_number = format!("名册号,事项一,事项二\n{five},反对,弃权\n{four},同意,同意\n{three},同意,反对\n");
    let second = taken(&town, "周国栋", &url, &[("reference", "投２０２６－０７１")], Some(&by_number)).await;
    assert_eq!((second.status, counting(&town)), (303, (3, 1)), "{}", second.text);
    let done = town.get("吴敏", &page).await;
    assert!(done.says("3 户在那里投了") && done.says(&format!("名册号 {three}，以签名的纸票为准")), "{}", done.text);
    assert_eq!(town.get("吴敏", &format!("{page}/file")).await.text, by_number, "the sheet as it came");
    assert!(town.get("康福", &url).await.says("您在主管部门的系统里投过了"));
    assert!(town.get("", &url).await.says("编号 投２０２６－０７１"));
    assert!(town.get("吴敏", &format!("{url}/tally")).await.says("3 户在那里投了"));
    let counted = town.send("吴敏", &format!("{url}/count"), &[]).await;
    assert_eq!(counted.status, 303, "{}", counted.text);
    assert_eq!(town.number("SELECT persons FROM property_count"), 3, "one paper and two from the system");
    let file = town.send("吴敏", &format!("{url}/file"), &[("purpose", "check")]).await.text;
    let input = lianxin_ballot::Input::read_json(&file).expect("the file is read");
    let of = |void: bool| {
        let official = lianxin_ballot::Channel::Official;
        input.papers.iter().filter(|p| p.channel == official && p.void.is_some() == void).count()
    };
    assert_eq!((of(false), of(true), input.papers.len()), (2, 1, 4), "the paper stands before what was cast there");
    let leaves = "SELECT count(*) FROM journal_act WHERE body LIKE '%市住建局%' OR body LIKE '%2026-071%'";
    assert_eq!(town.number(leaves), 0, "what was typed is in no leaf");
    let late = town.send("吴敏", &format!("{page}/void"), &[]).await;
    assert!(late.says("已经计过票了"), "{}", late.text);
    verified(&town);
}

#[tokio::test]
async fn a_bad_list_is_taken_in_not_at_all_and_each_row_is_named() {
    let mut town = town().await;
    let url = open(&mut town).await;
    town.pass(closes().day().at(18, 30));
    let own = town.number_of(&url, "西排", "8 号");
    let mine = format!("名册号,1,2\n{own},同意,同意\n");
    let twice = "楼,房号,1,2\n东排,3 号,同意,同意\n东排,3号,反对,同意\n";
    for (sheet, other, says) in [
        (None, ("what", "lines"), "还没有选清单"),
        (Some("什么\n也不是\n"), ("what", "lines"), "表头认不出来"),
        (Some("名册号,1,2\n3,也许,同意\n"), ("what", "lines"), "第 2 行：第 1 项写的看不懂"),
        (Some("名册号,1,2\n,同意,同意\n"), ("what", "lines"), "第 2 行：没有名册号，也没有房号"),
        (Some(twice), ("what", "lines"), "第 3 行和第 2 行是同一户，投的不一样"),
        (Some("名册号,1,2\n999,同意,同意\n"), ("what", "lines"), "第 2 行：999，名册上没有"),
        (Some("名册号,1,2\n3,,\n"), ("what", "lines"), "没有一户投过"),
        (Some(mine.as_str()), ("what", "lines"), "清单里有您自己家"),
        (Some(LIST), ("what", ""), "选一项"),
        (Some(LIST), ("source", ""), "这一项要填"),
        (Some(LIST), ("reference", ""), "这一项要填"),
        (Some(LIST), ("day", "2026-07-14"), "这一天不对"),
        (Some(LIST), ("day", "2026-07-02"), "这一天不对"),
        (None, ("what", "nobody"), "盖章的说明"),
        (None, ("what", "totals"), "总数看不懂"),
    ] {
        let came = taken(&town, "吴敏", &url, &[other], sheet).await;
        assert!(came.status != 303 && came.says(says), "{says}: {} {}", came.status, came.text);
        assert!(came.says("市住建局电子投票系统") || other.0 == "source", "{says}: what was typed is kept");
    }
    let broken = taken(&town, "吴敏", &url, &[], Some("PK\u{3}\u{4} no workbook")).await;
    assert!(broken.status == 422 && broken.red() == 1, "{}", broken.text);
    assert_eq!(town.number("SELECT count(*) FROM property_official"), 0);
    // What is not on the roll may be left out, and stands in the record.
    let outside = LIST.to_owned() + "西排,77 号,同意,同意\n";
    let offered = taken(&town, "吴敏", &url, &[], Some(&outside)).await;
    assert!(offered.says("name=\"leave\"") && offered.says("西排 77 号，名册上没有"), "{}", offered.text);
    for who in ["吴敏", "周国栋"] {
        assert_eq!(taken(&town, who, &url, &[("leave", "yes")], Some(&outside)).await.status, 303, "{who}");
    }
    assert_eq!(counting(&town), (3, 1));
    let page = format!("{url}/official");
    assert!(town.get("吴敏", &page).await.says("1 行，没有算：西排 77 号"));
    let third = taken(&town, "吴敏", &url, &[], Some(LIST)).await;
    assert!(third.says("已经录好了"), "{}", third.text);
    // Nobody sets it aside alone.
    let void = format!("{page}/void");
    assert_eq!(town.send("吴敏", &void, &[]).await.status, 303);
    assert_eq!(counting(&town), (3, 1), "the other is asked");
    assert!(town.send("吴敏", &void, &[]).await.says("您说过录错了"));
    assert_eq!(town.send("周国栋", &void, &[]).await.status, 303);
    assert_eq!(counting(&town), (0, 0));
    assert!(town.send("吴敏", &void, &[]).await.says("没有录过"));
    verified(&town);
}

#[tokio::test]
async fn totals_are_shown_beside_and_no_result_is_made_of_them() {
    let mut town = town().await;
    let url = open(&mut town).await;
    town.pass(closes().day().at(18, 30));
    let page = format!("{url}/official");
    let sums = "9 700.5 1 80 0 0\n5 400 4 300 1 80.5";
    let sent = |who: &'static str, totals: &'static str| {
        let pairs = [("what", "totals"), ("source", "市住建局"), ("reference", "7"), ("day", "2026-07-13")];
        let all = [&pairs[..], &[("totals", totals)]].concat();
        let (town, page) = (&town, &page);
        async move { town.send_files(who, page, &all, &[("photo", &jpeg())]).await }
    };
    let more = sent("吴敏", "99999 1 0 0 0 0\n0 0 0 0 0 0").await;
    assert!(more.status == 422 && more.says("比名册上的户数"), "{}", more.text);
    for who in ["吴敏", "周国栋"] {
        let came = sent(who, sums).await;
        assert_eq!(came.status, 303, "{who}: {}", came.text);
    }
    let open = town.get("", &url).await;
    assert!(open.says("只给了总数") && open.says("同意 9 人"), "{}", open.text);
    assert_eq!(town.get("吴敏", &format!("{page}/photo")).await.header("content-type"), "image/jpeg");
    let refused = town.send("吴敏", &format!("{url}/count"), &[]).await;
    assert!(refused.says("合在一起会重复算"), "{} {}", refused.status, refused.text);
    // Set aside by a third person or both, the list is taken in, or that nobody voted there.
    for who in ["吴敏", "周国栋"] {
        assert_eq!(town.send(who, &format!("{page}/void"), &[]).await.status, 303);
    }
    let nobody = [("what", "nobody"), ("source", "市住建局"), ("reference", "8"), ("day", "2026-07-13")];
    for who in ["吴敏", "周国栋"] {
        assert_eq!(town.send_files(who, &page, &nobody, &[("photo", &jpeg())]).await.status, 303, "{who}");
    }
    assert_eq!(town.send("吴敏", &format!("{url}/count"), &[]).await.status, 303);
    verified(&town);
}

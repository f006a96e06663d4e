//! 正在发生: the company says once that the water is off; neighbours tap it instead of reporting it, and are told.

use lianxin_base::HOUR;
use lianxin_stories::{Browser, World};

/// The lift of one entrance stands still: only that entrance is named, and a made up one is no place.
fn one_entrance(company: &mut Browser<'_>, neighbour: &mut Browser<'_>) {
    company.open("/happening");
    let door = company.choice("/happening", "place", "芙蓉里 3 号楼 2 单元");
    assert!(door.starts_with("芙蓉里/3@"), "{door}");
    let nowhere = format!("芙蓉里/1@{}", door.rsplit('@').next().unwrap_or_default());
    for place in ["芙蓉里/3@sparrow", nowhere.as_str()] {
        company.post_new("/happening", &[("kind", "lift"), ("place", place)]);
        assert!(company.page.status == 422 && company.page.says("还没选在哪儿"), "{place}: {}", company.page.text());
    }
    company.open("/happening");
    company.send("/happening", &[("kind", "lift"), ("place", door.as_str()), ("hours", "2")]);
    assert!(neighbour.open("/board").says("芙蓉里 3 号楼 2 单元：电梯停了"), "{}", neighbour.page.text());
}

#[test]
fn the_water_is_off_is_said_once_tapped_and_told_to_everybody_who_tapped() {
    for world in World::everywhere() {
        let mut company = world.signed_in("马建军");
        company.open("/happening");
        for (answers, says) in [
            (vec![("place", "芙蓉里")], "还没选怎么了"),
            (vec![("kind", "water")], "还没选在哪儿"),
            (vec![("kind", "other"), ("place", "芙蓉里/3")], "请写一句"),
            (vec![("kind", "water"), ("place", "御府苑")], "还没选在哪儿"),
        ] {
            company.post_new("/happening", &answers);
            assert!(company.page.status == 422 && company.page.says(says), "{says}: {}", company.page.text());
        }
        let off = [("kind", "water"), ("place", "芙蓉里/3"), ("words", "在抢修主管道"), ("hours", "4")];
        company.open("/happening");
        company.send("/happening", &off);
        assert!(company.page.says("芙蓉里 3 号楼：停水"), "{}", company.page.text());

        // At home, on the report's form and on the board; a stranger reads it, too.
        let mut neighbour = world.signed_in("孙立");
        for path in ["/", "/report", "/board"] {
            assert!(neighbour.open(path).says("在抢修主管道。预计"), "{path}: {}", neighbour.page.text());
        }
        let mut stranger = world.stranger();
        stranger.open("/board");
        assert!(stranger.page.says("芙蓉里 3 号楼：停水") && stranger.page.says("登录后可以点“我家也是”"));
        assert!(!neighbour.page.says("登录后可以点“我家也是”"), "{}", neighbour.page.text());
        neighbour.open("/");
        let tap = neighbour.page.between("action=\"/happening/", "/tap\"").expect("a button");
        let (page, tap) = (format!("/happening/{tap}"), format!("/happening/{tap}/tap"));
        neighbour.send(&tap, &[]);
        assert!(neighbour.page.says("1 户点了") && neighbour.page.says("您家已经点过了"), "{}", neighbour.page.text());
        neighbour.post_new(&tap, &[]);
        assert!(neighbour.page.says("1 户点了"), "twice is once: {}", neighbour.page.text());
        let mut other = world.signed_in("张玉兰");
        other.open(&page);
        other.send(&tap, &[]);
        assert!(other.page.says("2 户点了"), "{}", other.page.text());
        assert!(!other.open("/mine").says("停水"), "no matter is begun");
        assert_eq!(world.stranger().open("/happening").status, 200, "a stranger is led to the door");

        company.open("/happening");
        company.send(&format!("{page}/news"), &[("words", "还要两个钟头"), ("hours", "2")]);
        assert!(neighbour.open("/inbox").says("芙蓉里 3 号楼 有新消息"), "{}", neighbour.page.text());
        company.open("/happening");
        company.send(&format!("{page}/news"), &[("words", ""), ("over", "1")]);
        assert!(company.page.status == 422 && company.page.says("请写一句"), "{}", company.page.text());
        company.send(&format!("{page}/news"), &[("words", "换了阀门"), ("over", "1")]);
        for who in [&mut neighbour, &mut other] {
            assert!(who.open("/inbox").says("芙蓉里 3 号楼 好了") && who.page.says("换了阀门"), "{}", who.page.text());
        }
        assert!(!neighbour.open("/").says("在抢修主管道") && !neighbour.page.says("换了阀门"));
        one_entrance(&mut company, &mut neighbour);
        world.pass_to(world.now().plus(3 * HOUR));
        assert!(neighbour.open("/board").says("好，现在还没好"), "promised for before now: {}", neighbour.page.text());
        assert_eq!(world.findings(), []);
    }
}

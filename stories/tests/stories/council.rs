//! 议事会: called for this evening, neighbours come in by the number on the screen, the minutes hang out, somebody objects, and
//! what was decided is handed on once they are answered. On both databases.

use lianxin_base::{HOUR, MINUTE, Moment};
use lianxin_council::pages::{desk_url, url};
use lianxin_council::store::public_by_no;
use lianxin_stories::{Browser, World};

/// Somebody brings something in that is talked over; its number.
fn talked(world: &World, resident: &mut Browser<'_>) -> String {
    resident.open("/report");
    resident.send("/report", &[("words", "楼门口想装个扶手"), ("place", "芙蓉里")]);
    let no = resident.page.between("class=\"no num\">", "</p>").unwrap_or_default();
    let no = no.rsplit("</span>").next().unwrap_or("").trim().to_owned();
    let mut worker = world.signed_in("吴敏");
    let desk = desk_url(&no);
    worker.open(&desk);
    worker.send(&format!("{desk}/dispatch"), &[("title", "楼门口装扶手"), ("executor", "talk")]);
    worker.open(&format!("{desk}?do=publication"));
    worker.send(&format!("{desk}/publication"), &[("title", "楼门口装扶手"), ("words", "想装个扶手"), ("show", "yes")]);
    assert_eq!(worker.page.status, 200, "{}", worker.page.text());
    no
}

fn clock(at: Moment) -> (String, String) {
    let (hour, minute) = at.hour_minute();
    (at.day().to_string(), format!("{hour}:{minute:02}"))
}

#[test]
fn a_council_is_called_held_objected_to_and_its_decision_handed_on() {
    for world in World::everywhere() {
        let mut resident = world.signed_in("张玉兰");
        let no = talked(&world, &mut resident);
        let (starts, mut worker) = (world.now().plus(HOUR), world.signed_in("吴敏"));
        let (day, time) = clock(starts);
        worker.open("/meetings/new");
        assert!(worker.page.says("户数多的在前"), "{}", worker.page.text());
        let number = no.clone();
        let id = world.db().read_wait(move |r| Ok(public_by_no(r, &number)?)).expect("read").expect("it is there").id;
        let id = id.to_string();
        assert!(worker.page.html.contains(&format!("value=\"{id}\"")), "it is suggested");
        let call = [("day", day.as_str()), ("time", &time), ("where", "议事角"), ("matter", &id)];
        worker.send("/meetings", &call);
        assert!(worker.page.says("通知发给请的单位了"), "{}", worker.page.text());
        let here = worker.page.url.split('?').next().unwrap_or_default().to_owned();
        assert!(resident.open("/inbox").says("要上议事会商量"), "{}", resident.page.text());
        let (mut company, mut neighbour) = (world.signed_in("马建军"), world.signed_in("孙立"));
        assert!(company.open("/inbox").says("开议事会，请您来"), "{}", company.page.text());
        assert!(neighbour.open("/").says("欢迎来听听、说说"), "{}", neighbour.page.text());

        // At the door.
        world.pass_to(starts.plus(-5 * MINUTE));
        let screen = worker.open(&format!("{here}/screen")).html.clone();
        let number = screen.split("class=\"no num\">").nth(1).and_then(|s| s.get(..6)).expect("six digits").to_owned();
        for who in [&mut resident, &mut neighbour, &mut company] {
            who.open(&format!("{here}/here?code={number}"));
            who.send(&format!("{here}/here"), &[]);
            assert!(who.page.says("名单上有您"), "{}", who.page.text());
        }
        let stranger = world.stranger().open(&here).text();
        assert!(stranger.contains("红星物业 1 人、居民 2 人") && !stranger.contains("孙立"), "{stranger}");

        // The minutes, an objection by a neighbour, the answer.
        world.pass_to(starts.plus(HOUR));
        worker.open(&format!("{here}/minutes"));
        let org = worker.choice(&format!("{here}/minutes"), "executor-1", "红星物业");
        let said = [
            ("words", "都说装"),
            ("kind-1", "do"),
            ("say-1", "装不锈钢扶手"),
            ("executor-1", &org),
            ("limit-1", "800"),
        ];
        worker.send(&format!("{here}/minutes"), &said);
        assert!(worker.page.says("没人有意见就定下来") && worker.page.says("装不锈钢扶手"), "{}", worker.page.text());
        // Withheld meanwhile, its words are withheld on everybody's page of the council too; shown again, they are read.
        let mut hand = world.signed_in("吴敏");
        let desk = desk_url(&no);
        for (show, read) in [("no", false), ("yes", true)] {
            hand.open(&format!("{desk}?do=publication"));
            hand.send(
                &format!("{desk}/publication"),
                &[("title", "楼门口装扶手"), ("words", "想装个扶手"), ("show", show)],
            );
            let page = world.stranger().open(&here).text();
            assert!(page.contains("装不锈钢扶手") == read && page.contains(&no), "{show}: {page}");
        }
        neighbour.open(&format!("{here}/objection"));
        neighbour.send(&format!("{here}/objection"), &[("words", "两边都要装")]);
        assert!(neighbour.page.says("您的意见交到芙蓉社区居委会手里了"), "{}", neighbour.page.text());
        worker.open(&format!("{here}/desk"));
        assert!(worker.page.says("两边都要装") && worker.page.says("孙立"), "{}", worker.page.text());
        worker.send(&format!("{here}/answer"), &[("answer", "两边都装，已经问过物业")]);
        assert!(neighbour.open("/inbox").says("您的意见有答复了"), "{}", neighbour.page.text());
        assert!(resident.open(&url(&no)).says("纪要正在公示"), "{}", resident.page.text());

        world.pass_to(starts.plus(10 * 24 * HOUR));
        let page = world.stranger().open(&here).text();
        assert!(page.contains("纪要定下来，已经交去办") && page.contains("两边都装"), "{page}");
        let page = world.stranger().open(&url(&no)).text();
        assert!(page.contains("红星物业正在办") && page.contains("花钱不超过 800.00 元"), "{page}");
        assert_eq!(world.findings(), []);
    }
}

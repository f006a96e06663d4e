//! 问问大家: the community asks, households answer on their phones and change their minds, one is written down at the counter; what
//! was chosen is told after the close, of five households or more, and never whose it was.

use lianxin_stories::{Browser, World};

fn at(prefix: &str, no: &str) -> String {
    let escaped = no.bytes().map(|b| if b.is_ascii() { char::from(b).to_string() } else { format!("%{b:02X}") });
    format!("{prefix}/{}", escaped.collect::<String>())
}

/// Reported, shown to the neighbours and talked over.
fn talked(world: &World) -> String {
    let mut resident = world.signed_in("张玉兰");
    resident.open("/report");
    resident.send("/report", &[("words", "充电桩想放在南门，老人说太远"), ("place", "芙蓉里")]);
    let found = resident.page.between("class=\"no num\">", "</p>").unwrap_or_default();
    let no = found.rsplit("</span>").next().unwrap_or("").trim().to_owned();
    let (mut worker, desk) = (world.signed_in("吴敏"), at("/desk", &no));
    for (form, answers) in [
        ("publication", vec![("title", "充电桩放哪儿"), ("words", "充电桩想放在南门"), ("show", "yes")]),
        ("dispatch", vec![("title", "充电桩放哪儿"), ("category", "park"), ("pace", "general"), ("executor", "talk")]),
    ] {
        worker.open(&format!("{desk}?do={form}"));
        worker.send(&format!("{desk}/{form}"), &answers);
        assert_eq!(worker.page.status, 200, "{form}: {}", worker.page.text());
    }
    no
}

/// Somebody chooses on their phone.
fn chooses(one: &mut Browser<'_>, page: &str, chosen: &str) {
    one.open(page);
    one.send(&format!("{page}/poll"), &[("chosen", chosen)]);
    assert!(one.page.status == 200 && one.page.says("您家选的是"), "{}", one.page.text());
}

#[test]
fn everybody_is_asked_by_household_and_it_binds_nobody() {
    for world in World::everywhere() {
        let no = talked(&world);
        let (page, desk) = (at("/m", &no), at("/desk", &no));
        let poll = format!("{desk}/poll");
        let mut worker = world.signed_in("吴敏");
        worker.open(&poll);
        worker.send(
            &poll,
            &[("ask", "充电桩放哪儿好？"), ("choice1", "南门"), ("choice2", "西墙"), ("day", "2026-06-19")],
        );
        assert!(worker.page.says("问出去了"), "{}", worker.page.text());
        let mut stranger = world.stranger();
        stranger.open(&page);
        for words in ["充电桩放哪儿好？", "南门", "只是问问大家，不算表决", "登录后可以回答", "还不到 5 户"]
        {
            assert!(stranger.page.says(words), "{words}: {}", stranger.page.text());
        }
        assert!(world.signed_in("张玉兰").open("/inbox").says("有一句话问大家"));

        // Two of one flat are one household: the second changes its answer.
        let (mut first, mut second) = (world.signed_in("孙立"), world.signed_in("姜敏"));
        chooses(&mut first, &page, "1");
        chooses(&mut second, &page, "2");
        assert!(first.open(&page).says("您家选的是“西墙”"), "{}", first.page.text());
        for (who, chosen) in [("张玉兰", "2"), ("陈晓梅", "1"), ("白露", "2")] {
            chooses(&mut world.signed_in(who), &page, chosen);
        }
        assert!(stranger.open(&page).says("还不到 5 户"), "{}", stranger.page.text());
        worker.open(&poll);
        let told = [("name", "董秀珍"), ("how", "phone"), ("chosen", "2")];
        worker.send(&poll, &[&told[..], &[("do", "answer")]].concat());
        assert!(worker.page.says("这一户记下了"), "{}", worker.page.text());
        assert!(stranger.open(&page).says("已经有 5 户回答"), "{}", stranger.page.text());
        let mut outside = world.signed_in("任桂香");
        assert!(!outside.open(&page).says("就选这个"), "who lives elsewhere only reads it");

        world.pass_to("2026-06-19".parse::<lianxin_base::Day>().expect("a day").at(20, 1));
        let mut late = world.signed_in("韩磊");
        late.open(&page);
        for words in ["6 月 19 日收完，5 户回答", "问大家的那句收完了，5 户回答"] {
            assert!(late.page.says(words), "{words}: {}", late.page.text());
        }
        assert!(late.page.says_in_order(&["南门", "1", "西墙", "4"]), "{}", late.page.text());
        assert!(late.page.form(&format!("{page}/poll")).is_none(), "it is over");
        assert!(!late.page.says("董秀珍") && !late.page.says("白露"), "nobody's name");
        assert!(world.signed_in("吴敏").open("/inbox").says("问大家的那句收完了"));
        assert!(world.stranger().in_english().open(&page).says("no vote"));
        assert_eq!(world.findings(), []);
    }
}

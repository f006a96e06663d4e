//! 问问大家: the community asks, households answer on their phones and change their minds, others are written down for them; what
//! was chosen is told after the close, of five households or more, and never whose it was.

use lianxin_stories::{Browser, World};

fn at(prefix: &str, no: &str) -> String {
    let escaped = no.bytes().map(|b| if b.is_ascii() { char::from(b).to_string() } else { format!("%{b:02X}") });
    format!("{prefix}/{}", escaped.collect::<String>())
}

/// Reported, shown to the neighbours and talked over.
fn talked(world: &World) -> (String, Browser<'_>) {
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
    (no, resident)
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
        let (no, mut second) = talked(&world);
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
        assert!(second.open("/inbox").says("有一句话问大家"));

        let mut first = world.signed_in("孙立");
        chooses(&mut first, &page, "1");
        chooses(&mut second, &page, "2");
        chooses(&mut first, &page, "2");
        assert!(first.page.says("您家选的是“西墙”"), "{}", first.page.text());
        // 姜敏 lives with 孙立, who has answered for both; the others are households of their own.
        for (name, how, chosen, says) in [
            ("姜敏", "phone", "1", "这一户自己答过了"),
            ("陈晓梅", "counter", "1", "这一户记下了"),
            ("白露", "phone", "2", "这一户记下了"),
            ("董秀珍", "visit", "2", "这一户记下了"),
        ] {
            assert!(stranger.open(&page).says("还不到 5 户"), "{}", stranger.page.text());
            worker.open(&poll);
            let id = worker.page.between("name=\"poll\" value=\"", "\"").expect("it is asked");
            let told =
                [("poll", &*id), ("name", name), ("phone", ""), ("how", how), ("chosen", chosen), ("do", "answer")];
            worker.post_new(&poll, &told);
            assert!(worker.page.says(says), "{name}: {}", worker.page.text());
        }
        assert!(stranger.open(&page).says("已经有 5 户回答"), "{}", stranger.page.text());

        world.pass_to("2026-06-19".parse::<lianxin_base::Day>().expect("a day").at(20, 1));
        second.open(&page);
        for words in ["6 月 19 日收完，5 户回答", "问大家的那句收完了，5 户回答"] {
            assert!(second.page.says(words), "{words}: {}", second.page.text());
        }
        assert!(second.page.says_in_order(&["南门", "1", "西墙", "4"]), "{}", second.page.text());
        assert!(second.page.form(&format!("{page}/poll")).is_none(), "it is over");
        assert!(!second.page.says("董秀珍") && !second.page.says("白露"), "nobody's name");
        assert!(world.signed_in("吴敏").open("/inbox").says("问大家的那句收完了"));
        assert!(world.stranger().in_english().open(&page).says("no vote"));
        assert_eq!(world.findings(), []);
    }
}

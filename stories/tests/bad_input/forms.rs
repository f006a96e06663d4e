//! What people type.

use crate::{matters, refused};
use lianxin_stories::World;

const LONG: usize = 501;

#[test]
fn a_report_that_cannot_be_taken_comes_back_with_its_sentence_and_its_words() {
    let world = World::new();
    let before = matters(&world);
    let long = "长".repeat(LONG);
    for (name, value, more, zh, en) in [
        ("words", "", "", "还没写是怎么回事", "Nothing is written yet"),
        ("words", " \n\t　", "", "还没写是怎么回事", "Nothing is written yet"),
        ("words", "灯坏了", "", "还不知道在哪儿", "We cannot tell where it is"),
        ("words", long.as_str(), "芙蓉里", "写得太长了", "too long"),
        ("words", "灯\u{7}坏了好几天", "芙蓉里", "看不见的控制字符", "invisible control character"),
        ("words", "灯\u{202E}坏了好几天", "芙蓉里", "看不见的控制字符", "invisible control character"),
        ("place", "月球", "月球", "没有这个地点", "There is no such place"),
        ("category", "ghost", "芙蓉里", "没有这一类", "There is no such kind"),
        ("phone", "12", "芙蓉里", "电话号码不对", "not right"),
    ] {
        let words = if name == "words" { value } else { "西门的灯坏了好几天" };
        let mut pairs = vec![("words", words), ("place", more)];
        if !matches!(name, "words" | "place") {
            pairs.push((name, value));
        }
        for (mut who, sentence) in [(world.stranger(), zh), (world.stranger().in_english(), en)] {
            who.open("/report");
            who.post_new("/report", &pairs);
            refused(&who, 422, sentence);
            let form = who.page.form("/report").expect("the form comes back");
            let kept = form.answer("words").unwrap_or("");
            assert_eq!(kept.trim(), words.trim(), "{name}: what was typed stays");
        }
    }
    assert_eq!(matters(&world), before, "nothing was kept");
}

#[test]
fn what_sounds_dangerous_shows_the_numbers_first_and_is_taken_the_second_time() {
    let world = World::new();
    let mut who = world.stranger();
    who.open("/report");
    who.send("/report", &[("words", "2 号楼一楼有煤气味"), ("place", "芙蓉里")]);
    refused(&who, 422, "听着有危险。请先打上面的电话");
    assert!(who.page.says("火警 119") && who.page.says("急救 120"));
    who.send("/report", &[]);
    assert!(who.page.status == 200 && who.page.says("收到了"), "{}", who.page.text());
}

#[test]
fn rare_characters_emoji_and_markup_arrive_as_they_were_typed() {
    let world = World::new();
    for words in [
        "㛃䶮𬸘三个字的人家门前灯坏了",
        "灯坏了😀👨‍👩‍👧‍👦🏳️‍🌈，晚上看不见",
        "<script>alert('灯')</script> & \"坏了\" <b>三天</b>",
        "{{ 7*7 }} ${x} %s '; DROP TABLE council_matter; --",
        "العربية والضوء معطل في الدرج",
        "第一行\n第二行：灯坏了",
    ] {
        let mut who = world.stranger();
        who.open("/report");
        who.send("/report", &[("words", words), ("place", "芙蓉里")]);
        assert_eq!(who.page.status, 200, "{words}: {}", who.page.text());
        let said = who.page.between("<p class=\"said\">“", "”</p>").unwrap_or_default();
        assert_eq!(said, words, "as it was typed");
        assert!(!who.page.html.contains("<script>alert") && !who.page.html.contains("<b>三天"), "markup is text");
        let mut worker = world.signed_in("吴敏");
        worker.open("/desk");
        assert!(!worker.page.html.contains("<script>alert"), "on the desk, too");
    }
    assert_eq!(world.findings(), []);
}

#[test]
fn the_same_form_twice_is_one_matter_and_the_first_receipt() {
    for world in World::everywhere() {
        let before = matters(&world);
        let mut who = world.stranger();
        who.open("/report");
        let form = who.page.form("/report").expect("a form");
        let pairs = form.filled(&[("words", "同一张表按了两下"), ("place", "芙蓉里")]);
        let pairs: Vec<(&str, &str)> = pairs.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        let first = who.post("/report", &pairs).clone();
        let second = who.post("/report", &pairs).clone();
        assert_eq!((first.url.as_str(), first.status), (second.url.as_str(), 200));
        assert_eq!(matters(&world), before + 1);
        let other: Vec<_> = pairs.iter().map(|(n, v)| (*n, if *n == "words" { "回头改了字又交" } else { v })).collect();
        assert_ne!(who.post("/report", &other).url, first.url, "other words on the same form are another matter");
        assert_eq!(matters(&world), before + 2);
    }
}

#[test]
fn a_form_of_the_desk_says_what_is_missing() {
    let world = World::new();
    let mut worker = world.signed_in("吴敏");
    let mut who = world.stranger();
    who.open("/report");
    who.send("/report", &[("words", "楼前的树枝断了"), ("place", "芙蓉里")]);
    let no = who.page.between("class=\"no num\">", "</p>").unwrap_or_default();
    let here = format!("/desk/{}", escaped(no.rsplit("</span>").next().unwrap_or("").trim()));
    let org = {
        worker.open(&format!("{here}?do=dispatch"));
        worker.choice(&format!("{here}/dispatch"), "executor", "红星物业")
    };
    let at = |form: &str| format!("{here}/{form}");
    let long = "长".repeat(41);
    for (form, answers, sentence) in [
        ("dispatch", vec![("title", ""), ("executor", "talk")], "请给这件事起个短名字"),
        ("dispatch", vec![("title", long.as_str())], "这里最多 40 个字，现在有 41 个字"),
        ("dispatch", vec![("title", "树枝断了"), ("executor", "")], "还没选交给谁办"),
        ("decline", vec![("note", "")], "请写一句说明"),
    ] {
        worker.open(&format!("{here}?do={form}"));
        worker.send(&at(form), &answers);
        refused(&worker, 422, sentence);
    }
    worker.open(&format!("{here}?do=dispatch"));
    worker.send(&at("dispatch"), &[("title", "树枝断了"), ("executor", "talk")]);
    for (answers, sentence) in [
        (vec![("note", "锯掉"), ("executor", ""), ("deadline", "2026-06-18")], "还没选交给谁办"),
        (vec![("note", "锯掉"), ("executor", org.as_str()), ("deadline", "")], "还没写哪天之前办完"),
        (vec![("note", "锯掉"), ("executor", org.as_str()), ("deadline", "2026-06-15")], "这个日子已经过了"),
        (vec![("note", "锯掉"), ("executor", org.as_str()), ("deadline", "2027-06-15")], "最远只能定到半年以内"),
        (vec![("note", "锯掉"), ("executor", org.as_str()), ("deadline", "下周三")], "请填一个日期"),
        (vec![("note", ""), ("executor", org.as_str()), ("deadline", "2026-06-18")], "请写一句说明"),
    ] {
        worker.open(&format!("{here}?do=decision"));
        worker.send(&at("decision"), &answers);
        refused(&worker, 422, sentence);
        assert!(worker.page.form(&at("decision")).is_some(), "the form comes back");
    }
}

fn escaped(no: &str) -> String {
    no.bytes().map(|b| if b.is_ascii() { char::from(b).to_string() } else { format!("%{b:02X}") }).collect()
}

//! The gallery is the whole look of the product in one place: every part, both languages, all sizes. What must hold for
//! every page is asked of it here; how it looks is for eyes and for the browser tests.

#[path = "../examples/gallery/pages.rs"]
mod pages;

use std::collections::BTreeSet;

use lianxin_base::Lang;
use lianxin_web::{
    assets,
    components::{Bridge, ErrorSummary, Field, FieldKind, Html, Meta, MiniBridge, Pier, State, Tag, Tone},
    icons::Icon,
    shell::{Kind, Me, Shell, Size},
};

/// The values of an attribute, in order.
fn values<'a>(page: &'a str, name: &str) -> Vec<&'a str> {
    let key = format!(" {name}=\"");
    page.split(&key).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

/// The opening tags of an element.
fn tags<'a>(page: &'a str, name: &str) -> Vec<&'a str> {
    let key = format!("<{name}");
    let named = |rest: &&str| rest.starts_with([' ', '>']);
    page.split(&key).skip(1).filter(named).filter_map(|rest| rest.split('>').next()).collect()
}

fn holds(tag: &str, name: &str) -> bool {
    tag.contains(&format!(" {name}=\"")) || tag.split(' ').any(|word| word == name)
}

#[test]
fn nothing_that_the_content_policy_forbids() {
    for (name, page) in pages::pages() {
        for no in [" style=", "<style", "javascript:", "http://", "https://", " onclick", " onload", " onsubmit"] {
            assert!(!page.contains(no), "{name} holds {no}");
        }
        for script in tags(&page, "script") {
            let ours = ["app.", "desk."].iter().any(|file| script.contains(&format!(" src=\"/assets/{file}")));
            assert!(ours, "{name}: a script of its own: {script}");
        }
        for sheet in tags(&page, "link") {
            assert!(sheet.contains(" href=\"/assets/"), "{name}: {sheet}");
        }
    }
}

#[test]
fn every_question_has_its_words() {
    for (name, page) in pages::pages() {
        let targets: BTreeSet<&str> = values(&page, "for").into_iter().collect();
        for kind in ["input", "select", "textarea"] {
            for tag in tags(&page, kind) {
                let boxed = tag.contains("type=\"radio\"") || tag.contains("type=\"checkbox\"");
                let bound = values(tag, "id").first().is_some_and(|id| targets.contains(id));
                let silent = tag.contains("type=\"hidden\"") || holds(tag, "aria-label");
                assert!(boxed || bound || silent, "{name}: {kind}{tag} has no label");
            }
        }
        for legend in page.split("<fieldset").skip(1) {
            assert!(legend.split("</fieldset").next().is_some_and(|set| set.contains("<legend")), "{name}: no legend");
        }
        for button in page.split("<button").skip(1) {
            let text = button.split_once('>').map_or("", |(_, rest)| rest.split("</button").next().unwrap_or(""));
            let words = text.split('<').any(|part| part.split_once('>').map_or(part, |(_, t)| t).trim().len() > 1);
            assert!(words || button.contains("aria-label"), "{name}: a button without words");
        }
    }
}

#[test]
fn ids_are_single_and_what_points_at_them_finds_them() {
    for (name, page) in pages::pages() {
        let ids = values(&page, "id");
        let set: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(ids.len(), set.len(), "{name}: an id stands twice");
        let pointers = ["for", "aria-describedby", "aria-labelledby"].into_iter().flat_map(|key| values(&page, key));
        let anchors = values(&page, "href").into_iter().filter_map(|url| url.strip_prefix('#'));
        for id in pointers.flat_map(|list| list.split(' ')).chain(anchors) {
            assert!(set.contains(id), "{name}: nothing has the id {id}");
        }
    }
}

#[test]
fn every_page_is_whole_and_says_what_it_is() {
    for (name, page) in pages::pages() {
        assert!(page.starts_with("<!doctype html>"), "{name}");
        for once in ["<main", "<title>", "name=\"renderer\" content=\"webkit\"", "name=\"viewport\"", "class=\"skip\""]
        {
            assert_eq!(page.matches(once).count(), 1, "{name}: {once}");
        }
        assert!(page.contains("<h1"), "{name} has no heading");
        assert!(!page.contains("maximum-scale") && !page.contains("user-scalable"), "{name} locks the reader's zoom");
        let (lang, demo) = if name.contains("-en-") {
            ("<html lang=\"en\"", "Demo data: people and matters are invented")
        } else {
            ("<html lang=\"zh-CN\"", "演示数据，人物与事项均为虚构")
        };
        assert!(page.contains(lang), "{name}");
        assert_eq!(page.matches(demo).count(), 1, "{name}: invented data must say so");
        assert!(!page.contains(['\u{2068}', '\u{2069}']), "{name} holds marks nobody sees");
    }
}

#[test]
fn every_form_that_changes_something_carries_its_token() {
    for (name, page) in pages::pages() {
        for form in
            page.split("<form").skip(1).filter(|form| form.split('>').next().is_some_and(|t| t.contains("post")))
        {
            let inside = form.split("</form").next().unwrap_or("");
            let filled_by_page = inside.contains("f-words");
            assert!(filled_by_page || inside.contains("name=\"token\" value=\"token\""), "{name}: {inside}");
        }
    }
}

#[test]
fn words_of_one_language_do_not_stray_into_the_other() {
    for (name, page) in pages::pages().into_iter().filter(|(name, _)| name.contains("-en-")) {
        let rest = ["中文", "御府苑-2026-0042", "御府苑 3 号楼 2 单元", "御府苑 中心花园"]
            .iter()
            .fold(page, |page, known| page.replace(known, ""));
        let stray: String = rest.chars().filter(|c| ('\u{4e00}'..='\u{9fff}').contains(c)).collect();
        assert!(stray.is_empty(), "{name}: {stray}");
    }
}

#[test]
fn what_people_typed_is_never_markup() {
    let typed = "<script>alert('x')</script>\"&";
    let field = Field::new(Lang::Zh, "words", typed).kind(FieldKind::Area).value(typed).hint(typed).error(Some(typed));
    let meta = Meta::of([typed]);
    let piers = [(); 4].map(|()| Pier::new(typed, State::Todo, typed));
    let bridge = Bridge { lang: Lang::Zh, piers, late: false };
    let mini = MiniBridge { states: [State::Todo; 4], late: false, stage: typed.into() };
    let faults = ErrorSummary { lang: Lang::En, items: vec![("words".into(), typed.into())] };
    let page = format!("{field}{meta}{bridge}{mini}{faults}{}", Tag::new(Tone::Late, typed));
    assert!(!page.contains("<script"), "{page}");
    let body = Html::default();
    let shell = Shell { title: typed, place_name: Some(typed), body: &body.0, ..Shell::default() }.render();
    assert!(!shell.contains("<script>"), "{shell}");
}

#[test]
fn a_field_keeps_what_was_written_but_never_a_secret() {
    let area = Field::new(Lang::Zh, "words", "怎么回事").kind(FieldKind::Area).value("\n第一行\n第二行").to_string();
    assert!(area.contains(">\n\n第一行\n第二行</textarea>"), "the browser drops the first line break: {area}");
    for kind in [FieldKind::Password, FieldKind::Code] {
        let secret = Field::new(Lang::Zh, "pin", "口令").kind(kind).value("246810").to_string();
        assert!(!secret.contains("246810"), "{secret}");
    }
}

#[test]
fn the_bridge_is_told_in_words_too() {
    let piers = |states: [State; 4]| states.map(|state| Pier::new("收集", state, ""));
    let told = |states, late| Bridge { lang: Lang::Zh, piers: piers(states), late }.to_string();
    use State::{Done, Now, Skipped, Todo};
    for (page, words, marks) in [
        (told([Done, Now, Todo, Todo], false), "，正在办", 1),
        (told([Done, Done, Now, Todo], true), "，正在办，已经超期", 1),
        (told([Done, Skipped, Done, Done], false), "，这一步不用走", 0),
    ] {
        assert!(page.contains(words), "{page}");
        assert_eq!(page.matches("aria-current=\"step\"").count(), marks, "{page}");
    }
    let reached = |page: &str| page.matches("reached").count();
    assert_eq!(reached(&told([Done, Now, Todo, Todo], false)), 2);
    assert_eq!(reached(&told([Done, Skipped, Now, Todo], false)), 3, "the arch over a skipped pier is behind us too");
    assert_eq!(reached(&told([Now, Skipped, Todo, Todo], false)), 1, "what lies ahead is not");
}

#[test]
fn the_shell_shows_what_there_is() {
    let base = Shell { csrf: "t", ..Shell::default() };
    let page = base.render();
    assert!(
        !page.contains("/inbox")
            && !page.contains("演示数据")
            && !page.contains("data-live")
            && page.contains("连心桥")
    );
    for (kind, bar) in [(Kind::Phone, true), (Kind::Plain, false), (Kind::Desk, false), (Kind::Print, false)] {
        assert_eq!(Shell { kind, ..base.clone() }.render().contains("class=\"bar\""), bar, "{kind:?}");
    }
    for (size, mark, to) in [
        (Size::Normal, "<html lang=\"zh-CN\">", &["elder"][..]),
        (Size::Elder, "data-size=\"elder\"", &["elder2", "normal"]),
        (Size::Elder2, "data-size=\"elder2\"", &["elder", "normal"]),
    ] {
        let page = Shell { size, ..base.clone() }.render();
        assert!(page.contains(mark), "{size:?}");
        let offered: Vec<&str> = tags(&page, "button")
            .into_iter()
            .filter(|b| b.contains("name=\"size\""))
            .flat_map(|b| values(b, "value"))
            .collect();
        assert_eq!(offered, to, "{size:?}");
        assert_eq!(Size::from_name(size.name()), Some(size));
    }
    let live = Shell {
        live: Some("/events"),
        unread: 120,
        me: Some(Me { name: "赵桂兰".into(), role: "住户".into() }),
        ..base
    }
    .render();
    assert!(live.contains("data-live=\"/events\"") && live.contains("99+") && live.contains("120 条没看"));
}

#[test]
fn every_class_that_is_written_is_styled() {
    let css =
        assets::all().iter().find(|asset| asset.name == "app.css").map(|asset| String::from_utf8_lossy(asset.body));
    let css = css.expect("the style sheet");
    let plain = ["todo", "confirm", "ways"];
    for (name, page) in pages::pages() {
        for class in
            values(&page, "class").into_iter().flat_map(|list| list.split(' ')).filter(|class| !class.is_empty())
        {
            assert!(plain.contains(&class) || css.contains(&format!(".{class}")), "{name}: .{class} has no rule");
        }
    }
}

#[test]
fn icons_take_the_colour_of_their_words() {
    let svg = Icon::Camera.svg("").to_string();
    assert!(
        svg.starts_with("<svg class=\"i\" ") && svg.contains("aria-hidden=\"true\"") && !svg.contains("fill="),
        "{svg}"
    );
}

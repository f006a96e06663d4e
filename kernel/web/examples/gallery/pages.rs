//! The pages of the gallery: every part in both languages and all three sizes. The test of the same name reads them.

#[path = "desk.rs"]
mod desk;
#[path = "phone.rs"]
mod phone;

use lianxin_base::Lang;
use lianxin_web::shell::{Kind, Shell, Size, Tab};

/// The word of this language.
fn w(lang: Lang, zh: &'static str, en: &'static str) -> &'static str {
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}

/// A shell as a signed-in resident sees it.
fn shell(lang: Lang) -> Shell<'static> {
    Shell {
        lang,
        place_name: Some(w(lang, "御府苑", "Yufuyuan")),
        place_url: "/places",
        unread: 3,
        me: Some(phone::me(lang)),
        demo: true,
        tab: Some(Tab::Home),
        csrf: "token",
        here: "/",
        ..Shell::default()
    }
}

/// Name of the file and the whole document.
pub(crate) fn pages() -> Vec<(String, String)> {
    let mut pages = Vec::new();
    for lang in Lang::ALL {
        for size in Size::ALL {
            let at = |name: &str| format!("{name}-{}-{}.html", lang.tag(), size.name());
            let kinds = [
                ("home", Kind::Phone, phone::home(lang, size)),
                ("form", Kind::Phone, phone::form(lang, false)),
                ("form-error", Kind::Phone, phone::form(lang, true)),
                ("receipt", Kind::Plain, phone::receipt(lang)),
                ("matter", Kind::Phone, phone::matter(lang)),
                ("lists", Kind::Phone, phone::lists(lang)),
                ("confirm", Kind::Plain, phone::confirm(lang)),
                ("sheet", Kind::Print, phone::sheet(lang)),
                ("desk", Kind::Desk, desk::board(lang, false)),
                ("desk-pane", Kind::Desk, desk::board(lang, true)),
                ("desk-form", Kind::Desk, desk::form(lang)),
            ];
            for (name, kind, body) in kinds {
                let nav = if kind == Kind::Desk { desk::nav(lang) } else { Vec::new() };
                let shell = Shell { size, title: name, kind, nav: &nav, body: &body, ..shell(lang) };
                let shell = if kind == Kind::Desk {
                    Shell { me: Some(desk::me(lang)), place_name: None, ..shell }
                } else {
                    shell
                };
                pages.push((at(name), shell.render()));
            }
        }
    }
    pages
}

//! What stands round every page: head, place, sizes and languages, the four places of a phone or the rail of the desk.

use askama::Template;
use lianxin_base::Lang;

use crate::{
    assets::asset_url,
    components::{Html, Text},
    icons::Icon,
    texts::t,
};

/// How large the page is written; a choice of the reader kept in a cookie.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Size {
    /// 17 px main text.
    #[default]
    Normal,
    /// 长辈版: 21 px, controls of 60 px, less on a page.
    Elder,
    /// The second step: 30 px, as the standard for older readers asks to be reachable.
    Elder2,
}

impl Size {
    /// All three, smallest first.
    pub const ALL: [Self; 3] = [Self::Normal, Self::Elder, Self::Elder2];

    /// Its name in the cookie and in the form that changes it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Normal => "normal",
            Self::Elder => "elder",
            Self::Elder2 => "elder2",
        }
    }

    /// Reads the name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|size| size.name() == name)
    }

    /// Either of the two large sizes: the page shows less.
    pub const fn is_elder(self) -> bool {
        !matches!(self, Self::Normal)
    }
}

/// What kind of page it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Kind {
    /// For residents: one column, the bar with four places.
    #[default]
    Phone,
    /// For those who work here: rail, work, pane.
    Desk,
    /// One column without the bar: sign-in, errors, a page reached by a secret link.
    Plain,
    /// One column that knows nobody, kept on phones for when there is no signal.
    Blank,
    /// A sheet to print.
    Print,
}

/// The four places of the bar.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Tab {
    /// 首页
    Home,
    /// 议事
    Board,
    /// 我家的事
    Mine,
    /// 我的
    Me,
}

/// One entry of the desk's rail.
#[derive(Clone, Debug)]
pub struct NavItem<'a> {
    /// Where it leads.
    pub url: Text<'a>,
    /// Its name.
    pub label: Text<'a>,
    /// Its icon; all that is left of it in a narrow window.
    pub icon: Icon,
    /// How many wait there.
    pub count: Option<u64>,
    /// This is where we are.
    pub current: bool,
    /// A heading before it: the first of a group carries the group's name.
    pub head: Option<Text<'a>>,
}

/// Who is signed in.
#[derive(Clone, Debug)]
pub struct Me<'a> {
    /// Their name.
    pub name: Text<'a>,
    /// The seat they sit on: 御府苑社区 网格员.
    pub role: Text<'a>,
}

/// Everything the whole document needs besides the page itself.
#[derive(Clone, Debug, Default)]
pub struct Shell<'a> {
    /// The language.
    pub lang: Lang,
    /// The size.
    pub size: Size,
    /// Title of the page, without the product's name.
    pub title: &'a str,
    /// What kind of page it is.
    pub kind: Kind,
    /// The compound one is looking at; none: the product's name stands there.
    pub place_name: Option<&'a str>,
    /// Where one picks another compound; empty: the name leads home.
    pub place_url: &'a str,
    /// Messages not yet read.
    pub unread: u32,
    /// Which of the four places is open.
    pub tab: Option<Tab>,
    /// The desk's rail.
    pub nav: &'a [NavItem<'a>],
    /// Who is signed in; without it there is neither bell nor account.
    pub me: Option<Me<'a>>,
    /// The stream that names what moved.
    pub live: Option<&'a str>,
    /// The data are invented: every page and every print says so.
    pub demo: bool,
    /// Path and query of this page, to come back to after a change of size or language; empty: the server finds out.
    pub here: &'a str,
    /// The page, written by one of our own templates.
    pub body: &'a str,
    /// The signed token of the shell's own small forms.
    pub csrf: &'a str,
    /// The other forms of this sheet, with their addresses.
    pub forms: Vec<(Form, String)>,
}

/// A form of a sheet.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Form {
    /// For the printer and the archive.
    Pdf,
    /// One long picture for the group.
    Picture,
    /// A document to be edited.
    Word,
    /// Text for the group.
    Group,
}

/// Where people find what was sent to them.
pub const INBOX: &str = "/inbox";

/// What stands round a page takes at most about so much; the desk's rail is the longest.
const HEAD: usize = 8 * 1024;

impl Shell<'_> {
    /// The whole document.
    pub fn render(&self) -> String {
        Html::long(&Page { shell: self, t: t(self.lang), body: self.body }, self.body.len() + HEAD).0
    }
}

#[derive(Template)]
#[template(path = "shell.html")]
struct Page<'a> {
    shell: &'a Shell<'a>,
    t: &'static crate::texts::L10nLanguage,
    body: &'a str,
}

/// One button of a small form in the head: what it sends and says.
struct Switch {
    value: &'static str,
    label: String,
    icon: bool,
}

impl Page<'_> {
    fn asset(&self, name: &str) -> &'static str {
        asset_url(name)
    }

    /// The sizes one can change to from here.
    fn sizes(&self) -> Vec<Switch> {
        let to = |size: Size, label: String, icon: bool| Switch { value: size.name(), label, icon };
        match self.shell.size {
            Size::Normal => vec![to(Size::Elder, self.t.msg_size_elder(), true)],
            Size::Elder => vec![
                to(Size::Elder2, self.t.msg_size_larger(), false),
                to(Size::Normal, self.t.msg_size_normal(), false),
            ],
            Size::Elder2 => vec![
                to(Size::Elder, self.t.msg_size_smaller(), false),
                to(Size::Normal, self.t.msg_size_normal(), false),
            ],
        }
    }

    /// The language one can change to from here.
    fn other(&self) -> Lang {
        match self.shell.lang {
            Lang::Zh => Lang::En,
            Lang::En => Lang::Zh,
        }
    }

    /// The bar: address, icon, words, whether it is open.
    fn places(&self) -> [(&'static str, Icon, String, bool); 4] {
        let t = self.t;
        [
            (Tab::Home, "/", Icon::Home, t.msg_menu_home()),
            (Tab::Board, "/board", Icon::Messages, t.msg_menu_board()),
            (Tab::Mine, "/mine", Icon::ClipboardCheck, t.msg_menu_mine()),
            (Tab::Me, "/me", Icon::User, t.msg_menu_me()),
        ]
        .map(|(tab, url, icon, label)| (url, icon, label, self.shell.tab == Some(tab)))
    }

    /// The name at the head of a page and where it leads.
    fn place(&self) -> (String, &str) {
        let name = self.shell.place_name.map_or_else(|| self.t.msg_product(), str::to_owned);
        (name, if self.shell.place_url.is_empty() { "/" } else { self.shell.place_url })
    }

    /// 3, and 99+ for more than a bubble holds.
    fn bubble(&self) -> String {
        if self.shell.unread > 99 { self.t.msg_news_many() } else { self.shell.unread.to_string() }
    }

    fn form(&self, form: &Form) -> String {
        match form {
            Form::Pdf => self.t.msg_form_pdf(),
            Form::Picture => self.t.msg_form_picture(),
            Form::Word => self.t.msg_form_word(),
            Form::Group => self.t.msg_form_group(),
        }
    }

    fn initial(&self, name: &str) -> String {
        name.chars().take(1).collect()
    }

    fn foot(&self) -> [(&'static str, String); 3] {
        [
            ("/verify", self.t.msg_foot_verify()),
            ("/journal", self.t.msg_foot_journal()),
            ("/about", self.t.msg_foot_about()),
        ]
    }
}

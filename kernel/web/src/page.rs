use crate::Visit;
use crate::components::{Html, Text};
use crate::paper::{Hung, Sheet};
use crate::shell::{Kind, Me, NavItem, Shell, Tab};
use crate::texts::t;
use askama::Template;
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use lianxin_gate::SeatRow;

/// What a long page of ours takes, so that it is written without moving what is there already.
const LONG: usize = 24 * 1024;

/// A page on its way out: the shell's particulars, then [`Page::view`].
pub struct Page<'a> {
    visit: &'a Visit,
    title: &'a str,
    kind: Kind,
    status: StatusCode,
    tab: Option<Tab>,
    place: Option<(&'a str, &'a str)>,
    unread: u32,
    me: Option<Me<'a>>,
    live: bool,
    counts: &'a [(&'a str, u64)],
    made: bool,
    hung: Hung,
}

impl<'a> Page<'a> {
    pub(crate) fn new(visit: &'a Visit, title: &'a str, kind: Kind) -> Self {
        let me = visit.is_signed_in().then(|| me(visit));
        let (status, live, hung) = (StatusCode::OK, false, Hung::default());
        Self { visit, title, kind, status, tab: None, place: None, unread: 0, me, live, counts: &[], made: false, hung }
    }

    /// Which of the phone's four places is open.
    #[must_use]
    pub const fn tab(mut self, tab: Tab) -> Self {
        self.tab = Some(tab);
        self
    }
    /// The compound, and where one picks another (empty: the name leads home).
    #[must_use]
    pub const fn place(mut self, name: &'a str, url: &'a str) -> Self {
        self.place = Some((name, url));
        self
    }
    /// How many messages are not yet read.
    #[must_use]
    pub const fn unread(mut self, n: u32) -> Self {
        self.unread = n;
        self
    }
    /// Who is signed in, better than the seat's title.
    #[must_use]
    pub fn me(mut self, name: impl Into<Text<'a>>, role: impl Into<Text<'a>>) -> Self {
        self.me = Some(Me { name: name.into(), role: role.into() });
        self
    }
    /// The page renews what moves.
    #[must_use]
    pub const fn live(mut self) -> Self {
        self.live = true;
        self
    }
    /// How many wait at a place of the rail, by its address.
    #[must_use]
    pub const fn counts(mut self, counts: &'a [(&'a str, u64)]) -> Self {
        self.counts = counts;
        self
    }
    /// The answer to a form, which has no address to ask for it again: a sheet without links to its other forms. The form itself
    /// may be sent to `?paper=pdf`.
    #[must_use]
    pub const fn made(mut self) -> Self {
        self.made = true;
        self
    }
    /// What the sheet has where it hangs: a second title, a text for the group, where its code leads.
    #[must_use]
    pub fn hung(mut self, hung: Hung) -> Self {
        self.hung = hung;
        self
    }
    /// Another status than 200.
    #[must_use]
    pub const fn status(mut self, status: StatusCode) -> Self {
        self.status = status;
        self
    }
    /// 422: the form comes back with what is wrong.
    #[must_use]
    pub const fn wrong(self) -> Self {
        self.status(StatusCode::UNPROCESSABLE_ENTITY)
    }

    /// The page round one of our own templates.
    pub fn view(self, view: &impl Template) -> Response {
        let body = Html::long(view, LONG).0;
        self.body(&body)
    }

    /// One element alone, for the page's script: never inside the shell.
    pub fn fragment(self, view: &impl Template) -> Response {
        html(self.status, Html::of(view).0)
    }

    pub(crate) fn body(self, body: &str) -> Response {
        let visit = self.visit;
        let sheet = (self.kind == Kind::Print).then(|| Sheet {
            title: self.title.to_owned(),
            html: body.to_owned(),
            hung: self.hung,
        });
        let forms = sheet.as_ref().filter(|_| !self.made).map(|sheet| sheet.forms(visit)).unwrap_or_default();
        let nav = if self.kind == Kind::Desk { rail(visit, self.counts) } else { Vec::new() };
        let shell = Shell {
            lang: visit.lang,
            size: visit.size,
            title: self.title,
            kind: self.kind,
            place_name: self.place.map(|p| p.0),
            place_url: self.place.map_or("", |p| p.1),
            unread: self.unread,
            tab: self.tab,
            nav: &nav,
            me: self.me,
            live: self.live.then_some("/live"),
            demo: visit.house.settings().demo,
            here: visit.here(),
            body,
            csrf: visit.token(),
            forms,
        };
        let mut answer = html(self.status, shell.render());
        if let Some(sheet) = sheet {
            answer.extensions_mut().insert(sheet);
        }
        answer
    }
}

pub(crate) fn html(status: StatusCode, text: String) -> Response {
    (status, [(CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"))], text).into_response()
}

/// Who is signed in, as far as the seat tells.
fn me(visit: &Visit) -> Me<'static> {
    let words = |s: &SeatRow| {
        let title = s.title.clone().unwrap_or_else(|| s.role.say(visit.lang).to_owned());
        if s.deputy { t(visit.lang).msg_deputy_of(title) } else { title }
    };
    let (name, role) = visit.seat().map_or_else(Default::default, |s| (words(s), s.org_name.clone()));
    Me { name: name.into(), role: role.into() }
}

fn rail<'a>(visit: &'a Visit, counts: &[(&str, u64)]) -> Vec<NavItem<'a>> {
    let path = visit.here().split('?').next().unwrap_or("");
    let open = |url: &str| path == url || path.strip_prefix(url).is_some_and(|rest| rest.starts_with('/'));
    let items = visit.house.nav().iter().filter(|item| visit.can(item.cap)).map(|item| NavItem {
        url: item.url.into(),
        label: (item.label)(visit.lang).into(),
        icon: item.icon,
        count: counts.iter().find(|(url, _)| *url == item.url).map(|(_, n)| *n),
        current: open(item.url),
        head: item.head.map(|head| head(visit.lang).into()),
    });
    items.collect()
}

//! What the pages of the register are put together from: sections, tables, one form a page, and the way a form is sent.

use crate::texts::t;
use askama::Template;
use axum::response::Response;
use lianxin_base::{ActId, AreaId, Day, Lang, Moment};
use lianxin_gate::Scope;
use lianxin_journal::{By, Head, Receipt};
use lianxin_store::{Stop, Tx};
use lianxin_web::components::{
    Back, Choice, Choices, Empty, ErrorSummary, Facts, Field, FieldKind, Filters, Html, Link, Look, Notice, NoticeKind,
    Submit,
};
use lianxin_web::icons::Icon;
use lianxin_web::shell::Kind;
use lianxin_web::{Fields, Trouble, Visit};

/// A part of a page under its heading.
pub(crate) struct Section {
    head: String,
    acts: Vec<Link<'static>>,
    body: Html,
    narrow: bool,
}

impl Section {
    pub(crate) fn new(head: String, body: &impl Template) -> Self {
        Self { head, acts: Vec::new(), body: Html::of(body), narrow: false }
    }
    /// Names and values, no wider than one reads.
    pub(crate) fn facts(head: String, items: Vec<(String, String)>) -> Self {
        let items = items.into_iter().filter(|(_, value)| !value.is_empty());
        let facts = Facts { items: items.map(|(name, value)| (name.into(), value.into())).collect() };
        Self { narrow: true, ..Self::new(head, &facts) }
    }
    /// A table; a sentence where it has no rows.
    pub(crate) fn table(head: String, table: &Table, empty: String) -> Self {
        if table.rows.is_empty() {
            return Self::new(head, &Empty { icon: Icon::ClipboardList, text: empty.into(), action: None });
        }
        Self::new(head, table)
    }
    /// With something to do beside the heading.
    pub(crate) fn act(mut self, may: bool, url: String, label: String) -> Self {
        if may {
            self.acts.push(Link::new(url, label));
        }
        self
    }
}

/// A table whose first column leads somewhere.
#[derive(Template)]
#[template(path = "reg_table.html")]
pub(crate) struct Table {
    pub(crate) caption: String,
    pub(crate) heads: Vec<String>,
    pub(crate) rows: Vec<Line>,
}

/// One row of a table.
#[derive(Default)]
pub(crate) struct Line {
    pub(crate) url: String,
    pub(crate) title: String,
    pub(crate) sub: String,
    pub(crate) cells: Vec<String>,
    pub(crate) act: Option<Link<'static>>,
}

/// A page of sections.
#[derive(Template)]
#[template(path = "reg_page.html")]
pub(crate) struct View {
    pub(crate) back: Option<Back<'static>>,
    pub(crate) notice: Option<Notice<'static>>,
    pub(crate) title: String,
    pub(crate) lead: String,
    pub(crate) acts: Vec<Link<'static>>,
    pub(crate) search: Option<Filters<'static>>,
    pub(crate) sections: Vec<Section>,
}

impl View {
    pub(crate) fn new(title: String) -> Self {
        let (notice, search) = (None, None);
        Self { back: None, notice, title, lead: String::new(), acts: Vec::new(), search, sections: Vec::new() }
    }
    pub(crate) fn back(mut self, url: impl Into<String>, label: String) -> Self {
        self.back = Some(Back::new(url.into(), label));
        self
    }
    pub(crate) fn act(mut self, may: bool, url: String, label: String, icon: Icon) -> Self {
        if may {
            self.acts.push(Link::new(url, label).icon(icon));
        }
        self
    }
    pub(crate) fn said(mut self, text: Option<String>) -> Self {
        self.notice = text.map(|text| Notice::new(NoticeKind::Ok, text));
        self
    }
    pub(crate) fn show(self, visit: &Visit) -> Response {
        self.show_as(visit, Kind::Desk)
    }
    pub(crate) fn show_as(self, visit: &Visit, kind: Kind) -> Response {
        let title = self.title.clone();
        visit.page(&title, kind).view(&self)
    }
}

/// One form on a page of its own.
pub(crate) struct Sheet {
    pub(crate) title: String,
    pub(crate) lead: String,
    pub(crate) back: (String, String),
    pub(crate) action: String,
    pub(crate) parts: Vec<Html>,
    pub(crate) promise: String,
    pub(crate) submit: String,
}

#[derive(Template)]
#[template(path = "reg_form.html")]
struct FormView {
    title: String,
    lead: String,
    back: Back<'static>,
    summary: Option<ErrorSummary<'static>>,
    action: String,
    csrf: String,
    parts: Vec<Html>,
    promise: Option<Notice<'static>>,
    submit: Submit<'static>,
}

impl Sheet {
    /// The form as it is, or, once something in it could not be taken, with what is wrong: 422.
    pub(crate) fn show(self, visit: &Visit, fields: &Fields) -> Response {
        let title = self.title.clone();
        let aside = Link::new(self.back.0.clone(), t(visit.lang).msg_reg_leave());
        let view = FormView {
            title: self.title,
            lead: self.lead,
            back: Back::new(self.back.0, self.back.1),
            summary: (!fields.good()).then(|| fields.summary()),
            action: self.action,
            csrf: visit.token().to_owned(),
            parts: self.parts,
            promise: (!self.promise.is_empty()).then(|| Notice::new(NoticeKind::Assure, self.promise)),
            submit: Submit::new(self.submit).aside(aside),
        };
        let page = visit.page(&title, Kind::Desk);
        if fields.good() { page.view(&view) } else { page.wrong().view(&view) }
    }
}

/// Draws the questions of a form from what was typed.
#[derive(Clone, Copy)]
pub(crate) struct Ask<'a> {
    pub(crate) lang: Lang,
    pub(crate) fields: &'a Fields,
}

impl Ask<'_> {
    pub(crate) fn field(self, name: &'static str, label: String) -> Field<'static> {
        let f = self.fields;
        Field::new(self.lang, name, label).value(f.raw(name).to_owned()).error(f.fault(name)).autocomplete("off")
    }
    pub(crate) fn need(self, name: &'static str, label: String, most: u32) -> Html {
        Html::of(&self.field(name, label).required().max(most))
    }
    pub(crate) fn may(self, name: &'static str, label: String, hint: String, most: u32) -> Html {
        Html::of(&self.field(name, label).hint(hint).max(most))
    }
    pub(crate) fn area(self, name: &'static str, label: String, hint: String, most: u32) -> Html {
        Html::of(&self.field(name, label).kind(FieldKind::Area).hint(hint).max(most))
    }
    pub(crate) fn phone(self, label: String, hint: String) -> Html {
        Html::of(&self.field("phone", label).kind(FieldKind::Tel).hint(hint).max(40))
    }
    pub(crate) fn on_call(self, label: String, hint: String) -> Html {
        Html::of(&self.field("on_call", label).kind(FieldKind::Tel).hint(hint).max(40))
    }
    pub(crate) fn day(self, name: &'static str, label: String, required: bool) -> Html {
        let field = self.field(name, label).kind(FieldKind::Date);
        Html::of(&if required { field.required() } else { field })
    }
    pub(crate) fn pick(self, name: &'static str, label: String, hint: String, items: Vec<Choice<'static>>) -> Html {
        Html::of(&self.field(name, label).kind(FieldKind::Select(items)).hint(hint).required())
    }
    pub(crate) fn may_pick(self, name: &'static str, label: String, items: Vec<Choice<'static>>) -> Html {
        Html::of(&self.field(name, label).kind(FieldKind::Select(items)))
    }
    pub(crate) fn options(self, name: &'static str, label: String, items: Vec<Choice<'static>>) -> Html {
        let all = Choices::new(self.lang, Look::Options, name, label)
            .chosen(self.fields.raw(name).to_owned())
            .error(self.fields.fault(name))
            .required();
        Html::of(&items.into_iter().fold(all, Choices::item))
    }
}

impl Ask<'_> {
    pub(crate) fn checks(self, name: &'static str, label: String, items: Vec<Choice<'static>>) -> Html {
        let all = Choices::new(self.lang, Look::Checks, name, label).error(self.fields.fault(name)).required();
        let all = items.into_iter().fold(all, Choices::item);
        Html::of(&self.fields.all(name).fold(all, |all, ticked| all.chosen(ticked.to_owned())))
    }
}

/// The choices of a closed list.
pub(crate) fn choices<T: Copy + std::fmt::Display>(all: &[T], say: impl Fn(T) -> &'static str) -> Vec<Choice<'static>> {
    all.iter().map(|k| Choice::new(k.to_string(), say(*k))).collect()
}

/// So many acts may one command record.
const HEADS: usize = 16;

/// The heads of the acts of one command; their ids are made before it runs, because it may run twice.
#[derive(Clone)]
pub(crate) struct Heads {
    ids: [ActId; HEADS],
    by: By,
    area: AreaId,
    token: Option<String>,
}

impl Heads {
    pub(crate) fn of(visit: &Visit, area: AreaId) -> Self {
        Self { ids: std::array::from_fn(|_| visit.act_id()), by: visit.by(), area, token: None }
    }
    pub(crate) fn with(self, token: Option<String>) -> Self {
        Self { token, ..self }
    }
    /// The first act's head: it carries the form's token.
    pub(crate) fn first(&self) -> Head {
        Head { token: self.token.clone(), ..self.nth(0) }
    }
    /// A further act's, from 1.
    pub(crate) fn nth(&self, n: usize) -> Head {
        Head { id: self.ids[n % self.ids.len()], area: self.area, by: self.by, no: None, token: None }
    }
}

/// Runs the command of a form and leads on to a page; refused, the form gets the sentence and `None` comes back.
pub(crate) async fn send<F>(
    visit: &Visit,
    fields: &mut Fields,
    area: AreaId,
    to: String,
    run: F,
) -> Result<Option<Response>, Trouble>
where
    F: Fn(&mut Tx<'_>, &Heads) -> Result<Receipt, Stop> + Send + 'static,
{
    let heads = Heads::of(visit, area);
    let first = heads.ids[0];
    let done = visit.act_once(area, fields.token(), move |tx, token| run(tx, &heads.clone().with(token))).await;
    match done {
        Ok(receipt) if receipt.act == first => Ok(Some(visit.to(&to))),
        Ok(_) => Ok(Some(visit.to(&again(visit.here(), to)))),
        Err(trouble) => {
            fields.absorb(trouble)?;
            Ok(None)
        }
    }
}

/// Where a form that was sent twice leads: what the first sending made has another id than the second would have
/// given it, so on to the page the form belongs to.
fn again(here: &str, to: String) -> String {
    let path = here.split('?').next().unwrap_or("/");
    match path.rsplit_once('/') {
        Some((parent, _)) if !matches!(parent, "" | "/relations" | "/contracts") => format!("{parent}?said=saved"),
        _ => to,
    }
}

/// What a handler looked up, if it lies within the visitor's scope; anything else does not exist.
pub(crate) fn within<T>(scope: &Scope, found: Option<T>, area: impl Fn(&T) -> AreaId) -> Result<T, Stop> {
    found.filter(|x| scope.covers(area(x))).ok_or_else(|| Gone.into())
}

/// The answer of a read to what is not there: [`Trouble::NotFound`] once it has come through.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Gone;

impl lianxin_base::Refuse for Gone {
    fn code(&self) -> &'static str {
        "office.gone"
    }
    fn say(&self, lang: Lang) -> String {
        t(lang).msg_reg_gone()
    }
    fn status(&self) -> u16 {
        404
    }
}

/// Looks at one snapshot; what is not there, or not for this visitor, is no page.
pub(crate) async fn look<T, F>(visit: &Visit, f: F) -> Result<T, Trouble>
where
    F: Fn(&mut lianxin_store::Read<'_>) -> Result<T, Stop> + Send + 'static,
    T: Send + 'static,
{
    visit.read(f).await.map_err(|trouble| match trouble {
        Trouble::Refused(why) if why.status() == 404 => Trouble::NotFound,
        other => other,
    })
}

/// `6 月 1 日 — 6 月 30 日`, `从 6 月 1 日起`.
pub(crate) fn term(lang: Lang, since: Day, until: Option<Day>, now: Moment) -> String {
    let (t, from) = (t(lang), crate::say::date(lang, since, now));
    match until {
        Some(until) => t.msg_reg_from_to(from, crate::say::date(lang, until, now)),
        None => t.msg_reg_from(from),
    }
}

#[cfg(test)]
mod tests {
    use super::again;

    #[test]
    fn a_form_sent_twice_leads_to_a_page_that_is_there() {
        for (here, leads) in [
            ("/places/building/1/unit", "/places/building/1?said=saved"),
            ("/places/area/1/grid?id=2", "/places/area/1?said=saved"),
            ("/orgs/new", "/orgs?said=saved"),
            ("/seats/1/end", "/seats/1?said=saved"),
            ("/relations/1", "/people/2?said=saved"),
            ("/contracts/1", "/people/2?said=saved"),
        ] {
            assert_eq!(again(here, "/people/2?said=saved".into()), leads);
        }
    }
}

//! Where a worker keeps replies ready, and how a form offers them: a link each, which draws the form with the words in it.

use super::rules::{MOST, Refusal, WORDS_MAX};
use super::store::{Line, of};
use super::{NewReply, Use, reply, retire};
use crate::caps;
use crate::course::Author;
use crate::pages::author;
use crate::texts::{L10nLanguage, t};
use askama::Template;
use axum::extract::Query;
use axum::response::Response;
use lianxin_base::{ActId, AreaId};
use lianxin_gate::Gate;
use lianxin_register::find;
use lianxin_web::components::{Back, Choice, Empty, ErrorSummary, Field, FieldKind, Html, Notice, NoticeKind, Submit};
use lianxin_web::icons::Icon;
use lianxin_web::shell::Kind;
use lianxin_web::{Fields, Route, Trouble, Visit};
use serde::Deserialize;

const HERE: &str = "/desk/replies";

/// The pages.
pub(crate) fn routes() -> Vec<Route> {
    vec![
        Route::get(HERE, Gate::Can(caps::LOOK), page),
        Route::post(HERE, Gate::Can(caps::LOOK), send),
        Route::post("/desk/replies/retire", Gate::Can(caps::LOOK), take_out),
    ]
}

/// What the address says.
#[derive(Deserialize, Default)]
#[serde(default)]
struct Asked {
    form: String,
    change: String,
    said: String,
}

struct Group {
    name: String,
    items: Vec<Item>,
}

struct Item {
    id: String,
    words: String,
    change: String,
}

#[derive(Template)]
#[template(path = "replies.html")]
struct View {
    t: &'static L10nLanguage,
    back: Back<'static>,
    lead: String,
    said: Option<Notice<'static>>,
    summary: Option<ErrorSummary<'static>>,
    empty: Option<Empty<'static>>,
    groups: Vec<Group>,
    csrf: String,
    heading: String,
    change: String,
    form: Field<'static>,
    words: Field<'static>,
    submit: Submit<'static>,
}

/// The area whose replies this visitor keeps: that of the seat that looks at matters.
fn area(visit: &Visit) -> Result<AreaId, Trouble> {
    let seat = visit.seats().iter().find(|s| visit.house.powers().allow(s.role, caps::LOOK));
    seat.map(|s| s.area).ok_or(Trouble::NotFound)
}

/// `GET /desk/replies`
async fn page(visit: Visit, Query(asked): Query<Asked>) -> Result<Response, Trouble> {
    let fields = Fields::empty(visit.lang).with("form", &asked.form).with("change", &asked.change);
    show(&visit, &fields, &asked.said).await
}

async fn show(visit: &Visit, fields: &Fields, said: &str) -> Result<Response, Trouble> {
    let (lang, t, area) = (visit.lang, t(visit.lang), area(visit)?);
    let (name, lines) = visit.read(move |r| Ok((find::area_name(r, area)?, of(r, area)?))).await?;
    let change: Option<ActId> = fields.raw("change").parse().ok();
    let changed = lines.iter().find(|line| Some(line.id) == change);
    let form = changed.map_or(fields.raw("form"), |line| line.form.name());
    let form = if fields.good() { form } else { fields.raw("form") };
    let offered = changed.filter(|_| fields.good()).and_then(|line| line.words.clone());
    let group = |u: &Use| {
        let items: Vec<Item> = lines.iter().filter(|line| line.form == *u).map(|line| item(t, line)).collect();
        (!items.is_empty()).then(|| Group { name: u.say(lang), items })
    };
    let uses = Use::ALL.iter().map(|u| Choice::new(u.name(), u.say(lang))).collect();
    let view = View {
        t,
        back: Back::new("/desk", t.msg_desk_back()),
        lead: t.msg_replies_lead(name.unwrap_or_default()),
        said: notice(t, said),
        summary: (!fields.good()).then(|| fields.summary()),
        empty: lines.is_empty().then(|| Empty {
            icon: Icon::Messages,
            text: t.msg_replies_empty().into(),
            action: None,
        }),
        groups: Use::ALL.iter().filter_map(group).collect(),
        csrf: visit.token().to_owned(),
        heading: if changed.is_some() { t.msg_replies_change() } else { t.msg_replies_new() },
        change: changed.map(|line| line.id.to_string()).unwrap_or_default(),
        form: Field::new(lang, "form", t.msg_replies_where())
            .kind(FieldKind::Select(uses))
            .value(form.to_owned())
            .error(fields.fault("form"))
            .required(),
        words: Field::new(lang, "words", t.msg_replies_words())
            .kind(FieldKind::Area)
            .hint(t.msg_replies_hint(WORDS_MAX.to_string(), MOST.to_string()))
            .value(offered.unwrap_or_else(|| fields.raw("words").to_owned()))
            .error(fields.fault("words"))
            .max(WORDS_MAX as u32)
            .required(),
        submit: Submit::new(t.msg_replies_go()),
    };
    let title = t.msg_replies_title();
    let page = visit.page(&title, Kind::Desk);
    Ok(if fields.good() { page.view(&view) } else { page.wrong().view(&view) })
}

fn item(t: &'static L10nLanguage, line: &Line) -> Item {
    Item {
        id: line.id.to_string(),
        words: line.words.clone().unwrap_or_else(|| t.msg_replies_gone()),
        change: format!("{HERE}?change={}#new", line.id),
    }
}

fn notice(t: &'static L10nLanguage, said: &str) -> Option<Notice<'static>> {
    let text = match said {
        "kept" => t.msg_replies_said_kept(),
        "retired" => t.msg_replies_said_retired(),
        _ => return None,
    };
    Some(Notice::new(NoticeKind::Ok, text))
}

/// `POST /desk/replies`
async fn send(visit: Visit, mut fields: Fields) -> Result<Response, Trouble> {
    let area = area(&visit)?;
    let form: Option<Use> = fields.raw("form").parse().ok();
    if form.is_none() {
        fields.refuse(&Refusal::NoForm);
    }
    let words = fields.opt_text("words", WORDS_MAX).unwrap_or_default();
    let changes = fields.opt_id::<ActId>("change");
    if let (Some(form), true) = (form, fields.good()) {
        let (new, who) = (NewReply { changes, form, words }, author(&visit, visit.act_id(), None));
        let done = visit
            .act_once(area, fields.token(), move |tx, token| reply(tx, &Author { token, ..who.clone() }, area, &new))
            .await;
        match done {
            Ok(_) => return Ok(visit.to(&format!("{HERE}?form={}&said=kept", form.name()))),
            Err(trouble) => fields.absorb(trouble)?,
        }
    }
    show(&visit, &fields, "").await
}

/// `POST /desk/replies/retire`
async fn take_out(visit: Visit, fields: Fields) -> Result<Response, Trouble> {
    let area = area(&visit)?;
    let id: ActId = fields.raw("reply").parse().map_err(|_| Trouble::NotFound)?;
    let who = author(&visit, visit.act_id(), None);
    visit.act_once(area, fields.token(), move |tx, token| retire(tx, &Author { token, ..who.clone() }, id)).await?;
    Ok(visit.to(&format!("{HERE}?said=retired")))
}

/// The replies a form offers, each a link that draws the form with its words.
#[derive(Template)]
#[template(path = "replies_pick.html")]
struct Picks {
    t: &'static L10nLanguage,
    /// The input they fill.
    fills: String,
    items: Vec<(String, String)>,
    manage: Option<String>,
}

/// What a form offers; nothing where there is nothing to offer and nobody who could write one.
pub(crate) fn picks(visit: &Visit, form: &str, fills: &str, here: &str, lines: &[Line]) -> Option<Html> {
    let form: Use = form.parse().ok()?;
    let join = if here.contains('?') { '&' } else { '?' };
    let item = |line: &Line| (format!("{here}{join}reply={}#do", line.id), line.words.clone().unwrap_or_default());
    let items: Vec<_> = lines.iter().filter(|line| line.form == form).map(item).collect();
    let manage = visit.can(caps::LOOK).then(|| format!("{HERE}?form={}#new", form.name()));
    if items.is_empty() && manage.is_none() {
        return None;
    }
    Some(Html::of(&Picks { t: t(visit.lang), fills: fills.to_owned(), items, manage }))
}

/// The words a form begins with: of the reply that was tapped, if it is one of this form.
pub(crate) fn tapped(reply: &str, form: &str, lines: &[Line]) -> Option<String> {
    let id: ActId = reply.parse().ok()?;
    lines.iter().find(|line| line.id == id && line.form.name() == form)?.words.clone()
}

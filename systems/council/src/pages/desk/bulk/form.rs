//! What is ticked, read once more before anything is done with it.

use super::rules::enough;
use super::{Deed, looks, nth, ticked};
use crate::course::parties;
use crate::lists::{Line, desk_one};
use crate::pages::desk::forms::{Button, TALK, may_be_shown};
use crate::pages::desk::{Asked, with};
use crate::publish::agreed;
use crate::rules::{Publicity, TITLE_MAX, WORDS_MAX};
use crate::say::when;
use crate::store::{Matter, by_no};
use crate::texts::t;
use crate::view::{Sight, desk_title, stage_name};
use askama::Template;
use axum::extract::RawQuery;
use axum::response::Response;
use lianxin_base::{AreaId, Day, Lang, Moment, OrgId};
use lianxin_store::{Fault, Read};
use lianxin_web::components::{Back, Choice, Choices, Empty, ErrorSummary, Field, FieldKind, Html, Link, Look, Meta};
use lianxin_web::icons::Icon;
use lianxin_web::shell::Kind;
use lianxin_web::{Fields, Trouble, Visit};
use std::collections::{BTreeMap, BTreeSet};

/// A matter that is ticked.
struct One {
    m: Matter,
    line: Line,
    /// Whether its reporter lets their own words be read.
    agreed: bool,
}

struct Found {
    all: Vec<One>,
    /// Who may be asked where they lie.
    parties: BTreeMap<String, OrgId>,
}

fn found(r: &mut Read<'_>, sight: &Sight, nos: &[String], on: Day) -> Result<Found, Fault> {
    let (mut all, mut names, mut areas) = (Vec::new(), BTreeMap::new(), BTreeSet::<AreaId>::new());
    for no in nos {
        let Some(m) = by_no(r, &sight.scope, no)? else { continue };
        let Some(line) = desk_one(r, sight, m.id)? else { continue };
        if areas.insert(m.area) {
            names.extend(parties(r, m.area, on)?.into_iter().map(|org| (org.name, org.id)));
        }
        let agreed = agreed(r, &m)?;
        all.push(One { m, line, agreed });
    }
    Ok(Found { all, parties: names })
}

struct Item {
    no: String,
    title: String,
    meta: Meta<'static>,
    /// Name and value of the hops it is drawn with.
    hops: (String, String),
    says: Option<String>,
    parts: Vec<Html>,
}

#[derive(Template)]
#[template(path = "desk_bulk.html")]
struct View {
    back: Back<'static>,
    title: String,
    lead: String,
    summary: Option<ErrorSummary<'static>>,
    empty: Option<Empty<'static>>,
    csrf: String,
    deed: &'static str,
    list: String,
    common: Vec<Html>,
    items: Vec<Item>,
    buttons: Vec<Button>,
}

/// `GET /desk/bulk?do=&no=&no=…`
pub(in crate::pages::desk) async fn form(visit: Visit, RawQuery(query): RawQuery) -> Result<Response, Trouble> {
    let fields = Fields::asked(visit.lang, query.as_deref().unwrap_or_default());
    // Without anything to do it is the list one came from.
    let Ok(deed) = fields.raw("do").parse() else { return Ok(visit.to("/desk")) };
    show(&visit, deed, fields).await
}

/// Draws it, fresh or as it came back.
pub(super) async fn show(visit: &Visit, deed: Deed, mut fields: Fields) -> Result<Response, Trouble> {
    let (lang, now, t) = (visit.lang, visit.now(), t(visit.lang));
    let nos = ticked(fields.all("no"));
    if let Err(no) = enough(nos.len(), deed == Deed::Same) {
        fields.refuse(&no);
    }
    let (sight, day) = (looks(visit), now.day());
    let found = visit.read(move |r| Ok(found(r, &sight, &nos, day)?)).await?;
    let list = Asked::of_list(fields.raw("list")).list();
    let here = with("/desk", &[&list]);
    let d = Drawn { lang, now, deed, fields: &fields, came_back: fields.has("token") };
    let buttons = match deed {
        Deed::Look => vec![
            Button { label: t.msg_bulk_keep(), sends: Some(("show", "no")), main: false },
            Button { label: t.msg_bulk_show(), sends: Some(("show", "yes")), main: false },
        ],
        Deed::Hand => vec![Button { label: t.msg_bulk_hand_go(), sends: None, main: true }],
        Deed::Same => vec![Button { label: t.msg_merge_go(), sends: None, main: true }],
    };
    let view = View {
        back: Back::new(here.clone(), t.msg_desk_back()),
        title: deed.title(lang),
        lead: d.lead(found.all.len()),
        summary: (!fields.good()).then(|| fields.summary()),
        empty: found.all.is_empty().then(|| Empty {
            icon: Icon::ClipboardCheck,
            text: t.msg_bulk_empty().into(),
            action: Some(Link::new(here, t.msg_desk_back())),
        }),
        csrf: visit.token().to_owned(),
        deed: deed.name(),
        list,
        common: d.common(&found),
        items: found.all.iter().enumerate().map(|(n, one)| d.item(n, one)).collect(),
        buttons,
    };
    let title = view.title.clone();
    let page = visit.page(&title, Kind::Desk);
    Ok(if fields.good() { page.view(&view) } else { page.wrong().view(&view) })
}

struct Drawn<'a> {
    lang: Lang,
    now: Moment,
    deed: Deed,
    fields: &'a Fields,
    /// What was typed goes back into the form.
    came_back: bool,
}

impl Drawn<'_> {
    fn value(&self, name: &str, offered: &str) -> String {
        if self.came_back { self.fields.raw(name).to_owned() } else { offered.to_owned() }
    }

    fn field(&self, name: String, label: String, offered: &str) -> Field<'static> {
        let (value, error) = (self.value(&name, offered), self.fields.fault(&name));
        Field::new(self.lang, name, label).value(value).error(error)
    }

    fn lead(&self, n: usize) -> String {
        let t = t(self.lang);
        match self.deed {
            Deed::Look => t.msg_bulk_look_says(n as u64),
            Deed::Hand => t.msg_bulk_hand_says(n as u64),
            Deed::Same => t.msg_bulk_same_says(n as u64),
        }
    }

    fn common(&self, found: &Found) -> Vec<Html> {
        let t = t(self.lang);
        match self.deed {
            _ if found.all.is_empty() => Vec::new(),
            Deed::Look => Vec::new(),
            Deed::Hand => {
                let mut orgs = vec![Choice::new(TALK, t.msg_desk_talk())];
                orgs.extend(found.parties.iter().map(|(name, id)| Choice::new(id.to_string(), name.clone())));
                let to = self.field("executor".into(), t.msg_desk_executor(), "").kind(FieldKind::Select(orgs));
                let note = self
                    .field("note".into(), t.msg_bulk_note(), "")
                    .kind(FieldKind::Area)
                    .hint(t.msg_bulk_note_hint())
                    .max(WORDS_MAX as u32);
                vec![Html::of(&to.required()), Html::of(&note)]
            }
            Deed::Same => {
                // The first that came in has waited longest: its clock is the one that goes on.
                let first = found.all.iter().min_by(|a, b| (a.m.reported_at, &a.m.no).cmp(&(b.m.reported_at, &b.m.no)));
                let first = first.map(|one| one.m.no.clone()).unwrap_or_default();
                let leads = Choices::new(self.lang, Look::Options, "lead", t.msg_bulk_lead())
                    .hint(t.msg_bulk_lead_hint())
                    .chosen(self.value("lead", &first))
                    .error(self.fields.fault("lead"))
                    .required();
                let choice = |one: &One| Choice::new(one.m.no.clone(), self.title(one)).note(self.meta(one).join(" "));
                vec![Html::of(&found.all.iter().fold(leads, |all, one| all.item(choice(one))))]
            }
        }
    }

    fn title(&self, one: &One) -> String {
        desk_title(self.lang, &one.line)
    }

    fn meta(&self, one: &One) -> Vec<String> {
        vec![one.m.no.clone(), one.line.area_name.clone(), when(self.lang, one.m.reported_at, self.now)]
    }

    fn item(&self, n: usize, one: &One) -> Item {
        let t = t(self.lang);
        let mut parts = Vec::new();
        let says = match self.deed {
            Deed::Same => None,
            Deed::Hand => {
                let name = self.field(nth("title", n), t.msg_desk_name(), &self.title(one)).max(TITLE_MAX as u32);
                if one.m.step == "look" {
                    parts.push(Html::of(&name.required()));
                }
                let stage = stage_name(self.lang, &one.m.stage);
                (one.m.step != "look").then(|| t.msg_bulk_with(one.line.holder_name.clone(), stage))
            }
            Deed::Look if one.m.publication != Publicity::Waiting => Some(t.msg_bulk_looked()),
            Deed::Look if !may_be_shown(&one.m) => {
                parts.extend(one.line.words.as_ref().map(|words| said(words)));
                Some(t.msg_bulk_only_parties())
            }
            Deed::Look => {
                let titled = one.line.title.clone().unwrap_or_default();
                let name = self.field(nth("title", n), t.msg_desk_name(), &titled).max(TITLE_MAX as u32);
                let name = name.hint(t.msg_bulk_title_hint());
                parts.push(Html::of(&name));
                if one.agreed {
                    let words = one.line.words.as_deref().unwrap_or_default();
                    let words = self.field(nth("words", n), t.msg_desk_public_words(), words);
                    let words = words.hint(t.msg_desk_public_hint());
                    parts.push(Html::of(&words.kind(FieldKind::Area).max(WORDS_MAX as u32)));
                } else {
                    parts.extend(one.line.words.as_ref().map(|words| said(words)));
                }
                (!one.agreed).then(|| t.msg_desk_not_agreed())
            }
        };
        Item {
            no: one.m.no.clone(),
            title: self.title(one),
            meta: Meta::of(self.meta(one)),
            hops: (nth("hops", n), self.value(&nth("hops", n), &one.m.hops.to_string())),
            says,
            parts,
        }
    }
}

/// Words that are read here and not published from here.
#[derive(Template)]
#[template(source = "<p class=\"said\">“{{ words }}”</p>", ext = "html")]
struct Said<'a> {
    words: &'a str,
}

fn said(words: &str) -> Html {
    Html::of(&Said { words })
}

//! `/errands`: whom a worker rings up or goes to see, with the words to say.

use super::URL;
use crate::around::{areas_of, community, homes};
use crate::asked::{Query, asked};
use crate::setup::written;
use crate::texts::{L10nLanguage, t};
use crate::{Office, say};
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use lianxin_base::{AreaId, Lang, Moment};
use lianxin_gate::Scope;
use lianxin_journal::{Head, text};
use lianxin_outbox::{Errand, How, Message, NoticeFacts, Outcome, errands, quiet, telling};
use lianxin_register::find;
use lianxin_store::{Fault, Read};
use lianxin_web::components::{Empty, Link, Meta, Notice, NoticeKind, Row, Rows, Tag, Tone};
use lianxin_web::icons::Icon;
use lianxin_web::shell::Kind;
use lianxin_web::{Fields, Trouble, Visit};

/// So many stand on the page.
const SHOWN: usize = 30;

/// Somebody to be told.
#[derive(Default)]
pub(super) struct Who {
    pub(super) name: String,
    pub(super) phone: Option<String>,
    pub(super) place: String,
}

/// One errand as it stands on the page.
struct Card {
    id: String,
    /// 给王桂兰打电话.
    title: String,
    name: String,
    meta: Meta<'static>,
    tag: Option<Tag<'static>>,
    words: String,
    /// The number as it is dialled, and as it is read.
    phone: Option<(String, String)>,
    /// Where their answer is entered, if one is asked for.
    answer: String,
    /// Its matter.
    desk: String,
}

#[derive(Template)]
#[template(path = "errands.html")]
struct View<'a> {
    t: &'static L10nLanguage,
    done: Option<Notice<'a>>,
    refused: Option<String>,
    lead: String,
    /// Children nobody acts for any more, each leading to where another guardian is entered.
    alone: Option<Rows<'a>>,
    cards: Vec<Card>,
    more: Option<String>,
    empty: Option<Empty<'a>>,
    csrf: &'a str,
}

/// `GET /errands`
pub(super) async fn page(office: Office, visit: Visit, query: Query) -> Result<Response, Trouble> {
    let t = t(visit.lang);
    let said = match asked(&query, "said") {
        "done" => Some(t.msg_errand_said_done()),
        "nobody" => Some(t.msg_errand_said_nobody()),
        _ => None,
    };
    show(&office, &visit, said, None).await
}

/// Who is told, how, and what is said; and how many there are in all.
fn look(
    r: &mut Read<'_>,
    office: &Office,
    scope: &Scope,
    lang: Lang,
    now: Moment,
) -> Result<(Vec<Card>, usize), Fault> {
    let areas: Vec<AreaId> = areas_of(r, scope)?;
    let (mut cards, mut all) = (Vec::new(), 0);
    for errand in errands(r, &office.notices, &areas, now)? {
        // What has nothing more to say has moved on since.
        let Some((words, facts)) = office.notices.say(r, lang, &errand.message)? else { continue };
        all += 1;
        if cards.len() < SHOWN {
            cards.push(card(r, &errand, words, &facts, lang, now)?);
        }
    }
    Ok((cards, all))
}

pub(super) fn who(r: &mut Read<'_>, message: &Message, now: Moment) -> Result<Who, Fault> {
    if let Some(person) = message.person {
        let home = homes(r, person, now.day())?.into_iter().next();
        return Ok(Who {
            name: find::person_name(r, person)?.unwrap_or_default(),
            phone: find::person_phone(r, person)?,
            place: home.map_or_else(String::new, |h| format!("{} {}", h.area.name, h.door)),
        });
    }
    let Some(source) = message.source else { return Ok(Who::default()) };
    Ok(Who {
        name: text(r, source, "name")?.unwrap_or_default(),
        phone: text(r, source, "phone")?,
        place: text(r, source, "place")?.unwrap_or_default(),
    })
}

fn card(
    r: &mut Read<'_>,
    errand: &Errand,
    words: String,
    facts: &NoticeFacts,
    lang: Lang,
    now: Moment,
) -> Result<Card, Fault> {
    let (t, who) = (t(lang), who(r, &errand.message, now)?);
    let how = errand.how.unwrap_or(if who.phone.is_some() { How::Call } else { How::Visit });
    let name = if who.name.is_empty() { t.msg_errand_unnamed() } else { who.name };
    let title = match how {
        How::Call => t.msg_errand_call(&name),
        How::Slip => t.msg_errand_slip(&name),
        How::Family => t.msg_errand_family(&name),
        How::Visit | How::Inbox | How::Ask => t.msg_errand_visit(&name),
    };
    // A note on a door is read by others: it says where to ask, not what about.
    let words = if how == How::Slip { slip(r, errand, facts, lang, now)? } else { words };
    let later = errand.from > now;
    let tag = if later {
        Some(Tag::new(Tone::Plain, t.msg_errand_from(say::when(lang, errand.from, now))))
    } else if errand.tries > 0 {
        Some(Tag::new(Tone::Due, t.msg_errand_tries(errand.tries)))
    } else {
        None
    };
    let asks = !facts.get("asked").is_empty();
    let desk = facts.get("desk").to_owned();
    Ok(Card {
        id: errand.message.id.clone(),
        title,
        name,
        meta: Meta::of([who.place, facts.get("no").to_owned(), say::when(lang, errand.message.at, now)]),
        tag,
        words,
        phone: who.phone.map(|p| (p.clone(), say::phone(&p))),
        answer: if asks && !desk.is_empty() { format!("{desk}?do=feedback") } else { String::new() },
        desk,
    })
}

pub(super) fn slip(
    r: &mut Read<'_>,
    errand: &Errand,
    f: &NoticeFacts,
    lang: Lang,
    now: Moment,
) -> Result<String, Fault> {
    let area = find::area(r, errand.message.area)?;
    let call = area.map(|a| community(r, &a, now)).transpose()?.flatten();
    let phone = call.map_or_else(String::new, |call| format!("{} {}", call.who, call.on_paper(lang)));
    Ok(t(lang).msg_errand_slip_words(f.get("no"), phone))
}

/// Children whose guardian was erased, for who keeps the register there.
fn unguarded(r: &mut Read<'_>, scope: &Scope, lang: Lang) -> Result<Vec<Row<'static>>, Fault> {
    let mut rows = Vec::new();
    for area in areas_of(r, scope)? {
        for child in find::unguarded(r, area, SHOWN as i64)? {
            let name = find::person_name(r, child)?.unwrap_or_default();
            let row = Row::to(format!("/people/{child}/child"), t(lang).msg_errand_guardian(&name));
            rows.push(row.icon(Icon::User).line([t(lang).msg_errand_guardian_says()]));
        }
    }
    rows.truncate(SHOWN);
    Ok(rows)
}

async fn show(
    office: &Office,
    visit: &Visit,
    said: Option<String>,
    refused: Option<(StatusCode, String)>,
) -> Result<Response, Trouble> {
    let (lang, now, t) = (visit.lang, visit.now(), t(visit.lang));
    let (with, scope) = (office.clone(), visit.scope_for(super::TELL));
    let change = visit.scope_for(crate::caps::CHANGE);
    let found = visit.read(move |r| Ok((look(r, &with, &scope, lang, now)?, unguarded(r, &change, lang)?, quiet(r)?)));
    let ((cards, all), alone, calm) = found.await?;
    let inbox = Link::new(lianxin_web::shell::INBOX, t.msg_nav_inbox()).icon(Icon::Inbox);
    let empty = Empty { icon: Icon::Phone, text: t.msg_errands_none().into(), action: Some(inbox) };
    let view = View {
        t,
        done: said.map(|text| Notice::new(NoticeKind::Ok, text)),
        refused: refused.as_ref().map(|(_, why)| why.clone()),
        lead: t.msg_errands_lead(written(calm.from), written(calm.to)),
        more: (all > cards.len()).then(|| t.msg_errands_more(all - cards.len())),
        empty: (cards.is_empty() && alone.is_empty()).then_some(empty),
        alone: (!alone.is_empty()).then_some(Rows { items: alone }),
        cards,
        csrf: visit.token(),
    };
    let title = t.msg_errands();
    let counts = [(URL, all as u64)];
    let page = visit.page(&title, Kind::Desk).counts(&counts);
    Ok(match refused {
        Some((status, _)) => page.status(status),
        None => page,
    }
    .view(&view))
}

/// `POST /errands`: somebody was told, or nobody was there.
pub(super) async fn send(office: Office, visit: Visit, mut fields: Fields) -> Result<Response, Trouble> {
    let (message, outcome) = (fields.line("message", 60), fields.choice("outcome", Outcome::NAMES));
    fields.check()?;
    let outcome = outcome.and_then(Outcome::named).ok_or(Trouble::NotFound)?;
    let area = visit.seat().map(|s| s.area).ok_or(Trouble::NotFound)?;
    let (id, by, scope) = (visit.act_id(), visit.by(), visit.scope_for(super::TELL));
    let done = visit.act_once(area, fields.token(), move |tx, token| {
        let head = Head { id, area, by, no: None, token };
        telling(tx, head, &message, outcome, |area| scope.covers(area))
    });
    match done.await {
        Ok(_) if outcome == Outcome::Done => Ok(visit.to(&format!("{URL}?said=done"))),
        Ok(_) => Ok(visit.to(&format!("{URL}?said=nobody"))),
        Err(Trouble::Refused(no)) if no.status() == 409 => {
            let refused = Some((StatusCode::CONFLICT, no.say(visit.lang)));
            show(&office, &visit, None, refused).await
        }
        Err(other) => Err(other),
    }
}

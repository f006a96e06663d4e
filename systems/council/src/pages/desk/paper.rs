//! On paper: the day's list to take along, a work slip 派工单 for who does it, and a blank slip 登记单 for when the power is out.

use super::list::{self, due_words};
use super::{Asked, Opened, desk_sight, open};
use crate::example;
use crate::left::tag;
use crate::lists::Line;
use crate::rules::Source;
use crate::say::{date, weekday, when};
use crate::texts::{L10nLanguage, t};
use crate::view::{Eye, category_name, desk_title};
use askama::Template;
use axum::extract::{Path, Query};
use axum::response::Response;
use lianxin_base::Lang;
use lianxin_outbox::How;
use lianxin_register::find;
use lianxin_web::components::{Facts, Html};
use lianxin_web::shell::Kind;
use lianxin_web::{Trouble, Visit};

/// A line of the day's list.
struct Item {
    due: String,
    left: String,
    no: String,
    title: String,
    place: String,
    holder: String,
}

#[derive(Template)]
#[template(path = "desk_day.html")]
struct Day {
    t: &'static L10nLanguage,
    title: String,
    who: String,
    n: String,
    items: Vec<Item>,
    back: String,
}

/// `GET /desk/day`: the list with its filters, on A4, what is due first on top.
pub(super) async fn day(visit: Visit, Query(asked): Query<Asked>) -> Result<Response, Trouble> {
    let (sight, now, lang, t) = (desk_sight(&visit), visit.now(), visit.lang, t(visit.lang));
    let looked = asked.clone();
    let (found, terms) = visit.read(move |r| Ok(list::whole(r, &sight, &looked, now)?)).await?;
    let item = |l: &Line| Item {
        due: l.due_at.map_or_else(String::new, |due| due_words(lang, due, now)),
        left: tag(lang, &terms, l.due(), false, now).map_or_else(String::new, |tag| tag.text.to_string()),
        no: l.no.clone(),
        title: desk_title(lang, l),
        place: l.area_name.clone(),
        holder: l.holder_name.clone(),
    };
    let who = visit.seat().and_then(|s| s.title.clone()).unwrap_or_default();
    let view = Day {
        t,
        title: t.msg_day_title(date(lang, now.day(), now), weekday(lang, now.day())),
        who,
        n: t.msg_day_count(found.len() as u64),
        items: found.iter().map(item).collect(),
        back: super::with("/desk", &[&asked.list()]),
    };
    let title = view.title.clone();
    Ok(visit.page(&title, Kind::Print).view(&view))
}

#[derive(Template)]
#[template(path = "desk_slip.html")]
struct Slip {
    t: &'static L10nLanguage,
    facts: Facts<'static>,
    words: Option<String>,
    back: String,
}

/// `GET /desk/{no}/slip`: A5, for who goes there; filled in by hand and entered at the desk afterwards.
pub(super) async fn slip(visit: Visit, Path(no): Path<String>) -> Result<Response, Trouble> {
    let (sight, how, t) = (desk_sight(&visit), (visit.lang, visit.now()), t(visit.lang));
    let o = visit.read(move |r| Ok(open(r, &sight, &no, &how)?)).await?.ok_or(Trouble::NotFound)?;
    if o.seen.eye != Eye::Party || o.seen.m.stage != "solve" {
        return Err(Trouble::NotFound); // a slip is for who handles it, while it is done
    }
    let view = Slip {
        t,
        facts: slip_facts(visit.lang, t, &o),
        words: o.seen.words.clone(),
        back: crate::pages::desk_url(&o.seen.m.no),
    };
    Ok(visit.page(&t.msg_slip_title(), Kind::Print).view(&view))
}

fn slip_facts(lang: Lang, t: &'static L10nLanguage, o: &Opened) -> Facts<'static> {
    let (seen, m) = (&o.seen, &o.seen.m);
    let goes_on = m.step == crate::pause::STEP;
    let due = m.due_at.map_or_else(String::new, |due| match goes_on {
        true => t.msg_goes_on(date(lang, due.day(), seen.now)),
        false => due_words(lang, due, seen.now),
    });
    let all = [
        (t.msg_slip_no(), m.no.clone()),
        (t.msg_slip_what(), format!("{}（{}）", seen.title, category_name(lang, m.category))),
        (t.msg_slip_where(), m.place.clone().unwrap_or_else(|| seen.area.clone())),
        (t.msg_slip_who(), seen.holder.name.clone()),
        (t.msg_slip_due(), due),
        (t.msg_slip_contact(), seen.contact.clone().unwrap_or_default()),
        (t.msg_slip_printed(), when(lang, seen.now, seen.now)),
    ];
    let some = all.into_iter().filter(|(_, value)| !value.is_empty());
    Facts { items: some.map(|(name, value)| (name.into(), value.into())).collect() }
}

#[derive(Template)]
#[template(path = "desk_blank.html")]
struct Blank {
    t: &'static L10nLanguage,
    sources: Vec<String>,
    ways: Vec<String>,
}

/// `GET /desk/blank`: what `/desk/new` asks, to be written by hand; entered later with the time that stands on it.
pub(super) async fn blank(visit: Visit) -> Result<Response, Trouble> {
    Ok(visit.page(&t(visit.lang).msg_blank_title(), Kind::Print).view(&empty(visit.lang)))
}

fn empty(lang: Lang) -> Blank {
    let sources = Source::AT_DESK.iter().map(|s| crate::origin::form::source_name(lang, *s)).collect();
    let ways = How::AT_COUNTER.iter().map(|how| how.say(lang)).collect();
    Blank { t: t(lang), sources, ways }
}

/// So many matters stand on a page of the register.
const LINES: u32 = 8;

#[derive(Template)]
#[template(path = "desk_register.html")]
struct PaperRegister {
    t: &'static L10nLanguage,
    /// Whose it is.
    office: String,
    lines: Vec<u32>,
}

/// `GET /desk/register`: a page of the register 登记簿 for when the computer is dead, printed while it is not. Each line is
/// entered afterwards as a paper slip is: on behalf, with its own time, and the act says so.
pub(super) async fn register(visit: Visit) -> Result<Response, Trouble> {
    let (t, org) = (t(visit.lang), visit.seat().map(|s| s.org));
    let look = move |r: &mut lianxin_store::Read<'_>| Ok(org.map(|org| find::org_name(r, org)).transpose()?.flatten());
    let office = visit.read(look).await?.unwrap_or_default();
    Ok(visit.page(&t.msg_paper_register(), Kind::Print).view(&PaperRegister {
        t,
        office,
        lines: (1..=LINES).collect(),
    }))
}

/// An invented example of the day's list.
pub(crate) fn day_specimen(lang: Lang) -> Html {
    let (t, today) = (t(lang), example::NOW.day());
    let item = |title: &str| Item {
        due: due_words(lang, example::DUE, example::NOW),
        left: String::new(),
        no: example::NO.into(),
        title: title.into(),
        place: example::PLACE.into(),
        holder: example::ORG.into(),
    };
    Html::of(&Day {
        t,
        title: t.msg_day_title(date(lang, today, example::NOW), weekday(lang, today)),
        who: String::new(),
        n: t.msg_day_count(1),
        items: vec![item(example::TITLE)],
        back: example::BACK.into(),
    })
}

/// An invented example of a work slip.
pub(crate) fn slip_specimen(lang: Lang) -> Html {
    let t = t(lang);
    let facts = [
        (t.msg_slip_no(), example::NO.into()),
        (t.msg_slip_what(), example::TITLE.into()),
        (t.msg_slip_where(), example::WHERE.into()),
        (t.msg_slip_who(), example::ORG.into()),
        (t.msg_slip_due(), due_words(lang, example::DUE, example::NOW)),
        (t.msg_slip_printed(), when(lang, example::NOW, example::NOW)),
    ];
    let facts =
        Facts { items: facts.into_iter().map(|(name, value): (_, String)| (name.into(), value.into())).collect() };
    Html::of(&Slip { t, facts, words: Some(example::WORDS.into()), back: example::BACK.into() })
}

/// The blank slip: nothing on it is anybody's.
pub(crate) fn blank_specimen(lang: Lang) -> Html {
    Html::of(&empty(lang))
}

/// An invented example of a page of the register.
pub(crate) fn register_specimen(lang: Lang) -> Html {
    Html::of(&PaperRegister { t: t(lang), office: example::ORG.into(), lines: (1..=LINES).collect() })
}

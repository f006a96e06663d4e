//! `GET /me/data`: everything that is kept of who asks, in plain words.

use super::consent::{Switch, switches};
use super::{nobody, whose};
use crate::around::{Around, Caller, Home, homes};
use crate::asked::path;
use crate::coming::looked::{Looked, looked};
use crate::texts::{L10nLanguage, t};
use crate::{example, say};
use askama::Template;
use axum::response::Response;
use lianxin_base::{Lang, Moment, PersonId};
use lianxin_gate::{Agreed, consents};
use lianxin_journal::{Held, of_person};
use lianxin_register::find;
use lianxin_store::Read;
use lianxin_store::Stop;
use lianxin_web::components::{Facts, Html, Row, Rows};
use lianxin_web::icons::Icon;
use lianxin_web::shell::{Kind, Tab};
use lianxin_web::{Trouble, Visit};
use std::borrow::Cow;

/// So many lines are shown; the copy has all of them.
const SHOWN: usize = 100;
/// So much of each is shown.
const LINE: usize = 60;

#[derive(Template)]
#[template(path = "my_data.html")]
struct View<'a> {
    t: &'static L10nLanguage,
    who: Facts<'a>,
    written: Rows<'a>,
    none: bool,
    more: usize,
    looked: Rows<'a>,
    deeds: Rows<'a>,
    wards: Option<Rows<'a>>,
    csrf: &'a str,
    /// What was agreed to, each with the button that takes it back or gives it; empty before the rules are agreed to.
    switches: Vec<Switch>,
}

struct Mine {
    around: Around,
    homes: Vec<Home>,
    phone: Option<String>,
    held: Vec<Held>,
    looked: Vec<Looked>,
    agreed: Vec<Agreed>,
    /// The children they act for, by name.
    wards: Vec<(PersonId, String)>,
}

fn look(r: &mut Read<'_>, caller: &Caller) -> Result<Mine, Stop> {
    let person = caller.person.ok_or(super::Refusal::Unknown)?;
    let mut wards = Vec::new();
    for child in find::wards(r, person)? {
        wards.push((child, find::person_name(r, child)?.unwrap_or_default()));
    }
    Ok(Mine {
        wards,
        around: Around::of(r, caller)?,
        homes: homes(r, person, caller.today())?,
        phone: find::person_phone(r, person)?,
        held: of_person(r, person)?,
        looked: looked(r, person, SHOWN as i64, caller.lang)?,
        agreed: consents(r, person)?,
    })
}

/// The page.
pub(super) async fn page(visit: Visit) -> Result<Response, Trouble> {
    let Ok(person) = whose(&visit) else { return nobody(&visit, "/login?next=/me/data") };
    let caller = Caller { person: Some(person), ..Caller::of(&visit) };
    let mine = visit.read(move |r| look(r, &caller)).await?;
    let (lang, t) = (visit.lang, t(visit.lang));
    let who = who(lang, &mine);
    let lines: Vec<&Held> = mine.held.iter().rev().filter(|held| is_written(held)).collect();
    let more = lines.len().saturating_sub(SHOWN);
    let written = lines.into_iter().take(SHOWN).map(|held| row(lang, held, visit.now())).collect::<Vec<_>>();
    let none = written.is_empty();
    let line = |l: &Looked| {
        let line = [l.purpose.clone(), say::when(lang, l.at, visit.now())];
        Row { title: l.who.clone().into(), ..Row::default() }.line(line)
    };
    let looked = Rows { items: mine.looked.iter().map(line).collect() };
    let switches = if visit.is_signed_in() { switches(lang, &mine.agreed, visit.now()) } else { Vec::new() };
    let child = |(id, name): &(PersonId, String)| {
        Row::to(format!("/me/data/erase?child={id}"), name.clone())
            .icon(Icon::UsersGroup)
            .line([t.msg_data_ward_erase()])
    };
    let wards: Vec<Row<'_>> = mine.wards.iter().map(child).collect();
    let wards = (!wards.is_empty()).then_some(Rows { items: wards });
    let (who, written) = (Facts { items: who }, Rows { items: written });
    let deeds = deeds(lang);
    let view = View { t, who, written, none, more, looked, deeds, wards, csrf: visit.token(), switches };
    let title = t.msg_data_title();
    Ok(mine.around.round(visit.page(&title, Kind::Phone)).tab(Tab::Me).view(&view))
}

/// Texts that hold an id, a list of files or a tick.
const NOT_WRITTEN: [&str; 19] = [
    "by",
    "building",
    "person",
    "household",
    "joiner",
    "voter",
    "candidate",
    "objector",
    "tapper",
    "tapper_home",
    "photo_files",
    "agreed",
    "attendee",
    "thanker",
    "price",
    "covers",
    "chosen",
    "paid",
    "lines",
];

/// What somebody wrote, not who they are (that stands above) and not ids.
fn is_written(held: &Held) -> bool {
    held.kind != "register.person" && !NOT_WRITTEN.contains(&held.field.as_str())
}

fn row(lang: Lang, held: &Held, now: Moment) -> Row<'static> {
    let mut text: String = held.value.chars().take(LINE).collect();
    if text.len() < held.value.len() {
        text.push('…');
    }
    let words = t(lang);
    let text = match held.field.as_str() {
        "place" => words.msg_data_field_place(text),
        "phone" => words.msg_data_field_phone(text),
        "name" => words.msg_data_field_name(text),
        "photo_files" => words.msg_data_field_photos(held.value.lines().count()),
        _ => text,
    };
    let number = held.no.clone().unwrap_or_default();
    let line = [say::kind(lang, &held.kind), say::date(lang, held.at.day(), now), number];
    match &held.no {
        Some(no) => Row::to(path(&format!("/m/{no}")), text).line(line),
        None => Row { title: text.into(), ..Row::default() }.line(line),
    }
}

/// Everything of it on paper, for who has no phone.
#[derive(Template)]
#[template(path = "privacy_copy.html")]
struct Printed {
    t: &'static L10nLanguage,
    made: String,
    who: Facts<'static>,
    /// What it is, when, the text.
    written: Vec<(String, String, String)>,
    /// By whom, what for, when.
    looked: Vec<(String, String, String)>,
}

/// The copy on paper.
pub(super) async fn printed(visit: &Visit, caller: Caller) -> Result<Response, Trouble> {
    let mine = visit.read(move |r| look(r, &caller)).await?;
    let (lang, now, t) = (visit.lang, visit.now(), t(visit.lang));
    let written = mine.held.iter().rev().filter(|held| is_written(held)).map(|held| {
        let what = [say::kind(lang, &held.kind), held.no.clone().unwrap_or_default()].join(" ");
        (what.trim().to_owned(), say::date(lang, held.at.day(), now), held.value.clone())
    });
    let looked = mine.looked.iter().map(|l| (l.who.clone(), l.purpose.clone(), say::when(lang, l.at, now)));
    let view = Printed {
        t,
        made: t.msg_copy_made(say::when(lang, now, now)),
        who: Facts { items: who(lang, &mine) },
        written: written.collect(),
        looked: looked.collect(),
    };
    Ok(visit.page(&t.msg_copy_title(), Kind::Print).view(&view))
}

/// Name, telephone and homes.
fn who(lang: Lang, mine: &Mine) -> Vec<(Cow<'static, str>, Cow<'static, str>)> {
    let t = t(lang);
    let mut who = vec![
        (t.msg_data_name().into(), mine.around.name.clone().unwrap_or_default().into()),
        (t.msg_me_phone().into(), mine.phone.as_deref().map_or_else(|| t.msg_data_none(), say::phone).into()),
    ];
    who.extend(mine.homes.iter().map(|home| {
        let place = format!("{} {}", home.area.name, home.door);
        (home.relation.say(lang).to_owned().into(), place.trim().to_owned().into())
    }));
    who
}

fn deeds(lang: Lang) -> Rows<'static> {
    let t = t(lang);
    let row = |url: &'static str, title: String, says: String, icon| Row::to(url, title).icon(icon).line([says]);
    let items = vec![
        row("/me/data/copy", t.msg_data_copy(), t.msg_data_copy_says(), Icon::Download),
        row("/me/data/correct", t.msg_data_correct(), t.msg_data_correct_says(), Icon::FileText),
        row("/me/data/erase", t.msg_data_erase(), t.msg_data_erase_says(), Icon::AlertTriangle),
        row("/privacy", t.msg_privacy_title(), t.msg_privacy_row(), Icon::ShieldCheck),
    ];
    Rows { items }
}

/// An invented example of the copy.
pub(crate) fn specimen(lang: Lang) -> Html {
    let (t, at) = (t(lang), say::when(lang, example::NOW, example::NOW));
    Html::of(&Printed {
        t,
        made: t.msg_copy_made(at.clone()),
        who: Facts { items: vec![(t.msg_data_name().into(), example::NAME.into())] },
        written: vec![(say::kind(lang, "council.report"), at.clone(), example::WORDS.into())],
        looked: vec![(example::ORG.into(), example::WORDS.into(), at)],
    })
}

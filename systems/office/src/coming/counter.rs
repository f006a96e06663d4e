//! 窗口: somebody stands there without their phone. Found by the number of a matter of theirs, the last four digits of a
//! telephone, name or door, and opened once it was said what for; a new slip, a lost phone, their matters.

use super::form::done;
use super::looked::said_since;
use super::names::{self, Named};
use super::people::{self, Home};
use crate::around::{Around, Caller};
use crate::asked::{Query, asked};
use crate::texts::{L10nLanguage, t};
use crate::{HomeRow, Office};
use askama::Template;
use axum::response::Response;
use lianxin_base::half_width;
use lianxin_base::{AreaId, Lang, MINUTE, Moment, PersonId, SeatId};
use lianxin_gate::{Limit, Scope, is_in, lost_phone, open_slips};
use lianxin_journal::Head;
use lianxin_register::find;
use lianxin_store::{Read, Stop};
use lianxin_web::components::{Confirm, Empty, ErrorSummary, Field, Html, Meta, Notice, NoticeKind, Row, Rows, Submit};
use lianxin_web::icons::Icon;
use lianxin_web::shell::Kind;
use lianxin_web::{Fields, Trouble, Visit};

pub(super) const TYPED: usize = 60;
/// So long after it was said what for, what is kept of somebody stays open at the counter.
const OPEN: i64 = 30 * MINUTE;

#[derive(Template)]
#[template(path = "counter.html")]
struct View {
    t: &'static L10nLanguage,
    csrf: String,
    field: Field<'static>,
    submit: Submit<'static>,
    found: Option<Found>,
    named: Option<Html>,
    summary: Option<ErrorSummary<'static>>,
    matter: Option<Rows<'static>>,
    empty: Option<Empty<'static>>,
    many: Option<Notice<'static>>,
}

/// Somebody at the counter.
struct Found {
    id: PersonId,
    name: String,
    homes: Vec<Home>,
    tail: Option<String>,
    is_in: bool,
    open: bool,
    matters: Vec<HomeRow>,
    lang: Lang,
}

impl Found {
    fn places(&self) -> Vec<String> {
        self.homes.iter().map(|h| format!("{} · {}", h.place(), h.relation.say(self.lang))).collect()
    }

    fn meta(&self) -> Meta<'static> {
        let t = t(self.lang);
        let tail = self.tail.as_deref().map(|tail| t.msg_counter_tail(tail)).unwrap_or_default();
        let phone = if self.is_in { t.msg_counter_is_in() } else { t.msg_counter_is_out() };
        let slip = if self.open { t.msg_counter_open() } else { String::new() };
        Meta::of([tail, phone, slip])
    }

    fn rows(&self) -> Rows<'static> {
        rows(&self.matters)
    }
}

fn rows(matters: &[HomeRow]) -> Rows<'static> {
    let row = |m: &HomeRow| Row::to(m.url.clone(), m.title.clone()).icon(Icon::ClipboardList).line(m.line.clone());
    Rows { items: matters.iter().map(row).collect() }
}

/// What was looked for.
#[derive(Clone, PartialEq, Eq, Debug)]
enum Wanted {
    /// The last four digits of a telephone, and the whole of it if that was typed.
    Tail(String, Option<String>),
    /// The number of a matter.
    Number(crate::find::Wanted),
    /// A name, or a door as it is said.
    Name(String),
    /// Neither.
    Nothing,
}

fn read(typed: &str) -> Wanted {
    if names::is_door(typed) {
        return Wanted::Name(typed.to_owned());
    }
    let plain: String = typed.chars().map(half_width).filter(|c| !c.is_whitespace() && *c != '-').collect();
    if plain.len() >= 4 && plain.bytes().all(|b| b.is_ascii_digit()) {
        let tail = plain[plain.len() - 4..].to_owned();
        return match plain.len() {
            4 => Wanted::Tail(tail, None),
            7..=12 => Wanted::Tail(tail, Some(plain)),
            _ => Wanted::Nothing,
        };
    }
    if let Some(number) = crate::find::read(typed).filter(|w| !w.place.is_empty()) {
        Wanted::Number(number)
    } else if names::is_name(typed) {
        Wanted::Name(typed.to_owned())
    } else {
        Wanted::Nothing
    }
}

#[derive(Default)]
struct Answer {
    matter: Option<HomeRow>,
    named: Vec<Named>,
}

fn look(
    r: &mut Read<'_>,
    office: &Office,
    scope: &Scope,
    area: Option<AreaId>,
    wanted: &Wanted,
    on: Asked,
) -> Result<Answer, Stop> {
    match wanted {
        Wanted::Nothing => Ok(Answer::default()),
        Wanted::Name(typed) => {
            Ok(Answer { named: names::found(r, scope, area, typed, on.now.day())?, ..Answer::default() })
        }
        Wanted::Tail(tail, whole) => {
            let named = names::by_phone(r, scope, area, (tail, whole.as_ref()), on.now.day())?;
            Ok(Answer { named, ..Answer::default() })
        }
        Wanted::Number(number) => {
            for no in crate::find::numbers(r, number, Vec::new(), on.now.day().year())? {
                if let Some((row, person)) = office.needs.at_counter(r, scope, &no, on.now, on.lang)? {
                    let named = person.map(|id| names::within(r, scope, id, on.now.day())).transpose()?.flatten();
                    return Ok(Answer { matter: Some(row), named: named.into_iter().collect() });
                }
            }
            Ok(Answer::default())
        }
    }
}

/// In which language and when it is asked.
#[derive(Clone, Copy)]
struct Asked {
    lang: Lang,
    now: Moment,
}

fn known(r: &mut Read<'_>, office: &Office, scope: &Scope, id: PersonId, on: Asked) -> Result<Found, Stop> {
    let name = find::person_name(r, id)?.unwrap_or_default();
    let homes = people::homes(r, id, on.now.day())?;
    let (tail, is_in) = (people::phone_tail(r, id)?, is_in(r, id, on.now)?);
    let open = open_slips(r, id, on.now)? > 0;
    let matters = office.needs.brought(r, scope, id, on.now, on.lang)?;
    Ok(Found { id, name, homes, tail, is_in, open, matters, lang: on.lang })
}

/// `GET /counter?q=`, and `?person=` once it was said what they are looked up for.
pub(super) async fn page(office: Office, visit: Visit, query: Query) -> Result<Response, Trouble> {
    let typed: String = asked(&query, "q").chars().take(TYPED).collect();
    let opened = match asked(&query, "person") {
        "" => None,
        id => Some(opened(&visit, id.parse().ok()).await?),
    };
    let fields = Fields::empty(visit.lang);
    show(office, &visit, typed, opened, &fields).await
}

/// Somebody this seat may see and said just now what for.
async fn opened(visit: &Visit, person: Option<PersonId>) -> Result<PersonId, Trouble> {
    let (person, _, _) = theirs(visit, person).await?;
    let seat: SeatId = visit.seat().map(|s| s.seat).ok_or(Trouble::NotFound)?;
    let since = visit.now().plus(-OPEN);
    let said = visit.read(move |r| Ok(said_since(r, seat, person, since)?)).await?;
    if said { Ok(person) } else { Err(Trouble::NotFound) }
}

/// The counter with what was found; `fields` is what was answered about a list of names.
pub(super) async fn show(
    office: Office,
    visit: &Visit,
    typed: String,
    opened: Option<PersonId>,
    fields: &Fields,
) -> Result<Response, Trouble> {
    let typed = typed.trim().to_owned();
    let on = Asked { lang: visit.lang, now: visit.now() };
    let wanted = read(&typed);
    if wanted != Wanted::Nothing {
        visit.take(Limit::LOOK_UP)?;
    }
    let (caller, scope, area) = (Caller::of(visit), visit.scope(), visit.seat().map(|s| s.area));
    let looked = wanted.clone();
    let (around, answer, many, found) = visit
        .read(move |r| {
            let answer = look(r, &office, &scope, area, &looked, on)?;
            let many = answer.named.len() > names::LISTED;
            let found = opened.map(|id| known(r, &office, &scope, id, on)).transpose()?;
            Ok((Around::of(r, &caller)?, answer, many, found))
        })
        .await?;
    let t = t(visit.lang);
    let nothing = !typed.is_empty() && found.is_none() && answer.matter.is_none() && answer.named.is_empty();
    let wrong = nothing && wanted == Wanted::Nothing;
    let named = names::list(visit, fields, &typed, &answer.named);
    let field = Field::new(visit.lang, "q", t.msg_counter_field())
        .hint(t.msg_counter_hint())
        .value(typed)
        .error(wrong.then(|| t.msg_counter_wrong()))
        .required()
        .max(TYPED as u32)
        .autocomplete("off");
    let view = View {
        t,
        csrf: visit.token().to_owned(),
        field,
        submit: Submit::new(t.msg_counter_go()).icon(Icon::Search),
        found,
        named,
        summary: (!fields.good()).then(|| fields.summary()),
        matter: answer.matter.map(|m| rows(&[m])),
        empty: (nothing && !wrong).then(|| Empty {
            icon: Icon::User,
            text: t.msg_counter_nobody().into(),
            action: None,
        }),
        many: many.then(|| Notice::new(NoticeKind::Info, t.msg_counter_many(names::LISTED as u32))),
    };
    let title = t.msg_counter_title();
    let page = around.round(visit.page(&title, Kind::Desk));
    Ok(if wrong || !fields.good() { page.wrong() } else { page }.view(&view))
}

/// Somebody of this seat's scope, with their name and the area their act lies in.
pub(super) async fn theirs(visit: &Visit, person: Option<PersonId>) -> Result<(PersonId, String, AreaId), Trouble> {
    let (scope, on) = (visit.scope(), visit.now().day());
    let Some(person) = person else { return Err(Trouble::NotFound) };
    let found = visit
        .read(move |r| {
            let area = find::person_area(r, person)?;
            let (Some(area), true) = (area, people::within(r, &scope, person, on)?) else { return Ok(None) };
            Ok(Some((find::person_name(r, person)?.unwrap_or_default(), area)))
        })
        .await?;
    found.map(|(name, area)| (person, name, area)).ok_or(Trouble::NotFound)
}

/// `GET /counter/lost?person=`: asks once more.
pub(super) async fn ask_lost(visit: Visit, query: Query) -> Result<Response, Trouble> {
    let (person, name, _) = theirs(&visit, asked(&query, "person").parse().ok()).await?;
    let t = t(visit.lang);
    let title = t.msg_lost_title(&name);
    let confirm = Confirm {
        lang: visit.lang,
        title: title.clone().into(),
        lines: vec![t.msg_lost_says().into(), t.msg_lost_check().into()],
        action: "/counter/lost".into(),
        csrf: visit.token().to_owned().into(),
        hidden: vec![("person".into(), person.to_string().into())],
        submit: t.msg_lost_go().into(),
        back: "/counter".into(),
    };
    let caller = Caller::of(&visit);
    let around = visit.read(move |r| Ok(Around::of(r, &caller)?)).await?;
    let view = Asks { confirm };
    Ok(around.round(visit.page(&title, Kind::Desk)).view(&view))
}

#[derive(Template)]
#[template(path = "counter_lost.html")]
struct Asks {
    confirm: Confirm<'static>,
}

/// The button that makes a new slip.
#[derive(Template)]
#[template(path = "counter_slip.html")]
struct NewSlip {
    csrf: String,
    person: PersonId,
    label: String,
}

/// `POST /counter/lost`: every session of theirs ends with this commit; then a new slip.
pub(super) async fn lost(visit: Visit, mut fields: Fields) -> Result<Response, Trouble> {
    let (person, name, area) = theirs(&visit, fields.id("person")).await?;
    let (id, by) = (visit.act_id(), visit.by());
    let receipt = visit.act_once(area, fields.token(), move |tx, token| {
        Ok(lost_phone(tx, Head { id, area, by, no: None, token }, person)?)
    });
    receipt.await?;
    let t = t(visit.lang);
    let slip = NewSlip { csrf: visit.token().to_owned(), person, label: t.msg_counter_slip() };
    let rows = Rows { items: vec![Row::to("/counter", t.msg_counter_title()).icon(Icon::IdBadge2)] };
    done(&visit, Kind::Desk, t.msg_lost_title(&name), t.msg_lost_done(), Html::of(&slip), rows).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_at_the_counter_is_a_phone_or_a_number() {
        let tail = |t: &str, whole: Option<&str>| Wanted::Tail(t.into(), whole.map(Into::into));
        for (typed, wanted) in [
            ("0001", tail("0001", None)),
            ("００ ０１", tail("0001", None)),
            ("15400000001", tail("0001", Some("15400000001"))),
            ("154 0000 0001", tail("0001", Some("15400000001"))),
            ("0480-8000091", tail("0091", Some("04808000091"))),
            ("001", Wanted::Nothing),
            ("12345", Wanted::Nothing),
            ("张玉兰", Wanted::Name("张玉兰".into())),
            ("3-2-501", Wanted::Name("3-2-501".into())),
            ("张", Wanted::Nothing),
            ("", Wanted::Nothing),
        ] {
            assert_eq!(read(typed), wanted, "{typed}");
        }
        for typed in ["芙蓉里-2026-0042", "芙蓉里 42"] {
            assert!(matches!(read(typed), Wanted::Number(n) if n.place == "芙蓉里"), "{typed}");
        }
    }
}

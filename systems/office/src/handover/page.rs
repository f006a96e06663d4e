//! A hand-over on its page: what is to be handed over, what has been found, what its visitor can do next.

use super::open::successors;
use super::store::{self, Item, Row};
use super::url;
use crate::caps::{REGISTER, SEATS};
use crate::register::{Line, Section, Table, View, look, name_of, said};
use crate::rules::{ItemKind, LINE_MAX, Refusal};
use crate::texts::{L10nLanguage, t};
use crate::{Office, say};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use lianxin_base::{Day, HandoverId, Lang, Moment, PersonId, SeatId};
use lianxin_gate::Scope;
use lianxin_register::find::{self, SeatRow};
use lianxin_store::{Read, Stop};
use lianxin_web::components::{Back, Choice, Facts, Field, FieldKind, Html, Notice, NoticeKind, Tag, Tone};
use lianxin_web::icons::Icon;
use lianxin_web::shell::Kind;
use lianxin_web::{Fields, Trouble, Visit};

/// So many of each list are shown.
const SHOWN: i64 = 50;

/// Who looks at a hand-over.
#[derive(Clone)]
pub(super) struct Eye {
    person: Option<PersonId>,
    pub(super) seats: Vec<SeatId>,
    /// Where they arrange seats.
    arranges: Scope,
    /// They look after people here; the machine's administrator does not.
    reads: bool,
    pub(super) lang: Lang,
    pub(super) now: Moment,
}

impl Eye {
    pub(super) fn of(visit: &Visit) -> Self {
        let seats = visit.seats().iter().map(|s| s.seat).collect();
        let (person, arranges, reads) = (visit.person(), visit.scope_for(SEATS), visit.can(REGISTER));
        Self { person, seats, arranges, reads, lang: visit.lang, now: visit.now() }
    }
    pub(super) fn arranges(&self, h: &Row) -> bool {
        self.arranges.covers(h.area)
    }
    fn leaves(&self, h: &Row) -> bool {
        self.person.is_some() && self.person == h.person
    }
    /// Who arranges seats here, who leaves and who takes over; for all others it does not exist.
    pub(super) fn sees(&self, h: &Row) -> bool {
        self.arranges(h) || self.leaves(h) || h.to_seat.is_some_and(|to| self.seats.contains(&to))
    }
    fn today(&self) -> Day {
        self.now.day()
    }
}

/// `GET /handovers`: what this visitor hands over, takes over, or arranges.
pub(super) async fn list(visit: Visit) -> Result<Response, Trouble> {
    let eye = Eye::of(&visit);
    let asked = eye.clone();
    let rows = look(&visit, move |r| {
        let mut all = Vec::new();
        for seat in &asked.seats {
            all.extend(store::to_seat(r, *seat, SHOWN)?);
        }
        if let Some(person) = asked.person {
            all.extend(store::of_person(r, person, SHOWN)?);
        }
        for root in find::roots(r)? {
            for area in find::areas_below(r, root.id)?.into_iter().filter(|a| asked.arranges.covers(a.id)) {
                all.extend(store::of_area(r, area.id, SHOWN)?);
            }
        }
        all.sort_by_key(|h| (h.accepted_at.is_some(), std::cmp::Reverse(h.opened_at), h.id));
        all.dedup_by_key(|h| h.id);
        let mut told = Vec::new();
        for h in all {
            let title = find::seat(r, h.seat)?.map_or_else(String::new, |s| s.title);
            let org = find::org_name(r, h.org)?.unwrap_or_default();
            let from = name_of(r, asked.lang, h.person)?;
            let to = holder(r, asked.lang, h.to_seat)?;
            told.push((h, title, org, from, to));
        }
        Ok(told)
    })
    .await?;
    let t = t(visit.lang);
    let lines = rows.into_iter().map(|(h, title, org, from, to)| Line {
        url: url(h.id),
        title,
        sub: org,
        cells: vec![
            from,
            to.unwrap_or_else(|| t.msg_handover_nobody()),
            say::when(visit.lang, h.opened_at, visit.now()),
            h.accepted_at.map_or_else(
                || t.msg_handover_going_on(),
                |at| t.msg_handover_accepted_at(say::when(visit.lang, at, visit.now())),
            ),
        ],
        act: None,
    });
    let heads =
        vec![t.msg_seat(), t.msg_handover_from(), t.msg_handover_to(), t.msg_handover_opened(), t.msg_handover_state()];
    let table = Table { caption: t.msg_handovers(), heads, rows: lines.collect() };
    let mut view = View::new(t.msg_handovers());
    view.lead = t.msg_handovers_lead();
    view.sections.push(Section::table(String::new(), &table, t.msg_handovers_none()));
    Ok(view.show_as(&visit, kind(&visit)))
}

/// Who works here reads at a desk; who no longer has a seat on whatever is at hand.
pub(super) fn kind(visit: &Visit) -> Kind {
    if visit.seats().is_empty() { Kind::Phone } else { Kind::Desk }
}

fn holder(r: &mut Read<'_>, lang: Lang, seat: Option<SeatId>) -> Result<Option<String>, Stop> {
    let Some(seat) = seat.map(|s| find::seat(r, s)).transpose()?.flatten() else { return Ok(None) };
    Ok(Some(format!("{}，{}", name_of(r, lang, seat.person)?, seat.title)))
}

/// A hand-over with everything its page and its sheet show.
pub(super) struct Seen {
    pub(super) h: Row,
    pub(super) seat: SeatRow,
    pub(super) org: String,
    pub(super) from: String,
    pub(super) to: Option<String>,
    /// Each line with what it says and where it leads.
    pub(super) items: Vec<(Item, String, String)>,
    others: Vec<(SeatId, String)>,
    theirs: bool,
    arranges: bool,
    leaves: bool,
}

pub(super) fn seen(r: &mut Read<'_>, office: &Office, id: HandoverId, eye: &Eye) -> Result<Seen, Stop> {
    let h = store::handover(r, id)?.filter(|h| eye.sees(h)).ok_or(Refusal::NoHandover)?;
    let seat = find::seat(r, h.seat)?.ok_or(Refusal::NoHandover)?;
    let org = find::org_name(r, h.org)?.unwrap_or_default();
    let from = name_of(r, eye.lang, h.person)?;
    let to = holder(r, eye.lang, h.to_seat)?;
    let (arranges, leaves) = (eye.arranges(&h), eye.leaves(&h));
    let theirs = h.to_seat.is_some_and(|to| eye.seats.contains(&to));
    // Who has left sees which matters they were, and no longer what they are about; so does who only arranges seats.
    let told = theirs || (arranges && eye.reads) || (leaves && seat.holds(eye.today()));
    let matters = if told { office.needs.held_by(r, h.org, eye.lang)? } else { Vec::new() };
    let mut items = Vec::new();
    for item in store::items(r, id)? {
        let (words, link) = match &item.no {
            Some(no) => match matters.iter().find(|m| m.no == *no) {
                Some(m) => (format!("{no} {}", m.title), m.url.clone()),
                None if told => (format!("{no} {}", t(eye.lang).msg_handover_matter_moved()), String::new()),
                None => (no.clone(), String::new()),
            },
            None => (store::words(r, &item)?.unwrap_or_else(|| t(eye.lang).msg_reg_erased()), String::new()),
        };
        items.push((item, words, link));
    }
    let others = if arranges { successors(r, &seat, eye.lang, eye.today())? } else { Vec::new() };
    Ok(Seen { h, seat, org, from, to, items, others, theirs, arranges, leaves })
}

struct Shown {
    n: i64,
    kind: String,
    words: String,
    url: String,
    tag: Option<Tag<'static>>,
    note: String,
    check: bool,
}

#[derive(Template)]
#[template(path = "handover.html")]
struct Page {
    t: &'static L10nLanguage,
    back: Back<'static>,
    notice: Option<Notice<'static>>,
    refused: Vec<String>,
    title: String,
    lead: String,
    here: String,
    csrf: String,
    facts: Facts<'static>,
    items: Vec<Shown>,
    left: String,
    /// Several matters wait to be looked at: one button for all.
    matters: bool,
    accept: bool,
    successor: Option<Html>,
    add: Option<Vec<Html>>,
    bad: i64,
    typed: String,
}

/// `GET /handovers/{handover}`
pub(super) async fn one(office: Office, visit: Visit, Path(id): Path<String>) -> Result<Response, Trouble> {
    let id: HandoverId = id.parse().map_err(|_| Trouble::NotFound)?;
    show(&office, &visit, id, None).await
}

/// What came back: the form's answers and how bad it is.
pub(super) type Sent<'a> = (&'a Fields, StatusCode);

pub(super) async fn show(
    office: &Office,
    visit: &Visit,
    id: HandoverId,
    sent: Option<Sent<'_>>,
) -> Result<Response, Trouble> {
    let (eye, own) = (Eye::of(visit), office.clone());
    let s = look(visit, move |r| seen(r, &own, id, &eye)).await?;
    let (t, lang, now) = (t(visit.lang), visit.lang, visit.now());
    let empty = Fields::empty(lang);
    let fields = sent.map_or(&empty, |(fields, _)| fields);
    let open = s.h.accepted_at.is_none();
    let view = Page {
        t,
        back: Back::new("/handovers", t.msg_handovers()),
        notice: told(visit, &s).map(|text| Notice::new(NoticeKind::Ok, text)),
        refused: fields.faults().iter().map(|f| f.say.clone()).collect(),
        title: t.msg_handover_of(&s.seat.title),
        lead: s.org.clone(),
        here: url(id),
        csrf: visit.token().to_owned(),
        facts: facts(lang, now, &s),
        items: s.items.iter().map(|(item, words, url)| shown(lang, item, words, url, open && s.theirs)).collect(),
        left: left(t, &s),
        matters: open && s.theirs && unchecked_matters(&s) > 1,
        accept: open && s.theirs,
        successor: (open && s.arranges).then(|| successor_field(lang, fields, &s)),
        add: (open && (s.arranges || s.leaves || s.theirs)).then(|| add_fields(lang, fields)),
        bad: fields.raw("n").parse().unwrap_or(0),
        typed: fields.raw("note").to_owned(),
    };
    let page = visit.page(&view.title, kind(visit));
    Ok(sent.into_iter().fold(page, |page, (_, status)| page.status(status)).view(&view))
}

fn told(visit: &Visit, s: &Seen) -> Option<String> {
    let t = t(visit.lang);
    if said(visit, "opened") {
        return Some(match (&s.to, s.seat.holds(visit.now().day())) {
            (Some(to), _) => t.msg_handover_said_opened(to),
            (None, true) => t.msg_handover_said_later(),
            (None, false) => t.msg_handover_said_nobody(),
        });
    }
    said(visit, "accepted").then(|| t.msg_handover_said_accepted())
}

fn facts(lang: Lang, now: Moment, s: &Seen) -> Facts<'static> {
    let t = t(lang);
    let over = s.seat.closed_at.map(|at| say::when(lang, at, now));
    let over = over.or_else(|| s.seat.until.map(|d| t.msg_handover_until_day(say::date(lang, d, now))));
    let items = [
        (t.msg_handover_from(), s.from.clone()),
        (t.msg_handover_rights(), over.unwrap_or_default()),
        (t.msg_handover_to(), s.to.clone().unwrap_or_else(|| t.msg_handover_nobody())),
        (t.msg_handover_opened(), say::when(lang, s.h.opened_at, now)),
        (t.msg_handover_accepted(), s.h.accepted_at.map_or_else(String::new, |at| say::when(lang, at, now))),
    ];
    let some = items.into_iter().filter(|(_, value)| !value.is_empty());
    Facts { items: some.map(|(name, value)| (name.into(), value.into())).collect() }
}

fn shown(lang: Lang, item: &Item, words: &str, url: &str, check: bool) -> Shown {
    let t = t(lang);
    let tag = item.found.map(|found| {
        if found { Tag::new(Tone::Ok, t.msg_handover_found()) } else { Tag::new(Tone::Due, t.msg_handover_missing()) }
    });
    Shown {
        n: item.n,
        kind: item.kind.say(lang),
        words: words.to_owned(),
        url: url.to_owned(),
        tag,
        note: item.note.clone().unwrap_or_default(),
        check: check && item.found.is_none(),
    }
}

fn unchecked_matters(s: &Seen) -> usize {
    s.items.iter().filter(|(item, ..)| item.no.is_some() && item.found.is_none()).count()
}

fn left(t: &'static L10nLanguage, s: &Seen) -> String {
    let n = s.items.iter().filter(|(i, ..)| i.found.is_none()).count();
    match (s.h.accepted_at, n) {
        (Some(_), _) => t.msg_handover_all_accepted(),
        (None, 0) => t.msg_handover_all_checked(),
        (None, n) => t.msg_handover_left(n as u64, s.items.len() as u64),
    }
}

fn successor_field(lang: Lang, fields: &Fields, s: &Seen) -> Html {
    let t = t(lang);
    let mut items = Vec::new();
    if s.h.to_seat.is_none() {
        items.push(Choice::new("", t.msg_handover_choose()));
    }
    items.extend(s.others.iter().map(|(id, words)| Choice::new(id.to_string(), words.clone())));
    let value = s.h.to_seat.map_or_else(String::new, |to| to.to_string());
    let field = Field::new(lang, "successor", t.msg_handover_to()).value(value).error(fields.fault("successor"));
    Html::of(&field.kind(FieldKind::Select(items)).required().hint(t.msg_handover_to_hint()))
}

fn add_fields(lang: Lang, fields: &Fields) -> Vec<Html> {
    let t = t(lang);
    let kinds = ItemKind::ALL.iter().filter(|k| **k != ItemKind::Matter);
    let items = kinds.map(|k| Choice::new(k.name(), k.say(lang))).collect();
    let kind = Field::new(lang, "kind", t.msg_handover_kind()).value(fields.raw("kind").to_owned());
    let words = Field::new(lang, "words", t.msg_handover_words()).value(fields.raw("words").to_owned());
    let words = words.error(fields.fault("words")).max(LINE_MAX as u32).required().hint(t.msg_handover_lines_hint());
    vec![Html::of(&kind.kind(FieldKind::Select(items)).required()), Html::of(&words)]
}

impl Page {
    /// What was typed into a line's form that came back.
    fn note_of(&self, n: &i64) -> &str {
        if *n == self.bad { &self.typed } else { "" }
    }
}

#[cfg(test)]
mod tests {
    use super::super::acts::standing;
    use super::*;

    #[test]
    fn all_lines_looked_at_say_so() {
        let seat = SeatId::from_bytes([1; 16]);
        let h = Row {
            id: HandoverId::from_bytes([2; 16]),
            area: lianxin_base::AreaId::from_bytes([3; 16]),
            org: lianxin_base::OrgId::from_bytes([4; 16]),
            seat,
            person: None,
            to_seat: Some(seat),
            opened_at: Moment::from_micros(0),
            accepted_at: None,
        };
        let s = standing(&h, &[], &[seat]);
        assert!(s.theirs && s.successor && !s.accepted && s.unchecked == 0);
        assert!(!standing(&h, &[], &[]).theirs);
    }
}

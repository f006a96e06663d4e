//! The form that ends a seat: at once or on a day, who takes over, and what there is besides the open matters.

use super::acts::{Handover, HandoverSuccessor, NewItem, handover, handover_successor};
use super::{store, url};
use crate::register::{self as kit, Ask, Sheet, look, name_of, seats};
use crate::rules::{ItemKind, Refusal, lines};
use crate::texts::t;
use crate::{HeldMatter, Office};
use axum::extract::Path;
use axum::response::Response;
use lianxin_base::{Day, HandoverId, Lang, SeatId};
use lianxin_gate::Scope;
use lianxin_register::find::{self, SeatRow};
use lianxin_register::{self as register, SeatEnd, SeatStop};
use lianxin_store::{Read, Stop, Tx};
use lianxin_web::components::Choice;
use lianxin_web::{Fields, Trouble, Visit};

/// The fields of lines, each with its kind.
const WRITTEN: &[(&str, ItemKind)] = &[
    ("promises", ItemKind::Promise),
    ("meetings", ItemKind::Meeting),
    ("keys", ItemKind::Keys),
    ("books", ItemKind::Books),
    ("others", ItemKind::Other),
];

struct Ground {
    seat: SeatRow,
    holder: String,
    others: Vec<(SeatId, String)>,
    matters: Vec<HeldMatter>,
}

/// The seats of the same organisation that somebody else sits in.
pub(super) fn successors(r: &mut Read<'_>, seat: &SeatRow, lang: Lang, on: Day) -> Result<Vec<(SeatId, String)>, Stop> {
    let mut all = Vec::new();
    for other in find::seats_of_org(r, seat.org, on)? {
        if other.id != seat.id && other.person.is_some() && other.person != seat.person {
            all.push((other.id, format!("{}，{}", name_of(r, lang, other.person)?, other.title)));
        }
    }
    Ok(all)
}

fn ground(r: &mut Read<'_>, office: &Office, scope: &Scope, id: SeatId, how: (Lang, Day)) -> Result<Ground, Stop> {
    let (seat, org) = seats::visible(r, scope, id)?;
    if store::of_seat(r, id)?.is_some() {
        return Err(Refusal::Twice.into());
    }
    let holder = name_of(r, how.0, seat.person)?;
    let others = successors(r, &seat, how.0, how.1)?;
    let matters = office.needs.held_by(r, org.id, how.0)?;
    Ok(Ground { seat, holder, others, matters })
}

fn sheet(visit: &Visit, fields: &Fields, g: &Ground) -> Response {
    let (t, ask) = (t(visit.lang), Ask { lang: visit.lang, fields });
    let mut others = vec![Choice::new("", t.msg_handover_later())];
    others.extend(g.others.iter().map(|(id, words)| Choice::new(id.to_string(), words.clone())));
    let when = vec![
        Choice::new("now", t.msg_handover_now()).note(t.msg_handover_now_note()),
        Choice::new("day", t.msg_handover_day()).note(t.msg_handover_day_note()),
    ];
    let parts = vec![
        ask.options("when", t.msg_handover_when(), when),
        ask.day("until", t.msg_handover_until(), false),
        ask.may_pick("successor", t.msg_handover_to(), others),
        ask.area("promises", t.msg_handover_promises(), t.msg_handover_promises_hint(), 2000),
        ask.area("meetings", t.msg_handover_meetings(), String::new(), 2000),
        ask.area("keys", t.msg_handover_keys(), t.msg_handover_keys_hint(), 2000),
        ask.area("books", t.msg_handover_books(), String::new(), 2000),
        ask.area("others", t.msg_handover_others(), t.msg_handover_lines_hint(), 2000),
    ];
    let page = Sheet {
        title: t.msg_handover_open_title(&g.seat.title),
        lead: t.msg_handover_open_lead(&g.holder, g.matters.len() as u64),
        back: (seats::url(g.seat.id), g.seat.title.clone()),
        action: format!("{}/end", seats::url(g.seat.id)),
        parts,
        promise: t.msg_handover_promise(),
        submit: t.msg_handover_open(),
    };
    page.show(visit, fields)
}

/// `GET /seats/{seat}/end`
pub(super) async fn form(office: Office, visit: Visit, Path(id): Path<String>) -> Result<Response, Trouble> {
    let (id, scope): (SeatId, _) = (id.parse().map_err(|_| Trouble::NotFound)?, visit.scope());
    let how = (visit.lang, visit.now().day());
    let g = look(&visit, move |r| ground(r, &office, &scope, id, how)).await?;
    let fields = Fields::empty(visit.lang).with("when", "now").with("until", &how.1.to_string());
    Ok(sheet(&visit, &fields, &g))
}

/// Every line of the fields; a fault beside the field that has one.
fn written(fields: &mut Fields, lang: Lang) -> Vec<NewItem> {
    let mut items = Vec::new();
    for (name, kind) in WRITTEN {
        let text = fields.opt_text(name, 2000).unwrap_or_default();
        match lines(&text) {
            Ok(all) => items.extend(all.into_iter().map(|l| NewItem { kind: *kind, no: None, words: Some(l) })),
            Err(no) => {
                let say = lianxin_base::Refuse::say(&no, lang);
                fields.note(name, lianxin_base::Refuse::code(&no), say);
            }
        }
    }
    items
}

/// `POST /seats/{seat}/end`: the seat ends, the list is opened, who takes over is named; all or nothing.
pub(super) async fn send(
    office: Office,
    visit: Visit,
    Path(id): Path<String>,
    mut fields: Fields,
) -> Result<Response, Trouble> {
    let (id, scope): (SeatId, _) = (id.parse().map_err(|_| Trouble::NotFound)?, visit.scope());
    let how = (visit.lang, visit.now().day());
    let g = look(&visit, move |r| ground(r, &office, &scope, id, how)).await?;
    let now = fields.choice("when", &["now", "day"]) == Some("now");
    let until = if now { None } else { fields.day("until") };
    let successor = fields.opt_id::<SeatId>("successor");
    if successor.is_some_and(|s| !g.others.iter().any(|(id, _)| *id == s)) {
        fields.refuse(&Refusal::Successor);
    }
    let mut items: Vec<NewItem> =
        g.matters.iter().map(|m| NewItem { kind: ItemKind::Matter, no: Some(m.no.clone()), words: None }).collect();
    items.extend(written(&mut fields, visit.lang));
    if fields.good() {
        let new = HandoverId::new(visit.chance(), visit.now());
        let act = Handover { handover: new, seat: id, person: g.seat.person, items };
        let run = move |tx: &mut Tx<'_>, heads: &kit::Heads| {
            let held = find::seat(tx, id)?.is_some_and(|s| s.holds(how.1) || s.since > how.1);
            match until {
                _ if !held => {}
                Some(until) => drop(register::seat_end(tx, heads.nth(1), SeatEnd { seat: id, until })?),
                None => drop(register::seat_stop(tx, heads.nth(1), SeatStop { seat: id })?),
            }
            let receipt = handover(tx, heads.first(), &act)?;
            if let Some(seat) = successor {
                handover_successor(tx, heads.nth(2), HandoverSuccessor { handover: new, seat })?;
            }
            Ok(receipt)
        };
        if let Some(done) =
            kit::send(&visit, &mut fields, g.seat.area, format!("{}?said=opened", url(new)), run).await?
        {
            return Ok(done);
        }
    }
    Ok(sheet(&visit, &fields, &g))
}

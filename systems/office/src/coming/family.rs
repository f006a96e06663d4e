//! A member of a household opens the door for another: one slip for one person, shown once with how to pass it on.

use super::cards::{Card, For, new_slip};
use super::form::{Form, done, field, refuse, stop};
use super::people::{self, Home};
use crate::texts::t;
use axum::response::Response;
use lianxin_base::{ActId, Day, Moment, PersonId, Refuse, RelationId};
use lianxin_gate::{Limit, NewSlip, has_code, is_in, issue_anew, slip_opens};
use lianxin_journal::{By, Head, Receipt};
use lianxin_register::{Person, Relation, RelationKind, find};
use lianxin_store::{Read, Stop, Tx};
use lianxin_web::components::{Back, Choice, FieldKind, Link, Notice, NoticeKind, Row, Rows};
use lianxin_web::icons::Icon;
use lianxin_web::shell::Kind;
use lianxin_web::{BadField, Fields, Trouble, Visit};

/// A household of more people than this is registered at the counter.
const MEMBERS: usize = 12;
const NAME: usize = 40;
/// Somebody who is not in the register yet.
const SOMEBODY_NEW: &str = "new";

/// A member of the household and what they are to it.
struct Member {
    person: PersonId,
    name: String,
    kind: RelationKind,
    /// They come in by themselves: nobody else at home may open the door in their name.
    own_way: bool,
}

struct Family {
    home: Option<Home>,
    members: Vec<Member>,
}

/// The household somebody lives in, with the others who belong to it.
fn family(r: &mut Read<'_>, person: PersonId, now: Moment) -> Result<Family, Stop> {
    let on = now.day();
    let own = people::homes(r, person, on)?.into_iter().find(|h| h.relation != RelationKind::Contact);
    let mut members = Vec::new();
    if let Some(home) = &own {
        for m in find::members(r, home.household, on)? {
            let child = find::is_child(r, m.person)?; // has no slip; a guardian acts for them
            if m.person != person && !child && !members.iter().any(|known: &Member| known.person == m.person) {
                let name = find::person_name(r, m.person)?.unwrap_or_default();
                let own_way = is_in(r, m.person, now)? || has_code(r, m.person)?;
                members.push(Member { person: m.person, name, kind: m.kind, own_way });
            }
        }
    }
    Ok(Family { home: own, members })
}

/// `GET /me/family`
pub(super) async fn page(visit: Visit) -> Result<Response, Trouble> {
    show(&visit, &Fields::empty(visit.lang)).await
}

/// Whom the slip is for, as it was answered.
enum Whom {
    Member(PersonId),
    New(String, RelationKind),
}

/// `POST /me/family`: the slip is the answer itself and has no address; the same form again shows the same slip.
pub(super) async fn send(visit: Visit, mut fields: Fields) -> Result<Response, Trouble> {
    let person = visit.person().ok_or(Trouble::NotFound)?;
    let now = visit.now();
    let seen = visit.read(move |r| family(r, person, now)).await?;
    let Some(home) = seen.home.clone() else { return show(&visit, &fields).await };
    let whom = read(&visit, &mut fields, &seen);
    let (Some(whom), true) = (whom, fields.good()) else { return show(&visit, &fields).await };
    visit.take_for(Limit::INVITE, &person.to_string())?;
    let form = fields.token().unwrap_or_default();
    match invite(&visit, &home, &whom, form, person).await {
        Ok(card) => Ok(card),
        Err(trouble) => {
            fields.absorb(trouble)?;
            show(&visit, &fields).await
        }
    }
}

fn read(visit: &Visit, fields: &mut Fields, seen: &Family) -> Option<Whom> {
    let who = fields.raw("who").to_owned();
    if let Some(member) = seen.members.iter().find(|m| !m.own_way && m.person.to_string() == who) {
        return Some(Whom::Member(member.person));
    }
    if who != SOMEBODY_NEW {
        fields.note("who", BadField::Choice.code(), BadField::Choice.say(visit.lang));
        return None;
    }
    if seen.members.len() + 1 >= MEMBERS {
        fields.note("who", "office.household_full", t(visit.lang).msg_family_full(MEMBERS as u32));
        return None;
    }
    let name = fields.line("name", NAME);
    let kind = fields.choice("kind", &[RelationKind::Relative.name(), RelationKind::Contact.name()])?;
    fields.good().then(|| Whom::New(name, kind.parse().unwrap_or(RelationKind::Relative)))
}

/// What the command needs; ids are made before, because it may run twice.
#[derive(Clone)]
struct Invitation {
    acts: [ActId; 4],
    by: By,
    person: PersonId,
    new: Option<(String, RelationKind, RelationId)>,
    slip: NewSlip,
    home: Home,
    today: Day,
}

async fn invite(visit: &Visit, home: &Home, whom: &Whom, form: String, inviter: PersonId) -> Result<Response, Trouble> {
    let (chance, now) = (visit.chance(), visit.now());
    let (person, new) = match whom {
        Whom::Member(person) => (*person, None),
        Whom::New(name, kind) => {
            (PersonId::new(chance, now), Some((name.clone(), *kind, RelationId::new(chance, now))))
        }
    };
    let slip = new_slip(visit, &form, 0, person, home.household);
    let (code, by) = (slip.code.clone(), By::Person(inviter));
    let acts = [visit.act_id(), visit.act_id(), visit.act_id(), visit.act_id()];
    let all = Invitation { acts, by, person, new, slip, home: home.clone(), today: now.day() };
    let keys = visit.house.keys().clone();
    visit.act_once(home.area, Some(form), move |tx, token| record(tx, &keys, &all, token)).await?;
    let (keys, asked) = (visit.house.keys().clone(), code.clone());
    if !visit.read(move |r| Ok(slip_opens(r, &keys, &asked, now)?)).await? {
        let t = t(visit.lang);
        let on = Link::new("/me/family", t.msg_family_more());
        return refuse(visit, Kind::Phone, t.msg_family_title(), t.msg_slips_stale(), on).await;
    }
    let name = match whom {
        Whom::New(name, _) => name.clone(),
        Whom::Member(person) => {
            let person = *person;
            visit.read(move |r| Ok(find::person_name(r, person)?)).await?.unwrap_or_default()
        }
    };
    let whom = For { name: name.clone(), place: home.place() };
    let card = Card::new(&visit.house, visit.lang, &whom, &code, now.day()).html();
    let t = t(visit.lang);
    let rows = Rows { items: vec![Row::to("/me/family", t.msg_family_more()).icon(Icon::Plus)] };
    done(visit, Kind::Phone, t.msg_family_title(), t.msg_family_done(&name), card, rows).await
}

/// Registers who is new, then makes the slip. The form's token goes with the first act.
fn record(
    tx: &mut Tx<'_>,
    keys: &lianxin_gate::Keys,
    all: &Invitation,
    token: Option<String>,
) -> Result<Receipt, Stop> {
    let [person_act, relation_act, void, slip_act] = all.acts;
    let area = all.home.area;
    let head = |id, token| Head { id, area, by: all.by, no: None, token };
    let Some((name, kind, relation)) = &all.new else {
        return issue_anew(tx, keys, head(slip_act, token), void, &all.slip);
    };
    let person = Person { person: all.person, area, name: name.clone(), phone: None };
    let first = lianxin_register::person(tx, head(person_act, token), person)?;
    let relation = Relation {
        relation: *relation,
        person: all.person,
        household: Some(all.home.household),
        unit: None,
        kind: *kind,
        since: all.today,
        until: None,
    };
    lianxin_register::relation(tx, head(relation_act, None), relation)?;
    issue_anew(tx, keys, head(slip_act, None), void, &all.slip)?;
    Ok(first)
}

async fn show(visit: &Visit, fields: &Fields) -> Result<Response, Trouble> {
    let (lang, t) = (visit.lang, t(visit.lang));
    let (person, now) = (visit.person(), visit.now());
    let seen = match person {
        Some(person) => visit.read(move |r| family(r, person, now)).await?,
        None => Family { home: None, members: Vec::new() },
    };
    let Some(home) = &seen.home else {
        let on = Link::new("/me", t.msg_me_title());
        return stop(visit, Kind::Phone, t.msg_family_title(), t.msg_family_no_home(), on).await;
    };
    let label = |m: &Member| format!("{}（{}）", m.name, m.kind.say(lang));
    let without = seen.members.iter().filter(|m| !m.own_way);
    let mut who: Vec<Choice<'static>> = without.map(|m| Choice::new(m.person.to_string(), label(m))).collect();
    who.push(Choice::new(SOMEBODY_NEW, t.msg_family_new()));
    let kinds = vec![
        Choice::new(RelationKind::Relative.name(), t.msg_family_lives()),
        Choice::new(RelationKind::Contact.name(), t.msg_family_answers()),
    ];
    let mut form = Form::new(visit, fields, t.msg_family_title(), "/me/family", t.msg_family_go());
    form.lines = vec![t.msg_family_says(home.place()), t.msg_family_no_child()];
    form.back = Some(Back::new("/me", t.msg_me_title()));
    form.fields = vec![
        field(visit, fields, "who", t.msg_family_who()).kind(FieldKind::Select(who)).required(),
        field(visit, fields, "name", t.msg_family_name()).hint(t.msg_family_only_new()).max(NAME as u32),
        field(visit, fields, "kind", t.msg_family_kind()).kind(FieldKind::Select(kinds)).hint(t.msg_family_only_new()),
    ];
    form.notice = Some(Notice::new(NoticeKind::Info, t.msg_family_one()));
    form.assured(t.msg_slip_no_proof()).page(visit, Kind::Phone).await
}

//! 不满 14 岁: somebody under 14 has no way in of their own; a guardian of the household agreed to their being registered
//! and acts for them (PIPL Art. 31). No birthday is asked or kept.

use super::kit::{Ask, Heads, Sheet, look, send};
use super::people::{url, visible};
use crate::texts::t;
use axum::extract::Path;
use axum::response::Response;
use lianxin_base::{AreaId, Day, Lang, PersonId};
use lianxin_gate::Scope;
use lianxin_register::{self as register, Child, ChildEnd, find};
use lianxin_store::{Read, Stop, Tx};
use lianxin_web::components::Choice;
use lianxin_web::{Fields, Trouble, Visit};

/// What the form stands on.
struct Ground {
    area: AreaId,
    name: String,
    child: bool,
    guardian: Option<PersonId>,
    /// Who of the household may be one, by name.
    may: Vec<(PersonId, String)>,
}

fn ground(r: &mut Read<'_>, scope: &Scope, id: PersonId, lang: Lang, on: Day) -> Result<Ground, Stop> {
    let area = visible(r, scope, id)?;
    let mut may: Vec<(PersonId, String)> = Vec::new();
    for household in find::relations(r, id, on)?.into_iter().filter_map(|x| x.household) {
        for m in find::members(r, household, on)? {
            let known = m.person == id || may.iter().any(|(person, _)| *person == m.person);
            if !known && !find::is_child(r, m.person)? {
                may.push((m.person, super::name_of(r, lang, Some(m.person))?));
            }
        }
    }
    let (child, guardian) = (find::is_child(r, id)?, find::guardian(r, id)?);
    Ok(Ground { area, name: super::name_of(r, lang, Some(id))?, child, guardian, may })
}

fn sheet(visit: &Visit, fields: &Fields, id: PersonId, g: &Ground) -> Response {
    let (t, ask) = (t(visit.lang), Ask { lang: visit.lang, fields });
    let people = g.may.iter().map(|(person, name)| Choice::new(person.to_string(), name.clone())).collect();
    let agreed = vec![Choice::new("yes", t.msg_child_agreed()).note(t.msg_child_agreed_note())];
    let ends = Choice::new("no", t.msg_child_is_not());
    let mut how = vec![Choice::new("yes", t.msg_child_is())];
    how.extend(g.child.then_some(ends));
    let sheet = Sheet {
        title: t.msg_child_title(&g.name),
        lead: if g.may.is_empty() { t.msg_child_nobody() } else { t.msg_child_lead() },
        back: (url(id), t.msg_reg_back()),
        action: format!("{}/child", url(id)),
        parts: vec![
            ask.options("child", t.msg_child_how(), how),
            ask.pick("guardian", t.msg_child_guardian(), t.msg_child_guardian_hint(), people),
            ask.checks("agreed", t.msg_child_asked(), agreed),
        ],
        promise: t.msg_child_promise(),
        submit: t.msg_reg_save(),
    };
    sheet.show(visit, fields)
}

/// `GET /people/{person}/child`
pub(super) async fn page(visit: Visit, Path(id): Path<String>) -> Result<Response, Trouble> {
    let (id, scope): (PersonId, _) = (id.parse().map_err(|_| Trouble::NotFound)?, visit.scope());
    let (lang, day) = (visit.lang, visit.now().day());
    let g = look(&visit, move |r| ground(r, &scope, id, lang, day)).await?;
    let now = g.guardian.map_or_else(String::new, |guardian| guardian.to_string());
    let fields = Fields::empty(lang).with("child", "yes").with("guardian", &now);
    Ok(sheet(&visit, &fields, id, &g))
}

/// `POST /people/{person}/child`: registered with the guardian's agreement, or ended because they have turned 14.
pub(super) async fn send_it(visit: Visit, Path(id): Path<String>, mut fields: Fields) -> Result<Response, Trouble> {
    let (id, scope): (PersonId, _) = (id.parse().map_err(|_| Trouble::NotFound)?, visit.scope());
    let (lang, day) = (visit.lang, visit.now().day());
    let g = look(&visit, move |r| ground(r, &scope, id, lang, day)).await?;
    let is = fields.choice("child", &["yes", "no"]) == Some("yes");
    let mut guardian = None;
    if is {
        guardian = fields.id::<PersonId>("guardian").filter(|p| g.may.iter().any(|(person, _)| person == p));
        if guardian.is_none() && fields.fault("guardian").is_none() {
            fields.refuse(&register::Refusal::Guardian);
        }
        if fields.raw("agreed") != "yes" {
            fields.note("agreed", "office.guardian_agrees", t(lang).msg_child_needs_agreement());
        }
    }
    if fields.good() {
        let run = move |tx: &mut Tx<'_>, heads: &Heads| match guardian {
            Some(guardian) => register::child(tx, heads.first(), Child { person: id, guardian }),
            None => register::child_end(tx, heads.first(), ChildEnd { person: id }),
        };
        if let Some(done) = send(&visit, &mut fields, g.area, format!("{}?said=saved", url(id)), run).await? {
            return Ok(done);
        }
    }
    Ok(sheet(&visit, &fields, id, &g))
}

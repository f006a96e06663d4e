//! 值班和应急电话: who answers for the community, and whom to call for gas, lifts, power and water.

use super::form::{Form, head, question};
use super::root;
use crate::texts::t;
use axum::response::Response;
use lianxin_journal::Head;
use lianxin_register::find::OrgRow;
use lianxin_register::{Emergency, OnCall, Organisation, emergency, find, on_call, organisation};
use lianxin_store::{Stop, Tx};
use lianxin_web::components::FieldKind;
use lianxin_web::{Fields, Trouble, Visit};

const LINES: [&str; 4] = ["gas", "lift", "power", "water"];

/// `GET /setup/phones`
pub(super) async fn page(visit: Visit) -> Result<Response, Trouble> {
    show(&visit, &Fields::empty(visit.lang)).await
}

/// The organisation of the seat that sets the office up.
async fn own(visit: &Visit) -> Result<OrgRow, Trouble> {
    let org = visit.seat().map(|s| s.org).ok_or(Trouble::NotFound)?;
    let found = visit.read(move |r| Ok(find::org(r, org)?)).await?;
    found.ok_or(Trouble::NotFound)
}

async fn show(visit: &Visit, typed: &Fields) -> Result<Response, Trouble> {
    let (area, org) = (root(visit).await?.id, own(visit).await?);
    let now = visit.read(move |r| Ok(find::emergency(r, area)?)).await?;
    let t = t(visit.lang);
    let mut form = Form::new(visit, "/setup/phones", t.msg_setup_phones(), t.msg_setup_phones_lead());
    let ask = |name, label, now: Option<&str>| question(visit, typed, name, label, now).kind(FieldKind::Tel).max(20);
    form.fields = vec![
        ask("duty", t.msg_setup_duty(&org.name), org.phone.as_deref()).hint(t.msg_setup_duty_hint()).required(),
        ask("on_call", t.msg_setup_on_call(), org.on_call.as_deref()).hint(t.msg_setup_on_call_hint()),
        ask("gas", t.msg_setup_gas(), now.gas.as_deref()),
        ask("lift", t.msg_setup_lift(), now.lift.as_deref()),
        ask("power", t.msg_setup_power(), now.power.as_deref()),
        ask("water", t.msg_setup_water(), now.water.as_deref()),
    ];
    Ok(form.show(visit, typed))
}

/// `POST /setup/phones`: the acts stand or fall together.
pub(super) async fn send(visit: Visit, mut fields: Fields) -> Result<Response, Trouble> {
    let duty = fields.line("duty", 30);
    let on_call = fields.opt_line("on_call", 30);
    let [gas, lift, power, water] = LINES.map(|name| fields.opt_line(name, 30));
    if !fields.good() {
        return show(&visit, &fields).await;
    }
    let (area, org) = (root(&visit).await?.id, own(&visit).await?);
    let (first, second, third) = (head(&visit, area), visit.act_id(), visit.act_id());
    let done = visit
        .act_once(area, fields.token(), move |tx, token| {
            let numbers =
                Emergency { area, gas: gas.clone(), lift: lift.clone(), power: power.clone(), water: water.clone() };
            let receipt = emergency(tx, Head { token, ..first.clone() }, numbers)?;
            answered(tx, Head { id: second, ..first.clone() }, &org, &duty)?;
            at_night(tx, Head { id: third, ..first.clone() }, &org, on_call.as_deref())?;
            Ok(receipt)
        })
        .await;
    match done {
        Ok(_) => Ok(visit.to("/setup")),
        Err(Trouble::Refused(no)) if no.field().is_some() => {
            let field = if no.field() == Some("phone") { "duty" } else { no.field().unwrap_or("duty") };
            fields.note(field, no.code(), no.say(visit.lang));
            show(&visit, &fields).await
        }
        Err(other) => Err(other),
    }
}

/// The number for when the office is shut, if it is another one than before.
pub(crate) fn at_night(tx: &mut Tx<'_>, head: Head, org: &OrgRow, phone: Option<&str>) -> Result<(), Stop> {
    let given = phone.map(str::trim).filter(|phone| !phone.is_empty());
    if given.and_then(lianxin_register::duty_phone) == org.on_call && given.is_some() == org.on_call.is_some() {
        return Ok(());
    }
    let act = OnCall { org: org.id, phone: given.map(str::to_owned) };
    on_call(tx, Head { area: org.area, ..head }, act).map(drop)
}

/// The organisation's duty phone, if it is another one.
fn answered(tx: &mut Tx<'_>, head: Head, org: &OrgRow, duty: &str) -> Result<(), Stop> {
    if org.phone.as_deref() == lianxin_register::duty_phone(duty).as_deref() && org.phone.is_some() {
        return Ok(());
    }
    let (name, short, phone) = (org.name.clone(), org.short.clone(), Some(duty.to_owned()));
    let act = Organisation { org: org.id, area: org.area, kind: org.kind, name, short, phone };
    organisation(tx, Head { area: org.area, ..head }, act).map(drop)
}

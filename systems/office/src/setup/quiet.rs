//! 夜里不打扰: between these hours nobody is rung up or called on, but for emergencies.

use super::form::{Form, head, question};
use super::hours::{read, written};
use super::root;
use crate::texts::t;
use axum::response::Response;
use lianxin_journal::Head;
use lianxin_outbox::{Quiet, quiet, quiet_hours};
use lianxin_web::{Fields, Trouble, Visit};

/// `GET /setup/quiet`
pub(super) async fn page(visit: Visit) -> Result<Response, Trouble> {
    show(&visit, &Fields::empty(visit.lang)).await
}

async fn show(visit: &Visit, typed: &Fields) -> Result<Response, Trouble> {
    let now = visit.read(|r| Ok(quiet(r)?)).await?;
    let t = t(visit.lang);
    let mut form = Form::new(visit, "/setup/quiet", t.msg_setup_quiet(), t.msg_setup_quiet_lead());
    form.fields = vec![
        question(visit, typed, "from", t.msg_setup_quiet_from(), Some(&written(now.from))).required().max(5),
        question(visit, typed, "to", t.msg_setup_quiet_to(), Some(&written(now.to))).required().max(5),
    ];
    Ok(form.show(visit, typed))
}

/// A time of day; what is none is said beside its field.
fn time(visit: &Visit, fields: &mut Fields, name: &'static str) -> u16 {
    let typed = fields.line(name, 10);
    let time = read(&typed);
    if time.is_none() && !typed.is_empty() {
        fields.note(name, "office.time", t(visit.lang).msg_setup_time_wrong());
    }
    time.unwrap_or_default()
}

/// `POST /setup/quiet`
pub(super) async fn send(visit: Visit, mut fields: Fields) -> Result<Response, Trouble> {
    let (from, to) = (time(&visit, &mut fields, "from"), time(&visit, &mut fields, "to"));
    if !fields.good() {
        return show(&visit, &fields).await;
    }
    let area = root(&visit).await?.id;
    let head = head(&visit, area);
    let done = visit.act_once(area, fields.token(), move |tx, token| {
        quiet_hours(tx, Head { token, ..head.clone() }, Quiet { from, to })
    });
    match done.await {
        Ok(_) => Ok(visit.to("/setup")),
        Err(trouble) => {
            fields.absorb(trouble)?;
            show(&visit, &fields).await
        }
    }
}

//! 本地放假和调休: days off and worked that no national notice tells of, or that this program does not know yet.

use super::form::{Form, head, question};
use super::root;
use crate::say;
use crate::texts::{L10nLanguage, t};
use askama::Template;
use axum::response::Response;
use lianxin_base::{AreaId, Day};
use lianxin_journal::Head;
use lianxin_register::{Break, BreakKind, day_break, find};
use lianxin_web::components::{Choice, FieldKind, Html};
use lianxin_web::{Fields, Trouble, Visit};

#[derive(Template)]
#[template(path = "setup_days.html")]
struct List<'a> {
    t: &'static L10nLanguage,
    csrf: &'a str,
    items: Vec<Item>,
}

struct Item {
    days: String,
    kind: String,
    since: Day,
}

/// `GET /setup/days`
pub(super) async fn page(visit: Visit) -> Result<Response, Trouble> {
    show(&visit, &Fields::empty(visit.lang)).await
}

async fn show(visit: &Visit, typed: &Fields) -> Result<Response, Trouble> {
    let area = root(visit).await?.id;
    let set = visit.read(move |r| Ok(find::local_days(r, area)?)).await?;
    let (lang, t) = (visit.lang, t(visit.lang));
    let day = |d: Day| say::date(lang, d, visit.now());
    let items = set.into_iter().map(|(since, until, working)| Item {
        days: if since == until { day(since) } else { t.msg_setup_from_to(day(since), day(until)) },
        kind: if working { t.msg_setup_days_working() } else { t.msg_setup_days_off() },
        since,
    });
    let list = List { t, csrf: visit.token(), items: items.collect() };
    let mut form = Form::new(visit, "/setup/days", t.msg_setup_days(), t.msg_setup_days_lead());
    form.above = vec![Html::of(&list)];
    let kinds = vec![Choice::new("off", t.msg_setup_days_off()), Choice::new("working", t.msg_setup_days_working())];
    form.fields = vec![
        question(visit, typed, "since", t.msg_setup_days_since(), None).kind(FieldKind::Date).required(),
        question(visit, typed, "until", t.msg_setup_days_until(), None).kind(FieldKind::Date).required(),
        question(visit, typed, "kind", t.msg_setup_days_kind(), None).kind(FieldKind::Select(kinds)).required(),
    ];
    Ok(form.show(visit, typed))
}

/// `POST /setup/days`
pub(super) async fn send(visit: Visit, mut fields: Fields) -> Result<Response, Trouble> {
    let (since, until) = (fields.day("since"), fields.day("until"));
    let kind = match fields.choice("kind", &["off", "working"]) {
        Some("working") => BreakKind::Working,
        _ => BreakKind::Off,
    };
    let (Some(since), Some(until), true) = (since, until, fields.good()) else { return show(&visit, &fields).await };
    let area = root(&visit).await?.id;
    match set(&visit, &fields, Break { area, since, until, kind }).await {
        Err(Trouble::Refused(no)) if no.field().is_some() => {
            fields.refuse(no.as_ref());
            show(&visit, &fields).await
        }
        done => done.map(|()| visit.to("/setup/days")),
    }
}

/// `POST /setup/days/end`: what was said of a stretch is taken back.
pub(super) async fn end(visit: Visit, mut fields: Fields) -> Result<Response, Trouble> {
    let since = fields.day("since");
    let (Some(since), true) = (since, fields.good()) else { return show(&visit, &fields).await };
    let area: AreaId = root(&visit).await?.id;
    set(&visit, &fields, Break { area, since, until: since, kind: BreakKind::Usual }).await?;
    Ok(visit.to("/setup/days"))
}

async fn set(visit: &Visit, fields: &Fields, act: Break) -> Result<(), Trouble> {
    let head = head(visit, act.area);
    let done =
        visit.act_once(act.area, fields.token(), move |tx, token| day_break(tx, Head { token, ..head.clone() }, act));
    done.await.map(drop)
}

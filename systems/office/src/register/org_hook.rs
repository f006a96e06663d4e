//! 接口地址: at which address an organisation's computer is called, and the secret it knows our calls by.

use super::kit::{Ask, Heads, Sheet, look, send};
use super::org_forms::changeable;
use super::orgs::url;
use crate::texts::t;
use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use lianxin_base::{ActId, OrgId};
use lianxin_outbox::{HOOK_MAX, hook, hook_of};
use lianxin_register::find::OrgRow;
use lianxin_store::Tx;
use lianxin_web::components::{FieldKind, Html};
use lianxin_web::{Fields, Trouble, Visit};

/// What the other side needs to know.
#[derive(Template)]
#[template(path = "org_hook.html")]
struct Told {
    what: String,
    secret_label: String,
    secret: String,
    example: String,
}

fn sheet(visit: &Visit, fields: &Fields, org: &OrgRow, given: Option<ActId>) -> Response {
    let (t, ask) = (t(visit.lang), Ask { lang: visit.lang, fields });
    let url_field = ask.field("url", t.msg_org_hook_url()).kind(FieldKind::Text).hint(t.msg_org_hook_hint());
    let mut parts = vec![Html::of(&url_field.max(HOOK_MAX as u32))];
    parts.extend(given.map(|act| {
        Html::of(&Told {
            what: t.msg_org_hook_told(),
            secret_label: t.msg_org_hook_secret(),
            secret: visit.house.keys().hook_secret(act),
            example: EXAMPLE.into(),
        })
    }));
    let sheet = Sheet {
        title: t.msg_org_hook(),
        lead: org.name.clone(),
        back: (url(org.id), org.name.clone()),
        action: format!("{}/hook", url(org.id)),
        parts,
        promise: t.msg_org_hook_promise(),
        submit: t.msg_reg_save(),
    };
    sheet.show(visit, fields)
}

/// What a call looks like (`kernel/outbox/src/call.rs`).
const EXAMPLE: &str = r#"POST  content-type: application/json
lianxin-signature: t=SECONDS,v1=HMAC_SHA256(SECRET, SECONDS.BODY)
{"id":"...","kind":"...","number":"...","link":"https://...","at":"2026-08-12T09:30:00+08:00"}"#;

/// `GET /orgs/{org}/hook`
pub(super) async fn page(visit: Visit, Path(id): Path<String>) -> Result<Response, Trouble> {
    let (id, scope): (OrgId, _) = (id.parse().map_err(|_| Trouble::NotFound)?, visit.scope());
    let (org, hook) = look(&visit, move |r| Ok((changeable(r, &scope, id)?.0, hook_of(r, id)?))).await?;
    let (given, url) = hook.map_or((None, String::new()), |(act, url)| (Some(act), url));
    Ok(sheet(&visit, &Fields::empty(visit.lang).with("url", &url), &org, given))
}

/// `POST /orgs/{org}/hook`: nothing takes the address back; another address has another secret.
pub(super) async fn page_send(visit: Visit, Path(id): Path<String>, mut fields: Fields) -> Result<Response, Trouble> {
    let (id, scope): (OrgId, _) = (id.parse().map_err(|_| Trouble::NotFound)?, visit.scope());
    let (org, given) = look(&visit, move |r| Ok((changeable(r, &scope, id)?.0, hook_of(r, id)?))).await?;
    let typed = fields.opt_line("url", HOOK_MAX);
    if fields.good() {
        let (area, to) = (org.area, typed.as_ref().map_or_else(|| url(id), |_| format!("{}/hook", url(id))));
        let run = move |tx: &mut Tx<'_>, heads: &Heads| hook(tx, heads.first(), area, id, typed.as_deref());
        if let Some(done) = send(&visit, &mut fields, area, format!("{to}?said=saved"), run).await? {
            return Ok(done);
        }
    }
    Ok(sheet(&visit, &fields, &org, given.map(|(act, _)| act)))
}

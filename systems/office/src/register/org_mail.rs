//! 收信地址: where an organisation gets its mail, and how the last letters fared.

use super::kit::{Ask, Heads, Line, Section, Sheet, Table, look, send};
use super::org_forms::changeable;
use super::orgs::url;
use crate::say;
use crate::texts::t;
use axum::extract::Path;
use axum::response::Response;
use lianxin_base::OrgId;
use lianxin_outbox::{Delivery, Mailbox, Pace, address, deliveries, mail_of};
use lianxin_register::find::OrgRow;
use lianxin_store::Tx;
use lianxin_web::components::{Choice, FieldKind, Html};
use lianxin_web::{Fields, Trouble, Visit};

/// So many letters are shown.
const SHOWN: i64 = 20;
const AT_ONCE: &str = "at_once";
const DAILY: &str = "daily";

const fn name(pace: Pace) -> &'static str {
    match pace {
        Pace::AtOnce => AT_ONCE,
        Pace::Daily => DAILY,
    }
}

fn sheet(visit: &Visit, fields: &Fields, org: &OrgRow) -> Response {
    let (t, ask) = (t(visit.lang), Ask { lang: visit.lang, fields });
    let mail = ask.field("mail", t.msg_org_mail_address()).kind(FieldKind::Text).hint(t.msg_org_mail_hint()).max(120);
    let paces = vec![Choice::new(AT_ONCE, t.msg_org_mail_at_once()), Choice::new(DAILY, t.msg_org_mail_daily())];
    let sheet = Sheet {
        title: t.msg_org_mail(),
        lead: org.name.clone(),
        back: (url(org.id), org.name.clone()),
        action: format!("{}/mail", url(org.id)),
        parts: vec![Html::of(&mail), ask.options("pace", t.msg_org_mail_pace(), paces)],
        promise: t.msg_org_mail_promise(),
        submit: t.msg_reg_save(),
    };
    sheet.show(visit, fields)
}

/// `GET /orgs/{org}/mail`
pub(super) async fn page(visit: Visit, Path(id): Path<String>) -> Result<Response, Trouble> {
    let (id, scope): (OrgId, _) = (id.parse().map_err(|_| Trouble::NotFound)?, visit.scope());
    let (org, mailbox) = look(&visit, move |r| Ok((changeable(r, &scope, id)?.0, mail_of(r, id)?))).await?;
    let (mail, pace) = mailbox.map_or((String::new(), Pace::AtOnce), |Mailbox { mail, pace, .. }| (mail, pace));
    let fields = Fields::empty(visit.lang).with("mail", &mail).with("pace", name(pace));
    Ok(sheet(&visit, &fields, &org))
}

/// `POST /orgs/{org}/mail`: nothing takes the address back.
pub(super) async fn page_send(visit: Visit, Path(id): Path<String>, mut fields: Fields) -> Result<Response, Trouble> {
    let (id, scope): (OrgId, _) = (id.parse().map_err(|_| Trouble::NotFound)?, visit.scope());
    let org = look(&visit, move |r| Ok(changeable(r, &scope, id)?.0)).await?;
    let mail = fields.opt_line("mail", 120);
    let pace = match fields.opt_choice("pace", &[AT_ONCE, DAILY]) {
        Some(DAILY) => Pace::Daily,
        _ => Pace::AtOnce,
    };
    if fields.good() {
        let area = org.area;
        let run = move |tx: &mut Tx<'_>, heads: &Heads| {
            address(tx, heads.first(), area, id, mail.as_deref().map(|mail| (mail, pace)))
        };
        let to = format!("{}?said=saved", url(id));
        if let Some(done) = send(&visit, &mut fields, area, to, run).await? {
            return Ok(done);
        }
    }
    Ok(sheet(&visit, &fields, &org))
}

/// What went out to an organisation, for its page; none where nothing did.
pub(super) fn section(visit: &Visit, all: &[Delivery]) -> Option<Section> {
    if all.is_empty() {
        return None;
    }
    let (lang, now, t) = (visit.lang, visit.now(), t(visit.lang));
    let rows = all.iter().map(|d| Line {
        title: say::when(lang, d.at, now),
        cells: vec![d.way.say(lang), d.state.say(lang), d.tries.to_string(), d.note.clone().unwrap_or_default()],
        ..Line::default()
    });
    let heads = vec![
        t.msg_org_mail_when(),
        t.msg_org_mail_way(),
        t.msg_org_mail_state(),
        t.msg_org_mail_tries(),
        t.msg_org_mail_note(),
    ];
    let table = Table { caption: t.msg_org_mail_sent(), heads, rows: rows.collect() };
    Some(Section::new(t.msg_org_mail_sent(), &table))
}

/// The newest letters of an organisation.
pub(super) fn newest(r: &mut lianxin_store::Read<'_>, id: OrgId) -> Result<Vec<Delivery>, lianxin_store::Fault> {
    deliveries(r, id, SHOWN)
}

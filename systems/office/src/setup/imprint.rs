//! 本站信息: who runs this office, whom to ask about one's data.

use super::acts::{self, Imprint};
use super::form::{Form, head, question};
use super::{root, store};
use crate::texts::t;
use axum::response::Response;
use lianxin_register::{duty_phone, looks_like_id_number};
use lianxin_web::components::FieldKind;
use lianxin_web::{Fields, Trouble, Visit};

const NAME: usize = 60;
const PLACE: usize = 100;

/// `GET /setup/imprint`
pub(super) async fn page(visit: Visit) -> Result<Response, Trouble> {
    show(&visit, &Fields::empty(visit.lang)).await
}

async fn show(visit: &Visit, typed: &Fields) -> Result<Response, Trouble> {
    let now = visit.read(|r| Ok(store::imprint(r)?)).await?.unwrap_or_default();
    let t = t(visit.lang);
    let mut form = Form::new(visit, "/setup/imprint", t.msg_setup_imprint(), t.msg_setup_imprint_lead());
    let ask = |name, label, now| question(visit, typed, name, label, Some(now));
    form.fields = vec![
        ask("operator", t.msg_setup_operator(), &now.operator).hint(t.msg_setup_operator_hint()).required().max(60),
        ask("contact", t.msg_setup_contact(), &now.contact).hint(t.msg_setup_contact_hint()).required().max(60),
        ask("phone", t.msg_setup_contact_phone(), &now.phone).kind(FieldKind::Tel).required().max(20),
        ask("kept_at", t.msg_setup_kept_at(), &now.kept_at).hint(t.msg_setup_kept_at_hint()).required().max(100),
        ask("filing", t.msg_setup_filing(), now.filing.as_deref().unwrap_or(""))
            .hint(t.msg_setup_filing_hint())
            .max(60),
    ];
    Ok(form.show(visit, typed))
}

/// `POST /setup/imprint`
pub(super) async fn send(visit: Visit, mut fields: Fields) -> Result<Response, Trouble> {
    let t = t(visit.lang);
    let act = Imprint {
        operator: fields.line("operator", NAME),
        contact: fields.line("contact", NAME),
        phone: fields.line("phone", NAME),
        kept_at: fields.line("kept_at", PLACE),
        filing: fields.opt_line("filing", NAME),
    };
    for name in ["operator", "contact", "kept_at", "filing"] {
        if looks_like_id_number(fields.raw(name).trim()) {
            fields.note(name, "office.id_number", t.msg_setup_id_number());
        }
    }
    let phone = duty_phone(&act.phone);
    if phone.is_none() && fields.fault("phone").is_none() {
        fields.note("phone", "office.phone", t.msg_setup_phone_wrong());
    }
    let Some(phone) = phone.filter(|_| fields.good()) else { return show(&visit, &fields).await };
    let (area, act) = (root(&visit).await?.id, Imprint { phone, ..act });
    let head = head(&visit, area);
    let token = fields.token();
    visit
        .act_once(area, token, move |tx, token| {
            Ok(acts::imprint(tx, lianxin_journal::Head { token, ..head.clone() }, &act)?)
        })
        .await?;
    Ok(visit.to("/setup"))
}

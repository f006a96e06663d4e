//! `/votes/{vote}/seats`, once members changed: by when that is filed, and that it was.

use super::super::Kind;
use super::super::change::{Change, file_change, of};
use super::super::store::Election;
use super::{done, election, seats};
use crate::assembly::Vote;
use crate::assembly::pages::{on, own, under};
use crate::filing::rules::RECEIPT_MAX;
use crate::say::plain_day;
use crate::texts::t;
use axum::extract::Path;
use axum::response::Response;
use lianxin_ballot::PeriodKind;
use lianxin_base::ActId;
use lianxin_web::components::{Field, FieldKind, Link};
use lianxin_web::icons::Icon;
use lianxin_web::{Fields, Trouble, Visit};

/// What the page says of changed members.
#[derive(Default)]
pub(super) struct Changes {
    pub(super) lines: Vec<String>,
    /// The one that waits longest: the act, the day and the receipt.
    pub(super) form: Option<(String, [Field<'static>; 2])>,
    /// Where a by-election is filed.
    pub(super) with_vote: Option<Link<'static>>,
}

/// The changes of a committee, and what is asked of the one that waits longest.
pub(super) async fn changes(visit: &Visit, v: &Vote, e: &Election, fields: &Fields) -> Result<Changes, Trouble> {
    let id = v.id;
    let all = visit.read(move |r| Ok(of(r, id)?)).await?;
    let (lang, t) = (visit.lang, t(visit.lang));
    let article = v.set().ok().and_then(|set| set.period(PeriodKind::ChangeReported).map(|p| p.article.clone()));
    let article = article.unwrap_or_default();
    let line = |c: &Change| match &c.filed {
        Some((day, receipt)) => t.msg_change_done(plain_day(lang, c.day), plain_day(lang, *day), receipt.clone()),
        None => t.msg_change_waits(plain_day(lang, c.day), plain_day(lang, c.due), article.clone()),
    };
    let waits = all.iter().find(|c| c.filed.is_none());
    let by = e.kind == Kind::By;
    let field = |name: &'static str, label: String| {
        Field::new(lang, name, label).value(fields.raw(name).to_owned()).error(fields.fault(name)).required()
    };
    Ok(Changes {
        lines: all.iter().map(line).collect(),
        form: waits.filter(|_| !by).map(|c| {
            let day = field("filed", t.msg_change_day()).kind(FieldKind::Date);
            let receipt = field("receipt", t.msg_filing_receipt()).hint(t.msg_filing_receipt_hint());
            (c.act.to_string(), [day, receipt.max(RECEIPT_MAX as u32).autocomplete("off")])
        }),
        with_vote: waits.filter(|_| by).map(|_| Link::new(under(v.id, "filing"), t.msg_filing()).icon(Icon::FileText)),
    })
}

/// `POST /votes/{vote}/seats/filed`
pub(super) async fn send(visit: Visit, Path(vote): Path<String>, mut fields: Fields) -> Result<Response, Trouble> {
    let v = own(&visit, &vote).await?;
    election(&visit, &v).await?;
    let change: ActId = fields.raw("change").parse().map_err(|_| Trouble::NotFound)?;
    let (day, receipt) = (fields.day("filed"), fields.line("receipt", RECEIPT_MAX));
    let Some(day) = day.filter(|_| fields.good()) else { return seats::show(&visit, &v, "", &fields).await };
    let id = v.id;
    match done(&visit, &v, &fields, move |tx, author| file_change(tx, author, id, (change, day, &receipt))).await {
        Ok(_) => Ok(on(&visit, &under(id, "seats"), "filed")),
        Err(trouble) => {
            fields.absorb(trouble)?;
            seats::show(&visit, &v, "", &fields).await
        }
    }
}

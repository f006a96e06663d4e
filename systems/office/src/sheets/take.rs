use super::{board, lists, workbook};
use crate::Office;
use crate::export::{Exported, record_export, says};
use crate::import::Refusal;
use axum::response::Response;
use lianxin_base::SeatId;
use lianxin_gate::{Refusal as Shut, Scope, second};
use lianxin_journal::Head;
use lianxin_paper::ListKind;
use lianxin_register::find::{self, AreaRow};
use lianxin_store::{Fault, Read};
use lianxin_web::{Fields, Trouble, Visit};

/// `POST /sheets/export`: the list as a workbook; that it left is recorded first.
pub(crate) async fn take(office: Office, visit: Visit, mut fields: Fields) -> Result<Response, Trouble> {
    let offered = lists(&office, &visit);
    let named = fields.choice("list", &offered.iter().map(|k| k.kind).collect::<Vec<_>>());
    let kind: Option<ListKind> = offered.into_iter().find(|k| Some(k.kind) == named).copied();
    let purpose = fields.opt_line("purpose", 100).unwrap_or_default();
    if kind.is_some_and(|k| k.people) && purpose.is_empty() {
        fields.refuse(&Refusal::NoPurpose);
    }
    let seat = visit.seat().cloned().ok_or(Trouble::NotFound)?;
    if kind.is_some_and(|k| k.people) && !stepped(&visit, seat.seat).await? {
        fields.refuse(&Shut::SecondFirst);
    }
    let (Some(kind), true) = (kind, fields.good()) else { return board::show(&office, &visit, &fields).await };
    let (lang, now, scope) = (visit.lang, visit.now(), visit.scope());
    let name = match visit.person() {
        Some(person) => visit.read(move |r| Ok(find::person_name(r, person)?)).await?.unwrap_or_default(),
        None => String::new(),
    };
    let post = seat.title.as_deref().unwrap_or_else(|| seat.role.say(lang));
    let who = format!("{} {post} {name}", seat.org_name).trim_end().to_owned();
    let line = says(lang, &who, now, &purpose);
    let (bytes, rows) = visit
        .read(move |r| {
            let areas = areas(r, &scope)?;
            Ok(kind.write(r, &areas, now.day(), &line)?)
        })
        .await?;
    let (area, id, by) = (seat.area, visit.act_id(), visit.by());
    let what = Exported { kind, area, rows, purpose };
    let record =
        move |tx: &mut lianxin_store::Tx<'_>, token| record_export(tx, Head { id, area, by, no: None, token }, &what);
    visit.act_once(area, fields.token(), record).await?;
    Ok(workbook(&format!("{}.xlsx", (kind.say)(lang)), bytes))
}

/// Whether a seat signs in with a second step: names and telephone numbers of a whole compound leave only by such a one.
pub(super) async fn stepped(visit: &Visit, seat: SeatId) -> Result<bool, Trouble> {
    visit.read(move |r| Ok(second(r, seat)?.is_some_and(|is| is.since.is_some()))).await
}

/// The areas somebody sees whole, each compound under its community.
fn areas(r: &mut Read<'_>, scope: &Scope) -> Result<Vec<AreaRow>, Fault> {
    let mut all = Vec::new();
    for root in find::roots(r)? {
        all.extend(find::areas_below(r, root.id)?.into_iter().filter(|a| scope.covers(a.id)));
    }
    Ok(all)
}

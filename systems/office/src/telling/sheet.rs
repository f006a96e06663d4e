//! 要告诉的 as a list: who is told, how and where, for whoever walks round with a sheet of paper.

use super::list::{slip, who};
use crate::export::text;
use crate::texts::t;
use lianxin_base::{Day, Lang, Moment};
use lianxin_outbox::{How, Notices, errands};
use lianxin_paper::{ListKind, RowOut, Value};
use lianxin_register::find::AreaRow;
use lianxin_store::{Fault, Read};

/// The list; `rows` is given by whoever knows every notice and hands it to [`errand_rows`].
pub const fn errand_list(rows: fn(&mut Read<'_>, &AreaRow, Day, RowOut<'_>) -> Result<(), Fault>) -> ListKind {
    ListKind {
        kind: "errands",
        name: "要告诉的",
        say: |lang| t(lang).msg_errands(),
        people: true,
        may: Some(super::TELL.0),
        columns: &[
            ("小区", 16),
            ("哪天起", 12),
            ("怎么告诉", 12),
            ("姓名", 16),
            ("电话", 16),
            ("住处", 24),
            ("编号", 22),
            ("怎么说", 60),
            ("试过几回", 10),
        ],
        rows,
    }
}

/// What is to be told in an area up to the end of a day, in the words that are said.
///
/// # Errors
/// The database's trouble.
pub fn errand_rows(r: &mut Read<'_>, notices: &Notices, area: &AreaRow, on: Day, row: RowOut<'_>) -> Result<(), Fault> {
    let now: Moment = on.plus(1).start();
    for errand in errands(r, notices, &[area.id], now)? {
        let Some((words, facts)) = notices.say(r, Lang::Zh, &errand.message)? else { continue };
        let who = who(r, &errand.message, now)?;
        let how = errand.how.unwrap_or(if who.phone.is_some() { How::Call } else { How::Visit });
        let words = if how == How::Slip { slip(r, &errand, &facts, Lang::Zh, now)? } else { words };
        let (how, phone) = (how.say(Lang::Zh), who.phone.unwrap_or_default());
        row(&[
            Value::Text(&area.name),
            Value::Day(errand.message.at.day()),
            Value::Text(&how),
            text(&who.name),
            text(&phone),
            text(&who.place),
            text(facts.get("no")),
            text(&words),
            Value::Int(errand.tries),
        ])?;
    }
    Ok(())
}

//! The list with its filters as a workbook: what is to be done, with nobody's name and nobody's own words in it. Where no
//! worker has given a matter a title its category stands there.

use super::list::whole;
use super::{Asked, desk_sight};
use crate::lists::Line;
use crate::texts::t;
use crate::view::{category_name, plain_title, stage_name};
use axum::extract::Query;
use axum::http::HeaderValue;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse as _, Response};
use lianxin_base::{Lang, Moment};
use lianxin_paper::{List, Value};
use lianxin_store::Fault;
use lianxin_web::{Trouble, Visit};

const KIND: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// `GET /desk/workbook`
pub(super) async fn take(visit: Visit, Query(asked): Query<Asked>) -> Result<Response, Trouble> {
    let (sight, now, lang, t) = (desk_sight(&visit), visit.now(), visit.lang, t(visit.lang));
    let who =
        visit.seat().map(|s| (s.org_name.clone(), s.title.clone().unwrap_or_else(|| s.role.say(lang).to_owned())));
    let (org, post) = who.ok_or(Trouble::NotFound)?;
    let says = t.msg_workbook_says(org, post, at(now));
    let bytes = visit
        .read(move |r| {
            let (lines, _) = whole(r, &sight, &asked, now)?;
            Ok(written(lang, &lines, now, &says)?)
        })
        .await?;
    let mut response = bytes.into_response();
    let name = crate::pages::encode(&format!("{}.xlsx", t.msg_workbook_name(now.day().to_string())));
    let said = format!("attachment; filename=\"desk.xlsx\"; filename*=UTF-8''{name}");
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(KIND));
    headers.insert(CONTENT_DISPOSITION, HeaderValue::try_from(said).unwrap_or(HeaderValue::from_static("attachment")));
    Ok(response)
}

/// `2026-06-18 10:00`.
fn at(now: Moment) -> String {
    let (hour, minute) = now.hour_minute();
    format!("{} {hour:02}:{minute:02}", now.day())
}

fn written(lang: Lang, lines: &[Line], now: Moment, says: &str) -> Result<Vec<u8>, Fault> {
    let t = t(lang);
    let (no, area, what, category) =
        (t.msg_sheet_no(), t.msg_desk_area(), t.msg_desk_head_what(), t.msg_desk_category());
    let (step, holder, due) = (t.msg_desk_head_step(), t.msg_desk_holder(), t.msg_desk_head_due());
    let (late, came, moved) = (t.msg_sheet_late(), t.msg_sheet_came(), t.msg_desk_head_moved());
    let columns: [(&str, u16); 10] = [
        (&no, 20),
        (&area, 16),
        (&what, 40),
        (&category, 12),
        (&step, 10),
        (&holder, 24),
        (&due, 12),
        (&late, 10),
        (&came, 12),
        (&moved, 12),
    ];
    let mut list = List::begin(&t.msg_desk_title(), &columns)?;
    for l in lines {
        let title = l.title.clone().unwrap_or_else(|| plain_title(lang, l.category));
        list.row(&[
            Value::Text(&l.no),
            Value::Text(&l.area_name),
            Value::Text(&title),
            Value::Text(&category_name(lang, l.category)),
            Value::Text(&stage_name(lang, &l.stage)),
            Value::Text(&l.holder_name),
            l.due_at.map_or(Value::Empty, |due| Value::Day(due.day())),
            l.due_at.and_then(|due| days_over(due, now)).map_or(Value::Empty, Value::Int),
            Value::Day(l.reported_at.day()),
            Value::Day(l.moved_at.day()),
        ])?;
    }
    let mut bytes = Vec::new();
    list.end(says, &mut bytes)?;
    Ok(bytes)
}

/// So many days after it was due; a day that has begun is one.
fn days_over(due: Moment, now: Moment) -> Option<i64> {
    (due < now).then(|| (i64::from(now.day().number()) - i64::from(due.day().number())).max(1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use lianxin_base::Day;

    #[test]
    fn a_day_over_is_counted_once_it_has_begun() {
        let day = |n: i32, hour| Day::from_number(n).at(hour, 0);
        for (due, now, want) in [
            (day(100, 17), day(100, 17), None),
            (day(100, 17), day(100, 18), Some(1)),
            (day(100, 17), day(101, 9), Some(1)),
            (day(100, 17), day(103, 9), Some(3)),
            (day(100, 17), day(99, 9), None),
        ] {
            assert_eq!(days_over(due, now), want, "{due:?} {now:?}");
        }
    }
}

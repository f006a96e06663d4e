//! The figures as a list that leaves: the last three months, each compound by itself. Shares of fewer than five stay
//! empty there too.

use super::rules::{Figure, Satisfaction, Share, table};
use super::store::{courses, said};
use crate::texts::t;
use lianxin_base::Day;
use lianxin_paper::{ListKind, RowOut, Value};
use lianxin_register::find::{self, AreaRow};
use lianxin_store::{Fault, Read};

/// So many days back.
const DAYS: i32 = 92;

/// 办得怎么样, for seats that may see how every organisation does.
pub const LIST: ListKind = ListKind {
    kind: "figures",
    name: "办得怎么样",
    say: |lang| t(lang).msg_figures_title(),
    people: false,
    may: Some("council.figures"),
    columns: &[
        ("小区", 16),
        ("单位", 28),
        ("从", 12),
        ("到", 12),
        ("该接的件数", 10),
        ("按时接 %", 10),
        ("交办件数", 10),
        ("单位说办完 %", 12),
        ("居民说办好 %", 12),
        ("居民回话件数", 12),
        ("居民说一次办好 %", 12),
        ("问满意度答的户数", 12),
        ("满意 %", 10),
    ],
    rows,
};

fn rows(r: &mut Read<'_>, area: &AreaRow, on: Day, row: RowOut<'_>) -> Result<(), Fault> {
    let from = on.plus(-DAYS);
    let until = on.plus(1).start();
    let courses = courses(r, Some(&[area.id]), from.start(), until)?;
    let said = said(r, Some(&[area.id]), from.start(), until)?;
    let mut all = table(&courses, until);
    for said in &said {
        all.entry(said.about).or_default();
    }
    for (org, shares) in all {
        let households = Satisfaction::of(said.iter().filter(|s| s.about == org));
        let org = find::org_name(r, org)?.unwrap_or_default();
        let [response, unit, residents, first_go] = Figure::ALL.map(|figure| shares[figure as usize]);
        row(&[
            Value::Text(&area.name),
            Value::Text(&org),
            Value::Day(from),
            Value::Day(on),
            Value::count(response.of),
            percent(response),
            Value::count(unit.of),
            percent(unit),
            percent(residents),
            Value::count(first_go.of),
            percent(first_go),
            whole(households.percent().map(|_| households.homes)),
            whole(households.percent()),
        ])?;
    }
    Ok(())
}

fn percent(share: Share) -> Value<'static> {
    share.percent().map_or(Value::Empty, Value::count)
}

fn whole(n: Option<i64>) -> Value<'static> {
    n.and_then(|n| usize::try_from(n).ok()).map_or(Value::Empty, Value::count)
}

//! Hand-overs and data incidents as lists; each for who keeps them.

use super::lists::{day, text};
use crate::handover::store as handover;
use crate::incident::{kinds_said, of_area as incidents_of};
use crate::texts::t;
use lianxin_base::{Day, Lang, Moment};
use lianxin_paper::{ListKind, RowOut, Value};
use lianxin_register::find::{self, AreaRow};
use lianxin_store::{Fault, Read};

/// So many of an area: more than any has had.
const MOST: i64 = 2000;

/// 交接: who handed over to which seat, and what is still missing. What was promised stays on the sheet itself.
pub(super) const HANDOVERS: ListKind = ListKind {
    kind: "handovers",
    name: "交接",
    say: |lang| t(lang).msg_handovers(),
    people: true,
    may: Some("office.seats"),
    columns: &[
        ("单位", 28),
        ("岗位", 18),
        ("交出人", 12),
        ("接手岗位", 18),
        ("开始交接", 12),
        ("接手日期", 12),
        ("共几样", 8),
        ("没清点", 8),
        ("缺", 8),
    ],
    rows: handovers,
};

/// 个人信息事件. No words of anybody stand in it.
pub(super) const INCIDENTS: ListKind = ListKind {
    kind: "incidents",
    name: "个人信息事件",
    say: |lang| t(lang).msg_incidents_nav(),
    people: false,
    may: Some("office.incidents"),
    columns: &[
        ("单位", 28),
        ("发现日期", 12),
        ("涉及哪些信息", 30),
        ("涉及多少人", 10),
        ("报主管部门", 12),
        ("告诉居民", 12),
        ("处理完", 12),
    ],
    rows: incidents,
};

fn date(at: Option<Moment>) -> Value<'static> {
    day(at.map(Moment::day))
}

fn handovers(r: &mut Read<'_>, area: &AreaRow, _: Day, row: RowOut<'_>) -> Result<(), Fault> {
    for h in handover::of_area(r, area.id, MOST)? {
        let org = find::org_name(r, h.org)?.unwrap_or_default();
        let from = find::seat(r, h.seat)?.map(|s| s.title).unwrap_or_default();
        let to = h.to_seat.map(|s| find::seat(r, s)).transpose()?.flatten().map(|s| s.title).unwrap_or_default();
        let who = h.person.map(|p| find::person_name(r, p)).transpose()?.flatten().unwrap_or_default();
        let items = handover::items(r, h.id)?;
        let (open, missing) =
            (items.iter().filter(|i| i.found.is_none()), items.iter().filter(|i| i.found == Some(false)));
        row(&[
            text(&org),
            text(&from),
            text(&who),
            text(&to),
            date(Some(h.opened_at)),
            date(h.accepted_at),
            Value::count(items.len()),
            Value::count(open.count()),
            Value::count(missing.count()),
        ])?;
    }
    Ok(())
}

fn incidents(r: &mut Read<'_>, area: &AreaRow, _: Day, row: RowOut<'_>) -> Result<(), Fault> {
    for i in incidents_of(r, area.id, MOST)? {
        let org = find::org_name(r, i.org)?.unwrap_or_default();
        let kinds = kinds_said(Lang::Zh, &i.kinds);
        let s = i.standing;
        row(&[
            text(&org),
            date(Some(s.noticed_at)),
            text(&kinds),
            Value::Int(i.people),
            date(s.authority_at),
            date(s.residents_at),
            date(s.closed_at),
        ])?;
    }
    Ok(())
}

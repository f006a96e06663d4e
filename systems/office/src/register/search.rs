//! Looking for somebody or for a door: a name whatever dots were typed, four digits of a phone, a door as it is said.

use super::kit::{Line, Section, Table};
use super::{May, people, units};
use crate::texts::t;
use lianxin_base::half_width;
use lianxin_base::{Day, Lang, PersonId};
use lianxin_gate::Scope;
use lianxin_register::find::{self, UnitRow};
use lianxin_store::{Fault, Read};
use lianxin_web::components::{Filters, Search};

/// So many of each are shown.
const SHOWN: usize = 30;

/// The field at the head of the list.
pub(super) fn field(lang: Lang, typed: &str) -> Filters<'static> {
    let search =
        Search { name: "q".into(), example: t(lang).msg_places_search().into(), value: typed.to_owned().into() };
    Filters {
        lang,
        action: "/places".into(),
        search: Some(search),
        picks: Vec::new(),
        ticks: Vec::new(),
        kept: Vec::new(),
    }
}

/// Somebody who was found: who, name, phone as this visitor may see it, where they live.
pub(super) type FoundPerson = (PersonId, String, String, String);

/// What was found.
#[derive(Default)]
pub(super) struct Found {
    people: Vec<FoundPerson>,
    doors: Vec<(UnitRow, String)>,
}

pub(super) fn found(
    r: &mut Read<'_>,
    scope: &Scope,
    typed: &str,
    lang: Lang,
    may: May,
    day: Day,
) -> Result<Found, Fault> {
    let mut found = Found::default();
    let (mut ids, tail) = (Vec::new(), four_digits(typed));
    for area in tops(r, scope)? {
        if let Some(tail) = &tail {
            ids.extend(find::people_by_phone_tail(r, area, tail)?);
        }
        ids.extend(find::people_by_name(r, area, typed, SHOWN as i64)?);
    }
    ids.sort_unstable();
    ids.dedup();
    for id in ids.into_iter().take(SHOWN) {
        let phone = may.phone(lang, find::person_phone(r, id)?.as_deref());
        let home = crate::around::homes(r, id, day)?.into_iter().next();
        let home = home.map_or_else(String::new, |h| format!("{} {}", h.area.name, h.door));
        found.people.push((id, super::name_of(r, lang, Some(id))?, phone, home));
    }
    found.doors = doors(r, scope, typed)?;
    Ok(found)
}

/// The topmost areas a scope covers: what lies in them is looked through with them.
fn tops(r: &mut Read<'_>, scope: &Scope) -> Result<Vec<lianxin_base::AreaId>, Fault> {
    let Some(all) = scope.areas() else { return Ok(find::roots(r)?.into_iter().map(|a| a.id).collect()) };
    let mut tops = Vec::new();
    for area in all {
        let above = find::area(r, area)?.and_then(|a| a.parent);
        if !above.is_some_and(|p| scope.covers(p)) {
            tops.push(area);
        }
    }
    Ok(tops)
}

fn four_digits(typed: &str) -> Option<String> {
    let plain: String = typed.chars().map(half_width).filter(|c| !c.is_whitespace()).collect();
    (plain.len() == 4 && plain.bytes().all(|b| b.is_ascii_digit())).then_some(plain)
}

/// The doors whose parts end as what was typed: `3-2-501`, `3号楼2单元501`, `芙蓉里 3 号楼 501`.
pub(crate) fn doors(r: &mut Read<'_>, scope: &Scope, typed: &str) -> Result<Vec<(UnitRow, String)>, Fault> {
    let wanted = tokens(typed);
    if wanted.is_empty() || !wanted.iter().any(|w| w.chars().any(|c| c.is_ascii_digit())) {
        return Ok(Vec::new());
    }
    let mut all = Vec::new();
    for top in tops(r, scope)? {
        for area in find::areas_below(r, top)?.into_iter().filter(|a| a.kind.is_place()) {
            let names: std::collections::BTreeMap<_, _> =
                find::buildings(r, area.id)?.into_iter().map(|b| (b.id, b.name)).collect();
            for unit in find::units_of_area(r, area.id)? {
                let building = names.get(&unit.building).map_or("", String::as_str);
                let whole = format!("{} {building} {}", area.name, unit.label);
                if all.len() < SHOWN && fits(&tokens(&whole), &wanted) {
                    all.push((unit, whole));
                }
            }
        }
    }
    Ok(all)
}

/// Whether the wanted parts stand in this order among the parts, the last at the end.
fn fits(parts: &[String], wanted: &[String]) -> bool {
    let (Some(last), Some(door)) = (wanted.last(), parts.last()) else { return false };
    if last != door {
        return false;
    }
    let mut rest = parts.iter();
    wanted.iter().all(|w| rest.any(|p| p == w || (w.chars().count() > 1 && !w.is_ascii() && p.contains(w.as_str()))))
}

/// The parts of a door: runs of digits and letters, runs of other characters without the words for building, entrance
/// and door.
fn tokens(text: &str) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    let mut run = (String::new(), false);
    let mut end = |run: &mut (String, bool)| {
        let plain = ["号楼", "单元", "号", "楼", "栋", "幢", "室", "门"]
            .iter()
            .fold(run.0.clone(), |s, w| if run.1 { s } else { s.replace(w, "") });
        if !plain.is_empty() {
            all.push(plain);
        }
        run.0.clear();
    };
    for c in text.chars().map(half_width) {
        let plain = c.is_ascii_alphanumeric();
        if c.is_whitespace() || matches!(c, '-' | '/' | '#' | '.' | ',' | '，' | '—') {
            end(&mut run);
        } else {
            if plain != run.1 {
                end(&mut run);
            }
            run.1 = plain;
            run.0.extend(c.to_lowercase());
        }
    }
    end(&mut run);
    all
}

/// What was found, in two parts; a sentence where there is nothing.
pub(super) fn sections(lang: Lang, found: Found) -> Vec<Section> {
    let t = t(lang);
    let rows = found.people.into_iter().map(|(id, name, phone, home)| Line {
        url: people::url(id),
        title: name,
        sub: String::new(),
        cells: vec![phone, home],
        act: None,
    });
    let heads = vec![t.msg_reg_person_name(), t.msg_reg_person_phone(), t.msg_unit()];
    let who = Table { caption: t.msg_search_people(), heads, rows: rows.collect() };
    let rows = found.doors.into_iter().map(|(unit, whole)| Line {
        url: units::url(unit.id),
        title: whole,
        sub: String::new(),
        cells: vec![units::kind(lang, &unit)],
        act: None,
    });
    let heads = vec![t.msg_unit(), t.msg_unit_kind()];
    let doors = Table { caption: t.msg_search_doors(), heads, rows: rows.collect() };
    if who.rows.is_empty() && doors.rows.is_empty() {
        return vec![Section::table(String::new(), &who, t.msg_search_nothing())];
    }
    let parts = [(t.msg_search_people(), who), (t.msg_search_doors(), doors)];
    let some = parts.into_iter().filter(|(_, table)| !table.rows.is_empty());
    some.map(|(head, table)| Section::new(head, &table)).collect()
}

#[cfg(test)]
mod tests {
    use super::{fits, four_digits, tokens};

    #[test]
    fn a_door_is_found_however_it_is_said() {
        let door = tokens("芙蓉里 3 号楼 2 单元 501");
        for (typed, found) in [
            ("3-2-501", true),
            ("3号楼2单元501", true),
            ("３号楼２单元５０１室", true),
            ("芙蓉里3号楼501", true),
            ("芙蓉 501", true),
            ("501", true),
            ("50", false),
            ("2-3-501", false),
            ("海棠里 501", false),
            ("3号楼", false),
        ] {
            assert_eq!(fits(&door, &tokens(typed)), found, "{typed}: {:?}", tokens(typed));
        }
        assert!(fits(&tokens("铁东 12 号院 临街商铺 2 号商铺"), &tokens("2号商铺")));
        assert!(fits(&tokens("和平里 B座 1A"), &tokens("b座 1a")));
    }

    #[test]
    fn four_digits_are_the_end_of_a_phone() {
        for (typed, read) in [("5678", Some("5678")), (" ５６７８ ", Some("5678")), ("567", None), ("56a8", None)] {
            assert_eq!(four_digits(typed).as_deref(), read, "{typed}");
        }
    }
}

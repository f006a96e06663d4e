//! Where somebody lives, in words; and which door somebody means who types it.

use lianxin_base::half_width;
use lianxin_base::{AreaId, Day, HouseholdId, PersonId, UnitId};
use lianxin_gate::Scope;
use lianxin_register::RelationKind;
use lianxin_register::find::{self, AreaRow, BuildingRow};
use lianxin_store::{Fault, Read};

/// A home somebody belongs to.
#[derive(Clone, Debug)]
pub(super) struct Home {
    pub(super) household: HouseholdId,
    pub(super) area: AreaId,
    pub(super) area_name: String,
    /// `3号楼 1单元101`.
    pub(super) door: String,
    pub(super) relation: RelationKind,
}

impl Home {
    /// `芙蓉里 3号楼 1单元101`.
    pub(super) fn place(&self) -> String {
        format!("{} {}", self.area_name, self.door)
    }
}

/// The households somebody belongs to or answers the phone for, those they live in first.
pub(super) fn homes(r: &mut Read<'_>, person: PersonId, on: Day) -> Result<Vec<Home>, Fault> {
    let mut all: Vec<Home> = Vec::new();
    for relation in find::relations(r, person, on)? {
        let Some(home) = relation.household.map(|h| find::household(r, h)).transpose()?.flatten() else { continue };
        if all.iter().any(|known| known.household == home.id) {
            continue;
        }
        let area_name = find::area_name(r, home.area)?.unwrap_or_default();
        let (household, area, relation) = (home.id, home.area, relation.kind);
        all.push(Home { household, area, area_name, door: door(r, home.unit)?, relation });
    }
    all.sort_by_key(|h| h.relation == RelationKind::Contact);
    Ok(all)
}

/// The name of a unit's door.
pub(super) fn door(r: &mut Read<'_>, unit: UnitId) -> Result<String, Fault> {
    let Some(unit) = find::unit(r, unit)? else { return Ok(String::new()) };
    let building = find::building(r, unit.building)?.map_or_else(String::new, |b| b.name);
    Ok(format!("{building} {}", unit.label).trim().to_owned())
}

/// Somebody within a scope, by whichever home of theirs lies in it.
pub(super) fn within(r: &mut Read<'_>, scope: &Scope, person: PersonId, on: Day) -> Result<bool, Fault> {
    if find::person_area(r, person)?.is_some_and(|area| scope.covers(area)) {
        return Ok(true);
    }
    Ok(homes(r, person, on)?.iter().any(|h| scope.covers(h.area)))
}

/// The last four digits of somebody's phone.
pub(super) fn phone_tail(r: &mut Read<'_>, person: PersonId) -> Result<Option<String>, Fault> {
    let phone = find::person_phone(r, person)?;
    Ok(phone.map(|p| p.chars().skip(p.chars().count().saturating_sub(4)).collect()))
}

/// The areas with buildings of their own in a scope (`None`: everywhere) that are there on a day, in order of their names.
pub(super) fn estates(r: &mut Read<'_>, scope: Option<&Scope>, on: Day) -> Result<Vec<AreaRow>, Fault> {
    let mut all = Vec::new();
    for root in find::roots(r)? {
        for area in find::areas_below(r, root.id)? {
            let here = area.since <= on && area.until.is_none_or(|until| on <= until);
            if here && scope.is_none_or(|s| s.covers(area.id)) && !find::buildings(r, area.id)?.is_empty() {
                all.push(area);
            }
        }
    }
    all.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(all)
}

/// The building somebody means.
pub(super) fn building_meant(r: &mut Read<'_>, area: AreaId, typed: &str) -> Result<Option<BuildingRow>, Fault> {
    let all = find::buildings(r, area)?;
    let names: Vec<&str> = all.iter().map(|b| b.name.as_str()).collect();
    Ok(meant(&names, typed).and_then(|at| all.get(at).cloned()))
}

/// The unit somebody means.
pub(super) fn unit_meant(r: &mut Read<'_>, area: AreaId, building: &str, unit: &str) -> Result<Option<UnitId>, Fault> {
    let Some(building) = building_meant(r, area, building)? else { return Ok(None) };
    let all = find::units(r, building.id)?;
    let labels: Vec<&str> = all.iter().map(|u| u.label.as_str()).collect();
    Ok(meant(&labels, unit).and_then(|at| all.get(at)).map(|u| u.id))
}

/// Which of these names is meant: the one with the same numbers and words, else the only one that ends with them.
fn meant(names: &[&str], typed: &str) -> Option<usize> {
    let wanted = parts(typed);
    if wanted.is_empty() {
        return None;
    }
    let keys: Vec<Vec<String>> = names.iter().map(|name| parts(name)).collect();
    if let Some(at) = keys.iter().position(|key| *key == wanted) {
        return Some(at);
    }
    let mut ends = keys.iter().enumerate().filter(|(_, key)| key.ends_with(&wanted));
    let (at, _) = ends.next()?;
    ends.next().is_none().then_some(at)
}

/// The numbers and words of a door's name; what only says "building" or "room" is left out: `2 单元 501`, `2-501`.
fn parts(text: &str) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    let mut digits = false;
    for c in text.chars().take(60).map(half_width).map(numeral) {
        let plain = c.to_ascii_uppercase();
        let is_digit = plain.is_ascii_digit();
        if !plain.is_alphanumeric()
            || matches!(plain, '号' | '楼' | '栋' | '幢' | '单' | '元' | '室' | '户' | '门' | '座')
        {
            digits = false;
            all.push(String::new());
            continue;
        }
        match all.last_mut() {
            Some(last) if !last.is_empty() && digits == is_digit => last.push(plain),
            Some(last) if last.is_empty() => last.push(plain),
            _ => all.push(plain.to_string()),
        }
        digits = is_digit;
    }
    let short = |part: String| match part.trim_start_matches('0') {
        "" => part,
        rest if part.starts_with('0') => rest.to_owned(),
        _ => part,
    };
    all.into_iter().filter(|part| !part.is_empty()).map(short).collect()
}

/// 三 as 3; larger numbers are written in digits on every door.
fn numeral(c: char) -> char {
    match "一二三四五六七八九".chars().position(|n| n == c) {
        Some(at) => char::from(b'1' + u8::try_from(at).unwrap_or(0)),
        None => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_door_is_found_however_people_write_it() {
        let buildings = ["1 号楼", "3 号楼", "13 号楼", "东排", "西排", "临街商铺", "A座"];
        for (typed, at) in [
            ("3", Some(1)),
            ("3号楼", Some(1)),
            ("３ 号楼", Some(1)),
            ("三号楼", Some(1)),
            ("03栋", Some(1)),
            ("13", Some(2)),
            ("东排", Some(3)),
            ("临街商铺", Some(5)),
            ("a", Some(6)),
            ("4", None),
            ("排", None),
            ("", None),
            ("号楼", None),
        ] {
            assert_eq!(meant(&buildings, typed), at, "{typed}");
        }
        let units = ["1 单元 501", "2 单元 501", "2 单元 1102", "2 号商铺", "3 号"];
        for (typed, at) in [
            ("2单元501", Some(1)),
            ("2-501", Some(1)),
            ("2 501", Some(1)),
            ("二单元501室", Some(1)),
            ("501", None),
            ("1102", Some(2)),
            ("2号商铺", Some(3)),
            ("3", Some(4)),
            ("601", None),
        ] {
            assert_eq!(meant(&units, typed), at, "{typed}");
        }
    }
}

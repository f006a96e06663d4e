//! How people write where a door is: building, entrance, room.

use crate::{half, tidy};

/// A door as it was written.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub struct Door {
    /// The building as people say it: `3号楼`.
    pub building: String,
    /// The unit as on the door: `2单元501`.
    pub unit: String,
}

/// What a building's name may end with.
const ENDS: [&str; 6] = ["号楼", "栋", "幢", "座", "号院", "楼"];

/// A building as people say it: `3`, `03` and `３` are `3号楼`, `b` is `B座`; other names stay.
pub fn building_name(written: &str) -> String {
    let plain: String = half(&tidy(written)).chars().filter(|c| !c.is_whitespace()).collect();
    if !plain.is_empty() && plain.bytes().all(|b| b.is_ascii_digit()) {
        let n = plain.trim_start_matches('0');
        return if n.is_empty() { String::new() } else { format!("{n}号楼") };
    }
    if plain.len() == 1 && plain.bytes().all(|b| b.is_ascii_alphabetic()) {
        return format!("{}座", plain.to_ascii_uppercase());
    }
    match plain.strip_suffix(['#', '号']) {
        Some(n) if !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()) => building_name(n),
        _ => plain,
    }
}

/// A unit as on the door, from its entrance and room: (`2`, `501`) is `2单元501`; a shop has entrance 0 or none.
pub fn unit_label(entrance: &str, room: &str) -> String {
    let plain = |text: &str| -> String { half(&tidy(text)).chars().filter(|c| !c.is_whitespace()).collect() };
    let (entrance, room) = (plain(entrance), plain(room));
    let room = room.strip_suffix(['室', '户']).unwrap_or(&room);
    let entrance = entrance.strip_suffix("单元").or_else(|| entrance.strip_suffix('门')).unwrap_or(&entrance);
    let entrance = if entrance.bytes().all(|b| b == b'0') { "" } else { entrance };
    if !entrance.is_empty() {
        let n = entrance.trim_start_matches('0');
        return format!("{n}单元{room}");
    }
    match room.split_once('-') {
        Some((e, r)) if digits(e) && digits(r) => unit_label(e, r),
        _ => room.to_owned(),
    }
}

fn digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

/// A door written in one cell: `1-1-1001`, `3号楼2单元501`, `3栋501室`, `B座1203`. The compound's name before it is
/// the caller's to take away.
pub fn door(written: &str) -> Option<Door> {
    let plain: String = half(&tidy(written)).chars().filter(|c| !c.is_whitespace()).collect();
    let parts: Vec<&str> = plain.split('-').collect();
    match parts.as_slice() {
        [b, e, r] if digits(b) && digits(e) && !r.is_empty() => return made(b, e, r),
        [b, r] if digits(b) && digits(r) => return made(b, "", r),
        _ => {}
    }
    let (at, end) = ENDS.iter().find_map(|end| plain.find(end).map(|at| (at, *end)))?;
    let (building, rest) = plain.split_at(at + end.len());
    let rest = rest.trim_start_matches(['-', '，', ',']);
    let (entrance, room) = match rest.split_once("单元") {
        Some((e, r)) => (e, r.trim_start_matches('-')),
        None => ("", rest),
    };
    made(building, entrance, room)
}

fn made(building: &str, entrance: &str, room: &str) -> Option<Door> {
    let made = Door { building: building_name(building), unit: unit_label(entrance, room) };
    (!made.building.is_empty() && !made.unit.is_empty()).then_some(made)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_building_and_a_unit_get_the_name_on_the_door() {
        for (written, want) in [
            ("3", "3号楼"),
            ("03", "3号楼"),
            ("３", "3号楼"),
            ("3#", "3号楼"),
            ("3号", "3号楼"),
            ("3号楼", "3号楼"),
            (" 3 号楼 ", "3号楼"),
            ("b", "B座"),
            ("B座", "B座"),
            ("东平房", "东平房"),
            ("", ""),
        ] {
            assert_eq!(building_name(written), want, "{written}");
        }
        for (entrance, room, want) in [
            ("2", "501", "2单元501"),
            ("02", "501室", "2单元501"),
            ("2单元", "501", "2单元501"),
            ("", "501", "501"),
            ("0", "101", "101"),
            ("", "2-501", "2单元501"),
            ("东", "0101", "东单元0101"),
            ("", "商铺3", "商铺3"),
            ("", "501A", "501A"),
        ] {
            assert_eq!(unit_label(entrance, room), want, "{entrance} {room}");
        }
    }

    #[test]
    fn a_door_in_one_cell_is_taken_apart() {
        for (written, building, unit) in [
            ("1-1-1001", "1号楼", "1单元1001"),
            ("3-501", "3号楼", "501"),
            ("3号楼2单元501", "3号楼", "2单元501"),
            ("３栋 501室", "3栋", "501"),
            ("B座1203", "B座", "1203"),
            ("3号楼-2单元-501", "3号楼", "2单元501"),
        ] {
            assert_eq!(door(written), Some(Door { building: building.into(), unit: unit.into() }), "{written}");
        }
        for written in ["", "501", "3号楼", "张玉兰", "1-2-"] {
            assert_eq!(door(written), None, "{written}");
        }
    }
}

//! Buildings as one cell lists them: `芙蓉里1-3号楼、5号楼；东里2号楼`.

use crate::texts::t;
use lianxin_base::{AreaId, Lang};
use lianxin_paper::{building_name, half};
use lianxin_register::building_code;
use lianxin_register::find::{self, AreaRow, BuildingRow};
use lianxin_store::{Fault, Read};

/// `1-30号楼` is a street; a cell that means more is a slip of the pen.
const RANGE: u32 = 60;

/// The buildings a cell names, in an area or its compounds; else the sentence that says what cannot be found.
pub(super) fn houses(
    r: &mut Read<'_>,
    area: AreaId,
    cell: &str,
    lang: Lang,
) -> Result<Result<Vec<BuildingRow>, String>, Fault> {
    let areas = find::areas_below(r, area)?;
    let compounds: Vec<&AreaRow> = areas.iter().filter(|a| a.id != area).collect();
    let mut at = if compounds.len() == 1 { compounds[0].id } else { area };
    let mut all = Vec::new();
    for piece in pieces(cell) {
        let (named, rest) = begun(&areas, &piece);
        at = named.unwrap_or(at);
        for name in names(rest) {
            match find::building_by_code(r, at, &building_code(&name))? {
                Some(house) => all.push(house),
                None => return Ok(Err(t(lang).msg_import_no_building(&piece))),
            }
        }
    }
    Ok(Ok(all))
}

fn pieces(cell: &str) -> Vec<String> {
    let plain: String = half(cell).chars().filter(|c| *c == '\n' || !c.is_whitespace()).collect();
    plain.split([',', '、', ';', '/', '\n']).filter(|p| !p.is_empty()).map(str::to_owned).collect()
}

/// The area a piece begins with, the longest of several, and what stands behind it.
fn begun<'p>(areas: &[AreaRow], piece: &'p str) -> (Option<AreaId>, &'p str) {
    let rest = |a: &AreaRow| -> Option<&'p str> {
        [a.name.as_str(), a.code.as_str()].into_iter().filter(|n| !n.is_empty()).find_map(|n| piece.strip_prefix(n))
    };
    let found = areas.iter().filter_map(|a| rest(a).map(|rest| (a.id, rest))).min_by_key(|(_, rest)| rest.len());
    found.map_or((None, piece), |(id, rest)| (Some(id), rest.strip_prefix("小区").unwrap_or(rest)))
}

/// `1-3号楼` is three buildings; anything else is one.
fn names(written: &str) -> Vec<String> {
    let (from, to) = written.split_once(['-', '~', '至', '到']).unwrap_or(("", ""));
    let number = |text: &str| text.trim_end_matches(|c: char| !c.is_ascii_digit()).parse::<u32>().ok();
    match (number(from), number(to)) {
        (Some(a), Some(b)) if a < b && b - a < RANGE => (a..=b).map(|n| building_name(&n.to_string())).collect(),
        _ if written.is_empty() => Vec::new(),
        _ => vec![building_name(written)],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_lists_buildings_one_by_one_or_from_to() {
        for (cell, want) in [
            ("1号楼、2号楼", vec!["1号楼", "2号楼"]),
            ("1-3号楼", vec!["1号楼", "2号楼", "3号楼"]),
            ("1号楼至3号楼，７号楼", vec!["1号楼", "2号楼", "3号楼", "7号楼"]),
            ("3", vec!["3号楼"]),
            ("B座", vec!["B座"]),
            ("3-1号楼", vec!["3-1号楼"]),
            ("1-999号楼", vec!["1-999号楼"]),
            ("和平里1号楼", vec!["和平里1号楼"]),
            ("", vec![]),
        ] {
            let all: Vec<String> = pieces(cell).iter().flat_map(|p| names(p)).collect();
            assert_eq!(all, want, "{cell}");
        }
    }
}

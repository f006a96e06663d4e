//! What is due first: which ways, in the order their index has them, then the lines of those that are shown. A page
//! costs what it shows, however much lies there.

use super::{Line, line, without_words};
use crate::view::Sight;
use lianxin_base::{AreaId, Moment, OrgId, WayId};
use lianxin_register::find;
use lianxin_store::{Fault, Read, Value, params};
use std::collections::BTreeMap;

/// The ways in an area by when they are due, those without a day last.
const AREA: &str = "SELECT w.id, COALESCE(w.due_at, 9223372036854775807) FROM path_way w WHERE w.area = $1 \
    AND w.ended_at IS NULL AND COALESCE(w.due_at, 9223372036854775807) <= $2 AND ($3 = '' OR w.stage = $3) \
    AND ($4 = '' OR w.holder = $4) ORDER BY COALESCE(w.due_at, 9223372036854775807), w.id LIMIT $5";
/// The same of what one organisation has in hand.
const HOLDER: &str = "SELECT w.id, COALESCE(w.due_at, 9223372036854775807) FROM path_way w WHERE w.holder = $1 \
    AND w.ended_at IS NULL AND COALESCE(w.due_at, 9223372036854775807) <= $2 AND ($3 = '' OR w.stage = $3) \
    AND ($4 = '' OR w.area = $4) ORDER BY COALESCE(w.due_at, 9223372036854775807), w.id LIMIT $5";
/// The same two of one category. The index of the ways gives the order, and each is asked what it is about: `CROSS` keeps
/// the two in this order.
const AREA_OF: &str = "SELECT w.id, COALESCE(w.due_at, 9223372036854775807) FROM path_way w CROSS JOIN council_matter m \
    WHERE w.area = $1 AND w.ended_at IS NULL AND COALESCE(w.due_at, 9223372036854775807) <= $2 \
    AND ($3 = '' OR w.stage = $3) AND ($4 = '' OR w.holder = $4) AND m.way = w.id AND m.category = $6 \
    ORDER BY COALESCE(w.due_at, 9223372036854775807), w.id LIMIT $5";
const HOLDER_OF: &str = "SELECT w.id, COALESCE(w.due_at, 9223372036854775807) FROM path_way w \
    CROSS JOIN council_matter m WHERE w.holder = $1 AND w.ended_at IS NULL \
    AND COALESCE(w.due_at, 9223372036854775807) <= $2 AND ($3 = '' OR w.stage = $3) AND ($4 = '' OR w.area = $4) \
    AND m.way = w.id AND m.category = $6 ORDER BY COALESCE(w.due_at, 9223372036854775807), w.id LIMIT $5";
macro_rules! counted {
    ($of:literal, $by:literal) => {
        counted!($of, $by, "", "")
    };
    ($of:literal, $by:literal, $join:literal, $which:literal) => {
        concat!(
            "SELECT w.area, w.stage, w.holder, count(*), CAST(sum(CASE WHEN w.due_at < $2 THEN 1 ELSE 0 END) AS BIGINT) \
             FROM path_way w ",
            $join,
            "WHERE ",
            $of,
            " = $1 AND w.ended_at IS NULL ",
            $which,
            "GROUP BY ",
            $by
        )
    };
}
const COUNT_AREA: &str = counted!("w.area", "w.area, w.stage, w.holder");
const COUNT_HOLDER: &str = counted!("w.holder", "w.holder, w.area, w.stage");
const COUNT_AREA_OF: &str = counted!(
    "w.area",
    "w.area, w.stage, w.holder",
    "CROSS JOIN council_matter m ",
    "AND m.way = w.id AND m.category = $3 "
);
const COUNT_HOLDER_OF: &str = counted!(
    "w.holder",
    "w.holder, w.area, w.stage",
    "CROSS JOIN council_matter m ",
    "AND m.way = w.id AND m.category = $3 "
);
const LINES: &str = desk_line!(
    "WHERE w.id IN ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, \
     $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25)"
);
/// So many lines one statement brings.
const AT_ONCE: usize = 25;

pub(super) const SQL: [(&str, &str); 9] = [
    ("due_area", AREA),
    ("due_holder", HOLDER),
    ("count_area", COUNT_AREA),
    ("count_holder", COUNT_HOLDER),
    ("desk_lines", LINES),
    ("due_area_of", AREA_OF),
    ("due_holder_of", HOLDER_OF),
    ("count_area_of", COUNT_AREA_OF),
    ("count_holder_of", COUNT_HOLDER_OF),
];

/// What a list is narrowed to, as the address says it; what is empty narrows nothing.
#[derive(Clone, Copy, Debug, Default)]
pub struct Narrow<'a> {
    /// An area's id.
    pub area: &'a str,
    /// A stage.
    pub stage: &'a str,
    /// An organisation's id.
    pub holder: &'a str,
    /// A category.
    pub category: &'a str,
    /// Only what was due before.
    pub before: Option<Moment>,
}

/// The areas a seat reaches whole, and the organisations whose own it reaches besides.
fn ground(r: &mut Read<'_>, sight: &Sight) -> Result<(Vec<AreaId>, Vec<OrgId>), Fault> {
    if let Some(areas) = sight.scope.areas() {
        return Ok((areas, sight.scope.holders()));
    }
    let mut areas = Vec::new();
    for root in find::roots(r)? {
        areas.extend(find::subtree(r, root.id)?);
    }
    Ok((areas, Vec::new()))
}

/// What lies before a seat, what is due first on top: `n` lines after the first `from`. Of what is not theirs to read
/// the reporter's words are left out.
pub fn lines(r: &mut Read<'_>, sight: &Sight, narrow: &Narrow<'_>, from: usize, n: usize) -> Result<Vec<Line>, Fault> {
    let ways = ways(r, sight, narrow, from + n)?;
    let ways: Vec<WayId> = ways.into_iter().skip(from).take(n).collect();
    let mut found = BTreeMap::new();
    for some in ways.chunks(AT_ONCE) {
        let mut ids: Vec<Value<'_>> = some.iter().map(|id| Value::from(*id)).collect();
        ids.resize_with(AT_ONCE, || Value::from(""));
        found.extend(r.rows(LINES, &ids, line)?.into_iter().map(|l| (l.way, l)));
    }
    let mut lines: Vec<Line> = ways.iter().filter_map(|way| found.remove(way)).collect();
    without_words(sight, &mut lines);
    Ok(lines)
}

/// The first `n` ways, each once.
fn ways(r: &mut Read<'_>, sight: &Sight, narrow: &Narrow<'_>, n: usize) -> Result<Vec<WayId>, Fault> {
    let (areas, holders) = ground(r, sight)?;
    let until = narrow.before.map_or(i64::MAX, |at| at.micros() - 1);
    let most = i64::try_from(n).unwrap_or(i64::MAX);
    let asked = |typed: &str, id: String| typed.is_empty() || typed == id;
    let key = |row: &lianxin_store::Row<'_>| Ok((row.int(1)?, row.id::<WayId>(0)?));
    let mut all: Vec<(i64, WayId)> = Vec::new();
    let category = narrow.category;
    for area in areas.into_iter().filter(|area| asked(narrow.area, area.to_string())) {
        let (stage, holder) = (narrow.stage, narrow.holder);
        all.extend(match category {
            "" => r.rows(AREA, params![area, until, stage, holder, most], key)?,
            _ => r.rows(AREA_OF, params![area, until, stage, holder, most, category], key)?,
        });
    }
    for org in holders.into_iter().filter(|org| asked(narrow.holder, org.to_string())) {
        let (stage, area) = (narrow.stage, narrow.area);
        all.extend(match category {
            "" => r.rows(HOLDER, params![org, until, stage, area, most], key)?,
            _ => r.rows(HOLDER_OF, params![org, until, stage, area, most, category], key)?,
        });
    }
    all.sort_unstable();
    all.dedup();
    Ok(all.into_iter().take(n).map(|(_, way)| way).collect())
}

/// How many open matters of one organisation stand at one stage in one area.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Count {
    /// The area.
    pub area: AreaId,
    /// The stage.
    pub stage: String,
    /// Who has them.
    pub holder: OrgId,
    /// How many there are.
    pub n: u64,
    /// How many of these are past their time.
    pub late: u64,
}

/// All that lies before a seat, counted; of one category where one is named.
pub fn counts(r: &mut Read<'_>, sight: &Sight, category: &str, now: Moment) -> Result<Vec<Count>, Fault> {
    let (areas, holders) = ground(r, sight)?;
    let count = |row: &lianxin_store::Row<'_>| {
        let number = |at| Ok::<_, Fault>(u64::try_from(row.int(at)?).unwrap_or(0));
        Ok(Count { area: row.id(0)?, stage: row.text(1)?, holder: row.id(2)?, n: number(3)?, late: number(4)? })
    };
    let mut all = Vec::new();
    for area in &areas {
        all.extend(match category {
            "" => r.rows(COUNT_AREA, params![*area, now], count)?,
            _ => r.rows(COUNT_AREA_OF, params![*area, now, category], count)?,
        });
    }
    for org in holders {
        let own = match category {
            "" => r.rows(COUNT_HOLDER, params![org, now], count)?,
            _ => r.rows(COUNT_HOLDER_OF, params![org, now, category], count)?,
        };
        all.extend(own.into_iter().filter(|c| !areas.contains(&c.area)));
    }
    Ok(all)
}

//! The public board by category: what everybody may know it is about, so that whatever is kept stands with 其他 and no
//! choice of a category tells more of it than its line does.

use super::{After, Line, Which, line};
use crate::rules::Category;
use lianxin_base::{AreaId, MatterId};
use lianxin_store::{Fault, Read, params};

/// So many are counted; where there are more, no number is shown.
pub const COUNTED: usize = 1000;

const NEW: &str = line!(
    "WHERE (CASE WHEN m.publication = 'kept' THEN 'other' ELSE m.category END) = $4 \
     AND CAST(CASE WHEN m.outcome IS NULL THEN 0 ELSE 1 END AS BIGINT) = $5 AND (m.reported_at, m.id) < ($1, $2) \
     ORDER BY m.reported_at DESC, m.id DESC LIMIT $3"
);
const AREA: &str = line!(
    "WHERE m.area = $6 AND (CASE WHEN m.publication = 'kept' THEN 'other' ELSE m.category END) = $4 \
     AND CAST(CASE WHEN m.outcome IS NULL THEN 0 ELSE 1 END AS BIGINT) = $5 AND (m.reported_at, m.id) < ($1, $2) \
     ORDER BY m.reported_at DESC, m.id DESC LIMIT $3"
);
const COUNT: &str = "SELECT m.id FROM council_matter m \
    WHERE (CASE WHEN m.publication = 'kept' THEN 'other' ELSE m.category END) = $1 \
    AND CAST(CASE WHEN m.outcome IS NULL THEN 0 ELSE 1 END AS BIGINT) = $2 LIMIT $3";
const COUNT_AREA: &str = "SELECT m.id FROM council_matter m WHERE m.area = $4 \
    AND (CASE WHEN m.publication = 'kept' THEN 'other' ELSE m.category END) = $1 \
    AND CAST(CASE WHEN m.outcome IS NULL THEN 0 ELSE 1 END AS BIGINT) = $2 LIMIT $3";

pub(super) const SQL: [(&str, &str); 4] =
    [("new_about", NEW), ("area_about", AREA), ("count_about", COUNT), ("count_area_about", COUNT_AREA)];

/// `n` matters of one category for everybody, newest first.
pub fn board(
    r: &mut Read<'_>,
    category: Category,
    area: Option<AreaId>,
    which: Which,
    after: Option<After>,
    n: usize,
) -> Result<Vec<Line>, Fault> {
    let (at, id) = after.map_or((i64::MAX, "~".to_owned()), |(at, id)| (at.micros(), id.to_string()));
    let (name, most) = (category.name(), i64::try_from(n).unwrap_or(i64::MAX));
    let mut all = Vec::new();
    for done in halves(which) {
        all.extend(match area {
            None => r.rows(NEW, params![at, &id, most, name, *done], line)?,
            Some(area) => r.rows(AREA, params![at, &id, most, name, *done, area], line)?,
        });
    }
    all.sort_by_key(|l| std::cmp::Reverse((l.reported_at, l.id.to_string())));
    all.truncate(n);
    Ok(all)
}

/// The open and the closed lie apart; all of them are both.
const fn halves(which: Which) -> &'static [i64] {
    match which {
        Which::All => &[0, 1],
        Which::Open => &[0],
        Which::Done => &[1],
    }
}

/// How many of a category are open and how many are closed; `None` where there are [`COUNTED`] or more.
pub fn counts(r: &mut Read<'_>, category: Category, area: Option<AreaId>) -> Result<[Option<i64>; 2], Fault> {
    let most = i64::try_from(COUNTED).unwrap_or(i64::MAX);
    let mut found = [None; 2];
    for (n, done) in found.iter_mut().zip([0i64, 1]) {
        let one = |row: &lianxin_store::Row<'_>| row.id::<MatterId>(0);
        let all = match area {
            None => r.rows(COUNT, params![category.name(), done, most], one)?,
            Some(area) => r.rows(COUNT_AREA, params![category.name(), done, most, area], one)?,
        };
        *n = (all.len() < COUNTED).then(|| i64::try_from(all.len()).unwrap_or(0));
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_are_the_open_and_the_closed() {
        for (which, asked) in [(Which::All, vec![0, 1]), (Which::Open, vec![0]), (Which::Done, vec![1])] {
            assert_eq!(halves(which), asked, "{which:?}");
        }
        assert_eq!(Which::default(), Which::All);
    }
}

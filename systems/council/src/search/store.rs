//! The statements of the search index.

use super::grams::PAIRS_MAX;
use lianxin_base::{ActId, AreaId, MatterId, Moment};
use lianxin_store::{Fault, Read, Tx, params};

const AREA: &str = "SELECT a FROM council_find_area WHERE area = $1";
const ADD_AREA: &str = "INSERT INTO council_find_area(area, a) \
                        SELECT CAST($1 AS TEXT), COALESCE(MAX(a), 0) + 1 FROM council_find_area";
const AREAS: &str = "SELECT area FROM council_find_area ORDER BY a LIMIT 400";
const N: &str = "SELECT n FROM council_find WHERE matter = $1";
const ADD: &str = "INSERT INTO council_find(matter, n, area) \
                   SELECT CAST($1 AS TEXT), COALESCE(MAX(n), 0) + 1, CAST($2 AS TEXT) FROM council_find";
const CLEAR: &str = "DELETE FROM council_gram WHERE n = $1";
const ADD_TEXT: &str = "INSERT INTO council_find_text(act, n) VALUES($1, $2) ON CONFLICT DO NOTHING";
const TEXT: &str = "SELECT f.matter FROM council_find_text t JOIN council_find f ON f.n = t.n WHERE t.act = $1";
/// Pairs written one after the other, 19 digits each, become rows in one statement.
const WRITE: &str = "INSERT INTO council_gram(gram, n) WITH RECURSIVE part(i) AS (SELECT 0 UNION ALL \
                     SELECT i + 1 FROM part WHERE (i + 1) * 19 < length(CAST($2 AS TEXT))) \
                     SELECT CAST(substr(CAST($2 AS TEXT), i * 19 + 1, 19) AS BIGINT), CAST($1 AS BIGINT) FROM part";
const SOME: &str = "SELECT COUNT(*) FROM (SELECT 1 FROM council_gram WHERE gram = $1 LIMIT 5000) x";
/// The newest that have the rarest pair, and of those the ones that have the others, too. Each is asked of one by one: as a
/// join PostgreSQL would read all that have a common pair.
const FOUND: &str = "SELECT g.n, (SELECT f.matter FROM council_find f WHERE f.n = g.n) \
                     FROM (SELECT n FROM council_gram WHERE gram = $1 AND n < $7 ORDER BY n DESC LIMIT 10000) g \
                     WHERE (SELECT 1 FROM council_gram x WHERE x.gram = $2 AND x.n = g.n LIMIT 1) IS NOT NULL \
                     AND (SELECT 1 FROM council_gram x WHERE x.gram = $3 AND x.n = g.n LIMIT 1) IS NOT NULL \
                     AND (SELECT 1 FROM council_gram x WHERE x.gram = $4 AND x.n = g.n LIMIT 1) IS NOT NULL \
                     AND (SELECT 1 FROM council_gram x WHERE x.gram = $5 AND x.n = g.n LIMIT 1) IS NOT NULL \
                     AND (SELECT 1 FROM council_gram x WHERE x.gram = $6 AND x.n = g.n LIMIT 1) IS NOT NULL \
                     ORDER BY g.n DESC LIMIT $8";
const NEWEST_OF: &str = "SELECT n FROM council_gram WHERE gram = $1 ORDER BY n DESC LIMIT $2";
const MATTER_OF: &str = "SELECT matter FROM council_find WHERE n = $1";
const MISSES: &str = "SELECT 1 FROM council_matter m \
                      WHERE NOT EXISTS(SELECT 1 FROM council_find f WHERE f.matter = m.id) LIMIT 1";
const ADD_MISSING: &str = "INSERT INTO council_find_due(at, matter) SELECT m.reported_at, m.id FROM council_matter m \
                           WHERE NOT EXISTS(SELECT 1 FROM council_find f WHERE f.matter = m.id) ON CONFLICT DO NOTHING";

const ADD_DUE: &str = "INSERT INTO council_find_due(at, matter) VALUES($1, $2) ON CONFLICT DO NOTHING";
const DUE: &str = "SELECT matter, at FROM council_find_due ORDER BY at, matter LIMIT $1";
const DONE: &str = "DELETE FROM council_find_due WHERE at = $1 AND matter = $2";

/// Every statement of this file, by name.
pub const SQL: &[(&str, &str)] = &[
    ("find_area", AREA),
    ("find_add_area", ADD_AREA),
    ("find_areas", AREAS),
    ("find_n", N),
    ("find_add", ADD),
    ("find_clear", CLEAR),
    ("find_add_text", ADD_TEXT),
    ("find_text", TEXT),
    ("find_write", WRITE),
    ("find_some", SOME),
    ("find_found", FOUND),
    ("find_newest_of", NEWEST_OF),
    ("find_matter_of", MATTER_OF),
    ("find_misses", MISSES),
    ("find_add_missing", ADD_MISSING),
    ("find_add_due", ADD_DUE),
    ("find_due", DUE),
    ("find_done", DONE),
];

/// The number an area has in the index; none if nothing of it is in there.
pub(super) fn area(r: &mut Read<'_>, area: AreaId) -> Result<Option<i64>, Fault> {
    r.row(AREA, params![area], |row| row.int(0))
}

/// Every area the index knows.
pub(super) fn areas(r: &mut Read<'_>) -> Result<Vec<AreaId>, Fault> {
    r.rows(AREAS, &[], |row| row.id(0))
}

fn area_or_new(tx: &mut Tx<'_>, of: AreaId) -> Result<i64, Fault> {
    if let Some(a) = area(tx, of)? {
        return Ok(a);
    }
    tx.exec(ADD_AREA, params![of])?;
    Ok(area(tx, of)?.unwrap_or_default())
}

/// The numbers of a matter and of its area in the index; given now if it has none.
pub(super) fn numbers(tx: &mut Tx<'_>, matter: MatterId, of: AreaId) -> Result<(i64, i64), Fault> {
    let a = area_or_new(tx, of)?;
    if let Some(n) = tx.row(N, params![matter], |row| row.int(0))? {
        return Ok((n, a));
    }
    tx.exec(ADD, params![matter, of])?;
    Ok((tx.row(N, params![matter], |row| row.int(0))?.unwrap_or_default(), a))
}

/// Takes out what a matter had.
pub(super) fn clear(tx: &mut Tx<'_>, n: i64) -> Result<(), Fault> {
    tx.exec(CLEAR, params![n]).map(|_| ())
}

/// Writes the pairs of all its texts.
pub(super) fn write(tx: &mut Tx<'_>, n: i64, pairs: &str) -> Result<(), Fault> {
    if pairs.is_empty() {
        return Ok(());
    }
    tx.exec(WRITE, params![n, pairs]).map(|_| ())
}

/// Some of what a matter is found by comes from this act.
pub(super) fn comes_from(tx: &mut Tx<'_>, act: ActId, n: i64) -> Result<(), Fault> {
    tx.exec(ADD_TEXT, params![act, n]).map(|_| ())
}

/// Which matter is found by something of this act.
pub(super) fn matter_from(r: &mut Read<'_>, act: ActId) -> Result<Option<MatterId>, Fault> {
    r.row(TEXT, params![act], |row| row.id(0))
}

/// How many have a pair; more than 5,000 are not counted.
pub(super) fn some(r: &mut Read<'_>, pair: i64) -> Result<i64, Fault> {
    Ok(r.row(SOME, params![pair], |row| row.int(0))?.unwrap_or_default())
}

/// The newest below a number that have all of these pairs, of which the first is the rarest; at most `n`.
pub(super) fn found(r: &mut Read<'_>, pairs: &[i64], below: i64, n: i64) -> Result<Vec<(i64, MatterId)>, Fault> {
    let Some(rarest) = pairs.first() else { return Ok(Vec::new()) };
    let mut all = [*rarest; PAIRS_MAX];
    for (place, pair) in all.iter_mut().zip(pairs) {
        *place = *pair;
    }
    let [a, b, c, d, e, f] = all;
    r.rows(FOUND, params![a, b, c, d, e, f, below, n], |row| Ok((row.int(0)?, row.id(1)?)))
}

/// The newest that have a pair, by their numbers.
pub(super) fn newest_of(r: &mut Read<'_>, pair: i64, n: i64) -> Result<Vec<i64>, Fault> {
    r.rows(NEWEST_OF, params![pair, n], |row| row.int(0))
}

/// The matter of a number.
pub(super) fn matter_of(r: &mut Read<'_>, n: i64) -> Result<Option<MatterId>, Fault> {
    r.row(MATTER_OF, params![n], |row| row.id(0))
}

/// Whether a matter is not in the index.
pub(super) fn misses(r: &mut Read<'_>) -> Result<bool, Fault> {
    Ok(r.row(MISSES, &[], |row| row.int(0))?.is_some())
}

/// Those that are not come in once more.
pub(super) fn add_missing(tx: &mut Tx<'_>) -> Result<(), Fault> {
    tx.exec(ADD_MISSING, &[]).map(|_| ())
}

/// A matter came in and is to be put into the index.
pub(super) fn add_due(tx: &mut Tx<'_>, m: MatterId, at: Moment) -> Result<(), Fault> {
    tx.exec(ADD_DUE, params![at, m]).map(|_| ())
}

/// Those that came in and are not in it yet, the oldest first.
pub(super) fn due(r: &mut Read<'_>, n: i64) -> Result<Vec<(MatterId, Moment)>, Fault> {
    r.rows(DUE, params![n], |row| Ok((row.id(0)?, row.moment(1)?)))
}

/// One of them is in it now.
pub(super) fn done(tx: &mut Tx<'_>, m: MatterId, at: Moment) -> Result<(), Fault> {
    tx.exec(DONE, params![at, m]).map(|_| ())
}

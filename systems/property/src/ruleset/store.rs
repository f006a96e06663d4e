//! The statements of adopted rule sets.

use lianxin_base::{ActId, AreaId, Day, Moment};
use lianxin_journal::Recorded;
use lianxin_store::{Fault, Read, Tx, params};

const ADD: &str =
    "INSERT INTO property_rule_set(act, area, org, sha256, first, last, at) VALUES($1, $2, $3, $4, $5, $6, $7)";
const IN_FORCE: &str = "SELECT s.act, t.value FROM property_rule_set s JOIN journal_text t ON t.act = s.act AND t.field = 'toml' \
                        WHERE s.area = $1 AND s.first <= $2 AND (s.last IS NULL OR s.last > $2) \
                        ORDER BY s.at DESC, s.act DESC LIMIT 1";
const KNOWN: &str = "SELECT s.sha256 FROM property_rule_set s WHERE s.area = $1 ORDER BY s.at DESC, s.act DESC LIMIT 1";
const ALL: &str = "SELECT s.act, a.name, o.name, s.at, t.value FROM property_rule_set s \
                   JOIN register_area a ON a.id = s.area JOIN register_org o ON o.id = s.org \
                   LEFT JOIN journal_text t ON t.act = s.act AND t.field = 'toml' ORDER BY s.at DESC, s.act DESC LIMIT $1";

/// Every statement of this file, by name.
pub const SQL: &[(&str, &str)] =
    &[("rule_set_add", ADD), ("rule_set_in_force", IN_FORCE), ("rule_set_known", KNOWN), ("rule_set_all", ALL)];

/// A set as it was adopted.
pub(crate) struct AdoptedSet {
    pub(crate) act: ActId,
    /// For which area, by whom.
    pub(crate) area_name: String,
    pub(crate) org_name: String,
    pub(crate) at: Moment,
    /// Its text, unless it was erased.
    pub(crate) toml: Option<String>,
}

pub(super) fn add(tx: &mut Tx<'_>, rec: &Recorded) -> Result<(), Fault> {
    let org = rec.org().ok_or_else(|| Fault::Damaged(format!("{} was adopted by no organisation", rec.id())))?;
    let day = |text: &str| text.parse::<Day>().map_err(|_| Fault::Damaged("a rule set of no day".into()));
    let (first, last) = (day(rec.text("first")?)?, rec.opt_text("last")?.map(day).transpose()?);
    tx.exec(ADD, params![rec.id(), rec.area(), org, rec.text("sha256")?, first, last, rec.at()]).map(|_| ())
}

/// What an area adopted last, of what holds on a day.
pub(crate) fn in_force(r: &mut Read<'_>, area: AreaId, on: Day) -> Result<Option<(ActId, String)>, Fault> {
    r.row(IN_FORCE, params![area, on], |row| Ok((row.id(0)?, row.text(1)?)))
}

/// Whether it is the one an area adopted last.
pub(super) fn known(r: &mut Read<'_>, area: AreaId, sha256: &str) -> Result<bool, Fault> {
    Ok(r.row(KNOWN, params![area], |row| row.text(0))?.is_some_and(|last| last == sha256))
}

/// The newest of all areas.
pub(crate) fn all(r: &mut Read<'_>, n: i64) -> Result<Vec<AdoptedSet>, Fault> {
    r.rows(ALL, params![n], |row| {
        Ok(AdoptedSet {
            act: row.id(0)?,
            area_name: row.text(1)?,
            org_name: row.text(2)?,
            at: row.moment(3)?,
            toml: row.opt_text(4)?,
        })
    })
}

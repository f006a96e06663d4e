//! What matters had been through by a day: read from their hops, so that yesterday's figures are the same tomorrow.

use super::rules::{Course, Said};
use lianxin_base::{AreaId, Moment};
use lianxin_store::{Fault, Read, Row, params};

/// So many matters are counted at once; for more a shorter time is chosen.
pub const MOST: i64 = 50_000;

macro_rules! courses {
    ($where:literal) => {
        concat!(
            "SELECT m.no, m.area, f.holder, f.due_at, \
             (SELECT MIN(h.at) FROM path_hop h WHERE h.way = m.way AND h.n = 1 AND h.at < $2), \
             (SELECT h.holder FROM path_hop h WHERE h.way = m.way AND h.to_step = 'work' AND h.at < $2 \
              ORDER BY h.n DESC LIMIT 1), \
             (SELECT MIN(h.at) FROM path_hop h WHERE h.way = m.way AND h.move = 'completion' AND h.at < $2), \
             (SELECT MIN(h.at) FROM path_hop h WHERE h.way = m.way AND h.move = 'confirmation' AND h.at < $2), \
             (SELECT MIN(h.at) FROM path_hop h WHERE h.way = m.way AND h.move = 'objection' AND h.at < $2) \
             FROM council_matter m JOIN path_hop f ON f.way = m.way AND f.n = 0 \
             WHERE m.reported_at >= $1 AND m.reported_at < $2",
            $where,
            " ORDER BY m.reported_at, m.id LIMIT $3"
        )
    };
}
const ALL: &str = courses!("");
const AREA: &str = courses!(" AND m.area = $4");

/// Surveys that closed in these days; `homes` is empty where fewer than five households answered.
const SAID: &str = "SELECT s.id, s.area, s.about, s.homes, \
    (SELECT CAST(SUM(c.n) AS BIGINT) FROM council_survey_count c WHERE c.survey = s.id AND c.mark = 'good'), \
    (SELECT CAST(SUM(c.n) AS BIGINT) FROM council_survey_count c WHERE c.survey = s.id) \
    FROM council_survey s WHERE s.ended_at >= $1 AND s.ended_at < $2 AND s.homes IS NOT NULL \
    ORDER BY s.ended_at, s.id LIMIT $3";

/// Every statement of this file, by name.
pub const SQL: &[(&str, &str)] = &[("figures_all", ALL), ("figures_area", AREA), ("figures_said", SAID)];

fn course(row: &Row<'_>) -> Result<Course, Fault> {
    Ok(Course {
        no: row.text(0)?,
        area: row.id(1)?,
        looks: row.id(2)?,
        look_due: row.opt_moment(3)?,
        looked: row.opt_moment(4)?,
        does: row.opt_id(5)?,
        done: row.opt_moment(6)?,
        yes: row.opt_moment(7)?,
        no_yet: row.opt_moment(8)?,
    })
}

/// What came in from `from` on and before `to`, as it stood just before `to`; in these areas, or everywhere.
pub fn courses(r: &mut Read<'_>, areas: Option<&[AreaId]>, from: Moment, to: Moment) -> Result<Vec<Course>, Fault> {
    let Some(areas) = areas else { return r.rows(ALL, params![from, to, MOST], course) };
    let mut all = Vec::new();
    for area in areas {
        all.extend(r.rows(AREA, params![from, to, MOST, area], course)?);
    }
    all.truncate(usize::try_from(MOST).unwrap_or(0));
    Ok(all)
}

/// What households said in surveys that closed from `from` on and before `to`; in these areas, or everywhere.
pub fn said(r: &mut Read<'_>, areas: Option<&[AreaId]>, from: Moment, to: Moment) -> Result<Vec<Said>, Fault> {
    let mut all = r.rows(SAID, params![from, to, MOST], |row| {
        Ok(Said {
            survey: row.id(0)?,
            area: row.id(1)?,
            about: row.id(2)?,
            homes: row.int(3)?,
            good: row.opt_int(4)?.unwrap_or(0),
            marks: row.opt_int(5)?.unwrap_or(0),
        })
    })?;
    all.retain(|s| areas.is_none_or(|areas| areas.contains(&s.area)));
    Ok(all)
}

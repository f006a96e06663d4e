//! How days and areas stand in files: `2026-06-01`, `87.65` (square metres).

use lianxin_base::{Area, Day};
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serializer};

pub(crate) fn day<'de, D: Deserializer<'de>>(from: D) -> Result<Day, D::Error> {
    String::deserialize(from)?.parse().map_err(D::Error::custom)
}

pub(crate) fn some_day<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Day>, D::Error> {
    day(from).map(Some)
}

pub(crate) fn write_day<S: Serializer>(day: &Day, to: S) -> Result<S::Ok, S::Error> {
    to.collect_str(day)
}

pub(crate) fn write_some_day<S: Serializer>(day: &Option<Day>, to: S) -> Result<S::Ok, S::Error> {
    match day {
        Some(day) => to.collect_str(day),
        None => to.serialize_none(),
    }
}

/// Hundredths of a square metre as `87.65`.
pub(crate) fn write_area<S: Serializer>(hundredths: &u64, to: S) -> Result<S::Ok, S::Error> {
    to.collect_str(&Area(i64::try_from(*hundredths).unwrap_or(i64::MAX)))
}

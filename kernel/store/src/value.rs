use lianxin_base::*;
use postgres::types::{IsNull, ToSql, Type, to_sql_checked};
use std::borrow::Cow;
use std::error::Error;

/// One parameter of a statement. There are no floats, booleans or dates in the database on purpose.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Value<'a> {
    /// Nothing.
    Null,
    /// A number, a time in µs UTC, a day since 1970, fen, 0.01 m², or 0/1.
    Int(i64),
    /// A text or an id.
    Text(Cow<'a, str>),
    /// Bytes.
    Blob(Cow<'a, [u8]>),
}

/// The parameters of a statement, `$1` first.
#[macro_export]
macro_rules! params {
    ($($v:expr),* $(,)?) => { &[$($crate::Value::from($v)),*] };
}

impl From<i64> for Value<'_> {
    fn from(v: i64) -> Self {
        Self::Int(v)
    }
}
impl From<i32> for Value<'_> {
    fn from(v: i32) -> Self {
        Self::Int(v.into())
    }
}
impl From<u32> for Value<'_> {
    fn from(v: u32) -> Self {
        Self::Int(v.into())
    }
}
impl From<bool> for Value<'_> {
    fn from(v: bool) -> Self {
        Self::Int(v.into())
    }
}
impl<'a> From<&'a str> for Value<'a> {
    fn from(v: &'a str) -> Self {
        Self::Text(Cow::Borrowed(v))
    }
}
impl From<String> for Value<'_> {
    fn from(v: String) -> Self {
        Self::Text(Cow::Owned(v))
    }
}
impl<'a> From<&'a String> for Value<'a> {
    fn from(v: &'a String) -> Self {
        Self::Text(Cow::Borrowed(v))
    }
}
impl<'a> From<&'a [u8]> for Value<'a> {
    fn from(v: &'a [u8]) -> Self {
        Self::Blob(Cow::Borrowed(v))
    }
}
impl<'a, const N: usize> From<&'a [u8; N]> for Value<'a> {
    fn from(v: &'a [u8; N]) -> Self {
        Self::Blob(Cow::Borrowed(v))
    }
}
impl From<Vec<u8>> for Value<'_> {
    fn from(v: Vec<u8>) -> Self {
        Self::Blob(Cow::Owned(v))
    }
}
impl From<Moment> for Value<'_> {
    fn from(v: Moment) -> Self {
        Self::Int(v.micros())
    }
}
impl From<Day> for Value<'_> {
    fn from(v: Day) -> Self {
        Self::Int(v.number().into())
    }
}
impl From<Fen> for Value<'_> {
    fn from(v: Fen) -> Self {
        Self::Int(v.0)
    }
}
impl From<Area> for Value<'_> {
    fn from(v: Area) -> Self {
        Self::Int(v.0)
    }
}
impl<'a, T: Into<Value<'a>>> From<Option<T>> for Value<'a> {
    fn from(v: Option<T>) -> Self {
        v.map_or(Self::Null, Into::into)
    }
}

macro_rules! from_ids {
    ($($id:ident)*) => {$(
        impl From<$id> for Value<'_> {
            fn from(v: $id) -> Self { Self::Text(Cow::Owned(v.to_string())) }
        }
        impl From<&$id> for Value<'_> {
            fn from(v: &$id) -> Self { Self::Text(Cow::Owned(v.to_string())) }
        }
    )*};
}
from_ids! { ActId AreaId GridId BuildingId UnitId HouseholdId PersonId RelationId OrgId SeatId ContractId SlipId WayId JobId MatterId EntranceId
OwnerSetId DeputyId ChargeId HandoverId IncidentId }

impl rusqlite::ToSql for Value<'_> {
    fn to_sql(&self) -> rusqlite::Result<rusqlite::types::ToSqlOutput<'_>> {
        use rusqlite::types::{ToSqlOutput, ValueRef};
        Ok(ToSqlOutput::Borrowed(match self {
            Self::Null => ValueRef::Null,
            Self::Int(i) => ValueRef::Integer(*i),
            Self::Text(t) => ValueRef::Text(t.as_bytes()),
            Self::Blob(b) => ValueRef::Blob(b),
        }))
    }
}

impl ToSql for Value<'_> {
    fn to_sql(
        &self,
        ty: &Type,
        out: &mut postgres::types::private::BytesMut,
    ) -> Result<IsNull, Box<dyn Error + Sync + Send>> {
        match self {
            Self::Null => Ok(IsNull::Yes),
            Self::Int(i) if *ty == Type::INT4 => i32::try_from(*i)?.to_sql(ty, out),
            Self::Int(i) => i.to_sql(ty, out),
            Self::Text(t) => t.as_ref().to_sql(ty, out),
            Self::Blob(b) => b.as_ref().to_sql(ty, out),
        }
    }
    fn accepts(_: &Type) -> bool {
        true
    }
    to_sql_checked!();
}

use lianxin_base::Refuse;
use std::fmt;

/// Something broke that the person at the form did not cause. Never holds what people typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Another process holds the database, or too many commands wait.
    Busy(String),
    /// The disk is full or cannot be written.
    Full(String),
    /// The database cannot be reached.
    Away(String),
    /// The database says something a correct program would never meet.
    Bug(String),
    /// The file is damaged or no database.
    Damaged(String),
    /// A newer version of the program wrote it: this schema step is not known here.
    Newer(String),
}

impl Fault {
    /// A mistake of the program itself.
    pub fn bug(what: impl Into<String>) -> Self {
        Self::Bug(what.into())
    }
    /// Whether the same command may be tried again a little later.
    pub const fn passing(&self) -> bool {
        matches!(self, Self::Busy(_) | Self::Full(_) | Self::Away(_))
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Busy(w) => write!(f, "database busy: {w}"),
            Self::Full(w) => write!(f, "disk full: {w}"),
            Self::Away(w) => write!(f, "database away: {w}"),
            Self::Bug(w) => write!(f, "bug: {w}"),
            Self::Damaged(w) => write!(f, "database damaged: {w}"),
            Self::Newer(w) => write!(f, "database of a newer version: {w}"),
        }
    }
}

impl std::error::Error for Fault {}

impl From<rusqlite::Error> for Fault {
    fn from(e: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode as C;
        let text = e.to_string();
        match e.sqlite_error_code() {
            Some(C::DatabaseBusy | C::DatabaseLocked) => Self::Busy(text),
            Some(C::DiskFull | C::ReadOnly | C::SystemIoFailure) => Self::Full(text),
            Some(C::CannotOpen) => Self::Away(text),
            Some(C::DatabaseCorrupt | C::NotADatabase) => Self::Damaged(text),
            _ => Self::Bug(text),
        }
    }
}

impl From<postgres::Error> for Fault {
    fn from(e: postgres::Error) -> Self {
        use postgres::error::SqlState;
        // The detail of a database error may quote a row, so only the code and the short message are kept.
        let Some(db) = e.as_db_error() else { return Self::Away(e.to_string()) };
        let text = format!("{} {}", db.code().code(), db.message());
        match *db.code() {
            SqlState::DISK_FULL => Self::Full(text),
            SqlState::LOCK_NOT_AVAILABLE | SqlState::TOO_MANY_CONNECTIONS | SqlState::QUERY_CANCELED => {
                Self::Busy(text)
            }
            SqlState::ADMIN_SHUTDOWN | SqlState::CRASH_SHUTDOWN | SqlState::CANNOT_CONNECT_NOW => Self::Away(text),
            _ => Self::Bug(text),
        }
    }
}

/// Why a command ended without an answer: the rules said no, or something broke.
#[derive(Debug)]
pub enum Stop {
    /// The rules said no; nothing was written.
    Refused(Box<dyn Refuse>),
    /// Something broke; nothing was written.
    Failed(Fault),
}

impl Stop {
    /// The code of a refusal, for tests and programs.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Refused(r) => r.code(),
            Self::Failed(_) => "store.failed",
        }
    }
}

impl<R: Refuse> From<R> for Stop {
    fn from(r: R) -> Self {
        Self::Refused(Box::new(r))
    }
}

impl From<Fault> for Stop {
    fn from(f: Fault) -> Self {
        Self::Failed(f)
    }
}

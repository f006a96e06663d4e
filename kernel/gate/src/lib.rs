//! Who comes in, and what they may see and do: passwords of seats, entry slips of residents, sessions,
//! capabilities, scopes, rate limits, and the office's secret keys. Knows nothing of HTTP.
//!
//! Rights are looked up anew with every request from the register's seats and contracts, so they end
//! when a seat or a contract ends, not when a session does.

mod acts;
mod admission;
mod capability;
mod forget;
mod keys;
mod limits;
pub mod password;
mod refusal;
mod role;
mod scope;
mod session;
mod sign_in;
mod slip;
mod sql;
mod who;

mod texts {
    include!(concat!(env!("OUT_DIR"), "/texts.rs"));
}

pub use acts::{Admission, Slip, kinds};
pub use admission::{NewSlip, admit_wait, issue};
pub use capability::{Capability, CapabilityWords, Powers};
pub use forget::forget;
pub use keys::Keys;
pub use limits::{Limit, Limits, Wait};
pub use refusal::Refusal;
pub use role::{NoRole, Reach, Role};
pub use scope::{Scope, Thing};
pub use session::{
    ADMITTED_DAYS, SEAT_DAYS, SeatRow, SessionToken, Signed, end, end_all, ended_long_ago, seen, signed,
};
pub use sign_in::{Login, set_password, sign_in_wait};
pub use slip::{SLIP_DAYS, SlipCode};
pub use sql::{SQL, kept, migrations};
pub use who::Gate;

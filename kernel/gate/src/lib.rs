//! Who comes in, and what they may see and do: passwords of seats, entry slips of residents, sessions,
//! capabilities, scopes, rate limits, and the office's secret keys. Knows nothing of HTTP.
//!
//! Rights are looked up anew with every request from the register's seats and contracts, so they end
//! when a seat or a contract ends, not when a session does.

mod acts;
mod admission;
mod author;
mod capability;
mod consent;
mod device;
mod door;
mod forget;
mod keys;
mod limits;
mod own_code;
pub mod password;
mod refusal;
mod reset;
mod role;
mod scope;
mod second;
mod session;
mod sign_in;
mod six;
mod slip;
mod sql;
mod staff_phone;
mod totp;
mod tries;
mod who;

mod texts {
    include!(concat!(env!("OUT_DIR"), "/texts.rs"));
}

pub use acts::{Admission, LostPhone, Slip, SlipVoid, kinds};
pub use admission::{NewSlip, admit_wait, is_in, issue, issue_anew, lost_phone, open_slips, slip_opens};
pub use author::Author;
pub use capability::{Capability, CapabilityWords, Powers};
pub use consent::{
    Agreed, Asked, Consent, RULES_FIRST, RULES_VERSION, Withdrawal, agrees, consent, consents, rules_since, withdraw,
};
pub use device::{Whence, knows_anyone, knows_home, remember};
pub use door::{Door, door, door_number, door_of};
pub use forget::forget_person;
pub use keys::Keys;
pub use limits::{Limit, Limits, Wait};
pub use own_code::{come_back_wait, has_code, set_code_wait, units_of};
pub use refusal::Refusal;
pub use reset::{RESET_HOURS, SeatReset, reset_wait};
pub use role::{NoRole, Reach, Role};
pub use scope::{Scope, Thing};
pub use second::{Enrolment, GRACE_DAYS, Second, Seed, enrol_wait, recovery_left, second, second_wait};
pub use session::{
    ADMITTED_DAYS, EndedSeat, SEAT_DAYS, SeatRow, SessionToken, Signed, Waits, end, end_all, ended_long_ago, phones_of,
    seen, signed,
};
pub use sign_in::{Login, Next, SignedIn, login_of, set_password, sign_in_on_wait, sign_in_wait};
pub use six::Six;
pub use slip::{SLIP_DAYS, SlipCode};
pub use sql::{SQL, kept, migrations};
pub use staff_phone::{
    PAIRING_MINUTES, PHONE_DAYS, PIN_REST, PIN_WRONG, PhoneRow, forget, pair_wait, pairing, pairing_for, phone_seat,
    phones, unlock_wait,
};
pub use totp::code_at;
pub use tries::{WRONG_BY_DEVICE, WRONG_BY_SOURCE, WRONG_BY_UNIT};
pub use who::Gate;

use lianxin_store::{Kept, Migrations};

/// The room's tables.
pub const fn migrations() -> Migrations {
    Migrations {
        prefix: "gate",
        files: &[("0001", include_str!("../migrations/0001.sql")), ("0003", include_str!("../migrations/0003.sql"))],
    }
}

/// The room's tables that are not replayed from acts.
pub fn kept() -> Vec<Kept> {
    vec![
        Kept { table: "gate_credential", columns: &[], reason: "a password is a secret of today, not history" },
        Kept { table: "gate_session", columns: &[], reason: "which phones are signed in is nobody's record" },
    ]
}

macro_rules! statements {
    ($($(#[$doc:meta])* $name:ident = $sql:expr;)*) => {
        $($(#[$doc])* pub(crate) const $name: &str = $sql;)*
        /// Every statement of this room, for the test that prepares them all.
        pub const SQL: &[(&str, &str)] = &[$((stringify!($name), $name)),*];
    };
}

statements! {
    CREDENTIAL = "SELECT hash, seat, person, locked_until FROM gate_credential WHERE login = $1";
    CREDENTIAL_SEAT = "SELECT seat FROM gate_credential WHERE login = $1";
    CREDENTIAL_FAILED = "UPDATE gate_credential SET failed = failed + 1 WHERE login = $1";
    CREDENTIAL_LOCK = "UPDATE gate_credential SET failed = 0, locked_until = $2 WHERE login = $1 AND failed >= $3";
    CREDENTIAL_GOOD = "UPDATE gate_credential SET failed = 0, locked_until = NULL WHERE login = $1";
    CREDENTIAL_SET = "INSERT INTO gate_credential (login, seat, person, hash, failed, locked_until) \
        VALUES ($1, $2, $3, $4, 0, NULL) \
        ON CONFLICT (login) DO UPDATE SET seat = excluded.seat, person = excluded.person, hash = excluded.hash, \
        failed = 0, locked_until = NULL";
    CREDENTIAL_DROP = "DELETE FROM gate_credential WHERE seat = $1 AND login <> $2";

    SESSION = "SELECT person, seat, created, seen FROM gate_session WHERE hash = $1 AND expires > $2";
    SESSION_NEW = "INSERT INTO gate_session (hash, person, seat, created, seen, expires) VALUES ($1, $2, $3, $4, $4, $5)";
    SESSION_SEEN = "UPDATE gate_session SET seen = $2, expires = $3 WHERE hash = $1";
    SESSION_END = "DELETE FROM gate_session WHERE hash = $1";
    SESSION_END_PERSON = "DELETE FROM gate_session WHERE person = $1";
    SESSION_END_SEAT = "DELETE FROM gate_session WHERE seat = $1";
    SESSION_PAST = "DELETE FROM gate_session WHERE expires <= $1";

    SEATS_OF_PERSON = "SELECT s.id, s.org, s.role, s.area, s.title, o.name, o.area \
        FROM register_seat s JOIN register_org o ON o.id = s.org \
        WHERE s.person = $1 AND s.since <= $2 AND (s.until IS NULL OR s.until >= $2) ORDER BY s.since, s.id";
    SEAT = "SELECT s.id, s.org, s.role, s.area, s.title, o.name, o.area \
        FROM register_seat s JOIN register_org o ON o.id = s.org \
        WHERE s.id = $1 AND s.since <= $2 AND (s.until IS NULL OR s.until >= $2)";
    AREAS_BELOW = "WITH RECURSIVE below (id, depth) AS ( \
        SELECT id, 0 FROM register_area WHERE id = $1 \
        UNION ALL SELECT a.id, b.depth + 1 FROM register_area a JOIN below b ON a.parent = b.id WHERE b.depth < 12) \
        SELECT id FROM below ORDER BY id";
    CONTRACTS = "SELECT area FROM register_contract \
        WHERE org = $1 AND since <= $2 AND (until IS NULL OR until >= $2) ORDER BY area";

    SLIP_BY_CODE = "SELECT id, area, person, expires_at, used_at, admission FROM gate_slip WHERE code_hash = $1";
    SLIP_NEW = "INSERT INTO gate_slip (id, area, person, household, code_hash, expires_at, used_at, admission) \
        VALUES ($1, $2, $3, $4, $5, $6, NULL, NULL)";
    SLIP_USED = "UPDATE gate_slip SET used_at = $2, admission = $3 WHERE id = $1";

    FORGET_SLIPS = "DELETE FROM gate_slip WHERE person = $1";
    FORGET_CREDENTIALS = "DELETE FROM gate_credential WHERE person = $1";
}

use lianxin_store::{Kept, Migrations};

const FILES: &[(&str, &str)] = &[
    ("0001", include_str!("../migrations/0001.sql")),
    ("0002", include_str!("../migrations/0002.sql")),
    ("0003", include_str!("../migrations/0003.sql")),
    ("0004", include_str!("../migrations/0004.sql")),
    ("0005", include_str!("../migrations/0005.sql")),
];

/// The room's tables.
pub const fn migrations() -> Migrations {
    Migrations { prefix: "gate", files: FILES }
}

/// The room's tables that are not replayed from acts.
pub fn kept() -> Vec<Kept> {
    vec![
        Kept { table: "gate_credential", columns: &[], reason: "a password is a secret of today, not history" },
        Kept { table: "gate_session", columns: &[], reason: "which phones are signed in is nobody's record" },
        Kept { table: "gate_code", columns: &[], reason: "one's own code is a secret of today, not history" },
        Kept { table: "gate_try", columns: &[], reason: "wrong tries of today count today and are nobody's record" },
        Kept { table: "gate_device", columns: &[], reason: "which phones were here before is nobody's record" },
        Kept { table: "gate_pairing", columns: &[], reason: "a QR that is good for ten minutes" },
        Kept { table: "gate_phone", columns: &[], reason: "paired phones and their PINs are secrets of today" },
        Kept { table: "gate_second", columns: &[], reason: "a second step is a secret of today, not history" },
        Kept { table: "gate_recovery", columns: &[], reason: "recovery codes are secrets of today" },
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
    CREDENTIAL = "SELECT hash, seat, person, locked_until, good_until FROM gate_credential WHERE login = $1";
    CREDENTIAL_SEAT = "SELECT seat FROM gate_credential WHERE login = $1";
    LOGIN_OF_SEAT = "SELECT login FROM gate_credential WHERE seat = $1";
    CREDENTIAL_FAILED = "UPDATE gate_credential SET failed = failed + 1 WHERE login = $1";
    CREDENTIAL_LOCK = "UPDATE gate_credential SET failed = 0, locked_until = $2 WHERE login = $1 AND failed >= $3";
    CREDENTIAL_GOOD = "UPDATE gate_credential SET failed = 0, locked_until = NULL, good_until = NULL WHERE login = $1";
    CREDENTIAL_UNTIL = "UPDATE gate_credential SET good_until = $2 WHERE login = $1";
    CREDENTIAL_SET = "INSERT INTO gate_credential (login, seat, person, hash, failed, locked_until) \
        VALUES ($1, $2, $3, $4, 0, NULL) \
        ON CONFLICT (login) DO UPDATE SET seat = excluded.seat, person = excluded.person, hash = excluded.hash, \
        failed = 0, locked_until = NULL, good_until = NULL";
    CREDENTIAL_DROP = "DELETE FROM gate_credential WHERE seat = $1 AND login <> $2";

    SESSION = "SELECT person, seat, created, seen, kind FROM gate_session WHERE hash = $1 AND expires > $2";
    SESSION_NEW = "INSERT INTO gate_session (hash, person, seat, created, seen, expires, kind) \
        VALUES ($1, $2, $3, $4, $4, $5, $6)";
    SESSION_OF_PERSON = "SELECT hash FROM gate_session WHERE person = $1 AND expires > $2 AND seat IS NULL LIMIT 1";
    SESSIONS_OF_PERSON = "SELECT created, seen FROM gate_session WHERE person = $1 AND expires > $2 AND seat IS NULL \
        ORDER BY created, hash";
    SESSION_SEEN = "UPDATE gate_session SET seen = $2, expires = $3 WHERE hash = $1";
    SESSION_END = "DELETE FROM gate_session WHERE hash = $1";
    SESSION_END_PERSON = "DELETE FROM gate_session WHERE person = $1";
    SESSION_END_SEAT = "DELETE FROM gate_session WHERE seat = $1";
    SESSION_PAST = "DELETE FROM gate_session WHERE expires <= $1";

    SEATS_OF_PERSON = "SELECT s.id, s.org, s.role, s.area, s.title, o.name, o.area \
        FROM register_seat s JOIN register_org o ON o.id = s.org \
        WHERE s.person = $1 AND s.since <= $2 AND (s.until IS NULL OR s.until >= $2) AND s.closed_at IS NULL \
        ORDER BY s.since, s.id";
    SEATS_OF_DEPUTY = "SELECT s.id, s.org, s.role, s.area, s.title, o.name, o.area \
        FROM register_deputy d JOIN register_seat s ON s.id = d.seat JOIN register_org o ON o.id = s.org \
        WHERE d.person = $1 AND d.since <= $2 AND d.until >= $2 \
        AND s.since <= $2 AND (s.until IS NULL OR s.until >= $2) AND s.closed_at IS NULL ORDER BY d.since, d.id";
    SEAT = "SELECT s.id, s.org, s.role, s.area, s.title, o.name, o.area \
        FROM register_seat s JOIN register_org o ON o.id = s.org \
        WHERE s.id = $1 AND s.since <= $2 AND (s.until IS NULL OR s.until >= $2) AND s.closed_at IS NULL";
    SEAT_ENDED = "SELECT s.role, s.title, s.until, s.closed_at, o.name, o.phone \
        FROM register_seat s JOIN register_org o ON o.id = s.org WHERE s.id = $1";
    AREAS_BELOW = "WITH RECURSIVE below (id, depth) AS ( \
        SELECT id, 0 FROM register_area WHERE id = $1 \
        UNION ALL SELECT a.id, b.depth + 1 FROM register_area a JOIN below b ON a.parent = b.id WHERE b.depth < 12) \
        SELECT id FROM below ORDER BY id";
    CONTRACTS = "SELECT area FROM register_contract \
        WHERE org = $1 AND since <= $2 AND (until IS NULL OR until >= $2) ORDER BY area";

    SLIP_BY_CODE = "SELECT id, area, person, expires_at, used_at, admission, void_at FROM gate_slip \
        WHERE code_hash = $1";
    SLIP_NEW = "INSERT INTO gate_slip (id, area, person, household, code_hash, expires_at, used_at, admission, void_at) \
        VALUES ($1, $2, $3, $4, $5, $6, NULL, NULL, NULL)";
    SLIP_USED = "UPDATE gate_slip SET used_at = $2, admission = $3 WHERE id = $1";
    SLIP_VOID = "UPDATE gate_slip SET void_at = $2 WHERE person = $1 AND used_at IS NULL AND void_at IS NULL";
    SLIPS_OPEN = "SELECT COUNT(*) FROM gate_slip \
        WHERE person = $1 AND used_at IS NULL AND void_at IS NULL AND expires_at > $2";

    CODE_OF = "SELECT hash FROM gate_code WHERE person = $1 LIMIT 1";
    CODE_HOLDER = "SELECT person FROM gate_code WHERE unit = $1 AND hash = $2";
    CODE_SET = "INSERT INTO gate_code (person, unit, hash, set_at) VALUES ($1, $2, $3, $4)";
    CODE_DROP = "DELETE FROM gate_code WHERE person = $1";
    TRY_USED = "SELECT used FROM gate_try WHERE what = $1 AND key = $2 AND day = $3";
    TRY_NOTE = "INSERT INTO gate_try (what, key, day, used) VALUES ($1, $2, $3, 1) \
        ON CONFLICT (what, key, day) DO UPDATE SET used = gate_try.used + 1";
    TRY_PAST = "DELETE FROM gate_try WHERE day < $1";

    DEVICE_WHO = "SELECT who FROM gate_device WHERE device = $1 ORDER BY seen DESC LIMIT 20";
    DEVICE_NOTE = "INSERT INTO gate_device (device, who, seen) VALUES ($1, $2, $3) \
        ON CONFLICT (device, who) DO UPDATE SET seen = excluded.seen";
    DEVICE_END = "DELETE FROM gate_device WHERE who = $1";
    DEVICE_PAST = "DELETE FROM gate_device WHERE seen < $1";

    PAIRING = "SELECT seat, expires, form FROM gate_pairing WHERE hash = $1";
    PAIRING_NEW = "INSERT INTO gate_pairing (hash, seat, expires, form) VALUES ($1, $2, $3, NULL)";
    PAIRING_USED = "UPDATE gate_pairing SET form = $2 WHERE hash = $1";
    PAIRING_DROP = "DELETE FROM gate_pairing WHERE seat = $1 OR expires <= $2";
    PHONE_PIN = "SELECT id, pin FROM gate_phone WHERE session = $1";
    PHONE_SESSION = "SELECT session FROM gate_phone WHERE id = $1";
    PHONE_SEAT = "SELECT seat FROM gate_phone WHERE id = $1";
    PHONE_TRIES = "SELECT wrong FROM gate_phone WHERE id = $1";
    PHONE_SET = "INSERT INTO gate_phone (id, seat, session, pin, wrong, paired_at) VALUES ($1, $2, $3, $4, 0, $5) \
        ON CONFLICT (id) DO UPDATE SET session = excluded.session, pin = excluded.pin, wrong = 0";
    PHONE_RIGHT = "UPDATE gate_phone SET wrong = 0 WHERE id = $1";
    PHONE_WRONG = "UPDATE gate_phone SET wrong = wrong + 1 WHERE id = $1";
    PHONE_END = "DELETE FROM gate_phone WHERE id = $1";
    PHONES_OF_ORG = "SELECT p.id, p.seat, p.paired_at, s.seen FROM register_seat c \
        JOIN gate_phone p ON p.seat = c.id JOIN gate_session s ON s.hash = p.session \
        WHERE c.org = $1 AND s.expires > $2 ORDER BY p.paired_at DESC, p.id";
    SEAT_PERSON = "SELECT person FROM register_seat WHERE id = $1";

    SECOND = "SELECT asked_at, seed, since, step, locked_until FROM gate_second WHERE seat = $1";
    SECOND_ASKED = "INSERT INTO gate_second (seat, asked_at, seed, since, step, wrong, locked_until) \
        VALUES ($1, $2, NULL, NULL, 0, 0, NULL) ON CONFLICT (seat) DO NOTHING";
    SECOND_SET = "UPDATE gate_second SET seed = $2, since = $3, step = $4, wrong = 0, locked_until = NULL WHERE seat = $1";
    SECOND_GOOD = "UPDATE gate_second SET step = $2 WHERE seat = $1";
    SECOND_FREE = "UPDATE gate_second SET wrong = 0, locked_until = NULL WHERE seat = $1";
    SECOND_WRONG = "UPDATE gate_second SET wrong = wrong + 1 WHERE seat = $1";
    SECOND_LOCK = "UPDATE gate_second SET wrong = 0, locked_until = $2 WHERE seat = $1 AND wrong >= $3";
    SECOND_RESET = "INSERT INTO gate_second (seat, asked_at, seed, since, step, wrong, locked_until) \
        VALUES ($1, 0, NULL, NULL, 0, 0, NULL) ON CONFLICT (seat) DO UPDATE SET asked_at = 0, seed = NULL, \
        since = NULL, step = 0, wrong = 0, locked_until = NULL";
    RECOVERY_NEW = "INSERT INTO gate_recovery (hash, seat) VALUES ($1, $2)";
    RECOVERY_USED = "DELETE FROM gate_recovery WHERE hash = $1 AND seat = $2";
    RECOVERY_DROP = "DELETE FROM gate_recovery WHERE seat = $1";
    RECOVERY_LEFT = "SELECT COUNT(*) FROM gate_recovery WHERE seat = $1";

    DOOR = "SELECT area, building FROM gate_door WHERE number = $1";
    DOORS_OF = "SELECT number, building FROM gate_door WHERE area = $1 ORDER BY number";
    DOOR_LAST = "SELECT MAX(number) FROM gate_door";
    DOOR_NEW = "INSERT INTO gate_door (number, area, building) VALUES ($1, $2, $3)";

    CONSENT = "SELECT version FROM gate_consent WHERE person = $1 AND what = $2";
    CONSENTS = "SELECT what, version, at FROM gate_consent WHERE person = $1 ORDER BY what";
    CONSENT_SET = "INSERT INTO gate_consent (person, what, area, version, at) VALUES ($1, $2, $3, $4, $5) \
        ON CONFLICT (person, what) DO UPDATE SET area = excluded.area, version = excluded.version, at = excluded.at";
    CONSENT_DROP = "DELETE FROM gate_consent WHERE person = $1 AND what = $2";
    FORGET_CONSENTS = "DELETE FROM gate_consent WHERE person = $1";

    FORGET_SLIPS = "DELETE FROM gate_slip WHERE person = $1";
    FORGET_CREDENTIALS = "DELETE FROM gate_credential WHERE person = $1";
}

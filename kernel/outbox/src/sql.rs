//! Every statement of this room.

pub(crate) const ADD: &str = "INSERT INTO outbox_message(id, area, person, org, role, act, kind, subject, at) \
                              VALUES($1, $2, $3, $4, $5, $6, $7, $8, $9)";
pub(crate) const SEE: &str = "INSERT INTO outbox_seen(message, reader, at) VALUES($1, $2, $3) ON CONFLICT DO NOTHING";
pub(crate) const ONE: &str = "SELECT m.id, m.area, m.person, m.org, m.role, m.act, m.kind, m.subject, m.at, s.at \
                              FROM outbox_message m LEFT JOIN outbox_seen s ON s.message = m.id AND s.reader = $2 \
                              WHERE m.id = $1";
pub(crate) const OF_PERSON: &str = "SELECT m.id, m.area, m.person, m.org, m.role, m.act, m.kind, m.subject, m.at, s.at \
                                    FROM outbox_message m LEFT JOIN outbox_seen s ON s.message = m.id AND s.reader = $2 \
                                    WHERE m.person = $1 AND (m.at, m.id) < ($3, $4) ORDER BY m.at DESC, m.id DESC LIMIT $5";
pub(crate) const OF_ORG: &str = "SELECT m.id, m.area, m.person, m.org, m.role, m.act, m.kind, m.subject, m.at, s.at \
                                 FROM outbox_message m LEFT JOIN outbox_seen s ON s.message = m.id AND s.reader = $2 \
                                 WHERE m.org = $1 AND (m.at, m.id) < ($3, $4) AND (m.role IS NULL OR m.role = $6) \
                                 ORDER BY m.at DESC, m.id DESC LIMIT $5";
pub(crate) const TOLD: &str = "SELECT 1 FROM outbox_message WHERE org = $1 AND at >= $2 AND kind = $3 LIMIT 1";
pub(crate) const FORGET: &str = "DELETE FROM outbox_message WHERE person = $1";
pub(crate) const FORGET_SEEN: &str = "DELETE FROM outbox_seen WHERE reader = $1";
pub(crate) const FORGET_ABOUT: &str = "DELETE FROM outbox_message WHERE person = $1 AND subject = $2";

/// Every statement of this room, by name.
pub const SQL: &[(&str, &str)] = &[
    ("add", ADD),
    ("see", SEE),
    ("one", ONE),
    ("of_person", OF_PERSON),
    ("of_org", OF_ORG),
    ("told", TOLD),
    ("forget", FORGET),
    ("forget_seen", FORGET_SEEN),
    ("forget_about", FORGET_ABOUT),
];

//! Every statement of this room.

pub(crate) const ADD: &str = "INSERT INTO outbox_message(id, area, person, org, role, act, kind, subject, at, source) \
                              VALUES($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
pub(crate) const SEE: &str = "INSERT INTO outbox_seen(message, reader, at) VALUES($1, $2, $3) ON CONFLICT DO NOTHING";
pub(crate) const ONE: &str = "SELECT m.id, m.area, m.person, m.org, m.role, m.act, m.kind, m.subject, m.at, m.source, s.at \
                              FROM outbox_message m LEFT JOIN outbox_seen s ON s.message = m.id AND s.reader = $2 \
                              WHERE m.id = $1";
pub(crate) const OF_PERSON: &str = "SELECT m.id, m.area, m.person, m.org, m.role, m.act, m.kind, m.subject, m.at, m.source, s.at \
                                    FROM outbox_message m LEFT JOIN outbox_seen s ON s.message = m.id AND s.reader = $2 \
                                    WHERE m.person = $1 AND (m.at, m.id) < ($3, $4) ORDER BY m.at DESC, m.id DESC LIMIT $5";
pub(crate) const OF_ORG: &str = "SELECT m.id, m.area, m.person, m.org, m.role, m.act, m.kind, m.subject, m.at, m.source, s.at \
                                 FROM outbox_message m LEFT JOIN outbox_seen s ON s.message = m.id AND s.reader = $2 \
                                 WHERE m.org = $1 AND (m.at, m.id) < ($3, $4) AND (m.role IS NULL OR m.role = $6) \
                                 ORDER BY m.at DESC, m.id DESC LIMIT $5";
pub(crate) const SENT_SINCE: &str = "SELECT 1 FROM outbox_message WHERE org = $1 AND at >= $2 AND kind = $3 LIMIT 1";
pub(crate) const SENT_ABOUT: &str =
    "SELECT 1 FROM outbox_message WHERE org = $1 AND at >= $2 AND kind = $3 AND subject = $4 LIMIT 1";
pub(crate) const FORGET: &str = "DELETE FROM outbox_message WHERE person = $1";
pub(crate) const OLD: &str = "DELETE FROM outbox_message WHERE id < $1";
pub(crate) const OLD_SEEN: &str = "DELETE FROM outbox_seen WHERE message < $1";
pub(crate) const OLD_TOLD: &str = "DELETE FROM outbox_telling WHERE message < $1";
pub(crate) const OLD_POSTED: &str = "DELETE FROM outbox_delivery WHERE message < $1";
pub(crate) const FORGET_SEEN: &str = "DELETE FROM outbox_seen WHERE reader = $1";
pub(crate) const FORGET_ABOUT: &str = "DELETE FROM outbox_message WHERE person = $1 AND subject = $2";
pub(crate) const WISH: &str = "INSERT INTO outbox_wish(act, person, area, at) VALUES($1, $2, $3, $4)";
pub(crate) const WISHES_OF: &str = "SELECT a.seq, t.value FROM outbox_wish w JOIN journal_act a ON a.id = w.act \
                                    JOIN journal_text t ON t.act = w.act AND t.field = 'how' WHERE w.person = $1";
/// Of what came later about the same thing the older is no more to be told; nor is what was read.
pub(crate) const ERRANDS: &str = "SELECT m.id, m.area, m.person, m.org, m.role, m.act, m.kind, m.subject, m.at, m.source, \
     CASE WHEN EXISTS(SELECT 1 FROM gate_session s WHERE s.person = m.person AND s.expires > $4) THEN 1 ELSE 0 END, \
     t.tries, t.next_at \
     FROM outbox_message m LEFT JOIN outbox_telling t ON t.message = m.id \
     WHERE m.area = $1 AND m.kind = $2 AND m.at > $3 AND m.org IS NULL AND t.ended_at IS NULL \
     AND (m.source IS NOT NULL OR EXISTS(SELECT 1 FROM outbox_wish w WHERE w.person = m.person) \
       OR NOT EXISTS(SELECT 1 FROM gate_session s WHERE s.person = m.person AND s.expires > $4)) \
     AND NOT EXISTS(SELECT 1 FROM outbox_message n WHERE n.subject = m.subject AND n.org IS NULL AND n.at > m.at \
       AND (n.person = m.person OR n.source = m.source)) \
     AND NOT EXISTS(SELECT 1 FROM outbox_seen e WHERE e.message = m.id AND e.reader = 'person ' || m.person) \
     ORDER BY m.at DESC, m.id DESC LIMIT $5";
pub(crate) const TOLD_ONE: &str = "SELECT m.id, m.area, m.person, m.org, m.role, m.act, m.kind, m.subject, m.at, m.source \
                                   FROM outbox_message m WHERE m.id = $1";
pub(crate) const TOLD: &str = "SELECT 1 FROM outbox_telling WHERE message = $1 AND ended_at IS NOT NULL";
pub(crate) const TELLING: &str = "INSERT INTO outbox_telling(message, area, tries, next_at, ended_at, act) \
     SELECT m.id, m.area, 1, CAST($2 AS BIGINT), CAST($3 AS BIGINT), CAST($4 AS TEXT) FROM outbox_message m WHERE m.id = $1 \
     ON CONFLICT(message) DO UPDATE SET tries = outbox_telling.tries + 1, next_at = excluded.next_at, \
     ended_at = excluded.ended_at, act = excluded.act";
pub(crate) const SET_QUIET: &str = "INSERT INTO outbox_quiet(one, from_minute, to_minute, act) VALUES(1, $1, $2, $3) \
     ON CONFLICT(one) DO UPDATE SET from_minute = excluded.from_minute, to_minute = excluded.to_minute, act = excluded.act";
pub(crate) const QUIET: &str = "SELECT from_minute, to_minute FROM outbox_quiet WHERE one = 1";
pub(crate) const ADDRESS: &str = "INSERT INTO outbox_address(org, area, act, at, daily) VALUES($1, $2, $3, $4, $5) \
     ON CONFLICT(org) DO UPDATE SET area = excluded.area, act = excluded.act, at = excluded.at, daily = excluded.daily";
pub(crate) const NO_ADDRESS: &str = "DELETE FROM outbox_address WHERE org = $1";
pub(crate) const ADDRESS_OF: &str = "SELECT act, daily FROM outbox_address WHERE org = $1";
pub(crate) const HOOK: &str = "INSERT INTO outbox_hook(org, area, act, at) VALUES($1, $2, $3, $4) \
     ON CONFLICT(org) DO UPDATE SET area = excluded.area, act = excluded.act, at = excluded.at";
pub(crate) const NO_HOOK: &str = "DELETE FROM outbox_hook WHERE org = $1";
pub(crate) const HOOK_OF: &str = "SELECT act FROM outbox_hook WHERE org = $1";
/// Walks the addresses, which are few.
macro_rules! unposted {
    ($addresses:literal, $way:literal) => {
        concat!(
            "SELECT m.id, m.area, m.person, m.org, m.role, m.act, m.kind, m.subject, m.at, m.source FROM ",
            $addresses,
            " a JOIN outbox_message m ON m.org = a.org AND m.at > a.at AND m.at > $1 \
             LEFT JOIN outbox_delivery d ON d.message = m.id AND d.way = '",
            $way,
            "' WHERE a.org >= '' AND d.message IS NULL LIMIT $2"
        )
    };
}
pub(crate) const UNPOSTED_MAIL: &str = unposted!("outbox_address", "mail");
pub(crate) const UNPOSTED_HOOK: &str = unposted!("outbox_hook", "hook");
pub(crate) const ENROL: &str = "INSERT INTO outbox_delivery(message, way, org, state, tries, due_at, at) \
     VALUES($1, $6, $2, $3, 0, $4, $5) ON CONFLICT DO NOTHING";
pub(crate) const DUE: &str = "SELECT message, org FROM outbox_delivery WHERE state = 'waiting' AND way = $3 AND due_at <= $1 \
     ORDER BY due_at, message LIMIT $2";
pub(crate) const LOST: &str =
    "UPDATE outbox_delivery SET state = $4, at = $2 WHERE state = 'sending' AND at < $1 AND way = $3";
pub(crate) const CLAIM: &str = "UPDATE outbox_delivery SET state = 'sending', tries = tries + 1, at = $2 \
     WHERE message = $1 AND way = $3 AND state = 'waiting'";
pub(crate) const TRIES: &str = "SELECT tries FROM outbox_delivery WHERE message = $1 AND way = $2";
pub(crate) const POSTED: &str =
    "UPDATE outbox_delivery SET state = $2, due_at = $3, at = $4, note = $5 WHERE message = $1 AND way = $6";
pub(crate) const DELIVERIES: &str = "SELECT message, way, state, tries, at, note FROM outbox_delivery \
     WHERE org = $1 AND state <> 'none' ORDER BY at DESC, message DESC LIMIT $2";
pub(crate) const FORGET_WISHES: &str = "DELETE FROM outbox_wish WHERE person = $1";
pub(crate) const FORGET_WISH: &str = "DELETE FROM outbox_wish WHERE act = $1";
pub(crate) const FORGET_TOLD: &str =
    "DELETE FROM outbox_telling WHERE message IN (SELECT id FROM outbox_message WHERE person = $1)";
pub(crate) const FORGET_TOLD_ABOUT: &str =
    "DELETE FROM outbox_telling WHERE message IN (SELECT id FROM outbox_message WHERE person = $1 AND subject = $2)";

/// Every statement of this room, by name.
pub const SQL: &[(&str, &str)] = &[
    ("add", ADD),
    ("see", SEE),
    ("one", ONE),
    ("of_person", OF_PERSON),
    ("of_org", OF_ORG),
    ("sent_since", SENT_SINCE),
    ("sent_about", SENT_ABOUT),
    ("forget", FORGET),
    ("forget_seen", FORGET_SEEN),
    ("old", OLD),
    ("old_seen", OLD_SEEN),
    ("old_told", OLD_TOLD),
    ("old_posted", OLD_POSTED),
    ("forget_about", FORGET_ABOUT),
    ("wish", WISH),
    ("wishes_of", WISHES_OF),
    ("errands", ERRANDS),
    ("told_one", TOLD_ONE),
    ("told", TOLD),
    ("telling", TELLING),
    ("set_quiet", SET_QUIET),
    ("quiet", QUIET),
    ("address", ADDRESS),
    ("no_address", NO_ADDRESS),
    ("address_of", ADDRESS_OF),
    ("hook", HOOK),
    ("no_hook", NO_HOOK),
    ("hook_of", HOOK_OF),
    ("unposted_mail", UNPOSTED_MAIL),
    ("unposted_hook", UNPOSTED_HOOK),
    ("enrol", ENROL),
    ("due", DUE),
    ("lost", LOST),
    ("claim", CLAIM),
    ("tries", TRIES),
    ("posted", POSTED),
    ("deliveries", DELIVERIES),
    ("forget_wishes", FORGET_WISHES),
    ("forget_wish", FORGET_WISH),
    ("forget_told", FORGET_TOLD),
    ("forget_told_about", FORGET_TOLD_ABOUT),
];

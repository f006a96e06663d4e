//! The SQL of this room and nothing else. A day lies in a term when since ≤ day ≤ until; an open end is NULL.
//! CROSS JOIN where SQLite would otherwise walk the larger table first; PostgreSQL reads it as any join.

macro_rules! statements {
    ($($name:ident = $sql:expr;)*) => {
        $(pub(crate) const $name: &str = $sql;)*
        /// Every statement of this room by name, for the test that prepares them all.
        pub const SQL: &[(&str, &str)] = &[$((stringify!($name), $name)),*];
    };
}

/// An area `$1` and all it lies in, `up`, with how far above it each is.
macro_rules! up {
    ($tail:literal) => {
        concat!(
            "WITH RECURSIVE up(id, parent, depth) AS ( \
             SELECT id, parent, 0 FROM register_area WHERE id = $1 \
             UNION ALL SELECT a.id, a.parent, u.depth + 1 FROM up u JOIN register_area a ON a.id = u.parent \
             WHERE u.depth < 12) ",
            $tail
        )
    };
}

/// An area `$1` and all that lies in it, `below`, with how far below it each is.
macro_rules! below {
    ($tail:literal) => {
        concat!(
            "WITH RECURSIVE below(id, depth) AS ( \
             SELECT id, 0 FROM register_area WHERE id = $1 \
             UNION ALL SELECT a.id, b.depth + 1 FROM below b JOIN register_area a ON a.parent = b.id \
             WHERE b.depth < 12) ",
            $tail
        )
    };
}

statements! {
    AREA = "SELECT id, parent, kind, code, name, since, until, grade, successor FROM register_area WHERE id = $1";
    AREA_PARENT = "SELECT parent FROM register_area WHERE id = $1";
    AREA_BY_CODE = "SELECT id, parent, kind, code, name, since, until, grade, successor FROM register_area WHERE code = $1";
    AREA_BY_FORMER_CODE = "SELECT area FROM register_area_name WHERE code = $1 ORDER BY until DESC, act DESC";
    AREA_MERGED_INTO = "SELECT id, parent, kind, code, name, since, until, grade, successor FROM register_area \
        WHERE successor = $1 ORDER BY until DESC, id";
    AREA_CHILDREN = "SELECT id, parent, kind, code, name, since, until, grade, successor FROM register_area \
        WHERE parent = $1 ORDER BY id";
    AREA_ROOTS = "SELECT id, parent, kind, code, name, since, until, grade, successor FROM register_area \
        WHERE parent IS NULL ORDER BY id";
    AREA_COMPOUNDS = "SELECT id, parent, kind, code, name, since, until, grade, successor FROM register_area \
        WHERE kind = 'compound' ORDER BY id";
    AREA_SUBTREE = below!("SELECT a.id, a.parent, a.kind, a.code, a.name, a.since, a.until, a.grade, a.successor \
        FROM below b CROSS JOIN register_area a WHERE a.id = b.id ORDER BY b.depth, a.id");
    AREA_UP = up!("SELECT a.id, a.parent, a.kind, a.code, a.name, a.since, a.until, a.grade, a.successor \
        FROM up u CROSS JOIN register_area a WHERE a.id = u.id ORDER BY u.depth");
    AREA_SET = "INSERT INTO register_area(id, parent, kind, code, name, since, until, grade) \
        VALUES($1, $2, $3, $4, $5, $6, $7, $8) \
        ON CONFLICT(id) DO UPDATE SET parent = excluded.parent, code = excluded.code, name = excluded.name, \
        since = excluded.since, until = excluded.until, grade = excluded.grade";
    AREA_FORMER = "INSERT INTO register_area_name(act, area, name, code, until) \
        SELECT CAST($1 AS TEXT), id, name, code, CAST($5 AS BIGINT) FROM register_area \
        WHERE id = $2 AND (code <> $3 OR name <> $4)";

    EMERGENCY_SET = "INSERT INTO register_emergency(area, gas, lift, power, water) VALUES($1, $2, $3, $4, $5) \
        ON CONFLICT(area) DO UPDATE SET gas = excluded.gas, lift = excluded.lift, power = excluded.power, \
        water = excluded.water";
    EMERGENCY_UP = up!("SELECT e.gas, e.lift, e.power, e.water \
        FROM up u CROSS JOIN register_emergency e WHERE e.area = u.id ORDER BY u.depth");
    ON_CALL_SET = "INSERT INTO register_on_call(org, phone) VALUES($1, $2) \
        ON CONFLICT(org) DO UPDATE SET phone = excluded.phone";
    ON_CALL_END = "DELETE FROM register_on_call WHERE org = $1";
    HOURS_SET = "INSERT INTO register_hours(area, opens, noon_from, noon_to, closes) VALUES($1, $2, $3, $4, $5) \
        ON CONFLICT(area) DO UPDATE SET opens = excluded.opens, noon_from = excluded.noon_from, \
        noon_to = excluded.noon_to, closes = excluded.closes";
    HOURS_OWN = "SELECT opens FROM register_hours WHERE area = $1";
    BREAK_SET = "INSERT INTO register_break(area, since, until, working) VALUES($1, $2, $3, $4) \
        ON CONFLICT(area, since) DO UPDATE SET until = excluded.until, working = excluded.working";
    BREAK_END = "DELETE FROM register_break WHERE area = $1 AND since = $2";
    BREAKS = "SELECT since, until, working FROM register_break WHERE area = $1 ORDER BY since";
    TERMS_UP = up!("SELECT u.depth, h.opens, h.noon_from, h.noon_to, h.closes, b.since, b.until, b.working \
        FROM up u LEFT JOIN register_hours h ON h.area = u.id LEFT JOIN register_break b ON b.area = u.id");

    GRID = "SELECT id, area, name, phone FROM register_grid WHERE id = $1";
    GRIDS = "SELECT id, area, name, phone FROM register_grid WHERE area = $1 ORDER BY id";
    GRID_OF_BUILDING = "SELECT g.id, g.area, g.name, g.phone FROM register_building h \
        JOIN register_grid g ON g.id = h.grid WHERE h.id = $1";
    GRID_SET = "INSERT INTO register_grid(id, area, name, phone) VALUES($1, $2, $3, $4) \
        ON CONFLICT(id) DO UPDATE SET area = excluded.area, name = excluded.name, phone = excluded.phone";

    BUILDING = "SELECT id, area, grid, name, code, sort FROM register_building WHERE id = $1";
    BUILDING_BY_CODE = "SELECT id, area, grid, name, code, sort FROM register_building WHERE area = $1 AND code = $2";
    BUILDINGS = "SELECT id, area, grid, name, code, sort FROM register_building WHERE area = $1 ORDER BY sort, id";
    BUILDING_SET = "INSERT INTO register_building(id, area, grid, name, code, sort) VALUES($1, $2, $3, $4, $5, $6) \
        ON CONFLICT(id) DO UPDATE SET grid = excluded.grid, name = excluded.name, code = excluded.code, \
        sort = excluded.sort";

    UNIT = "SELECT id, building, area, kind, label, floor_area, area_source, entrance, used, since, until \
        FROM register_unit WHERE id = $1";
    UNITS = "SELECT id, building, area, kind, label, floor_area, area_source, entrance, used, since, until \
        FROM register_unit WHERE building = $1 AND until IS NULL ORDER BY id";
    UNITS_OF_AREA = "SELECT id, building, area, kind, label, floor_area, area_source, entrance, used, since, until \
        FROM register_unit WHERE area = $1 AND until IS NULL ORDER BY building, id";
    UNIT_SET = "INSERT INTO register_unit(id, building, area, kind, label, floor_area, area_source, entrance, used) \
        VALUES($1, $2, $3, $4, $5, $6, $7, $8, $9) \
        ON CONFLICT(id) DO UPDATE SET kind = excluded.kind, label = excluded.label, \
        floor_area = excluded.floor_area, area_source = excluded.area_source, entrance = excluded.entrance, \
        used = excluded.used";

    UNIT_BEGINS = "UPDATE register_unit SET since = $2 WHERE id = $1";
    UNIT_ENDS = "UPDATE register_unit SET until = $2 WHERE id = $1";
    UNIT_ORIGIN = "INSERT INTO register_unit_origin(unit, origin, area, act) VALUES($1, $2, $3, $4)";
    UNIT_CAME_FROM = "SELECT origin FROM register_unit_origin WHERE unit = $1 ORDER BY origin";
    UNIT_BECAME = "SELECT unit FROM register_unit_origin WHERE origin = $1 ORDER BY unit";
    UNIT_HOUSEHOLDS = "UPDATE register_household SET unit = $2 WHERE unit = $1";
    UNIT_RELATIONS = "UPDATE register_relation SET unit = $2 WHERE unit = $1 AND (until IS NULL OR until >= $3)";
    UNIT_OWNED = "INSERT INTO register_owner_unit(owner_set, unit, area) \
        SELECT u.owner_set, CAST($2 AS TEXT), u.area FROM register_owner_unit u \
        CROSS JOIN register_owner_set s WHERE s.id = u.owner_set AND u.unit = $1 AND (s.until IS NULL OR s.until >= $3) \
        ON CONFLICT(owner_set, unit) DO NOTHING";
    UNIT_DISOWNED = "DELETE FROM register_owner_unit WHERE unit = $1 AND EXISTS (SELECT 1 FROM register_owner_set s \
        WHERE s.id = register_owner_unit.owner_set AND (s.until IS NULL OR s.until >= $2))";

    ENTRANCE = "SELECT id, building, area, name, sort FROM register_entrance WHERE id = $1";
    ENTRANCES = "SELECT id, building, area, name, sort FROM register_entrance WHERE building = $1 ORDER BY sort, id";
    ENTRANCE_SET = "INSERT INTO register_entrance(id, building, area, name, sort) VALUES($1, $2, $3, $4, $5) \
        ON CONFLICT(id) DO UPDATE SET name = excluded.name, sort = excluded.sort";

    OWNER_SET = "SELECT id, area, since, until FROM register_owner_set WHERE id = $1";
    OWNER_SETS_OF_UNIT = "SELECT s.id, s.area, s.since, s.until FROM register_owner_unit u \
        CROSS JOIN register_owner_set s WHERE s.id = u.owner_set AND u.unit = $1 ORDER BY s.since, s.id";
    OWNER_SETS_OF_PERSON = "SELECT s.id, s.area, s.since, s.until FROM register_owner o \
        CROSS JOIN register_owner_set s WHERE s.id = o.owner_set AND o.person = $1 ORDER BY s.since, s.id";
    OWNER_SETS_OF_ORG = "SELECT s.id, s.area, s.since, s.until FROM register_owner o \
        CROSS JOIN register_owner_set s WHERE s.id = o.owner_set AND o.org = $1 ORDER BY s.since, s.id";
    OWNERS = "SELECT person, org FROM register_owner WHERE owner_set = $1 ORDER BY n";
    OWNED = "SELECT unit FROM register_owner_unit WHERE owner_set = $1 ORDER BY unit";
    OWNER_SET_SET = "INSERT INTO register_owner_set(id, area, since, until) VALUES($1, $2, $3, $4) \
        ON CONFLICT(id) DO UPDATE SET since = excluded.since, until = excluded.until";
    OWNERS_DROP = "DELETE FROM register_owner WHERE owner_set = $1";
    OWNED_DROP = "DELETE FROM register_owner_unit WHERE owner_set = $1";
    OWNER_ADD = "INSERT INTO register_owner(owner_set, n, area, person, org) VALUES($1, $2, $3, $4, $5)";
    OWNED_ADD = "INSERT INTO register_owner_unit(owner_set, unit, area) VALUES($1, $2, $3)";

    MERGE_CHILDREN = "UPDATE register_area SET parent = $2 WHERE parent = $1";
    MERGE_AREA = "UPDATE register_area SET parent = $2, successor = $2, until = $3 WHERE id = $1";
    MERGE_GRIDS = "UPDATE register_grid SET area = $2 WHERE area = $1";
    MERGE_BUILDINGS = "UPDATE register_building SET area = $2 WHERE area = $1";
    MERGE_ENTRANCES = "UPDATE register_entrance SET area = $2 WHERE area = $1";
    MERGE_UNITS = "UPDATE register_unit SET area = $2 WHERE area = $1";
    MERGE_ORIGINS = "UPDATE register_unit_origin SET area = $2 WHERE area = $1";
    MERGE_HOUSEHOLDS = "UPDATE register_household SET area = $2 WHERE area = $1";
    MERGE_RELATIONS = "UPDATE register_relation SET area = $2 WHERE area = $1";
    MERGE_OWNER_SETS = "UPDATE register_owner_set SET area = $2 WHERE area = $1";
    MERGE_OWNERS = "UPDATE register_owner SET area = $2 WHERE area = $1";
    MERGE_OWNED = "UPDATE register_owner_unit SET area = $2 WHERE area = $1";
    MERGE_CHARGES = "UPDATE register_charge SET area = $2 WHERE area = $1";

    HOUSEHOLD = "SELECT id, unit, area FROM register_household WHERE id = $1";
    HOUSEHOLDS_OF_UNIT = "SELECT id, unit, area FROM register_household WHERE unit = $1 ORDER BY id";
    HOUSEHOLD_ADD = "INSERT INTO register_household(id, unit, area) VALUES($1, $2, $3)";
    MEMBERS = "SELECT id, person, household, unit, area, kind, since, until FROM register_relation \
        WHERE household = $1 AND since <= $2 AND (until IS NULL OR until >= $2) ORDER BY since, id";

    PERSON_AREA = "SELECT area FROM register_person WHERE id = $1";
    PERSON_ACT = "SELECT act FROM register_person WHERE id = $1";
    PERSON_SET = "INSERT INTO register_person(id, area, act, phone_tail) VALUES($1, $2, $3, $4) \
        ON CONFLICT(id) DO UPDATE SET area = excluded.area, act = excluded.act, phone_tail = excluded.phone_tail";
    PEOPLE_BY_TAIL = below!("SELECT p.id FROM register_person p \
        WHERE p.phone_tail = $2 AND p.area IN (SELECT id FROM below) ORDER BY p.id");
    PEOPLE_BY_NAME = below!("SELECT p.id FROM below b CROSS JOIN register_person p CROSS JOIN journal_text t \
        WHERE p.area = b.id AND t.act = p.act AND t.field = 'name' \
        AND REPLACE(REPLACE(t.value, '·', ''), ' ', '') LIKE $2 ESCAPE '!' ORDER BY p.id LIMIT $3");

    PEOPLE_NAMED = below!("SELECT p.id FROM below b CROSS JOIN register_person p CROSS JOIN journal_text t \
        WHERE p.area = b.id AND t.act = p.act AND t.field = 'name' AND t.value = $2 ORDER BY p.id LIMIT $3");

    RELATION = "SELECT id, person, household, unit, area, kind, since, until FROM register_relation WHERE id = $1";
    RELATIONS_OF_PERSON = "SELECT id, person, household, unit, area, kind, since, until FROM register_relation \
        WHERE person = $1 AND since <= $2 AND (until IS NULL OR until >= $2) ORDER BY since, id";
    RELATIONS_OF_UNIT = "SELECT id, person, household, unit, area, kind, since, until FROM register_relation \
        WHERE unit = $1 AND since <= $2 AND (until IS NULL OR until >= $2) ORDER BY since, id";
    MOVED_OUT = "SELECT DISTINCT r.person FROM register_relation r WHERE r.until < $1 AND r.person IS NOT NULL \
        AND NOT EXISTS (SELECT 1 FROM register_relation o WHERE o.person = r.person AND (o.until IS NULL OR o.until >= $1)) \
        AND NOT EXISTS (SELECT 1 FROM register_owner o CROSS JOIN register_owner_set s WHERE o.person = r.person \
            AND s.id = o.owner_set AND (s.until IS NULL OR s.until >= $1)) \
        AND NOT EXISTS (SELECT 1 FROM register_seat s WHERE s.person = r.person AND s.closed_at IS NULL \
            AND (s.until IS NULL OR s.until >= $1)) \
        AND NOT EXISTS (SELECT 1 FROM register_child c WHERE c.guardian = r.person) ORDER BY r.person LIMIT $2";
    RELATIONS_EVER = "SELECT id, person, household, unit, area, kind, since, until FROM register_relation \
        WHERE person = $1 ORDER BY since, id";
    RELATION_SET = "INSERT INTO register_relation(id, person, household, unit, area, kind, since, until) \
        VALUES($1, $2, $3, $4, $5, $6, $7, $8) \
        ON CONFLICT(id) DO UPDATE SET kind = excluded.kind, since = excluded.since, until = excluded.until";
    RELATION_ENDS = "UPDATE register_relation SET until = $2 WHERE id = $1";

    ORG = "SELECT o.id, o.area, o.kind, o.name, o.short, o.phone, c.phone FROM register_org o \
        LEFT JOIN register_on_call c ON c.org = o.id WHERE o.id = $1";
    ORGS = "SELECT o.id, o.area, o.kind, o.name, o.short, o.phone, c.phone FROM register_org o \
        LEFT JOIN register_on_call c ON c.org = o.id WHERE o.area = $1 ORDER BY o.id";
    ORGS_OF_KIND = "SELECT id FROM register_org WHERE area = $1 AND kind = $2 ORDER BY id";
    ORG_SET = "INSERT INTO register_org(id, area, kind, name, short, phone) VALUES($1, $2, $3, $4, $5, $6) \
        ON CONFLICT(id) DO UPDATE SET area = excluded.area, name = excluded.name, short = excluded.short, \
        phone = excluded.phone";

    CONTRACT = "SELECT id, org, area, since, until FROM register_contract WHERE id = $1";
    CONTRACTS_OF_AREA = "SELECT id, org, area, since, until FROM register_contract WHERE area = $1 ORDER BY since, id";
    CONTRACTS_OF_ORG = "SELECT id, org, area, since, until FROM register_contract WHERE org = $1 ORDER BY since, id";
    CONTRACT_SET = "INSERT INTO register_contract(id, org, area, since, until) VALUES($1, $2, $3, $4, $5) \
        ON CONFLICT(id) DO UPDATE SET since = excluded.since, until = excluded.until";

    SEAT = "SELECT id, org, area, person, role, title, since, until, closed_at FROM register_seat WHERE id = $1";
    SEATS_OF_PERSON = "SELECT id, org, area, person, role, title, since, until, closed_at FROM register_seat \
        WHERE person = $1 AND since <= $2 AND (until IS NULL OR until >= $2) AND closed_at IS NULL ORDER BY since, id";
    SEATS_OF_ORG = "SELECT id, org, area, person, role, title, since, until, closed_at FROM register_seat \
        WHERE org = $1 AND since <= $2 AND (until IS NULL OR until >= $2) AND closed_at IS NULL ORDER BY since, id";
    SEATS_EVER = "SELECT id, org, area, person, role, title, since, until, closed_at FROM register_seat \
        WHERE org = $1 ORDER BY since, id";
    SEATS_IN_AREA = "SELECT id, org, area, person, role, title, since, until, closed_at FROM register_seat \
        WHERE area = $1 ORDER BY since, id";
    SEAT_ADD = "INSERT INTO register_seat(id, org, area, person, role, title, since, until) \
        VALUES($1, $2, $3, $4, $5, $6, $7, $8)";
    SEAT_ENDS = "UPDATE register_seat SET until = $2 WHERE id = $1";
    SEAT_STOPS = "UPDATE register_seat SET until = $2, closed_at = $3 WHERE id = $1";

    DEPUTY = "SELECT id, seat, area, person, since, until FROM register_deputy WHERE id = $1";
    DEPUTIES = "SELECT id, seat, area, person, since, until FROM register_deputy WHERE seat = $1 ORDER BY since, id";
    DEPUTY_SET = "INSERT INTO register_deputy(id, seat, area, person, since, until) VALUES($1, $2, $3, $4, $5, $6) \
        ON CONFLICT(id) DO UPDATE SET person = excluded.person, since = excluded.since, until = excluded.until";

    CHARGE = "SELECT id, seat, area, grid, building, since, until FROM register_charge WHERE id = $1";
    CHARGES_OF_SEAT = "SELECT id, seat, area, grid, building, since, until FROM register_charge \
        WHERE seat = $1 AND since <= $2 AND (until IS NULL OR until >= $2) ORDER BY since, id";
    CHARGES_OF_GRID = "SELECT id, seat, area, grid, building, since, until FROM register_charge \
        WHERE grid = $1 AND since <= $2 AND (until IS NULL OR until >= $2) ORDER BY since, id";
    CHARGES_OF_BUILDING = "SELECT id, seat, area, grid, building, since, until FROM register_charge \
        WHERE building = $1 AND since <= $2 AND (until IS NULL OR until >= $2) ORDER BY since, id";
    CHARGE_SET = "INSERT INTO register_charge(id, seat, area, grid, building, since, until) \
        VALUES($1, $2, $3, $4, $5, $6, $7) \
        ON CONFLICT(id) DO UPDATE SET since = excluded.since, until = excluded.until";

    AREA_NAMES = "SELECT name, code, until FROM register_area_name WHERE area = $1 ORDER BY until, act";

    PERSON_NAMED_BY = "SELECT id FROM register_person WHERE act = $1";
    FORGET_PHONE = "UPDATE register_person SET phone_tail = NULL WHERE act = $1";
    FORGET_RELATIONS = "DELETE FROM register_relation WHERE person = $1";
    FORGET_SEATS = "UPDATE register_seat SET person = NULL WHERE person = $1";
    FORGET_DEPUTIES = "UPDATE register_deputy SET person = NULL WHERE person = $1";
    FORGET_OWNER = "UPDATE register_owner SET person = NULL WHERE person = $1";
    CHILD = "SELECT guardian FROM register_child WHERE person = $1";
    CHILDREN_OF = "SELECT person FROM register_child WHERE guardian = $1 ORDER BY person";
    UNGUARDED = "SELECT person FROM register_child WHERE area = $1 AND guardian IS NULL ORDER BY person LIMIT $2";
    CHILD_SET = "INSERT INTO register_child(person, area, guardian) VALUES($1, $2, $3) \
        ON CONFLICT(person) DO UPDATE SET area = excluded.area, guardian = excluded.guardian";
    CHILD_DROP = "DELETE FROM register_child WHERE person = $1";
    FORGET_GUARDIAN = "UPDATE register_child SET guardian = NULL WHERE guardian = $1";
    FORGET_PERSON = "DELETE FROM register_person WHERE id = $1";
}

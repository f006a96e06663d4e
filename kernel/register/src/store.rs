//! The SQL of this room and nothing else. A day lies in a term when since ≤ day ≤ until; an open end is NULL.
//! CROSS JOIN where SQLite would otherwise walk the larger table first; PostgreSQL reads it as any join.

macro_rules! statements {
    ($($name:ident = $sql:expr;)*) => {
        $(pub(crate) const $name: &str = $sql;)*
        /// Every statement of this room by name, for the test that prepares them all.
        pub const SQL: &[(&str, &str)] = &[$((stringify!($name), $name)),*];
    };
}

statements! {
    AREA = "SELECT id, parent, kind, code, name, since, until, grade FROM register_area WHERE id = $1";
    AREA_PARENT = "SELECT parent FROM register_area WHERE id = $1";
    AREA_BY_CODE = "SELECT id, parent, kind, code, name, since, until, grade FROM register_area WHERE code = $1";
    AREA_BY_FORMER_CODE = "SELECT area FROM register_area_name WHERE code = $1 ORDER BY until DESC, act DESC";
    AREA_CHILDREN = "SELECT id, parent, kind, code, name, since, until, grade FROM register_area \
        WHERE parent = $1 ORDER BY id";
    AREA_ROOTS = "SELECT id, parent, kind, code, name, since, until, grade FROM register_area \
        WHERE parent IS NULL ORDER BY id";
    AREA_COMPOUNDS = "SELECT id, parent, kind, code, name, since, until, grade FROM register_area \
        WHERE kind = 'compound' ORDER BY id";
    AREA_SUBTREE = "WITH RECURSIVE below(id, depth) AS ( \
        SELECT id, 0 FROM register_area WHERE id = $1 \
        UNION ALL SELECT a.id, b.depth + 1 FROM below b JOIN register_area a ON a.parent = b.id WHERE b.depth < 12) \
        SELECT a.id, a.parent, a.kind, a.code, a.name, a.since, a.until, a.grade \
        FROM below b CROSS JOIN register_area a WHERE a.id = b.id ORDER BY b.depth, a.id";
    AREA_UP = "WITH RECURSIVE up(id, parent, depth) AS ( \
        SELECT id, parent, 0 FROM register_area WHERE id = $1 \
        UNION ALL SELECT a.id, a.parent, u.depth + 1 FROM up u JOIN register_area a ON a.id = u.parent WHERE u.depth < 12) \
        SELECT a.id, a.parent, a.kind, a.code, a.name, a.since, a.until, a.grade \
        FROM up u CROSS JOIN register_area a WHERE a.id = u.id ORDER BY u.depth";
    AREA_SET = "INSERT INTO register_area(id, parent, kind, code, name, since, until, grade) \
        VALUES($1, $2, $3, $4, $5, $6, $7, $8) \
        ON CONFLICT(id) DO UPDATE SET parent = excluded.parent, code = excluded.code, name = excluded.name, \
        since = excluded.since, until = excluded.until, grade = excluded.grade";
    AREA_FORMER = "INSERT INTO register_area_name(act, area, name, code, until) \
        SELECT CAST($1 AS TEXT), id, name, code, CAST($5 AS BIGINT) FROM register_area \
        WHERE id = $2 AND (code <> $3 OR name <> $4)";

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

    UNIT = "SELECT id, building, area, kind, label, floor_area, area_source FROM register_unit WHERE id = $1";
    UNITS = "SELECT id, building, area, kind, label, floor_area, area_source FROM register_unit \
        WHERE building = $1 ORDER BY id";
    UNIT_SET = "INSERT INTO register_unit(id, building, area, kind, label, floor_area, area_source) \
        VALUES($1, $2, $3, $4, $5, $6, $7) \
        ON CONFLICT(id) DO UPDATE SET kind = excluded.kind, label = excluded.label, \
        floor_area = excluded.floor_area, area_source = excluded.area_source";

    HOUSEHOLD = "SELECT id, unit, area FROM register_household WHERE id = $1";
    HOUSEHOLDS_OF_UNIT = "SELECT id, unit, area FROM register_household WHERE unit = $1 ORDER BY id";
    HOUSEHOLD_ADD = "INSERT INTO register_household(id, unit, area) VALUES($1, $2, $3)";
    MEMBERS = "SELECT id, person, household, unit, area, kind, since, until FROM register_relation \
        WHERE household = $1 AND since <= $2 AND (until IS NULL OR until >= $2) ORDER BY since, id";

    PERSON_AREA = "SELECT area FROM register_person WHERE id = $1";
    PERSON_ACT = "SELECT act FROM register_person WHERE id = $1";
    PERSON_SET = "INSERT INTO register_person(id, area, act, phone_tail) VALUES($1, $2, $3, $4) \
        ON CONFLICT(id) DO UPDATE SET area = excluded.area, act = excluded.act, phone_tail = excluded.phone_tail";
    PEOPLE_BY_TAIL = "WITH RECURSIVE below(id, depth) AS ( \
        SELECT id, 0 FROM register_area WHERE id = $1 \
        UNION ALL SELECT a.id, b.depth + 1 FROM below b JOIN register_area a ON a.parent = b.id WHERE b.depth < 12) \
        SELECT p.id FROM register_person p \
        WHERE p.phone_tail = $2 AND p.area IN (SELECT id FROM below) ORDER BY p.id";

    RELATION = "SELECT id, person, household, unit, area, kind, since, until FROM register_relation WHERE id = $1";
    RELATIONS_OF_PERSON = "SELECT id, person, household, unit, area, kind, since, until FROM register_relation \
        WHERE person = $1 AND since <= $2 AND (until IS NULL OR until >= $2) ORDER BY since, id";
    RELATIONS_OF_UNIT = "SELECT id, person, household, unit, area, kind, since, until FROM register_relation \
        WHERE unit = $1 AND since <= $2 AND (until IS NULL OR until >= $2) ORDER BY since, id";
    RELATION_ADD = "INSERT INTO register_relation(id, person, household, unit, area, kind, since, until) \
        VALUES($1, $2, $3, $4, $5, $6, $7, $8)";
    RELATION_ENDS = "UPDATE register_relation SET until = $2 WHERE id = $1";

    ORG = "SELECT id, area, kind, name, short, phone FROM register_org WHERE id = $1";
    ORGS = "SELECT id, area, kind, name, short, phone FROM register_org WHERE area = $1 ORDER BY id";
    ORGS_OF_KIND = "SELECT id FROM register_org WHERE area = $1 AND kind = $2 ORDER BY id";
    ORG_SET = "INSERT INTO register_org(id, area, kind, name, short, phone) VALUES($1, $2, $3, $4, $5, $6) \
        ON CONFLICT(id) DO UPDATE SET area = excluded.area, name = excluded.name, short = excluded.short, \
        phone = excluded.phone";

    CONTRACT = "SELECT id, org, area, since, until FROM register_contract WHERE id = $1";
    CONTRACTS_OF_AREA = "SELECT id, org, area, since, until FROM register_contract WHERE area = $1 ORDER BY since, id";
    CONTRACTS_OF_ORG = "SELECT id, org, area, since, until FROM register_contract WHERE org = $1 ORDER BY since, id";
    CONTRACT_SET = "INSERT INTO register_contract(id, org, area, since, until) VALUES($1, $2, $3, $4, $5) \
        ON CONFLICT(id) DO UPDATE SET since = excluded.since, until = excluded.until";

    SEAT = "SELECT id, org, area, person, role, title, since, until FROM register_seat WHERE id = $1";
    SEATS_OF_PERSON = "SELECT id, org, area, person, role, title, since, until FROM register_seat \
        WHERE person = $1 AND since <= $2 AND (until IS NULL OR until >= $2) ORDER BY since, id";
    SEATS_OF_ORG = "SELECT id, org, area, person, role, title, since, until FROM register_seat \
        WHERE org = $1 AND since <= $2 AND (until IS NULL OR until >= $2) ORDER BY since, id";
    SEAT_ADD = "INSERT INTO register_seat(id, org, area, person, role, title, since, until) \
        VALUES($1, $2, $3, $4, $5, $6, $7, $8)";
    SEAT_ENDS = "UPDATE register_seat SET until = $2 WHERE id = $1";

    PERSON_NAMED_BY = "SELECT id FROM register_person WHERE act = $1";
    FORGET_PHONE = "UPDATE register_person SET phone_tail = NULL WHERE act = $1";
    FORGET_RELATIONS = "DELETE FROM register_relation WHERE person = $1";
    FORGET_SEATS = "UPDATE register_seat SET person = NULL WHERE person = $1";
    FORGET_PERSON = "DELETE FROM register_person WHERE id = $1";
}

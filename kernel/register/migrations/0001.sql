-- District, street, community, village, compound. A row's own id is its area.
CREATE TABLE register_area(
  id TEXT NOT NULL PRIMARY KEY,
  parent TEXT NULL,
  kind TEXT NOT NULL,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  since BIGINT NOT NULL,
  until BIGINT NULL,
  grade TEXT NULL
);
CREATE UNIQUE INDEX register_area_code ON register_area(code);
CREATE INDEX register_area_parent ON register_area(parent);
-- What an area was called before, so that old numbers and signs still find it.
CREATE TABLE register_area_name(
  act TEXT NOT NULL PRIMARY KEY,
  area TEXT NOT NULL,
  name TEXT NOT NULL,
  code TEXT NOT NULL,
  until BIGINT NOT NULL
);
CREATE INDEX register_area_name_code ON register_area_name(code);
-- A grid of buildings within a community, with its duty phone.
CREATE TABLE register_grid(
  id TEXT NOT NULL PRIMARY KEY,
  area TEXT NOT NULL,
  name TEXT NOT NULL,
  phone TEXT NULL
);
CREATE INDEX register_grid_area ON register_grid(area);
CREATE TABLE register_building(
  id TEXT NOT NULL PRIMARY KEY,
  area TEXT NOT NULL,
  grid TEXT NULL,
  name TEXT NOT NULL,
  code TEXT NOT NULL,
  sort BIGINT NOT NULL
);
CREATE UNIQUE INDEX register_building_code ON register_building(area, code);
CREATE INDEX register_building_grid ON register_building(grid);
-- floor_area in 0.01 m2; area_source: where it was read (SPC interpretation 2009 no. 7, art. 8).
CREATE TABLE register_unit(
  id TEXT NOT NULL PRIMARY KEY,
  building TEXT NOT NULL,
  area TEXT NOT NULL,
  kind TEXT NOT NULL,
  label TEXT NOT NULL,
  floor_area BIGINT NULL,
  area_source TEXT NULL
);
CREATE INDEX register_unit_building ON register_unit(building);
CREATE TABLE register_household(
  id TEXT NOT NULL PRIMARY KEY,
  unit TEXT NOT NULL,
  area TEXT NOT NULL
);
CREATE INDEX register_household_unit ON register_household(unit);
-- Name and phone are texts of the act that last named the person; here only what finds them.
CREATE TABLE register_person(
  id TEXT NOT NULL PRIMARY KEY,
  area TEXT NOT NULL,
  act TEXT NOT NULL,
  phone_tail TEXT NULL
);
CREATE INDEX register_person_tail ON register_person(phone_tail);
CREATE TABLE register_relation(
  id TEXT NOT NULL PRIMARY KEY,
  person TEXT NOT NULL,
  household TEXT NULL,
  unit TEXT NULL,
  area TEXT NOT NULL,
  kind TEXT NOT NULL,
  since BIGINT NOT NULL,
  until BIGINT NULL
);
CREATE INDEX register_relation_person ON register_relation(person);
CREATE INDEX register_relation_household ON register_relation(household);
CREATE INDEX register_relation_unit ON register_relation(unit);
-- Organisations and their duty phones are public.
CREATE TABLE register_org(
  id TEXT NOT NULL PRIMARY KEY,
  area TEXT NOT NULL,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  short TEXT NULL,
  phone TEXT NULL
);
CREATE INDEX register_org_area ON register_org(area, kind);
-- A company serves a compound from one day to another, both included.
CREATE TABLE register_contract(
  id TEXT NOT NULL PRIMARY KEY,
  org TEXT NOT NULL,
  area TEXT NOT NULL,
  since BIGINT NOT NULL,
  until BIGINT NULL
);
CREATE INDEX register_contract_org ON register_contract(org);
CREATE INDEX register_contract_area ON register_contract(area);
-- person is sealed in the act, so it may be missing.
CREATE TABLE register_seat(
  id TEXT NOT NULL PRIMARY KEY,
  org TEXT NOT NULL,
  area TEXT NOT NULL,
  person TEXT NULL,
  role TEXT NOT NULL,
  title TEXT NOT NULL,
  since BIGINT NOT NULL,
  until BIGINT NULL
);
CREATE INDEX register_seat_org ON register_seat(org);
CREATE INDEX register_seat_person ON register_seat(person);

-- A merged area ends and points at the one that goes on for it.
ALTER TABLE register_area ADD COLUMN successor TEXT NULL;
-- An entrance of a building: what the people on one staircase share.
CREATE TABLE register_entrance(
  id TEXT NOT NULL PRIMARY KEY,
  building TEXT NOT NULL,
  area TEXT NOT NULL,
  name TEXT NOT NULL,
  sort BIGINT NOT NULL
);
CREATE INDEX register_entrance_building ON register_entrance(building);
CREATE INDEX register_entrance_area ON register_entrance(area);
-- since and until only where a unit came out of a split or a merger, or went into one.
ALTER TABLE register_unit ADD COLUMN entrance TEXT NULL;
ALTER TABLE register_unit ADD COLUMN used TEXT NULL;
ALTER TABLE register_unit ADD COLUMN since BIGINT NULL;
ALTER TABLE register_unit ADD COLUMN until BIGINT NULL;
CREATE INDEX register_unit_area ON register_unit(area);
CREATE TABLE register_unit_origin(
  unit TEXT NOT NULL,
  origin TEXT NOT NULL,
  area TEXT NOT NULL,
  act TEXT NOT NULL,
  PRIMARY KEY(unit, origin)
);
CREATE INDEX register_unit_origin_of ON register_unit_origin(origin);
CREATE INDEX register_unit_origin_area ON register_unit_origin(area);
CREATE INDEX register_household_area ON register_household(area);
CREATE INDEX register_relation_area ON register_relation(area);
CREATE INDEX register_area_name_of ON register_area_name(area);
CREATE INDEX register_person_area ON register_person(area);
-- Who owns which units together: one vote, one bill.
CREATE TABLE register_owner_set(
  id TEXT NOT NULL PRIMARY KEY,
  area TEXT NOT NULL,
  since BIGINT NOT NULL,
  until BIGINT NULL
);
CREATE INDEX register_owner_set_area ON register_owner_set(area);
-- One owner of a set: a person or an organisation.
CREATE TABLE register_owner(
  owner_set TEXT NOT NULL,
  n BIGINT NOT NULL,
  area TEXT NOT NULL,
  person TEXT NULL,
  org TEXT NULL,
  PRIMARY KEY(owner_set, n)
);
CREATE INDEX register_owner_person ON register_owner(person);
CREATE INDEX register_owner_org ON register_owner(org);
CREATE INDEX register_owner_area ON register_owner(area);
CREATE TABLE register_owner_unit(
  owner_set TEXT NOT NULL,
  unit TEXT NOT NULL,
  area TEXT NOT NULL,
  PRIMARY KEY(owner_set, unit)
);
CREATE INDEX register_owner_unit_unit ON register_owner_unit(unit);
CREATE INDEX register_owner_unit_area ON register_owner_unit(area);
-- closed_at: the moment the rights of a seat were taken back, where that was before its last day was over.
ALTER TABLE register_seat ADD COLUMN closed_at BIGINT NULL;
CREATE INDEX register_seat_area ON register_seat(area);
-- Somebody sits in for the holder of a seat. person is sealed in the act, so it may be missing.
CREATE TABLE register_deputy(
  id TEXT NOT NULL PRIMARY KEY,
  seat TEXT NOT NULL,
  area TEXT NOT NULL,
  person TEXT NULL,
  since BIGINT NOT NULL,
  until BIGINT NOT NULL
);
CREATE INDEX register_deputy_seat ON register_deputy(seat);
CREATE INDEX register_deputy_person ON register_deputy(person);
-- Which seat looks after a grid or a building.
CREATE TABLE register_charge(
  id TEXT NOT NULL PRIMARY KEY,
  seat TEXT NOT NULL,
  area TEXT NOT NULL,
  grid TEXT NULL,
  building TEXT NULL,
  since BIGINT NOT NULL,
  until BIGINT NULL
);
CREATE INDEX register_charge_seat ON register_charge(seat);
CREATE INDEX register_charge_grid ON register_charge(grid);
CREATE INDEX register_charge_building ON register_charge(building);
CREATE INDEX register_charge_area ON register_charge(area);

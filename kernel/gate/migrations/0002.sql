-- A session that is not whole: `code` waits for the second step, `enrol` for its setting up, `phone` is a paired staff
-- phone that asks for its PIN after a rest. NULL: the usual one.
ALTER TABLE gate_session ADD COLUMN kind TEXT;

-- When a slip was replaced or its person's phone was lost, written by gate.slip_void and gate.lost_phone.
ALTER TABLE gate_slip ADD COLUMN void_at BIGINT;

-- Own six-digit codes, one row a home. Kept: a code is a secret of today. The hash is salted by the unit, so one look
-- finds whose it is and two of one unit cannot have the same.
CREATE TABLE gate_code (
  person TEXT NOT NULL,
  unit TEXT NOT NULL,
  hash TEXT NOT NULL,
  set_at BIGINT NOT NULL,
  PRIMARY KEY (person, unit)
);
CREATE UNIQUE INDEX gate_code_hash ON gate_code (unit, hash);

-- What was tried in vain today, by source address and by unit. Kept, so that a restart forgives nothing.
CREATE TABLE gate_try (
  what TEXT NOT NULL,
  key TEXT NOT NULL,
  day BIGINT NOT NULL,
  used BIGINT NOT NULL,
  PRIMARY KEY (what, key, day)
);
CREATE INDEX gate_try_day ON gate_try (day);

-- The QR the office shows once to pair a field worker's phone. Kept.
CREATE TABLE gate_pairing (
  hash TEXT NOT NULL PRIMARY KEY,
  seat TEXT NOT NULL,
  expires BIGINT NOT NULL,
  form TEXT
);
CREATE INDEX gate_pairing_seat ON gate_pairing (seat);
CREATE INDEX gate_pairing_expires ON gate_pairing (expires);

-- Paired phones with their PIN. Kept. The id is the pairing's; without its session a phone is nothing.
CREATE TABLE gate_phone (
  id TEXT NOT NULL PRIMARY KEY,
  seat TEXT NOT NULL,
  session TEXT NOT NULL,
  pin TEXT NOT NULL,
  wrong BIGINT NOT NULL,
  paired_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX gate_phone_session ON gate_phone (session);
CREATE INDEX gate_phone_seat ON gate_phone (seat);

-- The second step of a seat: since when it is asked for, and once it is set up what its codes follow from. Kept.
CREATE TABLE gate_second (
  seat TEXT NOT NULL PRIMARY KEY,
  asked_at BIGINT NOT NULL,
  seed TEXT,
  since BIGINT,
  step BIGINT NOT NULL,
  wrong BIGINT NOT NULL,
  locked_until BIGINT
);

-- Recovery codes not yet used. Kept.
CREATE TABLE gate_recovery (
  hash TEXT NOT NULL PRIMARY KEY,
  seat TEXT NOT NULL
);
CREATE INDEX gate_recovery_seat ON gate_recovery (seat);

-- The short number on a door's poster, written by gate.door.
CREATE TABLE gate_door (
  number BIGINT NOT NULL PRIMARY KEY,
  area TEXT NOT NULL,
  building TEXT
);
CREATE INDEX gate_door_area ON gate_door (area);

-- Who may sign in with a name and a password. Kept: a password is not history.
CREATE TABLE gate_credential (
  login TEXT NOT NULL PRIMARY KEY,
  seat TEXT NOT NULL,
  person TEXT,
  hash TEXT NOT NULL,
  failed BIGINT NOT NULL,
  locked_until BIGINT
);
CREATE INDEX gate_credential_seat ON gate_credential (seat);

-- Phones and desks that are signed in. Kept.
CREATE TABLE gate_session (
  hash TEXT NOT NULL PRIMARY KEY,
  person TEXT,
  seat TEXT,
  created BIGINT NOT NULL,
  seen BIGINT NOT NULL,
  expires BIGINT NOT NULL
);
CREATE INDEX gate_session_person ON gate_session (person);
CREATE INDEX gate_session_seat ON gate_session (seat);
CREATE INDEX gate_session_expires ON gate_session (expires);

-- Entry slips, written by gate.slip and gate.admission.
CREATE TABLE gate_slip (
  id TEXT NOT NULL PRIMARY KEY,
  area TEXT NOT NULL,
  person TEXT NOT NULL,
  household TEXT NOT NULL,
  code_hash TEXT NOT NULL,
  expires_at BIGINT NOT NULL,
  used_at BIGINT,
  admission TEXT
);
CREATE UNIQUE INDEX gate_slip_code ON gate_slip (code_hash);
CREATE INDEX gate_slip_person ON gate_slip (person);

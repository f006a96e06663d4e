-- What somebody agreed to, and to which version of the rules. A row goes when it is taken back; the acts remember.
CREATE TABLE gate_consent(
  person TEXT NOT NULL,
  what TEXT NOT NULL,
  area TEXT NOT NULL,
  version BIGINT NOT NULL,
  at BIGINT NOT NULL,
  PRIMARY KEY(person, what)
);
CREATE INDEX gate_consent_area ON gate_consent(area);

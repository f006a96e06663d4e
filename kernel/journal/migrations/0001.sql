-- One row an act; body is the public leaf (RFC 8785 JSON), hash its RFC 6962 leaf hash.
-- inner_leaf and salt: for kinds whose mere existence tells something about a household.
CREATE TABLE journal_act(
  id TEXT NOT NULL PRIMARY KEY,
  seq BIGINT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  v BIGINT NOT NULL,
  no TEXT NULL,
  area TEXT NOT NULL,
  org TEXT NULL,
  at BIGINT NOT NULL,
  body TEXT NOT NULL,
  inner_leaf TEXT NULL,
  salt BLOB NULL,
  hash BLOB NOT NULL,
  token TEXT NULL UNIQUE,
  idx BIGINT NULL UNIQUE
);
CREATE INDEX journal_act_no ON journal_act(no);
CREATE INDEX journal_act_hash ON journal_act(hash);
-- The only place that holds what people wrote or who they are.
CREATE TABLE journal_text(
  act TEXT NOT NULL,
  field TEXT NOT NULL,
  subject TEXT NULL,
  salt BLOB NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY(act, field)
);
CREATE INDEX journal_text_subject ON journal_text(subject) WHERE subject IS NOT NULL;

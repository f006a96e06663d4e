-- Copies of the whole office: when, what it is called, how large.
CREATE TABLE office_backup(
  act TEXT NOT NULL PRIMARY KEY,
  area TEXT NOT NULL,
  at BIGINT NOT NULL,
  name TEXT NOT NULL,
  bytes BIGINT NOT NULL,
  files BIGINT NOT NULL,
  nightly BIGINT NOT NULL
);
CREATE INDEX office_backup_at ON office_backup(at);

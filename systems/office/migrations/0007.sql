-- Copies of the whole office: when, how large; the name of those the program makes by itself.
CREATE TABLE office_backup(
  act TEXT NOT NULL PRIMARY KEY,
  area TEXT NOT NULL,
  at BIGINT NOT NULL,
  name TEXT NULL,
  bytes BIGINT NOT NULL,
  files BIGINT NOT NULL
);
CREATE INDEX office_backup_at ON office_backup(at);

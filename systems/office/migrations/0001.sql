-- Lists that left the office: what, how many rows, when. Who took it and what for is sealed in the act.
CREATE TABLE office_export(
  act TEXT NOT NULL PRIMARY KEY,
  area TEXT NOT NULL,
  kind TEXT NOT NULL,
  n BIGINT NOT NULL,
  at BIGINT NOT NULL
);
CREATE INDEX office_export_at ON office_export(at, act);

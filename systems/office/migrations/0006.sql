-- Who at a counter opened what is kept of somebody, found by name or door, and what for.
CREATE TABLE office_look_up(
  act TEXT NOT NULL PRIMARY KEY,
  area TEXT NOT NULL,
  person TEXT NOT NULL,
  seat TEXT NOT NULL,
  purpose TEXT NOT NULL,
  at BIGINT NOT NULL
);
CREATE INDEX office_look_up_person ON office_look_up(person, at);

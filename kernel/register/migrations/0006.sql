-- Who is not yet 14, and who acts for them. No birthday, no year: only that it is so, until it ends.
CREATE TABLE register_child(
  person TEXT NOT NULL PRIMARY KEY,
  area TEXT NOT NULL,
  guardian TEXT NULL
);
CREATE INDEX register_child_guardian ON register_child(guardian);
CREATE INDEX register_child_area ON register_child(area);

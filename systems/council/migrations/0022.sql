-- What a proposal would cost, in fen, and which organisation would do it; either may be left out.
CREATE TABLE council_plan(
  entry TEXT NOT NULL PRIMARY KEY,
  matter TEXT NOT NULL,
  area TEXT NOT NULL,
  cost BIGINT NULL,
  doer TEXT NULL
);
CREATE INDEX council_plan_matter ON council_plan(matter, entry);

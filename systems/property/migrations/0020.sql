-- The members of a committee changed: an alternate moved up, or somebody was elected for the rest of the term. due: the last day on
-- which it is filed, moved to a working day.
CREATE TABLE property_change(
  act TEXT NOT NULL PRIMARY KEY,
  vote TEXT NOT NULL,
  area TEXT NOT NULL,
  org TEXT NOT NULL,
  day BIGINT NOT NULL,
  due BIGINT NOT NULL,
  filed TEXT NULL,
  filed_day BIGINT NULL
);
CREATE INDEX property_change_vote ON property_change(vote, day, act);

-- 首次业主大会: the way to the first assembly of a compound. What was typed is in journal_text of the act. ended_at: all steps
-- are done or it was given up; off: the act that gave it up. Areas in 0.01 m².
CREATE TABLE property_first(
  id TEXT NOT NULL PRIMARY KEY,
  area TEXT NOT NULL,
  org TEXT NOT NULL,
  applied BIGINT NOT NULL,
  applicant TEXT NOT NULL,
  signers BIGINT NOT NULL,
  size BIGINT NOT NULL,
  delivered BIGINT NOT NULL,
  begun_at BIGINT NOT NULL,
  ended_at BIGINT NULL,
  off TEXT NULL
);
CREATE INDEX property_first_all ON property_first(begun_at, id);
CREATE INDEX property_first_area ON property_first(area, ended_at);
-- A step that is done, on which day, the vote it stands on, and its own figures: what the group is, its owners and all its
-- members; how many objected and how many were answered.
CREATE TABLE property_first_step(
  first TEXT NOT NULL,
  step TEXT NOT NULL,
  area TEXT NOT NULL,
  act TEXT NOT NULL,
  day BIGINT NOT NULL,
  vote TEXT NULL,
  body TEXT NULL,
  n BIGINT NULL,
  whole BIGINT NULL,
  PRIMARY KEY(first, step)
);

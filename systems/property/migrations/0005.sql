-- 弃管小区接管: a compound nobody manages is taken over, step by step. What was typed is in journal_text.
CREATE TABLE property_takeover(
  id TEXT NOT NULL PRIMARY KEY,
  area TEXT NOT NULL,
  org TEXT NOT NULL,
  since BIGINT NOT NULL,
  begun_at BIGINT NOT NULL,
  ended_at BIGINT NULL
);
CREATE INDEX property_takeover_all ON property_takeover(begun_at, id);
CREATE INDEX property_takeover_area ON property_takeover(area, ended_at);
-- A step that is done, on which day, and the vote it stands on.
CREATE TABLE property_takeover_step(
  takeover TEXT NOT NULL,
  step TEXT NOT NULL,
  area TEXT NOT NULL,
  act TEXT NOT NULL,
  day BIGINT NOT NULL,
  vote TEXT NULL,
  PRIMARY KEY(takeover, step)
);

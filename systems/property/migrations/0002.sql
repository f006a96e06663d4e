-- 对名册有话说: an owner objects to the posted roll, and what came of it. What was typed is in journal_text.
CREATE TABLE property_objection(
  act TEXT NOT NULL PRIMARY KEY,
  vote TEXT NOT NULL,
  area TEXT NOT NULL,
  what TEXT NOT NULL,
  person TEXT NULL,
  at BIGINT NOT NULL,
  answer TEXT NULL,
  outcome TEXT NULL,
  answered_at BIGINT NULL
);
CREATE INDEX property_objection_vote ON property_objection(vote, at, act);
CREATE INDEX property_objection_person ON property_objection(vote, person);

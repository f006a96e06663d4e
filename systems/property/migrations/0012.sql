-- 当地的表决规则: a regional rule set that a street or district adopted for its area. Its text is in journal_text of the act.
CREATE TABLE property_rule_set(
  act TEXT NOT NULL PRIMARY KEY,
  area TEXT NOT NULL,
  org TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  first BIGINT NOT NULL,
  last BIGINT NULL,
  at BIGINT NOT NULL
);
CREATE INDEX property_rule_set_area ON property_rule_set(area, at, act);
CREATE INDEX property_rule_set_at ON property_rule_set(at, act);
-- The adopted set a vote is counted by; none where it is the country's.
ALTER TABLE property_vote ADD COLUMN rules_act TEXT NULL;

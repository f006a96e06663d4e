-- A seat of a committee that stands empty before its term ends, since which day, and what filled it: an alternate who moved up, or
-- a by-election.
CREATE TABLE property_vacancy(
  act TEXT NOT NULL PRIMARY KEY,
  vote TEXT NOT NULL,
  org TEXT NOT NULL,
  area TEXT NOT NULL,
  seat TEXT NOT NULL,
  why TEXT NOT NULL,
  day BIGINT NOT NULL,
  filled TEXT NULL
);
CREATE INDEX property_vacancy_org ON property_vacancy(org, filled, day, act);
-- declined: an alternate who did not want to move up.
ALTER TABLE property_candidate ADD COLUMN declined BIGINT NOT NULL DEFAULT 0;
-- whole: members of the whole committee, where a by-election fills some of its seats.
ALTER TABLE property_election ADD COLUMN whole BIGINT NULL;

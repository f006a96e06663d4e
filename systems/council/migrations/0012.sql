-- 分头办: a part of a matter's work that another organisation does. Its words stand in journal_text of the act.
CREATE TABLE council_part(
  act TEXT NOT NULL PRIMARY KEY,
  matter TEXT NOT NULL,
  area TEXT NOT NULL,
  org TEXT NOT NULL,
  by_org TEXT NOT NULL,
  due_at BIGINT NOT NULL,
  state TEXT NOT NULL,
  at BIGINT NOT NULL,
  taken_at BIGINT NULL,
  ended_at BIGINT NULL
);
CREATE INDEX council_part_matter ON council_part(matter, at, act);
CREATE INDEX council_part_org ON council_part(org, due_at) WHERE ended_at IS NULL;

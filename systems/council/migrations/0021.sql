-- A bulletin laid before the organisations it names; until_at is just after their last day to answer.
CREATE TABLE council_bulletin(
  id TEXT NOT NULL PRIMARY KEY,
  area TEXT NOT NULL,
  org TEXT NOT NULL,
  from_day BIGINT NOT NULL,
  to_day BIGINT NOT NULL,
  until_at BIGINT NOT NULL,
  laid_at BIGINT NOT NULL,
  hung_at BIGINT NULL
);
CREATE UNIQUE INDEX council_bulletin_of ON council_bulletin(area, to_day, from_day);
CREATE INDEX council_bulletin_laid ON council_bulletin(laid_at, id);
CREATE INDEX council_bulletin_hung ON council_bulletin(hung_at, id) WHERE hung_at IS NOT NULL;
-- What it tells of each, and the act of their answer.
CREATE TABLE council_bulletin_line(
  bulletin TEXT NOT NULL,
  org TEXT NOT NULL,
  in_time BIGINT NOT NULL,
  late BIGINT NOT NULL,
  in_hand BIGINT NOT NULL,
  back BIGINT NOT NULL,
  solved BIGINT NOT NULL,
  answers BIGINT NOT NULL,
  said TEXT NULL,
  PRIMARY KEY(bulletin, org)
);

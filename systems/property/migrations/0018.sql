-- 应急维修: the maintenance fund is used in an emergency without a vote, where the rules of the region say so. most and cost in
-- fen; posted: for so many days it hangs out once it is settled, until until_day.
CREATE TABLE property_urgent(
  id TEXT NOT NULL PRIMARY KEY,
  area TEXT NOT NULL,
  org TEXT NOT NULL,
  danger TEXT NOT NULL,
  day BIGINT NOT NULL,
  most BIGINT NOT NULL,
  posted BIGINT NOT NULL,
  street TEXT NULL,
  authority TEXT NULL,
  noted_at BIGINT NOT NULL,
  done TEXT NULL,
  done_day BIGINT NULL,
  cost BIGINT NULL,
  until_day BIGINT NULL
);
CREATE INDEX property_urgent_all ON property_urgent(noted_at, id);
CREATE INDEX property_urgent_area ON property_urgent(area, noted_at, id);

-- 应急维修: entry is the act whose words stand, where the entry was corrected; off is the act that withdrew it.
ALTER TABLE property_urgent ADD COLUMN entry TEXT NULL;
ALTER TABLE property_urgent ADD COLUMN off TEXT NULL;
ALTER TABLE property_urgent ADD COLUMN off_at BIGINT NULL;
-- What an entry or an account said before it was corrected: before is the act whose words stood, day and sum (fen) what stood.
CREATE TABLE property_urgent_mended(
  act TEXT NOT NULL PRIMARY KEY,
  urgent TEXT NOT NULL,
  area TEXT NOT NULL,
  part TEXT NOT NULL,
  before TEXT NOT NULL,
  day BIGINT NOT NULL,
  sum BIGINT NOT NULL,
  at BIGINT NOT NULL
);
CREATE INDEX property_urgent_mended_urgent ON property_urgent_mended(urgent, at, act);

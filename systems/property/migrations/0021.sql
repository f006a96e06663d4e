-- 主管部门电子投票系统的计票, as one person took it in: lines (one an owner), totals only, or nobody voted there. source and reference,
-- the lines and what was left out are in journal_text of the act; digest tells whether two took in the same. counts: by it there
-- are two of them; void: it was set aside. file is the sheet as it came; files are NULL once they were erased.
CREATE TABLE property_official(
  act TEXT NOT NULL PRIMARY KEY,
  vote TEXT NOT NULL,
  area TEXT NOT NULL,
  what TEXT NOT NULL,
  seat TEXT NOT NULL,
  person TEXT NULL,
  day BIGINT NOT NULL,
  digest TEXT NOT NULL,
  owners BIGINT NOT NULL,
  outside BIGINT NOT NULL,
  file TEXT NULL,
  large TEXT NULL,
  small TEXT NULL,
  width BIGINT NULL,
  height BIGINT NULL,
  at BIGINT NOT NULL,
  counts BIGINT NOT NULL,
  asked BIGINT NOT NULL DEFAULT 0,
  void BIGINT NOT NULL DEFAULT 0
);
CREATE INDEX property_official_vote ON property_official(vote, void, at, act);
-- What was cast there for a number, of the tally that counts.
CREATE TABLE property_official_line(
  vote TEXT NOT NULL,
  no BIGINT NOT NULL,
  area TEXT NOT NULL,
  act TEXT NOT NULL,
  marks TEXT NOT NULL,
  at BIGINT NOT NULL,
  PRIMARY KEY(vote, no)
);
-- Persons and 0.01 m² of a matter, where totals are all there is.
CREATE TABLE property_official_total(
  vote TEXT NOT NULL,
  n BIGINT NOT NULL,
  area TEXT NOT NULL,
  yes_persons BIGINT NOT NULL,
  yes_size BIGINT NOT NULL,
  no_persons BIGINT NOT NULL,
  no_size BIGINT NOT NULL,
  abstain_persons BIGINT NOT NULL,
  abstain_size BIGINT NOT NULL,
  PRIMARY KEY(vote, n)
);

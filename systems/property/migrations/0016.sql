-- 票箱封存记录: a box was sealed or opened; where, by whom and the note are in journal_text of the act. Its files are NULL once they
-- were erased.
CREATE TABLE property_box(
  act TEXT NOT NULL PRIMARY KEY,
  vote TEXT NOT NULL,
  area TEXT NOT NULL,
  box BIGINT NOT NULL,
  what TEXT NOT NULL,
  at BIGINT NOT NULL,
  large TEXT NULL,
  small TEXT NULL,
  width BIGINT NULL,
  height BIGINT NULL
);
CREATE INDEX property_box_vote ON property_box(vote, box, at, act);

-- 计票表签好了: how many called, counted and watched, and whether what they counted is what the program counted; who they are and the
-- note are in journal_text of the act. The newest one stands. Its files are NULL once they were erased.
CREATE TABLE property_signing(
  act TEXT NOT NULL PRIMARY KEY,
  vote TEXT NOT NULL,
  area TEXT NOT NULL,
  day BIGINT NOT NULL,
  callers BIGINT NOT NULL,
  counters BIGINT NOT NULL,
  watchers BIGINT NOT NULL,
  same BIGINT NOT NULL,
  at BIGINT NOT NULL,
  large TEXT NULL,
  small TEXT NULL,
  width BIGINT NULL,
  height BIGINT NULL
);
CREATE INDEX property_signing_vote ON property_signing(vote, at, act);

-- What is one and the same: a matter, and the one it was made part of. Taken apart, the row goes.
CREATE TABLE council_merged(
  matter TEXT NOT NULL PRIMARY KEY,
  into_matter TEXT NOT NULL,
  act TEXT NOT NULL,
  joins BIGINT NOT NULL,
  counts BIGINT NOT NULL,
  at BIGINT NOT NULL
);
CREATE INDEX council_merged_into ON council_merged(into_matter, at);
-- 正在发生: something that holds for a whole place until it is over. Its words are in journal_text of the act `said`.
CREATE TABLE council_banner(
  id TEXT NOT NULL PRIMARY KEY,
  area TEXT NOT NULL,
  building TEXT NULL,
  org TEXT NOT NULL,
  kind TEXT NOT NULL,
  until_at BIGINT NULL,
  said TEXT NOT NULL,
  n BIGINT NOT NULL,
  began_at BIGINT NOT NULL,
  ended_at BIGINT NULL
);
CREATE INDEX council_banner_now ON council_banner(area, began_at) WHERE ended_at IS NULL;
CREATE INDEX council_banner_all ON council_banner(began_at, id);
-- Whose home it has reached: one tap each, a household counted once.
CREATE TABLE council_banner_tap(
  act TEXT NOT NULL PRIMARY KEY,
  banner TEXT NOT NULL,
  area TEXT NOT NULL,
  person TEXT NULL,
  household TEXT NULL,
  at BIGINT NOT NULL
);
CREATE INDEX council_banner_tap_of ON council_banner_tap(banner, at, act);

-- 公示: what hangs on a board, from when to when; its words are in journal_text of words_act. Days are counted from 1970-01-01.
CREATE TABLE notice_board_notice(
  id TEXT NOT NULL PRIMARY KEY,
  area TEXT NOT NULL,
  org TEXT NOT NULL,
  kind TEXT NOT NULL,
  section TEXT NOT NULL,
  ground TEXT NOT NULL,
  from_day BIGINT NOT NULL,
  to_day BIGINT NOT NULL,
  legal_until BIGINT NULL,
  words_act TEXT NOT NULL,
  posted_at BIGINT NOT NULL,
  corrects TEXT NULL,
  corrected_by TEXT NULL,
  down_at BIGINT NULL,
  down_act TEXT NULL,
  started BIGINT NULL,
  ended BIGINT NULL
);
CREATE INDEX notice_board_notice_area ON notice_board_notice(area, from_day, id);
CREATE INDEX notice_board_notice_section ON notice_board_notice(area, section, from_day, id);
-- Photos: of the notice itself, and of the physical board at the start and at the end. Files by their hash, sealed in the act.
CREATE TABLE notice_board_photo(
  act TEXT NOT NULL,
  n BIGINT NOT NULL,
  notice TEXT NOT NULL,
  area TEXT NOT NULL,
  stage TEXT NOT NULL,
  day BIGINT NULL,
  large TEXT NULL,
  small TEXT NULL,
  width BIGINT NULL,
  height BIGINT NULL,
  at BIGINT NOT NULL,
  PRIMARY KEY(act, n)
);
CREATE INDEX notice_board_photo_notice ON notice_board_photo(notice, at, act, n);
-- Which calendar of what must be posted an area keeps.
CREATE TABLE notice_board_calendar(
  area TEXT NOT NULL PRIMARY KEY,
  act TEXT NOT NULL,
  org TEXT NOT NULL,
  body TEXT NOT NULL,
  busy BIGINT NOT NULL,
  since BIGINT NOT NULL
);
-- The title in a second script, as an area's office supplies it.
CREATE TABLE notice_board_title(
  area TEXT NOT NULL PRIMARY KEY,
  act TEXT NOT NULL,
  large TEXT NULL,
  small TEXT NULL,
  width BIGINT NULL,
  height BIGINT NULL
);
CREATE INDEX notice_board_title_act ON notice_board_title(act);

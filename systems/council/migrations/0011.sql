-- 常用回话: what the desk of a community says again and again; its words are in journal_text of the act named here.
CREATE TABLE council_reply(
  id TEXT NOT NULL PRIMARY KEY,
  area TEXT NOT NULL,
  form TEXT NOT NULL,
  said TEXT NOT NULL,
  at BIGINT NOT NULL
);
CREATE INDEX council_reply_area ON council_reply(area, at, id);
-- 单元门口的码: when somebody last looked at the poster of an entrance, and whether it was there and could be read.
CREATE TABLE council_poster(
  entrance TEXT NOT NULL PRIMARY KEY,
  area TEXT NOT NULL,
  good BIGINT NOT NULL,
  at BIGINT NOT NULL
);
CREATE INDEX council_poster_area ON council_poster(area);
-- What happens at one entrance only.
ALTER TABLE council_banner ADD COLUMN entrance TEXT NULL;

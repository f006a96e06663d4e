-- A matter: what somebody brought in. Its place in the flow is its way (path_way); what people wrote is journal_text.
CREATE TABLE council_matter(
  id TEXT NOT NULL PRIMARY KEY,
  area TEXT NOT NULL,
  no TEXT NOT NULL UNIQUE,
  act TEXT NOT NULL UNIQUE,
  way TEXT NOT NULL UNIQUE,
  category TEXT NOT NULL,
  clock TEXT NOT NULL,
  source TEXT NOT NULL,
  place TEXT NULL,
  building TEXT NULL,
  see TEXT NOT NULL,
  behalf BIGINT NOT NULL,
  verified BIGINT NOT NULL,
  reporter TEXT NULL,
  phone_tail TEXT NULL,
  publication TEXT NOT NULL,
  published TEXT NULL,
  titled TEXT NULL,
  decided TEXT NULL,
  executor TEXT NULL,
  outcome TEXT NULL,
  late_at BIGINT NULL,
  reopened BIGINT NOT NULL,
  asked BIGINT NOT NULL,
  reported_at BIGINT NOT NULL,
  moved_at BIGINT NOT NULL
);
CREATE INDEX council_matter_new ON council_matter(reported_at, id);
CREATE INDEX council_matter_area ON council_matter(area, reported_at, id);
CREATE INDEX council_matter_reporter ON council_matter(reporter) WHERE reporter IS NOT NULL;
-- The number series of an area: one count a year, without gaps.
CREATE TABLE council_series(
  area TEXT NOT NULL,
  year BIGINT NOT NULL,
  last BIGINT NOT NULL,
  PRIMARY KEY(area, year)
);
-- How many matters stand where, kept by every hop so that no page has to count.
CREATE TABLE council_tally(
  area TEXT NOT NULL,
  stage TEXT NOT NULL,
  n BIGINT NOT NULL,
  PRIMARY KEY(area, stage)
);
-- What was said in deliberation, and the notes along the way: one row an act, its words in journal_text.
CREATE TABLE council_entry(
  act TEXT NOT NULL PRIMARY KEY,
  matter TEXT NOT NULL,
  area TEXT NOT NULL,
  kind TEXT NOT NULL,
  org TEXT NULL,
  person TEXT NULL,
  detail TEXT NULL,
  at BIGINT NOT NULL
);
CREATE INDEX council_entry_matter ON council_entry(matter, at);
CREATE INDEX council_matter_open ON council_matter(reported_at, id) WHERE outcome IS NULL;
CREATE INDEX council_matter_area_open ON council_matter(area, reported_at, id) WHERE outcome IS NULL;
CREATE INDEX council_matter_done ON council_matter(reported_at, id) WHERE outcome IS NOT NULL;
CREATE INDEX council_matter_area_done ON council_matter(area, reported_at, id) WHERE outcome IS NOT NULL;

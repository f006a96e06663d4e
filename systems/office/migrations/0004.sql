-- Something that happened to personal data. What happened and what was done are sealed in the acts.
CREATE TABLE office_incident(
  id TEXT NOT NULL PRIMARY KEY,
  area TEXT NOT NULL,
  org TEXT NOT NULL,
  act TEXT NOT NULL,
  noticed_at BIGINT NOT NULL,
  kinds TEXT NOT NULL,
  people BIGINT NOT NULL,
  authority_at BIGINT NULL,
  residents_at BIGINT NULL,
  spared_at BIGINT NULL,
  closed_at BIGINT NULL
);
CREATE INDEX office_incident_area ON office_incident(area, noticed_at);
-- What was done about it, one line an act; the words are the act's text.
CREATE TABLE office_incident_step(
  act TEXT NOT NULL PRIMARY KEY,
  incident TEXT NOT NULL,
  area TEXT NOT NULL,
  kind TEXT NOT NULL,
  at BIGINT NOT NULL
);
CREATE INDEX office_incident_step_of ON office_incident_step(incident, at, act);
-- For how many months a kind of data is kept, where the office settled another time than the usual.
CREATE TABLE office_retention(
  kind TEXT NOT NULL PRIMARY KEY,
  area TEXT NOT NULL,
  months BIGINT NOT NULL
);

-- 议事会: a council that was called; its words, place and minutes are in journal_text of the acts named here.
CREATE TABLE council_meeting(
  id TEXT NOT NULL PRIMARY KEY,
  area TEXT NOT NULL,
  org TEXT NOT NULL,
  starts_at BIGINT NOT NULL,
  ends_at BIGINT NOT NULL,
  days BIGINT NOT NULL,
  state TEXT NOT NULL,
  minutes TEXT NULL,
  until_at BIGINT NULL,
  ended_at BIGINT NULL,
  why TEXT NULL
);
CREATE INDEX council_meeting_all ON council_meeting(starts_at, id);
CREATE INDEX council_meeting_area ON council_meeting(area, starts_at, id);
-- The agenda, with what the minutes say of each matter and what came of it once they were final.
CREATE TABLE council_meeting_matter(
  meeting TEXT NOT NULL,
  n BIGINT NOT NULL,
  area TEXT NOT NULL,
  matter TEXT NOT NULL,
  kind TEXT NULL,
  executor TEXT NULL,
  by_day BIGINT NULL,
  money BIGINT NULL,
  landed TEXT NULL,
  PRIMARY KEY(meeting, n)
);
CREATE INDEX council_meeting_matter_of ON council_meeting_matter(matter, meeting);
-- Which organisations are invited; whoever lives there is anyway.
CREATE TABLE council_meeting_invited(
  meeting TEXT NOT NULL,
  n BIGINT NOT NULL,
  area TEXT NOT NULL,
  org TEXT NOT NULL,
  PRIMARY KEY(meeting, n)
);
-- Who came: for an organisation, or as a resident. A name from the sheet that is in no register is in journal_text.
CREATE TABLE council_attendance(
  act TEXT NOT NULL PRIMARY KEY,
  meeting TEXT NOT NULL,
  area TEXT NOT NULL,
  how TEXT NOT NULL,
  org TEXT NULL,
  person TEXT NULL,
  struck TEXT NULL,
  at BIGINT NOT NULL
);
CREATE INDEX council_attendance_meeting ON council_attendance(meeting, at, act);
-- What somebody has against posted minutes, and the act that answered it.
CREATE TABLE council_minutes_objection(
  act TEXT NOT NULL PRIMARY KEY,
  meeting TEXT NOT NULL,
  area TEXT NOT NULL,
  minutes TEXT NOT NULL,
  org TEXT NULL,
  person TEXT NULL,
  answer TEXT NULL,
  at BIGINT NOT NULL
);
CREATE INDEX council_minutes_objection_meeting ON council_minutes_objection(meeting, at, act);

-- A council whose time, place or agenda changed: `said` is the act whose texts say place and words, until then the call's own;
-- after `write_by` its convener is reminded of the minutes.
ALTER TABLE council_meeting ADD COLUMN said TEXT NULL;
ALTER TABLE council_meeting ADD COLUMN write_by BIGINT NULL;
-- What was changed of a council, and when it was to begin before.
CREATE TABLE council_meeting_change(
  act TEXT NOT NULL PRIMARY KEY,
  meeting TEXT NOT NULL,
  area TEXT NOT NULL,
  what TEXT NOT NULL,
  was_at BIGINT NOT NULL,
  at BIGINT NOT NULL
);
CREATE INDEX council_meeting_change_of ON council_meeting_change(meeting, at, act);
-- A photo of the signed sheet, for who runs it only. Its columns are NULL once the text that names it is erased.
CREATE TABLE council_meeting_sheet(
  act TEXT NOT NULL,
  n BIGINT NOT NULL,
  meeting TEXT NOT NULL,
  area TEXT NOT NULL,
  large TEXT NULL,
  small TEXT NULL,
  width BIGINT NULL,
  height BIGINT NULL,
  at BIGINT NOT NULL,
  PRIMARY KEY(act, n)
);
CREATE INDEX council_meeting_sheet_of ON council_meeting_sheet(meeting, at, act, n);
-- 谢谢: whoever brought a matter in or joined it thanks who did it. Public is how many; who is forgotten with them.
CREATE TABLE council_thanks(
  act TEXT NOT NULL PRIMARY KEY,
  matter TEXT NOT NULL,
  area TEXT NOT NULL,
  org TEXT NOT NULL,
  person TEXT NULL,
  link BIGINT NOT NULL,
  at BIGINT NOT NULL
);
CREATE INDEX council_thanks_matter ON council_thanks(matter, at, act);

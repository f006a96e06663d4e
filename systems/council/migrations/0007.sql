-- 先停一停: why the clock of a matter's work stands still, until when, and what was left of its term.
CREATE TABLE council_pause(
  matter TEXT NOT NULL PRIMARY KEY,
  reason TEXT NOT NULL,
  until_at BIGINT NOT NULL,
  rest BIGINT NULL
);

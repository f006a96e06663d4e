-- A rule that was proposed with its estimate: what it changes, and what the estimate says of the matters that had ended.
CREATE TABLE council_proposal(
  matter TEXT NOT NULL PRIMARY KEY,
  area TEXT NOT NULL,
  act TEXT NOT NULL,
  about TEXT NULL,
  kind TEXT NULL,
  months BIGINT NOT NULL,
  cases BIGINT NOT NULL,
  changed BIGINT NOT NULL,
  handed BIGINT NOT NULL,
  handed_saved BIGINT NOT NULL,
  working BIGINT NOT NULL,
  working_saved BIGINT NOT NULL,
  at BIGINT NOT NULL
);

-- 问问大家: a straw poll asked in a matter. `homes`: how many households had answered when it closed; none where fewer than five had.
CREATE TABLE council_poll(
  id TEXT NOT NULL PRIMARY KEY,
  matter TEXT NOT NULL,
  area TEXT NOT NULL,
  org TEXT NOT NULL,
  choices BIGINT NOT NULL,
  until_at BIGINT NOT NULL,
  asked_at BIGINT NOT NULL,
  state TEXT NOT NULL,
  ended_at BIGINT NULL,
  homes BIGINT NULL
);
CREATE INDEX council_poll_matter ON council_poll(matter, asked_at, id);
-- What a household answered. An answer that another of the same household replaced counts no more.
CREATE TABLE council_poll_answer(
  act TEXT NOT NULL PRIMARY KEY,
  poll TEXT NOT NULL,
  area TEXT NOT NULL,
  person TEXT NOT NULL,
  household TEXT NULL,
  chosen BIGINT NOT NULL,
  how TEXT NULL,
  counts BIGINT NOT NULL,
  at BIGINT NOT NULL
);
CREATE INDEX council_poll_answer_poll ON council_poll_answer(poll, counts, at, act);
-- How often each was chosen when it closed.
CREATE TABLE council_poll_count(
  poll TEXT NOT NULL,
  chosen BIGINT NOT NULL,
  n BIGINT NOT NULL,
  PRIMARY KEY(poll, chosen)
);

-- 想问: a question asked in a deliberation, of one of the parties; `answer` is the act whose text answers it.
CREATE TABLE council_question(
  entry TEXT NOT NULL PRIMARY KEY,
  matter TEXT NOT NULL,
  area TEXT NOT NULL,
  org TEXT NOT NULL,
  asked_at BIGINT NOT NULL,
  due_at BIGINT NOT NULL,
  answer TEXT NULL,
  answered_at BIGINT NULL
);
CREATE INDEX council_question_matter ON council_question(matter, asked_at, entry);
CREATE INDEX council_question_org ON council_question(org, due_at, entry) WHERE answer IS NULL;

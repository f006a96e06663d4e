-- 满意度: households are asked about an organisation's service in a compound in a stretch of days. `homes`: how many had answered
-- when it closed; none where fewer than five had.
CREATE TABLE council_survey(
  id TEXT NOT NULL PRIMARY KEY,
  area TEXT NOT NULL,
  org TEXT NOT NULL,
  about TEXT NOT NULL,
  from_day BIGINT NOT NULL,
  to_day BIGINT NOT NULL,
  until_at BIGINT NOT NULL,
  asked_at BIGINT NOT NULL,
  state TEXT NOT NULL,
  ended_at BIGINT NULL,
  homes BIGINT NULL
);
CREATE INDEX council_survey_area ON council_survey(area, asked_at, id);
CREATE INDEX council_survey_asked ON council_survey(asked_at, id);
CREATE INDEX council_survey_ended ON council_survey(ended_at, id) WHERE ended_at IS NOT NULL;
-- What a household answered: a mark for each question, in their order.
CREATE TABLE council_survey_answer(
  act TEXT NOT NULL PRIMARY KEY,
  survey TEXT NOT NULL,
  area TEXT NOT NULL,
  person TEXT NOT NULL,
  household TEXT NULL,
  marks TEXT NOT NULL,
  at BIGINT NOT NULL
);
CREATE INDEX council_survey_answer_survey ON council_survey_answer(survey, at, act);
-- How often each mark was given to each question when it closed.
CREATE TABLE council_survey_count(
  survey TEXT NOT NULL,
  question TEXT NOT NULL,
  mark TEXT NOT NULL,
  n BIGINT NOT NULL,
  PRIMARY KEY(survey, question, mark)
);

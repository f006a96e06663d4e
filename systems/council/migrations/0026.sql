-- Of a household without a phone a worker writes down what it says, and how it was asked. What the household then says for itself
-- takes its place and the other counts no more.
ALTER TABLE council_survey_answer ADD COLUMN how TEXT NULL;
ALTER TABLE council_survey_answer ADD COLUMN counts BIGINT NOT NULL DEFAULT 1;

-- 来路: how a matter came in besides its words, where there is more to say than the source: what is wanted, when it was
-- said on paper, and by when somebody outside (12345, a superior) wants an answer. The outside number is in journal_text.
CREATE TABLE council_origin(
  matter TEXT NOT NULL PRIMARY KEY,
  need TEXT NULL,
  happened_at BIGINT NULL,
  outer_due BIGINT NULL
);

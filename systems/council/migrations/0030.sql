-- The search index again, with a row for a pair and a matter instead of one for each text and reader: what may be read is
-- looked at when it is found. The program fills it from the texts when it starts.
DROP TABLE council_gram;
CREATE TABLE council_gram(
  gram BIGINT NOT NULL,
  n BIGINT NOT NULL,
  PRIMARY KEY(gram, n)
);
CREATE INDEX council_gram_n ON council_gram(n);
DROP TABLE council_find_text;
-- Which act gave something a matter is found by.
CREATE TABLE council_find_text(
  act TEXT NOT NULL PRIMARY KEY,
  n BIGINT NOT NULL
);
DELETE FROM council_find;

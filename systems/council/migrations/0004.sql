-- Who lives with the same trouble. A household counts once; `counts` says whether this one was added for it.
CREATE TABLE council_join(
  act TEXT NOT NULL PRIMARY KEY,
  matter TEXT NOT NULL,
  area TEXT NOT NULL,
  person TEXT NULL,
  household TEXT NULL,
  told BIGINT NOT NULL,
  counts BIGINT NOT NULL,
  came TEXT NULL,
  voiced BIGINT NULL,
  left_at BIGINT NULL,
  at BIGINT NOT NULL
);
CREATE INDEX council_join_matter ON council_join(matter, at, act);
CREATE INDEX council_join_person ON council_join(person, at) WHERE person IS NOT NULL;
CREATE INDEX council_join_came ON council_join(came) WHERE came IS NOT NULL;
-- How many households joined: a figure that outlives whose they were.
CREATE TABLE council_joined(
  matter TEXT NOT NULL PRIMARY KEY,
  n BIGINT NOT NULL
);
-- The search index: two characters that stand side by side in a text, as one number with where it may be found. No
-- words stand here. Kept, made from the texts of the journal and erased with them.
CREATE TABLE council_find(
  matter TEXT NOT NULL PRIMARY KEY,
  n BIGINT NOT NULL UNIQUE,
  area TEXT NOT NULL
);
CREATE TABLE council_find_area(
  area TEXT NOT NULL PRIMARY KEY,
  a BIGINT NOT NULL UNIQUE
);
CREATE TABLE council_find_text(
  act TEXT NOT NULL,
  field TEXT NOT NULL,
  n BIGINT NOT NULL,
  src BIGINT NOT NULL,
  PRIMARY KEY(act, field)
);
CREATE INDEX council_find_text_n ON council_find_text(n, src);
CREATE TABLE council_gram(
  n BIGINT NOT NULL,
  src BIGINT NOT NULL,
  gram BIGINT NOT NULL,
  PRIMARY KEY(n, src, gram)
);
CREATE INDEX council_gram_by ON council_gram(gram, n);
-- Matters that came in and are not in the index yet: whoever reports does not wait for it.
CREATE TABLE council_find_due(
  at BIGINT NOT NULL,
  matter TEXT NOT NULL,
  PRIMARY KEY(at, matter)
);

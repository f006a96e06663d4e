-- A photo of a matter: what an act brought, as two files by their hashes, and the copy everybody may see, if one is
-- published. A file's columns are NULL once the text of the act that names it has been erased.
CREATE TABLE council_photo(
  act TEXT NOT NULL,
  n BIGINT NOT NULL,
  matter TEXT NOT NULL,
  area TEXT NOT NULL,
  stage TEXT NOT NULL,
  large TEXT NULL,
  small TEXT NULL,
  width BIGINT NULL,
  height BIGINT NULL,
  published TEXT NULL,
  shown_large TEXT NULL,
  shown_small TEXT NULL,
  mask TEXT NULL,
  at BIGINT NOT NULL,
  PRIMARY KEY(act, n)
);
CREATE INDEX council_photo_matter ON council_photo(matter, at, act, n);

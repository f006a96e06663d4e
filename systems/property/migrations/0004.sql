-- 备案: until when a counted vote is filed with the authority, and that it was. The receipt's number is in journal_text.
CREATE TABLE property_filing(
  vote TEXT NOT NULL PRIMARY KEY,
  area TEXT NOT NULL,
  due BIGINT NOT NULL,
  act TEXT NULL,
  day BIGINT NULL
);

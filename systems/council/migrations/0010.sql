-- 报价: a price the executor named for a paid repair inside a home, and what became of it. The price, what it covers and
-- every word stand in journal_text of the acts named here.
CREATE TABLE council_quote(
  act TEXT NOT NULL PRIMARY KEY,
  matter TEXT NOT NULL,
  area TEXT NOT NULL,
  org TEXT NOT NULL,
  state TEXT NOT NULL,
  rest BIGINT NULL,
  answer TEXT NULL,
  at BIGINT NOT NULL,
  ended_at BIGINT NULL
);
CREATE INDEX council_quote_matter ON council_quote(matter, at, act);

-- 重发: a paper that was lost or came back is issued again; only the last copy counts. A number without a row has its first.
CREATE TABLE property_copy(
  vote TEXT NOT NULL,
  no BIGINT NOT NULL,
  copy BIGINT NOT NULL,
  area TEXT NOT NULL,
  why TEXT NOT NULL,
  at BIGINT NOT NULL,
  PRIMARY KEY(vote, no, copy)
);
-- Which copy was entered.
ALTER TABLE property_paper ADD COLUMN copy BIGINT NOT NULL DEFAULT 1;
-- 送达登记: how a number's paper reached its owner, by which two seats. The note is in journal_text.
CREATE TABLE property_delivery(
  act TEXT NOT NULL PRIMARY KEY,
  vote TEXT NOT NULL,
  no BIGINT NOT NULL,
  copy BIGINT NOT NULL,
  area TEXT NOT NULL,
  way TEXT NOT NULL,
  day BIGINT NOT NULL,
  seat_one TEXT NOT NULL,
  seat_two TEXT NOT NULL,
  signed BIGINT NOT NULL,
  at BIGINT NOT NULL
);
CREATE INDEX property_delivery_vote ON property_delivery(vote, no, at);
-- 委托: whom an owner gave written authority, with what to mark on each matter. holder: the number of that person in this
-- vote; their name is in journal_text.
CREATE TABLE property_proxy(
  act TEXT NOT NULL PRIMARY KEY,
  vote TEXT NOT NULL,
  no BIGINT NOT NULL,
  area TEXT NOT NULL,
  holder BIGINT NOT NULL,
  person TEXT NULL,
  marks TEXT NOT NULL,
  at BIGINT NOT NULL,
  ended_at BIGINT NULL
);
CREATE INDEX property_proxy_vote ON property_proxy(vote, no, at);

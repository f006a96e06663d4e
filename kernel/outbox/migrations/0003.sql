-- A message to somebody who is not in the register: the act whose texts say who they are and how to tell them.
ALTER TABLE outbox_message ADD COLUMN source TEXT NULL;
-- What people, not organisations, must hear, by kind; and what of it came later about the same thing.
CREATE INDEX outbox_message_kind ON outbox_message(area, kind, at, id) WHERE org IS NULL;
CREATE INDEX outbox_message_subject ON outbox_message(subject, at) WHERE org IS NULL;
-- That somebody said how they want to be told: the act whose text says how. The newest is in force.
CREATE TABLE outbox_wish(
  act TEXT NOT NULL PRIMARY KEY,
  person TEXT NOT NULL,
  area TEXT NOT NULL,
  at BIGINT NOT NULL
);
CREATE INDEX outbox_wish_person ON outbox_wish(person);
-- What was done to tell somebody by voice or on paper: how often it was tried, when it is tried again, how it ended.
CREATE TABLE outbox_telling(
  message TEXT NOT NULL PRIMARY KEY,
  area TEXT NOT NULL,
  tries BIGINT NOT NULL,
  next_at BIGINT NULL,
  ended_at BIGINT NULL,
  act TEXT NOT NULL
);
-- When nobody is disturbed, as minutes since midnight. One row; without it from nine in the evening to eight.
CREATE TABLE outbox_quiet(
  one BIGINT NOT NULL PRIMARY KEY,
  from_minute BIGINT NOT NULL,
  to_minute BIGINT NOT NULL,
  act TEXT NOT NULL
);
-- Which organisations gave an address for mail, and since when; the address is the act's text.
CREATE TABLE outbox_address(
  org TEXT NOT NULL PRIMARY KEY,
  area TEXT NOT NULL,
  act TEXT NOT NULL,
  at BIGINT NOT NULL
);
-- How far each message to an organisation is on its way by mail. Kept: what was sent is no state of the office.
CREATE TABLE outbox_delivery(
  message TEXT NOT NULL PRIMARY KEY,
  org TEXT NOT NULL,
  state TEXT NOT NULL,
  tries BIGINT NOT NULL,
  due_at BIGINT NOT NULL,
  at BIGINT NOT NULL,
  note TEXT NULL
);
CREATE INDEX outbox_delivery_due ON outbox_delivery(due_at, message) WHERE state = 'waiting';
CREATE INDEX outbox_delivery_sending ON outbox_delivery(at) WHERE state = 'sending';
CREATE INDEX outbox_delivery_org ON outbox_delivery(org, at, message);

-- Which organisations' computers are called when there is something new, and since when; the address is the act's text.
CREATE TABLE outbox_hook(
  org TEXT NOT NULL PRIMARY KEY,
  area TEXT NOT NULL,
  act TEXT NOT NULL,
  at BIGINT NOT NULL
);
-- The same message may go out on two ways: by mail and by a call.
ALTER TABLE outbox_delivery RENAME TO outbox_delivery_before;
CREATE TABLE outbox_delivery(
  message TEXT NOT NULL,
  way TEXT NOT NULL,
  org TEXT NOT NULL,
  state TEXT NOT NULL,
  tries BIGINT NOT NULL,
  due_at BIGINT NOT NULL,
  at BIGINT NOT NULL,
  note TEXT NULL,
  PRIMARY KEY(message, way)
);
INSERT INTO outbox_delivery(message, way, org, state, tries, due_at, at, note)
  SELECT message, 'mail', org, state, tries, due_at, at, note FROM outbox_delivery_before;
DROP TABLE outbox_delivery_before;
CREATE INDEX outbox_delivery_due ON outbox_delivery(way, due_at, message) WHERE state = 'waiting';
CREATE INDEX outbox_delivery_sending ON outbox_delivery(at) WHERE state = 'sending';
CREATE INDEX outbox_delivery_org ON outbox_delivery(org, at, message);

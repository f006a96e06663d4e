-- One row a message: to a person, or to an organisation (in it, to one role). No words: they are made when it is shown.
CREATE TABLE outbox_message(
  id TEXT NOT NULL PRIMARY KEY,
  area TEXT NOT NULL,
  person TEXT NULL,
  org TEXT NULL,
  role TEXT NULL,
  act TEXT NOT NULL,
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  at BIGINT NOT NULL
);
CREATE INDEX outbox_message_person ON outbox_message(person, at, id) WHERE person IS NOT NULL;
CREATE INDEX outbox_message_org ON outbox_message(org, at, id) WHERE org IS NOT NULL;
-- Who has opened what, so that an inbox can say how many are new.
CREATE TABLE outbox_seen(
  message TEXT NOT NULL,
  reader TEXT NOT NULL,
  at BIGINT NOT NULL,
  PRIMARY KEY(message, reader)
);

-- Phones and desks somebody came in on before, each with whom it let in: a person, or a seat. They have tries of their
-- own, so that nobody who guesses from elsewhere locks them out. Kept; the phone holds the token, here is its hash.
CREATE TABLE gate_device (
  device TEXT NOT NULL,
  who TEXT NOT NULL,
  seen BIGINT NOT NULL,
  PRIMARY KEY (device, who)
);
CREATE INDEX gate_device_who ON gate_device (who);
CREATE INDEX gate_device_seen ON gate_device (seen);

-- Until when a password must have been used for the first time: one made on the machine for an administrator who lost
-- everything. NULL: it is good until it is replaced.
ALTER TABLE gate_credential ADD COLUMN good_until BIGINT;

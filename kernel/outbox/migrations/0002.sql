-- What one reader has opened, to be found when the reader is erased.
CREATE INDEX outbox_seen_reader ON outbox_seen(reader);

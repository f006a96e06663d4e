-- An organisation may have its letters gathered into one a day.
ALTER TABLE outbox_address ADD COLUMN daily BIGINT NOT NULL DEFAULT 0;

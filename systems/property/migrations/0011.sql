-- 问谁、哪些房子算、没投的怎么算: whom a vote asks (the whole compound where neither is given), whether parking spaces and storage
-- rooms count, and whether the unreturned follow the majority. The rules that say so are in journal_text of the vote.
ALTER TABLE property_vote ADD COLUMN building TEXT NULL;
ALTER TABLE property_vote ADD COLUMN entrance TEXT NULL;
ALTER TABLE property_vote ADD COLUMN parking BIGINT NOT NULL DEFAULT 0;
ALTER TABLE property_vote ADD COLUMN storage BIGINT NOT NULL DEFAULT 0;
ALTER TABLE property_vote ADD COLUMN follow BIGINT NOT NULL DEFAULT 0;

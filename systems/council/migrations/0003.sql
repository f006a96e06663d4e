-- Whether its reporter, who is not in the register, said how they want to be told; how stands in the report's texts.
ALTER TABLE council_matter ADD COLUMN told BIGINT NOT NULL DEFAULT 0;

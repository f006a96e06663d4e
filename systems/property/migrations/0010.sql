-- 录错号: a paper that was entered once under a number that handed in none; a second worker sets the entry aside.
ALTER TABLE property_paper ADD COLUMN void BIGINT NOT NULL DEFAULT 0;

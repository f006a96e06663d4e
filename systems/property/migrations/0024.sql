-- 临时会议: how many owners demanded it, of how many, and on which day; empty where whoever convenes called it by themselves.
ALTER TABLE property_vote ADD COLUMN demand BIGINT NULL;
ALTER TABLE property_vote ADD COLUMN demand_of BIGINT NULL;
ALTER TABLE property_vote ADD COLUMN demand_day BIGINT NULL;

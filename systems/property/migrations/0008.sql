-- 另一个人也看过: an authority counts once a second worker has seen the paper. Those of before counted at once and have no seat.
ALTER TABLE property_proxy ADD COLUMN seat TEXT NULL;
ALTER TABLE property_proxy ADD COLUMN confirmed_at BIGINT NULL;

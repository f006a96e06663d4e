-- under: what a paper or an own vote stands in place of, whole, so that it counts again if the paper was entered under a wrong number.
ALTER TABLE property_ballot ADD COLUMN under TEXT NULL;
-- asked: whoever entered it says that no such paper lies under this number; it is set aside once the other one says so, too.
ALTER TABLE property_paper ADD COLUMN asked BIGINT NOT NULL DEFAULT 0;

-- 责任清单: who does what in an area; a matter of that category is handed straight to them.
CREATE TABLE council_responsible(
  area TEXT NOT NULL,
  category TEXT NOT NULL,
  org TEXT NOT NULL,
  PRIMARY KEY(area, category)
);
-- So many working days after it was due the party secretary hears of it, and the street.
CREATE TABLE council_climb(
  area TEXT NOT NULL PRIMARY KEY,
  party_days BIGINT NOT NULL,
  street_days BIGINT NOT NULL
);

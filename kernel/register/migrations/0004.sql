-- When the offices of an area are open, in minutes since midnight (UTC+8).
CREATE TABLE register_hours(
  area TEXT NOT NULL PRIMARY KEY,
  opens BIGINT NOT NULL,
  noon_from BIGINT NOT NULL,
  noon_to BIGINT NOT NULL,
  closes BIGINT NOT NULL
);
-- Days off and make-up days of an area that no national notice tells of; both ends included.
CREATE TABLE register_break(
  area TEXT NOT NULL,
  since BIGINT NOT NULL,
  until BIGINT NOT NULL,
  working BIGINT NOT NULL,
  PRIMARY KEY(area, since)
);
-- Whom to call when something dangerous breaks, besides 119, 110 and 120.
CREATE TABLE register_emergency(
  area TEXT NOT NULL PRIMARY KEY,
  gas TEXT NULL,
  lift TEXT NULL,
  power TEXT NULL,
  water TEXT NULL
);

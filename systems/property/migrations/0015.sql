-- A photo of a signed paper, from an owner who is away: by whom it was sent on the phone, nobody where the desk took it in. ended: a
-- newer one came, or it was put back. Its files are NULL once they were erased.
CREATE TABLE property_away(
  act TEXT NOT NULL PRIMARY KEY,
  vote TEXT NOT NULL,
  no BIGINT NOT NULL,
  area TEXT NOT NULL,
  person TEXT NULL,
  at BIGINT NOT NULL,
  ended BIGINT NOT NULL DEFAULT 0,
  why TEXT NULL,
  large TEXT NULL,
  small TEXT NULL,
  width BIGINT NULL,
  height BIGINT NULL
);
CREATE INDEX property_away_no ON property_away(vote, no, at, act);

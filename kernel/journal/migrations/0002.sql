-- The public log over the leaves: tiles of up to 256 hashes (RFC 6962 tree, C2SP tlog-tiles). The place of an act in the
-- tree is its seq - 1. Kept: everything here is computed from journal_act.
CREATE TABLE journal_tile(
  tier BIGINT NOT NULL,
  n BIGINT NOT NULL,
  hashes BLOB NOT NULL,
  PRIMARY KEY(tier, n)
);
-- One row: how far the tree reaches, the newest checkpoint that everybody may see, and what its
-- signature is verified with.
CREATE TABLE journal_log(
  one BIGINT NOT NULL PRIMARY KEY,
  size BIGINT NOT NULL,
  root BLOB NOT NULL,
  published BIGINT NOT NULL,
  checkpoint TEXT NULL,
  key TEXT NULL
);

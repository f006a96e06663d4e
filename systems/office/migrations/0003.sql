-- Who runs this office, as the law asks a site to say.
CREATE TABLE office_imprint(
  area TEXT NOT NULL PRIMARY KEY,
  operator TEXT NOT NULL,
  contact TEXT NOT NULL,
  phone TEXT NOT NULL,
  kept_at TEXT NOT NULL,
  filing TEXT NULL
);
-- That somebody opened the office's address, and from where: this machine, its network, the open internet.
CREATE TABLE office_reach(
  origin TEXT NOT NULL PRIMARY KEY,
  area TEXT NOT NULL,
  situation TEXT NOT NULL,
  at BIGINT NOT NULL
);

-- 本人是业主: somebody votes for an owner-set, because a worker saw the papers and the person. The last open one counts.
CREATE TABLE property_voter(
  act TEXT NOT NULL PRIMARY KEY,
  area TEXT NOT NULL,
  owner_set TEXT NOT NULL,
  person TEXT NULL,
  shown TEXT NOT NULL,
  at BIGINT NOT NULL,
  ended_at BIGINT NULL,
  why TEXT NULL
);
CREATE INDEX property_voter_set ON property_voter(owner_set, ended_at);
CREATE INDEX property_voter_person ON property_voter(person, ended_at);
CREATE INDEX property_voter_area ON property_voter(area, at, act);
-- 业主表决: a vote that was called; its title and the words of its matters are in journal_text of the act.
CREATE TABLE property_vote(
  id TEXT NOT NULL PRIMARY KEY,
  area TEXT NOT NULL,
  org TEXT NOT NULL,
  called_at BIGINT NOT NULL,
  opens_at BIGINT NOT NULL,
  closes_at BIGINT NOT NULL,
  online TEXT NOT NULL,
  rules TEXT NOT NULL,
  rules_sha256 TEXT NOT NULL,
  state TEXT NOT NULL,
  ended_at BIGINT NULL,
  why TEXT NULL
);
CREATE INDEX property_vote_all ON property_vote(opens_at, id);
CREATE INDEX property_vote_state ON property_vote(state, closes_at, id);
CREATE INDEX property_vote_area ON property_vote(area, opens_at, id);
-- What is voted on, and what came of it.
CREATE TABLE property_vote_matter(
  vote TEXT NOT NULL,
  n BIGINT NOT NULL,
  area TEXT NOT NULL,
  kind TEXT NOT NULL,
  passed BIGINT NULL,
  outcome TEXT NULL,
  PRIMARY KEY(vote, n)
);
-- The roll as it was frozen: hashes and totals. size is 0.01 m2.
CREATE TABLE property_roll(
  vote TEXT NOT NULL PRIMARY KEY,
  area TEXT NOT NULL,
  frozen_at BIGINT NOT NULL,
  list_sha256 TEXT NOT NULL,
  roll_sha256 TEXT NOT NULL,
  units BIGINT NOT NULL,
  persons BIGINT NOT NULL,
  size BIGINT NOT NULL
);
-- Its units. no: the number drawn for this vote, of whoever votes for the unit; nth: which of theirs.
CREATE TABLE property_roll_unit(
  vote TEXT NOT NULL,
  no BIGINT NOT NULL,
  nth BIGINT NOT NULL,
  area TEXT NOT NULL,
  unit TEXT NOT NULL,
  house TEXT NOT NULL,
  door TEXT NOT NULL,
  kind TEXT NOT NULL,
  size BIGINT NOT NULL,
  source TEXT NOT NULL,
  sort BIGINT NOT NULL,
  PRIMARY KEY(vote, no, nth)
);
CREATE INDEX property_roll_unit_sort ON property_roll_unit(vote, sort);
-- Which number an owner-set votes under; sets of the same owners are one person.
CREATE TABLE property_roll_set(
  vote TEXT NOT NULL,
  owner_set TEXT NOT NULL,
  area TEXT NOT NULL,
  no BIGINT NOT NULL,
  PRIMARY KEY(vote, owner_set)
);
CREATE INDEX property_roll_set_set ON property_roll_set(owner_set);
-- What counts for a number. superseded: a phone vote that a signed paper stands in place of.
CREATE TABLE property_ballot(
  vote TEXT NOT NULL,
  no BIGINT NOT NULL,
  area TEXT NOT NULL,
  act TEXT NOT NULL,
  channel TEXT NOT NULL,
  marks TEXT NOT NULL,
  at BIGINT NOT NULL,
  superseded BIGINT NOT NULL,
  PRIMARY KEY(vote, no)
);
-- A paper as one worker entered it.
CREATE TABLE property_paper(
  act TEXT NOT NULL PRIMARY KEY,
  vote TEXT NOT NULL,
  no BIGINT NOT NULL,
  area TEXT NOT NULL,
  seat TEXT NOT NULL,
  person TEXT NULL,
  marks TEXT NOT NULL,
  at BIGINT NOT NULL
);
CREATE INDEX property_paper_vote ON property_paper(vote, no);
-- The count. size is 0.01 m2.
CREATE TABLE property_count(
  vote TEXT NOT NULL PRIMARY KEY,
  area TEXT NOT NULL,
  act TEXT NOT NULL,
  at BIGINT NOT NULL,
  persons BIGINT NOT NULL,
  size BIGINT NOT NULL,
  file_sha256 TEXT NOT NULL,
  outcome_sha256 TEXT NOT NULL
);
-- Who took the file of a count, and what for.
CREATE TABLE property_handed(
  act TEXT NOT NULL PRIMARY KEY,
  vote TEXT NOT NULL,
  area TEXT NOT NULL,
  purpose TEXT NOT NULL,
  at BIGINT NOT NULL
);
CREATE INDEX property_handed_vote ON property_handed(vote, at, act);

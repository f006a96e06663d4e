-- 业委会选举: a vote that elects the owners' committee; its candidates become matters of the vote once they are posted.
CREATE TABLE property_election(
  vote TEXT NOT NULL PRIMARY KEY,
  area TEXT NOT NULL,
  kind TEXT NOT NULL,
  org TEXT NULL,
  seats BIGINT NOT NULL,
  alternates BIGINT NOT NULL,
  tie TEXT NOT NULL,
  months BIGINT NOT NULL,
  stand_until BIGINT NOT NULL,
  posted_at BIGINT NULL,
  since BIGINT NULL,
  until BIGINT NULL
);
-- Who stands. The name is in journal_text of the act. n: the place on the paper, once posted.
CREATE TABLE property_candidate(
  act TEXT NOT NULL PRIMARY KEY,
  vote TEXT NOT NULL,
  area TEXT NOT NULL,
  person TEXT NULL,
  how TEXT NOT NULL,
  at BIGINT NOT NULL,
  stands TEXT NOT NULL,
  n BIGINT NULL
);
CREATE INDEX property_candidate_vote ON property_candidate(vote, at, act);

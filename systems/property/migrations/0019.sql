-- After a committee was elected: its first meeting, and what the committee before hands over. meets and hands: the last day of
-- each, as the act has it that seated them; nothing where there is none.
ALTER TABLE property_election ADD COLUMN meets BIGINT NULL;
ALTER TABLE property_election ADD COLUMN hands BIGINT NULL;
-- chair and vice: seats. came of members were there.
CREATE TABLE property_meeting(
  vote TEXT NOT NULL PRIMARY KEY,
  act TEXT NOT NULL,
  area TEXT NOT NULL,
  day BIGINT NOT NULL,
  chair TEXT NOT NULL,
  vice TEXT NOT NULL,
  came BIGINT NOT NULL,
  members BIGINT NOT NULL
);
-- One thing of one hand-over: handed, missing, or that there is none of it. sum in fen, of money only.
CREATE TABLE property_hand_over(
  act TEXT NOT NULL,
  thing TEXT NOT NULL,
  vote TEXT NOT NULL,
  area TEXT NOT NULL,
  day BIGINT NOT NULL,
  state TEXT NOT NULL,
  sum BIGINT NULL,
  PRIMARY KEY(act, thing)
);
CREATE INDEX property_hand_over_vote ON property_hand_over(vote, day, act);

-- What somebody said in a deliberation and a worker hid; `act` is the act whose text says why.
CREATE TABLE council_hidden(
  entry TEXT NOT NULL PRIMARY KEY,
  act TEXT NOT NULL,
  matter TEXT NOT NULL,
  area TEXT NOT NULL,
  at BIGINT NOT NULL
);

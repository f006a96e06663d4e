-- A seat is handed over: who leaves, what is to be handed over, who takes it. person is sealed in the act.
CREATE TABLE office_handover(
  id TEXT NOT NULL PRIMARY KEY,
  area TEXT NOT NULL,
  org TEXT NOT NULL,
  seat TEXT NOT NULL,
  person TEXT NULL,
  to_seat TEXT NULL,
  opened_at BIGINT NOT NULL,
  act TEXT NOT NULL,
  accepted_at BIGINT NULL
);
CREATE UNIQUE INDEX office_handover_seat ON office_handover(seat);
CREATE INDEX office_handover_area ON office_handover(area, opened_at);
CREATE INDEX office_handover_to ON office_handover(to_seat);
CREATE INDEX office_handover_person ON office_handover(person);
-- One line of the list. Its words are the text words_<n> of the act; a matter's number is public.
CREATE TABLE office_handover_item(
  handover TEXT NOT NULL,
  n BIGINT NOT NULL,
  area TEXT NOT NULL,
  kind TEXT NOT NULL,
  no TEXT NULL,
  act TEXT NOT NULL,
  found BIGINT NULL,
  checked_at BIGINT NULL,
  checked_act TEXT NULL,
  PRIMARY KEY(handover, n)
);

-- Ways: where each stands. Knows no title, no place and no people; written by path's begin and take.
CREATE TABLE path_way (
  id TEXT NOT NULL PRIMARY KEY,
  area TEXT NOT NULL,
  flow TEXT NOT NULL,
  flow_version BIGINT NOT NULL,
  kind TEXT NOT NULL,
  step TEXT NOT NULL,
  stage TEXT NOT NULL,
  holder TEXT NOT NULL,
  began_at BIGINT NOT NULL,
  entered_at BIGINT NOT NULL,
  due_at BIGINT,
  ended_at BIGINT,
  hops BIGINT NOT NULL
);
-- The desk of an area, the desk of an organisation, and what ended lately (how fast it can go).
CREATE INDEX path_way_area ON path_way (area, step, due_at) WHERE ended_at IS NULL;
CREATE INDEX path_way_holder ON path_way (holder, due_at) WHERE ended_at IS NULL;
CREATE INDEX path_way_ended ON path_way (area, flow, kind, ended_at) WHERE ended_at IS NOT NULL;

-- What each way has been through; n = 0 is its beginning.
CREATE TABLE path_hop (
  way TEXT NOT NULL,
  n BIGINT NOT NULL,
  area TEXT NOT NULL,
  move TEXT,
  from_step TEXT,
  to_step TEXT NOT NULL,
  stage TEXT NOT NULL,
  holder TEXT NOT NULL,
  at BIGINT NOT NULL,
  act TEXT NOT NULL,
  due_at BIGINT,
  PRIMARY KEY (way, n)
);

-- Working time of the stay a hop ended, as its act says; what was recorded before has none and is in no median.
ALTER TABLE path_hop ADD COLUMN took BIGINT;
-- What happened in an area in a time, and what ended there since.
CREATE INDEX path_hop_area ON path_hop (area, at);
CREATE INDEX path_way_over ON path_way (area, ended_at) WHERE ended_at IS NOT NULL;

-- The map, kept by path's begin and take: moves, stays and walks by area, flow and month (year * 100 + month, UTC+8).
-- A way's beginning is a move without a name. A stay's bucket is bucket.rs.
CREATE TABLE path_sum_move (
  area TEXT NOT NULL,
  flow TEXT NOT NULL,
  month BIGINT NOT NULL,
  from_step TEXT NOT NULL,
  move TEXT NOT NULL,
  to_step TEXT NOT NULL,
  n BIGINT NOT NULL,
  handed BIGINT NOT NULL,
  PRIMARY KEY (area, flow, month, from_step, move, to_step)
);
CREATE TABLE path_sum_stay (
  area TEXT NOT NULL,
  flow TEXT NOT NULL,
  month BIGINT NOT NULL,
  step TEXT NOT NULL,
  bucket BIGINT NOT NULL,
  n BIGINT NOT NULL,
  PRIMARY KEY (area, flow, month, step, bucket)
);
CREATE TABLE path_sum_walk (
  area TEXT NOT NULL,
  flow TEXT NOT NULL,
  month BIGINT NOT NULL,
  walk TEXT NOT NULL,
  n BIGINT NOT NULL,
  PRIMARY KEY (area, flow, month, walk)
);

-- What is there already. Months by the arithmetic of the civil calendar, the same on both databases.
INSERT INTO path_sum_move(area, flow, month, from_step, move, to_step, n, handed)
WITH a AS (
  SELECT h.area, w.flow, COALESCE(h.from_step, '') AS from_step, COALESCE(h.move, '') AS move, h.to_step,
    CASE WHEN p.holder <> h.holder AND (w.ended_at IS NULL OR h.n < w.hops) THEN 1 ELSE 0 END AS handed,
    (h.at + 28800000000) / 86400000000 + 719468 AS z
  FROM path_hop h JOIN path_way w ON w.id = h.way LEFT JOIN path_hop p ON p.way = h.way AND p.n = h.n - 1),
b AS (SELECT a.*, z / 146097 AS era, z - z / 146097 * 146097 AS doe FROM a),
c AS (SELECT b.*, (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365 AS yoe FROM b),
d AS (SELECT c.*, (5 * (doe - (365 * yoe + yoe / 4 - yoe / 100)) + 2) / 153 AS mp FROM c),
e AS (SELECT d.*, CASE WHEN mp < 10 THEN (yoe + era * 400) * 100 + mp + 3
  ELSE (yoe + era * 400 + 1) * 100 + mp - 9 END AS month FROM d)
SELECT area, flow, month, from_step, move, to_step, CAST(COUNT(*) AS BIGINT), CAST(SUM(handed) AS BIGINT)
FROM e GROUP BY area, flow, month, from_step, move, to_step;

INSERT INTO path_sum_walk(area, flow, month, walk, n)
WITH RECURSIVE r(way, n, k, walk) AS (
  SELECT h.way, h.n, CAST(1 AS BIGINT), h.to_step FROM path_hop h JOIN path_way w ON w.id = h.way
  WHERE h.n = 0 AND w.ended_at IS NOT NULL
  UNION ALL
  SELECT h.way, h.n, CASE WHEN h.to_step = h.from_step THEN r.k ELSE r.k + 1 END,
    CASE WHEN h.to_step = h.from_step OR r.k > 24 THEN r.walk WHEN r.k = 24 THEN r.walk || '>…'
    ELSE r.walk || '>' || h.to_step END
  FROM r JOIN path_hop h ON h.way = r.way AND h.n = r.n + 1),
a AS (
  SELECT w.area, w.flow, r.walk, (w.ended_at + 28800000000) / 86400000000 + 719468 AS z
  FROM r JOIN path_way w ON w.id = r.way AND w.hops = r.n),
b AS (SELECT a.*, z / 146097 AS era, z - z / 146097 * 146097 AS doe FROM a),
c AS (SELECT b.*, (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365 AS yoe FROM b),
d AS (SELECT c.*, (5 * (doe - (365 * yoe + yoe / 4 - yoe / 100)) + 2) / 153 AS mp FROM c),
e AS (SELECT d.*, CASE WHEN mp < 10 THEN (yoe + era * 400) * 100 + mp + 3
  ELSE (yoe + era * 400 + 1) * 100 + mp - 9 END AS month FROM d)
SELECT area, flow, month, walk, CAST(COUNT(*) AS BIGINT) FROM e GROUP BY area, flow, month, walk;

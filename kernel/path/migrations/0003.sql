-- Desks list open ways by when they are due, whatever has no day last, and count them by stage and holder. Each of the
-- four is read from its index alone, in the order it lies there; the first two take the place of what was sorted anew.
DROP INDEX path_way_area;
DROP INDEX path_way_holder;
CREATE INDEX path_way_due ON path_way (area, COALESCE(due_at, 9223372036854775807), id, stage, holder, ended_at)
  WHERE ended_at IS NULL;
CREATE INDEX path_way_hand ON path_way (holder, COALESCE(due_at, 9223372036854775807), id, stage, area, ended_at)
  WHERE ended_at IS NULL;
CREATE INDEX path_way_open ON path_way (area, stage, holder, due_at, ended_at) WHERE ended_at IS NULL;
CREATE INDEX path_way_held ON path_way (holder, area, stage, due_at, ended_at) WHERE ended_at IS NULL;

-- The counts of a desk that is narrowed further look each way up by its id; with the id these two still answer alone.
DROP INDEX path_way_open;
DROP INDEX path_way_held;
CREATE INDEX path_way_open ON path_way (area, stage, holder, due_at, id, ended_at) WHERE ended_at IS NULL;
CREATE INDEX path_way_held ON path_way (holder, area, stage, due_at, id, ended_at) WHERE ended_at IS NULL;

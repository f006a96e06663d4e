-- The compounds of a machine, as the board and the report form list them.
CREATE INDEX register_area_kind ON register_area(kind, id);

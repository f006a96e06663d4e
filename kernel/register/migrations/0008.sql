-- Which areas were merged into one: their codes find its matters too.
CREATE INDEX register_area_successor ON register_area(successor);

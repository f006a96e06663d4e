-- Who moved out is looked for every night.
CREATE INDEX register_relation_until ON register_relation(until) WHERE until IS NOT NULL;

-- The person an act named last: an erasure of that name finds them.
CREATE INDEX register_person_act ON register_person(act);

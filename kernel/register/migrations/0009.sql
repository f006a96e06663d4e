-- The number that answers for an organisation while its office is shut: at night, at noon, on days off.
CREATE TABLE register_on_call(
    org TEXT PRIMARY KEY,
    phone TEXT NOT NULL
);

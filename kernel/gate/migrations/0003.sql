-- A person's passwords, to be found when the person is erased.
CREATE INDEX gate_credential_person ON gate_credential (person);

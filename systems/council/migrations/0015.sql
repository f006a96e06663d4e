-- A complaint: the organisation it is about, another of the same house that is kept from it likewise, and who stands in
-- the community's place where it is about the community itself.
ALTER TABLE council_matter ADD COLUMN about TEXT NULL;
ALTER TABLE council_matter ADD COLUMN about_too TEXT NULL;
ALTER TABLE council_matter ADD COLUMN kept_by TEXT NULL;

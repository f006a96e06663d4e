-- From a way to its matter: what is stuck, and what a figure of the map is made of.
CREATE INDEX council_matter_way ON council_matter(way);

-- Lists by category. What everybody may know of it is 其他 where the words are kept, so the board's two lie in that order
-- and never tell more; the desk looks up the category of a way.
CREATE INDEX council_matter_way_category ON council_matter(way, category);
CREATE INDEX council_matter_open_category ON council_matter(
  (CASE WHEN publication = 'kept' THEN 'other' ELSE category END),
  (CAST(CASE WHEN outcome IS NULL THEN 0 ELSE 1 END AS BIGINT)), reported_at, id);
CREATE INDEX council_matter_area_category ON council_matter(area,
  (CASE WHEN publication = 'kept' THEN 'other' ELSE category END),
  (CAST(CASE WHEN outcome IS NULL THEN 0 ELSE 1 END AS BIGINT)), reported_at, id);

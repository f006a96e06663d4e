-- 连载: which notice is which part of a series. The series is named by the act of its first part, sealed there.
CREATE TABLE notice_board_part(
  notice TEXT NOT NULL PRIMARY KEY,
  area TEXT NOT NULL,
  series TEXT NOT NULL,
  part BIGINT NOT NULL
);
CREATE INDEX notice_board_part_series ON notice_board_part(area, series, part, notice);

-- Digests of what the journal does not hold row by row, and the company's time zone.

-- For a table, or the part of it that came with one import: how many rows it has, and the sum of their digests, in any order.
-- It is kept up in the transaction that changes a row. Where rows stood in the file before it had digests, since says when
-- their digests were taken.
CREATE TABLE digest (
  table_name TEXT NOT NULL,
  part TEXT NOT NULL,
  rows INTEGER NOT NULL,
  sum TEXT NOT NULL,
  since TEXT,
  PRIMARY KEY (table_name, part)
) STRICT;

-- The IANA name of the zone in whose days the company counts; that of the computer that brings the file to this version.
ALTER TABLE company ADD COLUMN time_zone TEXT NOT NULL DEFAULT 'UTC';
UPDATE company SET time_zone = system_time_zone();

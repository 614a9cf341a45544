-- What two copies of a workspace need, so that they can be brought together again.

-- The number of a version belongs to what was proposed. Until now it was counted in the order of the rows.
ALTER TABLE agreement ADD COLUMN version INTEGER;
UPDATE agreement SET version = 1 + (
  SELECT count(*) FROM agreement AS earlier
  WHERE earlier.subject_kind = agreement.subject_kind AND earlier.subject = agreement.subject
    AND earlier.withdrawn_at IS NULL AND earlier.rowid < agreement.rowid);

DROP TRIGGER agreement_text_is_frozen;
CREATE TRIGGER agreement_text_is_frozen
BEFORE UPDATE OF id, subject_kind, subject, text, digest, proposed_by, proposed_at, version ON agreement
WHEN old.id IS NOT new.id OR old.subject_kind IS NOT new.subject_kind OR old.subject IS NOT new.subject
  OR old.text IS NOT new.text OR old.digest IS NOT new.digest OR old.version IS NOT new.version
  OR old.proposed_by IS NOT new.proposed_by OR old.proposed_at IS NOT new.proposed_at
BEGIN SELECT RAISE(ABORT, 'a proposed text never changes'); END;

-- A side may have signed in both copies: the earlier signature counts.
DROP INDEX signature_once_a_side;

-- On which computer's copy something was done. Which name a copy has is kept outside the file, or it would be copied with it.
ALTER TABLE journal ADD COLUMN device TEXT;

-- Which rows an import told of that were there already, in which columns, and what it said where that is not what the row says
-- since: so that any import can be taken back, and leaves what the others say. One row stands for many.
CREATE TABLE told (
  id TEXT PRIMARY KEY,
  import TEXT NOT NULL REFERENCES import (id),
  table_name TEXT NOT NULL,
  columns TEXT NOT NULL,
  rows TEXT NOT NULL
) STRICT;
CREATE INDEX told_by_import ON told (import);

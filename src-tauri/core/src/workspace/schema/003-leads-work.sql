-- What people do with leads.

-- What a person adds in free words to why a lead went no further.
ALTER TABLE lead ADD COLUMN reason_note TEXT;

-- Views of the ledger that somebody named: the question, as JSON.
CREATE TABLE lead_view (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  leads TEXT NOT NULL
) STRICT;

-- Spellings that mean the same; what a later file says is read as what it means.
CREATE TABLE spelling (
  id TEXT PRIMARY KEY,
  field TEXT NOT NULL CHECK (field IN ('source', 'campaign', 'owner')),
  said TEXT NOT NULL,
  means TEXT NOT NULL,
  UNIQUE (field, said)
) STRICT;

-- Lead sources that are marketing's, each named by itself.
CREATE TABLE marketing_source (
  id TEXT PRIMARY KEY
) STRICT;

-- What people do with leads, and the definition of a qualified one.

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

CREATE TABLE definition (
  id TEXT PRIMARY KEY CHECK (id = 'definition'),
  sentence TEXT NOT NULL,
  customer TEXT NOT NULL,
  information TEXT NOT NULL,
  certainty TEXT NOT NULL,
  threshold INTEGER,
  working_days TEXT NOT NULL,
  holidays TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE criterion (
  id TEXT PRIMARY KEY,
  definition TEXT NOT NULL REFERENCES definition (id),
  rank TEXT NOT NULL,
  question TEXT CHECK (question IN ('customer', 'information', 'certainty')),
  role TEXT NOT NULL CHECK (role IN ('required', 'points', 'disqualifies')),
  field TEXT NOT NULL,
  test TEXT NOT NULL,
  words TEXT NOT NULL,
  low REAL,
  high REAL,
  days INTEGER,
  points INTEGER,
  reason TEXT,
  why TEXT NOT NULL
) STRICT;
CREATE INDEX criterion_by_definition ON criterion (definition, rank);

CREATE TABLE signal (
  id TEXT PRIMARY KEY,
  definition TEXT NOT NULL REFERENCES definition (id),
  rank TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('trigger', 'walk_away')),
  text TEXT NOT NULL
) STRICT;
CREATE INDEX signal_by_definition ON signal (definition, rank);

CREATE TABLE worked_example (
  id TEXT PRIMARY KEY,
  definition TEXT NOT NULL REFERENCES definition (id),
  rank TEXT NOT NULL,
  name TEXT NOT NULL,
  facts TEXT NOT NULL,
  verdict TEXT NOT NULL CHECK (verdict IN ('qualified', 'not_yet', 'not_qualified'))
) STRICT;
CREATE INDEX worked_example_by_definition ON worked_example (definition, rank);

CREATE TABLE promise (
  id TEXT PRIMARY KEY,
  definition TEXT NOT NULL REFERENCES definition (id),
  rank TEXT NOT NULL,
  kind TEXT NOT NULL,
  amount INTEGER,
  note TEXT NOT NULL,
  UNIQUE (definition, kind)
) STRICT;

-- What a lead was by the version in force when it was handed over. It stays, whatever is learned of the lead later, until
-- somebody asks for leads to be judged again.
CREATE TABLE judgement (
  id TEXT PRIMARY KEY REFERENCES lead (id),
  agreement TEXT NOT NULL REFERENCES agreement (id),
  verdict TEXT NOT NULL CHECK (verdict IN ('qualified', 'not_yet', 'not_qualified')),
  because TEXT NOT NULL,
  judged_at TEXT NOT NULL
) STRICT;

-- The definition of a qualified lead, its worked examples, and the promises that go with it.

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

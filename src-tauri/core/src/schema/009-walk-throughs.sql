-- Walk-throughs: sales shows marketing how it really sells, step by step, and what is to be mended afterwards.

CREATE TABLE walk_through (
  id TEXT PRIMARY KEY,
  title TEXT NOT NULL,
  held_on TEXT NOT NULL,
  -- The one that it goes on from.
  previous TEXT REFERENCES walk_through (id),
  ended_on TEXT,
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX walk_through_by_previous ON walk_through (previous) WHERE previous IS NOT NULL;

-- A step of the sale: what is said, shown, asked and promised in it, with which piece, what marketing remarks, and what marks both
-- sides give, 1 to 5.
CREATE TABLE walk_step (
  id TEXT PRIMARY KEY,
  walk_through TEXT NOT NULL REFERENCES walk_through (id),
  rank TEXT NOT NULL,
  -- The step of the walk-through before that it goes on from.
  continues TEXT,
  name TEXT NOT NULL,
  phase TEXT,
  said TEXT NOT NULL,
  shown TEXT NOT NULL,
  asked TEXT NOT NULL,
  promised TEXT NOT NULL,
  piece TEXT REFERENCES piece (id),
  remarks TEXT NOT NULL,
  message_by_sales INTEGER,
  look_by_sales INTEGER,
  fit_by_sales INTEGER,
  message_by_marketing INTEGER,
  look_by_marketing INTEGER,
  fit_by_marketing INTEGER
) STRICT;
CREATE INDEX walk_step_by_walk_through ON walk_step (walk_through, rank);
CREATE INDEX walk_step_by_piece ON walk_step (piece) WHERE piece IS NOT NULL;

-- What is to be mended after a walk-through. The day for which it was promised first stays beside the one that holds now.
CREATE TABLE fix (
  id TEXT PRIMARY KEY,
  walk_through TEXT NOT NULL REFERENCES walk_through (id),
  rank TEXT NOT NULL,
  name TEXT NOT NULL,
  step TEXT,
  piece TEXT REFERENCES piece (id),
  owner TEXT REFERENCES person (id),
  found_on TEXT NOT NULL,
  due TEXT NOT NULL,
  due_first TEXT NOT NULL,
  done_on TEXT
) STRICT;
CREATE INDEX fix_by_walk_through ON fix (walk_through, rank);
CREATE INDEX fix_by_piece ON fix (piece) WHERE piece IS NOT NULL;
CREATE INDEX fix_by_owner ON fix (owner) WHERE owner IS NOT NULL;

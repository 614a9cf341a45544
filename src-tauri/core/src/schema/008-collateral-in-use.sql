-- How collateral fares: uses in deals, what was opened, what is asked for, and what the content matrix says of its cells.

-- A piece that somebody made for themselves, and one that was cut down from another.
ALTER TABLE piece ADD COLUMN is_home_made INTEGER NOT NULL DEFAULT 0 CHECK (is_home_made IN (0, 1));
ALTER TABLE piece ADD COLUMN origin TEXT REFERENCES piece (id);
ALTER TABLE piece ADD COLUMN origin_pages TEXT NOT NULL DEFAULT '[]';

CREATE TABLE piece_use (
  id TEXT PRIMARY KEY,
  piece TEXT NOT NULL REFERENCES piece (id),
  version TEXT REFERENCES piece_version (id),
  used_on TEXT NOT NULL,
  person TEXT REFERENCES person (id),
  said_by TEXT NOT NULL,
  -- A row of opportunities, which an import may take away again; what it was called stays.
  opportunity TEXT,
  deal TEXT NOT NULL,
  stage_then TEXT,
  outcome_then TEXT,
  persona TEXT,
  phase TEXT,
  manner TEXT NOT NULL,
  easy_to_find INTEGER,
  fitted INTEGER,
  ready INTEGER,
  moved TEXT CHECK (moved IN ('yes', 'no')),
  note TEXT NOT NULL,
  slip TEXT,
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX piece_use_by_piece ON piece_use (piece);
CREATE INDEX piece_use_by_opportunity ON piece_use (opportunity) WHERE opportunity IS NOT NULL;

-- A piece that became part of another.
CREATE TABLE merged_piece (
  id TEXT PRIMARY KEY,
  into_piece TEXT NOT NULL REFERENCES piece (id)
) STRICT;

-- How often a piece was taken on one day, counted here and told to nobody. It has no id: it is no step that somebody could undo.
CREATE TABLE piece_taken (
  piece TEXT NOT NULL,
  day TEXT NOT NULL,
  how TEXT NOT NULL,
  times INTEGER NOT NULL,
  PRIMARY KEY (piece, day, how)
) STRICT;

CREATE TABLE collateral_request (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  piece TEXT REFERENCES piece (id),
  wanted TEXT NOT NULL,
  pages TEXT NOT NULL,
  persona TEXT,
  phase TEXT,
  need TEXT,
  asked_by TEXT REFERENCES person (id),
  said_by TEXT NOT NULL,
  asked_on TEXT NOT NULL,
  answer TEXT REFERENCES piece (id),
  promised_for TEXT,
  promised_first TEXT,
  declined_because TEXT NOT NULL,
  answered_by TEXT REFERENCES person (id),
  answered_on TEXT,
  closed_on TEXT,
  slip TEXT,
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX collateral_request_by_piece ON collateral_request (piece) WHERE piece IS NOT NULL;

-- What was decided of a cell of the content matrix, or of one need in it. A cell has one such row, and so has a need.
CREATE TABLE matrix_mark (
  id TEXT PRIMARY KEY,
  persona TEXT NOT NULL,
  phase TEXT NOT NULL,
  need TEXT,
  is_required INTEGER NOT NULL CHECK (is_required IN (0, 1)),
  not_needed_because TEXT NOT NULL
) STRICT;

-- What both sides settled once for the library.
CREATE TABLE collateral_settings (
  id TEXT PRIMARY KEY CHECK (id = 'collateral'),
  moved_within_days INTEGER NOT NULL,
  answer_within_days INTEGER NOT NULL
) STRICT;

-- Notes that came by return slips, so that each counts once, however often its slip is dropped.
CREATE TABLE slip_note (
  id TEXT PRIMARY KEY,
  said_by TEXT NOT NULL,
  file_name TEXT NOT NULL,
  imported_at TEXT NOT NULL
) STRICT;

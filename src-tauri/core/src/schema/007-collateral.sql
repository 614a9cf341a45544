-- The collateral library: pieces, their versions, and the files themselves.

-- Files that were added, each once whatever it is called, named by the SHA-256 of its bytes. What has no id of its own is not in the
-- journal: it is the bytes, or follows from them.
CREATE TABLE blob (
  hash TEXT PRIMARY KEY NOT NULL CHECK (length(hash) = 64),
  size INTEGER NOT NULL,
  bytes BLOB NOT NULL
) STRICT;

-- A small picture of a file, as JPEG.
CREATE TABLE blob_picture (
  hash TEXT PRIMARY KEY NOT NULL REFERENCES blob (hash),
  jpeg BLOB NOT NULL
) STRICT;

-- The text of a file, page by page, and the words of it: as stems, in the order of the text, so that what is found is marked in the
-- text as it stands.
CREATE TABLE page (
  place INTEGER PRIMARY KEY NOT NULL,
  hash TEXT NOT NULL REFERENCES blob (hash),
  number INTEGER NOT NULL,
  language TEXT NOT NULL,
  text TEXT NOT NULL,
  notes TEXT NOT NULL
) STRICT;
CREATE INDEX page_by_hash ON page (hash, number);
CREATE VIRTUAL TABLE page_words USING fts5 (
  text, notes, content = 'page', content_rowid = 'place', tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);

-- The words that the pages have, so that a word that was mistyped is found all the same.
CREATE TABLE page_word (
  word TEXT PRIMARY KEY NOT NULL,
  files INTEGER NOT NULL
) STRICT;

CREATE TABLE piece (
  id TEXT PRIMARY KEY,
  title TEXT NOT NULL,
  kind TEXT NOT NULL,
  link TEXT NOT NULL,
  language TEXT,
  owner TEXT REFERENCES person (id),
  review_by TEXT,
  personas TEXT NOT NULL,
  phases TEXT NOT NULL,
  needs TEXT NOT NULL,
  tags TEXT NOT NULL,
  notes TEXT NOT NULL,
  proposed TEXT NOT NULL,
  sent_back TEXT NOT NULL,
  retired_on TEXT,
  retired_because TEXT NOT NULL,
  successor TEXT REFERENCES piece (id),
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE piece_version (
  id TEXT PRIMARY KEY,
  piece TEXT NOT NULL REFERENCES piece (id),
  hash TEXT NOT NULL REFERENCES blob (hash),
  file_name TEXT NOT NULL,
  file_kind TEXT NOT NULL,
  size INTEGER NOT NULL,
  pages INTEGER NOT NULL,
  has_text INTEGER NOT NULL CHECK (has_text IN (0, 1)),
  trouble TEXT NOT NULL,
  added_by TEXT REFERENCES person (id),
  added_at TEXT NOT NULL
) STRICT;
CREATE INDEX piece_version_by_piece ON piece_version (piece);
CREATE INDEX piece_version_by_hash ON piece_version (hash);

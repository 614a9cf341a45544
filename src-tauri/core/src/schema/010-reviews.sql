-- Reviews; and the day by which a request is to be answered, which stays with the request.

ALTER TABLE collateral_request ADD COLUMN answer_by TEXT;
UPDATE collateral_request SET answer_by = date(
  asked_on,
  '+' || coalesce((SELECT answer_within_days FROM collateral_settings), 7) || ' days'
);

CREATE TABLE review (
  id TEXT PRIMARY KEY,
  year INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('quarter', 'month')),
  number INTEGER NOT NULL,
  held_on TEXT NOT NULL,
  begun_at TEXT,
  sales_ready INTEGER NOT NULL CHECK (sales_ready IN (0, 1)),
  marketing_ready INTEGER NOT NULL CHECK (marketing_ready IN (0, 1)),
  revealed_at TEXT,
  closed_at TEXT,
  -- What the worksheet said when the review was closed.
  worksheet TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE review_amendment (
  id TEXT PRIMARY KEY,
  review TEXT NOT NULL REFERENCES review (id),
  added_at TEXT NOT NULL,
  worksheet TEXT NOT NULL
) STRICT;
CREATE INDEX review_amendment_by_review ON review_amendment (review);

-- What a side wrote in silence; sealed until both see it.
CREATE TABLE review_note (
  id TEXT PRIMARY KEY,
  review TEXT NOT NULL REFERENCES review (id),
  rank TEXT NOT NULL,
  side TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('working', 'not_working', 'adjust')),
  text TEXT NOT NULL
) STRICT;
CREATE INDEX review_note_by_review ON review_note (review, rank);

CREATE TABLE review_vote (
  id TEXT PRIMARY KEY,
  review TEXT NOT NULL REFERENCES review (id),
  note TEXT NOT NULL REFERENCES review_note (id),
  person TEXT NOT NULL REFERENCES person (id),
  votes INTEGER NOT NULL
) STRICT;
CREATE INDEX review_vote_by_review ON review_vote (review);
CREATE INDEX review_vote_by_note ON review_vote (note);
CREATE INDEX review_vote_by_person ON review_vote (person);

-- A mark from 1 to 5 on a goal or a statement of the pulse; sealed until both see it.
CREATE TABLE review_mark (
  id TEXT PRIMARY KEY,
  review TEXT NOT NULL REFERENCES review (id),
  side TEXT NOT NULL,
  about TEXT NOT NULL,
  mark TEXT NOT NULL
) STRICT;
CREATE INDEX review_mark_by_review ON review_mark (review);

CREATE TABLE review_decision (
  id TEXT PRIMARY KEY,
  review TEXT NOT NULL REFERENCES review (id),
  rank TEXT NOT NULL,
  note TEXT,
  question TEXT NOT NULL,
  name TEXT NOT NULL,
  why TEXT NOT NULL,
  owner TEXT REFERENCES person (id),
  effective_from TEXT,
  changes TEXT CHECK (changes IN ('plan', 'definition')),
  decided_on TEXT NOT NULL
) STRICT;
CREATE INDEX review_decision_by_review ON review_decision (review, rank);
CREATE INDEX review_decision_by_owner ON review_decision (owner) WHERE owner IS NOT NULL;

CREATE TABLE review_action (
  id TEXT PRIMARY KEY,
  review TEXT NOT NULL REFERENCES review (id),
  rank TEXT NOT NULL,
  note TEXT,
  name TEXT NOT NULL,
  owner TEXT REFERENCES person (id),
  agreed_on TEXT NOT NULL,
  due TEXT,
  due_first TEXT,
  done_on TEXT
) STRICT;
CREATE INDEX review_action_by_review ON review_action (review, rank);
CREATE INDEX review_action_by_owner ON review_action (owner) WHERE owner IS NOT NULL;

CREATE TABLE review_parked (
  id TEXT PRIMARY KEY,
  review TEXT NOT NULL REFERENCES review (id),
  rank TEXT NOT NULL,
  name TEXT NOT NULL,
  settled INTEGER NOT NULL CHECK (settled IN (0, 1))
) STRICT;
CREATE INDEX review_parked_by_review ON review_parked (review, rank);

-- How far a goal has come that no file tells of. A goal that is taken out of its plan keeps what was entered for it.
CREATE TABLE goal_reading (
  id TEXT PRIMARY KEY,
  goal TEXT NOT NULL,
  day TEXT NOT NULL,
  unit TEXT NOT NULL,
  value INTEGER NOT NULL,
  note TEXT NOT NULL,
  person TEXT REFERENCES person (id)
) STRICT;
CREATE INDEX goal_reading_by_goal ON goal_reading (goal, day);
CREATE INDEX goal_reading_by_person ON goal_reading (person) WHERE person IS NOT NULL;

-- What sales wrote in its own words is found without going through all leads.
CREATE INDEX lead_with_reason_note ON lead (decided_on) WHERE reason_note IS NOT NULL;

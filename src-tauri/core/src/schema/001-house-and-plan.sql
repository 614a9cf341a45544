-- The house (company, people, journal, agreements) and the annual plan.

CREATE TABLE company (
  id TEXT PRIMARY KEY CHECK (id = 'company'),
  name TEXT NOT NULL,
  fiscal_start INTEGER NOT NULL CHECK (fiscal_start BETWEEN 1 AND 12),
  currency TEXT NOT NULL,
  language TEXT NOT NULL,
  week_start INTEGER NOT NULL CHECK (week_start BETWEEN 1 AND 7),
  one_person_does_both INTEGER NOT NULL CHECK (one_person_does_both IN (0, 1))
) STRICT;

CREATE TABLE person (
  id TEXT PRIMARY KEY,
  rank TEXT NOT NULL,
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  side TEXT NOT NULL CHECK (side IN ('sales', 'marketing', 'leadership')),
  has_left INTEGER NOT NULL CHECK (has_left IN (0, 1))
) STRICT;

-- Who sits at the keyboard. No change to what the workspace says, so not journalled.
CREATE TABLE keyboard (
  id TEXT PRIMARY KEY CHECK (id = 'keyboard'),
  person TEXT
) STRICT;

-- One row for each thing that was done. The pointers keep undo and redo as two stacks that grow only at the top:
-- undo_top is the step that would be undone next after this entry, undo_below what lies under it; likewise redo.
CREATE TABLE journal (
  id TEXT PRIMARY KEY,
  at TEXT NOT NULL,
  person TEXT,
  person_name TEXT,
  side TEXT,
  action TEXT NOT NULL,
  summary TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('action', 'milestone', 'undo', 'redo')),
  target TEXT,
  undo_top TEXT,
  undo_below TEXT,
  redo_top TEXT,
  redo_below TEXT
) STRICT;

-- One row for each row that an entry changed, as it was before and after.
CREATE TABLE journal_row (
  entry TEXT NOT NULL REFERENCES journal (id),
  table_name TEXT NOT NULL,
  row_id TEXT NOT NULL,
  before TEXT,
  after TEXT
) STRICT;
CREATE INDEX journal_row_by_entry ON journal_row (entry);
CREATE INDEX journal_row_by_row ON journal_row (table_name, row_id);

CREATE TABLE plan (
  id TEXT PRIMARY KEY,
  year INTEGER NOT NULL UNIQUE,
  positioning TEXT NOT NULL,
  budget INTEGER,
  sales_ready INTEGER NOT NULL CHECK (sales_ready IN (0, 1)),
  marketing_ready INTEGER NOT NULL CHECK (marketing_ready IN (0, 1)),
  revealed_at TEXT,
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE look_back (
  id TEXT PRIMARY KEY REFERENCES plan (id),
  leads INTEGER,
  accepted INTEGER,
  sql INTEGER,
  opportunities INTEGER,
  won INTEGER,
  lost INTEGER,
  revenue INTEGER,
  sourced_revenue INTEGER,
  cycle_days INTEGER,
  shape TEXT NOT NULL,
  source TEXT NOT NULL
) STRICT;

CREATE TABLE yardstick (
  id TEXT PRIMARY KEY,
  plan TEXT NOT NULL REFERENCES plan (id),
  rank TEXT NOT NULL,
  side TEXT NOT NULL CHECK (side IN ('sales', 'marketing')),
  name TEXT NOT NULL,
  unit TEXT NOT NULL,
  direction TEXT NOT NULL,
  target INTEGER,
  actual INTEGER
) STRICT;
CREATE INDEX yardstick_by_plan ON yardstick (plan, rank);

CREATE TABLE point (
  id TEXT PRIMARY KEY,
  plan TEXT NOT NULL REFERENCES plan (id),
  rank TEXT NOT NULL,
  side TEXT NOT NULL CHECK (side IN ('sales', 'marketing')),
  kind TEXT NOT NULL,
  text TEXT NOT NULL
) STRICT;
CREATE INDEX point_by_plan ON point (plan, rank);

CREATE TABLE segment (
  id TEXT PRIMARY KEY,
  plan TEXT NOT NULL REFERENCES plan (id),
  rank TEXT NOT NULL,
  name TEXT NOT NULL,
  why TEXT NOT NULL
) STRICT;
CREATE INDEX segment_by_plan ON segment (plan, rank);

CREATE TABLE target_account (
  id TEXT PRIMARY KEY,
  plan TEXT NOT NULL REFERENCES plan (id),
  rank TEXT NOT NULL,
  name TEXT NOT NULL,
  why TEXT NOT NULL
) STRICT;
CREATE INDEX target_account_by_plan ON target_account (plan, rank);

CREATE TABLE not_doing (
  id TEXT PRIMARY KEY,
  plan TEXT NOT NULL REFERENCES plan (id),
  rank TEXT NOT NULL,
  name TEXT NOT NULL,
  why TEXT NOT NULL
) STRICT;
CREATE INDEX not_doing_by_plan ON not_doing (plan, rank);

CREATE TABLE goal (
  id TEXT PRIMARY KEY,
  plan TEXT NOT NULL REFERENCES plan (id),
  rank TEXT NOT NULL,
  metric TEXT NOT NULL,
  name TEXT NOT NULL,
  unit TEXT NOT NULL,
  formula TEXT NOT NULL,
  source TEXT NOT NULL,
  adds_up INTEGER NOT NULL CHECK (adds_up IN (0, 1)),
  about_customer INTEGER NOT NULL CHECK (about_customer IN (0, 1)),
  direction TEXT NOT NULL,
  baseline INTEGER,
  target INTEGER,
  stretch INTEGER,
  sales_owner TEXT REFERENCES person (id),
  marketing_owner TEXT REFERENCES person (id),
  split_into TEXT NOT NULL,
  split_by TEXT NOT NULL,
  by_hand TEXT NOT NULL,
  tracked_how TEXT NOT NULL,
  tracked_every TEXT NOT NULL
) STRICT;
CREATE INDEX goal_by_plan ON goal (plan, rank);

CREATE TABLE funnel (
  id TEXT PRIMARY KEY REFERENCES plan (id),
  revenue_goal INTEGER,
  renewals INTEGER,
  average_deal INTEGER,
  average_deal_why TEXT NOT NULL,
  win_rate INTEGER,
  win_rate_why TEXT NOT NULL,
  sql_to_opportunity INTEGER,
  sql_to_opportunity_why TEXT NOT NULL,
  sal_to_sql INTEGER,
  sal_to_sql_why TEXT NOT NULL,
  mql_to_sal INTEGER,
  mql_to_sal_why TEXT NOT NULL,
  sourced_share INTEGER,
  sourced_share_why TEXT NOT NULL,
  cycle_days INTEGER,
  cycle_days_why TEXT NOT NULL,
  spread TEXT NOT NULL,
  by_hand TEXT NOT NULL
) STRICT;

CREATE TABLE initiative (
  id TEXT PRIMARY KEY,
  plan TEXT NOT NULL REFERENCES plan (id),
  rank TEXT NOT NULL,
  bucket TEXT NOT NULL,
  name TEXT NOT NULL,
  owner TEXT REFERENCES person (id),
  starts TEXT,
  ends TEXT,
  budget INTEGER,
  goal TEXT REFERENCES goal (id),
  expected_leads INTEGER
) STRICT;
CREATE INDEX initiative_by_plan ON initiative (plan, rank);

CREATE TABLE duty (
  id TEXT PRIMARY KEY,
  plan TEXT NOT NULL REFERENCES plan (id),
  rank TEXT NOT NULL,
  bucket TEXT,
  name TEXT NOT NULL,
  sales_owner TEXT REFERENCES person (id),
  sales_does TEXT NOT NULL,
  marketing_owner TEXT REFERENCES person (id),
  marketing_does TEXT NOT NULL
) STRICT;
CREATE INDEX duty_by_plan ON duty (plan, rank);

CREATE TABLE risk (
  id TEXT PRIMARY KEY,
  plan TEXT NOT NULL REFERENCES plan (id),
  rank TEXT NOT NULL,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  response TEXT NOT NULL,
  owner TEXT REFERENCES person (id)
) STRICT;
CREATE INDEX risk_by_plan ON risk (plan, rank);

CREATE TABLE agenda_item (
  id TEXT PRIMARY KEY,
  plan TEXT NOT NULL REFERENCES plan (id),
  rank TEXT NOT NULL,
  section TEXT NOT NULL,
  minutes INTEGER NOT NULL CHECK (minutes BETWEEN 0 AND 600)
) STRICT;
CREATE INDEX agenda_item_by_plan ON agenda_item (plan, rank);

CREATE TABLE parked_item (
  id TEXT PRIMARY KEY,
  plan TEXT NOT NULL REFERENCES plan (id),
  rank TEXT NOT NULL,
  section TEXT NOT NULL,
  name TEXT NOT NULL,
  settled INTEGER NOT NULL CHECK (settled IN (0, 1))
) STRICT;
CREATE INDEX parked_item_by_plan ON parked_item (plan, rank);

CREATE TABLE decision (
  id TEXT PRIMARY KEY,
  plan TEXT NOT NULL REFERENCES plan (id),
  rank TEXT NOT NULL,
  section TEXT NOT NULL,
  name TEXT NOT NULL,
  decided_on TEXT NOT NULL
) STRICT;
CREATE INDEX decision_by_plan ON decision (plan, rank);

CREATE TABLE todo (
  id TEXT PRIMARY KEY,
  plan TEXT NOT NULL REFERENCES plan (id),
  rank TEXT NOT NULL,
  section TEXT NOT NULL,
  name TEXT NOT NULL,
  owner TEXT REFERENCES person (id),
  due TEXT,
  done_on TEXT
) STRICT;
CREATE INDEX todo_by_plan ON todo (plan, rank);

CREATE TABLE agreement (
  id TEXT PRIMARY KEY,
  subject_kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  text TEXT NOT NULL,
  digest TEXT NOT NULL,
  proposed_by TEXT NOT NULL REFERENCES person (id),
  proposed_at TEXT NOT NULL,
  withdrawn_by TEXT REFERENCES person (id),
  withdrawn_at TEXT
) STRICT;
CREATE INDEX agreement_by_subject ON agreement (subject_kind, subject);

CREATE TABLE signature (
  id TEXT PRIMARY KEY,
  agreement TEXT NOT NULL REFERENCES agreement (id),
  side TEXT NOT NULL CHECK (side IN ('sales', 'marketing', 'leadership')),
  person TEXT NOT NULL REFERENCES person (id),
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  digest TEXT NOT NULL,
  signed_at TEXT NOT NULL
) STRICT;
CREATE INDEX signature_by_agreement ON signature (agreement);
CREATE UNIQUE INDEX signature_once_a_side ON signature (agreement, side) WHERE side <> 'leadership';

-- The last wall: whatever a command may try, a proposed text and a signature never change, and a text that both sides
-- signed can no longer be taken back.
CREATE TRIGGER agreement_text_is_frozen
BEFORE UPDATE OF id, subject_kind, subject, text, digest, proposed_by, proposed_at ON agreement
WHEN old.id IS NOT new.id OR old.subject_kind IS NOT new.subject_kind OR old.subject IS NOT new.subject
  OR old.text IS NOT new.text OR old.digest IS NOT new.digest
  OR old.proposed_by IS NOT new.proposed_by OR old.proposed_at IS NOT new.proposed_at
BEGIN SELECT RAISE(ABORT, 'a proposed text never changes'); END;

CREATE TRIGGER agreement_is_kept BEFORE DELETE ON agreement
BEGIN SELECT RAISE(ABORT, 'an agreement is never removed'); END;

CREATE TRIGGER agreement_in_force_is_not_withdrawn BEFORE UPDATE OF withdrawn_by, withdrawn_at ON agreement
WHEN old.withdrawn_at IS NOT NULL OR (SELECT count(DISTINCT side) FROM signature
  WHERE agreement = old.id AND side IN ('sales', 'marketing')) = 2
BEGIN SELECT RAISE(ABORT, 'what both signed cannot be withdrawn'); END;

CREATE TRIGGER signature_is_frozen BEFORE UPDATE ON signature
BEGIN SELECT RAISE(ABORT, 'a signature never changes'); END;

CREATE TRIGGER signature_is_kept BEFORE DELETE ON signature
BEGIN SELECT RAISE(ABORT, 'a signature is never removed'); END;

CREATE TRIGGER signature_binds_the_text BEFORE INSERT ON signature
WHEN (SELECT digest FROM agreement WHERE id = new.agreement) IS NOT new.digest
  OR (SELECT withdrawn_at FROM agreement WHERE id = new.agreement) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a signature binds the digest of a standing text'); END;

INSERT INTO keyboard (id, person) VALUES ('keyboard', NULL);

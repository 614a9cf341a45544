-- Leads, opportunities and costs, as exported files brought them in.

-- One row for each file that was taken in, and what became of its rows.
CREATE TABLE import (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('leads', 'opportunities', 'costs')),
  file_name TEXT NOT NULL,
  shape TEXT NOT NULL,
  at TEXT NOT NULL,
  person TEXT REFERENCES person (id),
  rows INTEGER NOT NULL,
  added INTEGER NOT NULL,
  updated INTEGER NOT NULL,
  unchanged INTEGER NOT NULL,
  rejected INTEGER NOT NULL,
  source_missing INTEGER NOT NULL,
  taken_back_at TEXT
) STRICT;

-- How files of one shape are read: what was chosen for each column and each value the last time.
CREATE TABLE mapping (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('leads', 'opportunities', 'costs')),
  choice TEXT NOT NULL
) STRICT;

-- Days are texts like 2027-01-31, terms are words, what is not known is nothing. The words of the file stand beside a
-- term where they say more than it. Columns without a field of their own are attributes, a JSON object.
CREATE TABLE lead (
  id TEXT PRIMARY KEY,
  import TEXT NOT NULL REFERENCES import (id),
  external_id TEXT,
  name TEXT,
  email TEXT,
  company TEXT,
  title TEXT,
  phone TEXT,
  source TEXT,
  campaign TEXT,
  owner TEXT,
  created_on TEXT,
  handed_over_on TEXT,
  first_touch_on TEXT,
  touches INTEGER,
  stage TEXT,
  stage_said TEXT,
  accepted TEXT,
  decided_on TEXT,
  reason TEXT,
  reason_said TEXT,
  wake_up_on TEXT,
  opportunity_said TEXT,
  attributes TEXT NOT NULL
) STRICT;
CREATE INDEX lead_by_external_id ON lead (external_id) WHERE external_id IS NOT NULL;
CREATE INDEX lead_by_email ON lead (lower(email)) WHERE email IS NOT NULL;
CREATE INDEX lead_by_opportunity ON lead (opportunity_said) WHERE opportunity_said IS NOT NULL;
CREATE INDEX lead_by_import ON lead (import);
CREATE INDEX lead_by_day ON lead (created_on);

-- carried_by names the lead whose row in a file told of the opportunity; lead is the one it belongs to, however found.
CREATE TABLE opportunity (
  id TEXT PRIMARY KEY,
  import TEXT NOT NULL REFERENCES import (id),
  lead TEXT REFERENCES lead (id) DEFERRABLE INITIALLY DEFERRED,
  carried_by TEXT,
  external_id TEXT,
  lead_said TEXT,
  email TEXT,
  name TEXT,
  company TEXT,
  owner TEXT,
  source TEXT,
  campaign TEXT,
  created_on TEXT,
  closed_on TEXT,
  stage_said TEXT,
  outcome TEXT,
  value INTEGER,
  accepted TEXT,
  decided_on TEXT,
  lost_reason TEXT,
  attributes TEXT NOT NULL
) STRICT;
CREATE INDEX opportunity_by_external_id ON opportunity (external_id) WHERE external_id IS NOT NULL;
CREATE INDEX opportunity_by_lead ON opportunity (lead) WHERE lead IS NOT NULL;
CREATE INDEX opportunity_by_import ON opportunity (import);

CREATE TABLE cost (
  id TEXT PRIMARY KEY,
  import TEXT NOT NULL REFERENCES import (id),
  source TEXT,
  campaign TEXT,
  month TEXT,
  spend INTEGER,
  attributes TEXT NOT NULL
) STRICT;
CREATE INDEX cost_by_import ON cost (import);

-- What a row was before an import changed it, so that the import can be taken back.
CREATE TABLE replaced (
  id TEXT PRIMARY KEY,
  import TEXT NOT NULL REFERENCES import (id),
  table_name TEXT NOT NULL,
  row_id TEXT NOT NULL,
  before TEXT NOT NULL
) STRICT;
CREATE INDEX replaced_by_import ON replaced (import);
CREATE INDEX replaced_by_row ON replaced (table_name, row_id);

-- How our customers buy: who takes part, in which phases, and what each of them needs in each.

-- There is one.
CREATE TABLE buying_cycle (
  id TEXT PRIMARY KEY CHECK (id = 'buying_cycle'),
  created_at TEXT NOT NULL
) STRICT;

-- title_words are the words in a job title that make somebody this persona: a JSON list.
CREATE TABLE persona (
  id TEXT PRIMARY KEY,
  buying_cycle TEXT NOT NULL REFERENCES buying_cycle (id),
  rank TEXT NOT NULL,
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  goals TEXT NOT NULL,
  pains TEXT NOT NULL,
  convinced_by TEXT NOT NULL,
  objections TEXT NOT NULL,
  title_words TEXT NOT NULL
) STRICT;
CREATE INDEX persona_by_buying_cycle ON persona (buying_cycle, rank);

-- Stages are JSON lists: those of leads are our terms, those of opportunities the words of the company's own files.
CREATE TABLE buying_phase (
  id TEXT PRIMARY KEY,
  buying_cycle TEXT NOT NULL REFERENCES buying_cycle (id),
  rank TEXT NOT NULL,
  name TEXT NOT NULL,
  lead_stages TEXT NOT NULL,
  opportunity_stages TEXT NOT NULL
) STRICT;
CREATE INDEX buying_phase_by_buying_cycle ON buying_phase (buying_cycle, rank);

-- What a persona needs to know in a phase, where we meet it, what moves it on and what holds it back, and how we know.
CREATE TABLE insight (
  id TEXT PRIMARY KEY,
  buying_cycle TEXT NOT NULL REFERENCES buying_cycle (id),
  rank TEXT NOT NULL,
  persona TEXT NOT NULL REFERENCES persona (id),
  phase TEXT NOT NULL REFERENCES buying_phase (id),
  kind TEXT NOT NULL CHECK (kind IN ('need', 'touchpoint', 'trigger', 'stopper')),
  text TEXT NOT NULL,
  evidence TEXT CHECK (evidence IN ('interview', 'call', 'survey', 'deal')),
  evidence_on TEXT,
  evidence_note TEXT NOT NULL
) STRICT;
CREATE INDEX insight_by_buying_cycle ON insight (buying_cycle, rank);
CREATE INDEX insight_by_persona ON insight (persona);
CREATE INDEX insight_by_phase ON insight (phase);

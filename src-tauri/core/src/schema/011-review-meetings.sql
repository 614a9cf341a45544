-- The meeting of a review: when it begins, and how many minutes its sections may take and took. What was agreed to be done stays with
-- the side that agreed to it, whoever changes sides later.

ALTER TABLE review ADD COLUMN starts_at TEXT;

ALTER TABLE review_action ADD COLUMN side TEXT;
UPDATE review_action SET side = (SELECT side FROM person WHERE person.id = review_action.owner);

CREATE TABLE review_agenda_item (
  id TEXT PRIMARY KEY,
  review TEXT NOT NULL REFERENCES review (id),
  section TEXT NOT NULL,
  minutes INTEGER,
  taken INTEGER
) STRICT;
CREATE INDEX review_agenda_item_by_review ON review_agenda_item (review);

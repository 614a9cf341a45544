//! What people changed by hand in rows that came with files. A later file does not overwrite it, and taking an import back
//! leaves such rows alone.

use std::collections::{BTreeMap, HashMap};

use serde_json::{Map, Value};

use lockstep_workspace::{context::ReadContext, error::Result, journal::queries::read_image};

/// The fields of a row that somebody changed by hand, each with what the files had said.
pub(crate) type ByHand = HashMap<String, Value>;

/// Returns the rows of a table in which something was changed by hand behind a place of the journal, and still is.
pub(crate) fn by_hand(reader: &ReadContext, table: &str, behind: i64) -> Result<HashMap<String, ByHand>> {
    let mut statement = reader.db().prepare_cached(
        "SELECT r.row_id, r.before, r.after, j.action IN ('import', 'revert_import', 'take_back_import') FROM journal_row r
         JOIN journal j ON j.id = r.entry WHERE r.table_name = ?1 AND r.rowid > ?2 ORDER BY r.rowid",
    )?;
    let mut steps = statement.query(rusqlite::params![table, behind])?;
    let mut rows: HashMap<String, ByHand> = HashMap::new();
    while let Some(step) = steps.next()? {
        let id: String = step.get(0)?;
        let before = read_image(step.get::<_, Option<String>>(1)?.as_deref())?;
        let after = read_image(step.get::<_, Option<String>>(2)?.as_deref())?;
        note(rows.entry(id).or_default(), &before, &after, step.get(3)?);
    }
    rows.retain(|_, fields| !fields.is_empty());
    Ok(rows)
}

/// The fields that say what was done with a lead.
const HANDLING: [&str; 7] = [
    "stage",
    "accepted",
    "decided_on",
    "reason",
    "reason_said",
    "first_touch_on",
    "touches",
];

/// Returns the places in their table of the leads of which somebody said by hand what was done with them, and it still holds;
/// of one lead, or of all.
pub(crate) fn handled_by_hand(reader: &ReadContext, lead: Option<&str>) -> Result<Vec<i64>> {
    let differs = HANDLING.map(|field| format!("r.before ->> '{field}' IS NOT r.after ->> '{field}'"));
    let mut statement = reader.db().prepare_cached(&format!(
        "SELECT l.rowid, r.before, r.after, j.action IN ('import', 'revert_import', 'take_back_import') FROM journal_row r
         JOIN journal j ON j.id = r.entry JOIN lead l ON l.id = r.row_id
         WHERE r.table_name = 'lead' AND r.before IS NOT NULL AND r.after IS NOT NULL AND ({})
         AND (?1 IS NULL OR r.row_id = ?1)
         AND r.row_id IN (SELECT o.row_id FROM journal_row o JOIN journal e ON e.id = o.entry
                          WHERE o.table_name = 'lead' AND e.action NOT IN ('import', 'revert_import', 'take_back_import'))
         ORDER BY r.rowid",
        differs.join(" OR ")
    ))?;
    let mut steps = statement.query([lead])?;
    let mut leads: BTreeMap<i64, ByHand> = BTreeMap::new();
    while let Some(step) = steps.next()? {
        let before = read_image(step.get::<_, Option<String>>(1)?.as_deref())?;
        let after = read_image(step.get::<_, Option<String>>(2)?.as_deref())?;
        note(
            leads.entry(step.get(0)?).or_default(),
            &before,
            &after,
            step.get(3)?,
        );
    }
    leads.retain(|_, fields| HANDLING.iter().any(|field| fields.contains_key(*field)));
    Ok(leads.into_keys().collect())
}

fn note(fields: &mut ByHand, before: &Map<String, Value>, after: &Map<String, Value>, by_file: bool) {
    for (field, is) in after {
        let was = before.get(field).unwrap_or(&Value::Null);
        // The link to a lead is worked out, whoever caused it.
        if was == is || field == "lead" {
            continue;
        }
        if by_file || fields.get(field).is_some_and(|said| said == is) {
            fields.remove(field);
        } else {
            fields.entry(field.clone()).or_insert_with(|| was.clone());
        }
    }
}

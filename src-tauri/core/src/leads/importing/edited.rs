//! What people changed by hand in rows that came with files. A later file does not overwrite it, and taking an import back
//! leaves such rows alone.

use std::collections::HashMap;

use serde_json::{Map, Value};

use lockstep_workspace::{context::ReadContext, error::Result, journal::queries::read_image};

/// The fields of a row that somebody changed by hand, each with what the files had said.
pub(crate) type ByHand = HashMap<String, Value>;

/// Returns the rows of a table in which something was changed by hand behind a place of the journal, and still is.
pub(crate) fn by_hand(reader: &ReadContext, table: &str, behind: i64) -> Result<HashMap<String, ByHand>> {
    let mut statement = reader.db().prepare_cached(
        "SELECT r.row_id, r.before, r.after, j.action IN ('import', 'take_back_import') FROM journal_row r
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

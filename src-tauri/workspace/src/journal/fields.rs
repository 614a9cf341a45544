//! Taking back what a step changed in one row, field by field: what others changed in the same row since stays.

use rusqlite::{OptionalExtension, params, types::Value as Sql};
use serde_json::{Map, Value};

use super::{queries::read_image, row_images, row_images::RowChange};
use crate::{
    context::{ReadContext, Transaction},
    error::{Error, Result},
    rooms::Rooms,
    rows,
};

type Fields = Map<String, Value>;

/// Puts the fields that a step changed in a row back to what they were before. A row that the step added goes, and one that it
/// removed comes back.
///
/// # Errors
/// `Conflict` when one of these fields is no longer what the step left.
pub(super) fn revert(change: &Transaction, row: &RowChange) -> Result<()> {
    let now = now(change, row)?;
    match (&row.before, &row.after, &now) {
        (Some(before), None, None) => row_images::write_image(change, &row.table, &row.id, before, false),
        (Some(before), Some(after), Some(now)) => {
            let before = read_image(Some(before))?;
            let after = read_image(Some(after))?;
            let own = own(change.rooms(), &row.table, &before, &after);
            if own.iter().any(|field| now.get(*field) != after.get(*field)) {
                return Err(changed_since(change, row, &own)?);
            }
            write(change, row, &before, &own)
        }
        // A new row is the step's with every field that it has.
        (None, Some(after), Some(now)) => {
            let after = read_image(Some(after))?;
            let own: Vec<&str> = after.keys().map(String::as_str).collect();
            if own.iter().any(|field| now.get(*field) != after.get(*field)) {
                return Err(changed_since(change, row, &own)?);
            }
            let sql = format!("DELETE FROM {} WHERE id = ?1", row.table);
            change.db().prepare_cached(&sql)?.execute([&row.id])?;
            Ok(())
        }
        (None, None, None) => Ok(()),
        _ => Err(changed_since(change, row, &[])?),
    }
}

/// Returns a row as it is now; nothing where it is gone.
fn now(reader: &ReadContext, row: &RowChange) -> Result<Option<Fields>> {
    let image = row_images::image(reader.columns(&row.table)?, "");
    let now: Option<String> = reader
        .db()
        .prepare_cached(&format!("SELECT {image} FROM {} WHERE id = ?1", row.table))?
        .query_row([&row.id], |found| found.get(0))
        .optional()?;
    now.map(|now| read_image(Some(&now))).transpose()
}

/// Returns the fields of a row that a step changed, and those that only make sense together with one of them.
fn own<'f>(rooms: &Rooms, table: &str, before: &'f Fields, after: &Fields) -> Vec<&'f str> {
    let is_changed = |field: &str| before.get(field) != after.get(field);
    let groups = rooms.table(table).map_or(&[][..], |table| table.together);
    let of_the_step = |field: &str| {
        is_changed(field)
            || groups
                .iter()
                .any(|group| group.contains(&field) && group.iter().any(|other| is_changed(other)))
    };
    let fields = before.keys().map(String::as_str);
    fields.filter(|field| of_the_step(field)).collect()
}

fn write(change: &Transaction, row: &RowChange, before: &Fields, own: &[&str]) -> Result<()> {
    let known = change.columns(&row.table)?;
    if own
        .iter()
        .any(|field| !known.iter().any(|column| column == field))
    {
        return Err(row_images::done_with_an_older_version());
    }
    if own.is_empty() {
        return Ok(());
    }
    let pairs: Vec<String> = (2..)
        .zip(own)
        .map(|(n, field)| format!("{field} = ?{n}"))
        .collect();
    let sql = format!("UPDATE {} SET {} WHERE id = ?1", row.table, pairs.join(", "));
    let values = own
        .iter()
        .map(|field| before.get(*field).map_or(Sql::Null, rows::to_sql));
    let all = [Sql::Text(row.id.clone())].into_iter().chain(values);
    change
        .db()
        .prepare_cached(&sql)?
        .execute(rusqlite::params_from_iter(all))?;
    Ok(())
}

/// Says what stands in the way of undo: the last step that changed one of the fields, or the row where no field is named.
fn changed_since(reader: &ReadContext, row: &RowChange, own: &[&str]) -> Result<Error> {
    let mut statement = reader.db().prepare_cached(
        "SELECT j.summary, r.before, r.after FROM journal_row r JOIN journal j ON j.id = r.entry
         WHERE r.table_name = ?1 AND r.row_id = ?2 ORDER BY r.rowid DESC",
    )?;
    let mut steps = statement.query(params![row.table, row.id])?;
    let mut last: Option<String> = None;
    while let Some(step) = steps.next()? {
        let summary: String = step.get(0)?;
        let image = |place| -> Result<Fields> {
            let image: Option<String> = step.get(place)?;
            read_image(image.as_deref())
        };
        let (before, after) = (image(1)?, image(2)?);
        if own.is_empty() || own.iter().any(|field| before.get(*field) != after.get(*field)) {
            last = Some(summary);
            break;
        }
        last.get_or_insert(summary);
    }
    Ok(Error::conflict(format!(
        "This cannot be undone: it was changed again since, by “{}”.",
        last.unwrap_or_default()
    ))
    .hint("Open the history and restore the field you want."))
}

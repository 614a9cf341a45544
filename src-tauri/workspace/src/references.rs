//! What refers to what, told by the file's own foreign keys, so that no list has to be kept of it by hand.

use std::collections::BTreeMap;

use rusqlite::Connection;
use serde_json::{Map, Value};

use crate::{
    context::{ReadContext, Transaction},
    error::{Error, Result},
    rows,
    words::Words,
};

/// A column whose values name rows of another table.
pub(crate) struct Reference {
    pub table: String,
    pub column: String,
    /// The table whose rows it names.
    pub to: String,
}

/// Returns every reference of the file.
pub(crate) fn all(db: &Connection) -> Result<Vec<Reference>> {
    let mut statement = db.prepare_cached(
        "SELECT t.name, f.\"from\", f.\"table\" FROM pragma_table_list t, pragma_foreign_key_list(t.name) f
         WHERE t.schema = 'main' AND t.type = 'table' ORDER BY t.name, f.\"from\"",
    )?;
    let found = statement.query_map([], |row| {
        Ok(Reference {
            table: row.get(0)?,
            column: row.get(1)?,
            to: row.get(2)?,
        })
    })?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// Returns the columns of a row that name a row which is not there: two copies of a workspace were brought together, and one had
/// removed what the other still named.
pub(crate) fn dangling(
    reader: &ReadContext,
    table: &str,
    fields: &Map<String, Value>,
) -> Result<Vec<String>> {
    let mut dangling = Vec::new();
    for reference in all(reader.db())?.into_iter().filter(|one| one.table == table) {
        let named = fields.get(&reference.column).unwrap_or(&Value::Null);
        let sql = format!("SELECT EXISTS (SELECT 1 FROM {} WHERE id = ?1)", reference.to);
        if !named.is_null() && reader.count(&sql, [rows::to_sql(named)])? == 0 {
            dangling.push(reference.column);
        }
    }
    Ok(dangling)
}

/// Returns in words what refers to a row: "2 goals, 1 initiative and 1 import". Nothing when nothing does.
pub(crate) fn to_row(reader: &ReadContext, table: &str, id: &str) -> Result<Option<String>> {
    let mut columns: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for reference in all(reader.db())?.into_iter().filter(|one| one.to == table) {
        let is_it = format!("{} = ?1", reference.column);
        columns.entry(reference.table).or_default().push(is_it);
    }
    let mut counts = Vec::new();
    for (from, are_it) in columns {
        let sql = format!("SELECT count(*) FROM {from} WHERE {}", are_it.join(" OR "));
        counts.push((from, reader.count(&sql, [id])?));
    }
    in_words(reader, &counts)
}

/// Points every reference to one row of a table at another of its rows. A row that would then refer to itself is left to whoever
/// joins the two.
///
/// # Errors
/// `File` when the disk fails, `Refused` where a row may not name the other.
pub fn repoint(change: &Transaction, table: &str, from: &str, into: &str) -> Result<()> {
    for reference in all(change.db())?.into_iter().filter(|one| one.to == table) {
        let Reference {
            table: of, column, ..
        } = reference;
        let but_itself = if of == table { " AND id <> ?2" } else { "" };
        let sql = format!("UPDATE {of} SET {column} = ?2 WHERE {column} = ?1{but_itself}");
        change.db().prepare_cached(&sql)?.execute([from, into])?;
    }
    Ok(())
}

/// Returns the error for a row that cannot go, because others refer to it.
pub(crate) fn still_needed(reader: &ReadContext, table: &str, id: &str) -> Result<Error> {
    let others = to_row(reader, table, id)?.unwrap_or_else(|| "something else".into());
    Ok(Error::refused(format!(
        "This {} is still used by {others}.",
        reader.rooms().noun(table)
    ))
    .hint("Change or remove those first."))
}

/// Returns the error for a row that refers to something that is not there.
pub(crate) fn nothing_there(reader: &ReadContext, table: &str, fields: &Map<String, Value>) -> Result<Error> {
    for reference in all(reader.db())?.into_iter().filter(|one| one.table == table) {
        let named = fields.get(&reference.column).unwrap_or(&Value::Null);
        let sql = format!("SELECT EXISTS (SELECT 1 FROM {} WHERE id = ?1)", reference.to);
        if !named.is_null() && reader.count(&sql, [rows::to_sql(named)])? == 0 {
            return Ok(Error {
                field: Some(reference.column),
                ..Error::not_found(format!("The {} chosen here", reader.rooms().noun(&reference.to)))
            });
        }
    }
    Ok(Error::not_found("Something that is chosen here"))
}

/// Returns how many rows of each table there are, in words: "2 goals and 1 import". Nothing when there are none.
pub(crate) fn in_words(reader: &ReadContext, counts: &[(String, i64)]) -> Result<Option<String>> {
    let words = Words::new(&reader.company()?);
    let mut parts: Vec<String> = counts
        .iter()
        .filter(|(_, count)| *count > 0)
        .map(|(table, count)| {
            let noun = reader.rooms().noun(table);
            let noun = if *count == 1 { noun } else { plural(&noun) };
            format!("{} {noun}", words.count(*count))
        })
        .collect();
    let last = parts.pop();
    Ok(last.map(|last| match parts.is_empty() {
        true => last,
        false => format!("{} and {last}", parts.join(", ")),
    }))
}

fn plural(noun: &str) -> String {
    match (noun.strip_suffix('y'), noun.ends_with(['s', 'x'])) {
        (Some(stem), _) => format!("{stem}ies"),
        (None, true) => format!("{noun}es"),
        (None, false) => format!("{noun}s"),
    }
}

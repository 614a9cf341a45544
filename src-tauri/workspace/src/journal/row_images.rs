//! Images of rows: the triggers that write the row before and after beside each entry, and what reads and writes such images.

use rusqlite::{Connection, OptionalExtension, params};
use serde_json::{Map, Value};

use crate::{
    context::{Columns, ReadContext, Transaction},
    error::{Error, Result},
    ids::EntryId,
    rows,
};

/// Tables that are not journalled: the journal itself, what is no statement of the workspace, and what follows from the rest. So are those
/// whose rows have no `id`: they hold the bytes of files and what follows from them, which is there before a row refers to it and stays
/// as long as one does.
const UNRECORDED: &[&str] = &["journal", "journal_row", "keyboard", "digest"];

/// What the triggers say of a change that belongs to no entry.
pub const OUTSIDE_THE_JOURNAL: &str = "a change outside the journal";

/// Returns the columns of every table of the file, for rows and triggers alike.
///
/// # Errors
/// `File` when the tables cannot be read.
pub fn columns(db: &Connection) -> Result<Columns> {
    let mut statement = db.prepare(
        "SELECT t.name, c.name FROM pragma_table_list t, pragma_table_info(t.name) c
         WHERE t.schema = 'main' AND t.type = 'table' AND t.name NOT LIKE 'sqlite_%' ORDER BY t.name, c.cid",
    )?;
    let mut columns = Columns::new();
    let mut found = statement.query([])?;
    while let Some(row) = found.next()? {
        let table: String = row.get(0)?;
        if !UNRECORDED.contains(&table.as_str()) {
            columns.entry(table).or_default().push(row.get(1)?);
        }
    }
    columns.retain(|_, columns| columns.iter().any(|column| column == "id"));
    Ok(columns)
}

/// Returns SQL that makes the JSON image of a row; `of` is "new.", "old." or nothing.
pub fn image(columns: &[String], of: &str) -> String {
    let pairs: Vec<String> = columns
        .iter()
        .map(|column| format!("'{column}', {of}{column}"))
        .collect();
    format!("json_object({})", pairs.join(", "))
}

/// Makes the triggers that write what an entry changed. They live in this connection only, so a file from elsewhere
/// cannot bring its own, and a change outside an entry is refused.
///
/// # Errors
/// `File` when the file takes no triggers.
pub fn watch(db: &Connection, columns: &Columns) -> Result<()> {
    db.execute_batch("CREATE TEMP TABLE current_entry (id TEXT NOT NULL)")?;
    columns
        .iter()
        .try_for_each(|(table, columns)| watch_table(db, table, columns, Watched::Every))
}

/// Which changes of a table are written down.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Watched {
    /// Every one.
    Every,
    /// Those of rows that the journal knows already.
    Known,
}

fn watch_table(db: &Connection, table: &str, columns: &[String], watched: Watched) -> Result<()> {
    for (event, before, after, row) in [
        ("INSERT", None, Some("new."), "new.id"),
        ("UPDATE", Some("old."), Some("new."), "new.id"),
        ("DELETE", Some("old."), None, "old.id"),
    ] {
        let side = |of: Option<&str>| of.map_or("NULL".to_string(), |of| image(columns, of));
        let (before, after) = (side(before), side(after));
        let when = match watched {
            Watched::Every => format!("{before} IS NOT {after}"),
            Watched::Known => format!(
                "EXISTS (SELECT 1 FROM main.journal_row WHERE table_name = '{table}' AND row_id = {row})
                 AND {before} IS NOT {after}"
            ),
        };
        db.execute_batch(&format!("DROP TRIGGER IF EXISTS temp.journal_{table}_{event}"))?;
        // A new row is never known.
        if watched == Watched::Known && event == "INSERT" {
            continue;
        }
        db.execute_batch(&format!(
            "CREATE TEMP TRIGGER journal_{table}_{event} AFTER {event} ON main.{table}
             WHEN {when}
             BEGIN
               SELECT RAISE(ABORT, '{OUTSIDE_THE_JOURNAL}')
               WHERE NOT EXISTS (SELECT 1 FROM current_entry);
               INSERT INTO journal_row (entry, table_name, row_id, before, after)
               SELECT id, '{table}', {row}, {before}, {after} FROM current_entry;
             END"
        ))?;
    }
    Ok(())
}

/// Runs `work`, which writes many rows of the tables whose rows come in bulk: only rows that the journal knows already
/// are written down in it. The triggers are changed in the transaction, so whatever happens, they are whole behind it.
///
/// # Errors
/// Those of `work`; `File` when the triggers cannot be changed.
pub fn in_bulk<T>(change: &Transaction, work: impl FnOnce() -> Result<T>) -> Result<T> {
    let watch_all = |watched| {
        let mut tables = change.rooms().in_bulk();
        tables.try_for_each(|table| watch_table(change.db(), table, change.columns(table)?, watched))
    };
    watch_all(Watched::Known)?;
    let done = work()?;
    watch_all(Watched::Every)?;
    Ok(done)
}

/// One row that an entry changed.
pub struct RowChange {
    /// The table.
    pub table: String,
    /// The row.
    pub id: String,
    /// The row before, as JSON; nothing for a new one.
    pub before: Option<String>,
    /// The row after, as JSON; nothing for one that is gone.
    pub after: Option<String>,
}

/// Returns what an entry changed, in the order in which it happened: the first rows of it.
///
/// # Errors
/// `File` when the journal cannot be read.
pub fn row_changes(reader: &ReadContext, entry: &EntryId, most: i64) -> Result<Vec<RowChange>> {
    let mut statement = reader.db().prepare_cached(
        "SELECT table_name, row_id, before, after FROM journal_row WHERE entry = ?1 ORDER BY rowid LIMIT ?2",
    )?;
    let rows = statement.query_map(params![entry, most], row_change)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Returns how an entry changed a row the first time.
///
/// # Errors
/// `File` when the journal cannot be read.
pub fn row_change_of(
    reader: &ReadContext,
    entry: &EntryId,
    table: &str,
    id: &str,
) -> Result<Option<RowChange>> {
    Ok(reader
        .db()
        .prepare_cached(
            "SELECT table_name, row_id, before, after FROM journal_row
             WHERE table_name = ?1 AND row_id = ?2 AND entry = ?3 ORDER BY rowid LIMIT 1",
        )?
        .query_row(params![table, id, entry], row_change)
        .optional()?)
}

fn row_change(row: &rusqlite::Row) -> rusqlite::Result<RowChange> {
    Ok(RowChange {
        table: row.get(0)?,
        id: row.get(1)?,
        before: row.get(2)?,
        after: row.get(3)?,
    })
}

/// How many rows are taken back in one go.
const AT_A_TIME: i64 = 2_000;

/// Returns some of the rows that an entry changed before the place `end` in the journal, the last first, each with its place.
pub(super) fn last_row_changes(
    reader: &ReadContext,
    entry: &EntryId,
    end: i64,
) -> Result<Vec<(i64, RowChange)>> {
    let mut statement = reader.db().prepare_cached(
        "SELECT table_name, row_id, before, after, rowid FROM journal_row WHERE entry = ?1 AND rowid < ?2
         ORDER BY rowid DESC LIMIT ?3",
    )?;
    let rows = statement.query_map(params![entry, end, AT_A_TIME], |row| {
        Ok((row.get(4)?, row_change(row)?))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Writes a row as an image has it, or removes it where the image says that there was none.
///
/// # Errors
/// `Damaged` when the image cannot be read, `Refused` when a rule of the file says no.
pub fn write_image(change: &Transaction, table: &str, id: &str, image: &str, is_there: bool) -> Result<()> {
    let fields: Map<String, Value> =
        serde_json::from_str(image).map_err(|_| Error::damaged("An entry of the journal cannot be read."))?;
    let known = change.columns(table)?;
    if fields.keys().any(|name| !known.contains(name)) {
        return Err(done_with_an_older_version());
    }
    let names: Vec<&str> = fields.keys().map(String::as_str).collect();
    let marks: Vec<String> = (1..=names.len()).map(|n| format!("?{n}")).collect();
    let values = fields.values().map(rows::to_sql);
    if is_there {
        let pairs: Vec<String> = names
            .iter()
            .zip(&marks)
            .map(|(name, mark)| format!("{name} = {mark}"))
            .collect();
        let sql = format!(
            "UPDATE {table} SET {} WHERE id = ?{}",
            pairs.join(", "),
            names.len() + 1
        );
        let all = values.chain([rusqlite::types::Value::Text(id.into())]);
        change
            .db()
            .prepare_cached(&sql)?
            .execute(rusqlite::params_from_iter(all))?;
    } else {
        let sql = format!(
            "INSERT INTO {table} ({}) VALUES ({})",
            names.join(", "),
            marks.join(", ")
        );
        change
            .db()
            .prepare_cached(&sql)?
            .execute(rusqlite::params_from_iter(values))?;
    }
    Ok(())
}

/// Says that a step knows fields that are there no longer.
pub(super) fn done_with_an_older_version() -> Error {
    Error::conflict("This was done with an older version of Lockstep and cannot be undone step by step.")
        .hint("Restore a backup from that time, or change it by hand.")
}

//! Keeps the journal: the triggers that write it, the two stacks of undo and redo, and going back.
//!
//! The stacks are never rewritten. Every entry carries the tops as they are after it, and what lies below its own place:
//! an action is pushed on undo and empties redo; undoing moves the top of undo over to redo; redoing moves it back. The
//! state is therefore always in the last entry, however long the journal.

use rusqlite::{Connection, OptionalExtension, named_params, params};
use serde_json::{Map, Value};

use super::{EntryKind, fields};
use crate::{
    context::{Columns, ReadContext, Transaction, UndoPolicy},
    error::{Error, Result},
    ids::EntryId,
    rows,
};

/// Tables that are not journalled: the journal itself, what is no statement of the workspace, and what follows from the rest.
const UNRECORDED: &[&str] = &["journal", "journal_row", "keyboard", "digest"];

/// What the triggers say of a change that belongs to no entry.
pub const OUTSIDE_THE_JOURNAL: &str = "a change outside the journal";

/// Returns the columns of every table of the file, for rows and triggers alike.
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

/// The tops of the two stacks.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct StackHeads {
    /// The entry that undo takes back.
    pub undo: Option<EntryId>,
    /// The entry that redo does again.
    pub redo: Option<EntryId>,
}

/// Returns the tops as the last entry left them.
pub fn stack_heads(reader: &ReadContext) -> Result<StackHeads> {
    Ok(reader
        .db()
        .prepare_cached("SELECT undo_top, redo_top FROM journal ORDER BY rowid DESC LIMIT 1")?
        .query_row([], |row| {
            Ok(StackHeads {
                undo: row.get(0)?,
                redo: row.get(1)?,
            })
        })
        .optional()?
        .unwrap_or_default())
}

/// What an entry is about to be.
pub enum Opening<'a> {
    /// Somebody does something.
    Act(UndoPolicy, &'a str),
    /// The top of undo is taken back.
    Undo,
    /// The top of redo is done again.
    Redo,
}

/// Writes the entry that the following changes belong to, and returns it with the entry it goes back on, if it does.
pub fn open(change: &Transaction, opening: &Opening, summary: &str) -> Result<(EntryId, Option<EntryId>)> {
    let id: EntryId = change.new_id();
    let stack_heads = stack_heads(change)?;
    let (kind, action, target, undo_top, undo_below, redo_top, redo_below) = match opening {
        Opening::Act(UndoPolicy::Barrier, action) => {
            (EntryKind::Milestone, *action, None, None, None, None, None)
        }
        // The stack of undo stays as it is: its steps are undone as far as this left their rows alone.
        Opening::Act(UndoPolicy::Separate, action) => (
            EntryKind::Milestone,
            *action,
            None,
            stack_heads.undo,
            None,
            None,
            None,
        ),
        Opening::Act(_, action) => (
            EntryKind::Action,
            *action,
            None,
            Some(id.clone()),
            stack_heads.undo,
            None,
            None,
        ),
        Opening::Undo => {
            let target = match stack_heads.undo {
                Some(target) => target,
                None => return Err(nothing_to_undo(change)?),
            };
            let below = below(change, "undo_below", &target)?;
            (
                EntryKind::Undo,
                "undo",
                Some(target),
                below,
                None,
                Some(id.clone()),
                stack_heads.redo,
            )
        }
        Opening::Redo => {
            let target = stack_heads.redo.ok_or_else(nothing_to_redo)?;
            let below = below(change, "redo_below", &target)?;
            (
                EntryKind::Redo,
                "redo",
                Some(target),
                Some(id.clone()),
                stack_heads.undo,
                below,
                None,
            )
        }
    };
    let Value::String(kind) = serde_json::to_value(kind)? else {
        return Err(Error::internal("an entry without a kind"));
    };
    let actor = change.actor();
    change
        .db()
        .prepare_cached(
            "INSERT INTO journal (id, at, person, person_name, side, action, summary, kind, target,
                                  undo_top, undo_below, redo_top, redo_below, device)
             VALUES (:id, :at, :person, :person_name, :side, :action, :summary, :kind, :target,
                     :undo_top, :undo_below, :redo_top, :redo_below, :device)",
        )?
        .execute(named_params! {
            ":id": id,
            ":at": change.now().to_rfc3339_opts(chrono::SecondsFormat::Millis, true),
            ":person": actor.map(|person| &person.id),
            ":person_name": actor.map(|person| &person.name),
            ":side": actor.map(|person| person.side.key()),
            ":action": action,
            ":summary": summary,
            ":kind": kind,
            ":target": target,
            ":undo_top": undo_top,
            ":undo_below": undo_below,
            ":redo_top": redo_top,
            ":redo_below": redo_below,
            ":device": change.device(),
        })?;
    change
        .db()
        .prepare_cached("DELETE FROM current_entry")?
        .execute([])?;
    change
        .db()
        .prepare_cached("INSERT INTO current_entry (id) VALUES (?1)")?
        .execute([&id])?;
    Ok((id, target))
}

/// Ends the entry: what changes after it does not belong to it.
pub fn close(change: &Transaction) -> Result<()> {
    change
        .db()
        .prepare_cached("DELETE FROM current_entry")?
        .execute([])?;
    Ok(())
}

/// Returns whether an entry changed anything.
pub fn changed_something(reader: &ReadContext, entry: &EntryId) -> Result<bool> {
    Ok(reader.count(
        "SELECT EXISTS (SELECT 1 FROM journal_row WHERE entry = ?1)",
        [entry],
    )? == 1)
}

fn below(reader: &ReadContext, column: &str, entry: &EntryId) -> Result<Option<EntryId>> {
    Ok(reader
        .db()
        .prepare_cached(&format!("SELECT {column} FROM journal WHERE id = ?1"))?
        .query_row([entry], |row| row.get(0))?)
}

/// Says why undo goes no further: what was done for good before, by its name.
fn nothing_to_undo(reader: &ReadContext) -> Result<Error> {
    // An import of an earlier version of Lockstep may have cut steps off, too; one that had nothing to cut off did not.
    let done_for_good: Option<String> = reader
        .db()
        .prepare_cached(
            "SELECT summary FROM journal AS j WHERE kind = 'milestone' AND undo_top IS NULL
             AND (action NOT IN ('import', 'take_back_import') OR (SELECT undo_top FROM journal AS before
                  WHERE before.rowid < j.rowid ORDER BY before.rowid DESC LIMIT 1) IS NOT NULL)
             ORDER BY rowid DESC LIMIT 1",
        )?
        .query_row([], |row| row.get(0))
        .optional()?;
    let error = Error::refused("There is nothing to undo.");
    Ok(match done_for_good {
        Some(what) => error.hint(format!(
            "Undo reaches back to “{what}”, which was done for good. Older values are in the history, where each can be restored."
        )),
        None => error,
    })
}

fn nothing_to_redo() -> Error {
    Error::refused("There is nothing to redo.")
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
pub fn row_changes(reader: &ReadContext, entry: &EntryId, most: i64) -> Result<Vec<RowChange>> {
    let mut statement = reader.db().prepare_cached(
        "SELECT table_name, row_id, before, after FROM journal_row WHERE entry = ?1 ORDER BY rowid LIMIT ?2",
    )?;
    let rows = statement.query_map(params![entry, most], row_change)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Returns how an entry changed a row the first time.
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

/// Puts every field that `entry` changed back to what it was before, the last change first. What was changed since in other
/// fields of the same rows stays.
///
/// # Errors
/// `Conflict` when a field is no longer what the entry left: then nothing is put back.
pub fn revert(change: &Transaction, entry: &EntryId) -> Result<()> {
    change.db().execute_batch("PRAGMA defer_foreign_keys = ON")?;
    let company = change.company()?;
    let mut end = i64::MAX;
    loop {
        // A step may have changed a million rows: they are read some at a time.
        let some = last_row_changes(change, entry, end)?;
        let Some((first, _)) = some.last() else {
            break;
        };
        end = *first;
        some.iter().try_for_each(|(_, row)| fields::revert(change, row))?;
    }
    // Amounts may have come in since, with an import that undo passed by.
    change.company()?.must_fit(&company, change)
}

/// How many rows are taken back in one go.
const AT_A_TIME: i64 = 2_000;

/// Returns some of the rows that an entry changed before the place `end` in the journal, the last first, each with its place.
fn last_row_changes(reader: &ReadContext, entry: &EntryId, end: i64) -> Result<Vec<(i64, RowChange)>> {
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

/// Says no when another step than the one that is meant would be taken: the person read the name of that one.
///
/// # Errors
/// `Conflict` with what was done since.
pub fn must_be_meant(reader: &ReadContext, meant: &EntryId, target: Option<&EntryId>) -> Result<()> {
    if target == Some(meant) {
        return Ok(());
    }
    let last: Option<String> = reader
        .db()
        .prepare_cached("SELECT summary FROM journal ORDER BY rowid DESC LIMIT 1")?
        .query_row([], |row| row.get(0))
        .optional()?;
    let last = last.unwrap_or_default();
    Err(
        Error::conflict(format!("Something else was changed meanwhile: {last}."))
            .hint("Nothing was undone or redone. Look again, then do it."),
    )
}

/// Returns what an entry did, without saying that it was undone or redone.
pub fn without_verb(summary: &str) -> &str {
    summary
        .strip_prefix("Undo: ")
        .or(summary.strip_prefix("Redo: "))
        .unwrap_or(summary)
}

/// Returns the summary of an entry.
pub fn summary_of(reader: &ReadContext, entry: &EntryId) -> Result<String> {
    Ok(reader
        .db()
        .prepare_cached("SELECT summary FROM journal WHERE id = ?1")?
        .query_row(params![entry], |row| row.get(0))?)
}

//! Keeps the journal: its entries, the two stacks of undo and redo, and going back.
//!
//! The stacks are never rewritten. Every entry carries the tops as they are after it, and what lies below its own place:
//! an action is pushed on undo and empties redo; undoing moves the top of undo over to redo; redoing moves it back. The
//! state is therefore always in the last entry, however long the journal.

use rusqlite::{OptionalExtension, named_params, params};
use serde_json::Value;

use super::{EntryKind, fields, row_images::last_row_changes};
use crate::{
    context::{ReadContext, Transaction, UndoPolicy},
    error::{Error, Result},
    ids::EntryId,
};

/// The tops of the two stacks.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct StackHeads {
    /// The entry that undo takes back.
    pub undo: Option<EntryId>,
    /// The entry that redo does again.
    pub redo: Option<EntryId>,
}

/// Returns the tops as the last entry left them.
///
/// # Errors
/// `File` when the journal cannot be read.
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
///
/// # Errors
/// `Refused` when there is nothing to go back on, `File` when the entry cannot be written.
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
///
/// # Errors
/// `File` when the entry cannot be written.
pub fn close(change: &Transaction) -> Result<()> {
    change
        .db()
        .prepare_cached("DELETE FROM current_entry")?
        .execute([])?;
    Ok(())
}

/// Returns whether an entry changed anything.
///
/// # Errors
/// `File` when the journal cannot be read.
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
             AND (action NOT IN ('import', 'revert_import', 'take_back_import') OR (SELECT undo_top FROM journal AS before
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

/// Returns in words what an entry did; of one that undid or redid something, what that was.
///
/// # Errors
/// `File` when there is no such entry, or it cannot be read.
pub fn what_was_done(reader: &ReadContext, entry: &EntryId) -> Result<String> {
    let (summary, goes_back): (String, bool) = reader
        .db()
        .prepare_cached("SELECT summary, kind IN ('undo', 'redo') FROM journal WHERE id = ?1")?
        .query_row(params![entry], |row| Ok((row.get(0)?, row.get(1)?)))?;
    // Such a summary is its verb and what was done: "Undo: Add goal Pipeline".
    Ok(match summary.split_once(": ") {
        Some((_, what)) if goes_back => what.to_owned(),
        _ => summary,
    })
}

//! Taking an import back: what it added goes, what it changed becomes what it was, and what was changed since stays.

use std::collections::HashSet;

use rusqlite::params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{
    importing::{by_hand, link},
    tables::Import,
};
use crate::ids::ImportId;
use lockstep_workspace::{
    context::{Action, ReadContext, Transaction, UndoPolicy},
    error::{Error, Result},
    journal::row_images,
    rows,
};

/// The tables that imports write, those that point to others first.
const TABLES: [&str; 3] = ["opportunity", "lead", "cost"];

/// Takes an import back. Rows that were edited by hand or changed by a later import stay as they are.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TakeBackImport {
    /// The import.
    pub import: ImportId,
}

/// What became of the rows of an import that was taken back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TakenBack {
    /// Rows that it had added and that are gone.
    pub removed: i64,
    /// Rows that it had changed and that are what they were.
    pub restored: i64,
    /// Rows that stay, because somebody edited them since.
    pub kept_edited: i64,
    /// Rows that stay, because a later import changed them.
    pub kept_changed_later: i64,
}

impl Action for TakeBackImport {
    type Outcome = TakenBack;
    const UNDO: UndoPolicy = UndoPolicy::Separate;

    fn summary(&self, reader: &ReadContext) -> Result<String> {
        let import: Import = rows::get(reader, &self.import, "This import")?;
        Ok(format!("Take back the import of “{}”", import.file_name))
    }

    fn apply(self, change: &mut Transaction) -> Result<TakenBack> {
        let mut import: Import = rows::get(change, &self.import, "This import")?;
        if import.taken_back_at.is_some() {
            return Err(Error::refused(format!(
                "The import of “{}” was taken back already.",
                import.file_name
            )));
        }
        let change = &*change;
        let done = row_images::in_bulk(change, || {
            change.db().execute_batch("PRAGMA defer_foreign_keys = ON")?;
            let mut done = TakenBack {
                removed: 0,
                restored: 0,
                kept_edited: 0,
                kept_changed_later: 0,
            };
            let behind = end_of(change, &self.import)?;
            for table in TABLES {
                take_back(change, &self.import, table, behind, &mut done)?;
            }
            link(change)?;
            Ok(done)
        })?;
        import.taken_back_at = Some(change.now());
        rows::update(change, &import)?;
        Ok(done)
    }
}

/// Returns the place in the journal where the import ended.
fn end_of(change: &Transaction, import: &ImportId) -> Result<i64> {
    change.count(
        "SELECT max(rowid) FROM journal_row WHERE entry =
           (SELECT entry FROM journal_row WHERE table_name = 'import' AND row_id = ?1 ORDER BY rowid LIMIT 1)",
        [import],
    )
}

fn take_back(
    change: &Transaction,
    import: &ImportId,
    table: &str,
    behind: i64,
    done: &mut TakenBack,
) -> Result<()> {
    let edited: HashSet<String> = by_hand(change, table, behind)?.into_keys().collect();
    // What a later import changed and still stands so: its own images are younger than ours.
    let later: HashSet<String> = texts(
        change,
        "SELECT DISTINCT r.row_id FROM replaced r JOIN import i ON i.id = r.import
         WHERE r.table_name = ?2 AND i.rowid > (SELECT rowid FROM import WHERE id = ?1)",
        import,
        table,
    )?
    .into_iter()
    .collect();
    let mut stays = |id: &String| {
        if edited.contains(id) {
            done.kept_edited += 1;
            true
        } else if later.contains(id) {
            done.kept_changed_later += 1;
            true
        } else {
            false
        }
    };
    let added = texts(
        change,
        &format!("SELECT id FROM {table} WHERE import = ?1 AND ?2 IS NOT NULL"),
        import,
        table,
    )?;
    let mut restored = HashSet::new();
    let mut end = i64::MAX;
    loop {
        let some = last_images(change, import, table, end)?;
        let Some(first) = some.last() else { break };
        end = first.place;
        for Image { place, row, before } in some {
            if !stays(&row) {
                row_images::write_image(change, table, &row, &before, true)?;
                restored.insert(row);
                change
                    .db()
                    .prepare_cached("DELETE FROM replaced WHERE rowid = ?1")?
                    .execute([place])?;
            }
        }
    }
    done.restored += i64::try_from(restored.len()).unwrap_or(i64::MAX);
    for id in added {
        if !stays(&id) {
            if table == "lead" {
                change
                    .db()
                    .prepare_cached("UPDATE opportunity SET lead = NULL WHERE lead = ?1")?
                    .execute([&id])?;
                change
                    .db()
                    .prepare_cached("DELETE FROM judgement WHERE id = ?1")?
                    .execute([&id])?;
            }
            change
                .db()
                .prepare_cached(&format!("DELETE FROM {table} WHERE id = ?1"))?
                .execute([&id])?;
            done.removed += 1;
        }
    }
    Ok(())
}

/// What a row was before an import changed it.
struct Image {
    place: i64,
    row: String,
    before: String,
}

/// How many images are read at a time: an import may have changed a million rows.
const AT_A_TIME: i64 = 2_000;

/// Returns some of the images that an import left before the place `end`, the last first.
fn last_images(change: &Transaction, import: &ImportId, table: &str, end: i64) -> Result<Vec<Image>> {
    let mut statement = change.db().prepare_cached(
        "SELECT rowid, row_id, before FROM replaced WHERE import = ?1 AND table_name = ?2 AND rowid < ?3
         ORDER BY rowid DESC LIMIT ?4",
    )?;
    let found = statement.query_map(params![import, table, end, AT_A_TIME], |row| {
        Ok(Image {
            place: row.get(0)?,
            row: row.get(1)?,
            before: row.get(2)?,
        })
    })?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// Returns the texts that `sql` selects; it names both `?1`, the import, and `?2`, the table.
fn texts(change: &Transaction, sql: &str, import: &ImportId, table: &str) -> Result<Vec<String>> {
    let mut statement = change.db().prepare_cached(sql)?;
    let found = statement.query_map(params![import, table], |row| row.get(0))?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

//! Taking an import back: every row becomes what the imports that are left make of it, and goes where none of them told of it.
//! What was changed by hand since stays.

use std::collections::{HashMap, HashSet};

use rusqlite::{Params, params};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;

use super::{
    importing::{ByHand, Imports, Provenance, RowHistory, Without, by_hand, link},
    tables::Import,
};
use crate::ids::ImportId;
use lockstep_workspace::{
    context::{Action, ReadContext, Transaction, UndoPolicy},
    error::{Error, Result},
    journal::{queries::read_image, row_images},
    rows,
};

/// The tables that imports write, those that point to others first.
const TABLES: [&str; 3] = ["opportunity", "lead", "cost"];

/// Takes an import back. Rows that were edited by hand since stay as they are; what other imports told stays as they told it.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RevertImport {
    /// The import.
    pub import: ImportId,
}

/// What became of the rows of an import that was taken back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TakenBack {
    /// Rows that it had added and that are gone.
    pub removed: i64,
    /// Rows that it had changed and that are what the other imports make of them.
    pub restored: i64,
    /// Rows that stay, because somebody edited them since.
    pub kept_edited: i64,
    /// Rows that stay, because another import told of them, too.
    pub kept_changed_later: i64,
}

impl Action for RevertImport {
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
    table: &'static str,
    behind: i64,
    done: &mut TakenBack,
) -> Result<()> {
    let edited: HashSet<String> = by_hand(change, table, behind)?.into_keys().collect();
    let added: Vec<String> = texts(
        change,
        &format!("SELECT id FROM {table} WHERE import = ?1"),
        [import],
    )?;
    let changed: HashSet<String> = texts(
        change,
        &format!(
            "SELECT row_id FROM replaced WHERE import = ?1 AND table_name = ?2
               AND EXISTS (SELECT 1 FROM {table} WHERE id = row_id)"
        ),
        params![import, table],
    )?;
    let was_added: HashSet<&str> = added.iter().map(String::as_str).collect();
    let is_touched = |row: &str| was_added.contains(row) || changed.contains(row);
    let rows = Rows {
        told: Provenance::read(change, table, import, is_touched)?,
        imports: Imports::read(change, import)?,
        with_images: texts(
            change,
            "SELECT DISTINCT row_id FROM replaced WHERE table_name = ?1",
            [table],
        )?,
        by_hand: by_hand(change, table, 0)?,
        import,
        change,
        table,
    };
    let only_changed = changed.iter().filter(|id| !was_added.contains(id.as_str()));
    for id in added.iter().chain(only_changed) {
        if edited.contains(id) {
            done.kept_edited += 1;
            continue;
        }
        match rows.write_without(id)? {
            Rest::Nothing if rows.by_hand.contains_key(id) => done.kept_edited += 1,
            Rest::Nothing => {
                rows.remove(id)?;
                done.removed += 1;
            }
            Rest::Row { .. } if was_added.contains(id.as_str()) => done.kept_changed_later += 1,
            Rest::Row { is_other: true } => done.restored += 1,
            Rest::Row { is_other: false } => done.kept_changed_later += 1,
        }
    }
    change
        .db()
        .prepare_cached("DELETE FROM told WHERE import = ?1 AND table_name = ?2")?
        .execute(params![import, table])?;
    Ok(())
}

/// The rows of a table, and what imports did to them.
struct Rows<'c> {
    change: &'c Transaction<'c>,
    table: &'static str,
    /// The import that is taken back.
    import: &'c ImportId,
    told: Provenance,
    imports: Imports,
    /// The rows of which it is kept how they stood before an import.
    with_images: HashSet<String>,
    by_hand: HashMap<String, ByHand>,
}

/// What is left of a row without the import.
enum Rest {
    /// No other import told of it.
    Nothing,
    Row {
        /// Whether it is not what it was.
        is_other: bool,
    },
}

impl Rows<'_> {
    /// Writes a row as the other imports make it.
    fn write_without(&self, id: &str) -> Result<Rest> {
        let (change, table) = (self.change, self.table);
        let has_images = self.with_images.contains(id);
        if !has_images && self.told.of(id).next().is_none() {
            return Ok(Rest::Nothing);
        }
        let images = self.images(id)?;
        if let Some(before) = self.before_the_last(id, &images)? {
            self.forget_images_of(self.import, id)?;
            row_images::write_image(change, table, id, before, true)?;
            return Ok(Rest::Row { is_other: true });
        }
        let image = row_images::image(change.columns(table)?, "");
        let now: String = change
            .db()
            .prepare_cached(&format!("SELECT {image} FROM {table} WHERE id = ?1"))?
            .query_row([id], |row| row.get(0))?;
        let biography = RowHistory {
            table,
            id,
            now: read_image(Some(&now))?,
            before: images
                .into_iter()
                .map(|(import, before)| Ok((import, read_image(Some(&before))?)))
                .collect::<Result<_>>()?,
            by_hand: self.by_hand.get(id),
        };
        let Some(Without { row, before }) = biography.without(&self.imports, &self.told)? else {
            return Ok(Rest::Nothing);
        };
        self.forget_images(id)?;
        for (import, stood) in before {
            let kept: String = change.new_id::<ImportId>().0;
            change
                .db()
                .prepare_cached(
                    "INSERT INTO replaced (id, import, table_name, row_id, before) VALUES (?1, ?2, ?3, ?4, ?5)",
                )?
                .execute(params![kept, import, table, id, stood])?;
        }
        let is_other = row != biography.now;
        if is_other {
            row_images::write_image(change, table, id, &Value::Object(row).to_string(), true)?;
        }
        Ok(Rest::Row { is_other })
    }

    /// Returns how the row stood before the import, where that is what the others make of it.
    fn before_the_last<'i>(&self, id: &str, images: &'i [(ImportId, String)]) -> Result<Option<&'i str>> {
        let Some((_, before)) = images.iter().find(|(import, _)| import == self.import) else {
            return Ok(None);
        };
        let adder: ImportId = self
            .change
            .db()
            .prepare_cached(&format!("SELECT import FROM {} WHERE id = ?1", self.table))?
            .query_row([id], |row| row.get(0))?;
        let others = images.iter().map(|(import, _)| import);
        let all = others.chain([&adder]).chain(self.told.of(id));
        let is_last = adder != *self.import && self.imports.is_the_last(self.import, all);
        Ok(is_last.then_some(before.as_str()))
    }

    fn images(&self, id: &str) -> Result<Vec<(ImportId, String)>> {
        let mut statement = self
            .change
            .db()
            .prepare_cached("SELECT import, before FROM replaced WHERE table_name = ?1 AND row_id = ?2")?;
        let found = statement.query_map([self.table, id], |row| {
            Ok((row.get(0)?, row.get::<_, String>(1)?))
        })?;
        Ok(found.collect::<rusqlite::Result<_>>()?)
    }

    fn forget_images_of(&self, import: &ImportId, id: &str) -> Result<()> {
        self.change
            .db()
            .prepare_cached("DELETE FROM replaced WHERE table_name = ?1 AND row_id = ?2 AND import = ?3")?
            .execute(params![self.table, id, import])?;
        Ok(())
    }

    fn forget_images(&self, id: &str) -> Result<()> {
        self.change
            .db()
            .prepare_cached("DELETE FROM replaced WHERE table_name = ?1 AND row_id = ?2")?
            .execute([self.table, id])?;
        Ok(())
    }

    fn remove(&self, id: &str) -> Result<()> {
        let db = self.change.db();
        if self.table == "lead" {
            db.prepare_cached("UPDATE opportunity SET lead = NULL WHERE lead = ?1")?
                .execute([id])?;
            db.prepare_cached("DELETE FROM judgement WHERE id = ?1")?
                .execute([id])?;
        }
        if self.with_images.contains(id) {
            self.forget_images(id)?;
        }
        db.prepare_cached(&format!("DELETE FROM {} WHERE id = ?1", self.table))?
            .execute([id])?;
        Ok(())
    }
}

/// Returns the texts that `sql` selects.
fn texts<T: FromIterator<String>>(change: &Transaction, sql: &str, with: impl Params) -> Result<T> {
    let mut statement = change.db().prepare_cached(sql)?;
    let found = statement.query_map(with, |row| row.get(0))?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

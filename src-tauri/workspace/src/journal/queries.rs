//! What screens ask of the journal: what can be undone, the history of the workspace, and what an entry changed.

use rusqlite::{OptionalExtension, named_params};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use ts_rs::TS;

use super::{Entry, recorder, restore::may_be_restored, row_images, wording::Wording};
use crate::{
    context::{Named, Query, ReadContext},
    error::{Error, Result},
    ids::EntryId,
    rooms::{Rooms, SearchText},
    rows,
};

/// Says which step undo and redo would take next.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WhatCanBeUndone {}

/// Takes the last step back.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Undo {
    /// The step that is meant, as it was shown: when it is the last one no longer, nothing is taken back.
    #[serde(default)]
    #[ts(optional)]
    pub entry: Option<EntryId>,
}

/// Does the step again that was taken back last.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Redo {
    /// The step that is meant, as it was shown: when it is the last one no longer, nothing is done.
    #[serde(default)]
    #[ts(optional)]
    pub entry: Option<EntryId>,
}

/// The next step of undo and of redo.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct UndoState {
    /// What undo would take back, or nothing.
    pub undo: Option<UndoStep>,
    /// What redo would do again, or nothing.
    pub redo: Option<UndoStep>,
}

/// A step that can be taken back or done again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct UndoStep {
    /// Names it for [`Undo`] and [`Redo`].
    pub entry: EntryId,
    /// What was done, in words.
    pub summary: String,
}

impl Query for WhatCanBeUndone {
    type Answer = UndoState;

    fn answer(self, reader: &ReadContext) -> Result<UndoState> {
        let stack_heads = recorder::stack_heads(reader)?;
        let step = |entry: Option<EntryId>| {
            entry
                .map(|entry| {
                    let summary = recorder::what_was_done(reader, &entry)?;
                    Ok::<_, Error>(UndoStep { entry, summary })
                })
                .transpose()
        };
        Ok(UndoState {
            undo: step(stack_heads.undo)?,
            redo: step(stack_heads.redo)?,
        })
    }
}

/// Lists what was done, the latest first.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct History {
    /// Only entries older than this one: the next page.
    #[serde(default)]
    #[ts(optional)]
    pub before: Option<EntryId>,
    /// How many at most; 50 unless told, 500 at most.
    #[serde(default)]
    #[ts(optional)]
    pub limit: Option<u32>,
    /// Only entries whose words contain this.
    #[serde(default)]
    #[ts(optional)]
    pub search: Option<String>,
}

/// One page of the history.
#[derive(Debug, Clone, Serialize, TS)]
pub struct HistoryPage {
    /// The entries, the latest first.
    pub entries: Vec<Entry>,
    /// Whether there are older ones.
    pub more: bool,
}

impl Query for History {
    type Answer = HistoryPage;

    fn answer(self, reader: &ReadContext) -> Result<HistoryPage> {
        let limit = self.limit.unwrap_or(50).clamp(1, 500);
        let mut statement = reader.db().prepare_cached(
            "SELECT json_object('id', id, 'at', at, 'person_name', person_name, 'side', side,
                                'summary', summary, 'kind', kind), summary
             FROM journal
             WHERE (:before IS NULL OR rowid < (SELECT rowid FROM journal WHERE id = :before))
             ORDER BY rowid DESC",
        )?;
        // SQLite knows capitals and small letters of ASCII only.
        let search = self.search.as_deref().and_then(SearchText::of);
        let mut found = statement.query(named_params! { ":before": self.before })?;
        let mut entries: Vec<Entry> = Vec::new();
        while entries.len() <= limit as usize
            && let Some(row) = found.next()?
        {
            let summary: String = row.get(1)?;
            if search
                .as_ref()
                .is_none_or(|search| search.rank(&summary).is_some())
            {
                entries.push(read_entry(&row.get::<_, String>(0)?)?);
            }
        }
        let more = entries.len() > limit as usize;
        entries.truncate(limit as usize);
        Ok(HistoryPage { entries, more })
    }
}

fn read_entry(text: &str) -> Result<Entry> {
    serde_json::from_str(text)
        .map_err(|error| Error::damaged(format!("An entry of the journal cannot be read: {error}.")))
}

impl Named for Undo {
    const NAME: &'static str = "undo";
}

impl Named for Redo {
    const NAME: &'static str = "redo";
}

/// Shows what an entry changed, field by field.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OpenEntry {
    /// The entry.
    pub entry: EntryId,
}

/// One field that an entry changed.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct ChangedField {
    /// The table, the noun's name in the file.
    pub table: String,
    /// The row, by its id.
    pub row: String,
    /// What the row is called.
    pub name: String,
    /// The field, as the file calls it.
    pub field: String,
    /// What it was; `null` when the row is new or the field was empty.
    #[ts(type = "unknown")]
    pub before: Value,
    /// What it became; `null` when the row is gone or the field was emptied.
    #[ts(type = "unknown")]
    pub after: Value,
    /// What it was, in words and with its unit; nothing when it was empty.
    pub before_text: Option<String>,
    /// What it became, in words and with its unit; nothing when it was emptied.
    pub after_text: Option<String>,
    /// Whether the value before can be restored: the row still exists and the field is one that an edit sets.
    pub can_restore: bool,
}

/// An entry and what it changed.
#[derive(Debug, Clone, Serialize, TS)]
pub struct HistoryEntry {
    /// Who did what, and when.
    pub entry: Entry,
    /// The fields it changed, of the first five hundred rows.
    pub fields: Vec<ChangedField>,
    /// How many more rows it changed.
    pub more_rows: i64,
}

/// More rows of one entry than these nobody reads; an action on many leads may change a hundred thousand.
const ROWS_SHOWN: i64 = 500;

/// Returns whether a field says something to a reader: not what ties rows, and not a whole frozen text.
fn is_shown(rooms: &Rooms, table: &str, field: &str) -> bool {
    let parent = rooms.table(table).and_then(|table| table.parent);
    !rows::is_structural(parent, field) && (table, field) != ("agreement", "text")
}

impl Query for OpenEntry {
    type Answer = HistoryEntry;

    fn answer(self, reader: &ReadContext) -> Result<HistoryEntry> {
        let text: Option<String> = reader
            .db()
            .prepare_cached(
                "SELECT json_object('id', id, 'at', at, 'person_name', person_name, 'side', side,
                                    'summary', summary, 'kind', kind) FROM journal WHERE id = ?1",
            )?
            .query_row([&self.entry], |row| row.get(0))
            .optional()?;
        let entry = read_entry(&text.ok_or_else(|| Error::not_found("This entry"))?)?;
        let wording = Wording::of_the_company(reader)?;
        let mut fields = Vec::new();
        let rows = reader.count("SELECT count(*) FROM journal_row WHERE entry = ?1", [&self.entry])?;
        for row in row_images::row_changes(reader, &self.entry, ROWS_SHOWN)? {
            if let Some(table) = reader.rooms().table(&row.table)
                && !(table.is_in_history && (table.may_read)(reader, &row)?)
            {
                continue;
            }
            let mut before = read_image(row.before.as_deref())?;
            let mut after = read_image(row.after.as_deref())?;
            rows::open_sealed(reader, &mut before)?;
            rows::open_sealed(reader, &mut after)?;
            let named = if after.is_empty() { &before } else { &after };
            let name = wording.called(&row.table, named);
            let is_there = reader.count(
                &format!("SELECT EXISTS (SELECT 1 FROM {} WHERE id = ?1)", row.table),
                [&row.id],
            )? == 1;
            for field in reader.columns(&row.table)? {
                let was = before.get(field).cloned().unwrap_or_default();
                let is = after.get(field).cloned().unwrap_or_default();
                if was != is && is_shown(reader.rooms(), &row.table, field) {
                    fields.push(ChangedField {
                        can_restore: is_there
                            && before.contains_key(field)
                            && may_be_restored(reader.rooms(), &row.table, field),
                        before_text: wording.of(&row.table, field, &was, &before),
                        after_text: wording.of(&row.table, field, &is, &after),
                        table: row.table.clone(),
                        row: row.id.clone(),
                        name: name.clone(),
                        field: field.clone(),
                        before: was,
                        after: is,
                    });
                }
            }
        }
        Ok(HistoryEntry {
            entry,
            fields,
            more_rows: (rows - ROWS_SHOWN).max(0),
        })
    }
}

/// Reads the image of a row: its fields, or none where there was no row.
///
/// # Errors
/// `Damaged` when it cannot be read.
pub fn read_image(image: Option<&str>) -> Result<Map<String, Value>> {
    image.map_or_else(
        || Ok(Map::new()),
        |text| {
            serde_json::from_str(text).map_err(|_| Error::damaged("An entry of the journal cannot be read."))
        },
    )
}

//! Putting one field back to what it was before an entry, whatever was done since: by the edit that a person would make, so
//! that every rule of that edit holds.

use serde::{Deserialize, Serialize};
use serde_json::Map;
use ts_rs::TS;

use super::{queries::read_image, row_images};
use crate::{
    context::{Action, ReadContext, Transaction},
    error::{Error, ErrorCode, Result},
    ids::EntryId,
    rooms::{Restore, Rooms},
};

/// Puts a field back to what it was before an entry changed it.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RestoreField {
    /// The entry that changed it.
    pub entry: EntryId,
    /// The table, as the entry names it.
    pub table: String,
    /// The row, as the entry names it.
    pub row: String,
    /// The field, as the entry names it.
    pub field: String,
}

impl Action for RestoreField {
    type Outcome = ();

    fn summary(&self, _: &ReadContext) -> Result<String> {
        Ok(format!("Restore {} as it was", self.field.replace('_', " ")))
    }

    fn apply(self, change: &mut Transaction) -> Result<()> {
        let edit = edit_of(change.rooms(), &self.table, &self.field).ok_or_else(|| {
            Error::refused("This field cannot be restored: nobody sets it by hand.")
                .hint("It follows from what was done, was signed, or was brought by a file.")
        })?;
        let row = row_images::row_change_of(change, &self.entry, &self.table, &self.row)?
            .ok_or_else(|| Error::not_found("This change"))?;
        let before = read_image(row.before.as_deref())?;
        let stored = before
            .get(&self.field)
            .ok_or_else(|| Error::not_found("The earlier value"))?;
        let alone = Map::from_iter([(self.field.clone(), stored.clone())]);
        change.db().execute_batch("SAVEPOINT restoring")?;
        let mut done = (edit.edit)(change, self.row.clone(), &alone);
        if let Err(error) = &done
            && error.code == ErrorCode::Invalid
            && let Some(group) = group_of(change.rooms(), &self.table, &self.field)
        {
            // It can only be as it was together with what belongs to it.
            change.db().execute_batch("ROLLBACK TO restoring")?;
            let is_set = |field: &&str| !(edit.is_ours)(field);
            let fields = group.iter().copied().filter(is_set);
            let group = fields.filter_map(|field| Some((field.to_owned(), before.get(field)?.clone())));
            done = (edit.edit)(change, self.row, &group.collect()).or(done);
        }
        change.db().execute_batch("RELEASE restoring")?;
        done
    }
}

/// Returns the fields that only make sense together with a field.
fn group_of(rooms: &Rooms, table: &str, field: &str) -> Option<&'static [&'static str]> {
    let groups = rooms.table(table)?.together;
    groups.iter().copied().find(|group| group.contains(&field))
}

/// Returns how a field is put back; nothing where no edit sets it.
fn edit_of(rooms: &Rooms, table: &str, field: &str) -> Option<Restore> {
    let restore = rooms.table(table)?.restore?;
    (!(restore.is_ours)(field)).then_some(restore)
}

/// Returns whether a field can be restored: there is an edit that sets it.
pub(super) fn may_be_restored(rooms: &Rooms, table: &str, field: &str) -> bool {
    edit_of(rooms, table, field).is_some()
}

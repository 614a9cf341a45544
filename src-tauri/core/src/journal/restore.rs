//! Putting one field back to what it was before an entry, whatever was done since.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{
    keeper,
    queries::{may_be_restored, read_image},
};
use crate::{
    change::{Action, Change, Reader},
    error::{Error, Result},
    ids::{EntryId, LineId, PlanId},
    plan::{Point, look_back},
    rows,
};

/// Puts a field back to what it was before an entry changed it.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RestoreField {
    /// The entry.
    pub entry: EntryId,
    /// The table, as the entry names it.
    pub table: String,
    /// The row, as the entry names it.
    pub row: String,
    /// The field.
    pub field: String,
}

impl Action for RestoreField {
    type Outcome = ();

    fn summary(&self, _: &Reader) -> Result<String> {
        Ok(format!("Restore {} as it was", self.field.replace('_', " ")))
    }

    fn apply(self, change: &mut Change) -> Result<()> {
        if !may_be_restored(&self.table, &self.field) {
            return Err(Error::refused(
                "This cannot be put back by hand: it belongs to what was signed or to the order of things.",
            ));
        }
        let row = keeper::row_change_of(change, &self.entry, &self.table, &self.row)?
            .ok_or_else(|| Error::not_found("This change"))?;
        let before = read_image(row.before.as_deref())?;
        let value = before
            .get(&self.field)
            .ok_or_else(|| Error::not_found("The earlier value"))?;
        // The table's and the column's names come from the file's own schema, never from the caller.
        if !change.columns(&row.table)?.contains(&self.field) {
            return Err(Error::not_found("This field"));
        }
        if self.table == "point" {
            let point: Point = rows::get(change, &LineId(self.row.clone()), "This point")?;
            look_back::must_be_own(&point, change)?;
        }
        if let Some(plan) = self.plan(change)? {
            crate::plan::actions::must_be_editable(change, &plan)?;
        }
        let done = change
            .db()
            .prepare_cached(&format!(
                "UPDATE {} SET {} = ?1 WHERE id = ?2",
                row.table, self.field
            ))?
            .execute(rusqlite::params![rows::to_sql(value), self.row]);
        match done {
            Ok(1) => Ok(()),
            Ok(_) => Err(Error::not_found("What this was about")),
            Err(error) if error.sqlite_error_code() == Some(rusqlite::ErrorCode::ConstraintViolation) => Err(
                Error::refused("The earlier value no longer fits: what it points to was removed.")
                    .hint("Choose a value by hand."),
            ),
            Err(error) => Err(error.into()),
        }
    }
}

impl RestoreField {
    /// Returns the plan whose text this row is part of, if it is part of one.
    fn plan(&self, reader: &Reader) -> Result<Option<PlanId>> {
        if ["plan", "look_back", "funnel"].contains(&self.table.as_str()) {
            return Ok(Some(PlanId(self.row.clone())));
        }
        if !reader.columns(&self.table)?.iter().any(|column| column == "plan") {
            return Ok(None);
        }
        Ok(reader
            .db()
            .query_row(
                &format!("SELECT plan FROM {} WHERE id = ?1", self.table),
                [&self.row],
                |row| row.get(0),
            )
            .map(Some)
            .or_else(|error| match error {
                rusqlite::Error::QueryReturnedNoRows => Ok(None),
                other => Err(other),
            })?)
    }
}

//! Putting one field back to what it was before an entry, whatever was done since: by the edit that a person would make, so
//! that every rule of that edit holds.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;

use super::{keeper, queries::read_image};
use crate::{
    change::{Action, ReadContext, Transaction},
    definition::{Criterion, Definition, Promise, Signal, WorkedExample, actions::EditDefinition, lines::*},
    error::{Error, Result},
    ids::EntryId,
    leads::{
        actions::EditLead,
        tables::Lead,
        views::{EditLeadView, SavedLeadView},
    },
    people::{EditPerson, Person},
    plan::{
        AgendaItem, Decision, Duty, Funnel, Goal, Initiative, LookBack, NotDoing, ParkedItem, Plan, Point,
        Risk, Segment, TargetAccount, Todo, Yardstick,
        actions::{EditFunnel, EditPlan},
        lines::*,
        look_back::EditLookBack,
    },
    rows::{self, Patch, Row},
    workspace::company::{Company, EditCompany},
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

    fn summary(&self, _: &ReadContext) -> Result<String> {
        Ok(format!("Restore {} as it was", self.field.replace('_', " ")))
    }

    fn apply(self, change: &mut Transaction) -> Result<()> {
        let edit = edit_of(&self.table, &self.field).ok_or_else(|| {
            Error::refused("This field cannot be restored: nobody sets it by hand.")
                .hint("It follows from what was done, was signed, or was brought by a file.")
        })?;
        let row = keeper::row_change_of(change, &self.entry, &self.table, &self.row)?
            .ok_or_else(|| Error::not_found("This change"))?;
        let before = read_image(row.before.as_deref())?;
        let stored = before
            .get(&self.field)
            .ok_or_else(|| Error::not_found("The earlier value"))?;
        (edit.make)(change, self.row, &self.field, stored)
    }
}

/// The edit of one table's rows.
struct Edit {
    table: &'static str,
    is_ours: fn(&str) -> bool,
    /// Edits one field of a row, to a value as the file stores it.
    make: fn(&mut Transaction, String, &str, &Value) -> Result<()>,
}

/// Names the edits that patch a row, which is found by its id.
macro_rules! edits {
    ($($row:ident: $edit:ident),* $(,)?) => {
        [$(Edit {
            table: <$row as Row>::TABLE,
            is_ours: rows::is_ours::<$row>,
            make: |change, row, field, stored| {
                let edit = $edit { id: row.into(), change: patch::<$row>(field, stored) };
                edit.apply(change).map(|_| ())
            },
        }),*]
    };
}

/// Tables whose fields can be restored. A table without an edit of its own is not among them: what was signed, what files
/// brought in bulk, and what is worked out.
static EDITS: [Edit; 23] = edits![
    Person: EditPerson,
    Plan: EditPlan,
    LookBack: EditLookBack,
    Funnel: EditFunnel,
    Yardstick: EditYardstick,
    Point: EditPoint,
    Segment: EditSegment,
    TargetAccount: EditTargetAccount,
    NotDoing: EditNotDoing,
    Goal: EditGoal,
    Initiative: EditInitiative,
    Duty: EditDuty,
    Risk: EditRisk,
    AgendaItem: EditAgendaItem,
    ParkedItem: EditParkedItem,
    Decision: EditDecision,
    Todo: EditTodo,
    Definition: EditDefinition,
    Criterion: EditCriterion,
    Signal: EditSignal,
    WorkedExample: EditExample,
    Promise: EditPromise,
    Lead: EditLead,
];

/// Edits that find their row, or name their fields, in a way of their own.
static OTHERS: [Edit; 2] = [
    Edit {
        table: Company::TABLE,
        is_ours: rows::is_ours::<Company>,
        make: |change, _, field, stored| {
            let edit = EditCompany {
                change: patch::<Company>(field, stored),
            };
            edit.apply(change).map(|_| ())
        },
    },
    Edit {
        table: SavedLeadView::TABLE,
        is_ours: rows::is_ours::<SavedLeadView>,
        make: |change, row, field, stored| {
            let before: SavedLeadView = rows::get(change, &row.into(), "This view")?;
            let SavedLeadView { id, name, leads } = patch::<SavedLeadView>(field, stored).apply(&before)?;
            let edit = EditLeadView {
                id,
                name: Some(name),
                leads: Some(leads),
            };
            edit.apply(change).map(|_| ())
        },
    },
];

fn patch<T: Row>(field: &str, stored: &Value) -> Patch<T> {
    Patch::one(field, rows::from_stored::<T>(field, stored))
}

fn edit_of(table: &str, field: &str) -> Option<&'static Edit> {
    EDITS
        .iter()
        .chain(&OTHERS)
        .find(|edit| edit.table == table)
        .filter(|edit| !(edit.is_ours)(field))
}

/// Returns whether a field can be restored: there is an edit that sets it.
pub(super) fn may_be_restored(table: &str, field: &str) -> bool {
    edit_of(table, field).is_some()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use rusqlite::Connection;

    use super::*;
    use crate::{journal::keeper, workspace::schema::Schema};

    /// What nobody edits: agreements and signatures, what files brought or how they are read, what was judged.
    const WITHOUT_AN_EDIT: [&str; 10] = [
        "agreement",
        "signature",
        "import",
        "mapping",
        "replaced",
        "opportunity",
        "cost",
        "judgement",
        "spelling",
        "marketing_source",
    ];

    #[test]
    fn every_table_has_an_edit_or_is_named_as_having_none() -> Result<()> {
        let mut db = Connection::open_in_memory()?;
        Schema::today().bring_up_to_date(&mut db, &crate::SystemEnvironment)?;
        let tables: BTreeSet<String> = keeper::columns(&db)?.into_keys().collect();
        let named: Vec<&str> = EDITS
            .iter()
            .chain(&OTHERS)
            .map(|edit| edit.table)
            .chain(WITHOUT_AN_EDIT)
            .collect();
        let told: BTreeSet<String> = named.iter().map(|table| (*table).to_string()).collect();
        assert_eq!(named.len(), told.len(), "a table is named twice");
        // A new table belongs into EDITS, with its edit, or is declared to have none.
        assert_eq!(tables, told);
        Ok(())
    }
}

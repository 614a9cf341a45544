//! New rows: what a record says, in the order of the table's columns.

use rusqlite::types::ValueRef;
use serde::Serializer;
use serde_json::{Map, Value};

use super::record::{Record, Table};
use crate::{ids::ImportId, leads::terms::RecordKind};
use lockstep_workspace::{
    BulkInsert,
    context::Transaction,
    error::{Error, Result},
};

/// Adds records as new rows of their table.
pub(super) struct NewRows<'c> {
    change: &'c Transaction<'c>,
    import: ImportId,
    adding: BulkInsert<'c>,
    /// What stands in each column of the table.
    layout: Vec<Held>,
}

/// What stands in a column of a new row.
#[derive(Debug, Clone, Copy)]
enum Held {
    Id,
    Import,
    Attributes,
    /// What the record says in this one of its columns.
    Said(usize),
    /// Nothing yet: it is found out when all rows are there.
    Nothing,
}

impl Held {
    fn of(table: Table, column: &str) -> Self {
        match column {
            "id" => Self::Id,
            "import" => Self::Import,
            "attributes" => Self::Attributes,
            column if table.columns.contains(&column) => Self::Said(table.place(column)),
            _ => Self::Nothing,
        }
    }
}

impl<'c> NewRows<'c> {
    /// Prepares the adding of what an import brings of a table.
    ///
    /// # Errors
    /// `File` when the disk fails, `Damaged` when what stands in the file cannot be read.
    pub fn new(change: &'c Transaction<'c>, table: Table, import: &ImportId) -> Result<Self> {
        let columns = change.columns(table.name)?;
        Ok(Self {
            // Opportunities get their leads when all are there.
            adding: change.bulk_insert(table.name, table.kind == RecordKind::Opportunities)?,
            layout: columns.iter().map(|column| Held::of(table, column)).collect(),
            import: import.clone(),
            change,
        })
    }

    /// Adds a record; returns where it stands, and its id.
    ///
    /// # Errors
    /// `File` when the disk fails, `Damaged` when what stands in the file cannot be read.
    pub fn add(&mut self, record: &Record) -> Result<(i64, String)> {
        let id: String = self.change.new_id::<ImportId>().0;
        let attributes = attributes_text(&record.attributes)?;
        let place = self.adding.add(self.layout.iter().map(|held| match held {
            Held::Id => ValueRef::from(id.as_str()),
            Held::Import => ValueRef::from(self.import.as_str()),
            Held::Attributes => ValueRef::from(attributes.as_str()),
            Held::Said(place) => match record.values.get(*place) {
                Some(Some(said)) => ValueRef::from(said),
                _ => ValueRef::Null,
            },
            Held::Nothing => ValueRef::Null,
        }))?;
        Ok((place, id))
    }
}

/// Writes attributes as they are kept: what is known to be nothing is left out.
pub(super) fn attributes_text(attributes: &Map<String, Value>) -> Result<String> {
    let mut text = Vec::with_capacity(128);
    let known = attributes.iter().filter(|(_, value)| !value.is_null());
    serde_json::Serializer::new(&mut text).collect_map(known)?;
    String::from_utf8(text).map_err(Error::internal)
}

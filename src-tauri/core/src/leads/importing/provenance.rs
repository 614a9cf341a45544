//! What imports told of rows that were there already. Such an import is a second witness of the row, also where it says nothing
//! new: whatever other import is taken back, the row stays as the rest of them tell it.

use std::collections::HashMap;

use rusqlite::{Statement, params, types::Value as Sql};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::record::{Record, Table, from_sql};
use crate::ids::ImportId;
use lockstep_workspace::{
    context::{ReadContext, Transaction},
    error::{Error, Result},
    rows::to_sql,
};

/// How many rows stand in one row of the table.
const AT_A_TIME: usize = 1_000;

/// In what a file tells of every record.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Columns {
    columns: Vec<String>,
    attributes: Vec<String>,
    /// Whether what it tells as the source is the latest one, not the one that was set once.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    latest_source: bool,
}

/// What an import told of one row.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(untagged)]
enum Entry {
    /// What the row has said since, in all columns of the file.
    AsItStands(String),
    Otherwise(Otherwise),
}

/// What an import told otherwise than the row has said since.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
struct Otherwise {
    row: String,
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    said: Map<String, Value>,
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    attributes: Map<String, Value>,
    /// Columns of the file that say nothing of this row, not even that there is nothing.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    untold: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    untold_attributes: Vec<String>,
}

/// Writes down what an import tells of rows that were there.
pub(super) struct ProvenanceWriter<'c> {
    change: &'c Transaction<'c>,
    table: Table,
    import: ImportId,
    columns: Option<Columns>,
    /// Of each column of the table, whether the file tells it.
    is_told: Vec<bool>,
    entries: Vec<Entry>,
    insert: Statement<'c>,
}

impl<'c> ProvenanceWriter<'c> {
    /// Prepares the writing.
    ///
    /// # Errors
    /// `File` when the disk fails, `Damaged` when what stands in the file cannot be read.
    pub fn new(change: &'c Transaction<'c>, table: Table, import: &ImportId) -> Result<Self> {
        Ok(Self {
            insert: change.db().prepare(
                "INSERT INTO told (id, import, table_name, columns, rows) VALUES (?1, ?2, ?3, ?4, ?5)",
            )?,
            change,
            table,
            import: import.clone(),
            columns: None,
            is_told: Vec::new(),
            entries: Vec::new(),
        })
    }

    /// Notes what a record told of a row, which stands so since. Where the record took the place of what a lead's row carried
    /// (`is_whole`), what it does not tell is nothing.
    ///
    /// # Errors
    /// `File` when the disk fails, `Damaged` when what stands in the file cannot be read.
    pub fn note(
        &mut self,
        record: &Record,
        row: &str,
        (values, attributes): (&[Sql], &Map<String, Value>),
        is_whole: bool,
    ) -> Result<()> {
        let told = self.columns.get_or_insert_with(|| {
            self.is_told = record.values.iter().map(Option::is_some).collect();
            Columns::of(record)
        });
        let mut other = Otherwise::default();
        let columns = self.table.columns.iter().zip(&self.is_told);
        for (((column, is_told), said), value) in columns.zip(&record.values).zip(values) {
            let is_told = *is_told;
            match said.as_ref().or(is_whole.then_some(&Sql::Null)) {
                Some(said) if !is_told || said != value => {
                    other.said.insert((*column).into(), from_sql(said));
                }
                None if is_told => other.untold.push((*column).into()),
                _ => {}
            }
        }
        let has_all = record.attributes.keys().eq(told.attributes.iter());
        for (name, said) in &record.attributes {
            let is_told = has_all || told.attributes.contains(name);
            if !is_told || attributes.get(name).unwrap_or(&Value::Null) != said {
                other.attributes.insert(name.clone(), said.clone());
            }
        }
        if !has_all {
            let is_missing = |name: &&String| !record.attributes.contains_key(*name);
            let missing = told.attributes.iter().filter(is_missing);
            other.untold_attributes = missing.cloned().collect();
        }
        let is_as_it_stands = other == Otherwise::default();
        self.entries.push(if is_as_it_stands {
            Entry::AsItStands(row.into())
        } else {
            other.row = row.into();
            Entry::Otherwise(other)
        });
        if self.entries.len() >= AT_A_TIME {
            self.write()?;
        }
        Ok(())
    }

    /// Writes what was noted.
    ///
    /// # Errors
    /// `File` when the disk fails, `Damaged` when what stands in the file cannot be read.
    pub fn write(&mut self) -> Result<()> {
        let Some(columns) = self.columns.as_ref().filter(|_| !self.entries.is_empty()) else {
            return Ok(());
        };
        let id: String = self.change.new_id::<ImportId>().0;
        self.insert.execute(params![
            id,
            self.import,
            self.table.name,
            serde_json::to_string(columns)?,
            serde_json::to_string(&self.entries)?,
        ])?;
        self.entries.clear();
        Ok(())
    }
}

impl Columns {
    fn of(record: &Record) -> Self {
        let columns = record.table.columns.iter().zip(&record.values);
        Self {
            columns: columns
                .filter(|(_, said)| said.is_some())
                .map(|(column, _)| (*column).to_owned())
                .collect(),
            attributes: record.attributes.keys().cloned().collect(),
            latest_source: record.latest_source,
        }
    }
}

/// The import that told of a row, in which columns, and what otherwise than the row has said since.
type OfOne = (ImportId, usize, Option<Box<Otherwise>>);

/// What imports told of rows, read back.
#[derive(Debug, Default)]
pub(crate) struct Provenance {
    columns: Vec<Columns>,
    /// By the row.
    entries: HashMap<String, Vec<OfOne>>,
}

impl Provenance {
    /// Reads what imports that were not taken back told of some rows of a table, apart from one import.
    ///
    /// # Errors
    /// `File` when the disk fails, `Damaged` when what was written down cannot be read.
    pub fn read(
        reader: &ReadContext,
        table: &str,
        besides: &ImportId,
        is_wanted: impl Fn(&str) -> bool,
    ) -> Result<Self> {
        let mut statement = reader.db().prepare_cached(
            "SELECT t.import, t.columns, t.rows FROM told t JOIN import i ON i.id = t.import
             WHERE t.table_name = ?1 AND t.import <> ?2 AND i.taken_back_at IS NULL ORDER BY i.rowid, t.rowid",
        )?;
        let damaged = |_| Error::damaged("What imports told of earlier rows cannot be read.");
        let mut told = Self::default();
        let mut chunks = statement.query(params![table, besides])?;
        while let Some(chunk) = chunks.next()? {
            let import: ImportId = chunk.get(0)?;
            let columns: Columns = serde_json::from_str(&chunk.get::<_, String>(1)?).map_err(damaged)?;
            if told.columns.last() != Some(&columns) {
                told.columns.push(columns);
            }
            let at = told.columns.len().saturating_sub(1);
            let entries: Vec<Entry> = serde_json::from_str(&chunk.get::<_, String>(2)?).map_err(damaged)?;
            for entry in entries {
                let (row, other) = match entry {
                    Entry::AsItStands(row) => (row, None),
                    Entry::Otherwise(other) => (other.row.clone(), Some(Box::new(other))),
                };
                if is_wanted(&row) {
                    told.entries
                        .entry(row)
                        .or_default()
                        .push((import.clone(), at, other));
                }
            }
        }
        Ok(told)
    }

    /// Returns which imports told of a row.
    pub fn of<'t>(&'t self, row: &str) -> impl Iterator<Item = &'t ImportId> {
        self.entries
            .get(row)
            .into_iter()
            .flatten()
            .map(|(import, ..)| import)
    }

    /// Returns what an import told of a row, in the order of the file; `since` is how the row has stood since.
    pub(super) fn records(
        &self,
        table: Table,
        row: &str,
        import: &ImportId,
        since: &(Vec<Sql>, Map<String, Value>),
    ) -> Vec<Record> {
        let entries = self.entries.get(row).into_iter().flatten();
        entries
            .filter(|(of, ..)| of == import)
            .filter_map(|(_, columns, other)| {
                Some(self.columns.get(*columns)?.record(table, other.as_deref(), since))
            })
            .collect()
    }
}

impl Columns {
    fn record(
        &self,
        table: Table,
        other: Option<&Otherwise>,
        (values, attributes): &(Vec<Sql>, Map<String, Value>),
    ) -> Record {
        let has = |list: &[String], name: &str| list.iter().any(|column| column == name);
        let untold = |name: &str| other.is_some_and(|other| has(&other.untold, name));
        let is_missing = |name: &str| other.is_some_and(|other| has(&other.untold_attributes, name));
        let mut record = Record::of(table);
        record.latest_source = self.latest_source;
        for (column, value) in table.columns.iter().zip(values) {
            if has(&self.columns, column) && !untold(column) {
                record.set(column, value.clone());
            }
        }
        for name in self.attributes.iter().filter(|name| !is_missing(name)) {
            let value = attributes.get(name).cloned().unwrap_or(Value::Null);
            record.attributes.insert(name.clone(), value);
        }
        if let Some(other) = other {
            for (column, value) in &other.said {
                record.set(column, to_sql(value));
            }
            record.attributes.extend(other.attributes.clone());
        }
        record
    }
}

/// Returns which imports told of opportunities that were there already, by the row, those that were taken back aside.
///
/// # Errors
/// `File` when the disk fails, `Damaged` when what was written down cannot be read.
pub(crate) fn opportunities_told(
    reader: &ReadContext,
    is_wanted: impl Fn(&str) -> bool,
) -> Result<HashMap<String, Vec<ImportId>>> {
    let nobody = ImportId(String::new());
    let told = Provenance::read(reader, "opportunity", &nobody, is_wanted)?;
    let by_row = told.entries.into_iter();
    Ok(by_row
        .map(|(row, entries)| (row, entries.into_iter().map(|(import, ..)| import).collect()))
        .collect())
}

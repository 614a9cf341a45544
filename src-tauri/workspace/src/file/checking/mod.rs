//! Noticing damage: what SQLite itself finds, every row against what the journal says was written, every step of a row's
//! history against the one before, every table against its digests, every agreement against its own. Few passes for each
//! table. What was compared with what is counted, so that a check claims nothing that it did not look at.

mod against_digests;
mod against_journal;

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use rusqlite::{Connection, types::ValueRef};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use ts_rs::TS;

use self::against_journal::Table;
use super::schema::Schema;
use crate::{
    context::{Query, ReadContext},
    error::{Error, ErrorCode, Result},
    journal::row_images,
};

/// More problems than this say nothing new.
const ENOUGH: usize = 50;

/// Checks the whole workspace: its structure, every row against the journal, every agreement against its digest.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CheckWorkspace {}

impl Query for CheckWorkspace {
    type Answer = CheckReport;

    fn answer(self, reader: &ReadContext) -> Result<CheckReport> {
        check(reader.db(), reader.rooms().schema())
    }
}

/// What a check found.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CheckReport {
    /// Whether everything is as it was written.
    pub ok: bool,
    /// What is not, in words; the first fifty.
    pub problems: Vec<String>,
    /// How many problems there are in all.
    pub problem_count: u64,
    /// How many rows were held, each by itself, against what the journal says was written.
    pub rows: u64,
    /// How many of them were last written by an earlier version, which knew fewer fields; only those could be compared.
    pub older_rows: u64,
    /// How many rows were held, together with others, against a digest of what was written.
    pub digested_rows: u64,
    /// How many of them stood in the file already when it was given digests: what happened to them before is not known from
    /// these.
    pub later_digested_rows: u64,
    /// When the file was given digests, where rows stood in it already.
    pub digests_since: Option<DateTime<Utc>>,
    /// How many rows could be held against nothing.
    pub not_compared: u64,
    /// How many agreements were held against their digest.
    pub agreements: u64,
    /// The same by the table, of tables that have rows.
    pub tables: Vec<TableCheck>,
}

/// What the rows of a table were held against.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TableCheck {
    /// The table's name.
    pub name: String,
    /// How many rows it has.
    pub rows: u64,
    /// How many of them were held against the journal.
    pub against_journal: u64,
    /// How many were held against a digest.
    pub against_digests: u64,
    /// How many against neither.
    pub not_compared: u64,
}

/// Checks all that stands in a file. Damage is an answer, not an error.
///
/// # Errors
/// `File` when it cannot be read to the end for another reason than damage.
pub(crate) fn check(db: &Connection, schema: &Schema) -> Result<CheckReport> {
    let mut found = Findings::default();
    found.part(structure)(db)?;
    found.part(references)(db)?;
    found.part(|found: &mut Findings, db: &Connection| against_digests::count(found, db, schema))(db)?;
    let version: i32 = db.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    match row_images::columns(db).and_then(|columns| Ok((columns, schema.shapes_before(version)?))) {
        Ok((columns, older)) => {
            for (table, columns) in &columns {
                let table = Table {
                    name: table,
                    columns,
                    is_in_bulk: schema.parts.contains_key(table.as_str()),
                    older: older.get(table).map_or(&[], Vec::as_slice),
                };
                found.part(|found: &mut Findings, db: &Connection| against_journal::rows(found, db, &table))(
                    db,
                )?;
                found.part(|found: &mut Findings, db: &Connection| {
                    against_journal::history(found, db, &table)
                })(db)?;
            }
            found.part(|found: &mut Findings, db: &Connection| {
                against_journal::strangers(found, db, &columns)
            })(db)?;
        }
        Err(error) => found.damage(error)?,
    }
    if Schema::has_digests(version) {
        found.part(|found: &mut Findings, db: &Connection| against_digests::compare(found, db, schema))(db)?;
    }
    found.part(against_digests::agreements)(db)?;
    Ok(found.told())
}

#[derive(Default)]
struct Findings {
    report: CheckReport,
    tables: BTreeMap<String, TableCheck>,
}

impl Findings {
    fn add(&mut self, problem: String) {
        self.report.problem_count += 1;
        if self.report.problems.len() < ENOUGH {
            self.report.problems.push(problem);
        }
    }

    fn table(&mut self, name: &str) -> &mut TableCheck {
        self.tables.entry(name.into()).or_insert_with(|| TableCheck {
            name: name.into(),
            ..TableCheck::default()
        })
    }

    /// Counts a row that was held against the journal.
    fn against_journal(&mut self, table: &str) {
        self.report.rows += 1;
        self.table(table).against_journal += 1;
    }

    /// Returns what was found, with what was compared with what.
    fn told(self) -> CheckReport {
        let Self { mut report, tables } = self;
        report.ok = report.problem_count == 0;
        for mut table in tables.into_values().filter(|table| table.rows > 0) {
            // Whatever is held against the journal alone: what a digest is held against is the whole table.
            let compared = table.against_journal.max(table.against_digests);
            table.not_compared = table.rows.saturating_sub(compared);
            report.digested_rows += table.against_digests;
            report.not_compared += table.not_compared;
            report.tables.push(table);
        }
        report
    }

    /// Notes an error that means damage, and hands on what the disk or another program is to blame for. Our own queries
    /// have no mistakes that only some files show, so what they stumble over is damage, too.
    fn damage(&mut self, error: Error) -> Result<()> {
        if error.code == ErrorCode::File {
            return Err(error);
        }
        self.add(error.message);
        Ok(())
    }

    /// Returns one part of the check, in which damage ends the part and not the check.
    fn part(
        &mut self,
        part: impl FnOnce(&mut Self, &Connection) -> Result<()>,
    ) -> impl FnOnce(&Connection) -> Result<()> {
        move |db| match part(self, db) {
            Ok(()) => Ok(()),
            Err(error) => self.damage(error),
        }
    }
}

/// What SQLite finds: pages, order, indexes.
fn structure(found: &mut Findings, db: &Connection) -> Result<()> {
    let mut statement = db.prepare(&format!("PRAGMA main.integrity_check({ENOUGH})"))?;
    let mut lines = statement.query([])?;
    while let Some(line) = lines.next()? {
        let line = text(line.get_ref(0)?).into_owned();
        if line != "ok" {
            found.add(format!(
                "The file’s structure is damaged, or the disk cannot read it: {line}."
            ));
        }
    }
    Ok(())
}

/// Rows that point to what is not there.
fn references(found: &mut Findings, db: &Connection) -> Result<()> {
    let mut statement = db.prepare("PRAGMA main.foreign_key_check")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let (from, to) = (
            text(row.get_ref(0)?).into_owned(),
            text(row.get_ref(2)?).into_owned(),
        );
        found.add(format!(
            "A row of “{from}” points to one of “{to}” that is not there."
        ));
    }
    Ok(())
}

/// Returns a value's bytes; what is damaged need not be text any more.
fn bytes(value: ValueRef<'_>) -> Option<&[u8]> {
    match value {
        ValueRef::Text(bytes) | ValueRef::Blob(bytes) => Some(bytes),
        _ => None,
    }
}

fn text(value: ValueRef<'_>) -> std::borrow::Cow<'_, str> {
    String::from_utf8_lossy(bytes(value).unwrap_or_default())
}

fn fields(image: &[u8]) -> Option<Map<String, Value>> {
    serde_json::from_slice(image).ok()
}

/// Returns what a row is called: its table and, where it has one, its name.
fn named(table: &str, image: &[u8]) -> String {
    let table = table.replace('_', " ");
    let fields = fields(image).unwrap_or_default();
    let name = ["name", "text", "year"]
        .iter()
        .find_map(|field| match fields.get(*field) {
            Some(Value::String(name)) if !name.is_empty() => Some(name.chars().take(60).collect::<String>()),
            Some(Value::Number(year)) => Some(year.to_string()),
            _ => None,
        });
    match name {
        Some(name) => format!("The {table} “{name}”"),
        None => format!("A row of “{table}”"),
    }
}

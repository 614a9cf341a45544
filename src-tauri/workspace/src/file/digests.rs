//! Digests of all rows, also of those that the journal has no image of: what comes in bulk, and the journal itself. One number
//! stands for a whole table, or for what one import brought of it: the sum of the digests of its rows. A sum does not mind the
//! order, and one row more, less or changed costs an addition, so a million rows are kept up while they are written.
//!
//! Here the sums are taken, written and read; [`watching`] keeps them up, and [`bulk_insert`] digests what comes in bulk.

mod bulk_insert;
mod watching;

use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension, params, types::ValueRef};
use rustc_hash::FxHashMap;
use sha2::{Digest, Sha256};

pub use bulk_insert::BulkInsert;
pub(crate) use watching::Digests;

use super::{bytes_folder, schema::Parts};
use crate::{error::Result, rooms::BytesTable};

/// The table in which the digests stand.
const OWN_TABLE: &str = "digest";

/// A table that is digested: every one but that of the digests.
pub(super) struct Table {
    pub name: String,
    /// The SQL of the column that says to which part a row belongs.
    part: Option<&'static str>,
    columns: Vec<String>,
}

impl Table {
    /// Has its bytes read from beside the file, where the table is one of those and the file a lean backup: the digests are
    /// those of whole rows.
    pub fn read_bytes_beside(&mut self, tables: &[BytesTable]) {
        let Some(table) = tables.iter().find(|table| table.table == self.name) else {
            return;
        };
        for column in &mut self.columns {
            if column == table.bytes {
                *column = bytes_folder::sql_of(table);
            }
        }
    }
}

/// Returns the tables of a file that are digested, each with the column that divides it into parts, so that more can be said
/// of damage than the table in which it is.
///
/// # Errors
/// `File` when the disk fails, `Damaged` when what stands in the file cannot be read.
pub(super) fn tables(db: &Connection, parts: &Parts) -> Result<Vec<Table>> {
    let mut statement = db.prepare(
        "SELECT t.name, c.name FROM pragma_table_list t, pragma_table_info(t.name) c
         WHERE t.schema = 'main' AND t.type = 'table' AND t.name NOT LIKE 'sqlite_%' AND t.name <> ?1
         ORDER BY t.name, c.cid",
    )?;
    let mut found = statement.query([OWN_TABLE])?;
    let mut tables: Vec<Table> = Vec::new();
    while let Some(row) = found.next()? {
        let (name, column): (String, String) = (row.get(0)?, row.get(1)?);
        match tables.last_mut().filter(|table| table.name == name) {
            Some(table) => table.columns.push(column),
            None => tables.push(Table {
                part: parts.get(name.as_str()).copied(),
                columns: vec![column],
                name,
            }),
        }
    }
    Ok(tables)
}

/// How many rows there are, and the sum of their digests.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Sum {
    pub rows: i64,
    digests: u128,
}

impl Sum {
    fn add(&mut self, digest: u128) {
        self.rows = self.rows.wrapping_add(1);
        self.digests = self.digests.wrapping_add(digest);
    }

    fn subtract(&mut self, digest: u128) {
        self.rows = self.rows.wrapping_sub(1);
        self.digests = self.digests.wrapping_sub(digest);
    }

    fn with(self, other: Self) -> Self {
        Self {
            rows: self.rows.wrapping_add(other.rows),
            digests: self.digests.wrapping_add(other.digests),
        }
    }
}

/// The sums of one table, by the part.
pub(super) type SumByPart = FxHashMap<String, Sum>;

/// What the file says of one part of a table.
pub(super) struct Written {
    pub table: String,
    pub part: String,
    pub since: Option<String>,
    pub rows: i64,
    sum: String,
}

impl Written {
    /// Returns whether these are the rows that were written. The sum begins with what stands beside it, so that a flipped
    /// bit in that is noticed, too.
    pub fn holds(&self, found: Sum) -> bool {
        self.rows == found.rows && self.sum == self.sum_of(found)
    }

    fn sum_of(&self, found: Sum) -> String {
        hexadecimal(beginning(&self.table, &self.part, self.since.as_deref()).wrapping_add(found.digests))
    }
}

/// Adds to the sum of a part.
fn write(db: &Connection, table: String, part: String, more: Sum) -> Result<()> {
    let found = db
        .prepare_cached("SELECT rows, sum, since FROM digest WHERE table_name = ?1 AND part = ?2")?
        .query_row(params![table, part], |row| {
            Ok((row.get(0)?, row.get::<_, String>(1)?, row.get(2)?))
        })
        .optional()?;
    let (rows, sum, since) = found.unwrap_or_else(|| (0, hexadecimal(beginning(&table, &part, None)), None));
    let mut written = Written {
        table,
        part,
        since,
        rows,
        sum,
    };
    let begun = beginning(&written.table, &written.part, written.since.as_deref());
    // A sum that is damaged stays as it is: the check says so, and work goes on.
    let Ok(sum) = u128::from_str_radix(&written.sum, 16) else {
        return Ok(());
    };
    let now = Sum {
        rows: written.rows,
        digests: sum.wrapping_sub(begun),
    }
    .with(more);
    written.rows = now.rows;
    written.sum = written.sum_of(now);
    if now == Sum::default() {
        db.prepare_cached("DELETE FROM digest WHERE table_name = ?1 AND part = ?2")?
            .execute(params![written.table, written.part])?;
        return Ok(());
    }
    put(db, &written)
}

fn put(db: &Connection, written: &Written) -> Result<()> {
    db.prepare_cached(
        "INSERT INTO digest (table_name, part, rows, sum, since) VALUES (?1, ?2, ?3, ?4, ?5)
         ON CONFLICT (table_name, part) DO UPDATE SET rows = excluded.rows, sum = excluded.sum",
    )?
    .execute(params![
        written.table,
        written.part,
        written.rows,
        written.sum,
        written.since
    ])?;
    Ok(())
}

/// Takes the digests of all that stands in a file, and notes that they were taken `now`. A step of the tables that changes
/// what stands in them, or adds a column that is not empty, does so.
///
/// # Errors
/// `File` when the disk fails, `Damaged` when what stands in the file cannot be read.
pub(super) fn begin(db: &Connection, now: &str, parts: &Parts) -> Result<()> {
    db.execute("DELETE FROM digest", [])?;
    let is_new: bool = db.query_row("SELECT NOT EXISTS (SELECT 1 FROM journal)", [], |row| row.get(0))?;
    let since = (!is_new).then(|| now.to_string());
    for table in tables(db, parts)? {
        for (part, sum) in sums_of(db, &table)? {
            let mut written = Written {
                table: table.name.clone(),
                part,
                since: since.clone(),
                rows: sum.rows,
                sum: String::new(),
            };
            written.sum = written.sum_of(sum);
            put(db, &written)?;
        }
    }
    Ok(())
}

/// The sums of all tables, by the table and the part.
pub(super) type AllSums = BTreeMap<(String, String), Sum>;

/// Adds up what stands in all tables.
///
/// # Errors
/// `File` when the disk fails, `Damaged` when what stands in the file cannot be read.
pub(super) fn all_sums(db: &Connection, parts: &Parts) -> Result<AllSums> {
    let mut all = AllSums::new();
    for table in tables(db, parts)? {
        let sums = sums_of(db, &table)?.into_iter();
        all.extend(sums.map(|(part, sum)| ((table.name.clone(), part), sum)));
    }
    Ok(all)
}

/// Changes the digests by as much as the rows changed since `before`.
///
/// # Errors
/// `File` when the disk fails, `Damaged` when what stands in the file cannot be read.
pub(super) fn follow(db: &Connection, mut before: AllSums, parts: &Parts) -> Result<()> {
    for (key, now) in all_sums(db, parts)? {
        let was = before.remove(&key).unwrap_or_default();
        change(db, key, was, now)?;
    }
    before
        .into_iter()
        .try_for_each(|(key, was)| change(db, key, was, Sum::default()))
}

fn change(db: &Connection, (table, part): (String, String), was: Sum, now: Sum) -> Result<()> {
    if was == now {
        return Ok(());
    }
    let more = Sum {
        rows: now.rows.wrapping_sub(was.rows),
        digests: now.digests.wrapping_sub(was.digests),
    };
    write(db, table, part, more)
}

/// Returns what the file says of its tables.
///
/// # Errors
/// `File` when the disk fails, `Damaged` when what stands in the file cannot be read.
pub(super) fn written(db: &Connection) -> Result<Vec<Written>> {
    let mut statement =
        db.prepare("SELECT table_name, part, since, rows, sum FROM main.digest ORDER BY table_name, part")?;
    let mut found = statement.query([])?;
    let mut all = Vec::new();
    while let Some(row) = found.next()? {
        let since = row.get_ref(2)?;
        all.push(Written {
            table: text(row.get_ref(0)?).into_owned(),
            part: text(row.get_ref(1)?).into_owned(),
            since: (since != ValueRef::Null).then(|| text(since).into_owned()),
            rows: row.get(3)?,
            sum: text(row.get_ref(4)?).into_owned(),
        });
    }
    Ok(all)
}

/// Adds up what stands in a table, in one pass.
///
/// # Errors
/// `File` when the disk fails, `Damaged` when what stands in the file cannot be read.
pub(super) fn sums_of(db: &Connection, table: &Table) -> Result<SumByPart> {
    sums_behind(db, table, i64::MIN)
}

/// Adds up the rows of a table that stand behind a place.
fn sums_behind(db: &Connection, table: &Table, last: i64) -> Result<SumByPart> {
    let Table { name, part, columns } = table;
    let part = part.unwrap_or("''");
    let mut statement = db.prepare(&format!(
        "SELECT {part}, {} FROM main.{name} WHERE rowid > {last}",
        columns.join(", ")
    ))?;
    let mut rows = statement.query([])?;
    let mut sums = SumByPart::default();
    let mut bytes = Vec::new();
    while let Some(row) = rows.next()? {
        let values = (1..=columns.len()).map(|place| row.get_ref(place));
        let values = values.collect::<rusqlite::Result<Vec<_>>>()?;
        let digest = of_row(&mut bytes, name, values.into_iter());
        of_part(&mut sums, &text(row.get_ref(0)?), |sum| sum.add(digest));
    }
    Ok(sums)
}

/// Changes the sum of a part, which begins with nothing.
fn of_part(sums: &mut SumByPart, part: &str, change: impl FnOnce(&mut Sum)) {
    match sums.get_mut(part) {
        Some(sum) => change(sum),
        None => change(sums.entry(part.to_owned()).or_default()),
    }
}

/// Returns the digest of a row. What is nothing adds nothing, so a column that a later version adds behind the others and
/// that is empty changes no digest.
fn of_row<'r>(bytes: &mut Vec<u8>, table: &str, values: impl Iterator<Item = ValueRef<'r>>) -> u128 {
    bytes.clear();
    bytes.extend_from_slice(table.as_bytes());
    for (place, value) in (0_u8..).zip(values) {
        let number;
        let (kind, held): (u8, &[u8]) = match value {
            ValueRef::Null => continue,
            ValueRef::Integer(whole) => {
                number = whole.to_le_bytes();
                (1, &number)
            }
            ValueRef::Real(real) => {
                number = real.to_bits().to_le_bytes();
                (2, &number)
            }
            ValueRef::Text(text) => (3, text),
            ValueRef::Blob(blob) => (4, blob),
        };
        bytes.extend_from_slice(&[place, kind]);
        bytes.extend_from_slice(&held.len().to_le_bytes());
        bytes.extend_from_slice(held);
    }
    first_half(&Sha256::digest(&*bytes))
}

/// Returns the number with which the sum of a part begins.
fn beginning(table: &str, part: &str, since: Option<&str>) -> u128 {
    let said = [Some(table), Some(part), since];
    let values = said.map(|text| text.map_or(ValueRef::Null, |text| ValueRef::Text(text.as_bytes())));
    of_row(&mut Vec::new(), OWN_TABLE, values.into_iter())
}

fn first_half(digest: &[u8]) -> u128 {
    digest
        .iter()
        .take(16)
        .fold(0, |number, byte| number << 8 | u128::from(*byte))
}

fn hexadecimal(sum: u128) -> String {
    format!("{sum:032x}")
}

/// Returns a value's text; what is damaged need not be text any more.
fn text(value: ValueRef<'_>) -> std::borrow::Cow<'_, str> {
    match value {
        ValueRef::Text(bytes) | ValueRef::Blob(bytes) => String::from_utf8_lossy(bytes),
        ValueRef::Null | ValueRef::Integer(_) | ValueRef::Real(_) => "".into(),
    }
}

//! Noticing damage: what SQLite itself finds, every row against what the journal says was written, every step of a row's
//! history against the one before, every agreement against its digest. One pass for each table.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{Connection, types::ValueRef};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use ts_rs::TS;

use super::schema::Schema;
use crate::{
    agreements::rules,
    change::{Query, Reader},
    error::{Error, ErrorCode, Result},
    journal::keeper,
};

/// More problems than this say nothing new.
const ENOUGH: usize = 50;

/// Checks the whole workspace: its structure, every row against the journal, every agreement against its digest.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CheckWorkspace {}

impl Query for CheckWorkspace {
    type Answer = CheckReport;

    fn answer(self, reader: &Reader) -> Result<CheckReport> {
        check(reader.db())
    }
}

/// What a check found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CheckReport {
    /// Whether everything is as it was written.
    pub ok: bool,
    /// What is not, in words; the first fifty.
    pub problems: Vec<String>,
    /// How many problems there are in all.
    pub problem_count: u64,
    /// How many rows were held against the journal.
    pub rows: u64,
    /// How many of them were last written by an earlier version, which knew fewer fields; only those could be compared.
    pub older_rows: u64,
    /// How many agreements were held against their digest.
    pub agreements: u64,
}

/// Checks all that stands in a file. Damage is an answer, not an error.
///
/// # Errors
/// `File` when it cannot be read to the end for another reason than damage.
pub(crate) fn check(db: &Connection) -> Result<CheckReport> {
    let mut found = Findings::default();
    found.part(structure)(db)?;
    found.part(references)(db)?;
    let version: i32 = db.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    match keeper::columns(db).and_then(|columns| Ok((columns, Schema::today().shapes_before(version)?))) {
        Ok((columns, older)) => {
            for (table, columns) in &columns {
                let table = Table {
                    name: table,
                    columns,
                    older: older.get(table).map_or(&[], Vec::as_slice),
                };
                found.part(|found: &mut Findings, db: &Connection| rows(found, db, &table))(db)?;
                found.part(|found: &mut Findings, db: &Connection| history(found, db, &table))(db)?;
            }
            found.part(|found: &mut Findings, db: &Connection| strangers(found, db, &columns))(db)?;
        }
        Err(error) => found.damage(error)?,
    }
    found.part(agreements)(db)?;
    let Findings {
        problems,
        count,
        rows,
        older_rows,
        agreements,
    } = found;
    Ok(CheckReport {
        ok: count == 0,
        problems,
        problem_count: count,
        rows,
        older_rows,
        agreements,
    })
}

#[derive(Default)]
struct Findings {
    problems: Vec<String>,
    count: u64,
    rows: u64,
    older_rows: u64,
    agreements: u64,
}

impl Findings {
    fn add(&mut self, problem: String) {
        self.count += 1;
        if self.problems.len() < ENOUGH {
            self.problems.push(problem);
        }
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

/// A table, and the fields it had in earlier versions, in which the journal may still have written.
struct Table<'a> {
    name: &'a str,
    columns: &'a [String],
    older: &'a [BTreeSet<String>],
}

impl Table<'_> {
    /// Returns whether its rows may come without an image in the journal: they came with a file that was taken in.
    fn is_in_bulk(&self) -> bool {
        keeper::IN_BULK.contains(&self.name)
    }

    /// Returns whether two images with different fields differ only because an earlier version wrote one of them.
    fn is_older(&self, one: &Map<String, Value>, other: &Map<String, Value>) -> bool {
        let known = |image: &Map<String, Value>| {
            image.keys().eq(self.columns.iter().collect::<BTreeSet<_>>())
                || self.older.iter().any(|shape| image.keys().eq(shape))
        };
        known(one) && known(other)
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

/// Every row against the last image that the journal has of it, in both directions: two lists in the same order, side
/// by side.
fn rows(found: &mut Findings, db: &Connection, table: &Table) -> Result<()> {
    let image = keeper::image(table.columns, "");
    let mut here = db.prepare(&format!(
        "SELECT id, {image} FROM main.{} ORDER BY id",
        table.name
    ))?;
    let mut written = db.prepare(
        "SELECT last.row_id, j.after FROM
           (SELECT row_id, max(rowid) AS place FROM main.journal_row WHERE table_name = ?1 GROUP BY row_id) AS last
         JOIN main.journal_row j ON j.rowid = last.place WHERE j.after IS NOT NULL ORDER BY last.row_id",
    )?;
    let mut here = here.query([])?;
    let mut written = written.query([table.name])?;
    let mut next_here = next(&mut here)?;
    let mut next_written = next(&mut written)?;
    loop {
        match (&next_here, &next_written) {
            (None, None) => return Ok(()),
            (Some(row), Some(image)) if row.0 == image.0 => {
                found.rows += 1;
                compare(found, table, &row.1, &image.1);
                next_here = next(&mut here)?;
                next_written = next(&mut written)?;
            }
            (Some(row), image) if image.as_ref().is_none_or(|image| row.0 < image.0) => {
                found.rows += 1;
                if !table.is_in_bulk() {
                    found.add(format!(
                        "{} is there, but the journal does not know it.",
                        named(table.name, &row.1)
                    ));
                }
                next_here = next(&mut here)?;
            }
            (_, Some(image)) => {
                found.add(format!("{} is missing.", named(table.name, &image.1)));
                next_written = next(&mut written)?;
            }
            (Some(_), None) => return Err(Error::internal("two lists fell out of step")),
        }
    }
}

fn compare(found: &mut Findings, table: &Table, row: &[u8], image: &[u8]) {
    if row == image {
        return;
    }
    let (Some(is), Some(was)) = (fields(row), fields(image)) else {
        found.add(format!("{} cannot be read.", named(table.name, row)));
        return;
    };
    if was.keys().ne(is.keys()) {
        if !table.is_older(&was, &is) {
            found.add(format!(
                "{}: what the journal says of it cannot be read.",
                named(table.name, row)
            ));
        }
        found.older_rows += 1;
    }
    for (field, was) in &was {
        if let Some(is) = is.get(field).filter(|is| *is != was) {
            found.add(format!(
                "{} is not what was written: “{}” is {}, but it was {}.",
                named(table.name, row),
                field.replace('_', " "),
                short(is),
                short(was)
            ));
        }
    }
}

/// Every step of a row's history must begin where the one before ended.
fn history(found: &mut Findings, db: &Connection, table: &Table) -> Result<()> {
    let mut statement = db.prepare(
        "SELECT row_id, before, after FROM main.journal_row WHERE table_name = ?1 ORDER BY row_id, rowid",
    )?;
    let mut steps = statement.query([table.name])?;
    let mut last: Option<(Vec<u8>, Option<Vec<u8>>)> = None;
    while let Some(step) = steps.next()? {
        let id = bytes(step.get_ref(0)?).unwrap_or_default().to_vec();
        let before = bytes(step.get_ref(1)?);
        let expected = last
            .as_ref()
            .filter(|(row, _)| *row == id)
            .and_then(|(_, after)| after.as_deref());
        if !continues(table, expected, before) {
            let name = named(table.name, before.or(expected).unwrap_or_default());
            found.add(format!(
                "{name}: its history is broken, a step does not begin where the one before ended."
            ));
        }
        let after = bytes(step.get_ref(2)?).map(<[u8]>::to_vec);
        last = Some((id, after));
    }
    Ok(())
}

/// Returns whether a step that begins with `before` can follow one that ended with `after`. An earlier version may have
/// known fewer fields; those that both know must agree.
fn continues(table: &Table, after: Option<&[u8]>, before: Option<&[u8]>) -> bool {
    match (after, before) {
        (None, None) => true,
        // The first step of a row that came with a file.
        (None, Some(_)) => table.is_in_bulk(),
        (Some(after), Some(before)) => {
            after == before
                || match (fields(after), fields(before)) {
                    (Some(was), Some(is)) => {
                        (was.keys().eq(is.keys()) || table.is_older(&was, &is))
                            && was
                                .iter()
                                .all(|(field, value)| is.get(field).is_none_or(|is| is == value))
                    }
                    _ => false,
                }
        }
        _ => false,
    }
}

/// The journal must not speak of tables that the workspace does not have.
fn strangers(found: &mut Findings, db: &Connection, columns: &BTreeMap<String, Vec<String>>) -> Result<()> {
    let mut statement = db.prepare("SELECT DISTINCT table_name FROM main.journal_row")?;
    let mut tables = statement.query([])?;
    while let Some(row) = tables.next()? {
        let table = text(row.get_ref(0)?);
        if !columns.contains_key(table.as_ref()) {
            found.add(format!(
                "The journal speaks of “{table}”, which this workspace does not have."
            ));
        }
    }
    Ok(())
}

/// Every agreed text against its digest, and every signature against the text it was given for.
fn agreements(found: &mut Findings, db: &Connection) -> Result<()> {
    let mut statement = db.prepare("SELECT id, text, digest, proposed_at FROM main.agreement ORDER BY id")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        found.agreements += 1;
        let (agreed, digest, at) = (
            text(row.get_ref(1)?),
            text(row.get_ref(2)?),
            text(row.get_ref(3)?),
        );
        if rules::digest(&agreed) != digest {
            let day = at.get(..10).unwrap_or(&at);
            found.add(format!(
                "The text proposed on {day} does not match its digest: it is not what was signed."
            ));
        }
    }
    let mut statement = db.prepare(
        "SELECT s.name, s.side FROM main.signature s JOIN main.agreement a ON a.id = s.agreement WHERE s.digest IS NOT a.digest",
    )?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let (name, side) = (text(row.get_ref(0)?), text(row.get_ref(1)?));
        found.add(format!(
            "The signature of {name} for {side} was given for another text."
        ));
    }
    Ok(())
}

type Image = (Vec<u8>, Vec<u8>);

fn next(rows: &mut rusqlite::Rows) -> Result<Option<Image>> {
    rows.next()?
        .map(|row| {
            let of = |at| -> Result<Vec<u8>> { Ok(bytes(row.get_ref(at)?).unwrap_or_default().to_vec()) };
            Ok((of(0)?, of(1)?))
        })
        .transpose()
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

fn short(value: &Value) -> String {
    match value {
        Value::Null => "nothing".into(),
        Value::String(text) => format!("“{}”", text.chars().take(60).collect::<String>()),
        other => other.to_string().chars().take(60).collect(),
    }
}

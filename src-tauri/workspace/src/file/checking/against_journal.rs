//! Every row against what the journal says was written, and every step of a row's history against the one before.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::Connection;
use serde_json::{Map, Value};

use super::{Findings, bytes, fields, named, text};
use crate::{
    error::{Error, Result},
    journal::row_images,
};

/// A table, and the fields it had in earlier versions, in which the journal may still have written.
pub(super) struct Table<'a> {
    pub name: &'a str,
    pub columns: &'a [String],
    /// Whether its rows may come without an image in the journal: they came with a file that was imported.
    pub is_in_bulk: bool,
    pub older: &'a [BTreeSet<String>],
}

impl Table<'_> {
    /// Returns whether two images with different fields differ only because an earlier version wrote one of them.
    fn is_older(&self, one: &Map<String, Value>, other: &Map<String, Value>) -> bool {
        let today: BTreeSet<&String> = self.columns.iter().collect();
        let known = |image: &Map<String, Value>| {
            let fields: BTreeSet<&String> = image.keys().collect();
            fields == today || self.older.iter().any(|shape| fields.iter().copied().eq(shape))
        };
        known(one) && known(other)
    }
}

/// Every row against the last image that the journal has of it, in both directions: two lists in the same order, side
/// by side.
pub(super) fn rows(found: &mut Findings, db: &Connection, table: &Table) -> Result<()> {
    let image = row_images::image(table.columns, "");
    // Of what came in bulk the journal knows what somebody changed alone.
    let known = if table.is_in_bulk {
        "WHERE id IN (SELECT row_id FROM main.journal_row WHERE table_name = ?1)"
    } else {
        "WHERE ?1 IS NOT NULL"
    };
    let mut here = db.prepare(&format!(
        "SELECT id, {image} FROM main.{} {known} ORDER BY id",
        table.name
    ))?;
    let mut written = db.prepare(
        "SELECT last.row_id, j.after FROM
           (SELECT row_id, max(rowid) AS place FROM main.journal_row WHERE table_name = ?1 GROUP BY row_id) AS last
         JOIN main.journal_row j ON j.rowid = last.place WHERE j.after IS NOT NULL ORDER BY last.row_id",
    )?;
    let mut here = here.query([table.name])?;
    let mut written = written.query([table.name])?;
    let mut next_here = next(&mut here)?;
    let mut next_written = next(&mut written)?;
    loop {
        match (&next_here, &next_written) {
            (None, None) => return Ok(()),
            (Some(row), Some(image)) if row.0 == image.0 => {
                found.against_journal(table.name);
                compare(found, table, &row.1, &image.1);
                next_here = next(&mut here)?;
                next_written = next(&mut written)?;
            }
            (Some(row), image) if image.as_ref().is_none_or(|image| row.0 < image.0) => {
                found.against_journal(table.name);
                found.add(format!(
                    "{} is there, but the journal does not know it.",
                    named(table.name, &row.1)
                ));
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
        found.report.older_rows += 1;
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
pub(super) fn history(found: &mut Findings, db: &Connection, table: &Table) -> Result<()> {
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
        (None, Some(_)) => table.is_in_bulk,
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
pub(super) fn strangers(
    found: &mut Findings,
    db: &Connection,
    columns: &BTreeMap<String, Vec<String>>,
) -> Result<()> {
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

type Image = (Vec<u8>, Vec<u8>);

fn next(rows: &mut rusqlite::Rows) -> Result<Option<Image>> {
    rows.next()?
        .map(|row| {
            let of = |at| -> Result<Vec<u8>> { Ok(bytes(row.get_ref(at)?).unwrap_or_default().to_vec()) };
            Ok((of(0)?, of(1)?))
        })
        .transpose()
}

fn short(value: &Value) -> String {
    match value {
        Value::Null => "nothing".into(),
        Value::String(text) => format!("“{}”", text.chars().take(60).collect::<String>()),
        other => other.to_string().chars().take(60).collect(),
    }
}

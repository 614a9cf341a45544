//! Every table against the digests of what was written, and every agreement against its own.

use rusqlite::{Connection, OptionalExtension};

use super::{Findings, text};
use crate::{
    agreements::rules,
    error::Result,
    file::{
        digests::{self, Sum, Table, Written},
        lean,
        schema::Schema,
    },
    zone::Zone,
};

/// Counts the rows of all tables, so that the report can say of how many it knows what they were.
pub(super) fn count(found: &mut Findings, db: &Connection, schema: &Schema) -> Result<()> {
    for table in digests::tables(db, &schema.parts)? {
        let rows: i64 = db.query_row(&format!("SELECT count(*) FROM main.{}", table.name), [], |row| {
            row.get(0)
        })?;
        found.table(&table.name).rows = u64::try_from(rows).unwrap_or(0);
    }
    Ok(())
}

/// Every table, and each part of it, against the sum of the digests of what was written.
pub(super) fn compare(found: &mut Findings, db: &Connection, schema: &Schema) -> Result<()> {
    let mut written = digests::written(db)?;
    let is_lean = lean::is_lean(db)?;
    for mut table in digests::tables(db, &schema.parts)? {
        if is_lean {
            table.read_bytes_beside(&schema.bytes);
        }
        let (of_table, rest): (Vec<Written>, Vec<Written>) = written
            .into_iter()
            .partition(|written| written.table == table.name);
        written = rest;
        let mut sums = digests::sums_of(db, &table)?;
        for written in of_table {
            let sum = sums.remove(&written.part).unwrap_or_default();
            part(found, db, &table, &written, sum);
        }
        for (part, sum) in sums {
            found.add(format!(
                "{} there, but no digest was written for {}.",
                counted(sum.rows, &table.name, &origin(db, &part)),
                if sum.rows == 1 { "it" } else { "them" },
            ));
        }
    }
    for written in written {
        found.add(format!(
            "There is a digest of “{}”, which this workspace does not have.",
            written.table
        ));
    }
    Ok(())
}

fn part(found: &mut Findings, db: &Connection, table: &Table, written: &Written, sum: Sum) {
    let rows = u64::try_from(sum.rows).unwrap_or(0);
    found.table(&table.name).against_digests += rows;
    if let Some(since) = &written.since {
        found.report.later_digested_rows += rows;
        found.report.digests_since = since.parse().ok().or(found.report.digests_since);
    }
    if written.holds(sum) {
        return;
    }
    let name = table.name.replace('_', " ");
    let origin = origin(db, &written.part);
    let gone = written.rows.saturating_sub(sum.rows);
    found.add(match gone {
        0 => format!("At least one row of “{name}”{origin} is not what was written."),
        1.. => format!("Of “{name}”{origin}, {} missing.", rows_are(gone)),
        _ => format!(
            "Of “{name}”{origin}, {} there that nobody wrote.",
            rows_are(gone.saturating_neg())
        ),
    });
}

fn counted(rows: i64, table: &str, origin: &str) -> String {
    format!("Of “{}”{origin}, {}", table.replace('_', " "), rows_are(rows))
}

fn rows_are(rows: i64) -> String {
    match rows {
        1 => "one row is".into(),
        rows => format!("{rows} rows are"),
    }
}

/// Says from which file a part of a table came, where it came from one.
fn origin(db: &Connection, part: &str) -> String {
    let name = db
        .query_row("SELECT file_name FROM main.import WHERE id = ?1", [part], |row| {
            Ok(text(row.get_ref(0)?).into_owned())
        })
        .optional();
    match name {
        Ok(Some(name)) => format!(" from “{name}”"),
        _ => String::new(),
    }
}

/// Every agreed text against its digest, and every signature against the text it was given for.
pub(super) fn agreements(found: &mut Findings, db: &Connection) -> Result<()> {
    // Before version 4 there was no zone but UTC, and what is damaged is told all the same.
    let zone: Option<String> = db
        .query_row("SELECT time_zone FROM main.company", [], |row| row.get(0))
        .ok();
    let zone = zone.and_then(|name| Zone::named(&name)).unwrap_or_default();
    let mut statement = db.prepare("SELECT id, text, digest, proposed_at FROM main.agreement ORDER BY id")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        found.report.agreements += 1;
        let (agreed, digest, at) = (
            text(row.get_ref(1)?),
            text(row.get_ref(2)?),
            text(row.get_ref(3)?),
        );
        if rules::digest(&agreed) != digest {
            let day = at
                .parse()
                .map_or_else(|_| at.to_string(), |at| zone.day_of(at).to_string());
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

//! Rows of a raw file, as plainly as they can be read.

use std::{collections::BTreeMap, path::Path};

use chrono::NaiveDate;

use crate::Result;

/// A row: its cells by the names of their columns; what is empty is not there.
pub type Row = BTreeMap<String, String>;

/// The rows of a file in UTF-8, separated by commas, in their order.
///
/// # Errors
/// When it cannot be read.
pub fn rows(path: &Path) -> Result<Vec<Row>> {
    rows_of(std::fs::File::open(path)?)
}

/// The rows of what can be read, as of a file.
///
/// # Errors
/// When it cannot be read.
pub fn rows_of(text: impl std::io::Read) -> Result<Vec<Row>> {
    let mut all = Vec::new();
    for row in csv::Reader::from_reader(text).deserialize() {
        let mut row: Row = row?;
        row.values_mut().for_each(|cell| *cell = cell.trim().to_owned());
        row.retain(|name, cell| !name.is_empty() && !cell.is_empty());
        all.push(row);
    }
    Ok(all)
}

/// A cell that says something.
pub fn cell(row: &Row, column: &str) -> Option<String> {
    row.get(column).cloned()
}

/// The day in a cell, as one of the formats has it; a time of the day says nothing.
///
/// # Errors
/// When the cell says something else.
pub fn day(row: &Row, column: &str, format: &str) -> Result<Option<NaiveDate>> {
    let Some(text) = row.get(column) else {
        return Ok(None);
    };
    let date = text.split([' ', 'T']).next().unwrap_or_default();
    let day = NaiveDate::parse_from_str(date, format);
    Ok(Some(day.map_err(|error| format!("{column}: {text}: {error}"))?))
}

/// The amount in a cell, in cents: digits, with a point before one or two decimals.
///
/// # Errors
/// When the cell says something else.
pub fn cents(row: &Row, column: &str) -> Result<Option<i64>> {
    let Some(text) = row.get(column) else {
        return Ok(None);
    };
    let (sign, digits) = text
        .strip_prefix('-')
        .map_or((1, text.as_str()), |digits| (-1, digits));
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, "0"));
    if decimals.len() > 2 {
        return Err(format!("{column}: {text}").into());
    }
    let cents: i64 = format!("{decimals:0<2}").parse()?;
    Ok(Some(sign * (whole.parse::<i64>()? * 100 + cents)))
}

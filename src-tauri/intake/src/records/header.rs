//! Which row holds the names of the columns. Reports begin with a title, with who exported them and when; the names stand below.

use super::Row;
use crate::{day, number, trouble::Trouble};

/// How many rows are looked at to find the names.
pub(super) const LOOKED_AT: usize = 16;
/// Behind how many rows the names may stand where somebody says so.
pub(super) const FARTHEST: usize = 1_000;

/// Returns the place of the row with the names, among the first rows of a file: the one that somebody named, else the first.
/// Only where the first is nearly empty and the table is not, names are looked for below it.
///
/// # Errors
/// When there is no row of the number that somebody named.
pub(super) fn place(rows: &[Row], wanted: Option<u64>) -> Result<usize, Trouble> {
    if let Some(wanted) = wanted {
        return rows.iter().position(|row| row.number == wanted).ok_or_else(|| {
            Trouble::new(format!("There is nothing in row {wanted}."))
                .hint("Say the row in which the names of the columns stand.")
        });
    }
    let width = rows.iter().map(filled).max().unwrap_or(0);
    let is_wide = |row: &Row| filled(row) * 5 >= width * 3;
    let begins_with_a_title = rows
        .first()
        .is_some_and(|row| filled(row) * 2 <= width && filled(row) <= 2);
    if width < 3 || !begins_with_a_title {
        return Ok(0);
    }
    Ok(rows
        .iter()
        .position(|row| is_wide(row) && holds_names(row))
        .unwrap_or(0))
}

fn filled(row: &Row) -> usize {
    row.iter().filter(|cell| !cell.is_empty()).count()
}

/// Names are words, and no two of them are the same.
pub(super) fn holds_names(row: &Row) -> bool {
    let mut names: Vec<String> = row
        .iter()
        .filter(|cell| !cell.is_empty())
        .map(str::to_lowercase)
        .collect();
    let are_words = names.iter().all(|name| {
        number::readings(name).is_none() && !day::orders_that_fit(name).any() && !name.contains('@')
    });
    let many = names.len();
    names.sort_unstable();
    names.dedup();
    are_words && names.len() == many
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(lines: &[&[&str]]) -> Vec<Row> {
        let made = lines.iter().zip(1..).map(|(cells, number)| {
            let mut row = Row::default();
            row.clear(number);
            cells.iter().for_each(|cell| row.push(cell));
            row
        });
        made.collect()
    }

    #[test]
    fn the_names_stand_below_a_title() {
        let report = rows(&[
            &["Lead report 2024"],
            &["Exported by Pat", ""],
            &["Email", "Last Name", "Lead Source", "Created Date"],
            &["a@x.example", "A", "Web", "2024-01-10"],
        ]);
        assert_eq!(place(&report, None).ok(), Some(2));
        assert_eq!(place(&report, Some(2)).ok(), Some(1));
        assert!(place(&report, Some(9)).is_err());
        let plain = rows(&[&["Email", "", "Source"], &["a@x.example", "A", "Web"]]);
        assert_eq!(place(&plain, None).ok(), Some(0));
        let narrow = rows(&[&["Name"], &["Ada"], &["Ben"]]);
        assert_eq!(place(&narrow, None).ok(), Some(0));
        // Nothing below looks like names, so the first row is taken, as ever.
        let odd = rows(&[&["Title"], &["1", "2", "3"], &["4", "5", "6"]]);
        assert_eq!(place(&odd, None).ok(), Some(0));
    }
}

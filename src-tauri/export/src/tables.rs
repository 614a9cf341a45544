//! Tables for any spreadsheet, as CSV.

use lockstep_core::leads::importing::ImportReport;
use lockstep_workspace::{Error, Result};

/// Returns a table as CSV (UTF-8, commas, a header line). What is text is made [`safe`] by whoever gives it.
///
/// # Errors
/// `Internal` when a line cannot be written.
pub fn csv(header: &[String], lines: impl IntoIterator<Item = Vec<String>>) -> Result<Vec<u8>> {
    let mut table = ::csv::WriterBuilder::new()
        .terminator(::csv::Terminator::CRLF)
        .from_writer(Vec::new());
    table.write_record(header).map_err(Error::internal)?;
    for line in lines {
        table.write_record(&line).map_err(Error::internal)?;
    }
    table.into_inner().map_err(Error::internal)
}

/// Returns text that no spreadsheet takes for a formula: one that begins like a formula gets an apostrophe in front,
/// which our own import takes away again.
pub fn safe(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

/// Returns the rows of files that could not be taken in, each with its file, its number, the column that is to blame, what
/// stands there and why not.
///
/// # Errors
/// As for [`csv`].
pub fn rejected_rows(reports: &[ImportReport]) -> Result<Vec<u8>> {
    let header = ["File", "Row", "Column", "Value", "Why not"].map(String::from);
    let lines = reports.iter().flat_map(|report| {
        report.rejected_rows.iter().map(|rejected| {
            vec![
                safe(&report.file_name),
                rejected.row.to_string(),
                safe(rejected.column.as_deref().unwrap_or_default()),
                safe(&rejected.value),
                rejected.reason.clone(),
            ]
        })
    });
    csv(&header, lines)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_that_begins_like_a_formula_is_made_text() {
        for begin in ["=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\tx", "\rx"] {
            assert_eq!(safe(begin), format!("'{begin}"));
        }
        assert_eq!(safe("Win rate = won ÷ decided"), "Win rate = won ÷ decided");
    }
}

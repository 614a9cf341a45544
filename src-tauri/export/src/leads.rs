//! Tables about leads.

use std::path::Path;

use lockstep_core::{Error, Result, leads::importing::ImportReport};

use crate::{cells::safe, files::write_atomically};

/// Writes the rows of a file that could not be read as CSV: the row, its column, what stands there, and what is wrong with it.
///
/// # Errors
/// `File` when it cannot be written.
pub fn rejected_rows(report: &ImportReport, path: &Path) -> Result<()> {
    let mut table = ::csv::WriterBuilder::new()
        .terminator(::csv::Terminator::CRLF)
        .from_writer(Vec::new());
    table
        .write_record(["Row", "Column", "Value", "What is wrong"])
        .map_err(Error::internal)?;
    for row in &report.rejected_rows {
        table
            .write_record([
                row.row.to_string(),
                safe(row.column.as_deref().unwrap_or_default()),
                safe(&row.value),
                safe(&row.reason),
            ])
            .map_err(Error::internal)?;
    }
    write_atomically(path, &table.into_inner().map_err(Error::internal)?)
}

//! The row of the column names, where somebody had to say it. The next export of the same kind has its names in the same row,
//! so it is read that way, and nobody is asked again.

use std::collections::{BTreeMap, BTreeSet};

use super::{Choice, DataFile, Surveyed, choice_of};
use lockstep_workspace::{
    context::ReadContext,
    error::{ErrorCode, Result},
};

/// In which rows files have the names of their columns, as far as somebody had to say so.
#[derive(Debug, Default)]
pub struct HeaderRows {
    /// The shapes of all files that were taken in.
    shapes: BTreeSet<String>,
    /// The rows that were said, each with the shapes of files for which it was.
    said: BTreeMap<u64, BTreeSet<String>>,
}

impl HeaderRows {
    /// Returns a file as it is to be read: with the names of its columns in the row that was said for earlier files which
    /// have the same columns there, else as it was looked through. A row that was said for the file itself stays.
    ///
    /// # Errors
    /// `Refused` when `keep_on` said no.
    pub fn apply(
        &self,
        file: DataFile,
        surveyed: Surveyed,
        keep_on: &mut dyn FnMut(u64, u64) -> bool,
    ) -> Result<(DataFile, Surveyed)> {
        if file.header_row().is_some() || self.shapes.contains(&surveyed.survey.shape) {
            return Ok((file, surveyed));
        }
        for (row, shapes) in &self.said {
            let other = file.with_header_row(*row, &surveyed);
            match other.look(keep_on) {
                Ok(seen) if shapes.contains(&seen.survey.shape) => return Ok((other, seen)),
                Err(error) if error.code == ErrorCode::Refused => return Err(error),
                // It has other columns there, or none at all.
                Ok(_) | Err(_) => {}
            }
        }
        Ok((file, surveyed))
    }
}

/// Returns in which rows files that were imported have the names of their columns, as far as somebody had to say so.
///
/// # Errors
/// `Damaged` when it cannot be read any more how files were imported.
pub(super) fn known(reader: &ReadContext) -> Result<HeaderRows> {
    let mut rows = HeaderRows::default();
    let mut statement = reader.db().prepare_cached("SELECT id, choice FROM mapping")?;
    let mut mappings = statement.query([])?;
    while let Some(mapping) = mappings.next()? {
        let shape: String = mapping.get(0)?;
        let Choice { header_row, .. } = choice_of(&mapping.get::<_, String>(1)?)?;
        if let Some(row) = header_row {
            rows.said.entry(row).or_default().insert(shape.clone());
        }
        rows.shapes.insert(shape);
    }
    Ok(rows)
}

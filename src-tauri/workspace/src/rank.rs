//! The place of a line in a list, as text that sorts: moving one line writes one row.

use fractional_index::FractionalIndex;

use crate::error::{Error, Result};

/// Returns a rank behind `rank`, or the first one.
///
/// # Errors
/// `Damaged` when the stored rank is none.
pub fn after(rank: Option<&str>) -> Result<String> {
    between(rank, None)
}

/// Returns a rank between two neighbours, either of which may be missing.
///
/// # Errors
/// `Damaged` when a stored rank is none, or the two are not in order.
pub fn between(before: Option<&str>, after: Option<&str>) -> Result<String> {
    let parse = |rank: Option<&str>| {
        rank.map(|rank| FractionalIndex::from_string(rank).map_err(|_| damaged()))
            .transpose()
    };
    FractionalIndex::new(parse(before)?.as_ref(), parse(after)?.as_ref())
        .map(|rank| rank.to_string())
        .ok_or_else(damaged)
}

fn damaged() -> Error {
    Error::damaged("The order of a list cannot be read.")
}

//! Cells that are filled only in the first row of each group, as reports write them.

use crate::leads::{fields::Field, terms::RecordKind};

/// What stood in such a column last, and how many rows were read so.
#[derive(Debug, Default)]
pub(super) struct ByGroup {
    last: String,
    rows: i64,
}

impl ByGroup {
    /// Returns what holds for a cell in which nothing stands.
    pub fn held(&mut self, here: &str) -> Option<String> {
        if here.is_empty() {
            self.rows += 1;
            return Some(self.last.clone());
        }
        here.clone_into(&mut self.last);
        None
    }

    /// Says of a column how many rows were read so.
    pub fn note(&self, name: &str) -> Option<String> {
        let (below, are) = match self.rows {
            0 => return None,
            1 => ("row", "is"),
            _ => ("rows", "are"),
        };
        Some(format!(
            "“{name}” is filled only in the first row of each group: {} {below} below {are} read as of the same.",
            self.rows
        ))
    }
}

/// Where reports group their rows: costs and deals by source, costs by month. Of leads, an empty source is none.
pub(super) fn holds_for_its_group(kind: RecordKind, field: Option<Field>) -> bool {
    matches!(
        (kind, field),
        (RecordKind::Costs, Some(Field::Source | Field::Month))
            | (RecordKind::Opportunities, Some(Field::Source))
    )
}

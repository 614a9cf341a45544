//! Last year's numbers as they come out of a spreadsheet: rows with tabs between the cells. A table is read in one way,
//! whether it is shown first or taken in.

mod columns;
mod marks;
mod meaning;
mod measures;
mod numbers;

use lockstep_intake::{number, table};
use serde::Serialize;
use ts_rs::TS;

pub use measures::{PasteMeasures, TryMeasures};
pub use numbers::{PasteNumbers, TryNumbers};

use super::look_back::Taken;
use lockstep_workspace::{
    error::{Error, Result},
    units::Unit,
};

/// What a pasted table says, row by row, before it is taken in.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PastedTable {
    /// Its rows, as they stand there.
    pub rows: Vec<PastedRow>,
    /// What is worth knowing of the table as a whole.
    pub notes: Vec<String>,
}

/// What one row of a pasted table says.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PastedRow {
    /// Which row of the table it is; the first is 1.
    pub row: u32,
    /// What stands in its first column.
    pub name: String,
    /// What stands in its other columns.
    pub cells: Vec<String>,
    /// The values that go in; none when the row is left out.
    pub values: Vec<PastedValue>,
    /// Whether it only names the columns.
    pub is_heading: bool,
    /// What of it is left out and why; nothing when all of it goes in.
    pub left: Option<String>,
}

/// A value that was understood, and where it goes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PastedValue {
    /// The field it goes into: `leads`, `revenue`; `target` and `actual` of a measure.
    pub into: String,
    /// In what it is counted.
    pub unit: Unit,
    /// The value, in the smallest step of the unit.
    pub value: i64,
}

impl PastedRow {
    /// Returns a row of which nothing is understood yet.
    fn new(place: usize, row: &[String]) -> Self {
        Self {
            row: u32::try_from(place + 1).unwrap_or(u32::MAX),
            name: row.first().cloned().unwrap_or_default(),
            cells: row.iter().skip(1).cloned().collect(),
            values: Vec::new(),
            is_heading: false,
            left: None,
        }
    }

    /// Returns whether it looks like a heading, if it is the first: only words stand in it.
    fn is_words(&self) -> bool {
        let is_word = |cell: &String| cell.is_empty() || !(number::is_nothing(cell) || is_number(cell));
        self.cells.iter().all(is_word)
    }

    /// Says that the row is left out, and why.
    fn leave(&mut self, why: impl Into<String>) {
        self.values.clear();
        self.left = Some(why.into());
    }
}

impl PastedTable {
    /// Returns what is told after it was taken in; `count` lines or numbers went in.
    ///
    /// # Errors
    /// `Invalid` when nothing did; `wanted` says what a row should hold.
    fn taken(self, count: u32, wanted: &str) -> Result<Taken> {
        let mut notes = self.notes;
        for row in self.rows {
            let Some(why) = row.left else { continue };
            notes.push(if row.values.is_empty() {
                format!("Row {} was left out: {why}.", row.row)
            } else {
                format!("A part of row {} was left out: {why}.", row.row)
            });
        }
        if count > 0 {
            return Ok(Taken { count, notes });
        }
        let why = notes
            .first()
            .map_or("There is nothing to read in it.", String::as_str);
        Err(Error::invalid("text", format!("Nothing could be taken in. {why}")).hint(wanted))
    }
}

fn read_table(text: &str) -> Result<Vec<Vec<String>>> {
    table::tab_separated(text).map_err(|why| Error::invalid("text", why))
}

fn is_number(cell: &str) -> bool {
    number::readings(cell).is_some()
}

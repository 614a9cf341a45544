//! What the cells of each column were so far: words, or numbers, days and addresses.

use super::Row;
use crate::{day, number};

/// The columns of a table, as far as its rows went by.
#[derive(Debug, Default)]
pub(super) struct Held(Vec<Counted>);

#[derive(Debug, Default, Clone, Copy)]
struct Counted {
    /// Numbers, days or e-mail addresses.
    values: u64,
    words: u64,
}

impl Held {
    pub fn of(columns: usize) -> Self {
        Self(vec![Counted::default(); columns])
    }

    /// Counts the cells of a row.
    pub fn count(&mut self, row: &Row) {
        for (counted, cell) in self.0.iter_mut().zip(row.iter()) {
            match cell {
                cell if is_nothing(cell) => {}
                cell if is_word(cell) => counted.words += 1,
                _ => counted.values += 1,
            }
        }
    }

    /// Returns whether a word stands where no word stood so far, or a day where only words did.
    pub fn does_not_fit(&self, row: &Row) -> bool {
        let cells = self.0.iter().zip(row.iter());
        cells
            .filter(|(_, cell)| !is_nothing(cell))
            .any(|(counted, cell)| {
                let is_first_word = counted.values > 0 && counted.words == 0 && is_word(cell);
                let is_first_day =
                    counted.words > 0 && counted.values == 0 && day::orders_that_fit(cell).any();
                is_first_word || is_first_day
            })
    }
}

fn is_nothing(cell: &str) -> bool {
    cell.is_empty() || number::is_nothing(cell)
}

fn is_word(cell: &str) -> bool {
    number::readings(cell).is_none() && !day::orders_that_fit(cell).any() && !cell.contains('@')
}

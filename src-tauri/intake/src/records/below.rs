//! A second table below the first, behind an empty row: its columns are others, so its rows are no records of this one.

use std::collections::BTreeSet;

use super::{Row, header::holds_names, held::Held};

/// In how many rows is looked for what a column holds.
const LOOKED_AT: u64 = 200;

/// Watches the rows of a table go by, and finds where another begins.
#[derive(Debug, Default)]
pub(super) struct Below {
    header: Vec<String>,
    last: u64,
    /// Whether an empty row went by, and behind it nothing but titles.
    is_behind_a_gap: bool,
    looked_at: u64,
    columns: Held,
    /// The row in which the names of another table's columns stand, where its rows go by.
    other: Option<u64>,
    /// Whether that row has names of this table's columns, in another order.
    is_turned_round: bool,
}

impl Below {
    pub fn of(header: &[String], header_row: u64) -> Self {
        Self {
            header: header.to_vec(),
            last: header_row,
            columns: Held::of(header.len()),
            ..Self::default()
        }
    }

    /// Says of a row that it belongs to another table, or repeats the names of the columns, where it does.
    pub fn look(&mut self, row: &mut Row) {
        let is_behind_a_gap = row.number > self.last + 1;
        self.last = row.number;
        self.is_behind_a_gap |= is_behind_a_gap;
        if self.repeats_the_header(row) {
            self.other = None;
            self.is_behind_a_gap = false;
            row.complain(None, "This row repeats the names of the columns.");
            return;
        }
        if self.names_the_columns_otherwise(row) {
            self.other = Some(row.number);
            self.is_turned_round = true;
        }
        if self.other.is_none() && self.is_behind_a_gap && self.begins_another(row) {
            self.other = Some(row.number);
            self.is_turned_round = false;
        }
        if let (Some(first), true) = (self.other, self.is_turned_round) {
            row.complain(None, &format!(
                "In row {first} the names of the columns stand once more, in another order or with others among them; the rows \
                 from there on are left out. Put them in a file of their own to import them."
            ));
            return;
        }
        if let Some(first) = self.other {
            row.complain(None, &format!(
                "Another table, with other columns, seems to begin in row {first}; its rows are left out. Put it in a file of \
                 its own to import it."
            ));
            return;
        }
        let filled = row.iter().filter(|cell| !cell.is_empty()).count();
        self.is_behind_a_gap &= filled == 1;
        if self.looked_at < LOOKED_AT && row.complaint.is_none() && filled > 1 {
            self.looked_at += 1;
            self.columns.count(row);
        }
    }

    /// Two files were put one behind the other.
    fn repeats_the_header(&self, row: &Row) -> bool {
        self.header.len() > 1
            && row.len() == self.header.len()
            && row.iter().zip(&self.header).all(|(cell, name)| cell == name)
    }

    /// Two files were put one behind the other whose columns stand in other orders: most cells are names of our columns.
    fn names_the_columns_otherwise(&self, row: &Row) -> bool {
        let filled = || row.iter().filter(|cell| !cell.is_empty());
        // Nearly no row has a name of a column in its first cells.
        let is_a_name = |cell: &&str| self.header.iter().any(|name| name == cell);
        if !filled().take(2).any(|cell| is_a_name(&cell)) {
            return false;
        }
        let named: BTreeSet<&str> = filled().filter(is_a_name).collect();
        named.len() > 2 && named.len() * 2 > filled().count()
    }

    /// Names where numbers, days and addresses stood so far.
    fn begins_another(&self, row: &Row) -> bool {
        let filled = row.iter().filter(|cell| !cell.is_empty()).count();
        filled > 1 && self.columns.does_not_fit(row) && holds_names(row)
    }
}

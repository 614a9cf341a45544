//! One pass over a whole file: what its columns are called, hold, and could be.

use std::fmt::Write;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::classify::Counts;
use crate::day::DayOrder;
use crate::limits;
use crate::records::{Row, Rows};
use crate::tally::{KEPT_BYTES, Tally, Total};
use crate::trouble::{RowTrouble, Trouble};

/// What a whole file holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Survey {
    /// The names of the columns.
    pub header: Vec<String>,
    /// The same for every file with columns of the same names, in whatever order they stand.
    pub shape: String,
    /// The rows with text behind the header, those with trouble among them.
    pub rows: u64,
    /// The first rows that cannot be used as they are.
    pub troubles: Vec<RowTrouble>,
    /// How many rows cannot be used as they are.
    pub troubles_count: u64,
    /// The columns, as the header names them.
    pub columns: Vec<Column>,
}

/// What a column holds. Rows with trouble are left out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Column {
    /// Its name.
    pub name: String,
    /// The cells with a value; words like "n/a" are none.
    pub filled: u64,
    /// How many cells could be what.
    pub kinds: Counts,
    /// The first three different values, shortened.
    pub samples: Vec<String>,
    /// The most frequent values of the first ten thousand different ones, and how often they stand there. None where
    /// nearly every cell of a long column differs from the others.
    pub values: Vec<(String, u64)>,
    /// How many different values there are, as far as they were told apart.
    pub distinct: u64,
    /// Whether there are more different values than that.
    pub more_distinct: bool,
    /// What the column is.
    pub kind: ColumnKind,
    /// The mark before decimals in this column, `.` or `,`.
    pub decimal: char,
}

/// What a column is, told from all its cells. One odd cell in twenty does not change it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ColumnKind {
    /// No cell has a value.
    Empty,
    /// Words, names, ids, telephone numbers.
    Text,
    /// Numbers without decimals.
    WholeNumber,
    /// Numbers.
    Number,
    /// Numbers beside a currency.
    Money,
    /// Numbers with a percent sign.
    Percent,
    /// Days.
    Day(DayOrder),
    /// Days that could begin with the day or with the month: somebody must say which.
    DayUnclear,
    /// Yes and no.
    YesNo,
    /// E-mail addresses.
    Email,
    /// Addresses in the web.
    Address,
}

/// How many rows go by between two words about the progress.
const ROWS_BETWEEN: u64 = 4_096;

/// Reads a whole file once. `keep_on` hears how many bytes are read of how many and answers whether to go on.
///
/// # Errors
/// When the whole file cannot be used, or `keep_on` said no.
pub fn survey(records: &mut dyn Rows, keep_on: &mut dyn FnMut(u64, u64) -> bool) -> Result<Survey, Trouble> {
    let header = records.header().to_vec();
    let mut tallies: Vec<Tally> = header.iter().map(|_| Tally::default()).collect();
    let mut budget = KEPT_BYTES;
    let (mut rows, mut troubles_count) = (0, 0);
    let mut troubles = Vec::new();
    let mut row = Row::default();
    while records.next(&mut row)? {
        if rows % ROWS_BETWEEN == 0 {
            let (read, of) = records.progress();
            if !keep_on(read, of) {
                return Err(Trouble::cancelled());
            }
        }
        rows += 1;
        if let Some(complaint) = row.complaint.take() {
            troubles_count += 1;
            if troubles.len() < limits::LISTED_TROUBLES {
                troubles.push(complaint);
            }
            continue;
        }
        for (tally, cell) in tallies.iter_mut().zip(row.iter()) {
            tally.add(cell, &mut budget);
        }
    }
    let (_, of) = records.progress();
    if !keep_on(of, of) {
        return Err(Trouble::cancelled());
    }
    Ok(Survey {
        shape: shape(&header),
        rows,
        troubles,
        troubles_count,
        columns: header
            .iter()
            .zip(tallies)
            .map(|(name, tally)| column(name, tally))
            .collect(),
        header,
    })
}

/// The fingerprint of the columns' names. Case, space and order do not count.
fn shape(header: &[String]) -> String {
    let mut names: Vec<String> = header
        .iter()
        .map(|name| {
            name.to_lowercase()
                .chars()
                .filter(|c| c.is_alphanumeric())
                .collect()
        })
        .collect();
    names.sort_unstable();
    let digest = Sha256::digest(names.join("\u{1f}").as_bytes());
    digest.iter().take(16).fold(String::new(), |mut hex, byte| {
        // Writing to a text cannot fail.
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

fn column(name: &str, mut tally: Tally) -> Column {
    let filled = tally.filled;
    let samples = std::mem::take(&mut tally.samples);
    let total = tally.total();
    Column {
        name: name.to_string(),
        filled,
        samples,
        kind: kind(filled, &total),
        decimal: if total.counts.decimal_comma > total.counts.decimal_point {
            ','
        } else {
            '.'
        },
        kinds: total.counts,
        values: total.values,
        distinct: total.distinct,
        more_distinct: total.more,
    }
}

/// What a column is, told from what its cells could be.
fn kind(filled: u64, total: &Total) -> ColumnKind {
    let counts = &total.counts;
    let nearly_all = |count: u64| count > 0 && count * 20 >= filled * 19;
    if filled == 0 {
        ColumnKind::Empty
    } else if nearly_all(counts.email) {
        ColumnKind::Email
    } else if nearly_all(counts.address) {
        ColumnKind::Address
    } else if nearly_all(counts.day_ymd + counts.day_dmy + counts.day_mdy - counts.day_either) {
        day_kind(counts)
    } else if nearly_all(counts.yes_no) && counts.yes_no_word > 0 {
        ColumnKind::YesNo
    } else if nearly_all(counts.number) {
        number_kind(total)
    } else {
        ColumnKind::Text
    }
}

/// The order that the column's days allow. What fits both ways, or speaks for both, is for people to say.
fn day_kind(counts: &Counts) -> ColumnKind {
    let day_only = counts.day_dmy - counts.day_either;
    let month_only = counts.day_mdy - counts.day_either;
    if counts.day_dmy == 0 && counts.day_mdy == 0 {
        ColumnKind::Day(DayOrder::Ymd)
    } else if day_only > month_only * 20 {
        ColumnKind::Day(DayOrder::Dmy)
    } else if month_only > day_only * 20 {
        ColumnKind::Day(DayOrder::Mdy)
    } else {
        ColumnKind::DayUnclear
    }
}

fn number_kind(total: &Total) -> ColumnKind {
    let counts = &total.counts;
    let digits = total.digits;
    if counts.percent * 2 > counts.number {
        ColumnKind::Percent
    } else if counts.money > 0 {
        ColumnKind::Money
    } else if digits.cells == counts.number && digits.shortest == digits.longest && digits.longest >= 10 {
        // Ten and more digits, all of one length, are telephone numbers or ids; nobody adds them up.
        ColumnKind::Text
    } else if counts.whole_number == counts.number {
        ColumnKind::WholeNumber
    } else {
        ColumnKind::Number
    }
}

#[cfg(test)]
mod tests;

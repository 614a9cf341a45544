//! One pass over a whole file: what its columns are called, hold, and could be.

use std::cmp::Ordering;
use std::fmt::Write;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::classify::Counts;
use crate::day::{DayNumber, DayOrder};
use crate::limits;
use crate::records::{Row, Rows};
use crate::tally::{KEPT_BYTES, Odd, Tally, Total};
use crate::trouble::{RowTrouble, Trouble, shortened};

pub(crate) mod codes;
mod decimals;

pub use decimals::{DecimalEvidence, DecimalMark, DecimalReason};

/// What a whole file holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Survey {
    /// The names of the columns.
    pub header: Vec<String>,
    /// The same for every file with columns of the same names, in whatever order they stand.
    pub shape: String,
    /// The row in which the names of the columns stand, counted from 1 as a spreadsheet shows it.
    pub header_row: u64,
    /// What stands above the names of the columns and alone in its row below them: titles, footers, what the amounts are in.
    #[serde(default)]
    pub around: Vec<String>,
    /// The rows with text behind the header, those with trouble among them.
    pub rows: u64,
    /// The first rows that cannot be used as they are.
    pub troubles: Vec<RowTrouble>,
    /// How many rows cannot be used as they are.
    pub troubles_count: u64,
    /// How many rows a spreadsheet does not show, because of a filter or because somebody hid them. They are read like the
    /// others.
    #[serde(default)]
    pub hidden_rows: u64,
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
    /// The cells without one.
    #[serde(default)]
    pub empty: u64,
    /// Of the filled ones, the cells with "NA" that are counted as a value, because the other cells are codes: Namibia among countries,
    /// North America among regions. Elsewhere "NA" is no value.
    #[serde(default)]
    pub not_available_as_code: u64,
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
    /// The mark before decimals with which this column is read, `.` or `,`: the certain one, or the likeliest.
    pub decimal: char,
    /// How certain that mark is.
    #[serde(default)]
    pub decimal_mark: DecimalMark,
    /// The currencies that stand beside its numbers and how often, the most frequent first: ISO 4217 codes, and signs that
    /// several currencies share ("$", "kr").
    #[serde(default)]
    pub currencies: Vec<(String, u64)>,
    /// How many filled cells do not fit what the column is: in a column of days those that are none, in one that is mostly
    /// numbers those that are no numbers.
    pub odd_count: u64,
    /// The first three different of them: the row, counted as a spreadsheet does, and the text, shortened.
    pub odd: Vec<(u64, String)>,
    /// Of a column of days, the cells that stand for a day that is not known, like 0000-00-00 and 1970-01-01. Those like
    /// the latter are so by default only, see [`crate::day::is_placeholder_day`].
    pub placeholder_days: u64,
    /// Of a column of days, the cells whose number stands for a day, see [`crate::day::epoch_or_serial`].
    pub day_numbers: u64,
    /// Of a column of numbers or ids, what they would count if they all stood for days: for somebody to ask where the
    /// column's name speaks of a day.
    pub could_be_days: Option<DayNumber>,
    /// Whether a spreadsheet seems to have swapped day and month where it could: all days written as 2021-01-05 are until
    /// the twelfth of their month, and all others are text that it did not understand, with a day after the twelfth. See
    /// [`crate::day::swapped`].
    pub suspect_swapped: bool,
    /// Whether it seems to be filled only in the first row of each group: the first row has a value, no value stands there twice,
    /// and at least as many cells are empty as filled. Reports write their groups at the left: what stands behind a column that each
    /// row fills is none.
    #[serde(default)]
    pub is_filled_by_group: bool,
    /// Whether its days may begin with a year of two digits: “25.01.03”.
    #[serde(default)]
    pub year_may_stand_first: bool,
    /// Whether days that can be read in two ways are written with another mark than those that can be read in one: “03/04/2025”
    /// beside “13.01.2025”.
    #[serde(default)]
    pub has_two_notations: bool,
}

impl Column {
    /// Returns whether at least three in five of its filled cells are numbers, whatever else the rest is.
    pub fn is_mostly_numbers(&self) -> bool {
        is_mostly_numbers(self.filled, &self.kinds)
    }

    /// Returns whether numbers with three digits behind the mark stand beside others with one or two: decimals of an amount have no
    /// more than two, and thousands no mark that is before decimals elsewhere.
    pub fn has_thousandths_in_doubt(&self) -> bool {
        let either = match self.decimal_mark {
            DecimalMark::Certain('.') => self.kinds.ambiguous_point,
            DecimalMark::Certain(_) => self.kinds.ambiguous_comma,
            _ => 0,
        };
        either > 0 && self.kinds.fine == 0
    }

    /// Returns the order for which more of its days speak than for the other, where they differ.
    pub fn likely_order(&self) -> Option<DayOrder> {
        let (day_first, month_first) = in_one_order_only(&self.kinds);
        match day_first.cmp(&month_first) {
            Ordering::Greater => Some(DayOrder::Dmy),
            Ordering::Less => Some(DayOrder::Mdy),
            Ordering::Equal => None,
        }
    }

    /// Returns whether numbers of this column mean something else with a decimal point than with a decimal comma, and its
    /// cells do not say which of them is meant.
    pub fn needs_decimal_mark(&self) -> bool {
        let is_ambiguous = self.kinds.ambiguous_point + self.kinds.ambiguous_comma > 0;
        is_ambiguous && matches!(self.decimal_mark, DecimalMark::Open | DecimalMark::Conflicting)
    }
}

fn is_mostly_numbers(filled: u64, counts: &Counts) -> bool {
    counts.number > 0 && counts.number.saturating_mul(5) >= filled.saturating_mul(3)
}

/// What a column is, told from all its cells. One odd cell in twenty does not change it, among days two in five.
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
    let (mut rows, mut hidden_rows, mut troubles_count) = (0, 0, 0);
    let mut troubles = Vec::new();
    let mut around = records.above().to_vec();
    // Which cells of the first row are filled.
    let mut begins: Vec<bool> = Vec::new();
    let mut row = Row::default();
    while records.next(&mut row)? {
        if rows % ROWS_BETWEEN == 0 {
            let (read, of) = records.progress();
            if !keep_on(read, of) {
                return Err(Trouble::cancelled());
            }
        }
        rows += 1;
        hidden_rows += u64::from(row.is_hidden);
        if around.len() < limits::LISTED_TROUBLES {
            around.extend(alone(&row, header.len()));
        }
        if let Some(complaint) = row.complaint.take() {
            troubles_count += 1;
            if troubles.len() < limits::LISTED_TROUBLES {
                troubles.push(complaint);
            }
            continue;
        }
        if begins.is_empty() {
            begins = (0..header.len())
                .map(|column| !row.get(column).is_empty())
                .collect();
        }
        for (tally, cell) in tallies.iter_mut().zip(row.iter()) {
            tally.add(row.number, cell, &mut budget);
        }
        for column in &row.numbers {
            if let Some(tally) = tallies.get_mut(*column) {
                tally.was_a_number(row.get(*column));
            }
        }
    }
    let (_, of) = records.progress();
    if !keep_on(of, of) {
        return Err(Trouble::cancelled());
    }
    let mut survey = Survey {
        shape: shape(&header),
        header_row: records.header_row(),
        around,
        rows,
        troubles,
        troubles_count,
        hidden_rows,
        columns: header
            .iter()
            .zip(tallies)
            .map(|(name, tally)| column(name, tally, rows - troubles_count))
            .collect(),
        header,
    };
    let mut is_at_the_left = true;
    for (column, begins) in survey.columns.iter_mut().zip(begins) {
        let stands_once = column.filled > 1 && column.distinct == column.filled && !column.more_distinct;
        column.is_filled_by_group = is_at_the_left && begins && stands_once && column.empty >= column.filled;
        is_at_the_left &= column.is_filled_by_group || column.filled == 0;
    }
    for evidence in survey.decimal_evidence(records.how()) {
        if let Some(column) = survey.columns.get_mut(evidence.column) {
            column.decimal = evidence.mark;
        }
    }
    Ok(survey)
}

/// Returns the text that stands alone in a row of a table with so many columns.
fn alone(row: &Row, columns: usize) -> Option<String> {
    let mut filled = row.iter().filter(|cell| !cell.is_empty());
    let first = filled.next().filter(|_| columns > 2)?;
    filled.next().is_none().then(|| shortened(first))
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

fn column(name: &str, mut tally: Tally, rows: u64) -> Column {
    let filled = tally.filled;
    let not_available = tally.not_available;
    let samples = std::mem::take(&mut tally.samples);
    let mut total = tally.total();
    let mut kind = kind(filled, &total);
    let is_in_order = matches!(
        kind,
        ColumnKind::Day(DayOrder::Dmy | DayOrder::Mdy) | ColumnKind::DayUnclear
    );
    let year_may_stand_first = is_in_order && total.notations.may_begin_with_the_year(total.counts.days());
    let has_two_notations = is_in_order && total.notations.are_mixed();
    if year_may_stand_first || has_two_notations {
        kind = ColumnKind::DayUnclear;
    }
    let is_code = not_available > 0 && kind == ColumnKind::Text && codes::are_codes(filled, &total.values);
    let not_available_as_code = if is_code { not_available } else { 0 };
    if is_code {
        total.values.push((codes::NA.to_string(), not_available));
        total.values.sort_by_key(|(_, times)| std::cmp::Reverse(*times));
    }
    let is_day = matches!(kind, ColumnKind::Day(_) | ColumnKind::DayUnclear);
    let counts = total.counts;
    let is_mostly_numbers = is_mostly_numbers(filled, &counts);
    let odd = match kind {
        ColumnKind::Day(DayOrder::Ymd) | ColumnKind::DayUnclear => total.not_day,
        ColumnKind::Day(DayOrder::Dmy) => total.not_day.and(total.month_first),
        ColumnKind::Day(DayOrder::Mdy) => total.not_day.and(total.day_first),
        _ if is_mostly_numbers => total.not_number,
        _ => Odd::default(),
    };
    Column {
        name: name.to_string(),
        filled: filled + not_available_as_code,
        empty: rows.saturating_sub(filled + not_available_as_code),
        not_available_as_code,
        samples,
        kind,
        decimal: if counts.decimal_comma > counts.decimal_point {
            ','
        } else {
            '.'
        },
        // In a column that is mostly no numbers, too: those that it has may be amounts among "TBD".
        decimal_mark: match is_day {
            true => DecimalMark::NotNeeded,
            false => DecimalMark::of(&counts),
        },
        currencies: total
            .currencies
            .into_iter()
            .take(limits::LISTED_CURRENCIES)
            .map(|(money, times)| (money.name().to_string(), times))
            .collect(),
        values: total.values,
        distinct: total.distinct + u64::from(is_code),
        more_distinct: total.more,
        odd_count: odd.count,
        odd: odd.first,
        placeholder_days: if is_day { counts.placeholder } else { 0 },
        day_numbers: if is_day { counts.day_numbers() } else { 0 },
        could_be_days: could_be_days(filled, &counts).filter(|_| !is_day),
        suspect_swapped: is_day && suspect_swapped(&counts),
        is_filled_by_group: false,
        year_may_stand_first,
        has_two_notations,
        kinds: counts,
    }
}

/// What all cells would count if they stood for days.
fn could_be_days(filled: u64, counts: &Counts) -> Option<DayNumber> {
    [
        (counts.serial, DayNumber::ExcelSerial),
        (counts.epoch_seconds, DayNumber::Seconds),
        (counts.epoch_milliseconds, DayNumber::Milliseconds),
    ]
    .into_iter()
    .find(|(count, _)| filled > 0 && *count == filled)
    .map(|(_, number)| number)
}

/// What a spreadsheet understood, it made a day; what it did not stayed as it was written, in one order.
fn suspect_swapped(counts: &Counts) -> bool {
    let has_one_order = (counts.day_dmy > 0) != (counts.day_mdy > 0);
    counts.day_dashed >= 2
        && counts.day_dashed == counts.day_dashed_low
        && counts.day_either == 0
        && has_one_order
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
    } else if nearly_all(counts.days()) || are_mostly_days(filled, counts) {
        day_kind(counts)
    } else if nearly_all(counts.yes_no) && counts.yes_no_word > 0 {
        ColumnKind::YesNo
    } else if nearly_all(counts.number) {
        number_kind(total)
    } else {
        ColumnKind::Text
    }
}

/// Three in five cells are days, or stand for one that is not known, or are numbers among them; most are no numbers. Eight
/// digits may be numbers, and speak for days only beside others, or where nearly all are.
fn are_mostly_days(filled: u64, counts: &Counts) -> bool {
    let days = counts.days();
    let fit = days + counts.placeholder_only + counts.day_numbers();
    let are_days = days > counts.day_numbers() && (days + counts.placeholder_only) * 2 > filled;
    are_days && (days - counts.day_digits) * 2 >= days && fit * 5 >= filled * 3
}

/// The order that the column's days allow. What fits both ways, or speaks for both, is for people to say. A day that names
/// its month speaks for its order where nothing speaks against it, and needs none itself.
fn day_kind(counts: &Counts) -> ColumnKind {
    let plain = counts.day_dmy + counts.day_mdy;
    let (day_only, month_only) = in_one_order_only(counts);
    if plain == 0 && counts.day_named == 0 {
        ColumnKind::Day(DayOrder::Ymd)
    } else if day_only > month_only * 20 || (plain == 0 && day_only >= month_only) {
        ColumnKind::Day(DayOrder::Dmy)
    } else if month_only > day_only * 20 || plain == 0 {
        ColumnKind::Day(DayOrder::Mdy)
    } else {
        ColumnKind::DayUnclear
    }
}

/// How many days speak for the day as their beginning, and how many for the month.
fn in_one_order_only(counts: &Counts) -> (u64, u64) {
    let named_day_first = counts.day_named - counts.day_named_mdy;
    (
        counts.day_dmy - counts.day_either + named_day_first,
        counts.day_mdy - counts.day_either + counts.day_named_mdy,
    )
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
